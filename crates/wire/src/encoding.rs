//! Signs by which the encoding of bytes shows, whatever they declare.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Zero bytes on every second place betray UTF-16 of mostly Latin letters.
pub(crate) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096))?;
    let pairs = sample.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |odd: usize| sample.chunks_exact(2).filter(|pair| pair.get(odd) == Some(&0)).count();
    if zeros(1) * 3 > pairs && zeros(0) * 20 < pairs {
        Some(UTF_16LE)
    } else if zeros(0) * 3 > pairs && zeros(1) * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether bytes are UTF-8 but for a few that were damaged on the way.
pub(crate) fn mostly_utf8(bytes: &[u8]) -> bool {
    let mut broken = 0_usize;
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        broken += 1;
        let skip = error.valid_up_to() + error.error_len().unwrap_or(1);
        let Some(after) = rest.get(skip..) else { break };
        rest = after;
        if broken > 1000 {
            break;
        }
    }
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    broken * 10 < high
}

/// Code page 1258 writes tones as bytes of their own after the vowel (CC, EC, D2, DE, F2).
pub(crate) fn has_1258_tones(bytes: &[u8]) -> bool {
    let tones = bytes
        .windows(2)
        .filter(|pair| matches!(pair, [vowel, 0xcc | 0xec | 0xd2 | 0xde | 0xf2] if vowel.is_ascii_alphabetic() || *vowel >= 0xc0))
        .count();
    tones * 100 > bytes.len()
}
