//! Abbreviations of offices: what they stand for and when, where a text uses one it never explains (S108, S177, S180).

mod table;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::dates::Date;
use crate::tokens::{Kind, Token, Tokens, tokens};

/// What an abbreviation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A body, or the field in the name of one.
    Body,
    /// A post or title.
    Post,
    /// A place.
    Place,
    /// A type of document.
    Document,
    /// A matter.
    Matter,
}

/// An entry of the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The abbreviation in its usual form.
    pub short: &'static str,
    /// What it stands for.
    pub long: &'static str,
    /// What it names.
    pub sort: Sort,
    since: Option<(i32, u32, u32)>,
    until: Option<(i32, u32, u32)>,
    /// Who has the work since, where known; empty otherwise.
    pub now: &'static str,
}

impl Entry {
    /// First day on which the long form named something, where that is after the dictionary's own times.
    #[must_use]
    pub fn since(&self) -> Option<Date> {
        self.since.and_then(|(y, m, d)| Date::new(y, m, d))
    }

    /// Last day, for what has ended.
    #[must_use]
    pub fn until(&self) -> Option<Date> {
        self.until.and_then(|(y, m, d)| Date::new(y, m, d))
    }

    /// Whether the long form named something on a day.
    #[must_use]
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.since().is_none_or(|s| s <= day) && self.until().is_none_or(|u| day <= u)
    }
}

/// Entries of an abbreviation, however its hyphens, ampersands, dots and spaces are written.
///
/// ```
/// use viet::abbreviations::look_up;
/// use viet::dates::Date;
/// for written in ["LĐ-TB&XH", "LĐ-TB & XH", "LĐ–TB&XH", "LĐ-TBXH", "LĐTBXH"] {   // S177
///     let entry = look_up(written).next().unwrap();
///     assert_eq!(entry.long, "Lao động - Thương binh và Xã hội");
///     assert!(!entry.is_valid_on(Date::new(2025, 3, 1).unwrap()));                  // S180
///     assert_eq!(entry.now, "Nội vụ");
/// }
/// ```
pub fn look_up(short: &str) -> impl Iterator<Item = &'static Entry> {
    let wanted = squeeze(short);
    table::ENTRIES.iter().filter(move |entry| squeeze(entry.short) == wanted)
}

/// Letters and digits only: what is equal in all ways of writing an abbreviation.
fn squeeze(short: &str) -> String {
    short.chars().take(40).filter(|c| c.is_alphanumeric()).collect()
}

/// An abbreviation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its long form, from the text itself or from the dictionary.
    pub long: Option<String>,
    /// Whether the text itself explains it, here or before.
    pub explained: bool,
}

/// Every abbreviation of a text, in order. `UBND tỉnh` is one; document symbols are not.
#[must_use]
pub fn find(text: &str) -> Vec<Use> {
    let mut own: HashMap<String, String> = HashMap::new();
    let mut found = Vec::new();
    let mut rest = tokens(text);
    while let Some(token) = rest.next() {
        if token.kind != Kind::Abbreviation {
            continue;
        }
        let token = spaced(text, token, &mut rest);
        let short = token.text(text);
        let key = squeeze(short);
        if let Some(long) = explanation(text, token.start, token.end, &key) {
            own.insert(key.clone(), long);
        }
        let explained = own.get(&key).cloned();
        found.push(Use {
            range: token.start..token.end,
            explained: explained.is_some(),
            long: explained.or_else(|| look_up(short).next().map(|e| e.long.to_owned())),
        });
    }
    found
}

/// `LĐ-TB & XH` (S177): an abbreviation that goes on behind a spaced ampersand, when the dictionary has all of it.
fn spaced(text: &str, first: Token, rest: &mut Tokens<'_>) -> Token {
    let mut ahead = rest.clone();
    let (Some(mark), Some(last)) = (ahead.next(), ahead.next()) else { return first };
    let whole = Token { end: last.end, ..first };
    let joins = mark.text(text) == "&"
        && last.kind == Kind::Abbreviation
        && whole.end - whole.start < 40
        && look_up(whole.text(text)).next().is_some();
    if !joins {
        return first;
    }
    *rest = ahead;
    whole
}

/// Abbreviations that a reader is never told: neither explained in the text before their first use nor in the
/// dictionary. Each is given once, at its first use.
///
/// ```
/// let text = "Ủy ban nhân dân (UBND) tỉnh giao VPQGGN; UBND và VPQGGN phối hợp.";
/// let unknown = viet::abbreviations::undefined(text);
/// assert_eq!(unknown.len(), 1);
/// assert_eq!(&text[unknown[0].clone()], "VPQGGN");
/// ```
#[must_use]
pub fn undefined(text: &str) -> Vec<Range<usize>> {
    let mut seen = BTreeSet::new();
    find(text)
        .into_iter()
        .filter(|u| text.get(u.range.clone()).is_some_and(|t| seen.insert(squeeze(t))))
        .filter(|u| u.long.is_none())
        .map(|u| u.range)
        .collect()
}

/// A text in which each abbreviation of the dictionary is written out at its first use, with the short form
/// behind it in brackets. What the text explains itself, titles and `TP.` before a name are left alone or
/// simply written out.
///
/// ```
/// use viet::abbreviations::expand_first;
/// assert_eq!(expand_first("UBND tỉnh họp. UBND kết luận.", None),
///            "Ủy ban nhân dân (UBND) tỉnh họp. UBND kết luận.");
/// assert_eq!(expand_first("PGĐ Sở", None), "Phó Giám đốc Sở");
/// ```
#[must_use]
pub fn expand_first(text: &str, on: Option<Date>) -> String {
    let uses = find(text);
    let mut times: HashMap<String, usize> = HashMap::new();
    for found in &uses {
        *times.entry(squeeze(text.get(found.range.clone()).unwrap_or_default())).or_default() += 1;
    }
    let again = |key: &str| times.get(key).is_some_and(|n| *n > 1);
    let mut seen = BTreeSet::new();
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for found in &uses {
        let short = text.get(found.range.clone()).unwrap_or_default();
        let key = squeeze(short);
        let entry = look_up(short).find(|e| on.is_none_or(|day| e.is_valid_on(day)));
        let Some(entry) = entry.filter(|_| !found.explained) else { continue };
        if !seen.insert(key.clone()) {
            continue;
        }
        out.push_str(text.get(at..found.range.start).unwrap_or_default());
        out.push_str(entry.long);
        let plain = matches!(entry.sort, Sort::Post | Sort::Place);
        if !plain && again(&key) {
            out.push_str(&format!(" ({short})"));
        }
        at = found.range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The words before `(ABC)` whose initials are A, B, C.
fn explanation(text: &str, start: usize, end: usize, key: &str) -> Option<String> {
    let before = text.get(..start)?.strip_suffix('(').map(str::trim_end);
    let after = text.get(end..)?;
    let bracketed = before.filter(|_| after.starts_with(')'));
    // "gọi tắt là ABC", "viết tắt là ABC".
    let named = || {
        let head = text.get(..start)?.trim_end();
        let head =
            ["sau đây gọi tắt là", "sau đây viết tắt là", "gọi tắt là", "viết tắt là", "sau đây gọi là"]
                .iter()
                .find_map(|lead| head.strip_suffix(lead))?;
        Some(head.trim_end().trim_end_matches(['(', ',']).trim_end())
    };
    let head = bracketed.or_else(named)?;
    let tail = head.get(head.floor_char_boundary(head.len().saturating_sub(200))..)?;
    let words: Vec<&str> = tail.split_whitespace().collect();
    let letters: Vec<char> = key.chars().map(crate::letters::lower).collect();
    // As many words as letters, or a few more for "và", "của" and the like.
    (letters.len().max(2)..=letters.len() + 4).find_map(|count| {
        let last = words.get(words.len().checked_sub(count)?..)?;
        let initials: Vec<char> = last
            .iter()
            .filter_map(|w| w.chars().find(|c| c.is_alphabetic()))
            .map(crate::letters::lower)
            .collect();
        is_subsequence(&letters, &initials).then(|| last.join(" "))
    })
}

/// Whether the letters stand in the initials in order, beginning and ending with them.
fn is_subsequence(letters: &[char], initials: &[char]) -> bool {
    let mut rest = initials.iter();
    letters.first() == initials.first() && letters.iter().all(|l| rest.any(|i| i == l))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_explain_their_own() {
        let text = "Văn phòng Quốc gia về giảm nghèo (VPQGGN) báo cáo. VPQGGN đề nghị TT&TT.";
        let found = find(text);
        assert_eq!(found[0].long.as_deref(), Some("Văn phòng Quốc gia về giảm nghèo"));
        assert!(found[1].explained);
        assert_eq!(found[2].long.as_deref(), Some("Thông tin và Truyền thông"));
        assert!(undefined(text).is_empty());
        assert_eq!(undefined("Theo ABQ, …").len(), 1);
    }

    #[test]
    fn s177_an_ampersand_may_stand_apart() {
        let text = "Sở LĐ-TB & XH, VH & ABQ";
        let found: Vec<_> = find(text).into_iter().map(|u| text.get(u.range).unwrap()).collect();
        assert_eq!(found, ["LĐ-TB & XH", "VH", "ABQ"]);
    }

    #[test]
    fn s180_what_has_ended_is_not_written_out_after_its_end() {
        let late = Date::new(2026, 1, 1);
        assert_eq!(expand_first("Sở TT&TT", late), "Sở TT&TT");
        assert_eq!(expand_first("Sở TT&TT", Date::new(2018, 6, 1)), "Sở Thông tin và Truyền thông");
    }

    #[test]
    fn the_dictionary_has_no_double() {
        let keys: BTreeSet<(String, &str)> =
            table::ENTRIES.iter().map(|e| (squeeze(e.short), e.long)).collect();
        let doubles = table::ENTRIES.len() - keys.len();
        // TP and TP., VHTT&DL and VH-TT&DL and VHTTDL, GD&ĐT, PT-TH, TP.HCM are written several ways on purpose.
        assert!(doubles <= 7, "{doubles}");
    }
}
