//! The words of a text as numbers, so that the same word typed in another way is the same number.

use unicode_normalization::UnicodeNormalization;
use viet::letters;
use viet::tokens::Kind;

/// Hands over the words of a text in order, each with whether nothing but white space parts it from the one before,
/// until `take` has enough.
pub(crate) fn each_token<'t>(text: &'t str, mut take: impl FnMut(&'t str, bool) -> bool) {
    let mut joined = false;
    for token in viet::tokens::tokens(text) {
        if matches!(token.kind, Kind::Punctuation | Kind::Other) {
            joined = false;
            continue;
        }
        if !take(token.text(text), joined) {
            return;
        }
        joined = true;
    }
}

/// Hash of a word that keeps its diacritics: case, composition and place of the tone mark do not matter.
pub(crate) fn exact(word: &str) -> u64 {
    if word.bytes().any(|b| b == 0xCC || b == 0xCD) {
        return letters_hash(word.nfc());
    }
    letters_hash(word.chars())
}

#[inline]
fn letters_hash(chars: impl Iterator<Item = char>) -> u64 {
    let (mut hash, mut tone) = (0xCBF2_9CE4_8422_2325u64, 0u64);
    for c in chars {
        let plain = if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            let small = letters::lower(c);
            match letters::vowel(small) {
                Some(v) => {
                    tone = tone.max(v.tone as u64);
                    v.plain
                }
                None => small,
            }
        };
        hash = (hash ^ u64::from(plain)).wrapping_mul(0x0100_0000_01B3);
    }
    mix(hash ^ tone << 56)
}

/// Hash of a word without its diacritics.
pub(crate) fn folded(word: &str) -> u64 {
    // Most words are letters with an ASCII letter under each: no text needs to be written for them.
    let plain = |c: char| if c.is_ascii() { Some(c) } else { letters::ascii(c).map(char::from) };
    if word.chars().all(|c| plain(c).is_some()) {
        return letters_hash(word.chars().filter_map(plain));
    }
    letters_hash(viet::fold::fold_lower(word).chars())
}

/// [`exact`] and [`folded`] at once.
pub(crate) fn both(word: &str) -> (u64, u64) {
    const BEGIN: u64 = 0xCBF2_9CE4_8422_2325;
    let (mut exact, mut folded, mut tone) = (BEGIN, BEGIN, 0u64);
    let step = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01B3);
    for c in word.chars() {
        if c.is_ascii() {
            let small = c.to_ascii_lowercase();
            (exact, folded) = (step(exact, small), step(folded, small));
            continue;
        }
        let small = letters::lower(c);
        let Some(plain) = letters::ascii(small) else { return (self::exact(word), self::folded(word)) };
        let kept = letters::vowel(small).map_or(small, |vowel| {
            tone = tone.max(vowel.tone as u64);
            vowel.plain
        });
        (exact, folded) = (step(exact, kept), step(folded, char::from(plain).to_ascii_lowercase()));
    }
    (mix(exact ^ tone << 56), mix(folded))
}

/// Two hashes as one, order kept.
#[inline]
pub(crate) fn pair(first: u64, second: u64) -> u64 {
    mix(first.rotate_left(17) ^ second)
}

/// Spreads the bits of a number.
#[inline]
pub(crate) fn mix(mut n: u64) -> u64 {
    n = (n ^ n >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    n = (n ^ n >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    n ^ n >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_hashes_at_once_are_the_hashes() {
        for word in [
            "hòa",
            "HOÀ",
            "Đắk",
            "đường",
            "UBND",
            "06/QĐ-TTg",
            "café",
            "naïve",
            "ß",
            "Ωmega",
            "e\u{301}",
            "ưỡn",
            "",
        ] {
            assert_eq!(both(word), (exact(word), folded(word)), "{word}");
        }
        assert_eq!(both("hòa").0, both("HOÀ").0);
    }
}
