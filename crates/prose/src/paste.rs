//! From a paste, an old page or a Word document's HTML to a structured text: what is words stays, what is dress or
//! danger goes, and the author is told what was left behind.

mod blocks;
mod cleaned;
mod effort;
mod figure;
mod flow;
mod guard;
mod letters;
mod lists;
mod marker;
mod spaces;
mod style;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use cleaned::{Cleaned, Dropped};
use uuid::Uuid;

use crate::{Block, Body, find};

/// Longest HTML that is read, in bytes; a paste with pictures inside it can be long.
pub const MAX_HTML: usize = 16_000_000;

impl Body {
    /// Makes a structured text of any HTML, however hostile, and says what was left out.
    ///
    /// Pictures are kept only where they carry the id of an asset of ours (`data-asset`); whether that asset exists
    /// and may be used is for the caller to check, with [`Body::figures`].
    pub fn from_html(html: &str) -> (Self, Vec<Cleaned>) {
        Self::from_html_with(html, &|_| None)
    }

    /// As [`Body::from_html`]; `known` may name the asset that holds the picture at an address.
    pub fn from_html_with(html: &str, known: &dyn Fn(&str) -> Option<Uuid>) -> (Self, Vec<Cleaned>) {
        let (html, cut) = beginning(html);
        let (document, overfull) = guard::parse(html);
        let mut paste = Paste { known, cleaned: BTreeMap::new() };
        let blocks = document.body().map(|body| paste.document(body)).unwrap_or_default();
        let (body, shortened) = fitting(blocks);
        if cut || overfull || shortened {
            paste.drop(Dropped::Rest, "");
        }
        (body, paste.cleaned.into_values().collect())
    }
}

/// One paste being read: which pictures are ours, and what was left out so far.
struct Paste<'k> {
    known: &'k dyn Fn(&str) -> Option<Uuid>,
    cleaned: BTreeMap<Dropped, Cleaned>,
}

impl Paste<'_> {
    fn drop(&mut self, what: Dropped, example: &str) {
        self.cleaned.entry(what).or_insert_with(|| Cleaned::new(what)).add(example);
    }
}

/// At most [`MAX_HTML`] bytes of it, and whether that is less than all.
fn beginning(html: &str) -> (&str, bool) {
    if html.len() <= MAX_HTML {
        return (html, false);
    }
    let end = (0..=MAX_HTML).rev().find(|at| html.is_char_boundary(*at)).unwrap_or(0);
    (html.get(..end).unwrap_or_default(), true)
}

/// As many of the blocks, from the first on, as a body can hold.
fn fitting(mut blocks: Vec<Block>) -> (Body, bool) {
    let mut shortened = false;
    let (mut bytes, mut nodes) = (0, 0);
    let fits = blocks.iter().position(|block| {
        find::walk(block, &mut |inner| {
            nodes += 3;
            if let Block::Paragraph { content, .. } | Block::Heading { content, .. } = inner {
                nodes += content.len();
                let mut words = String::new();
                crate::text::inline(&mut words, content, ' ');
                bytes += words.len() + 40 * content.len();
            }
        });
        bytes > crate::MAX_BYTES || nodes > 3 * crate::MAX_NODES
    });
    if let Some(most) = fits {
        blocks.truncate(most);
        shortened = true;
    }
    loop {
        match Body::from_blocks(blocks.clone()) {
            Ok(body) => return (body, shortened),
            Err(_) if blocks.is_empty() => return (Body::default(), true),
            Err(_) => {
                shortened = true;
                blocks.truncate(blocks.len() * 3 / 4);
            }
        }
    }
}
