//! Web and mail addresses, with and without a scheme.

use super::chars::{byte, letter_len, slice};

const DOMAINS: [&str; 14] =
    ["vn", "com", "org", "net", "gov", "edu", "info", "io", "biz", "asia", "tv", "name", "int", "eu"];

pub(super) fn url_end(text: &str, start: usize) -> Option<usize> {
    // Lower case only where it matters; addresses in capitals are headings.
    const SCHEMES: [&str; 6] = ["http://", "https://", "ftp://", "www.", "HTTP://", "WWW."];
    let rest = text.get(start..)?;
    if SCHEMES.iter().any(|s| rest.starts_with(s)) {
        return Some(start + trimmed_address(until_space(rest)).len()).filter(|&end| end > start + 4);
    }
    domain_end(text, start)
}

pub(super) fn until_space(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”'))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// Without the punctuation of the sentence around it; a bracket stays when it was opened inside.
pub(super) fn trimmed_address(address: &str) -> &str {
    let mut out = address;
    // Counted once: a mile of brackets must not take a mile squared.
    let mut extra = address.matches(')').count().saturating_sub(address.matches('(').count());
    let square = address.contains('[');
    while let Some(last) = out.chars().next_back() {
        let trim = match last {
            ')' if extra > 0 => {
                extra -= 1;
                true
            }
            ')' => false,
            ']' => !square,
            _ => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '}'),
        };
        if !trim {
            break;
        }
        out = out.get(..out.len() - last.len_utf8()).unwrap_or_default();
    }
    out
}

/// A host name without a scheme: `dantri.com.vn`, `laichau.gov.vn/tin`.
pub(super) fn domain_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.as_bytes().get(start..)?;
    let len =
        rest.iter().take(120).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let host = slice(text, start, start + len).trim_end_matches(['.', '-']);
    let (before, last) = host.rsplit_once('.')?;
    if !DOMAINS.contains(&last)
        || before.is_empty()
        || before.contains("..")
        || letter_len(text, start + len) > 0
    {
        return None;
    }
    let mut end = start + host.len();
    if byte(text, end) == b'@' {
        return None;
    }
    if byte(text, end) == b'/' {
        end += trimmed_address(until_space(text.get(end..).unwrap_or_default())).len();
    }
    Some(end)
}

pub(super) fn email_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.as_bytes().get(start..)?;
    let local = rest
        .iter()
        .take(65)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%'))
        .count();
    if rest.get(local) != Some(&b'@') {
        return None;
    }
    let host = rest
        .iter()
        .skip(local + 1)
        .take(120)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    let domain = slice(text, start + local + 1, start + local + 1 + host).trim_end_matches(['.', '-']);
    let end = start + local + 1 + domain.len();
    // A letter that no host name has shows that this is none.
    let whole = domain.contains('.') && !domain.starts_with('.') && letter_len(text, end) == 0;
    whole.then_some(end)
}
