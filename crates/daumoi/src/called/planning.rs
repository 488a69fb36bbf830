//! The names of things of the house `planning`.

use crate::plan_desk::lineage;
use db::Look;
use kernel::{ActivityId, Failure, PlanId, ProjectId, ThingKind, ThingRef, Zone};
use web::Called;

/// The name of one, for who may see it.
pub(super) async fn one(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    let today = Zone::default().day(look.now()).to_string();
    let lineage = lineage(look.db(), &today).await?;
    Ok(match thing.kind {
        ThingKind::Plan => {
            let id = PlanId(thing.id);
            let title = planning::called_plan(look, &lineage, id).await?;
            title.map(|title| Called { title, href: format!("/desk/plans/{id}") })
        }
        ThingKind::Activity => {
            let id = ActivityId(thing.id);
            let found = planning::called_activity(look, &lineage, id).await?;
            found.map(|(title, plan)| Called { title, href: format!("/desk/plans/{plan}/lines/{id}") })
        }
        ThingKind::Project => {
            let id = ProjectId(thing.id);
            let name = planning::called_project(look, &lineage, id).await?;
            name.map(|title| Called { title, href: format!("/desk/projects/{id}") })
        }
        _ => None,
    })
}
