//! What follows from what happens at the press desk: clocks, links, letters, cards.

use super::HouseReactions;
use db::Cx;
use kernel::{Failure, PressEvent};

impl HouseReactions {
    pub(super) async fn on_press(&self, _cx: &mut Cx, event: &PressEvent) -> Result<(), Failure> {
        use PressEvent as E;
        match event {
            E::SpokespersonNamed { .. }
            | E::SpokespersonChanged { .. }
            | E::SpokespersonEnded { .. }
            | E::InquiryReceived { .. }
            | E::InquiryChanged { .. }
            | E::InquiryTaken { .. }
            | E::FactsAsked { .. }
            | E::FactsGiven { .. }
            | E::FactsReturned { .. }
            | E::FactsDropped { .. }
            | E::AnswerDrafted { .. }
            | E::ClearanceAsked { .. }
            | E::ClearanceRefused { .. }
            | E::AnswerCleared { .. }
            | E::InquiryAnswered { .. }
            | E::InquiryRefused { .. }
            | E::InquiryClosed { .. }
            | E::InquiryReopened { .. }
            | E::DemandBegun { .. }
            | E::DemandApproved { .. }
            | E::DemandSent { .. }
            | E::DemandAnswered { .. }
            | E::DemandClosed { .. }
            | E::PetitionForwarded { .. }
            | E::PetitionAssigned { .. }
            | E::PetitionConcluded { .. }
            | E::PetitionAnswered { .. } => Ok(()),
        }
    }
}
