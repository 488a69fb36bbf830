//! The names of things of the house `coordination`.

use db::Look;
use kernel::{
    AgreementId, BookingId, ConclusionId, FacilityId, Failure, MeetingId, ObservanceId, PresenterId,
    ThingKind, ThingRef, TrainingId,
};
use web::Called;

/// The name of one, for who may see it.
pub(super) async fn one(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    let named = |title: Option<String>, href: String| title.map(|title| Called { title, href });
    Ok(match thing.kind {
        ThingKind::Meeting => {
            let id = MeetingId(thing.id);
            named(coordination::called_meeting(look, id).await?, format!("/desk/meetings/{id}"))
        }
        ThingKind::Conclusion => {
            let id = ConclusionId(thing.id);
            match coordination::conclusion_meeting(look.db(), id).await? {
                // A conclusion is seen by who sees its meeting.
                Some((meeting, words)) if coordination::called_meeting(look, meeting).await?.is_some() => {
                    named(Some(words), format!("/desk/meetings/{meeting}#h-con"))
                }
                _ => None,
            }
        }
        ThingKind::Facility => {
            let id = FacilityId(thing.id);
            named(coordination::called_facility(look, id).await?, format!("/desk/facilities/{id}"))
        }
        ThingKind::Booking => {
            let id = BookingId(thing.id);
            named(coordination::called_booking(look, id).await?, format!("/desk/bookings/{id}"))
        }
        ThingKind::Agreement => {
            let id = AgreementId(thing.id);
            named(coordination::called_agreement(look, id).await?, format!("/desk/agreements/{id}"))
        }
        ThingKind::Presenter => {
            let id = PresenterId(thing.id);
            named(coordination::called_presenter(look, id).await?, format!("/desk/presenters/{id}"))
        }
        ThingKind::Training => {
            let id = TrainingId(thing.id);
            named(coordination::called_training(look, id).await?, format!("/desk/trainings/{id}"))
        }
        ThingKind::Observance => {
            let id = ObservanceId(thing.id);
            named(coordination::called_observance(look, id).await?, "/desk/observances".to_owned())
        }
        _ => None,
    })
}
