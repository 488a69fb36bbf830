//! The whole demo as one value.

use jiff::Timestamp;

use crate::{
    area::Area,
    org::{Agency, Language, Person, Post, Succession, Unit},
    read::{self, Flaw},
    site::Site,
    story::Story,
};

/// Everything the demo holds. Keys refer to each other by name and are checked by this crate's tests.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// The demo's "now"; nothing is published after it.
    pub today: Timestamp,
    /// The password of every demo log-in.
    pub password: String,
    /// The agency.
    pub agency: Agency,
    /// Languages of the province.
    pub languages: Vec<Language>,
    /// Units past and present.
    pub units: Vec<Unit>,
    /// How old units became new ones.
    pub unit_successions: Vec<Succession>,
    /// Areas past and present.
    pub areas: Vec<Area>,
    /// How old areas became new ones.
    pub area_successions: Vec<Succession>,
    /// Posts.
    pub posts: Vec<Post>,
    /// People who log in.
    pub people: Vec<Person>,
    /// Public sites with their sections.
    pub sites: Vec<Site>,
    /// Stories, by the time they came out or were last touched, earliest first.
    pub stories: Vec<Story>,
}

/// Reads the compiled-in demo.
///
/// # Errors
/// A [`Flaw`] names the file and place that cannot be read; the tests keep that from being shipped.
pub fn world() -> Result<World, Flaw> {
    read::world()
}

impl World {
    /// The person with this key.
    #[must_use]
    pub fn person(&self, key: &str) -> Option<&Person> {
        self.people.iter().find(|one| one.key == key)
    }

    /// The unit with this key.
    #[must_use]
    pub fn unit(&self, key: &str) -> Option<&Unit> {
        self.units.iter().find(|one| one.key == key)
    }

    /// The area with this key.
    #[must_use]
    pub fn area(&self, key: &str) -> Option<&Area> {
        self.areas.iter().find(|one| one.key == key)
    }

    /// The site with this key.
    #[must_use]
    pub fn site(&self, key: &str) -> Option<&Site> {
        self.sites.iter().find(|one| one.key == key)
    }

    /// The story with this key.
    #[must_use]
    pub fn story(&self, key: &str) -> Option<&Story> {
        self.stories.iter().find(|one| one.key == key)
    }
}
