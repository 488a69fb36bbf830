//! The desk's pages of reports and briefings.

mod briefing;
mod edit;
mod files;
mod list;
mod part;
pub(crate) mod said;
mod show;
mod steps;

use crate::House;
use crate::office::Names;
use db::{ConnectionTrait, Look};
use kernel::{Action, Failure, Thing};
use uuid::Uuid;
use web::{Deed, Door, Page};

/// The doors of this house.
pub(crate) fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/reports", list::show),
        Door::post("/desk/reports", list::begin),
        Door::get("/desk/reports/{report}", show::show),
        Door::get("/desk/reports/{report}/numbers/{measure}", show::cases),
        Door::get("/desk/reports/{report}/verify", show::verify),
        Door::get("/desk/reports/{report}/edit", edit::show),
        Door::post("/desk/reports/{report}/edit", edit::write),
        Door::post("/desk/reports/{report}/draft", edit::draft),
        Door::post("/desk/reports/{report}/restore", edit::restore),
        Door::post("/desk/reports/{report}/count", steps::count),
        Door::post("/desk/reports/{report}/submit", steps::submit),
        Door::post("/desk/reports/{report}/return", steps::return_it),
        Door::post("/desk/reports/{report}/approve", steps::approve),
        Door::post("/desk/reports/{report}/issue", steps::issue),
        Door::post("/desk/reports/{report}/reopen", steps::reopen),
        Door::post("/desk/reports/{report}/parts", steps::ask_parts),
        Door::post("/desk/reports/{report}/parts/{unit}/remind", steps::remind),
        Door::get("/desk/reports/{report}/parts/{unit}", part::show),
        Door::post("/desk/reports/{report}/parts/{unit}", part::give),
        Door::get("/desk/reports/{report}/docx", files::docx),
        Door::get("/desk/reports/{report}/pdf", files::pdf),
        Door::get("/desk/reports/{report}/xlsx", files::xlsx),
        Door::get("/desk/briefings", briefing::current),
        Door::get("/desk/briefings/{month}", briefing::show),
        Door::post("/desk/briefings/{month}/open", briefing::open),
        Door::post("/desk/briefings/{month}/notes", briefing::note),
        Door::post("/desk/briefings/{month}/decisions", briefing::decide),
        Door::post("/desk/briefings/{month}/decisions/{decision}/drop", briefing::drop_it),
        Door::post("/desk/briefings/{month}/close", briefing::close),
        Door::get("/desk/briefings/{month}/docx", briefing::docx),
        Door::get("/desk/briefings/{month}/pdf", briefing::pdf),
    ]
}

/// Only who works here goes on: reports are for the house, its guests have none of it.
pub(crate) fn work_only(look: &Look) -> Result<(), Failure> {
    look.may(Action::ReadWork, Thing::House)
}

/// Whether who looks may do this anywhere in the house.
pub(crate) fn may(look: &Look, action: Action) -> bool {
    look.may(action, Thing::House).is_ok()
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    unit: Option<kernel::UnitId>,
}

/// Everything that happened to a thing, the newest first.
pub(crate) async fn history(
    p: &Page,
    db: &impl ConnectionTrait,
    thing: Uuid,
    names: &Names,
) -> Result<Vec<Deed>, Failure> {
    let who = |id| names.person(Some(id));
    web::deeds(p, db, thing, who, |entry, detail: Detail, deed| {
        let unit = detail.unit.map(|unit| names.unit(unit)).unwrap_or_default();
        deed.shaped(shape(&entry.action)).with(&unit).noted([detail.reason])
    })
    .await
}

fn shape(action: &str) -> &'static str {
    match action {
        "report-submitted" => "submitted",
        "report-returned" => "returned",
        "report-approved" => "approved",
        "report-issued" | "briefing-closed" => "published",
        "report-written" | "report-counted" => "edited",
        "report-reopened" | "briefing-decision-dropped" => "emergency",
        _ => "comment",
    }
}
