//! Releases by state, and beginning one.

use super::told::{Asked, Choice, choices, desk_only, reasons, writes};
use crate::House;
use crate::release::{Kind, State as ReleaseState};
use crate::release_template::TEMPLATES;
use crate::store::release_public::{self, PublicRow};
use crate::store::{events, releases};
use crate::told::person;
use crate::verbs;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Failure, Moment, PageNumber, Refusal};
use std::collections::HashMap;
use web::{Asker, Error, Fields, Page, Pager, Refused, Tab, html, refusals, see_other};

struct Line {
    id: String,
    title: String,
    kind: String,
    chip: &'static str,
    state: String,
    number: String,
    who: String,
    iso: String,
    when: String,
    trouble: bool,
}

#[derive(Template)]
#[template(path = "release_list.html")]
struct ReleasesPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pager: Option<Pager>,
    kinds: Vec<Choice>,
    templates: Vec<Choice>,
    told_month: i64,
    month: String,
    writes: bool,
    refused: Vec<Refused>,
}

const SIZE: u32 = 50;
const TABS: [&str; 8] =
    ["", "draft", "submitted", "returned", "approved", "embargoed", "issued", "withdrawn"];

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&house, &asker, &asked, Vec::new()).await
}

async fn page(house: &House, asker: &Asker, asked: &Asked, refused: Vec<Refusal>) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let state = TABS.iter().find(|tab| **tab == asked.state).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("release-title")).await?;
    let names = house.office.names().await?;
    let found = releases::list(look.db(), state, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let counts: HashMap<String, i64> =
        releases::counts(look.db()).await?.into_iter().map(|one| (one.state, one.count)).collect();
    let tabs = TABS.iter().map(|tab| Tab {
        href: format!("/desk/press/releases?state={tab}"),
        label: if tab.is_empty() { p.t("list-all") } else { p.t(&format!("release-state-{tab}")) },
        count: u64::try_from(counts.get(*tab).copied().unwrap_or(0)).unwrap_or(0),
        current: tab == state,
    });
    let mut lines = Vec::new();
    for row in &found.items {
        let public = release_public::of(look.db(), row.id).await?;
        let standing = ReleaseState::named(&row.state);
        lines.push(Line {
            id: row.id.to_string(),
            title: title(&p, &row.title),
            kind: p.t(&format!("release-kind-{}", row.kind)),
            chip: standing.chip(),
            state: p.t(&format!("release-state-{}", standing.name())),
            number: public.as_ref().map(number_of).unwrap_or_default(),
            who: person(&names, row.edited_by),
            iso: p.format.iso(row.edited_at),
            when: p.format.stamp(row.edited_at),
            trouble: !row.trouble.is_empty(),
        });
    }
    let (from, to) = month_of(house, look.now());
    let told_month = release_public::issued_between(look.db(), from, to).await?
        + events::held_between(look.db(), from, to).await?;
    let day = house.app.zone.day(look.now());
    let mut response = html(&ReleasesPage {
        tabs: tabs.collect(),
        pager: Pager::of(&found, |n| format!("/desk/press/releases?state={state}&page={n}")),
        kinds: choices(&p, "release-kind", &Kind::ALL.map(Kind::name), ""),
        templates: choices(&p, "release-template", &TEMPLATES.each_ref().map(|one| one.name), ""),
        told_month,
        month: p.format.month(day.year(), day.month()),
        writes: writes(&look),
        lines,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// The month of a day, in the agency's zone (PN-11).
fn month_of(house: &House, now: Moment) -> (Moment, Moment) {
    let zone = &house.app.zone;
    let first = zone.day(now).first_of_month();
    let next = first.checked_add(jiff::Span::new().months(1)).unwrap_or(first);
    (zone.start_of(first).unwrap_or(now), zone.start_of(next).unwrap_or(now))
}

/// A title, or what stands for none.
pub(crate) fn title(p: &Page, title: &str) -> String {
    if title.is_empty() { p.t("release-untitled") } else { title.to_owned() }
}

/// `05/TCBC-UBND`.
pub(crate) fn number_of(row: &PublicRow) -> String {
    crate::release::number_and_symbol(row.number, &row.symbol)
}

/// Begins one and leads to its form.
pub(crate) async fn begin(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        let id = verbs::begin_release(&mut cx, fields.text("kind"), fields.text("template")).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(see_other(&format!("/desk/press/releases/{id}/edit"))),
        Err(failure) => page(&house, &asker, &Asked::default(), reasons(failure)?).await,
    }
}
