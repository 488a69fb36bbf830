//! A reader reports an error on a page; an editor settles it with what came of it (TT-04).

use crate::store::reports::{self, ReportRow};
use crate::verbs::ask_path;
use db::Cx;
use kernel::{
    Action, AnswersEvent, ErrorReportId, Failure, NewId, Refusal, StoryId, Thing, ThingKind, ThingRef,
};
use post::Outgoing;
use typed::{line, lines, too_long, words};

/// What can come of a report; `report-outcome-…` says it.
pub(crate) const OUTCOMES: [&str; 4] = ["corrected", "no-error", "elsewhere", "not-a-report"];

/// Keeps a report. `story` is what stands at that address, as far as that is known.
///
/// # Errors
/// Refused without words or for an address that is none of ours.
pub async fn report_error(
    cx: &mut Cx,
    page: &str,
    text: &str,
    email: &str,
    story: Option<StoryId>,
    nonce: &str,
) -> Result<(), Failure> {
    let (page, text, email) = (ask_path(&line(page)), lines(text), line(email));
    let mut against = Vec::new();
    if !web::is_own_path(&page) {
        against.push(Refusal::field("page", "refused-ask-page"));
    }
    if text.chars().count() < 5 {
        against.push(Refusal::field("words", "refused-report-words"));
    }
    if !email.is_empty() && typed::address("email", &email).is_err() {
        against.push(Refusal::field("email", "refused-ask-email"));
    }
    too_long("page", &page, 500, &mut against);
    too_long("words", &text, 2000, &mut against);
    Failure::unless(against)?;
    // The same form sent twice is one report.
    if !gate::spend(cx.tx(), nonce, cx.now()).await? {
        return Ok(());
    }
    let row = ReportRow {
        id: ErrorReportId::fresh(),
        page,
        words: text,
        email,
        state: "open".into(),
        outcome: String::new(),
        note: String::new(),
        story,
        at: cx.now(),
        settled_by: None,
        settled_at: None,
    };
    reports::put(cx.tx(), &row).await?;
    cx.record(AnswersEvent::ErrorReported { report: row.id, story });
    Ok(())
}

/// Settles it. Who left an address hears what came of it.
///
/// # Errors
/// Refused without an outcome, or when it is settled already.
pub async fn settle_report(cx: &mut Cx, id: ErrorReportId, outcome: &str, note: &str) -> Result<(), Failure> {
    cx.may(Action::SettleReports, Thing::House)?;
    let mut row = reports::report(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    let note = words("note", note, 1000)?;
    let mut against = Vec::new();
    if row.state != "open" {
        against.push(Refusal::new("closed-report-settled"));
    }
    if !OUTCOMES.contains(&outcome) {
        against.push(Refusal::field("outcome", "refused-report-outcome"));
    }
    if outcome != "corrected" && note.is_empty() {
        against.push(Refusal::field("note", "refused-reason"));
    }
    Failure::unless(against)?;
    "settled".clone_into(&mut row.state);
    outcome.clone_into(&mut row.outcome);
    row.note = note;
    (row.settled_by, row.settled_at) = (cx.actor().id(), Some(cx.now()));
    reports::put(cx.tx(), &row).await?;
    tell(cx, &row).await?;
    cx.record(AnswersEvent::ErrorSettled { report: id, outcome: outcome.to_owned() });
    Ok(())
}

async fn tell(cx: &Cx, row: &ReportRow) -> Result<(), Failure> {
    if row.email.is_empty() || row.outcome == "not-a-report" {
        return Ok(());
    }
    let locale = super::sheet::letter_words();
    let what = format!("{}\n{}", locale.t(&format!("report-outcome-{}", row.outcome)), row.note);
    let letter = Outgoing {
        about: ThingRef { kind: ThingKind::ErrorReport, id: row.id.0 },
        to_name: String::new(),
        to_address: row.email.clone(),
        subject: locale.t("letter-report-subject"),
        text: web::lookup(locale.0, "letter-report", &[("page", row.page.clone()), ("words", what)]),
        reply_to: None,
        files: Vec::new(),
        unsubscribe: None,
        run_at: cx.now(),
    };
    post::send(cx, letter).await.map(drop)
}
