//! The steps of a plan, each a form of the page on its approval.

use super::approval::page;
use super::ground::Ground;
use super::{day, id, reasons};
use crate::House;
use crate::verbs::{self, AppraisalWish, OpinionWish, PresentWish};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, Refusal, UnitId};
use web::{Asker, Door, Error, Fields, said};

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $ground:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(plan): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $ground = Ground::of(&$house, &asker, &plan).await?;
            let outcome: Result<(), Failure> = async {
                let mut $cx = asker.wish().await?;
                $does?;
                $cx.finish().await
            }
            .await;
            answered(&$house, &asker, &$ground, outcome, $said, &$fields).await
        }
    };
}

async fn answered(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    outcome: Result<(), Failure>,
    words: &'static str,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&ground.at("/approval"), words)),
        Err(failure) => page(house, asker, ground, Some(fields), &reasons(failure)?).await,
    }
}

step!(
    /// Presents this version.
    present, "said-plan-presented", |cx, house, ground, fields| {
        let wish = PresentWish { meeting: fields.text("meeting").to_owned(), on: day(fields.text("on")) };
        verbs::present(&mut cx, ground.id(), &wish).await
    }
);
step!(
    /// Asks a unit to appraise it.
    ask, "said-appraisal-asked", |cx, house, ground, fields| {
        let unit = known(&house, &fields).await?;
        let aspect = fields.text("aspect").to_owned();
        let wish = AppraisalWish { unit, aspect, due: day(fields.text("due")) };
        verbs::ask_appraisal(&mut cx, ground.id(), &wish).await
    }
);
step!(
    /// Sends it back.
    give_back, "said-plan-returned", |cx, house, ground, fields| {
        verbs::return_plan(&mut cx, ground.id(), fields.raw("reason")).await
    }
);
step!(
    /// Approves exactly what was shown.
    approve, "said-plan-approved", |cx, house, ground, fields| {
        verbs::approve(&mut cx, ground.id(), fields.text("seen")).await
    }
);
step!(
    /// Puts it in force.
    enforce, "said-plan-enforced", |cx, house, ground, fields| {
        verbs::enforce(&mut cx, ground.id()).await
    }
);
step!(
    /// Closes it.
    close, "said-plan-closed", |cx, house, ground, fields| {
        verbs::close(&mut cx, ground.id()).await
    }
);

async fn known(house: &House, fields: &Fields) -> Result<Option<UnitId>, Failure> {
    let Some(unit) = fields.parsed::<UnitId>("unit") else { return Ok(None) };
    let known = house.office.units().await?.iter().any(|(one, _)| *one == unit);
    if known { Ok(Some(unit)) } else { Err(Failure::refused(Refusal::field("unit", "refused-unit"))) }
}

/// Gives a unit's opinion.
async fn give(
    State(house): State<House>,
    asker: Asker,
    Path((plan, appraisal)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let appraisal = id(&appraisal)?;
    let wish = OpinionWish {
        opinion: fields.text("opinion").to_owned(),
        words: fields.raw("words").to_owned(),
        on: day(fields.text("given")),
    };
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::appraise(&mut cx, &house.app.zone, ground.id(), appraisal, &wish).await?;
        cx.finish().await
    }
    .await;
    answered(&house, &asker, &ground, outcome, "said-appraisal-given", &fields).await
}

/// Approves or refuses a change.
async fn decide(
    State(house): State<House>,
    asker: Asker,
    Path((plan, number)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let number: i32 = id(&number)?;
    let (yes, reason) = (fields.text("yes") == "1", fields.raw("reason"));
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::decide_amendment(&mut cx, ground.id(), number, yes, reason).await?;
        cx.finish().await
    }
    .await;
    let words = if yes { "said-change-approved" } else { "said-change-refused" };
    answered(&house, &asker, &ground, outcome, words, &fields).await
}

/// The doors of the steps.
pub(super) fn doors() -> Vec<Door<House>> {
    vec![
        Door::post("/desk/plans/{plan}/present", present),
        Door::post("/desk/plans/{plan}/appraisals", ask),
        Door::post("/desk/plans/{plan}/appraisals/{appraisal}", give),
        Door::post("/desk/plans/{plan}/return", give_back),
        Door::post("/desk/plans/{plan}/approve", approve),
        Door::post("/desk/plans/{plan}/enforce", enforce),
        Door::post("/desk/plans/{plan}/close", close),
        Door::post("/desk/plans/{plan}/amendments/{number}", decide),
    ]
}
