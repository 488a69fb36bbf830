//! Import: contacts from a list; what cannot be taken is said line by line.

use super::contact_set::{ContactWish, set_contact};
use crate::contact::{Line, is_formula};
use db::Cx;
use kernel::{Action, Failure, Thing};

/// What became of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many were taken.
    pub taken: usize,
    /// Lines that were not, each with a locale key.
    pub left: Vec<(usize, &'static str)>,
}

/// Takes the contacts of a list that are not in the book. All have the ground that was chosen.
///
/// # Errors
/// When the database does not answer.
pub async fn import_contacts(cx: &mut Cx, bytes: &[u8], basis: &str) -> Result<Imported, Failure> {
    cx.may(Action::WriteReleases, Thing::House)?;
    let refused = |key| Failure::refused(kernel::Refusal::field("file", key));
    let lines = crate::contact::read_list(bytes).map_err(|unreadable| refused(unreadable.0))?;
    let mut imported = Imported::default();
    for line in lines {
        let no = line.no;
        if [&line.outlet, &line.name, &line.email, &line.phone, &line.locality]
            .iter()
            .any(|cell| is_formula(cell))
        {
            imported.left.push((no, "refused-list-formula"));
            continue;
        }
        match set_contact(cx, None, &wish(line, basis)).await {
            Ok(_) => imported.taken += 1,
            Err(Failure::Refused(reasons)) => {
                imported.left.push((no, reasons.first().map_or("refused-unreadable", |reason| reason.key)));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(imported)
}

fn wish(line: Line, basis: &str) -> ContactWish {
    ContactWish {
        outlet: line.outlet,
        name: line.name,
        email: line.email,
        phone: line.phone,
        basis: basis.to_owned(),
        locality: line.locality,
        level: line.level,
    }
}
