//! A feed's elements as a tree, built from whatever tags there are: missing, crossed and surplus ends are mended.

use super::address::Base;
use super::names::{Scope, Space};
use crate::markup::entities::{Place, escape_into, resolve};
use crate::markup::scan::{Piece, attributes, pieces};
use std::borrow::Cow;

/// Nested deeper than this, an element's content counts as its parent's.
const DEEPEST: usize = 200;
/// More elements than this are not kept.
const MOST: usize = 1_000_000;

/// An element with its namespace resolved.
pub(super) struct Element<'t> {
    pub(super) space: Space,
    /// In lower case: real feeds send `pubdate` and `TITLE`.
    pub(super) name: Cow<'t, str>,
    attributes: Vec<(Cow<'t, str>, Cow<'t, str>)>,
    children: Vec<Child<'t>>,
    parent: usize,
    /// Place in [`Tree::bases`].
    base: usize,
}

enum Child<'t> {
    Element(usize),
    Text(Cow<'t, str>),
}

/// A whole document. The first element is the document itself.
pub(super) struct Tree<'t> {
    elements: Vec<Element<'t>>,
    bases: Vec<Base>,
    /// Whether elements were left out because there were too many.
    pub(super) cut: bool,
}

/// A place in a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'a, 't> {
    tree: &'a Tree<'t>,
    at: usize,
}

pub(super) fn grow<'t>(text: &'t str, base: Base) -> Tree<'t> {
    let mut grower = Grower {
        tree: Tree { elements: vec![root()], bases: vec![base], cut: false },
        scope: Scope::default(),
        open: vec![Open { at: 0, tag: "" }],
        too_deep: 0,
    };
    for piece in pieces(text) {
        match piece {
            Piece::Open { name, attributes, closed } => grower.open(name, attributes, closed),
            Piece::Close { name } => grower.close(name),
            Piece::Text(text) => grower.text(resolve(text, Place::Strict)),
            Piece::Data(text) => grower.text(Cow::Borrowed(text)),
        }
        if grower.tree.cut {
            break;
        }
    }
    grower.tree
}

fn root<'t>() -> Element<'t> {
    Element {
        space: Space::Other,
        name: Cow::Borrowed(""),
        attributes: Vec::new(),
        children: Vec::new(),
        parent: 0,
        base: 0,
    }
}

struct Open<'t> {
    at: usize,
    /// The tag as written.
    tag: &'t str,
}

struct Grower<'t> {
    tree: Tree<'t>,
    scope: Scope,
    open: Vec<Open<'t>>,
    /// Elements past the deepest level, waiting for their end tags.
    too_deep: usize,
}

impl<'t> Grower<'t> {
    fn top(&self) -> usize {
        self.open.last().map_or(0, |o| o.at)
    }

    fn open(&mut self, tag: &'t str, written: &'t str, closed: bool) {
        if self.open.len() >= DEEPEST {
            self.too_deep += usize::from(!closed);
            return;
        }
        if self.tree.elements.len() >= MOST {
            self.tree.cut = true;
            return;
        }
        self.end_unclosed(tag);
        let closed = closed || matches!(tag, "br" | "img" | "hr");
        let depth = self.open.len();
        let attributes = self.attributes(written, depth);
        let (prefix, local) = tag.split_once(':').unwrap_or(("", tag));
        let parent = self.top();
        let at = self.tree.elements.len();
        let base = self.base(parent, &attributes);
        self.tree.elements.push(Element {
            space: self.scope.element(prefix, depth == 1),
            name: lower(local),
            base,
            attributes,
            children: Vec::new(),
            parent,
        });
        self.push(parent, Child::Element(at));
        if closed {
            self.scope.leave(depth);
        } else {
            self.open.push(Open { at, tag });
        }
    }

    fn attributes(&mut self, written: &'t str, depth: usize) -> Vec<(Cow<'t, str>, Cow<'t, str>)> {
        let mut kept: Vec<(Cow<'t, str>, Cow<'t, str>)> = Vec::new();
        for (name, value) in attributes(written).take(100) {
            if let Some(prefix) = name.strip_prefix("xmlns") {
                self.scope.declare(prefix.trim_start_matches(':'), &value, depth);
                // The outermost ones tell the version.
                if depth > 1 {
                    continue;
                }
            }
            kept.push((lower(name), value));
        }
        kept
    }

    /// `xml:base` holds for all inside.
    fn base(&mut self, parent: usize, attributes: &[(Cow<'t, str>, Cow<'t, str>)]) -> usize {
        let around = self.tree.elements.get(parent).map_or(0, |e| e.base);
        let Some((_, given)) = attributes.iter().find(|(k, _)| k == "xml:base") else { return around };
        let Some(base) = self.tree.bases.get(around).and_then(|b| b.within(given)) else { return around };
        self.tree.bases.push(base);
        self.tree.bases.len() - 1
    }

    /// An item that begins inside an item means that the first was never closed.
    fn end_unclosed(&mut self, tag: &str) {
        if !matches!(tag, "item" | "entry") {
            return;
        }
        if let Some(at) = self.open.iter().rposition(|o| o.tag == tag) {
            self.open.truncate(at);
            self.scope.leave(at);
        }
    }

    fn close(&mut self, tag: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        // An end without its start is passed over; an end further out closes all that is open inside.
        if let Some(at) = self.open.iter().rposition(|o| o.tag.eq_ignore_ascii_case(tag)).filter(|at| *at > 0)
        {
            self.open.truncate(at);
            self.scope.leave(at);
        }
    }

    fn text(&mut self, text: Cow<'t, str>) {
        let top = self.top();
        if top != 0 && !text.is_empty() {
            self.push(top, Child::Text(text));
        }
    }

    fn push(&mut self, parent: usize, child: Child<'t>) {
        if let Some(parent) = self.tree.elements.get_mut(parent) {
            parent.children.push(child);
        }
    }
}

pub(super) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

impl<'t> Tree<'t> {
    pub(super) fn root(&self) -> Node<'_, 't> {
        Node { tree: self, at: 0 }
    }

    /// All elements in the order of the document.
    pub(super) fn all(&self) -> impl Iterator<Item = Node<'_, 't>> {
        (1..self.elements.len()).map(|at| Node { tree: self, at })
    }
}

impl<'a, 't> Node<'a, 't> {
    fn element(self) -> Option<&'a Element<'t>> {
        self.tree.elements.get(self.at)
    }

    pub(super) fn space(self) -> Space {
        self.element().map_or(Space::Other, |e| e.space)
    }

    pub(super) fn name(self) -> &'a str {
        self.element().map_or("", |e| e.name.as_ref())
    }

    pub(super) fn parent(self) -> Self {
        Self { tree: self.tree, at: self.element().map_or(0, |e| e.parent) }
    }

    /// An attribute by its name in lower case, if it says anything.
    pub(super) fn attribute(self, name: &str) -> Option<&'a str> {
        let found = self.element()?.attributes.iter().find(|(k, _)| k == name)?;
        Some(found.1.trim()).filter(|v| !v.is_empty())
    }

    /// Whether any attribute's value holds these letters (in lower case).
    pub(super) fn mentions(self, letters: &str) -> bool {
        self.element()
            .is_some_and(|e| e.attributes.iter().any(|(_, v)| v.to_ascii_lowercase().contains(letters)))
    }

    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        let children = self.element().map_or(&[][..], |e| e.children.as_slice());
        children.iter().filter_map(move |c| match c {
            Child::Element(at) => Some(Self { tree: self.tree, at: *at }),
            Child::Text(_) => None,
        })
    }

    pub(super) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|c| c.name() == name)
    }

    /// What addresses inside are relative to.
    pub(super) fn base(self) -> &'a Base {
        const NONE: &Base = &Base::none();
        self.tree.bases.get(self.element().map_or(0, |e| e.base)).unwrap_or(NONE)
    }

    pub(super) fn has_markup(self) -> bool {
        self.children().next().is_some()
    }

    /// Its text and that of all inside, trimmed.
    pub(super) fn text(self) -> Cow<'a, str> {
        let children = self.element().map_or(&[][..], |e| e.children.as_slice());
        if let [Child::Text(one)] = children {
            return Cow::Borrowed(one.trim());
        }
        let mut out = String::new();
        self.text_into(&mut out);
        Cow::Owned(out.trim().to_owned())
    }

    fn text_into(self, out: &mut String) {
        for child in self.element().map_or(&[][..], |e| e.children.as_slice()) {
            match child {
                Child::Element(at) => Self { tree: self.tree, at: *at }.text_into(out),
                Child::Text(text) => out.push_str(text),
            }
        }
    }

    /// Its content as markup again. Text beside elements is escaped, as it was; text alone may be markup that was
    /// escaped once more, and is given as it is.
    pub(super) fn markup(self) -> String {
        if !self.has_markup() {
            return self.text().into_owned();
        }
        let mut out = String::new();
        self.markup_into(&mut out);
        out.trim().to_owned()
    }

    fn markup_into(self, out: &mut String) {
        for child in self.element().map_or(&[][..], |e| e.children.as_slice()) {
            match child {
                Child::Element(at) => Self { tree: self.tree, at: *at }.tag_into(out),
                Child::Text(text) => escape_into(text, false, out),
            }
        }
    }

    fn tag_into(self, out: &mut String) {
        let Some(element) = self.element() else { return };
        out.push('<');
        out.push_str(&element.name);
        for (name, value) in element.attributes.iter().filter(|(k, _)| !k.starts_with("xml:")) {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape_into(value, true, out);
            out.push('"');
        }
        let bare = matches!(element.name.as_ref(), "br" | "img" | "hr" | "input" | "wbr" | "source");
        if element.children.is_empty() && bare {
            out.push_str(" />");
            return;
        }
        out.push('>');
        self.markup_into(out);
        out.push_str("</");
        out.push_str(&element.name);
        out.push('>');
    }
}
