//! What people see: the public's pages and the desk's, and what they share.

pub(crate) mod desk;
pub(crate) mod open;

use kernel::{Moment, Zone};

/// A wall clock time of a form, `2026-11-22T07:30`, or a day, in the agency's zone.
pub(crate) fn moment(zone: &Zone, text: &str) -> Option<Moment> {
    if let Ok(at) = text.parse::<jiff::civil::DateTime>() {
        return zone.moment(at);
    }
    text.parse::<jiff::civil::Date>().ok().and_then(|day| zone.start_of(day))
}

/// The same the other way, for the form.
pub(crate) fn typed(zone: &Zone, at: Moment) -> String {
    zone.local(at).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Bytes as people say them.
pub(crate) fn size(bytes: i64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", (bytes + 999) / 1000)
    } else {
        format!("{} MB", bytes / 1_000_000)
    }
}

pub(crate) use web::{Choice, id_of as id, reasons, with_status};
