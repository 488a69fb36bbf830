//! An entry as the index takes it.

use tantivy::TantivyDocument;

use crate::analyse::{Streams, short_stream, symbol_terms};
use crate::entry::{Entry, Facet, Freshness};
use crate::fields::{Fields, filed_slug, filed_value};

/// The document of an entry.
pub(crate) fn document(fields: &Fields, entry: &Entry) -> TantivyDocument {
    let mut d = TantivyDocument::new();
    d.add_text(fields.id, &entry.id);
    d.add_u64(fields.stamp, entry.stamp);
    d.add_u64(fields.tie, tie(&entry.id));
    for token in &entry.audience {
        d.add_text(fields.audience, token);
    }
    let streams = streams(entry);
    d.add_text(fields.accented, &streams.accented);
    d.add_text(fields.folded, &streams.folded);
    d.add_text(fields.pairs, &streams.folded);
    d.add_text(fields.title, short_stream(&[&entry.title]));
    let names: Vec<&str> = entry.names.iter().map(String::as_str).collect();
    d.add_text(fields.names, short_stream(&names));
    for term in entry.symbols.iter().flat_map(|s| symbol_terms(s)) {
        d.add_text(fields.symbols, term);
    }
    for (facet, values) in &entry.facets {
        file(fields, &mut d, *facet, values);
    }
    if let Some(moment) = entry.moment {
        d.add_i64(fields.moment, moment.micros);
        d.add_i64(fields.day, moment.day.days());
    }
    d.add_u64(fields.ageing, ageing(entry.freshness));
    d.add_u64(fields.held_back, u64::from(entry.held_back.min(90)));
    d.add_text(fields.shown_title, &entry.title);
    d.add_text(fields.shown_summary, &entry.summary);
    d.add_text(fields.shown_body, &entry.body);
    d
}

fn file(fields: &Fields, d: &mut TantivyDocument, facet: Facet, values: &[String]) {
    for value in values {
        d.add_text(fields.facet(facet), value);
        d.add_text(fields.filed, filed_value(facet, value));
        d.add_text(fields.filed, filed_slug(facet, value));
    }
}

/// Every word of an entry, each part apart from the others.
pub(crate) fn streams(entry: &Entry) -> Streams {
    let mut streams = Streams::default();
    for text in
        [&entry.title, &entry.summary, &entry.body].into_iter().chain(&entry.symbols).chain(&entry.names)
    {
        if !text.is_empty() {
            streams.add(text);
        }
    }
    streams
}

fn ageing(freshness: Freshness) -> u64 {
    match freshness {
        Freshness::Timeless => 0,
        Freshness::Slow => 1,
        Freshness::News => 2,
    }
}

/// A number for an id that is the same in every index: FNV-1a.
#[must_use]
pub fn tie(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
