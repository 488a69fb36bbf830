//! Begin a plan, and change what it is called and when it runs.

use super::sheet::Sheet;
use crate::plan::{Kind, State, THEMES};
use crate::sight::Sight;
use crate::store::lines::{self, Asked};
use crate::store::plans::{self, PlanRow};
use db::Cx;
use kernel::{Action, Day, Failure, NewId, PageNumber, PlanId, PlanningEvent, Refusal, Thing, UnitId};
use typed::{line, lines as text_lines, too_long};

/// A plan as it is to be.
#[derive(Debug, Clone, Default)]
pub struct PlanWish {
    /// Of [`Kind`]; stays as it was begun.
    pub kind: String,
    /// Of [`THEMES`], for a thematic plan.
    pub theme: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// Who keeps it.
    pub unit: Option<UnitId>,
    /// The longer plan it lies in.
    pub parent: Option<PlanId>,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
}

/// Begins one. It may be for a later year than it is written in (S40).
///
/// # Errors
/// Refused without title, unit or days, and when it does not lie inside its parent.
pub async fn begin_plan(cx: &mut Cx, wish: &PlanWish) -> Result<PlanId, Failure> {
    let mut row = PlanRow {
        id: PlanId::fresh(),
        kind: String::new(),
        theme: String::new(),
        title: String::new(),
        about: String::new(),
        unit: UnitId::fresh(),
        parent: None,
        from_day: String::new(),
        to_day: String::new(),
        state: State::Drafting.name().into(),
        version: 0,
        hash: String::new(),
        returned: String::new(),
        approved_by: None,
        approved_at: None,
        made_at: cx.now(),
        made_by: cx.actor().id(),
    };
    let kind = Kind::named(&wish.kind);
    let mut against = fill(cx, &mut row, kind, wish).await?;
    if kind.is_none() {
        against.insert(0, Refusal::field("kind", "refused-plan-kind"));
    }
    if let Some(unit) = wish.unit {
        cx.may(Action::KeepPlans, Thing::Unit(unit))?;
    } else {
        cx.may(Action::KeepPlans, kernel::Thing::Agency)?;
    }
    Failure::unless(against)?;
    kind.map_or("", Kind::name).clone_into(&mut row.kind);
    plans::put(cx.tx(), &row).await?;
    cx.record(PlanningEvent::PlanBegun { plan: row.id, kind: row.kind.clone(), unit: row.unit });
    Ok(row.id)
}

/// Changes what it is called and when it runs, while it is drafted. What already stands in it must still fit.
///
/// # Errors
/// As [`begin_plan`], and when a line or a plan inside it would fall out.
pub async fn change_plan(cx: &mut Cx, id: PlanId, wish: &PlanWish) -> Result<(), Failure> {
    let mut sheet = Sheet::open_for(cx, id, Action::KeepPlans).await?;
    if sheet.state() != State::Drafting {
        return Err(Failure::refused(Refusal::new("closed-plan-frozen")));
    }
    if let Some(unit) = wish.unit {
        cx.may(Action::KeepPlans, Thing::Unit(unit))?;
    }
    let kind = sheet.row.kind();
    let mut against = fill(cx, &mut sheet.row, Some(kind), wish).await?;
    let period = sheet.row.period();
    if let Some((first, last)) = plans::reach_of_children(cx.tx(), id).await?
        && (first < period.0 || last > period.1)
    {
        against.push(Refusal::field("from", "refused-plan-children-outside"));
    }
    if falls_out(cx, id, period).await? {
        against.push(Refusal::field("from", "refused-plan-lines-outside"));
    }
    Failure::unless(against)?;
    sheet.save(cx).await?;
    cx.record(PlanningEvent::PlanChanged { plan: id });
    Ok(())
}

/// Whether a line has days outside of these.
async fn falls_out(cx: &Cx, id: PlanId, period: (Day, Day)) -> Result<bool, Failure> {
    let sight = Sight::of(cx.actor());
    let asked = Asked { by_day: true, ..Asked::default() };
    let whole = Sight { units: None, ..sight };
    let first = lines::list(cx.tx(), id, &whole, true, &asked, (PageNumber::FIRST, 1)).await?;
    let before = first.iter().any(|row| !row.content().reasons_against(period).is_empty());
    Ok(before || lines::any_after(cx.tx(), id, period.1).await?)
}

async fn fill(
    cx: &Cx,
    row: &mut PlanRow,
    kind: Option<Kind>,
    wish: &PlanWish,
) -> Result<Vec<Refusal>, Failure> {
    let mut against = Vec::new();
    row.title = line(&wish.title);
    row.about = text_lines(&wish.about);
    row.theme = match kind {
        Some(Kind::Thematic) => {
            THEMES.into_iter().find(|theme| *theme == wish.theme).unwrap_or("other").into()
        }
        _ => String::new(),
    };
    if row.title.chars().count() < 5 {
        against.push(Refusal::field("title", "refused-plan-title"));
    }
    too_long("title", &row.title, 300, &mut against);
    too_long("about", &row.about, 5000, &mut against);
    match wish.unit {
        Some(unit) => row.unit = unit,
        None => against.push(Refusal::field("unit", "refused-unit")),
    }
    match (wish.from, wish.to) {
        (Some(from), Some(to)) if to < from => against.push(Refusal::field("to", "refused-line-order")),
        (Some(from), Some(to)) => {
            (row.from_day, row.to_day) = (from.to_string(), to.to_string());
            if i32::from(to.year()) - i32::from(from.year()) > 20 {
                against.push(Refusal::field("to", "refused-plan-long"));
            }
        }
        (None, _) => against.push(Refusal::field("from", "refused-day")),
        (_, None) => against.push(Refusal::field("to", "refused-day")),
    }
    row.parent = wish.parent;
    if let Some(parent) = wish.parent {
        let sight = Sight::of(cx.actor());
        let known = plans::sees(cx.tx(), &sight, parent).await?;
        let found = plans::plan(cx.tx(), parent).await?.filter(|found| known && found.id != row.id);
        match (found, kind) {
            (Some(found), Some(kind)) if kind.fits_in(found.kind()) => {
                let (first, last) = found.period();
                if wish.from.is_some_and(|from| from < first) || wish.to.is_some_and(|to| to > last) {
                    against.push(Refusal::field("parent", "refused-plan-outside"));
                }
            }
            _ => against.push(Refusal::field("parent", "refused-plan-parent")),
        }
    }
    Ok(against)
}
