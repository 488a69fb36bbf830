//! Set a password: one's own, or as administrator somebody's first.

use crate::{password, store};
use db::Cx;
use kernel::{Action, Failure, PeopleEvent, PersonId, Thing};

/// A password that may be taken, as it will be stored. Made before the wish begins, for it is slow on purpose and
/// nobody else's change shall wait for it.
#[derive(Debug, Clone)]
pub struct NewPassword {
    login: String,
    hash: String,
}

impl NewPassword {
    /// Looks at the password of whoever signs in as `login`, and hashes it.
    ///
    /// # Errors
    /// Refused when it is poor, or when too many people wait at the door.
    pub async fn of(login: &str, password: String) -> Result<Self, Failure> {
        let login = login.trim().to_lowercase();
        Failure::unless(password::reasons_against(&password, &login))?;
        Ok(Self { hash: password::hash(password).await?, login })
    }

    /// As [`NewPassword::of`] for several people at once, hashed once: for the demo, where everybody's is the same.
    ///
    /// # Errors
    /// As [`NewPassword::of`].
    pub async fn of_everybody(password: String) -> Result<Self, Failure> {
        Self::of("", password).await
    }
}

/// Sets the password; every session of the person ends.
///
/// # Errors
/// Forbidden for others' passwords except to administrators.
pub async fn set_password(cx: &mut Cx, person: PersonId, new: NewPassword) -> Result<(), Failure> {
    if cx.actor().id() != Some(person) {
        cx.may(Action::Administer, Thing::House)?;
    }
    let row = store::person(cx.tx(), person).await?.ok_or(Failure::NotFound)?;
    if row.login != new.login {
        return Err(Failure::broken("a password was made for somebody else"));
    }
    set(cx, person, new.hash).await
}

/// Sets one password for several people.
///
/// # Errors
/// Forbidden to all but administrators.
pub async fn set_one_password(cx: &mut Cx, people: &[PersonId], new: NewPassword) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    for person in people {
        set(cx, *person, new.hash.clone()).await?;
    }
    Ok(())
}

async fn set(cx: &mut Cx, person: PersonId, hash: String) -> Result<(), Failure> {
    store::set_password_hash(cx.tx(), person, hash).await?;
    store::delete_sessions_of(cx.tx(), person).await?;
    cx.record(PeopleEvent::PasswordSet { person });
    Ok(())
}
