//! Reading the plain notation: what an official typed into the form without JavaScript becomes a structured text.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Parser, Tag, TagEnd};

use super::source;
use crate::{Block, Body, BodyError, Href, Inline, MAX_BYTES, MAX_DEPTH, Mark, Marks, Place, Reason, Text};

impl Body {
    /// Reads the plain notation.
    ///
    /// # Errors
    /// A link that may not be kept, a picture without a proper asset id, a table row with more columns than the
    /// first, or a text beyond the limits. Nothing is dropped instead.
    pub fn from_notation(text: &str) -> Result<Self, BodyError> {
        Self::from_blocks(blocks(text)?)
    }
}

/// The blocks as written, not yet canonical.
pub(super) fn blocks(text: &str) -> Result<Vec<Block>, BodyError> {
    if text.len() > MAX_BYTES {
        return Err(Reason::TooLong.at(&Place::default()));
    }
    read(text, 2).map_err(|reason| reason.at(&Place::default()))
}

pub(super) fn read(text: &str, depth: usize) -> Result<Vec<Block>, Reason> {
    let text = source::prepared(text);
    let events = Parser::new_ext(&text, source::options()).into_offset_iter();
    Reader { text: &text, events, depth, line: Line::default() }.until(None)
}

/// The words of the line being read and what is on them.
#[derive(Default)]
pub(super) struct Line {
    pub(super) content: Vec<Inline>,
    on: Vec<Mark>,
    links: Vec<Href>,
}

impl Line {
    fn text(&mut self, text: &str) {
        let mut marks = Marks::default();
        marks.link = self.links.last().cloned();
        self.on.iter().for_each(|mark| marks.add(*mark));
        self.content.push(Inline::Text(Text { text: text.to_owned(), marks }));
    }

    pub(super) fn lines(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.content.push(Inline::Break);
            }
            self.text(line);
        }
    }
}

/// Goes through the events of the parser; what it holds is the line being read.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) events: OffsetIter<'a>,
    pub(super) depth: usize,
    pub(super) line: Line,
}

impl<'a> Reader<'a> {
    /// Reads blocks up to the end of what was begun.
    fn until(&mut self, end: Option<TagEnd>) -> Result<Vec<Block>, Reason> {
        if self.depth > MAX_DEPTH {
            return Err(Reason::TooDeep);
        }
        let mut out = vec![];
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(tag) => self.start(tag, range, &mut out)?,
                Event::End(tag) => self.end(tag, &mut out),
                Event::Rule => {
                    self.flush(&mut out);
                    out.push(Block::Rule);
                }
                other => self.words(&other, range, end == Some(TagEnd::TableCell)),
            }
        }
        self.flush(&mut out);
        Ok(out)
    }

    pub(super) fn flush(&mut self, out: &mut Vec<Block>) {
        if !self.line.content.is_empty() {
            out.push(Block::paragraph(std::mem::take(&mut self.line.content)));
        }
    }

    pub(super) fn start(
        &mut self,
        tag: Tag<'a>,
        range: Range<usize>,
        out: &mut Vec<Block>,
    ) -> Result<(), Reason> {
        match tag {
            Tag::Emphasis => self.line.on.push(Mark::Italic),
            Tag::Strong => self.line.on.push(Mark::Bold),
            Tag::Strikethrough => self.line.on.push(Mark::Strike),
            Tag::Superscript => self.line.on.push(Mark::Superscript),
            Tag::Subscript => self.line.on.push(Mark::Subscript),
            Tag::Link { link_type, dest_url, .. } => {
                let address = if link_type == LinkType::Email {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                self.line.links.push(Href::parse(&address).map_err(|why| Reason::link(&address, why))?);
            }
            Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title, range, out)?,
            Tag::Heading { level, .. } => {
                self.flush(out);
                self.heading(level as u64, range, out)?;
            }
            Tag::BlockQuote(_) => {
                let inner = self.deeper(1, out, TagEnd::BlockQuote(None))?;
                out.push(Block::Blockquote(inner));
            }
            Tag::List(start) => {
                self.flush(out);
                let list = self.list(start)?;
                out.push(list);
            }
            Tag::Table(_) => {
                self.flush(out);
                let table = self.table()?;
                out.push(Block::Table(table));
            }
            Tag::CodeBlock(kind) => self.code(&kind, range, out)?,
            _ => self.flush(out),
        }
        Ok(())
    }

    pub(super) fn end(&mut self, tag: TagEnd, out: &mut Vec<Block>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {
                self.line.on.pop();
            }
            TagEnd::Link => {
                self.line.links.pop();
            }
            _ => self.flush(out),
        }
    }

    pub(super) fn words(&mut self, event: &Event<'a>, range: Range<usize>, in_cell: bool) {
        match event {
            Event::Text(text) | Event::Html(text) => self.line.lines(text),
            Event::InlineHtml(text) if in_cell && matches!(text.as_ref(), "<br>" | "<br/>" | "<br />") => {
                self.line.content.push(Inline::Break);
            }
            Event::InlineHtml(text) => self.line.lines(text),
            Event::SoftBreak | Event::HardBreak => self.line.content.push(Inline::Break),
            // Back-quotes and all else mean nothing here: they stay as typed.
            _ => {
                let typed = self.text.get(range).unwrap_or_default().replace("\\|", "|");
                self.line.lines(&typed);
            }
        }
    }

    pub(super) fn deeper(
        &mut self,
        levels: usize,
        out: &mut Vec<Block>,
        end: TagEnd,
    ) -> Result<Vec<Block>, Reason> {
        self.flush(out);
        self.depth += levels;
        let inner = self.until(Some(end));
        self.depth -= levels;
        inner
    }
}
