//! Where the tone mark stands in open `oa`, `oe`, `uy`: hòa or hoà (S178).

use std::borrow::Cow;

use crate::letters::{self, Tone, vowel, with_tone};
use crate::offsets::OffsetMap;

/// The two ways of placing a tone mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ToneStyle {
    /// On the first vowel: hòa, khỏe, thúy. Most newspapers.
    Old,
    /// On the main vowel: hoà, khoẻ, thuý. School books and many agencies.
    New,
}

/// Writes every tone mark in one style; borrows when nothing changes.
///
/// ```
/// use viet::normalize::{tone_style, ToneStyle};
/// assert_eq!(tone_style("hoà lan toả thuý quý hoạt", ToneStyle::Old), "hòa lan tỏa thúy quý hoạt");
/// assert_eq!(tone_style("Thúy khỏe, quý, quỳ", ToneStyle::New), "Thuý khoẻ, quý, quỳ");
/// ```
#[must_use]
pub fn tone_style(text: &str, style: ToneStyle) -> Cow<'_, str> {
    if text.is_ascii() || !has_other_style(text, style) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(restyle_mapped(text, style).0)
}

fn has_other_style(text: &str, style: ToneStyle) -> bool {
    let mut window = Window::default();
    text.chars().chain(std::iter::once(' ')).any(|c| {
        window.push(c);
        window.restyled(style).is_some()
    })
}

pub(crate) fn restyle_mapped(text: &str, style: ToneStyle) -> (String, OffsetMap) {
    let mut out = String::with_capacity(text.len() + 8);
    let mut map = OffsetMap::default();
    let mut window = Window::default();
    let mut pending: [Option<char>; 2] = [None, None];
    for c in text.chars().map(Some).chain(std::iter::once(None)) {
        window.push(c.unwrap_or(' '));
        if let (Some((first, second)), [Some(a), Some(b)]) = (window.restyled(style), pending) {
            let before = out.len();
            out.push(first);
            out.push(second);
            map.edit(a.len_utf8() + b.len_utf8(), out.len() - before);
            pending = [None, None];
        }
        if let Some(old) = pending[0] {
            out.push(old);
            map.same(old.len_utf8());
        }
        pending = [pending[1], c];
    }
    for old in pending.into_iter().flatten() {
        out.push(old);
        map.same(old.len_utf8());
    }
    (out, map)
}

/// The last four characters: what stands before the pair, the pair, what ends it.
#[derive(Default)]
struct Window {
    seen: [char; 4],
}

impl Window {
    fn push(&mut self, c: char) {
        let [_, b, c1, d] = self.seen;
        self.seen = [b, c1, d, c];
    }

    /// The pair in the other style, when it stands at the end of a syllable and carries a mark.
    fn restyled(&self, style: ToneStyle) -> Option<(char, char)> {
        let [before, first, second, after] = self.seen;
        if after.is_alphabetic() || letters::is_mark(after) {
            return None;
        }
        let (a, b) = (vowel(first)?, vowel(second)?);
        let pair = (a.plain.to_ascii_lowercase(), b.plain.to_ascii_lowercase());
        let open = match pair {
            ('o', 'a' | 'e') => vowel(before).is_none(),
            // After q the u belongs to the consonant: quý is quý in both styles.
            ('u', 'y') => !matches!(before, 'q' | 'Q') && vowel(before).is_none(),
            _ => false,
        };
        if !open {
            return None;
        }
        let (tone, from_first) = match (a.tone, b.tone) {
            (Tone::Level, t) if t != Tone::Level => (t, false),
            (t, Tone::Level) if t != Tone::Level => (t, true),
            _ => return None,
        };
        match (style, from_first) {
            (ToneStyle::Old, false) => Some((with_tone(first, tone), b.plain)),
            (ToneStyle::New, true) => Some((a.plain, with_tone(second, tone))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_only_open_pairs() {
        for (old, new) in [
            ("hòa", "hoà"),
            ("lan tỏa", "lan toả"),
            ("xóa", "xoá"),
            ("khỏe", "khoẻ"),
            ("thúy", "thuý"),
            ("HÒA BÌNH", "HOÀ BÌNH"),
            ("ủy ban", "uỷ ban"),
            ("Thanh Hóa.", "Thanh Hoá."),
            ("tùy", "tuỳ"),
        ] {
            assert_eq!(tone_style(old, ToneStyle::New), new);
            assert_eq!(tone_style(new, ToneStyle::Old), old);
        }
        for fixed in
            ["quý", "quỳ", "hoàn", "khuỷu", "ngoại", "huỳnh", "toán", "oái", "loạt", "thuở", "hào", "ngoéo"]
        {
            assert_eq!(tone_style(fixed, ToneStyle::New), fixed);
            assert_eq!(tone_style(fixed, ToneStyle::Old), fixed);
        }
    }
}
