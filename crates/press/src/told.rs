//! Small things that releases, contacts and press events share.

use kernel::{Moment, PersonId, UnitId, Zone};

use crate::office::Names;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_a_form_are_of_the_zone() {
        let zone = Zone::default();
        let at = local_time("2026-11-22T15:00", &zone).unwrap();
        assert_eq!(local_text(at, &zone), "2026-11-22T15:00");
        assert_eq!(local_time("hôm nay", &zone), None);
    }
}
