//! A comparison as a page: `<ins>` and `<del>` with words for those who do not see colours, long unchanged runs folded.

use super::{Change, CompareOptions, Comparison, Part, RowChange, Run, State, compare_text};
use crate::html::{Writer, escape, inline};
use crate::{Block, CellKind, Figure, Inline, Text};

impl Comparison<'_> {
    /// The comparison as safe HTML.
    pub fn to_html(&self, options: &CompareOptions<'_>) -> String {
        let mut page = Page { writer: Writer::without_ids(&options.html), options };
        let mut rest = self.changes.as_slice();
        while let Some((change, after)) = rest.split_first() {
            let same = rest.iter().take_while(|change| matches!(change, Change::Same(_))).count();
            if options.fold_from > 0 && same >= options.fold_from {
                let (run, after) = rest.split_at_checked(same).unwrap_or((rest, &[]));
                page.folded(run);
                rest = after;
            } else {
                page.change(change);
                rest = after;
            }
        }
        page.writer.out
    }
}

/// Runs of words (a title, a one-line field) as safe HTML.
pub(super) fn line_html(runs: &[Run], options: &CompareOptions<'_>) -> String {
    let mut page = Page { writer: Writer::without_ids(&options.html), options };
    page.runs(runs);
    page.writer.out
}

struct Page<'a> {
    writer: Writer<'a>,
    options: &'a CompareOptions<'a>,
}

impl Page<'_> {
    fn push(&mut self, text: &str) {
        self.writer.out.push_str(text);
    }

    /// What a screen reader says before what was added or removed.
    fn said(&mut self, label: &str) {
        self.push(r#"<span class="visually-hidden">"#);
        escape(&mut self.writer.out, label);
        self.push(" </span>");
    }

    fn note(&mut self, label: &str) {
        self.push(r#"<p class="change-note">"#);
        escape(&mut self.writer.out, label);
        self.push("</p>");
    }

    fn folded(&mut self, run: &[Change<'_>]) {
        self.push(r#"<details class="unchanged"><summary>"#);
        let words = (self.options.unchanged)(run.len());
        escape(&mut self.writer.out, &words);
        self.push("</summary>\n");
        run.iter().for_each(|change| self.change(change));
        self.push("</details>\n");
    }

    fn change(&mut self, change: &Change<'_>) {
        match change {
            Change::Same(block) => self.writer.block(block),
            Change::Added(block) => self.whole("ins", self.options.added, block),
            Change::Removed(block) => self.whole("del", self.options.removed, block),
            Change::Words { old, new, runs } => self.words(old, new, runs),
            Change::List { old, new, items } => self.list(old, new, items),
            Change::Quote(changes) => {
                self.push("<blockquote>");
                changes.iter().for_each(|inner| self.change(inner));
                self.push("</blockquote>");
            }
            Change::Table(rows) => self.table(rows),
            Change::Figure { old, new } => self.figure(old, new),
        }
        self.push("\n");
    }

    fn whole(&mut self, tag: &str, label: &str, block: &Block) {
        if crate::html::is_empty(block) {
            return;
        }
        self.push(&format!(r#"<{tag} class="block">"#));
        self.said(label);
        self.writer.block(block);
        self.push(&format!("</{tag}>"));
    }

    fn words(&mut self, old: &Block, new: &Block, runs: &[Run]) {
        if form(old) != form(new) {
            self.note(self.options.form_changed);
        }
        let (start, end) = match new {
            Block::Heading { level, .. } => {
                (format!("<h{}", level.number()), format!("</h{}>", level.number()))
            }
            _ => ("<p".to_owned(), "</p>".to_owned()),
        };
        self.push(&start);
        if let Block::Paragraph { align: Some(align), .. } = new {
            self.push(&format!(r#" class="align-{}""#, align.as_str()));
        }
        self.push(">");
        self.runs(runs);
        self.push(&end);
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let (tag, label) = match run.state {
                State::Added => ("ins", self.options.added),
                State::Removed => ("del", self.options.removed),
                State::Same | State::Changed => {
                    inline(&mut self.writer.out, &run.content, &self.options.html);
                    continue;
                }
            };
            self.push(&format!("<{tag}>"));
            self.said(label);
            inline(&mut self.writer.out, &run.content, &self.options.html);
            self.addresses(&run.content);
            self.push(&format!("</{tag}>"));
        }
    }

    /// Where changed links lead: a link may change while its words stay.
    fn addresses(&mut self, content: &[Inline]) {
        let mut shown = None;
        for piece in content {
            let link = match piece {
                Inline::Text(Text { marks, .. }) => marks.link.as_ref(),
                Inline::Break => None,
            };
            if let Some(href) = link.filter(|_| link != shown) {
                self.push(r#" <span class="href">"#);
                escape(&mut self.writer.out, href.as_str());
                self.push("</span>");
            }
            shown = link;
        }
    }

    fn list(&mut self, old: &Block, new: &Block, items: &[Part<'_>]) {
        if form(old) != form(new) {
            self.note(self.options.form_changed);
        }
        let end = match new {
            Block::OrderedList { start: 1, .. } => {
                self.push("<ol>");
                "</ol>"
            }
            Block::OrderedList { start, .. } => {
                self.push(&format!(r#"<ol start="{start}">"#));
                "</ol>"
            }
            _ => {
                self.push("<ul>");
                "</ul>"
            }
        };
        for item in items {
            self.push(&format!("<li{}>", class(item.state)));
            self.part(item);
            self.push("</li>");
        }
        self.push(end);
    }

    fn part(&mut self, part: &Part<'_>) {
        match (part.state, part.changes.as_slice()) {
            (State::Same, changes) => {
                let blocks: Vec<Block> = changes.iter().filter_map(same).cloned().collect();
                self.writer.compact(&blocks);
            }
            (_, changes) => changes.iter().for_each(|inner| self.change(inner)),
        }
    }

    fn table(&mut self, rows: &[RowChange<'_>]) {
        self.writer.open_table();
        self.push("<tbody>");
        for row in rows {
            self.push(&format!("<tr{}>", class(row.state)));
            for (cell, part) in &row.cells {
                let tag = if cell.kind == CellKind::Header { "th" } else { "td" };
                self.push(&format!("<{tag}{}", class(part.state)));
                for (name, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
                    if span > 1 {
                        self.push(&format!(r#" {name}="{span}""#));
                    }
                }
                self.push(">");
                if part.state == State::Changed && part.changes.iter().all(|inner| same(inner).is_some()) {
                    self.note(self.options.form_changed);
                }
                self.part(part);
                self.push(&format!("</{tag}>"));
            }
            self.push("</tr>");
        }
        self.push("</tbody>");
        self.writer.close_table();
    }

    fn figure(&mut self, old: &Figure, new: &Figure) {
        self.push(r#"<div class="figure-changed">"#);
        if old.asset == new.asset {
            self.writer.block(&Block::Figure(new.clone()));
        } else {
            self.note(self.options.picture_changed);
            self.whole("del", self.options.removed, &Block::Figure(old.clone()));
            self.whole("ins", self.options.added, &Block::Figure(new.clone()));
        }
        let fields = [
            (self.options.alt, &old.alt, &new.alt),
            (self.options.caption, &old.caption, &new.caption),
            (self.options.credit, &old.credit, &new.credit),
        ];
        for (label, one, other) in fields.into_iter().filter(|(_, one, other)| one != other) {
            self.push("<p>");
            escape(&mut self.writer.out, label);
            self.push(": ");
            self.runs(&compare_text(one, other));
            self.push("</p>");
        }
        self.push("</div>");
    }
}

fn same<'a>(change: &Change<'a>) -> Option<&'a Block> {
    match change {
        Change::Same(block) => Some(block),
        _ => None,
    }
}

fn class(state: State) -> &'static str {
    match state {
        State::Same => "",
        State::Added => r#" class="added""#,
        State::Removed => r#" class="removed""#,
        State::Changed => r#" class="changed""#,
    }
}

/// What a block is apart from its words.
fn form(block: &Block) -> (u8, u32, &'static str) {
    match block {
        Block::Paragraph { align, .. } => (0, 0, align.map_or("", crate::Align::as_str)),
        Block::Heading { level, .. } => (1, u32::from(level.number()), ""),
        Block::BulletList(_) => (2, 0, ""),
        Block::OrderedList { start, .. } => (3, *start, ""),
        _ => (4, 0, ""),
    }
}
