//! Near-duplicates: which texts are copies of which, however they were typed and cut.
//!
//! A text is a set of shingles, rows of four syllables, hashed so that case, composition, tone style and
//! punctuation do not matter. [`Fingerprint`] keeps 128 numbers of it, enough to estimate overlap;
//! [`Shingles`] keeps all, for the exact figure on the few pairs that matter.

use unicode_normalization::UnicodeNormalization;

use crate::letters;
use crate::normalize::nfc_if_apart;
use crate::pieces::pieces;
use crate::tokens::{Kind, tokens};

/// Syllables in a shingle.
pub const WIDTH: usize = 4;
/// Numbers in a fingerprint.
pub const BINS: usize = 128;

/// The set of shingles of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shingles {
    /// Sorted, each once.
    hashes: Vec<u64>,
}

impl Shingles {
    /// Shingles of a text; a text shorter than one shingle is one shingle.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut hashes = Vec::with_capacity(text.len() / 5 + 1);
        each_shingle(text, |h| hashes.push(h));
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether the text had no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The hashes, in order.
    #[must_use]
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// Shared shingles over all shingles, 0 to 1.
    #[must_use]
    pub fn resemblance(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        ratio(shared, self.len() + other.len() - shared)
    }

    /// Share of the smaller text that is in the larger: 1 for a copy that was only cut.
    ///
    /// ```
    /// use viet::fingerprints::Shingles;
    /// let whole = Shingles::of("Sáng 11/6, UBND tỉnh họp báo công bố kế hoạch tuyên truyền về an toàn lao động năm 2020");
    /// let cut = Shingles::of("UBND TỈNH HỌP BÁO: công bố kế hoạch tuyên truyền");
    /// assert_eq!(whole.containment(&cut), 1.0);
    /// assert!(whole.resemblance(&cut) < 0.6);
    /// ```
    #[must_use]
    pub fn containment(&self, other: &Self) -> f64 {
        ratio(self.shared(other), self.len().min(other.len()))
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.hashes.iter().peekable(), other.hashes.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => {
                    a.next();
                }
                std::cmp::Ordering::Greater => {
                    b.next();
                }
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }
}

/// 128 numbers that stand for a text: one-permutation MinHash with rotation for empty bins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    bins: [u32; BINS],
    /// Estimate of how many different shingles there are.
    shingles: u32,
}

impl Fingerprint {
    /// The fingerprint of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut low = [u32::MAX; BINS];
        let mut count = 0u32;
        each_shingle(text, |hash| {
            let (bin, value) = ((hash >> 57) as usize % BINS, (hash >> 24) as u32);
            if let Some(slot) = low.get_mut(bin) {
                *slot = (*slot).min(value);
            }
            count += 1;
        });
        Self { bins: filled(&low), shingles: count }
    }

    /// Rebuilds one from what [`Fingerprint::numbers`] gave and the count of shingles.
    #[must_use]
    pub fn from_numbers(bins: [u32; BINS], shingles: u32) -> Self {
        Self { bins, shingles }
    }

    /// The numbers, to store.
    #[must_use]
    pub fn numbers(&self) -> &[u32; BINS] {
        &self.bins
    }

    /// How many shingles the text has, repeats counted.
    #[must_use]
    pub fn shingles(&self) -> u32 {
        self.shingles
    }

    /// Estimate of the share of common shingles, 0 to 1; off by about .04 at .5.
    #[must_use]
    pub fn resemblance(&self, other: &Self) -> f64 {
        if self.shingles == 0 || other.shingles == 0 {
            return 0.0;
        }
        ratio(self.bins.iter().zip(&other.bins).filter(|(a, b)| a == b).count(), BINS)
    }

    /// Estimate of the share of the smaller text that is in the larger.
    ///
    /// ```
    /// use viet::fingerprints::Fingerprint;
    /// let a = Fingerprint::of("Ủy ban nhân dân tỉnh tổ chức hội nghị triển khai nhiệm vụ năm 2020");
    /// let b = Fingerprint::of("Uỷ ban Nhân dân tỉnh tổ chức hội nghị triển khai nhiệm vụ, năm 2020.");
    /// assert_eq!(a.containment(&b), 1.0);
    /// ```
    #[must_use]
    pub fn containment(&self, other: &Self) -> f64 {
        let j = self.resemblance(other);
        let (a, b) = (f64::from(self.shingles), f64::from(other.shingles));
        let shared = j * (a + b) / (1.0 + j);
        if a.min(b) == 0.0 { 0.0 } else { (shared / a.min(b)).min(1.0) }
    }

    /// Keys under which to look for candidates: texts that share one may be near-duplicates.
    ///
    /// 32 keys of four numbers find pairs of resemblance .5 with probability .87, of .6 with .99.
    pub fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        self.bins
            .chunks(4)
            .enumerate()
            .map(|(band, bins)| bins.iter().fold(mix(band as u64 + 1), |h, &b| mix(h ^ u64::from(b))))
    }
}

/// Empty bins borrow from the next filled one, with the distance mixed in.
fn filled(low: &[u32; BINS]) -> [u32; BINS] {
    let mut out = *low;
    for (at, slot) in out.iter_mut().enumerate() {
        if *slot != u32::MAX {
            continue;
        }
        let near = (1..BINS).find_map(|d| {
            low.get((at + d) % BINS)
                .filter(|&&v| v != u32::MAX)
                .map(|&v| v.wrapping_add((d as u32).wrapping_mul(0x9E37_79B1)))
        });
        *slot = near.unwrap_or(u32::MAX);
    }
    out
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn each_shingle(text: &str, mut take: impl FnMut(u64)) {
    let mut last = [0u64; WIDTH];
    let mut seen = 0usize;
    for (_, piece) in pieces(text) {
        // Typed apart or composed, the same tokens.
        let composed = nfc_if_apart(piece);
        for token in tokens(&composed) {
            if matches!(token.kind, Kind::Punctuation | Kind::Other) {
                continue;
            }
            last.rotate_left(1);
            if let Some(slot) = last.last_mut() {
                *slot = word_hash(token.text(&composed));
            }
            seen += 1;
            if seen >= WIDTH {
                take(row_hash(&last));
            }
        }
    }
    if seen > 0 && seen < WIDTH {
        take(row_hash(&last));
    }
}

fn row_hash(row: &[u64; WIDTH]) -> u64 {
    row.iter().fold(0x5EED, |h, &w| mix(h.rotate_left(17) ^ w))
}

/// Hash of a word without case and without regard to where its tone mark stands.
fn word_hash(word: &str) -> u64 {
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

#[inline]
fn mix(mut n: u64) -> u64 {
    n = (n ^ n >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    n = (n ^ n >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    n ^ n >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(from: usize, count: usize) -> String {
        const WORDS: [&str; 16] = [
            "hội", "nghị", "tỉnh", "ban", "hành", "quyết", "định", "tuyên", "truyền", "lao", "động", "người",
            "dân", "nước", "sạch", "xã",
        ];
        (from..from + count)
            .map(|i| {
                WORDS[(i * 7 + i / 16 * 5 + i / 3) % 16].to_owned() + if i % 9 == 0 { ", " } else { " " }
            })
            .collect()
    }

    #[test]
    fn typing_does_not_matter() {
        let text = "Ủy ban nhân dân tỉnh Thanh Hóa ban hành kế hoạch tuyên truyền";
        let other: String =
            "UỶ BAN NHÂN DÂN tỉnh Thanh Hoá – ban hành: kế hoạch tuyên truyền…".nfd().collect();
        assert_eq!(Shingles::of(text), Shingles::of(&other));
        assert_eq!(Fingerprint::of(text), Fingerprint::of(&other));
        assert!(Shingles::of(text).resemblance(&Shingles::of("tin khác hẳn về bóng đá hôm nay")) < 0.01);
    }

    #[test]
    fn estimates_are_near_the_exact_figures() {
        for cut in [60, 120, 200, 280] {
            let (a, b) = (sentence(0, 300), sentence(300 - cut, 300));
            let exact = Shingles::of(&a).resemblance(&Shingles::of(&b));
            let guess = Fingerprint::of(&a).resemblance(&Fingerprint::of(&b));
            assert!((exact - guess).abs() < 0.15, "{cut}: {exact} {guess}");
        }
    }

    #[test]
    fn short_and_empty_texts() {
        assert!(Shingles::of("").is_empty());
        assert_eq!(Fingerprint::of("").resemblance(&Fingerprint::of("")), 0.0);
        assert_eq!(Shingles::of("hội nghị").len(), 1);
        assert_eq!(Shingles::of("").containment(&Shingles::of("")), 0.0);
        assert_eq!(Fingerprint::of("một hai ba bốn năm").keys().count(), 32);
    }
}
