//! What follows from what happens to work given to units: its clock runs until its day, stands still while who gave it looks at
//! it, and is met when they agree; what hangs together is tied; who must know gets a letter. And what other houses make
//! public counts for the work it was done for.

use super::HouseReactions;
use crate::work_letters::{self, Letter};
use assignments::verbs;
use db::Cx;
use deadlines::verbs::{self as clocks, Start};
use kernel::{
    AssignmentEvent, AssignmentId, Event, Failure, InputRequestId, Moment, NewsroomEvent, ObstacleId,
    ReleaseEvent, ThingKind, ThingRef,
};
use links::Rel;

fn work(id: AssignmentId) -> ThingRef {
    ThingRef { kind: ThingKind::Assignment, id: id.0 }
}

fn obstacle(id: ObstacleId) -> ThingRef {
    ThingRef { kind: ThingKind::Obstacle, id: id.0 }
}

fn input(id: InputRequestId) -> ThingRef {
    ThingRef { kind: ThingKind::InputRequest, id: id.0 }
}

/// Work that was given, until its day.
const WORK_RULE: &str = "NB-CV";
/// Input a unit owes, until its day.
const INPUT_RULE: &str = "NB-GN";
/// The answer to an obstacle that was sent up.
const OBSTACLE_RULE: &str = "NB-VM";

impl HouseReactions {
    pub(super) async fn on_assignments(&self, cx: &mut Cx, event: &AssignmentEvent) -> Result<(), Failure> {
        use AssignmentEvent as E;
        match event {
            E::AssignmentGiven { assignment: id, unit, person, .. } => {
                if let Some(from) = assignments::origin(cx.tx(), *id).await? {
                    links::tie(cx, work(*id), Rel::Follows, from).await?;
                }
                self.run_until_its_day(cx, *id).await?;
                work_letters::tell(cx, Letter::given(*id, *unit, *person)).await
            }
            E::AssignmentAccepted { assignment: id, .. } => {
                let (unit, person) = assignments::kept_by(cx.tx(), *id).await?;
                clocks::hand(cx, work(*id), unit, person).await
            }
            E::AssignmentDeclined { assignment: id, reason, .. } => {
                clocks::stop(cx, work(*id), "", reason).await?;
                work_letters::tell(cx, Letter::to_giver("declined", *id)).await
            }
            E::EvidenceTied { assignment: id, kind, thing } => {
                links::tie(cx, ThingRef { kind: *kind, id: *thing }, Rel::Delivers, work(*id)).await
            }
            E::EvidenceUntied { assignment: id, kind, thing } => {
                links::untie(cx, ThingRef { kind: *kind, id: *thing }, Rel::Delivers, work(*id)).await
            }
            E::AssignmentDelivered { assignment: id, kind, thing, .. } => {
                links::tie(cx, ThingRef { kind: *kind, id: *thing }, Rel::Delivers, work(*id)).await
            }
            E::AssignmentDone { assignment: id, .. } => {
                clocks::rest(cx, &self.rules, work(*id), WORK_RULE, "done").await?;
                work_letters::tell(cx, Letter::to_giver("done", *id)).await
            }
            E::AssignmentConfirmed { assignment: id, .. } => {
                clocks::meet(cx, &self.rules, work(*id), WORK_RULE).await.map(drop)
            }
            E::AssignmentSentBack { assignment: id, unit, .. } => {
                clocks::wake(cx, &self.rules, work(*id), WORK_RULE).await?;
                work_letters::tell(cx, Letter::to_unit("sent-back", work(*id), *unit)).await
            }
            E::AssignmentMoved { assignment: id, reason, .. }
            | E::AssignmentRolledOver { assignment: id, reason, .. } => {
                clocks::stop(cx, work(*id), WORK_RULE, reason).await?;
                self.run_until_its_day(cx, *id).await
            }
            E::AssignmentWithdrawn { assignment: id, reason, .. } => {
                clocks::stop(cx, work(*id), "", reason).await
            }
            E::AssignmentUndone { assignment: id, undone, .. } => {
                if undone == "claim" {
                    clocks::wake(cx, &self.rules, work(*id), WORK_RULE).await
                } else {
                    clocks::stop(cx, work(*id), WORK_RULE, "undone").await?;
                    self.run_until_its_day(cx, *id).await
                }
            }
            E::AssignmentReminded { assignment: id, unit, .. } => {
                work_letters::tell(cx, Letter::to_unit("reminded", work(*id), *unit)).await
            }
            E::ObstacleRaised { obstacle: id, assignment, .. } => {
                links::tie(cx, obstacle(*id), Rel::RaisedBy, work(*assignment)).await
            }
            E::ObstacleEscalated { obstacle: id, level, .. } => {
                let now = cx.now();
                let start =
                    Start { rule: OBSTACLE_RULE, on: obstacle(*id), start: now, unit: None, person: None };
                clocks::start(cx, &self.rules, start).await?;
                work_letters::tell(cx, Letter::up(*id, level)).await
            }
            E::ObstacleAnswered { obstacle: id, unit } => {
                clocks::meet(cx, &self.rules, obstacle(*id), OBSTACLE_RULE).await?;
                work_letters::tell(cx, Letter::to_unit("answered", obstacle(*id), *unit)).await
            }
            E::ObstacleResolved { obstacle: id, .. } => {
                clocks::stop(cx, obstacle(*id), OBSTACLE_RULE, "resolved").await
            }
            E::InputAsked { request, due } => self.ask_units(cx, *request, *due).await,
            E::InputReceived { owed, .. } | E::InputNothing { owed, .. } => {
                clocks::meet(cx, &self.rules, input(*owed), INPUT_RULE).await.map(drop)
            }
            E::InputReminded { owed, unit } => {
                work_letters::tell(cx, Letter::to_unit("input-reminded", input(*owed), *unit)).await
            }
            E::InputClosed { request } => {
                for (owed, _) in assignments::owed(cx.tx(), *request).await? {
                    clocks::stop(cx, input(owed), INPUT_RULE, "closed").await?;
                }
                Ok(())
            }
            E::AssignmentAdvanced { .. } | E::PartAdvanced { .. } | E::EvidenceFiled { .. } => Ok(()),
        }
    }

    /// Its clock, until the end of its day in the agency's zone.
    async fn run_until_its_day(&self, cx: &mut Cx, id: AssignmentId) -> Result<(), Failure> {
        let Some(due) = verbs::settle_day(cx, &self.zone, id).await? else { return Ok(()) };
        let (unit, person) = assignments::kept_by(cx.tx(), id).await?;
        let start = Start { rule: WORK_RULE, on: work(id), start: due, unit, person };
        clocks::start(cx, &self.rules, start).await.map(drop)
    }

    async fn ask_units(&self, cx: &mut Cx, request: InputRequestId, due: Moment) -> Result<(), Failure> {
        for (owed, unit) in assignments::owed(cx.tx(), request).await? {
            let start =
                Start { rule: INPUT_RULE, on: input(owed), start: due, unit: Some(unit), person: None };
            clocks::start(cx, &self.rules, start).await?;
            work_letters::tell(cx, Letter::to_unit("input-asked", input(owed), unit)).await?;
        }
        Ok(())
    }

    /// What became public, was held or issued counts for the work it was done for; what was withdrawn does not.
    pub(super) async fn count_for_work(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure> {
        use {NewsroomEvent as N, ReleaseEvent as R};
        let (kind, id, out) = match event {
            Event::Newsroom(
                N::StoryPublished { story, .. }
                | N::StoryPublishedUrgently { story, .. }
                | N::StoryReinstated { story, .. },
            ) => (ThingKind::Story, story.0, true),
            Event::Newsroom(N::StoryWithdrawn { story, .. } | N::StoryRemoved { story, .. }) => {
                (ThingKind::Story, story.0, false)
            }
            Event::Release(R::Issued { release, .. }) => (ThingKind::Release, release.0, true),
            Event::Release(R::Withdrawn { release, .. }) => (ThingKind::Release, release.0, false),
            Event::Release(R::Held { press_event, .. }) => (ThingKind::PressEvent, press_event.0, true),
            _ => return Ok(()),
        };
        let thing = ThingRef { kind, id };
        if !out {
            return verbs::undeliver(cx, thing).await;
        }
        for id in assignments::tied_to(cx.tx(), thing).await? {
            verbs::deliver(cx, id, thing).await?;
        }
        Ok(())
    }
}
