//! The contact book: to whom the agency writes, on what ground, and taking in a list.

use super::told::{Asked, Choice, choices, desk_only, reasons, writes};
use crate::House;
use crate::contact::{BASES, LEVELS};
use crate::store::contacts;
use crate::verbs::{self, ContactWish, Imported};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PageNumber, Refusal, Thing};
use typed::Sent;
use web::{Asker, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

struct Line {
    id: String,
    outlet: String,
    name: String,
    email: String,
    phone: String,
    level: String,
    locality: String,
    basis: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "contact_list.html")]
struct ContactsPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pager: Option<Pager>,
    total: u64,
    bases: Vec<Choice>,
    list_bases: Vec<Choice>,
    levels: Vec<Choice>,
    writes: bool,
    taken: String,
    left: Vec<String>,
    refused: Vec<Refused>,
    typed: ContactWish,
}

const SIZE: u32 = 100;
const TABS: [&str; 3] = ["active", "pending", "ended"];

/// The page.
pub(crate) async fn show(
    State(_house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&asker, &asked, ContactWish::default(), Vec::new(), None).await
}

async fn page(
    asker: &Asker,
    asked: &Asked,
    typed: ContactWish,
    refused: Vec<Refusal>,
    imported: Option<Imported>,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let wanted = if asked.state.is_empty() { "active" } else { asked.state.as_str() };
    let state = TABS.iter().find(|tab| **tab == wanted).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("contact-title")).await?;
    let found = contacts::list(look.db(), state, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let tab = |tab: &&str| Tab {
        href: format!("/desk/press/contacts?state={tab}"),
        label: p.t(&format!("contact-state-{tab}")),
        count: if tab == state { found.total } else { 0 },
        current: tab == state,
    };
    let line = |row: &contacts::ContactRow| Line {
        id: row.id.to_string(),
        outlet: if row.erased_at.is_some() { p.t("contact-erased") } else { row.outlet.clone() },
        name: row.name.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        level: p.t(&format!("contact-level-{}", row.level)),
        locality: row.locality.clone(),
        basis: p.t(&format!("contact-basis-{}", row.basis)),
        reason: match row.reason.as_str() {
            "" => String::new(),
            why => p.t(&format!("contact-end-{why}")),
        },
    };
    let left = imported.as_ref().map(|done| done.left.as_slice()).unwrap_or_default();
    let lines_left = left.iter().take(50).map(|(no, key)| {
        let why = p.locale().refusal(&Refusal::new(key).with("most", 300));
        format!("{} {why}", p.f("contact-line", "no", no))
    });
    let mut response = html(&ContactsPage {
        tabs: TABS.iter().map(tab).collect(),
        pager: Pager::of(&found, |n| format!("/desk/press/contacts?state={state}&page={n}")),
        total: found.total,
        lines: found.items.iter().map(line).collect(),
        bases: choices(&p, "contact-basis", &BASES, &typed.basis),
        list_bases: choices(&p, "contact-basis", &BASES, ""),
        levels: choices(&p, "contact-level", &LEVELS, &typed.level),
        writes: writes(&look),
        left: lines_left.collect(),
        taken: imported.map(|done| p.f("contact-taken", "count", done.taken)).unwrap_or_default(),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// What a form says of a contact.
pub(crate) fn wish_of(fields: &Fields) -> ContactWish {
    let text = |name: &str| fields.text(name).to_owned();
    ContactWish {
        outlet: text("outlet"),
        name: text("name"),
        email: text("email"),
        phone: text("phone"),
        basis: text("basis"),
        locality: text("locality"),
        level: text("level"),
    }
}

/// Adds one.
pub(crate) async fn add(
    State(_house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let wish = wish_of(&fields);
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::set_contact(&mut cx, None, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/press/contacts", "said-contact-set")),
        Err(failure) => page(&asker, &Asked::default(), wish, reasons(failure)?, None).await,
    }
}

/// Takes in a list; what was left out is said line by line.
pub(crate) async fn import(
    State(_house): State<House>,
    asker: Asker,
    mut sent: Sent,
) -> Result<Response, Error> {
    asker.look().may(Action::WriteReleases, Thing::House)?;
    let outcome = async {
        let file = sent.file("refused-list-headings")?;
        let mut cx = asker.wish().await?;
        let done = verbs::import_contacts(&mut cx, &file.bytes, sent.fields.text("basis")).await?;
        cx.finish().await?;
        Ok(done)
    }
    .await;
    let asked = Asked::default();
    match outcome {
        Ok(done) => page(&asker, &asked, ContactWish::default(), Vec::new(), Some(done)).await,
        Err(failure) => page(&asker, &asked, ContactWish::default(), reasons(failure)?, None).await,
    }
}
