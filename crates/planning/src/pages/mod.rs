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
mod project;
mod project_contracts;
mod project_edit;
mod project_files;
mod project_ground;
mod project_money;
mod project_year;
mod projects;
mod steps;
mod table;
mod units;
mod version;
mod views;

use crate::House;
use axum::response::Response;
use jiff::civil;
use kernel::{Day, Failure, Moment, Refusal, Zone};
use std::str::FromStr;
use web::Door;

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    let mut all = vec![
        Door::get("/desk/plans", list::show),
        Door::post("/desk/plans", edit::begin),
        Door::get("/desk/plans/new", edit::new),
        Door::post("/desk/plans/filters/{filter}/forget", filters::forget),
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
        Door::post("/desk/plans/{plan}/filters", filters::keep),
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
    all.extend(project_doors());
    all
}

/// The doors of projects.
fn project_doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/projects", projects::show),
        Door::post("/desk/projects", project_edit::begin),
        Door::get("/desk/projects/new", project_edit::new),
        Door::get("/desk/projects/disbursement", project_year::show),
        Door::get("/desk/projects/disbursement/xlsx", project_files::xlsx),
        Door::get("/desk/projects/disbursement/docx", project_files::docx),
        Door::get("/desk/projects/disbursement/pdf", project_files::pdf),
        Door::get("/desk/projects/{project}", project::show),
        Door::get("/desk/projects/{project}/edit", project_edit::edit),
        Door::post("/desk/projects/{project}/edit", project_edit::change),
        Door::post("/desk/projects/{project}/step", project::step),
        Door::post("/desk/projects/{project}/hindrances", project::hinder),
        Door::post("/desk/projects/{project}/hindrances/over", project::free),
        Door::post("/desk/projects/{project}/lines", project::pay_for),
        Door::post("/desk/projects/{project}/lines/leave", project::pay_not_for),
        Door::get("/desk/projects/{project}/money", project_money::show),
        Door::post("/desk/projects/{project}/money", project_money::pay),
        Door::post("/desk/projects/{project}/money/cancel", project_money::cancel),
        Door::post("/desk/projects/{project}/assign", project_money::assign),
        Door::post("/desk/projects/{project}/months", project_money::plan_months),
        Door::get("/desk/projects/{project}/contracts", project_contracts::show),
        Door::post("/desk/projects/{project}/contracts", project_contracts::sign),
        Door::get("/desk/projects/{project}/contracts/{contract}", project_contracts::one),
        Door::post("/desk/projects/{project}/contracts/{contract}/accept", project_contracts::accept)
            .up_to(typed::Attachments::FORM),
        Door::post("/desk/projects/{project}/annex", project_contracts::annex),
        Door::post("/desk/projects/{project}/void", project_contracts::void),
        Door::post("/desk/projects/{project}/void-acceptance", project_contracts::void_acceptance),
        Door::get("/desk/projects/{project}/files/{file}", project_contracts::file),
    ]
}

/// One choice of a list.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

impl Choice {
    /// The choices of (value, words), with one chosen.
    pub(crate) fn of(list: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Vec<Self> {
        list.into_iter().map(|(value, label)| Self { selected: value == chosen, value, label }).collect()
    }

    /// The same with several chosen.
    pub(crate) fn several(list: impl IntoIterator<Item = (String, String)>, chosen: &[String]) -> Vec<Self> {
        list.into_iter()
            .map(|(value, label)| Self { selected: chosen.contains(&value), value, label })
            .collect()
    }
}

/// Reads an id of the address; one that is none is not there.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The reasons of a refused wish; anything else stays a failure.
pub(crate) fn reasons(failure: Failure) -> Result<Vec<Refusal>, Failure> {
    match failure {
        Failure::Refused(reasons) => Ok(reasons),
        Failure::Stale(reason) => Ok(vec![reason]),
        other => Err(other),
    }
}

/// The status of a page with these reasons on it.
pub(crate) fn with_status(mut response: Response, refused: &[Refusal]) -> Response {
    if refused.iter().any(|reason| reason.key.starts_with("stale-")) {
        *response.status_mut() = http::StatusCode::CONFLICT;
    } else if !refused.is_empty() {
        *response.status_mut() = web::refused_status(refused);
    }
    response
}

/// A day of a form: `2026-11-22`, or as people write it.
pub(crate) fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Day>() {
        return Some(day);
    }
    let when = viet::dates::read(text, None).ok()?;
    (when.start == when.end).then_some(when.start).and_then(day_of)
}

/// The same day in the words of our calendar.
pub(crate) fn day_of(date: viet::dates::Date) -> Option<Day> {
    let (year, month) = (i16::try_from(date.year()).ok()?, i8::try_from(date.month()).ok()?);
    Day::new(year, month, i8::try_from(date.day()).ok()?).ok()
}

/// The last moment of a day of a form.
pub(crate) fn end_of(zone: &Zone, day: Day) -> Option<Moment> {
    zone.moment(civil::DateTime::from_parts(day, civil::time(23, 59, 59, 0)))
}
