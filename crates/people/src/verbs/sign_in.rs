//! Sign in: the right password, not too many wrong ones before it.

use super::check_password::{check_password, login_key};
use crate::{session, store};
use db::Db;
use kernel::{Actor, Failure, Insider, PeopleEvent, PersonId};

/// A new session.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// What the cookie carries.
    pub token: String,
}

/// Opens a session for `login`, asked from `origin`.
///
/// # Errors
/// As [`check_password`].
pub async fn sign_in(db: &Db, login: &str, password: String, origin: &str) -> Result<SignedIn, Failure> {
    let person = check_password(db, login, password, origin).await?;
    open(db, person, Some(&login_key(login))).await
}

/// Opens a session for a person without asking for a password: only the demo's list of log-ins does this.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_in_as(db: &Db, person: PersonId) -> Result<SignedIn, Failure> {
    open(db, person, None).await
}

async fn open(db: &Db, person: PersonId, forgiven: Option<&str>) -> Result<SignedIn, Failure> {
    // Who signs in acts already; the ledger shall say who it was. Roles play no part in it.
    let name = store::person(db.reader(), person).await?.map(|row| row.name).unwrap_or_default();
    let insider = Insider { id: person, name, unit: None, grants: Vec::new() };
    let mut cx = db.begin(Actor::Person(insider)).await?;
    let token = session::fresh_token()?;
    let until = cx.now().plus(session::LASTS);
    store::insert_session(cx.tx(), &session::token_hash(&token), person, cx.now(), until).await?;
    if let Some(key) = forgiven {
        store::forget_attempts(cx.tx(), key).await?;
    }
    cx.record(PeopleEvent::SignedIn { person });
    cx.finish().await?;
    Ok(SignedIn { person, token })
}
