//! What happens where units work together: meetings, bookings, agreements, training.

use super::of_house::house_events;
use crate::{
    AgreementId, BookingId, ConclusionId, FacilityId, MeetingId, ObservanceId, PresenterId, ThingRef,
    TrainingId, UnitId,
};

house_events! {
    /// What happened where units work together.
    CoordinationEvent {
        /// A meeting was called, perhaps for another thing.
        MeetingCalled { meeting: MeetingId, unit: UnitId, from: Option<ThingRef> } => Meeting, "meeting-called";
        /// Its particulars changed.
        MeetingChanged { meeting: MeetingId } => Meeting, "meeting-changed";
        /// It was put off; to another time, where one was said.
        MeetingPutOff { meeting: MeetingId, reason: String, again: bool } => Meeting, "meeting-put-off";
        /// It took place.
        MeetingHeld { meeting: MeetingId } => Meeting, "meeting-held";
        /// It did not take place (S154).
        MeetingMissed { meeting: MeetingId, reason: String } => Meeting, "meeting-missed";
        /// Its time passed and nobody said whether it was held (S154).
        MeetingUnsaid { meeting: MeetingId } => Meeting, "meeting-unsaid";
        /// Who came was noted.
        AttendanceKept { meeting: MeetingId, present: i64 } => Meeting, "attendance-kept";
        /// Its record was written, to the text of this hash.
        RecordWritten { meeting: MeetingId, hash: String } => Meeting, "record-written";
        /// Its record went to the chair.
        RecordSubmitted { meeting: MeetingId, hash: String } => Meeting, "record-submitted";
        /// The chair gave it back.
        RecordReturned { meeting: MeetingId, hash: String, reason: String } => Meeting, "record-returned";
        /// The chair approved exactly this text.
        RecordApproved { meeting: MeetingId, hash: String } => Meeting, "record-approved";
        /// The meeting concluded something: a unit has work to do.
        ConclusionReached { conclusion: ConclusionId, meeting: MeetingId } => Conclusion, "conclusion-reached";
        /// The conclusions were issued as a paper with a number.
        NoticeIssued { meeting: MeetingId, number: i64, year: i64 } => Meeting, "notice-issued";
        /// A round of regular meetings was begun.
        RoundBegun { round: MeetingId, unit: UnitId } => Meeting, "round-begun";
        /// A round of regular meetings ends.
        RoundEnded { round: MeetingId, reason: String } => Meeting, "round-ended";
        /// Something can be booked.
        FacilityAdded { facility: FacilityId, unit: UnitId } => Facility, "facility-added";
        /// What is said of it changed.
        FacilityChanged { facility: FacilityId } => Facility, "facility-changed";
        /// It can no longer be booked.
        FacilityEnded { facility: FacilityId, reason: String } => Facility, "facility-ended";
        /// It was booked.
        Booked { booking: BookingId, facility: FacilityId, unit: UnitId } => Booking, "booked";
        /// A booking was given up.
        BookingCancelled { booking: BookingId, reason: String } => Booking, "booking-cancelled";
        /// Another went before it.
        BookingDisplaced { booking: BookingId, by: BookingId, reason: String } => Booking, "booking-displaced";
        /// What was booked went out.
        BookingTaken { booking: BookingId } => Booking, "booking-taken";
        /// It came back, in time or late.
        BookingReturned { booking: BookingId, late: bool } => Booking, "booking-returned";
        /// It did not come back in time.
        BookingLate { booking: BookingId } => Booking, "booking-late";
        /// An agreement with an outlet was entered.
        AgreementMade { agreement: AgreementId, unit: UnitId } => Agreement, "agreement-made";
        /// It ends in a month.
        AgreementEnding { agreement: AgreementId } => Agreement, "agreement-ending";
        /// It was ended.
        AgreementEnded { agreement: AgreementId, reason: String } => Agreement, "agreement-ended";
        /// An outlet delivered under it.
        Delivered { agreement: AgreementId, stories: i64, minutes: i64 } => Agreement, "delivered";
        /// What was counted by mistake was taken out.
        DeliveryDropped { agreement: AgreementId } => Agreement, "delivery-dropped";
        /// Somebody explains policy to people.
        PresenterNamed { presenter: PresenterId, unit: UnitId } => Presenter, "presenter-named";
        /// They no longer do.
        PresenterEnded { presenter: PresenterId, reason: String } => Presenter, "presenter-ended";
        /// They spoke.
        SessionHeld { presenter: PresenterId, audience: i64 } => Presenter, "session-held";
        /// One evaluation form was entered.
        SessionEvaluated { presenter: PresenterId } => Presenter, "session-evaluated";
        /// A training was planned.
        TrainingPlanned { training: TrainingId, unit: UnitId } => Training, "training-planned";
        /// People were put on its list.
        Enrolled { training: TrainingId, many: i64 } => Training, "enrolled";
        /// Who came was noted.
        TrainingAttended { training: TrainingId, present: i64 } => Training, "training-attended";
        /// A day of the agency's own.
        ObservanceAdded { observance: ObservanceId, unit: UnitId } => Observance, "observance-added";
        /// It was taken out.
        ObservanceDropped { observance: ObservanceId } => Observance, "observance-dropped";
    }
}
