//! The contracts of a project, and one contract with its annexes, what was accepted of it and what was paid on it.

use super::ground::{Ground, Head, dong};
use super::money::{signed, signed_money};
use super::{day, id, reasons, with_status};
use crate::House;
use crate::project::{Step, take};
use crate::records::{self, Kept};
use crate::store::contracts::{self, Standing};
use crate::store::day as stored_day;
use crate::store::money;
use crate::verbs::{self, AcceptanceWish, AnnexWish, ContractWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, ProjectId, Refusal};
use typed::amount;
use typed::{Given, Sent};
use uuid::Uuid;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said, wish};

struct Line {
    href: String,
    number: String,
    partner: String,
    signed: String,
    until: String,
    late: bool,
    worth: String,
    accepted: String,
    paid: String,
    void: String,
}

#[derive(Template)]
#[template(path = "project_contracts.html")]
struct ListPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    lines: Vec<Line>,
    may_sign: bool,
    f: Fields,
    refused: Vec<Refused>,
}

fn shown(p: &Page, text: &str) -> String {
    if text.is_empty() { String::new() } else { p.format.day(stored_day(text)) }
}

fn line(ground: &Ground, p: &Page, one: &Standing) -> Line {
    let until = one.until();
    let open = one.accepted() < one.value() && one.row.cancelled_at.is_none();
    Line {
        href: ground.at(&format!("/contracts/{}", one.row.id)),
        number: one.row.number.clone(),
        partner: one.row.partner.clone(),
        signed: shown(p, &one.row.signed_on),
        until: shown(p, until),
        late: open && !until.is_empty() && stored_day(until) < ground.today,
        worth: dong(p, one.value()),
        accepted: dong(p, one.accepted()),
        paid: dong(p, one.paid),
        void: one.row.cancel_reason.clone(),
    }
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(project): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    list(&asker, &ground, Fields::default(), &[]).await
}

async fn list(asker: &Asker, ground: &Ground, typed: Fields, refused: &[Refusal]) -> Result<Response, Error> {
    let p = asker.desk_page(ground.row.name.clone()).await?;
    let all = contracts::standing(ground.look.db(), ground.id()).await?;
    let response = html(&ListPage {
        crumbs: ground.crumbs(&p, true),
        h: ground.head(&p, "/contracts"),
        lines: all.iter().map(|one| line(ground, &p, one)).collect(),
        may_sign: may(ground),
        f: typed,
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

fn may(ground: &Ground) -> bool {
    ground.runs && take(ground.row.state(), Step::Contract, &Default::default()).is_ok()
}

/// Enters a contract.
pub(crate) async fn sign(
    State(house): State<House>,
    asker: Asker,
    Path(project): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    let contract = ContractWish {
        number: fields.text("number").to_owned(),
        signed_on: day(fields.text("signed_on")),
        partner: fields.text("partner").to_owned(),
        value: amount::money(fields.text("value")),
        advance: amount::money(fields.text("advance")),
        retention: amount::money(fields.text("retention")),
        until: day(fields.text("until")),
        about: fields.raw("about").to_owned(),
    };
    let zone = &house.app.zone;
    match wish!(asker, |cx| verbs::sign_contract(&mut cx, zone, ground.id(), &contract).await) {
        Ok(id) => Ok(said(&ground.at(&format!("/contracts/{id}")), "said-contract-set")),
        Err(failure) => list(&asker, &ground, fields, &reasons(failure)?).await,
    }
}

struct Annex {
    number: String,
    signed: String,
    change: String,
    until: String,
    about: String,
}

struct Acceptance {
    id: String,
    day: String,
    worth: String,
    by: String,
    note: String,
    file: String,
    file_at: String,
    entered: String,
    void: String,
    voided: bool,
}

struct Paid {
    day: String,
    document: String,
    amount: String,
    over: String,
    cancelled: bool,
}

#[derive(Template)]
#[template(path = "project_contract.html")]
struct ContractPage {
    p: Page,
    crumbs: Vec<Crumb>,
    at: String,
    project_at: String,
    contract_id: String,
    partner: String,
    facts: Vec<(String, String)>,
    about: Vec<String>,
    over: String,
    void: String,
    voided: bool,
    annexes: Vec<Annex>,
    acceptances: Vec<Acceptance>,
    payments: Vec<Paid>,
    may: bool,
    may_void: bool,
    open_form: String,
    f: Fields,
    refused: Vec<Refused>,
}

async fn found(ground: &Ground, contract: Uuid) -> Result<Standing, Failure> {
    let all = contracts::standing(ground.look.db(), ground.id()).await?;
    all.into_iter().find(|one| one.row.id == contract).ok_or(Failure::NotFound)
}

/// One contract.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path((project, contract)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    page(&asker, &ground, id(&contract)?, Fields::default(), &[]).await
}

async fn page(
    asker: &Asker,
    ground: &Ground,
    contract: Uuid,
    typed: Fields,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let one = found(ground, contract).await?;
    let p = asker.desk_page(p_title(asker, &one)).await?;
    let at = ground.at(&format!("/contracts/{contract}"));
    let who = |by, at| format!("{} · {}", ground.names.person(by), p.format.stamp(at));
    let payments = money::payments_of(ground.look.db(), contract).await?;
    let payments = payments.iter().map(|row| Paid {
        day: shown(&p, &row.day),
        document: row.document.clone(),
        amount: dong(&p, row.amount),
        over: row.over_reason.clone(),
        cancelled: row.cancelled_at.is_some(),
    });
    let mut crumbs = ground.crumbs(&p, true);
    crumbs.push(Crumb { href: ground.at("/contracts"), label: p.t("project-view-contracts") });
    let more = one.paid.saturating_sub(one.payable());
    let response = html(&ContractPage {
        crumbs,
        project_at: ground.at(""),
        contract_id: contract.to_string(),
        partner: one.row.partner.clone(),
        facts: facts(&p, &one),
        about: one.row.about.lines().map(ToOwned::to_owned).collect(),
        over: if more > 0 { p.f("contract-over", "amount", dong(&p, more)) } else { String::new() },
        void: one.row.cancelled_at.map(|at| who(one.row.cancelled_by, at)).unwrap_or_default(),
        voided: one.row.cancelled_at.is_some(),
        annexes: one
            .annexes
            .iter()
            .map(|annex| Annex {
                number: annex.number.clone(),
                signed: shown(&p, &annex.signed_on),
                change: if annex.change == 0 { String::new() } else { signed(&p, annex.change) },
                until: shown(&p, &annex.until_day),
                about: annex.about.clone(),
            })
            .collect(),
        acceptances: one
            .acceptances
            .iter()
            .map(|row| Acceptance {
                id: row.id.to_string(),
                day: shown(&p, &row.day),
                worth: dong(&p, row.value),
                by: row.accepted_by.clone(),
                note: row.note.clone(),
                file: row.file_name.clone(),
                file_at: ground.at(&format!("/files/{}", row.id)),
                entered: who(row.by_person, row.at),
                void: row.cancel_reason.clone(),
                voided: row.cancelled_at.is_some(),
            })
            .collect(),
        payments: payments.collect(),
        may: may(ground) && one.row.cancelled_at.is_none(),
        may_void: may(ground) && one.row.cancelled_at.is_none() && one.accepted() == 0 && one.paid == 0,
        open_form: typed.text("form").to_owned(),
        at,
        f: typed,
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

fn p_title(asker: &Asker, one: &Standing) -> String {
    asker.locale().f("contract-called", "number", &one.row.number)
}

fn facts(p: &Page, one: &Standing) -> Vec<(String, String)> {
    let some = |amount: i64| if amount == 0 { String::new() } else { dong(p, amount) };
    let annexed = one.value() != one.row.value;
    [
        ("contract-signed", shown(p, &one.row.signed_on)),
        ("contract-until", shown(p, one.until())),
        ("contract-value", dong(p, one.value())),
        ("contract-value-first", if annexed { dong(p, one.row.value) } else { String::new() }),
        ("contract-advance", some(one.row.advance)),
        ("contract-retention", some(one.row.retention)),
        ("contract-accepted", dong(p, one.accepted())),
        ("contract-paid", dong(p, one.paid)),
        ("contract-payable", dong(p, one.payable().saturating_sub(one.paid).max(0))),
        ("contract-reason", one.row.cancel_reason.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (p.t(key), value))
    .collect()
}

async fn followed(
    house: &House,
    asker: &Asker,
    project: ProjectId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    let contract: Uuid = id(fields.text("contract"))?;
    match outcome {
        Ok(words) => Ok(said(&format!("/desk/projects/{project}/contracts/{contract}"), words)),
        Err(failure) => {
            let refused = reasons(failure)?;
            let ground = Ground::of(house, asker, &project.to_string()).await?;
            page(asker, &ground, contract, fields.clone(), &refused).await
        }
    }
}

web::steps! {
    House, ProjectId, followed;

    /// Enters an annex.
    annex, "said-contract-set", |cx, house, of, fields| {
        let wish = AnnexWish {
            number: fields.text("annex_number").to_owned(),
            signed_on: day(fields.text("annex_on")),
            change: signed_money(fields.text("annex_change")),
            until: day(fields.text("annex_until")),
            about: fields.text("annex_about").to_owned(),
        };
        let contract = id(fields.text("contract"))?;
        verbs::annex(&mut cx, &house.app.zone, (of, contract), &wish).await
    };
    /// Voids an acceptance that was entered wrongly.
    void_acceptance, "said-acceptance-voided", |cx, house, of, fields| {
        let (contract, acceptance) = (id(fields.text("contract"))?, id(fields.text("acceptance"))?);
        let reason = fields.raw("void_reason");
        verbs::void_acceptance(&mut cx, (of, contract), acceptance, reason).await
    };
    /// Voids a contract that was entered wrongly.
    void, "said-contract-voided", |cx, house, of, fields| {
        let contract = id(fields.text("contract"))?;
        let reason = fields.raw("void_reason");
        verbs::void_contract(&mut cx, (of, contract), reason).await
    };
}

/// Enters an acceptance, with its signed record.
pub(crate) async fn accept(
    State(house): State<House>,
    asker: Asker,
    Path((project, contract)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    let contract: Uuid = id(&contract)?;
    found(&ground, contract).await?;
    if !ground.runs {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    let Sent { fields, files, against } = sent;
    if !against.is_empty() {
        return page(&asker, &ground, contract, fields, &against).await;
    }
    let outcome = accepted(&house, &asker, &ground, contract, &fields, files.into_iter().next()).await;
    match outcome {
        Ok(()) => Ok(said(&ground.at(&format!("/contracts/{contract}")), "said-contract-accepted")),
        Err(failure) => page(&asker, &ground, contract, fields, &reasons(failure)?).await,
    }
}

async fn accepted(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    contract: Uuid,
    fields: &Fields,
    file: Option<Given>,
) -> Result<(), Failure> {
    let file: Option<Kept> = match file {
        Some(file) => Some(records::keep(&house.files, &file.name, file.bytes).await?),
        None => None,
    };
    let acceptance = AcceptanceWish {
        day: day(fields.text("accepted_on")),
        value: amount::money(fields.text("accepted_value")),
        accepted_by: fields.text("accepted_by").to_owned(),
        note: fields.text("accepted_note").to_owned(),
        file,
    };
    let (zone, which) = (&house.app.zone, (ground.id(), contract));
    wish!(asker, |cx| verbs::accept(&mut cx, zone, which, acceptance).await).map(drop)
}

/// The signed record of an acceptance, to be saved.
pub(crate) async fn file(
    State(house): State<House>,
    asker: Asker,
    Path((project, acceptance)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    let acceptance: Uuid = id(&acceptance)?;
    let all = contracts::acceptances(ground.look.db(), ground.id()).await?;
    let row = all
        .into_iter()
        .find(|row| row.id == acceptance && !row.sha256.is_empty())
        .ok_or(Failure::NotFound)?;
    let bytes = house.files.original(&row.sha256).await?;
    Ok(handout::file(&row.file_kind, &row.file_name, bytes))
}
