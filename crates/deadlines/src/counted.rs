//! Clocks as reports and lists count them: which promises began in a span of time and what became of them, and which things are
//! late now.

use crate::running::Running;
use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, Moment, ThingKind, ThingRef};
use uuid::Uuid;

/// A promise that began in a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The rule's id, such as `PN-16`.
    pub rule: String,
    /// On what it runs or ran.
    pub on: ThingRef,
    /// From when it counts.
    pub start: Moment,
    /// Whether what it demands was done.
    pub met: bool,
    /// Whether it was done in time. What still runs and is not over is neither late nor in time.
    pub in_time: bool,
}

/// The promises under one of these rules that count from a moment in `from..to`, oldest first. What was dropped is left out,
/// unless it was broken before.
///
/// # Errors
/// When the database does not answer.
pub async fn started_between(
    db: &impl ConnectionTrait,
    rules: &[&str],
    from: Moment,
    to: Moment,
) -> Result<Vec<Counted>, Failure> {
    let rows = store::started_between(db, from, to).await?;
    Ok(rows
        .into_iter()
        .filter(|row| rules.contains(&row.rule.as_str()))
        // What was dropped had no object any more; a promise that was broken before stays one.
        .filter(|row| {
            row.state != "dropped"
                || Running::read(row.clone()).is_ok_and(|it| it.clock.state() == clocks::State::Broken)
        })
        .filter_map(|row| {
            Some(Counted {
                on: ThingRef { kind: ThingKind::named(&row.thing_kind)?, id: row.thing },
                met: row.state == "met" || row.state == "met-late",
                in_time: row.state == "met",
                start: row.start_at,
                rule: row.rule,
            })
        })
        .collect())
}

/// The things of a kind on which a clock runs whose time is up.
///
/// # Errors
/// When the database does not answer.
pub async fn late_now(db: &impl ConnectionTrait, kind: ThingKind, now: Moment) -> Result<Vec<Uuid>, Failure> {
    Ok(store::late_now(db, kind.name(), now).await?)
}
