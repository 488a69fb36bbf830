//! A page that lists articles → their headlines and addresses, for outlets without a feed.

use super::html::{self, tags};
use super::{Hint, PageError, bytes};
use std::collections::HashMap;
use url::Url;

/// A headline that leads to an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The headline.
    pub title: String,
    /// Where it leads, absolute.
    pub href: String,
}

/// Links read of one page at most.
const MOST: usize = 300;
/// Words that a headline has at least: menus have fewer.
const FEWEST_WORDS: usize = 5;
/// Characters of a headline at most: more is a teaser.
const LONGEST: usize = 250;

/// The headlines of a page that lead to articles of the same site, in their order, each once.
///
/// A link is taken for a headline when its words are too many for a menu and its address looks like an article's: a
/// number, or several words joined by hyphens, in its last part.
///
/// # Errors
/// See [`PageError`]. Bad input never panics.
pub fn links(bytes: &[u8], hint: &Hint) -> Result<Vec<Link>, PageError> {
    let text = bytes::decode(bytes, hint)?;
    if !html::is_html(&text.text) {
        return Err(PageError::NoText);
    }
    let base = hint.address.as_deref().and_then(|address| Url::parse(address).ok());
    let mut found = Gathered::default();
    let mut open: Option<(Url, String, String)> = None;
    for piece in tags::pieces(&text.text) {
        match piece {
            tags::Piece::Open { name, attributes, .. } if name == "a" => {
                found.take(open.take());
                let value = |wanted: &str| {
                    attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value)
                };
                let address = value("href").and_then(|href| address(base.as_ref(), href));
                let title = value("title").map(ToString::to_string).unwrap_or_default();
                open = address.map(|address| (address, String::new(), title));
            }
            tags::Piece::Close { name } if name == "a" => found.take(open.take()),
            tags::Piece::Text(text) => {
                if let Some((_, words, _)) = open.as_mut().filter(|open| open.1.len() < LONGEST * 8) {
                    words.push(' ');
                    words.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found.take(open);
    if found.links.is_empty() { Err(PageError::NoText) } else { Ok(found.links) }
}

/// Where a link leads, if that is an article of the same site.
fn address(base: Option<&Url>, href: &str) -> Option<Url> {
    let mut url = Url::options().base_url(base).parse(href.trim()).ok()?;
    url.set_fragment(None);
    let same = base.is_none_or(|base| site(base) == site(&url));
    (matches!(url.scheme(), "http" | "https") && same && is_article(&url)).then_some(url)
}

/// The host without what changes within one site.
fn site(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default();
    host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(host)
}

fn is_article(url: &Url) -> bool {
    let last = url.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let digits = last.chars().filter(char::is_ascii_digit).count();
    let asked = url.query().is_some_and(|query| query.chars().filter(char::is_ascii_digit).count() >= 3);
    digits >= 4 || last.matches('-').count() >= 3 || asked
}

#[derive(Default)]
struct Gathered {
    links: Vec<Link>,
    places: HashMap<String, usize>,
}

impl Gathered {
    /// Keeps a link that is a headline; of two with one address the one with more words.
    fn take(&mut self, open: Option<(Url, String, String)>) {
        let Some((url, shown, said)) = open else { return };
        let [shown, said] = [shown, said].map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
        let words = |text: &str| text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
        let fits = |text: &str| words(text) >= FEWEST_WORDS && text.chars().count() <= LONGEST;
        let Some(title) = [shown, said].into_iter().find(|text| fits(text)) else { return };
        let href = url.to_string();
        match self.places.get(&href) {
            Some(_) => {}
            None if self.links.len() < MOST => {
                self.places.insert(href.clone(), self.links.len());
                self.links.push(Link { title, href });
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<(String, String)> {
        let hint = Hint { address: Some("https://www.bao.example/thoi-su/".into()), ..Hint::default() };
        let found = links(html.as_bytes(), &hint).unwrap_or_default();
        found.into_iter().map(|link| (link.title, link.href)).collect()
    }

    #[test]
    fn headlines_are_told_from_menus_and_from_other_sites() {
        let found = read(
            "<!doctype html><html><body><nav><a href='/'>Trang chủ</a><a href='/kinh-te'>Kinh tế</a>\
             <a href='/lien-he-quang-cao-toa-soan.html'>Liên hệ quảng cáo</a></nav>\
             <h3><a href='/mua-lon-gay-sat-lo-o-ba-xa-1234567.html'><img alt=x></a></h3>\
             <h3><a href='/mua-lon-gay-sat-lo-o-ba-xa-1234567.html#bl'>Mưa lớn gây <b>sạt lở</b> ở ba xã</a></h3>\
             <a href='https://bao.example/tin?id=98765' title='Nước máy đục hai ngày ở phường'>Xem thêm</a>\
             <a href='https://khac.example/mot-bai-khac-rat-dai-1234.html'>Một bài khác của báo khác hẳn</a>\
             <a href='javascript:alert(1)'>Bấm vào đây để nhận quà ngay</a></body></html>",
        );
        let wanted = [
            ("Mưa lớn gây sạt lở ở ba xã", "https://www.bao.example/mua-lon-gay-sat-lo-o-ba-xa-1234567.html"),
            ("Nước máy đục hai ngày ở phường", "https://bao.example/tin?id=98765"),
        ];
        assert_eq!(found, wanted.map(|(title, href)| (title.to_owned(), href.to_owned())));
    }

    #[test]
    fn a_page_without_headlines_says_so() {
        assert_eq!(links(b"<html><body><p>Xin</p></body></html>", &Hint::default()), Err(PageError::NoText));
        assert_eq!(links("chữ thường".as_bytes(), &Hint::default()), Err(PageError::NoText));
    }

    #[test]
    fn hostile_lists_take_no_longer_than_their_length() {
        let link = "<a href='/a-b-c-d-1'>một hai ba bốn năm sáu";
        assert_eq!(read(&format!("<html><body>{}", link.repeat(20_000))).len(), 1);
        let many: String =
            (0..5_000).map(|n| format!("<a href='/a-b-c-d-{n}00000'>một hai ba bốn năm {n}</a>")).collect();
        assert_eq!(read(&format!("<html><body>{many}")).len(), MOST);
    }
}
