//! A small office: a few things everybody may see, and a few that only some may.

use viet::dates::Date;

pub(super) use crate::suite::{DESK, PUBLIC};
use crate::{Answer, Ask, Change, Entry, Facet, Held, Index, Moment};

pub(super) fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// A public entry of a kind.
pub(super) fn entry(id: &str, title: &str, body: &str) -> Entry {
    Entry {
        id: id.into(),
        audience: vec![PUBLIC.into()],
        title: title.into(),
        body: body.into(),
        ..Entry::default()
    }
    .with(Facet::Kind, id.split(':').next().unwrap())
}

pub(super) fn on(date: &str, entry: Entry) -> Entry {
    let day = day(date);
    Entry { moment: Some(Moment { micros: day.days() * 86_400_000_000, day }), ..entry }
}

pub(super) fn only(token: &str, entry: Entry) -> Entry {
    Entry { audience: vec![token.into()], ..entry }
}

pub(super) fn put(entries: Vec<Entry>) -> Vec<Change> {
    entries.into_iter().map(|e| Change::Put(Box::new(e))).collect()
}

pub(super) fn index(entries: Vec<Entry>) -> Index {
    let index = Index::in_memory().unwrap();
    index.apply(&put(entries), 1).unwrap();
    index
}

pub(super) fn reader() -> Held {
    Held::new([PUBLIC])
}

/// The whole office.
pub(super) fn office() -> Index {
    index(crate::suite::office())
}

pub(super) fn ask(index: &Index, text: &str) -> Answer {
    index.search(&reader(), &Ask { today: Some(day("2026-11-22")), ..Ask::new(text) }).unwrap()
}

/// Ids of what the public finds.
pub(super) fn ids(index: &Index, text: &str) -> Vec<String> {
    ask(index, text).hits.into_iter().map(|h| h.id).collect()
}
