//! What a campaign shows in the open: the list with its filters, how many pieces hang, what is late.

use super::display_face::{DisplayFace, faces};
use super::ground::{Ground, Head};
use super::{Choice, campaign};
use crate::House;
use crate::display::{KINDS, State as DisplayState};
use crate::store::displays::{self, Asked, Tally};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Day, Failure, PageNumber};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Page, Pager, html};

/// Items of a page.
const SIZE: u32 = 50;

/// What a list of displays was asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filter {
    unit: String,
    area: String,
    kind: String,
    state: String,
    q: String,
    page: String,
}

impl Filter {
    /// As the tables understand it.
    pub(crate) fn asked(&self, ground: &Ground, today: Day) -> Asked {
        Asked {
            units: self.unit.parse().map(|unit| ground.lineage.with_past(&[unit])).unwrap_or_default(),
            area: self.area.parse().ok(),
            kind: self.kind.clone(),
            state: self.state.clone(),
            words: viet::fold::fold_lower(&self.q).split_whitespace().take(12).map(Into::into).collect(),
            today: today.to_string(),
        }
    }

    fn narrows(&self) -> bool {
        [&self.unit, &self.area, &self.kind, &self.state, &self.q].iter().any(|text| !text.is_empty())
    }

    /// As the query of an address, without what is empty.
    fn query(&self) -> String {
        let all = [
            ("unit", &self.unit),
            ("area", &self.area),
            ("kind", &self.kind),
            ("state", &self.state),
            ("q", &self.q),
        ];
        let said: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(said).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "display_list.html")]
struct ListPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    at: String,
    query: String,
    narrows: bool,
    q: String,
    units: Vec<Choice>,
    areas: Vec<Choice>,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    tally: Tally,
    rows: Vec<DisplayFace>,
    may_add: bool,
    pager: Option<Pager>,
}

/// The states a list can be asked for.
fn states(p: &Page, chosen: &str) -> Vec<Choice> {
    let own = DisplayState::ALL.iter().map(|state| state.name());
    let words = ["late-up", "late-down"]
        .into_iter()
        .map(|late| (late.to_owned(), p.t(&format!("display-{late}"))))
        .chain(own.map(|name| (name.to_owned(), p.t(&format!("display-state-{name}")))));
    Choice::of(words, chosen)
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let number = PageNumber::parse(Some(filter.page.as_str())).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let (db, today) = (ground.look.db(), house.app.zone.day(ground.look.now()));
    let asked = filter.asked(&ground, today);
    let tally = displays::tally(db, ground.id(), &asked).await?;
    let rows = displays::list(db, ground.id(), &asked, (number, SIZE)).await?;
    let wordings = displays::wordings_of(db, ground.id()).await?;
    let rows = faces(&ground, &p, &rows, &wordings, today).await?;
    let found = kernel::Page { items: rows, number: number.get(), size: SIZE, total: db::whole(tally.items) };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let (query, at) = (filter.query(), ground.at("/displays"));
    let pager = Pager::of(&found, |n| format!("{at}?{query}&page={n}"));
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let areas = house.office.areas().await?.into_iter().map(|(area, name)| (area.to_string(), name));
    let kinds = KINDS.map(|kind| (kind.to_owned(), p.t(&format!("display-kind-{kind}"))));
    html(&ListPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/displays"),
        narrows: filter.narrows(),
        units: Choice::of(units, &filter.unit),
        areas: Choice::of(areas, &filter.area),
        kinds: Choice::of(kinds, &filter.kind),
        states: states(&p, &filter.state),
        tally,
        rows: found.items,
        may_add: super::display_form::may_add(&ground),
        pager,
        q: filter.q,
        query,
        at,
        p,
    })
}
