//! The days that are commemorated: what falls in the next 60 days, and the agency's own.

use super::shared::{own_units, unit_choices};
use crate::House;
use crate::observance::Observance;
use crate::resume;
use crate::store::ties;
use crate::verbs;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::ToSpan;
use kernel::{Action, Failure, ObservanceId, Refusal, Thing};
use serde::Deserialize;
use web::{
    Asker, Choice, Error, Fields, Page, Refused, Tab, html, id_of, reasons, refusals, said, wish, with_status,
};

struct Line {
    when: String,
    left: String,
    title: String,
    lunar: bool,
    anniversary: String,
    heavy: bool,
    own: bool,
}

struct Own {
    id: String,
    title: String,
    when: String,
    keeps: bool,
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    title: String,
    day: String,
    month: String,
    since: String,
    lunar: bool,
}

/// How far ahead.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Ahead {
    days: String,
}

#[derive(Template)]
#[template(path = "observances.html")]
struct ObservancesPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    mine: Vec<Own>,
    own: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(ahead): Query<Ahead>,
) -> Result<Response, Error> {
    let days = match ahead.days.as_str() {
        "" | "60" => 60,
        "365" => 365,
        _ => return Err(Failure::NotFound.into()),
    };
    page(&house, &asker, days, Typed::default(), Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    days: i64,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("observances-title")).await?;
    let today = house.app.zone.day(look.now());
    let until = today.checked_add(days.days()).unwrap_or(today);
    let found = resume::observances_between(look.db(), today, until).await?;
    let lines = found
        .into_iter()
        .map(|one| Line {
            when: p.format.long_day(one.day),
            left: match today.until(one.day).map(|span| span.get_days()) {
                Ok(0) => p.t("observance-today"),
                Ok(left) => p.f("observance-left", "count", left),
                Err(_) => String::new(),
            },
            title: one.title,
            lunar: one.lunar,
            anniversary: one.anniversary.map(|n| p.f("observance-years", "count", n)).unwrap_or_default(),
            heavy: one.weight != crate::observance::Weight::Other,
            own: one.own,
        })
        .collect();
    let mut mine = Vec::new();
    for row in ties::observances(look.db()).await? {
        let lunar = if row.lunar { p.t("observance-lunar") } else { String::new() };
        mine.push(Own {
            id: row.id.to_string(),
            title: row.title,
            when: format!("{:02}/{:02} {lunar}", row.day, row.month).trim().to_owned(),
            keeps: look.may(Action::KeepTies, Thing::Unit(row.unit)).is_ok(),
        });
    }
    let own = own_units(house, &look, Action::KeepTies).await?;
    let tab = |ahead: i64, key: &str| Tab {
        href: format!("/desk/observances?days={ahead}"),
        label: p.t(key),
        count: 0,
        current: days == ahead,
    };
    let response = html(&ObservancesPage {
        tabs: vec![tab(60, "observances-60"), tab(365, "observances-365")],
        lines,
        mine,
        own: unit_choices(&own, &[]),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Adds a day of the agency's own.
pub(crate) async fn add(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let text = |name: &str| fields.text(name).to_owned();
    let typed = Typed {
        title: text("title"),
        day: text("day"),
        month: text("month"),
        since: text("since"),
        lunar: fields.ticked("lunar"),
    };
    let wanted = Observance {
        title: typed.title.clone(),
        day: fields.parsed("day").unwrap_or(0),
        month: fields.parsed("month").unwrap_or(0),
        lunar: typed.lunar,
        since: if typed.since.is_empty() { None } else { Some(fields.parsed("since").unwrap_or(-1)) },
    };
    match wish!(asker, |cx| verbs::add_observance(&mut cx, &house, fields.parsed("unit"), &wanted).await) {
        Ok(_) => Ok(said("/desk/observances", "said-observance-added")),
        Err(failure) => page(&house, &asker, 60, typed, reasons(failure)?).await,
    }
}

/// Takes one out.
pub(crate) async fn drop(
    State(house): State<House>,
    asker: Asker,
    Path(observance): Path<String>,
) -> Result<Response, Error> {
    let id: ObservanceId = id_of(&observance)?;
    match wish!(asker, |cx| verbs::drop_observance(&mut cx, id).await) {
        Ok(()) => Ok(said("/desk/observances", "said-observance-dropped")),
        Err(failure) => page(&house, &asker, 60, Typed::default(), reasons(failure)?).await,
    }
}
