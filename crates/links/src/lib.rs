//! The closed loop (DESIGN §4 “Links”): one table of typed links between things of different houses, in both directions.
//!
//! Only the roof's reactions write here, from what was recorded; no house copies the id of another house's thing. Reading
//! says which things hang together; whether somebody may see one of them is asked where its title comes from.

mod rel;
mod store;

pub use rel::Rel;

use db::{ConnectionTrait, Cx};
use kernel::{Failure, Moment, ThingRef};

/// One link as seen from a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What the link says.
    pub rel: Rel,
    /// Whether it starts at the thing, or ends there.
    pub outward: bool,
    /// The other end.
    pub other: ThingRef,
    /// Since when.
    pub at: Moment,
}

/// The schema steps of this crate.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "links_0001_link", sql: include_str!("../migrations/0001_link.sql") }]
}

/// Ties two things. A link that is there stays as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn tie(cx: &Cx, from: ThingRef, rel: Rel, to: ThingRef) -> Result<(), Failure> {
    Ok(store::insert(cx.tx(), from, rel.name(), to, cx.now()).await?)
}

/// Unties two things.
///
/// # Errors
/// When the database does not answer.
pub async fn untie(cx: &Cx, from: ThingRef, rel: Rel, to: ThingRef) -> Result<(), Failure> {
    Ok(store::delete(cx.tx(), from, rel.name(), to).await?)
}

/// Everything that hangs on a thing directly, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<Link>, Failure> {
    Ok(store::of(db, thing).await?)
}

/// The things of one end: all that do `rel` to `to`, oldest first. What numbers of reports are counted along.
///
/// # Errors
/// When the database does not answer.
pub async fn sources(db: &impl ConnectionTrait, rel: Rel, to: ThingRef) -> Result<Vec<ThingRef>, Failure> {
    let links = store::of(db, to).await?;
    Ok(links.into_iter().filter(|link| !link.outward && link.rel == rel).map(|link| link.other).collect())
}
