//! A feed's bytes → text, whatever encoding they claim or hide.

use super::model::Note;
use super::{FeedError, Hints};
use crate::encoding::{has_1258_tones, mostly_utf8, utf16_without_mark};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, WINDOWS_1252, WINDOWS_1258, X_USER_DEFINED};
use std::borrow::Cow;
use std::io::Read;

pub(super) fn decode<'t>(
    bytes: &'t [u8],
    hints: &Hints,
    notes: &mut Vec<Note>,
) -> Result<Cow<'t, str>, FeedError> {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let bytes = unpack(bytes, hints.longest)?;
        return decode_unpacked(&bytes, hints, notes).map(|text| Cow::Owned(text.into_owned()));
    }
    decode_unpacked(bytes, hints, notes)
}

/// Servers send packed feeds without saying so. What was damaged ends where the damage begins.
fn unpack(bytes: &[u8], longest: usize) -> Result<Vec<u8>, FeedError> {
    let mut out = Vec::new();
    let limit = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
    let read = flate2::read::MultiGzDecoder::new(bytes).take(limit).read_to_end(&mut out);
    if read.is_err() && out.is_empty() { Err(FeedError::NotAFeed) } else { Ok(out) }
}

fn decode_unpacked<'t>(
    bytes: &'t [u8],
    hints: &Hints,
    notes: &mut Vec<Note>,
) -> Result<Cow<'t, str>, FeedError> {
    if bytes.len() > hints.longest {
        return Err(FeedError::TooLarge { bytes: bytes.len(), longest: hints.longest });
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(FeedError::Empty);
    }
    if let Some(text) = utf32(bytes) {
        return Ok(Cow::Owned(text));
    }
    let encoding = encoding_of(bytes, hints, notes);
    // A mark of byte order always wins, and is cut off.
    let (text, used, damaged) = encoding.decode(bytes);
    if damaged {
        let lost = text.chars().filter(|c| *c == '\u{fffd}').count();
        notes.push(Note::new(
            "damaged-bytes",
            format!("{lost} places could not be decoded as {}", used.name()),
        ));
    }
    Ok(text)
}

fn encoding_of(bytes: &[u8], hints: &Hints, notes: &mut Vec<Note>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    let stated = [hints.content_type.as_deref().and_then(charset), in_prolog(bytes)];
    // Encodings that hide their letters in ASCII look like valid UTF-8.
    if stated.contains(&Some(ISO_2022_JP)) {
        return ISO_2022_JP;
    }
    // Text of any other encoding is hardly ever valid UTF-8 by chance, so this outweighs every declaration.
    if std::str::from_utf8(bytes).is_ok() || mostly_utf8(bytes) {
        return UTF_8;
    }
    let fits = |e: &&'static Encoding| {
        ![UTF_8, X_USER_DEFINED].contains(e)
            && e.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    };
    if let Some(encoding) = stated.into_iter().flatten().find(fits) {
        // Vietnamese feeds that say latin1 were typed with code page 1258.
        return if encoding == WINDOWS_1252 && has_1258_tones(bytes) { WINDOWS_1258 } else { encoding };
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"vn"), chardetng::Utf8Detection::Allow);
    notes.push(Note::new(
        "encoding-guessed",
        format!("no declared encoding fits; read as {}", encoding.name()),
    ));
    encoding
}

/// The character set of a `Content-Type`.
fn charset(content_type: &str) -> Option<&'static Encoding> {
    let lower = content_type.to_ascii_lowercase();
    let (_, label) = lower.split_once("charset")?;
    let label = label.trim_start().strip_prefix('=')?;
    label_of(label.as_bytes())
}

/// The encoding that `<?xml … encoding="…"?>` declares. Junk may stand before it.
fn in_prolog(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048))?;
    let start = head.windows(5).position(|w| w == b"<?xml")?;
    let head = head.get(start..)?;
    let end = head.iter().position(|b| *b == b'>').unwrap_or(head.len());
    let prolog = head.get(..end)?;
    let at = prolog.windows(8).position(|w| w == b"encoding")?;
    let value = prolog.get(at + 8..)?.trim_ascii_start().strip_prefix(b"=")?;
    label_of(value)
}

fn label_of(value: &[u8]) -> Option<&'static Encoding> {
    let label: Vec<u8> = value
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .collect();
    Encoding::for_label(&label)
}

/// UTF-32, which browsers no longer know: by its mark or by the zeros around the first tag.
fn utf32(bytes: &[u8]) -> Option<String> {
    let big = match bytes.get(..4)? {
        [0, 0, 0xfe, 0xff] | [0, 0, 0, b'<'] => true,
        [0xff, 0xfe, 0, 0] | [b'<', 0, 0, 0] => false,
        _ => return None,
    };
    let text = bytes.chunks_exact(4).filter_map(|four| {
        let four: [u8; 4] = four.try_into().ok()?;
        let code = if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
        Some(char::from_u32(code).unwrap_or('\u{fffd}'))
    });
    Some(text.filter(|c| *c != '\u{feff}').collect())
}
