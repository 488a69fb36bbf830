//! What happens to period reports and briefings.

use super::of_house::house_events;
use crate::PeriodReportId;

house_events! {
    /// What happened to period reports and briefings.
    ReportEvent {
        /// A report was drafted from what was done; `hash` is of its numbers and words.
        PeriodReportDrafted { report: PeriodReportId, hash: String } => PeriodReport, "period-report-drafted";
    }
}
