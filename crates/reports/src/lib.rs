//! The report of a period writes itself from what was done; the briefing reviews a month and plans the next.

mod briefed;
mod command;
mod draft;
pub mod measure;
mod numbers;
mod office;
mod pages;
mod paper_of;
pub mod period;
pub mod report;
mod store;
pub mod verbs;
mod waiting;
pub mod words;

pub use command::{Made, made};
pub use numbers::{Case, Numbers};
pub use office::{Agency, Names, Obstacle, Office, Planned, Standing, Work};
pub use paper_of::{annex, paper};
pub use store::reports::Texts;
pub use waiting::{Decision, called, decision, find, waiting};

use axum::extract::FromRef;
use kernel::{Failure, PeriodReportId};
use std::sync::Arc;
use web::{App, Door};

/// What this house needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
}

impl House {
    /// The words of a report as they stand.
    ///
    /// # Errors
    /// Not found.
    pub async fn texts_of(&self, id: PeriodReportId) -> Result<Texts, Failure> {
        Ok(self.row(id).await?.texts())
    }

    /// The hash of what stands there: what is submitted and approved.
    ///
    /// # Errors
    /// Not found.
    pub async fn hash_of(&self, id: PeriodReportId) -> Result<String, Failure> {
        Ok(self.row(id).await?.hash)
    }

    async fn row(&self, id: PeriodReportId) -> Result<store::reports::ReportRow, Failure> {
        store::reports::ReportRow::of(self.app.db.reader(), id).await?.ok_or(Failure::NotFound)
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
    vec![
        db::Step { name: "reports_0001_reports", sql: include_str!("../migrations/0001_reports.sql") },
        db::Step { name: "reports_0002_kept", sql: include_str!("../migrations/0002_kept.sql") },
    ]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::doors()
}
