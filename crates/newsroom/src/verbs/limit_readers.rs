//! Limit who reads a story inside the house before it is public.

use crate::sheet::Sheet;
use crate::store;
use db::Cx;
use kernel::{Action, Failure, PersonId, StoryId};

/// With `limited`, only its writers, `readers`, editors-in-chief and leaders read it; otherwise the unit does.
///
/// # Errors
/// Forbidden to those who do not write for its unit.
pub async fn limit_readers(
    cx: &mut Cx,
    story: StoryId,
    limited: bool,
    readers: &[PersonId],
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    sheet.row.access = if limited { "limited" } else { "unit" }.to_owned();
    store::set_readers(cx.tx(), story, if limited { readers } else { &[] }).await?;
    cx.record(kernel::Event::ReadersSet { story, limited });
    sheet.save(cx).await
}
