//! How the article pages of one site are read: where title, sapo, text, byline and time stand, and what is furniture.
//!
//! A rule is data that people write for one site. It is believed only as far as it finds a sensible share of what is found
//! without it, so that a site that is rebuilt, or a rule that was never right, makes no page worse.

use super::article::{Article, article, prose, stated_text};
use super::lines::Markup;
use super::model::{Byline, Note, Stamp};
use super::{Hint, PageError, bytes, html, marked};
use crate::page::article::noise;
use dom_query::{Document, Matcher};
use serde::{Deserialize, Serialize};
use viet::dates;

/// The places on the pages of one site, as CSS selectors; an empty one says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteRule {
    /// The day since which pages look like this, as `2026-11-22`; for people, nothing is decided by it here.
    pub since: String,
    /// The headline.
    pub title: String,
    /// The lead that stands before the text.
    pub sapo: String,
    /// The text: the element around it, or its paragraphs.
    pub body: String,
    /// Who wrote it.
    pub byline: String,
    /// When it was published.
    pub time: String,
    /// Furniture inside the text: related stories, captions, advertisements.
    pub drop: String,
}

/// Why a rule cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// No place for the text is named.
    NoBody,
    /// A selector is not one, or longer than [`LONGEST`]; which field.
    Selector(&'static str),
}

impl RuleError {
    /// A key for translation.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoBody => "rule-no-body",
            Self::Selector(_) => "rule-selector",
        }
    }

    /// The field that is wrong.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::NoBody => "body",
            Self::Selector(field) => field,
        }
    }
}

/// Characters of a selector at most.
pub const LONGEST: usize = 500;
/// A rule is followed when it finds at least this share, in hundredths, of the running text that other readings find.
pub const FEWEST: u32 = 60;
/// Pages of more bytes are read without a rule.
const LARGEST: usize = 5 * 1024 * 1024;

/// An article and what came of the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruled {
    /// The article, by the rule or without it.
    pub article: Article,
    /// Whether the text is the rule's.
    pub followed: bool,
    /// The running text that the rule found against that of the best other reading, in hundredths.
    pub share: u32,
}

impl SiteRule {
    /// Whether it can be followed at all.
    ///
    /// # Errors
    /// See [`RuleError`].
    pub fn check(&self) -> Result<(), RuleError> {
        if self.body.trim().is_empty() {
            return Err(RuleError::NoBody);
        }
        for (field, selector) in self.fields() {
            let empty = selector.trim().is_empty();
            if !empty && (selector.chars().count() > LONGEST || Matcher::new(selector).is_err()) {
                return Err(RuleError::Selector(field));
            }
        }
        Ok(())
    }

    fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("title", &self.title),
            ("sapo", &self.sapo),
            ("body", &self.body),
            ("byline", &self.byline),
            ("time", &self.time),
            ("drop", &self.drop),
        ]
    }
}

/// Reads the article of a page by the rule of its site, and without it where the rule finds too little.
///
/// ```
/// use wire::page::{Hint, SiteRule, article_by};
/// let told = "Xã Bình An ra quân dọn đường làng với hơn hai trăm người tham gia trong buổi sáng chủ nhật đầu tháng. ";
/// let page = format!("<html><body><article><h1>Bình An dọn đường</h1><p class=sapo>{told}</p><div class=t><p>{told}</p>\
///     <div class=xem><p>Xem thêm: {told}</p></div><p>{told} Hết.</p></div></article></body></html>");
/// let rule = SiteRule { sapo: ".sapo".into(), body: ".t".into(), drop: ".xem".into(), ..SiteRule::default() };
/// let read = article_by(page.as_bytes(), &Hint::default(), &rule).unwrap();
/// assert!(read.followed && !read.article.text.contains("Xem thêm") && read.article.text.ends_with("Hết."));
/// ```
///
/// # Errors
/// As [`article`] does. Neither a page nor a rule ever makes it panic.
pub fn article_by(bytes: &[u8], hint: &Hint, rule: &SiteRule) -> Result<Ruled, PageError> {
    let without = article(bytes, hint)?;
    let text = bytes::decode(bytes, hint)?;
    let marked = marked(&text.text);
    let safe = html::is_html(&text.text) && !marked.too_deep && text.text.len() <= LARGEST;
    let Some(found) = safe.then(|| found(&text.text, rule)).flatten() else {
        return Ok(fallen_back(without, 0));
    };
    let others: Vec<String> = without.text.split("\n\n").map(str::to_owned).collect();
    let stated = marked.facts.body().map(stated_text).unwrap_or_default();
    // What a page states for machines counts only where it is whole.
    let best = prose(&others).max(prose(&stated));
    let share = u32::try_from(prose(&found.text) * 100 / best.max(1)).unwrap_or(u32::MAX);
    if share < FEWEST || found.linked {
        return Ok(fallen_back(without, share));
    }
    let mut article = Article { text: found.text.join("\n\n"), ..without };
    article.title = found.title.unwrap_or(article.title);
    article.byline =
        found.byline.map(|author| Byline { author: Some(author), ..Byline::default() }).or(article.byline);
    article.published = found.time.or(article.published);
    Ok(Ruled { article, followed: true, share })
}

fn fallen_back(mut article: Article, share: u32) -> Ruled {
    article.notes.push(Note::new("rule-not-followed", "the rule of the site finds too little"));
    Ruled { article, followed: false, share }
}

/// What a rule finds on a page.
struct Found {
    title: Option<String>,
    byline: Option<String>,
    time: Option<Stamp>,
    text: Vec<String>,
    /// Most of the text is links: it is a menu or a list of stories.
    linked: bool,
}

fn found(page: &str, rule: &SiteRule) -> Option<Found> {
    let page = Document::from(page);
    remove(&page, "script, style, noscript, template, iframe");
    remove(&page, &rule.drop);
    let (sapo, body) = (markup(&page, &rule.sapo), markup(&page, &rule.body));
    if body.is_empty() {
        return None;
    }
    let sapo = if body.contains(&sapo) { String::new() } else { format!("<div>{sapo}</div>") };
    let lines =
        html::read(&format!("<html><body><article>{sapo}<div>{body}</div></article></body></html>")).lines;
    let kept = lines.iter().filter(|line| line.markup != Markup::Caption);
    let (linked, all) = kept.clone().fold((0, 0), |(linked, all), line| {
        (linked + if line.linked { line.text.len() } else { 0 }, all + line.text.len())
    });
    let text = noise::without(kept.filter(|line| !line.linked).map(|line| line.text.as_str()));
    let words = |selector: &str| {
        let found = words_of(&page, selector);
        Some(found).filter(|words| !words.is_empty())
    };
    Some(Found {
        title: words(&rule.title),
        byline: words(&rule.byline).filter(|words| words.chars().count() <= 120),
        time: words(&rule.time).and_then(|words| Stamp::new(dates::read(&words, None).ok()?)),
        text,
        linked: linked * 2 > all,
    })
}

fn remove(page: &Document, selector: &str) {
    if let Some(selector) = selector_of(selector) {
        page.select_matcher(&selector).remove();
    }
}

fn selector_of(selector: &str) -> Option<Matcher> {
    let usable = !selector.trim().is_empty() && selector.chars().count() <= LONGEST;
    usable.then(|| Matcher::new(selector).ok()).flatten()
}

/// The markup of what is selected, in order; what stands inside something selected is not told twice.
fn markup(page: &Document, selector: &str) -> String {
    let Some(selector) = selector_of(selector) else { return String::new() };
    let found = page.select_matcher(&selector);
    let nodes = found.nodes();
    let outermost =
        nodes.iter().filter(|node| !node.ancestors_it(None).any(|above| selector.match_element(&above)));
    outermost.map(|node| node.html().to_string()).collect()
}

/// The words of the first element that is selected.
fn words_of(page: &Document, selector: &str) -> String {
    let Some(selector) = selector_of(selector) else { return String::new() };
    let text = page.select_single_matcher(&selector).text().to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(500).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TOLD: &str = "Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người tham gia, thu gom ba tấn rác thải nhựa dọc hai bên đường.";

    fn page() -> String {
        let paragraphs: String = (1..=4).map(|n| format!("<p>{TOLD} Đoạn {n}.</p>")).collect();
        format!(
            "<html lang=vi><head><title>Báo Mẫu</title></head><body><div class=menu><a href=/1>{TOLD}</a></div>
             <div class=bai><h1 class=ten>Bình An dọn đường làng</h1><span class=gio>Chủ nhật, 05/03/2024 08:15</span>
             <h2 class=sapo>Hơn hai trăm người dân cùng dọn đường làng trong buổi sáng chủ nhật.</h2>
             <div class=than>{paragraphs}<div class=cung-muc><p>{TOLD} Tin cùng mục.</p></div></div>
             <p class=tac-gia>Thu Hà</p></div></body></html>"
        )
    }

    fn rule(body: &str) -> SiteRule {
        SiteRule {
            title: "h1.ten".into(),
            sapo: ".sapo".into(),
            body: body.into(),
            byline: ".tac-gia".into(),
            time: ".gio".into(),
            drop: ".cung-muc".into(),
            ..SiteRule::default()
        }
    }

    fn read(rule: &SiteRule) -> Ruled {
        article_by(page().as_bytes(), &Hint::default(), rule).unwrap()
    }

    #[test]
    fn the_places_of_a_rule_are_read_in_order() {
        for body in [".than", ".than > p"] {
            let got = read(&rule(body));
            assert!(got.followed, "{body}: {got:?}");
            let paragraphs: Vec<&str> = got.article.text.split("\n\n").collect();
            assert_eq!(paragraphs.len(), 5, "{paragraphs:?}");
            assert!(paragraphs[0].starts_with("Hơn hai trăm") && paragraphs[4].ends_with("Đoạn 4."));
            assert!(!got.article.text.contains("cùng mục"));
            assert_eq!(got.article.title, "Bình An dọn đường làng");
            assert_eq!(got.article.byline.unwrap().author.as_deref(), Some("Thu Hà"));
            assert_eq!(got.article.published.unwrap().date().to_string(), "2024-03-05");
        }
    }

    #[test]
    fn a_rule_that_finds_too_little_is_not_followed() {
        let without = article(page().as_bytes(), &Hint::default()).unwrap();
        for body in [".khong-co", ".than > p:first-child", ".menu", "h1"] {
            let got = read(&rule(body));
            assert!(!got.followed && got.share < 100, "{body}: {}", got.share);
            assert_eq!(got.article.text, without.text, "{body}");
        }
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        assert_eq!(SiteRule::default().check(), Err(RuleError::NoBody));
        for (body, drop) in [("..than", ""), (".than", "p["), (".than", &*"p,".repeat(400))] {
            let bad = SiteRule { body: body.into(), drop: drop.into(), ..SiteRule::default() };
            assert!(matches!(bad.check(), Err(RuleError::Selector(_))), "{body} {drop}");
            let _ = read(&bad);
        }
        assert_eq!(rule(".than").check(), Ok(()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn neither_pages_nor_rules_do_harm(
            page in "(<[a-z]{1,4}( class=[a-z]{1,3})?>|</[a-z]{1,4}>|[^\\x00]{0,12}){0,60}",
            selectors in proptest::collection::vec("[a-z.#>+~*:()\\[\\]=\" ,-]{0,24}", 6),
        ) {
            let mut all = selectors.into_iter();
            let mut next = || all.next().unwrap_or_default();
            let rule = SiteRule {
                since: String::new(), title: next(), sapo: next(), body: next(), byline: next(), time: next(), drop: next(),
            };
            let _ = rule.check();
            let page = format!("<html><body>{page}</body></html>");
            let with = article_by(page.as_bytes(), &Hint::default(), &rule);
            prop_assert_eq!(with.is_ok(), article(page.as_bytes(), &Hint::default()).is_ok());
        }
    }
}
