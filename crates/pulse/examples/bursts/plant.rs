//! Hot spots made up of real texts: several outlets tell one event, each in other words.

use std::ops::Range;

use super::{Item, Rng};

/// A mention in the replayed stream.
#[derive(Clone)]
pub(crate) struct Mention {
    pub(crate) at: i64,
    pub(crate) outlet: u64,
    pub(crate) title: String,
    pub(crate) text: String,
    /// Which planted hot spot it belongs to.
    pub(crate) burst: Option<usize>,
}

/// What was planted.
pub(crate) struct Burst {
    pub(crate) size: usize,
    pub(crate) hours: u64,
    pub(crate) contrary: bool,
    pub(crate) reprinted: bool,
    pub(crate) first: i64,
    /// When the fifth outlet within a day spoke: nobody who asks for five voices can know sooner.
    pub(crate) tipping: Option<i64>,
    /// First words of it.
    pub(crate) title: String,
}

const SIZES: [usize; 5] = [5, 8, 13, 22, 40];
const HOURS: [u64; 6] = [1, 2, 4, 8, 16, 24];
/// Outlets of the replayed press.
pub(crate) const OUTLETS: u64 = 80;

/// How people are quoted who are not content; written for this measurement.
const CONTRARY: [&str; 6] = [
    "Nhiều hộ dân bức xúc, đã gửi đơn khiếu nại nhưng chưa được trả lời.",
    "Người dân phản đối và cho rằng cơ quan chức năng làm ngơ.",
    "Dư luận phẫn nộ, yêu cầu làm rõ trách nhiệm của những người liên quan.",
    "Bà con kêu cứu nhiều lần, có người đã viết đơn tố cáo.",
    "Không ít ý kiến chỉ trích cách xử lý tắc trách và vô cảm.",
    "Hàng chục người kéo đến trụ sở để phản đối.",
];

/// An outlet, the large ones more often.
pub(crate) fn outlet(rng: &mut Rng) -> u64 {
    // Density 1/x between 1 and the number of outlets.
    ((OUTLETS as f64).powf(rng.share()) as u64).saturating_sub(1).min(OUTLETS - 1)
}

/// Plants one hot spot for each event somewhere in a span of time.
pub(crate) fn plant(events: &[Vec<&Item>], span: Range<i64>, rng: &mut Rng) -> (Vec<Burst>, Vec<Mention>) {
    let (mut bursts, mut all) = (Vec::new(), Vec::new());
    for (no, texts) in events.iter().enumerate() {
        let (size, hours) = (*rng.pick(&SIZES), *rng.pick(&HOURS));
        let (contrary, reprinted, rising) = (rng.share() < 0.33, rng.share() < 0.33, rng.share() < 0.5);
        let first = span.start + rng.below((span.end - span.start).unsigned_abs()) as i64;
        let mut times: Vec<i64> = (1..size)
            .map(|_| {
                let share = if rising { rng.share().sqrt() } else { rng.share() };
                first + (share * hours as f64 * 3600.0) as i64
            })
            .collect();
        times.push(first);
        times.sort_unstable();
        let mut mentions: Vec<Mention> = Vec::new();
        for (nth, at) in times.into_iter().enumerate() {
            let outlet = newcomer(&mentions, rng);
            let copied = reprinted && nth > 0 && rng.share() < 0.4;
            let (title, mut text) = if copied {
                let from = rng.pick(&mentions);
                (from.title.clone(), format!("{} Theo nguồn tin của báo bạn.", from.text))
            } else {
                told(texts, nth, rng)
            };
            if contrary && !copied && rng.share() < 0.6 {
                let line = *rng.pick(&CONTRARY);
                text = format!("{line} {text} {}", rng.pick(&CONTRARY));
            }
            mentions.push(Mention { at, outlet, title, text, burst: Some(no) });
        }
        let title = texts.first().map(|t| t.title.clone()).unwrap_or_default();
        bursts.push(Burst { size, hours, contrary, reprinted, first, tipping: tipping(&mentions), title });
        all.extend(mentions);
    }
    (bursts, all)
}

/// Mostly an outlet that has not spoken of it yet; large ones come back to it.
fn newcomer(mentions: &[Mention], rng: &mut Rng) -> u64 {
    let back = rng.share() < 0.2;
    let mut found = outlet(rng);
    for _ in 0..200 {
        if back || mentions.iter().all(|m| m.outlet != found) {
            break;
        }
        found = outlet(rng);
    }
    found
}

fn tipping(mentions: &[Mention]) -> Option<i64> {
    mentions.iter().map(|m| m.at).find(|&at| {
        let mut seen: Vec<u64> =
            mentions.iter().filter(|m| m.at <= at && m.at > at - 86_400).map(|m| m.outlet).collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len() >= 5
    })
}

/// The event as the nth outlet tells it: a real text while there are any, less some sentences; then sentences of two.
fn told(texts: &[&Item], nth: usize, rng: &mut Rng) -> (String, String) {
    let (base, other) = (*rng.pick(texts), *rng.pick(texts));
    let base = texts.get(nth).copied().unwrap_or(base);
    let (own, foreign) = (sentences(&base.text), sentences(&other.text));
    if nth < texts.len() {
        let kept: Vec<&str> = own.iter().copied().filter(|_| rng.share() < 0.8).collect();
        return (base.title.clone(), kept.join(" "));
    }
    let mut body: Vec<&str> = own.iter().copied().filter(|_| rng.share() < 0.45).collect();
    for sentence in foreign {
        if rng.share() >= 0.45 {
            continue;
        }
        body.insert(rng.below(body.len() as u64 + 1) as usize, sentence);
    }
    // The headline: the two parts of one turned round, or a short sentence of the text.
    let words: Vec<&str> = other.title.split_whitespace().collect();
    let (head, tail) = words.split_at(words.len() / 2);
    let short = body.iter().find(|s| (6..18).contains(&s.split_whitespace().count()));
    let title = match short.filter(|_| rng.share() < 0.5) {
        Some(sentence) => (*sentence).to_owned(),
        None => format!("{}: {}", tail.join(" "), head.join(" ")),
    };
    (title, body.join(" "))
}

fn sentences(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split_inclusive(". "))
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .collect()
}
