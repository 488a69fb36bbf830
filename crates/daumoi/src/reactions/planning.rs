//! What follows from what happens in the house `planning`.

use super::HouseReactions;
use db::Cx;
use kernel::{Failure, PlanningEvent};

impl HouseReactions {
    pub(super) async fn on_planning(&self, _cx: &mut Cx, event: &PlanningEvent) -> Result<(), Failure> {
        use PlanningEvent as E;
        match event {
            // Work is given from what was agreed when the house that gives it stands.
            E::ActivityAgreed { .. } | E::ActivityMoved { .. } | E::ActivityDropped { .. } => Ok(()),
            E::PlanBegun { .. }
            | E::PlanChanged { .. }
            | E::LinesAsked { .. }
            | E::LinesSent { .. }
            | E::LineWritten { .. }
            | E::LineLeftOut { .. }
            | E::LinesImported { .. }
            | E::PlanPresented { .. }
            | E::AppraisalAsked { .. }
            | E::AppraisalGiven { .. }
            | E::PlanReturned { .. }
            | E::PlanApproved { .. }
            | E::PlanInForce { .. }
            | E::PlanClosed { .. }
            | E::AmendmentProposed { .. }
            | E::AmendmentApproved { .. }
            | E::AmendmentRefused { .. }
            | E::CampaignEventSet { .. }
            | E::CampaignEventMoved { .. }
            | E::CampaignBodySet { .. }
            | E::CampaignMemberInvited { .. }
            | E::CampaignMemberLeft { .. }
            | E::CampaignCheckSet { .. }
            | E::DisplaySet { .. }
            | E::ProjectBegun { .. }
            | E::ProjectChanged { .. }
            | E::MoneySpent { .. }
            | E::ContractSet { .. }
            | E::ContractAccepted { .. } => Ok(()),
        }
    }
}
