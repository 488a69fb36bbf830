//! Hot spots: open ones, closed ones, and for a unit those it was asked about.

use super::{SpotLine, answers_for, press_only, spot_line};
use crate::House;
use crate::store::{self, spots::Which};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Failure, PageNumber};
use serde::Deserialize;
use web::{Asker, Error, Page, Pager, Tab, html};

/// Which list, as the address says it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    which: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "listening_spots.html")]
struct SpotsPage {
    p: Page,
    tabs: Vec<Tab>,
    spots: Vec<SpotLine>,
    pager: Option<Pager>,
    reads_press: bool,
}

const SIZE: u32 = 30;

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    let reads_press = press_only(&look).is_ok();
    let units = answers_for(&asker);
    // Who neither reads the press nor can be asked has no list.
    if !reads_press && units.as_ref().is_some_and(Vec::is_empty) {
        press_only(&look)?;
    }
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("spots-title")).await?;
    let which = if asked.which == "closed" { Which::Closed } else { Which::Open };
    let only = if reads_press { None } else { units.as_deref() };
    let found = store::spots::list(look.db(), which, only, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let mut spots = Vec::new();
    for row in &found.items {
        let thread = store::threads::thread(look.db(), row.thread).await?;
        let title = thread.map(|thread| thread.title).unwrap_or_default();
        spots.push(spot_line(&p, row, &title, &names, look.now()));
    }
    let word = if which == Which::Closed { "closed" } else { "" };
    let tab = |word: &'static str, key: &str| Tab {
        href: format!("/desk/listening/hot-spots{}", if word.is_empty() { "" } else { "?which=closed" }),
        label: p.t(key),
        count: 0,
        current: (which == Which::Closed) == (word == "closed"),
    };
    html(&SpotsPage {
        tabs: vec![tab("", "spots-open"), tab("closed", "spots-closed")],
        pager: Pager::of(&found, |page| format!("/desk/listening/hot-spots?which={word}&page={page}")),
        reads_press,
        spots,
        p,
    })
}
