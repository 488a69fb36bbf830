//! The words of a text as numbers, so that the same word typed in another way is the same number.

use unicode_normalization::UnicodeNormalization;
use viet::letters;
use viet::tokens::{Kind, Token};

/// A token without punctuation, hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Without case and without regard to where the tone mark stands.
    pub(crate) exact: u64,
    /// What the token is.
    pub(crate) kind: Kind,
    /// Begins with a capital letter.
    pub(crate) capital: bool,
    /// Nothing but white space parts it from the word before.
    pub(crate) joined: bool,
}

/// Hands over the first `most` words of a text in order.
pub(crate) fn each_word(text: &str, most: usize, mut take: impl FnMut(Word)) {
    let (mut joined, mut left) = (false, most);
    for token in viet::tokens::tokens(text) {
        if matches!(token.kind, Kind::Punctuation | Kind::Other) {
            joined = false;
            continue;
        }
        if left == 0 {
            return;
        }
        left -= 1;
        take(word(text, token, joined));
        joined = true;
    }
}

fn word(text: &str, token: Token, joined: bool) -> Word {
    let shown = token.text(text);
    let capital = shown.chars().next().is_some_and(char::is_uppercase);
    Word { exact: exact(shown), kind: token.kind, capital, joined }
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
