//! Limit who reads a story inside the house before it is public.

use crate::House;
use crate::sheet::Sheet;
use crate::store;
use db::Cx;
use kernel::{Action, Failure, PersonId, Refusal, StoryId};

/// With `limited`, only its writers, `readers`, editors-in-chief and leaders read it; otherwise the unit does.
///
/// # Errors
/// Forbidden to those who do not write for its unit.
pub async fn limit_readers(
    cx: &mut Cx,
    house: &House,
    story: StoryId,
    limited: bool,
    readers: &[PersonId],
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    if sheet.was_public() {
        return Err(Failure::refused(Refusal::new("closed-here")));
    }
    let known = house.directory.names().await?.1;
    if readers.iter().any(|reader| !known.contains_key(reader)) {
        return Err(Failure::refused(Refusal::field("reader", "refused-unreadable")));
    }
    sheet.row.access = if limited { "limited" } else { "unit" }.to_owned();
    store::set_readers(cx.tx(), story, if limited { readers } else { &[] }).await?;
    cx.record(kernel::NewsroomEvent::ReadersSet { story, limited });
    sheet.save(cx).await
}
