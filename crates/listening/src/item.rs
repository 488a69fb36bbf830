//! What comes out of a source, as it is heard: one published item, known by its address.

use kernel::{Moment, OutletId, SourceId};
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use url::Url;

/// An item before it is a mention. It has no author: authors are dropped where items are read (L1, L2).
#[derive(Debug, Clone)]
pub struct Item {
    /// Where it was found.
    pub source: SourceId,
    /// Whose it is.
    pub outlet: OutletId,
    /// What it is known by at its outlet: the address without what differs from reader to reader.
    pub key: String,
    /// Its address.
    pub link: String,
    /// Its headline.
    pub title: String,
    /// Its text, sapo first.
    pub text: String,
    /// When it says it was published.
    pub published: Option<Moment>,
    /// Whether there is more of it on its page, which could not be read.
    pub in_part: bool,
}

/// Characters of a headline that are kept.
const TITLE_MOST: usize = 300;
/// Characters of a text that are kept.
const TEXT_MOST: usize = 60_000;
/// Clocks of outlets may be fast by so much; what lies further ahead is taken for published now.
const AHEAD: Duration = Duration::from_secs(10 * 60);
/// What was published so long before it was heard says nothing of how fast a matter spreads.
const STALE: Duration = Duration::from_secs(6 * 3600);

/// Parts of an address that say where a reader comes from, not what is read.
const PASSING: [&str; 10] = [
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "fbclid",
    "gclid",
    "zarsrc",
    "ref",
    "from",
];

impl Item {
    /// With what is too long cut, and white space as people write it.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        self.title = cut(&one_line(&self.title), TITLE_MOST);
        self.text = cut(self.text.trim(), TEXT_MOST).replace('\0', "");
        self.title = self.title.replace('\0', "");
        let is_web = Url::parse(&self.link).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if !is_web || self.link.len() > 2_000 {
            self.link.clear();
        }
        self
    }

    /// When it was published, as far as its own word can be believed.
    #[must_use]
    pub fn published_at(&self, heard: Moment) -> Moment {
        self.published.filter(|at| *at <= heard.plus(AHEAD) && at.0 > 0).map_or(heard, |at| at.min(heard))
    }

    /// Whether it speaks of today: old items of a new source join their threads and heat nothing.
    #[must_use]
    pub fn is_fresh(&self, heard: Moment) -> bool {
        heard.since(self.published_at(heard)) <= STALE
    }

    /// SHA-256 of title and text: another one means that the outlet changed it.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.title.as_bytes());
        hash.update([0]);
        hash.update(self.text.as_bytes());
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// What an item is known by: its address without scheme, `www.`, fragment and passing parts; its guid where it has no
/// address. A guid that an outlet uses twice for different addresses does no harm that way.
#[must_use]
pub fn key(link: Option<&str>, guid: &str) -> String {
    let Some(mut url) = link.and_then(|link| Url::parse(link).ok()).filter(|url| url.has_host()) else {
        return cut(guid.trim(), 500);
    };
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !PASSING.contains(&name.to_lowercase().as_str()))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    url.set_query(None);
    let query = if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", serde_urlencoded::to_string(kept).unwrap_or_default())
    };
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(host);
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = url.path().trim_end_matches('/');
    cut(&format!("{host}{port}{path}{query}"), 500)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::NewId;

    #[test]
    fn one_item_has_one_key_however_it_is_linked() {
        for link in [
            "https://bao.example/tin/mua-lon-1.html",
            "http://www.bao.example/tin/mua-lon-1.html#binh-luan",
            "https://m.bao.example/tin/mua-lon-1.html?utm_source=rss&fbclid=1",
            "https://bao.example/tin/mua-lon-1.html/",
        ] {
            assert_eq!(key(Some(link), "7"), "bao.example/tin/mua-lon-1.html", "{link}");
        }
        assert_eq!(key(Some("https://bao.example/?id=5&ref=x"), ""), "bao.example?id=5");
        assert_eq!(key(None, " 12345 "), "12345");
        assert_ne!(key(Some("https://bao.example/a"), "7"), key(Some("https://bao.example/b"), "7"));
    }

    fn item(published: Option<Moment>) -> Item {
        Item {
            source: SourceId::fresh(),
            outlet: OutletId::fresh(),
            key: "k".into(),
            link: String::new(),
            title: "  Mưa \n lớn ".into(),
            text: "Trời\u{0} mưa".into(),
            published,
            in_part: false,
        }
    }

    #[test]
    fn items_from_the_future_were_published_when_they_were_heard() {
        let now = Moment::parse("2026-11-22T08:00:00+07:00").unwrap();
        let hour = Duration::from_secs(3600);
        for (says, taken, fresh) in [
            (None, now, true),
            (Some(now.plus(hour * 30)), now, true),
            (Some(now.plus(Duration::from_secs(60))), now, true),
            (Some(now.minus(hour)), now.minus(hour), true),
            (Some(now.minus(hour * 7)), now.minus(hour * 7), false),
            (Some(Moment(-5)), now, true),
        ] {
            assert_eq!((item(says).published_at(now), item(says).is_fresh(now)), (taken, fresh), "{says:?}");
        }
    }

    #[test]
    fn what_is_heard_is_tidied_and_hashed() {
        let tidy = item(None).tidy();
        assert_eq!((tidy.title.as_str(), tidy.text.as_str()), ("Mưa lớn", "Trời mưa"));
        assert_ne!(tidy.hash(), Item { title: "Mưa nhỏ".into(), ..tidy.clone() }.hash());
    }
}
