//! Who speaks for the agency today: only they are named under what it tells the press (PN-06, PN-20).

use crate::store;
use crate::verbs::speaks_for_agency;
use db::ConnectionTrait;
use kernel::{Failure, Moment, SpokespersonId, Zone};

/// A person of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// Which entry.
    pub(crate) id: SpokespersonId,
    /// Full name.
    pub(crate) name: String,
    /// Post.
    pub(crate) post: String,
}

/// Those of the agency itself whose term holds, the head first.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn speakers(
    db: &impl ConnectionTrait,
    zone: &Zone,
    now: Moment,
) -> Result<Vec<Speaker>, Failure> {
    Ok(store::spokespersons::standing(db)
        .await?
        .into_iter()
        .filter(|row| speaks_for_agency(row, zone, now))
        .map(|row| Speaker { id: row.id, name: row.name, post: row.post })
        .collect())
}
