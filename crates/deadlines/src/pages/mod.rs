//! The desk's pages of the deadlines, and what they share.

pub(crate) mod clock;
pub(crate) mod days;
pub(crate) mod feed;
pub(crate) mod list;
pub(crate) mod rules;

use db::Look;
use kernel::{Action, Failure, Refusal, Thing};
use web::{Page, Tab};

/// One choice of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

/// The pages of this part as tabs.
pub(crate) fn nav(p: &Page, here: &str) -> Vec<Tab> {
    [
        ("/desk/clocks", "clocks-title"),
        ("/desk/clocks/rules", "rules-title"),
        ("/desk/clocks/days", "days-title"),
    ]
    .into_iter()
    .map(|(href, label)| Tab { href: href.to_owned(), label: p.t(label), count: 0, current: href == here })
    .collect()
}

/// Only who works on the desk goes on; guests have no deadlines of ours.
pub(crate) fn desk_only(look: &Look) -> Result<(), Failure> {
    look.may(Action::ReadPeople, Thing::House)
}

/// The reasons of a refused wish; anything else stays a failure.
pub(crate) fn reasons(failure: Failure) -> Result<Vec<Refusal>, Failure> {
    match failure {
        Failure::Refused(reasons) => Ok(reasons),
        Failure::Stale(reason) => Ok(vec![reason]),
        other => Err(other),
    }
}
