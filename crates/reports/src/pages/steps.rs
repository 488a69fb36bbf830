//! The steps of a report, each a form of its page.

use super::show::page;
use crate::House;
use crate::verbs;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{PeriodReportId, Refusal, UnitId};
use web::{Asker, Error, Fields, id_of, reasons, said, typed_moment, wish};

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $house:ident, $id:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        pub(super) async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(report): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $id: PeriodReportId = id_of(&report)?;
            match wish!(asker, |$cx| $does) {
                Ok(_) => Ok(said(&format!("/desk/reports/{}", $id), $said)),
                Err(failure) => page(&$house, &asker, $id, Some(&$fields), reasons(failure)?).await,
            }
        }
    };
}

step!(
    /// Counts again.
    count, "said-report-counted", |cx, house, id, _fields| verbs::count_again(&mut cx, &house, id).await
);
step!(
    /// Asks for approval.
    submit, "said-report-submitted", |cx, house, id, fields| verbs::submit(&mut cx, &house, id, fields.text("hash")).await
);
step!(
    /// Sends it back.
    return_it, "said-report-returned", |cx, house, id, fields| {
        verbs::return_it(&mut cx, &house, id, fields.raw("reason")).await
    }
);
step!(
    /// Approves what was shown.
    approve, "said-report-approved", |cx, house, id, fields| {
        verbs::approve(&mut cx, &house, id, fields.text("hash")).await
    }
);
step!(
    /// Gives it its number.
    issue, "said-report-issued", |cx, house, id, _fields| verbs::issue(&mut cx, &house, id).await
);
step!(
    /// Opens it again.
    reopen, "said-report-reopened", |cx, house, id, fields| {
        verbs::reopen(&mut cx, &house, id, fields.raw("reason")).await
    }
);
step!(
    /// Asks units for their words.
    ask_parts, "said-report-asked", |cx, house, id, fields| async {
        let units: Vec<UnitId> = fields.all("units").filter_map(|unit| unit.parse().ok()).collect();
        let due = typed_moment(fields.text("due"), "due", &house.app.zone)?;
        let due = due.ok_or_else(|| kernel::Failure::refused(Refusal::field("due", "refused-report-due")))?;
        verbs::ask_parts(&mut cx, &house, id, &units, due).await
    }
    .await
);

/// Reminds a unit.
pub(super) async fn remind(
    State(house): State<House>,
    asker: Asker,
    Path((report, unit)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (id, unit): (PeriodReportId, UnitId) = (id_of(&report)?, id_of(&unit)?);
    match wish!(asker, |cx| verbs::remind(&mut cx, id, unit).await) {
        Ok(()) => Ok(said(&format!("/desk/reports/{id}"), "said-report-reminded")),
        Err(failure) => page(&house, &asker, id, None, reasons(failure)?).await,
    }
}
