//! The names of things of the house `coordination`.

use db::Look;
use kernel::{Failure, ThingRef};
use web::Called;

/// The name of one, for who may see it.
pub(super) async fn one(_look: &Look, _thing: ThingRef) -> Result<Option<Called>, Failure> {
    Ok(None)
}
