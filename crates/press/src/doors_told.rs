//! The doors of what the agency tells the press: the desk's and the public's.

use crate::House;
use crate::pages::release_files::MOST;
use crate::pages::{
    contact, contacts, event, event_contribute, event_print, event_steps, events, release, release_edit,
    release_files, release_steps, releases, room, room_calendar, room_feeds, room_mail, room_pictures,
    room_release, room_verify,
};
use web::Door;

/// Room for the edges of a form around the largest file.
const FORM: usize = MOST + 64 * 1024;

/// The desk's.
pub(crate) fn desk() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/press/releases", releases::show),
        Door::post("/desk/press/releases", releases::begin),
        Door::get("/desk/press/releases/{release}", release::show),
        Door::post("/desk/press/releases/{release}", release_edit::save),
        Door::get("/desk/press/releases/{release}/edit", release_edit::show),
        Door::post("/desk/press/releases/{release}/files", release_files::add).up_to(FORM),
        Door::post("/desk/press/releases/{release}/files/drop", release_files::drop),
        Door::get("/desk/press/releases/{release}/files/{sha}", release_files::show),
        Door::post("/desk/press/releases/{release}/submit", release_steps::submit),
        Door::post("/desk/press/releases/{release}/return", release_steps::give_back),
        Door::post("/desk/press/releases/{release}/approve", release_steps::approve),
        Door::post("/desk/press/releases/{release}/embargo", release_steps::embargo),
        Door::post("/desk/press/releases/{release}/lift", release_steps::lift),
        Door::post("/desk/press/releases/{release}/issue", release_steps::issue),
        Door::post("/desk/press/releases/{release}/correct", release_steps::correct),
        Door::post("/desk/press/releases/{release}/discard", release_steps::discard),
        Door::post("/desk/press/releases/{release}/withdraw", release_steps::withdraw),
        Door::post("/desk/press/releases/{release}/send", release_steps::send),
        Door::post("/desk/press/releases/{release}/resend", release_steps::resend),
        Door::get("/desk/press/contacts", contacts::show),
        Door::post("/desk/press/contacts", contacts::add),
        Door::post("/desk/press/contacts/import", contacts::import),
        Door::get("/desk/press/contacts/{contact}", contact::show),
        Door::post("/desk/press/contacts/{contact}", contact::set),
        Door::post("/desk/press/contacts/{contact}/end", contact::end),
        Door::get("/desk/press/events", events::show),
        Door::post("/desk/press/events", events::plan),
        Door::get("/desk/press/events/{event}", event::show),
        Door::post("/desk/press/events/{event}", events::change),
        Door::get("/desk/press/events/{event}/edit", events::edit),
        Door::get("/desk/press/events/{event}/print", event_print::print),
        Door::post("/desk/press/events/{event}/announce", event_steps::announce),
        Door::post("/desk/press/events/{event}/notify", event_steps::notify),
        Door::post("/desk/press/events/{event}/hold", event_steps::hold),
        Door::post("/desk/press/events/{event}/call-off", event_steps::call_off),
        Door::post("/desk/press/events/{event}/invite", event_steps::invite),
        Door::post("/desk/press/events/{event}/admit", event_steps::admit),
        Door::post("/desk/press/events/{event}/turn-away", event_steps::turn_away),
        Door::post("/desk/press/events/{event}/ask", event_steps::ask),
        Door::post("/desk/press/events/{event}/question", event_steps::question),
        Door::post("/desk/press/events/{event}/record", event_steps::record),
        Door::get("/desk/press/events/{event}/contributions/{contribution}", event_contribute::show),
        Door::post("/desk/press/events/{event}/contributions/{contribution}", event_steps::give),
    ]
}

/// The public's.
pub(crate) fn open() -> Vec<Door<House>> {
    vec![
        Door::get("/bao-chi", room::show),
        Door::get("/bao-chi/anh", room_pictures::show),
        Door::get("/bao-chi/anh/{asset}/{sha}/{size}", room_pictures::file),
        Door::get("/bao-chi/thong-cao.atom", room_feeds::atom),
        Door::get("/bao-chi/thong-cao.json", room_feeds::json),
        Door::get("/bao-chi/thong-cao/{year}/{number}", room_release::show),
        Door::get("/bao-chi/thong-cao/{year}/{number}/tep/{sha}", room_release::file),
        Door::get("/bao-chi/thong-cao/{year}/{number}/van-ban.txt", room_release::text),
        Door::get("/bao-chi/thong-cao/{year}/{number}/van-ban.docx", room_release::docx),
        Door::get("/bao-chi/thong-cao/{year}/{number}/van-ban.pdf", room_release::pdf),
        Door::get("/bao-chi/thong-cao/{year}/{number}/chu-ky.sig", room_release::signature),
        Door::get("/bao-chi/khoa-cong-khai.pem", room_release::key),
        Door::get("/bao-chi/xac-minh", room_verify::form),
        Door::get("/bao-chi/xac-minh/{code}", room_verify::show),
        Door::post("/bao-chi/xac-minh/{code}", room_verify::text),
        Door::get("/bao-chi/xac-minh/{code}/ma.svg", room_release::qr),
        Door::get("/bao-chi/lich", room_calendar::show),
        Door::get("/bao-chi/lich.ics", room_calendar::ics),
        Door::get("/bao-chi/lich/{event}", room_calendar::event),
        Door::post("/bao-chi/lich/{event}", room_calendar::register),
        Door::get("/bao-chi/lich/{event}/lich.ics", room_calendar::one_ics),
        Door::get("/bao-chi/dang-ky", room_mail::ask),
        Door::post("/bao-chi/dang-ky", room_mail::subscribe),
        Door::get("/bao-chi/dang-ky/{token}", room_mail::confirm),
        Door::post("/bao-chi/dang-ky/{token}", room_mail::confirmed),
        Door::get("/bao-chi/huy-nhan/{token}", room_mail::leave),
        Door::post("/bao-chi/huy-nhan/{token}", room_mail::left),
    ]
}
