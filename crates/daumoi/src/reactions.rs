//! What follows from what: every event of the house on one page. A new event does not compile until somebody has
//! decided here what follows from it.

mod answers;
mod assignments;
mod clock;
mod coordination;
mod listening;
mod newsroom;
mod planning;
mod press;
mod projects;
mod release;
mod reports;

use crate::finding::Finding;
use async_trait::async_trait;
use db::{Cx, Reactions};
use kernel::{Event, Failure, PeopleEvent, PlanId, PlanningEvent, ThingKind, ThingRef, Zone};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The one implementation.
pub(crate) struct HouseReactions {
    pub(crate) zone: Zone,
    pub(crate) finding: Arc<Finding>,
    pub(crate) listening: ::listening::House,
    pub(crate) rules: deadlines::Rules,
}

#[async_trait]
impl Reactions for HouseReactions {
    async fn react(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure> {
        self.count_for_work(cx, event).await?;
        match event {
            // What is found of people and of sites is written at the end.
            Event::People(_) | Event::Site(_) => Ok(()),
            Event::Newsroom(event) => self.on_newsroom(cx, event).await,
            Event::Listening(event) => self.on_listening(cx, event).await,
            Event::Clock(event) => self.on_clock(cx, event).await,
            Event::Press(event) => self.on_press(cx, event).await,
            Event::Release(event) => self.on_release(cx, event).await,
            Event::Answers(event) => self.on_answers(cx, event).await,
            Event::Planning(event) => self.on_planning(cx, event).await,
            Event::Projects(event) => self.on_projects(cx, event).await,
            Event::Assignments(event) => self.on_assignments(cx, event).await,
            Event::Coordination(event) => self.on_coordination(cx, event).await,
            Event::Reports(event) => self.on_reports(cx, event).await,
        }
    }

    async fn conclude(&self, cx: &Cx, events: &[Event]) -> Result<(), Failure> {
        let anew: BTreeSet<ThingRef> = events.iter().filter_map(found_anew).collect();
        let renamed = events.iter().any(renames);
        self.finding.card_things(cx, &self.zone, &anew, renamed).await
    }
}

/// What can be found as something else since an event.
fn found_anew(event: &Event) -> Option<ThingRef> {
    use PeopleEvent as P;
    match event {
        Event::Newsroom(_) => Some(event.thing()),
        Event::People(P::PersonAdded { .. } | P::PersonLeft { .. } | P::PostGiven { .. }) => {
            Some(event.thing())
        }
        Event::Planning(event) => plan_of(event).map(|plan| ThingRef { kind: ThingKind::Plan, id: plan.0 }),
        Event::Projects(_) => Some(event.thing()),
        Event::Assignments(_) => Some(event.thing()).filter(|thing| thing.kind == ThingKind::Assignment),
        // Names of units and areas are read when a story's card is written; `search rebuild` writes them all. The other
        // houses write the cards of their things in their own reactions.
        _ => None,
    }
}

/// The plan that somebody may see since, or read something else of.
fn plan_of(event: &PlanningEvent) -> Option<PlanId> {
    use PlanningEvent as E;
    match event {
        E::LineWritten { plan, .. } | E::LineLeftOut { plan, .. } | E::ActivityDropped { plan, .. } => {
            Some(*plan)
        }
        _ => Some(event.thing()).filter(|thing| thing.kind == ThingKind::Plan).map(|thing| PlanId(thing.id)),
    }
}

/// Whether bodies, areas or sections have other names since an event.
fn renames(event: &Event) -> bool {
    use PeopleEvent as P;
    matches!(
        event,
        Event::Site(_) | Event::People(P::UnitFounded { .. } | P::UnitEnded { .. } | P::AreaFounded { .. })
    )
}
