//! The desk's search box: titles of the stories one may read.

use axum::extract::Query;
use axum::response::Response;
use kernel::{Action, Thing};
use serde::Deserialize;
use web::{Asker, Error, see_other};

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// Leads to the list with the words as its filter.
pub(crate) async fn show(asker: Asker, Query(asked): Query<Asked>) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let words: String = asked.q.bytes().take(800).map(|byte| format!("%{byte:02X}")).collect();
    Ok(see_other(&format!("/desk/newsroom/stories?q={words}")))
}
