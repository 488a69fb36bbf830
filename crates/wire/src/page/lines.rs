//! The lines of a page with what its markup says of each: the common ground of bare text and HTML.

/// What the markup says a line is; bare text says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// Nothing is known.
    Bare,
    /// A heading of that level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A table, cells divided by tabs and rows by line ends.
    Table,
    /// A caption.
    Caption,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Trimmed of spaces, never empty.
    pub(super) text: String,
    pub(super) markup: Markup,
    /// Whether nearly all of it is links.
    pub(super) linked: bool,
    /// Whether it stands outside the part of the page that holds the story, as far as markup tells.
    pub(super) outside: bool,
    /// Whether it stands in a side column, menu or foot.
    pub(super) beside: bool,
}

impl Line {
    pub(super) fn words(&self) -> usize {
        words(&self.text)
    }
}

/// Number of words, marks between spaces not counted.
pub(super) fn words(text: &str) -> usize {
    let spaced = text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    // Chinese and Japanese write no spaces; about two characters make a word.
    let unspaced =
        text.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')).count();
    spaced + unspaced / 2
}

/// The last character that is not a closing quote or bracket.
pub(super) fn last_mark(text: &str) -> Option<char> {
    text.trim_end().chars().rev().find(|c| !matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']'))
}

/// Whether a line is running prose: long, and ended like a sentence. A headline is never both.
pub(super) fn is_prose(text: &str) -> bool {
    let count = words(text);
    if count >= 60 {
        return true;
    }
    let ended = matches!(last_mark(text), Some('.' | '…' | '!' | ';' | ':' | '。' | '！'));
    let ended = ended || text.contains("./.") || text.contains("…/.");
    let asked = last_mark(text) == Some('?') && sentences(text) > 1;
    (count >= 18 && (ended || asked)) || (count >= 30 && sentences(text) > 1)
}

/// Sentence ends inside a text, the last included.
fn sentences(text: &str) -> usize {
    let inside = [". ", "? ", "! ", ".\u{a0}"].iter().map(|m| text.matches(m).count()).sum::<usize>();
    inside + usize::from(matches!(text.chars().last(), Some('.' | '?' | '!')))
}

/// Lower case without diacritics, one space between words, no marks at the ends: what rule tables compare with.
pub(super) fn key(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        let c = match c {
            'đ' => 'd',
            '–' | '—' | '‑' | '−' => '-',
            '“' | '”' => '"',
            c => c,
        };
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        out.push(c);
    }
    out.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')').to_owned()
}
