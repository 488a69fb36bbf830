//! What happens to work that is given to units, to what blocks it, and to input that is asked from them.

use super::of_house::house_events;
use crate::{AssignmentId, InputRequestId, Moment, ObstacleId, PersonId, ThingKind, UnitId};
use uuid::Uuid;

house_events! {
    /// What happened to work given to units.
    AssignmentEvent {
        /// A unit was given work.
        AssignmentGiven { assignment: AssignmentId, unit: UnitId, person: Option<PersonId>, due: Option<Moment> } => Assignment, "assignment-given";
        /// The unit took it on.
        AssignmentAccepted { assignment: AssignmentId, unit: UnitId, person: Option<PersonId> } => Assignment, "assignment-accepted";
        /// The unit declined it, with a reason.
        AssignmentDeclined { assignment: AssignmentId, unit: UnitId, reason: String } => Assignment, "assignment-declined";
        /// The unit said how far it is.
        AssignmentAdvanced { assignment: AssignmentId, percent: i64 } => Assignment, "assignment-advanced";
        /// A supporting unit said how far its part is.
        PartAdvanced { assignment: AssignmentId, unit: UnitId, state: String } => Assignment, "assignment-part";
        /// A thing was tied to it as its outcome.
        EvidenceTied { assignment: AssignmentId, kind: ThingKind, thing: Uuid } => Assignment, "assignment-evidence";
        /// A thing was taken off again.
        EvidenceUntied { assignment: AssignmentId, kind: ThingKind, thing: Uuid } => Assignment, "assignment-evidence-off";
        /// A file was handed in with it.
        EvidenceFiled { assignment: AssignmentId, sha256: String } => Assignment, "assignment-file";
        /// A thing tied to it is public, was held or issued: it counts.
        AssignmentDelivered { assignment: AssignmentId, kind: ThingKind, thing: Uuid, delivered: i64 } => Assignment, "assignment-delivered";
        /// The unit says it is done.
        AssignmentDone { assignment: AssignmentId, unit: UnitId } => Assignment, "assignment-done";
        /// Who gave it agrees.
        AssignmentConfirmed { assignment: AssignmentId, unit: UnitId } => Assignment, "assignment-confirmed";
        /// Who gave it sends it back, with a reason.
        AssignmentSentBack { assignment: AssignmentId, unit: UnitId, reason: String } => Assignment, "assignment-sent-back";
        /// Its day moved, with a reason.
        AssignmentMoved { assignment: AssignmentId, unit: UnitId, person: Option<PersonId>, due: Option<Moment>, reason: String } => Assignment, "assignment-moved";
        /// It goes on in the next month, with a reason.
        AssignmentRolledOver { assignment: AssignmentId, unit: UnitId, person: Option<PersonId>, due: Option<Moment>, reason: String } => Assignment, "assignment-rolled-over";
        /// It was taken back, with a reason.
        AssignmentWithdrawn { assignment: AssignmentId, unit: UnitId, reason: String } => Assignment, "assignment-withdrawn";
        /// The last act upon it was undone; it stands again as before.
        AssignmentUndone { assignment: AssignmentId, unit: UnitId, person: Option<PersonId>, due: Option<Moment>, state: String, undone: String } => Assignment, "assignment-undone";
        /// The unit was reminded.
        AssignmentReminded { assignment: AssignmentId, unit: UnitId, person: Option<PersonId>, times: i64 } => Assignment, "assignment-reminded";
        /// Something keeps work from going on.
        ObstacleRaised { obstacle: ObstacleId, assignment: AssignmentId, unit: UnitId } => Obstacle, "obstacle-raised";
        /// It goes to who can decide: `focal` or `leader`.
        ObstacleEscalated { obstacle: ObstacleId, unit: UnitId, level: String } => Obstacle, "obstacle-escalated";
        /// Who can decide has answered.
        ObstacleAnswered { obstacle: ObstacleId, unit: UnitId } => Obstacle, "obstacle-answered";
        /// It blocks no more.
        ObstacleResolved { obstacle: ObstacleId, unit: UnitId } => Obstacle, "obstacle-resolved";
        /// Input was asked from units.
        InputAsked { request: InputRequestId, due: Moment } => InputRequest, "input-asked";
        /// A unit gave its input.
        InputReceived { owed: InputRequestId, unit: UnitId, hash: String } => InputRequest, "input-received";
        /// A unit has nothing to report.
        InputNothing { owed: InputRequestId, unit: UnitId } => InputRequest, "input-nothing";
        /// A unit that owes input was reminded.
        InputReminded { owed: InputRequestId, unit: UnitId } => InputRequest, "input-reminded";
        /// The request was closed.
        InputClosed { request: InputRequestId } => InputRequest, "input-closed";
    }
}
