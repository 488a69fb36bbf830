//! One shared thing: who has it when, and booking it.

use super::facilities::{found, mark, wish_of};
use super::shared::{crumb, history, local_text, local_time, own_units, paragraphs, unit_choices};
use crate::House;
use crate::booking::{Kind, Priority};
use crate::ics;
use crate::office::Names;
use crate::store::bookings::{self, BookingRow};
use crate::verbs::{self, BookingWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, Actor, FacilityId, Failure, Refusal, Thing, UnitId};
use serde::Deserialize;
use std::time::Duration;
use web::{
    Asker, Choice, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish,
    with_status,
};

struct Line {
    href: String,
    chip: &'static str,
    standing: String,
    when: String,
    unit: String,
    person: String,
    purpose: String,
    priority: String,
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    purpose: String,
    from: String,
    to: String,
    displace: String,
    asks_why: bool,
}

/// A time to begin with.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct At {
    from: String,
}

#[derive(Template)]
#[template(path = "facility.html")]
struct FacilityPage {
    p: Page,
    crumbs: Vec<Crumb>,
    facility: String,
    edition: i64,
    name: String,
    kind: String,
    keeper: String,
    place: String,
    notes: Vec<String>,
    ended: String,
    lines: Vec<Line>,
    books: bool,
    keeps: bool,
    own: Vec<Choice>,
    priorities: Vec<Choice>,
    kinds: Vec<Choice>,
    notes_typed: String,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// So far ahead the page shows who has it.
const AHEAD: Duration = Duration::from_secs(60 * 86_400);

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(facility): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Error> {
    let typed = Typed { from: at.from, ..Typed::default() };
    page(&house, &asker, id_of(&facility)?, None, Priority::Usual, typed, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    id: FacilityId,
    unit: Option<UnitId>,
    priority: Priority,
    mut typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    let row = found(&look, id).await?;
    let p = asker.desk_page(row.name.clone()).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let own = own_units(house, &look, Action::Book).await?;
    let mine = match look.actor() {
        Actor::Person(me) => me.unit.filter(|unit| own.iter().any(|(id, _)| id == unit)),
        _ => None,
    };
    let chosen: Vec<UnitId> = unit.or(mine).into_iter().collect();
    let settles = look.may(Action::KeepFacilities, Thing::Unit(row.unit)).is_ok()
        || look.may(Action::Assign, Thing::House).is_ok();
    if typed.from.is_empty() {
        typed.from = local_text(
            house
                .app
                .zone
                .start_of(house.app.zone.day(look.now()).tomorrow().map_err(|_| Failure::NotFound)?)
                .unwrap_or(look.now())
                .plus(Duration::from_secs(8 * 3_600)),
            &house.app.zone,
        );
    }
    typed.asks_why |= refused.iter().any(|reason| reason.key == "refused-booking-why");
    let rows = bookings::holding(look.db(), id, look.now(), look.now().plus(AHEAD)).await?;
    let lines = rows
        .iter()
        .map(|one| {
            // What it is for is told to who may know: its unit, who keeps the thing, who made it.
            let knows = look.may(Action::ReadWork, Thing::Work(&verbs::booking_work(one, &row))).is_ok();
            line(&p, &names, one, knows, look.now())
        })
        .collect();
    let known: &[Priority] = if settles { &Priority::ALL } else { &[Priority::Usual] };
    let response = html(&FacilityPage {
        crumbs: vec![crumb("/desk/facilities", p.t("facilities-title"))],
        facility: id.to_string(),
        edition: row.edition,
        kind: p.t(&format!("facility-kind-{}", row.kind)),
        keeper: names.unit(row.unit),
        place: row.place.clone(),
        notes: paragraphs(&row.notes),
        ended: row.ended_at.map(|_| row.reason.clone()).unwrap_or_default(),
        lines,
        books: row.ended_at.is_none() && !own.is_empty(),
        keeps: row.ended_at.is_none() && look.may(Action::KeepFacilities, Thing::Unit(row.unit)).is_ok(),
        own: unit_choices(&own, &chosen),
        priorities: Choice::named(
            &p,
            "booking-priority-",
            &known.iter().map(|one| one.name()).collect::<Vec<_>>(),
            priority.name(),
        ),
        kinds: Choice::named(&p, "facility-kind-", &Kind::ALL.map(Kind::name), &row.kind),
        notes_typed: row.notes.clone(),
        history: history(&p, &look, id.0, &names).await?,
        refused: refusals(asker.locale(), &refused),
        name: row.name,
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn line(p: &Page, names: &Names, row: &BookingRow, knows: bool, now: kernel::Moment) -> Line {
    let late = row.state == "out" && row.to_at < now;
    let word = if late { "late" } else { row.state.as_str() };
    Line {
        href: if knows { format!("/desk/bookings/{}", row.id) } else { String::new() },
        chip: mark(&row.state, late),
        standing: p.t(&format!("booking-state-{word}")),
        when: when(p, row),
        unit: names.unit(row.unit),
        person: names.person(row.person),
        purpose: if knows { row.purpose.clone() } else { String::new() },
        priority: match Priority::of(row.priority) {
            Priority::Usual => String::new(),
            other => p.t(&format!("booking-priority-{}", other.name())),
        },
    }
}

/// `Thứ Hai, 23/11/2026 08:00 – 10:00`; with both days where they differ.
pub(crate) fn when(p: &Page, row: &BookingRow) -> String {
    let zone = p.format.zone();
    let end = if zone.day(row.from_at) == zone.day(row.to_at) {
        p.format.time(row.to_at)
    } else {
        p.format.long(row.to_at)
    };
    format!("{} – {end}", p.format.long(row.from_at))
}

/// Books it.
pub(crate) async fn book(
    State(house): State<House>,
    asker: Asker,
    Path(facility): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: FacilityId = id_of(&facility)?;
    found(&asker.look(), id).await?;
    let zone = &house.app.zone;
    let unit: Option<UnitId> = fields.parsed("unit");
    let priority = Priority::named(fields.text("priority")).unwrap_or(Priority::Usual);
    let outcome = async {
        let unit = unit.ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-facility-unit")))?;
        let wanted = BookingWish {
            facility: id,
            unit,
            purpose: fields.text("purpose").to_owned(),
            from: local_time(fields.text("from"), zone),
            to: local_time(fields.text("to"), zone),
            priority,
            displace: fields.raw("displace").to_owned(),
        };
        wish!(asker, |cx| verbs::book(&mut cx, &house, &wanted).await)
    }
    .await;
    match outcome {
        Ok(booking) => Ok(said(&format!("/desk/bookings/{booking}"), "said-booked")),
        Err(failure) => {
            let typed = Typed {
                purpose: fields.text("purpose").to_owned(),
                from: fields.text("from").to_owned(),
                to: fields.text("to").to_owned(),
                displace: fields.raw("displace").to_owned(),
                asks_why: !fields.text("displace").is_empty(),
            };
            page(&house, &asker, id, unit, priority, typed, reasons(failure)?).await
        }
    }
}

/// Changes what is said of it.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(facility): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: FacilityId = id_of(&facility)?;
    let (wanted, edition) = (wish_of(&fields), fields.parsed("edition").unwrap_or(0));
    let outcome = wish!(asker, |cx| verbs::change_facility(&mut cx, &house, id, edition, &wanted).await);
    answered(&house, &asker, id, outcome, "said-facility-changed").await
}

/// It can no longer be had.
pub(crate) async fn end(
    State(house): State<House>,
    asker: Asker,
    Path(facility): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: FacilityId = id_of(&facility)?;
    let outcome = wish!(asker, |cx| verbs::end_facility(&mut cx, id, fields.raw("reason")).await);
    answered(&house, &asker, id, outcome, "said-facility-ended").await
}

async fn answered(
    house: &House,
    asker: &Asker,
    id: FacilityId,
    outcome: Result<(), Failure>,
    key: &'static str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/facilities/{id}"), key)),
        Err(failure) => {
            page(house, asker, id, None, Priority::Usual, Typed::default(), reasons(failure)?).await
        }
    }
}

/// Who has it, for a calendar.
pub(crate) async fn calendar(
    State(house): State<House>,
    asker: Asker,
    Path(facility): Path<String>,
) -> Result<Response, Error> {
    let look = asker.look();
    let row = found(&look, id_of(&facility)?).await?;
    let units = house.office.unit_names().await?;
    let rows = bookings::holding(look.db(), row.id, look.now(), look.now().plus(AHEAD)).await?;
    let entries: Vec<ics::Entry> = rows
        .into_iter()
        .map(|one| {
            let knows = look.may(Action::ReadWork, Thing::Work(&verbs::booking_work(&one, &row))).is_ok();
            let unit = units.get(&one.unit).cloned().unwrap_or_default();
            ics::Entry {
                id: one.id.0,
                title: if knows { format!("{} – {unit}", one.purpose) } else { unit },
                from: one.from_at,
                to: Some(one.to_at),
                place: row.name.clone(),
                words: String::new(),
                edition: 0,
                off: false,
            }
        })
        .collect();
    Ok(handout::file("text/calendar; charset=utf-8", "dang-ky.ics", ics::calendar(&entries, look.now())))
}
