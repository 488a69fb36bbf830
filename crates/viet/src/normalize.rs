//! One way of writing for the many ways the same Vietnamese text is typed (S172, S178, S179).

mod tones;

use std::borrow::Cow;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::offsets::OffsetMap;
use crate::pieces::{LONGEST, cut};
pub use tones::{ToneStyle, tone_style};

/// A normalised text and where each of its bytes came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Normal {
    /// The normalised text.
    pub text: String,
    /// From its offsets to those of the source and back.
    pub map: OffsetMap,
}

/// What to make equal. [`Normalizer::new`] only composes (NFC); each method adds one thing.
///
/// ```
/// use viet::normalize::{Normalizer, ToneStyle};
/// let tidy = Normalizer::new().punctuation().spaces().tones(ToneStyle::Old);
/// assert_eq!(tidy.apply("2019 – 2021:\u{a0}“lan toả”…"), "2019 - 2021: \"lan tỏa\"...");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Normalizer {
    punctuation: bool,
    spaces: bool,
    tones: Option<ToneStyle>,
}

/// Canonical composition (NFC), free when the text already is.
///
/// ```
/// use std::borrow::Cow;
/// assert!(matches!(viet::normalize::nfc("Việt Nam"), Cow::Borrowed(_)));
/// assert_eq!(viet::normalize::nfc("Vie\u{323}\u{302}t"), "Việt");
/// ```
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_composed(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Composes a text with combining marks; any other is composed as far as Vietnamese goes, which is seen at a glance.
pub(crate) fn nfc_if_apart(text: &str) -> Cow<'_, str> {
    if may_be_apart(text) { nfc(text) } else { Cow::Borrowed(text) }
}

/// Whether a byte leads a combining mark.
pub(crate) fn may_be_apart(text: &str) -> bool {
    // In blocks without a branch for each byte, which the compiler turns into wide instructions.
    text.as_bytes().chunks(64).any(|block| block.iter().fold(false, |found, b| found | (b & 0xFE == 0xCC)))
}

/// Everything at once, for comparing and for keys: NFC, plain dashes, quotes, dots and spaces, old tone style.
#[must_use]
pub fn key(text: &str) -> Cow<'_, str> {
    Normalizer::new().punctuation().spaces().tones(ToneStyle::Old).apply(text)
}

impl Normalizer {
    /// Composes only.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes every dash as `-`, every quotation mark as `"` or `'`, `…` as `...`, the foreign `Ð` as `Đ`.
    #[must_use]
    pub fn punctuation(self) -> Self {
        Self { punctuation: true, ..self }
    }

    /// Writes no-break and other odd spaces as a space and drops characters without width.
    #[must_use]
    pub fn spaces(self) -> Self {
        Self { spaces: true, ..self }
    }

    /// Places tone marks in one style.
    #[must_use]
    pub fn tones(self, style: ToneStyle) -> Self {
        Self { tones: Some(style), ..self }
    }

    /// Normalises; borrows when nothing changes.
    #[must_use]
    pub fn apply<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if text.len() <= LONGEST {
            return self.apply_piece(text);
        }
        // Where each byte came from is forgotten piece by piece, so that memory stays small.
        let mut out = String::with_capacity(text.len() + text.len() / 16);
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at_checked(cut(rest)).unwrap_or((rest, ""));
            let parts = piece.ends_with([' ', '\n']) && after.starts_with(is_settled) || after.is_empty();
            let (piece, after) = if parts { (piece, after) } else { (rest, "") };
            out.push_str(&self.apply_piece(piece));
            rest = after;
        }
        if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
    }

    fn apply_piece<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let plain = if self.leaves(text) { Cow::Borrowed(text) } else { Cow::Owned(self.rewrite(text).text) };
        let Some(style) = self.tones else { return plain };
        match plain {
            Cow::Borrowed(text) => tone_style(text, style),
            Cow::Owned(text) => Cow::Owned(tone_style(&text, style).into_owned()),
        }
    }

    /// Normalises and remembers where every byte came from.
    #[must_use]
    pub fn apply_mapped(&self, text: &str) -> Normal {
        let plain = self.rewrite(text);
        let Some(style) = self.tones else { return plain };
        let (text, map) = tones::restyle_mapped(&plain.text, style);
        Normal { text, map: plain.map.then(&map) }
    }

    fn leaves(self, text: &str) -> bool {
        is_composed(text)
            && (text.is_ascii() || !text.chars().any(|c| self.replaces(c).is_some() || self.drops(c)))
    }

    fn rewrite(self, text: &str) -> Normal {
        if is_composed(text) && !self.may_uncover_marks(text) {
            return self.replace_only(text);
        }
        let mut out = Normal { text: String::with_capacity(text.len()), map: OffsetMap::default() };
        let mut rest = text;
        while !rest.is_empty() {
            let (plain, after) = rest.split_at_checked(self.plain_len(rest)).unwrap_or(("", rest));
            out.text.push_str(plain);
            out.map.same(plain.len());
            rest = after;
            let (cluster, after) = rest.split_at_checked(self.cluster_len(rest)).unwrap_or((rest, ""));
            self.write_cluster(cluster, &mut out);
            rest = after;
        }
        out
    }

    /// Whether dropping a character could let a mark join another letter.
    fn may_uncover_marks(self, text: &str) -> bool {
        let mut dropped = false;
        text.chars().any(|c| {
            let uncovers = dropped && !c.is_ascii() && !starts_cluster(c);
            dropped = !c.is_ascii() && (self.drops(c) || dropped && !starts_cluster(c));
            uncovers
        })
    }

    /// Composed text needs no clusters: character by character.
    fn replace_only(self, text: &str) -> Normal {
        let mut out = Normal { text: String::with_capacity(text.len()), map: OffsetMap::default() };
        for c in text.chars() {
            if c.is_ascii() {
                out.text.push(c);
                out.map.same(1);
            } else if self.drops(c) {
                out.map.edit(c.len_utf8(), 0);
            } else if let Some(other) = self.replaces(c) {
                out.text.push_str(other);
                out.map.edit(c.len_utf8(), other.len());
            } else {
                out.text.push(c);
                out.map.same(c.len_utf8());
            }
        }
        out
    }

    /// Bytes of the characters at the beginning that stay as they are, whatever follows them.
    fn plain_len(self, text: &str) -> usize {
        let mut plain = 0;
        for (at, c) in text.char_indices() {
            if !is_settled(c) || !c.is_ascii() && (self.replaces(c).is_some() || self.drops(c)) {
                // What stands before may be about to take a mark.
                return plain;
            }
            plain = at;
        }
        text.len()
    }

    /// Bytes up to the next character before which composition may be cut.
    fn cluster_len(self, text: &str) -> usize {
        let mut chars = text.char_indices();
        chars.next();
        chars.find(|&(_, c)| !self.drops(c) && starts_cluster(c)).map_or(text.len(), |(at, _)| at)
    }

    fn write_cluster(self, cluster: &str, out: &mut Normal) {
        let before = out.text.len();
        let mut chars = cluster.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_ascii() => out.text.push(c),
            _ => {
                let kept = cluster.chars().filter(|&c| !self.drops(c));
                for c in kept.nfc() {
                    match self.replaces(c) {
                        Some(other) => out.text.push_str(other),
                        None => out.text.push(c),
                    }
                }
            }
        }
        let made = out.text.get(before..).unwrap_or_default();
        if made == cluster {
            out.map.same(cluster.len());
        } else {
            out.map.edit(cluster.len(), made.len());
        }
    }

    fn drops(self, c: char) -> bool {
        self.spaces && matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
    }

    fn replaces(self, c: char) -> Option<&'static str> {
        match c {
            '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
                if self.spaces =>
            {
                Some(" ")
            }
            _ if !self.punctuation => None,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some("-"),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some("\""),
            '‘' | '’' | '‚' | '‛' | '′' => Some("'"),
            '…' => Some("..."),
            'Ð' => Some("Đ"),
            'ð' => Some("đ"),
            _ => None,
        }
    }
}

fn is_composed(text: &str) -> bool {
    text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// A character known at a glance to be composed and to begin a cluster: most of what is ever written.
fn is_settled(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}')
}

/// A character that neither moves into nor melts with what stands before it, nor does what it is made of.
fn starts_cluster(c: char) -> bool {
    if c.is_ascii() {
        return true;
    }
    let stays = |c: char| {
        canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe
    };
    if is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes {
        return stays(c);
    }
    let mut first = None;
    decompose_canonical(c, |d| {
        first.get_or_insert(d);
    });
    stays(c) && first.is_none_or(stays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all() -> Normalizer {
        Normalizer::new().punctuation().spaces().tones(ToneStyle::New)
    }

    #[test]
    fn s172_both_dashes_are_one() {
        assert_eq!(key("2019 - 2021"), key("2019 – 2021"));
        assert_eq!(key("LĐ–TB&XH"), "LĐ-TB&XH");
    }

    #[test]
    fn s179_spaces_and_ellipsis() {
        assert_eq!(key("Sở\u{a0}TT&TT…"), "Sở TT&TT...");
        assert_eq!(key("a\u{200b}\u{301}"), "á");
    }

    #[test]
    fn offsets_lead_back_to_the_original() {
        let text = "Vie\u{323}\u{302}t\u{a0}Nam… hoa\u{300}";
        let normal = Normalizer::new().punctuation().spaces().tones(ToneStyle::Old).apply_mapped(text);
        assert_eq!(normal.text, "Việt Nam... hòa");
        let at = normal.text.find("Nam").unwrap();
        assert_eq!(text.get(normal.map.source_range(at..at + 3)), Some("Nam"));
        let at = normal.text.find("hòa").unwrap();
        assert_eq!(text.get(normal.map.source_range(at..at + 4)), Some("hoa\u{300}"));
    }

    #[test]
    fn a_singleton_is_a_change_of_its_own() {
        let normal = Normalizer::new().apply_mapped("c\u{387}");
        assert_eq!(normal.map.source_range(0..1), 0..1);
        assert_eq!(normal.map.source_range(1..3), 1..3);
    }

    #[test]
    fn a_long_text_is_normalised_as_its_parts_are() {
        for piece in ["lan toả “một” – ", "nha\u{300}\u{a0}nước… ", "\u{200b} \u{200b}\u{301}a "]
        {
            let text = piece.repeat(300_000 / piece.len());
            assert_eq!(all().apply(&text), all().apply_mapped(&text).text);
        }
        let plain = "đã chuẩn. ".repeat(20_000);
        assert!(matches!(all().apply(&plain), Cow::Borrowed(_)));
    }

    #[test]
    fn a_storm_of_marks_is_no_trouble() {
        let storm: String = "e".chars().chain("\u{323}\u{302}".chars().cycle().take(400_000)).collect();
        assert!(all().apply(&storm).starts_with('ệ'));
        assert_eq!(all().apply(&all().apply(&storm)), all().apply(&storm));
    }

    #[test]
    fn what_is_settled_composes_with_nothing_before_it() {
        for c in ('\0'..='\u{2fff}').filter(|c| is_settled(*c)) {
            assert!(starts_cluster(c), "{c:?}");
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn composing_by_clusters_is_nfc(text in "\\PC{0,80}") {
            let mapped = Normalizer::new().apply_mapped(&text);
            prop_assert_eq!(&mapped.text, &text.nfc().collect::<String>());
            prop_assert_eq!(nfc(&text), mapped.text);
        }

        #[test]
        fn normalising_twice_changes_nothing(text in "(\\PC|hoà|hòa|thuý|[\u{300}-\u{330}\u{200b}\u{a0}…–”]|[aoeuyAOEUY ]){0,40}") {
            let once = all().apply_mapped(&text);
            prop_assert_eq!(&all().apply(&text), &once.text);
            prop_assert_eq!(&all().apply(&once.text), &once.text);
            prop_assert_eq!(once.map.source_len(), text.len());
            prop_assert_eq!(once.map.output_len(), once.text.len());
            for (at, c) in once.text.char_indices() {
                prop_assert!(text.get(once.map.source_range(at..at + c.len_utf8())).is_some());
            }
            for (at, c) in text.char_indices() {
                prop_assert!(once.text.get(once.map.output_range(at..at + c.len_utf8())).is_some());
            }
        }
    }
}
