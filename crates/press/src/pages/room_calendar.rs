//! The public calendar of press events, and registering for one. What is only planned does not exist here.

use super::room::{EventLine, event_line};
use super::told::{crumb, id, reasons};
use crate::House;
use crate::event::{State as EventState, Step, take};
use crate::event_ics::{Method, Parties, calendar};
use crate::store::events::{self, EventRow};
use crate::verbs::{self, GuestWish, event_facts};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header;
use kernel::{Failure, Moment, PressEventId, Refusal};
use std::time::Duration;
use web::{Crumb, Error, Fields, Page, Refused, Visitor, html, refusals, said};

#[derive(Template)]
#[template(path = "room_calendar.html")]
struct CalendarPage {
    p: Page,
    crumbs: Vec<Crumb>,
    events: Vec<EventLine>,
}

#[derive(Template)]
#[template(path = "room_event.html")]
struct EventPage {
    p: Page,
    crumbs: Vec<Crumb>,
    event: String,
    kind: String,
    reason: String,
    iso: String,
    when: String,
    place: String,
    chair: String,
    host: String,
    content: Vec<String>,
    registers: bool,
    refused: Vec<Refused>,
    typed: GuestWish,
}

/// Events of the last days stay, so that a calendar that asks seldom learns what was called off.
const PAST: Duration = Duration::from_secs(30 * 86_400);

/// The page.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("room-calendar").await?;
    let look = visitor.look();
    let today = p.format.zone().start_of(p.format.zone().day(look.now())).unwrap_or(look.now());
    let events = events::public(look.db(), today, 100).await?;
    html(&CalendarPage {
        crumbs: vec![crumb("/bao-chi", p.t("room-title"))],
        events: events.into_iter().map(|row| event_line(&p, row)).collect(),
        p,
    })
}

/// The same for calendars.
pub(crate) async fn ics(State(house): State<House>, visitor: Visitor) -> Result<Response, Error> {
    visitor.page("room-calendar").await?;
    let look = visitor.look();
    let events = events::public(look.db(), look.now().minus(PAST), 200).await?;
    as_calendar(&house, &events, look.now()).await
}

/// One event for calendars.
pub(crate) async fn one_ics(
    State(house): State<House>,
    visitor: Visitor,
    Path(event): Path<String>,
) -> Result<Response, Error> {
    let row = announced(&visitor, id(&event)?).await?;
    as_calendar(&house, &[row], visitor.look().now()).await
}

async fn as_calendar(house: &House, events: &[EventRow], now: Moment) -> Result<Response, Error> {
    let agency = house.office.agency().await?;
    let parties = Parties { organizer: (&agency.name, &agency.email), attendee: None };
    let text = calendar(events, Method::Publish, parties, now);
    let headers = [
        (header::CONTENT_TYPE, Method::Publish.kind()),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"lich.ics\"".to_owned()),
    ];
    Ok((headers, text).into_response())
}

async fn announced(visitor: &Visitor, id: PressEventId) -> Result<EventRow, Failure> {
    let row = events::event(visitor.look().db(), id).await?;
    row.filter(|row| row.announced_at.is_some()).ok_or(Failure::NotFound)
}

/// One event.
pub(crate) async fn event(
    State(_house): State<House>,
    visitor: Visitor,
    Path(event): Path<String>,
) -> Result<Response, Error> {
    page(&visitor, id(&event)?, GuestWish::default(), Vec::new()).await
}

async fn page(
    visitor: &Visitor,
    id: PressEventId,
    typed: GuestWish,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let row = announced(visitor, id).await?;
    let mut p = visitor.page("room-calendar").await?;
    let now = visitor.look().now();
    let crumbs = vec![crumb("/bao-chi", p.t("room-title")), crumb("/bao-chi/lich", p.t("room-calendar"))];
    let registers = take(EventState::named(&row.state), Step::Admit, &event_facts(&row, now)).is_ok()
        && row.host.is_empty();
    p.title.clone_from(&row.title);
    let mut response = html(&EventPage {
        crumbs,
        event: id.to_string(),
        kind: p.t(&format!("pevent-kind-{}", row.kind)),
        reason: if row.state == "cancelled" { row.reason } else { String::new() },
        iso: p.format.iso(row.starts_at),
        when: p.format.long(row.starts_at),
        place: row.place,
        chair: row.chair,
        host: row.host,
        content: row.content.lines().filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect(),
        registers,
        refused: refusals(p.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// Registers a journalist.
pub(crate) async fn register(
    State(_house): State<House>,
    visitor: Visitor,
    Path(event): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PressEventId = id(&event)?;
    let text = |name: &str| fields.text(name).to_owned();
    let wish = GuestWish { name: text("name"), outlet: text("outlet"), email: text("email") };
    let outcome = async {
        let mut cx = visitor.wish().await?;
        verbs::register_guest(&mut cx, id, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/bao-chi/lich/{id}"), "said-guest-registered")),
        Err(failure) => page(&visitor, id, wish, reasons(failure)?).await,
    }
}
