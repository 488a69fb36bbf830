//! Errors that readers reported: what waits, and what came of the others.

use super::kin;
use crate::House;
use crate::pages::{Choice, id, reasons, with_status};
use crate::store::reports;
use crate::verbs::{self, OUTCOMES};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, ErrorReportId, Failure, PageNumber, Refusal, Thing, ThingKind, ThingRef};
use serde::Deserialize;
use web::{Asker, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

const SIZE: u32 = 30;

struct Line {
    id: String,
    page: String,
    words: String,
    iso: String,
    when: String,
    story: String,
    story_href: String,
    outcome: String,
    note: String,
    by: String,
    answers: bool,
}

#[derive(Template)]
#[template(path = "answers_reports.html")]
struct ReportsPage {
    p: Page,
    kin: Vec<Tab>,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    open: bool,
    outcomes: Vec<Choice>,
    pager: Option<Pager>,
    refused: Vec<Refused>,
}

/// Which list.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    which: String,
    page: Option<String>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    list(&house, &asker, asked.which != "settled", page, Vec::new()).await
}

async fn list(
    house: &House,
    asker: &Asker,
    open: bool,
    page: PageNumber,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::SettleReports, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("report-list")).await?;
    let found = reports::list(look.db(), open, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let stories: Vec<ThingRef> = found
        .items
        .iter()
        .filter_map(|row| row.story)
        .map(|story| ThingRef { kind: ThingKind::Story, id: story.0 })
        .collect();
    let called = house.app.frame.called(&look, &stories).await?;
    let which = if open { "open" } else { "settled" };
    let pager = Pager::of(&found, |n| format!("/desk/answers/reports?which={which}&page={n}"));
    let mut lines = Vec::new();
    for row in found.items {
        let story = row.story.and_then(|story| called.get(&ThingRef { kind: ThingKind::Story, id: story.0 }));
        lines.push(Line {
            id: row.id.to_string(),
            page: row.page,
            words: row.words,
            iso: p.format.iso(row.at),
            when: p.format.stamp(row.at),
            story: story.map(|story| story.title.clone()).unwrap_or_default(),
            story_href: story.map(|story| story.href.clone()).unwrap_or_default(),
            outcome: if row.outcome.is_empty() {
                String::new()
            } else {
                p.t(&format!("report-outcome-{}", row.outcome))
            },
            note: row.note,
            by: row
                .settled_at
                .map(|at| format!("{}, {}", names.person(row.settled_by), p.format.stamp(at)))
                .unwrap_or_default(),
            answers: !row.email.is_empty(),
        });
    }
    let tab = |is: bool, words: &str, which: &str| Tab {
        href: format!("/desk/answers/reports?which={which}"),
        label: p.t(words),
        count: 0,
        current: is == open,
    };
    let response = html(&ReportsPage {
        kin: kin(&look, &p, "/desk/answers/reports"),
        tabs: vec![tab(true, "report-open", "open"), tab(false, "report-settled", "settled")],
        lines,
        open,
        outcomes: Choice::of(
            OUTCOMES.map(|code| (code.to_owned(), p.t(&format!("report-outcome-{code}")))),
            "",
        ),
        pager,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Settles one.
pub(crate) async fn settle(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: ErrorReportId = id(&report)?;
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::settle_report(&mut cx, id, fields.text("outcome"), fields.text("note")).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/answers/reports", "said-report-settled")),
        Err(failure) => list(&house, &asker, true, PageNumber::FIRST, reasons(failure)?).await,
    }
}
