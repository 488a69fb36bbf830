//! Check a password: at the door, and before an account is changed. Opens no session.

use crate::{password, store};
use db::Db;
use kernel::{Actor, Failure, Moment, PersonId, Refusal};
use std::time::Duration;
use uuid::Uuid;

const WINDOW: Duration = Duration::from_secs(15 * 60);
const DAY: Duration = Duration::from_secs(24 * 3600);
const MOST_BY_LOGIN: i64 = 8;
/// A whole office may sit behind one address.
const MOST_BY_ORIGIN: i64 = 60;
/// The longest an e-mail address can be (RFC 5321); longer names are nobody's and are not stored.
pub(crate) const LOGIN_LONGEST: usize = 254;

/// Whose password this is.
///
/// Each try is written down before the password is looked at and taken back when it was right: of any number of
/// tries at the same instant only as many are looked at as the limit allows.
///
/// # Errors
/// Refused in the same words whether the login or the password was wrong; refused for a while after too many tries;
/// refused when too many people wait at the door.
pub async fn check_password(
    db: &Db,
    login: &str,
    password: String,
    origin: &str,
) -> Result<PersonId, Failure> {
    let wrong = || Failure::refused(Refusal::new("refused-login-wrong"));
    if !plausible(login) || password.chars().count() > password::LONGEST {
        return Err(wrong());
    }
    let (by_login, by_origin) = (login_key(login), format!("from:{origin}"));
    let keys = [(by_login.as_str(), MOST_BY_LOGIN), (by_origin.as_str(), MOST_BY_ORIGIN)];
    let attempt = note(db, &keys).await?;
    let login = login.trim().to_lowercase();
    let person = store::person_by_login(db.reader(), &login).await?.filter(|row| row.left_at.is_none());
    let stored = person.as_ref().and_then(|row| row.password_hash.clone());
    // Slow on purpose, and before any transaction.
    let looked_at = password::matches(password, stored).await;
    if !matches!(looked_at, Ok(false)) {
        forget(db, attempt).await?;
    }
    match (looked_at?, person) {
        (true, Some(person)) => Ok(person.id),
        _ => Err(wrong()),
    }
}

/// Under which name tries with this log-in are counted.
pub(super) fn login_key(login: &str) -> String {
    format!("login:{}", login.trim().to_lowercase())
}

/// What could be somebody's log-in. Others are neither looked up nor stored.
pub(crate) fn plausible(login: &str) -> bool {
    login.len() <= LOGIN_LONGEST && !login.contains(char::is_control)
}

/// Writes the attempt down, then counts: whoever is committed after the last one allowed sees that there are too
/// many, on either engine and without a lock.
async fn note(db: &Db, keys: &[(&str, i64)]) -> Result<Uuid, Failure> {
    let now = db.now();
    if too_many(db, keys, now, 0).await? {
        return Err(too_often());
    }
    let attempt = Uuid::now_v7();
    let cx = db.begin(Actor::Visitor).await?;
    let names: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    store::insert_attempt(cx.tx(), attempt, &names, now, now.minus(DAY)).await?;
    cx.finish().await?;
    if too_many(db, keys, now, 1).await? {
        forget(db, attempt).await?;
        return Err(too_often());
    }
    Ok(attempt)
}

/// Whether there is no room left under one of the keys; `own` attempts of the asker are counted already.
async fn too_many(db: &Db, keys: &[(&str, i64)], now: Moment, own: i64) -> Result<bool, Failure> {
    for (key, most) in keys {
        if store::attempts_since(db.reader(), key, now.minus(WINDOW)).await? - own >= *most {
            return Ok(true);
        }
    }
    Ok(false)
}

fn too_often() -> Failure {
    Failure::refused(Refusal::new("refused-login-too-often"))
}

async fn forget(db: &Db, attempt: Uuid) -> Result<(), Failure> {
    let cx = db.begin(Actor::Visitor).await?;
    store::forget_attempt(cx.tx(), attempt).await?;
    cx.finish().await
}
