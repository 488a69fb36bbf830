//! The form of a meeting: a new one, perhaps for another thing, and one that is there.

use super::shared::{crumb, local_text, local_time, may, own_units, people_choices, unit_choices};
use crate::House;
use crate::store::bookings::{self, BookingRow};
use crate::store::meetings::{self, MeetingRow};
use crate::verbs::{self, MeetingWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{
    Action, BookingId, FacilityId, Failure, MeetingId, PersonId, Refusal, Thing, ThingKind, ThingRef, UnitId,
};
use serde::Deserialize;
use web::{
    Asker, Choice, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish,
    with_status,
};

/// What stands in the form.
#[derive(Default)]
pub(crate) struct Typed {
    title: String,
    starts_at: String,
    ends_at: String,
    place: String,
    agenda: String,
    others: String,
    unit: Option<UnitId>,
    chair: Option<PersonId>,
    units: Vec<UnitId>,
    people: Vec<PersonId>,
    from: String,
    room: Option<FacilityId>,
}

#[derive(Template)]
#[template(path = "meeting_edit.html")]
struct EditPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    back: String,
    edition: i64,
    fresh: bool,
    from_title: String,
    own: Vec<Choice>,
    chairs: Vec<Choice>,
    units: Vec<Choice>,
    people: Vec<Choice>,
    rooms: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// For which thing a meeting is called: `kind.id`.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct For {
    #[serde(rename = "for")]
    thing: String,
}

/// The form of a new one.
pub(crate) async fn new(
    State(house): State<House>,
    asker: Asker,
    Query(wanted): Query<For>,
) -> Result<Response, Error> {
    let typed = Typed { from: wanted.thing, ..Typed::default() };
    form(&house, &asker, None, 0, typed, Vec::new()).await
}

async fn form(
    house: &House,
    asker: &Asker,
    row: Option<&MeetingRow>,
    edition: i64,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    if row.is_none() && !may(&look, Action::KeepMeetings) {
        look.may(Action::KeepMeetings, Thing::House)?;
    }
    let key = if row.is_some() { "meeting-edit" } else { "meeting-new" };
    let p = asker.desk_page(asker.locale().t(key)).await?;
    let own = own_units(house, &look, Action::KeepMeetings).await?;
    let chosen: Vec<UnitId> = typed.unit.or(own.first().map(|(id, _)| *id)).into_iter().collect();
    let all = house.office.units().await?;
    let from = thing_of(&typed.from);
    let from_title = match from {
        Some(thing) => house.app.frame.called(&look, &[thing]).await?.remove(&thing),
        None => None,
    };
    let chair: Vec<PersonId> = typed.chair.into_iter().collect();
    let mut crumbs = vec![crumb("/desk/meetings", p.t("meetings-title"))];
    let (action, back) = match row {
        Some(row) => {
            let here = format!("/desk/meetings/{}", row.id);
            crumbs.push(crumb(&here, row.title.clone()));
            (here.clone(), here)
        }
        None => ("/desk/meetings".to_owned(), "/desk/meetings".to_owned()),
    };
    let rooms = bookings::facilities(look.db()).await?.into_iter().filter(|one| one.kind == "room");
    let rooms = Choice::of(
        rooms.map(|one| (one.id.to_string(), one.name)),
        &typed.room.map(|id| id.to_string()).unwrap_or_default(),
    );
    let page = html(&EditPage {
        rooms,
        crumbs,
        action,
        back,
        edition,
        fresh: row.is_none(),
        from_title: from_title.map(|called| called.title).unwrap_or_default(),
        own: unit_choices(&own, &chosen),
        chairs: people_choices(house, &chair).await?,
        units: unit_choices(&all, &typed.units),
        people: people_choices(house, &typed.people).await?,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn thing_of(text: &str) -> Option<ThingRef> {
    let (kind, id) = text.split_once('.')?;
    Some(ThingRef { kind: ThingKind::named(kind)?, id: id.parse().ok()? })
}

fn typed_of(fields: &Fields) -> Typed {
    let text = |name: &str| fields.raw(name).to_owned();
    Typed {
        title: text("title"),
        starts_at: text("starts_at"),
        ends_at: text("ends_at"),
        place: text("place"),
        agenda: text("agenda"),
        others: text("others"),
        unit: fields.parsed("unit"),
        chair: fields.parsed("chair"),
        units: fields.all("units").filter_map(|one| one.parse().ok()).collect(),
        people: fields.all("people").filter_map(|one| one.parse().ok()).collect(),
        from: text("from"),
        room: fields.parsed("room"),
    }
}

async fn wish_of(house: &House, asker: &Asker, typed: &Typed) -> Result<MeetingWish, Failure> {
    let zone = &house.app.zone;
    // What somebody may not see, a meeting cannot be called for.
    let from = match thing_of(&typed.from) {
        Some(thing) if house.app.frame.called(&asker.look(), &[thing]).await?.contains_key(&thing) => {
            Some(thing)
        }
        _ => None,
    };
    Ok(MeetingWish {
        unit: typed.unit,
        title: typed.title.clone(),
        chair: typed.chair,
        starts_at: local_time(&typed.starts_at, zone),
        ends_at: local_time(&typed.ends_at, zone),
        place: typed.place.clone(),
        agenda: typed.agenda.clone(),
        others: typed.others.clone(),
        units: typed.units.clone(),
        people: typed.people.clone(),
        room: typed.room,
        from,
    })
}

/// Calls one.
pub(crate) async fn call(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let typed = typed_of(&fields);
    let wanted = wish_of(&house, &asker, &typed).await?;
    match wish!(asker, |cx| verbs::call_meeting(&mut cx, &house, &wanted).await) {
        Ok(id) => Ok(said(&format!("/desk/meetings/{id}"), "said-meeting-called")),
        Err(failure) => form(&house, &asker, None, 0, typed, reasons(failure)?).await,
    }
}

async fn seen(asker: &Asker, id: MeetingId) -> Result<MeetingRow, Failure> {
    let look = asker.look();
    let row = MeetingRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let invited = meetings::invited(look.db(), id).await?;
    look.may(Action::KeepMeetings, Thing::Work(&verbs::meeting_work(&row, &invited)))?;
    Ok(row)
}

/// The form of one that is there.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    let row = seen(&asker, id_of(&meeting)?).await?;
    let invited = meetings::invited(asker.look().db(), row.id).await?;
    let zone = &house.app.zone;
    let room = match row.booking {
        Some(booking) => BookingRow::of(asker.look().db(), BookingId(booking)).await?.map(|one| one.facility),
        None => None,
    };
    let typed = Typed {
        title: row.title.clone(),
        starts_at: local_text(row.starts_at, zone),
        ends_at: row.ends_at.map(|at| local_text(at, zone)).unwrap_or_default(),
        place: row.place.clone(),
        agenda: row.agenda.clone(),
        others: row.others.clone(),
        unit: Some(row.unit),
        chair: Some(row.chair),
        units: invited.iter().filter_map(|one| one.unit).collect(),
        people: invited.iter().filter_map(|one| one.person).collect(),
        from: String::new(),
        room,
    };
    form(&house, &asker, Some(&row), row.edition, typed, Vec::new()).await
}

/// Changes it.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: MeetingId = id_of(&meeting)?;
    let typed = typed_of(&fields);
    let edition = fields.parsed("edition").unwrap_or(0);
    let wanted = wish_of(&house, &asker, &typed).await?;
    match wish!(asker, |cx| verbs::change_meeting(&mut cx, &house, id, edition, &wanted).await) {
        Ok(()) => Ok(said(&format!("/desk/meetings/{id}"), "said-meeting-changed")),
        Err(failure) => {
            let refused = reasons(failure)?;
            let row = seen(&asker, id).await?;
            form(&house, &asker, Some(&row), edition, typed, refused).await
        }
    }
}
