//! What somebody booked, and one booking with what can be done with it.

use super::facilities::mark;
use super::facility::when;
use super::shared::{crumb, history};
use crate::House;
use crate::booking::Priority;
use crate::office::Names;
use crate::store::bookings::{self, BookingRow, FacilityRow};
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, BookingId, Failure, Refusal, Thing};
use web::{
    Asker, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish, with_status,
};

struct Line {
    id: String,
    facility: String,
    chip: &'static str,
    standing: String,
    when: String,
    purpose: String,
    reason: String,
    displaced: bool,
}

#[derive(Template)]
#[template(path = "bookings.html")]
struct BookingsPage {
    p: Page,
    crumbs: Vec<Crumb>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "booking.html")]
struct BookingPage {
    p: Page,
    crumbs: Vec<Crumb>,
    booking: String,
    facility: String,
    facility_name: String,
    chip: &'static str,
    standing: String,
    when: String,
    unit: String,
    person: String,
    purpose: String,
    priority: String,
    reason: String,
    note: String,
    meeting: String,
    out: String,
    returned: String,
    displaced: bool,
    cancels: bool,
    own: bool,
    takes: bool,
    returns: bool,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
}

/// What who looks has booked.
pub(crate) async fn show(State(_house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Book, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("bookings-own")).await?;
    let me = look.actor().id().ok_or(Failure::SignIn)?;
    let facilities = bookings::facilities(look.db()).await?;
    let mut lines = Vec::new();
    for row in bookings::own(look.db(), me, look.now()).await? {
        let late = row.state == "out" && row.to_at < look.now();
        let word = if late { "late" } else { row.state.as_str() };
        lines.push(Line {
            id: row.id.to_string(),
            facility: facilities
                .iter()
                .find(|one| one.id == row.facility)
                .map(|one| one.name.clone())
                .unwrap_or_default(),
            chip: mark(&row.state, late),
            standing: p.t(&format!("booking-state-{word}")),
            when: when(&p, &row),
            displaced: row.state == "displaced",
            purpose: row.purpose,
            reason: row.reason,
        });
    }
    html(&BookingsPage { crumbs: vec![crumb("/desk/facilities", p.t("facilities-title"))], lines, p })
}

/// One booking.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(booking): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id_of(&booking)?, Vec::new()).await
}

async fn page(house: &House, asker: &Asker, id: BookingId, refused: Vec<Refusal>) -> Result<Response, Error> {
    let look = asker.look();
    let row = BookingRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let facility = FacilityRow::of(look.db(), row.facility).await?.ok_or(Failure::NotFound)?;
    look.may(Action::ReadWork, Thing::Work(&verbs::booking_work(&row, &facility)))?;
    let p = asker.desk_page(facility.name.clone()).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let own = row.person.is_some() && look.actor().id() == row.person;
    let acts = own || look.may(Action::KeepFacilities, Thing::Unit(facility.unit)).is_ok();
    let late = row.state == "out" && row.to_at < look.now();
    let word = if late { "late" } else { row.state.as_str() };
    let stamp = |at: Option<kernel::Moment>| at.map(|at| p.format.date_time(at)).unwrap_or_default();
    let response = html(&BookingPage {
        crumbs: vec![
            crumb("/desk/facilities", p.t("facilities-title")),
            crumb(&format!("/desk/facilities/{}", facility.id), facility.name.clone()),
        ],
        booking: id.to_string(),
        facility: facility.id.to_string(),
        facility_name: facility.name,
        chip: mark(&row.state, late),
        standing: p.t(&format!("booking-state-{word}")),
        when: when(&p, &row),
        unit: names.unit(row.unit),
        person: names.person(row.person),
        priority: p.t(&format!("booking-priority-{}", Priority::of(row.priority).name())),
        meeting: row.meeting.map(|id| format!("/desk/meetings/{id}")).unwrap_or_default(),
        out: stamp(row.out_at),
        returned: stamp(row.returned_at),
        displaced: own && row.state == "displaced" && row.seen_at.is_none(),
        cancels: acts && row.state == "booked",
        takes: acts && row.state == "booked",
        returns: acts && row.state == "out",
        own,
        history: history(&p, &look, id.0, &names).await?,
        purpose: row.purpose,
        reason: row.reason,
        note: row.note,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn answered(
    house: &House,
    asker: &Asker,
    id: BookingId,
    outcome: Result<(), Failure>,
    key: &'static str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/bookings/{id}"), key)),
        Err(failure) => page(house, asker, id, reasons(failure)?).await,
    }
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $id:ident, $fields:ident| $verb:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(booking): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $id: BookingId = id_of(&booking)?;
            let outcome = wish!(asker, |$cx| $verb);
            answered(&$house, &asker, $id, outcome, $said).await
        }
    };
}

step!(
    /// Gives it up.
    cancel, "said-booking-cancelled",
    |cx, house, id, fields| verbs::cancel_booking(&mut cx, &house, id, fields.raw("reason")).await
);
step!(
    /// Takes it out.
    take, "said-booking-taken", |cx, house, id, _fields| verbs::take_out(&mut cx, id).await
);
step!(
    /// Brings it back.
    bring_back, "said-booking-returned",
    |cx, house, id, fields| verbs::bring_back(&mut cx, id, fields.raw("note")).await
);
step!(
    /// Says that one knows of being displaced.
    know, "said-booking-known", |cx, house, id, _fields| verbs::know_displaced(&mut cx, id).await
);
