//! What of this house can be found on the sites.

use crate::store::public;
use db::ConnectionTrait;
use kernel::{Failure, Moment, QuestionId, UnitId};

/// A published question with its answer, as it can be found.
#[derive(Debug, Clone)]
pub struct FindableQuestion {
    /// What it is about.
    pub title: String,
    /// The question as published: without personal data.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// Who answered.
    pub unit: UnitId,
    /// When it was published.
    pub published_at: Moment,
    /// Where everybody reads it.
    pub href: String,
}

/// A question as it can be found; none while it is not public, or no longer.
///
/// # Errors
/// When the database does not answer.
pub async fn findable_question(
    db: &impl ConnectionTrait,
    id: QuestionId,
) -> Result<Option<FindableQuestion>, Failure> {
    let row = public::of(db, id).await?.filter(|row| row.state == "live");
    Ok(row.map(|row| FindableQuestion {
        title: row.title,
        question: row.body,
        answer: row.reply,
        unit: row.unit,
        published_at: row.published_at,
        href: format!("/hoi-dap/{}", row.slug),
    }))
}

/// Every question that is, or was, public.
///
/// # Errors
/// When the database does not answer.
pub async fn published(db: &impl ConnectionTrait) -> Result<Vec<QuestionId>, Failure> {
    Ok(public::every(db).await?)
}
