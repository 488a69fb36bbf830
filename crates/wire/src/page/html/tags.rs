//! Cuts HTML into tags and text, forgiving as browsers are, in time linear in its length.

use crate::markup::entities::unescape;
use std::borrow::Cow;

/// One piece of a page.
pub(in crate::page) enum Piece<'t> {
    /// A start tag with those of its attributes that mean anything here.
    Open { name: String, attributes: Vec<(&'static str, Cow<'t, str>)>, closed: bool },
    /// An end tag.
    Close { name: String },
    /// Text with its character references resolved.
    Text(Cow<'t, str>),
    /// What stands inside a script, as it is (only JSON-LD is ever looked at).
    Raw { text: &'t str },
}

/// Attributes worth keeping.
const KEPT: [&str; 18] = [
    "id",
    "class",
    "content",
    "property",
    "name",
    "itemprop",
    "itemtype",
    "datetime",
    "rel",
    "type",
    "lang",
    "hidden",
    "style",
    "role",
    "title",
    "alt",
    "href",
    "aria-hidden",
];

/// Elements whose content is no markup.
const RAW: [&str; 7] = ["script", "style", "textarea", "xmp", "iframe", "noembed", "noframes"];

pub(in crate::page) struct Pieces<'t> {
    text: &'t str,
    at: usize,
    /// The raw element just opened.
    raw: Option<String>,
    /// Known to hold no further comment end or CDATA end: looking again for each start would take forever.
    no_comment_end: bool,
    no_data_end: bool,
}

pub(in crate::page) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0, raw: None, no_comment_end: false, no_data_end: false }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        if let Some(name) = self.raw.take() {
            return Some(Piece::Raw { text: self.raw_text(&name) });
        }
        loop {
            let rest = self.text.get(self.at..).filter(|r| !r.is_empty())?;
            if !rest.starts_with('<') || !begins_tag(rest) {
                let skip = usize::from(rest.starts_with('<'));
                let end = rest.get(skip..)?.find('<').map_or(rest.len(), |at| at + skip);
                self.at += end;
                return Some(Piece::Text(unescape(rest.get(..end)?)));
            }
            if rest.starts_with("<!") || rest.starts_with("<?") {
                self.at += self.declaration(rest);
                continue;
            }
            if let Some(tag) = rest.strip_prefix("</") {
                let name = name_of(tag);
                self.at += 2 + name.len();
                let after = self.text.get(self.at..).unwrap_or_default();
                self.at += after.find('>').map_or(after.len(), |at| at + 1);
                return Some(Piece::Close { name: name.to_ascii_lowercase() });
            }
            return Some(self.open(rest));
        }
    }
}

impl<'t> Pieces<'t> {
    fn open(&mut self, rest: &'t str) -> Piece<'t> {
        let tag = rest.get(1..).unwrap_or_default();
        let name = name_of(tag).to_ascii_lowercase();
        self.at += 1 + name.len();
        let mut attributes = Vec::new();
        let closed = self.attributes(&mut attributes);
        if RAW.contains(&name.as_str()) && !closed {
            self.raw = Some(name.clone());
        }
        Piece::Open { name, attributes, closed }
    }

    /// Reads attributes up to `>`; whether the tag closed itself.
    fn attributes(&mut self, kept: &mut Vec<(&'static str, Cow<'t, str>)>) -> bool {
        let mut slash = false;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
            self.at += skipped;
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(first) = rest.bytes().next() else { return slash };
            match first {
                b'>' => {
                    self.at += 1;
                    return slash;
                }
                b'/' => {
                    slash = true;
                    self.at += 1;
                }
                _ => {
                    slash = false;
                    self.attribute(rest, kept);
                }
            }
        }
    }

    fn attribute(&mut self, rest: &'t str, kept: &mut Vec<(&'static str, Cow<'t, str>)>) {
        let skip = rest.chars().next().map_or(1, char::len_utf8);
        let end = rest
            .get(skip..)
            .and_then(|r| r.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/')))
            .map_or(rest.len(), |at| at + skip);
        let name = rest.get(..end).unwrap_or_default();
        self.at += end;
        let value = self.value();
        let known = KEPT.iter().find(|k| k.eq_ignore_ascii_case(name));
        if let Some(known) = known
            && !kept.iter().any(|(k, _)| k == known)
        {
            kept.push((known, unescape(value)));
        }
    }

    fn value(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let trimmed = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(value) = trimmed.strip_prefix('=') else { return "" };
        let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let start = rest.len() - value.len();
        let (inner, used) = match value.bytes().next() {
            Some(quote @ (b'"' | b'\'')) => {
                let inner = value.get(1..).unwrap_or_default();
                match inner.find(char::from(quote)) {
                    Some(end) => (inner.get(..end).unwrap_or_default(), end + 2),
                    // A quote that is never closed would swallow the page; it ends at the tag instead.
                    None => {
                        let end = inner.find('>').unwrap_or(inner.len());
                        (inner.get(..end).unwrap_or_default(), end + 1)
                    }
                }
            }
            _ => {
                let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len());
                (value.get(..end).unwrap_or_default(), end)
            }
        };
        self.at += start + used;
        inner
    }

    /// Length of a comment, doctype or processing instruction.
    fn declaration(&mut self, rest: &str) -> usize {
        let tag_end = || rest.find('>').map_or(rest.len(), |at| at + 1);
        if let Some(inner) = rest.strip_prefix("<!--") {
            let end = if self.no_comment_end { None } else { inner.find("-->") };
            self.no_comment_end = end.is_none();
            // A comment that is never closed ends at its first tag end: half a page is better than none.
            return end.map_or_else(tag_end, |at| at + 7);
        }
        if rest.starts_with("<![CDATA[") {
            let end = if self.no_data_end { None } else { rest.find("]]>") };
            self.no_data_end = end.is_none();
            return end.map_or("<![CDATA[".len(), |at| at + 3);
        }
        tag_end()
    }

    /// Text up to the end tag of a raw element, which is left to be read.
    fn raw_text(&mut self, name: &str) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut from = 0;
        while let Some(at) = rest.get(from..).and_then(|r| r.find("</")) {
            let end = from + at;
            let tag = rest.get(end + 2..).unwrap_or_default();
            let closes = tag.get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name));
            if closes {
                self.at += end;
                return rest.get(..end).unwrap_or_default();
            }
            from = end + 2;
        }
        self.at = self.text.len();
        rest
    }
}

fn begins_tag(rest: &str) -> bool {
    matches!(rest.as_bytes().get(1), Some(b'!' | b'?' | b'/'))
        || rest.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic)
}

fn name_of(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_in_every_form() {
        let piece = pieces("<META name=author CONTENT='Thu H&agrave;' x/>").next();
        let Some(Piece::Open { name, attributes, closed }) = piece else { panic!("no tag") };
        assert_eq!((name.as_str(), closed), ("meta", true));
        let pairs: Vec<(&str, &str)> = attributes.iter().map(|(k, v)| (*k, v.as_ref())).collect();
        assert_eq!(pairs, [("name", "author"), ("content", "Thu Hà")]);
    }
}
