//! Headings, pictures and lines moved in by spaces, out of the plain notation.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, TagEnd};

use super::read::{Reader, read};
use crate::json::asset_id;
use crate::{Block, Figure, Inline, Level, Reason};

impl<'a> Reader<'a> {
    /// A heading written with `#`. Words underlined with hyphens are words and a line across the page.
    pub(super) fn heading(
        &mut self,
        level: u64,
        range: Range<usize>,
        out: &mut Vec<Block>,
    ) -> Result<(), Reason> {
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
    pub(super) fn code(
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

    pub(super) fn image(
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
