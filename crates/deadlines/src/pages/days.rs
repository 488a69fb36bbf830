//! The working calendar of a year: days off and days worked in their place, as announced and as the agency keeps them.

use super::{Choice, desk_only, nav, reasons};
use crate::{House, store, verbs};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use clocks::DayKind;
use jiff::ToSpan;
use kernel::{Action, Day, Failure, Refusal, Thing};
use serde::Deserialize;
use web::{Asker, Error, Fields, Page, Refused, Tab, html, refusals, said};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    year: Option<i16>,
}

struct Line {
    iso: String,
    day: String,
    weekday: String,
    chip: &'static str,
    kind: String,
    words: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "days.html")]
struct DaysPage {
    p: Page,
    nav: Vec<Tab>,
    years: Vec<Tab>,
    lines: Vec<Line>,
    working: String,
    announced: bool,
    sets: bool,
    kinds: Vec<Choice>,
    typed_day: String,
    typed_words: String,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&house, &asker, asked.year, Vec::new(), &Fields::default()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    year: Option<i16>,
    refused: Vec<Refusal>,
    typed: &Fields,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let p = asker.desk_page(asker.locale().t("days-title")).await?;
    let this = house.app.zone.day(look.now()).year();
    let year = year.unwrap_or(this);
    let first =
        Day::new(year, 1, 1).ok().filter(|_| (2000..=2100).contains(&year)).ok_or(Failure::NotFound)?;
    let book = house.rules.book(look.db()).await?;
    let own: Vec<String> = store::workdays(look.db()).await?.into_iter().map(|row| row.day).collect();
    let mut working = 0;
    let mut lines = Vec::new();
    for day in first.series(1.day()).take_while(|day| day.year() == year) {
        let kind = book.calendar.kind(day);
        working += i64::from(kind.is_working());
        let iso = day.to_string();
        let (chip, key, words) = match kind {
            DayKind::Off(words) => ("withdrawn", "days-off", words),
            DayKind::MadeUp(words) => ("scheduled", "days-made-up", words),
            DayKind::Working if own.contains(&iso) => ("done", "days-working", String::new()),
            _ => continue,
        };
        lines.push(Line {
            own: own.contains(&iso),
            day: p.format.day(day),
            weekday: p.format.weekday(day).to_owned(),
            chip,
            kind: p.t(key),
            words,
            iso,
        });
    }
    let years = (this - 1..=this + 1)
        .map(|of| Tab {
            href: format!("/desk/clocks/days?year={of}"),
            label: of.to_string(),
            count: 0,
            current: of == year,
        })
        .collect();
    let kinds = ["off", "made-up", "working"]
        .into_iter()
        .map(|kind| Choice {
            value: kind.to_owned(),
            label: p.t(&format!("days-{kind}")),
            selected: typed.text("kind") == kind,
        })
        .collect();
    let mut response = html(&DaysPage {
        nav: nav(&p, "/desk/clocks/days"),
        years,
        lines,
        working: p.format.number(working),
        announced: book.calendar.is_announced(first),
        sets: look.may(Action::Administer, Thing::House).is_ok(),
        kinds,
        typed_day: typed.text("day").to_owned(),
        typed_words: typed.text("words").to_owned(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

async fn answer(
    house: &House,
    asker: &Asker,
    outcome: Result<Day, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(day) => Ok(said(&format!("/desk/clocks/days?year={}", day.year()), "said-day-set")),
        Err(failure) => page(house, asker, None, reasons(failure)?, fields).await,
    }
}

fn day(fields: &Fields) -> Result<Day, Failure> {
    fields.parsed::<Day>("day").ok_or_else(|| Failure::refused(Refusal::field("day", "refused-day")))
}

/// Sets a day.
pub(crate) async fn set(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        cx.may(Action::Administer, Thing::House)?;
        let day = day(&fields)?;
        verbs::set_workday(&mut cx, day, fields.text("kind"), fields.text("words")).await?;
        cx.finish().await?;
        Ok(day)
    }
    .await;
    answer(&house, &asker, outcome, &fields).await
}

/// Lets a day be again what the calendar says.
pub(crate) async fn clear(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        cx.may(Action::Administer, Thing::House)?;
        let day = day(&fields)?;
        verbs::clear_workday(&mut cx, day).await?;
        cx.finish().await?;
        Ok(day)
    }
    .await;
    answer(&house, &asker, outcome, &fields).await
}
