//! What people see of plans, and what the pages share.

mod approval;
mod campaign;
mod display_face;
mod display_form;
mod display_list;
mod display_out;
mod display_photos;
mod display_steps;
mod displays;
mod edit;
mod export;
mod feed;
mod filters;
mod ground;
mod import;
mod line;
mod line_form;
mod list;
mod steps;
mod table;
mod units;
mod version;
mod views;

use crate::House;
use typed::day;
use web::{Choice, Door, id_of as id, reasons, with_status};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    let mut all = vec![
        Door::get("/desk/plans", list::show),
        Door::post("/desk/plans", edit::begin),
        Door::get("/desk/plans/new", edit::new),
        Door::post("/desk/plans/feed", feed::make),
        Door::get("/desk/plans/feed/{token}", feed::show),
        Door::get("/desk/plans/{plan}", table::show),
        Door::get("/desk/plans/{plan}/calendar", views::calendar),
        Door::get("/desk/plans/{plan}/timeline", views::timeline),
        Door::get("/desk/plans/{plan}/board", views::board),
        Door::get("/desk/plans/{plan}/campaign", campaign::show),
        Door::post("/desk/plans/{plan}/events", campaign::set_event),
        Door::get("/desk/plans/{plan}/events/{event}", campaign::preview),
        Door::post("/desk/plans/{plan}/events/{event}", campaign::move_it),
        Door::post("/desk/plans/{plan}/bodies", campaign::add_body),
        Door::post("/desk/plans/{plan}/seats", campaign::seat),
        Door::post("/desk/plans/{plan}/seats/leave", campaign::unseat),
        Door::post("/desk/plans/{plan}/parts", campaign::give_part),
        Door::post("/desk/plans/{plan}/checks", campaign::add_check),
        Door::post("/desk/plans/{plan}/checks/tick", campaign::tick),
        Door::get("/desk/plans/{plan}/import", import::show),
        Door::post("/desk/plans/{plan}/import", import::look).up_to(import::FORM),
        Door::post("/desk/plans/{plan}/import/take", import::take).up_to(import::TAKEN),
        Door::get("/desk/plans/{plan}/xlsx", export::xlsx),
        Door::get("/desk/plans/{plan}/docx", export::docx),
        Door::get("/desk/plans/{plan}/pdf", export::pdf),
        Door::get("/desk/plans/{plan}/edit", edit::edit),
        Door::post("/desk/plans/{plan}/edit", edit::change),
        Door::get("/desk/plans/{plan}/units", units::show),
        Door::post("/desk/plans/{plan}/units", units::ask),
        Door::post("/desk/plans/{plan}/send", units::send),
        Door::get("/desk/plans/{plan}/approval", approval::show),
        Door::get("/desk/plans/{plan}/versions/{number}", version::show),
        Door::get("/desk/plans/{plan}/lines/new", line_form::new),
        Door::post("/desk/plans/{plan}/lines", line_form::write),
        Door::get("/desk/plans/{plan}/lines/{activity}", line::show),
        Door::get("/desk/plans/{plan}/lines/{activity}/edit", line_form::edit),
        Door::post("/desk/plans/{plan}/lines/{activity}/edit", line_form::rewrite),
        Door::post("/desk/plans/{plan}/lines/{activity}/drop", line::drop_it),
    ];
    all.extend(displays::doors());
    all.extend(steps::doors());
    all
}
