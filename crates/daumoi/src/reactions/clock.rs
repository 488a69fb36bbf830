//! What follows from a clock that nears its end or is over: those who must keep the promise hear of it, and leaders when the
//! rule says so.

use super::HouseReactions;
use crate::deadline_letters;
use db::Cx;
use kernel::{ClockEvent, Failure};

impl HouseReactions {
    pub(super) async fn on_clock(&self, cx: &mut Cx, event: &ClockEvent) -> Result<(), Failure> {
        use ClockEvent as E;
        match event {
            E::Nearing { clock, .. } => deadline_letters::tell(cx, *clock, false).await,
            E::Broken { clock, .. } => deadline_letters::tell(cx, *clock, true).await,
            E::Started { .. }
            | E::Paused { .. }
            | E::Resumed { .. }
            | E::Extended { .. }
            | E::Met { .. }
            | E::Dropped { .. }
            | E::RuleSet { .. }
            | E::RuleEnded { .. }
            | E::WorkdaySet { .. } => Ok(()),
        }
    }
}
