//! Determine: a named person finds that a matter affects, or may affect, public opinion. PN-16 runs from here.

use super::sheet::Sheet;
use crate::hot_spot::Step;
use db::Cx;
use kernel::{Event, Failure, HotSpotId, Moment, Refusal};

/// Records who determined it and when. `at` may lie in the past, for it may be written down later; both times are
/// kept, so that a time set late is visible as such. It cannot lie in the future.
///
/// # Errors
/// Refused when it was determined already or lies ahead.
pub async fn determine(cx: &mut Cx, id: HotSpotId, at: Option<Moment>) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    let at = at.unwrap_or(cx.now());
    if at > cx.now() {
        return Err(Failure::refused(Refusal::field("at", "refused-future")));
    }
    sheet.take(cx, Step::Determine, false)?;
    sheet.row.determined_at = Some(at);
    sheet.row.determined_by = Some(cx.person()?);
    sheet.row.noted_at = Some(cx.now());
    cx.record(Event::HotSpotDetermined { hot_spot: id, at });
    sheet.save(cx).await
}
