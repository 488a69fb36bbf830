//! Cuts XML, however broken, into tags and text in time linear in its length.
//!
//! No document type is ever read, so no entity of its own is ever expanded: a "billion laughs" is a short text.

use super::entities::{Place, resolve};
use std::borrow::Cow;

/// One piece of a document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// A start tag; its attributes are read when somebody asks.
    Open { name: &'t str, attributes: &'t str, closed: bool },
    /// An end tag.
    Close { name: &'t str },
    /// Text, its references not yet resolved.
    Text(&'t str),
    /// What stands in a `CDATA` section, as it is.
    Data(&'t str),
}

/// The pieces of a document in their order.
pub(crate) struct Pieces<'t> {
    rest: &'t str,
    /// Known to hold no further end of a comment or CDATA: looking again for each start would take forever.
    no_comment_end: bool,
    no_data_end: bool,
    no_bracket_end: bool,
}

pub(crate) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text, no_comment_end: false, no_data_end: false, no_bracket_end: false }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            let rest = self.rest;
            if rest.is_empty() {
                return None;
            }
            match rest.as_bytes() {
                [b'<', b'!', ..] => {
                    if !rest.contains('>') {
                        return Some(Piece::Text(self.cut(rest.len())));
                    }
                    if let Some(data) = self.declaration() {
                        return Some(Piece::Data(data));
                    }
                }
                [b'<', b'?', ..] => {
                    self.cut(rest.find('>').map_or(rest.len(), |at| at + 1));
                }
                [b'<', b'/', next, ..] if begins_name(*next) => {
                    let tag = self.cut(rest.find('>').map_or(rest.len(), |at| at + 1));
                    let name = tag.get(2..).unwrap_or_default();
                    return Some(Piece::Close { name: name.get(..name_length(name)).unwrap_or_default() });
                }
                [b'<', next, ..] if begins_name(*next) => return Some(self.open()),
                _ => return Some(Piece::Text(self.text())),
            }
        }
    }
}

impl<'t> Pieces<'t> {
    /// Takes so many bytes off the front.
    fn cut(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Text up to what may be a tag; a `<` that begins none is text.
    fn text(&mut self) -> &'t str {
        let bytes = self.rest.as_bytes();
        let mut from = 1;
        while let Some(at) = bytes.get(from..).and_then(|b| memchr::memchr(b'<', b)) {
            let next = bytes.get(from + at + 1).copied().unwrap_or(b' ');
            if begins_name(next) || matches!(next, b'/' | b'!' | b'?') {
                return self.cut(from + at);
            }
            from += at + 1;
        }
        let from = self.rest.len();
        self.cut(from)
    }

    fn open(&mut self) -> Piece<'t> {
        let end = tag_end(self.rest);
        let tag = self.cut(end);
        let inner = tag.get(1..).unwrap_or_default();
        let inner = inner.strip_suffix('>').unwrap_or(inner);
        let (inner, closed) = inner.strip_suffix('/').map_or((inner, false), |inner| (inner, true));
        let (name, attributes) = inner.split_at_checked(name_length(inner)).unwrap_or((inner, ""));
        Piece::Open { name, attributes, closed }
    }

    /// A comment or document type is passed over; the content of a CDATA section is given.
    fn declaration(&mut self) -> Option<&'t str> {
        let rest = self.rest;
        if let Some(inner) = rest.strip_prefix("<!--") {
            let end = if self.no_comment_end { None } else { inner.find("-->") };
            self.no_comment_end = end.is_none();
            // A comment that is never closed ends at its first tag end: half a feed is better than none.
            let length = end.map_or_else(|| rest.find('>').map_or(rest.len(), |at| at + 1), |at| at + 7);
            self.cut(length);
            return None;
        }
        if let Some(inner) = rest.strip_prefix("<![CDATA[") {
            let end = if self.no_data_end { None } else { inner.find("]]>") };
            self.no_data_end = end.is_none();
            self.cut("<![CDATA[".len());
            return end.map(|at| {
                let data = self.cut(at);
                self.cut(3);
                data
            });
        }
        let end = if self.no_bracket_end { None } else { document_type_end(rest) };
        self.no_bracket_end = end.is_none();
        // A bracket that is never closed: only the first tag end can be meant.
        self.cut(end.or_else(|| rest.find('>').map(|at| at + 1)).unwrap_or(rest.len()));
        None
    }
}

/// Length of `<!DOCTYPE …>` with its own declarations in brackets.
fn document_type_end(rest: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, b) in rest.bytes().enumerate() {
        match b {
            b'[' => depth += 1,
            b']' => depth -= 1,
            b'>' if depth <= 0 => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Length of a start tag, `>` inside quotes not counted.
fn tag_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut from = 1;
    loop {
        let Some(at) = bytes.get(from..).and_then(|b| memchr::memchr3(b'>', b'"', b'\'', b)) else {
            return rest.len();
        };
        let here = from + at;
        let quote = match bytes.get(here) {
            Some(b'>') | None => return here + 1,
            Some(quote) => *quote,
        };
        let opens = bytes.get(..here).is_some_and(|b| b.trim_ascii_end().ends_with(b"="));
        let end = if opens { bytes.get(here + 1..).and_then(|b| memchr::memchr(quote, b)) } else { None };
        // A quote outside a value, or one that is never closed, hides nothing.
        from = end.map_or(here + 1, |length| here + length + 2);
    }
}

fn begins_name(b: u8) -> bool {
    b.is_ascii_alphabetic() || b == b'_' || b == b':' || b >= 0x80
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '=' | '<')).unwrap_or(text.len())
}

/// The attributes of a tag: name and value with its references resolved. Values may lack quotes or be missing.
pub(crate) fn attributes(text: &str) -> Attributes<'_> {
    Attributes { rest: text }
}

pub(crate) struct Attributes<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Attributes<'t> {
    type Item = (&'t str, Cow<'t, str>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self
            .rest
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '"' | '\'' | '='));
        let end = rest
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/' | '"' | '\''))
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end)?;
        if name.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            self.rest = after;
            return Some((name, Cow::Borrowed("")));
        };
        let value = value.trim_start();
        let (inner, rest) = match value.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(char::from(*quote)).unwrap_or((inner, ""))
            }
            _ => {
                let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
                value.split_at_checked(end).unwrap_or((value, ""))
            }
        };
        self.rest = rest;
        Some((name, resolve(inner, Place::Strict)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        pieces(text)
            .map(|p| match p {
                Piece::Open { name, closed, .. } => format!("<{name}{}>", if closed { "/" } else { "" }),
                Piece::Close { name } => format!("</{name}>"),
                Piece::Text(t) => t.to_owned(),
                Piece::Data(t) => format!("[{t}]"),
            })
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn broken_markup_is_cut_where_a_reader_would() {
        for (text, want) in [
            ("<a>1 < 2 & 3</a>", "<a>|1 < 2 & 3|</a>"),
            ("<a b='>' c=\"/>\"/>x", "<a/>|x"),
            ("<a><![CDATA[<b>]]></a>", "<a>|[<b>]|</a>"),
            ("<a><![CDATA[no end<b>", "<a>|no end|<b>"),
            ("<!-- never closed> <a>", " |<a>"),
            ("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a \"x\">]><r>&a;</r>", "<r>|&a;|</r>"),
            ("<a b=\"never closed>text</a>", "<a>|text|</a>"),
            ("<a it's>text</a>", "<a>|text|</a>"),
            ("<", "<"),
        ] {
            assert_eq!(shape(text), want, "{text}");
        }
    }

    #[test]
    fn attributes_in_every_form() {
        let got: Vec<(&str, String)> =
            attributes(" a=1 b = \"x &amp; y\" c='&eacute;' checked href=https://x.vn/?a=1&b=2")
                .map(|(k, v)| (k, v.into_owned()))
                .collect();
        let want =
            [("a", "1"), ("b", "x & y"), ("c", "é"), ("checked", ""), ("href", "https://x.vn/?a=1&b=2")];
        assert_eq!(got, want.map(|(k, v)| (k, v.to_owned())));
    }
}
