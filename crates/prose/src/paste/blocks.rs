//! Walks the tree of a page and picks out what a story can hold.

use dom_query::NodeRef;

use super::flow::{Flow, Line};
use super::style::{Style, align};
use super::{Dropped, Paste};
use crate::{Align, Block, Href, Inline, Level, Mark, Marks};

/// Blocks deeper than this are laid side by side instead.
const MAX_NESTING: usize = 24;

/// What surrounds the node being read.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    pub(super) marks: Marks,
    pub(super) align: Option<Align>,
    /// Levels of blocks around it.
    pub(super) depth: usize,
    /// Inside an item or cell, where a heading is but a line.
    pub(super) plain: bool,
    /// Where line ends in the source are line ends.
    typed: bool,
}

impl Around {
    pub(super) fn deeper(&self, levels: usize) -> Self {
        Self { depth: self.depth + levels, align: None, plain: true, ..self.clone() }
    }
}

impl Paste<'_> {
    pub(super) fn document(&mut self, body: NodeRef<'_>) -> Vec<Block> {
        self.inside(&body, &Around { depth: 1, ..Around::default() })
    }

    /// The blocks a node holds.
    pub(super) fn inside(&mut self, node: &NodeRef<'_>, around: &Around) -> Vec<Block> {
        let mut flow = Flow::default();
        flow.line.align = around.align;
        self.children(node, around, &mut flow);
        flow.finish()
    }

    pub(super) fn children(&mut self, node: &NodeRef<'_>, around: &Around, flow: &mut Flow) {
        for child in node.children_it(false) {
            if child.is_text() {
                for (index, text) in child.text().split('\n').enumerate() {
                    match (index, around.typed) {
                        (0, _) => {}
                        (_, true) => flow.line_break(),
                        (_, false) => flow.text(" ", &around.marks),
                    }
                    flow.text(text, &around.marks);
                }
            } else if let Some(name) = child.node_name() {
                self.element(&child, &name, around, flow);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, around: &Around, flow: &mut Flow) {
        let style = Style::of(node);
        if style.is_hidden() || node.has_attr("hidden") {
            if !node.text().trim().is_empty() {
                self.drop(Dropped::Hidden, &node.text());
            }
            return;
        }
        match name {
            "br" => flow.line_break(),
            "hr" => flow.block(Block::Rule),
            "img" => self.picture(node, flow),
            "figure" => self.figure(node, around, flow),
            "table" => self.table(node, around, flow),
            "ul" | "ol" => self.list(node, name, &style, around, flow),
            "blockquote" if around.depth < MAX_NESTING => {
                let inner = self.inside(node, &Around { depth: around.depth + 1, ..around.clone() });
                flow.block(Block::Blockquote(inner));
            }
            "script" => self.drop(Dropped::Script, ""),
            "svg" | "math" | "iframe" | "object" | "embed" | "video" | "audio" | "canvas" | "applet" => {
                self.drop(Dropped::Embed, &node.attr_or("src", ""));
            }
            "input" | "select" | "textarea" | "button" => self.drop(Dropped::Control, ""),
            "style" | "title" | "meta" | "link" | "base" | "head" | "template" | "noscript" | "noembed"
            | "noframes" | "xml" | "source" | "col" | "colgroup" => {}
            "span" if style.is_list_marker() => flow.marker = Some(node.text().to_string()),
            "a" | "b" | "strong" | "i" | "em" | "cite" | "u" | "ins" | "s" | "strike" | "del" | "sup"
            | "sub" | "span" => {
                let around = Around { marks: self.marks(node, name, &style, around), ..around.clone() };
                self.children(node, &around, flow);
            }
            _ => self.line(node, name, &style, around, flow),
        }
    }

    fn marks(&mut self, node: &NodeRef<'_>, name: &str, style: &Style, around: &Around) -> Marks {
        let mut marks = around.marks.clone();
        match name {
            "b" | "strong" => marks.add(Mark::Bold),
            "i" | "em" | "cite" => marks.add(Mark::Italic),
            "u" => marks.add(Mark::Underline),
            "s" | "strike" | "del" => marks.add(Mark::Strike),
            "sup" => marks.add(Mark::Superscript),
            "sub" => marks.add(Mark::Subscript),
            "a" => {
                let address = node.attr_or("href", "");
                match Href::parse(&address) {
                    Ok(href) => marks.link = Some(href),
                    Err(_) if address.trim().is_empty() => {}
                    Err(_) => self.drop(Dropped::Link, &address),
                }
            }
            _ => {}
        }
        style.mark(&mut marks);
        if marks.link.is_some() {
            // Links are underlined by the page, not by the author.
            marks.remove(Mark::Underline);
        }
        marks
    }

    /// Anything that begins and ends a line: paragraphs, headings, divisions.
    fn line(&mut self, node: &NodeRef<'_>, name: &str, style: &Style, around: &Around, flow: &mut Flow) {
        flow.end_line();
        let class = node.attr_or("class", "").to_lowercase();
        let heading = if around.plain { None } else { heading(name, &class, style) };
        let mut inner = around.clone();
        inner.align = match name {
            "center" => Some(Align::Center),
            _ => style.align().or_else(|| align(&node.attr_or("align", ""))).unwrap_or(around.align),
        };
        inner.typed |= name == "pre";
        style.mark(&mut inner.marks);
        if name == "dt" || around.plain && name.len() == 2 && name.starts_with('h') {
            inner.marks.add(Mark::Bold);
        }
        if heading.is_some() {
            inner.marks.remove(Mark::Bold);
        }
        let listed = class.starts_with("msolist") && !class.starts_with("msolistcontinue");
        let by_margin = || {
            let half_inches = style.left_points().map_or(1.0, |points| (points / 36.0).round());
            [2.0, 3.0, 4.0, 5.0].iter().filter(|n| half_inches >= **n).count() + 1
        };
        let level = style.list_level();
        let before = std::mem::replace(
            &mut flow.line,
            Line { align: inner.align, heading, level, listed: listed || level.is_some() },
        );
        if listed && level.is_none() {
            self.guessed_item(node, &inner, flow, by_margin());
        } else {
            self.children(node, &inner, flow);
        }
        flow.end_line();
        flow.line = before;
    }

    /// A paragraph of a Word list whose level is lost: its indentation tells, if a marker shows it is an item.
    fn guessed_item(&mut self, node: &NodeRef<'_>, around: &Around, flow: &mut Flow, level: usize) {
        let from = flow.pieces.len();
        self.children(node, around, flow);
        flow.end_line();
        for piece in flow.pieces.iter_mut().skip(from) {
            if let super::lists::Piece::Listed(listed) = piece {
                listed.level = level;
            }
        }
    }

    fn list(&mut self, node: &NodeRef<'_>, name: &str, style: &Style, around: &Around, flow: &mut Flow) {
        if around.depth + 2 > MAX_NESTING {
            return self.line(node, name, style, around, flow);
        }
        let mut items: Vec<Vec<Block>> = vec![];
        let inner = around.deeper(2);
        for child in node.children_it(false) {
            let child_name = child.node_name().unwrap_or_default();
            match (&*child_name, items.last_mut()) {
                ("li", _) => items.push(self.inside(&child, &inner)),
                // A list directly in a list belongs to the item before it.
                ("ul" | "ol", Some(last)) => {
                    let mut nested = Flow::default();
                    self.element(&child, &child_name, &inner, &mut nested);
                    last.append(&mut nested.finish());
                }
                _ => {
                    let mut loose = Flow::default();
                    if child.is_text() {
                        loose.text(&child.text(), &inner.marks);
                    } else if !child_name.is_empty() {
                        self.element(&child, &child_name, &inner, &mut loose);
                    }
                    let blocks = loose.finish();
                    if !blocks.is_empty() {
                        items.push(blocks);
                    }
                }
            }
        }
        let start = node.attr_or("start", "1").trim().parse().unwrap_or(1);
        let kind = node.attr_or("type", "");
        let kind = style.get("list-style-type").unwrap_or(&kind);
        match (name, super::letters::counter(kind)) {
            ("ul", _) => flow.block(Block::BulletList(items)),
            (_, None) => flow.block(Block::OrderedList { start, items }),
            (_, Some(letters)) => {
                for (number, mut item) in (start..).zip(items) {
                    super::letters::put_before(&mut item, &letters(number));
                    item.into_iter().for_each(|block| flow.block(block));
                }
            }
        }
    }
}

fn heading(name: &str, class: &str, style: &Style) -> Option<Level> {
    let digit = |text: &str| text.parse::<u64>().ok().filter(|n| (1..=6).contains(n));
    let number = name.strip_prefix('h').and_then(digit);
    let number = number.or_else(|| class.strip_prefix("msoheading").and_then(digit));
    let number = number.or_else(|| style.get("mso-outline-level").and_then(digit));
    let number = number.or((class == "msotitle").then_some(1));
    number.map(Level::nearest)
}

/// Kept beside the walk: whether a line is nothing but bold words, as headers of Word tables are.
pub(super) fn all_bold(blocks: &[Block]) -> bool {
    let bold = |inline: &Inline| match inline {
        Inline::Text(text) => text.marks.has(Mark::Bold) || text.text.chars().all(char::is_whitespace),
        Inline::Break => true,
    };
    let words = |inline: &Inline| matches!(inline, Inline::Text(text) if text.marks.has(Mark::Bold));
    blocks.iter().all(|block| matches!(block, Block::Paragraph { content, .. } if content.iter().all(bold)))
        && blocks
            .iter()
            .any(|block| matches!(block, Block::Paragraph { content, .. } if content.iter().any(words)))
}
