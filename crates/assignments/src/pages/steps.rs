//! What is done to one piece of work: each form of its page.

use super::new::thing;
use super::one::page;
use super::{id, reasons};
use crate::FILES;
use crate::House;
use crate::verbs;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{AssignmentId, Failure, Refusal};
use typed::Attachments;
use typed::Sent;
use web::{Asker, Door, Error, Fields, said, see_other};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    vec![
        Door::post("/desk/work/{assignment}/accept", accept),
        Door::post("/desk/work/{assignment}/decline", decline),
        Door::post("/desk/work/{assignment}/advance", advance),
        Door::post("/desk/work/{assignment}/claim", claim),
        Door::post("/desk/work/{assignment}/confirm", confirm),
        Door::post("/desk/work/{assignment}/send-back", send_back),
        Door::post("/desk/work/{assignment}/regive", regive),
        Door::post("/desk/work/{assignment}/move", move_day),
        Door::post("/desk/work/{assignment}/roll-over", roll_over),
        Door::post("/desk/work/{assignment}/withdraw", withdraw),
        Door::post("/desk/work/{assignment}/undo", undo),
        Door::post("/desk/work/{assignment}/remind", remind),
        Door::post("/desk/work/{assignment}/part", part),
        Door::post("/desk/work/{assignment}/tie", tie),
        Door::post("/desk/work/{assignment}/untie", untie),
        Door::post("/desk/work/{assignment}/block", block),
        Door::post("/desk/work/{assignment}/write", write),
        Door::post("/desk/work/{assignment}/files", files).up_to(Attachments::FORM),
    ]
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $id:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(assignment): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $id: AssignmentId = id(&assignment)?;
            let outcome: Result<(), Failure> = async {
                let mut $cx = asker.wish().await?;
                $does?;
                $cx.finish().await
            }
            .await;
            match outcome {
                // From a list back to the list: only to pages of this house.
                Ok(()) if $fields.text("back") == "late" => Ok(said("/desk/work/late", $said)),
                Ok(()) => Ok(said(&format!("/desk/work/{}", $id), $said)),
                Err(failure) => page(&$house, &asker, $id, $fields, reasons(failure)?).await,
            }
        }
    };
}

step!(
    /// The unit takes it on.
    accept, "said-work-accepted", |cx, house, id, fields| async {
        let person = fields.parsed("person");
        let known = house.office.colleagues().await?;
        let person = person.filter(|person| known.iter().any(|(id, _)| id == person));
        verbs::accept(&mut cx, id, person).await
    }
    .await
);
step!(
    /// The unit says no.
    decline, "said-work-declined", |cx, _house, id, fields| {
        verbs::decline(&mut cx, id, fields.text("reason")).await
    }
);
step!(
    /// How far it is.
    advance, "said-work-advanced", |cx, _house, id, fields| {
        let percent = fields.parsed("percent").unwrap_or(0);
        verbs::advance(&mut cx, id, fields.parsed("seen").unwrap_or(0), percent, fields.text("note")).await
    }
);
step!(
    /// It is done.
    claim, "said-work-claimed", |cx, _house, id, fields| {
        verbs::claim(&mut cx, id, fields.text("note")).await
    }
);
step!(
    /// Who gave it agrees.
    confirm, "said-work-confirmed", |cx, _house, id, fields| {
        let seen = fields.parsed("seen").unwrap_or(0);
        verbs::confirm(&mut cx, id, seen, fields.parsed("quality"), fields.text("note")).await
    }
);
step!(
    /// Who gave it does not agree.
    send_back, "said-work-sent-back", |cx, _house, id, fields| {
        verbs::send_back(&mut cx, id, fields.text("reason")).await
    }
);
step!(
    /// What was declined is given again.
    regive, "said-work-given", |cx, house, id, fields| async {
        let lead = fields.parsed("lead");
        let known = house.office.units().await?;
        let Some(lead) = lead.filter(|lead| known.iter().any(|(id, _)| id == lead)) else {
            return Err(Failure::refused(Refusal::field("lead", "refused-unit")));
        };
        verbs::regive(&mut cx, id, lead, fields.text("reason")).await
    }
    .await
);
step!(
    /// Its day is another one.
    move_day, "said-work-moved", |cx, house, id, fields| {
        verbs::move_one(&mut cx, &house.app.zone, id, fields.parsed("due"), fields.text("reason")).await
    }
);
step!(
    /// It goes on in the next month.
    roll_over, "said-work-rolled", |cx, house, id, fields| {
        verbs::roll_over(&mut cx, &house.app.zone, id, fields.text("reason")).await
    }
);
step!(
    /// It need not be done.
    withdraw, "said-work-withdrawn", |cx, _house, id, fields| {
        verbs::withdraw_one(&mut cx, id, fields.text("reason")).await
    }
);
step!(
    /// The last act is undone.
    undo, "said-work-undone", |cx, _house, id, _fields| verbs::undo(&mut cx, id).await
);
step!(
    /// The unit is reminded.
    remind, "said-work-reminded", |cx, house, id, fields| {
        verbs::remind(&mut cx, &house.app.zone, id, fields.text("words")).await
    }
);
step!(
    /// The part of a supporting unit.
    part, "said-work-part", |cx, _house, id, fields| async {
        let Some(unit) = fields.parsed("unit") else { return Err(Failure::NotFound) };
        verbs::part(&mut cx, id, unit, fields.text("state"), fields.text("note")).await
    }
    .await
);
step!(
    /// A thing is tied to it.
    tie, "said-work-tied", |cx, house, id, fields| async {
        let Some(what) = address(fields.text("thing")) else {
            return Err(Failure::refused(Refusal::field("thing", "refused-work-thing")));
        };
        verbs::tie(&mut cx, &*house.office, id, what).await
    }
    .await
);
step!(
    /// A thing is taken off.
    untie, "said-work-untied", |cx, _house, id, fields| async {
        let Some(what) = thing(fields.text("thing")) else { return Err(Failure::NotFound) };
        verbs::untie(&mut cx, id, what).await
    }
    .await
);
step!(
    /// Something blocks it.
    block, "said-work-blocked", |cx, _house, id, fields| {
        verbs::raise(&mut cx, id, fields.text("words"), fields.text("solution"), fields.text("level")).await
    }
);

/// A thing by the address of its page on the desk, or by its kind and id.
fn address(text: &str) -> Option<kernel::ThingRef> {
    use kernel::{ThingKind, ThingRef};
    if let Some(found) = thing(text) {
        return Some(found);
    }
    let text = text.split(['?', '#']).next().unwrap_or_default();
    let kinds = [
        ("/desk/newsroom/stories/", ThingKind::Story),
        ("/desk/press/releases/", ThingKind::Release),
        ("/desk/press/events/", ThingKind::PressEvent),
    ];
    kinds.into_iter().find_map(|(path, kind)| {
        let (_, rest) = text.split_once(path)?;
        let id = rest.split('/').next()?.parse().ok()?;
        Some(ThingRef { kind, id })
    })
}

/// Begins a story for it and goes there.
async fn write(
    State(house): State<House>,
    asker: Asker,
    Path(assignment): Path<String>,
) -> Result<Response, Error> {
    let id: AssignmentId = id(&assignment)?;
    let outcome: Result<_, Failure> = async {
        let mut cx = asker.wish().await?;
        let story = verbs::begin_delivery(&mut cx, &*house.office, id).await?;
        cx.finish().await?;
        Ok(story)
    }
    .await;
    match outcome {
        Ok(story) => Ok(see_other(&format!("/desk/newsroom/stories/{story}/edit"))),
        Err(failure) => page(&house, &asker, id, Fields::default(), reasons(failure)?).await,
    }
}

/// Files are handed in.
async fn files(
    State(house): State<House>,
    asker: Asker,
    Path(assignment): Path<String>,
    sent: Sent,
) -> Result<Response, Error> {
    let id: AssignmentId = id(&assignment)?;
    let outcome: Result<(), Failure> = async {
        // Who may not hand in is told before anything is read or kept.
        let (row, work) = super::one::seen(&asker.look(), id).await?;
        crate::sight::may(&asker.actor, kernel::Action::DoWork, &row, &work)?;
        Failure::unless(sent.against)?;
        let fit = FILES.look(sent.files).await.map_err(Failure::Refused)?;
        if fit.is_empty() {
            return Err(Failure::refused(Refusal::field("file", "refused-work-file")));
        }
        let kept = FILES.keep(&house.files, fit).await?;
        let mut cx = asker.wish().await?;
        verbs::file(&mut cx, id, kept).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/work/{id}"), "said-work-filed")),
        Err(failure) => page(&house, &asker, id, sent.fields, reasons(failure)?).await,
    }
}
