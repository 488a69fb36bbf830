//! What was found, how soon, and what else was told.

use std::io::{self, Write};

use pulse::heat::Severity;

use super::plant::Burst;
use super::replay::Told;

/// Mentions within about a day from which what was not planted counts as a large event of its own.
const LARGE: usize = 10;

/// A planted hot spot and the first alert on it.
type Found<'a> = (&'a Burst, Option<&'a Told>);

pub(crate) fn report(bursts: &[Burst], told: &[Told], weeks: f64, read: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let found: Vec<Found<'_>> = bursts
        .iter()
        .enumerate()
        .map(|(no, burst)| (burst, told.iter().find(|t| t.burst == Some(no) && !t.worse)))
        .collect();
    let anew = told.iter().filter(|t| t.burst.is_some() && !t.worse).count();
    let hits = found.iter().filter(|f| f.1.is_some()).count();
    writeln!(out, "{} planted in {weeks:.1} weeks; {}", bursts.len(), line(&found, |_| true))?;
    writeln!(out, "  told more than once: {}", anew - hits)?;
    for size in [5, 8, 13, 22, 40] {
        writeln!(out, "  {size:>2} mentions: {}", line(&found, |b| b.size == size))?;
    }
    for (from, to) in [(1, 2), (4, 8), (16, 24)] {
        let within = |b: &Burst| (from..=to).contains(&b.hours);
        writeln!(out, "  in {from} to {to} hours: {}", line(&found, within))?;
    }
    writeln!(out, "  8 mentions and more: {}", line(&found, |b| b.size >= 8))?;
    writeln!(out, "  contrary wording: {}", line(&found, |b| b.contrary))?;
    writeln!(out, "  with reprints: {}", line(&found, |b| b.reprinted))?;
    let night = |b: &Burst| !(6..22).contains(&((b.first + 7 * 3600) / 3600 % 24));
    writeln!(out, "  begun between 22 and 6 o'clock: {}", line(&found, night))?;
    let urgent = told.iter().filter(|t| t.burst.is_some() && t.severity == Severity::Urgent).count();
    writeln!(out, "  became urgent: {urgent}")?;

    let others: Vec<&Told> = told.iter().filter(|t| t.burst.is_none() && !t.worse).collect();
    let large = others.iter().filter(|t| t.mentions >= LARGE).count();
    let rest = others.len() - large;
    writeln!(
        out,
        "not planted: {} hot spots, {:.1} a week; {large} became large events ({LARGE} mentions in a day); \
         the other {rest} are {:.1} a week",
        others.len(),
        others.len() as f64 / weeks,
        rest as f64 / weeks
    )?;
    if read {
        for other in others {
            writeln!(out, "    {:>3} {:?} {}", other.mentions, other.severity, other.title)?;
        }
        for (burst, _) in found.iter().filter(|f| f.1.is_none()) {
            writeln!(out, "    missed: {} in {} h: {}", burst.size, burst.hours, burst.title)?;
        }
    }
    Ok(())
}

fn line(found: &[Found<'_>], of: impl Fn(&Burst) -> bool) -> String {
    let chosen: Vec<&Found<'_>> = found.iter().filter(|f| of(f.0)).collect();
    let hits: Vec<(&Burst, &Told)> = chosen.iter().filter_map(|f| Some((f.0, f.1?))).collect();
    let since_first = hits.iter().map(|(b, t)| (t.at - b.first) / 60).collect();
    let since_tipping = hits.iter().filter_map(|(b, t)| Some((t.at - b.tipping?) / 60)).collect();
    format!(
        "found {} of {} ({:.0} %), minutes from the first mention {}, from the tipping one {}",
        hits.len(),
        chosen.len(),
        100.0 * hits.len() as f64 / chosen.len().max(1) as f64,
        spread(since_first),
        spread(since_tipping)
    )
}

/// Median and 90th percentile.
fn spread(mut minutes: Vec<i64>) -> String {
    minutes.sort_unstable();
    let at = |share: f64| {
        let place = (share * minutes.len().saturating_sub(1) as f64).round() as usize;
        minutes.get(place).map_or_else(|| "-".to_owned(), i64::to_string)
    };
    format!("{} / {}", at(0.5), at(0.9))
}
