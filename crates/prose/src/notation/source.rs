//! The text of the form before it is read: one kind of line end, and nothing that a reader would swallow unseen.

use pulldown_cmark::{Options, Parser};

/// The parts of Markdown the notation has.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
}

/// One kind of line end; lines like `[1]: words`, which Markdown takes as link definitions and hides, are escaped.
pub(super) fn prepared(given: &str) -> String {
    let mut text: String = given.replace("\r\n", "\n").replace('\r', "\n");
    // Escaping one definition can uncover the next; each round takes all that are known.
    for _ in 0..4 {
        let parser = Parser::new_ext(&text, options());
        let mut starts: Vec<usize> =
            parser.reference_definitions().iter().map(|(_, def)| def.span.start).collect();
        if starts.is_empty() {
            break;
        }
        starts.sort_unstable();
        for start in starts.into_iter().rev() {
            if text.is_char_boundary(start) {
                text.insert(start, '\\');
            }
        }
    }
    text
}

/// Cells in one line of a table: what stands between pipes that are not escaped.
pub(super) fn cells_in(row: &str) -> usize {
    let row = row.trim();
    let mut escaped = false;
    let mut pipes = 0;
    let mut ends_with_pipe = false;
    for c in row.chars() {
        ends_with_pipe = c == '|' && !escaped;
        pipes += usize::from(ends_with_pipe);
        escaped = c == '\\' && !escaped;
    }
    (pipes + 1) - usize::from(row.starts_with('|')) - usize::from(ends_with_pipe && pipes > 1)
}
