//! Suggestions while one types, for the desk's search box.

use super::insider;
use crate::{House, audience};
use axum::Json;
use axum::extract::{Query, State};
use kernel::{Action, Thing};
use serde::{Deserialize, Serialize};
use web::{Asker, Error};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// One suggestion.
#[derive(Serialize)]
pub(crate) struct Suggested {
    text: String,
}

/// The list, as JSON.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Json<Vec<Suggested>>, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let found = house.suggest(&audience::held_by(insider(&asker)?), &asked.q).await?;
    Ok(Json(found.into_iter().map(|one| Suggested { text: one.text }).collect()))
}
