//! The steps of a correction demand: approved, sent, its outcome noted, closed, repeated (PN-18, PN-19).

use super::demand::{Typed, page};
use super::shared::{id, reasons};
use crate::House;
use crate::verbs::{self, SendDemand};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{DemandId, Failure};
use web::{Asker, Error, Fields, said};

async fn followed(
    house: &House,
    asker: &Asker,
    of: DemandId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/press/demands/{of}"), key)),
        Err(failure) => {
            let text = |name: &str| fields.text(name).to_owned();
            let typed = Typed {
                document: text("document"),
                mail_to: text("mail_to"),
                note: text("said"),
                reason: text("reason"),
            };
            page(house, asker, of, reasons(failure)?, typed).await
        }
    }
}

web::steps! {
    House, DemandId, followed;

    /// Approves exactly the text that was shown.
    approve, "said-demand-approved", |cx, house, of, fields| {
        verbs::approve_demand(&mut cx, of, fields.text("hash")).await
    };

    /// Sends it.
    send, "said-demand-sent", |cx, house, of, fields| {
        let wish =
            SendDemand { document: fields.text("document").into(), mail_to: fields.text("mail_to").into() };
        verbs::send_demand(&mut cx, &house, of, &wish).await
    };

    /// Notes what the outlet did.
    note, "said-demand-answered", |cx, house, of, fields| {
        verbs::note_outcome(&mut cx, of, fields.text("outcome"), fields.text("said")).await
    };

    /// Closes it.
    close, "said-demand-closed", |cx, house, of, fields| {
        verbs::close_demand(&mut cx, of, fields.text("reason")).await
    };
}

/// Begins the next round and leads there.
pub(crate) async fn repeat(
    State(house): State<House>,
    asker: Asker,
    Path(demand): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: DemandId = id(&demand)?;
    let outcome = web::wish!(asker, |cx| verbs::repeat_demand(&mut cx, &house.app.zone, of).await);
    match outcome {
        Ok(next) => Ok(said(&format!("/desk/press/demands/{next}/edit"), "said-demand-begun")),
        Err(failure) => followed(&house, &asker, of, Err(failure), &fields).await,
    }
}
