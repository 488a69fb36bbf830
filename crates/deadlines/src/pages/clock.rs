//! One clock: what it runs on, under which rule, what happened to it, and what can be done.

use super::{desk_only, reasons};
use crate::face::{face, span};
use crate::running::{Running, thing};
use crate::store::{self, ClockRow};
use crate::{ClockFace, House, tally, verbs};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use clocks::Rule;
use db::Look;
use kernel::{Action, ClockId, Failure, Refusal, Thing};
use serde::Deserialize;
use web::{Asker, Deed, Error, Fields, Page, Refused, html, refusals, said};

#[derive(Template)]
#[template(path = "clock.html")]
struct ClockPage {
    p: Page,
    clock: String,
    face: ClockFace,
    title: String,
    href: String,
    kind: String,
    rule_words: String,
    started: String,
    office: String,
    unit: String,
    person: String,
    history: Vec<Deed>,
    pauses: bool,
    resumes: bool,
    extends: bool,
    drops: bool,
    extension: String,
    refused: Vec<Refused>,
    reason: String,
}

fn id(text: &str) -> Result<ClockId, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(clock): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&clock)?, Vec::new(), String::new()).await
}

/// Whether it is theirs to see: they see all, or it is their own or their unit's.
fn is_theirs(look: &Look, row: &ClockRow) -> Result<bool, Failure> {
    let mine = tally::mine(look).ok_or(Failure::SignIn)?;
    let Some(units) = mine.units else { return Ok(true) };
    let of_unit = row.unit.is_some_and(|unit| units.contains(&unit));
    Ok(of_unit || (row.person.is_some() && row.person == mine.me))
}

async fn page(
    house: &House,
    asker: &Asker,
    id: ClockId,
    refused: Vec<Refusal>,
    reason: String,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let db = look.db();
    let row = store::clock(db, id).await?.ok_or(Failure::NotFound)?;
    let on = thing(&row);
    let called = house.app.frame.called(&look, &[on]).await?.remove(&on);
    // Who may open the thing sees its clocks there, and so may open them.
    if called.is_none() && !is_theirs(&look, &row)? {
        return Err(Failure::NotFound.into());
    }
    let book = house.rules.book(db).await?;
    let running = Running::read(row)?;
    let rule = running.rule(&book)?;
    let p = asker.desk_page(format!("{} – {}", rule.id, rule.title)).await?;
    let (units, people) = house.office.names().await?;
    let runs = look.may(Action::RunClocks, Thing::House).is_ok() && running.row.ended_at.is_none();
    let state = running.clock.state();
    let running_now = state == clocks::State::Running;
    let mut response = html(&ClockPage {
        clock: id.to_string(),
        face: face(&running, &book, &p, look.now())?,
        title: called.as_ref().map(|called| called.title.clone()).unwrap_or_default(),
        href: called.map(|called| called.href).unwrap_or_default(),
        kind: p.t(&format!("thing-{}", on.kind.name())),
        rule_words: rule.words.clone(),
        started: p.format.date_time(running.row.start_at),
        office: office_left(&running, &book, rule, &p, look.now()),
        unit: running.row.unit.and_then(|unit| units.get(&unit).cloned()).unwrap_or_default(),
        person: running.row.person.and_then(|person| people.get(&person).cloned()).unwrap_or_default(),
        history: history(&p, db, id, &people).await?,
        pauses: runs && running_now && rule.pause,
        resumes: runs && state == clocks::State::Paused,
        extends: runs && running_now && rule.extend.is_some() && running.clock.extended().is_none(),
        drops: runs,
        extension: rule.extend.map(|by| words_of(&p, by)).unwrap_or_default(),
        refused: refusals(asker.locale(), &refused),
        reason,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// How much of what is left lies within office hours.
fn office_left(running: &Running, book: &crate::Book, rule: &Rule, p: &Page, now: kernel::Moment) -> String {
    let open = running.row.ended_at.is_none();
    let Some(due) = running.clock.due(rule, &book.zone, &book.calendar).ok().filter(|_| open) else {
        return String::new();
    };
    match clocks::remaining(&due, now, &book.zone, &book.calendar) {
        clocks::Remaining::Left { office, .. } => p.f("clock-office-left", "span", span(p, office)),
        clocks::Remaining::Late { .. } => String::new(),
    }
}

/// An extension in words.
fn words_of(p: &Page, span: clocks::Span) -> String {
    let (key, name) = match span.unit {
        clocks::Unit::Hour => ("clock-hours", "hours"),
        clocks::Unit::Day => ("clock-days", "days"),
        clocks::Unit::WorkingDay => ("clock-working-days", "days"),
        clocks::Unit::Month => ("clock-months", "months"),
    };
    p.f(key, name, span.count)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
}

/// What became of it, the oldest first: a clock is read as it ran.
async fn history(
    p: &Page,
    db: &impl db::ConnectionTrait,
    id: ClockId,
    people: &std::collections::HashMap<kernel::PersonId, String>,
) -> Result<Vec<Deed>, Failure> {
    let who = |id| people.get(&id).cloned().unwrap_or_default();
    let told = |entry: &db::Entry, detail: Detail, deed: Deed| {
        let state = match entry.action.as_str() {
            "clock-met" => "done",
            "clock-broken" => "late",
            "clock-nearing" => "soon",
            _ => "edited",
        };
        deed.shaped(state).noted([detail.reason])
    };
    let mut deeds = web::deeds(p, db, id.0, who, told).await?;
    deeds.reverse();
    Ok(deeds)
}

async fn followed(
    house: &House,
    asker: &Asker,
    id: ClockId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/clocks/{id}"), key)),
        Err(failure) => page(house, asker, id, reasons(failure)?, fields.text("reason").to_owned()).await,
    }
}

web::steps! {
    House, ClockId, followed;

    /// Lets it stand still.
    pause, "said-clock-paused", |cx, house, id, fields| {
        verbs::pause(&mut cx, &house.rules, id, fields.text("reason")).await
    };

    /// Lets it go on.
    resume, "said-clock-resumed", |cx, house, id, fields| verbs::resume(&mut cx, &house.rules, id).await;

    /// Extends it.
    extend, "said-clock-extended", |cx, house, id, fields| {
        verbs::extend(&mut cx, &house.rules, id, fields.text("reason")).await
    };

    /// Drops it.
    drop_it, "said-clock-dropped", |cx, house, id, fields| {
        verbs::drop_clock(&mut cx, id, fields.text("reason")).await
    };
}
