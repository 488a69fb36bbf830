//! One contact: changed, or ended.

use super::contacts::wish_of;
use super::told::{Choice, choices, crumb, id, reasons};
use crate::House;
use crate::contact::{BASES, LEVELS};
use crate::store::contacts;
use crate::verbs::{self, ContactWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, ContactId, Failure, Refusal, Thing};
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

#[derive(Template)]
#[template(path = "contact_edit.html")]
struct ContactPage {
    p: Page,
    crumbs: Vec<Crumb>,
    contact: String,
    ended: bool,
    bases: Vec<Choice>,
    levels: Vec<Choice>,
    refused: Vec<Refused>,
    typed: ContactWish,
}

/// The page.
pub(crate) async fn show(
    State(_house): State<House>,
    asker: Asker,
    Path(contact): Path<String>,
) -> Result<Response, Error> {
    page(&asker, id(&contact)?, None, Vec::new()).await
}

async fn page(
    asker: &Asker,
    id: ContactId,
    typed: Option<ContactWish>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::WriteReleases, Thing::House)?;
    let row = contacts::contact(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("contact-edit")).await?;
    let ended = row.state == "ended";
    let typed = typed.unwrap_or(ContactWish {
        outlet: row.outlet,
        name: row.name,
        email: row.email,
        phone: row.phone,
        basis: row.basis,
        locality: row.locality,
        level: row.level,
    });
    let mut response = html(&ContactPage {
        crumbs: vec![crumb("/desk/press/contacts", p.t("contact-title"))],
        contact: id.to_string(),
        ended,
        bases: choices(&p, "contact-basis", &BASES, &typed.basis),
        levels: choices(&p, "contact-level", &LEVELS, &typed.level),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// Changes it.
pub(crate) async fn set(
    State(_house): State<House>,
    asker: Asker,
    Path(contact): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: ContactId = id(&contact)?;
    let wish = wish_of(&fields);
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::set_contact(&mut cx, Some(id), &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/press/contacts", "said-contact-set")),
        Err(failure) => page(&asker, id, Some(wish), reasons(failure)?).await,
    }
}

/// Ends it.
pub(crate) async fn end(
    State(_house): State<House>,
    asker: Asker,
    Path(contact): Path<String>,
) -> Result<Response, Error> {
    let id: ContactId = id(&contact)?;
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::end_contact(&mut cx, id).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/press/contacts", "said-contact-ended")),
        Err(failure) => page(&asker, id, None, reasons(failure)?).await,
    }
}
