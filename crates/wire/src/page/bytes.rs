//! Bytes → text in NFC, or a clear word why not.

use super::{Hint, Note, PageError};
use crate::encoding::{has_1258_tones, mostly_utf8, utf16_without_mark};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A page's text and what was doubtful about its bytes.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
}

pub(super) fn decode(bytes: &[u8], hint: &Hint) -> Result<Decoded, PageError> {
    if bytes.len() > hint.longest {
        return Err(PageError::TooLarge { bytes: bytes.len(), longest: hint.longest });
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(PageError::Empty);
    }
    if is_known_binary(bytes) {
        return Err(PageError::Binary);
    }
    let mut notes = Vec::new();
    let encoding = encoding_of(bytes, hint, &mut notes)?;
    let (text, _, damaged) = encoding.decode(bytes);
    if damaged {
        let lost = text.chars().filter(|c| *c == '\u{fffd}').count();
        if lost * 20 > text.chars().count() {
            return Err(PageError::Encoding);
        }
        notes.push(Note::new(
            "damaged-bytes",
            format!("{lost} places could not be decoded and show as \u{fffd}"),
        ));
    }
    let cleaned = clean(&text);
    if cleaned.trim().is_empty() {
        return Err(PageError::Empty);
    }
    Ok(Decoded { text: cleaned, notes })
}

/// NFC, one kind of line end, no control characters; everything else as it was.
fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text: String = if is_nfc(text) { text.to_owned() } else { text.nfc().collect() };
    if !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
        return text;
    }
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\r' | '\u{c}' | '\u{b}' => Some('\n'),
            '\n' | '\t' => Some(c),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// First bytes of formats people drop by mistake; text never begins so.
const SIGNATURES: [&[u8]; 14] = [
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3",
];

fn is_known_binary(bytes: &[u8]) -> bool {
    SIGNATURES.iter().any(|s| bytes.starts_with(s))
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12).is_some())
}

fn encoding_of(bytes: &[u8], hint: &Hint, notes: &mut Vec<Note>) -> Result<&'static Encoding, PageError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        notes.push(Note::new(
            "encoding-guessed",
            format!("no encoding is declared; read as {}", encoding.name()),
        ));
        return Ok(encoding);
    }
    let odd = bytes.iter().filter(|b| **b == 0 || (**b < 0x20 && !b"\t\n\r\x0b\x0c\x1b".contains(b))).count();
    if odd * 100 > bytes.len() {
        return Err(PageError::Binary);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    let declared = hint
        .charset
        .as_deref()
        .and_then(|c| Encoding::for_label(c.as_bytes()))
        .or_else(|| declared_charset(bytes));
    // A declared UTF-8 with a few broken bytes is still UTF-8; one that is mostly broken was never it.
    if let Some(encoding) = declared.filter(|e| *e != UTF_8 || mostly_utf8(bytes)) {
        // Vietnamese pages that say windows-1252 or latin1 were typed with code page 1258.
        return Ok(if encoding == WINDOWS_1252 && has_1258_tones(bytes) { WINDOWS_1258 } else { encoding });
    }
    if mostly_utf8(bytes) {
        return Ok(UTF_8);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"vn"), chardetng::Utf8Detection::Allow);
    notes
        .push(Note::new("encoding-guessed", format!("no encoding is declared; read as {}", encoding.name())));
    Ok(encoding)
}

fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096))?.to_ascii_lowercase();
    let at = head.windows(8).position(|w| w == b"charset=")?;
    let label: Vec<u8> = head
        .get(at + 8..)?
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_')
        .collect();
    Encoding::for_label(&label)
}
