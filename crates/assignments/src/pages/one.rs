//! One piece of work: what it is, where it stands, what it brought, what blocks it, and what can be done now and why not.

use super::blocked::{Blocked, face};
use super::line::{Line, Names, line};
use super::{Choice, id, size, with_status};
use crate::House;
use crate::assignment::{State as Stand, Step, take};
use crate::sight;
use crate::store::assignments::{self, AssignmentRow};
use crate::store::{evidence, obstacles, parts, steps};
use crate::text::paragraphs;
use crate::verbs::sheet;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use deadlines::ClockFace;
use kernel::{Action, AssignmentId, Failure, PersonId, Refusal, Thing, ThingKind, ThingRef, WorkFacts};
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Refused, html, refusals};

/// A thing tied to it.
struct Result_ {
    key: String,
    kind: String,
    title: String,
    href: String,
    counted: String,
}

/// A file handed in.
struct FileLine {
    href: String,
    name: String,
    size: String,
    who: String,
}

/// The part of a supporting unit.
struct Part {
    unit: String,
    id: String,
    chip: &'static str,
    state: String,
    note: String,
    when: String,
    mine: bool,
    states: Vec<Choice>,
}

/// One thing that happened.
struct Happened {
    state: &'static str,
    who: String,
    what: String,
    iso: String,
    when: String,
    note: String,
}

/// What is open to who looks; the lists say why something is not.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of the page")]
struct Open {
    accept: bool,
    decline: bool,
    advance: bool,
    claim: bool,
    claim_shut: Vec<String>,
    confirm: bool,
    confirm_shut: Vec<String>,
    send_back: bool,
    regive: bool,
    move_day: bool,
    roll: bool,
    withdraw: bool,
    remind: bool,
    remind_shut: Vec<String>,
    block: bool,
    tie: bool,
    undo: bool,
    answer: bool,
    escalate: bool,
}

#[derive(Template)]
#[template(path = "work_one.html")]
struct OnePage {
    p: Page,
    crumbs: Vec<Crumb>,
    id: String,
    version: i32,
    line: Line,
    words: Vec<Vec<String>>,
    note: String,
    giver: String,
    given: String,
    quality: String,
    moved: String,
    clocks: Vec<ClockFace>,
    results: Vec<Result_>,
    files: Vec<FileLine>,
    parts: Vec<Part>,
    members: Vec<String>,
    obstacles: Vec<Blocked>,
    history: Vec<Happened>,
    chain: Vec<ChainLine>,
    open: Open,
    units: Vec<Choice>,
    people: Vec<Choice>,
    counted: bool,
    typed: Fields,
    refused: Vec<Refused>,
}

impl OnePage {
    /// What was typed before the form came back.
    fn was(&self, name: &str) -> &str {
        self.typed.text(name)
    }
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(assignment): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&assignment)?, Fields::default(), Vec::new()).await
}

/// The row, for who may see it.
pub(crate) async fn seen(look: &Look, id: AssignmentId) -> Result<(AssignmentRow, WorkFacts), Failure> {
    let row = assignments::one(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let facts = sight::facts(look.db(), &row).await?;
    sight::may(look.actor(), Action::ReadWork, &row, &facts)?;
    Ok((row, facts))
}

pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    id: AssignmentId,
    typed: Fields,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    let (row, work) = seen(&look, id).await?;
    let p = asker.desk_page(row.title.clone()).await?;
    let names = Names::of(house).await?;
    let db = look.db();
    let on = ThingRef { kind: ThingKind::Assignment, id: id.0 };
    let blocked = obstacles::blocked_among(db, &[id]).await?;
    let mut faces = deadlines::faces(&house.rules, db, &p, look.now(), on).await?;
    // The newest is the one that holds: those before it were moved.
    faces = faces.pop().into_iter().collect();
    let open = open(house, &look, &p, &row, &work).await?;
    let state = Stand::named(&row.state);
    let mut list = Vec::new();
    for obstacle in obstacles::of(db, id).await?.into_iter().rev() {
        list.push(face(house, &look, &p, &names, obstacle, String::new()).await?);
    }
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let people = house.office.colleagues().await?.into_iter().map(|(id, name)| (id.to_string(), name));
    let response = html(&OnePage {
        crumbs: vec![Crumb { href: "/desk/work/all".into(), label: p.t("work-table") }],
        id: id.to_string(),
        version: row.version,
        line: line(&p, &row, &names, &blocked, look.now()),
        words: paragraphs(&row.words),
        note: row.note.clone(),
        giver: names.person(row.giver),
        given: p.format.stamp(row.given_at),
        quality: row.quality.map(|mark| p.t(&format!("work-quality-{mark}"))).unwrap_or_default(),
        moved: match (row.first_due, row.due) {
            (Some(first), Some(due)) if first != due => p.f("work-first-due", "day", p.format.date(first)),
            _ => String::new(),
        },
        clocks: if state == Stand::Withdrawn { Vec::new() } else { faces },
        results: results(house, &look, &p, id).await?,
        files: files(&p, db, &names, id).await?,
        parts: all_parts(&look, &p, &names, id).await?,
        members: work
            .members
            .iter()
            .filter(|person| row.person != Some(**person))
            .map(|person| names.person(Some(*person)))
            .filter(|name| !name.is_empty())
            .collect(),
        obstacles: list,
        history: history(&p, db, &names, id).await?,
        chain: house.app.frame.chain(&look, &p, on).await?,
        open,
        units: Choice::of(units, &row.lead.to_string()),
        people: Choice::of(people, &row.person.map(|person| person.to_string()).unwrap_or_default()),
        counted: row.want_count > 0,
        typed,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn open(
    house: &House,
    look: &Look,
    p: &Page,
    row: &AssignmentRow,
    work: &WorkFacts,
) -> Result<Open, Failure> {
    let me = look.actor().id();
    let state = Stand::named(&row.state);
    let facts = sheet::facts(row, me, Some((&house.app.zone, look.now())));
    let may = |action| sight::may(look.actor(), action, row, work).is_ok();
    let judges = sight::may_judge(look.actor(), row, work).is_ok();
    let does = may(Action::DoWork);
    let leads = does && (row.person == me || look.may(Action::DoWork, Thing::Unit(row.lead)).is_ok());
    let can = |step| take(state, step, &facts).is_ok();
    let why = |step: Step, shown: bool| -> Vec<String> {
        match take(state, step, &facts) {
            Err(reasons) if shown => {
                refusals(p.locale(), &reasons).into_iter().map(|reason| reason.message).collect()
            }
            _ => Vec::new(),
        }
    };
    let last = steps::last(look.db(), row.id).await?;
    Ok(Open {
        accept: leads && can(Step::Accept),
        decline: leads && can(Step::Decline),
        advance: leads && can(Step::Advance),
        claim: leads && can(Step::Claim),
        claim_shut: why(Step::Claim, leads && matches!(state, Stand::Accepted | Stand::Doing)),
        confirm: judges && can(Step::Confirm),
        confirm_shut: why(Step::Confirm, judges && state == Stand::Done),
        send_back: judges && can(Step::SendBack),
        regive: judges && can(Step::Regive),
        move_day: judges && can(Step::Move),
        roll: may(Action::Assign) && can(Step::RollOver),
        withdraw: judges && can(Step::Withdraw),
        remind: may(Action::Assign) && can(Step::Remind),
        remind_shut: why(Step::Remind, may(Action::Assign) && state.is_owed()),
        block: does && can(Step::Block),
        tie: does && state.is_owed(),
        undo: crate::verbs::can_undo(last.as_ref(), me, look.now()),
        answer: may(Action::ResolveObstacle),
        escalate: does,
    })
}

async fn results(house: &House, look: &Look, p: &Page, id: AssignmentId) -> Result<Vec<Result_>, Failure> {
    let rows = evidence::of(look.db(), id).await?;
    let things: Vec<ThingRef> = rows.iter().filter_map(evidence::EvidenceRow::thing).collect();
    let called = house.app.frame.called(look, &things).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let thing = row.thing()?;
            let called = called.get(&thing);
            Some(Result_ {
                key: format!("{}:{}", thing.kind.name(), thing.id),
                kind: p.t(&format!("thing-{}", thing.kind.name())),
                title: called.map_or_else(|| p.t("work-result-hidden"), |called| called.title.clone()),
                href: called.map(|called| called.href.clone()).unwrap_or_default(),
                counted: row.counted_at.map(|at| p.format.date(at)).unwrap_or_default(),
            })
        })
        .collect())
}

async fn files(
    p: &Page,
    db: &impl db::ConnectionTrait,
    names: &Names,
    id: AssignmentId,
) -> Result<Vec<FileLine>, Failure> {
    let rows = evidence::files(db, id.0).await?;
    Ok(rows
        .into_iter()
        .map(|row| FileLine {
            href: format!("/desk/work/{id}/files/{}", row.id),
            size: size(row.bytes),
            who: format!("{} · {}", names.person(row.person), p.format.stamp(row.added_at)),
            name: row.name,
        })
        .collect())
}

async fn all_parts(look: &Look, p: &Page, names: &Names, id: AssignmentId) -> Result<Vec<Part>, Failure> {
    let rows = parts::of(look.db(), id).await?;
    Ok(rows
        .into_iter()
        .map(|row| Part {
            unit: names.unit(row.unit),
            id: row.unit.to_string(),
            chip: match row.state.as_str() {
                "done" => "done",
                "doing" => "scheduled",
                "declined" => "returned",
                _ => "soon",
            },
            state: p.t(&format!("work-part-{}", row.state)),
            when: if row.changed_by.is_some() {
                format!("{} · {}", names.person(row.changed_by), p.format.stamp(row.changed_at))
            } else {
                String::new()
            },
            mine: look.may(Action::DoWork, Thing::Unit(row.unit)).is_ok(),
            states: Choice::of(
                crate::verbs::PARTS.map(|state| (state.to_owned(), p.t(&format!("work-part-{state}")))),
                &row.state,
            ),
            note: row.note,
        })
        .collect())
}

async fn history(
    p: &Page,
    db: &impl db::ConnectionTrait,
    names: &Names,
    id: AssignmentId,
) -> Result<Vec<Happened>, Failure> {
    let rows = steps::of(db, id).await?;
    Ok(rows
        .into_iter()
        .rev()
        .map(|row| {
            let coded = ["deliver", "tie", "untie", "undo", "escalate"].contains(&row.step.as_str());
            let mut what = p.t(&format!("work-did-{}", row.step));
            if row.step == "undo" {
                what = format!("{what}: {}", p.t(&format!("work-did-{}", row.words)));
            }
            Happened {
                state: shape(&row.step),
                who: who(p, names, row.person),
                what,
                iso: p.format.iso(row.at),
                when: p.format.stamp(row.at),
                note: if coded { String::new() } else { row.words },
            }
        })
        .collect())
}

fn who(p: &Page, names: &Names, person: Option<PersonId>) -> String {
    if person.is_some() { names.person(person) } else { p.t("work-machine") }
}

fn shape(step: &str) -> &'static str {
    match step {
        "claim" => "submitted",
        "confirm" | "deliver" | "resolve" => "done",
        "send-back" | "decline" => "returned",
        "withdraw" => "withdrawn",
        "remind" | "block" => "soon",
        "escalate" => "emergency",
        "answer" => "comment",
        _ => "edited",
    }
}
