//! What is shared, and who has it in a week: a grid of things and days, cards on a phone.

use super::shared::{day, own_units};
use crate::House;
use crate::booking::Kind;
use crate::store::bookings::{self, BookingRow, FacilityRow};
use crate::verbs::{self, FacilityWish};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::ToSpan;
use kernel::{Action, Day, Failure, Moment, Refusal, Thing};
use serde::Deserialize;
use std::collections::HashMap;
use web::{
    Asker, Choice, Error, Fields, Page, Refused, Tab, html, reasons, refusals, said, wish, with_status,
};

/// Which week, of which things.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    week: String,
    kind: String,
}

pub(crate) struct Slot {
    pub(crate) href: String,
    pub(crate) time: String,
    pub(crate) unit: String,
    pub(crate) mark: &'static str,
    pub(crate) word: String,
}

struct Cell {
    label: String,
    today: bool,
    slots: Vec<Slot>,
}

struct Line {
    href: String,
    name: String,
    kind: String,
    note: String,
    days: Vec<Cell>,
}

struct Head {
    label: String,
    today: bool,
}

#[derive(Default)]
struct Typed {
    name: String,
    place: String,
    notes: String,
}

#[derive(Template)]
#[template(path = "facilities.html")]
struct FacilitiesPage {
    p: Page,
    tabs: Vec<Tab>,
    heads: Vec<Head>,
    lines: Vec<Line>,
    week: String,
    before: String,
    after: String,
    now: String,
    keeps: bool,
    kinds: Vec<Choice>,
    own: Vec<Choice>,
    late: Vec<(String, String, String)>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    page(&house, &asker, &wanted, Typed::default(), Vec::new()).await
}

/// The Monday of a week, by a day in it.
pub(crate) fn monday(of: Day) -> Day {
    let back = i64::from(of.weekday().to_monday_zero_offset());
    of.checked_sub(back.days()).unwrap_or(of)
}

async fn page(
    house: &House,
    asker: &Asker,
    wanted: &Wanted,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Book, Thing::House).or_else(|_| look.may(Action::KeepFacilities, Thing::House))?;
    let p = asker.desk_page(asker.locale().t("facilities-title")).await?;
    let zone = &house.app.zone;
    let today = zone.day(look.now());
    let first = match wanted.week.as_str() {
        "" => monday(today),
        text => monday(day(text).filter(|day| (2000..2200).contains(&day.year())).ok_or(Failure::NotFound)?),
    };
    let kind = match wanted.kind.as_str() {
        "" => None,
        name => Some(Kind::named(name).ok_or(Failure::NotFound)?),
    };
    let days: Vec<Day> = (0..7i64).filter_map(|n| first.checked_add(n.days()).ok()).collect();
    let edge = |day: Day| zone.start_of(day).ok_or(Failure::NotFound);
    let next = first.checked_add(7.days()).map_err(|_| Failure::NotFound)?;
    let rows = bookings::between(look.db(), edge(first)?, edge(next)?).await?;
    let units = house.office.unit_names().await?;
    let all = bookings::facilities(look.db()).await?;
    let address = |week: Day, kind: &str| format!("/desk/facilities?week={week}&kind={kind}");
    let mut tabs = vec![Tab {
        href: address(first, ""),
        label: p.t("facilities-all"),
        count: all.len() as u64,
        current: kind.is_none(),
    }];
    for one in Kind::ALL {
        let count = all.iter().filter(|row| row.kind == one.name()).count() as u64;
        if count > 0 || kind == Some(one) {
            tabs.push(Tab {
                href: address(first, one.name()),
                label: p.t(&format!("facility-kind-{}", one.name())),
                count,
                current: kind == Some(one),
            });
        }
    }
    let mut lines = Vec::new();
    for row in all.iter().filter(|row| kind.is_none_or(|kind| row.kind == kind.name())) {
        let mut cells = Vec::new();
        for day in &days {
            let end = day.tomorrow().map_err(|_| Failure::NotFound)?;
            let (from, to) = (edge(*day)?, edge(end)?);
            cells.push(Cell {
                label: short(&p, *day),
                today: *day == today,
                slots: rows
                    .iter()
                    .filter(|one| one.facility == row.id && one.from_at < to && one.to_at > from)
                    .map(|one| slot(&p, &units, one, from, to, look.now()))
                    .collect(),
            });
        }
        lines.push(Line {
            href: format!("/desk/facilities/{}?week={first}", row.id),
            name: row.name.clone(),
            kind: p.t(&format!("facility-kind-{}", row.kind)),
            note: [&row.place, units.get(&row.unit).unwrap_or(&String::new())]
                .into_iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" · "),
            days: cells,
        });
    }
    let own = own_units(house, &look, Action::KeepFacilities).await?;
    let names: HashMap<_, _> = all.iter().map(|row| (row.id, row)).collect();
    let late = bookings::late(look.db(), look.now())
        .await?
        .into_iter()
        .filter_map(|row| names.get(&row.facility).map(|facility| (facility, row)))
        .filter(|(facility, row)| {
            look.may(Action::ReadWork, Thing::Work(&verbs::booking_work(row, facility))).is_ok()
        })
        .map(|(facility, row)| {
            (format!("/desk/bookings/{}", row.id), facility.name.clone(), p.format.date_time(row.to_at))
        })
        .collect();
    let previous = first.checked_sub(7.days()).unwrap_or(first);
    let last = days.last().copied().unwrap_or(first);
    let response = html(&FacilitiesPage {
        tabs,
        heads: days.iter().map(|day| Head { label: short(&p, *day), today: *day == today }).collect(),
        lines,
        week: format!("{} – {}", p.format.day(first), p.format.day(last)),
        before: address(previous, &wanted.kind),
        after: address(next, &wanted.kind),
        now: address(monday(today), &wanted.kind),
        keeps: !own.is_empty(),
        kinds: Choice::named(&p, "facility-kind-", &Kind::ALL.map(Kind::name), ""),
        own: super::shared::unit_choices(&own, &[]),
        late,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// `T2 23/11`, `Mon 23/11`.
fn short(p: &Page, day: Day) -> String {
    let name = p.t(&format!("weekday-short-{}", day.weekday().to_monday_one_offset()));
    format!("{name} {:02}/{:02}", day.day(), day.month())
}

/// A booking as one day shows it: what began before or goes on after has no hour there.
pub(crate) fn slot(
    p: &Page,
    units: &HashMap<kernel::UnitId, String>,
    row: &BookingRow,
    from: Moment,
    to: Moment,
    now: Moment,
) -> Slot {
    let begin = if row.from_at < from { "…".to_owned() } else { p.format.time(row.from_at) };
    let end = if row.to_at > to {
        "…".to_owned()
    } else if row.to_at == to {
        "24:00".to_owned()
    } else {
        p.format.time(row.to_at)
    };
    let late = row.state == "out" && row.to_at < now;
    let word = if late { "late" } else { row.state.as_str() };
    Slot {
        href: format!("/desk/bookings/{}", row.id),
        time: format!("{begin}–{end}"),
        unit: units.get(&row.unit).cloned().unwrap_or_default(),
        mark: mark(&row.state, late),
        word: p.t(&format!("booking-state-{word}")),
    }
}

/// The chip of a state.
pub(crate) fn mark(state: &str, late: bool) -> &'static str {
    match state {
        _ if late => "late",
        "out" => "published",
        "returned" => "done",
        "cancelled" => "withdrawn",
        "displaced" => "returned",
        _ => "scheduled",
    }
}

/// What was typed of a thing.
pub(crate) fn wish_of(fields: &Fields) -> FacilityWish {
    FacilityWish {
        kind: fields.text("kind").to_owned(),
        name: fields.text("name").to_owned(),
        unit: fields.parsed("unit"),
        place: fields.text("place").to_owned(),
        notes: fields.raw("notes").to_owned(),
    }
}

/// Adds a thing.
pub(crate) async fn add(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let wanted = wish_of(&fields);
    match wish!(asker, |cx| verbs::add_facility(&mut cx, &house, &wanted).await) {
        Ok(id) => Ok(said(&format!("/desk/facilities/{id}"), "said-facility-added")),
        Err(failure) => {
            let typed = Typed { name: wanted.name, place: wanted.place, notes: wanted.notes };
            page(&house, &asker, &Wanted::default(), typed, reasons(failure)?).await
        }
    }
}

/// The thing of an address.
pub(crate) async fn found(look: &db::Look, id: kernel::FacilityId) -> Result<FacilityRow, Failure> {
    look.may(Action::Book, Thing::House).or_else(|_| look.may(Action::KeepFacilities, Thing::House))?;
    FacilityRow::of(look.db(), id).await?.ok_or(Failure::NotFound)
}
