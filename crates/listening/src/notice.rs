//! A hot spot in the words in which somebody is told of it outside the desk.

use crate::reason::Reason;
use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, HotSpotId, Moment};
use web::{Format, Locale};

/// What is told.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The headline of the matter.
    pub title: String,
    /// Why it is a hot spot, in one sentence.
    pub reason: String,
    /// `notice`, `warning` or `urgent`.
    pub severity: String,
    /// The same in words.
    pub severity_words: String,
    /// When it was raised.
    pub raised_at: Moment,
    /// Where it is on the desk.
    pub path: String,
    /// Whether nobody has taken notice yet.
    pub waits: bool,
}

/// The words for a hot spot; none when it is no more.
///
/// # Errors
/// When the database does not answer.
pub async fn notice(
    db: &impl ConnectionTrait,
    spot: HotSpotId,
    locale: Locale,
    format: &Format,
) -> Result<Option<Notice>, Failure> {
    let Some(row) = store::spots::spot(db, spot).await? else { return Ok(None) };
    let thread = store::threads::thread(db, row.thread).await?;
    Ok(Some(Notice {
        title: thread.map(|thread| thread.title).unwrap_or_default(),
        reason: Reason::read(&row.reason).sentence(locale, format),
        severity_words: locale.t(&format!("severity-{}", row.severity)),
        severity: row.severity,
        raised_at: row.raised_at,
        path: format!("/desk/listening/hot-spots/{spot}"),
        waits: row.state == "detected" || row.raised_by.is_some(),
    }))
}
