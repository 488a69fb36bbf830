//! What happens to the sites and their sections.

use super::of_house::house_events;
use crate::{SectionId, SiteId};

house_events! {
    /// What happened to a site.
    SiteEvent {
        /// A site was opened.
        SiteOpened { site: SiteId } => Site, "site-opened", public;
        /// A section was added to a site.
        SectionAdded { section: SectionId, site: SiteId } => Section, "section-added", public;
    }
}
