//! The stream of words while a page is read: lines become paragraphs, headings or list items where they end.

use super::lists::{Listed, Piece, built};
use super::{marker, spaces};
use crate::{Align, Block, Inline, Level, Marks, Text};

/// What the line being read will be.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Line {
    pub(super) align: Option<Align>,
    pub(super) heading: Option<Level>,
    /// The level in Word's list, where the paragraph says so.
    pub(super) level: Option<usize>,
    /// Whether the paragraph looks like one of Word's lists.
    pub(super) listed: bool,
}

/// Words and blocks in the order they come.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) pieces: Vec<Piece>,
    pub(super) line: Line,
    /// What Word wrote in front of the item.
    pub(super) marker: Option<String>,
    words: Vec<Inline>,
}

impl Flow {
    pub(super) fn text(&mut self, text: &str, marks: &Marks) {
        self.words.push(Inline::Text(Text { text: text.to_owned(), marks: marks.clone() }));
    }

    pub(super) fn line_break(&mut self) {
        self.words.push(Inline::Break);
    }

    pub(super) fn block(&mut self, block: Block) {
        self.end_line();
        self.pieces.push(Piece::Block(block));
    }

    /// Ends the line: what was gathered becomes a piece.
    pub(super) fn end_line(&mut self) {
        let mut content = std::mem::take(&mut self.words);
        let marker = self.marker.take();
        let space = |inline: &Inline| match inline {
            Inline::Text(text) => text.text.chars().all(char::is_whitespace),
            Inline::Break => true,
        };
        if content.iter().all(space) && marker.is_none() {
            return;
        }
        let kind = match &marker {
            Some(marker) => marker::kind(marker),
            None => marker::typed(&mut content, self.line.listed),
        };
        // Word's list without a marker of its own is a list with bullets; a marker no list can say stays as words.
        let kind = kind.or((marker.is_none() && self.line.level.is_some()).then_some(marker::Kind::Bullet));
        if let (Some(words), None) = (&marker, kind) {
            content.insert(0, Inline::plain(format!("{} ", words.trim())));
        }
        spaces::tidy(&mut content);
        self.pieces.push(match (kind, self.line.heading) {
            (_, Some(level)) => Piece::Block(Block::Heading { level, content }),
            (Some(kind), None) => {
                Piece::Listed(Listed { level: self.line.level.unwrap_or(1), kind, content })
            }
            (None, None) => Piece::Block(Block::Paragraph { align: self.line.align, content }),
        });
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_line();
        built(self.pieces)
    }
}
