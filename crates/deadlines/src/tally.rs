//! What reports count: clocks under some rules that started in a time, and what became of each.

use crate::running::{Running, thing};
use crate::store::{self, Wanted};
use clocks::State;
use db::{ConnectionTrait, Look};
use kernel::{Action, Actor, Failure, Moment, Role, Thing, ThingRef};

/// What became of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// What it ran on.
    pub on: ThingRef,
    /// Its rule.
    pub rule: String,
    /// When its event happened.
    pub started: Moment,
    /// Where it stands. A promise that was broken stays broken, also when it was dropped or met later.
    pub state: State,
}

/// Every clock under one of these rules that started in `[from, to)`, oldest first. Those dropped without having been broken
/// are not among them: they had no object.
///
/// # Errors
/// When the database does not answer.
pub async fn ended_under(
    db: &impl ConnectionTrait,
    rules: &[&str],
    from: Moment,
    to: Moment,
) -> Result<Vec<Ended>, Failure> {
    let mut ended = Vec::new();
    for row in store::started_between(db, from, to).await? {
        if !rules.contains(&row.rule.as_str()) {
            continue;
        }
        let dropped = row.state == "dropped";
        let running = Running::read(row)?;
        let state = running.clock.state();
        if !dropped || state == State::Broken {
            let (on, rule) = (thing(&running.row), running.row.rule);
            ended.push(Ended { on, rule, started: running.row.start_at, state });
        }
    }
    Ok(ended)
}

/// How many clocks that who looks must keep are late, and how many end within a day.
///
/// # Errors
/// When the database does not answer.
pub async fn open_now(look: &Look) -> Result<(i64, i64), Failure> {
    let Some(mine) = mine(look) else { return Ok((0, 0)) };
    let now = look.now();
    let late = store::count(look.db(), &Wanted { until: Some(now), ..mine.clone() }).await?;
    let day = std::time::Duration::from_secs(24 * 3600);
    let soon = Wanted { after: Some(now), until: Some(now.plus(day)), ..mine };
    Ok((late, store::count(look.db(), &soon).await?))
}

/// The clocks that who looks may see: all, or those of their units and their own.
pub(crate) fn mine(look: &Look) -> Option<Wanted> {
    let Actor::Person(me) = look.actor() else { return None };
    if look.may(Action::ReadClocks, Thing::House).is_ok() {
        return Some(Wanted::default());
    }
    Some(Wanted {
        units: Some(me.reach(&Role::ALL).unwrap_or_default()),
        me: Some(me.id),
        ..Wanted::default()
    })
}
