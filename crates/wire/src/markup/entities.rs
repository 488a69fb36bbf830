//! Character references → characters, in every spelling that feeds and pages send.

use std::borrow::Cow;

/// Where a reference stands decides how much is forgiven.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Text of a page: old names need no semicolon (`&copy 2020`).
    Page,
    /// A feed or an attribute: without its semicolon it is an address (`?a=1&copy=2`) or a bare `&`.
    Strict,
}

/// Resolves the character references of a page's text.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    resolve(text, Place::Page)
}

/// Resolves character references; what is none stays as it is.
pub(crate) fn resolve(text: &str, place: Place) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + 1..).unwrap_or_default();
        let used = match after.strip_prefix('#') {
            Some(number) => numbered(number, place, &mut out).map(|n| n + 1),
            None => named(after, place, &mut out),
        };
        if used.is_none() {
            out.push('&');
        }
        rest = after.get(used.unwrap_or(0)..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Writes text so that markup reads it back as it was.
pub(crate) fn escape_into(text: &str, quoted: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

fn numbered(text: &str, place: Place, out: &mut String) -> Option<usize> {
    let (digits, radix, prefix) = match text.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16, 1),
        None => (text, 10, 0),
    };
    let length = digits.bytes().take(10).take_while(|b| char::from(*b).is_digit(radix)).count();
    let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
    let end = length + prefix;
    let closed = text.as_bytes().get(end) == Some(&b';');
    if place == Place::Strict && !closed {
        return None;
    }
    out.push(match code {
        // Texts typed on Windows number its characters 128 to 159 as if they were Unicode.
        0x80..=0x9f => encoding_rs::WINDOWS_1252.decode(&[code as u8]).0.chars().next().unwrap_or('\u{fffd}'),
        0 => '\u{fffd}',
        code => char::from_u32(code).unwrap_or('\u{fffd}'),
    });
    Some(end + usize::from(closed))
}

fn named(text: &str, place: Place, out: &mut String) -> Option<usize> {
    let length = text.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
    let closed = text.as_bytes().get(length) == Some(&b';');
    if place == Place::Strict && !closed {
        return None;
    }
    let with_end = text.get(..length + usize::from(closed))?;
    // The five of XML are nearly all there is: no table is asked for them.
    let common = match with_end {
        "amp;" => Some('&'),
        "lt;" => Some('<'),
        "gt;" => Some('>'),
        "quot;" => Some('"'),
        "apos;" => Some('\''),
        _ => None,
    };
    if let Some(c) = common {
        out.push(c);
        return Some(with_end.len());
    }
    let entity = |name: &str| web_atoms::NAMED_ENTITIES.get(name).copied().filter(|(first, _)| *first != 0);
    let (length, (first, second)) = match entity(with_end) {
        Some(found) => (with_end.len(), found),
        None if place == Place::Strict => return None,
        // The longest old name that fits.
        None => (2..=length.min(6)).rev().find_map(|n| Some((n, entity(text.get(..n)?)?)))?,
    };
    out.push(char::from_u32(first)?);
    if second != 0 {
        out.extend(char::from_u32(second));
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        for (text, want) in [
            ("Tin t&#7913;c &amp; s&#x1EF1; ki&ecirc;n", "Tin tức & sự kiên"),
            ("&nbsp;A&copy 2020", "\u{a0}A© 2020"),
            ("&#150; &#0; &#xD800;", "– \u{fffd} \u{fffd}"),
            ("a && b &; &#; &unknown; &", "a && b &; &#; &unknown; &"),
            ("&hellip;&ldquo;&rdquo;", "…“”"),
        ] {
            assert_eq!(unescape(text), want, "{text}");
        }
    }

    #[test]
    fn an_address_keeps_its_ampersands() {
        for (text, want) in [
            ("https://x.vn/?a=1&copy=2&lt=3", "https://x.vn/?a=1&copy=2&lt=3"),
            ("AT&T & Viettel &amp; VNPT", "AT&T & Viettel & VNPT"),
            ("&aacute;&#225;&#xe1; &#225", "ááá &#225"),
        ] {
            assert_eq!(resolve(text, Place::Strict), want, "{text}");
        }
    }
}
