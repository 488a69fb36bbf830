//! Reading the plain notation: what an official typed into the form without JavaScript becomes a structured text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, OffsetIter, Parser, Tag, TagEnd};

use super::source;
use crate::json::asset_id;
use crate::{
    Block, Body, BodyError, Cell, CellKind, Figure, Href, Inline, Level, MAX_BYTES, MAX_DEPTH, Mark, Marks,
    Place, Reason, Row, Table, Text,
};

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

fn read(text: &str, depth: usize) -> Result<Vec<Block>, Reason> {
    let text = source::prepared(text);
    let events = Parser::new_ext(&text, source::options()).into_offset_iter();
    Reader { text: &text, events, depth, line: Line::default() }.until(None)
}

/// The words of the line being read and what is on them.
#[derive(Default)]
struct Line {
    content: Vec<Inline>,
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

    fn lines(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.content.push(Inline::Break);
            }
            self.text(line);
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    events: OffsetIter<'a>,
    depth: usize,
    line: Line,
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

    fn flush(&mut self, out: &mut Vec<Block>) {
        if !self.line.content.is_empty() {
            out.push(Block::paragraph(std::mem::take(&mut self.line.content)));
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>, out: &mut Vec<Block>) -> Result<(), Reason> {
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

    fn end(&mut self, tag: TagEnd, out: &mut Vec<Block>) {
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

    fn words(&mut self, event: &Event<'a>, range: Range<usize>, in_cell: bool) {
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

    fn deeper(&mut self, levels: usize, out: &mut Vec<Block>, end: TagEnd) -> Result<Vec<Block>, Reason> {
        self.flush(out);
        self.depth += levels;
        let inner = self.until(Some(end));
        self.depth -= levels;
        inner
    }

    fn list(&mut self, start: Option<u64>) -> Result<Block, Reason> {
        let end = TagEnd::List(start.is_some());
        let mut items = vec![];
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.deeper(2, &mut vec![], TagEnd::Item)?),
                Event::End(tag) if tag == end => break,
                _ => {}
            }
        }
        Ok(match start {
            None => Block::BulletList(items),
            Some(start) => Block::OrderedList { start: u32::try_from(start).unwrap_or(1), items },
        })
    }

    fn table(&mut self) -> Result<Table, Reason> {
        let mut table = Table::default();
        let mut columns = 0;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => {
                    let row = self.text.get(range).and_then(|row| row.lines().next()).unwrap_or_default();
                    let cells = source::cells_in(row);
                    if columns > 0 && cells > columns {
                        return Err(Reason::TooManyColumns);
                    }
                    columns = columns.max(cells);
                    table.rows.push(Row::default());
                }
                Event::Start(Tag::TableCell) => {
                    let kind = if table.rows.len() == 1 { CellKind::Header } else { CellKind::Data };
                    let content = self.deeper(3, &mut vec![], TagEnd::TableCell)?;
                    if let Some(row) = table.rows.last_mut() {
                        row.cells.push(Cell::new(kind, content));
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let nameless = |row: &Row| row.cells.iter().all(|cell| cell.content.is_empty());
        if table.rows.first().is_some_and(nameless) {
            table.rows.remove(0);
        }
        Ok(table)
    }

    /// A heading written with `#`. Words underlined with hyphens are words and a line across the page.
    fn heading(&mut self, level: u64, range: Range<usize>, out: &mut Vec<Block>) -> Result<(), Reason> {
        let typed = self.text.get(range).unwrap_or_default().trim();
        let outer = std::mem::take(&mut self.line);
        let mut inner = vec![];
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Heading(_)) => break,
                Event::Start(tag) => self.start(tag, range, &mut inner)?,
                Event::End(tag) => self.end(tag, &mut inner),
                other => self.words(&other, range, false),
            }
        }
        let content = std::mem::replace(&mut self.line, outer).content;
        if typed.starts_with('#') {
            out.push(Block::Heading { level: Level::nearest(level), content });
        } else {
            out.push(Block::paragraph(content));
            let underline = typed.lines().last().unwrap_or_default().trim_matches(['>', ' ']);
            out.push(match underline.len() {
                3.. if underline.starts_with('-') => Block::Rule,
                _ => Block::paragraph(vec![Inline::plain(underline)]),
            });
        }
        out.append(&mut inner);
        Ok(())
    }

    /// Lines moved in by spaces are ordinary lines here; a fenced block is its lines, fences and all.
    fn code(
        &mut self,
        kind: &CodeBlockKind<'a>,
        range: Range<usize>,
        out: &mut Vec<Block>,
    ) -> Result<(), Reason> {
        self.flush(out);
        let mut typed = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => typed.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        match kind {
            CodeBlockKind::Indented => {
                let lines: Vec<&str> = typed.lines().map(str::trim).collect();
                out.extend(read(&lines.join("\n"), self.depth + 1)?);
            }
            CodeBlockKind::Fenced(_) => {
                let whole = self.text.get(range).unwrap_or_default();
                let mut lines = whole.lines().map(|line| line.trim_matches([' ', '>']));
                let fence = lines.next().unwrap_or_default();
                let end = lines
                    .next_back()
                    .filter(|line| line.len() > 2 && line.trim_matches(['`', '~']).is_empty());
                let parts = [fence, typed.trim_end(), end.unwrap_or_default()];
                self.line.lines(&parts.join("\n"));
                self.flush(out);
            }
        }
        Ok(())
    }

    fn image(
        &mut self,
        address: &str,
        title: &CowStr<'a>,
        range: Range<usize>,
        out: &mut Vec<Block>,
    ) -> Result<(), Reason> {
        let mut alt = String::new();
        let mut inside = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => inside += 1,
                Event::End(_) => inside -= 1,
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
            if inside == 0 {
                break;
            }
        }
        let Some(id) = address.strip_prefix("asset:") else {
            // A picture from elsewhere is not fetched: what was typed stays to be seen.
            let typed = self.text.get(range).unwrap_or_default();
            self.line.lines(typed);
            return Ok(());
        };
        let asset = asset_id(id.trim()).ok_or(Reason::Value("asset"))?;
        let (caption, credit) = caption_and_credit(title);
        self.flush(out);
        out.push(Block::Figure(Figure { asset, alt, caption, credit }));
        Ok(())
    }
}

/// `caption | credit`; a backslash keeps the next sign as it is.
fn caption_and_credit(title: &str) -> (String, String) {
    let mut parts = [String::new(), String::new()];
    let mut credit = false;
    let mut signs = title.chars();
    while let Some(sign) = signs.next() {
        let [caption, maker] = &mut parts;
        let part = if credit { maker } else { caption };
        match sign {
            '\\' => part.extend(signs.next()),
            '|' if !credit => credit = true,
            sign => part.push(sign),
        }
    }
    let [caption, maker] = parts;
    (caption, maker)
}
