//! The archive by date (S143): a calendar of the days that have stories, and the stories of one day.

use super::Visit;
use super::frame::{self, Line, lines};
use super::section::crumbs;
use crate::address::{self, Month};
use crate::cache::Ready;
use crate::site::Site;
use crate::store::{self, Side};
use askama::Template;
use axum::response::Response;
use kernel::{Day, Failure};
use std::collections::HashMap;
use web::{Crumb, Error, Page};

/// A square of the calendar.
struct Square {
    day: i8,
    href: String,
    label: String,
    current: bool,
}

struct DayBlock {
    title: String,
    stories: Vec<Line>,
}

#[derive(Template)]
#[template(path = "archive.html")]
struct ArchivePage {
    p: Page,
    crumbs: Vec<Crumb>,
    blocks: Vec<DayBlock>,
    one_day: bool,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<Option<Square>>>,
    month_title: String,
    month_before: Option<(String, String)>,
    month_after: Option<(String, String)>,
    date: String,
}

/// `?ngay=` of the form leads to the day's own address; what is no date leads to the archive.
pub(crate) fn to_day(site: &Site, text: &str) -> Response {
    match text.parse::<Day>().ok().filter(|day| Month::of(*day).first().is_some()) {
        Some(day) => web::see_other(&address::day(site.home(), day)),
        None => web::see_other(&format!("{}luu-tru/0", site.home())),
    }
}

pub(crate) async fn page(visit: &Visit, month: Option<Month>, day: Option<Day>) -> Result<Ready, Error> {
    let (db, site, format) = (visit.look.db(), &visit.site, visit.format());
    let today = visit.house.app.zone.day(visit.look.now());
    let month = month.unwrap_or(Month::of(today));
    let first = month.first().ok_or(Failure::NotFound)?;
    let counts: HashMap<String, i64> =
        store::days(db, site.id, &first.to_string(), &first.last_of_month().to_string())
            .await?
            .into_iter()
            .map(|row| (row.day, row.count))
            .collect();
    let locale = web::Locale(visit.lang);
    let title = match day {
        Some(day) => locale.f("portal-of-day", "day", format.long_day(day)),
        None => locale.f("portal-of-month", "month", format.month(month.year, month.month)),
    };
    let p = frame::page(visit, title, None);
    let mut blocks = Vec::new();
    let days: Vec<Day> = match day {
        Some(day) => vec![day],
        None => {
            let mut days: Vec<Day> = counts.keys().filter_map(|day| day.parse().ok()).collect();
            days.sort_unstable_by(|a, b| b.cmp(a));
            // A month is read by its days; the newest ten open it.
            days.truncate(10);
            days
        }
    };
    for day in days {
        let stories = lines(visit, store::of_day(db, site.id, &day.to_string()).await?, true);
        blocks.push(DayBlock { title: format.long_day(day), stories });
    }
    let beyond = async |side: Side| -> Result<Option<(String, String)>, Failure> {
        let Some(day) = day else { return Ok(None) };
        let found = store::day_beyond(db, site.id, &day.to_string(), side).await?;
        Ok(found
            .and_then(|text| text.parse::<Day>().ok())
            .map(|day| (address::day(site.home(), day), format.long_day(day))))
    };
    let month_link = |month: Month| {
        let label = p.f("portal-month", "month", format.month(month.year, month.month));
        month.first().map(|_| (address::month(site.home(), month), label))
    };
    let page = ArchivePage {
        crumbs: crumbs(visit, &p),
        blocks,
        one_day: day.is_some(),
        before: beyond(Side::Older).await?,
        after: beyond(Side::Newer).await?,
        weekdays: weekdays(&p),
        weeks: weeks(visit, &p, month, first, day, &counts),
        month_title: p.f("portal-month", "month", format.month(month.year, month.month)),
        month_before: first.yesterday().ok().and_then(|day| month_link(Month::of(day))),
        month_after: first
            .last_of_month()
            .tomorrow()
            .ok()
            .filter(|day| *day <= today)
            .and_then(|day| month_link(Month::of(day))),
        date: day.unwrap_or(today).to_string(),
        p,
    };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}

/// Short and full names of the days of the week, Monday first.
fn weekdays(p: &Page) -> Vec<(String, String)> {
    let monday = Day::constant(2024, 1, 1);
    (0..7)
        .map(|n| {
            let day = monday.saturating_add(jiff::Span::new().days(n));
            (p.t(&format!("portal-weekday-{n}")), p.format.weekday(day).to_owned())
        })
        .collect()
}

fn weeks(
    visit: &Visit,
    p: &Page,
    month: Month,
    first: Day,
    chosen: Option<Day>,
    counts: &HashMap<String, i64>,
) -> Vec<Vec<Option<Square>>> {
    let lead = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or(0);
    let mut squares: Vec<Option<Square>> = (0..lead).map(|_| None).collect();
    for number in 1..=first.days_in_month() {
        let Ok(day) = Day::new(month.year, month.month, number) else { continue };
        let count = counts.get(&day.to_string()).copied().unwrap_or(0);
        let href = if count > 0 { address::day(visit.site.home(), day) } else { String::new() };
        let stories = p.f("portal-stories", "count", count);
        let label = format!("{}: {stories}", p.format.long_day(day));
        squares.push(Some(Square { day: number, href, label, current: chosen == Some(day) }));
    }
    while !squares.len().is_multiple_of(7) {
        squares.push(None);
    }
    let mut weeks = Vec::new();
    while !squares.is_empty() {
        let rest = squares.split_off(7.min(squares.len()));
        weeks.push(std::mem::replace(&mut squares, rest));
    }
    weeks
}
