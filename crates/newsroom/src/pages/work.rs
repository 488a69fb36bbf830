//! My work: what waits for me, and what happened to what I wrote.

use crate::House;
use crate::listing::{Line, Waiting, line, returned_to, reviewing, sight, waiting};
use crate::pages::{insider, names};
use crate::store::{self, Filter};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::{Action, PageNumber};
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    p: Page,
    today_iso: String,
    today: String,
    waits: Waiting,
    drafts: u64,
    reviews: bool,
    /// Neither writes nor reviews here: a guest, an administrator. Theirs is what they may read.
    reads_only: bool,
    waiting: Vec<Line>,
    mine: Vec<Line>,
}

/// The desk's first page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let p = asker.desk_page(asker.locale().t("work-title")).await?;
    let (look, me, names) = (asker.look(), insider(&asker)?, names(&house).await?);
    let (db, format) = (look.db(), asker.format());
    let lines = |rows: Vec<store::LineRow>| -> Vec<Line> {
        rows.into_iter().map(|row| line(row, &names, asker.locale(), &format)).collect()
    };
    let first = PageNumber::FIRST;
    let mut rows = Vec::new();
    let reviews = crate::listing::units_for(me, Action::ReviewStory).is_none_or(|units| !units.is_empty());
    if reviews {
        for word in ["failed", "emergency", "submitted"] {
            let filter = Filter { word: Some(word.into()), oldest_first: true, ..Filter::default() };
            rows.extend(store::list(db, &reviewing(me), &filter, first, 10).await?.items);
        }
    }
    rows.extend(store::list(db, &sight(me), &returned_to(me.id), first, 10).await?.items);
    let reads_only = !reviews && !p.may_write;
    let mine = Filter { writer: (!reads_only).then_some(me.id), ..Filter::default() };
    let drafts = Filter { word: Some("draft".into()), writer: Some(me.id), ..Filter::default() };
    let day = house.app.zone.day(look.now());
    let page = WorkPage {
        today_iso: day.to_string(),
        today: format.long_day(day),
        waits: waiting(&look).await?,
        drafts: store::count(db, &sight(me), &drafts).await?,
        reviews,
        reads_only,
        waiting: lines(rows),
        mine: lines(store::list(db, &sight(me), &mine, first, 15).await?.items),
        p,
    };
    html(&page)
}
