//! What the pages of the answering half have in common.

use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, Moment, Refusal, Thing, UnitId, Zone};
use std::str::FromStr;
use web::{Asker, Fields, Page, refused_status};

/// One choice of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

/// Choices from names whose words are keys.
pub(crate) fn choices(p: &Page, names: &[&str], family: &str, chosen: &str) -> Vec<Choice> {
    names
        .iter()
        .map(|name| Choice {
            value: (*name).to_owned(),
            label: p.t(&format!("{family}{name}")),
            selected: *name == chosen,
        })
        .collect()
}

/// Units to choose from.
pub(crate) fn unit_choices(units: Vec<(UnitId, String)>, chosen: &str) -> Vec<Choice> {
    units
        .into_iter()
        .map(|(unit, label)| {
            let value = unit.to_string();
            Choice { selected: value == chosen, value, label }
        })
        .collect()
}

/// Reads an id of the address; one that is none is not there.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Only who may see the press desk goes on.
pub(crate) fn desk_only(asker: &Asker) -> Result<(), Failure> {
    asker.look().may(Action::ReadPressDesk, Thing::House)
}

/// Whether who asks may do this anywhere in the house.
pub(crate) fn may(asker: &Asker, action: Action) -> bool {
    asker.look().may(action, Thing::House).is_ok()
}

/// The reasons of a refused wish; anything else stays a failure.
pub(crate) fn reasons(failure: Failure) -> Result<Vec<Refusal>, Failure> {
    match failure {
        Failure::Refused(reasons) => Ok(reasons),
        Failure::Stale(reason) => Ok(vec![reason]),
        other => Err(other),
    }
}

/// A page that says why something was refused, with the status that says so too.
pub(crate) fn with_status(mut page: Response, refused: &[Refusal]) -> Response {
    if !refused.is_empty() {
        let stale = refused.iter().any(|reason| reason.key.starts_with("stale-"));
        *page.status_mut() = if stale { StatusCode::CONFLICT } else { refused_status(refused) };
    }
    page
}

/// A moment as `datetime-local` sends it, in the agency's zone; none when nothing was typed.
///
/// # Errors
/// Refused when it cannot be read.
pub(crate) fn moment(fields: &Fields, field: &'static str, zone: &Zone) -> Result<Option<Moment>, Failure> {
    let text = fields.text(field);
    if text.is_empty() {
        return Ok(None);
    }
    let read = text.parse::<jiff::civil::DateTime>().ok().and_then(|wall| zone.moment(wall));
    read.map(Some).ok_or_else(|| Failure::refused(Refusal::field(field, "refused-moment")))
}

/// The same in the form that the field shows.
pub(crate) fn typed_moment(zone: &Zone, at: Option<Moment>) -> String {
    at.map(|at| zone.local(at).strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}
