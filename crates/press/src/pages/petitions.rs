//! Petitions that the press forwarded: the log with its clocks, and the form.

use super::shared::{Choice, choices, desk_only, may, moment, reasons, with_status};
use crate::House;
use crate::petition::Kind;
use crate::store::petitions;
use crate::verbs::{self, PetitionWish};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, PageNumber, Refusal, Thing, ThingKind};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

struct PetitionLine {
    id: String,
    number: String,
    outlet: String,
    subject: String,
    kind: String,
    chip: &'static str,
    state: String,
    unit: String,
    iso: String,
    when: String,
    clock: Option<ClockFace>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    done: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "press_petitions.html")]
struct PetitionsPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<PetitionLine>,
    pager: Option<Pager>,
    answers: bool,
}

const SIZE: u32 = 50;

/// How a state is shown.
pub(super) fn chip(state: &str) -> &'static str {
    match state {
        "received" => "late",
        "assigned" => "submitted",
        "concluded" => "approved",
        _ => "published",
    }
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    desk_only(&asker)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("petitions-title")).await?;
    let open = asked.done.is_empty();
    let found = petitions::list(look.db(), open, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let mut lines = Vec::new();
    let ids: Vec<_> = found.items.iter().map(|row| row.id.0).collect();
    let mut clocks =
        deadlines::faces_of(&house.rules, look.db(), &p, look.now(), ThingKind::Petition, &ids).await?;
    for row in &found.items {
        let clocks = clocks.remove(&row.id.0).unwrap_or_default();
        lines.push(PetitionLine {
            id: row.id.to_string(),
            number: format!("{}/{}", row.no, row.year),
            outlet: row.outlet.clone(),
            subject: row.subject.clone(),
            kind: p.t(&format!("petition-kind-{}", row.kind)),
            chip: chip(&row.state),
            state: p.t(&format!("petition-{}", row.state)),
            unit: names.unit(row.unit),
            iso: p.format.iso(row.received_at),
            when: p.format.stamp(row.received_at),
            clock: clocks.into_iter().next(),
        });
    }
    let tab = |done: &str, key: &str| Tab {
        href: if done.is_empty() {
            "/desk/press/petitions".into()
        } else {
            "/desk/press/petitions?done=1".into()
        },
        label: p.t(key),
        count: 0,
        current: asked.done == done,
    };
    html(&PetitionsPage {
        tabs: vec![tab("", "petitions-open"), tab("1", "petitions-done")],
        pager: Pager::of(&found, |page| {
            let done = if open { "" } else { "done=1&" };
            format!("/desk/press/petitions?{done}page={page}")
        }),
        lines,
        answers: may(&asker, Action::AnswerPress),
        p,
    })
}

#[derive(Template)]
#[template(path = "press_petition_new.html")]
struct NewPage {
    p: Page,
    crumbs: Vec<Crumb>,
    kinds: Vec<Choice>,
    outlets: Vec<String>,
    received_at: String,
    refused: Vec<Refused>,
    typed: PetitionWish,
}

/// An empty form.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    new_page(&house, &asker, Vec::new(), PetitionWish::default(), String::new()).await
}

async fn new_page(
    house: &House,
    asker: &Asker,
    refused: Vec<Refusal>,
    typed: PetitionWish,
    received_at: String,
) -> Result<Response, Error> {
    asker.look().may(Action::AnswerPress, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("petition-log")).await?;
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let page = html(&NewPage {
        crumbs: vec![Crumb { href: "/desk/press/petitions".into(), label: p.t("petitions-title") }],
        kinds: choices(
            &p,
            &kinds,
            "petition-kind-",
            if typed.kind.is_empty() { "opinion" } else { &typed.kind },
        ),
        outlets: house.office.outlets().await?,
        received_at,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Writes one down.
pub(crate) async fn log(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let text = |name: &str| fields.text(name).to_owned();
    let mut typed = PetitionWish {
        kind: text("kind"),
        outlet: text("outlet"),
        reference: text("reference"),
        subject: text("subject"),
        content: fields.raw("content").to_owned(),
        received_at: None,
    };
    let outcome = web::wish!(asker, |cx| {
        typed.received_at = moment(&fields, "received_at", &house.app.zone)?;
        verbs::forward_petition(&mut cx, &house.app.zone, &typed).await
    });
    match outcome {
        Ok(petition) => Ok(said(&format!("/desk/press/petitions/{petition}"), "said-petition-logged")),
        Err(failure) => {
            new_page(&house, &asker, reasons(failure)?, typed, fields.text("received_at").to_owned()).await
        }
    }
}
