//! RSS of all versions, RDF and CDF → a feed: every field from the best of the vocabularies that may hold it.

use super::address::is_web;
use super::dates::Reading;
use super::markup;
use super::model::{Enclosure, Feed, Item, Kind, Person, Source, Text};
use super::names::Space;
use super::parts::{Best, Ranked, address, address_in, enclosure, headline, html, moment, person, words};
use super::tree::{Node, Tree};
use super::{Hints, Note, atom, is_vietnamese, reading};
use jiff::Timestamp;

pub(super) fn read(tree: &Tree<'_>, top: Node<'_, '_>, hints: &Hints) -> Feed {
    let channel = if top.name() == "channel" { top } else { top.child("channel").unwrap_or(top) };
    let (kind, version) = kind_of(top, channel);
    let mut draft = ChannelDraft::default();
    for child in channel.children() {
        draft.take(child);
    }
    // RDF sets the picture beside the channel.
    for child in top.children().filter(|c| c.name() == "image") {
        draft.take(child);
    }
    draft.link.offer(4, || address_in(channel, "href"));
    let mut feed = draft.finish(kind, version);
    let items: Vec<Node<'_, '_>> =
        tree.all().filter(|n| is_item(*n)).take(hints.most_items.saturating_add(1)).collect();
    let words: String = items.iter().take(3).filter_map(|i| headline(i.child("title")?)).collect();
    let words = format!("{} {words}", feed.title);
    let reading = reading(tree, hints, is_vietnamese(&feed, hints, &words));
    feed.updated = channel_updated(channel, &reading);
    if items.len() > hints.most_items {
        feed.notes.push(Note::new("too-many-items", format!("only {} items are read", hints.most_items)));
    }
    feed.items = items.into_iter().take(hints.most_items).map(|i| item(i, &reading)).collect();
    feed
}

fn kind_of(top: Node<'_, '_>, channel: Node<'_, '_>) -> (Kind, Option<String>) {
    let version = match top.name() {
        "rdf" if top.mentions("rdf/simple/0.9") => Some("0.9".to_owned()),
        "rdf" => Some("1.0".to_owned()),
        "channel" if channel.attribute("href").is_some() || channel.attribute("lastmod").is_some() => {
            return (Kind::Cdf, None);
        }
        _ => top.attribute("version").map(str::to_owned),
    };
    (Kind::Rss, version)
}

fn is_item(node: Node<'_, '_>) -> bool {
    match (node.space(), node.name()) {
        (Space::Plain | Space::Other | Space::Rdf, "item") => node.parent().name() != "item",
        (Space::Atom | Space::Plain, "entry") => true,
        _ => false,
    }
}

#[derive(Default)]
struct ChannelDraft {
    title: Best<String>,
    link: Best<String>,
    feed_link: Option<String>,
    description: Best<Text>,
    language: Best<String>,
    authors: Ranked<Person>,
    categories: Vec<String>,
    image: Best<String>,
    ttl: Option<u32>,
}

impl ChannelDraft {
    fn take(&mut self, node: Node<'_, '_>) {
        match (node.space(), node.name()) {
            (Space::Plain, "title") => self.title.offer(0, || headline(node)),
            (Space::Atom, "title") => self.title.offer(1, || headline(node)),
            (Space::Dublin, "title") => self.title.offer(2, || headline(node)),
            (Space::Itunes, "title") => self.title.offer(3, || headline(node)),
            (Space::Plain, "link") => {
                self.link.offer(0, || address(node));
                self.link.offer(1, || address_in(node, "href"));
            }
            (Space::Atom, "link") => self.atom_link(node),
            (Space::Plain, "description") => self.description.offer(0, || html(node)),
            (Space::Plain, "abstract") | (Space::Dublin, "description") => {
                self.description.offer(1, || html(node))
            }
            (Space::Itunes, "summary") => self.description.offer(2, || html(node)),
            (Space::GooglePlay, "description") => self.description.offer(3, || html(node)),
            (Space::Itunes, "subtitle") => self.description.offer(4, || html(node)),
            (Space::Plain, "language") => self.language.offer(0, || words(node)),
            (Space::Dublin, "language") => self.language.offer(1, || words(node)),
            (Space::Plain, "managingeditor" | "author") => self.authors.offer(0, person(&node.text())),
            (Space::Dublin, "creator" | "author") => self.authors.offer(1, person(&node.text())),
            (Space::Atom, "author") => self.authors.offer(1, atom::person(node)),
            (Space::Itunes | Space::GooglePlay, "author") => self.authors.offer(2, person(&node.text())),
            (Space::Itunes, "owner") => self.authors.offer(3, atom::person(node)),
            (Space::Plain, "webmaster") => self.authors.offer(4, person(&node.text())),
            (Space::Plain, "image") => {
                self.image.offer(0, || node.child("url").and_then(address));
                self.image.offer(1, || address_in(node, "href").or_else(|| address_in(node, "rdf:resource")));
            }
            (Space::Itunes | Space::GooglePlay, "image") => {
                self.image.offer(2, || address_in(node, "href").or_else(|| address_in(node, "url")));
            }
            (Space::Media, "thumbnail" | "content") => self.image.offer(3, || address_in(node, "url")),
            (Space::Plain, "ttl") => self.ttl = node.text().parse().ok(),
            _ => categories(node, &mut self.categories),
        }
    }

    fn atom_link(&mut self, node: Node<'_, '_>) {
        match atom::relation(node) {
            "alternate" => self.link.offer(2, || address_in(node, "href")),
            "self" => self.feed_link = self.feed_link.take().or_else(|| address_in(node, "href")),
            _ => {}
        }
    }

    fn finish(self, kind: Kind, version: Option<String>) -> Feed {
        Feed {
            kind,
            version,
            title: self.title.take().unwrap_or_default(),
            link: self.link.take(),
            feed_link: self.feed_link,
            description: self.description.take(),
            language: self.language.take(),
            authors: self.authors.take(),
            categories: self.categories,
            image: self.image.take(),
            ttl: self.ttl,
            ..Feed::default()
        }
    }
}

fn channel_updated(channel: Node<'_, '_>, reading: &Reading) -> Option<Timestamp> {
    let mut updated = Best::default();
    for node in channel.children() {
        let rank = match (node.space(), node.name()) {
            (Space::Plain, "lastbuilddate") => 0,
            (Space::Atom, "updated") | (Space::Dublin, "modified") => 1,
            (Space::Dublin, "date") => 2,
            (Space::Plain, "pubdate") => 3,
            (Space::Dublin, "issued" | "created") => 4,
            _ => continue,
        };
        updated.offer(rank, || moment(node, reading));
    }
    updated.offer(9, || super::dates::read(channel.attribute("lastmod")?, reading));
    updated.take()
}

/// Subjects in every vocabulary.
fn categories(node: Node<'_, '_>, categories: &mut Vec<String>) {
    match (node.space(), node.name()) {
        (Space::Plain | Space::Atom | Space::Media | Space::GooglePlay, "category")
        | (Space::Dublin, "subject") => {
            let given = headline(node)
                .or_else(|| node.attribute("label").or(node.attribute("term")).map(markup::squeeze))
                .or_else(|| node.attribute("text").map(markup::squeeze));
            categories.extend(given);
        }
        (Space::Itunes, "category") => {
            categories.extend(node.attribute("text").map(markup::squeeze).or_else(|| words(node)));
            for child in node.children() {
                self::categories(child, categories);
            }
        }
        (Space::Itunes | Space::Media, "keywords") => {
            let text = node.text();
            categories.extend(text.split(',').map(markup::squeeze).filter(|k| !k.is_empty()));
        }
        _ => {}
    }
}

#[derive(Default)]
struct ItemDraft {
    id: Best<String>,
    title: Best<String>,
    link: Best<String>,
    published: Best<Timestamp>,
    updated: Best<Timestamp>,
    summary: Best<Text>,
    content: Best<Text>,
    authors: Ranked<Person>,
    categories: Vec<String>,
    enclosures: Vec<Enclosure>,
    original_file: Option<String>,
    image: Best<String>,
    language: Best<String>,
    comments: Option<String>,
    source: Option<Source>,
}

fn item(node: Node<'_, '_>, reading: &Reading) -> Item {
    if node.name() == "entry" {
        return atom::entry(node, reading);
    }
    let mut draft = ItemDraft::default();
    for child in node.children() {
        draft.words(child);
        draft.facts(child, reading);
        draft.files(child);
    }
    draft.id.offer(1, || node.attribute("rdf:about").map(str::to_owned));
    draft.link.offer(3, || address_in(node, "href"));
    draft.link.offer(5, || address_in(node, "rdf:about").filter(|a| is_web(a)));
    draft.updated.offer(9, || super::dates::read(node.attribute("lastmod")?, reading));
    draft.language.offer(2, || node.attribute("xml:lang").map(str::to_owned));
    draft.finish()
}

impl ItemDraft {
    /// Headline, texts, persons and subjects.
    fn words(&mut self, node: Node<'_, '_>) {
        match (node.space(), node.name()) {
            (Space::Plain, "title") => self.title.offer(0, || headline(node)),
            (Space::Atom, "title") => self.title.offer(1, || headline(node)),
            (Space::Dublin, "title") => self.title.offer(2, || headline(node)),
            (Space::Media, "title") => self.title.offer(3, || headline(node)),
            (Space::Itunes, "title") => self.title.offer(4, || headline(node)),
            (Space::Plain, "description") => self.summary.offer(0, || html(node)),
            (Space::Plain, "abstract" | "summary") | (Space::Atom, "summary") => {
                self.summary.offer(1, || atom::text(node).or_else(|| html(node)));
            }
            (Space::Dublin, "description" | "abstract") => self.summary.offer(2, || html(node)),
            (Space::Itunes, "summary") => self.summary.offer(3, || html(node)),
            (Space::GooglePlay, "description") => self.summary.offer(4, || html(node)),
            (Space::Media, "description") => self.summary.offer(5, || html(node)),
            (Space::Itunes, "subtitle") => self.summary.offer(6, || html(node)),
            (Space::Content | Space::Plain, "encoded") => self.content.offer(0, || html(node)),
            (Space::Xhtml, "body" | "div") | (Space::Plain, "body" | "fullitem" | "content") => {
                self.content.offer(1, || html(node));
            }
            (Space::Atom, "content") => self.content.offer(1, || atom::text(node)),
            (Space::Plain, "author") => self.authors.offer(0, author(node)),
            (Space::Dublin, "creator" | "author") => self.authors.offer(1, person(&node.text())),
            (Space::Atom, "author") => self.authors.offer(1, atom::person(node)),
            (Space::Itunes | Space::GooglePlay, "author") => self.authors.offer(2, person(&node.text())),
            (Space::Media, "credit") if node.attribute("role") == Some("author") => {
                self.authors.offer(3, person(&node.text()));
            }
            _ => categories(node, &mut self.categories),
        }
    }

    /// Identity, addresses, moments.
    fn facts(&mut self, node: Node<'_, '_>, reading: &Reading) {
        match (node.space(), node.name()) {
            (Space::Plain, "guid") => {
                self.id.offer(0, || Some(node.text().into_owned()).filter(|t| !t.is_empty()));
                if node.attribute("ispermalink").is_none_or(|p| !p.eq_ignore_ascii_case("false")) {
                    self.link.offer(4, || address(node).filter(|a| is_web(a)));
                }
            }
            (Space::Atom, "id") | (Space::Dublin, "identifier") => self.id.offer(2, || words(node)),
            (Space::Feedburner, "origlink") => self.link.offer(0, || address(node)),
            (Space::Plain, "link") => {
                self.link.offer(1, || address(node));
                self.link.offer(2, || address_in(node, "href"));
            }
            (Space::Atom, "link") => match atom::relation(node) {
                "alternate" => self.link.offer(2, || address_in(node, "href")),
                "enclosure" => self.enclosures.extend(enclosure(node, "href", "length")),
                _ => {}
            },
            (Space::Plain, "pubdate" | "published") => self.published.offer(0, || moment(node, reading)),
            (Space::Atom, "published") => self.published.offer(1, || moment(node, reading)),
            (Space::Dublin, "issued" | "date" | "created") => {
                self.published.offer(2, || moment(node, reading))
            }
            (Space::Plain, "date") => self.published.offer(3, || moment(node, reading)),
            (Space::Atom | Space::Plain, "updated") => self.updated.offer(0, || moment(node, reading)),
            (Space::Dublin, "modified") | (Space::Plain, "lastmod" | "lastbuilddate") => {
                self.updated.offer(1, || moment(node, reading));
            }
            (Space::Plain, "language") | (Space::Dublin, "language") => {
                self.language.offer(0, || words(node))
            }
            (Space::Plain, "comments") => self.comments = self.comments.take().or_else(|| address(node)),
            (Space::Plain, "source") => {
                let source = Source { title: headline(node), link: address_in(node, "url") };
                self.source = Some(source).filter(|s| *s != Source::default());
            }
            _ => {}
        }
    }

    /// Files and pictures.
    fn files(&mut self, node: Node<'_, '_>) {
        match (node.space(), node.name()) {
            (Space::Plain, "enclosure") => {
                let given = enclosure(node, "url", "length").or_else(|| enclosure(node, "href", "length"));
                let in_text = || Some(Enclosure { url: address(node)?, ..Enclosure::default() });
                self.enclosures.extend(given.or_else(in_text));
            }
            (Space::Feedburner, "origenclosurelink") => self.original_file = address(node),
            (Space::Itunes, "image") => {
                self.image.offer(1, || address_in(node, "href").or_else(|| address_in(node, "url")))
            }
            (Space::Plain, "image" | "thumb" | "thumbnail") => {
                self.image.offer(2, || {
                    node.child("url")
                        .and_then(address)
                        .or_else(|| address_in(node, "url"))
                        .or_else(|| address(node))
                });
            }
            (Space::Media, _) => self.media(node, 0),
            _ => {}
        }
    }

    /// `media:*`, at times wrapped in groups.
    fn media(&mut self, node: Node<'_, '_>, depth: usize) {
        match node.name() {
            "content" | "peerlink" => {
                let attribute = if node.name() == "content" { "url" } else { "href" };
                self.enclosures.extend(enclosure(node, attribute, "filesize"));
                if node.attribute("medium") == Some("image") {
                    self.image.offer(3, || address_in(node, "url"));
                }
            }
            "thumbnail" => self.image.offer(0, || address_in(node, "url")),
            _ => {}
        }
        for child in node.children().filter(|c| depth < 3 && c.space() == Space::Media) {
            if depth > 0 || matches!(node.name(), "group" | "content") {
                self.words(child);
            }
            self.media(child, depth + 1);
        }
    }

    fn finish(mut self) -> Item {
        // The address that counting services put in its place is not the file's own.
        if let (Some(original), [only]) = (self.original_file, self.enclosures.as_mut_slice()) {
            only.url = original;
        }
        let first_file = self.enclosures.first().map(|e| e.url.clone());
        self.link.offer(8, || first_file);
        Item {
            id: self.id.take().unwrap_or_default(),
            title: self.title.take().unwrap_or_default(),
            link: self.link.take(),
            published: self.published.take(),
            updated: self.updated.take(),
            summary: self.summary.take(),
            content: self.content.take(),
            authors: self.authors.take(),
            categories: self.categories,
            enclosures: self.enclosures,
            image: self.image.take(),
            language: self.language.take(),
            comments: self.comments,
            source: self.source,
        }
    }
}

/// RSS asks for a mail address; feeds send names, or Atom's parts.
fn author(node: Node<'_, '_>) -> Option<Person> {
    if node.child("name").is_some() { atom::person(node) } else { person(&node.text()) }
}
