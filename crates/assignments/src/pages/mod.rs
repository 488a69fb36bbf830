//! What people see of work, and what the pages share.

mod blocked;
mod board;
mod calendar;
mod docx;
mod files;
mod form;
mod input;
mod input_one;
mod late;
mod line;
mod month_end;
mod new;
mod obstacle_steps;
mod one;
mod steps;
mod table;
mod week;

pub use week::waiting;

use crate::House;
use crate::attach::FORM;
use axum::response::{IntoResponse, Response};
use db::Look;
use http::{HeaderValue, StatusCode, header};
use kernel::{Action, Failure, Refusal, Thing};
use std::str::FromStr;
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
        Door::post("/desk/work/input", input::ask).up_to(FORM),
        Door::get("/desk/work/input/{request}", input_one::show),
        Door::post("/desk/work/input/{request}/give", input_one::give).up_to(FORM),
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

/// One choice of a list.
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
        *response.status_mut() = StatusCode::CONFLICT;
    } else if !refused.is_empty() {
        *response.status_mut() = web::refused_status(refused);
    }
    response
}

/// A file to be saved: never shown in place, whatever it holds.
pub(crate) fn download(kind: &str, name: &str, bytes: impl Into<axum::body::Body>) -> Response {
    let ascii: String = viet::fold::fold(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' })
        .collect();
    let mut response = bytes.into().into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_str(kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{ascii}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Bytes as people say them.
pub(crate) fn size(bytes: i64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", (bytes + 999) / 1000)
    } else {
        format!("{} MB", bytes / 1_000_000)
    }
}
