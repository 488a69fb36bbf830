//! How a paragraph ends: the mark `./.` that closes documents (S137), or a signature printed on the same line.

use super::labels;
use super::model::Byline;

pub(super) struct Ending<'a> {
    /// The paragraph without mark and signature.
    pub(super) text: &'a str,
    /// Whether it carried the end mark.
    pub(super) marked: bool,
    /// Who signed on the same line, or the source named there.
    pub(super) signature: Option<(Option<Byline>, Option<String>)>,
}

pub(super) fn take(text: &str) -> Ending<'_> {
    if let Some(kept) = without_mark(text) {
        return Ending { text: kept, marked: true, signature: None };
    }
    // "… giao./. Thu Hà": the mark, then a signature.
    if let Some(at) = text.rfind("/.") {
        let (before, after) = (text.get(..at).unwrap_or(text), text.get(at + 2..).unwrap_or_default().trim());
        let signed = after.chars().count() <= 80 && !after.is_empty();
        let signature = signed.then(|| signature(after)).flatten();
        if before.ends_with(['.', '…', '!', '?', '”', '"', ')']) && signature.is_some() {
            return Ending { text: before.trim_end(), marked: true, signature };
        }
    }
    // "… thông qua. (Theo Báo Nhân Dân)".
    if let Some((before, inside)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) {
        let ended = before.trim_end().ends_with(['.', '…', '!', '?', '”']);
        let labelled = inside.contains(':') || labels::theo(inside).is_some();
        let signature =
            (ended && labelled && inside.chars().count() <= 80).then(|| signature(inside)).flatten();
        if signature.is_some() {
            return Ending {
                text: without_mark(before.trim_end()).unwrap_or(before.trim_end()),
                marked: true,
                signature,
            };
        }
    }
    Ending { text, marked: false, signature: None }
}

fn signature(text: &str) -> Option<(Option<Byline>, Option<String>)> {
    if let Some(source) = labels::theo(text) {
        return Some((None, Some(source)));
    }
    if let Some(said) = labels::read(text) {
        return Some((said.byline, said.source));
    }
    labels::signature(text).map(|(byline, source)| (Some(byline), source))
}

/// `giao./.` → `giao.`, `nghèo…/.` → `nghèo…`, `thực hiện/.` → `thực hiện`.
fn without_mark(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let kept = text
        .strip_suffix("/.")
        .or_else(|| text.strip_suffix("/ ."))
        .or_else(|| text.strip_suffix("./").map(|t| text.get(..=t.len()).unwrap_or(t)))?;
    let kept = kept.trim_end_matches(['/', ' ', '\u{a0}']);
    let word = kept.chars().next_back()?;
    (word.is_alphanumeric() || matches!(word, '.' | '…' | '!' | '?' | '"' | '”' | ')' | ',')).then_some(kept)
}
