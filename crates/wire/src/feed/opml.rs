//! Lists of feeds (OPML): taken over from another reader, and handed on to one.
//!
//! ```
//! use wire::opml::{Entry, read, write};
//! let list = [Entry { title: "Báo A & B".into(), feed: "https://a.vn/rss".into(), page: None, folders: vec!["Trung ương".into()] }];
//! let text = write("Nguồn tin", &list);
//! assert_eq!(read(text.as_bytes()).unwrap(), list);
//! ```

use super::address::{Base, is_web};
use super::markup::squeeze;
use super::model::Note;
use super::tree::{self, Node};
use super::{FeedError, Hints, bytes};
use crate::markup::entities::escape_into;
use serde::Serialize;

/// More feeds than this in one list are left out.
const MOST: usize = 50_000;

/// A feed in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What the list calls it; its address when it has no name.
    pub title: String,
    /// The address of the feed.
    pub feed: String,
    /// The page the feed belongs to.
    pub page: Option<String>,
    /// The folders it stands in, outermost first.
    pub folders: Vec<String>,
}

/// Reads a list. It is read as forgivingly as feeds are; entries without an address of the web are passed over, and
/// one that stands twice in the same folder is kept once.
///
/// # Errors
/// [`FeedError`] for what is empty, too large or holds no outline at all.
pub fn read(bytes: &[u8]) -> Result<Vec<Entry>, FeedError> {
    let mut notes: Vec<Note> = Vec::new();
    let text = bytes::decode(bytes, &Hints::default(), &mut notes)?;
    let tree = tree::grow(&text, Base::none());
    let mut any = false;
    let mut seen = std::collections::HashSet::new();
    let mut entries = Vec::new();
    for node in tree.all().filter(|n| n.name() == "outline") {
        any = true;
        let Some(entry) = entry(node) else { continue };
        if entries.len() < MOST && seen.insert((entry.feed.clone(), entry.folders.clone())) {
            entries.push(entry);
        }
    }
    let is_list = any || tree.all().take(20).any(|n| n.name() == "opml");
    if is_list { Ok(entries) } else { Err(FeedError::NotAFeed) }
}

fn entry(node: Node<'_, '_>) -> Option<Entry> {
    let feed = node.attribute("xmlurl").or(node.attribute("url")).filter(|a| is_web(a))?.to_owned();
    let mut folders = Vec::new();
    let mut around = node.parent();
    while around.name() == "outline" {
        folders.extend(name(around));
        around = around.parent();
    }
    folders.reverse();
    let page = node.attribute("htmlurl").filter(|a| is_web(a)).map(str::to_owned);
    Some(Entry { title: name(node).unwrap_or_else(|| feed.clone()), feed, page, folders })
}

fn name(node: Node<'_, '_>) -> Option<String> {
    let given = node.attribute("title").or(node.attribute("text"))?;
    Some(squeeze(given)).filter(|n| !n.is_empty())
}

/// Writes a list as OPML 2.0. Entries of one folder should stand together; a folder met again is opened again.
#[must_use]
pub fn write(title: &str, entries: &[Entry]) -> String {
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>");
    escape_into(title, false, &mut out);
    out.push_str("</title></head>\n<body>\n");
    let mut open: Vec<&str> = Vec::new();
    for entry in entries {
        let common = open.iter().zip(&entry.folders).take_while(|(a, b)| **a == b.as_str()).count();
        while open.len() > common {
            open.pop();
            out.push_str("</outline>\n");
        }
        for folder in entry.folders.iter().skip(common) {
            outline(&[("text", folder), ("title", folder)], ">\n", &mut out);
            open.push(folder);
        }
        let mut attributes = vec![
            ("type", "rss"),
            ("text", entry.title.as_str()),
            ("title", &entry.title),
            ("xmlUrl", &entry.feed),
        ];
        attributes.extend(entry.page.as_deref().map(|page| ("htmlUrl", page)));
        outline(&attributes, "/>\n", &mut out);
    }
    out.push_str(&"</outline>\n".repeat(open.len()));
    out.push_str("</body>\n</opml>\n");
    out
}

fn outline(attributes: &[(&str, &str)], end: &str, out: &mut String) {
    out.push_str("<outline");
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        // What XML cannot hold in any spelling is left out.
        let value: String = value.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        escape_into(&value, true, out);
        out.push('"');
    }
    out.push_str(end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lists_of_other_readers() {
        let text = "<opml version='1.0'><head><title>x</title></head><body>
            <outline text='Trung ương'><outline text='Báo A &amp; B' type='rss' xmlUrl='https://a.vn/rss?x=1&y=2' htmlUrl='https://a.vn'/>
            <outline title='Địa phương'><outline xmlurl='https://b.vn/rss'></outline><outline xmlurl='https://b.vn/rss'/></outline></outline>
            <outline text='no address'/><outline text='not the web' xmlUrl='javascript:x'/></body></opml>";
        let got = read(text.as_bytes()).unwrap();
        let shown: Vec<(&str, &str, String)> =
            got.iter().map(|e| (e.title.as_str(), e.feed.as_str(), e.folders.join("/"))).collect();
        assert_eq!(
            shown,
            [
                ("Báo A & B", "https://a.vn/rss?x=1&y=2", "Trung ương".to_owned()),
                ("https://b.vn/rss", "https://b.vn/rss", "Trung ương/Địa phương".to_owned()),
            ]
        );
        assert_eq!(read(b"<html></html>"), Err(FeedError::NotAFeed));
        assert_eq!(read(b"<opml><body></body></opml>"), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            entries in proptest::collection::vec(
                ("[a-zđ&<>\"']{1,9}", "[a-z0-9]{1,9}", proptest::collection::vec("[A-ZĐ&\"]{1,3}", 0..3)), 0..12)
        ) {
            let mut entries: Vec<Entry> = entries
                .into_iter()
                .map(|(title, path, folders)| Entry { title, feed: format!("https://a.vn/{path}?a=1&b=2"), page: None, folders })
                .collect();
            entries.sort_by(|a, b| (&a.folders, &a.feed).cmp(&(&b.folders, &b.feed)));
            entries.dedup_by(|a, b| (&a.folders, &a.feed) == (&b.folders, &b.feed));
            prop_assert_eq!(read(write("Nguồn", &entries).as_bytes()).unwrap(), entries);
        }
    }
}
