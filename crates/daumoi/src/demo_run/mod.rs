//! The demo: a believable province living in a throw-away folder, at a chosen morning of its year.

mod answers;
mod asked;
mod assignments;
mod clock;
mod congress;
mod displays;
mod library;
mod load;
mod pictures;
mod planning;
mod press;
mod projects;
mod reports;
mod stories;
mod telling;
mod timeline;
mod together;

pub(crate) use answers::tell_what_was_asked;
pub(crate) use asked::ask_the_past;
pub(crate) use assignments::give_the_work;
pub(crate) use clock::ShiftedClock;
pub(crate) use load::load;
pub(crate) use pictures::{Drawings, draw_when_asked};
pub(crate) use planning::tell_the_plans;
pub(crate) use press::{Printer, hear_the_past};
pub(crate) use reports::tell_the_reports;
pub(crate) use telling::tell_the_press;
pub(crate) use together::work_together;

use kernel::PersonId;
use std::sync::Arc;

/// A log-in of the demo.
#[derive(Debug, Clone)]
pub(crate) struct Login {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) post: String,
    pub(crate) tries: String,
}

/// What the demo's pages show.
#[derive(Clone)]
pub(crate) struct Cast {
    pub(crate) app: web::App,
    pub(crate) password: String,
    pub(crate) province: String,
    pub(crate) logins: Arc<Vec<Login>>,
}
