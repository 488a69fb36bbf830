//! The desk's pages of the deadlines, and what they share.

pub(crate) mod clock;
pub(crate) mod days;
pub(crate) mod feed;
pub(crate) mod list;
pub(crate) mod rules;

use db::Look;
use kernel::{Action, Failure, Thing};
use web::{Page, Tab};

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

pub(crate) use web::{Choice, reasons};
