//! A story of the demo as written in its file: who, when, where it stands, what it says.

use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::Deserialize;

use crate::scene::Scene;

/// One editorial item.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Stable key, used as slug.
    pub key: String,
    /// Title.
    pub title: String,
    /// Sapo: one or two sentences.
    pub summary: String,
    /// Genre.
    pub genre: Genre,
    /// Sites and sections, the main one first.
    pub places: Vec<Place>,
    /// Key of the person who wrote it.
    pub author: String,
    /// Key of the unit it comes from.
    pub unit: String,
    /// Key of the person who edited it.
    pub editor: String,
    /// Key of the person who approved it; never the author or the editor.
    pub approver: String,
    /// Name printed at the end, where it is not just the author's.
    pub byline: Option<String>,
    /// Where it was taken from, when republished.
    pub source: Option<Source>,
    /// When it came out or is to come out; none for what was never given a time.
    pub published: Option<Timestamp>,
    /// When work on it last stood still: the time the history leads up to.
    pub touched: Timestamp,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Keys of the areas it is about.
    pub areas: Vec<String>,
    /// Pictures to draw.
    pub pictures: Vec<Picture>,
    /// Where it stands.
    pub state: State,
    /// Body in the plain notation.
    pub body: String,
}

/// Where a published story came from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name of the outlet or agency.
    pub name: String,
    /// Address of the original.
    #[serde(default)]
    pub url: Option<String>,
    /// Day of the original.
    #[serde(default, deserialize_with = "crate::when::maybe_day")]
    pub on: Option<Date>,
}

/// A section on a site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Key of the site.
    pub site: String,
    /// Key of the section.
    pub section: String,
}

/// A picture: what to draw and what to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What to draw.
    pub scene: Scene,
    /// Text alternative, true to the drawing.
    pub alt: String,
    /// Caption.
    pub caption: String,
    /// Credit line.
    pub credit: String,
}

/// Genre of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// tin
    News,
    /// bài, phóng sự
    Feature,
    /// phỏng vấn
    Interview,
    /// phân tích
    Analysis,
    /// tin ảnh
    Photo,
    /// thông báo
    Notice,
}

/// Where a story stands in the newsroom.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum State {
    /// On the sites as approved.
    #[default]
    Published,
    /// Being written.
    Draft {
        /// Last save.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
    },
    /// Waiting for an editor.
    Submitted {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
    },
    /// Sent back to its author.
    Returned {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
        /// Key of the person who returned it.
        by: String,
        /// Why, in words the author can act on.
        reason: String,
    },
    /// Approved, without a time yet.
    Approved {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
    },
    /// Approved, to come out at [`Story::published`].
    Scheduled {
        /// When it was approved and given its time.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
    },
    /// Published, later corrected with a public note. The body is the first version.
    Corrected {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
        /// Key of the person who wrote the correction.
        by: String,
        /// Key of the person who approved it.
        approver: String,
        /// The public note.
        note: String,
        /// Words of the first version, found once in title, summary or body.
        wrong: String,
        /// What they became.
        right: String,
    },
    /// Stays in place with a banner and the reason.
    Withdrawn {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
        /// Key of the person.
        by: String,
        /// Public reason.
        reason: String,
    },
    /// Another story took its place.
    Replaced {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
        /// Key of the person.
        by: String,
        /// Key of the newer story.
        successor: String,
        /// Public reason.
        reason: String,
    },
    /// Published urgently by one person; a second one has yet to approve.
    Urgent {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
        /// Key of the person who published it.
        by: String,
        /// Why it could not wait.
        reason: String,
    },
    /// Only a tombstone with a reason remains.
    Gone {
        /// When.
        #[serde(deserialize_with = "crate::when::moment")]
        at: Timestamp,
        /// Key of the person.
        by: String,
        /// Public reason.
        reason: String,
    },
}

impl State {
    /// The state's name as written in files.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft { .. } => "draft",
            Self::Submitted { .. } => "submitted",
            Self::Returned { .. } => "returned",
            Self::Approved { .. } => "approved",
            Self::Scheduled { .. } => "scheduled",
            Self::Corrected { .. } => "corrected",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Replaced { .. } => "replaced",
            Self::Urgent { .. } => "urgent",
            Self::Gone { .. } => "gone",
        }
    }

    /// Whether it came out at some time up to today.
    #[must_use]
    pub fn was_published(&self) -> bool {
        !matches!(
            self,
            Self::Draft { .. }
                | Self::Submitted { .. }
                | Self::Returned { .. }
                | Self::Approved { .. }
                | Self::Scheduled { .. }
        )
    }

    /// When the state was entered, where it is not simply publication.
    #[must_use]
    pub fn at(&self) -> Option<Timestamp> {
        match self {
            Self::Published => None,
            Self::Draft { at }
            | Self::Submitted { at }
            | Self::Approved { at }
            | Self::Scheduled { at }
            | Self::Returned { at, .. }
            | Self::Corrected { at, .. }
            | Self::Withdrawn { at, .. }
            | Self::Replaced { at, .. }
            | Self::Urgent { at, .. }
            | Self::Gone { at, .. } => Some(*at),
        }
    }
}

/// A likely history of a story: each moment lies before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    /// First saved.
    pub written: Timestamp,
    /// Sent to the editors.
    pub submitted: Timestamp,
    /// Taken up by an editor.
    pub edited: Timestamp,
    /// Approved.
    pub approved: Timestamp,
}

impl Story {
    /// The moments before it was approved, invented from its key so that they are always the same.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let grain = i64::from(crate::draw::mix(&self.key) % 97);
        let end = match (&self.state, self.published) {
            (State::Approved { at } | State::Scheduled { at }, _) => *at,
            (_, Some(out)) => out - SignedDuration::from_mins(4 + grain % 11),
            (_, None) => self.touched,
        };
        let edited = end - SignedDuration::from_mins(25 + grain % 50);
        let submitted = edited - SignedDuration::from_mins(20 + grain * 2);
        let written = submitted - SignedDuration::from_mins(50 + grain * 3);
        Timeline { written, submitted, edited, approved: end }
    }

    /// Title, summary and body after the correction; for other states as they are.
    #[must_use]
    pub fn corrected(&self) -> (String, String, String) {
        let (title, summary, body) = (self.title.clone(), self.summary.clone(), self.body.clone());
        match &self.state {
            State::Corrected { wrong, right, .. } => {
                (title.replace(wrong, right), summary.replace(wrong, right), body.replace(wrong, right))
            }
            _ => (title, summary, body),
        }
    }
}
