//! The names of things of the house `reports`.

use db::Look;
use kernel::{Failure, ThingRef};
use web::{Called, Lang};

/// The name of one, for who may see it.
pub(super) async fn one(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    let called = reports::called(look, thing, Lang::Vi).await?;
    Ok(called.map(|(title, href)| Called { title, href }))
}
