//! What happens to period reports and briefings.

use super::of_house::house_events;
use crate::{BriefingId, DecisionId, PeriodReportId, UnitId};

house_events! {
    /// What happened to period reports and briefings.
    ReportEvent {
        /// A report of a period was begun.
        Begun { report: PeriodReportId, period: String } => PeriodReport, "report-begun";
        /// Its numbers were taken, as the ledger stood at an entry.
        Counted { report: PeriodReportId, as_of: i64 } => PeriodReport, "report-counted";
        /// Units were asked for their words.
        PartsAsked { report: PeriodReportId, units: Vec<UnitId> } => PeriodReport, "report-parts-asked";
        /// A unit wrote its words.
        PartGiven { report: PeriodReportId, unit: UnitId } => PeriodReport, "report-part-given";
        /// A unit was reminded of its words.
        PartReminded { report: PeriodReportId, unit: UnitId } => PeriodReport, "report-part-reminded";
        /// Its words were written; `hash` is of words and numbers.
        Written { report: PeriodReportId, hash: String } => PeriodReport, "report-written";
        /// Approval was asked for.
        Submitted { report: PeriodReportId, hash: String } => PeriodReport, "report-submitted";
        /// It was sent back to its writer, with a reason.
        Returned { report: PeriodReportId, reason: String } => PeriodReport, "report-returned";
        /// A second person approved exactly these words and numbers.
        Approved { report: PeriodReportId, hash: String } => PeriodReport, "report-approved";
        /// It was opened again; its approval is void.
        Reopened { report: PeriodReportId, reason: String } => PeriodReport, "report-reopened";
        /// It was issued under a number (VT-01).
        Issued { report: PeriodReportId, number: i64, hash: String } => PeriodReport, "report-issued";
        /// The briefing of a month was opened.
        BriefingOpened { briefing: BriefingId, month: String } => Briefing, "briefing-opened";
        /// Something was noted in it.
        BriefingNoted { briefing: BriefingId } => Briefing, "briefing-noted";
        /// It decided something that a unit is to do.
        Decided { decision: DecisionId, briefing: BriefingId, unit: UnitId } => Decision, "briefing-decided";
        /// A decision was taken back before the briefing was closed, with a reason.
        DecisionDropped { decision: DecisionId, reason: String } => Decision, "briefing-decision-dropped";
        /// It is over; what it decided stays.
        BriefingClosed { briefing: BriefingId, hash: String } => Briefing, "briefing-closed";
    }
}
