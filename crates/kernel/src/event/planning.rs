//! What happens to plans, their lines and campaigns.

use super::of_house::house_events;
use crate::{ActivityId, DisplayId, Moment, PersonId, PlanId, UnitId};
use uuid::Uuid;

house_events! {
    /// What happened in planning.
    PlanningEvent {
        /// A plan was begun.
        PlanBegun { plan: PlanId, kind: String, unit: UnitId } => Plan, "plan-begun";
        /// Its title, period or parent was changed.
        PlanChanged { plan: PlanId } => Plan, "plan-changed";
        /// A unit was asked for its lines, by an instant where one was said.
        LinesAsked { plan: PlanId, unit: UnitId, due: Option<Moment> } => Plan, "lines-asked";
        /// The unit says that its lines are complete.
        LinesSent { plan: PlanId, unit: UnitId } => Plan, "lines-sent";
        /// A line was written or changed while the plan was drafted.
        LineWritten { activity: ActivityId, plan: PlanId, version: i32 } => Activity, "line-written";
        /// A line was left out of a draft.
        LineLeftOut { activity: ActivityId, plan: PlanId } => Activity, "line-left-out";
        /// Lines were taken over from a file that a unit sent.
        LinesImported { plan: PlanId, unit: UnitId, many: i32 } => Plan, "lines-imported";
        /// A version was presented; `hash` is of its exact lines (S64).
        PlanPresented { plan: PlanId, version: i32, hash: String } => Plan, "plan-presented";
        /// A unit was asked to appraise it (S65).
        AppraisalAsked { plan: PlanId, unit: UnitId, aspect: String } => Plan, "appraisal-asked";
        /// It gave its opinion.
        AppraisalGiven { plan: PlanId, unit: UnitId, opinion: String } => Plan, "appraisal-given";
        /// It went back to its writers, with a reason.
        PlanReturned { plan: PlanId, reason: String } => Plan, "plan-returned";
        /// Exactly the lines of this hash were approved.
        PlanApproved { plan: PlanId, hash: String } => Plan, "plan-approved";
        /// It is in force.
        PlanInForce { plan: PlanId } => Plan, "plan-in-force";
        /// It is closed.
        PlanClosed { plan: PlanId } => Plan, "plan-closed";
        /// A change of an approved plan was proposed.
        AmendmentProposed { plan: PlanId, number: i32, reason: String } => Plan, "amendment-proposed";
        /// It was approved.
        AmendmentApproved { plan: PlanId, number: i32 } => Plan, "amendment-approved";
        /// It was refused, with a reason.
        AmendmentRefused { plan: PlanId, number: i32, reason: String } => Plan, "amendment-refused";
        /// A line is agreed: its plan was approved, or an amendment brought it.
        ActivityAgreed { activity: ActivityId, plan: PlanId } => Activity, "activity-agreed";
        /// The days of an agreed line are others, with the reason of the change or of the event that moved.
        ActivityMoved { activity: ActivityId, plan: PlanId, reason: String } => Activity, "activity-moved";
        /// An agreed line went out of its plan, with a reason.
        ActivityDropped { activity: ActivityId, plan: PlanId, reason: String } => Activity, "activity-dropped";
        /// An event of a campaign was set.
        CampaignEventSet { plan: PlanId } => Plan, "campaign-event-set";
        /// The day of an event moved, and its lines with it (S59).
        CampaignEventMoved { plan: PlanId, reason: String } => Plan, "campaign-event-moved";
        /// A body of a campaign, or who is in it, was set.
        CampaignBodySet { plan: PlanId } => Plan, "campaign-body-set";
        /// Somebody was invited into a campaign (S94).
        CampaignMemberInvited { plan: PlanId, person: PersonId } => Plan, "campaign-member-invited";
        /// They take part no longer.
        CampaignMemberLeft { plan: PlanId, person: PersonId } => Plan, "campaign-member-left";
        /// A point of a checklist was set, done or opened again.
        CampaignCheckSet { plan: PlanId } => Plan, "campaign-check-set";
        /// Something to be seen, such as a banner, was planned, put up or taken down (S60).
        DisplaySet { plan: PlanId } => Plan, "display-set";
        /// Somebody said yes to the exact words of this hash.
        DisplayWordsApproved { plan: PlanId, display: Uuid, hash: String } => Plan, "display-words-approved";
        /// It was put up, checked, taken down or left out; a reason where one is asked.
        DisplayStepped { plan: PlanId, display: Uuid, state: String, reason: String } => Plan, "display-stepped";
        /// It is up, told of the thing itself for counting.
        DisplayUp { display: DisplayId, plan: PlanId } => Display, "display-up";
        /// A second person saw it there, or a photograph of it.
        DisplayChecked { display: DisplayId, plan: PlanId } => Display, "display-checked";
        /// It is up no longer, or never was.
        DisplayOff { display: DisplayId, plan: PlanId } => Display, "display-off";
        /// A photograph proves where it stands.
        DisplayPhotoAdded { plan: PlanId, display: Uuid, sha256: String } => Plan, "display-photo-added";
        /// A photograph was taken out, with a reason.
        DisplayPhotoRemoved { plan: PlanId, display: Uuid, sha256: String, reason: String } => Plan,
            "display-photo-removed";
    }
}
