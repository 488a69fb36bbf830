//! Subscribe: a reader asks for releases by mail, confirms from the letter, and ends it with one click (RFC 8058). Whoever asks
//! is told the same whether the address is known or not.

use super::contact_set::{end, forget_later};
use crate::House;
use crate::release_sign::fresh_token;
use crate::store::contacts::{self, ContactRow};
use db::Cx;
use kernel::{ContactId, Failure, NewId, Refusal, ReleaseEvent, ThingKind, ThingRef};
use post::Outgoing;
use std::time::Duration;
use typed::{address, one_line};
use web::{Lang, lookup};

/// Unconfirmed subscriptions that one hour takes; a flood beyond it is somebody's joke.
const MOST_AN_HOUR: i64 = 100;
/// An address gets no second letter to confirm within this time.
const AGAIN: Duration = Duration::from_secs(3_600);

/// Asks for releases by mail. Nothing is sent but one letter to confirm; to an address that waits or gets them already, none.
///
/// # Errors
/// Refused when the address is none, or when too many ask at once.
pub async fn subscribe(
    cx: &mut Cx,
    house: &House,
    email: &str,
    name: &str,
    outlet: &str,
) -> Result<(), Failure> {
    let email = address("email", email)?;
    let (name, outlet) = (one_line("name", name, 120)?, one_line("outlet", outlet, 200)?);
    let hour_ago = cx.now().minus(AGAIN);
    if contacts::pending_since(cx.tx(), hour_ago).await? >= MOST_AN_HOUR {
        return Err(Failure::refused(Refusal::new("refused-busy")));
    }
    let known = contacts::by_email(cx.tx(), &email).await?;
    if known.as_ref().is_some_and(|row| row.state == "active" || row.made_at > hour_ago) {
        return Ok(());
    }
    let row = ContactRow {
        id: known.as_ref().map_or_else(ContactId::fresh, |row| row.id),
        outlet,
        name,
        email,
        phone: String::new(),
        basis: "consent".to_owned(),
        locality: String::new(),
        level: "province".to_owned(),
        state: "pending".to_owned(),
        token: match known {
            Some(row) => row.token,
            None => fresh_token()?,
        },
        made_at: cx.now(),
        ended_at: None,
        reason: String::new(),
        erased_at: None,
    };
    contacts::put(cx.tx(), &row).await?;
    forget_later(cx).await?;
    let agency = house.office.agency().await?;
    let args = [
        ("agency", agency.name.clone()),
        ("page", format!("{}/bao-chi/dang-ky/{}", agency.address, row.token)),
    ];
    let letter = Outgoing {
        about: ThingRef { kind: ThingKind::Contact, id: row.id.0 },
        // What a stranger typed as a name stands in no letter: it could be anything.
        to_name: String::new(),
        to_address: row.email,
        subject: lookup(Lang::Vi, "room-confirm-subject", &args),
        text: lookup(Lang::Vi, "room-confirm-letter", &args),
        reply_to: None,
        files: Vec::new(),
        unsubscribe: None,
        run_at: cx.now(),
    };
    post::send(cx, letter).await.map(drop)
}

/// Confirms from the letter.
///
/// # Errors
/// Not found for a secret that is none, or that has ended.
pub async fn confirm_subscription(cx: &mut Cx, token: &str) -> Result<(), Failure> {
    let mut row = contacts::by_token(cx.tx(), token).await?.ok_or(Failure::NotFound)?;
    match row.state.as_str() {
        "active" => Ok(()),
        "pending" => {
            row.state = "active".to_owned();
            contacts::put(cx.tx(), &row).await?;
            cx.record(ReleaseEvent::ContactSet { contact: row.id });
            Ok(())
        }
        _ => Err(Failure::NotFound),
    }
}

/// Ends it with one click. Once more does no harm.
///
/// # Errors
/// Not found for a secret that is none.
pub async fn unsubscribe(cx: &mut Cx, token: &str) -> Result<(), Failure> {
    let row = contacts::by_token(cx.tx(), token).await?.ok_or(Failure::NotFound)?;
    if row.state == "ended" {
        return Ok(());
    }
    end(cx, row, "unsubscribed").await
}
