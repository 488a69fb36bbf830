//! Writing a text in the plain notation.

use super::inline::{entity_safe, escaped, lines as running};
use super::table;
use crate::{Block, Body, Figure};

impl Body {
    /// The text in the plain notation, ready for a `<textarea>`. [`Body::from_notation`] reads it back equal, except
    /// for what [`Body::lost_in_notation`] names.
    pub fn to_notation(&self) -> String {
        let mut out = blocks(&self.blocks, false).join("\n");
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}

/// The lines of blocks, an empty line between two blocks. `in_item`: the first line follows a list's mark.
fn blocks(given: &[Block], in_item: bool) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    let mut second_mark = false;
    for (index, block) in given.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| given.get(index));
        // Two lists in a row would be read as one: the second takes the other mark.
        second_mark = before.is_some_and(|before| same_list(before, block)) && !second_mark;
        if before.is_some_and(|before| !(is_empty(before) || in_item && close(before, block))) {
            out.push(String::new());
        }
        out.extend(lines(block, second_mark, in_item && index <= 1));
    }
    out
}

fn lines(block: &Block, second_mark: bool, after_mark: bool) -> Vec<String> {
    match block {
        Block::Paragraph { content, .. } if content.is_empty() => vec![],
        Block::Paragraph { content, .. } => running(content),
        Block::Heading { level, content } => {
            let mut line = running(content).join(" ");
            let escapes = line.trim_end_matches('#').chars().rev().take_while(|c| *c == '\\').count();
            if line.ends_with('#') && (escapes % 2 == 0 || line.ends_with("##")) {
                line.insert(line.len() - 1, '\\');
            }
            vec![format!("{} {line}", "#".repeat(usize::from(level.number())))]
        }
        Block::BulletList(items) => {
            list(items, |_| if second_mark { "* ".to_owned() } else { "- ".to_owned() })
        }
        Block::OrderedList { start, items } => {
            let end = if second_mark { ')' } else { '.' };
            let number = |index| u64::from(*start).saturating_add(index).min(999_999_999);
            list(items, |index| format!("{}{end} ", number(index)))
        }
        Block::Blockquote(inner) => blocks(inner, false).iter().map(|line| quoted(line)).collect(),
        Block::Table(given) => table::lines(given),
        Block::Figure(given) => vec![figure(given)],
        Block::Rule => vec![if after_mark { "___".to_owned() } else { "---".to_owned() }],
    }
}

fn list(items: &[Vec<Block>], mark: impl Fn(u64) -> String) -> Vec<String> {
    let loose = items.iter().any(|item| item.windows(2).any(|pair| matches!(pair, [a, b] if !close(a, b))));
    let mut out = vec![];
    for (number, item) in (0_u64..).zip(items) {
        if loose && number > 0 {
            out.push(String::new());
        }
        let mark = mark(number);
        let indent = " ".repeat(mark.len());
        let content = blocks(item, true);
        if content.is_empty() {
            out.push(mark.trim_end().to_owned());
        }
        for (index, line) in content.into_iter().enumerate() {
            out.push(match (index, line.is_empty()) {
                (0, _) => format!("{mark}{line}"),
                (_, true) => line,
                (_, false) => format!("{indent}{line}"),
            });
        }
    }
    out
}

/// Whether a block may follow without an empty line: a list right under its item's words.
fn close(before: &Block, block: &Block) -> bool {
    let first = match block {
        Block::BulletList(items) | Block::OrderedList { start: 1, items } => {
            items.first().and_then(|item| item.first())
        }
        _ => None,
    };
    is_empty(before)
        || matches!(before, Block::Paragraph { .. }) && first.is_some_and(|first| !is_empty(first))
}

fn is_empty(block: &Block) -> bool {
    matches!(block, Block::Paragraph { content, .. } if content.is_empty())
}

fn same_list(one: &Block, other: &Block) -> bool {
    matches!(
        (one, other),
        (Block::BulletList(_), Block::BulletList(_)) | (Block::OrderedList { .. }, Block::OrderedList { .. })
    )
}

fn quoted(line: &str) -> String {
    if line.is_empty() { ">".to_owned() } else { format!("> {line}") }
}

fn figure(given: &Figure) -> String {
    let mut out = format!("![{}](asset:{}", escaped(&given.alt), given.asset.hyphenated());
    let mut words = given.caption.replace('\\', "\\\\").replace('|', "\\|");
    if !given.credit.is_empty() {
        words.push_str(if words.is_empty() { "| " } else { " | " });
        words.push_str(&given.credit.replace('\\', "\\\\").replace('|', "\\|"));
    }
    if !words.is_empty() {
        out.push_str(" \"");
        entity_safe(&mut out, &words);
        out.push('"');
    }
    out.push(')');
    out
}
