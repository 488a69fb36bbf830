//! Journalists are invited, register, and are admitted or not: a refusal says why and how to object (L9). Nobody is rated.

use super::event_sheet::EventSheet;
use crate::House;
use crate::event::Step;
use crate::event_ics::{Method, Parties, calendar};
use crate::store::contacts;
use crate::store::events::{self, EventRow, GuestRow};
use bytes::Bytes;
use db::Cx;
use kernel::{ContactId, Failure, PressEventId, Refusal, ReleaseEvent, ThingKind, ThingRef};
use post::{Enclosed, Outgoing};
use typed::{address, one_line, words};
use uuid::Uuid;
use web::{Format, Lang, lookup};

/// Guests of one event at most.
const MOST_GUESTS: usize = 1_000;

/// Who registers. The number of a press card is shown at the door, never kept.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct GuestWish {
    pub name: String,
    pub outlet: String,
    pub email: String,
}

/// Invites contacts of the book who were not invited yet. Answers how many.
///
/// # Errors
/// Refused when nobody new was chosen, or before it is announced.
pub async fn invite(
    cx: &mut Cx,
    house: &House,
    id: PressEventId,
    chosen: &[ContactId],
) -> Result<usize, Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Invite, cx.now(), false)?;
    let known = events::guests(cx.tx(), id).await?;
    let mut invited = 0;
    for contact in chosen.iter().take(MOST_GUESTS) {
        if known.iter().any(|guest| guest.contact == Some(*contact)) {
            continue;
        }
        let Some(contact) = contacts::contact(cx.tx(), *contact).await? else { continue };
        if contact.state != "active" {
            continue;
        }
        let guest = GuestRow {
            id: Uuid::now_v7(),
            press_event: id,
            contact: Some(contact.id),
            name: contact.name,
            outlet: contact.outlet,
            email: contact.email,
            state: "invited".to_owned(),
            reason: String::new(),
            made_at: cx.now(),
            decided_at: None,
            decided_by: None,
        };
        events::put_guest(cx.tx(), &guest).await?;
        write(cx, house, &sheet.row, &guest, Some(Method::Request), "invite").await?;
        invited += 1;
    }
    if invited == 0 {
        return Err(Failure::refused(Refusal::field("contact", "refused-pevent-nobody")));
    }
    let guests = i64::try_from(invited).unwrap_or(0);
    cx.record(ReleaseEvent::Invited { press_event: id, guests });
    Ok(invited)
}

/// A journalist registers on the public page. Registering twice changes nothing.
///
/// # Errors
/// Not found unless it is announced; refused without name, outlet and address, or when it has begun.
pub async fn register_guest(cx: &mut Cx, id: PressEventId, wish: &GuestWish) -> Result<(), Failure> {
    let mut sheet = EventSheet::lock(cx, id).await?;
    if sheet.row.announced_at.is_none() {
        return Err(Failure::NotFound);
    }
    sheet.take(Step::Admit, cx.now(), false)?;
    let mut against = Vec::new();
    let (name, outlet) = (one_line("name", &wish.name, 120)?, one_line("outlet", &wish.outlet, 200)?);
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-guest-name"));
    }
    if outlet.is_empty() {
        against.push(Refusal::field("outlet", "refused-guest-outlet"));
    }
    let email = match address("email", &wish.email) {
        Ok(email) => email,
        Err(Failure::Refused(reasons)) => {
            against.extend(reasons);
            String::new()
        }
        Err(other) => return Err(other),
    };
    Failure::unless(against)?;
    let known = events::guests(cx.tx(), id).await?;
    if known.iter().any(|guest| guest.email == email) {
        return Ok(());
    }
    if known.len() >= MOST_GUESTS {
        return Err(Failure::refused(Refusal::new("refused-guest-full")));
    }
    let guest = GuestRow {
        id: Uuid::now_v7(),
        press_event: id,
        contact: None,
        name,
        outlet,
        email,
        state: "applied".to_owned(),
        reason: String::new(),
        made_at: cx.now(),
        decided_at: None,
        decided_by: None,
    };
    events::put_guest(cx.tx(), &guest).await?;
    cx.record(ReleaseEvent::Registered { press_event: id });
    Ok(())
}

/// Admits a journalist, who is told by mail.
///
/// # Errors
/// Refused when it was decided already.
pub async fn admit_guest(cx: &mut Cx, house: &House, guest: Uuid) -> Result<PressEventId, Failure> {
    let (row, mut guest) = decide(cx, guest, "admitted", "").await?;
    events::put_guest(cx.tx(), &guest).await?;
    let id = row.id;
    write(cx, house, &row, &guest, Some(Method::Request), "admit").await?;
    guest.reason.clear();
    cx.record(ReleaseEvent::Accredited { press_event: id });
    Ok(id)
}

/// Does not admit a journalist: the letter says why and how to object (L9).
///
/// # Errors
/// Refused without a reason, or when it was decided already.
pub async fn refuse_guest(
    cx: &mut Cx,
    house: &House,
    guest: Uuid,
    reason: &str,
) -> Result<PressEventId, Failure> {
    let reason = words("reason", reason, 1_000)?;
    let (row, guest) = decide(cx, guest, "refused", &reason).await?;
    if reason.is_empty() {
        return Err(Failure::refused(Refusal::field("reason", "refused-reason")));
    }
    events::put_guest(cx.tx(), &guest).await?;
    let id = row.id;
    write(cx, house, &row, &guest, None, "refuse").await?;
    cx.record(ReleaseEvent::AccreditationRefused { press_event: id, reason });
    Ok(id)
}

async fn decide(
    cx: &mut Cx,
    guest: Uuid,
    state: &str,
    reason: &str,
) -> Result<(EventRow, GuestRow), Failure> {
    cx.may(kernel::Action::WriteReleases, kernel::Thing::House)?;
    let found = events::guest(cx.tx(), guest).await?.ok_or(Failure::NotFound)?;
    let mut sheet = EventSheet::open(cx, found.press_event).await?;
    sheet.take(Step::Admit, cx.now(), false)?;
    // Read again under the event's lock: two who decide at once do not write two letters.
    let mut found = events::guest(cx.tx(), guest).await?.ok_or(Failure::NotFound)?;
    if found.state == state {
        return Err(Failure::refused(Refusal::new("closed-guest-decided")));
    }
    state.clone_into(&mut found.state);
    reason.clone_into(&mut found.reason);
    (found.decided_at, found.decided_by) = (Some(cx.now()), cx.actor().id());
    Ok((sheet.row, found))
}

/// Tells everyone who was invited or admitted what became of it.
pub(crate) async fn tell_guests(
    cx: &Cx,
    house: &House,
    row: &EventRow,
    method: Method,
    what: &str,
) -> Result<(), Failure> {
    for guest in events::guests(cx.tx(), row.id).await? {
        if matches!(guest.state.as_str(), "invited" | "admitted") {
            write(cx, house, row, &guest, Some(method), what).await?;
        }
    }
    Ok(())
}

async fn write(
    cx: &Cx,
    house: &House,
    row: &EventRow,
    guest: &GuestRow,
    method: Option<Method>,
    what: &str,
) -> Result<(), Failure> {
    let agency = house.office.agency().await?;
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let args = [
        ("agency", agency.name.clone()),
        ("title", row.title.clone()),
        ("when", format.long(row.starts_at)),
        ("place", row.place.clone()),
        ("chair", row.chair.clone()),
        ("content", row.content.clone()),
        ("reason", if what == "cancel" { row.reason.clone() } else { guest.reason.clone() }),
        ("email", agency.email.clone()),
        ("page", format!("{}/bao-chi/lich/{}", agency.address, row.id)),
    ];
    let mut files = Vec::new();
    if let Some(method) = method {
        let parties =
            Parties { organizer: (&agency.name, &agency.email), attendee: Some((&guest.name, &guest.email)) };
        let text = calendar(std::slice::from_ref(row), method, parties, cx.now());
        let sha256 = house.files.keep(Bytes::from(text)).await?;
        files.push(Enclosed { name: "lich.ics".to_owned(), kind: method.kind(), sha256 });
    }
    let letter = Outgoing {
        about: ThingRef { kind: ThingKind::PressEvent, id: row.id.0 },
        to_name: guest.name.clone(),
        to_address: guest.email.clone(),
        subject: lookup(Lang::Vi, &format!("pevent-letter-{what}-subject"), &args),
        text: lookup(Lang::Vi, &format!("pevent-letter-{what}"), &args),
        reply_to: None,
        files,
        unsubscribe: None,
        run_at: cx.now(),
    };
    post::send(cx, letter).await.map(drop)
}
