//! Running text in the plain notation, with every sign escaped that would otherwise mean something.

use super::read;
use crate::nest::{Turn, Wrap, turns};
use crate::{Block, Inline, Mark};

/// An invisible letter that lets a mark begin or end inside a word; reading drops it.
const SEAM: &str = "&#8203;";

/// The lines of a text. Where marks meet without a space between them, seams are added until it reads back equal.
pub(super) fn lines(content: &[Inline]) -> Vec<String> {
    let plain = spell(content, false);
    let marked = content.iter().any(|inline| matches!(inline, Inline::Text(text) if !text.marks.is_empty()));
    if !marked || reads_back(&plain, content) {
        return plain;
    }
    let seamed = spell(content, true);
    if reads_back(&seamed, content) { seamed } else { plain }
}

/// The content as far as the notation can say it: underlining is left out.
pub(super) fn sayable(content: &[Inline]) -> Vec<Inline> {
    let mut content = content.to_vec();
    for inline in &mut content {
        if let Inline::Text(text) = inline {
            text.marks.remove(Mark::Underline);
        }
    }
    content
}

fn reads_back(lines: &[String], content: &[Inline]) -> bool {
    let wanted = crate::canon::blocks(vec![Block::paragraph(sayable(content))]);
    read::blocks(&lines.join("\n")).and_then(crate::canon::blocks) == wanted
}

fn spell(content: &[Inline], seams: bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut out = String::new();
    let turns = turns(content);
    for (index, turn) in turns.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| turns.get(index));
        if seams && before.is_some_and(|before| needs_seam(before, turn)) {
            out.push_str(SEAM);
        }
        match turn {
            Turn::Open(wrap) => out.push_str(opening(*wrap)),
            Turn::Close(wrap) => closing(&mut out, *wrap),
            Turn::Text(text) => {
                let link_next = matches!(turns.get(index + 1), Some(Turn::Open(_)));
                escape(&mut out, text, link_next);
            }
            Turn::Break => {
                if let Some(line) = lines.last_mut() {
                    *line = std::mem::take(&mut out);
                }
                lines.push(String::new());
            }
        }
    }
    if let Some(line) = lines.last_mut() {
        *line = out;
    }
    lines.iter().map(|line| guard_start(line)).collect()
}

fn needs_seam(before: &Turn<'_>, turn: &Turn<'_>) -> bool {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match (before, turn) {
        (Turn::Text(text), Turn::Open(_)) => !space(text.chars().last()),
        (Turn::Close(_), Turn::Text(text)) => !space(text.chars().next()),
        (Turn::Close(_), Turn::Open(_)) => true,
        _ => false,
    }
}

fn opening(wrap: Wrap<'_>) -> &'static str {
    match wrap {
        Wrap::Link(_) => "[",
        Wrap::Mark(mark) => sign(mark),
    }
}

fn closing(out: &mut String, wrap: Wrap<'_>) {
    match wrap {
        Wrap::Link(href) => {
            let address = href.as_str();
            let plain = !address.contains(['(', ')', '&']);
            out.push_str("](");
            if plain {
                out.push_str(address);
            } else {
                out.push('<');
                entity_safe(out, address);
                out.push('>');
            }
            out.push(')');
        }
        Wrap::Mark(mark) => out.push_str(sign(mark)),
    }
}

fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Bold => "**",
        Mark::Italic => "*",
        Mark::Underline => "",
        Mark::Strike => "~~",
        Mark::Superscript => "^",
        Mark::Subscript => "~",
    }
}

/// Words as themselves. An exclamation mark before a link would make it a picture.
fn escape(out: &mut String, text: &str, link_next: bool) {
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let escaped = match c {
            '\\' | '*' | '_' | '[' | ']' | '<' | '`' | '~' | '^' => true,
            '!' => rest.peek().is_none() && link_next,
            '&' => text.get(at..).is_some_and(looks_like_entity),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Text inside quotes or pointed brackets, where only entities and backslashes still mean something.
pub(super) fn entity_safe(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        let entity = c == '&' && text.get(at..).is_some_and(looks_like_entity);
        if entity || c == '\\' || c == '"' || c == '<' || c == '>' {
            out.push('\\');
        }
        out.push(c);
    }
}

fn looks_like_entity(from_ampersand: &str) -> bool {
    let name = from_ampersand.chars().skip(1).take_while(|c| c.is_ascii_alphanumeric() || *c == '#').count();
    name > 0 && from_ampersand.chars().nth(name + 1) == Some(';')
}

/// Words of a picture's alternative text.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, text, false);
    out
}

/// A line that begins like a heading, a list or a table, but is not one.
fn guard_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    if (1..=9).contains(&digits) && line.chars().nth(digits).is_some_and(|c| c == '.' || c == ')') {
        let (number, rest) = line.split_at_checked(digits).unwrap_or((line, ""));
        let meant = rest.chars().nth(1).is_none_or(char::is_whitespace);
        return if meant { format!("{number}\\{rest}") } else { line.to_owned() };
    }
    let second = line.chars().nth(1);
    let guarded = match line.chars().next() {
        Some('#' | '>' | '|' | '=') => true,
        Some('-' | '+' | ':') => !second.is_some_and(char::is_alphanumeric),
        _ => false,
    };
    if guarded { format!("\\{line}") } else { line.to_owned() }
}
