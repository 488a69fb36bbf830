//! Meetings and bookings for calendars (RFC 5545).

use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use kernel::Moment;
use std::time::Duration;
use uuid::Uuid;

/// An entry of a calendar.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) from: Moment,
    pub(crate) to: Option<Moment>,
    pub(crate) place: String,
    pub(crate) words: String,
    pub(crate) edition: i64,
    /// It does not take place.
    pub(crate) off: bool,
}

/// So long is an entry that says no end.
const USUAL: Duration = Duration::from_secs(5_400);

/// A calendar with these entries.
pub(crate) fn calendar(entries: &[Entry], now: Moment) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Dau Moi//vi"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    for entry in entries {
        let mut event = Event::with_uid(&entry.id.to_string());
        event.add_property("DTSTAMP", stamp(now));
        event.add_property("DTSTART", stamp(entry.from));
        event.add_property("DTEND", stamp(entry.to.unwrap_or(entry.from.plus(USUAL))));
        event.add_property("SEQUENCE", entry.edition.to_string());
        event.add_property("STATUS", if entry.off { "CANCELLED" } else { "CONFIRMED" });
        event.summary(&one_line(&entry.title));
        event.location(&one_line(&entry.place));
        event.description(&entry.words);
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn stamp(at: Moment) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_becomes_a_line_of_its_own() {
        let entry = Entry {
            id: Uuid::nil(),
            title: "Giao ban; tuần\r\nATTENDEE:mailto:la@x.example".into(),
            from: Moment::parse("2026-11-23T08:00:00+07:00").unwrap(),
            to: None,
            place: "Phòng 201".into(),
            words: "Một\nHai".into(),
            edition: 2,
            off: true,
        };
        let text = calendar(&[entry], Moment(0));
        assert!(text.contains("SUMMARY:Giao ban\\; tuần ATTENDEE:mailto:la@x.example\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261123T010000Z") && text.contains("DTEND:20261123T023000Z"));
        assert!(text.contains("STATUS:CANCELLED") && !text.contains("\nATTENDEE"));
    }
}
