//! Atom 0.3 and 1.0 → a feed.

use super::address::is_web;
use super::dates::Reading;
use super::markup::{headline as headline_of, safe, squeeze};
use super::model::{Feed, Item, Kind, Person, Source, Text};
use super::names::Space;
use super::parts::{Best, Ranked, address, address_in, enclosure, moment, person as person_in, words};
use super::tree::{Node, Tree};
use super::{Hints, Note, is_vietnamese, reading};
use base64::Engine;
use jiff::Timestamp;

pub(super) fn read(tree: &Tree<'_>, top: Node<'_, '_>, hints: &Hints) -> Feed {
    let mut feed = head(top);
    let entries: Vec<Node<'_, '_>> = tree
        .all()
        .filter(|n| n.name() == "entry" && matches!(n.space(), Space::Atom | Space::Plain))
        .take(hints.most_items.saturating_add(1))
        .collect();
    let words: String = entries.iter().take(3).filter_map(|e| headline(e.child("title")?)).collect();
    let words = format!("{} {words}", feed.title);
    let reading = reading(tree, hints, is_vietnamese(&feed, hints, &words));
    let mut updated = Best::default();
    for node in top.children().filter(|c| matches!(c.space(), Space::Atom | Space::Plain | Space::Dublin)) {
        match node.name() {
            "updated" | "modified" => updated.offer(0, || moment(node, &reading)),
            "date" | "published" => updated.offer(1, || moment(node, &reading)),
            _ => {}
        }
    }
    feed.updated = updated.take();
    if entries.len() > hints.most_items {
        feed.notes.push(Note::new("too-many-items", format!("only {} items are read", hints.most_items)));
    }
    feed.items = entries.into_iter().take(hints.most_items).map(|e| entry(e, &reading)).collect();
    feed
}

fn head(top: Node<'_, '_>) -> Feed {
    let version = top.attribute("version").map(str::to_owned).unwrap_or_else(|| {
        let old = top.mentions("purl.org/atom/ns");
        if old { "0.3" } else { "1.0" }.to_owned()
    });
    let mut feed = Feed { kind: Kind::Atom, version: Some(version), ..Feed::default() };
    let (mut title, mut link) = (Best::default(), Best::default());
    let (mut description, mut image) = (Best::default(), Best::default());
    let mut authors = Ranked::default();
    for node in top.children() {
        match (node.space(), node.name()) {
            (Space::Atom | Space::Plain, "title") => title.offer(0, || headline(node)),
            (Space::Dublin, "title") => title.offer(1, || headline(node)),
            (Space::Atom | Space::Plain, "subtitle" | "tagline") => description.offer(0, || text(node)),
            (Space::Atom | Space::Plain, "info") => description.offer(1, || text(node)),
            (Space::Atom | Space::Plain, "link") => match relation(node) {
                "alternate" => link.offer(link_rank(node), || link_address(node)),
                "self" => feed.feed_link = feed.feed_link.take().or_else(|| link_address(node)),
                _ => {}
            },
            (Space::Atom | Space::Plain, "author") => authors.offer(0, person(node)),
            (Space::Dublin, "creator") => authors.offer(1, person(node)),
            (Space::Atom | Space::Plain, "category") => feed.categories.extend(category(node)),
            (Space::Atom | Space::Plain, "logo") => image.offer(0, || address(node)),
            (Space::Atom | Space::Plain, "icon") => image.offer(1, || address(node)),
            (Space::Itunes, "image") => image.offer(2, || address_in(node, "href")),
            (Space::Dublin, "language") | (Space::Plain, "language") => feed.language = words(node),
            _ => {}
        }
    }
    feed.language = top.attribute("xml:lang").or(top.attribute("lang")).map(str::to_owned).or(feed.language);
    feed.title = title.take().unwrap_or_default();
    feed.link = link.take();
    feed.description = description.take();
    feed.image = image.take();
    feed.authors = authors.take();
    feed
}

#[derive(Default)]
struct EntryDraft {
    id: Best<String>,
    title: Best<String>,
    link: Best<String>,
    published: Best<Timestamp>,
    updated: Best<Timestamp>,
    summary: Best<Text>,
    content: Best<Text>,
    authors: Ranked<Person>,
    image: Best<String>,
    item: Item,
}

pub(super) fn entry(node: Node<'_, '_>, reading: &Reading) -> Item {
    let mut draft = EntryDraft::default();
    for child in node.children() {
        draft.words(child);
        draft.facts(child, reading);
    }
    draft.item.language = node.attribute("xml:lang").map(str::to_owned).or(draft.item.language);
    draft.finish()
}

impl EntryDraft {
    fn words(&mut self, node: Node<'_, '_>) {
        match (node.space(), node.name()) {
            (Space::Atom | Space::Plain, "title") => self.title.offer(0, || headline(node)),
            (Space::Media, "title") => self.title.offer(1, || headline(node)),
            (Space::Dublin, "title") => self.title.offer(2, || headline(node)),
            (Space::Atom | Space::Plain, "summary") => self.summary.offer(0, || text(node)),
            (Space::Plain, "description") => self.summary.offer(1, || text(node)),
            (Space::Media, "description") => self.summary.offer(2, || text(node)),
            (Space::Atom | Space::Plain, "content") | (Space::Content, "encoded") => {
                self.content.offer(0, || text(node));
                self.link.offer(7, || address_in(node, "src"));
            }
            (Space::Xhtml, "body") => self.content.offer(1, || text(node)),
            (Space::Atom | Space::Plain, "author") => self.authors.offer(0, person(node)),
            (Space::Dublin, "creator") => self.authors.offer(1, person(node)),
            (Space::Itunes, "author") => self.authors.offer(2, person(node)),
            (Space::Atom | Space::Plain | Space::Media, "category") => {
                self.item.categories.extend(category(node))
            }
            (Space::Dublin, "subject") => self.item.categories.extend(words(node)),
            _ => {}
        }
    }

    fn facts(&mut self, node: Node<'_, '_>, reading: &Reading) {
        match (node.space(), node.name()) {
            (Space::Atom | Space::Plain, "id") => {
                self.id.offer(0, || words(node));
                self.link.offer(6, || address(node).filter(|a| is_web(a)));
            }
            (Space::Feedburner, "origlink") => self.link.offer(0, || address(node)),
            (Space::Atom | Space::Plain, "link") => self.link(node),
            (Space::Atom | Space::Plain, "published" | "issued") => {
                self.published.offer(0, || moment(node, reading))
            }
            (Space::Atom | Space::Plain, "created") | (Space::Dublin, "issued") => {
                self.published.offer(1, || moment(node, reading));
            }
            (Space::Plain, "pubdate") | (Space::Dublin, "date" | "created") => {
                self.published.offer(2, || moment(node, reading));
            }
            (Space::Atom | Space::Plain, "updated" | "modified") => {
                self.updated.offer(0, || moment(node, reading))
            }
            (Space::Dublin, "modified") => self.updated.offer(1, || moment(node, reading)),
            (Space::Atom | Space::Plain, "source") => self.source(node),
            (Space::Dublin, "language") => self.item.language = words(node),
            (Space::Media, _) => self.media(node, 0),
            (Space::Itunes, "image") => self.image.offer(1, || address_in(node, "href")),
            _ => {}
        }
    }

    fn link(&mut self, node: Node<'_, '_>) {
        match relation(node) {
            "alternate" => self.link.offer(link_rank(node), || link_address(node)),
            "enclosure" => self.item.enclosures.extend(enclosure(node, "href", "length")),
            "replies" if node.attribute("type").is_none_or(|t| t.contains("html")) => {
                self.item.comments = self.item.comments.take().or_else(|| link_address(node));
            }
            "via" | "self" => self.link.offer(5, || link_address(node)),
            _ => {}
        }
    }

    fn source(&mut self, node: Node<'_, '_>) {
        let link = node.children().find(|c| c.name() == "link" && relation(*c) == "alternate");
        let source =
            Source { title: node.child("title").and_then(headline), link: link.and_then(link_address) };
        self.item.source = Some(source).filter(|s| *s != Source::default());
        for author in node.children().filter(|c| c.name() == "author") {
            self.authors.offer(3, person(author));
        }
    }

    fn media(&mut self, node: Node<'_, '_>, depth: usize) {
        match node.name() {
            "content" => self.item.enclosures.extend(enclosure(node, "url", "filesize")),
            "peerlink" => self.item.enclosures.extend(enclosure(node, "href", "filesize")),
            "thumbnail" => self.image.offer(0, || address_in(node, "url")),
            _ => {}
        }
        for child in node.children().filter(|c| depth < 3 && c.space() == Space::Media) {
            self.words(child);
            self.media(child, depth + 1);
        }
    }

    fn finish(self) -> Item {
        Item {
            id: self.id.take().unwrap_or_default(),
            title: self.title.take().unwrap_or_default(),
            link: self.link.take(),
            published: self.published.take(),
            updated: self.updated.take(),
            summary: self.summary.take(),
            content: self.content.take(),
            authors: self.authors.take(),
            image: self.image.take(),
            ..self.item
        }
    }
}

/// What a link leads to; the registry's long names are cut to the usual ones.
pub(super) fn relation<'a>(node: Node<'a, '_>) -> &'a str {
    let rel = node.attribute("rel").unwrap_or("alternate");
    rel.rsplit_once("/relation/").map_or(rel, |(_, short)| short)
}

/// Of several pages the one for people.
fn link_rank(node: Node<'_, '_>) -> u8 {
    match node.attribute("type") {
        None => 2,
        Some(kind) if kind.contains("html") => 1,
        Some(_) => 3,
    }
}

/// `href`, or what some write between the tags.
fn link_address(node: Node<'_, '_>) -> Option<String> {
    address_in(node, "href").or_else(|| address(node))
}

fn category(node: Node<'_, '_>) -> Option<String> {
    let given = node.attribute("label").or(node.attribute("term")).map(squeeze);
    given.or_else(|| words(node)).filter(|c| !c.is_empty())
}

/// A person in parts, or as text.
pub(super) fn person(node: Node<'_, '_>) -> Option<Person> {
    if !node.has_markup() {
        return person_in(&node.text());
    }
    let mut person = Person::default();
    for child in node.children() {
        match child.name() {
            "name" => person.name = words(child),
            "email" => person.email = words(child),
            "uri" | "url" | "homepage" => person.url = address(child),
            _ => {}
        }
    }
    (person != Person::default()).then_some(person)
}

fn headline(node: Node<'_, '_>) -> Option<String> {
    let text = text(node)?;
    Some(headline_of(&text.value, text.html)).filter(|t| !t.is_empty())
}

/// A text construct: plain, escaped markup, markup, or base64.
pub(super) fn text(node: Node<'_, '_>) -> Option<Text> {
    let kind = node.attribute("type").map(str::to_ascii_lowercase).unwrap_or_default();
    let mode = node.attribute("mode").map(str::to_ascii_lowercase).unwrap_or_default();
    let (value, html) = if mode == "base64" || (is_encoded(&kind) && !node.has_markup()) {
        // Some name a type of their own and send plain text.
        let decoded = decoded(&node.text()).unwrap_or_else(|| node.text().into_owned());
        (decoded, kind.contains("html") || kind.contains("xml"))
    } else if node.has_markup() {
        (inner_markup(node, &kind), true)
    } else {
        let text = node.text();
        let html = match kind.as_str() {
            "text" => false,
            "html" | "xhtml" | "text/html" | "application/xhtml+xml" => true,
            // Many declare plain text, or nothing, and send markup.
            _ => mode == "escaped" && kind != "text/plain" || looks_like_markup(&text),
        };
        (text.into_owned(), html)
    };
    let value = if html { safe(value.trim(), node.base()) } else { value };
    (!value.trim().is_empty()).then_some(Text { value, html })
}

/// RFC 4287, 4.1.3.3: what is neither text nor markup is base64.
fn is_encoded(kind: &str) -> bool {
    kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("xml") && !kind.contains("html")
}

fn decoded(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = base64::engine::general_purpose::STANDARD_NO_PAD.decode(bare.trim_end_matches('=')).ok()?;
    String::from_utf8(bytes).ok()
}

/// XHTML stands in a `div` that is not part of it.
fn inner_markup(node: Node<'_, '_>, kind: &str) -> String {
    let mut children = node.children();
    match (children.next(), children.next()) {
        (Some(only), None) if kind == "xhtml" && only.name() == "div" => only.markup(),
        _ => node.markup(),
    }
}

fn looks_like_markup(text: &str) -> bool {
    text.contains("</") || text.contains("/>") || text.contains("<p>") || text.contains("<br")
}
