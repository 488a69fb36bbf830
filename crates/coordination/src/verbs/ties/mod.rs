//! What ties the agency to others, a file each.

mod agreements;
mod observances;
mod presenters;
mod trainings;

pub use agreements::{
    AgreementWish, DeliveryWish, drop_delivery, end_agreement, make_agreement, note_delivery, watch_agreement,
};
pub use observances::{add_observance, drop_observance};
pub use presenters::{PresenterWish, SessionWish, end_presenter, evaluate, name_presenter, note_session};
pub use trainings::{TrainingWish, enrol, keep_presence, plan_training};

use db::Cx;
use kernel::{Action, Failure, Moment, Refusal, Thing, UnitId};
use typed::words;

fn reason_of(text: &str) -> Result<String, Failure> {
    let reason = words("reason", text, 1_000)?;
    if reason.is_empty() {
        return Err(Failure::refused(Refusal::field("reason", "refused-reason")));
    }
    Ok(reason)
}

fn own(cx: &Cx, unit: Option<UnitId>) -> Result<UnitId, Failure> {
    let unit = unit.ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-facility-unit")))?;
    cx.may(Action::KeepTies, Thing::Unit(unit))?;
    Ok(unit)
}

/// What is over is not ended again: its reason and its day stay.
fn still(ended: Option<Moment>) -> Result<(), Failure> {
    match ended {
        None => Ok(()),
        Some(_) => Err(Failure::refused(Refusal::new("closed-tie-ended"))),
    }
}

/// Who does not see a unit's work does not learn that the thing is there.
fn keep(cx: &Cx, unit: UnitId) -> Result<(), Failure> {
    if cx.may(Action::ReadWork, Thing::Unit(unit)).is_err() {
        return Err(Failure::NotFound);
    }
    cx.may(Action::KeepTies, Thing::Unit(unit))
}
