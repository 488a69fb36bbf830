//! What the pages of the answering half have in common.

use kernel::{Action, Failure, Moment, Thing, Zone};
use web::{Asker, Fields, Page};

/// Only who may see the press desk goes on.
pub(crate) fn desk_only(asker: &Asker) -> Result<(), Failure> {
    asker.look().may(Action::ReadPressDesk, Thing::House)
}

/// Whether who asks may do this anywhere in the house.
pub(crate) fn may(asker: &Asker, action: Action) -> bool {
    asker.look().may(action, Thing::House).is_ok()
}

/// Choices from names whose words are keys.
pub(crate) fn choices(p: &Page, names: &[&str], family: &str, chosen: &str) -> Vec<Choice> {
    Choice::named(p, family, names, chosen)
}

/// A moment of a form's field, in the agency's zone; none when nothing was typed.
///
/// # Errors
/// Refused when it cannot be read.
pub(crate) fn moment(fields: &Fields, field: &'static str, zone: &Zone) -> Result<Option<Moment>, Failure> {
    web::typed_moment(fields.text(field), field, zone)
}

pub(crate) use web::{Choice, id_of as id, reasons, shown_moment as typed_moment, with_status};
