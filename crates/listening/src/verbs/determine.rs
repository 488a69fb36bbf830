//! Determine: a named person finds that a matter affects, or may affect, public opinion. PN-16 runs from here.

use super::sheet::Sheet;
use crate::hot_spot::Step;
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent};

/// Records who determined it, now: the law lets this start not be set back (PN-16), so it cannot be typed.
///
/// # Errors
/// Refused when it was determined already.
pub async fn determine(cx: &mut Cx, id: HotSpotId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    sheet.take(cx, Step::Determine, false)?;
    let at = cx.now();
    sheet.row.determined_at = Some(at);
    sheet.row.determined_by = Some(cx.person()?);
    cx.record(ListeningEvent::HotSpotDetermined { hot_spot: id, at });
    sheet.save(cx).await
}
