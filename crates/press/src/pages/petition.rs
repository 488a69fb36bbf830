//! One petition that the press forwarded: what was done with it, and what can be done now (BC-01 to BC-03).

use super::history;
use super::petitions::chip;
use super::shared::{Choice, desk_only, id, may, with_status};
use crate::House;
use crate::petition::Kind;
use crate::store::petitions::PetitionRow;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, PetitionId, Refusal, ThingKind, ThingRef};
use web::{Asker, ChainLine, Crumb, Error, Page, Refused, html, refusals};

/// What was typed and is shown again.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub(super) conclusion: String,
    pub(super) answer: String,
    pub(super) document: String,
    pub(super) acceptance: String,
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
    history: Vec<web::Deed>,
    assigns: bool,
    concludes: bool,
    answers: bool,
    needs_conclusion: bool,
    refused: Vec<Refused>,
    acceptance: String,
    accepted_word: String,
    accepted_at: String,
    accepts: bool,
    typed: Typed,
}

/// One of them.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(petition): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&petition)?, Vec::new(), Typed::default()).await
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    of: PetitionId,
    refused: Vec<Refusal>,
    typed: Typed,
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
        acceptance: row.acceptance.clone(),
        accepted_word: if row.accepted.is_empty() {
            String::new()
        } else {
            p.t(&format!("petition-accepted-{}", row.accepted))
        },
        accepted_at: stamp(row.accepted_at),
        accepts: open && complaint && row.accepted_at.is_none(),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}
