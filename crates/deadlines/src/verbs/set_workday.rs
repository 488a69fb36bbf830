//! Set a workday: the agency keeps a day otherwise than the calendar says, such as a day exchanged this year.

use crate::store::{self, WorkdayRow};
use db::Cx;
use kernel::{Action, ClockEvent, Day, Failure, NewId, Refusal, RuleId, Thing};

/// `kind` is `off`, `made-up` (a day off that is worked) or `working`. Clocks that run count anew when they next change;
/// what is shown counts with it at once.
///
/// # Errors
/// Refused without words that say why.
pub async fn set_workday(cx: &mut Cx, day: Day, kind: &str, words: &str) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let words = words.trim();
    if !["off", "made-up", "working"].contains(&kind) {
        return Err(Failure::refused(Refusal::field("kind", "refused-day-kind")));
    }
    if words.is_empty() || words.chars().count() > 100 {
        return Err(Failure::refused(Refusal::field("words", "refused-day-words")));
    }
    let row = WorkdayRow { day: day.to_string(), kind: kind.to_owned(), words: words.to_owned() };
    store::set_workday(cx.tx(), &row, cx.actor().id(), cx.now()).await?;
    let words = format!("{kind}: {words}");
    cx.record(ClockEvent::WorkdaySet { rule: RuleId::fresh(), day: day.to_string(), words });
    Ok(())
}

/// Lets a day be again what the calendar says.
///
/// # Errors
/// [`Failure::NotFound`] when it was.
pub async fn clear_workday(cx: &mut Cx, day: Day) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    if store::clear_workday(cx.tx(), &day.to_string()).await? == 0 {
        return Err(Failure::NotFound);
    }
    let words = "calendar".to_owned();
    cx.record(ClockEvent::WorkdaySet { rule: RuleId::fresh(), day: day.to_string(), words });
    Ok(())
}
