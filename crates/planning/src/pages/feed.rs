//! One's own lines for a calendar program (RFC 5545), under a secret address that ends when another is made (S69).

use crate::House;
use crate::sight::Sight;
use crate::store::{feeds, lines};
use crate::verbs::{feed_hash, make_feed};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header;
use icalendar::{Calendar, Component, Event};
use kernel::{Action, Day, Failure, Thing};
use web::{Asker, Error, Page, html};

/// Lines of a feed.
const MOST: u32 = 1000;

#[derive(Template)]
#[template(path = "plan_feed.html")]
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
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let cx = asker.wish().await?;
    let token = make_feed(&cx).await?;
    cx.finish().await?;
    let p = asker.desk_page(asker.locale().t("plan-feed")).await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if house.app.secure { "https" } else { "http" };
    html(&FeedPage { address: format!("{scheme}://{host}/desk/plans/feed/{token}"), p })
}

/// The feed. Who holds the secret needs no log-in; the lines are those that its person may see today.
pub(crate) async fn show(State(house): State<House>, Path(token): Path<String>) -> Result<Response, Error> {
    let db = &house.app.db;
    let person = feeds::feed_of(db.reader(), &feed_hash(&token)).await?.ok_or(Failure::NotFound)?;
    let look = db.look(house.office.actor(person).await?);
    look.may(Action::EnterDesk, Thing::House).map_err(|_| Failure::NotFound)?;
    let lineage = house.office.lineage().await?;
    let sight = Sight::of(look.actor());
    let today = house.app.zone.day(look.now());
    let since = today.checked_sub(jiff::Span::new().days(60)).unwrap_or(today);
    let rows = lines::agreed_between(look.db(), &sight, (since, Day::MAX), MOST).await?;
    let names = house.office.unit_names().await?;
    let mut calendar = Calendar::new();
    for row in rows {
        let content = row.content();
        let (Ok(begins), Ok(ends)) = (row.begins.parse::<Day>(), row.ends.parse::<Day>()) else { continue };
        let mut event = Event::new();
        event.uid(&format!("{}@plans", row.id));
        event.summary(&content.title);
        let lead: Vec<String> =
            lineage.today(row.lead).iter().filter_map(|unit| names.get(unit).cloned()).collect();
        event.description(&format!("{}\n{}", lead.join(", "), content.areas));
        event.add_property("DTSTAMP", row.edited_at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string());
        event.add_property("SEQUENCE", row.version.to_string());
        // The end of whole days is the day after the last one.
        for (name, day) in [("DTSTART", begins), ("DTEND", ends.tomorrow().unwrap_or(ends))] {
            let mut property = icalendar::Property::new(name, day.strftime("%Y%m%d").to_string());
            property.add_parameter("VALUE", "DATE");
            event.append_property(property.done());
        }
        calendar.push(event.done());
    }
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    Ok((kind, calendar.to_string()).into_response())
}
