//! The Vietnamese alphabet as data: which vowel, which tone, which case a character is.

/// The six tones, in the order dictionaries list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Tone {
    /// *ngang*: no mark.
    #[default]
    Level,
    /// *huyền*: grave.
    Grave,
    /// *hỏi*: hook above.
    Hook,
    /// *ngã*: tilde.
    Tilde,
    /// *sắc*: acute.
    Acute,
    /// *nặng*: dot below.
    Dot,
}

impl Tone {
    /// All six, in order.
    pub const ALL: [Self; 6] = [Self::Level, Self::Grave, Self::Hook, Self::Tilde, Self::Acute, Self::Dot];
}

/// The twelve vowels, each with its six tones; the order of rows is the alphabet's.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

const UPPER: [[char; 6]; 12] = [
    ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'],
    ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'],
    ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'],
    ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'],
    ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'],
    ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'],
    ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'],
    ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'],
    ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'],
    ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'],
    ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'],
    ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'],
];

/// ASCII letter under each row of [`VOWELS`].
const BASES: [u8; 12] = *b"aaaeeiooouuy";

const LOW_START: u32 = 0xC0;
const LOW_END: u32 = 0x1B1;
const HIGH_START: u32 = 0x1EA0;
const HIGH_END: u32 = 0x1EFA;
const LOW_LEN: usize = (LOW_END - LOW_START) as usize;
const HIGH_LEN: usize = (HIGH_END - HIGH_START) as usize;

/// One character of the two Unicode ranges that hold Vietnamese: 0 is none, otherwise
/// 1 + row·6 + tone, with 128 for upper case; đ is 73.
const fn table<const N: usize>(start: u32) -> [u8; N] {
    let mut out = [0u8; N];
    let mut row = 0;
    while row < 12 {
        let mut tone = 0;
        while tone < 6 {
            let code = 1 + row as u8 * 6 + tone as u8;
            put(&mut out, start, VOWELS, row, tone, code);
            put(&mut out, start, UPPER, row, tone, code | 128);
            tone += 1;
        }
        row += 1;
    }
    set(&mut out, start, 'đ', 73);
    set(&mut out, start, 'Đ', 73 | 128);
    out
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated at compile time only, where a wrong index does not build"
)]
const fn put<const N: usize>(
    out: &mut [u8; N],
    start: u32,
    from: [[char; 6]; 12],
    row: usize,
    tone: usize,
    code: u8,
) {
    set(out, start, from[row][tone], code);
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated at compile time only, where a wrong index does not build"
)]
const fn set<const N: usize>(out: &mut [u8; N], start: u32, c: char, code: u8) {
    let at = c as u32;
    if at >= start && at < start + N as u32 {
        out[(at - start) as usize] = code;
    }
}

static LOW: [u8; LOW_LEN] = table(LOW_START);
static HIGH: [u8; HIGH_LEN] = table(HIGH_START);

#[inline]
fn code(c: char) -> u8 {
    let at = c as u32;
    if at < LOW_START {
        return ascii_code(c);
    }
    if at < LOW_END {
        return LOW.get((at - LOW_START) as usize).copied().unwrap_or(0);
    }
    if (HIGH_START..HIGH_END).contains(&at) {
        return HIGH.get((at - HIGH_START) as usize).copied().unwrap_or(0);
    }
    0
}

#[inline]
fn ascii_code(c: char) -> u8 {
    let row = match c.to_ascii_lowercase() {
        'a' => 0,
        'e' => 3,
        'i' => 5,
        'o' => 6,
        'u' => 9,
        'y' => 11,
        _ => return 0,
    };
    (1 + row * 6) | if c.is_ascii_uppercase() { 128 } else { 0 }
}

/// A vowel taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vowel {
    /// The vowel without its tone, in the case it had: `ế` gives `ê`.
    pub plain: char,
    /// Its tone.
    pub tone: Tone,
}

/// Takes a precomposed Vietnamese vowel apart; `None` for anything else.
///
/// ```
/// use viet::letters::{vowel, Tone};
/// let v = vowel('Ệ').unwrap();
/// assert_eq!((v.plain, v.tone), ('Ê', Tone::Dot));
/// assert!(vowel('đ').is_none());
/// ```
#[must_use]
pub fn vowel(c: char) -> Option<Vowel> {
    let code = code(c);
    let low = code & 127;
    if low == 0 || low == 73 {
        return None;
    }
    let rows = if code & 128 == 0 { &VOWELS } else { &UPPER };
    let plain = *rows.get(usize::from((low - 1) / 6))?.first()?;
    let tone = *Tone::ALL.get(usize::from((low - 1) % 6))?;
    Some(Vowel { plain, tone })
}

/// Puts a tone on a vowel, replacing the one it has; other characters come back unchanged.
///
/// ```
/// use viet::letters::{with_tone, Tone};
/// assert_eq!(with_tone('ê', Tone::Acute), 'ế');
/// assert_eq!(with_tone('ạ', Tone::Level), 'a');
/// assert_eq!(with_tone('b', Tone::Acute), 'b');
/// ```
#[must_use]
pub fn with_tone(c: char, tone: Tone) -> char {
    let code = code(c);
    let low = code & 127;
    if low == 0 || low == 73 {
        return c;
    }
    let rows = if code & 128 == 0 { &VOWELS } else { &UPPER };
    rows.get(usize::from((low - 1) / 6)).and_then(|row| row.get(tone as usize)).copied().unwrap_or(c)
}

/// The ASCII letter under a Vietnamese one, in the same case; `None` for other characters.
#[must_use]
#[inline]
pub fn ascii(c: char) -> Option<u8> {
    if c.is_ascii() {
        return Some(c as u8);
    }
    let code = code(c);
    let low = code & 127;
    let base = match low {
        0 => return None,
        73 => b'd',
        _ => BASES.get(usize::from((low - 1) / 6)).copied()?,
    };
    Some(if code & 128 == 0 { base } else { base.to_ascii_uppercase() })
}

/// Lower case of an ASCII or Vietnamese letter, others by Unicode when that is one character.
#[must_use]
#[inline]
pub fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = code(c);
    if code == 0 {
        let mut more = c.to_lowercase();
        return match (more.next(), more.next()) {
            (Some(one), None) => one,
            _ => c,
        };
    }
    let low = code & 127;
    if low == 73 {
        return 'đ';
    }
    VOWELS
        .get(usize::from((low - 1) / 6))
        .and_then(|row| row.get(usize::from((low - 1) % 6)))
        .copied()
        .unwrap_or(c)
}

/// Whether a character is one that only Vietnamese (among languages met here) uses: toned or shaped
/// vowels of the second Unicode range, đ, ơ, ư, ă.
#[must_use]
pub fn is_distinctive(c: char) -> bool {
    matches!(c, 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ă' | 'Ă') || (HIGH_START..HIGH_END).contains(&(c as u32))
}

/// Whether a character is a combining mark that Vietnamese uses (tones, circumflex, breve, horn), or
/// any other of the combining diacritics block.
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vowel_round_trips() {
        for (rows, upper) in [(VOWELS, false), (UPPER, true)] {
            for row in rows {
                for (at, c) in row.into_iter().enumerate() {
                    let v = vowel(c).unwrap();
                    assert_eq!(v.plain, row[0]);
                    assert_eq!(v.tone as usize, at);
                    assert_eq!(with_tone(v.plain, v.tone), c);
                    assert_eq!(lower(c).to_lowercase().collect::<String>(), lower(c).to_string());
                    assert_eq!(c.is_uppercase(), upper);
                    assert!(ascii(c).unwrap().is_ascii_alphabetic());
                }
            }
        }
        assert_eq!(lower('Đ'), 'đ');
        assert_eq!(ascii('Đ'), Some(b'D'));
        assert_eq!(ascii('đ'), Some(b'd'));
        assert_eq!(ascii('ñ'), None);
    }
}
