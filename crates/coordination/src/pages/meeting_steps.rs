//! The steps of a meeting: what each form does.

use super::meeting::{Typed, page};
use super::shared::{day, local_time};
use crate::House;
use crate::verbs::{self, ConclusionWish, Presence};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, MeetingId};
use web::{Asker, Error, Fields, id_of, reasons, said, wish};

async fn answered(
    house: &House,
    asker: &Asker,
    id: MeetingId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/meetings/{id}"), key)),
        Err(failure) => {
            let refused = reasons(failure)?;
            let text = |name: &str| fields.text(name).to_owned();
            let typed = Typed {
                reason: text("reason"),
                to: text("to"),
                record: Some(fields.raw("record").to_owned()).filter(|text| !text.is_empty()),
                words: fields.raw("words").to_owned(),
                due: text("due"),
                lead: fields.parsed("lead").into_iter().collect(),
                supports: fields.all("supports").filter_map(|one| one.parse().ok()).collect(),
            };
            page(house, asker, id, refused, typed).await
        }
    }
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $id:ident, $fields:ident| $verb:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(meeting): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $id: MeetingId = id_of(&meeting)?;
            let outcome = wish!(asker, |$cx| $verb).map(|_| $said);
            answered(&$house, &asker, $id, outcome, &$fields).await
        }
    };
}

step!(
    /// It took place.
    hold, "said-meeting-held", |cx, house, id, fields| verbs::hold_meeting(&mut cx, id).await
);
step!(
    /// It did not.
    miss, "said-meeting-missed",
    |cx, house, id, fields| verbs::miss_meeting(&mut cx, id, fields.raw("reason")).await
);
step!(
    /// Puts it off.
    put_off, "said-meeting-put-off",
    |cx, house, id, fields| {
        let to = local_time(fields.text("to"), &house.app.zone);
        match (fields.text("to").is_empty(), to) {
            (false, None) => Err(Failure::refused(kernel::Refusal::field("to", "refused-meeting-to"))),
            (_, to) => verbs::put_off_meeting(&mut cx, &house, id, fields.raw("reason"), to).await,
        }
    }
);
step!(
    /// Notes who came.
    attendance, "said-attendance",
    |cx, house, id, fields| {
        let list: Vec<Presence> = fields
            .all("invited")
            .filter_map(|one| one.parse().ok())
            .map(|invited: uuid::Uuid| Presence {
                invited,
                presence: fields.text(&format!("presence-{invited}")).to_owned(),
                stood_in: fields.text(&format!("stood-{invited}")).to_owned(),
            })
            .collect();
        verbs::keep_attendance(&mut cx, id, &list).await
    }
);
step!(
    /// Writes the record.
    record, "said-record-written",
    |cx, house, id, fields| {
        let edition = fields.parsed("edition").unwrap_or(0);
        verbs::write_record(&mut cx, id, edition, fields.raw("record")).await
    }
);
step!(
    /// Adds a conclusion, or changes one.
    conclusion, "said-conclusion-kept",
    |cx, house, id, fields| {
        let wanted = ConclusionWish {
            words: fields.raw("words").to_owned(),
            lead: fields.parsed("lead"),
            supports: fields.all("supports").filter_map(|one| one.parse().ok()).collect(),
            due: day(fields.text("due")),
        };
        match (fields.text("due").is_empty(), wanted.due) {
            (false, None) => Err(Failure::refused(kernel::Refusal::field("due", "refused-conclusion-due"))),
            _ => verbs::keep_conclusion(&mut cx, &house, id, fields.parsed("id"), &wanted).await,
        }
    }
);
step!(
    /// Takes a conclusion out.
    drop_conclusion, "said-conclusion-dropped",
    |cx, house, id, fields| match fields.parsed("id") {
        Some(conclusion) => verbs::drop_conclusion(&mut cx, id, conclusion).await,
        None => Err(Failure::NotFound),
    }
);
step!(
    /// Gives the record to the chair.
    submit, "said-record-submitted",
    |cx, house, id, fields| verbs::submit_record(&mut cx, &house, id, fields.text("hash")).await
);
step!(
    /// Gives it back.
    give_back, "said-record-returned",
    |cx, house, id, fields| verbs::return_record(&mut cx, id, fields.raw("reason")).await
);
step!(
    /// Approves it.
    approve, "said-record-approved",
    |cx, house, id, fields| verbs::approve_record(&mut cx, id, fields.text("hash")).await
);
