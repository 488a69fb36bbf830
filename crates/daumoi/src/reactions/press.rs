//! What follows from what happens at the press desk: clocks, links, letters, cards.

use super::HouseReactions;
use db::Cx;
use deadlines::verbs::{self as clocks, Start};
use kernel::{
    DemandId, FactId, Failure, InquiryId, Moment, PetitionId, PressEvent, SpokespersonId, ThingKind,
    ThingRef, YearlyReportId,
};
use links::Rel;
use press::petition::Kind;

fn inquiry(id: InquiryId) -> ThingRef {
    ThingRef { kind: ThingKind::Inquiry, id: id.0 }
}

fn fact(id: FactId) -> ThingRef {
    ThingRef { kind: ThingKind::Fact, id: id.0 }
}

fn demand(id: DemandId) -> ThingRef {
    ThingRef { kind: ThingKind::Demand, id: id.0 }
}

fn petition(id: PetitionId) -> ThingRef {
    ThingRef { kind: ThingKind::Petition, id: id.0 }
}

fn speaker(id: SpokespersonId) -> ThingRef {
    ThingRef { kind: ThingKind::Spokesperson, id: id.0 }
}

fn report(id: YearlyReportId) -> ThingRef {
    ThingRef { kind: ThingKind::YearlyReport, id: id.0 }
}

/// The agency's own rule for units that owe facts, where it has set one.
const FACTS_RULE: &str = "NB-01";

impl HouseReactions {
    pub(super) async fn on_press(&self, cx: &mut Cx, event: &PressEvent) -> Result<(), Failure> {
        use PressEvent as E;
        match event {
            E::SpokespersonNamed { spokesperson, kind, decided_at } if kind == "regular" => {
                self.begin(cx, "PN-02", speaker(*spokesperson), *decided_at).await
            }
            E::SpokespersonShown { spokesperson } => {
                clocks::meet(cx, &self.rules, speaker(*spokesperson), "").await.map(drop)
            }
            E::SpokespersonEnded { spokesperson, reason } => {
                clocks::stop(cx, speaker(*spokesperson), "", reason).await
            }
            E::InquiryReceived { inquiry: id, received_at, .. } => {
                self.begin(cx, "PN-17", inquiry(*id), *received_at).await
            }
            E::InquiryTied { inquiry: id, hot_spot } => {
                let spot = ThingRef { kind: ThingKind::HotSpot, id: hot_spot.0 };
                links::tie(cx, inquiry(*id), Rel::RaisedBy, spot).await
            }
            E::InquiryTaken { inquiry: id, person } => {
                clocks::hand(cx, inquiry(*id), None, Some(*person)).await
            }
            E::FactsAsked { fact: id, inquiry: asked, unit } => {
                links::tie(cx, fact(*id), Rel::AsksFor, inquiry(*asked)).await?;
                let start = Start {
                    rule: FACTS_RULE,
                    on: fact(*id),
                    start: cx.now(),
                    unit: Some(*unit),
                    person: None,
                };
                clocks::start(cx, &self.rules, start).await?;
                self.tell_unit(cx, *unit, "letter-facts").await
            }
            E::FactsGiven { fact: id, .. } => {
                clocks::meet(cx, &self.rules, fact(*id), FACTS_RULE).await.map(drop)
            }
            E::FactsDropped { fact: id, .. } => clocks::stop(cx, fact(*id), "", "dropped").await,
            // A refusal with its reason is an answer too (PN-08).
            E::InquiryAnswered { inquiry: id, .. } | E::InquiryRefused { inquiry: id, .. } => {
                clocks::meet(cx, &self.rules, inquiry(*id), "").await.map(drop)
            }
            E::InquiryClosed { inquiry: id, reason } => clocks::stop(cx, inquiry(*id), "", reason).await,
            E::InquiryReopened { inquiry: id, .. } => {
                // What was dropped when it was closed runs anew; a promise that was kept stays kept.
                self.begin(cx, "PN-17", inquiry(*id), cx.now()).await
            }
            E::DemandSent { demand: id, sent_at } => self.begin(cx, "BC-04", demand(*id), *sent_at).await,
            E::DemandAnswered { demand: id, outcome } if outcome == "no-answer" => {
                clocks::stop(cx, demand(*id), "BC-04", outcome).await
            }
            E::DemandAnswered { demand: id, .. } => {
                clocks::meet(cx, &self.rules, demand(*id), "BC-04").await.map(drop)
            }
            E::DemandClosed { demand: id, reason } => clocks::stop(cx, demand(*id), "", reason).await,
            E::PetitionForwarded { petition: id, kind, received_at } => {
                match Kind::named(kind).and_then(Kind::rule_on_arrival) {
                    Some(rule) => self.begin(cx, rule, petition(*id), *received_at).await,
                    None => Ok(()),
                }
            }
            E::PetitionAssigned { petition: id, unit } => {
                clocks::hand(cx, petition(*id), Some(*unit), None).await
            }
            E::PetitionAccepted { petition: id, .. } => {
                clocks::meet(cx, &self.rules, petition(*id), "BC-02a").await.map(drop)
            }
            E::PetitionConcluded { petition: id, concluded_at } => {
                match press::petition_rule(cx.tx(), *id).await? {
                    Some(rule) => self.begin(cx, rule, petition(*id), *concluded_at).await,
                    None => Ok(()),
                }
            }
            E::PetitionAnswered { petition: id } => {
                clocks::meet(cx, &self.rules, petition(*id), "").await.map(drop)
            }
            E::YearlyOpened { report: id, from, .. } => self.begin(cx, "PN-21", report(*id), *from).await,
            E::YearlySent { report: id, .. } => {
                clocks::meet(cx, &self.rules, report(*id), "PN-21").await.map(drop)
            }
            E::SpokespersonNamed { .. }
            | E::SpokespersonChanged { .. }
            | E::InquiryChanged { .. }
            | E::LetterSettled { .. }
            | E::InquiryContactErased { .. }
            | E::FactsReturned { .. }
            | E::AnswerDrafted { .. }
            | E::ClearanceAsked { .. }
            | E::ClearanceRefused { .. }
            | E::AnswerCleared { .. }
            | E::DemandBegun { .. }
            | E::DemandWritten { .. }
            | E::DemandApproved { .. }
            | E::YearlyWritten { .. } => Ok(()),
        }
    }

    async fn begin(&self, cx: &mut Cx, rule: &str, on: ThingRef, start: Moment) -> Result<(), Failure> {
        clocks::start(cx, &self.rules, Start { rule, on, start, unit: None, person: None }).await.map(drop)
    }
}
