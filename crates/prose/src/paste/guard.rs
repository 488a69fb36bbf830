//! Stands between the tokenizer and the tree builder, so that a hostile page cannot make a tree that is deep, wide or
//! slow to build: unknown tags never reach it, known ones only to a sensible depth, attributes only those we read.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use dom_query::{Document, NodeId};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{LocalName, TokenizerResult};

use super::effort::{Effort, chunks, without_files};

/// Most elements open at once that hold others.
const MAX_OPEN: usize = 64;
/// Most formatting elements open at once: each is built anew in every paragraph that follows it.
const MAX_FORMATTING: usize = 12;
/// Most nodes of the tree.
const MAX_NODES: usize = 300_000;

/// Reads HTML into a tree; also says whether its end was left out because the tree was full.
pub(super) fn parse(html: &str) -> (Document, bool) {
    let html = without_files(html);
    let opts = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    let inner = TreeBuilder::new(Document::default(), opts);
    let guard = Guard { inner, open: RefCell::default(), full: Cell::new(false), tokens: Cell::new(0) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut effort = Effort::default();
    for chunk in chunks(&html) {
        let before = tokenizer.sink.tokens.get();
        input.push_back(StrTendril::from(chunk));
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if !effort.goes_on(chunk, tokenizer.sink.tokens.get() > before) {
            tokenizer.sink.full.set(true);
            break;
        }
    }
    tokenizer.end();
    let guard = tokenizer.sink;
    (guard.inner.sink.finish(), guard.full.get())
}

struct Guard {
    inner: TreeBuilder<NodeId, Document>,
    open: RefCell<Open>,
    full: Cell<bool>,
    tokens: Cell<usize>,
}

/// What is open, by name, and how much of it was kept from the tree builder.
#[derive(Default)]
struct Open {
    counts: HashMap<LocalName, (usize, usize)>,
    holders: usize,
    formatting: usize,
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        self.tokens.set(self.tokens.get() + 1);
        if self.inner.sink.tree.len() > MAX_NODES && token != Token::EOFToken {
            self.full.set(true);
            return TokenSinkResult::Continue;
        }
        let token = match token {
            Token::TagToken(tag) => match self.open.borrow_mut().pass(tag) {
                Some(tag) => Token::TagToken(tag),
                None => return TokenSinkResult::Continue,
            },
            Token::CommentToken(_) | Token::DoctypeToken(_) | Token::ParseError(_) => {
                return TokenSinkResult::Continue;
            }
            other => other,
        };
        self.inner.process_token(token, line)
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Open {
    /// The tag as the tree builder may see it, if it may.
    fn pass(&mut self, mut tag: Tag) -> Option<Tag> {
        let group = group(&tag.name)?;
        if group != Group::Free && !self.count(&tag, group) {
            return None;
        }
        tag.attrs.retain(|attribute| {
            let name = attribute.name.local.as_ref();
            let wanted =
                ["style", "href", "class", "src", "alt", "align", "colspan", "rowspan", "start", "type"];
            match group {
                Group::Formatting => matches!(name, "style" | "href"),
                _ => wanted.contains(&name) || matches!(name, "data-asset" | "hidden" | "value"),
            }
        });
        Some(tag)
    }

    fn count(&mut self, tag: &Tag, group: Group) -> bool {
        let (kept, skipped) = self.counts.entry(tag.name.clone()).or_default();
        let (total, most) = match group {
            Group::Formatting => (&mut self.formatting, MAX_FORMATTING),
            _ => (&mut self.holders, MAX_OPEN),
        };
        match tag.kind {
            TagKind::StartTag if tag.self_closing && matches!(tag.name.as_ref(), "svg" | "math") => true,
            // A second link ends the first.
            TagKind::StartTag if *kept > 0 && &*tag.name == "a" => true,
            TagKind::StartTag if *total >= most => {
                *skipped += 1;
                false
            }
            TagKind::StartTag => {
                *kept += 1;
                *total += 1;
                true
            }
            TagKind::EndTag if *skipped > 0 => {
                *skipped -= 1;
                false
            }
            TagKind::EndTag if *kept > 0 => {
                *kept -= 1;
                *total -= 1;
                true
            }
            TagKind::EndTag => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// Void, or closed by the next of its kind: cannot nest by itself.
    Free,
    /// Rebuilt by the tree builder wherever it was left open.
    Formatting,
    /// Holds other elements and can hold itself.
    Holder,
}

fn group(name: &LocalName) -> Option<Group> {
    Some(match name.as_ref() {
        "html" | "head" | "body" | "meta" | "link" | "base" | "p" | "br" | "hr" | "img" | "li" | "dd"
        | "dt" | "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "caption" | "colgroup" | "col" | "h1"
        | "h2" | "h3" | "h4" | "h5" | "h6" | "input" | "embed" | "source" | "script" | "style" | "title"
        | "textarea" | "xmp" | "iframe" | "noembed" | "noframes" => Group::Free,
        "a" | "b" | "em" | "i" | "s" | "strike" | "strong" | "u" => Group::Formatting,
        "div" | "span" | "ul" | "ol" | "dl" | "blockquote" | "table" | "figure" | "figcaption" | "pre"
        | "sup" | "sub" | "ins" | "del" | "cite" | "section" | "article" | "header" | "footer" | "main"
        | "aside" | "nav" | "address" | "center" | "details" | "summary" | "fieldset" | "svg" | "math"
        | "object" | "video" | "audio" | "canvas" | "applet" | "noscript" | "template" | "select"
        | "button" | "xml" => Group::Holder,
        _ => return None,
    })
}
