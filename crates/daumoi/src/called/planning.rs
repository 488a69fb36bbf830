//! The names of things of the house `planning`.

use db::Look;
use kernel::{ActivityId, DisplayId, Failure, PlanId, ProjectId, ThingKind, ThingRef};
use web::Called;

/// The name of one, for who may see it.
pub(super) async fn one(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    Ok(match thing.kind {
        ThingKind::Plan => {
            let id = PlanId(thing.id);
            let title = planning::called_plan(look, id).await?;
            title.map(|title| Called { title, href: format!("/desk/plans/{id}") })
        }
        ThingKind::Activity => {
            let id = ActivityId(thing.id);
            let found = planning::seen_line(look.db(), look.actor(), id).await?;
            found.map(|line| Called {
                href: format!("/desk/plans/{}/lines/{id}", line.plan),
                title: line.title,
            })
        }
        ThingKind::Display => {
            let id = DisplayId(thing.id);
            let found = planning::called_display(look, id).await?;
            found.map(|(title, plan)| Called { title, href: format!("/desk/plans/{plan}/displays/{id}") })
        }
        ThingKind::Project => {
            let id = ProjectId(thing.id);
            let name = projects::called(look, id).await?;
            name.map(|title| Called { title, href: format!("/desk/projects/{id}") })
        }
        _ => None,
    })
}
