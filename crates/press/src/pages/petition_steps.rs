//! The steps of a petition that the press forwarded.

use super::petition::{Typed, page};
use super::shared::{moment, reasons};
use crate::House;
use crate::verbs;
use axum::response::Response;
use kernel::{Failure, PetitionId, Refusal, UnitId};
use web::{Asker, Error, Fields, said};

async fn followed(
    house: &House,
    asker: &Asker,
    of: PetitionId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/press/petitions/{of}"), key)),
        Err(failure) => {
            let text = |name: &str| fields.text(name).to_owned();
            let typed = Typed {
                conclusion: text("conclusion"),
                answer: text("answer"),
                document: text("document"),
                acceptance: text("acceptance"),
            };
            page(house, asker, of, reasons(failure)?, typed).await
        }
    }
}

web::steps! {
    House, PetitionId, followed;

    /// Gives it to a unit.
    assign, "said-petition-assigned", |cx, house, of, fields| {
        match fields.parsed::<UnitId>("unit") {
            Some(unit) if house.office.units().await?.iter().any(|(known, _)| *known == unit) => {
                verbs::assign_petition(&mut cx, of, unit).await
            }
            _ => Err(Failure::refused(Refusal::field("unit", "refused-unit"))),
        }
    };

    /// Notes that the press was told whether a complaint is dealt with.
    accept, "said-petition-accepted", |cx, house, of, fields| {
        let accepted = match fields.text("accepted") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        verbs::accept_petition(&mut cx, of, accepted, fields.text("acceptance"), fields.text("document")).await
    };

    /// Notes its conclusion.
    conclude, "said-petition-concluded", |cx, house, of, fields| {
        let at = moment(&fields, "concluded_at", &house.app.zone)?;
        verbs::conclude_petition(&mut cx, of, fields.text("conclusion"), at).await
    };

    /// Notes what the press was told.
    answer, "said-petition-answered", |cx, house, of, fields| {
        verbs::answer_petition(&mut cx, of, fields.text("answer"), fields.text("document")).await
    };
}
