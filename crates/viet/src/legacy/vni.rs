//! VNI for Windows: `ế` is the letter `e` and a byte for circumflex with acute.

use super::tables::WINDOWS_1252;

/// Marks after a letter, as Windows 1252 shows them, with what they add in combining marks.
const MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// Letters that are one byte.
const LETTERS: [(char, char); 10] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
    ('Ñ', 'Đ'),
];

pub(super) fn decode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut base = ' ';
    for &byte in bytes {
        let c = shown(byte);
        let small = crate::letters::lower(c);
        let mark = MARKS.iter().find(|m| m.0 == small && takes_marks(base));
        if let Some((_, marks)) = mark {
            out.push_str(marks);
            base = ' ';
            continue;
        }
        let letter = LETTERS
            .iter()
            .find(|l| l.0 == c || l.0 == small)
            .map_or(c, |l| if c == small { l.1 } else { l.1.to_uppercase().next().unwrap_or(l.1) });
        out.push(letter);
        base = letter;
    }
    crate::normalize::nfc(&out).into_owned()
}

fn takes_marks(c: char) -> bool {
    matches!(crate::letters::lower(c), 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư')
}

fn shown(byte: u8) -> char {
    match byte.checked_sub(128) {
        Some(at) => WINDOWS_1252.get(usize::from(at)).copied().unwrap_or('\u{fffd}'),
        None => char::from(byte),
    }
}

#[cfg(test)]
pub(super) fn encode(text: &str) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization;
    let byte = |c: char| WINDOWS_1252.iter().position(|&w| w == c).map_or(c as u8, |at| at as u8 + 128);
    let mut out = Vec::new();
    for c in text.chars() {
        let small = crate::letters::lower(c);
        let case = |x: char| if c == small { x } else { x.to_uppercase().next().unwrap() };
        if let Some(l) = LETTERS.iter().find(|l| l.1 == small) {
            out.push(byte(case(l.0)));
            continue;
        }
        let v = crate::letters::vowel(c);
        if let Some(v) = v
            && let Some(l) = LETTERS.iter().find(|l| l.1 == crate::letters::lower(v.plain))
        {
            out.push(byte(case(l.0)));
            let marks: String = crate::letters::with_tone('a', v.tone).to_string().nfd().skip(1).collect();
            out.extend(MARKS.iter().find(|m| m.1 == marks).map(|m| byte(case(m.0))));
            continue;
        }
        let all: Vec<char> = c.to_string().nfd().collect();
        out.push(all[0] as u8);
        let mut marks: Vec<char> = all[1..].to_vec();
        marks.sort_by_key(|m| !matches!(m, '\u{302}' | '\u{306}'));
        let marks: String = marks.into_iter().collect();
        if !marks.is_empty() {
            out.extend(MARKS.iter().find(|m| m.1 == marks).map(|m| byte(case(m.0))));
        }
    }
    out
}
