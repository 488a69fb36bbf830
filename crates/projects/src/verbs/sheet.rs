//! A project under its lock, as every verb upon it opens it.

use crate::project::{self, Facts, State, Step};
use crate::sight::Sight;
use crate::store::money;
use crate::store::projects::{self, ProjectRow};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Actor, Day, Failure, ProjectId, Refusal, Thing};

/// The project a verb works on.
pub(super) struct Sheet {
    pub(super) row: ProjectRow,
}

/// More entries than any project has.
const MOST: i64 = 5000;

impl Sheet {
    /// Locks it for who runs it; to those who do not see it, it does not exist.
    pub(super) async fn open(cx: &Cx, id: ProjectId) -> Result<Self, Failure> {
        if matches!(cx.actor(), Actor::Visitor) {
            return Err(Failure::SignIn);
        }
        if !projects::sees(cx.tx(), &Sight::of(cx.actor()), id).await? {
            return Err(Failure::NotFound);
        }
        let row = projects::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        cx.may(Action::RunProjects, Thing::Unit(row.unit))?;
        Ok(Self { row })
    }

    /// The same with a step that must be open, for something that is added.
    pub(super) async fn open_to(cx: &Cx, id: ProjectId, step: Step) -> Result<Self, Failure> {
        let sheet = Self::open(cx, id).await?;
        project::take(sheet.state(), step, &Facts::default()).map_err(Failure::Refused)?;
        if money::many(cx.tx(), id).await? >= MOST {
            return Err(Failure::refused(Refusal::new("refused-campaign-many")));
        }
        Ok(sheet)
    }

    pub(super) fn state(&self) -> State {
        self.row.state()
    }

    /// Takes a step, or says every reason against it.
    pub(super) fn take(&mut self, step: Step, facts: &Facts) -> Result<(), Failure> {
        let next = project::take(self.state(), step, facts).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        Ok(())
    }

    pub(super) async fn save(&mut self, cx: &Cx) -> Result<(), Failure> {
        self.row.edition += 1;
        Ok(projects::put(cx.tx(), &self.row).await?)
    }
}

/// What a step needs to know of a project.
pub(crate) async fn project_facts(db: &impl ConnectionTrait, id: ProjectId) -> Result<Facts, Failure> {
    let (assigned, paid) = money::totals(db, id).await?;
    let hindrances = projects::hindrances(db, id).await?;
    Ok(Facts {
        has_money: assigned > 0,
        has_paid: paid > 0,
        is_hindered: hindrances.iter().any(|one| one.over_at.is_none()),
        ..Facts::default()
    })
}

/// A day that was said and is not ahead; else the reason against it.
pub(super) fn past(
    field: &'static str,
    day: Option<Day>,
    today: Day,
    against: &mut Vec<Refusal>,
) -> Option<Day> {
    match day {
        None => against.push(Refusal::field(field, "refused-day")),
        Some(day) if day > today => against.push(Refusal::field(field, "refused-day-ahead")),
        Some(_) => {}
    }
    day
}
