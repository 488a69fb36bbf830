//! Lists of documents beside a story, also when a portal printed them without anything between (S147–S149).

use super::lines::key;
use super::model::DocumentItem;
use viet::refs::{KINDS, Kind, Symbol};

/// Words with which a title begins that names no type.
const OTHER_OPENINGS: [&str; 5] = ["Về việc", "V/v", "Giới thiệu", "Danh mục", "Danh sách"];

/// Cuts a line of glued titles into items; a line with one title gives one.
pub(super) fn split(line: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices() {
        if at == start || !c.is_uppercase() {
            continue;
        }
        let (Some(item), Some(rest)) = (line.get(start..at), line.get(at..)) else { continue };
        if glued_here(item, rest) {
            items.push(item);
            start = at;
        }
    }
    items.extend(line.get(start..).filter(|rest| !rest.trim().is_empty()));
    items
}

/// Whether one title ends and the next begins with no space between.
fn glued_here(item: &str, rest: &str) -> bool {
    let Some(before) = item.chars().next_back().filter(|c| !c.is_whitespace()) else { return false };
    // Cheap looks first: a line may hold megabytes.
    let single = item.split_whitespace().take(2).count() < 2;
    let joins = matches!(before, '/' | '-' | '–' | '(' | '"' | '“' | '&');
    if single || (joins && !closes_quote(item, before)) {
        return false;
    }
    if opens(rest) {
        return true;
    }
    // Any other word in capital right after a small letter, digit or cut mark; not inside a symbol like QyĐ-UBND.
    let glued_to =
        before.is_lowercase() || before.is_ascii_digit() || matches!(before, '.' | '…' | ')' | '"' | '”');
    if !glued_to || (before == '.' && !item.ends_with("...")) {
        return false;
    }
    let word: String = rest.chars().take(30).take_while(|c| c.is_alphabetic()).collect();
    let own_word = item.rsplit(char::is_whitespace).next().unwrap_or_default();
    let next_is_word = word.chars().count() >= 2 && word.chars().skip(1).all(char::is_lowercase);
    let spaced_after = rest.chars().nth(word.chars().count()).is_none_or(char::is_whitespace);
    let in_symbol =
        own_word.contains('/') || (own_word.chars().count() <= 3 && own_word.chars().any(char::is_uppercase));
    next_is_word && spaced_after && !in_symbol
}

fn closes_quote(item: &str, before: char) -> bool {
    let near = item.get(item.floor_char_boundary(item.len().saturating_sub(600))..).unwrap_or(item);
    before == '"' && near.matches('"').count().is_multiple_of(2)
}

fn opens(rest: &str) -> bool {
    let named = |name: &str| {
        rest.strip_prefix(name).is_some_and(|after| {
            after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || c == ':')
        })
    };
    KINDS.iter().any(|kind| named(kind.name())) || OTHER_OPENINGS.iter().any(|o| named(o))
}

/// Whether a line by itself looks like the title of a document.
pub(super) fn is_title(line: &str) -> bool {
    let Some((kind, rest)) = leading_kind(line) else {
        return key(line).starts_with("v/v ") || bare_symbol(line).is_some();
    };
    let rest_key = key(rest);
    bare_symbol(rest).is_some()
        || ["so ", "ve viec", "v/v", "ban hanh", "ve "].iter().any(|o| rest_key.starts_with(o))
        || kind == Kind::CongVan
}

/// Reads items out of the lines of a list, the copy of a list printed twice left out (S147).
/// Whether a copy was left out is the second value.
pub(super) fn read(lines: &[&str]) -> (Vec<DocumentItem>, bool) {
    let texts: Vec<&str> = lines.iter().flat_map(|line| split(line)).collect();
    let kept = once(&texts);
    (kept.iter().map(|text| item(text)).collect(), kept.len() < texts.len())
}

/// A whole list that is one list repeated is kept once; single items that look alike stay (S174).
fn once<'a, 't>(items: &'a [&'t str]) -> &'a [&'t str] {
    for times in [3, 2] {
        if items.len() < 2 * times || !items.len().is_multiple_of(times) {
            continue;
        }
        let length = items.len() / times;
        let mut copies = items.chunks_exact(length);
        let first = copies.next().unwrap_or_default();
        let same = |a: &&str, b: &&str| a.trim() == b.trim();
        if copies.all(|copy| copy.iter().zip(first).all(|(a, b)| same(a, b))) {
            return first;
        }
    }
    items
}

/// Takes one title apart.
pub(super) fn item(text: &str) -> DocumentItem {
    let (kind, rest) = match leading_kind(text) {
        Some((kind, rest)) => (Some(kind), rest),
        None => (None, text),
    };
    let (symbol, subject) = match bare_symbol(rest) {
        Some((written, after)) => (Symbol::read(written, kind), after),
        None => (None, rest),
    };
    // "Quy định chi tiết …" without a number may be the name of a circular as well: left open (S118).
    let stated = kind.filter(|k| {
        symbol.is_some() || !matches!(k, Kind::QuyDinh | Kind::HuongDan | Kind::DuAn | Kind::DeAn)
    });
    let kind = stated.or_else(|| symbol.as_ref().and_then(|s| s.kind));
    let subject = if stated.is_some() || symbol.is_some() { subject } else { text };
    let cut = text.trim_end();
    DocumentItem {
        kind: kind.map(Kind::name),
        number: symbol.as_ref().and_then(|s| s.number.clone()),
        symbol: symbol.as_ref().map(Symbol::notation),
        subject: without_about(subject).to_owned(),
        truncated: cut.ends_with("...") || cut.ends_with('…'),
        text: text.trim().to_owned(),
    }
}

/// The type a title begins with, longest name first, and what follows.
fn leading_kind(text: &str) -> Option<(Kind, &str)> {
    let text = text.trim_start();
    let mut found: Option<(Kind, &str)> = None;
    for kind in KINDS {
        let name = kind.name();
        let Some(head) = text.get(..name.len()) else { continue };
        let rest = text.get(name.len()..).unwrap_or_default();
        let whole = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
        if whole
            && head.to_lowercase() == name.to_lowercase()
            && found.is_none_or(|(k, _)| k.name().len() < name.len())
        {
            found = Some((*kind, rest));
        }
    }
    found
}

/// `số 121/LĐTBXH-VP …`: the symbol as written and what follows it.
fn bare_symbol(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let text = ["số:", "số", "Số:", "Số", "sô"]
        .iter()
        .find_map(|w| text.strip_prefix(w))
        .unwrap_or(text)
        .trim_start();
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':')).unwrap_or(text.len());
    let (written, after) = (text.get(..end)?, text.get(end..)?);
    let slash = written.contains('/') && written.starts_with(|c: char| c.is_ascii_digit());
    (slash && Symbol::read(written, None).is_some()).then_some((written, after))
}

/// The subject without `v/v`, `về việc` and the marks before it.
fn without_about(text: &str) -> &str {
    let text = text.trim().trim_start_matches([',', ':', ';', '-', '–', '.']).trim_start();
    for about in ["v/v", "V/v", "V/V", "về việc", "Về việc"] {
        if let Some(rest) = text.strip_prefix(about) {
            return rest.trim_start_matches([':', ' ', '\u{a0}']).trim();
        }
    }
    text.trim()
}
