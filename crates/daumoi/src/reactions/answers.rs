//! What follows from what citizens ask and are answered: clocks, links, letters, cards.

use super::HouseReactions;
use db::Cx;
use kernel::{AnswersEvent, Failure};

impl HouseReactions {
    pub(super) async fn on_answers(&self, _cx: &mut Cx, event: &AnswersEvent) -> Result<(), Failure> {
        use AnswersEvent as E;
        match event {
            E::QuestionReceived { .. }
            | E::QuestionSetAside { .. }
            | E::QuestionRouted { .. }
            | E::QuestionReturned { .. }
            | E::MoreAsked { .. }
            | E::MoreTold { .. }
            | E::ReplyDrafted { .. }
            | E::ReplySubmitted { .. }
            | E::ReplyReturned { .. }
            | E::QuestionAnswered { .. }
            | E::QuestionRefused { .. }
            | E::QuestionPublished { .. }
            | E::QuestionUnpublished { .. }
            | E::ReplyCorrected { .. }
            | E::PersonalDataChanged { .. }
            | E::PersonalDataErased { .. }
            | E::ConsultationOpened { .. }
            | E::ConsultationSet { .. }
            | E::OpinionGiven { .. }
            | E::ConsultationClosed { .. }
            | E::ConsultationConcluded { .. }
            | E::ErrorReported { .. }
            | E::ErrorSettled { .. }
            | E::InformationRequested { .. }
            | E::InformationTermNotified { .. }
            | E::InformationSupplied { .. }
            | E::InformationRefused { .. } => Ok(()),
        }
    }
}
