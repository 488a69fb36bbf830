//! Terms on their way to the index: a *stream* is a string in which one separator is one place, so that no list of
//! tokens is ever built and all fields of an entry come from one pass.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::{FOLDED, PAIR, each, folded, pairs_up, usable};

/// The next term stands one place further.
const STEP: char = '\u{1f}';
/// The next term stands at the same place.
const BESIDE: char = '\u{1e}';
/// The next term stands [`LEAP`] places further: a field ends, no phrase reaches across.
const FAR: char = '\u{1d}';
const LEAP: usize = 64;
/// What no term may hold.
pub(super) const SEPARATORS: [char; 3] = [STEP, BESIDE, FAR];

/// What becomes of the text of one entry.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    /// Accented terms with their places.
    pub(crate) accented: String,
    /// Folded terms with the same places.
    pub(crate) folded: String,
}

impl Streams {
    /// Adds a part of the text, apart from what stands before it.
    pub(crate) fn add(&mut self, text: &str) {
        if !self.accented.is_empty() {
            self.accented.push(FAR);
            self.folded.push(FAR);
        }
        let mut place = 0;
        each(text, &mut |part| {
            let separator = if part.place == place { BESIDE } else { STEP };
            for _ in place..part.place.max(place + 1) {
                self.accented.push(separator);
                self.folded.push(separator);
            }
            place = part.place;
            self.folded.push_str(part.folded);
            self.accented.push_str(part.accented);
        });
    }
}

/// A short field whose accented terms, folded terms and folded pairs stand together.
pub(crate) fn short_stream(texts: &[&str]) -> String {
    let mut out = String::new();
    for text in texts {
        out.push(FAR);
        let mut place = 0;
        let mut before: Option<(usize, String)> = None;
        for term in usable(text) {
            let whole = before.as_ref().is_none_or(|(at, _)| *at != term.position);
            out.push(if term.position == place { BESIDE } else { STEP });
            place = term.position;
            let plain = folded(&term.text).into_owned();
            out.push_str(&term.text);
            out.push(BESIDE);
            out.push(FOLDED);
            out.push_str(&plain);
            if whole {
                if let Some((_, first)) = before.as_ref().filter(|(at, _)| at + 1 == term.position) {
                    out.push(BESIDE);
                    out.push(PAIR);
                    out.push_str(first);
                    out.push(' ');
                    out.push_str(&plain);
                }
                before = Some((term.position, plain));
            }
        }
    }
    out
}

/// Reads a stream back, term by term.
#[derive(Debug, Clone, Default)]
pub(crate) struct Streamed;

/// Reads the pairs of neighbours out of a stream.
#[derive(Debug, Clone, Default)]
pub(crate) struct Paired;

impl Tokenizer for Streamed {
    type TokenStream<'a> = Reading<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Reading<'a> {
        Reading { rest: text, place: 0, token: Token::default() }
    }
}

/// A stream being read.
pub(crate) struct Reading<'a> {
    rest: &'a str,
    place: usize,
    token: Token,
}

impl<'a> Reading<'a> {
    fn next_term(&mut self) -> Option<&'a str> {
        loop {
            let mut chars = self.rest.chars();
            match chars.next()? {
                STEP => self.place += 1,
                FAR => self.place += LEAP,
                BESIDE => {}
                _ => break,
            }
            self.rest = chars.as_str();
        }
        let end = self.rest.find([STEP, BESIDE, FAR]).unwrap_or(self.rest.len());
        let (term, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(term)
    }
}

impl TokenStream for Reading<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.next_term() else { return false };
        self.token.text.clear();
        self.token.text.push_str(term);
        self.token.position = self.place;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl Tokenizer for Paired {
    type TokenStream<'a> = Pairing<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Pairing<'a> {
        Pairing {
            reading: Reading { rest: text, place: 0, token: Token::default() },
            before: None,
            token: Token::default(),
        }
    }
}

/// A stream being read for pairs.
pub(crate) struct Pairing<'a> {
    reading: Reading<'a>,
    before: Option<(usize, &'a str)>,
    token: Token,
}

impl TokenStream for Pairing<'_> {
    fn advance(&mut self) -> bool {
        while let Some(term) = self.reading.next_term() {
            let place = self.reading.place;
            match self.before {
                // Parts of a symbol stand beside the whole and make no pairs.
                Some((at, _)) if at == place => {}
                Some((at, first)) if at + 1 == place && pairs_up(first) && pairs_up(term) => {
                    self.before = Some((place, term));
                    self.token.text.clear();
                    self.token.text.push_str(first);
                    self.token.text.push(' ');
                    self.token.text.push_str(term);
                    self.token.position = at;
                    return true;
                }
                _ => self.before = Some((place, term)),
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: Tokenizer>(mut tokenizer: T, text: &str) -> Vec<(String, usize)> {
        let mut stream = tokenizer.token_stream(text);
        let mut out = Vec::new();
        while stream.advance() {
            out.push((stream.token().text.clone(), stream.token().position));
        }
        out
    }

    fn texts(found: &[(String, usize)]) -> Vec<&str> {
        found.iter().map(|f| f.0.as_str()).collect()
    }

    #[test]
    fn one_pass_gives_both_forms_at_the_same_places() {
        let mut streams = Streams::default();
        streams.add("Họp báo, quý II");
        streams.add("Quyết định 06/QĐ-TTg");
        let accented = read(Streamed, &streams.accented);
        let plain = read(Streamed, &streams.folded);
        assert_eq!(
            texts(&plain),
            ["hop", "bao", "quy", "ii", "quyet", "dinh", "06/qd-ttg", "06", "qd", "ttg"]
        );
        assert_eq!(
            accented.iter().map(|t| t.1).collect::<Vec<_>>(),
            plain.iter().map(|t| t.1).collect::<Vec<_>>()
        );
        assert_eq!(accented[2].1 - accented[1].1, 2, "punctuation takes a place");
        assert!(accented[4].1 - accented[3].1 > 32, "a field ends");
        let pairs = read(Paired, &streams.folded);
        assert_eq!(texts(&pairs), ["hop bao", "quy ii", "quyet dinh"]);
    }

    #[test]
    fn short_fields_hold_all_forms() {
        let found = read(Streamed, &short_stream(&["Họp báo"]));
        assert_eq!(texts(&found), ["họp", "~hop", "báo", "~bao", "=hop bao"]);
    }
}
