//! What the public sought and did not find in the last thirty days: what to write about next.

use crate::store;
use askama::Template;
use axum::response::Response;
use kernel::{Action, Thing};
use std::time::Duration;
use web::{Asker, Error, Page, html};

struct Line {
    words: String,
    count: String,
    last: String,
}

#[derive(Template)]
#[template(path = "search_missed.html")]
struct MissedPage {
    p: Page,
    lines: Vec<Line>,
}

const DAYS: u64 = 30;

/// The list.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReviewStory, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("search-missed")).await?;
    let from = asker.app.zone.day(look.now().minus(Duration::from_secs(DAYS * 86_400))).to_string();
    let rows = store::most_missed(look.db(), &from, 100).await?;
    let lines = rows
        .into_iter()
        .map(|row| Line {
            count: p.format.number(row.count),
            last: row.day.parse().map(|day| p.format.day(day)).unwrap_or(row.day),
            words: row.words,
        })
        .collect();
    html(&MissedPage { p, lines })
}
