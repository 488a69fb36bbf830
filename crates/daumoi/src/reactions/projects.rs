//! What follows from what happens to projects: what they pay for hangs on them.

use super::HouseReactions;
use db::Cx;
use kernel::{ActivityId, Failure, ProjectEvent, ProjectId, ThingKind, ThingRef};
use links::Rel;

fn activity(id: ActivityId) -> ThingRef {
    ThingRef { kind: ThingKind::Activity, id: id.0 }
}

fn project(id: ProjectId) -> ThingRef {
    ThingRef { kind: ThingKind::Project, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn on_projects(&self, cx: &mut Cx, event: &ProjectEvent) -> Result<(), Failure> {
        use ProjectEvent as E;
        match event {
            E::ProjectPays { project: id, activity: line } => {
                links::tie(cx, project(*id), Rel::PaysFor, activity(*line)).await
            }
            E::ProjectPaysNot { project: id, activity: line } => {
                links::untie(cx, project(*id), Rel::PaysFor, activity(*line)).await
            }
            E::ProjectBegun { .. }
            | E::ProjectChanged { .. }
            | E::ProjectStepped { .. }
            | E::ProjectHindered { .. }
            | E::ProjectFreed { .. }
            | E::MoneyAssigned { .. }
            | E::MoneyPlanned { .. }
            | E::MoneySpent { .. }
            | E::MoneyCancelled { .. }
            | E::ContractSet { .. }
            | E::ContractAccepted { .. }
            | E::ContractVoided { .. } => Ok(()),
        }
    }
}
