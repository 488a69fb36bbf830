//! What follows from what happens in the house `planning`.

use super::HouseReactions;
use assignments::Given;
use assignments::verbs as work;
use db::Cx;
use kernel::{ActivityId, Failure, PlanningEvent, ThingKind, ThingRef};
use links::Rel;

fn activity(id: ActivityId) -> ThingRef {
    ThingRef { kind: ThingKind::Activity, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn on_planning(&self, cx: &mut Cx, event: &PlanningEvent) -> Result<(), Failure> {
        use PlanningEvent as E;
        match event {
            E::ActivityAgreed { activity: id, plan } => {
                let agreed = planning::agreed(cx.tx(), &self.zone, *id).await?;
                let plan = ThingRef { kind: ThingKind::Plan, id: plan.0 };
                links::tie(cx, activity(*id), Rel::Follows, plan).await?;
                let given = Given {
                    from: Some(activity(*id)),
                    title: agreed.title,
                    words: String::new(),
                    lead: agreed.lead,
                    supports: agreed.supports,
                    members: agreed.members,
                    person: None,
                    due: agreed.due,
                    confidential: agreed.confidential,
                };
                work::give(cx, given).await.map(drop)
            }
            E::ActivityMoved { activity: id, reason, .. } => {
                let agreed = planning::agreed(cx.tx(), &self.zone, *id).await?;
                work::move_due(cx, activity(*id), agreed.due, reason).await
            }
            E::ActivityDropped { activity: id, reason, .. } => {
                work::withdraw(cx, activity(*id), reason).await
            }
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
            | E::DisplayWordsApproved { .. }
            | E::DisplayStepped { .. }
            | E::DisplayUp { .. }
            | E::DisplayChecked { .. }
            | E::DisplayOff { .. }
            | E::DisplayPhotoAdded { .. }
            | E::DisplayPhotoRemoved { .. } => Ok(()),
        }
    }
}
