//! What follows from releases, contacts and press events: clocks, links, letters, cards.

use super::HouseReactions;
use db::Cx;
use kernel::{Failure, ReleaseEvent};

impl HouseReactions {
    pub(super) async fn on_release(&self, _cx: &mut Cx, event: &ReleaseEvent) -> Result<(), Failure> {
        use ReleaseEvent as E;
        match event {
            E::Begun { .. }
            | E::Saved { .. }
            | E::Submitted { .. }
            | E::Returned { .. }
            | E::Approved { .. }
            | E::Embargoed { .. }
            | E::Issued { .. }
            | E::IssueFailed { .. }
            | E::Corrected { .. }
            | E::Withdrawn { .. }
            | E::Sent { .. }
            | E::ContactSet { .. }
            | E::ContactEnded { .. }
            | E::Planned { .. }
            | E::Changed { .. }
            | E::Announced { .. }
            | E::Notified { .. }
            | E::ContributionAsked { .. }
            | E::ContributionGiven { .. }
            | E::Accredited { .. }
            | E::AccreditationRefused { .. }
            | E::Held { .. }
            | E::Cancelled { .. } => Ok(()),
        }
    }
}
