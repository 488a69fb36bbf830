//! From the bytes of a written syllable to its number and shape, without allocating.

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

impl Shape {
    fn from_bits(bits: u64) -> Self {
        match bits & 3 {
            0 => Self::Lower,
            1 => Self::Capital,
            2 => Self::Upper,
            _ => Self::Number,
        }
    }
}

/// Number of what is not in the table.
pub(crate) const UNKNOWN: u16 = 0;
/// Number of all numbers, dates, symbols.
pub(crate) const NUMBER: u16 = 1;
/// Number of what stands before and after a run.
pub(crate) const EDGE: u16 = 2;
/// First number of a real syllable.
pub(crate) const FIRST: u16 = 3;

/// Open-addressing table; a slot holds 40 bits of hash, 16 of number, 2 of shape.
#[derive(Debug, Default)]
pub(crate) struct SyllableTable {
    slots: Vec<u64>,
    /// The commonest forms once more, close together: nine of ten are found here, in the nearest cache.
    common: Vec<u64>,
}

/// Slots for the commonest forms: 16 KiB.
const COMMON: usize = 1 << 11;

const TAG: u64 = !0xFF_FFFF;

impl SyllableTable {
    /// Enters each form in lower case, capitalised and in capitals, in both tone styles.
    pub(crate) fn new<'a>(forms: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let size = (forms.len() * 6).next_power_of_two().clamp(1024, 1 << 20);
        let mut table = Self { slots: vec![0; size], common: vec![0; COMMON] };
        for (at, form) in forms.enumerate() {
            let Ok(id) = u16::try_from(at + usize::from(FIRST)) else { break };
            for spelling in spellings(form) {
                table.insert(&spelling, id, Shape::Lower);
                table.insert(&capitalised(&spelling), id, Shape::Capital);
                let upper: String = spelling.to_uppercase();
                table.insert(
                    &upper,
                    id,
                    if upper.chars().count() == 1 { Shape::Capital } else { Shape::Upper },
                );
            }
        }
        table
    }

    /// Takes forms, commonest first, into the near table as long as their places are free.
    pub(crate) fn keep_near<'a>(&mut self, forms: impl Iterator<Item = &'a str>) {
        for form in forms {
            let (low, high) = key(form, 0, form.len());
            let hash = hash(low, high);
            let Some((id, shape)) = self.find(low, high) else { continue };
            if let Some(slot) = self.common.get_mut(near(hash)).filter(|slot| **slot == 0) {
                *slot = hash & TAG | u64::from(id) << 8 | shape as u64;
            }
        }
    }

    fn insert(&mut self, form: &str, id: u16, shape: Shape) {
        if form.len() > 16 || self.slots.is_empty() {
            return;
        }
        let (low, high) = key(form, 0, form.len());
        let hash = hash(low, high);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        for _ in 0..64 {
            match self.slots.get_mut(at) {
                Some(slot) if *slot == 0 => {
                    *slot = hash & TAG | u64::from(id) << 8 | shape as u64;
                    return;
                }
                Some(slot) if *slot & TAG == hash & TAG => return,
                _ => at = (at + 1) & mask,
            }
        }
    }

    #[inline]
    pub(crate) fn get(&self, text: &str, start: usize, end: usize) -> Option<(u16, Shape)> {
        if end - start > 16 {
            return None;
        }
        let (low, high) = key(text, start, end);
        self.find(low, high)
    }

    /// The syllable whose bytes, lowest first, are these two numbers.
    #[inline]
    fn find(&self, low: u64, high: u64) -> Option<(u16, Shape)> {
        let hash = hash(low, high);
        let slot = self.common.get(near(hash)).copied().unwrap_or(0);
        if (slot ^ hash) & TAG == 0 {
            return Some(((slot >> 8) as u16, Shape::from_bits(slot)));
        }
        self.find_far(hash)
    }

    fn find_far(&self, hash: u64) -> Option<(u16, Shape)> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if (slot ^ hash) & TAG == 0 {
                return Some(((slot >> 8) as u16, Shape::from_bits(slot)));
            }
            if slot == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// The known syllable at an offset with its end, when what ends it is plain at a glance: sixteen bytes are
    /// looked at as two numbers, none by itself. `None` says nothing; the tokeniser must look.
    #[inline]
    pub(crate) fn glance(&self, bytes: &[u8], start: usize) -> Option<(usize, u16, Shape)> {
        let all: [u8; 16] = bytes.get(start..start.checked_add(16)?)?.try_into().ok()?;
        let all = u128::from_le_bytes(all);
        let (low, high) = (all as u64, (all >> 64) as u64);
        let ends = (below_letters(low), below_letters(high));
        let (len, low, high) = if ends.0 != 0 {
            let bits = ends.0.trailing_zeros() & 0x38;
            (bits / 8, low & !(u64::MAX << bits), 0)
        } else {
            let bits = ends.1.trailing_zeros() & 0x38;
            if ends.1 == 0 {
                return None;
            }
            (8 + bits / 8, low, high & !(u64::MAX << bits))
        };
        let end = start + len as usize;
        let (id, shape) = self.find(low, high)?;
        let plain = match bytes.get(end)? {
            b' ' | b',' | b'\n' | b';' | b')' | b'"' | b'?' | b'!' => shape != Shape::Upper,
            b':' => shape != Shape::Upper && bytes.get(end + 1) != Some(&b'/'),
            // No dot belongs to three small letters and more.
            b'.' => {
                shape == Shape::Lower && len > 2 && matches!(bytes.get(end + 1), None | Some(b' ' | b'\n'))
            }
            _ => false,
        };
        plain.then_some((end, id, shape))
    }
}

/// A bit in each byte that is below `A`, hence no letter; above the lowest there may be false ones.
#[inline]
fn below_letters(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    eight.wrapping_sub(ONES * 0x41) & !eight & (ONES << 7)
}

/// Up to sixteen bytes as two numbers.
#[inline]
fn key(text: &str, start: usize, end: usize) -> (u64, u64) {
    let bytes = text.as_bytes().get(start..end).unwrap_or_default();
    let all = bytes.iter().rev().fold(0u128, |key, &b| key << 8 | u128::from(b));
    (all as u64, (all >> 64) as u64)
}

#[inline]
fn hash(low: u64, high: u64) -> u64 {
    let mixed =
        (low ^ high.rotate_left(29).wrapping_mul(0xA24B_AED4_963E_E407)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ mixed >> 31).wrapping_mul(0xD6E8_FEB8_6659_FD93) | 1 << 63
}

#[inline]
fn near(hash: u64) -> usize {
    (hash >> 24) as usize & (COMMON - 1)
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
            assert_eq!(table.get(text, 0, text.len()), expected, "{text}");
            let inside = format!("xx{text} and more text behind");
            assert_eq!(table.get(&inside, 2, 2 + text.len()), expected, "{text}");
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
        assert_eq!(table.glance(b"a ", 0), None);
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
