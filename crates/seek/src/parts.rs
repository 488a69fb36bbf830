//! What an engine over another store is made of, so that it finds, ranks, corrects and completes as the embedded one:
//! it keeps the terms of [`terms`], carries out plans as a [`Source`], and leaves the rest to [`answer`] and
//! [`complete`].

use std::collections::HashMap;

use tantivy::tokenizer::{TokenStream as _, Tokenizer};

use crate::analyse::{Paired, Streamed, short_stream, symbol_terms};
use crate::document::streams;
use crate::entry::Entry;
use crate::fields::{filed_slug, filed_value};

pub use crate::cursor::{Cursor, DEEPEST};
pub use crate::document::tie;
pub use crate::plan::{Match, Part, Plan, Scored, Term};
pub use crate::rank::{NEWS, SLOW, Weights, idf};
pub use crate::search::{Found, Shown, Source, Wanted, answer};
pub use crate::suggest::complete;

/// The terms of an entry in every part, each with its places in rising order.
#[must_use]
pub fn terms(entry: &Entry) -> HashMap<Term, Vec<usize>> {
    let mut all = Terms::default();
    let streams = streams(entry);
    all.read(Part::Accented, Streamed, &streams.accented);
    all.read(Part::Folded, Streamed, &streams.folded);
    all.read(Part::Pairs, Paired, &streams.folded);
    all.read(Part::Title, Streamed, &short_stream(&[&entry.title]));
    let names: Vec<&str> = entry.names.iter().map(String::as_str).collect();
    all.read(Part::Names, Streamed, &short_stream(&names));
    for text in entry.symbols.iter().flat_map(|s| symbol_terms(s)) {
        all.put(Part::Symbols, &text, 0);
    }
    for (facet, values) in &entry.facets {
        for value in values {
            all.put(Part::Filed, &filed_value(*facet, value), 0);
            all.put(Part::Filed, &filed_slug(*facet, value), 0);
        }
    }
    all.0
}

#[derive(Default)]
struct Terms(HashMap<Term, Vec<usize>>);

impl Terms {
    fn read(&mut self, part: Part, mut tokenizer: impl Tokenizer, stream: &str) {
        let mut stream = tokenizer.token_stream(stream);
        while stream.advance() {
            let token = stream.token();
            self.put(part, &token.text, token.position);
        }
    }

    fn put(&mut self, part: Part, text: &str, place: usize) {
        self.0.entry(Term { part, text: text.to_owned() }).or_default().push(place);
    }
}
