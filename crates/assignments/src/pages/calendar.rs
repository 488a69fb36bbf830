//! Work on its last days, a month at a time.

use super::kin;
use super::line::{Line, lines};
use crate::House;
use crate::store::assignments::AssignmentRow;
use crate::store::lists::{self, Wanted};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::ToSpan;
use kernel::{Action, Day, Failure, Thing};
use serde::Deserialize;
use web::{Asker, Error, Page, Tab, html};

const MOST: u32 = 1000;

/// One day of the grid.
struct Cell {
    number: i8,
    iso: String,
    long: String,
    lines: Vec<Line>,
    today: bool,
    outside: bool,
}

#[derive(Template)]
#[template(path = "work_calendar.html")]
struct CalendarPage {
    p: Page,
    kin: Vec<Tab>,
    month: String,
    previous: String,
    next: String,
    weekdays: Vec<&'static str>,
    weeks: Vec<Vec<Cell>>,
    is_empty: bool,
}

/// Which month, `2026-11`.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    month: String,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-calendar")).await?;
    let zone = &house.app.zone;
    let today = zone.day(look.now());
    let first = if asked.month.is_empty() {
        today.first_of_month()
    } else {
        format!("{}-01", asked.month).parse::<Day>().map_err(|_| Failure::NotFound)?
    };
    if !(2000..2200).contains(&first.year()) {
        return Err(Failure::NotFound.into());
    }
    let beyond = |day: Day, days: i64| day.checked_add(days.days()).unwrap_or(day);
    let start = beyond(first, -i64::from(first.weekday().to_monday_zero_offset()));
    let last = first.last_of_month();
    let end = beyond(last, 7 - i64::from(last.weekday().to_monday_zero_offset()));
    let wanted = Wanted { from: zone.start_of(start), to: zone.start_of(end), ..Wanted::default() };
    let mut rows = lists::some(look.db(), look.actor(), look.now(), &wanted, MOST).await?;
    rows.retain(|row| row.state != "withdrawn");
    let mut weeks = Vec::new();
    let mut day = start;
    while day < end {
        let mut week = Vec::new();
        for _ in 0..7 {
            let some: Vec<AssignmentRow> =
                rows.iter().filter(|row| row.due.is_some_and(|due| zone.day(due) == day)).cloned().collect();
            week.push(Cell {
                number: day.day(),
                iso: day.to_string(),
                long: format!("{}, {}", p.format.weekday(day), p.format.day(day)),
                lines: if some.is_empty() { Vec::new() } else { lines(&house, &look, &p, &some).await? },
                today: day == today,
                outside: day.month() != first.month(),
            });
            day = beyond(day, 1);
        }
        weeks.push(week);
    }
    let month_of = |day: Day| format!("{:04}-{:02}", day.year(), day.month());
    html(&CalendarPage {
        kin: kin(&look, &p, "/desk/work/calendar"),
        month: p.format.month(first.year(), first.month()),
        previous: month_of(beyond(first, -1)),
        next: month_of(beyond(last, 1)),
        weekdays: (0..7).map(|n| p.format.weekday(beyond(start, n))).collect(),
        is_empty: rows.is_empty(),
        weeks,
        p,
    })
}
