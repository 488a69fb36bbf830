//! What a doubtful syllable may have been: known syllables one slip of the hand or of the ear away.

use crate::letters::{self, Tone};
use crate::normalize::ToneStyle;
use crate::segment::shipped;
use crate::syllables;

/// Good words that the lexicon's sources happen not to have, and loanwords as newspapers write them.
pub(super) const UNLISTED: [&str; 70] = [
    "rúng", "chợp", "quầy", "gã", "cứa", "ôtô", "nẩy", "ấp", "nghen", "xẹo", "quạu", "nhón", "khựng", "lẻn",
    "thoắt", "loạng", "choạng", "hắt", "nhấp", "kễ", "chếnh", "cáu", "ập", "hông", "hòng", "dãn", "đóa",
    "đoá", "sỉn", "kềm", "hường", "rảo", "vụt", "vơi", "văng", "ngước", "nựng", "cưng", "gắt", "ngoẻo", "vồ",
    "vén", "rướn", "ngoắc", "ngoạm", "chúi", "chực", "lụi", "dúi", "giúi", "nhoài", "oằn", "rướm", "rịn",
    "canô", "môtô", "sơmi", "êkíp", "míc", "tíc", "urê", "radiô", "tivi", "kách", "hốk", "căngtin", "ùa",
    "bulông", "panô", "văc",
];

/// Known syllables one slip of the hand or of the ear away.
pub(super) fn slips(lower: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let model = shipped().model();
    let mut add = |form: String| {
        if form != lower && model.id(&form).is_some() && syllables::is_valid(&form) {
            out.push(form);
        }
    };
    if let Some(parsed) = syllables::parse(lower) {
        for tone in Tone::ALL {
            add(syllables::spell(&syllables::Syllable { tone, ..parsed }, ToneStyle::Old));
        }
    }
    let chars: Vec<char> = lower.chars().collect();
    let all = |parts: &[&[char]]| parts.concat().into_iter().collect::<String>();
    for at in 0..=chars.len() {
        let (head, tail) = chars.split_at(at.min(chars.len()));
        if let [first, rest @ ..] = tail {
            add(all(&[head, rest]));
            if let [second, after @ ..] = rest {
                add(all(&[head, &[*second, *first], after]));
            }
            for c in replacements(*first) {
                add(all(&[head, &[c], rest]));
            }
        }
        for c in "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
            .chars()
        {
            add(all(&[head, &[c], tail]));
        }
    }
    for (a, b) in [
        ("s", "x"),
        ("ch", "tr"),
        ("d", "gi"),
        ("d", "r"),
        ("gi", "r"),
        ("l", "n"),
        ("ng", "ngh"),
        ("g", "gh"),
        ("c", "k"),
    ] {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(rest) = lower.strip_prefix(from) {
                add(format!("{to}{rest}"));
            }
        }
    }
    for (a, b) in [("n", "ng"), ("c", "t"), ("i", "y"), ("ch", "t"), ("nh", "n")] {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(rest) = lower.strip_suffix(from) {
                add(format!("{rest}{to}"));
            }
        }
    }
    out.sort();
    out.dedup();
    out
}

/// What a letter may stand for: another shape or tone of the vowel, a neighbour on the keyboard.
fn replacements(c: char) -> Vec<char> {
    let Some(v) = letters::vowel(c) else {
        return match c {
            'd' => vec!['đ'],
            'đ' => vec!['d'],
            'n' => vec!['m', 'b'],
            'm' => vec!['n'],
            't' => vec!['r', 'y'],
            'v' => vec!['b', 'c'],
            _ => Vec::new(),
        };
    };
    let shapes: &[char] = match letters::ascii(v.plain) {
        Some(b'a') => &['a', 'ă', 'â'],
        Some(b'e') => &['e', 'ê'],
        Some(b'o') => &['o', 'ô', 'ơ'],
        Some(b'u') => &['u', 'ư'],
        Some(b'i' | b'y') => &['i', 'y'],
        _ => &[],
    };
    shapes.iter().flat_map(|&s| Tone::ALL.map(|t| letters::with_tone(s, t))).filter(|&r| r != c).collect()
}
