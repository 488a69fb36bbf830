//! What people see: the public's pages and the desk's, and what they share.

pub(crate) mod desk;
mod form;
pub(crate) mod open;

use axum::response::Response;
use http::StatusCode;
use kernel::{Failure, Moment, Refusal, Zone};
use std::str::FromStr;

/// One choice of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

impl Choice {
    /// The choices of (value, words), with one chosen.
    pub(crate) fn of(list: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Vec<Self> {
        list.into_iter().map(|(value, label)| Self { selected: value == chosen, value, label }).collect()
    }
}

/// Reads an id of the address; one that is none is not there.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The reasons of a refused wish; anything else stays a failure.
pub(crate) fn reasons(failure: Failure) -> Result<Vec<Refusal>, Failure> {
    match failure {
        Failure::Refused(reasons) => Ok(reasons),
        Failure::Stale(reason) => Ok(vec![reason]),
        other => Err(other),
    }
}

/// The status of a page with these reasons on it.
pub(crate) fn with_status(mut response: Response, refused: &[Refusal]) -> Response {
    if refused.iter().any(|reason| reason.key == "refused-slow-down") {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    } else if refused.iter().any(|reason| reason.key.starts_with("stale-")) {
        *response.status_mut() = StatusCode::CONFLICT;
    } else if !refused.is_empty() {
        *response.status_mut() = web::refused_status(refused);
    }
    response
}

/// A wall clock time of a form, `2026-11-22T07:30`, or a day, in the agency's zone.
pub(crate) fn moment(zone: &Zone, text: &str) -> Option<Moment> {
    if let Ok(at) = text.parse::<jiff::civil::DateTime>() {
        return zone.moment(at);
    }
    text.parse::<jiff::civil::Date>().ok().and_then(|day| zone.start_of(day))
}

/// The same the other way, for the form.
pub(crate) fn typed(zone: &Zone, at: Moment) -> String {
    zone.local(at).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Bytes as people say them.
pub(crate) fn size(bytes: i64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", (bytes + 999) / 1000)
    } else {
        format!("{} MB", bytes / 1_000_000)
    }
}
