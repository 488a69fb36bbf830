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
    days: Vec<DayOf>,
}

/// What goes out on one day, in order of time.
struct DayOf {
    title: String,
    lines: Vec<(String, String, Line)>,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("timetable-title")).await?;
    let (me, names, format) = (insider(&asker)?, names(&house).await?, asker.format());
    let rows = async |word: &str| -> Result<Vec<store::LineRow>, kernel::Failure> {
        let filter = Filter { word: Some(word.into()), ..Filter::default() };
        let mut rows = store::list(look.db(), &sight(me), &filter, PageNumber::FIRST, 200).await?.items;
        rows.sort_by_key(|row| row.scheduled_at);
        Ok(rows)
    };
    let shown = |row: store::LineRow| line(row, &names, asker.locale(), &format);
    let failed = rows("failed").await?.into_iter().map(shown).collect();
    let mut days: Vec<DayOf> = Vec::new();
    for row in rows("scheduled").await? {
        let Some(at) = row.scheduled_at else { continue };
        let title = format.long_day(format.zone().day(at));
        let entry = (format.time(at), format.iso(at), shown(row));
        match days.last_mut().filter(|day| day.title == title) {
            Some(day) => day.lines.push(entry),
            None => days.push(DayOf { title, lines: vec![entry] }),
        }
    }
    html(&TimetablePage { p, failed, days })
}
