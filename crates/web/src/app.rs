//! What every handler gets: the database, the zone, and the frame around pages.

use crate::Frame;
use db::Db;
use kernel::Zone;
use std::sync::Arc;

/// Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The one handle.
    pub db: Db,
    /// The agency's zone.
    pub zone: Zone,
    /// What stands around pages.
    pub frame: Arc<dyn Frame>,
    /// Whether visitors reach us by https, so cookies can demand it.
    pub secure: bool,
}
