//! The verbs of a story's page: one form each. A refusal shows the page again with the reasons and what was typed.

use crate::House;
use crate::pages::story::{self, Typed};
use crate::pages::{InAddress, address};
use crate::verbs;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use kernel::{Failure, Moment, Refusal, StoryId, Zone};
use web::{Asker, Error, Fields, refusals, said};

/// What followed from a verb: the page again, with a word of thanks or the reasons against.
async fn answer(
    house: &House,
    asker: &Asker,
    id: StoryId,
    outcome: Result<&'static str, Failure>,
    typed: Typed,
) -> Result<Response, Error> {
    let (status, reasons) = match outcome {
        Ok(key) => return Ok(said(&address(id), key)),
        Err(Failure::Refused(reasons)) => (StatusCode::UNPROCESSABLE_ENTITY, reasons),
        Err(Failure::Stale(reason)) => (StatusCode::CONFLICT, vec![reason]),
        Err(other) => return Err(other.into()),
    };
    let mut page = story::page(house, asker, id, None, refusals(asker.locale(), &reasons), typed).await?;
    *page.status_mut() = status;
    Ok(page)
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $id:ident, $fields:ident| $verb:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State($house): State<House>,
            asker: Asker,
            InAddress($id): InAddress,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let outcome = async {

                let mut $cx = asker.wish().await?;
                $verb?;
                $cx.finish().await?;
                Ok($said)
            }
            .await;
            answer(&$house, &asker, $id, outcome, Typed::of(&$fields)).await
        }
    };
}

step!(
    /// Asks for review.
    submit, "said-submitted", |cx, house, id, _fields| verbs::submit(&mut cx, &house, id).await
);
step!(
    /// Takes it back from review.
    take_back, "said-taken-back", |cx, house, id, _fields| verbs::take_back(&mut cx, id).await
);
step!(
    /// Returns it to its writer.
    return_story, "said-returned", |cx, house, id, fields| {
        verbs::return_story(&mut cx, id, fields.text("revision"), fields.text("reason")).await
    }
);
step!(
    /// Approves exactly the text that was shown.
    approve, "said-approved", |cx, house, id, fields| {
        verbs::approve(&mut cx, &house, id, fields.text("revision")).await
    }
);
step!(
    /// Sets the time it goes out.
    schedule, "said-scheduled", |cx, house, id, fields| {
        let at = local_time(fields.text("at"), &house.app.zone);
        verbs::schedule(&mut cx, &house, id, fields.text("revision"), at, fields.text("note")).await
    }
);
step!(
    /// Takes the time back.
    unschedule, "said-unscheduled", |cx, house, id, _fields| verbs::unschedule(&mut cx, &house, id).await
);
step!(
    /// Lets it out now.
    publish, "said-published", |cx, house, id, fields| {
        verbs::publish(&mut cx, &house, id, fields.text("revision"), fields.text("note")).await
    }
);
step!(
    /// Lets it out without a second person.
    publish_urgently, "said-published-urgently-warn", |cx, house, id, fields| {
        let (reason, note) = (fields.text("reason"), fields.text("note"));
        verbs::publish_urgently(&mut cx, &house, id, fields.text("revision"), reason, note).await
    }
);
step!(
    /// Approves in retrospect what went out urgently.
    approve_afterwards, "said-approved-afterwards", |cx, house, id, fields| {
        verbs::approve_afterwards(&mut cx, &house, id, fields.text("revision")).await
    }
);
step!(
    /// Takes the text from the public.
    withdraw, "said-withdrawn", |cx, house, id, fields| verbs::withdraw(&mut cx, id, fields.text("reason")).await
);
step!(
    /// Lets a withdrawn text stand again.
    reinstate, "said-reinstated", |cx, house, id, fields| verbs::reinstate(&mut cx, id, fields.text("reason")).await
);
step!(
    /// Puts another story in its place.
    replace, "said-replaced", |cx, house, id, fields| {
        verbs::replace(&mut cx, id, story_in(fields.text("by")), fields.text("reason")).await
    }
);
step!(
    /// Leaves only a tombstone.
    remove, "said-removed", |cx, house, id, fields| verbs::remove(&mut cx, id, fields.text("reason")).await
);
step!(
    /// Says who may read it before it is public.
    set_readers, "said-readers-set", |cx, house, id, fields| {
        let readers = fields.all("reader").map(str::parse).collect::<Result<Vec<_>, _>>();
        let readers = readers.map_err(|_| Failure::refused(Refusal::new("refused-unreadable")))?;
        verbs::limit_readers(&mut cx, &house, id, fields.ticked("limited"), &readers).await
    }
);

/// A story by its id or by an address that ends in it, as people copy it from the browser.
fn story_in(text: &str) -> Option<StoryId> {
    text.trim_end_matches('/').rsplit('/').next().and_then(|last| last.parse().ok())
}

/// `2026-11-22T15:00` in the agency's zone, as `<input type="datetime-local">` sends it; seconds allowed.
fn local_time(text: &str, zone: &Zone) -> Option<Moment> {
    text.parse().ok().and_then(|wall| zone.moment(wall))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_agency() {
        let zone = Zone::default();
        let at = local_time("2026-11-22T15:00", &zone).unwrap();
        assert_eq!(zone.rfc3339(at), "2026-11-22T15:00:00+07:00");
        assert!(local_time("2026-11-22T15:00:30", &zone).is_some());
        for bad in ["", "hôm nay", "2026-02-30T10:00", "99999-01-01T00:00"] {
            assert_eq!(local_time(bad, &zone), None, "{bad}");
        }
    }
}
