//! Where people live: the province and its communes, before and after 1 July 2025.

use jiff::civil::Date;
use serde::Deserialize;

/// An administrative unit, valid over a span of days.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Stable key, `lao-chu`.
    pub key: String,
    /// Full name in lower case as in running text, `xã Lao Chù`.
    pub name: String,
    /// What it is.
    pub kind: AreaKind,
    /// Number on the (invented) map of its time.
    #[serde(default)]
    pub code: Option<String>,
    /// The area it belongs to.
    #[serde(default)]
    pub parent: Option<String>,
    /// First day.
    #[serde(deserialize_with = "crate::when::day")]
    pub from: Date,
    /// Last day, where it ended.
    #[serde(default, deserialize_with = "crate::when::maybe_day")]
    pub to: Option<Date>,
    /// Inhabitants.
    #[serde(default)]
    pub population: Option<u32>,
    /// Households.
    #[serde(default)]
    pub households: Option<u32>,
    /// Road distance to the provincial centre in km.
    #[serde(default)]
    pub km_to_centre: Option<u32>,
    /// `rural`, `remote`, `border`, `minority`.
    #[serde(default)]
    pub tags: Vec<String>,
    /// BCP 47 tags of the languages people there listen to, most spoken first after Vietnamese.
    #[serde(default)]
    pub languages: Vec<String>,
}

/// Kinds of areas, of both maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaKind {
    /// tỉnh
    Province,
    /// thành phố, thị xã thuộc tỉnh (until 30 June 2025)
    City,
    /// huyện (until 30 June 2025)
    District,
    /// phường
    Ward,
    /// thị trấn (until 30 June 2025)
    Town,
    /// xã
    Commune,
}

impl AreaKind {
    /// The office's word for it.
    #[must_use]
    pub fn vi(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố, thị xã thuộc tỉnh",
            Self::District => "huyện",
            Self::Ward => "phường",
            Self::Town => "thị trấn",
            Self::Commune => "xã",
        }
    }
}
