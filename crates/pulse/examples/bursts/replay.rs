//! The stream through all parts, as the listening does it.

use std::collections::HashMap;

use pulse::heat::{Alert, Heat, Severity, Sighting, Subject, wording};
use pulse::reprints::Reprints;
use pulse::threads::{Change, Mention, Settings};
use pulse::{ThreadId, Threads};

use super::{DAY, plant};

/// Outlets that count as central ones.
const CENTRAL: u64 = 8;

/// An alert, and what it is about.
pub(crate) struct Told {
    pub(crate) at: i64,
    pub(crate) severity: Severity,
    /// Whether the matter was hot before and got worse.
    pub(crate) worse: bool,
    /// The planted hot spot that at least half of the evidence belongs to.
    pub(crate) burst: Option<usize>,
    /// Mentions of the thread in the span that alerted and in the day after.
    pub(crate) mentions: usize,
    pub(crate) title: String,
}

/// Replays a stream; what comes before `start` is known, but heats nothing.
pub(crate) fn replay(stream: &[plant::Mention], start: i64, settings: pulse::heat::Settings) -> Vec<Told> {
    let (mut threads, mut heat) = (Threads::new(Settings::default()), Heat::new(settings));
    let mut reprints = Reprints::new(Default::default());
    let mut told: Vec<Told> = Vec::new();
    // Alerts by the thread that raised them, to see how large the matter becomes.
    let mut open: HashMap<ThreadId, Vec<usize>> = HashMap::new();
    for one in stream {
        let published = Some(one.at);
        let (mention, thread) = threads.add(&Mention { title: &one.title, text: &one.text, published });
        for change in threads.take_changes() {
            match change {
                Change::Merged { kept, gone } => {
                    heat.merge(kept, gone);
                    let moved = open.remove(&gone).unwrap_or_default();
                    open.entry(kept).or_default().extend(moved);
                }
                Change::Split { from, new, mentions } => heat.part(from, new, &mentions),
                _ => {}
            }
        }
        let copy = reprints.add(&one.text, published).1.is_some();
        if one.at < start {
            continue;
        }
        for &at in open.get(&thread).into_iter().flatten() {
            if let Some(told) = told.get_mut(at).filter(|t| one.at < t.at + DAY) {
                told.mentions += 1;
            }
        }
        heat.hear(one.at);
        let sighting = Sighting {
            mention,
            at: one.at,
            outlet: Some(one.outlet),
            central: one.outlet < CENTRAL,
            copy,
            wording: wording(&one.title, &one.text),
        };
        if let Some(alert) = heat.see(Subject::Thread(thread), sighting) {
            open.entry(thread).or_default().push(told.len());
            told.push(tell(&alert, stream, one));
        }
    }
    told
}

fn tell(alert: &Alert, stream: &[plant::Mention], last: &plant::Mention) -> Told {
    let mut of: HashMap<Option<usize>, usize> = HashMap::new();
    for no in &alert.evidence {
        *of.entry(stream.get(no.0 as usize).and_then(|m| m.burst)).or_default() += 1;
    }
    let most = of.into_iter().filter(|o| o.0.is_some()).max_by_key(|o| (o.1, o.0));
    let burst = most.filter(|o| o.1 * 2 >= alert.evidence.len()).and_then(|o| o.0);
    Told {
        at: alert.at,
        severity: alert.severity,
        worse: alert.before.is_some(),
        burst,
        mentions: alert.evidence.len(),
        title: last.title.clone(),
    }
}
