//! Say yes to the words, put up, check, take down: the buttons of a display.

use super::displays::{display_of, page};
use super::{campaign, reasons};
use crate::House;
use crate::display::Step;
use crate::pages::ground::Ground;
use crate::store::displays::DisplayRow;
use crate::verbs::{self, StepWish};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, Refusal};
use web::{Asker, Error, Fields, said};

/// Where the page of an item is.
pub(super) fn at(ground: &Ground, row: &DisplayRow) -> String {
    ground.at(&format!("/displays/{}", row.id))
}

/// Says yes to the words that were shown.
pub(crate) async fn approve(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::approve_words(&mut cx, ground.id(), row.id, fields.text("hash")).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&at(&ground, &row), "said-display-approved")),
        Err(failure) => page(&house, &asker, &ground, &row, &reasons(failure)?).await,
    }
}

/// Takes a step.
pub(crate) async fn step(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    let outcome: Result<(), Failure> = async {
        let step = Step::named(fields.text("step")).ok_or(Failure::NotFound)?;
        let hung = match fields.text("hung") {
            "" => None,
            text => Some(text.parse::<i32>().map_err(|_| {
                Failure::refused(Refusal::field("hung", "refused-display-hung").with("most", row.quantity))
            })?),
        };
        let wish = StepWish { hung, reason: fields.raw("reason").to_owned() };
        let mut cx = asker.wish().await?;
        verbs::step_display(&mut cx, ground.id(), row.id, step, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&at(&ground, &row), "said-display-stepped")),
        Err(failure) => page(&house, &asker, &ground, &row, &reasons(failure)?).await,
    }
}
