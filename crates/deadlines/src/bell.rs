//! What is told of a clock that nears its end or is over.

use crate::book::Rules;
use crate::face::by_when;
use crate::running::{Running, thing};
use crate::store;
use clocks::Breach;
use db::ConnectionTrait;
use kernel::{ClockId, Failure, PersonId, ThingRef, UnitId};
use web::Page;

/// A clock as a letter tells of it.
#[derive(Debug, Clone)]
pub struct Told {
    /// What must be done in time.
    pub on: ThingRef,
    /// The unit that must keep it.
    pub unit: Option<UnitId>,
    /// The person who must keep it.
    pub person: Option<PersonId>,
    /// The rule, with its title.
    pub rule: String,
    /// By when.
    pub due: String,
    /// Whether leaders hear of it when it was not kept.
    pub tell_leader: bool,
}

/// What there is to tell; none when it was kept, dropped or paused meanwhile.
///
/// # Errors
/// When the database does not answer.
pub async fn told(
    rules: &Rules,
    db: &impl ConnectionTrait,
    p: &Page,
    id: ClockId,
) -> Result<Option<Told>, Failure> {
    let Some(row) = store::clock(db, id).await?.filter(|row| row.ended_at.is_none()) else { return Ok(None) };
    let book = rules.book(db).await?;
    let running = Running::read(row)?;
    let rule = running.rule(&book)?;
    let Ok(due) = running.clock.due(rule, &book.zone, &book.calendar) else { return Ok(None) };
    Ok(Some(Told {
        on: thing(&running.row),
        unit: running.row.unit,
        person: running.row.person,
        rule: format!("{} – {}", rule.id, rule.title),
        due: by_when(p, &due),
        tell_leader: rule.breach != Breach::Mark,
    }))
}
