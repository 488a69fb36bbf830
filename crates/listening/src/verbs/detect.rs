//! Detect: the engine found that something heats up. Also what becomes of hot spots when their threads become one.

use crate::engine::Raised;
use crate::hot_spot::{Severity, State};
use crate::reason::Reason;
use crate::store::spots::{self, SpotRow};
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent, NewId, PersonId, ThreadId};

/// Raises a hot spot, or notes that the open one of the thread got hotter.
pub(crate) async fn detect(
    cx: &mut Cx,
    thread: ThreadId,
    alert: &Raised,
    topic: &str,
) -> Result<(), Failure> {
    let severity = Severity::from(alert.severity);
    let reason = Reason::of(&alert.reason, topic);
    match spots::open_of(cx.tx(), thread).await? {
        None => {
            let row = fresh(cx, thread, severity, &reason, None);
            spots::put(cx.tx(), &row).await?;
            spots::add_evidence(cx.tx(), row.id, &alert.evidence).await?;
            let severity = severity.name().to_owned();
            cx.record(ListeningEvent::HotSpotDetected { hot_spot: row.id, thread, severity });
        }
        Some(mut row) => {
            spots::add_evidence(cx.tx(), row.id, &alert.evidence).await?;
            if Severity::named(&row.severity) >= severity {
                return Ok(());
            }
            severity.name().clone_into(&mut row.severity);
            row.reason = reason.write();
            // What was set aside because it was small is not small any more.
            row.muted_until = None;
            spots::put(cx.tx(), &row).await?;
            cx.record(ListeningEvent::HotSpotWorsened {
                hot_spot: row.id,
                severity: severity.name().to_owned(),
            });
        }
    }
    Ok(())
}

/// A hot spot that begins now.
pub(crate) fn fresh(
    cx: &Cx,
    thread: ThreadId,
    severity: Severity,
    reason: &Reason,
    by: Option<PersonId>,
) -> SpotRow {
    SpotRow {
        id: HotSpotId::fresh(),
        thread,
        state: State::Detected.name().to_owned(),
        severity: severity.name().to_owned(),
        reason: reason.write(),
        raised_at: cx.now(),
        raised_by: by,
        acked_at: None,
        acked_by: None,
        determined_at: None,
        determined_by: None,
        unit: None,
        question: String::new(),
        assigned_at: None,
        story: None,
        answered_at: None,
        muted_until: None,
        closed_at: None,
        into_spot: None,
    }
}

/// Two threads have become one: its open hot spots too. The one that people have gone further with goes on.
pub(crate) async fn merge_spots(cx: &mut Cx, kept: ThreadId, gone: ThreadId) -> Result<(), Failure> {
    let ours = spots::open_of(cx.tx(), kept).await?;
    for mut theirs in spots::all_of(cx.tx(), gone).await? {
        theirs.thread = kept;
        let open = State::named(&theirs.state) != State::Closed;
        if let (true, Some(ours)) = (open, &ours) {
            let further = State::named(&theirs.state) > State::named(&ours.state);
            let (mut into, mut from) = if further { (theirs, ours.clone()) } else { (ours.clone(), theirs) };
            if Severity::named(&from.severity) > Severity::named(&into.severity) {
                from.severity.clone_into(&mut into.severity);
            }
            from.thread = kept;
            State::Closed.name().clone_into(&mut from.state);
            from.closed_at = Some(cx.now());
            from.into_spot = Some(into.id);
            spots::put(cx.tx(), &from).await?;
            spots::put(cx.tx(), &into).await?;
            let evidence = spots::evidence(cx.tx(), from.id).await?;
            spots::add_evidence(cx.tx(), into.id, &evidence).await?;
            cx.record(ListeningEvent::HotSpotMerged { hot_spot: from.id, into: into.id });
        } else {
            spots::put(cx.tx(), &theirs).await?;
        }
    }
    Ok(())
}
