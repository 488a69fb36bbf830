//! What goes out when; what was to go out and did not stays on top until somebody has dealt with it.

use crate::House;
use crate::listing::{Line, line, sight};
use crate::pages::{insider, names};
use crate::store::{self, Filter};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::{Action, PageNumber, Thing};
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "timetable.html")]
struct TimetablePage {
    p: Page,
    failed: Vec<Line>,
    coming: Vec<Line>,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("timetable-title")).await?;
    let (me, names, format) = (insider(&asker)?, names(&house).await?, asker.format());
    let lines = async |word: &str| -> Result<Vec<Line>, kernel::Failure> {
        let filter = Filter { word: Some(word.into()), ..Filter::default() };
        let mut rows = store::list(look.db(), &sight(me), &filter, PageNumber::FIRST, 200).await?.items;
        rows.sort_by_key(|row| row.scheduled_at);
        Ok(rows.into_iter().map(|row| line(row, &names, asker.locale(), &format)).collect())
    };
    let (failed, coming) = (lines("failed").await?, lines("scheduled").await?);
    html(&TimetablePage { p, failed, coming })
}
