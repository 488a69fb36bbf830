//! The names of things of the house `coordination`.

use db::Look;
use kernel::{BookingId, ConclusionId, FacilityId, Failure, MeetingId, ThingKind, ThingRef};
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
        _ => None,
    })
}
