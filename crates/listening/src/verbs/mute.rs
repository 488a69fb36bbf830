//! Mute and unmute: a hot spot is set aside for a time, with a reason. When it gets hotter it comes back by itself.

use super::sheet::Sheet;
use crate::hot_spot::Step;
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent};
use std::time::Duration;
use typed::words;

/// Hours for which something can be set aside at most.
const MOST_HOURS: u64 = 7 * 24;

/// Sets it aside for so many hours.
///
/// # Errors
/// Refused without a reason, when it is set aside already or closed.
pub async fn mute(cx: &mut Cx, id: HotSpotId, hours: u64, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    let reason = words("reason", reason, 500)?;
    sheet.take(cx, Step::Mute, !reason.is_empty())?;
    sheet.row.muted_until = Some(cx.now().plus(Duration::from_secs(hours.clamp(1, MOST_HOURS) * 3600)));
    cx.record(ListeningEvent::HotSpotMuted { hot_spot: id, reason });
    sheet.save(cx).await
}

/// Watches it again.
///
/// # Errors
/// Refused when it is not set aside.
pub async fn unmute(cx: &mut Cx, id: HotSpotId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    sheet.take(cx, Step::Unmute, false)?;
    sheet.row.muted_until = None;
    cx.record(ListeningEvent::HotSpotUnmuted { hot_spot: id });
    sheet.save(cx).await
}
