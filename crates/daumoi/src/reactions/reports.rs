//! What follows from reports and briefings: what a briefing decides becomes work of a unit, and who is asked for words gets a
//! letter.

use super::HouseReactions;
use crate::work_letters::{self, Letter};
use assignments::Given;
use assignments::verbs as work;
use db::Cx;
use kernel::{DecisionId, Failure, PeriodReportId, ReportEvent, ThingKind, ThingRef};
use links::Rel;

fn decision(id: DecisionId) -> ThingRef {
    ThingRef { kind: ThingKind::Decision, id: id.0 }
}

fn report(id: PeriodReportId) -> ThingRef {
    ThingRef { kind: ThingKind::PeriodReport, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn on_reports(&self, cx: &mut Cx, event: &ReportEvent) -> Result<(), Failure> {
        use ReportEvent as E;
        match event {
            E::Decided { decision: id, briefing, .. } => {
                let decided = reports::decision(cx.tx(), *id).await?;
                let briefing = ThingRef { kind: ThingKind::Briefing, id: briefing.0 };
                links::tie(cx, decision(*id), Rel::Follows, briefing).await?;
                // The first line is what it is called; all of it stays with the work.
                let title = decided.words.lines().next().unwrap_or_default().chars().take(200).collect();
                let given = Given {
                    from: Some(decision(*id)),
                    title,
                    words: decided.words,
                    lead: decided.unit,
                    supports: Vec::new(),
                    members: Vec::new(),
                    person: None,
                    due: decided.due,
                    confidential: false,
                };
                work::give(cx, given).await.map(drop)
            }
            E::DecisionDropped { decision: id, reason } => work::withdraw(cx, decision(*id), reason).await,
            E::PartsAsked { report: id, units } => {
                for unit in units {
                    work_letters::tell(cx, Letter::to_unit("part-asked", report(*id), *unit)).await?;
                }
                Ok(())
            }
            E::PartReminded { report: id, unit } => {
                work_letters::tell(cx, Letter::to_unit("part-reminded", report(*id), *unit)).await
            }
            E::Begun { .. }
            | E::Counted { .. }
            | E::PartGiven { .. }
            | E::Written { .. }
            | E::Submitted { .. }
            | E::Returned { .. }
            | E::Approved { .. }
            | E::Reopened { .. }
            | E::Issued { .. }
            | E::BriefingOpened { .. }
            | E::BriefingNoted { .. }
            | E::BriefingClosed { .. } => Ok(()),
        }
    }
}
