//! Proof that no revision was changed after it was made: its text still has the hash the ledger knows.

use crate::content::Content;
use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, RevisionId};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many revisions were read.
    pub revisions: u64,
    /// Those whose text is not what its hash says.
    pub altered: Vec<RevisionId>,
    /// How many the ledger knows of that are not there any more.
    pub missing: i64,
}

/// Reads every revision.
///
/// # Errors
/// When the database does not answer.
pub async fn verify_revisions(db: &impl ConnectionTrait) -> Result<Verified, Failure> {
    let mut found = Verified { revisions: 0, altered: Vec::new(), missing: 0 };
    let mut after = None;
    loop {
        let rows = store::revisions_after(db, after, 200).await?;
        let Some(last) = rows.last() else {
            let known = db::count_of(db, "revision-saved").await?;
            found.missing = known - i64::try_from(found.revisions).unwrap_or(known);
            return Ok(found);
        };
        after = Some(last.id);
        for row in rows {
            found.revisions += 1;
            let known = db::entries_of(db, row.story.0).await?;
            let in_ledger = known.iter().any(|entry| entry.after_hash.as_deref() == Some(row.hash.as_str()));
            if Content::hash_of(&row.content) != row.hash || !in_ledger {
                found.altered.push(row.id);
            }
        }
    }
}
