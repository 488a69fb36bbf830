//! The dossier of a press event as it is printed.

use super::event::{Contribution, Guest, Question, contributions, guest, paragraphs, question};
use super::told::{desk_only, id};
use crate::House;
use crate::store::events;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, PressEventId};
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "event_print.html")]
struct PrintPage {
    p: Page,
    title: String,
    kind: String,
    when: String,
    place: String,
    chair: String,
    content: Vec<String>,
    contributions: Vec<Contribution>,
    prepared: Vec<Question>,
    asked: Vec<Question>,
    guests: Vec<Guest>,
    transcript: Vec<String>,
    follow_ups: Vec<String>,
}

/// The dossier as it is printed.
pub(crate) async fn print(
    State(house): State<House>,
    asker: Asker,
    Path(event): Path<String>,
) -> Result<Response, Error> {
    let id: PressEventId = id(&event)?;
    let look = asker.look();
    desk_only(&look)?;
    let row = events::event(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(row.title.clone()).await?;
    let names = house.office.names().await?;
    let questions = events::questions(look.db(), id).await?;
    let (prepared, asked): (Vec<_>, Vec<_>) = questions.into_iter().partition(|one| one.prepared);
    let guests = events::guests(look.db(), id).await?;
    html(&PrintPage {
        kind: p.t(&format!("pevent-kind-{}", row.kind)),
        when: p.format.long(row.starts_at),
        content: paragraphs(&row.content),
        contributions: contributions(&house, &p, &look, &names, id).await?,
        prepared: prepared.into_iter().map(question).collect(),
        asked: asked.into_iter().map(question).collect(),
        guests: guests.into_iter().map(|row| guest(&p, row, false)).collect(),
        transcript: paragraphs(&row.transcript),
        follow_ups: paragraphs(&row.follow_ups),
        title: row.title,
        place: row.place,
        chair: row.chair,
        p,
    })
}
