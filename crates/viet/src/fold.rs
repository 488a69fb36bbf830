//! Text without diacritics, as people type it in a hurry: `Điện Biên` → `Dien Bien`.

use std::ops::Range;

use unicode_normalization::char::decompose_canonical;

use crate::letters;
use crate::offsets::OffsetMap;

/// A folded text and where each of its bytes came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text in ASCII letters.
    pub text: String,
    /// From its offsets to those of the source and back.
    pub map: OffsetMap,
}

/// Drops tones, vowel shapes and the bar of đ; keeps case, and keeps what has no ASCII letter under it.
///
/// Composed and decomposed text fold alike.
///
/// ```
/// assert_eq!(viet::fold::fold("Ủy ban nhân dân tỉnh Đắk Lắk"), "Uy ban nhan dan tinh Dak Lak");
/// assert_eq!(viet::fold::fold("d\u{323}u\u{31b}\u{301}c"), "duc");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(c, &mut out);
    }
    out
}

/// Folds and makes lower case in one step, the key under which a search finds a word.
///
/// ```
/// assert_eq!(viet::fold::fold_lower("HÀ NỘI"), "ha noi");
/// ```
#[must_use]
pub fn fold_lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            push_folded(letters::lower(c), &mut out);
        }
    }
    out
}

/// Folds and remembers where every byte came from.
#[must_use]
pub fn fold_mapped(text: &str) -> Folded {
    let mut out = Folded { text: String::with_capacity(text.len()), map: OffsetMap::default() };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let before = out.text.len();
        push_folded(c, &mut out.text);
        let mut eaten = c.len_utf8();
        while let Some(mark) = chars.next_if(|&c| letters::is_mark(c)) {
            eaten += mark.len_utf8();
        }
        if eaten == 1 {
            out.map.same(1);
        } else if text.get(out.map.source_len()..out.map.source_len() + eaten) == out.text.get(before..) {
            out.map.same(eaten);
        } else {
            out.map.edit(eaten, out.text.len() - before);
        }
    }
    out
}

/// Lower-case ASCII words joined by `-`, for addresses of pages.
///
/// ```
/// assert_eq!(viet::fold::slug("Đại hội Đảng bộ tỉnh lần thứ XVII (2020–2025)"),
///            "dai-hoi-dang-bo-tinh-lan-thu-xvii-2020-2025");
/// ```
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in fold_lower(text).chars() {
        if c.is_ascii_alphanumeric() {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push(c.to_ascii_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

impl Folded {
    /// The part of the source that a part of the folded text stands for.
    #[must_use]
    pub fn source_range(&self, folded: Range<usize>) -> Range<usize> {
        self.map.source_range(folded)
    }
}

#[inline]
fn push_folded(c: char, out: &mut String) {
    if let Some(letter) = letters::ascii(c) {
        out.push(char::from(letter));
    } else if !letters::is_mark(c) {
        push_foreign(c, out);
    }
}

/// Letters of other languages in Latin script: é is ours, ñ, ü, ç, ß, æ are not.
fn push_foreign(c: char, out: &mut String) {
    let special = match c {
        'Ð' => "D",
        'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'ı' => "i",
        _ => "",
    };
    if !special.is_empty() {
        return out.push_str(special);
    }
    let mut first = None;
    if c.is_alphabetic() {
        decompose_canonical(c, |d| {
            first.get_or_insert(d);
        });
    }
    match first {
        Some(d) if d.is_ascii() => out.push(d),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn folds_every_vietnamese_letter_and_common_foreign_ones() {
        assert_eq!(fold("ắằẳẵặ ấầẩẫậ đĐ ƠỚ ưự Ỹ"), "aaaaa aaaaa dD OO uu Y");
        assert_eq!(fold("São Tomé, Zürich, Đà Lạt, Łódź, 東京"), "Sao Tome, Zurich, Da Lat, Lodz, 東京");
    }

    #[test]
    fn slugs_have_no_edges_of_dashes() {
        assert_eq!(slug("  “Lễ hội” – Đền Hùng!  "), "le-hoi-den-hung");
        assert_eq!(slug("…"), "");
        // S178: either tone style gives one address.
        assert_eq!(slug("lan toả"), slug("lan tỏa"));
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_fold_alike(text in "[a-zA-Zàáạảãâầấậẩẫăằắặẳẵđêếơớưứýỳ ]{0,60}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
            prop_assert_eq!(fold_lower(&text), fold(&text).to_lowercase());
            prop_assert!(fold(&text).is_ascii());
        }

        #[test]
        fn offsets_lie_on_borders(text in "\\PC{0,60}") {
            let folded = fold_mapped(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            prop_assert_eq!(folded.map.source_len(), text.len());
            prop_assert_eq!(folded.map.output_len(), folded.text.len());
            for (at, c) in folded.text.char_indices() {
                let source = folded.source_range(at..at + c.len_utf8());
                prop_assert!(text.get(source.clone()).is_some());
                prop_assert!(!source.is_empty());
                let back = folded.map.output_range(source);
                prop_assert!(back.start <= at && back.end >= at + c.len_utf8());
            }
        }
    }
}
