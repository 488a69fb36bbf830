//! Found an area, from nothing or out of others: three maps in two years taught us that areas have dates.

use crate::store::{self, AreaRow, Kin, SuccessionRow};
use crate::verbs::Ancestor;
use db::Cx;
use kernel::{Action, AreaId, Day, Failure, NewId, PeopleEvent, Refusal, Thing};

/// An area to be.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct AreaWish {
    pub name: String,
    pub kind: String,
    pub code: Option<String>,
    pub parent: Option<AreaId>,
    pub population: Option<i64>,
    /// `rural`, `remote`, `border`, `minority`, and languages as `lang:hmn`.
    pub tags: Vec<String>,
    pub from: Day,
    pub to: Option<Day>,
    pub ancestors: Vec<Ancestor<AreaId>>,
}

/// Founds the area.
///
/// # Errors
/// Refused without a name or when it ends before it begins.
pub async fn found_area(cx: &mut Cx, wish: AreaWish) -> Result<AreaId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    if wish.name.trim().is_empty() {
        return Err(Failure::refused(Refusal::field("name", "refused-name-missing")));
    }
    if wish.to.is_some_and(|to| to < wish.from) {
        return Err(Failure::refused(Refusal::field("to", "refused-ends-before-it-begins")));
    }
    let id = AreaId::fresh();
    let row = AreaRow {
        id,
        name: wish.name,
        kind: wish.kind,
        code: wish.code,
        parent: wish.parent,
        population: wish.population,
        valid_from: wish.from.to_string(),
        valid_to: wish.to.map(|day| day.to_string()),
    };
    store::insert_area(cx.tx(), row, &wish.tags).await?;
    for ancestor in &wish.ancestors {
        let row = SuccessionRow {
            predecessor: ancestor.id.0,
            successor: id.0,
            on_day: ancestor.on.to_string(),
            how: ancestor.how.clone(),
            scope: ancestor.scope.clone(),
        };
        store::insert_succession(cx.tx(), Kin::Areas, row).await?;
    }
    cx.record(PeopleEvent::AreaFounded { area: id, from: wish.ancestors.iter().map(|a| a.id).collect() });
    Ok(id)
}
