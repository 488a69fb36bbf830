//! The press room: what was issued, when the press is met, and what else is there for journalists. It reads what is public and
//! nothing else.

use super::releases::number_of;
use super::told::Asked;
use crate::House;
use crate::store::events::{self, EventRow};
use crate::store::release_public::{self, PublicRow};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Failure, PageNumber};
use web::{Error, Page, Pager, Visitor, html};

pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) kind: String,
    pub(crate) number: String,
    pub(crate) iso: String,
    pub(crate) date: String,
    pub(crate) flag: String,
}

pub(crate) struct EventLine {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) place: String,
    pub(crate) kind: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) flag: String,
}

#[derive(Template)]
#[template(path = "room.html")]
struct RoomPage {
    p: Page,
    lines: Vec<Line>,
    events: Vec<EventLine>,
    pager: Option<Pager>,
}

const SIZE: u32 = 20;

/// The page.
pub(crate) async fn show(
    State(_house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = visitor.page("room-title").await?;
    let look = visitor.look();
    let found = release_public::list(look.db(), number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let events = events::public(look.db(), look.now(), 5).await?;
    html(&RoomPage {
        pager: Pager::of(&found, |n| format!("/bao-chi?page={n}")),
        lines: found.items.into_iter().map(|row| line(&p, row)).collect(),
        events: events.into_iter().map(|row| event_line(&p, row)).collect(),
        p,
    })
}

/// The public address of a release.
pub(crate) fn href(row: &PublicRow) -> String {
    format!("/bao-chi/thong-cao/{}/{}", row.year, row.number)
}

fn line(p: &Page, row: PublicRow) -> Line {
    let withdrawn = row.state == "withdrawn";
    Line {
        href: href(&row),
        kind: p.t(&format!("release-kind-{}", row.kind)),
        number: number_of(&row),
        iso: p.format.iso(row.issued_at),
        date: p.format.date(row.issued_at),
        flag: match row.state.as_str() {
            "withdrawn" => p.t("room-flag-withdrawn"),
            "corrected" => p.t("room-flag-corrected"),
            _ => String::new(),
        },
        title: row.title,
        lead: if withdrawn { String::new() } else { row.lead },
    }
}

pub(crate) fn event_line(p: &Page, row: EventRow) -> EventLine {
    EventLine {
        href: format!("/bao-chi/lich/{}", row.id),
        kind: p.t(&format!("pevent-kind-{}", row.kind)),
        iso: p.format.iso(row.starts_at),
        when: p.format.long(row.starts_at),
        flag: if row.state == "cancelled" { p.t("calendar-off") } else { String::new() },
        title: row.title,
        place: row.place,
    }
}
