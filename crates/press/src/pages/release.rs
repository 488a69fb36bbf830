//! One release: its text, what is open now and why the rest is not, who got it, and what was done.

use super::releases::{number_of, title};
use super::told::{Choice, choices, crumb, desk_only, history, html_of, id};
use crate::House;
use crate::contact::LEVELS;
use crate::release::{Facts, State as ReleaseState, Step, take};
use crate::store::{release_public, releases};
use crate::told::{local_text, person};
use crate::verbs::Sheet;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, Refusal, ReleaseId, Thing, ThingKind, ThingRef};
use post::{Counts, State as LetterState};
use std::time::Duration;
use web::{Asker, ChainLine, Crumb, Error, Page, Refused, html, refusals};

pub(crate) struct FileLine {
    pub(crate) sha256: String,
    pub(crate) name: String,
    pub(crate) size: String,
}

struct LetterLine {
    name: String,
    address: String,
    subject: String,
    chip: &'static str,
    state: String,
    said: String,
    when: String,
}

struct EditionLine {
    no: i64,
    hash: String,
    note: String,
    when: String,
}

struct Shut {
    label: String,
    reasons: Vec<String>,
}

#[derive(Default)]
struct Open {
    save: bool,
    submit: bool,
    give_back: bool,
    approve: bool,
    embargo: bool,
    lift: bool,
    issue: bool,
    correct: bool,
    discard: bool,
    withdraw: bool,
    send: bool,
    resend: bool,
}

/// What was typed, when a wish was refused.
#[derive(Default)]
pub(crate) struct Typed {
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) until: String,
}

#[derive(Template)]
#[template(path = "release_show.html")]
struct ReleasePage {
    p: Page,
    crumbs: Vec<Crumb>,
    release: String,
    title: String,
    kind: String,
    chip: &'static str,
    standing: String,
    number: String,
    public_href: String,
    corrects: bool,
    lead: String,
    body: String,
    files: Vec<FileLine>,
    hash: String,
    short_hash: String,
    code: String,
    speaker: String,
    approver: String,
    until: String,
    soonest: String,
    proposed: String,
    trouble: Vec<String>,
    returned: String,
    open: Open,
    shut: Vec<Shut>,
    speakers: Vec<Choice>,
    levels: Vec<Choice>,
    counts: Counts,
    letters: Vec<LetterLine>,
    editions: Vec<EditionLine>,
    chain: Vec<ChainLine>,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// Letters shown in full; the counts are of all.
const LETTERS: usize = 200;

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(release): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&release)?, Vec::new(), Typed::default()).await
}

pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    id: ReleaseId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let row = releases::release(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let sheet = Sheet::of(look.db(), row).await?;
    let names = house.office.names().await?;
    let speakers = crate::speakers::speakers(look.db(), &house.app.zone, look.now()).await?;
    let heading = title(&asker.desk_page("").await?, &sheet.row.title);
    let p = asker.desk_page(heading.clone()).await?;
    let thing = ThingRef { kind: ThingKind::Release, id: id.0 };
    let row = &sheet.row;
    let state = ReleaseState::named(&row.state);
    let still = row.speaker.is_some_and(|chosen| speakers.iter().any(|one| one.id == chosen));
    let facts = Facts { speaker: still, ..sheet.facts(&asker.actor, look.now()) };
    let counts = post::count_about(look.db(), thing).await?;
    let hash = sheet.text().hash();
    let zone = &house.app.zone;
    let hour = look.now().plus(Duration::from_secs(3_600));
    let stands = sheet.public.as_ref().is_some_and(|public| public.state != "withdrawn");
    let (mut open, shut) = open(asker, &p, state, &facts);
    open.send = stands && look.may(Action::IssueReleases, Thing::House).is_ok();
    open.resend = open.send && counts.failed + counts.bounced > 0;
    let speaker = match row.speaker_post.as_str() {
        "" => row.speaker_name.clone(),
        post => format!("{}, {post}", row.speaker_name),
    };
    let mut response = html(&ReleasePage {
        crumbs: vec![crumb("/desk/press/releases", p.t("release-title"))],
        release: id.to_string(),
        title: heading,
        kind: p.t(&format!("release-kind-{}", row.kind)),
        chip: state.chip(),
        standing: p.t(&format!("release-state-{}", state.name())),
        number: sheet.public.as_ref().map(number_of).unwrap_or_default(),
        public_href: sheet
            .public
            .as_ref()
            .map(|public| format!("/bao-chi/thong-cao/{}/{}", public.year, public.number))
            .unwrap_or_default(),
        corrects: sheet.public.is_some(),
        lead: row.lead.clone(),
        body: html_of(&row.body),
        files: files(&p, &sheet),
        short_hash: hash.chars().take(12).collect(),
        hash,
        code: sheet.public.as_ref().map(|public| public.code.clone()).unwrap_or_default(),
        speaker,
        approver: row.approved_at.map_or_else(String::new, |at| {
            format!("{}, {}", person(&names, row.approved_by), p.format.stamp(at))
        }),
        until: row.until.map(|until| p.format.stamp(until)).unwrap_or_default(),
        soonest: local_text(look.now(), zone),
        proposed: if typed.until.is_empty() { local_text(hour, zone) } else { typed.until.clone() },
        trouble: row.trouble.split_whitespace().map(|key| p.t(key)).collect(),
        returned: if state == ReleaseState::Returned { row.reason.clone() } else { String::new() },
        speakers: speakers
            .into_iter()
            .map(|one| Choice {
                value: one.id.to_string(),
                label: if one.post.is_empty() { one.name } else { format!("{} – {}", one.name, one.post) },
                selected: row.speaker == Some(one.id),
            })
            .collect(),
        levels: choices(&p, "contact-level", &LEVELS, ""),
        counts,
        letters: letters(&p, &look, thing).await?,
        editions: editions(&p, &look, id).await?,
        chain: house.app.frame.chain(&look, &p, thing).await?,
        history: history(&p, &look, id.0, &names).await?,
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

/// What is open, and for what people would expect here why it is not.
fn open(asker: &Asker, p: &Page, state: ReleaseState, facts: &Facts) -> (Open, Vec<Shut>) {
    let look = asker.look();
    let may = |action| look.may(action, Thing::House).is_ok();
    // Whether the step itself is open; what the form asks for is asked when it is sent.
    let asked = Facts { reason_given: true, note_given: true, time_ahead: true, speaker: true, ..*facts };
    let can = |step, action| may(action) && take(state, step, &asked).is_ok();
    let write = Action::WriteReleases;
    let (clear, issue) = (Action::ClearPress, Action::IssueReleases);
    let open = Open {
        save: can(Step::Save, write),
        submit: can(Step::Submit, write),
        give_back: can(Step::Return, clear),
        approve: can(Step::Approve, clear),
        embargo: can(Step::Embargo, issue),
        lift: can(Step::Lift, issue),
        issue: can(Step::Issue, issue) && state != ReleaseState::Embargoed,
        correct: can(Step::Correct, issue),
        discard: can(Step::Discard, write),
        withdraw: can(Step::Withdraw, issue),
        ..Open::default()
    };
    let mut shut = Vec::new();
    let mut explain = |step, action, words: &str, facts: &Facts| {
        if may(action)
            && let Err(reasons) = take(state, step, facts)
        {
            let reasons = reasons.iter().map(|one| p.locale().refusal(one)).collect();
            shut.push(Shut { label: p.t(words), reasons });
        }
    };
    match state {
        ReleaseState::Draft | ReleaseState::Returned => {
            explain(Step::Submit, write, "release-do-submit", &asked);
        }
        ReleaseState::Submitted => explain(Step::Approve, clear, "release-do-approve", &asked),
        ReleaseState::Approved => {
            let step = if facts.public { Step::Correct } else { Step::Issue };
            explain(step, issue, "release-do-issue", &Facts { speaker: facts.speaker, ..asked });
        }
        ReleaseState::Embargoed | ReleaseState::Issued | ReleaseState::Withdrawn => {}
    }
    (open, shut)
}

pub(crate) fn files(p: &Page, sheet: &Sheet) -> Vec<FileLine> {
    let line = |file: &crate::store::releases::FileRow| FileLine {
        sha256: file.sha256.clone(),
        name: file.name.clone(),
        size: size(p, file.size),
    };
    sheet.files.iter().map(line).collect()
}

/// `312 KB`.
pub(crate) fn size(p: &Page, bytes: i64) -> String {
    p.f("release-size", "size", (bytes + 1023) / 1024)
}

async fn letters(p: &Page, look: &db::Look, thing: ThingRef) -> Result<Vec<LetterLine>, Failure> {
    let mut letters = post::about(look.db(), thing).await?;
    // What needs somebody comes first.
    letters.sort_by_key(|letter| match letter.state {
        LetterState::Failed | LetterState::Bounced => 0,
        LetterState::Waiting => 1,
        LetterState::Sent => 2,
    });
    let line = |letter: post::SentLetter| LetterLine {
        chip: match letter.state {
            LetterState::Failed | LetterState::Bounced => "failed",
            LetterState::Waiting => "soon",
            LetterState::Sent => "done",
        },
        state: p.t(&format!("letter-{}", letter.state.name())),
        said: if letter.said.starts_with("letter-") { p.t(&letter.said) } else { letter.said },
        when: p.format.stamp(letter.at),
        name: letter.to_name,
        address: letter.to_address,
        subject: letter.subject,
    };
    Ok(letters.into_iter().take(LETTERS).map(line).collect())
}

async fn editions(p: &Page, look: &db::Look, id: ReleaseId) -> Result<Vec<EditionLine>, Failure> {
    let rows = release_public::editions(look.db(), id).await?;
    let line = |row: release_public::EditionRow| EditionLine {
        no: row.no,
        hash: row.hash.chars().take(12).collect(),
        note: row.note,
        when: p.format.stamp(row.at),
    };
    Ok(rows.into_iter().map(line).collect())
}
