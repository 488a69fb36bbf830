//! One's own account: what one may do, and the password.

use crate::verbs::{self, NewPassword};
use askama::Template;
use axum::response::Response;
use kernel::{Actor, Failure};
use web::{Asker, Error, Fields, Page, Refused, html, refusals, refused_status, said};

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    p: Page,
    login: String,
    posts: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    page(&asker, Vec::new()).await
}

async fn page(asker: &Asker, refused: Vec<Refused>) -> Result<Response, Error> {
    let p = asker.desk_page(asker.locale().t("people-account")).await?;
    let today = asker.app.zone.day(asker.db().now()).to_string();
    let mine = crate::colleagues(asker.db().reader(), &today).await?;
    let me = mine.into_iter().find(|c| Some(c.id) == asker.actor.id()).ok_or(Failure::SignIn)?;
    let whole = asker.locale().t("people-whole-agency");
    let roles = me
        .roles
        .into_iter()
        .map(|(role, unit)| {
            (p.t(&format!("role-{}", role.replace('_', "-"))), unit.unwrap_or_else(|| whole.clone()))
        })
        .collect();
    html(&AccountPage { p, login: me.login, posts: me.posts, roles, refused })
}

/// Changes the password: the old one is asked for, so an unattended desk is not enough.
pub(crate) async fn change_password(asker: Asker, fields: Fields) -> Result<Response, Error> {
    let Actor::Person(me) = &asker.actor else { return Err(Failure::SignIn.into()) };
    match change(&asker, me.id, &fields).await {
        Ok(()) => Ok(said("/desk/login", "said-password-set")),
        Err(Failure::Refused(reasons)) => {
            let mut page = page(&asker, refusals(asker.locale(), &reasons)).await?;
            *page.status_mut() = refused_status(&reasons);
            Ok(page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn change(asker: &Asker, me: kernel::PersonId, fields: &Fields) -> Result<(), Failure> {
    let login = crate::store::person(asker.db().reader(), me).await?.ok_or(Failure::SignIn)?.login;
    let origin = format!("account:{me}");
    // The same limit on tries as at the door, and no session of it.
    verbs::check_password(asker.db(), &login, fields.raw("old").to_owned(), &origin).await?;
    let new = NewPassword::of(&login, fields.raw("password").to_owned()).await?;
    let mut cx = asker.wish().await?;
    verbs::set_password(&mut cx, me, new).await?;
    cx.finish().await
}
