//! Contacts are set, end and are forgotten: what the agency keeps of them is what writing needs (L13).

use crate::contact::{BASES, LEVELS};
use crate::release_due::{FORGET_TOPIC, Forget};
use crate::release_sign::fresh_token;
use crate::store::contacts::{self, ContactRow};
use db::Cx;
use jobs::JobWish;
use kernel::{Action, ContactId, Failure, NewId, Refusal, ReleaseEvent, Thing, ThingKind, ThingRef};
use std::time::Duration;
use typed::{address, one_line};

/// So long after its end nothing is left of a contact but that there was one.
const KEPT: Duration = Duration::from_secs(30 * 86_400);

/// A contact to be.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct ContactWish {
    pub outlet: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub basis: String,
    pub locality: String,
    pub level: String,
}

/// Adds a contact, or changes one.
///
/// # Errors
/// Refused without an address, an outlet or a lawful ground, or when the address is in the book already.
pub async fn set_contact(
    cx: &mut Cx,
    id: Option<ContactId>,
    wish: &ContactWish,
) -> Result<ContactId, Failure> {
    cx.may(Action::WriteReleases, Thing::House)?;
    let known = match id {
        Some(id) => Some(contacts::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?),
        None => None,
    };
    if known.as_ref().is_some_and(|row| row.state == "ended") {
        return Err(Failure::refused(Refusal::new("closed-contact-ended")));
    }
    let mut against = Vec::new();
    let email = address("email", &wish.email).unwrap_or_else(|failure| {
        if let Failure::Refused(reasons) = failure {
            against.extend(reasons);
        }
        String::new()
    });
    let outlet = one_line("outlet", &wish.outlet, 200)?;
    if outlet.is_empty() {
        against.push(Refusal::field("outlet", "refused-contact-outlet"));
    }
    if !BASES.contains(&wish.basis.as_str()) {
        against.push(Refusal::field("basis", "refused-contact-basis"));
    }
    if !email.is_empty()
        && let Some(other) = contacts::by_email(cx.tx(), &email).await?
        && Some(other.id) != id
        && other.state == "active"
    {
        against.push(Refusal::field("email", "refused-contact-known"));
    }
    Failure::unless(against)?;
    let level = LEVELS.iter().find(|level| **level == wish.level).copied().unwrap_or("province");
    let row = ContactRow {
        id: id.unwrap_or_else(ContactId::fresh),
        outlet,
        name: one_line("name", &wish.name, 120)?,
        email,
        phone: one_line("phone", &wish.phone, 40)?,
        basis: wish.basis.clone(),
        locality: one_line("locality", &wish.locality, 120)?,
        level: level.to_owned(),
        state: "active".to_owned(),
        token: match &known {
            Some(row) => row.token.clone(),
            None => fresh_token()?,
        },
        made_at: known.as_ref().map_or(cx.now(), |row| row.made_at),
        ended_at: None,
        reason: String::new(),
        erased_at: None,
    };
    contacts::put(cx.tx(), &row).await?;
    cx.record(ReleaseEvent::ContactSet { contact: row.id });
    Ok(row.id)
}

/// Ends a contact by hand.
///
/// # Errors
/// Refused when it has ended.
pub async fn end_contact(cx: &mut Cx, id: ContactId) -> Result<(), Failure> {
    cx.may(Action::WriteReleases, Thing::House)?;
    let row = contacts::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.state == "ended" {
        return Err(Failure::refused(Refusal::new("closed-contact-ended")));
    }
    end(cx, row, "by-hand").await
}

/// What follows from every end: no letters from now on, and after a time nothing is left.
pub(crate) async fn end(cx: &mut Cx, mut row: ContactRow, reason: &str) -> Result<(), Failure> {
    row.state = "ended".to_owned();
    row.ended_at = Some(cx.now());
    reason.clone_into(&mut row.reason);
    contacts::put(cx.tx(), &row).await?;
    forget_later(cx).await?;
    cx.record(ReleaseEvent::ContactEnded { contact: row.id, reason: reason.to_owned() });
    Ok(())
}

pub(crate) async fn forget_later(cx: &Cx) -> Result<(), Failure> {
    let run_at = cx.now().plus(KEPT + Duration::from_secs(1));
    let wish = JobWish { topic: FORGET_TOPIC, lane: "contacts", payload: Forget { event: None }, run_at };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// Forgets those that ended, or were never confirmed, thirty days ago. What was decided stays in the ledger without a name.
///
/// # Errors
/// When the database does not answer.
pub async fn erase_contacts(cx: &mut Cx) -> Result<(), Failure> {
    for mut row in contacts::to_erase(cx.tx(), cx.now().minus(KEPT)).await? {
        // The letters about releases went to this address too; who came back under it keeps theirs.
        let other = contacts::by_email(cx.tx(), &row.email).await?;
        if other.is_none_or(|other| other.id == row.id || other.state != "active") {
            post::forget_address(cx, &[ThingKind::Release, ThingKind::PressEvent], &row.email).await?;
        }
        for part in [&mut row.outlet, &mut row.name, &mut row.email, &mut row.phone, &mut row.locality] {
            part.clear();
        }
        row.state = "ended".to_owned();
        row.ended_at = row.ended_at.or(Some(cx.now()));
        row.erased_at = Some(cx.now());
        contacts::put(cx.tx(), &row).await?;
        post::erase_about(cx, ThingRef { kind: ThingKind::Contact, id: row.id.0 }).await?;
    }
    Ok(())
}
