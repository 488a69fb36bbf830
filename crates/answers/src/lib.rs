//! Answer the people: what they ask, tell and are asked, each with its clock, its reasons and its count (S75, S76, L5, L17,
//! L18, TT-01 to TT-06).
//!
//! Nobody needs an account. A form asks for as little as it can, shows a plain question instead of a picture to tell people
//! from robots, and answers with a code to come back with. Who asked stands in a table of its own, seen by those who handle
//! the question alone, and erased some time after its end.

mod code;
mod findable;
mod flock;
mod office;
mod pages;
mod private;
pub mod question;
mod sight;
mod store;
mod sweep;
pub mod verbs;
mod waiting;
mod words;

pub use code::Code;
pub use findable::{FindableQuestion, findable_question, published};
pub use office::{Colleague, Names, Office};
pub use sweep::{ANSWERS_TOPIC, Sweeper};
pub use waiting::{
    Waiting, called_consultation, called_question, called_report, called_request, units_of, waiting,
};

use axum::extract::FromRef;
use db::Db;
use files::FileStore;
use gate::{Gate, Secret};
use kernel::Failure;
use std::sync::Arc;
use web::{App, Door};

/// What people who ask attach.
pub(crate) const FILES: typed::Attachments = typed::Attachments::of("answers");

/// What this house needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// What was handed in and what is handed out.
    pub files: FileStore,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
    /// What its clocks count with.
    pub rules: deadlines::Rules,
    /// What the public's forms go through.
    pub gate: Arc<Gate>,
}

impl House {
    /// The secret that tokens and tracking codes are made with.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn secret(&self) -> Result<&Secret, Failure> {
        self.gate.secret(self.db()).await
    }

    fn db(&self) -> &Db {
        &self.app.db
    }
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this house.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "answers_0001_answers", sql: include_str!("../migrations/0001_answers.sql") }]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::desk::doors()
}

/// The doors that stand open to everybody, at the root of every site.
#[must_use]
pub fn open_doors() -> Vec<Door<House>> {
    pages::open::doors()
}
