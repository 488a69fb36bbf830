//! What one's unit was asked for: questions of the press desk, each with its clock, and the facts given with their source.

use super::inquiry::{FactLine, fact_line};
use super::shared::{id, may, reasons, with_status};
use crate::House;
use crate::store::facts::{self, FactRow};
use crate::verbs;
use crate::waiting::asked_units;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, FactId, Failure, PageNumber, Refusal, Thing, ThingKind, ThingRef};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    done: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "press_asked.html")]
struct AskedPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<FactLine>,
    pager: Option<Pager>,
}

const SIZE: u32 = 50;

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::GiveFacts, Thing::House)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("asked-title")).await?;
    let units = asked_units(&look);
    let open = asked.done.is_empty();
    let found = facts::asked(look.db(), units.as_deref(), open, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let mut lines = Vec::new();
    let ids: Vec<_> = found.items.iter().map(|fact| fact.id.0).collect();
    let (kind, now) = (ThingKind::Fact, look.now());
    let mut clocks = deadlines::faces_of(&house.rules, look.db(), &p, now, kind, &ids).await?;
    for fact in &found.items {
        let clock = clocks.remove(&fact.id.0).and_then(|faces| faces.into_iter().next());
        lines.push(fact_line(&p, fact, &names, clock));
    }
    let tab = |done: &str, key: &str| Tab {
        href: if done.is_empty() { "/desk/press/asked".into() } else { "/desk/press/asked?done=1".into() },
        label: p.t(key),
        count: 0,
        current: asked.done == done,
    };
    html(&AskedPage {
        tabs: vec![tab("", "asked-open"), tab("1", "asked-done")],
        pager: Pager::of(&found, |page| {
            let done = if open { "" } else { "done=1&" };
            format!("/desk/press/asked?{done}page={page}")
        }),
        lines,
        p,
    })
}

#[derive(Template)]
#[template(path = "press_fact.html")]
struct FactPage {
    p: Page,
    crumbs: Vec<Crumb>,
    fact: FactLine,
    gives: bool,
    inquiry: String,
    refused: Vec<Refused>,
    answer: String,
    source: String,
}

/// One question.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(fact): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&fact)?, Vec::new(), None).await
}

async fn page(
    house: &House,
    asker: &Asker,
    of: FactId,
    refused: Vec<Refusal>,
    typed: Option<(String, String)>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row = FactRow::of(look.db(), of).await?.ok_or(Failure::NotFound)?;
    let gives = look.may(Action::GiveFacts, Thing::Unit(row.unit)).is_ok();
    let desk = may(asker, Action::ReadPressDesk);
    if !gives && !desk {
        return Err(Failure::NotFound.into());
    }
    let p = asker.desk_page(asker.locale().t("asked-one")).await?;
    let names = house.office.names().await?;
    let on = ThingRef { kind: ThingKind::Fact, id: row.id.0 };
    let clocks = deadlines::faces(&house.rules, look.db(), &p, look.now(), on).await?;
    let fact = fact_line(&p, &row, &names, clocks.into_iter().next());
    let (answer, source) = typed.unwrap_or((row.answer, row.source));
    let page = html(&FactPage {
        crumbs: vec![Crumb { href: "/desk/press/asked".into(), label: p.t("asked-title") }],
        gives: gives && fact.open,
        inquiry: if desk { format!("/desk/press/inquiries/{}", row.inquiry) } else { String::new() },
        fact,
        refused: refusals(asker.locale(), &refused),
        answer,
        source,
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Gives the facts.
pub(crate) async fn give(
    State(house): State<House>,
    asker: Asker,
    Path(fact): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: FactId = id(&fact)?;
    let (answer, source) = (fields.raw("answer").to_owned(), fields.text("source").to_owned());
    let outcome = web::wish!(asker, |cx| verbs::give_facts(&mut cx, of, &answer, &source).await);
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/asked/{of}"), "said-facts-given")),
        Err(failure) => page(&house, &asker, of, reasons(failure)?, Some((answer, source))).await,
    }
}
