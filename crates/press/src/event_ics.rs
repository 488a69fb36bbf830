//! A press event for calendars (RFC 5545): an invitation, a change of it, a cancellation, and the public list.

use crate::store::events::EventRow;
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use kernel::Moment;
use std::time::Duration;

/// What is done with it (RFC 5546).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// For everybody who wants to know.
    Publish,
    /// For one who is invited.
    Request,
    /// For one who was invited, when it is called off.
    Cancel,
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }

    /// The media type of such a file.
    pub(crate) fn kind(self) -> String {
        format!("text/calendar; charset=utf-8; method={}", self.name())
    }
}

/// Who meets whom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parties<'a> {
    /// Who invites: name and address.
    pub(crate) organizer: (&'a str, &'a str),
    /// Who is invited: name and address; nobody in a public list.
    pub(crate) attendee: Option<(&'a str, &'a str)>,
}

/// A calendar with these events.
pub(crate) fn calendar(events: &[EventRow], method: Method, parties: Parties<'_>, now: Moment) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Dau Moi//vi"));
    calendar.append_property(Property::new("METHOD", method.name()));
    for row in events {
        calendar.push(entry(row, method, parties, now));
    }
    calendar.to_string()
}

fn entry(row: &EventRow, method: Method, parties: Parties<'_>, now: Moment) -> Event {
    let mut event = Event::with_uid(&row.id.to_string());
    event.add_property("DTSTAMP", stamp(now));
    event.add_property("DTSTART", stamp(row.starts_at));
    event.add_property("DTEND", stamp(row.ends_at.unwrap_or(row.starts_at.plus(Duration::from_secs(5_400)))));
    event.add_property("SEQUENCE", row.edition.to_string());
    let off = method == Method::Cancel || row.state == "cancelled";
    event.add_property("STATUS", if off { "CANCELLED" } else { "CONFIRMED" });
    event.summary(&one_line(&row.title));
    event.location(&one_line(&row.place));
    event.description(&row.content);
    let (name, address) = parties.organizer;
    if !address.is_empty() {
        event.append_property(party("ORGANIZER", name, address));
    }
    if let Some((name, address)) = parties.attendee {
        event.append_property(
            party("ATTENDEE", name, address).add_parameter("PARTSTAT", "NEEDS-ACTION").done(),
        );
    }
    event.done()
}

fn party(word: &str, name: &str, address: &str) -> Property {
    let mut property = Property::new(word, format!("mailto:{address}"));
    // A parameter has no way to write a quotation mark, and no line ends.
    let name: String = one_line(name).chars().filter(|c| !matches!(c, '"' | ';' | ':' | ',')).collect();
    if !name.is_empty() {
        property.add_parameter("CN", &name);
    }
    property.done()
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `20261122T003000Z`.
fn stamp(at: Moment) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{NewId, PressEventId};

    fn row() -> EventRow {
        EventRow {
            id: PressEventId::fresh(),
            kind: "conference".into(),
            state: "announced".into(),
            title: "Họp báo quý IV; kết quả, kế hoạch\r\nATTENDEE:mailto:la@x.example".into(),
            starts_at: Moment::parse("2026-11-25T14:00:00+07:00").unwrap(),
            ends_at: None,
            place: "Phòng 201".into(),
            chair: "Bùi Thanh Sơn".into(),
            content: "Dòng một\nDòng hai, có phẩy".into(),
            host: String::new(),
            edition: 3,
            made_at: Moment(0),
            made_by: None,
            announced_at: None,
            notified_at: None,
            notified_by: None,
            notified_how: String::new(),
            held_at: None,
            ended_at: None,
            reason: String::new(),
            transcript: String::new(),
            follow_ups: String::new(),
        }
    }

    /// Lines put together again as RFC 5545 §3.1 says, as (name with parameters, value).
    fn read(text: &str) -> Vec<(String, String)> {
        let whole = text.replace("\r\n ", "").replace("\r\n\t", "");
        whole
            .split("\r\n")
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn an_invitation_is_read_back() {
        let parties = Parties {
            organizer: ("UBND tỉnh", "baochi@lien.example"),
            attendee: Some(("Lò \"Én\"\r\nX: y", "en@bao.example")),
        };
        let text =
            calendar(&[row()], Method::Request, parties, Moment::parse("2026-11-22T00:30:00Z").unwrap());
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        let lines = read(&text);
        let value = |name: &str| {
            let found: Vec<&String> = lines
                .iter()
                .filter(|(head, _)| head.split(';').next() == Some(name))
                .map(|(_, value)| value)
                .collect();
            assert_eq!(found.len(), 1, "{name} in {text}");
            found[0].clone()
        };
        assert_eq!(value("METHOD"), "REQUEST");
        assert_eq!(value("DTSTART"), "20261125T070000Z");
        assert_eq!(value("DTEND"), "20261125T083000Z");
        assert_eq!(value("SEQUENCE"), "3");
        assert_eq!(value("ATTENDEE"), "mailto:en@bao.example");
        assert_eq!(value("ORGANIZER"), "mailto:baochi@lien.example");
        assert_eq!(value("SUMMARY"), "Họp báo quý IV\\; kết quả\\, kế hoạch ATTENDEE:mailto:la@x.example");
        assert_eq!(value("DESCRIPTION"), "Dòng một\\nDòng hai\\, có phẩy");
        let off = calendar(&[row()], Method::Cancel, parties, Moment(0));
        assert!(off.contains("METHOD:CANCEL\r\n") && off.contains("STATUS:CANCELLED\r\n"));
    }
}
