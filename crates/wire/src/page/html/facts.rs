//! What a page states for machines: JSON-LD, `<meta>`, `<time>`, microdata.

use super::super::lines::key;
use super::super::model::Stamp;
use serde_json::Value;
use std::borrow::Cow;
use viet::dates;

/// Facts stated by markup, each the first found by order of trust.
#[derive(Default)]
pub(in crate::page) struct Facts {
    headline: Option<String>,
    shared_title: Option<String>,
    window_title: Option<String>,
    site: Option<String>,
    published: Vec<(u8, Stamp)>,
    updated: Option<Stamp>,
    author: Option<String>,
    /// The longest `articleBody` of JSON-LD.
    body: Option<String>,
    image: Option<String>,
    language: Option<String>,
    address: Option<String>,
}

type Attributes<'t> = [(&'static str, Cow<'t, str>)];

fn get<'a>(attributes: &'a Attributes<'_>, name: &str) -> Option<&'a str> {
    attributes.iter().find(|(k, _)| *k == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
}

impl Facts {
    /// When it was published, by the most trusted statement.
    pub(in crate::page) fn published(&self) -> Option<&Stamp> {
        self.published.iter().min_by_key(|(trust, _)| *trust).map(|(_, stamp)| stamp)
    }

    pub(in crate::page) fn updated(&self) -> Option<&Stamp> {
        self.updated.as_ref()
    }

    /// The author, unless it is but the site's name.
    pub(in crate::page) fn author(&self) -> Option<&str> {
        let author = self.author.as_deref()?;
        let site = self.site.as_deref().map(key).unwrap_or_default();
        (key(author) != site).then_some(author)
    }

    /// The whole text as stated for machines, if it is.
    pub(in crate::page) fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The outlet or portal by its own name.
    pub(in crate::page) fn site(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// The picture that is shown where the page is shared.
    pub(in crate::page) fn image(&self) -> Option<&str> {
        self.image.as_deref()
    }

    /// The language tag of the page.
    pub(in crate::page) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The address that the page calls its own.
    pub(in crate::page) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Headlines that may stand in the page, most trusted first; the site's name is cut off their end.
    pub(in crate::page) fn titles(&self) -> Vec<String> {
        let site = self.site.as_deref().map(key);
        let given = [&self.headline, &self.shared_title, &self.window_title];
        given
            .into_iter()
            .flatten()
            .map(|title| without_site(title, site.as_deref()))
            .filter(|t| !t.is_empty())
            .collect()
    }

    pub(super) fn window_title(&mut self, text: &str) {
        if self.window_title.is_none() && !text.trim().is_empty() {
            self.window_title = Some(spaces(text));
        }
    }

    pub(super) fn element(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "meta" => self.meta(attributes),
            "html" => self.language = self.language.take().or(get(attributes, "lang").map(spaces)),
            "link" if get(attributes, "rel") == Some("canonical") => {
                self.address = get(attributes, "href").map(str::to_owned);
            }
            "time" => {
                if let Some(stamp) = get(attributes, "datetime").and_then(stamp) {
                    self.published.push((
                        if get(attributes, "itemprop") == Some("datePublished") { 3 } else { 6 },
                        stamp,
                    ));
                }
            }
            _ => {}
        }
    }

    fn meta(&mut self, attributes: &Attributes<'_>) {
        let Some(content) = get(attributes, "content") else { return };
        let name = get(attributes, "property")
            .or(get(attributes, "name"))
            .or(get(attributes, "itemprop"))
            .unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" | "dc.title" => {
                self.shared_title.get_or_insert_with(|| spaces(content));
            }
            "headline" => {
                self.headline.get_or_insert_with(|| spaces(content));
            }
            "og:image" => {
                self.image.get_or_insert_with(|| content.to_owned());
            }
            "og:url" => {
                self.address.get_or_insert_with(|| content.to_owned());
            }
            "og:site_name" | "application-name" => self.site = Some(spaces(content)),
            "article:published_time"
            | "og:published_time"
            | "datepublished"
            | "article:published"
            | "og:article:published_time" => {
                self.published.extend(stamp(content).map(|s| (2, s)));
            }
            "pubdate"
            | "date"
            | "publishdate"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "dcterms.date"
            | "parsely-pub-date"
            | "sailthru.date"
            | "publish-date"
            | "publication_date"
            | "cxenseparse:recs:publishtime" => {
                self.published.extend(stamp(content).map(|s| (4, s)));
            }
            "article:modified_time" | "datemodified" | "og:updated_time" | "lastmod" | "dcterms.modified" => {
                self.updated = self.updated.take().or(stamp(content));
            }
            "author" | "article:author" | "dc.creator" if !content.contains("://") => {
                self.author.get_or_insert_with(|| spaces(content));
            }
            _ => {}
        }
    }

    /// A block of JSON-LD; anything else in it than a story is passed over.
    pub(super) fn json_ld(&mut self, text: &str) {
        // Some portals leave line ends inside strings, which JSON forbids.
        let parsed = serde_json::from_str::<Value>(text.trim())
            .or_else(|_| serde_json::from_str(&text.trim().replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = parsed {
            self.walk(&value, 0);
        }
    }

    fn walk(&mut self, value: &Value, depth: usize) {
        if depth > 6 {
            return;
        }
        match value {
            Value::Array(items) => items.iter().take(50).for_each(|item| self.walk(item, depth + 1)),
            Value::Object(object) => {
                let kind =
                    object.get("@type").map(|t| t.to_string().to_ascii_lowercase()).unwrap_or_default();
                if kind.contains("article") || kind.contains("posting") || kind.contains("report") {
                    self.story(object);
                }
                for inner in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let Some(inner) = object.get(inner) {
                        self.walk(inner, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    fn story(&mut self, object: &serde_json::Map<String, Value>) {
        let text = |name: &str| object.get(name).and_then(Value::as_str);
        if let Some(headline) = text("headline").or_else(|| text("name")) {
            self.headline.get_or_insert_with(|| spaces(&crate::markup::entities::unescape(headline)));
        }
        self.published
            .extend(text("datePublished").or_else(|| text("dateCreated")).and_then(stamp).map(|s| (1, s)));
        self.updated = text("dateModified").and_then(stamp).or(self.updated.take());
        let author = object.get("author").map(|a| match a {
            Value::Array(all) => all.iter().filter_map(name_of).collect::<Vec<_>>().join(", "),
            one => name_of(one).unwrap_or_default().to_owned(),
        });
        if let Some(author) = author.filter(|a| !a.is_empty() && !a.contains("://")) {
            self.author = Some(spaces(&author));
        }
        if let Some(body) =
            text("articleBody").filter(|b| self.body.as_ref().is_none_or(|held| held.len() < b.len()))
        {
            self.body = Some(body.to_owned());
        }
        if let Some(publisher) = object.get("publisher").and_then(name_of) {
            self.site.get_or_insert_with(|| publisher.to_owned());
        }
    }
}

fn name_of(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("name").and_then(Value::as_str))
}

/// A machine date; never one without its year.
fn stamp(text: &str) -> Option<Stamp> {
    Stamp::new(dates::read(text.trim(), None).ok()?)
}

fn spaces(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Cuts ` | Báo A` or ` - Sở B` off a title: the site's name where known, else a last part shorter than the rest.
fn without_site(title: &str, site: Option<&str>) -> String {
    for bar in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        if let Some((head, last)) = title.rsplit_once(bar) {
            let named = site.is_some_and(|s| key(last) == *s);
            let short = super::super::lines::words(head) >= 4
                && super::super::lines::words(last) <= 6
                && bar != " – ";
            if named || short {
                return head.trim().to_owned();
            }
        }
    }
    title.to_owned()
}
