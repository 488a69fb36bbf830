//! Duty: who watches the press on which days, and when nobody is to be woken.

use crate::store::{self, alerts::DutyRow};
use db::Cx;
use kernel::{Action, Day, Event, Failure, PersonId, Refusal, Thing};

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
    cx.record(Event::DutySet { agency: None });
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
    cx.record(Event::DutySet { agency: None });
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
    cx.record(Event::DutySet { agency: None });
    Ok(())
}
