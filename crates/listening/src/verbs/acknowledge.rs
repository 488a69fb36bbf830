//! Acknowledge: somebody has taken notice of a hot spot; nobody else need wonder.

use super::sheet::Sheet;
use crate::hot_spot::Step;
use crate::store;
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent};

/// Notes that who was told of it has seen it. Taking notice for the office is another thing.
///
/// # Errors
/// Not found when there is no such hot spot.
pub async fn see_alert(cx: &mut Cx, id: HotSpotId) -> Result<(), Failure> {
    Sheet::open(cx, id).await?;
    Ok(store::alerts::see(cx.tx(), id, cx.person()?, cx.now()).await?)
}

/// Takes notice.
///
/// # Errors
/// Refused when somebody has already.
pub async fn acknowledge(cx: &mut Cx, id: HotSpotId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    sheet.take(cx, Step::Acknowledge, false)?;
    store::alerts::see(cx.tx(), id, cx.person()?, cx.now()).await?;
    cx.record(ListeningEvent::HotSpotAcknowledged { hot_spot: id });
    sheet.save(cx).await
}
