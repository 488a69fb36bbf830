//! What people see of work, and what the pages share.

mod blocked;
mod board;
mod calendar;
mod docx;
mod files;
mod input;
mod input_one;
mod late;
mod line;
mod month_end;
mod new;
mod obstacle_steps;
mod one;
mod one_lists;
mod steps;
mod table;
mod week;

pub use week::waiting;

use crate::House;
use axum::response::Response;
use db::Look;
use kernel::{Action, Thing};
use typed::Attachments;
pub(crate) use web::{Choice, id_of as id, reasons, with_status};
use web::{Door, Page, Tab};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    let mut all = vec![
        Door::get("/desk/work", week::show),
        Door::get("/desk/work/all", table::show),
        Door::get("/desk/work/all.xlsx", table::xlsx),
        Door::get("/desk/work/board", board::show),
        Door::get("/desk/work/calendar", calendar::show),
        Door::get("/desk/work/late", late::show),
        Door::get("/desk/work/blocked", blocked::show),
        Door::get("/desk/work/new", new::show),
        Door::post("/desk/work", new::assign),
        Door::get("/desk/work/month-end", month_end::show),
        Door::post("/desk/work/month-end", month_end::roll),
        Door::get("/desk/work/input", input::list),
        Door::get("/desk/work/input/new", input::new),
        Door::post("/desk/work/input", input::ask).up_to(Attachments::FORM),
        Door::get("/desk/work/input/{request}", input_one::show),
        Door::post("/desk/work/input/{request}/give", input_one::give).up_to(Attachments::FORM),
        Door::post("/desk/work/input/{request}/nothing", input_one::nothing),
        Door::post("/desk/work/input/{request}/remind", input_one::remind),
        Door::post("/desk/work/input/{request}/close", input_one::close),
        Door::get("/desk/work/input/{request}/docx", docx::input),
        Door::get("/desk/work/input/{request}/files/{file}", files::of_input),
        Door::get("/desk/work/{assignment}", one::show),
        Door::get("/desk/work/{assignment}/files/{file}", files::of_work),
    ];
    all.extend(steps::doors());
    all.extend(obstacle_steps::doors());
    all
}

/// The kin of a page.
pub(crate) fn kin(look: &Look, p: &Page, here: &str) -> Vec<Tab> {
    let oversees = look.may(Action::ReadAllWork, Thing::House).is_ok();
    let works = look.may(Action::ReadWork, Thing::House).is_ok();
    let all = [
        ("/desk/work", "work-week", true),
        ("/desk/work/all", "work-table", true),
        ("/desk/work/board", "work-board", true),
        ("/desk/work/calendar", "work-calendar", true),
        ("/desk/work/late", "work-late", works),
        ("/desk/work/blocked", "work-blocked", works || oversees),
        ("/desk/work/input", "input-title", works),
    ];
    all.into_iter()
        .filter(|(_, _, open)| *open)
        .map(|(href, words, _)| Tab {
            href: href.to_owned(),
            label: p.t(words),
            count: 0,
            current: href == here,
        })
        .collect()
}

/// A file to be saved, under a name in plain letters.
pub(crate) fn download(kind: &str, name: &str, bytes: impl Into<axum::body::Body>) -> Response {
    handout::file(kind, name, bytes)
}

/// Bytes as people say them.
pub(crate) fn size(bytes: i64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", (bytes + 999) / 1000)
    } else {
        format!("{} MB", bytes / 1_000_000)
    }
}
