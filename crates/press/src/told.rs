//! Small things that releases, contacts and press events share.

use kernel::{Failure, Moment, PersonId, Refusal, UnitId, Zone};

use crate::office::Names;

/// One line a person typed: composed, without control characters, not too long.
pub(crate) fn line(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    bounded(field, prose::line(text), most)
}

/// Several lines a person typed.
pub(crate) fn lines(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    bounded(field, prose::lines(text), most)
}

fn bounded(field: &'static str, text: String, most: usize) -> Result<String, Failure> {
    if text.chars().count() > most {
        return Err(Failure::refused(Refusal::field(field, "refused-too-long").with("most", most)));
    }
    Ok(text)
}

/// `2026-11-22T15:00` in the agency's zone, as a browser sends it.
pub(crate) fn local_time(text: &str, zone: &Zone) -> Option<Moment> {
    zone.moment(text.parse::<jiff::civil::DateTime>().ok()?)
}

/// The same the other way round, for a form.
pub(crate) fn local_text(at: Moment, zone: &Zone) -> String {
    zone.local(at).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The name of a colleague; empty for the machine.
pub(crate) fn person(names: &Names, id: Option<PersonId>) -> String {
    id.and_then(|id| names.people.get(&id).cloned()).unwrap_or_default()
}

/// The name of a unit.
pub(crate) fn unit(names: &Names, id: UnitId) -> String {
    names.units.get(&id).cloned().unwrap_or_default()
}

/// Whether a text looks like a mail address that letters can go to.
pub(crate) fn address(field: &'static str, text: &str) -> Result<String, Failure> {
    let text = text.trim().to_lowercase();
    mail::Party::new("", &text)
        .map(|party| party.address.to_string())
        .map_err(|_| Failure::refused(Refusal::field(field, "refused-address")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_smuggles_a_line_or_a_header_in() {
        let zone = Zone::default();
        assert_eq!(line("name", " Lò\r\nBcc: x@y.z ", 40).unwrap(), "Lò  Bcc: x@y.z");
        assert!(line("name", "dài quá", 3).is_err());
        for bad in ["", "không", "a@b\r\nBcc: c@d.e", "a b@c.d", "<a@b.c>", "a@b.c, d@e.f"] {
            assert!(address("email", bad).is_err(), "{bad:?}");
        }
        assert_eq!(address("email", " Toa.Soan@Bao.Example ").unwrap(), "toa.soan@bao.example");
        let at = local_time("2026-11-22T15:00", &zone).unwrap();
        assert_eq!(local_text(at, &zone), "2026-11-22T15:00");
        assert_eq!(local_time("hôm nay", &zone), None);
    }
}
