//! The page on which a unit contributes to a press event.

use super::event::contribution;
use super::told::{crumb, desk_only, id};
use crate::House;
use crate::event::State as EventState;
use crate::store::events;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, FactId, Failure, PressEventId, Refusal, Thing, ThingKind, ThingRef};
use web::{Asker, Crumb, Error, Page, Refused, html, refusals};

#[derive(Template)]
#[template(path = "event_contribute.html")]
struct ContributePage {
    p: Page,
    crumbs: Vec<Crumb>,
    event: String,
    contribution: String,
    title: String,
    when: String,
    ask: String,
    due: String,
    given: String,
    clocks: Vec<ClockFace>,
    open: bool,
    text: String,
    refused: Vec<Refused>,
}

/// The page of a unit that was asked; for others it is not there.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((event, contribution)): Path<(String, String)>,
) -> Result<Response, Error> {
    page(&house, &asker, (id(&event)?, id(&contribution)?), None, Vec::new()).await
}

pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    (of, id): (PressEventId, FactId),
    typed: Option<String>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row = events::contribution(look.db(), id).await?.filter(|row| row.press_event == of);
    let row = row.ok_or(Failure::NotFound)?;
    if desk_only(&look).is_err() {
        look.may(Action::GiveFacts, Thing::Unit(row.unit)).map_err(|_| Failure::NotFound)?;
    }
    let gives = look.may(Action::GiveFacts, Thing::Unit(row.unit)).is_ok();
    let event = events::event(look.db(), row.press_event).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("pevent-contribute")).await?;
    let names = house.office.names().await?;
    let on = ThingRef { kind: ThingKind::Fact, id: id.0 };
    let clocks = deadlines::faces(&house.rules, look.db(), &p, look.now(), on).await?;
    let open =
        gives && matches!(EventState::named(&event.state), EventState::Planned | EventState::Announced);
    let told = contribution(&p, &names, row, clocks, look.now());
    let mut response = html(&ContributePage {
        crumbs: vec![crumb("/desk/press/events", p.t("pevent-title"))],
        event: event.id.to_string(),
        contribution: told.id,
        title: event.title,
        when: p.format.long(event.starts_at),
        ask: told.ask,
        due: told.due,
        given: told.given,
        clocks: told.clocks,
        open,
        text: typed.unwrap_or(told.text),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}
