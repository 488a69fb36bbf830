//! One piece of work: what it is, where it stands, what it brought, what blocks it, and what can be done now and why not.

use super::blocked::{Blocked, face};
use super::line::{Line, Names, line};
use super::one_lists::{FileLine, Outcome, Part, all_parts, files, history, results};
use super::{Choice, id, with_status};
use crate::House;
use crate::assignment::{State as Stand, Step, take};
use crate::sight;
use crate::store::assignments::AssignmentRow;
use crate::store::{obstacles, steps};
use crate::verbs::sheet;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use deadlines::ClockFace;
use kernel::{Action, AssignmentId, Failure, Refusal, Thing, ThingKind, ThingRef, WorkFacts};
use typed::paragraphs;
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Refused, html, refusals};

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
    results: Vec<Outcome>,
    files: Vec<FileLine>,
    parts: Vec<Part>,
    members: Vec<String>,
    obstacles: Vec<Blocked>,
    history: Vec<web::Deed>,
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
    let row = AssignmentRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
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
    // The one that runs is the one that holds; those before it were moved.
    let holds = faces.iter().rposition(|clock| clock.open).unwrap_or(faces.len().saturating_sub(1));
    faces = faces.into_iter().skip(holds).take(1).collect();
    let open = open(house, &look, &p, &row, &work).await?;
    let state = Stand::named(&row.state);
    let mut list = Vec::new();
    let in_the_way = obstacles::of(db, id).await?;
    let up: Vec<_> = in_the_way.iter().filter(|one| one.escalated_at.is_some()).map(|one| one.id.0).collect();
    let (kind, now) = (ThingKind::Obstacle, look.now());
    let mut clocks = deadlines::faces_of(&house.rules, db, &p, now, kind, &up).await?;
    for obstacle in in_the_way.into_iter().rev() {
        let clock = clocks.remove(&obstacle.id.0).and_then(|faces| faces.into_iter().next());
        list.push(face(&p, &names, obstacle, String::new(), clock));
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
