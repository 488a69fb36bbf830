//! The steps of a press event: what each form does.

use super::event::{Typed, page};
use super::event_contribute;
use super::told::{id, reasons};
use crate::House;
use crate::told::local_time;
use crate::verbs::{self, QuestionWish};
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{FactId, Failure, PressEventId, Refusal, UnitId};
use uuid::Uuid;
use web::{Asker, Error, Fields, said};

async fn answered(
    house: &House,
    asker: &Asker,
    id: PressEventId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/press/events/{id}"), key)),
        Err(failure) => {
            let stale = matches!(failure, Failure::Stale(_));
            let text = |name: &str| fields.text(name).to_owned();
            let typed = Typed {
                reason: text("reason"),
                how: text("how"),
                ask: text("ask"),
                question: text("question"),
                answer: text("answer"),
                outlet: text("outlet"),
                answered_by: text("answered_by"),
            };
            let mut page = page(house, asker, id, reasons(failure)?, typed).await?;
            if stale {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
    }
}

web::steps! {
    House, PressEventId, answered;

    /// Announces it.
    announce, "said-pevent-announced", |cx, house, id, fields| verbs::announce_event(&mut cx, id).await;

    /// Records that the body that manages the press was notified.
    notify, "said-pevent-notified",
    |cx, house, id, fields| verbs::note_notice(&mut cx, id, fields.text("how")).await;

    /// It took place.
    hold, "said-pevent-held", |cx, house, id, fields| verbs::hold_event(&mut cx, id).await;

    /// Calls it off.
    call_off, "said-pevent-cancelled",
    |cx, house, id, fields| verbs::call_off_event(&mut cx, &house, id, fields.text("reason")).await;

    /// Invites.
    invite, "said-pevent-invited",
    |cx, house, id, fields| {
        let chosen: Vec<_> = fields.all("contact").filter_map(|one| one.parse().ok()).collect();
        verbs::invite(&mut cx, &house, id, &chosen).await
    };

    /// Admits a journalist.
    admit, "said-guest-admitted",
    |cx, house, id, fields| {
        match fields.parsed::<Uuid>("guest") {
            Some(guest) => verbs::admit_guest(&mut cx, &house, guest).await,
            None => Err(Failure::NotFound),
        }
    };

    /// Does not admit a journalist.
    turn_away, "said-guest-refused",
    |cx, house, id, fields| {
        match fields.parsed::<Uuid>("guest") {
            Some(guest) => verbs::refuse_guest(&mut cx, &house, guest, fields.text("reason")).await,
            None => Err(Failure::NotFound),
        }
    };

    /// Asks a unit.
    ask, "said-pevent-asked",
    |cx, house, id, fields| {
        let units = house.office.units().await?;
        let unit = fields.parsed::<UnitId>("unit").filter(|unit| units.iter().any(|(known, _)| known == unit));
        match unit {
            Some(unit) => {
                let due = local_time(fields.text("due"), &house.app.zone);
                verbs::ask_contribution(&mut cx, id, unit, fields.text("ask"), due).await
            }
            None => Err(Failure::refused(Refusal::field("unit", "refused-pevent-unit"))),
        }
    };

    /// Keeps a question.
    question, "said-pevent-question",
    |cx, house, id, fields| {
        let wish = QuestionWish {
            prepared: fields.ticked("prepared"),
            outlet: fields.text("outlet").to_owned(),
            question: fields.text("question").to_owned(),
            answer: fields.text("answer").to_owned(),
            answered_by: fields.text("answered_by").to_owned(),
            follow_up: fields.ticked("follow_up"),
        };
        verbs::keep_question(&mut cx, id, fields.parsed("id"), &wish).await
    };

    /// Keeps what was said and what follows.
    record, "said-pevent-record",
    |cx, house, id, fields| {
        verbs::keep_record(&mut cx, id, fields.raw("transcript"), fields.raw("follow_ups")).await
    };
}

/// A unit contributes.
pub(crate) async fn give(
    State(house): State<House>,
    asker: Asker,
    Path((event, contribution)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let (event, id): (PressEventId, FactId) = (id(&event)?, id(&contribution)?);
    let text = fields.raw("text").to_owned();
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::give_contribution(&mut cx, id, &text).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/events/{event}/contributions/{id}"), "said-pevent-given")),
        Err(failure) => {
            event_contribute::page(&house, &asker, (event, id), Some(text), reasons(failure)?).await
        }
    }
}
