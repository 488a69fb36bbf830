//! Tags → leaves: the smallest pieces of text that a page sets apart, each with the containers it stands in.

use super::facts::Facts;
use super::tags::{Piece, pieces};
use std::borrow::Cow;

/// Nested deeper than this, an element counts as part of the one around it.
const DEEPEST: usize = 256;
/// More pieces of text than this are not kept; no story has them.
const MOST: usize = 60_000;

/// What a leaf is by its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Heading(u8),
    Paragraph,
    ListItem,
    Caption,
    /// A cell: which table, which row.
    Cell(u32, u32),
    Other,
}

/// A piece of text.
pub(super) struct Leaf {
    pub(super) text: String,
    pub(super) sort: Sort,
    pub(super) container: usize,
    /// How many of its characters are links.
    pub(super) linked: usize,
}

/// An element that holds leaves.
pub(super) struct Container {
    pub(super) parent: usize,
    pub(super) name: Cow<'static, str>,
    /// Class, id and role in lower case.
    pub(super) hints: String,
}

/// A page in pieces.
pub(super) struct Pieced {
    pub(super) leaves: Vec<Leaf>,
    /// The first is the page itself, its own parent.
    pub(super) containers: Vec<Container>,
    pub(super) facts: Facts,
    /// Whether elements were nested deeper than they are followed.
    pub(super) too_deep: bool,
}

/// What an open element does to the text inside.
struct Open {
    name: String,
    block: bool,
    container: usize,
    dropped: bool,
    sort: Option<Sort>,
    link: bool,
}

struct Collector {
    page: Pieced,
    stack: Vec<Open>,
    /// Elements past the deepest level, waiting for their end tags.
    too_deep: usize,
    text: String,
    linked: usize,
    tables: u32,
    rows: u32,
    in_title: bool,
    title: String,
    json_ld: bool,
}

/// Never text of a story.
const DROPPED: [&str; 19] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    "select", "button", "textarea", "dialog", "audio", "video", "map", "head", "datalist",
];
/// Elements without an end.
const VOID: [&str; 14] = [
    "br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr",
    "param",
];
/// Elements that set their text apart and may hold others.
const HOLDERS: [&str; 31] = [
    "html",
    "body",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "form",
    "fieldset",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "ul",
    "ol",
    "dl",
    "figure",
    "center",
    "details",
    "hgroup",
    "address",
    "menu",
    "blockquote",
    "picture",
    "article-body",
];
/// Elements that set their text apart and hold only that.
const LEAFY: [&str; 14] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "figcaption", "caption", "summary"];

pub(super) fn collect(text: &str) -> Pieced {
    let root = Container { parent: 0, name: Cow::Borrowed("html"), hints: String::new() };
    let mut collector = Collector {
        page: Pieced { leaves: Vec::new(), containers: vec![root], facts: Facts::default(), too_deep: false },
        stack: Vec::new(),
        too_deep: 0,
        text: String::new(),
        linked: 0,
        tables: 0,
        rows: 0,
        in_title: false,
        title: String::new(),
        json_ld: false,
    };
    for piece in pieces(text) {
        match piece {
            Piece::Open { name, attributes, closed } => collector.open(name, &attributes, closed),
            Piece::Close { name } => collector.close(&name),
            Piece::Text(text) => collector.text(&text),
            Piece::Raw { text } => {
                if std::mem::take(&mut collector.json_ld) {
                    collector.page.facts.json_ld(text);
                }
            }
        }
    }
    collector.flush();
    let title = std::mem::take(&mut collector.title);
    collector.page.facts.window_title(&title);
    collector.page
}

impl Collector {
    fn open(&mut self, name: String, attributes: &[(&'static str, Cow<'_, str>)], closed: bool) {
        let get = |wanted: &str| attributes.iter().find(|(k, _)| *k == wanted).map(|(_, v)| v.as_ref());
        self.page.facts.element(&name, attributes);
        match name.as_str() {
            "br" => return self.line_break(),
            "hr" => return self.flush(),
            "title" => self.in_title = !self.dropped(),
            "script" => self.json_ld = get("type").is_some_and(|t| t.contains("ld+json")),
            "body" => self.leave_head(),
            _ => {}
        }
        if closed && !HOLDERS.contains(&name.as_str()) || VOID.contains(&name.as_str()) {
            return;
        }
        self.close_implied(&name);
        if self.stack.len() >= DEEPEST {
            self.too_deep += 1;
            self.page.too_deep = true;
            return;
        }
        let holder = HOLDERS.contains(&name.as_str());
        let block = holder || LEAFY.contains(&name.as_str());
        if block {
            self.flush();
        }
        let parent = self.stack.last().map_or(0, |o| o.container);
        let hidden = get("hidden").is_some() || get("style").is_some_and(hides);
        let dropped = self.dropped() || hidden || DROPPED.contains(&name.as_str());
        let hints = hints(get("class"), get("id"), get("role"));
        let sort = self.sort(&name, &hints);
        let container = if holder && !dropped && self.page.containers.len() < MOST {
            self.page.containers.push(Container { parent, name: Cow::Owned(name.clone()), hints });
            self.page.containers.len() - 1
        } else {
            parent
        };
        let link = name == "a" && get("href").is_some();
        self.stack.push(Open { name, block, container, dropped, sort, link });
    }

    fn sort(&mut self, name: &str, hints: &str) -> Option<Sort> {
        match name {
            "h1" => Some(Sort::Heading(1)),
            "h2" => Some(Sort::Heading(2)),
            "h3" | "h4" | "h5" | "h6" => Some(Sort::Heading(3)),
            "figcaption" | "caption" => Some(Sort::Caption),
            "p" | "div" | "td" | "span" | "em" if is_caption_class(hints) => Some(Sort::Caption),
            "p" | "pre" => Some(Sort::Paragraph),
            "li" | "dd" | "dt" => Some(Sort::ListItem),
            "table" => {
                self.tables += 1;
                None
            }
            "tr" => {
                self.rows += 1;
                None
            }
            "td" | "th" => Some(Sort::Cell(self.tables, self.rows)),
            _ => None,
        }
    }

    /// End tags that writers leave out: a paragraph ends where a block begins, an item where the next does.
    fn close_implied(&mut self, name: &str) {
        let top = |names: &[&str], stop: &[&str], stack: &[Open]| {
            stack
                .iter()
                .rposition(|o| names.contains(&o.name.as_str()) || stop.contains(&o.name.as_str()))
                .filter(|at| stack.get(*at).is_some_and(|o| names.contains(&o.name.as_str())))
        };
        let from = match name {
            "li" => top(&["li"], &["ul", "ol", "menu", "table"], &self.stack),
            "dt" | "dd" => top(&["dt", "dd"], &["dl", "table"], &self.stack),
            "tr" => top(&["tr"], &["table"], &self.stack),
            "td" | "th" => top(&["td", "th"], &["tr", "table"], &self.stack),
            "option" => top(&["option"], &["select"], &self.stack),
            _ if HOLDERS.contains(&name) || LEAFY.contains(&name) => {
                top(&["p"], &["td", "th", "li", "div", "table", "section", "article", "body"], &self.stack)
            }
            _ => None,
        };
        if let Some(at) = from {
            self.flush();
            self.stack.truncate(at);
        }
    }

    fn close(&mut self, name: &str) {
        if name == "title" {
            self.in_title = false;
        }
        if name == "br" || name == "p" && !self.stack.iter().any(|o| o.name == "p") {
            return self.line_break();
        }
        if self.too_deep > 0 {
            // Which of the uncounted ones ends here is unknown; counting is enough to come back up.
            self.too_deep -= 1;
            return self.flush();
        }
        let block = HOLDERS.contains(&name) || LEAFY.contains(&name);
        let found = self.stack.iter().rposition(|o| {
            o.name == name
                || (o.block && !block)
                || (o.name == "td" && name != "table" && name != "tr" && name != "tbody")
        });
        let Some(at) = found.filter(|at| self.stack.get(*at).is_some_and(|o| o.name == name)) else { return };
        if block || self.stack.get(at).is_some_and(|o| o.sort == Some(Sort::Caption)) {
            self.flush();
        }
        self.stack.truncate(at);
    }

    /// The head may lack its end tag.
    fn leave_head(&mut self) {
        if let Some(at) = self.stack.iter().position(|o| o.name == "head") {
            self.stack.truncate(at);
        }
        self.in_title = false;
    }

    fn dropped(&self) -> bool {
        self.stack.last().is_some_and(|o| o.dropped)
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            if self.title.len() < 1000 {
                self.title.push_str(text);
            }
            return;
        }
        if self.dropped() {
            return;
        }
        let pre = self.stack.iter().rev().any(|o| o.name == "pre");
        let linked = self.stack.iter().rev().take(8).any(|o| o.link);
        for c in text.chars() {
            match c {
                '\n' | '\r' if pre => self.line_break(),
                ' ' | '\n' | '\r' | '\t' | '\u{c}' => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.text.push(' ');
                    }
                }
                '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
                c if c.is_control() => {}
                c => {
                    self.text.push(c);
                    self.linked += usize::from(linked);
                }
            }
        }
    }

    fn line_break(&mut self) {
        let heading = self.stack.iter().rev().take(6).any(|o| matches!(o.sort, Some(Sort::Heading(_))));
        if heading {
            self.text(" ");
        } else {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let text = text.trim_matches(|c: char| c.is_whitespace());
        if text.is_empty() || self.page.leaves.len() >= MOST {
            return;
        }
        let container = self.stack.last().map_or(0, |o| o.container);
        // The innermost element that says what its text is; a paragraph in a cell is a paragraph still in a cell.
        let sort = self.stack.iter().rev().filter_map(|o| o.sort).find(|s| *s != Sort::Paragraph);
        let sort = match sort {
            Some(sort) => sort,
            None if self.stack.iter().any(|o| o.sort == Some(Sort::Paragraph)) => Sort::Paragraph,
            None => Sort::Other,
        };
        use unicode_normalization::UnicodeNormalization;
        self.page.leaves.push(Leaf { text: text.nfc().collect(), sort, container, linked });
    }
}

fn hints(class: Option<&str>, id: Option<&str>, role: Option<&str>) -> String {
    let mut out = String::new();
    for value in [class, id, role].into_iter().flatten() {
        out.extend(value.chars().take(200).flat_map(char::to_lowercase));
        out.push(' ');
    }
    out
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn is_caption_class(hints: &str) -> bool {
    [
        "caption",
        "chuthich",
        "chu-thich",
        "pcaption",
        "anh-note",
        "photo-desc",
        "image-desc",
        "img-note",
        "desc_cation",
        "desc-image",
    ]
    .iter()
    .any(|c| hints.contains(c))
}
