//! To which desk a letter goes: to the thing whose letter it answers, and otherwise to the press desk, whose address it came
//! to.

use crate::house::Agency;
use db::Cx;
use kernel::{Failure, QuestionId, ThingKind, ThingRef};
use post::{Fate, Incoming, Kept};
use press::verbs::{Arrival, MailIn, receive_by_mail};

/// Takes a letter that a person wrote to its desk.
pub(crate) async fn deliver(
    agency: &Agency,
    cx: &mut Cx,
    letter: &Incoming,
    kept: &Kept,
) -> Result<(Fate, Option<ThingRef>), Failure> {
    // The page of a thing shows what came in answer to its letters, to those only who work on it (L17). Any other answer, to a
    // release or an invitation, is a question like all others.
    if let Some(about) = kept.about {
        match about.kind {
            ThingKind::Inquiry | ThingKind::Demand | ThingKind::InformationRequest => {
                return Ok((Fate::Taken, kept.about));
            }
            ThingKind::Question => {
                answers::verbs::told_by_mail(cx, QuestionId(about.id), &letter.text).await?;
                return Ok((Fate::Taken, kept.about));
            }
            _ => {}
        }
    }
    let asked = MailIn {
        from_name: letter.from_name.clone(),
        from_address: letter.from_address.clone(),
        subject: letter.subject.clone(),
        text: letter.text.clone(),
        message_id: letter.message_id.clone(),
        received_at: letter.received_at,
    };
    Ok(match receive_by_mail(cx, &agency.app.zone, &asked).await? {
        Arrival::Logged(inquiry, _) => {
            (Fate::Taken, Some(ThingRef { kind: ThingKind::Inquiry, id: inquiry.0 }))
        }
        // It waits on the press desk, among what was set aside.
        Arrival::SetAside => (Fate::SetAside, None),
    })
}
