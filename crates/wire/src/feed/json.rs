//! JSON Feed 1 and 1.1 → a feed.

use super::address::Base;
use super::dates::{self, Reading};
use super::markup::{headline, safe, squeeze};
use super::model::{Enclosure, Feed, Item, Kind, Note, Person, Text};
use super::{FeedError, Hints};
use jiff::tz::Offset;
use serde_json::{Map, Value};
use std::borrow::Cow;

pub(super) fn read(text: &str, base: &Base, hints: &Hints) -> Result<Feed, FeedError> {
    let value: Value = serde_json::from_str(text)
        // Some leave line ends inside strings, which JSON forbids.
        .or_else(|_| serde_json::from_str(&text.replace(|c: char| c.is_control(), " ")))
        .map_err(|_| FeedError::Json)?;
    let Value::Object(top) = &value else { return Err(FeedError::NotAFeed) };
    let version = text_of(top, "version").unwrap_or_default();
    let items = top.get("items").and_then(Value::as_array);
    if items.is_none() && !version.contains("jsonfeed") {
        return Err(FeedError::NotAFeed);
    }
    let address = |name: &str| base.resolve(top.get(name)?.as_str()?).map(Cow::into_owned);
    let zone = hints.zone.unwrap_or(Offset::UTC);
    let reading = Reading { zone, local: hints.zone.unwrap_or(Offset::constant(7)), month_first: None };
    let items = items.map_or(&[][..], Vec::as_slice);
    let mut feed = Feed {
        kind: Kind::Json,
        version: version.rsplit('/').next().map(str::to_owned).filter(|v| !v.is_empty()),
        title: headline(&text_of(top, "title").unwrap_or_default(), false),
        link: address("home_page_url"),
        feed_link: address("feed_url"),
        description: plain(top, "description"),
        language: text_of(top, "language"),
        authors: authors(top),
        image: address("icon").or_else(|| address("favicon")),
        ..Feed::default()
    };
    feed.items = items
        .iter()
        .filter_map(Value::as_object)
        .take(hints.most_items)
        .map(|object| item(object, base, &reading))
        .collect();
    if items.len() > hints.most_items {
        feed.notes.push(Note::new("too-many-items", format!("only {} items are read", hints.most_items)));
    }
    Ok(feed)
}

fn item(object: &Map<String, Value>, base: &Base, reading: &Reading) -> Item {
    let address = |name: &str| base.resolve(object.get(name)?.as_str()?).map(Cow::into_owned);
    let moment = |name: &str| dates::read(&text_of(object, name)?, reading);
    let html = text_of(object, "content_html").map(|value| Text { value: safe(&value, base), html: true });
    let list = |name: &str| object.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    Item {
        id: text_of(object, "id").unwrap_or_default(),
        title: headline(&text_of(object, "title").unwrap_or_default(), false),
        link: address("url").or_else(|| address("external_url")),
        published: moment("date_published"),
        updated: moment("date_modified"),
        summary: plain(object, "summary"),
        content: html.filter(|t| !t.value.is_empty()).or_else(|| plain(object, "content_text")),
        authors: authors(object),
        categories: list("tags").iter().filter_map(Value::as_str).map(squeeze).collect(),
        enclosures: list("attachments").iter().filter_map(|a| attachment(a, base)).collect(),
        image: address("image").or_else(|| address("banner_image")),
        language: text_of(object, "language"),
        ..Item::default()
    }
}

/// A text, or a number where a text is due.
fn text_of(object: &Map<String, Value>, name: &str) -> Option<String> {
    match object.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn plain(object: &Map<String, Value>, name: &str) -> Option<Text> {
    text_of(object, name).map(|value| Text { value, html: false })
}

/// `authors`, or `author` of version 1.
fn authors(object: &Map<String, Value>) -> Vec<Person> {
    let mut people = Vec::new();
    let given = match object.get("authors") {
        Some(Value::Array(all)) if !all.is_empty() => all.iter().take(100).collect(),
        Some(one @ Value::Object(_)) => vec![one],
        _ => object.get("author").into_iter().collect(),
    };
    for value in given {
        let person = match value {
            Value::Object(fields) => {
                Person { name: text_of(fields, "name"), email: None, url: text_of(fields, "url") }
            }
            Value::String(name) => {
                Person { name: Some(squeeze(name)).filter(|n| !n.is_empty()), ..Person::default() }
            }
            _ => continue,
        };
        if person != Person::default() && !people.contains(&person) {
            people.push(person);
        }
    }
    people
}

fn attachment(value: &Value, base: &Base) -> Option<Enclosure> {
    let fields = value.as_object()?;
    Some(Enclosure {
        url: base.resolve(fields.get("url")?.as_str()?)?.into_owned(),
        kind: text_of(fields, "mime_type"),
        length: fields.get("size_in_bytes").and_then(Value::as_u64),
    })
}
