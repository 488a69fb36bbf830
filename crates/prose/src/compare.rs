//! What differs between two texts, so that the second pair of eyes sees every changed word and nothing else.

mod align;
mod bags;
mod blocks;
mod html;
mod labels;
#[cfg(test)]
mod tests;
mod words;

pub use labels::CompareOptions;

use crate::{Block, Body, Cell, Figure, Inline};

/// What differs between two texts, block by block in the order of the new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'a> {
    /// The blocks of both texts.
    pub changes: Vec<Change<'a>>,
    /// Syllables that are new.
    pub words_added: usize,
    /// Syllables that are gone.
    pub words_removed: usize,
}

/// One block of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<'a> {
    /// Stands in both texts.
    Same(&'a Block),
    /// Stands only in the new text.
    Added(&'a Block),
    /// Stands only in the old text.
    Removed(&'a Block),
    /// A paragraph or heading whose words, marks, level or alignment changed.
    Words {
        /// As it was.
        old: &'a Block,
        /// As it is.
        new: &'a Block,
        /// Its words in order.
        runs: Vec<Run>,
    },
    /// A list in which items changed.
    List {
        /// As it was.
        old: &'a Block,
        /// As it is.
        new: &'a Block,
        /// Its items.
        items: Vec<Part<'a>>,
    },
    /// A quotation in which something changed.
    Quote(Vec<Change<'a>>),
    /// A table in which something changed.
    Table(Vec<RowChange<'a>>),
    /// A picture that was exchanged or whose words changed.
    Figure {
        /// As it was.
        old: &'a Figure,
        /// As it is.
        new: &'a Figure,
    },
}

/// Whether something stands in the old text, in the new one or in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In both, equal.
    Same,
    /// Only in the new text.
    Added,
    /// Only in the old text.
    Removed,
    /// In both, different.
    Changed,
}

/// Words in a row with the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Never [`State::Changed`].
    pub state: State,
    /// The words with their marks.
    pub content: Vec<Inline>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<'a> {
    /// What became of it as a whole.
    pub state: State,
    /// What it holds.
    pub changes: Vec<Change<'a>>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange<'a> {
    /// What became of it as a whole.
    pub state: State,
    /// Its cells, with what they hold.
    pub cells: Vec<(&'a Cell, Part<'a>)>,
}

/// Compares any two texts. Takes time in proportion to their length, also for texts that have nothing in common.
pub fn compare<'a>(old: &'a Body, new: &'a Body) -> Comparison<'a> {
    let changes = blocks::changes(&old.blocks, &new.blocks);
    let (mut words_added, mut words_removed) = (0, 0);
    changes.iter().for_each(|change| blocks::count(change, &mut words_added, &mut words_removed));
    Comparison { changes, words_added, words_removed }
}

/// Compares two titles or other fields of one line.
pub fn compare_text(old: &str, new: &str) -> Vec<Run> {
    let line = |text: &str| if text.is_empty() { vec![] } else { vec![Inline::plain(text)] };
    words::runs(&line(old), &line(new))
}

/// Runs of words from [`compare_text`] as safe HTML, with `<ins>` and `<del>`.
pub fn text_to_html(runs: &[Run], options: &CompareOptions<'_>) -> String {
    html::line_html(runs, options)
}

impl Comparison<'_> {
    /// Whether the texts are equal.
    pub fn is_same(&self) -> bool {
        self.changes.iter().all(|change| matches!(change, Change::Same(_)))
    }
}
