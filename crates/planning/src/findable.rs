//! What can be found of plans: their own words, for whoever sees anything of them. What their lines say is found as the work
//! that comes of them, by those who see that work.

use crate::store::{day, plans};
use db::ConnectionTrait;
use kernel::{Day, Failure, Moment, PersonId, PlanId, UnitId};

/// What can be found of a plan, and by whom.
#[derive(Debug, Clone)]
pub struct Findable {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Its first and last day.
    pub days: (Day, Day),
    /// Where it stands, as in `plan-state-…`.
    pub state: String,
    /// The class of its chip.
    pub chip: &'static str,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// All units that see something of it.
    pub units: Vec<UnitId>,
    /// Those that appraise it.
    pub appraisers: Vec<UnitId>,
    /// Who was invited by name.
    pub people: Vec<PersonId>,
    /// When it was begun.
    pub begun_at: Moment,
}

/// What can be found of a plan.
///
/// # Errors
/// When the database does not answer.
pub async fn findable(db: &impl ConnectionTrait, id: PlanId) -> Result<Option<Findable>, Failure> {
    let Some(row) = plans::plan(db, id).await? else { return Ok(None) };
    Ok(Some(Findable {
        days: (day(&row.from_day), day(&row.to_day)),
        chip: row.state().chip(),
        units: plans::units_in(db, id).await?,
        appraisers: plans::appraisers(db, id).await?,
        people: plans::members(db, id).await?,
        title: row.title,
        about: row.about,
        state: row.state,
        unit: row.unit,
        begun_at: row.made_at,
    }))
}

/// Every plan there is, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn every_plan(db: &impl ConnectionTrait) -> Result<Vec<PlanId>, Failure> {
    Ok(plans::every(db).await?)
}
