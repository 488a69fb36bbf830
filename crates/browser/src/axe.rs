//! The accessibility checker, from the npm package this crate pins. It is loaded for tests only, never shipped.

use std::path::Path;

/// The checker's script, or `None` where `npm ci` has not been run in this crate.
#[must_use]
pub fn axe_script() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).ok()
}
