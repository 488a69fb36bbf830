//! Letters to the press address that no desk understood: a person makes an inquiry of one, or sets it aside.

use super::inquiry_log::{InquiryWish, write_down};
use db::Cx;
use kernel::{Action, Failure, InquiryId, LetterId, PressEvent, Thing, ThingKind, ThingRef, Zone};
use post::Fate;

/// Makes an inquiry of it, received when the letter came.
///
/// # Errors
/// Not found when somebody looked at it already; refused without an outlet or a question.
pub async fn take_letter(
    cx: &mut Cx,
    zone: &Zone,
    id: LetterId,
    outlet: &str,
    questions: &str,
) -> Result<InquiryId, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let letter = post::lock_unclear(cx, id).await?.ok_or(Failure::NotFound)?;
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let wish = InquiryWish {
        outlet: outlet.to_owned(),
        journalist: cut(&letter.from_name, 200),
        contact: cut(&letter.from_address, 300),
        questions: questions.to_owned(),
        via: "mail".to_owned(),
        received_at: Some(letter.at.min(cx.now())),
        ..InquiryWish::default()
    };
    let inquiry = write_down(cx, zone, &wish, "").await?;
    let about = ThingRef { kind: ThingKind::Inquiry, id: inquiry.0 };
    post::set_fate(cx, id, Fate::Taken, Some(about)).await?;
    cx.record(PressEvent::LetterSettled { letter: id, inquiry: Some(inquiry) });
    Ok(inquiry)
}

/// Sets it aside: somebody looked, and there is nothing to do.
///
/// # Errors
/// Not found when somebody looked at it already.
pub async fn leave_letter(cx: &mut Cx, id: LetterId) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    post::lock_unclear(cx, id).await?.ok_or(Failure::NotFound)?;
    post::set_fate(cx, id, Fate::SetAside, None).await?;
    cx.record(PressEvent::LetterSettled { letter: id, inquiry: None });
    Ok(())
}
