//! Text in the encodings used before Unicode: TCVN3 (ABC), VNI, VPS, VISCII, Windows 1258.

mod tables;
mod vni;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::normalize::nfc;
use crate::syllables;
use crate::tokens::{Kind, tokens};

/// Bytes looked at to tell the encoding.
const SAMPLE: usize = 16 * 1024;

/// An encoding of Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, composed or not.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// TCVN 5712, the ABC fonts (`.VnTime`).
    Tcvn3,
    /// VNI for Windows (`VNI-Times`): a letter, then a byte for its marks.
    Vni,
    /// VPS.
    Vps,
    /// VISCII.
    Viscii,
    /// Windows 1258.
    Windows1258,
}

impl Encoding {
    const OLD: [Self; 5] = [Self::Tcvn3, Self::Vni, Self::Windows1258, Self::Viscii, Self::Vps];
}

/// A decoded text.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text, composed (NFC).
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
    /// How sure that is: the share of marked words that are Vietnamese syllables when read so, lowered
    /// when another encoding reads nearly as well. 1 for valid UTF-8.
    pub sure: f32,
}

/// Decodes bytes of unknown encoding. Any bytes give a text; what cannot be read becomes U+FFFD.
///
/// ```
/// use viet::legacy::{decode, Encoding};
/// let abc = b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam";
/// let found = decode(abc);
/// assert_eq!(found.text, "Cộng hòa xã hội chủ nghĩa Việt Nam");
/// assert_eq!(found.encoding, Encoding::Tcvn3);
/// assert!(found.sure > 0.8);
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(text) = utf16(bytes) {
        return Decoded { text, encoding: Encoding::Utf16, sure: 1.0 };
    }
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain)
        && !text.contains(['\u{1}', '\u{2}', '\u{4}'])
    {
        return Decoded { text: nfc(text).into_owned(), encoding: Encoding::Utf8, sure: 1.0 };
    }
    let sample = plain.get(..SAMPLE).unwrap_or(plain);
    let mut scores: Vec<(f32, Encoding)> =
        Encoding::OLD.iter().map(|&e| (vietnamese_share(&decode_as(sample, e)), e)).collect();
    // UTF-8 with a few broken bytes is still UTF-8.
    let lossy = String::from_utf8_lossy(sample);
    let broken = lossy.matches('\u{fffd}').count() as f32 / lossy.chars().count().max(1) as f32;
    scores.push((vietnamese_share(&lossy) * (1.0 - 10.0 * broken).max(0.0), Encoding::Utf8));
    if plain.len() < bytes.len() {
        // The file says so itself.
        scores.retain(|(_, encoding)| *encoding == Encoding::Utf8);
    }
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (best, encoding) = scores.first().copied().unwrap_or((0.0, Encoding::Utf8));
    let second = scores.get(1).map_or(0.0, |s| s.0);
    let sure = (best - 0.5 * second * second).clamp(0.0, 1.0);
    let all = if encoding == Encoding::Utf8 { bytes } else { plain };
    Decoded { text: decode_as(all, encoding), encoding, sure }
}

/// Decodes bytes in which stretches of several encodings follow each other: an old letter pasted into a new file.
/// Each line is told by its own look; lines that look like nothing of their own go with those before them.
///
/// ```
/// use viet::legacy::{decode_mixed, Encoding};
/// let mixed = [b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca\n1.\n".as_slice(), "Độc lập - Tự do\n".as_bytes()].concat();
/// let parts: Vec<_> = decode_mixed(&mixed).into_iter().map(|p| (p.text, p.encoding)).collect();
/// assert_eq!(parts[0], ("Cộng hòa xã hội chủ nghĩa\n1.\n".to_owned(), Encoding::Tcvn3));
/// assert_eq!(parts[1], ("Độc lập - Tự do\n".to_owned(), Encoding::Utf8));
/// ```
#[must_use]
pub fn decode_mixed(bytes: &[u8]) -> Vec<Decoded> {
    if bytes.is_ascii() || utf16(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return vec![decode(bytes)];
    }
    let mut out: Vec<Decoded> = Vec::new();
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        if let (Some(last), true) = (out.last_mut(), line.is_ascii()) {
            last.text.push_str(&String::from_utf8_lossy(line));
            continue;
        }
        let found = decode(line);
        match out.last_mut() {
            // A doubtful line is no change of encoding.
            Some(last) if last.encoding == found.encoding || found.sure < 0.5 => {
                last.text.push_str(&decode_as(line, last.encoding));
                last.sure = last.sure.min(found.sure.max(0.5));
            }
            _ => out.push(found),
        }
    }
    out
}

/// Decodes bytes of known encoding into composed text.
#[must_use]
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Utf8 => {
            let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            nfc(&String::from_utf8_lossy(plain)).into_owned()
        }
        Encoding::Utf16 => utf16(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned()),
        Encoding::Tcvn3 => by_table(bytes, &tables::TCVN3, |_| None),
        Encoding::Viscii => by_table(bytes, &tables::VISCII, viscii_low),
        Encoding::Vps => by_table(bytes, &tables::VPS, |_| None),
        Encoding::Windows1258 => by_table(bytes, &tables::WINDOWS_1258, |_| None),
        Encoding::Vni => vni::decode(bytes),
    }
}

/// Mends text that was typed in an old font and then taken for Western European: `Céng hßa`.
///
/// Text that is Vietnamese already, or no Vietnamese at all, comes back as it is.
///
/// ```
/// assert_eq!(viet::legacy::mend("Céng hßa x· héi chñ nghÜa ViÖt Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam");
/// assert_eq!(viet::legacy::mend("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam");
/// assert_eq!(viet::legacy::mend("Cộng hòa, déjà vu"), "Cộng hòa, déjà vu");
/// ```
#[must_use]
pub fn mend(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let Some(bytes) = as_western(text) else { return Cow::Borrowed(text) };
    let before = vietnamese_share(text);
    let best = [Encoding::Tcvn3, Encoding::Vni]
        .into_iter()
        .map(|e| decode_as(&bytes, e))
        .map(|t| (vietnamese_share(&t), t))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((share, mended)) if share > 0.7 && share > before + 0.2 => Cow::Owned(mended),
        _ => Cow::Borrowed(text),
    }
}

/// The bytes of a text as Windows 1252, when all of it is.
fn as_western(text: &str) -> Option<Vec<u8>> {
    text.chars()
        .map(|c| {
            if c.is_ascii() {
                return Some(c as u8);
            }
            tables::WINDOWS_1252.iter().position(|&w| w == c).map(|at| at as u8 + 128)
        })
        .collect()
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let (little, rest) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (true, rest),
        [0xFE, 0xFF, rest @ ..] => (false, rest),
        _ => return None,
    };
    let units = rest.chunks_exact(2).map(|pair| {
        let pair = <[u8; 2]>::try_from(pair).unwrap_or_default();
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).nfc().collect())
}

fn by_table(bytes: &[u8], table: &[char; 128], low: impl Fn(u8) -> Option<char>) -> String {
    let chars = bytes.iter().map(|&b| match b.checked_sub(128) {
        Some(at) => table.get(usize::from(at)).copied().unwrap_or('\u{fffd}'),
        None => low(b).unwrap_or(char::from(b)),
    });
    chars.nfc().collect()
}

fn viscii_low(byte: u8) -> Option<char> {
    match byte {
        0x02 => Some('Ẳ'),
        0x05 => Some('Ẵ'),
        0x06 => Some('Ẫ'),
        0x14 => Some('Ỷ'),
        0x19 => Some('Ỹ'),
        0x1E => Some('Ỵ'),
        _ => None,
    }
}

/// Among words with letters beyond ASCII, the share that are Vietnamese syllables; 0 when there are none.
fn vietnamese_share(text: &str) -> f32 {
    let (mut all, mut good) = (0u32, 0u32);
    for token in tokens(text) {
        let word = token.text(text);
        if word.is_ascii() {
            continue;
        }
        all += 1;
        good += u32::from(token.kind == Kind::Word && is_natural(word));
    }
    if all == 0 { 0.0 } else { good as f32 / all as f32 }
}

/// A valid syllable without a capital after a small letter.
fn is_natural(word: &str) -> bool {
    let mut small = false;
    let mixed = word.chars().any(|c| {
        small |= c.is_lowercase();
        small && c.is_uppercase()
    });
    !mixed && syllables::is_valid(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Ủy ban nhân dân tỉnh đã ban hành Quyết định về việc tăng cường tuyên truyền ở vùng sâu, vùng xa; \
        người dân cần giữ gìn vệ sinh, khuyến khích sử dụng nước sạch";

    fn encode(table: &[char; 128], text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for c in text.chars() {
            match table.iter().position(|&t| t == c) {
                Some(at) => out.push(at as u8 + 128),
                None if c.is_ascii() => out.push(c as u8),
                None => out.extend(encode(table, &c.to_string().nfd().collect::<String>())),
            }
        }
        out
    }

    #[test]
    fn every_encoding_is_known_by_its_look() {
        let lower = TEXT.to_lowercase();
        for (encoding, table) in [
            (Encoding::Tcvn3, &tables::TCVN3),
            (Encoding::Viscii, &tables::VISCII),
            (Encoding::Vps, &tables::VPS),
        ] {
            let found = decode(&encode(table, &lower));
            assert_eq!((found.text.as_str(), found.encoding), (lower.as_str(), encoding));
            assert!(found.sure > 0.5, "{encoding:?} {}", found.sure);
        }
        let vni = vni::encode(TEXT);
        assert_eq!(decode(&vni).text, TEXT);
        assert_eq!(decode(&vni).encoding, Encoding::Vni);
        assert_eq!(decode(TEXT.as_bytes()).sure, 1.0);
        let decomposed: String = TEXT.nfd().collect();
        assert_eq!(decode(decomposed.as_bytes()).text, TEXT);
        let wide: Vec<u8> =
            [0xFEFFu16].into_iter().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).text, TEXT);
    }

    #[test]
    fn windows_1258_comes_out_composed() {
        // ế is ê and a mark, ộ is ô and a mark.
        assert_eq!(decode_as(b"Ti\xea\xecng Vi\xea\xf2t", Encoding::Windows1258), "Tiếng Việt");
        assert_eq!(
            decode(
                b"B\xf4\xf2 N\xf4\xf2i vu\xf2 v\xe0 t\xec\xecnh Ti\xea\xecn Giang, \xf0\xf4\xeci v\xf5\xeci"
            )
            .encoding,
            Encoding::Windows1258
        );
    }

    #[test]
    fn western_text_is_left_alone() {
        for text in ["déjà vu, garçon, naïve", "Zürich, Köln, señor", "plain", "São Paulo"] {
            assert_eq!(mend(text), text);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_text(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let found = decode(&bytes);
            prop_assert!((0.0..=1.0).contains(&found.sure));
            for e in Encoding::OLD {
                let _ = decode_as(&bytes, e);
            }
        }

        #[test]
        fn vni_goes_both_ways(text in "[ a-zđáàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ]{0,40}") {
            prop_assert_eq!(decode_as(&vni::encode(&text), Encoding::Vni), text);
        }
    }
}
