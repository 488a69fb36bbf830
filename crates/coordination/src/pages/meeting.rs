//! One meeting: who meets whom about what, what is open, who came, what was said and concluded.

use super::shared::{crumb, history, paragraphs, unit_choices};
use crate::House;
use crate::meeting::{Facts, Record, State as MeetingState, Step, take};
use crate::office::Names;
use crate::store::meetings::{self, ConclusionRow, InvitedRow, MeetingRow, NoticeRow};
use crate::store::read;
use crate::verbs::{exact_hash, meeting_facts, meeting_work};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, MeetingId, Refusal, Thing, ThingKind, ThingRef, UnitId};
use web::{Asker, ChainLine, Choice, Crumb, Error, Page, Refused, html, id_of, refusals, with_status};

struct Invited {
    id: String,
    name: String,
    unit: bool,
    presence: String,
    chip: &'static str,
    standing: String,
    stood_in: String,
}

struct Conclusion {
    id: String,
    number: usize,
    words: Vec<String>,
    typed: String,
    lead: String,
    supports: String,
    due: String,
    due_typed: String,
    leads: Vec<Choice>,
    others: Vec<Choice>,
    tasks: Vec<ChainLine>,
}

#[derive(Default)]
struct Open {
    change: bool,
    put_off: bool,
    hold: bool,
    miss: bool,
    attend: bool,
    write: bool,
    submit: bool,
    give_back: bool,
    approve: bool,
    issue: bool,
}

/// What was typed, when a wish was refused.
#[derive(Default)]
pub(crate) struct Typed {
    pub(crate) reason: String,
    pub(crate) to: String,
    pub(crate) record: Option<String>,
    pub(crate) words: String,
    pub(crate) due: String,
    pub(crate) lead: Vec<UnitId>,
    pub(crate) supports: Vec<UnitId>,
}

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage {
    p: Page,
    crumbs: Vec<Crumb>,
    meeting: String,
    edition: i64,
    hash: String,
    title: String,
    unit: String,
    chip: &'static str,
    standing: String,
    unsaid: bool,
    regular: bool,
    moves: i64,
    when: String,
    until: String,
    iso: String,
    place: String,
    chair: String,
    keeper: String,
    agenda: Vec<String>,
    others: Vec<String>,
    reason: String,
    over: bool,
    held: bool,
    invited: Vec<Invited>,
    present: usize,
    record: Vec<String>,
    record_typed: String,
    record_chip: &'static str,
    record_standing: String,
    approved: String,
    conclusions: Vec<Conclusion>,
    leads: Vec<Choice>,
    supports: Vec<Choice>,
    notice: String,
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
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id_of(&meeting)?, Vec::new(), Typed::default()).await
}

pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    id: MeetingId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let look = asker.look();
    let row = MeetingRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let invited = meetings::invited(look.db(), id).await?;
    let work = meeting_work(&row, &invited);
    look.may(Action::ReadWork, Thing::Work(&work))?;
    let keeps = look.may(Action::KeepMeetings, Thing::Work(&work)).is_ok();
    let decides =
        look.actor().id() == Some(row.chair) || look.may(Action::ApproveReports, Thing::Work(&work)).is_ok();
    let conclusions = meetings::conclusions(look.db(), id).await?;
    let notice = NoticeRow::of(look.db(), id).await?;
    let p = asker.desk_page(row.title.clone()).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let known = meeting_facts(&row, &conclusions, notice.is_some(), look.now(), look.actor().id());
    let (open, shut) =
        open(&p, &row, &Facts { reason_given: true, another_time: true, ..known }, keeps, decides);
    let state = MeetingState::named(&row.state);
    let record = Record::named(&row.record_state);
    // What is not approved is the draft of those who keep it and of who decides; others read what was concluded.
    let reads = keeps || decides || record == Record::Approved;
    let units = if open.write { house.office.units().await? } else { Vec::new() };
    let mut shown = Vec::new();
    for (at, one) in conclusions.iter().enumerate().filter(|_| reads) {
        let thing = ThingRef { kind: ThingKind::Conclusion, id: one.id.0 };
        let tasks = house.app.frame.chain(&look, &p, thing).await?;
        let tasks = tasks.into_iter().filter(|line| !line.called.href.contains(&id.to_string())).collect();
        shown.push(conclusion(&p, &names, &units, at, one, tasks));
    }
    let unsaid = state == MeetingState::Called && known.begun;
    let thing = ThingRef { kind: ThingKind::Meeting, id: id.0 };
    let page = html(&MeetingPage {
        crumbs: vec![crumb("/desk/meetings", p.t("meetings-title"))],
        meeting: id.to_string(),
        edition: row.edition,
        hash: exact_hash(&row, &invited, &conclusions),
        title: row.title.clone(),
        unit: names.unit(row.unit),
        chip: if unsaid { "late" } else { state.chip() },
        standing: if unsaid {
            p.t("meeting-unsaid")
        } else {
            p.t(&format!("meeting-state-{}", state.name()))
        },
        unsaid: unsaid && row.alarmed_at.is_some(),
        regular: row.round.is_some(),
        moves: row.moves,
        when: p.format.long(row.starts_at),
        until: row.ends_at.map(|end| until(&p, &row, end)).unwrap_or_default(),
        iso: p.format.iso(row.starts_at),
        place: row.place.clone(),
        chair: names.person(Some(row.chair)),
        keeper: names.person(row.made_by),
        agenda: paragraphs(&row.agenda),
        others: paragraphs(&row.others),
        reason: row.reason.clone(),
        over: matches!(state, MeetingState::Missed | MeetingState::PutOff),
        held: state == MeetingState::Held,
        present: invited.iter().filter(|one| one.presence == "present").count(),
        invited: invited.iter().map(|one| guest(&p, &names, one)).collect(),
        record: if reads { paragraphs(&row.record) } else { Vec::new() },
        record_typed: typed.record.clone().unwrap_or_else(|| row.record.clone()),
        record_chip: record.chip(),
        record_standing: p.t(&format!("meeting-record-{}", record.name())),
        approved: row.approved_at.map_or_else(String::new, |at| {
            format!("{} · {}", names.person(row.approved_by), p.format.stamp(at))
        }),
        conclusions: shown,
        leads: unit_choices(&units, &typed.lead),
        supports: unit_choices(&units, &typed.supports),
        notice: notice.map(|one| number_of(&one)).unwrap_or_default(),
        chain: house.app.frame.chain(&look, &p, thing).await?,
        history: history(&p, &look, id.0, &names).await?,
        open,
        shut,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// `Số 05/TB-VP`.
pub(crate) fn number_of(row: &NoticeRow) -> String {
    format!("{:02}/{}", row.number, row.symbol)
}

fn until(p: &Page, row: &MeetingRow, end: kernel::Moment) -> String {
    let zone = p.format.zone();
    if zone.day(end) == zone.day(row.starts_at) { p.format.time(end) } else { p.format.long(end) }
}

fn guest(p: &Page, names: &Names, row: &InvitedRow) -> Invited {
    Invited {
        id: row.id.to_string(),
        name: row.unit.map_or_else(|| names.person(row.person), |unit| names.unit(unit)),
        unit: row.unit.is_some(),
        chip: match row.presence.as_str() {
            "present" => "done",
            "excused" => "soon",
            "absent" => "withdrawn",
            _ => "scheduled",
        },
        standing: if row.presence.is_empty() {
            p.t("presence-invited")
        } else {
            p.t(&format!("presence-{}", row.presence))
        },
        presence: row.presence.clone(),
        stood_in: row.stood_in.clone(),
    }
}

fn conclusion(
    p: &Page,
    names: &Names,
    units: &[(UnitId, String)],
    at: usize,
    row: &ConclusionRow,
    tasks: Vec<ChainLine>,
) -> Conclusion {
    let supports: Vec<UnitId> = read(&row.supports);
    let others: Vec<String> = supports.iter().map(|unit| names.unit(*unit)).collect();
    Conclusion {
        id: row.id.to_string(),
        number: at + 1,
        words: paragraphs(&row.words),
        typed: row.words.clone(),
        lead: names.unit(row.lead),
        supports: others.join(", "),
        due: row.due_at.map(|due| p.format.date(due)).unwrap_or_default(),
        due_typed: row.due_at.map(|due| p.format.zone().day(due).to_string()).unwrap_or_default(),
        leads: unit_choices(units, &[row.lead]),
        others: unit_choices(units, &supports),
        tasks,
    }
}

fn open(
    p: &Page,
    row: &MeetingRow,
    facts: &Facts,
    keeps: bool,
    decides: bool,
) -> (Open, Vec<(String, Vec<String>)>) {
    let (state, record) = (MeetingState::named(&row.state), Record::named(&row.record_state));
    let can = |allowed: bool, step| allowed && take(state, record, step, facts).is_ok();
    let open = Open {
        change: can(keeps, Step::Change),
        put_off: can(keeps, Step::PutOff),
        hold: can(keeps, Step::Hold),
        miss: can(keeps, Step::Miss),
        attend: can(keeps, Step::Attend),
        write: can(keeps, Step::Write),
        submit: can(keeps, Step::Submit),
        give_back: can(decides, Step::Return),
        approve: can(decides, Step::Approve),
        issue: can(keeps, Step::Issue),
    };
    let next = match (state, record) {
        (MeetingState::Called, _) => Some((keeps, Step::Hold, "meeting-do-hold")),
        (MeetingState::Held, Record::Draft | Record::None) => {
            Some((keeps, Step::Submit, "meeting-do-submit"))
        }
        (MeetingState::Held, Record::Submitted) => Some((decides, Step::Approve, "meeting-do-approve")),
        (MeetingState::Held, Record::Approved) if !facts.issued => {
            Some((keeps, Step::Issue, "meeting-do-issue"))
        }
        _ => None,
    };
    let mut shut = Vec::new();
    if let Some((true, step, words)) = next
        && let Err(reasons) = take(state, record, step, facts)
    {
        shut.push((p.t(words), reasons.iter().map(|one| p.locale().refusal(one)).collect()));
    }
    (open, shut)
}
