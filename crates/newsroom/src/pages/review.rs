//! To review: the oldest submission first, and in each row whether I may.

use crate::House;
use crate::listing::{Line, line, reviewing};
use crate::pages::{insider, names};
use crate::store::{self, Filter};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PageNumber, Thing};
use serde::Deserialize;
use std::time::Duration;
use web::{Asker, Error, Page, Pager, html};

#[derive(Deserialize)]
pub(crate) struct Asked {
    page: Option<String>,
}

struct Row {
    line: Line,
    /// How long it has waited.
    waited: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    p: Page,
    rows: Vec<Row>,
    pager: Option<Pager>,
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReviewStory, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("review-title")).await?;
    let (me, names, format) = (insider(&asker)?, names(&house).await?, asker.format());
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let filter = Filter { word: Some("submitted".into()), oldest_first: true, ..Filter::default() };
    let page = store::list(look.db(), &reviewing(me), &filter, number, 30).await?;
    if !page.exists() {
        return Err(Failure::NotFound.into());
    }
    let pager = Pager::of(&page, |n| format!("/desk/newsroom/review?page={n}"));
    let mut rows = Vec::new();
    for row in page.items {
        let writers = store::writers_of_story(look.db(), row.id).await?;
        let waited = row.submitted_at.map(|at| waited(&p, look.now().since(at))).unwrap_or_default();
        let mine = writers.contains(&me.id);
        rows.push(Row { waited, mine, line: line(row, &names, asker.locale(), &format) });
    }
    html(&ReviewPage { p, rows, pager })
}

/// A time of waiting in its largest whole unit: minutes, hours, days.
fn waited(p: &Page, time: Duration) -> String {
    let minutes = time.as_secs() / 60;
    match (minutes, minutes / 60) {
        (minutes, 0) => p.f("review-minutes", "count", minutes),
        (_, hours @ 1..24) => p.f("review-hours", "count", hours),
        (_, hours) => p.f("review-days", "count", hours / 24),
    }
}
