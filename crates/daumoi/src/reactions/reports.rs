//! What follows from what happens in the house `reports`.

use super::HouseReactions;
use db::Cx;
use kernel::{Failure, ReportEvent};

impl HouseReactions {
    pub(super) async fn on_reports(&self, _cx: &mut Cx, event: &ReportEvent) -> Result<(), Failure> {
        use ReportEvent as E;
        match event {
            E::PeriodReportDrafted { .. } => Ok(()),
        }
    }
}
