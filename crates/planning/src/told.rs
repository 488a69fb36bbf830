//! What this house tells the others: the names of its things, what waits, and what was agreed.

use crate::line::Content;
use crate::sight::Sight;
use crate::store::{amendments, appraisals, day, displays, lines, plans};
use db::{ConnectionTrait, Look};
use kernel::{Action, ActivityId, Actor, Day, DisplayId, Failure, Moment, PersonId, PlanId, UnitId, Zone};
use std::collections::HashMap;

/// A line as it was agreed, for who gives work from it.
#[derive(Debug, Clone)]
pub struct Agreed {
    /// What is to be done.
    pub title: String,
    /// In which plan.
    pub plan: PlanId,
    /// Who leads.
    pub lead: UnitId,
    /// Who supports.
    pub supports: Vec<UnitId>,
    /// Who was invited into its plan by name.
    pub members: Vec<PersonId>,
    /// The end of the day by which it must be done.
    pub due: Option<Moment>,
    /// For its units and for leaders only.
    pub confidential: bool,
}

/// A line as it stands now.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such line.
pub async fn agreed(db: &impl ConnectionTrait, zone: &Zone, id: ActivityId) -> Result<Agreed, Failure> {
    let row = lines::line(db, id).await?.ok_or(Failure::NotFound)?;
    let content = row.content();
    let due = content.due_day().and_then(|day| zone.end_of(day));
    Ok(Agreed {
        plan: row.plan,
        lead: content.lead,
        members: plans::members(db, row.plan).await?,
        due,
        confidential: content.confidential,
        title: content.title,
        supports: content.supports,
    })
}

/// A line with its words.
#[derive(Debug, Clone)]
pub struct LineOf {
    /// Which.
    pub id: ActivityId,
    /// The number of its text.
    pub version: i32,
    /// Its words.
    pub content: Content,
}

/// Every standing line of a plan.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_of(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<LineOf>, Failure> {
    let rows = lines::standing(db, plan).await?;
    Ok(rows
        .into_iter()
        .map(|row| LineOf { id: row.id, version: row.version, content: row.content() })
        .collect())
}

/// A line that runs, or is due, in some days.
#[derive(Debug, Clone)]
pub struct LineBetween {
    /// Which.
    pub id: ActivityId,
    /// In which plan.
    pub plan: PlanId,
    /// First and last day.
    pub days: (Day, Day),
    /// Its words: title, units, targets, money.
    pub content: Content,
}

/// The most lines a period is told with.
const MOST: u32 = 5000;

/// The agreed lines that run or are due between two days, of one unit or of all, by day. `unit` is a unit with those that
/// ended in it; nothing is everybody.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_between(
    db: &impl ConnectionTrait,
    days: (Day, Day),
    unit: Option<&[UnitId]>,
) -> Result<Vec<LineBetween>, Failure> {
    let sight = Sight { units: unit.map(<[UnitId]>::to_vec), me: None, appraises: Some(Vec::new()) };
    Ok(lines::agreed_between(db, &sight, days, MOST).await?.into_iter().map(between).collect())
}

/// The same of the month's and the quarter's plan that nobody has approved yet: what a briefing talks over.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_drafted(db: &impl ConnectionTrait, days: (Day, Day)) -> Result<Vec<LineBetween>, Failure> {
    Ok(lines::drafted_between(db, days, MOST).await?.into_iter().map(between).collect())
}

fn between(row: lines::LineRow) -> LineBetween {
    LineBetween {
        id: row.id,
        plan: row.plan,
        days: (day(&row.begins), day(&row.ends)),
        content: row.content(),
    }
}

/// The units that lead lines.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of(
    db: &impl ConnectionTrait,
    ids: &[ActivityId],
) -> Result<HashMap<ActivityId, UnitId>, Failure> {
    Ok(lines::leads(db, ids).await?)
}

/// The title of a plan, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_plan(look: &Look, id: PlanId) -> Result<Option<String>, Failure> {
    if !plans::sees(look.db(), &Sight::of(look.actor()), id).await? {
        return Ok(None);
    }
    Ok(plans::plan(look.db(), id).await?.map(|row| row.title))
}

/// A line as others name it.
#[derive(Debug, Clone)]
pub struct SeenLine {
    /// Which.
    pub id: ActivityId,
    /// In which plan.
    pub plan: PlanId,
    /// What is to be done.
    pub title: String,
    /// Who leads.
    pub lead: UnitId,
}

impl From<lines::LineRow> for SeenLine {
    fn from(row: lines::LineRow) -> Self {
        Self { id: row.id, plan: row.plan, lead: row.lead, title: row.content().title }
    }
}

/// A line, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn seen_line(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ActivityId,
) -> Result<Option<SeenLine>, Failure> {
    let sight = Sight::of(actor);
    let Some(row) = lines::line(db, id).await? else { return Ok(None) };
    let whole = plans::sees_whole(db, &sight, row.plan).await?;
    Ok(lines::sees(db, &sight, whole, &row).await?.then(|| row.into()))
}

/// The agreed lines that run between two days, at most so many, for who may see them, by day.
///
/// # Errors
/// When the database does not answer.
pub async fn seen_lines(
    db: &impl ConnectionTrait,
    actor: &Actor,
    days: (Day, Day),
    most: u32,
) -> Result<Vec<SeenLine>, Failure> {
    let rows = lines::agreed_between(db, &Sight::of(actor), days, most).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The title of something to be seen and its campaign, for who may see that.
///
/// # Errors
/// When the database does not answer.
pub async fn called_display(look: &Look, id: DisplayId) -> Result<Option<(String, PlanId)>, Failure> {
    let Some(row) = displays::face(look.db(), id).await? else { return Ok(None) };
    let sees = plans::sees(look.db(), &Sight::of(look.actor()), row.plan).await?;
    Ok(sees.then_some((row.title, row.plan)))
}

/// The units that see to things to be seen.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of_displays(
    db: &impl ConnectionTrait,
    ids: &[DisplayId],
) -> Result<HashMap<DisplayId, UnitId>, Failure> {
    Ok(displays::units(db, ids).await?)
}

/// What waits for somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Drafts for which their units have not sent their lines.
    pub unsent: u64,
    /// Appraisals their units were asked for.
    pub appraisals: u64,
    /// Plans to be approved.
    pub plans: u64,
    /// Changes to be decided on.
    pub changes: u64,
}

impl Waiting {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.unsent + self.appraisals + self.plans + self.changes
    }
}

/// What waits for who looks.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<Waiting, Failure> {
    let Actor::Person(me) = look.actor() else { return Ok(Waiting::default()) };
    let reach = |action| me.reach_of(action);
    let mut waits = Waiting::default();
    // Who keeps plans for all asks the units; what waits for them is not what they asked of others.
    if let Some(units) = reach(Action::WritePlan).filter(|units| !units.is_empty()) {
        waits.unsent = plans::unsent(look.db(), Some(&units)).await?;
    }
    match reach(Action::Appraise) {
        Some(units) if units.is_empty() => {}
        units => waits.appraisals = appraisals::waiting(look.db(), units.as_deref()).await?,
    }
    match reach(Action::ApprovePlan) {
        Some(units) if units.is_empty() => {}
        units => {
            waits.plans = plans::to_approve(look.db(), units.as_deref()).await?;
            waits.changes = amendments::waiting(look.db(), units.as_deref()).await?;
        }
    }
    Ok(waits)
}
