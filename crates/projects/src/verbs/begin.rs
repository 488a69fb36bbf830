//! Enter a project, change what it is, and say which lines of plans it pays for.

use super::sheet::{Sheet, past};
use crate::Office;
use crate::project::{KINDS, State, Step, is_amount, is_year, said};
use crate::store::money;
use crate::store::projects::{self, ProjectRow};
use db::Cx;
use kernel::{
    Action, ActivityId, Day, Failure, NewId, PersonId, ProjectEvent, ProjectId, Refusal, Thing, UnitId, Zone,
};
use typed::{lines, too_long as not_longer};

/// A project as it is to be.
#[derive(Debug, Clone, Default)]
pub struct ProjectWish {
    /// What it is called.
    pub name: String,
    /// Its code, where it has one.
    pub code: String,
    /// Number of the decision that assigned it.
    pub decision: String,
    /// Its day.
    pub decided_on: Option<Day>,
    /// Who leads.
    pub unit: Option<UnitId>,
    /// Of [`KINDS`].
    pub kind: String,
    /// Where its money comes from.
    pub money: String,
    /// First budget year.
    pub from_year: Option<i32>,
    /// Last budget year.
    pub to_year: Option<i32>,
    /// What it may cost in all, in đồng; `None` could not be read.
    pub total: Option<i64>,
    /// What it is for.
    pub about: String,
    /// Who is in charge.
    pub manager: Option<PersonId>,
    /// Who keeps its money.
    pub bookkeeper: Option<PersonId>,
}

/// Enters one.
///
/// # Errors
/// Refused without name, decision, unit, kind, years or total.
pub async fn begin_project(cx: &mut Cx, zone: &Zone, wish: &ProjectWish) -> Result<ProjectId, Failure> {
    match wish.unit {
        Some(unit) => cx.may(Action::RunProjects, Thing::Unit(unit))?,
        None => cx.may(Action::RunProjects, Thing::Agency)?,
    }
    let mut row = ProjectRow {
        id: ProjectId::fresh(),
        name: String::new(),
        code: String::new(),
        decision: String::new(),
        decided_on: String::new(),
        unit: wish.unit.unwrap_or_else(UnitId::fresh),
        kind: String::new(),
        money: String::new(),
        from_year: 0,
        to_year: 0,
        total: 0,
        about: String::new(),
        manager: None,
        bookkeeper: None,
        state: State::Preparing.name().into(),
        reason: String::new(),
        edition: 1,
        made_at: cx.now(),
        made_by: cx.actor().id(),
    };
    Failure::unless(fill(&mut row, zone.day(cx.now()), wish))?;
    projects::put(cx.tx(), &row).await?;
    cx.record(ProjectEvent::ProjectBegun { project: row.id, unit: row.unit });
    cx.record(ProjectEvent::ProjectChanged { project: row.id, total: row.total });
    Ok(row.id)
}

/// Changes what it is. Its money is changed by adjustments, not here.
///
/// # Errors
/// As [`begin_project`]; refused when more was assigned than the new total; stale when somebody else changed it since `seen`.
pub async fn change_project(
    cx: &mut Cx,
    zone: &Zone,
    id: ProjectId,
    seen: i32,
    wish: &ProjectWish,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to(cx, id, Step::Change).await?;
    if let Some(unit) = wish.unit {
        cx.may(Action::RunProjects, Thing::Unit(unit))?;
    }
    if sheet.row.edition != seen {
        return Err(Failure::Stale(Refusal::new("stale-project")));
    }
    let mut against = fill(&mut sheet.row, zone.day(cx.now()), wish);
    let (assigned, _) = money::totals(cx.tx(), id).await?;
    if assigned > sheet.row.total {
        against.push(Refusal::field("total", "refused-project-over-total"));
    }
    Failure::unless(against)?;
    sheet.save(cx).await?;
    cx.record(ProjectEvent::ProjectChanged { project: id, total: sheet.row.total });
    Ok(())
}

/// Writes a wish into a row; answers the reasons against it.
fn fill(row: &mut ProjectRow, today: Day, wish: &ProjectWish) -> Vec<Refusal> {
    let mut against = Vec::new();
    row.name = said("name", &wish.name, 300, Some("refused-project-name"), &mut against);
    row.code = said("code", &wish.code, 60, None, &mut against);
    row.decision = said("decision", &wish.decision, 100, Some("refused-project-decision"), &mut against);
    row.money = said("money", &wish.money, 200, Some("refused-project-source"), &mut against);
    row.decided_on = past("decided_on", wish.decided_on, today, &mut against)
        .map(|day| day.to_string())
        .unwrap_or_default();
    row.about = lines(&wish.about);
    not_longer("about", &row.about, 5000, &mut against);
    match wish.unit {
        Some(unit) => row.unit = unit,
        None => against.push(Refusal::field("unit", "refused-unit")),
    }
    match KINDS.into_iter().find(|kind| *kind == wish.kind) {
        Some(kind) => kind.clone_into(&mut row.kind),
        None => against.push(Refusal::field("kind", "refused-project-kind")),
    }
    match (wish.from_year, wish.to_year) {
        (Some(from), Some(to)) if is_year(from) && is_year(to) && from <= to && to - from <= 20 => {
            (row.from_year, row.to_year) = (from, to);
        }
        _ => against.push(Refusal::field("from_year", "refused-project-years")),
    }
    match wish.total.filter(|total| is_amount(*total)) {
        Some(total) => row.total = total,
        None => against.push(Refusal::field("total", "refused-line-money")),
    }
    (row.manager, row.bookkeeper) = (wish.manager, wish.bookkeeper);
    against
}

/// Says that it pays for a line of a plan that who says so sees.
///
/// # Errors
/// Not found when the line is not there for them.
pub async fn pay_for(
    cx: &mut Cx,
    office: &dyn Office,
    id: ProjectId,
    activity: ActivityId,
) -> Result<(), Failure> {
    Sheet::open_to(cx, id, Step::Change).await?;
    office.line(cx.actor(), activity).await?.ok_or(Failure::NotFound)?;
    if projects::lines(cx.tx(), id).await?.len() >= 60 {
        return Err(Failure::refused(Refusal::field("activity", "refused-line-many")));
    }
    if projects::add_line(cx.tx(), id, activity).await? {
        cx.record(ProjectEvent::ProjectPays { project: id, activity });
    }
    Ok(())
}

/// Says that it does not.
///
/// # Errors
/// Not found when it never did.
pub async fn pay_not_for(cx: &mut Cx, id: ProjectId, activity: ActivityId) -> Result<(), Failure> {
    Sheet::open_to(cx, id, Step::Change).await?;
    if !projects::drop_line(cx.tx(), id, activity).await? {
        return Err(Failure::NotFound);
    }
    cx.record(ProjectEvent::ProjectPaysNot { project: id, activity });
    Ok(())
}
