//! Duty: who watches the press on which days, when nobody is to be woken, and when the press review goes out.

use crate::digest_time;
use crate::settings::Readers;
use crate::store::{self, alerts::DutyRow};
use db::Cx;
use kernel::{Action, AgencyId, Day, Failure, ListeningEvent, PersonId, Refusal, Thing, Zone};

/// Puts a person on duty from one day to another.
///
/// # Errors
/// Refused when the last day lies before the first.
pub async fn set_duty(cx: &mut Cx, person: PersonId, from: Day, to: Day) -> Result<(), Failure> {
    cx.may(Action::TendTopics, Thing::House)?;
    if to < from {
        return Err(Failure::refused(Refusal::field("to", "refused-duty-order")));
    }
    let row = DutyRow { person, from_day: from.to_string(), to_day: to.to_string() };
    store::alerts::put_duty(cx.tx(), &row).await?;
    cx.record(ListeningEvent::DutySet { agency: AgencyId::OURS });
    Ok(())
}

/// Takes a person off duty.
///
/// # Errors
/// Not found when there is no such duty.
pub async fn end_duty(cx: &mut Cx, person: PersonId, from: &str) -> Result<(), Failure> {
    cx.may(Action::TendTopics, Thing::House)?;
    if store::alerts::end_duty(cx.tx(), person, from).await? == 0 {
        return Err(Failure::NotFound);
    }
    cx.record(ListeningEvent::DutySet { agency: AgencyId::OURS });
    Ok(())
}

/// Sets the quiet hours and the length of quotations.
///
/// # Errors
/// Refused when an hour is none, or a quotation longer than 200 words.
pub async fn set_listening(cx: &mut Cx, quiet: (u8, u8), quote_words: u16) -> Result<(), Failure> {
    cx.may(Action::TendTopics, Thing::House)?;
    let mut against = Vec::new();
    if quiet.0 > 23 || quiet.1 > 23 {
        against.push(Refusal::field("quiet-from", "refused-hour"));
    }
    if !(5..=200).contains(&quote_words) {
        against.push(Refusal::field("quote-words", "refused-quote-words"));
    }
    Failure::unless(against)?;
    for (name, value) in [
        ("quiet-from", quiet.0.to_string()),
        ("quiet-until", quiet.1.to_string()),
        ("quote-words", quote_words.to_string()),
    ] {
        store::settings::set(cx.tx(), name, &value).await?;
    }
    cx.record(ListeningEvent::DutySet { agency: AgencyId::OURS });
    Ok(())
}

/// When the press review goes out by itself, and to whom.
#[derive(Debug, Clone, Default)]
pub struct DigestWish {
    /// The hour, as `07:30`; empty when a person is to send it.
    pub hour: String,
    /// Whether on Saturdays and Sundays, too.
    pub weekends: bool,
    /// Who gets it.
    pub readers: Readers,
}

/// Readers at most: beyond this it is a mailing list, and belongs where people can leave it.
const MOST_READERS: usize = 200;

/// Sets when the press review goes out by itself, and to whom.
///
/// # Errors
/// Refused when the hour is none, or there are too many readers.
pub async fn set_digest(cx: &mut Cx, zone: &Zone, wish: &DigestWish) -> Result<(), Failure> {
    cx.may(Action::TendTopics, Thing::House)?;
    let at = minute(wish.hour.trim());
    let mut against = Vec::new();
    if !wish.hour.trim().is_empty() && at.is_none() {
        against.push(Refusal::field("digest-at", "refused-hour"));
    }
    if wish.readers.people.len() > MOST_READERS {
        against.push(Refusal::field("reader", "refused-too-many").with("most", MOST_READERS));
    }
    Failure::unless(against)?;
    let readers = serde_json::to_string(&wish.readers).map_err(|error| Failure::broken(error.to_string()))?;
    for (name, value) in [
        ("digest-at", at.map(|at| at.to_string()).unwrap_or_default()),
        ("digest-weekends", u8::from(wish.weekends).to_string()),
        ("digest-readers", readers),
    ] {
        store::settings::set(cx.tx(), name, &value).await?;
    }
    digest_time::plan(cx, zone, cx.now()).await?;
    cx.record(ListeningEvent::DutySet { agency: AgencyId::OURS });
    Ok(())
}

/// The minute of the day of `7:30`, `07:30` or `07:30:00`.
fn minute(hour: &str) -> Option<u16> {
    let (hours, minutes) = hour.split_once(':')?;
    let minutes = minutes.split(':').next().unwrap_or_default();
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::minute;

    #[test]
    fn hours_are_read_as_browsers_send_them() {
        for (typed, read) in [("07:30", Some(450)), ("7:05", Some(425)), ("23:59:00", Some(1439))] {
            assert_eq!(minute(typed), read, "{typed}");
        }
        for bad in ["24:00", "7", "07:60", "-1:00", "sáng", ":"] {
            assert_eq!(minute(bad), None, "{bad}");
        }
    }
}
