//! Withdraw, reinstate, replace, remove: how a posting stands changes, its number never does (L7).

use crate::store;
use db::Cx;
use kernel::{Failure, StoryId};

/// How.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retirement {
    /// The text is gone, the banner and the reason stay.
    Withdrawn,
    /// The text stands again.
    Reinstated,
    /// Another story stands in its place.
    ReplacedBy(StoryId),
    /// Only a tombstone stays.
    Removed,
}

impl Retirement {
    fn state(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Reinstated => "live",
            Self::ReplacedBy(_) => "replaced",
            Self::Removed => "gone",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Reinstated => "reinstated",
            Self::ReplacedBy(_) => "replaced",
            Self::Removed => "removed",
        }
    }
}

/// Changes how a story stands on every site, with the reason for everyone to read.
///
/// # Errors
/// When the database does not answer.
pub async fn retire(cx: &mut Cx, story: StoryId, how: Retirement, reason: &str) -> Result<(), Failure> {
    let now = cx.now();
    let by = match how {
        Retirement::ReplacedBy(by) => Some(by),
        Retirement::Withdrawn | Retirement::Reinstated | Retirement::Removed => None,
    };
    for row in store::postings_of(cx.tx(), story).await? {
        let concerned = match how {
            Retirement::Withdrawn => row.state == "live",
            Retirement::Reinstated => row.state == "withdrawn",
            Retirement::ReplacedBy(_) | Retirement::Removed => true,
        };
        if !concerned {
            continue;
        }
        store::set_state(cx.tx(), row.id, how.state(), now, reason, by).await?;
        store::insert_correction(cx.tx(), &row, now, how.kind(), reason).await?;
        let (was, is) = (i64::from(row.state == "live"), i64::from(how.state() == "live"));
        store::add_live(cx.tx(), row.section, is - was).await?;
    }
    Ok(())
}
