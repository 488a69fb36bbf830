//! Petitions that the press forwarded: the log with its clocks, the form, and one of them with what was done.

use super::history::{self, Happening};
use super::shared::{Choice, choices, desk_only, id, may, moment, reasons, wish, with_status};
use crate::House;
use crate::petition::Kind;
use crate::store::petitions::{self, PetitionRow};
use crate::verbs::{self, PetitionWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, PageNumber, PetitionId, Refusal, Thing, ThingKind, ThingRef, UnitId};
use serde::Deserialize;
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

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

fn chip(state: &str) -> &'static str {
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
    for row in &found.items {
        let on = ThingRef { kind: ThingKind::Petition, id: row.id.0 };
        let clocks = deadlines::faces(&house.rules, look.db(), &p, look.now(), on).await?;
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
    let outcome = wish!(asker, |cx| {
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

#[derive(Template)]
#[template(path = "press_petition.html")]
struct PetitionPage {
    p: Page,
    crumbs: Vec<Crumb>,
    base: String,
    kind: String,
    outlet: String,
    reference: String,
    subject: String,
    content: String,
    chip: &'static str,
    state_word: String,
    received_iso: String,
    received: String,
    unit: String,
    concluded: String,
    conclusion: String,
    answered: String,
    answer: String,
    document: String,
    units: Vec<Choice>,
    clocks: Vec<ClockFace>,
    chain: Vec<ChainLine>,
    history: Vec<Happening>,
    assigns: bool,
    concludes: bool,
    answers: bool,
    needs_conclusion: bool,
    refused: Vec<Refused>,
    typed: (String, String, String),
}

/// One of them.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(petition): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&petition)?, Vec::new(), Default::default()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    of: PetitionId,
    refused: Vec<Refusal>,
    typed: (String, String, String),
) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let db = look.db();
    let row = PetitionRow::of(db, of).await?.ok_or(Failure::NotFound)?;
    let on = ThingRef { kind: ThingKind::Petition, id: of.0 };
    let number = format!("{}/{}", row.no, row.year);
    let p = asker.desk_page(format!("{} {number}", asker.locale().t("petition-one"))).await?;
    let names = house.office.names().await?;
    let stamp = |at: Option<kernel::Moment>| at.map(|at| p.format.stamp(at)).unwrap_or_default();
    let open = may(asker, Action::AnswerPress) && row.state != "answered";
    let complaint = row.kind == Kind::Complaint.name();
    let page = html(&PetitionPage {
        crumbs: vec![Crumb { href: "/desk/press/petitions".into(), label: p.t("petitions-title") }],
        base: format!("/desk/press/petitions/{of}"),
        kind: p.t(&format!("petition-kind-{}", row.kind)),
        outlet: row.outlet.clone(),
        reference: row.reference.clone(),
        subject: row.subject.clone(),
        content: row.content.clone(),
        chip: chip(&row.state),
        state_word: p.t(&format!("petition-{}", row.state)),
        received_iso: p.format.iso(row.received_at),
        received: p.format.stamp(row.received_at),
        unit: names.unit(row.unit),
        concluded: stamp(row.concluded_at),
        conclusion: row.conclusion.clone(),
        answered: stamp(row.answered_at),
        answer: row.answer.clone(),
        document: row.document.clone(),
        units: web::Choice::units(
            house.office.units().await?,
            &row.unit.map(|unit| unit.to_string()).unwrap_or_default(),
        ),
        clocks: deadlines::faces(&house.rules, db, &p, look.now(), on).await?,
        chain: house.app.frame.chain(&look, &p, on).await?,
        history: history::of(&p, db, of.0, &names).await?,
        assigns: open,
        concludes: open && row.concluded_at.is_none(),
        answers: open && (!complaint || row.concluded_at.is_some()),
        needs_conclusion: open && complaint && row.concluded_at.is_none(),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

async fn followed(
    house: &House,
    asker: &Asker,
    of: PetitionId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/press/petitions/{of}"), key)),
        Err(failure) => {
            let text = |name: &str| fields.text(name).to_owned();
            page(house, asker, of, reasons(failure)?, (text("conclusion"), text("answer"), text("document")))
                .await
        }
    }
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $of:ident, $fields:ident| $verb:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(petition): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $of: PetitionId = id(&petition)?;
            let outcome = wish!(asker, |$cx| { $verb.map(|()| $said) });
            followed(&$house, &asker, $of, outcome, &$fields).await
        }
    };
}

step!(
    /// Gives it to a unit.
    assign, "said-petition-assigned", |cx, house, of, fields| {
        match fields.parsed::<UnitId>("unit") {
            Some(unit) if house.office.units().await?.iter().any(|(known, _)| *known == unit) => {
                verbs::assign_petition(&mut cx, of, unit).await
            }
            _ => Err(Failure::refused(Refusal::field("unit", "refused-unit"))),
        }
    }
);
step!(
    /// Notes its conclusion.
    conclude, "said-petition-concluded", |cx, house, of, fields| {
        let at = moment(&fields, "concluded_at", &house.app.zone)?;
        verbs::conclude_petition(&mut cx, of, fields.text("conclusion"), at).await
    }
);
step!(
    /// Notes what the press was told.
    answer, "said-petition-answered", |cx, house, of, fields| {
        verbs::answer_petition(&mut cx, of, fields.text("answer"), fields.text("document")).await
    }
);
