//! Outlets of the press: who may be heard, how far each is heard, and the list that comes with the program.

use serde::Deserialize;

/// How far an outlet is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Of the whole country.
    Central,
    /// Of a province or city.
    Province,
    /// Of a part of a province.
    Local,
}

/// What kind of outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutletKind {
    /// A newspaper, printed or on line.
    Paper,
    /// A magazine.
    Magazine,
    /// Radio or television.
    RadioTv,
    /// A news agency.
    NewsAgency,
    /// The public portal of another body.
    Portal,
}

macro_rules! named {
    ($type:ident { $($variant:ident => $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every one, in the order of lists.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in tables, addresses and locale keys.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The one of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named!(Level { Central => "central", Province => "province", Local => "local" });
named!(OutletKind {
    Paper => "paper", Magazine => "magazine", RadioTv => "radio_tv", NewsAgency => "news_agency",
    Portal => "portal",
});

/// An outlet of the list that comes with the program.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its web domain.
    pub domain: String,
    /// How far it is heard.
    pub level: Level,
    /// What kind it is.
    pub kind: OutletKind,
    /// Where it is made.
    pub locality: String,
    /// Its public feeds.
    #[serde(default)]
    pub feeds: Vec<ListedFeed>,
}

/// A feed of an outlet of that list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedFeed {
    /// Which part of the outlet.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// The list, dated.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The day it was looked through.
    pub as_of: String,
    /// The outlets.
    #[serde(rename = "outlet")]
    pub outlets: Vec<Listed>,
}

/// The list of Vietnamese outlets that comes with the program; none of them is asked before a person switches it on.
///
/// # Errors
/// In words, when the file is not as it should be; a test reads it.
pub fn shipped() -> Result<List, toml::de::Error> {
    toml::from_str(include_str!("../outlets.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_shipped_list_is_dated_and_names_each_once() {
        let list = shipped().unwrap();
        assert!(list.as_of.parse::<jiff::civil::Date>().is_ok());
        assert!(!list.outlets.is_empty());
        let names: BTreeSet<&str> = list.outlets.iter().map(|outlet| outlet.name.as_str()).collect();
        assert_eq!(names.len(), list.outlets.len());
        let feeds: Vec<&str> =
            list.outlets.iter().flat_map(|outlet| &outlet.feeds).map(|feed| feed.url.as_str()).collect();
        assert_eq!(feeds.iter().collect::<BTreeSet<_>>().len(), feeds.len());
        assert!(
            feeds.iter().all(|url| url::Url::parse(url).is_ok_and(|url| url.scheme().starts_with("http")))
        );
    }

    #[test]
    fn names_lead_back() {
        assert!(Level::ALL.iter().all(|level| Level::named(level.name()) == Some(*level)));
        assert!(OutletKind::ALL.iter().all(|kind| OutletKind::named(kind.name()) == Some(*kind)));
    }
}
