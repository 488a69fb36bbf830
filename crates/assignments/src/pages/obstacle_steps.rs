//! What is done to an obstacle, from the page of its work.

use super::one::page;
use super::{id, reasons};
use crate::House;
use crate::store::obstacles;
use crate::verbs;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, ObstacleId};
use web::{Asker, Door, Error, Fields, said};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    vec![
        Door::post("/desk/work/obstacles/{obstacle}/escalate", escalate),
        Door::post("/desk/work/obstacles/{obstacle}/answer", answer),
        Door::post("/desk/work/obstacles/{obstacle}/resolve", resolve),
    ]
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $id:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        async fn $name(
            State(house): State<House>,
            asker: Asker,
            Path(obstacle): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $id: ObstacleId = id(&obstacle)?;
            let row = obstacles::one(asker.look().db(), $id).await?.ok_or(Failure::NotFound)?;
            let outcome: Result<(), Failure> = async {
                let mut $cx = asker.wish().await?;
                $does?;
                $cx.finish().await
            }
            .await;
            match outcome {
                Ok(()) => Ok(said(&format!("/desk/work/{}", row.assignment), $said)),
                Err(failure) => page(&house, &asker, row.assignment, $fields, reasons(failure)?).await,
            }
        }
    };
}

step!(
    /// It goes up.
    escalate, "said-obstacle-escalated", |cx, id, fields| {
        verbs::escalate(&mut cx, id, fields.text("level")).await
    }
);
step!(
    /// It is answered.
    answer, "said-obstacle-answered", |cx, id, fields| {
        verbs::answer(&mut cx, id, fields.parsed("seen").unwrap_or(0), fields.text("answer")).await
    }
);
step!(
    /// It blocks no more.
    resolve, "said-obstacle-resolved", |cx, id, fields| {
        verbs::resolve(&mut cx, id, fields.text("outcome")).await
    }
);
