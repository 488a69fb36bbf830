//! Sessions: a random token in a cookie, its hash in the table, the person's roles of today behind it.

use crate::scope::Reach;
use crate::store;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use db::ConnectionTrait;
use http::HeaderValue;
use kernel::{Actor, Failure, Insider, Moment, PersonId, Role, Zone};
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use std::time::Duration;
use web::App;

/// The cookie's name.
pub const SESSION_COOKIE: &str = "daumoi";
/// A working day and its evening.
pub(crate) const LASTS: Duration = Duration::from_secs(12 * 3600);

/// The layer that finds out who asks. Requests without a session pay nothing.
pub async fn who_asks(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(token) = web::cookie(request.headers(), SESSION_COOKIE).filter(|token| !token.is_empty()) {
        match actor_of(&app, token).await {
            Ok(Some(actor)) => {
                request.extensions_mut().insert(actor);
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a session could not be read"),
        }
    }
    next.run(request).await
}

async fn actor_of(app: &App, token: &str) -> Result<Option<Actor>, Failure> {
    let db = app.db.reader();
    match store::session(db, &token_hash(token), app.db.now()).await? {
        Some(session) => {
            insider(db, session.person, &app.zone, app.db.now()).await.map(|i| i.map(Actor::Person))
        }
        None => Ok(None),
    }
}

/// The person as an actor, with the roles of the day: for commands and for tests.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person, or they have left.
pub async fn actor(
    db: &impl ConnectionTrait,
    id: PersonId,
    zone: &Zone,
    now: Moment,
) -> Result<Actor, Failure> {
    insider(db, id, zone, now).await?.map(Actor::Person).ok_or(Failure::NotFound)
}

/// The person with their roles of today.
pub(crate) async fn insider(
    db: &impl ConnectionTrait,
    id: PersonId,
    zone: &Zone,
    now: Moment,
) -> Result<Option<Insider>, Failure> {
    let Some(person) = store::person(db, id).await?.filter(|person| person.left_at.is_none()) else {
        return Ok(None);
    };
    let today = zone.day(now).to_string();
    let roles = store::roles(db, Some(id)).await?;
    let reach = Reach::read(db, today.clone()).await?;
    let mut grants = Vec::new();
    let mut home = None;
    for row in roles.iter().filter(|row| holds_on(&today, row.valid_from.as_deref(), row.valid_to.as_deref()))
    {
        let Ok(role) = row.role.parse::<Role>() else { continue };
        home = home.or(row.unit);
        grants.push(reach.grant(role, row.unit));
    }
    Ok(Some(Insider { id, name: person.name, unit: home, grants }))
}

/// Whether a term holds on a day: both ends included, open where absent.
pub(crate) fn holds_on(day: &str, from: Option<&str>, to: Option<&str>) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

/// Where a request came from, for the rate limit: what our own proxy says, else the connection's address.
/// The roof removes what strangers claim before this is read.
pub(crate) fn origin_of(headers: &http::HeaderMap) -> String {
    let noted = headers.get(web::ORIGIN_HEADER).and_then(|value| value.to_str().ok()).unwrap_or("unknown");
    match noted.parse::<IpAddr>().map(|address| address.to_canonical()) {
        // Whoever has one IPv6 address has the 2^64 beside it too: they count as one.
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(IpAddr::V4(address)) => address.to_string(),
        Err(_) => noted.chars().take(64).collect(),
    }
}

pub(crate) fn token_hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn fresh_token() -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| Failure::broken(e.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The header that gives a browser its session; an empty token takes it away.
#[must_use]
pub fn session_cookie(token: &str, secure: bool) -> Option<HeaderValue> {
    let (seconds, secure) =
        (if token.is_empty() { 0 } else { LASTS.as_secs() }, if secure { "; Secure" } else { "" });
    HeaderValue::from_str(&format!(
        "{SESSION_COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    ))
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_holds_from_its_first_to_its_last_day() {
        for (from, to, holds) in [
            (None, None, true),
            (Some("2025-07-01"), None, true),
            (Some("2025-07-02"), None, false),
            (None, Some("2025-07-01"), true),
            (None, Some("2025-06-30"), false),
        ] {
            assert_eq!(holds_on("2025-07-01", from, to), holds, "{from:?} {to:?}");
        }
    }

    #[test]
    fn neighbours_of_one_ipv6_network_are_one_origin() {
        for (address, origin) in [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("a proxy's name", "a proxy's name"),
        ] {
            let mut headers = http::HeaderMap::new();
            headers.insert(web::ORIGIN_HEADER, address.parse().unwrap());
            assert_eq!(origin_of(&headers), origin);
        }
        assert_eq!(origin_of(&http::HeaderMap::new()), "unknown");
    }
}
