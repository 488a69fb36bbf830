//! One press event with its dossier: what is open, who comes, what units bring, what is and was asked.

use super::told::{Choice, crumb, desk_only, history, id, writes};
use crate::House;
use crate::event::{Facts, State as EventState, Step, take};
use crate::office::Names;
use crate::store::contacts;
use crate::store::events::{self, ContributionRow, EventRow, GuestRow, QuestionRow};
use crate::told::{person, unit};
use crate::verbs::event_facts;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Failure, Moment, PressEventId, Refusal, ThingKind, ThingRef};
use web::{Asker, ChainLine, Crumb, Error, Page, Refused, html, refusals};

pub(super) struct Contribution {
    pub(super) id: String,
    pub(super) unit: String,
    pub(super) ask: String,
    pub(super) due: String,
    pub(super) chip: &'static str,
    pub(super) standing: String,
    pub(super) text: String,
    pub(super) given: String,
    pub(super) clocks: Vec<ClockFace>,
}

pub(super) struct Question {
    pub(super) id: String,
    pub(super) outlet: String,
    pub(super) question: String,
    pub(super) answer: String,
    pub(super) answered_by: String,
    pub(super) follow_up: bool,
}

pub(super) struct Guest {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) outlet: String,
    pub(super) email: String,
    pub(super) chip: &'static str,
    pub(super) standing: String,
    pub(super) reason: String,
    pub(super) open: bool,
}

#[derive(Default)]
struct Open {
    change: bool,
    announce: bool,
    notify: bool,
    invite: bool,
    admit: bool,
    record: bool,
    hold: bool,
    call_off: bool,
}

/// What was typed, when a wish was refused.
#[derive(Default)]
pub(crate) struct Typed {
    pub(crate) reason: String,
    pub(crate) how: String,
    pub(crate) ask: String,
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) outlet: String,
    pub(crate) answered_by: String,
}

#[derive(Template)]
#[template(path = "event_show.html")]
struct EventPage {
    p: Page,
    crumbs: Vec<Crumb>,
    event: String,
    title: String,
    kind: String,
    chip: &'static str,
    standing: String,
    when: String,
    iso: String,
    place: String,
    chair: String,
    host: String,
    content: Vec<String>,
    public: bool,
    notified: String,
    called_off: String,
    transcript: String,
    follow_ups: String,
    contributions: Vec<Contribution>,
    prepared: Vec<Question>,
    asked: Vec<Question>,
    guests: Vec<Guest>,
    units: Vec<Choice>,
    contacts: Vec<Choice>,
    clocks: Vec<ClockFace>,
    chain: Vec<ChainLine>,
    history: Vec<web::Deed>,
    open: Open,
    shut: Vec<(String, Vec<String>)>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(event): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&event)?, Vec::new(), Typed::default()).await
}

pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    id: PressEventId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let row = events::event(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(row.title.clone()).await?;
    let names = house.office.names().await?;
    let thing = ThingRef { kind: ThingKind::PressEvent, id: id.0 };
    let state = EventState::named(&row.state);
    let (open, shut) = open(&p, &row, state, writes(&look), look.now());
    let questions = events::questions(look.db(), id).await?;
    let (prepared, asked): (Vec<_>, Vec<_>) = questions.into_iter().partition(|one| one.prepared);
    let guests = events::guests(look.db(), id).await?;
    let mut response = html(&EventPage {
        crumbs: vec![crumb("/desk/press/events", p.t("pevent-title"))],
        event: id.to_string(),
        title: row.title.clone(),
        kind: p.t(&format!("pevent-kind-{}", row.kind)),
        chip: state.chip(),
        standing: p.t(&format!("pevent-state-{}", state.name())),
        when: p.format.long(row.starts_at),
        iso: p.format.iso(row.starts_at),
        place: row.place.clone(),
        chair: row.chair.clone(),
        host: row.host.clone(),
        content: paragraphs(&row.content),
        public: row.announced_at.is_some(),
        notified: row.notified_at.map_or_else(String::new, |at| {
            format!("{} · {} · {}", p.format.stamp(at), person(&names, row.notified_by), row.notified_how)
        }),
        called_off: if state == EventState::Cancelled { row.reason.clone() } else { String::new() },
        contributions: contributions(house, &p, &look, &names, id).await?,
        prepared: prepared.into_iter().map(question).collect(),
        asked: asked.into_iter().map(question).collect(),
        units: if open.change { unit_choices(house).await? } else { Vec::new() },
        contacts: if open.invite { contact_choices(&look, &guests).await? } else { Vec::new() },
        guests: guests.into_iter().map(|row| guest(&p, row, open.admit)).collect(),
        clocks: deadlines::faces(&house.rules, look.db(), &p, look.now(), thing).await?,
        chain: house.app.frame.chain(&look, &p, thing).await?,
        history: history(&p, &look, id.0, &names).await?,
        transcript: row.transcript,
        follow_ups: row.follow_ups,
        open,
        shut,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

fn open(
    p: &Page,
    row: &EventRow,
    state: EventState,
    writes: bool,
    now: Moment,
) -> (Open, Vec<(String, Vec<String>)>) {
    let facts = Facts { reason_given: true, ..event_facts(row, now) };
    let can = |step| writes && take(state, step, &facts).is_ok();
    let open = Open {
        change: can(Step::Change),
        announce: can(Step::Announce),
        notify: can(Step::Notify) && row.kind == "conference",
        invite: can(Step::Invite),
        admit: can(Step::Admit),
        record: can(Step::Record),
        hold: can(Step::Hold),
        call_off: can(Step::CallOff),
    };
    let mut shut = Vec::new();
    let step = match state {
        EventState::Planned => Some((Step::Announce, "pevent-do-announce")),
        EventState::Announced => Some((Step::Hold, "pevent-do-hold")),
        EventState::Held | EventState::Cancelled => None,
    };
    if let Some((step, words)) = step
        && writes
        && let Err(reasons) = take(state, step, &facts)
    {
        shut.push((p.t(words), reasons.iter().map(|one| p.locale().refusal(one)).collect()));
    }
    (open, shut)
}

async fn unit_choices(house: &House) -> Result<Vec<Choice>, Failure> {
    let units = house.office.units().await?;
    Ok(units
        .into_iter()
        .map(|(unit, label)| Choice { value: unit.to_string(), label, selected: false })
        .collect())
}

async fn contact_choices(look: &db::Look, guests: &[GuestRow]) -> Result<Vec<Choice>, Failure> {
    let rows = contacts::active(look.db(), "").await?;
    let fresh = rows.into_iter().filter(|row| !guests.iter().any(|guest| guest.contact == Some(row.id)));
    Ok(fresh
        .take(500)
        .map(|row| Choice {
            value: row.id.to_string(),
            label: if row.name.is_empty() { row.outlet } else { format!("{} – {}", row.outlet, row.name) },
            selected: true,
        })
        .collect())
}

pub(super) async fn contributions(
    house: &House,
    p: &Page,
    look: &db::Look,
    names: &Names,
    id: PressEventId,
) -> Result<Vec<Contribution>, Failure> {
    let mut lines = Vec::new();
    for row in events::contributions(look.db(), id).await? {
        let on = ThingRef { kind: ThingKind::Fact, id: row.id.0 };
        let clocks = deadlines::faces(&house.rules, look.db(), p, look.now(), on).await?;
        lines.push(contribution(p, names, row, clocks, look.now()));
    }
    Ok(lines)
}

pub(super) fn contribution(
    p: &Page,
    names: &Names,
    row: ContributionRow,
    clocks: Vec<ClockFace>,
    now: Moment,
) -> Contribution {
    let (chip, word) = match (row.given_at, row.due_at) {
        (Some(given), Some(due)) if given > due => ("soon", "pevent-given-late"),
        (Some(_), _) => ("done", "pevent-given"),
        (None, Some(due)) if due < now => ("late", "pevent-late"),
        (None, _) => ("submitted", "pevent-waits"),
    };
    Contribution {
        id: row.id.to_string(),
        unit: unit(names, row.unit),
        ask: row.ask,
        due: row.due_at.map(|at| p.format.stamp(at)).unwrap_or_default(),
        chip,
        standing: p.t(word),
        text: row.text,
        given: row.given_at.map_or_else(String::new, |at| {
            format!("{} · {}", person(names, row.given_by), p.format.stamp(at))
        }),
        clocks,
    }
}

pub(super) fn question(row: QuestionRow) -> Question {
    Question {
        id: row.id.to_string(),
        outlet: row.outlet,
        question: row.question,
        answer: row.answer,
        answered_by: row.answered_by,
        follow_up: row.follow_up,
    }
}

pub(super) fn guest(p: &Page, row: GuestRow, admits: bool) -> Guest {
    Guest {
        id: row.id.to_string(),
        name: if row.name.is_empty() && row.email.is_empty() { p.t("contact-erased") } else { row.name },
        outlet: row.outlet,
        email: row.email,
        chip: match row.state.as_str() {
            "admitted" => "done",
            "refused" => "withdrawn",
            "applied" => "submitted",
            _ => "scheduled",
        },
        standing: p.t(&format!("guest-{}", row.state)),
        reason: row.reason,
        open: admits && row.state == "applied",
    }
}
