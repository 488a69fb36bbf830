//! Close and reopen: what came of a hot spot is written down.

use super::sheet::Sheet;
use crate::hot_spot::Step;
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent};
use typed::words;

/// Closes it.
///
/// # Errors
/// Refused without saying what came of it, or when it is closed.
pub async fn close(cx: &mut Cx, id: HotSpotId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    sheet.take(cx, Step::Close, !reason.is_empty())?;
    sheet.row.closed_at = Some(cx.now());
    sheet.row.muted_until = None;
    cx.record(ListeningEvent::HotSpotClosed { hot_spot: id, reason });
    sheet.save(cx).await
}

/// Opens it again.
///
/// # Errors
/// Refused without a reason, or when it is open.
pub async fn reopen(cx: &mut Cx, id: HotSpotId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    sheet.take(cx, Step::Reopen, !reason.is_empty())?;
    sheet.row.closed_at = None;
    sheet.row.into_spot = None;
    cx.record(ListeningEvent::HotSpotReopened { hot_spot: id, reason });
    sheet.save(cx).await
}
