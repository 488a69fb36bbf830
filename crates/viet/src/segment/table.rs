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
}

const TAG: u64 = !0xFF_FFFF;

impl SyllableTable {
    /// Enters each form in lower case, capitalised and in capitals, in both tone styles.
    pub(crate) fn new<'a>(forms: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let size = (forms.len() * 6).next_power_of_two().clamp(1024, 1 << 20);
        let mut table = Self { slots: vec![0; size] };
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

    fn insert(&mut self, form: &str, id: u16, shape: Shape) {
        if form.len() > 16 || self.slots.is_empty() {
            return;
        }
        let hash = hash(key(form, 0, form.len()));
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
        let hash = hash(key(text, start, end));
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            if (slot ^ hash) & TAG == 0 {
                return Some(((slot >> 8) as u16, Shape::from_bits(slot)));
            }
            at = (at + 1) & mask;
        }
    }
}

/// Up to sixteen bytes as a number.
#[inline]
fn key(text: &str, start: usize, end: usize) -> u128 {
    let bytes = text.as_bytes();
    let len = end - start;
    if let Some(Ok(all)) = bytes.get(start..start + 16).map(<[u8; 16]>::try_from) {
        let shift = 8 * (16 - len) as u32;
        return u128::from_le_bytes(all).checked_shl(shift).unwrap_or(0) >> (shift & 127);
    }
    bytes.get(start..end).unwrap_or_default().iter().rev().fold(0, |key, &b| key << 8 | u128::from(b))
}

#[inline]
fn hash(key: u128) -> u64 {
    let (low, high) = (key as u64, (key >> 64) as u64);
    let mixed =
        (low ^ high.rotate_left(29).wrapping_mul(0xA24B_AED4_963E_E407)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ mixed >> 31).wrapping_mul(0xD6E8_FEB8_6659_FD93) | 1 << 63
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

    #[cfg(feature = "train")]
    #[test]
    fn canonical_forms_meet() {
        assert_eq!(canonical("KĨ"), canonical("kỹ"));
        assert_eq!(canonical("Hoà"), "hòa");
        assert_eq!(canonical("vì"), "vì");
    }
}
