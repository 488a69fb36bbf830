//! Answer in one of the five forms, refuse with a reason of the law, close, open again.

use super::inquiry_clear::facts;
use super::inquiry_log::{keep, open, take_step};
use crate::House;
use crate::inquiry::{Content, FORMS, Facts, GROUNDS, Step};
use crate::letters;
use crate::store::spokespersons::SpokespersonRow;
use db::Cx;
use kernel::{Failure, InquiryId, PressEvent, Refusal, ThingKind, ThingRef, Zone};
use typed::{one_line, words};

/// How the press is given the answer.
#[derive(Debug, Clone, Default)]
pub struct AnswerWish {
    /// One of the five of PN-09.
    pub form: String,
    /// To whom it is sent by e-mail; empty for not at all.
    pub mail_to: String,
}

/// Gives the press exactly the text that was cleared, in the name of a spokesperson (PN-06).
///
/// # Errors
/// Refused when it was not cleared, when nobody of the register speaks, or without its form.
pub async fn answer_inquiry(
    cx: &mut Cx,
    house: &House,
    id: InquiryId,
    wish: &AnswerWish,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let mut against = Vec::new();
    if !FORMS.contains(&wish.form.as_str()) {
        against.push(Refusal::field("form", "refused-inquiry-form"));
    }
    let mail_to = one_line("mail_to", &wish.mail_to, 200)?;
    if !mail_to.is_empty() && wish.form != "written" {
        against.push(Refusal::field("mail_to", "refused-inquiry-mail-form"));
    }
    let speaker = match row.speaker {
        Some(speaker) => SpokespersonRow::of(cx.tx(), speaker).await?,
        None => None,
    };
    let speaks = speaker.as_ref().is_some_and(|row| speaks_for_agency(row, &house.app.zone, cx.now()));
    let facts = Facts { speaker: speaks, ..facts(cx, &row) };
    if let Err(Failure::Refused(more)) = take_step(cx, &mut row, Step::Answer, &facts) {
        against.extend(more);
    }
    Failure::unless(against)?;
    if let (false, Some(speaker)) = (mail_to.is_empty(), &speaker) {
        let text = letters::answer(house, &Content::read(&row.content), speaker).await?;
        let subject = letters::answer_subject(&row);
        let about = ThingRef { kind: ThingKind::Inquiry, id: id.0 };
        letters::send(cx, about, &row.journalist, &mail_to, &subject, text).await?;
    }
    row.form.clone_from(&wish.form);
    row.sent_to = mail_to;
    (row.ended_at, row.ended_by) = (Some(cx.now()), cx.actor().id());
    let (form, hash) = (row.form.clone(), row.hash.clone());
    cx.record(PressEvent::InquiryAnswered { inquiry: id, form, hash });
    keep(cx, &mut row).await
}

/// Whether one of the register may speak at an instant: not ended, and within the term of a case.
pub(crate) fn holds(row: &SpokespersonRow, zone: &Zone, at: kernel::Moment) -> bool {
    let today = zone.day(at).to_string();
    row.ended_at.is_none() && row.from_day <= today && row.to_day.as_ref().is_none_or(|until| *until >= today)
}

/// Whether one of the register may speak for the agency itself at an instant: who speaks for one of its bodies speaks for that
/// body alone (PN-06).
pub(crate) fn speaks_for_agency(row: &SpokespersonRow, zone: &Zone, at: kernel::Moment) -> bool {
    row.unit.is_none() && holds(row, zone, at)
}

/// Refuses, with a ground of the closed list and in words (PN-08).
///
/// # Errors
/// Refused without either, or when it is over.
pub async fn refuse_inquiry(cx: &mut Cx, id: InquiryId, code: &str, reason: &str) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let reason = words("reason", reason, 2000)?;
    let given =
        Facts { code_given: GROUNDS.contains(&code), reason_given: !reason.is_empty(), ..facts(cx, &row) };
    take_step(cx, &mut row, Step::Refuse, &given)?;
    (row.refusal, row.reason) = (code.to_owned(), reason.clone());
    (row.ended_at, row.ended_by) = (Some(cx.now()), cx.actor().id());
    cx.record(PressEvent::InquiryRefused { inquiry: id, code: code.to_owned(), reason });
    keep(cx, &mut row).await
}

/// Closes it without an answer: taken back, logged twice, another agency's.
///
/// # Errors
/// Refused without a reason, or when it is over.
pub async fn close_inquiry(cx: &mut Cx, id: InquiryId, reason: &str) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    let given = Facts { reason_given: !reason.is_empty(), ..facts(cx, &row) };
    take_step(cx, &mut row, Step::Close, &given)?;
    row.reason.clone_from(&reason);
    (row.ended_at, row.ended_by) = (Some(cx.now()), cx.actor().id());
    cx.record(PressEvent::InquiryClosed { inquiry: id, reason });
    keep(cx, &mut row).await
}

/// Opens it again. What was cleared before has to be cleared anew.
///
/// # Errors
/// Refused without a reason, or when it is open.
pub async fn reopen_inquiry(cx: &mut Cx, id: InquiryId, reason: &str) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    let given = Facts { reason_given: !reason.is_empty(), ..facts(cx, &row) };
    take_step(cx, &mut row, Step::Reopen, &given)?;
    row.cleared_hash.clear();
    (row.cleared_by, row.cleared_at) = (None, None);
    (row.ended_at, row.ended_by) = (None, None);
    (row.refusal, row.reason) = (String::new(), String::new());
    cx.record(PressEvent::InquiryReopened { inquiry: id, reason });
    keep(cx, &mut row).await
}
