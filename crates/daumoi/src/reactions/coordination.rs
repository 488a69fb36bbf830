//! What follows from what happens in the house `coordination`.

use super::HouseReactions;
use assignments::verbs::Given;
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
                links::tie(cx, thing, Rel::Follows, meeting(*of)).await?;
                let told = coordination::concluded(cx.tx(), *conclusion).await?;
                let given = Given {
                    from: Some(thing),
                    title: told.title,
                    words: told.words,
                    lead: told.lead,
                    supports: told.supports,
                    members: told.members,
                    person: None,
                    due: told.due,
                    confidential: false,
                };
                // The work that follows is tied where it is given.
                assignments::verbs::give(cx, given).await.map(drop)
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
            | E::BookingLate { .. }
            | E::AgreementMade { .. }
            | E::AgreementEnding { .. }
            | E::AgreementEnded { .. }
            | E::Delivered { .. }
            | E::DeliveryDropped { .. }
            | E::PresenterNamed { .. }
            | E::PresenterEnded { .. }
            | E::SessionHeld { .. }
            | E::SessionEvaluated { .. }
            | E::TrainingPlanned { .. }
            | E::Enrolled { .. }
            | E::TrainingAttended { .. }
            | E::ObservanceAdded { .. }
            | E::ObservanceDropped { .. } => Ok(()),
        }
    }
}
