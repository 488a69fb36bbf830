//! What can be found of work given to units, by those who see it.

use crate::assignment::State;
use crate::sight;
use crate::store::assignments::{self, AssignmentRow};
use db::ConnectionTrait;
use kernel::{AssignmentId, Failure, Moment, PersonId, UnitId, WorkFacts};

/// What can be found of a piece of work, and by whom.
#[derive(Debug, Clone)]
pub struct Findable {
    /// What is to be done.
    pub title: String,
    /// The words with it.
    pub words: String,
    /// The class of its chip, and its state as in `work-state-…`.
    pub state: State,
    /// Who leads it.
    pub lead: UnitId,
    /// Its units and who is named.
    pub facts: WorkFacts,
    /// Who gave it.
    pub giver: Option<PersonId>,
    /// Whether it is for its leaders, who gave it and who is named.
    pub confidential: bool,
    /// When it was given.
    pub given_at: Moment,
}

/// What can be found of a piece of work; nothing of one that was taken back.
///
/// # Errors
/// When the database does not answer.
pub async fn findable(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<Findable>, Failure> {
    let Some(row) = AssignmentRow::of(db, id).await? else { return Ok(None) };
    let state = State::named(&row.state);
    if state == State::Withdrawn {
        return Ok(None);
    }
    Ok(Some(Findable {
        facts: sight::facts(db, &row).await?,
        state,
        lead: row.lead,
        giver: row.giver,
        confidential: row.confidential,
        given_at: row.given_at,
        title: row.title,
        words: row.words,
    }))
}

/// Every piece of work there is, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn every_assignment(db: &impl ConnectionTrait) -> Result<Vec<AssignmentId>, Failure> {
    Ok(assignments::every(db).await?)
}
