//! Which strings of letters can be a Vietnamese syllable, and what each is made of (S176).

use std::sync::OnceLock;

use crate::letters::{self, Tone, vowel, with_tone};
use crate::normalize::ToneStyle;

/// Consonants a syllable can begin with, longest first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// Every rime, without tone, in byte order for the binary search.
static RIMES: [&str; 167] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "em", "en",
    "eng", "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên",
    "iêng", "iêp", "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap",
    "oat", "oay", "oc", "oe", "oem", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot",
    "oăc", "oăm", "oăn", "oăng", "oăt", "u", "ua", "uau", "uc", "ue", "ui", "um", "un", "ung", "uo", "up",
    "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp", "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât",
    "uây", "uê", "uêch", "uên", "uênh", "uêt", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "uơn", "y",
    "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "ê", "êch", "êm",
    "ên", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ăc", "ăm", "ăn", "ăng",
    "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu",
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// The same rimes as numbers, to be found without comparing text.
static RIME_KEYS: [u64; RIMES.len()] = {
    let mut keys = [0; RIMES.len()];
    let mut rest = RIMES.as_slice();
    let mut keys_left = keys.as_mut_slice();
    while let ([rime, others @ ..], [key, others_left @ ..]) = (rest, keys_left) {
        *key = rime_key(rime.as_bytes());
        (rest, keys_left) = (others, others_left);
    }
    keys
};

/// Eight bytes in the order of text; no rime has more.
const fn rime_key(mut bytes: &[u8]) -> u64 {
    let (mut key, mut at) = (0, 8);
    while let [byte, rest @ ..] = bytes {
        if at == 0 {
            return u64::MAX;
        }
        at -= 1;
        key |= (*byte as u64) << (at * 8);
        bytes = rest;
    }
    key
}

/// Rimes that follow only *gi* or *qu*, whose vowel letter is part of the consonant: giếng, quých.
const AFTER_GI: [&str; 3] = ["êng", "êc", "ên"];
const AFTER_QU: [&str; 8] = ["ych", "ynh", "yt", "yn", "yp", "yu", "iêt", "iên"];

/// A syllable taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable {
    /// Its first consonant, `""` when there is none; *gi* and *qu* count as consonants.
    pub onset: &'static str,
    /// The rest, without tone.
    pub rime: &'static str,
    /// Its tone.
    pub tone: Tone,
}

/// Takes a syllable apart, in any case and either tone style; `None` when it cannot be Vietnamese.
///
/// ```
/// use viet::{letters::Tone, syllables::parse};
/// let s = parse("Truyền").unwrap();
/// assert_eq!((s.onset, s.rime, s.tone), ("tr", "uyên", Tone::Grave));
/// assert!(parse("Hnh").is_none());   // S176
/// assert!(parse("hoac").is_some());
/// assert!(parse("hoàc").is_none());  // a stopped syllable has only sắc and nặng
/// ```
#[must_use]
pub fn parse(word: &str) -> Option<Syllable> {
    let (plain, tone) = plain(word)?;
    let syllable = split(plain.as_str(), tone)?;
    let stopped = syllable.rime.ends_with(['c', 'p', 't']) || syllable.rime.ends_with("ch");
    let unmarked = tone == Tone::Level && word.is_ascii();
    (!stopped || unmarked || matches!(tone, Tone::Acute | Tone::Dot | Tone::Level)).then_some(syllable)
}

/// Whether a word can be a fully written Vietnamese syllable.
///
/// Stricter than [`parse`]: a syllable stopped by c, ch, p or t must carry its tone.
///
/// ```
/// use viet::syllables::is_valid;
/// assert!(is_valid("được") && is_valid("Ủy") && is_valid("uỷ") && is_valid("giếng") && is_valid("quý"));
/// assert!(!is_valid("tham_") && !is_valid("hoac") && !is_valid("xyz") && !is_valid("ngiêm"));
/// ```
#[must_use]
pub fn is_valid(word: &str) -> bool {
    parse(word).is_some_and(|s| {
        (s.tone != Tone::Level || !s.rime.ends_with(['c', 'p', 't', 'h']) || s.rime.ends_with("nh"))
            && stands_in_place(word, &s)
    })
}

/// Whether a word typed without diacritics could be a Vietnamese syllable.
///
/// ```
/// use viet::syllables::is_plausible_unmarked;
/// assert!(is_plausible_unmarked("tuyen") && is_plausible_unmarked("duong"));
/// assert!(!is_plausible_unmarked("string"));
/// ```
#[must_use]
pub fn is_plausible_unmarked(word: &str) -> bool {
    if word.len() > 8 {
        return false;
    }
    let lower = crate::fold::fold_lower(word);
    let rimes = unmarked_rimes();
    ONSETS.iter().any(|onset| {
        let folded = if *onset == "đ" { "d" } else { onset };
        lower
            .strip_prefix(folded)
            .is_some_and(|rest| rimes.binary_search_by(|r| r.as_str().cmp(rest)).is_ok())
    })
}

fn unmarked_rimes() -> &'static [String] {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let all = RIMES.iter().chain(&AFTER_GI).chain(&AFTER_QU);
        let mut folded: Vec<String> = all.map(|rime| crate::fold::fold(rime)).collect();
        folded.sort();
        folded.dedup();
        folded
    })
}

/// The syllable written with its tone mark in its place.
///
/// ```
/// use viet::{normalize::ToneStyle, syllables::{parse, spell}};
/// let misplaced = parse("hòan").unwrap();
/// assert_eq!(spell(&misplaced, ToneStyle::Old), "hoàn");
/// assert_eq!(spell(&parse("thuỷ").unwrap(), ToneStyle::Old), "thủy");
/// ```
#[must_use]
pub fn spell(syllable: &Syllable, style: ToneStyle) -> String {
    let mut out = String::with_capacity(12);
    out.push_str(syllable.onset);
    // gì, gìn: the i of gi carries the tone and is written once.
    let rime = match syllable.onset {
        "gi" => syllable.rime.strip_prefix('i').unwrap_or(syllable.rime),
        _ => syllable.rime,
    };
    let marked = out.chars().count() + marked_vowel(rime, style);
    let in_onset = syllable.onset == "gi" && vowel(rime.chars().next().unwrap_or(' ')).is_none();
    out.push_str(rime);
    let at = if in_onset { 1 } else { marked };
    out.chars().enumerate().map(|(i, c)| if i == at { with_tone(c, syllable.tone) } else { c }).collect()
}

/// Index, within a rime, of the vowel that carries the tone.
fn marked_vowel(rime: &str, style: ToneStyle) -> usize {
    let chars: Vec<char> = rime.chars().collect();
    let vowels = chars.iter().take_while(|&&c| vowel(c).is_some()).count();
    let closed = vowels < chars.len();
    // ơ of ươ, ê of iê, yê, uyê, ô of uô: the last shaped vowel carries the mark.
    if let Some(shaped) = chars.iter().take(vowels).rposition(|c| !c.is_ascii()) {
        return shaped;
    }
    match (vowels, closed) {
        (0 | 1, _) => 0,
        (2, true) => 1,
        (2, false) => match (rime, style) {
            ("oa" | "oe" | "uy", ToneStyle::New) => 1,
            ("ue" | "uo", _) => 1,
            _ => 0,
        },
        _ => 1,
    }
}

/// Whether the tone mark stands where one of the two styles puts it.
#[must_use]
pub fn has_tone_in_place(word: &str) -> bool {
    parse(word).is_some_and(|syllable| stands_in_place(word, &syllable))
}

fn stands_in_place(word: &str, syllable: &Syllable) -> bool {
    if syllable.tone == Tone::Level {
        return true;
    }
    let lower: String = crate::normalize::nfc(word).chars().map(letters::lower).collect();
    lower == spell(syllable, ToneStyle::Old) || lower == spell(syllable, ToneStyle::New)
}

/// The letters without tone in lower case, and the one tone they carried.
fn plain(word: &str) -> Option<(String, Tone)> {
    let mut out = String::with_capacity(word.len());
    let mut tone = Tone::Level;
    let composed = crate::normalize::nfc(word);
    for c in composed.chars().take(9) {
        match vowel(letters::lower(c)) {
            Some(v) => {
                if v.tone != Tone::Level && std::mem::replace(&mut tone, v.tone) != Tone::Level {
                    return None;
                }
                out.push(v.plain);
            }
            None => out.push(letters::lower(c)),
        }
    }
    // The longest syllable, nghiêng, has seven letters.
    (!out.is_empty() && out.chars().count() <= 7).then_some((out, tone))
}

fn split(plain: &str, tone: Tone) -> Option<Syllable> {
    let first = plain.as_bytes().first();
    for onset in ONSETS {
        if onset.as_bytes().first().is_some_and(|head| Some(head) != first) {
            continue;
        }
        let Some(rest) = plain.strip_prefix(onset) else { continue };
        if let Some(rime) = rime_after(onset, rest) {
            return Some(Syllable { onset, rime, tone });
        }
    }
    None
}

/// The rime, when spelling rules let it follow the onset.
fn rime_after(onset: &str, rest: &str) -> Option<&'static str> {
    let front = rest.starts_with(['i', 'e', 'ê', 'y']);
    let fits = match onset {
        "gh" | "ngh" => front && !rest.starts_with('y'),
        "k" => front || rest.is_empty(),
        "c" | "ng" => !front,
        "g" => !front || rest.starts_with("i"),
        "gi" if rest.is_empty() => return rime("i"),
        "gi" if !rest.starts_with(['a', 'ă', 'â', 'e', 'ê', 'o', 'ô', 'ơ', 'u', 'ư']) => {
            // gì, gìn, gip: g followed by i.
            return rime(&format!("i{rest}"));
        }
        "gi" if AFTER_GI.contains(&rest) || matches!(rest, "êt" | "êm" | "êp") => {
            return rime(&format!("i{rest}"));
        }
        "qu" => {
            if let Some(found) = AFTER_QU.iter().find(|r| **r == rest) {
                return Some(found);
            }
            !rest.starts_with(['u', 'ư', 'o']) && !rest.is_empty()
        }
        "p" => true,
        "" => !rest.starts_with("ưm") || rest == "ưm",
        _ => true,
    };
    if fits { rime(rest) } else { None }
}

fn rime(text: &str) -> Option<&'static str> {
    let at = RIME_KEYS.binary_search(&rime_key(text.as_bytes())).ok()?;
    RIMES.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rimes_are_sorted() {
        assert!(RIMES.is_sorted());
    }

    #[test]
    fn common_syllables_are_valid() {
        let text = "nghiêng truyền thông xuất bản khuyến khích giếng gì giữ giết quốc quyển quýnh quả ủy uỷ ý yêu \
            yếm oái hoạch khuỷu tuyệt đường thuở huơ quơ nguyệt ngoằn ngoèo xoong boóc giỗ quăng quật quý kỹ lý \
            mỹ tỉ sĩ ừm hừ úy nghỉ ghế gà gồ xuya khuya huých tuýp uých luật tuần nguây nguẩy quê quét que \
            nghị định của và các phường xã thiện giải trước oanh Hoàng Sa bướu rượu giặc gió giường gìn";
        for word in text.split_whitespace() {
            assert!(is_valid(word), "{word}");
        }
    }

    #[test]
    fn impossible_syllables_are_not() {
        for word in [
            "Hnh",
            "ngiêm",
            "ghà",
            "kà",
            "cê",
            "nghà",
            "hoàc",
            "truyên̉n",
            "đươc",
            "LĐTBXH",
            "tuyyên",
            "hòan",
            "thủơ",
            "w",
            "zô",
            "áá",
            "",
        ] {
            assert!(!is_valid(word), "{word}");
        }
    }

    #[test]
    fn spelling_round_trips() {
        for word in [
            "hoà",
            "thuý",
            "quý",
            "giếng",
            "gì",
            "gìn",
            "nghiêng",
            "người",
            "khuỷu",
            "tiến",
            "mía",
            "múa",
            "xoài",
            "huệ",
            "thuở",
            "giữa",
            "giường",
            "quyết",
            "hoạch",
            "rượu",
            "giá",
            "ốc",
            "yến",
            "uyển",
        ] {
            let s = parse(word).unwrap();
            assert_eq!(spell(&s, ToneStyle::New), word);
        }
        assert_eq!(spell(&parse("hoà").unwrap(), ToneStyle::Old), "hòa");
    }

    #[test]
    fn unmarked_words_can_be_told_from_foreign_ones() {
        for word in ["tuyen", "truyen", "dang", "uy", "quyet", "gieng", "hoac"] {
            assert!(is_plausible_unmarked(word), "{word}");
        }
        for word in ["string", "the", "facebook", "google", "website"] {
            assert_eq!(is_plausible_unmarked(word), word == "the", "{word}");
        }
    }
}
