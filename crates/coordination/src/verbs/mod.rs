//! The verbs of this house, one noun a file.

mod booking;
mod facility;
mod meeting_call;
mod meeting_course;
mod meeting_notice;
mod meeting_record;
mod meeting_sheet;
mod round;
mod ties;

pub use booking::{BookingWish, book, bring_back, cancel_booking, know_displaced, take_out, watch_return};
pub use facility::{FacilityWish, add_facility, change_facility, end_facility};
pub use meeting_call::{MeetingWish, call_meeting, change_meeting};
pub use meeting_course::{
    Presence, hold_meeting, keep_attendance, miss_meeting, put_off_meeting, watch_meeting,
};
pub use meeting_notice::{NoticeWish, issue_notice};
pub use meeting_record::{
    ConclusionWish, approve_record, drop_conclusion, keep_conclusion, return_record, submit_record,
    write_record,
};
pub use round::{RoundWish, begin_round, call_ahead, end_round};
pub use ties::{
    AgreementWish, DeliveryWish, PresenterWish, SessionWish, TrainingWish, add_observance, drop_delivery,
    drop_observance, end_agreement, end_presenter, enrol, evaluate, keep_presence, make_agreement,
    name_presenter, note_delivery, note_session, plan_training, watch_agreement,
};

pub(crate) use booking::work as booking_work;
pub(crate) use meeting_notice::{compose as compose_notice, draft_notice};
pub(crate) use meeting_sheet::{exact_hash, facts as meeting_facts, work as meeting_work};

use kernel::Moment;
use std::time::Duration;

/// Plans reach so far ahead, and records so far back.
const FAR: Duration = Duration::from_secs(3 * 366 * 86_400);

/// Whether a moment is one that people plan or look back on.
pub(crate) fn is_near(at: Moment, now: Moment) -> bool {
    at < now.plus(FAR) && at > now.minus(FAR)
}
