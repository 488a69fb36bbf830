//! The rhythm of the press: how much of a usual week falls in each of its hours.

/// Hours in a week.
const HOURS: usize = 168;
/// Weeks after which what was seen counts half.
const HALF_LIFE_WEEKS: f64 = 4.0;
/// Mentions an hour that are taken for granted before anything was seen.
const GRANTED: f64 = 2.0;
/// Mentions of one hour that are learnt from: so many, or so many times the usual. What exceeds it is no rhythm but
/// an event, or an archive being read.
const MOST: f64 = 30.0;
const MOST_TIMES: f64 = 4.0;
/// However quiet or loud an hour usually is, no count is judged by less or more than this.
const FACTORS: (f64, f64) = (0.3, 4.0);

/// Learns the hours of the week from all mentions.
#[derive(Debug, Clone)]
pub struct Hours {
    counts: [f64; HOURS],
    /// Hour since 1970 last counted in.
    now: i64,
    /// Mentions counted in that hour.
    tally: f64,
    offset: i64,
}

impl Hours {
    /// Nothing learnt; `offset` is the zone's, in seconds east of UTC.
    #[must_use]
    pub fn new(offset: i64) -> Self {
        Self { counts: [0.0; HOURS], now: i64::MIN, tally: 0.0, offset }
    }

    /// Counts one mention.
    pub fn learn(&mut self, at: i64) {
        let hour = at.div_euclid(3600);
        if self.now == i64::MIN {
            self.now = hour;
        }
        let passed = hour.saturating_sub(self.now).max(0);
        if passed > 0 {
            let keep = 0.5f64.powf(passed as f64 / (HALF_LIFE_WEEKS * HOURS as f64));
            self.counts.iter_mut().for_each(|c| *c *= keep);
            self.now = hour;
            self.tally = 0.0;
        }
        self.tally += 1.0;
        let usual = self.counts.iter().sum::<f64>() / HOURS as f64;
        if self.tally > (usual * MOST_TIMES).max(MOST) {
            return;
        }
        let place = self.place(at);
        if let Some(count) = self.counts.get_mut(place) {
            *count += 1.0;
        }
    }

    /// Mentions usual in a span against as many hours of an average week: 1 where nothing is known.
    #[must_use]
    pub fn factor(&self, from: i64, to: i64) -> f64 {
        let total: f64 = self.counts.iter().sum::<f64>() + GRANTED * HOURS as f64;
        let hours = (to.saturating_sub(from) / 3600).clamp(1, HOURS as i64);
        let there: f64 = (0..hours)
            .map(|h| {
                self.counts.get(self.place(to.saturating_sub(h * 3600))).copied().unwrap_or(0.0) + GRANTED
            })
            .sum();
        (there / total * HOURS as f64 / hours as f64).clamp(FACTORS.0, FACTORS.1)
    }

    fn place(&self, at: i64) -> usize {
        at.saturating_add(self.offset).div_euclid(3600).rem_euclid(HOURS as i64) as usize
    }
}
