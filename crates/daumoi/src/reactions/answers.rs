//! What follows from what citizens ask and are answered: their clocks start when it came, are handed to the unit that is
//! responsible, and are met when the asker has an answer or the reason why there is none.

use super::HouseReactions;
use db::Cx;
use deadlines::verbs::{self as clocks, Start};
use kernel::{AnswersEvent, Failure, Moment, StoryId, ThingKind, ThingRef};
use links::Rel;

fn question(id: kernel::QuestionId) -> ThingRef {
    ThingRef { kind: ThingKind::Question, id: id.0 }
}

fn request(id: kernel::InformationRequestId) -> ThingRef {
    ThingRef { kind: ThingKind::InformationRequest, id: id.0 }
}

/// TT-04 for a petition on what was published; the agency's own rule for everything else that is asked.
fn rule_of(form: &str) -> &'static str {
    if form == "petition" { "TT-04" } else { "NB-HD" }
}

/// The rules under which information is supplied, by the way it goes out (TT-05).
fn request_rules(way: &str, complex: bool) -> &'static [&'static str] {
    match (way, complex) {
        ("online", false) => &["TT-05a"],
        ("online", true) => &["TT-05b", "TT-05c"],
        ("post", false) => &["TT-05e"],
        ("post", true) => &["TT-05b", "TT-05f"],
        (_, true) => &["TT-05d"],
        (_, false) => &[],
    }
}

impl HouseReactions {
    pub(super) async fn on_answers(&self, cx: &mut Cx, event: &AnswersEvent) -> Result<(), Failure> {
        use AnswersEvent as E;
        match event {
            E::QuestionReceived { question: id, form, received_at, aside } => {
                if !aside {
                    self.run(cx, question(*id), rule_of(form), *received_at).await?;
                }
                Ok(())
            }
            // What comes back waits as if it had never been away: its clock counts from when it came.
            E::QuestionTakenBack { question: id, form, received_at } => {
                self.run(cx, question(*id), rule_of(form), *received_at).await
            }
            E::QuestionSetAside { question: id, reason } => {
                clocks::stop(cx, question(*id), "NB-HD", reason).await?;
                clocks::stop(cx, question(*id), "TT-04", reason).await
            }
            E::QuestionRouted { question: id, unit } => {
                clocks::hand(cx, question(*id), Some(*unit), None).await
            }
            E::QuestionMerged { question: id, into } => {
                links::tie(cx, question(*id), Rel::Follows, question(*into)).await
            }
            E::QuestionAnswered { question: id, .. } | E::QuestionRefused { question: id, .. } => {
                clocks::meet(cx, &self.rules, question(*id), "NB-HD").await?;
                clocks::meet(cx, &self.rules, question(*id), "TT-04").await.map(drop)
            }
            E::QuestionPublished { question: id }
            | E::QuestionUnpublished { question: id, .. }
            | E::ReplyCorrected { question: id, .. }
            | E::ConsentWithdrawn { question: id }
            | E::PersonalDataErased { question: id, .. } => self.finding.card_question(cx, *id).await,
            E::DataWishReceived { question: id } => {
                let now = cx.now();
                self.run(cx, question(*id), "DL-01a", now).await?;
                self.run(cx, question(*id), "DL-01b", now).await
            }
            E::DataWishAnswered { question: id } => {
                clocks::meet(cx, &self.rules, question(*id), "DL-01a").await?;
                clocks::meet(cx, &self.rules, question(*id), "DL-01b").await.map(drop)
            }
            E::ErrorReported { report, story } => {
                let report = ThingRef { kind: ThingKind::ErrorReport, id: report.0 };
                match story {
                    Some(StoryId(id)) => {
                        let story = ThingRef { kind: ThingKind::Story, id: *id };
                        links::tie(cx, report, Rel::RaisedBy, story).await
                    }
                    None => Ok(()),
                }
            }
            E::InformationRequested { request: id, form, complex, received_at } => {
                // What turned out to take more leaves the shorter term for the longer one.
                for simple in ["TT-05a", "TT-05e"].iter().filter(|_| *complex) {
                    clocks::stop(cx, request(*id), simple, "complex").await?;
                }
                for rule in request_rules(form, *complex) {
                    self.run(cx, request(*id), rule, *received_at).await?;
                }
                Ok(())
            }
            E::InformationTermNotified { request: id, unit } => {
                clocks::meet(cx, &self.rules, request(*id), "TT-05b").await?;
                clocks::hand(cx, request(*id), Some(*unit), None).await
            }
            E::InformationSupplied { request: id } | E::InformationRefused { request: id, .. } => {
                clocks::meet(cx, &self.rules, request(*id), "").await.map(drop)
            }
            E::QuestionReturned { .. }
            | E::MoreAsked { .. }
            | E::MoreTold { .. }
            | E::ReplyDrafted { .. }
            | E::ReplySubmitted { .. }
            | E::ReplyReturned { .. }
            | E::CorrectionProposed { .. }
            | E::PersonalDataChanged { .. }
            | E::ConsultationOpened { .. }
            | E::ConsultationSet { .. }
            | E::OpinionGiven { .. }
            | E::OpinionSettled { .. }
            | E::OpinionReplied { .. }
            | E::ConsultationClosed { .. }
            | E::ConsultationConcluded { .. }
            | E::ErrorSettled { .. }
            | E::FieldSet { .. } => Ok(()),
        }
    }

    async fn run(&self, cx: &mut Cx, on: ThingRef, rule: &str, start: Moment) -> Result<(), Failure> {
        clocks::start(cx, &self.rules, Start { rule, on, start, unit: None, person: None }).await.map(drop)
    }
}
