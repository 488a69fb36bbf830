//! Whose clocks who looks may see, and how many of them are late or nearly so.

use crate::store::{self, Wanted};
use db::Look;
use kernel::{Action, Actor, Failure, Role, Thing};

/// How many clocks that who looks must keep are late, and how many end within a day.
///
/// # Errors
/// When the database does not answer.
pub async fn open_now(look: &Look) -> Result<(i64, i64), Failure> {
    let Some(mine) = near(look) else { return Ok((0, 0)) };
    let now = look.now();
    let late = store::count(look.db(), &Wanted { until: Some(now), ..mine.clone() }).await?;
    let day = std::time::Duration::from_secs(24 * 3600);
    let soon = Wanted { after: Some(now), until: Some(now.plus(day)), ..mine };
    Ok((late, store::count(look.db(), &soon).await?))
}

/// The clocks that who looks has to keep: their own, those of their unit, and, where they see to the whole agency, what is no
/// unit's but the agency's.
pub(crate) fn near(look: &Look) -> Option<Wanted> {
    let Actor::Person(me) = look.actor() else { return None };
    let seen = mine(look)?;
    if seen.units.is_some() {
        return Some(seen);
    }
    Some(Wanted {
        units: Some(me.unit.into_iter().collect()),
        me: Some(me.id),
        agency: true,
        ..Wanted::default()
    })
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
