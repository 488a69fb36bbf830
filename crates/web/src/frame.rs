//! What the two frames (`public.html`, `desk.html`) and their parts need to know. Templates call it `p`.

use crate::{Format, Lang, Locale, asset};
use async_trait::async_trait;
use db::Look;
use kernel::{Failure, ThingRef};
use std::collections::HashMap;

/// The site or agency in whose name a page speaks. All plain text; empty where the agency has not said.
#[derive(Debug, Clone, Default)]
pub struct SiteFace {
    /// Its full name (S152: on every page).
    pub name: String,
    /// The body above it.
    pub over: String,
    /// Where it is.
    pub place: String,
    /// The address of its first page, with a slash at the end.
    pub home: String,
    /// Postal address.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Who answers for the content.
    pub in_charge: String,
    /// Licence of the site, if it needs one.
    pub licence: String,
}

/// This page in another language.
#[derive(Debug, Clone)]
pub struct LangLink {
    /// BCP 47.
    pub code: &'static str,
    /// The language's own name.
    pub label: &'static str,
    /// Address.
    pub href: String,
    /// Whether this page is in it.
    pub current: bool,
}

/// An entry of the rail or of the section bar.
#[derive(Debug, Clone, Default)]
pub struct NavItem {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
    /// A name in `icons.svg`.
    pub icon: &'static str,
    /// How many things wait there.
    pub count: u64,
    /// Whether this page is it.
    pub current: bool,
    /// The heading to print above it, or nothing.
    pub group: String,
}

/// A part of the rail: its heading and its entries, folded away while one is elsewhere.
#[derive(Debug, Clone)]
pub struct NavGroup<'a> {
    /// The heading.
    pub label: &'a str,
    /// The entries.
    pub items: Vec<&'a NavItem>,
    /// How many things wait in it, shown while it is folded.
    pub count: u64,
    /// Whether it stands open.
    pub open: bool,
}

/// A rail of so few entries is not folded: nothing would be won.
const SHORT_RAIL: usize = 12;

impl Page {
    /// The rail by its groups. The one of this page stands open; all do where there are few entries.
    #[must_use]
    pub fn nav_groups(&self) -> Vec<NavGroup<'_>> {
        let short = self.nav.len() <= SHORT_RAIL;
        let mut groups: Vec<NavGroup<'_>> = Vec::new();
        for item in &self.nav {
            match groups.last_mut().filter(|_| item.group.is_empty()) {
                Some(group) => {
                    group.count += item.count;
                    group.open |= item.current;
                    group.items.push(item);
                }
                None => groups.push(NavGroup {
                    label: &item.group,
                    items: vec![item],
                    count: item.count,
                    open: short || item.current,
                }),
            }
        }
        groups
    }
}

/// Who is signed in, as shown.
#[derive(Debug, Clone)]
pub struct PersonFace {
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Roles, in words.
    pub role: String,
}

/// A step of the trail to this page.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
}

/// A tab: a page among its kin.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
    /// How many things are there.
    pub count: u64,
    /// Whether this page is it.
    pub current: bool,
}

/// Where a list stands among its pages.
#[derive(Debug, Clone)]
pub struct Pager {
    /// First row shown.
    pub from: u64,
    /// Last row shown.
    pub to: u64,
    /// Rows in all.
    pub total: u64,
    /// Address of the page before, or nothing.
    pub prev: String,
    /// Address of the page after, or nothing.
    pub next: String,
}

impl Pager {
    /// The pager of `page`; `None` when there is only one page. `address` makes the address of page n.
    pub fn of<T>(page: &kernel::Page<T>, address: impl Fn(u32) -> String) -> Option<Self> {
        (page.last() > 1).then(|| {
            let from = u64::from(page.number - 1) * u64::from(page.size) + 1;
            Self {
                from,
                to: from + page.items.len() as u64 - 1,
                total: page.total,
                prev: page.previous().map(&address).unwrap_or_default(),
                next: page.next().map(&address).unwrap_or_default(),
            }
        })
    }
}

/// Everything a frame needs.
#[derive(Debug, Clone)]
pub struct Page {
    /// BCP 47 code of the interface.
    pub lang: &'static str,
    /// BCP 47 code of what people wrote: titles, texts, names of sections (WCAG 3.1.2).
    pub content_lang: &'static str,
    /// Title of this page.
    pub title: String,
    /// `theme-…` class of the site.
    pub theme: String,
    /// `face-light` or nothing.
    pub face: &'static str,
    /// In whose name the page speaks.
    pub site: SiteFace,
    /// The page in each language.
    pub langs: Vec<LangLink>,
    /// The words searched for.
    pub query: String,
    /// Who is signed in.
    pub person: Option<PersonFace>,
    /// Rail or section bar.
    pub nav: Vec<NavItem>,
    /// How many things wait for this person.
    pub waiting: u64,
    /// Said once after an action.
    pub flashes: Vec<crate::Flash>,
    /// Whether this person may begin a story.
    pub may_write: bool,
    /// Dates and numbers.
    pub format: Format,
}

impl Page {
    /// The words of a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.locale().t(key)
    }

    /// The words of a key with one argument.
    #[must_use]
    pub fn f(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.locale().f(key, name, value)
    }

    /// The address of an asset that may be kept for ever.
    #[must_use]
    pub fn asset(&self, path: &str) -> String {
        asset(path)
    }

    /// The language at hand.
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale(self.format.lang())
    }

    /// This page's own address, encoded to stand in a query. Only unreserved letters and percent signs are in it.
    #[must_use]
    pub fn here(&self) -> String {
        let href = self.langs.first().map(|link| link.href.as_str()).unwrap_or_default();
        let own = href.split_once("?ve=").map(|(_, own)| own).unwrap_or_default();
        own.chars().filter(|c| c.is_ascii_alphanumeric() || "/-_.%".contains(*c)).collect()
    }

    /// The links that lead to this page in each language; `path` may have a query.
    #[must_use]
    pub fn langs(current: Lang, path: &str) -> Vec<LangLink> {
        Lang::ALL
            .into_iter()
            .map(|lang| LangLink {
                code: lang.code(),
                label: lang.own_name(),
                href: format!("/ngon-ngu/{}?ve={}", lang.code(), encode_query(path)),
                current: lang == current,
            })
            .collect()
    }
}

fn encode_query(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// A thing of any house as it is named to somebody who may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Its title or name.
    pub title: String,
    /// Where it is on the desk.
    pub href: String,
}

/// A line of a thing's chain: what another thing has to do with it.
#[derive(Debug, Clone)]
pub struct ChainLine {
    /// In words: “trả lời cho”, “do … nêu lên”.
    pub rel: String,
    /// What the other thing is, in a word.
    pub kind: String,
    /// The other thing.
    pub called: Called,
    /// Since when, for machines and for people.
    pub iso: String,
    /// For people.
    pub when: String,
}

/// What stands around every desk page and belongs to no single house. The roof has the one implementation.
#[async_trait]
pub trait Frame: Send + Sync {
    /// The rail, what waits, and in whose name the desk speaks. `path` is the page's own address.
    async fn desk(&self, look: &Look, lang: Lang, path: &str) -> Result<Page, Failure>;
    /// What somebody kept of a list of the desk: id, name and query.
    async fn kept(&self, look: &Look, list: &str) -> Result<Vec<(String, String, String)>, Failure>;
    /// What stands around a public page of any house: the site of a host, with its sections.
    async fn site(&self, lang: Option<Lang>, host: &str, path: &str) -> Result<Page, Failure>;
    /// The same for pages before log-in and for errors.
    async fn gate(&self, lang: Lang, path: &str) -> Page;
    /// The names of things of any house, as far as who looks may see them.
    async fn called(&self, look: &Look, things: &[ThingRef]) -> Result<HashMap<ThingRef, Called>, Failure>;
    /// What hangs on a thing, in both directions, as far as who looks may see it.
    async fn chain(&self, look: &Look, p: &Page, thing: ThingRef) -> Result<Vec<ChainLine>, Failure>;
}
