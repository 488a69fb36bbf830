//! What people see of projects, and what the pages share.

mod contracts;
mod edit;
mod files;
mod ground;
mod list;
mod money;
mod show;
mod year;

use crate::House;
use typed::day;
use web::{Choice, Door, id_of as id, reasons, with_status};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/projects", list::show),
        Door::post("/desk/projects", edit::begin),
        Door::get("/desk/projects/new", edit::new),
        Door::get("/desk/projects/disbursement", year::show),
        Door::get("/desk/projects/disbursement/xlsx", files::xlsx),
        Door::get("/desk/projects/disbursement/docx", files::docx),
        Door::get("/desk/projects/disbursement/pdf", files::pdf),
        Door::get("/desk/projects/{project}", show::show),
        Door::get("/desk/projects/{project}/edit", edit::edit),
        Door::post("/desk/projects/{project}/edit", edit::change),
        Door::post("/desk/projects/{project}/step", show::step),
        Door::post("/desk/projects/{project}/hindrances", show::hinder),
        Door::post("/desk/projects/{project}/hindrances/over", show::free),
        Door::post("/desk/projects/{project}/lines", show::pay_for),
        Door::post("/desk/projects/{project}/lines/leave", show::pay_not_for),
        Door::get("/desk/projects/{project}/money", money::show),
        Door::post("/desk/projects/{project}/money", money::pay),
        Door::post("/desk/projects/{project}/money/cancel", money::cancel),
        Door::post("/desk/projects/{project}/assign", money::assign),
        Door::post("/desk/projects/{project}/months", money::plan_months),
        Door::get("/desk/projects/{project}/contracts", contracts::show),
        Door::post("/desk/projects/{project}/contracts", contracts::sign),
        Door::get("/desk/projects/{project}/contracts/{contract}", contracts::one),
        Door::post("/desk/projects/{project}/contracts/{contract}/accept", contracts::accept)
            .up_to(typed::Attachments::FORM),
        Door::post("/desk/projects/{project}/annex", contracts::annex),
        Door::post("/desk/projects/{project}/void", contracts::void),
        Door::post("/desk/projects/{project}/void-acceptance", contracts::void_acceptance),
        Door::get("/desk/projects/{project}/files/{file}", contracts::file),
    ]
}
