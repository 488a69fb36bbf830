//! How long a paper will be, reckoned from its letters before anything is set, so that one too long for the machine is
//! refused at once, and rows that fill pages are known.

use crate::fault::{Fault, Measure};
use paper::page::{self, Letters};
use paper::{Block, Paragraph, Row, Table, Wording};

/// The most pages, cells, letters and stretches that are set at once: what a gigabyte of memory holds.
const MOST: [(Measure, usize); 4] = [
    (Measure::Pages, 1200),
    (Measure::Letters, 3_000_000),
    (Measure::Cells, 65_000),
    (Measure::Stretches, 200_000),
];
/// The height of a page's text, in twips.
const PAGE: usize = page::HEIGHT - 2 * page::ABOVE;
/// A row, or a table's header, of more than a third of a page is broken over pages, and not repeated.
const LARGE: usize = PAGE / 3;
/// Above and below the text of a cell, in twips.
const CELL: usize = 80;
/// Left and right of it.
const BESIDE: usize = 170;

/// What a paper has of each measure.
#[derive(Debug, Default, PartialEq, Eq)]
struct Load {
    /// Twips.
    height: usize,
    letters: usize,
    cells: usize,
    stretches: usize,
}

/// Refuses a paper that is too long.
pub(crate) fn bounds(said: &Wording, letters: &Letters) -> Result<(), Fault> {
    let load = load(said, letters);
    for (what, most) in MOST {
        let has = match what {
            Measure::Pages => load.height.div_ceil(PAGE),
            Measure::Letters => load.letters,
            Measure::Cells => load.cells,
            Measure::Stretches => load.stretches,
        };
        if has > most {
            return Err(Fault::TooLong { what, has, most });
        }
    }
    Ok(())
}

fn load(said: &Wording, letters: &Letters) -> Load {
    let mut load = Load::default();
    let head = &said.head;
    let short =
        [&head.superior, &head.issuer, &head.reference, &head.about, &head.day, &said.kind, &said.subject];
    let posts = said.signing.iter().flat_map(|signing| signing.posts.iter().chain(&signing.name));
    let lines = short.into_iter().flatten().chain(&said.addressees).chain(&said.recipients).chain(posts);
    for words in lines {
        load.letters += words.chars().count();
        load.stretches += 1;
        // The narrowest column of head and end is two fifths of the text.
        load.height += lines_of(words, page::TEXT * 2 / 5, letters.text) * line(letters.text);
    }
    for annex in &said.annexes {
        load.height += PAGE;
        for words in annex.title.iter().chain(&annex.with) {
            load.letters += words.chars().count();
            load.stretches += 1;
            load.height += lines_of(words, page::TEXT, letters.text) * line(letters.text);
        }
    }
    for block in said.blocks.iter().chain(said.annexes.iter().flat_map(|annex| &annex.blocks)) {
        match block {
            Block::Heading(_, words)
            | Block::Text(words)
            | Block::Quotation(words)
            | Block::Source(words) => {
                load.add(words);
                load.height += height(words, page::TEXT, letters.text) * 11 / 10 + page::GAP;
            }
            Block::Table(table) => load.add_table(table, letters),
            Block::PageBreak => load.height += PAGE,
        }
    }
    load
}

impl Load {
    fn add(&mut self, words: &Paragraph) {
        for run in &words.runs {
            self.letters += run.text.chars().count();
            self.stretches += 1 + run.text.chars().filter(|letter| matches!(letter, '\n' | '\t')).count() * 2;
        }
    }

    fn add_table(&mut self, table: &Table, letters: &Letters) {
        for words in table.caption.iter() {
            self.add(words);
            self.height += height(words, page::TEXT, letters.text);
        }
        let widths = widths(table);
        for title in &table.columns {
            self.letters += title.title.chars().count();
        }
        self.cells += table.columns.len();
        self.height += header(table, &widths, letters);
        for row in &table.rows {
            match row {
                Row::Cells(texts) | Row::Sum(texts) => {
                    self.cells += texts.len();
                    texts.iter().for_each(|words| self.add(words));
                }
                Row::Group(words) => {
                    self.cells += 1;
                    self.add(words);
                }
            }
            self.height += row_height(row, &widths, letters);
        }
    }
}

/// The widths of a table's columns, in twips.
pub(crate) fn widths(table: &Table) -> Vec<usize> {
    page::table_columns(&table.columns.iter().map(|column| column.share).collect::<Vec<_>>())
}

/// Whether the header of a table is small enough to stand on each page.
pub(crate) fn repeats(table: &Table, widths: &[usize], letters: &Letters) -> bool {
    header(table, widths, letters) <= LARGE
}

/// Whether a row has more than a line, and few enough to be kept on one page.
pub(crate) fn stays_on_a_page(row: &Row, widths: &[usize], letters: &Letters) -> bool {
    let height = row_height(row, widths, letters);
    height > line(letters.table) + CELL && height <= LARGE
}

/// Whether a paragraph is short enough to stay whole with who signs.
pub(crate) fn stays_whole(words: &Paragraph, letters: &Letters) -> bool {
    height(words, page::TEXT, letters.text) <= LARGE
}

/// Whether recipients and signer fit on a page together.
pub(crate) fn end_is_whole(said: &Wording, letters: &Letters) -> bool {
    let column = page::TEXT / 2;
    let tall = |lines: &[String], size| -> usize {
        lines.iter().map(|words| lines_of(words, column, size)).sum::<usize>() * line(size)
    };
    let signs =
        said.signing.iter().map(|signing| tall(&signing.posts, letters.text) + 6 * line(letters.text));
    tall(&said.recipients, letters.recipient).max(signs.sum()) <= PAGE * 3 / 4
}

fn header(table: &Table, widths: &[usize], letters: &Letters) -> usize {
    let titles = table.columns.iter().zip(widths);
    let lines = titles.map(|(column, width)| lines_of(&column.title, inside(*width), letters.table)).max();
    lines.unwrap_or(0) * line(letters.table) + CELL
}

fn row_height(row: &Row, widths: &[usize], letters: &Letters) -> usize {
    let size = letters.table;
    let text = match row {
        Row::Cells(texts) | Row::Sum(texts) => texts
            .iter()
            .zip(widths)
            .map(|(words, width)| height(words, inside(*width), size))
            .max()
            .unwrap_or(0),
        Row::Group(words) => height(words, inside(page::TEXT), size),
    };
    text.max(line(size)) + CELL
}

fn inside(width: usize) -> usize {
    width.saturating_sub(BESIDE)
}

fn height(words: &Paragraph, width: usize, size: usize) -> usize {
    lines_of(&words.to_string(), width, size).max(1) * line(size)
}

/// How many lines words take in a column of so many twips.
fn lines_of(words: &str, width: usize, size: usize) -> usize {
    let room = room(width, size);
    words.split('\n').map(|line| line.chars().map(quarter_ems).sum::<usize>().div_ceil(room).max(1)).sum()
}

/// How many quarter ems a line holds.
pub(crate) fn room(width: usize, size: usize) -> usize {
    // An em is as many half points as the size, and a half point is ten twips.
    (width * 2 / (size * 5).max(1)).max(1)
}

/// How wide a letter is, in quarter ems: a little more than most of its kind.
pub(crate) fn quarter_ems(letter: char) -> usize {
    match letter {
        'm' | 'w' => 3,
        'M' | 'W' => 4,
        _ if letter.is_whitespace() => 1,
        _ if letter.is_lowercase() || letter.is_ascii_digit() || letter.is_ascii_punctuation() => 2,
        _ if letter.is_uppercase() => 3,
        _ => 4,
    }
}

/// The height of a line, in twips.
fn line(size: usize) -> usize {
    size * 1149 / 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use paper::{Column, Paper, Part, Size};

    fn bounds_of(parts: Vec<Part>) -> Result<(), Fault> {
        let said = Wording::of(&Paper { parts, ..Paper::default() });
        bounds(&said, &page::letters(Size::Fourteen))
    }

    fn rows(many: usize, columns: usize, words: &str) -> Part {
        let row = Row::Cells(vec![words.into(); columns]);
        let columns = (0..columns).map(|at| Column::words(at.to_string(), 1)).collect();
        Part::Table(Table { columns, rows: vec![row; many], ..Table::default() })
    }

    #[test]
    fn what_an_office_writes_is_within_bounds() {
        let page = "Ủy ban nhân dân tỉnh báo cáo. ".repeat(80);
        assert!(bounds_of(vec![Part::Text(page.into()); 500]).is_ok());
        assert!(bounds_of(vec![rows(10_000, 6, "Xã Mường Tía")]).is_ok());
    }

    #[test]
    fn what_no_machine_should_set_is_refused_by_its_measure() {
        for (parts, measure) in [
            (vec![Part::PageBreak; 1201], Measure::Pages),
            (vec![Part::Text("\n".repeat(60_000).into())], Measure::Pages),
            (vec![Part::Text(Paragraph::new()); 60_000], Measure::Pages),
            (vec![rows(1, 63, &"ă".repeat(100_000))], Measure::Pages),
            (vec![Part::Text("a".repeat(3_000_001).into())], Measure::Letters),
            (vec![rows(2_000, 63, "")], Measure::Cells),
        ] {
            let refused = bounds_of(parts);
            assert!(matches!(&refused, Err(Fault::TooLong { what, .. }) if *what == measure), "{refused:?}");
        }
        let stretches = (0..200_001).fold(Paragraph::new(), |all, _| all.with_plain("a"));
        let refused = bounds_of(vec![Part::Text(stretches)]);
        assert!(matches!(refused, Err(Fault::TooLong { what: Measure::Stretches, .. })), "{refused:?}");
    }

    #[test]
    fn only_small_headers_are_repeated() {
        let letters = page::letters(Size::Fourteen);
        for (words, repeats_it) in [("Tin, bài", true), ("Số tin, bài đã đăng trong tháng", true)] {
            let table = Table { columns: vec![Column::words(words, 1); 4], ..Table::default() };
            assert_eq!(repeats(&table, &widths(&table), &letters), repeats_it, "{words}");
        }
        let table = Table { columns: vec![Column::words("dài ".repeat(500), 1); 4], ..Table::default() };
        assert!(!repeats(&table, &widths(&table), &letters));
    }
}
