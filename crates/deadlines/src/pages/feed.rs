//! One's own deadlines for a calendar program (RFC 5545), under a secret address that ends when another is made.

use crate::face::face;
use crate::running::{Running, thing};
use crate::store::{self, Wanted};
use crate::verbs::{end_feed, make_feed};
use crate::{House, tally};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header;
use icalendar::{Calendar, Component, Event};
use kernel::Failure;
use web::{Asker, Error, Page, html, said};

/// Deadlines of one feed.
const MOST: u64 = 500;

#[derive(Template)]
#[template(path = "clock_feed.html")]
struct FeedPage {
    p: Page,
    address: String,
}

/// Makes the secret address and shows it, once.
pub(crate) async fn make(
    State(house): State<House>,
    asker: Asker,
    headers: http::HeaderMap,
) -> Result<Response, Error> {
    let cx = asker.wish().await?;
    super::desk_only(&asker.look())?;
    let token = make_feed(&cx).await?;
    cx.finish().await?;
    let p = asker.desk_page(asker.locale().t("clocks-feed")).await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if house.app.secure { "https" } else { "http" };
    html(&FeedPage { address: format!("{scheme}://{host}/desk/clocks/feed/{token}"), p })
}

/// Ends it.
pub(crate) async fn end(asker: Asker) -> Result<Response, Error> {
    let cx = asker.wish().await?;
    end_feed(&cx).await?;
    cx.finish().await?;
    Ok(said("/desk/clocks", "said-feed-ended"))
}

/// The feed. Who holds the secret needs no log-in; the deadlines are those that its person may see today.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let db = &house.app.db;
    let hash = crate::verbs::feed_hash(&token);
    let person = store::feed_of(db.reader(), &hash).await?.ok_or(Failure::NotFound)?;
    let actor = house.office.actor(person).await?;
    let look = db.look(actor);
    let p = house.app.frame.gate(asker.lang, "/").await;
    // One's own and those of one's units: also for who could see all.
    let mut wanted = tally::mine(&look).ok_or(Failure::NotFound)?;
    if wanted.units.is_none() {
        wanted = Wanted { units: Some(Vec::new()), me: Some(person), ..Wanted::default() };
    }
    let rows = store::list(look.db(), &wanted, 0, MOST).await?;
    let book = house.rules.book(look.db()).await?;
    let things: Vec<_> = rows.iter().map(thing).collect();
    let names = house.app.frame.called(&look, &things).await?;
    let mut calendar = Calendar::new();
    calendar.name(&p.t("clocks-title"));
    for row in rows {
        let Some(late_from) = row.late_from else { continue };
        let on = thing(&row);
        let running = Running::read(row)?;
        let face = face(&running, &book, &p, look.now())?;
        let title = names.get(&on).map(|called| called.title.clone());
        let title = title.unwrap_or_else(|| p.t(&format!("thing-{}", on.kind.name())));
        let mut event = Event::new();
        event.uid(&format!("{}@clocks", running.row.id));
        event.summary(&format!("{}: {title}", face.name));
        event.description(&format!("{} · {}", face.due, face.rule));
        event.add_property("DTSTAMP", stamp(running.row.recorded_at));
        if running.row.at_a_time {
            event.add_property("DTSTART", stamp(late_from));
        } else {
            let mut day = icalendar::Property::new("DTSTART", running.row.last_day.replace('-', ""));
            day.add_parameter("VALUE", "DATE");
            event.append_property(day.done());
        }
        calendar.push(event.done());
    }
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, calendar.done().to_string()).into_response())
}

/// An instant as calendars write it, to the second before it is too late.
fn stamp(at: kernel::Moment) -> String {
    at.minus(std::time::Duration::from_micros(1)).timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}
