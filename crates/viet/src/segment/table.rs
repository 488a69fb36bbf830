//! From the bytes of a written syllable to its number and shape, without allocating.

use super::places::Places;
use crate::letters;
use crate::normalize::{ToneStyle, tone_style};

/// How a unit is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub(crate) enum Shape {
    #[default]
    Lower,
    Capital,
    Upper,
    Number,
}

/// Number of what is not in the table.
pub(crate) const UNKNOWN: u16 = 0;
/// Number of all numbers, dates, symbols.
pub(crate) const NUMBER: u16 = 1;
/// Number of what stands before and after a run.
pub(crate) const EDGE: u16 = 2;
/// First number of a real syllable.
pub(crate) const FIRST: u16 = 3;

/// Written forms, each in a place of its own: 40 bits of hash, 16 of number, 2 of shape.
#[derive(Debug, Default)]
struct Forms {
    places: Places,
    slots: Vec<u64>,
}

const TAG: u64 = !0xFF_FFFF;

impl Forms {
    /// Of two forms that are written alike, the first stays.
    fn new(mut entries: Vec<(u64, usize, u64)>) -> Self {
        entries.sort_unstable();
        entries.dedup_by_key(|entry| entry.0 & TAG);
        let hashes: Vec<u64> = entries.iter().map(|entry| entry.0).collect();
        let (places, chosen) = Places::new(&hashes, 4);
        let mut slots = vec![0; places.len()];
        for ((hash, _, value), at) in entries.into_iter().zip(chosen) {
            if let Some(slot) = at.and_then(|at| slots.get_mut(at)) {
                *slot = hash & TAG | value;
            }
        }
        Self { places, slots }
    }

    /// The slot of the form whose bytes, lowest first, these are.
    #[inline]
    fn find(&self, bytes: u128) -> Option<u64> {
        let hash = hash(bytes as u64, (bytes >> 64) as u64);
        let slot = self.slots.get(self.places.at(hash)).copied().unwrap_or(0);
        ((slot ^ hash) & TAG == 0).then_some(slot)
    }
}

/// From syllables as they are written to their numbers.
#[derive(Debug, Default)]
pub(crate) struct SyllableTable {
    /// Small letters, and capitalised where the first letter is not ASCII: nearly all that is ever read, kept
    /// small for the near caches.
    common: Forms,
    /// In capitals throughout.
    upper: Forms,
}

impl SyllableTable {
    /// Enters each form in lower case, capitalised and in capitals, in both tone styles.
    pub(crate) fn new<'a>(forms: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let (mut common, mut capitals) =
            (Vec::with_capacity(forms.len() * 2), Vec::with_capacity(forms.len() * 2));
        for (at, form) in forms.enumerate() {
            let Ok(id) = u16::try_from(at + usize::from(FIRST)) else { break };
            let enter = |entries: &mut Vec<_>, form: &str, shape: Shape| {
                if form.len() <= 16 {
                    let bytes = key(form.as_bytes());
                    let value = u64::from(id) << 8 | shape as u64;
                    entries.push((hash(bytes as u64, (bytes >> 64) as u64), entries.len(), value));
                }
            };
            for spelling in spellings(form) {
                enter(&mut common, &spelling, Shape::Lower);
                if !spelling.as_bytes().first().is_some_and(u8::is_ascii) {
                    enter(&mut common, &capitalised(&spelling), Shape::Capital);
                }
                let upper: String = spelling.to_uppercase();
                if upper.chars().nth(1).is_some() {
                    enter(&mut capitals, &upper, Shape::Upper);
                }
            }
        }
        Self { common: Forms::new(common), upper: Forms::new(capitals) }
    }

    /// Number and shape of a written syllable.
    pub(crate) fn get(&self, syllable: &str) -> Option<(u16, Shape)> {
        if syllable.len() > 16 {
            return None;
        }
        let bytes = key(syllable.as_bytes());
        self.find(bytes).or_else(|| self.upper.find(bytes).map(|slot| ((slot >> 8) as u16, Shape::Upper)))
    }

    /// The syllable in small letters, or capitalised, whose bytes, lowest first, these are.
    #[inline]
    fn find(&self, bytes: u128) -> Option<(u16, Shape)> {
        let capital = (bytes as u8).is_ascii_uppercase();
        let slot = self.common.find(bytes | u128::from(capital) << 5)?;
        Some(((slot >> 8) as u16, if capital || slot & 1 != 0 { Shape::Capital } else { Shape::Lower }))
    }

    /// The known syllable at an offset with its end, when what ends it is plain at a glance: sixteen bytes are
    /// looked at as one number, none by itself. `None` says nothing; the tokeniser must look.
    #[inline]
    pub(crate) fn glance(&self, bytes: &[u8], start: usize) -> Option<(usize, u16, Shape)> {
        let all = sixteen(bytes, start)?;
        let ends =
            u128::from(below_letters((all >> 64) as u64)) << 64 | u128::from(below_letters(all as u64));
        // No end in sixteen bytes leaves none of them, which no syllable is.
        let bits = ends.trailing_zeros() & 0x78;
        let (id, shape) = self.find(all & !(u128::MAX << bits))?;
        let len = (bits / 8) as usize;
        let end = start + len;
        let after = (all >> bits) as u8;
        if after == b' ' {
            return Some((end, id, shape));
        }
        let plain = match after {
            b',' | b'\n' | b';' | b')' | b'"' | b'?' | b'!' => true,
            b':' => bytes.get(end + 1) != Some(&b'/'),
            // No dot belongs to three small letters and more.
            b'.' => {
                shape == Shape::Lower && len > 2 && matches!(bytes.get(end + 1), None | Some(b' ' | b'\n'))
            }
            _ => false,
        };
        plain.then_some((end, id, shape))
    }
}

/// The sixteen bytes from an offset on, lowest first; behind the end of the text stand line ends.
#[inline]
fn sixteen(bytes: &[u8], start: usize) -> Option<u128> {
    match bytes.get(start..).and_then(|rest| rest.first_chunk::<16>()) {
        Some(all) => Some(u128::from_le_bytes(*all)),
        None => last_bytes(bytes, start),
    }
}

#[cold]
fn last_bytes(bytes: &[u8], start: usize) -> Option<u128> {
    let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
    let mut all = [b'\n'; 16];
    all.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    Some(u128::from_le_bytes(all))
}

/// A bit in each byte that is below `A`, hence no letter; above the lowest there may be false ones.
#[inline]
fn below_letters(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    eight.wrapping_sub(ONES * 0x41) & !eight & (ONES << 7)
}

/// Up to sixteen bytes as one number.
#[inline]
fn key(bytes: &[u8]) -> u128 {
    bytes.iter().rev().fold(0u128, |key, &b| key << 8 | u128::from(b))
}

#[inline]
fn hash(low: u64, high: u64) -> u64 {
    let mixed =
        (low ^ high.rotate_left(29).wrapping_mul(0xA24B_AED4_963E_E407)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ mixed >> 31).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    // Places are taken from both ends, the tag from the upper one.
    (mixed ^ mixed >> 24) | 1 << 24
}

fn capitalised(form: &str) -> String {
    let mut chars = form.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The ways a canonical form is written: hòa and hoà, kỹ and kĩ.
pub(crate) fn spellings(form: &str) -> Vec<String> {
    let mut out = vec![form.to_owned()];
    let new = tone_style(form, ToneStyle::New).into_owned();
    if new != form {
        out.push(new);
    }
    if let Some(short) = with_short_i(form) {
        out.push(short);
    }
    out
}

fn with_short_i(form: &str) -> Option<String> {
    let last = form.chars().next_back()?;
    let v = letters::vowel(last).filter(|v| v.plain == 'y')?;
    let head = form.strip_suffix(last)?;
    matches!(head, "h" | "k" | "l" | "m" | "qu" | "t")
        .then(|| format!("{head}{}", letters::with_tone('i', v.tone)))
}

/// The canonical form of a syllable, under which it is counted and stored: lower case, composed, old tone style, kỹ for kĩ.
#[cfg(feature = "train")]
#[must_use]
pub fn canonical(syllable: &str) -> String {
    let composed = crate::normalize::nfc(syllable);
    let lower: String = composed.chars().map(|c| if c == 'Ð' { 'đ' } else { letters::lower(c) }).collect();
    let styled = tone_style(&lower, ToneStyle::Old).into_owned();
    long_y(&styled).unwrap_or(styled)
}

#[cfg(feature = "train")]
fn long_y(syllable: &str) -> Option<String> {
    let last = syllable.chars().next_back()?;
    let v = letters::vowel(last).filter(|v| v.plain == 'i')?;
    let head = syllable.strip_suffix(last)?;
    matches!(head, "h" | "k" | "l" | "m" | "qu" | "t")
        .then(|| format!("{head}{}", letters::with_tone('y', v.tone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_way_of_writing() {
        let forms = ["hòa", "kỹ", "nghiêng", "a"];
        let table = SyllableTable::new(forms.iter().copied());
        for (text, expected) in [
            ("hòa", Some((3, Shape::Lower))),
            ("hoà", Some((3, Shape::Lower))),
            ("HOÀ", Some((3, Shape::Upper))),
            ("Kĩ", Some((4, Shape::Capital))),
            ("Nghiêng", Some((5, Shape::Capital))),
            ("A", Some((6, Shape::Capital))),
            ("nghiên", None),
        ] {
            assert_eq!(table.get(text), expected, "{text}");
        }
    }

    #[test]
    fn a_glance_sees_what_a_look_does() {
        let table = SyllableTable::new(["hòa", "nghiêng", "a", "uỷ"].into_iter());
        let at = |text: &str| table.glance(format!("{text}                ").as_bytes(), 0).map(|g| g.0);
        assert_eq!(at("hòa bình"), Some("hòa".len()));
        assert_eq!(at("nghiêng, ngả"), Some("nghiêng".len()));
        assert_eq!(at("hoà. Và"), Some("hoà".len()));
        assert_eq!(at("Nghiêng"), Some("Nghiêng".len()));
        for text in
            ["a. b", "hòa.vn", "HÒA", "hòa-bình", "hòa/a", "hòa“", "hòa:/", "hòax", "hòa_", "", " hòa"]
        {
            assert_eq!(at(text), None, "{text}");
        }
        assert_eq!(table.glance(b"a ", 0).map(|g| g.0), Some(1));
        assert_eq!(table.glance("hòa".as_bytes(), 0).map(|g| g.0), Some(4));
        assert_eq!(table.glance(b"a ", 2), None);
        assert_eq!(table.glance(b"a ", usize::MAX), None);
    }

    #[cfg(feature = "train")]
    #[test]
    fn canonical_forms_meet() {
        assert_eq!(canonical("KĨ"), canonical("kỹ"));
        assert_eq!(canonical("Hoà"), "hòa");
        assert_eq!(canonical("vì"), "vì");
    }
}
