//! How much work a page may make: the tokenizer compares every attribute of a tag with all before it, so one tag with
//! a million attributes would keep it busy for hours.

use std::borrow::Cow;

/// Bytes read before the effort is looked at again.
const CHUNK: usize = 1_024;
/// Most comparisons of attributes in one page: well under a second.
const MOST: usize = 1_000_000_000;
/// What stands before a file inside an address.
const FILE: &str = ";base64,";

/// Adds up what long tags may have cost.
#[derive(Default)]
pub(super) struct Effort {
    spent: usize,
    /// Places where an attribute may have begun since the last token came out.
    run: usize,
    quiet: bool,
}

impl Effort {
    /// Whether reading may go on after this chunk, which did or did not bring tokens out.
    pub(super) fn goes_on(&mut self, chunk: &str, tokens: bool) -> bool {
        let starts =
            chunk.bytes().filter(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'"' | b'\'')).count();
        if tokens {
            if self.quiet {
                self.spent = self.spent.saturating_add(self.run.saturating_mul(self.run));
            }
            (self.run, self.quiet) = (starts, false);
        } else {
            (self.run, self.quiet) = (self.run + starts, true);
        }
        self.spent.saturating_add(if self.quiet { self.run.saturating_mul(self.run) } else { 0 }) <= MOST
    }
}

/// The page in pieces of about [`CHUNK`] bytes.
pub(super) fn chunks(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let end = (CHUNK..rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at_checked(end)?;
        rest = after;
        (!chunk.is_empty()).then_some(chunk)
    })
}

/// The page without the pictures and fonts written into its addresses.
pub(super) fn without_files(html: &str) -> Cow<'_, str> {
    if !html.contains(FILE) {
        return Cow::Borrowed(html);
    }
    let mut parts = html.split(FILE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(FILE);
        out.push_str(part.trim_start_matches(|c: char| {
            c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '\r' | '\n')
        }));
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_in_whole_and_without_files() {
        let page = "ế<p>".repeat(2_000);
        assert_eq!(chunks(&page).collect::<String>(), page);
        assert!(chunks(&page).all(|chunk| chunk.len() <= CHUNK + 4));
        assert_eq!(chunks("").count(), 0);
        assert_eq!(
            without_files("<img src='data:image/png;base64,AA/+\r\nB=' alt=x>"),
            "<img src='data:image/png;base64,' alt=x>"
        );
        assert_eq!(without_files("a"), "a");
    }

    #[test]
    fn only_endless_tags_are_stopped() {
        let mut effort = Effort::default();
        assert!((0..100_000).all(|_| effort.goes_on(&"a b ".repeat(256), true)));
        assert!((0..40).all(|_| effort.goes_on(&"M10 10 ".repeat(146), false)));
        assert!(!(0..400).all(|_| effort.goes_on(&"a=b ".repeat(256), false)));
    }
}
