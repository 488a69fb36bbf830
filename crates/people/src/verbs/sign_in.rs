//! Sign in: the right password, not too many wrong ones before it.

use crate::{password, session, store};
use db::Db;
use kernel::{Actor, Event, Failure, Insider, Moment, PersonId, Refusal};
use std::time::Duration;

/// A new session.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// What the cookie carries.
    pub token: String,
}

const WINDOW: Duration = Duration::from_secs(15 * 60);
const DAY: Duration = Duration::from_secs(24 * 3600);
const MOST_BY_LOGIN: i64 = 8;
/// A whole office may sit behind one address.
const MOST_BY_ORIGIN: i64 = 60;

/// Opens a session for `login`, asked from `origin`.
///
/// # Errors
/// Refused in the same words whether the login or the password was wrong; refused for a while after too many tries.
pub async fn sign_in(db: &Db, login: &str, password: String, origin: &str) -> Result<SignedIn, Failure> {
    let login = login.trim().to_lowercase();
    let keys = [(format!("login:{login}"), MOST_BY_LOGIN), (format!("from:{origin}"), MOST_BY_ORIGIN)];
    let now = db.now();
    for (key, most) in &keys {
        if store::failures_since(db.reader(), key, now.minus(WINDOW)).await? >= *most {
            return Err(Failure::refused(Refusal::new("refused-login-too-often")));
        }
    }
    let person = store::person_by_login(db.reader(), &login).await?.filter(|row| row.left_at.is_none());
    let stored = person.as_ref().and_then(|row| row.password_hash.clone());
    // Slow on purpose, and before any transaction.
    let right = password::matches(password, stored).await;
    match person {
        Some(person) if right => open(db, person.id, &format!("login:{login}")).await,
        _ => {
            note_failure(db, keys.iter().map(|(key, _)| key.as_str()), now).await?;
            Err(Failure::refused(Refusal::new("refused-login-wrong")))
        }
    }
}

/// Opens a session for a person without asking for a password: only the demo's list of log-ins does this.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_in_as(db: &Db, person: PersonId) -> Result<SignedIn, Failure> {
    open(db, person, "demo").await
}

async fn open(db: &Db, person: PersonId, key: &str) -> Result<SignedIn, Failure> {
    // Who signs in acts already; the ledger shall say who it was. Roles play no part in it.
    let name = store::person(db.reader(), person).await?.map(|row| row.name).unwrap_or_default();
    let insider = Insider { id: person, name, unit: None, grants: Vec::new() };
    let mut cx = db.begin(Actor::Person(insider)).await?;
    let token = session::fresh_token()?;
    let until = cx.now().plus(session::LASTS);
    store::insert_session(cx.tx(), &session::token_hash(&token), person, cx.now(), until).await?;
    store::forget_failures(cx.tx(), key).await?;
    cx.record(Event::SignedIn { person });
    cx.finish().await?;
    Ok(SignedIn { person, token })
}

async fn note_failure(db: &Db, keys: impl Iterator<Item = &str>, now: Moment) -> Result<(), Failure> {
    let cx = db.begin(Actor::Visitor).await?;
    for key in keys {
        store::insert_failure(cx.tx(), key, now, now.minus(DAY)).await?;
    }
    cx.finish().await
}
