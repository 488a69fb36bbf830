//! HTML → lines: the story's own part of the page is found by where the running text is, not by a site's names.
//!
//! Tags are read in one pass with a bounded stack, so that neither a hundred thousand nested elements nor tags
//! that are never closed cost more than their length. Nothing is executed and nothing is fetched.

mod facts;
mod leaves;
mod main_part;
pub(super) mod tags;

use super::lines::Line;
pub(super) use facts::Facts;

/// What an HTML page gives: its lines, and the facts that its head and markup state for machines.
pub(super) struct Marked {
    pub(super) lines: Vec<Line>,
    pub(super) facts: Facts,
    /// Whether elements were nested deeper than any writer does.
    pub(super) too_deep: bool,
}

/// Whether a text is HTML rather than bare text: it opens with markup or holds many tags.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let opening: String = start.chars().take(16).collect::<String>().to_ascii_lowercase();
    let markup = [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<?xml",
        "<!--",
        "<div",
        "<p>",
        "<p ",
        "<table",
        "<article",
        "<meta",
        "<h1",
    ];
    if markup.iter().any(|m| opening.starts_with(m)) {
        return true;
    }
    let sample = text.get(..text.floor_char_boundary(100_000)).unwrap_or(text);
    // Text that carries such elements is markup whatever it looks like.
    let never_text = ["<script", "<style", "<iframe", "<svg", "<object"];
    let lower = sample.to_ascii_lowercase();
    if never_text.iter().any(|t| lower.contains(t)) {
        return true;
    }
    let tags = ["</p>", "</div>", "<br", "</td>", "</span>", "</a>", "</li>", "</h"];
    tags.iter().map(|t| sample.matches(t).count()).sum::<usize>() >= 3
}

pub(super) fn read(text: &str) -> Marked {
    let page = leaves::collect(text);
    let lines = main_part::lines(&page);
    Marked { lines, facts: page.facts, too_deep: page.too_deep }
}
