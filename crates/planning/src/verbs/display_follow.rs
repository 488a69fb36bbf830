//! What hangs follows its event to another day: what is planned with both days, what hangs already with its last one (S59, S60).

use super::display::mark;
use crate::display::Display;
use crate::relative::written;
use crate::store::displays::{self, DisplayRow};
use db::{ConnectionTrait, Cx};
use kernel::{Day, Failure, PlanId, PlanningEvent};
use uuid::Uuid;

/// The items of an event as they are, and as they would be.
pub(crate) async fn followed(
    db: &impl ConnectionTrait,
    plan: PlanId,
    event: Uuid,
    to: Day,
) -> Result<Vec<(DisplayRow, Display)>, Failure> {
    let rows = displays::of_event(db, plan, event).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let words = displays::wordings_of(db, plan).await?;
    let words_of = |id: Uuid| {
        words.iter().find(|one| one.display == id).map(|one| one.words.clone()).unwrap_or_default()
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let next = row.wish(words_of(row.id)).placed(to, row.state().is_up());
            (row, next)
        })
        .collect())
}

/// Keeps them on their new days.
pub(super) async fn follow(
    cx: &mut Cx,
    plan: PlanId,
    moves: Vec<(DisplayRow, Display)>,
) -> Result<(), Failure> {
    let mut any = false;
    for (mut row, next) in moves {
        if row.days() == (next.up, next.down) {
            continue;
        }
        any = true;
        row.written(&next);
        displays::put(cx.tx(), plan, &row, &next.folded()).await?;
        let offsets: Vec<String> = next.offsets.iter().flatten().map(|days| written(*days)).collect();
        mark(cx, row.id, "followed", &offsets.join(" – ")).await?;
    }
    if any {
        cx.record(PlanningEvent::DisplaySet { plan });
    }
    Ok(())
}
