//! The desk's pages of this house.

mod consult;
mod consults;
mod fields;
mod inbox;
mod question;
mod question_history;
mod question_parts;
mod reports;
mod requests;
mod steps;
mod summary;

use crate::House;
use db::Look;
use kernel::{Action, Thing};
use typed::Attachments;
use web::{Door, Page, Tab};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    let mut all = vec![
        Door::get("/desk/answers", inbox::show),
        Door::post("/desk/answers/floods/{flock}/take-back", inbox::take_back),
        Door::get("/desk/answers/questions/{question}", question::show),
        Door::get("/desk/answers/questions/{question}/files/{file}", question::file),
        Door::get("/desk/answers/fields", fields::show),
        Door::post("/desk/answers/fields", fields::set),
        Door::post("/desk/answers/fields/keep", fields::keep),
        Door::get("/desk/answers/reports", reports::show),
        Door::post("/desk/answers/reports/{report}/settle", reports::settle),
        Door::get("/desk/answers/requests", requests::show),
        Door::get("/desk/answers/requests/new", requests::new),
        Door::post("/desk/answers/requests", requests::enter),
        Door::get("/desk/answers/requests.xlsx", requests::xlsx),
        Door::get("/desk/answers/requests/{request}", requests::one),
        Door::post("/desk/answers/requests/{request}/notify", requests::notify),
        Door::post("/desk/answers/requests/{request}/supply", requests::supply),
        Door::post("/desk/answers/requests/{request}/refuse", requests::refuse),
        Door::get("/desk/answers/consultations", consults::show),
        Door::get("/desk/answers/consultations/new", consults::new),
        Door::post("/desk/answers/consultations", consults::begin).up_to(Attachments::FORM),
        Door::get("/desk/answers/consultations/{consultation}", consult::show),
        Door::post("/desk/answers/consultations/{consultation}/save", consults::save)
            .up_to(Attachments::FORM),
        Door::get("/desk/answers/consultations/{consultation}/edit", consults::edit),
        Door::post("/desk/answers/consultations/{consultation}/open", consult::open),
        Door::post("/desk/answers/consultations/{consultation}/conclude", consult::conclude),
        Door::post("/desk/answers/consultations/{consultation}/opinions/{opinion}/settle", consult::settle),
        Door::post("/desk/answers/consultations/{consultation}/opinions/{opinion}/reply", consult::reply),
        Door::get("/desk/answers/consultations/{consultation}/docx", summary::docx),
        Door::get("/desk/answers/consultations/{consultation}/pdf", summary::pdf),
        Door::get("/desk/answers/consultations/{consultation}/xlsx", summary::xlsx),
    ];
    all.extend(steps::doors());
    all
}

/// The kin of a page: what of this house who looks may open.
fn kin(look: &Look, p: &Page, here: &str) -> Vec<Tab> {
    let all = [
        ("/desk/answers", "answers-title", Action::ReadQuestions),
        ("/desk/answers/requests", "inforeq-book", Action::ServeRequests),
        ("/desk/answers/consultations", "consult-title", Action::Consult),
        ("/desk/answers/reports", "report-list", Action::SettleReports),
        ("/desk/answers/fields", "answers-fields", Action::RouteQuestions),
    ];
    all.into_iter()
        .filter(|(_, _, action)| look.may(*action, Thing::House).is_ok())
        .map(|(href, words, _)| Tab {
            href: href.to_owned(),
            label: p.t(words),
            count: 0,
            current: href == here,
        })
        .collect()
}
