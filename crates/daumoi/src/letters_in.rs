//! To which desk a letter goes: to the thing whose letter it answers, and otherwise to the press desk, whose address it came
//! to.

use crate::house::Agency;
use db::Cx;
use kernel::{Failure, ThingRef};
use post::{Fate, Incoming, Kept};

/// Takes a letter that a person wrote to its desk.
pub(crate) async fn deliver(
    _agency: &Agency,
    _cx: &mut Cx,
    _letter: &Incoming,
    kept: &Kept,
) -> Result<(Fate, Option<ThingRef>), Failure> {
    Ok((Fate::Unclear, kept.about))
}
