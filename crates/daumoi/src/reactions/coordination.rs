//! What follows from what happens in the house `coordination`.

use super::HouseReactions;
use db::Cx;
use kernel::{CoordinationEvent, Failure, MeetingId, ThingKind, ThingRef};
use links::Rel;

fn meeting(id: MeetingId) -> ThingRef {
    ThingRef { kind: ThingKind::Meeting, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn on_coordination(
        &self,
        cx: &mut Cx,
        event: &CoordinationEvent,
    ) -> Result<(), Failure> {
        use CoordinationEvent as E;
        match event {
            E::MeetingCalled { meeting: id, from: Some(from), .. } => {
                links::tie(cx, meeting(*id), Rel::Follows, *from).await
            }
            E::ConclusionReached { conclusion, meeting: of } => {
                let thing = ThingRef { kind: ThingKind::Conclusion, id: conclusion.0 };
                links::tie(cx, thing, Rel::Follows, meeting(*of)).await
            }
            E::MeetingCalled { from: None, .. }
            | E::MeetingChanged { .. }
            | E::MeetingPutOff { .. }
            | E::MeetingHeld { .. }
            | E::MeetingMissed { .. }
            | E::MeetingUnsaid { .. }
            | E::AttendanceKept { .. }
            | E::RecordWritten { .. }
            | E::RecordSubmitted { .. }
            | E::RecordReturned { .. }
            | E::RecordApproved { .. }
            | E::NoticeIssued { .. }
            | E::RoundBegun { .. }
            | E::RoundEnded { .. }
            | E::FacilityAdded { .. }
            | E::FacilityChanged { .. }
            | E::FacilityEnded { .. }
            | E::Booked { .. }
            | E::BookingCancelled { .. }
            | E::BookingDisplaced { .. }
            | E::BookingTaken { .. }
            | E::BookingReturned { .. }
            | E::BookingLate { .. } => Ok(()),
        }
    }
}
