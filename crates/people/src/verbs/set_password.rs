//! Set a password: one's own, or as administrator somebody's first.

use crate::{password, store};
use db::Cx;
use kernel::{Action, Event, Failure, PersonId, Thing};

/// Sets the password; every session of the person ends.
///
/// # Errors
/// Refused when it is poor; forbidden for others' passwords except to administrators.
pub async fn set_password(cx: &mut Cx, person: PersonId, password: String) -> Result<(), Failure> {
    if cx.actor().id() != Some(person) {
        cx.may(Action::Administer, Thing::House)?;
    }
    let row = store::person(cx.tx(), person).await?.ok_or(Failure::NotFound)?;
    Failure::unless(password::reasons_against(&password, &row.login))?;
    let hash = password::hash(password).await?;
    store::set_password_hash(cx.tx(), person, hash).await?;
    store::delete_sessions_of(cx.tx(), person).await?;
    cx.record(Event::PasswordSet { person });
    Ok(())
}

/// Sets one password for several people at once, hashed once: for the demo, where everybody's is the same.
///
/// # Errors
/// As [`set_password`]; forbidden to all but administrators.
pub async fn set_one_password(cx: &mut Cx, people: &[PersonId], password: String) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    Failure::unless(password::reasons_against(&password, ""))?;
    let hash = password::hash(password).await?;
    for person in people {
        store::set_password_hash(cx.tx(), *person, hash.clone()).await?;
        store::delete_sessions_of(cx.tx(), *person).await?;
        cx.record(Event::PasswordSet { person: *person });
    }
    Ok(())
}
