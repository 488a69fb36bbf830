//! What a story says: everything approval is of. One canonical text, one hash.

use kernel::{AssetId, Failure, Refusal, SectionId, SiteId};
use prose::Body;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// What kind of piece it is (S121).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// Tin.
    #[default]
    News,
    /// Phóng sự, bài phản ánh.
    Feature,
    /// Phỏng vấn.
    Interview,
    /// Phân tích.
    Analysis,
    /// Phóng sự ảnh.
    Photo,
    /// Thông báo.
    Notice,
}

impl Genre {
    /// Every genre, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::News, Self::Feature, Self::Interview, Self::Analysis, Self::Photo, Self::Notice];

    /// The name in forms and locale keys (`genre-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Feature => "feature",
            Self::Interview => "interview",
            Self::Analysis => "analysis",
            Self::Photo => "photo",
            Self::Notice => "notice",
        }
    }

    /// Reads a name; anything else is news.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|genre| genre.name() == name).unwrap_or_default()
    }
}

/// Where it shall stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The site.
    pub site: SiteId,
    /// The section of that site.
    pub section: SectionId,
}

/// Whom it was taken from (S72, S140).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// Who.
    pub name: String,
    /// Where.
    pub url: String,
}

/// What a story says.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// Title, one line.
    pub title: String,
    /// Two or three sentences that say the whole (sapo).
    pub summary: String,
    /// The text.
    pub body: Body,
    /// Genre.
    pub genre: Genre,
    /// Places, in the order chosen.
    pub places: Vec<Place>,
    /// Who wrote it, as printed.
    pub byline: String,
    /// Whom it was taken from.
    pub source: Source,
    /// The day it first appeared elsewhere, ISO 8601, for what is taken over or imported; else empty.
    pub first_appeared: String,
}

/// As stored: the order of fields is the canonical order.
#[derive(Serialize, Deserialize)]
struct Stored {
    title: String,
    summary: String,
    body: serde_json::Value,
    genre: Genre,
    places: Vec<Place>,
    byline: String,
    source: Source,
    #[serde(default)]
    first_appeared: String,
}

/// Longest title, in characters.
pub(crate) const TITLE_MOST: usize = 200;
/// Longest summary, in characters.
pub(crate) const SUMMARY_MOST: usize = 800;
const LINE_MOST: usize = 300;
/// Most sites a story stands on.
const PLACES_MOST: usize = 100;
/// Most pictures of one story: a page of more is nobody's to load.
const FIGURES_MOST: usize = 200;

impl Content {
    /// Nothing said yet.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            title: String::new(),
            summary: String::new(),
            body: Body::default(),
            genre: Genre::default(),
            places: Vec::new(),
            byline: String::new(),
            source: Source::default(),
            first_appeared: String::new(),
        }
    }

    /// The canonical JSON text.
    ///
    /// # Errors
    /// [`Failure::Broken`], which does not happen: every part is JSON.
    pub fn to_json(&self) -> Result<String, Failure> {
        let broken = |error: serde_json::Error| Failure::Broken(Box::new(error));
        let stored = Stored {
            title: self.title.clone(),
            summary: self.summary.clone(),
            body: serde_json::from_str(&self.body.to_json()).map_err(broken)?,
            genre: self.genre,
            places: self.places.clone(),
            byline: self.byline.clone(),
            source: self.source.clone(),
            first_appeared: self.first_appeared.clone(),
        };
        serde_json::to_string(&stored).map_err(broken)
    }

    /// Reads what [`Content::to_json`] wrote.
    ///
    /// # Errors
    /// [`Failure::Broken`] when the stored text is not ours.
    pub fn from_json(text: &str) -> Result<Self, Failure> {
        let stored: Stored = serde_json::from_str(text).map_err(|e| Failure::Broken(Box::new(e)))?;
        let body = Body::from_value(&stored.body).map_err(|e| Failure::broken(e.to_string()))?;
        Ok(Self {
            title: stored.title,
            summary: stored.summary,
            body,
            genre: stored.genre,
            places: stored.places,
            byline: stored.byline,
            source: stored.source,
            first_appeared: stored.first_appeared,
        })
    }

    /// SHA-256 of the canonical text, in hexadecimal.
    #[must_use]
    pub fn hash_of(json: &str) -> String {
        Sha256::digest(json.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The assets it shows, in order of appearance.
    pub fn assets(&self) -> impl Iterator<Item = AssetId> {
        self.body.figures().map(|figure| AssetId(figure.asset))
    }

    /// Fields of one line brought into order as the text is; one section a site, the first that was chosen.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        for line in [
            &mut self.title,
            &mut self.byline,
            &mut self.source.name,
            &mut self.source.url,
            &mut self.summary,
        ] {
            *line = one_line(line);
        }
        let mut sites = HashSet::new();
        self.places.retain(|place| sites.insert(place.site));
        self
    }

    /// Reasons that keep it from being saved at all, at any state.
    #[must_use]
    pub fn reasons_not_to_save(&self) -> Vec<Refusal> {
        let mut reasons = Vec::new();
        let mut at_most = |field: &'static str, text: &str, most: usize| {
            if text.chars().count() > most {
                reasons.push(Refusal::field(field, "refused-too-long").with("most", most));
            }
        };
        at_most("title", &self.title, TITLE_MOST);
        at_most("summary", &self.summary, SUMMARY_MOST);
        at_most("byline", &self.byline, LINE_MOST);
        at_most("source_name", &self.source.name, LINE_MOST);
        at_most("source_url", &self.source.url, LINE_MOST);
        if self.places.len() > PLACES_MOST {
            reasons.push(Refusal::field("places", "refused-places-many").with("most", PLACES_MOST));
        }
        if self.assets().nth(FIGURES_MOST).is_some() {
            reasons.push(Refusal::field("body", "refused-pictures-many").with("most", FIGURES_MOST));
        }
        let url = &self.source.url;
        let web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
        if !url.is_empty() && !web {
            reasons.push(Refusal::field("source_url", "refused-source-url"));
        }
        reasons
    }
}

fn one_line(text: &str) -> String {
    prose::line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> Content {
        Content {
            title: "Thông xe đường lên xã Nậm Ưởng".into(),
            summary: "Sau mười hai ngày.".into(),
            body: Body::from_notation("Sáng 11/6, **đường** đã thông.\n\n- Một\n- Hai").unwrap(),
            ..Content::empty()
        }
    }

    #[test]
    fn what_is_stored_is_what_is_read_and_has_one_hash() {
        let json = content().to_json().unwrap();
        let again = Content::from_json(&json).unwrap();
        assert_eq!(again, content());
        assert_eq!(again.to_json().unwrap(), json);
        let mut other = content();
        other.summary.push(' ');
        assert_ne!(Content::hash_of(&other.to_json().unwrap()), Content::hash_of(&json));
    }

    #[test]
    fn s179_lines_are_tidied() {
        let tidy = Content { title: " Hoà\u{a0}bình \n ".into(), ..content() }.tidy();
        assert_eq!(tidy.title, "Hoà bình");
        assert_eq!(Content { title: "Điện\u{7}".into(), ..content() }.tidy().title, "Điện");
    }

    #[test]
    fn nothing_that_hides_reverses_or_breaks_a_feed_stays_in_a_line() {
        let sly = "Th\u{202e}ông\u{fffe} xe\u{ffff}\u{2066}\0";
        let tidy = Content {
            title: sly.into(),
            summary: sly.into(),
            byline: sly.into(),
            source: Source { name: sly.into(), url: "https://a.vn/\u{202d}b".into() },
            ..content()
        }
        .tidy();
        assert_eq!([&tidy.title, &tidy.summary, &tidy.byline, &tidy.source.name], ["Thông xe"; 4]);
        assert_eq!(tidy.source.url, "https://a.vn/b");
    }

    #[test]
    fn a_story_stands_once_on_a_site() {
        use kernel::NewId;
        let (one, other) = (SiteId::fresh(), SiteId::fresh());
        let place = |site| Place { site, section: SectionId::fresh() };
        let (first, second, third) = (place(one), place(other), place(one));
        let tidy = Content { places: vec![first, second, third], ..content() }.tidy();
        assert_eq!(tidy.places, [first, second]);
        let keys =
            |content: &Content| content.reasons_not_to_save().iter().map(|r| r.key).collect::<Vec<_>>();
        let many = (0..=PLACES_MOST).map(|_| place(SiteId::fresh())).collect();
        assert_eq!(keys(&Content { places: many, ..content() }), ["refused-places-many"]);
        let figure = "![a](asset:0190a000-0000-7000-8000-000000000000)\n\n";
        let pictures =
            |count: usize| Content { body: Body::from_notation(&figure.repeat(count)).unwrap(), ..content() };
        assert_eq!(keys(&pictures(FIGURES_MOST)), Vec::<&str>::new());
        assert_eq!(keys(&pictures(FIGURES_MOST + 1)), ["refused-pictures-many"]);
    }
}
