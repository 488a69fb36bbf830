//! One inquiry: its clocks, each question with its answer, what units were asked, clearance, and how it ended.

use super::correspondence::Correspondence;
use super::history;
use super::shared::{Choice, choices, desk_only, id, may, with_status};
use crate::House;
use crate::inquiry::{Content, FORMS, Facts, GROUNDS, State as Stand, Step, address_in, take, writers};
use crate::office::Names;
use crate::spokesperson::Kind;
use crate::store::facts::{self, FactRow};
use crate::store::inquiries::InquiryRow;
use crate::store::spokespersons::{self, SpokespersonRow};
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, InquiryId, Refusal, ThingKind, ThingRef};
use web::{Asker, ChainLine, Crumb, Error, Page, Refused, html, refusals};

struct QuestionLine {
    at: usize,
    question: String,
    answer: String,
}

pub(crate) struct FactLine {
    pub(crate) id: String,
    pub(crate) unit: String,
    pub(crate) question: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) answer: String,
    pub(crate) source: String,
    pub(crate) reason: String,
    pub(crate) who: String,
    pub(crate) given: String,
    pub(crate) clock: Option<ClockFace>,
    pub(crate) open: bool,
    pub(crate) returnable: bool,
    pub(crate) iso: String,
    pub(crate) when: String,
}

#[derive(Default)]
struct Open {
    take: bool,
    change: bool,
    ask: bool,
    draft: bool,
    clearance: bool,
    send_back: bool,
    clear: bool,
    clear_shut: Vec<String>,
    answer: bool,
    answer_shut: Vec<String>,
    refuse: bool,
    close: bool,
    reopen: bool,
}

#[derive(Template)]
#[template(path = "press_inquiry.html")]
struct InquiryPage {
    p: Page,
    crumbs: Vec<Crumb>,
    base: String,
    outlet: String,
    outlet_href: String,
    journalist: String,
    contact: String,
    erased: bool,
    via: String,
    urgent: bool,
    chip: &'static str,
    state_word: String,
    received_iso: String,
    received: String,
    late_logged: String,
    wanted: String,
    wanted_mood: &'static str,
    wanted_left: String,
    taken_by: String,
    questions: Vec<QuestionLine>,
    edition: i64,
    hash: String,
    speaker: String,
    speakers: Vec<Choice>,
    cases: bool,
    mail_to: String,
    cleared: String,
    facts: Vec<FactLine>,
    units: Vec<Choice>,
    forms: Vec<Choice>,
    grounds: Vec<Choice>,
    ended: String,
    form: String,
    ground: String,
    reason: String,
    sent_to: String,
    by_hand: bool,
    letters: Correspondence,
    clocks: Vec<ClockFace>,
    chain: Vec<ChainLine>,
    history: Vec<web::Deed>,
    open: Open,
    refused: Vec<Refused>,
    typed: Typed,
}

/// What was typed, when a wish was refused.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) reason: String,
    pub(super) question: String,
    pub(super) unit: String,
    pub(super) form: String,
    pub(super) code: String,
    pub(super) mail_to: Option<String>,
    pub(super) speaker: String,
    pub(super) answers: Option<Vec<String>>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(inquiry): Path<String>,
) -> Result<Response, Error> {
    let of: InquiryId = id(&inquiry)?;
    page(&house, &asker, of, Vec::new(), Typed::default()).await
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    of: InquiryId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let (db, now) = (look.db(), look.now());
    let row = InquiryRow::of(db, of).await?.ok_or(Failure::NotFound)?;
    let on = ThingRef { kind: ThingKind::Inquiry, id: of.0 };
    let number = format!("{}/{}", row.no, row.year);
    let p = asker.desk_page(format!("{} {number}", asker.locale().t("inquiry-one"))).await?;
    let names = house.office.names().await?;
    let state = Stand::named(&row.state);
    let content = Content::read(&row.content);
    let zone = &house.app.zone;
    let mut standing = spokespersons::standing(db).await?;
    standing.retain(|one| verbs::speaks_for_agency(one, zone, now));
    let speaker = match row.speaker {
        Some(speaker) => SpokespersonRow::of(db, speaker).await?,
        None => None,
    };
    let asked = facts::of_inquiry(db, of).await?;
    let ids: Vec<_> = asked.iter().map(|fact| fact.id.0).collect();
    let mut fact_clocks = deadlines::faces_of(&house.rules, db, &p, now, ThingKind::Fact, &ids).await?;
    let mut fact_lines = Vec::new();
    for fact in &asked {
        let clock = fact_clocks.remove(&fact.id.0).and_then(|faces| faces.into_iter().next());
        fact_lines.push(fact_line(&p, fact, &names, clock));
    }
    let questions = content.asked.iter().enumerate().map(|(at, asked)| QuestionLine {
        at,
        question: asked.question.clone(),
        answer: typed.answers.as_ref().and_then(|all| all.get(at)).unwrap_or(&asked.answer).clone(),
    });
    let chosen = if typed.speaker.is_empty() {
        row.speaker.map(|one| one.to_string()).unwrap_or_default()
    } else {
        typed.speaker.clone()
    };
    let stamp = |at: Option<kernel::Moment>| at.map(|at| p.format.stamp(at)).unwrap_or_default();
    let late_by = row.logged_at.since(row.received_at);
    let wanted_late = row.wanted_by.is_some_and(|by| by <= row.ended_at.unwrap_or(now));
    let page = html(&InquiryPage {
        crumbs: vec![Crumb { href: "/desk/press/inquiries".into(), label: p.t("inquiries-title") }],
        base: format!("/desk/press/inquiries/{of}"),
        outlet_href: serde_urlencoded::to_string([("which", "all"), ("outlet", row.outlet.as_str())])
            .map(|query| format!("/desk/press/inquiries?{query}"))
            .unwrap_or_default(),
        outlet: row.outlet.clone(),
        journalist: row.journalist.clone(),
        contact: row.contact.clone(),
        erased: row.erased_at.is_some(),
        via: p.t(&format!("inquiry-via-{}", row.via)),
        urgent: row.urgent,
        chip: state.chip(),
        state_word: p.t(&format!("inquiry-{}", state.name())),
        received_iso: p.format.iso(row.received_at),
        received: p.format.stamp(row.received_at),
        late_logged: if late_by.as_secs() >= 60 { deadlines::span(&p, late_by) } else { String::new() },
        wanted: stamp(row.wanted_by),
        wanted_mood: if wanted_late { "late" } else { "ok" },
        wanted_left: p.t(if wanted_late { "inquiry-wanted-past" } else { "inquiry-wanted" }),
        taken_by: names.person(row.taken_by),
        questions: questions.collect(),
        edition: row.edition,
        hash: row.hash.clone(),
        speaker: speaker.as_ref().map(|one| spoken_by(&p, one)).unwrap_or_default(),
        cases: standing.iter().any(|one| one.kind == Kind::Case.name() && row.speaker != Some(one.id)),
        speakers: standing
            .iter()
            .map(|one| Choice {
                value: one.id.to_string(),
                label: spoken_by(&p, one),
                selected: one.id.to_string() == chosen,
            })
            .collect(),
        mail_to: typed.mail_to.clone().or_else(|| address_in(&row.contact)).unwrap_or_default(),
        cleared: row
            .cleared_at
            .filter(|_| row.cleared_hash == row.hash)
            .map(|at| format!("{} · {}", names.person(row.cleared_by), p.format.stamp(at)))
            .unwrap_or_default(),
        facts: fact_lines,
        units: web::Choice::units(house.office.units().await?, &typed.unit),
        forms: choices(
            &p,
            &FORMS,
            "inquiry-form-",
            if typed.form.is_empty() { "written" } else { &typed.form },
        ),
        grounds: choices(&p, &GROUNDS, "inquiry-ground-", &typed.code),
        ended: stamp(row.ended_at),
        form: if row.form.is_empty() { String::new() } else { p.t(&format!("inquiry-form-{}", row.form)) },
        ground: if row.refusal.is_empty() {
            String::new()
        } else {
            p.t(&format!("inquiry-ground-{}", row.refusal))
        },
        reason: row.reason.clone(),
        sent_to: row.sent_to.clone(),
        by_hand: row.form == "written",
        letters: Correspondence::about(db, &p, on).await?,
        clocks: deadlines::faces(&house.rules, db, &p, now, on).await?,
        chain: house.app.frame.chain(&look, &p, on).await?,
        history: history::of(&p, db, of.0, &names).await?,
        open: open(asker, &row, speaker.as_ref().is_some_and(|one| verbs::speaks_for_agency(one, zone, now))),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Who speaks and by what right; of one authorised in a case, which and until when, for whoever chooses and whoever clears.
fn spoken_by(p: &Page, one: &SpokespersonRow) -> String {
    let kind = p.t(&format!("speaker-{}", one.kind));
    if Kind::named(&one.kind) != Some(Kind::Case) {
        return format!("{}, {} ({kind})", one.name, one.post);
    }
    let until = one.to_day.as_ref().and_then(|day| day.parse().ok()).map(|day| p.format.day(day));
    let args: [(&'static str, String); 4] = [
        ("name", one.name.clone()),
        ("post", one.post.clone()),
        ("matter", one.matter.clone()),
        ("until", until.unwrap_or_default()),
    ];
    web::lookup(p.format.lang(), "inquiry-speaker-of-case", &args)
}

/// What a unit was asked, as the desk and the unit see it.
pub(crate) fn fact_line(p: &Page, fact: &FactRow, names: &Names, clock: Option<ClockFace>) -> FactLine {
    FactLine {
        id: fact.id.to_string(),
        unit: names.unit(Some(fact.unit)),
        question: fact.question.clone(),
        chip: match fact.state.as_str() {
            "asked" => "submitted",
            "returned" => "returned",
            "given" => "approved",
            _ => "gone",
        },
        state: p.t(&format!("fact-{}", fact.state)),
        answer: fact.answer.clone(),
        source: fact.source.clone(),
        reason: fact.reason.clone(),
        who: names.person(fact.given_by),
        given: fact.given_at.map(|at| p.format.stamp(at)).unwrap_or_default(),
        clock,
        open: matches!(fact.state.as_str(), "asked" | "returned"),
        returnable: fact.state == "given",
        iso: p.format.iso(fact.asked_at),
        when: p.format.stamp(fact.asked_at),
    }
}

fn open(asker: &Asker, row: &InquiryRow, speaker: bool) -> Open {
    let state = Stand::named(&row.state);
    let content = Content::read(&row.content);
    let facts = Facts {
        complete: content.is_complete(),
        own_text: asker.actor.id().is_some_and(|me| writers(&row.writers).contains(&me)),
        speaker,
        hash_holds: row.hash == row.cleared_hash,
        reason_given: true,
        code_given: true,
    };
    let (answers, clears) = (may(asker, Action::AnswerPress), may(asker, Action::ClearPress));
    let can = |step: Step| take(state, step, &facts).is_ok();
    let shut = |step: Step| -> Vec<String> {
        let against = take(state, step, &facts).err().unwrap_or_default();
        against.iter().map(|reason| asker.locale().refusal(reason)).collect()
    };
    let me = asker.actor.id();
    Open {
        take: answers && state.is_open() && row.taken_by != me,
        change: answers && can(Step::Change),
        ask: answers && can(Step::AskFacts),
        draft: answers && can(Step::Draft),
        clearance: answers && can(Step::AskClearance),
        send_back: clears && can(Step::RefuseClearance),
        clear: clears && can(Step::Clear),
        clear_shut: if clears && state == Stand::Clearing { shut(Step::Clear) } else { Vec::new() },
        answer: answers && can(Step::Answer),
        answer_shut: if answers && state.is_open() { shut(Step::Answer) } else { Vec::new() },
        refuse: answers && can(Step::Refuse),
        close: answers && can(Step::Close),
        reopen: answers && can(Step::Reopen),
    }
}
