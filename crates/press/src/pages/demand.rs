//! One demand for correction: exactly what the outlet will read, who approved it, how it was sent, what the outlet did.

use super::correspondence::Correspondence;
use super::history;
use super::shared::{Choice, choices, desk_only, id, may, with_status};
use crate::House;
use crate::demand::{Facts, MOST_ROUNDS, OUTCOMES, State as Stand, Step, take};
use crate::inquiry::writers;
use crate::letters;
use crate::store::demands::{self, DemandRow};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, DemandId, Failure, Refusal, ThingKind, ThingRef};
use web::{Asker, ChainLine, Crumb, Error, Page, Refused, html, refusals};

#[derive(Default)]
struct Open {
    write: bool,
    approve: bool,
    approve_shut: Vec<String>,
    send: bool,
    note: bool,
    repeat: bool,
    close: bool,
}

#[derive(Template)]
#[template(path = "press_demand.html")]
struct DemandPage {
    p: Page,
    letters: Correspondence,
    crumbs: Vec<Crumb>,
    base: String,
    outlet: String,
    chip: &'static str,
    state_word: String,
    round: String,
    before: String,
    mention: String,
    lines: Vec<String>,
    link: String,
    hash: String,
    approved: String,
    sent: String,
    outcome: String,
    outcome_said: String,
    closed: String,
    outcomes: Vec<Choice>,
    clocks: Vec<ClockFace>,
    chain: Vec<ChainLine>,
    history: Vec<web::Deed>,
    open: Open,
    refused: Vec<Refused>,
    typed: Typed,
}

/// What was typed and is shown again.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) document: String,
    pub(super) mail_to: String,
    pub(super) note: String,
    pub(super) reason: String,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(demand): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&demand)?, Vec::new(), Typed::default()).await
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    of: DemandId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let db = look.db();
    let row = DemandRow::of(db, of).await?.ok_or(Failure::NotFound)?;
    let on = ThingRef { kind: ThingKind::Demand, id: of.0 };
    let number = format!("{}/{}", row.no, row.year);
    let p = asker.desk_page(format!("{} {number}", asker.locale().t("demand-one"))).await?;
    let names = house.office.names().await?;
    let state = Stand::named(&row.state);
    let repeated = demands::after(db, of).await?.is_some();
    let mut sent = row.sent_at.map(|at| p.format.stamp(at)).unwrap_or_default();
    for more in [&row.document, &row.sent_to] {
        if !sent.is_empty() && !more.is_empty() {
            sent = format!("{sent} · {more}");
        }
    }
    let lines = letters::demand_lines(&row).into_iter().filter(|line| *line != row.item_link);
    let page = html(&DemandPage {
        letters: Correspondence::about(db, &p, on).await?,
        crumbs: vec![Crumb { href: "/desk/press/demands".into(), label: p.t("demands-title") }],
        base: format!("/desk/press/demands/{of}"),
        outlet: row.outlet.clone(),
        chip: state.chip(),
        state_word: p.t(&format!("demand-{}", state.name())),
        round: if row.round > 1 { p.f("demand-round", "round", row.round) } else { String::new() },
        before: row.before.map(|before| format!("/desk/press/demands/{before}")).unwrap_or_default(),
        mention: row
            .mention
            .filter(|_| may(asker, Action::ReadPress))
            .map(|mention| format!("/desk/listening/mentions/{mention}"))
            .unwrap_or_default(),
        lines: lines.collect(),
        link: row.item_link.clone(),
        hash: row.hash.clone(),
        approved: row
            .approved_at
            .filter(|_| row.approved_hash == row.hash)
            .map(|at| format!("{} · {}", names.person(row.approved_by), p.format.stamp(at)))
            .unwrap_or_default(),
        sent,
        outcome: if row.outcome.is_empty() {
            String::new()
        } else {
            p.t(&format!("demand-outcome-{}", row.outcome))
        },
        outcome_said: row.said.clone(),
        closed: row.reason.clone(),
        outcomes: choices(&p, &OUTCOMES, "demand-outcome-", "corrected"),
        clocks: deadlines::faces(&house.rules, db, &p, look.now(), on).await?,
        chain: house.app.frame.chain(&look, &p, on).await?,
        history: history::of(&p, db, of.0, &names).await?,
        open: open(asker, &row, repeated),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn open(asker: &Asker, row: &DemandRow, repeated: bool) -> Open {
    let state = Stand::named(&row.state);
    let facts = Facts {
        own_text: asker.actor.id().is_some_and(|me| writers(&row.writers).contains(&me)),
        hash_holds: row.hash == row.approved_hash,
        round: row.round,
        repeated,
        reason_given: true,
    };
    let (answers, clears) = (may(asker, Action::AnswerPress), may(asker, Action::ClearPress));
    let can = |step: Step| take(state, step, &facts).is_ok();
    let against = take(state, Step::Approve, &facts).err().unwrap_or_default();
    Open {
        write: answers && can(Step::Write),
        approve: clears && can(Step::Approve),
        approve_shut: if clears && state == Stand::Draft {
            against.iter().map(|reason| asker.locale().refusal(reason)).collect()
        } else {
            Vec::new()
        },
        send: answers && can(Step::Send),
        note: answers && can(Step::NoteAnswer),
        repeat: answers && row.round < MOST_ROUNDS && can(Step::Repeat),
        close: answers && can(Step::Close),
    }
}
