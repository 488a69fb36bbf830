//! The names of things of the house `assignments`.

use db::Look;
use kernel::{Failure, ThingRef};
use web::Called;

/// The name of one, for who may see it.
pub(super) async fn one(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    let Some(title) = assignments::called(look, thing).await? else { return Ok(None) };
    let href = assignments::href(look.db(), thing).await?.unwrap_or_default();
    Ok(Some(Called { title, href }))
}
