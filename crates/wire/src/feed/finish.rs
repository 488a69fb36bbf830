//! What holds for every feed once it is read: absolute addresses, ids of their own, nothing twice.

use super::address::{Base, has_scheme};
use super::markup::first_picture;
use super::model::{Feed, Item, Note};
use std::collections::{HashMap, HashSet};

pub(super) fn finish(feed: &mut Feed) {
    let base =
        [&feed.feed_link, &feed.link].into_iter().flatten().map(|l| Base::new(l)).find(|b| !b.is_none());
    once(&mut feed.categories, Clone::clone);
    for item in &mut feed.items {
        if let Some(base) = &base {
            absolute(item, base);
        }
        once(&mut item.categories, Clone::clone);
        once(&mut item.enclosures, |e| e.url.clone());
        item.image = item.image.take().or_else(|| picture(item));
        item.published = item.published.or(item.updated);
        if item.id.is_empty() {
            item.id = item.link.clone().unwrap_or_else(|| item.title.clone());
        }
    }
    own_ids(feed);
}

/// Addresses that had nothing else to be relative to are so to the feed's own.
fn absolute(item: &mut Item, base: &Base) {
    let files = item.enclosures.iter_mut().map(|e| &mut e.url);
    for address in
        item.link.iter_mut().chain(item.comments.iter_mut()).chain(item.image.iter_mut()).chain(files)
    {
        if !has_scheme(address)
            && let Some(whole) = base.resolve(address)
        {
            *address = whole.into_owned();
        }
    }
}

/// A picture among the files, else the first in the text.
fn picture(item: &Item) -> Option<String> {
    let is_picture = |kind: &Option<String>| kind.as_ref().is_some_and(|k| k.starts_with("image/"));
    let file = item.enclosures.iter().find(|e| is_picture(&e.kind)).map(|e| e.url.clone());
    let texts = [&item.summary, &item.content].into_iter().flatten().filter(|t| t.html);
    file.or_else(|| texts.filter_map(|t| first_picture(&t.value, &Base::none())).next())
}

fn once<T>(values: &mut Vec<T>, key: impl Fn(&T) -> String) {
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(key(value)));
}

/// Some papers send one guid, or one guid and address, for all items: the address and then the headline tell them
/// apart. What comes twice with all three is one item.
fn own_ids(feed: &mut Feed) {
    tell_apart(feed, |item| item.link.clone().unwrap_or_default());
    tell_apart(feed, |item| item.title.clone());
    let mut seen = HashSet::new();
    let before = feed.items.len();
    feed.items.retain(|item| item.id.is_empty() || item.title.is_empty() || seen.insert(item.id.clone()));
    let doubles = before - feed.items.len();
    if doubles > 0 {
        feed.notes.push(Note::new("items-twice", format!("{doubles} items came twice and are kept once")));
    }
}

/// Joins to ids that several items share what those items differ in.
fn tell_apart(feed: &mut Feed, sign: impl Fn(&Item) -> String) {
    let mut signs: HashMap<String, HashSet<String>> = HashMap::new();
    for item in feed.items.iter().filter(|i| !i.id.is_empty()) {
        signs.entry(item.id.clone()).or_default().insert(sign(item));
    }
    for item in &mut feed.items {
        if signs.get(&item.id).is_some_and(|s| s.len() > 1) {
            item.id = format!("{}#{}", item.id, sign(item));
        }
    }
}
