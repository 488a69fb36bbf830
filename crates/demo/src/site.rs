//! Where the public reads: the two sites and their sections.

use serde::Deserialize;

/// A public site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Stable key, `portal` or `co-so`.
    pub key: String,
    /// Full name, for the masthead.
    pub name: String,
    /// Short name.
    pub short: String,
    /// The line under the name.
    pub motto: String,
    /// Host name.
    pub host: String,
    /// BCP 47 tag.
    pub language: String,
    /// Key of the unit that runs it.
    pub unit: String,
    /// The site it inherits from.
    #[serde(default)]
    pub parent: Option<String>,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    /// Theme name.
    pub theme: String,
    /// Key of the person answerable for it.
    pub responsible: String,
    /// Its sections in menu order.
    pub sections: Vec<Section>,
}

/// A place on a site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Key within the site, also its path.
    pub key: String,
    /// Name.
    pub name: String,
    /// What is found there, one sentence.
    pub about: String,
    /// It should not stay silent for longer than this.
    pub cadence_days: u16,
}
