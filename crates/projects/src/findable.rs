//! What can be found of projects, by those who see their unit's work.

use crate::store::projects;
use db::ConnectionTrait;
use kernel::{Failure, Moment, ProjectId, UnitId};

/// What can be found of a project.
#[derive(Debug, Clone)]
pub struct Findable {
    /// Its name.
    pub name: String,
    /// Its code, or nothing.
    pub code: String,
    /// The number of the decision that assigned it, or nothing.
    pub decision: String,
    /// What it is about.
    pub about: String,
    /// Where it stands, as in `project-state-…`.
    pub state: String,
    /// The class of its chip.
    pub chip: &'static str,
    /// Who leads it.
    pub unit: UnitId,
    /// When it was entered.
    pub begun_at: Moment,
}

/// What can be found of a project.
///
/// # Errors
/// When the database does not answer.
pub async fn findable(db: &impl ConnectionTrait, id: ProjectId) -> Result<Option<Findable>, Failure> {
    Ok(projects::project(db, id).await?.map(|row| Findable {
        chip: row.state().chip(),
        name: row.name,
        code: row.code,
        decision: row.decision,
        about: row.about,
        state: row.state,
        unit: row.unit,
        begun_at: row.made_at,
    }))
}

/// Every project there is, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn every_project(db: &impl ConnectionTrait) -> Result<Vec<ProjectId>, Failure> {
    Ok(projects::every(db).await?)
}
