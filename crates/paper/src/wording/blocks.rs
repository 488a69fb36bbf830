//! The words of the text: headings counted, entries of lists with their dash, the mark at the end.

use super::Block;
use crate::model::Paper;
use crate::part::{Level, Part, Row, Table};
use crate::text::{self, Paragraph, Run};
use crate::words;

/// The paragraphs before the first part and the parts.
pub(super) fn blocks(paper: &Paper) -> Vec<Block> {
    let mut counts = [0; 3];
    let intro = paper.intro.iter().map(|words| Block::Text(words.clean()));
    let mut blocks: Vec<Block> =
        intro.chain(paper.parts.iter().flat_map(|part| written(&mut counts, part))).collect();
    if paper.closing.end_mark {
        end(&mut blocks);
    }
    blocks
}

/// The parts of an annex, with headings counted anew.
pub(super) fn of_parts(parts: &[Part]) -> Vec<Block> {
    let mut counts = [0; 3];
    parts.iter().flat_map(|part| written(&mut counts, part)).collect()
}

fn written(counts: &mut [u32; 3], part: &Part) -> Vec<Block> {
    match part {
        Part::Heading(level, words) => vec![heading(counts, *level, &words.clean())],
        Part::Text(words) => vec![Block::Text(words.clean())],
        Part::List(entries) => {
            entries.iter().map(|entry| Block::Text(prefixed("- ", false, &entry.clean()))).collect()
        }
        Part::Table(table) => vec![Block::Table(of_table(table))],
        Part::Quotation { said, by } => {
            let said = said.iter().map(|words| Block::Quotation(words.clean().sloping()));
            let by = by.iter().map(|by| Block::Source(prefixed("— ", false, &by.clean())));
            said.chain(by).collect()
        }
        Part::PageBreak => vec![Block::PageBreak],
    }
}

fn heading(counts: &mut [u32; 3], level: Level, words: &Paragraph) -> Block {
    let [roman, arabic, letter] = counts;
    let (number, bold) = match level {
        Level::Roman => {
            *roman += 1;
            (*arabic, *letter) = (0, 0);
            (format!("{}. ", words::roman(*roman)), true)
        }
        Level::Arabic => {
            *arabic += 1;
            *letter = 0;
            (format!("{arabic}. "), true)
        }
        Level::Letter => {
            *letter += 1;
            (format!("{}) ", words::letter(*letter)), false)
        }
        Level::Bare => (String::new(), true),
    };
    let words = if bold { words.strong() } else { words.clone() };
    Block::Heading(level, prefixed(&number, bold, &words))
}

fn prefixed(prefix: &str, bold: bool, words: &Paragraph) -> Paragraph {
    if prefix.is_empty() {
        return words.clone();
    }
    let mut all = Paragraph::new().with(Run { text: prefix.to_owned(), bold, ..Run::default() });
    all.runs.extend(words.runs.iter().cloned());
    all
}

fn of_table(table: &Table) -> Table {
    let columns: Vec<_> = table
        .columns
        .iter()
        .take(Table::MOST)
        .map(|column| crate::Column { title: text::clean(&column.title), ..column.clone() })
        .collect();
    let cells = |texts: &[Paragraph]| -> Vec<Paragraph> {
        let mut cells: Vec<Paragraph> = texts.iter().take(columns.len()).map(Paragraph::clean).collect();
        cells.resize(columns.len(), Paragraph::new());
        cells
    };
    let rows = table.rows.iter().map(|row| match row {
        Row::Cells(texts) => Row::Cells(cells(texts)),
        Row::Sum(texts) => Row::Sum(cells(texts).iter().map(Paragraph::strong).collect()),
        Row::Group(words) => Row::Group(words.clean().strong()),
    });
    let rows = rows.collect();
    let caption = table.caption.as_ref().map(|caption| caption.clean().strong());
    Table { caption: caption.filter(|caption| !caption.is_blank()), columns, rows }
}

/// Ends the last words in "./.", and lets no page begin after them.
fn end(blocks: &mut Vec<Block>) {
    while matches!(blocks.last(), Some(Block::PageBreak)) {
        blocks.pop();
    }
    // By itself, below a table, the mark would look lost.
    if let Some(Block::Text(words)) = blocks.last_mut() {
        mark(words);
    }
}

fn mark(words: &mut Paragraph) {
    if let Some(run) = words.runs.last_mut()
        && run.link.is_none()
    {
        let kept = run.text.trim_end().trim_end_matches(['.', '/', ';']).to_owned();
        run.text = kept;
    }
    words.runs.push(Run { text: "./.".to_owned(), ..Run::default() });
}
