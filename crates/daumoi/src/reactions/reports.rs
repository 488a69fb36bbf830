//! What follows from reports and briefings: what a briefing decides becomes work of a unit.

use super::HouseReactions;
use db::Cx;
use kernel::{Failure, ReportEvent};

impl HouseReactions {
    pub(super) async fn on_reports(&self, _cx: &mut Cx, event: &ReportEvent) -> Result<(), Failure> {
        use ReportEvent as E;
        match event {
            E::Decided { .. }
            | E::DecisionDropped { .. }
            | E::Begun { .. }
            | E::Counted { .. }
            | E::PartsAsked { .. }
            | E::PartGiven { .. }
            | E::PartReminded { .. }
            | E::Written { .. }
            | E::Submitted { .. }
            | E::Returned { .. }
            | E::Approved { .. }
            | E::Reopened { .. }
            | E::Issued { .. }
            | E::BriefingOpened { .. }
            | E::BriefingNoted { .. }
            | E::BriefingClosed { .. } => Ok(()),
        }
    }
}
