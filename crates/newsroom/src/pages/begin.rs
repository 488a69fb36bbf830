//! Begin a story: for which unit, then straight to writing.

use crate::House;
use crate::listing::units_for;
use crate::pages::form::Choice;
use crate::pages::{address, insider};
use crate::verbs;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::{Action, Failure, Refusal, Thing};
use web::{Asker, Error, Fields, Page, html, see_other};

#[derive(Template)]
#[template(path = "begin.html")]
struct BeginPage {
    p: Page,
    units: Vec<Choice>,
}

/// The form; whoever writes for one unit only gets it filled in.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    asker.look().may(Action::BeginStory, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("story-new")).await?;
    let me = insider(&asker)?;
    let mine = units_for(me, Action::BeginStory);
    let units = house
        .directory
        .units()
        .await?
        .into_iter()
        .filter(|(id, _)| mine.as_ref().is_none_or(|mine| mine.contains(id)))
        .map(|(id, label)| Choice { value: id.to_string(), selected: me.unit == Some(id), label })
        .collect();
    html(&BeginPage { p, units })
}

/// Begins it.
pub(crate) async fn begin(asker: Asker, fields: Fields) -> Result<Response, Error> {
    asker.look().may(Action::BeginStory, Thing::House)?;
    let unit = fields
        .parsed("unit")
        .ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-unit-missing")))?;
    let mut cx = asker.wish().await?;
    let story = verbs::begin_story(&mut cx, unit).await?;
    cx.finish().await?;
    Ok(see_other(&format!("{}/edit", address(story))))
}
