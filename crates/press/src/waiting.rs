//! What waits at the press desk for who looks: new inquiries, texts to clear, questions their units were asked.

use crate::store::{facts, inquiries};
use db::Look;
use kernel::{Action, Failure, PageNumber, Thing, UnitId, role_table};

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Inquiries that nobody took on.
    pub untaken: u64,
    /// Texts that wait for clearance.
    pub clearing: u64,
    /// Questions to the units of who looks.
    pub asked: u64,
}

impl Waiting {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.untaken + self.clearing + self.asked
    }
}

/// What waits.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<Waiting, Failure> {
    let mut waits = Waiting::default();
    let may = |action| look.may(action, Thing::House).is_ok();
    if may(Action::AnswerPress) {
        waits.untaken = inquiries::count_in(look.db(), "received").await?;
    }
    if may(Action::ClearPress) {
        waits.clearing = inquiries::count_in(look.db(), "clearing").await?;
    }
    if may(Action::GiveFacts) {
        // Who may answer for the whole agency is asked by nobody: what waits there waits for the units.
        if let Some(units) = asked_units(look) {
            waits.asked = facts::asked(look.db(), Some(&units), true, PageNumber::FIRST, 1).await?.total;
        }
    }
    Ok(waits)
}

/// The units for which who looks may give facts; none is the whole agency.
pub(crate) fn asked_units(look: &Look) -> Option<Vec<UnitId>> {
    look.actor().person().map_or(Some(Vec::new()), |me| me.reach(role_table(Action::GiveFacts)))
}
