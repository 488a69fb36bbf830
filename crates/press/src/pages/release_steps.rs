//! The steps of a release: what each form does.

use super::release::{Typed, page};
use super::told::reasons;
use crate::House;
use crate::told::local_time;
use crate::verbs;
use axum::response::Response;
use http::StatusCode;
use kernel::{Failure, ReleaseId};
use web::{Asker, Error, Fields, said};

async fn answered(
    house: &House,
    asker: &Asker,
    id: ReleaseId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/press/releases/{id}"), key)),
        Err(failure) => {
            let stale = matches!(failure, Failure::Stale(_));
            let typed = Typed {
                reason: fields.text("reason").to_owned(),
                note: fields.text("note").to_owned(),
                until: fields.text("until").to_owned(),
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
    House, ReleaseId, answered;

    /// Asks for approval.
    submit, "said-release-submitted",
    |cx, house, id, fields| verbs::submit_release(&mut cx, id, fields.text("hash")).await;

    /// Sends it back.
    give_back, "said-release-returned",
    |cx, house, id, fields| verbs::return_release(&mut cx, id, fields.text("reason")).await;

    /// Approves exactly what was shown.
    approve, "said-release-approved",
    |cx, house, id, fields| {
        verbs::approve_release(&mut cx, &house, id, fields.text("hash"), fields.parsed("speaker"))
    }.await;

    /// Sets the instant.
    embargo, "said-release-embargoed",
    |cx, house, id, fields| {
        let until = local_time(fields.text("until"), &house.app.zone);
        verbs::embargo_release(&mut cx, &house, id, fields.text("hash"), until, fields.ticked("send"))
    }.await;

    /// Takes the instant back.
    lift, "said-release-lifted", |cx, house, id, fields| verbs::lift_embargo(&mut cx, id).await;

    /// Issues it.
    issue, "said-release-issued",
    |cx, house, id, fields| {
        verbs::issue_release(&mut cx, &house, id, fields.text("hash"), fields.ticked("send"))
    }.await;

    /// Corrects it in public.
    correct, "said-release-corrected",
    |cx, house, id, fields| {
        verbs::correct_release(&mut cx, &house, id, fields.text("hash"), fields.text("note"))
    }.await;

    /// Gives up a correction.
    discard, "said-release-discarded", |cx, house, id, fields| verbs::discard_correction(&mut cx, id).await;

    /// Takes it back.
    withdraw, "said-release-withdrawn",
    |cx, house, id, fields| verbs::withdraw_release(&mut cx, &house, id, fields.text("reason")).await;

    /// Writes to the contact book.
    send, "said-release-sent",
    |cx, house, id, fields| verbs::send_release(&mut cx, &house, id, fields.text("level")).await;

    /// Writes again to whom it did not reach.
    resend, "said-release-resent", |cx, house, id, fields| verbs::resend_release(&mut cx, &house, id).await;
}
