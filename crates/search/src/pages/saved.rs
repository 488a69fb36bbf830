//! Searches one keeps: what is new in each since one last looked. Looking at one notes that it was seen, so it is a
//! form and no link: nothing that reads pages ahead makes news old.

use super::{Asked, insider};
use crate::verbs::{forget_search, mail_search, save_search, see_search};
use crate::{House, audience, card, store};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, Moment, SavedSearchId, Thing};
use seek::query::Days;
use seek::{Ask, Order};
use serde::Deserialize;
use web::{Asker, Error, Fields, Page, Refused, html, refusals, said, see_other};

struct Line {
    id: String,
    name: String,
    fresh: u64,
    seen: String,
    mailed: bool,
}

#[derive(Template)]
#[template(path = "search_saved.html")]
struct SavedPage {
    p: Page,
    lines: Vec<Line>,
    typed: String,
    asked: String,
    reasons: Vec<Refused>,
}

/// What is to be kept.
#[derive(Deserialize, Default)]
pub(crate) struct Wanted {
    #[serde(default)]
    keep: String,
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    page(&house, &asker, Vec::new(), String::new(), wanted.keep).await
}

async fn page(
    house: &House,
    asker: &Asker,
    reasons: Vec<Refused>,
    name: String,
    asked: String,
) -> Result<Response, Error> {
    let p = asker.desk_page(asker.locale().t("search-saved")).await?;
    let (me, look) = (insider(asker)?, asker.look());
    let mailed: Vec<_> = store::mailed(look.db(), me.id).await?.into_iter().map(|(row, _)| row.id).collect();
    let mut lines = Vec::new();
    for row in store::saved(look.db(), me.id).await? {
        let (_, ask) = fresh_since(house, &row.asked, row.seen_at);
        let (_, found) = house.find(&audience::held_by(me), &ask).await?;
        // Days are as fine as the index goes; within the day, the card knows.
        let fresh = found.iter().filter(|found| found.card.at.is_some_and(|at| at > row.seen_at)).count();
        lines.push(Line {
            mailed: mailed.contains(&row.id),
            id: row.id.to_string(),
            name: row.name,
            fresh: u64::try_from(fresh).unwrap_or(u64::MAX),
            seen: asker.format().date_time(row.seen_at),
        });
    }
    let status = if reasons.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = html(&SavedPage { p, lines, typed: name, asked, reasons })?;
    *response.status_mut() = status;
    Ok(response)
}

/// A search as it was kept, asked for what is new since a moment.
pub(crate) fn fresh_since(house: &House, asked: &str, since: Moment) -> (Asked, Ask) {
    let search: Asked = serde_urlencoded::from_str(asked).unwrap_or_default();
    let mut ask = search.ask();
    ask.days = ask.days.and(Days { from: card::day(&house.app.zone, since), to: None });
    let ask = Ask { order: Order::Newest, size: 100, count: Vec::new(), ..ask };
    (search, ask)
}

/// Keeps one.
pub(crate) async fn save(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let search: Asked = serde_urlencoded::from_str(fields.text("asked")).unwrap_or_default();
    let asked = search.address();
    let outcome = async {
        let mut cx = asker.wish().await?;
        save_search(&mut cx, fields.text("name"), &asked).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/search/saved", "said-search-saved")),
        Err(Failure::Refused(reasons)) => {
            let reasons = refusals(asker.locale(), &reasons);
            page(&house, &asker, reasons, fields.text("name").to_owned(), asked).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Leads to its results, the newest first, and notes that it was seen.
pub(crate) async fn look(asker: Asker, Path(search): Path<String>) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let id: SavedSearchId = search.parse().map_err(|_| Failure::NotFound)?;
    let mut cx = asker.wish().await?;
    let asked = see_search(&mut cx, id).await?;
    cx.finish().await?;
    Ok(see_other(&format!("/desk/search?{asked}&order=newest")))
}

/// Switches the daily letter for one on or off.
pub(crate) async fn mail(
    asker: Asker,
    Path(search): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let id: SavedSearchId = search.parse().map_err(|_| Failure::NotFound)?;
    let on = fields.text("on") == "1";
    let mut cx = asker.wish().await?;
    mail_search(&mut cx, id, on).await?;
    cx.finish().await?;
    Ok(said("/desk/search/saved", if on { "said-search-mailed" } else { "said-search-unmailed" }))
}

/// Forgets one.
pub(crate) async fn forget(asker: Asker, Path(search): Path<String>) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let id: SavedSearchId = search.parse().map_err(|_| Failure::NotFound)?;
    let mut cx = asker.wish().await?;
    forget_search(&mut cx, id).await?;
    cx.finish().await?;
    Ok(said("/desk/search/saved", "said-search-forgotten"))
}
