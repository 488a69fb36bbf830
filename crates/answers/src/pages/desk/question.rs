//! One question: what was asked and by whom, its clocks, the answer, what is open now, and what was done.

use super::question_history::history;
use super::question_parts::{
    CorrectionLine, FileLine, LetterLine, SaidLine, WishLine, correction, files, letters, talk, writers,
};
use crate::FILES;
use crate::House;
use crate::pages::{Choice, id, with_status};
use crate::private::{redacted, without_given};
use crate::question::{Facts, State as Stand, Step, take};
use crate::sight::{Sight, routes, sight};
use crate::store::asker::{self, AskerRow};
use crate::store::fields;
use crate::store::public::{self, CorrectionRow};
use crate::store::questions::{self, QuestionRow};
use crate::verbs::{PublicWish, REFUSALS, found_in, question_facts, question_thing};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, QuestionId, Refusal, Thing};
use typed::paragraphs;
use uuid::Uuid;
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Refused, html, refusals};

/// Which steps are open to who looks.
#[derive(Default)]
struct Open {
    route: bool,
    give_back: bool,
    aside: bool,
    take_back: bool,
    merge: bool,
    ask_more: bool,
    draft: bool,
    return_reply: bool,
    approve: bool,
    refuse: bool,
    publish: bool,
    unpublish: bool,
    correct: bool,
    approve_correction: bool,
    answer_wish: bool,
}

#[derive(Template)]
#[template(path = "answers_question.html")]
struct QuestionPage {
    p: Page,
    crumbs: Vec<Crumb>,
    id: String,
    title: String,
    form: String,
    page: String,
    body: Vec<Vec<String>>,
    field: String,
    unit: String,
    chip: &'static str,
    state_word: String,
    received_iso: String,
    received: String,
    consent: bool,
    sees_asker: bool,
    who: AskerRow,
    nameless: bool,
    erased: String,
    files: Vec<FileLine>,
    said: Vec<SaidLine>,
    letters: Vec<LetterLine>,
    came: Vec<post::Came>,
    wishes: Vec<WishLine>,
    clocks: Vec<ClockFace>,
    chain: Vec<ChainLine>,
    returned: String,
    reply: Vec<Vec<String>>,
    reply_hash: String,
    reply_by: String,
    refusal: String,
    refusal_words: Vec<Vec<String>>,
    merged_href: String,
    public_href: String,
    gone_reason: String,
    corrections: Vec<CorrectionLine>,
    found: Vec<String>,
    own_text: bool,
    open: Open,
    units: Vec<Choice>,
    fields: Vec<Choice>,
    codes: Vec<Choice>,
    typed: Typed,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
}

/// What was typed, or what the forms begin with.
#[derive(Default)]
struct Typed {
    reason: String,
    reply: String,
    title: String,
    body: String,
    note: String,
    into: String,
    correction: String,
}

/// The question, for who may see it; for others it is not there.
async fn readable(asker: &Asker, id: QuestionId) -> Result<(QuestionRow, Sight), Failure> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row = questions::question(look.db(), id).await?.ok_or(Failure::NotFound)?;
    match sight(&asker.actor, &row) {
        Sight::Nothing => Err(Failure::NotFound),
        seen => Ok((row, seen)),
    }
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(question): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&question)?, None, Vec::new()).await
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    id: QuestionId,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let (row, seen) = readable(asker, id).await?;
    let look = asker.look();
    let db = look.db();
    let p = asker.desk_page(asker.locale().t("answers-question")).await?;
    let names = house.office.names().await?;
    let who = asker::asker(db, id).await?.unwrap_or_default();
    let all = fields::all_of(db).await?;
    let corrections = public::corrections(db, id).await?;
    let shown = public::of(db, id).await?;
    let wishes = asker::wishes(db, id).await?;
    let state = Stand::named(&row.state);
    let sees_asker = seen == Sight::Asker;
    let seen_text = |text: &str| {
        if sees_asker { text.to_owned() } else { redacted(text, &[&who.name, &who.email, &who.phone]) }
    };
    let typed = typed(fields, &row, &who, shown.as_ref());
    let open = open(asker, &row, &corrections, wishes.iter().any(|wish| wish.done_at.is_none()), sees_asker);
    let public_wish =
        PublicWish { title: typed.title.clone(), body: typed.body.clone(), ..PublicWish::default() };
    let given = [who.name.as_str(), who.email.as_str(), who.phone.as_str()];
    let found = if open.publish {
        found_in(&public_wish, &without_given(&row.reply, &given), &given)
    } else {
        Vec::new()
    };
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let suggested =
        row.unit.or_else(|| all.iter().find(|field| field.slug == row.field).map(|field| field.unit));
    let suggested = match suggested {
        Some(unit) => house.office.today_of(unit).await?.to_string(),
        None => String::new(),
    };
    let title = seen_text(&row.title);
    let response = html(&QuestionPage {
        crumbs: vec![Crumb { href: "/desk/answers".into(), label: p.t("answers-title") }],
        id: id.to_string(),
        title: if title.is_empty() { p.t("answers-erased-title") } else { title },
        form: p.t(&format!("ask-form-{}", row.form)),
        page: row.page.clone(),
        body: paragraphs(&seen_text(&row.body)),
        field: all
            .iter()
            .find(|field| field.slug == row.field)
            .map(|field| field.name.clone())
            .unwrap_or_default(),
        unit: names.unit(row.unit),
        chip: state.chip(),
        state_word: p.t(&format!("answers-state-{}", state.name())),
        received_iso: p.format.iso(row.received_at),
        received: p.format.stamp(row.received_at),
        consent: row.consent,
        sees_asker,
        nameless: who == AskerRow::default(),
        who: if sees_asker { who.clone() } else { AskerRow::default() },
        erased: row.erased_at.map(|at| p.format.date(at)).unwrap_or_default(),
        files: if sees_asker { files(db, id).await? } else { Vec::new() },
        said: talk(db, &p, id, &names, &seen_text).await?,
        letters: letters(db, &p, id, sees_asker).await?,
        came: if sees_asker { post::came_about(db, question_thing(id)).await? } else { Vec::new() },
        wishes: wishes
            .iter()
            .filter(|_| sees_asker)
            .map(|wish| WishLine {
                what: p.t(&format!("ask-wish-{}", wish.kind)),
                words: wish.words.clone(),
                when: p.format.stamp(wish.at),
                outcome: wish.outcome.clone(),
            })
            .collect(),
        clocks: deadlines::faces(&house.rules, db, &p, look.now(), question_thing(id)).await?,
        chain: house.app.frame.chain(&look, &p, question_thing(id)).await?,
        returned: row.returned.clone(),
        reply: paragraphs(&seen_text(&row.reply)),
        reply_hash: row.reply_hash.clone(),
        reply_by: writers(&row, &names),
        refusal: if row.refusal.is_empty() {
            String::new()
        } else {
            p.t(&format!("ask-refusal-{}", row.refusal))
        },
        refusal_words: paragraphs(&seen_text(&row.refusal_words)),
        merged_href: row
            .merged_into
            .map(|into| format!("/desk/answers/questions/{into}"))
            .unwrap_or_default(),
        public_href: shown
            .as_ref()
            .filter(|shown| shown.state == "live")
            .map(|shown| format!("/hoi-dap/{}", shown.slug))
            .unwrap_or_default(),
        gone_reason: shown
            .as_ref()
            .filter(|shown| shown.state == "gone")
            .map(|shown| shown.reason.clone())
            .unwrap_or_default(),
        corrections: corrections.iter().map(|one| correction(one, &p, &names)).collect(),
        found: found
            .into_iter()
            .map(|one| format!("{}: {}", p.t(&format!("answers-private-{}", one.kind)), one.words))
            .collect(),
        own_text: question_facts(&row, asker.actor.id()).is_writer,
        open,
        units: Choice::of(units, &suggested),
        fields: Choice::of(all.iter().map(|field| (field.slug.clone(), field.name.clone())), &row.field),
        codes: Choice::of(
            REFUSALS.map(|code| (code.to_owned(), p.t(&format!("ask-refusal-{code}")))),
            fields.map_or("", |fields| fields.text("code")),
        ),
        typed,
        history: history(&p, db, id, &names).await?,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn typed(
    fields: Option<&Fields>,
    row: &QuestionRow,
    who: &AskerRow,
    shown: Option<&public::PublicRow>,
) -> Typed {
    let given = [who.name.as_str(), who.email.as_str(), who.phone.as_str()];
    let or = |name: &str, begins: String| match fields {
        Some(fields) if !fields.raw(name).is_empty() => fields.raw(name).to_owned(),
        _ => begins,
    };
    let live = shown.filter(|shown| shown.state == "live");
    Typed {
        reason: or("reason", String::new()),
        reply: or("reply", row.reply.clone()),
        title: or("title", live.map_or_else(|| redacted(&row.title, &given), |live| live.title.clone())),
        body: or("body", live.map_or_else(|| redacted(&row.body, &given), |live| live.body.clone())),
        note: or("note", String::new()),
        into: or("into", String::new()),
        correction: or("reply", row.reply.clone()),
    }
}

fn open(asker: &Asker, row: &QuestionRow, corrections: &[CorrectionRow], wish: bool, sees: bool) -> Open {
    let state = Stand::named(&row.state);
    let me = asker.actor.id();
    let waits = corrections.iter().find(|one| one.approved_at.is_none());
    let facts = question_facts(row, me);
    let corrected = Facts {
        correction_waits: waits.is_some(),
        is_writer: waits.is_some_and(|one| Some(one.by_person) == me),
        ..facts
    };
    let takes = |step: Step, facts: &Facts| take(state, step, facts).is_ok();
    let can = |action| row.unit.is_some_and(|unit| asker.look().may(action, Thing::Unit(unit)).is_ok());
    let router = routes(&asker.actor);
    let (answers, approves) = (can(Action::AnswerQuestions), can(Action::ApproveReplies));
    let publishes = can(Action::PublishReplies);
    let may_refuse = if state == Stand::Received { router } else { approves };
    Open {
        route: router && takes(Step::Route, &facts),
        give_back: answers && takes(Step::Return, &facts),
        aside: router && takes(Step::SetAside, &facts),
        take_back: router && takes(Step::TakeBack, &facts) && row.erased_how != "schedule",
        merge: router && takes(Step::Merge, &facts),
        ask_more: sees && (answers || router) && takes(Step::AskMore, &facts),
        draft: answers && takes(Step::Draft, &facts),
        return_reply: approves && takes(Step::ReturnReply, &facts),
        approve: approves && takes(Step::Approve, &facts),
        refuse: may_refuse && takes(Step::Refuse, &facts),
        publish: publishes && takes(Step::Publish, &facts) && row.erased_how != "schedule",
        unpublish: publishes && takes(Step::Unpublish, &facts),
        correct: answers && takes(Step::Correct, &facts),
        approve_correction: approves && takes(Step::ApproveCorrection, &corrected),
        answer_wish: sees && wish,
    }
}

/// A file of the asker, for those who see who asked: saved, never shown in place.
pub(crate) async fn file(
    State(house): State<House>,
    asker: Asker,
    Path((question, file)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (row, seen) = readable(&asker, id(&question)?).await?;
    if seen != Sight::Asker {
        return Err(Failure::NotFound.into());
    }
    let file = asker::file(asker.look().db(), id::<Uuid>(&file)?).await?.ok_or(Failure::NotFound)?;
    if file.question != row.id {
        return Err(Failure::NotFound.into());
    }
    let bytes = house.files.rendition(&file.sha256, &FILES.place(file.id)).await?;
    Ok(handout::file(&file.kind, &file.name, bytes))
}
