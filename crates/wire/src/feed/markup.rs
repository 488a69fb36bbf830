//! HTML inside feeds → safe HTML with absolute addresses, and bare text.

use super::address::Base;
use crate::markup::entities::{escape_into, unescape};
use crate::markup::scan::{Piece, attributes, pieces};
use std::borrow::Cow;

/// Elements that may be shown; of any other only the content is kept.
const SHOWN: [&str; 71] = [
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "menu",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
];
const ALSO_SHOWN: [&str; 5] = ["tt", "u", "ul", "var", "video"];
/// Elements that are markup too, though never shown. Any other `<word>` in a text is what somebody wrote.
const HIDDEN: [&str; 27] = [
    "base", "blink", "body", "button", "embed", "fieldset", "form", "frame", "frameset", "html", "iframe",
    "input", "label", "legend", "link", "main", "marquee", "meta", "nav", "nobr", "object", "option",
    "param", "select", "svg", "wbr", "xml",
];
/// Elements whose content goes with them.
const DROPPED: [&str; 9] =
    ["applet", "canvas", "head", "math", "noscript", "script", "style", "template", "textarea"];
const ATTRIBUTES: [&str; 31] = [
    "abbr",
    "align",
    "alt",
    "border",
    "cellpadding",
    "cellspacing",
    "cite",
    "class",
    "color",
    "cols",
    "colspan",
    "controls",
    "datetime",
    "dir",
    "face",
    "height",
    "href",
    "hreflang",
    "id",
    "lang",
    "name",
    "poster",
    "rel",
    "rowspan",
    "size",
    "span",
    "src",
    "start",
    "title",
    "type",
    "width",
];
const ADDRESSES: [&str; 5] = ["cite", "href", "poster", "src", "usemap"];
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Shown,
    Hidden,
    Dropped,
    /// No element of HTML.
    Words,
}

fn sort(name: &str) -> Sort {
    let has = |list: &[&str]| list.binary_search(&name).is_ok();
    if has(&SHOWN) || has(&ALSO_SHOWN) {
        Sort::Shown
    } else if has(&DROPPED) {
        Sort::Dropped
    } else if has(&HIDDEN) {
        Sort::Hidden
    } else {
        Sort::Words
    }
}

/// Markup that may be put into a page.
pub(super) fn safe(html: &str, base: &Base) -> String {
    if !html.contains(['<', '>']) {
        return html.to_owned();
    }
    let mut writer = Writer { out: String::with_capacity(html.len()), open: Vec::new(), base };
    let mut skip = Skip::default();
    for piece in pieces(html) {
        match piece {
            Piece::Open { name, attributes, closed } => {
                let name = super::tree::lower(name);
                if !skip.open(&name, closed) && sort(&name) == Sort::Shown {
                    writer.open(name, attributes);
                }
            }
            Piece::Close { name } => {
                let name = super::tree::lower(name);
                if !skip.close(&name) {
                    writer.close(&name);
                }
            }
            Piece::Text(text) if !skip.is_on() => text_into(text, &mut writer.out),
            Piece::Data(text) if !skip.is_on() => escape_into(text, false, &mut writer.out),
            Piece::Text(_) | Piece::Data(_) => {}
        }
    }
    writer.finish()
}

/// Writes balanced markup: what follows in the page it is put into stands outside of it.
struct Writer<'t> {
    out: String,
    open: Vec<Cow<'t, str>>,
    base: &'t Base,
}

impl<'t> Writer<'t> {
    fn open(&mut self, name: Cow<'t, str>, attributes: &'t str) {
        let bare = matches!(name.as_ref(), "area" | "br" | "col" | "hr" | "img" | "source");
        if self.open.len() >= 100 && !bare {
            return;
        }
        self.out.push('<');
        self.out.push_str(&name);
        write_attributes(attributes, self.base, &mut self.out);
        self.out.push_str(if bare { " />" } else { ">" });
        if !bare {
            self.open.push(name);
        }
    }

    fn close(&mut self, name: &str) {
        // Browsers read `</br>` as a line end, and some papers send it.
        if name == "br" {
            self.out.push_str("<br />");
        }
        if let Some(at) = self.open.iter().rposition(|o| o == name) {
            self.close_down_to(at);
        }
    }

    fn close_down_to(&mut self, length: usize) {
        while self.open.len() > length {
            if let Some(name) = self.open.pop() {
                self.out.push_str("</");
                self.out.push_str(&name);
                self.out.push('>');
            }
        }
    }

    fn finish(mut self) -> String {
        self.close_down_to(0);
        self.out.truncate(self.out.trim_end().len());
        self.out
    }
}

/// Text of markup stays as it was written but for signs that could begin a tag.
fn text_into(text: &str, out: &mut String) {
    if text.contains(['<', '>']) {
        out.push_str(&text.replace('<', "&lt;").replace('>', "&gt;"));
    } else {
        out.push_str(text);
    }
}

fn write_attributes(written: &str, base: &Base, out: &mut String) {
    for (name, value) in attributes(written).take(60) {
        let name = super::tree::lower(name);
        if ATTRIBUTES.binary_search(&name.as_ref()).is_err() {
            continue;
        }
        let value = if ADDRESSES.contains(&name.as_ref()) {
            if !is_harmless(&value) {
                continue;
            }
            base.resolve(&value).map_or_else(String::new, Cow::into_owned)
        } else {
            value.into_owned()
        };
        out.push(' ');
        out.push_str(&name);
        out.push_str("=\"");
        escape_into(&value, true, out);
        out.push('"');
    }
}

/// Addresses of schemes that open pages, mail or telephones, and relative ones.
fn is_harmless(address: &str) -> bool {
    const SCHEMES: [&str; 9] = ["http", "https", "mailto", "tel", "ftp", "magnet", "news", "sms", "urn"];
    // Browsers pass over control characters inside `java\tscript:`.
    let bare: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).take(64).collect();
    let Some((scheme, after)) = bare.split_once(':') else { return true };
    if scheme.contains(['/', '?', '#']) {
        return true;
    }
    let scheme = scheme.to_ascii_lowercase();
    SCHEMES.contains(&scheme.as_str())
        || (scheme == "data" && after.starts_with("image/") && !after.contains("svg"))
}

/// The first picture in markup, for feeds that name none.
pub(super) fn first_picture(html: &str, base: &Base) -> Option<String> {
    let open = pieces(html).take(400).find_map(|piece| match piece {
        Piece::Open { name, attributes, .. } if name.eq_ignore_ascii_case("img") => Some(attributes),
        _ => None,
    })?;
    let (_, address) = attributes(open).find(|(name, _)| name.eq_ignore_ascii_case("src"))?;
    base.resolve(&address).filter(|a| super::address::is_web(a)).map(Cow::into_owned)
}

/// Being inside an element that is dropped with its content.
#[derive(Default)]
struct Skip {
    inside: Option<(String, usize)>,
}

impl Skip {
    fn is_on(&self) -> bool {
        self.inside.is_some()
    }

    /// Whether the start tag belongs to what is dropped.
    fn open(&mut self, name: &str, closed: bool) -> bool {
        match &mut self.inside {
            Some((dropped, depth)) => {
                *depth += usize::from(dropped == name && !closed);
                true
            }
            None if sort(name) == Sort::Dropped => {
                if !closed {
                    self.inside = Some((name.to_owned(), 1));
                }
                true
            }
            None => false,
        }
    }

    /// Whether the end tag belongs to what is dropped.
    fn close(&mut self, name: &str) -> bool {
        let Some((dropped, depth)) = &mut self.inside else { return false };
        if dropped == name {
            *depth -= 1;
            if *depth == 0 {
                self.inside = None;
            }
        }
        true
    }
}

/// Markup as bare text: a line a block.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return squeeze_lines(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut skip = Skip::default();
    for piece in pieces(html) {
        match piece {
            Piece::Open { name, attributes, closed } => {
                let lower = super::tree::lower(name);
                if skip.open(&lower, closed) {
                    continue;
                }
                if sort(&lower) == Sort::Words {
                    out.push('<');
                    out.push_str(name);
                    out.push_str(attributes);
                    out.push('>');
                } else if BLOCKS.binary_search(&lower.as_ref()).is_ok() {
                    out.push('\n');
                }
            }
            Piece::Close { name } => {
                let lower = super::tree::lower(name);
                if skip.close(&lower) {
                    continue;
                }
                if sort(&lower) == Sort::Words {
                    out.push_str("</");
                    out.push_str(name);
                    out.push('>');
                } else if BLOCKS.binary_search(&lower.as_ref()).is_ok() {
                    out.push('\n');
                } else if matches!(lower.as_ref(), "td" | "th") {
                    out.push(' ');
                }
            }
            Piece::Text(text) if !skip.is_on() => out.push_str(&unescape(text)),
            Piece::Data(text) if !skip.is_on() => out.push_str(text),
            Piece::Text(_) | Piece::Data(_) => {}
        }
    }
    squeeze_lines(&out)
}

/// A headline: markup and entity soup resolved, everything on one line.
pub(super) fn headline(text: &str, html: bool) -> String {
    let text = if html { plain(text) } else { unescape(text).into_owned() };
    // What was escaped twice shows its references once more.
    let text = if text.contains('&') && text.contains(';') { unescape(&text).into_owned() } else { text };
    squeeze(&text)
}

/// One line in NFC, spaces squeezed and control characters gone.
pub(super) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}') {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    if out.is_ascii() { out } else { viet::normalize::nfc(&out).into_owned() }
}

/// The same, line by line; empty lines are gone.
pub(super) fn squeeze_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(squeeze).filter(|l| !l.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_searching() {
        for list in [&SHOWN[..], &ALSO_SHOWN, &HIDDEN, &DROPPED, &ATTRIBUTES, &ADDRESSES, &BLOCKS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn nothing_that_acts_is_left() {
        let base = Base::new("https://bao.vn/tin/");
        for (html, want) in [
            ("<p onclick='x()'>a</p>", "<p>a</p>"),
            ("a<script>b<c></script>d", "ad"),
            ("<a href='java\tscript:x'>a</a>", "<a>a</a>"),
            ("<img src='a.jpg?w=1&h=2'>", "<img src=\"https://bao.vn/tin/a.jpg?w=1&amp;h=2\" />"),
            ("<blink>a</blink> 1 < 2 &amp; 3", "a 1 &lt; 2 &amp; 3"),
            ("<style>never closed", ""),
            ("<svg><p>x</svg>", "<p>x</p>"),
            ("</div></p>a<b>b", "a<b>b</b>"),
            ("<a href=\"data:text/html,x\">x</a>", "<a>x</a>"),
        ] {
            assert_eq!(safe(html, &base), want, "{html}");
        }
    }

    #[test]
    fn bare_text() {
        for (html, want) in [
            ("<a href='x'><img></a></br>Hai ch&agrave;ng", "Hai chàng"),
            ("<p>a\n b</p><p>c</p>", "a\nb\nc"),
            ("Vec<String> is <b>bold</b>", "Vec<String> is bold"),
            ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
            ("a<script>b</script>c", "ac"),
        ] {
            assert_eq!(plain(html), want, "{html}");
        }
        assert_eq!(headline("AT&amp;amp;T &#38;#39;x&#38;#39;", true), "AT&T 'x'");
    }
}
