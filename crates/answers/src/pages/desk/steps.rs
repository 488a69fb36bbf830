//! The steps of a question, each a form of its page.

use super::question::page;
use crate::House;
use crate::pages::reasons;
use crate::verbs::{self, PublicWish};
use axum::response::Response;
use kernel::{Failure, QuestionId, Refusal, UnitId};
use web::{Asker, Door, Error, Fields, said};

async fn followed(
    house: &House,
    asker: &Asker,
    of: QuestionId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/answers/questions/{of}"), key)),
        Err(failure) => page(house, asker, of, Some(fields), reasons(failure)?).await,
    }
}

web::steps! {
    House, QuestionId, followed;

    /// Says which unit answers.
    route, "said-question-routed", |cx, house, id, fields| match fields.parsed::<UnitId>("unit") {
        Some(unit) if known(&house, unit).await? => verbs::route(&mut cx, id, unit).await,
        _ => Err(Failure::refused(Refusal::field("unit", "refused-unit"))),
    };

    /// Sends it back to the desk.
    give_back, "said-question-returned", |cx, house, id, fields| {
        verbs::return_to_desk(&mut cx, id, fields.text("reason")).await
    };

    /// Sets it aside.
    set_aside, "said-question-aside", |cx, house, id, fields| {
        verbs::set_aside(&mut cx, id, fields.text("reason")).await
    };

    /// Takes it back.
    take_back, "said-question-taken-back", |cx, house, id, fields| {
        verbs::take_back(&mut cx, id).await
    };

    /// Lets it go on as part of another one.
    merge, "said-question-merged", |cx, house, id, fields| match other(fields.text("into")) {
        Some(into) => verbs::merge(&mut cx, id, into).await,
        None => Err(Failure::refused(Refusal::field("into", "refused-merge"))),
    };

    /// Asks the asker for more.
    ask_more, "said-question-more-asked", |cx, house, id, fields| {
        verbs::ask_more(&mut cx, id, fields.text("reason")).await
    };

    /// Keeps the answer, and asks for approval where that was wished.
    draft, if fields.ticked("submit") { "said-reply-submitted" } else { "said-reply-drafted" }, |cx, house, id, fields| async {
        let hash = verbs::draft_reply(&mut cx, id, fields.raw("reply"), fields.text("seen")).await?;
        if fields.ticked("submit") { verbs::submit_reply(&mut cx, id, &hash).await } else { Ok(()) }
    }
    .await;

    /// Asks for approval.
    submit, "said-reply-submitted", |cx, house, id, fields| {
        verbs::submit_reply(&mut cx, id, fields.text("seen")).await
    };

    /// Sends the answer back to its writer.
    return_reply, "said-reply-returned", |cx, house, id, fields| {
        verbs::return_reply(&mut cx, id, fields.text("reason")).await
    };

    /// Approves it: the asker has it.
    approve, "said-question-answered", |cx, house, id, fields| {
        verbs::answer(&mut cx, &house.rules, id, fields.text("seen")).await
    };

    /// Refuses it.
    refuse, "said-question-refused", |cx, house, id, fields| {
        verbs::refuse(&mut cx, &house.rules, id, fields.text("code"), fields.text("reason")).await
    };

    /// Makes it public.
    publish, "said-question-published", |cx, house, id, fields| {
        let wish = PublicWish {
            field: fields.text("field").to_owned(),
            title: fields.text("title").to_owned(),
            body: fields.text("body").to_owned(),
            looked: fields.ticked("looked"),
        };
        verbs::publish(&mut cx, id, wish).await
    };

    /// Takes it down.
    unpublish, "said-question-unpublished", |cx, house, id, fields| {
        verbs::unpublish(&mut cx, id, fields.text("reason")).await
    };

    /// Writes a correction.
    correct, "said-correction-proposed", |cx, house, id, fields| {
        verbs::propose_correction(&mut cx, id, fields.raw("reply"), fields.text("note")).await
    };

    /// Approves it.
    approve_correction, "said-reply-corrected", |cx, house, id, fields| {
        verbs::approve_correction(&mut cx, id, fields.text("seen")).await
    };

    /// Answers a wish about data.
    answer_wish, "said-data-wish-answered", |cx, house, id, fields| {
        verbs::answer_data_wish(&mut cx, id, fields.text("outcome")).await
    };
}

/// The doors of the steps.
pub(super) fn doors() -> Vec<Door<House>> {
    vec![
        Door::post("/desk/answers/questions/{question}/route", route),
        Door::post("/desk/answers/questions/{question}/return", give_back),
        Door::post("/desk/answers/questions/{question}/set-aside", set_aside),
        Door::post("/desk/answers/questions/{question}/take-back", take_back),
        Door::post("/desk/answers/questions/{question}/merge", merge),
        Door::post("/desk/answers/questions/{question}/ask-more", ask_more),
        Door::post("/desk/answers/questions/{question}/draft", draft),
        Door::post("/desk/answers/questions/{question}/submit", submit),
        Door::post("/desk/answers/questions/{question}/return-reply", return_reply),
        Door::post("/desk/answers/questions/{question}/approve", approve),
        Door::post("/desk/answers/questions/{question}/refuse", refuse),
        Door::post("/desk/answers/questions/{question}/publish", publish),
        Door::post("/desk/answers/questions/{question}/unpublish", unpublish),
        Door::post("/desk/answers/questions/{question}/correct", correct),
        Door::post("/desk/answers/questions/{question}/approve-correction", approve_correction),
        Door::post("/desk/answers/questions/{question}/answer-wish", answer_wish),
    ]
}

async fn known(house: &House, unit: UnitId) -> Result<bool, Failure> {
    Ok(house.office.units().await?.iter().any(|(known, _)| *known == unit))
}

/// The question of an address that was pasted, or of an id.
fn other(text: &str) -> Option<QuestionId> {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/').rsplit('/').next()?.parse().ok()
}
