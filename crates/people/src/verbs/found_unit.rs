//! Found a unit, from nothing or out of others: merged, split, renamed, taken over (S180).

use crate::store::{self, Kin, SuccessionRow, UnitRow};
use crate::unit_kind::UnitKind;
use db::Cx;
use kernel::{Action, AreaId, Day, Failure, NewId, PeopleEvent, Refusal, Thing, UnitId};

/// A unit to be.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct UnitWish {
    pub name: String,
    pub abbreviation: String,
    pub symbol: String,
    pub kind: UnitKind,
    pub parent: Option<UnitId>,
    pub area: Option<AreaId>,
    pub from: Day,
    pub to: Option<Day>,
    /// What it came out of.
    pub ancestors: Vec<Ancestor<UnitId>>,
}

/// A predecessor, and how it handed over.
#[derive(Debug, Clone)]
pub struct Ancestor<Id> {
    /// Which.
    pub id: Id,
    /// On which day.
    pub on: Day,
    /// `merged`, `split`, `renamed`, `transferred` or `continued`.
    pub how: String,
    /// Which part of its work, where not the whole.
    pub scope: String,
}

/// Founds the unit. Predecessors that still stand on the day before and hand over the whole of their work end there.
///
/// # Errors
/// Refused without a name or when it ends before it begins.
pub async fn found_unit(cx: &mut Cx, wish: UnitWish) -> Result<UnitId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let mut reasons = Vec::new();
    if wish.name.trim().is_empty() {
        reasons.push(Refusal::field("name", "refused-name-missing"));
    }
    if wish.to.is_some_and(|to| to < wish.from) {
        reasons.push(Refusal::field("to", "refused-ends-before-it-begins"));
    }
    Failure::unless(reasons)?;
    let id = UnitId::fresh();
    let row = UnitRow {
        id,
        name: wish.name,
        abbreviation: wish.abbreviation,
        symbol: wish.symbol,
        kind: wish.kind.name().to_owned(),
        parent: wish.parent,
        valid_from: wish.from.to_string(),
        valid_to: wish.to.map(|day| day.to_string()),
    };
    store::insert_unit(cx.tx(), row, wish.area).await?;
    for ancestor in &wish.ancestors {
        succeed(cx, ancestor, id).await?;
    }
    cx.record(PeopleEvent::UnitFounded { unit: id, from: wish.ancestors.iter().map(|a| a.id).collect() });
    Ok(id)
}

async fn succeed(cx: &mut Cx, ancestor: &Ancestor<UnitId>, successor: UnitId) -> Result<(), Failure> {
    let row = SuccessionRow {
        predecessor: ancestor.id.0,
        successor: successor.0,
        on_day: ancestor.on.to_string(),
        how: ancestor.how.clone(),
        scope: ancestor.scope.clone(),
    };
    let whole = row.hands_over_all();
    store::insert_succession(cx.tx(), Kin::Units, row).await?;
    let last_day = ancestor.on.yesterday().map_err(|e| Failure::Broken(Box::new(e)))?.to_string();
    if whole && store::end_unit(cx.tx(), ancestor.id, &last_day).await? == 1 {
        cx.record(PeopleEvent::UnitEnded { unit: ancestor.id, into: vec![successor] });
    }
    Ok(())
}
