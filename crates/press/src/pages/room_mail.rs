//! Subscribe to releases, confirm from the letter, end it. Looking at an address never changes anything: mail programs look at
//! every link before their reader does.

use super::told::{crumb, reasons};
use crate::House;
use crate::store::contacts;
use crate::verbs::{self, GuestWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, Refusal};
use web::{Crumb, Error, Fields, Page, Refused, Visitor, html, refusals, said};

#[derive(Template)]
#[template(path = "room_mail.html")]
struct MailPage {
    p: Page,
    crumbs: Vec<Crumb>,
    lead: String,
    /// `ask`, the address of a form with one button, or nothing.
    form: String,
    action: String,
    refused: Vec<Refused>,
    typed: GuestWish,
}

async fn page(
    visitor: &Visitor,
    title: &str,
    lead: &str,
    form: String,
    typed: GuestWish,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let p = visitor.page(title).await?;
    let mut response = html(&MailPage {
        crumbs: vec![crumb("/bao-chi", p.t("room-title"))],
        lead: p.t(lead),
        form,
        action: p.t(title),
        refused: refusals(p.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// The form.
pub(crate) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    let typed = GuestWish::default();
    page(&visitor, "room-subscribe", "room-subscribe-lead", "ask".to_owned(), typed, Vec::new()).await
}

/// Takes the address and writes one letter.
pub(crate) async fn subscribe(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    let text = |name: &str| fields.text(name).to_owned();
    let wish = GuestWish { name: text("name"), outlet: text("outlet"), email: text("email") };
    let outcome = async {
        let mut cx = visitor.wish().await?;
        verbs::subscribe(&mut cx, &house, &wish.email, &wish.name, &wish.outlet).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/bao-chi", "said-room-letter")),
        Err(failure) => {
            let refused = reasons(failure)?;
            page(&visitor, "room-subscribe", "room-subscribe-lead", "ask".to_owned(), wish, refused).await
        }
    }
}

/// Whether somebody holds this secret.
async fn held(visitor: &Visitor, token: &str, states: &[&str]) -> Result<(), Failure> {
    let row = contacts::by_token(visitor.look().db(), token).await?.ok_or(Failure::NotFound)?;
    if states.contains(&row.state.as_str()) { Ok(()) } else { Err(Failure::NotFound) }
}

/// The page the letter leads to.
pub(crate) async fn confirm(visitor: Visitor, Path(token): Path<String>) -> Result<Response, Error> {
    held(&visitor, &token, &["pending", "active"]).await?;
    let form = format!("/bao-chi/dang-ky/{token}");
    page(&visitor, "room-confirm", "room-confirm-lead", form, GuestWish::default(), Vec::new()).await
}

/// Confirms.
pub(crate) async fn confirmed(visitor: Visitor, Path(token): Path<String>) -> Result<Response, Error> {
    let mut cx = visitor.wish().await?;
    verbs::confirm_subscription(&mut cx, &token).await?;
    cx.finish().await?;
    Ok(said("/bao-chi", "said-room-confirmed"))
}

/// The page at which a subscription ends.
pub(crate) async fn leave(visitor: Visitor, Path(token): Path<String>) -> Result<Response, Error> {
    held(&visitor, &token, &["pending", "active", "ended"]).await?;
    let form = format!("/bao-chi/huy-nhan/{token}");
    page(&visitor, "room-leave", "room-leave-lead", form, GuestWish::default(), Vec::new()).await
}

/// Ends it, from the page or with one click in a mail program (RFC 8058).
pub(crate) async fn left(visitor: Visitor, Path(token): Path<String>) -> Result<Response, Error> {
    let mut cx = visitor.wish().await?;
    verbs::unsubscribe(&mut cx, &token).await?;
    cx.finish().await?;
    page(&visitor, "room-left", "room-left-lead", String::new(), GuestWish::default(), Vec::new()).await
}
