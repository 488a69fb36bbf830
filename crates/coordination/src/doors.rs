//! The doors of this house, all of the desk.

use crate::House;
use crate::pages::{
    bookings, facilities, facility, meeting, meeting_edit, meeting_files, meeting_steps, meetings, rounds,
};
use web::Door;

/// The desk's.
pub(crate) fn desk() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/meetings", meetings::show),
        Door::post("/desk/meetings", meeting_edit::call),
        Door::get("/desk/meetings/new", meeting_edit::new),
        Door::get("/desk/meetings/rounds", rounds::show),
        Door::post("/desk/meetings/rounds", rounds::begin),
        Door::post("/desk/meetings/rounds/{round}/end", rounds::end),
        Door::get("/desk/meetings/{meeting}", meeting::show),
        Door::post("/desk/meetings/{meeting}", meeting_edit::change),
        Door::get("/desk/meetings/{meeting}/edit", meeting_edit::edit),
        Door::post("/desk/meetings/{meeting}/put-off", meeting_steps::put_off),
        Door::post("/desk/meetings/{meeting}/hold", meeting_steps::hold),
        Door::post("/desk/meetings/{meeting}/miss", meeting_steps::miss),
        Door::post("/desk/meetings/{meeting}/attendance", meeting_steps::attendance),
        Door::post("/desk/meetings/{meeting}/record", meeting_steps::record),
        Door::post("/desk/meetings/{meeting}/conclusion", meeting_steps::conclusion),
        Door::post("/desk/meetings/{meeting}/conclusion/drop", meeting_steps::drop_conclusion),
        Door::post("/desk/meetings/{meeting}/submit", meeting_steps::submit),
        Door::post("/desk/meetings/{meeting}/return", meeting_steps::give_back),
        Door::post("/desk/meetings/{meeting}/approve", meeting_steps::approve),
        Door::get("/desk/meetings/{meeting}/notice", meeting_files::form),
        Door::post("/desk/meetings/{meeting}/notice", meeting_files::issue),
        Door::get("/desk/meetings/{meeting}/record.docx", meeting_files::record),
        Door::get("/desk/meetings/{meeting}/notice.docx", meeting_files::docx),
        Door::get("/desk/meetings/{meeting}/notice.pdf", meeting_files::pdf),
        Door::get("/desk/meetings/{meeting}/meeting.ics", meeting_files::calendar),
        Door::get("/desk/facilities", facilities::show),
        Door::post("/desk/facilities", facilities::add),
        Door::get("/desk/facilities/{facility}", facility::show),
        Door::post("/desk/facilities/{facility}", facility::change),
        Door::post("/desk/facilities/{facility}/end", facility::end),
        Door::post("/desk/facilities/{facility}/book", facility::book),
        Door::get("/desk/facilities/{facility}/bookings.ics", facility::calendar),
        Door::get("/desk/bookings", bookings::show),
        Door::get("/desk/bookings/{booking}", bookings::one),
        Door::post("/desk/bookings/{booking}/cancel", bookings::cancel),
        Door::post("/desk/bookings/{booking}/take", bookings::take),
        Door::post("/desk/bookings/{booking}/return", bookings::bring_back),
        Door::post("/desk/bookings/{booking}/know", bookings::know),
    ]
}
