//! A news page of any outlet → the article, as a listener keeps it.
//!
//! Three readings are at hand: ours, which knows heads and tails of Vietnamese pages and keeps the sapo; the one browsers
//! use for their reading view (`dom_smoothie`); and the text that some pages state for machines. Measured on news of
//! forty countries ours is the best on the whole and at times takes a part for the whole, so another is taken only
//! where it found much more.

pub(super) mod noise;

use super::html::Facts;
use super::lines::is_prose;
use super::model::{BlockKind, Byline, Note, Page, Stamp};
use super::{Hint, PageError, bytes, html, marked, zones};
use crate::markup::entities::unescape;
use serde::{Serialize, Serializer};

/// An article. Field names are the contract of `daumoi page extract --json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// The headline.
    pub title: String,
    /// Who wrote it, as printed or stated.
    #[serde(serialize_with = "one_line")]
    pub byline: Option<Byline>,
    /// When it was published.
    pub published: Option<Stamp>,
    /// When it was last changed.
    pub updated: Option<Stamp>,
    /// Where it was taken from, if it says so.
    pub source: Option<String>,
    /// The outlet by its own name.
    pub site: Option<String>,
    /// The language tag that the page states.
    pub language: Option<String>,
    /// The address that the page calls its own.
    pub link: Option<String>,
    /// The picture shown where the page is shared.
    pub image: Option<String>,
    /// The text with its sapo, in NFC, without furniture and captions: paragraphs divided by an empty line.
    pub text: String,
    /// Captions of its pictures.
    pub captions: Vec<String>,
    /// What was inferred, doubtful or left out.
    pub notes: Vec<Note>,
}

fn one_line<S: Serializer>(byline: &Option<Byline>, serializer: S) -> Result<S::Ok, S::Error> {
    let parts = byline.as_ref().map(|b| [&b.author, &b.unit, &b.agency].into_iter().flatten().cloned());
    parts.map(|p| p.collect::<Vec<String>>().join(" – ")).serialize(serializer)
}

/// Reads the article of a saved news page.
///
/// # Errors
/// See [`PageError`]. Bad input never panics.
pub fn article(bytes: &[u8], hint: &Hint) -> Result<Article, PageError> {
    let text = bytes::decode(bytes, hint)?;
    let marked = marked(&text.text);
    let page = zones::recognise(&marked.lines, &marked.facts).ok_or(PageError::NoText)?;
    let ours =
        noise::without(page.blocks.iter().filter(|b| b.kind != BlockKind::Caption).map(|b| b.text.as_str()));
    // Deeper than any writer nests, a page is hostile; only readers with a bounded stack get to see it.
    let for_browsers = html::is_html(&text.text) && !marked.too_deep && text.text.len() <= LARGEST;
    let other = for_browsers.then(|| reading_view(&text.text)).flatten();
    let stated = marked.facts.body().map(stated_text);
    Ok(chosen(page, &marked.facts, ours, [stated, other], text.notes))
}

/// Pages of more bytes are read by our own reader alone.
const LARGEST: usize = 5 * 1024 * 1024;

/// The text of a browser's reading view, paragraph by paragraph.
fn reading_view(page: &str) -> Option<Vec<String>> {
    let config = dom_smoothie::Config {
        text_mode: dom_smoothie::TextMode::Formatted,
        max_elements_to_parse: 60_000,
        disable_json_ld: true,
        ..dom_smoothie::Config::default()
    };
    let article = dom_smoothie::Readability::new(page, None, Some(config)).ok()?.parse().ok()?;
    Some(noise::without(article.text_content.lines()))
}

/// `articleBody`, which some fill with markup.
pub(super) fn stated_text(body: &str) -> Vec<String> {
    let text = crate::feed::Text { value: unescape(body).into_owned(), html: true }.plain();
    noise::without(text.lines())
}

/// Ours, unless it is much shorter than another reading.
fn chosen(
    page: Page,
    facts: &Facts,
    ours: Vec<String>,
    others: [Option<Vec<String>>; 2],
    mut notes: Vec<Note>,
) -> Article {
    notes.extend(page.notes);
    let much_longer = |other: &Vec<String>| prose(other) > 200 && prose(&ours) * 10 < prose(other) * 6;
    let text = match others.into_iter().flatten().find(much_longer) {
        Some(other) => {
            notes.push(Note::new("other-reading", "the text was found by another way of reading"));
            other
        }
        None => ours,
    };
    Article {
        title: page.title,
        byline: page.byline,
        published: page.published,
        updated: page.updated,
        source: page.source,
        site: facts.site().map(str::to_owned),
        language: facts.language().map(str::to_owned),
        link: facts.address().map(str::to_owned),
        image: facts.image().map(str::to_owned),
        text: text.join("\n\n"),
        captions: page.captions,
        notes,
    }
}

/// How many bytes of running text there are, each paragraph counted once: teasers and lists of links are no reason to
/// believe another reading, and some state their text twice.
pub(super) fn prose(text: &[String]) -> usize {
    let mut seen = std::collections::HashSet::new();
    text.iter().filter(|l| is_prose(l) && seen.insert(l.as_str())).map(String::len).sum()
}

#[cfg(test)]
mod tests;
