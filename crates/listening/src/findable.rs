//! Mentions as they can be found, for making the search anew.

use crate::office::Findable;
use crate::store;
use db::ConnectionTrait;
use kernel::Failure;

/// Mentions after a number, in their order, with the number to go on from; none when there are no more.
///
/// # Errors
/// When the database does not answer.
pub async fn findable(
    db: &impl ConnectionTrait,
    after: i64,
    most: u32,
) -> Result<Option<(i64, Vec<Findable>)>, Failure> {
    let rows = store::mentions::findable(db, after, most).await?;
    let Some(last) = rows.last().map(|row| row.no) else { return Ok(None) };
    let found = rows.into_iter().map(|row| Findable {
        id: row.id,
        title: row.title,
        quote: row.quote,
        outlet: row.outlet,
        published_at: row.published_at,
    });
    Ok(Some((last, found.collect())))
}
