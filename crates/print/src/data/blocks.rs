//! The text of a paper as data: paragraphs, headings, tables, and what stays together.

use super::points;
use crate::reckon;
use crate::runs::{self, Run};
use paper::page::{self, Letters};
use paper::{Align, Block, Level, Paragraph, Row, Table};
use serde::Serialize;

/// A piece of the text.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Piece {
    Heading {
        level: usize,
        runs: Vec<Run>,
    },
    Text {
        runs: Vec<Run>,
    },
    /// A paragraph that stays whole, with what follows it.
    Whole {
        runs: Vec<Run>,
    },
    /// An empty line.
    Blank,
    Caption {
        runs: Vec<Run>,
    },
    Table(Box<Lined>),
    Quotation {
        runs: Vec<Run>,
    },
    Source {
        runs: Vec<Run>,
    },
    Page,
}

#[derive(Serialize)]
pub(super) struct Lined {
    /// Points.
    widths: Vec<f64>,
    aligns: Vec<&'static str>,
    titles: Vec<String>,
    /// Whether the header stands on each page.
    repeats: bool,
    /// Whether a column is so narrow that the usual room beside its text would leave none for it.
    narrow: bool,
    cells: Vec<Cell>,
}

/// A cell: its runs, or more than that.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Cell {
    Usual(Vec<Run>),
    Other { over: usize, stays: bool, runs: Vec<Run> },
}

/// The pieces of the text.
pub(super) fn pieces(blocks: &[Block], signed: bool, letters: &Letters) -> Vec<Piece> {
    let mut depth = 0;
    let mut pieces = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        // Whoever signs must not stand alone on a page: the last paragraph goes along.
        let stays = signed && at + 1 == blocks.len();
        match block {
            Block::Heading(level, words) => {
                depth = deep(*level, depth);
                pieces.push(Piece::Heading { level: depth, runs: inked(words, letters) });
            }
            Block::Text(words) => pieces.push(text(words, stays, letters)),
            Block::Quotation(words) => pieces.push(Piece::Quotation { runs: inked(words, letters) }),
            Block::Source(words) => pieces.push(Piece::Source { runs: inked(words, letters) }),
            Block::PageBreak => pieces.push(Piece::Page),
            Block::Table(table) => {
                let caption = table.caption.as_ref();
                pieces.extend(caption.map(|words| Piece::Caption { runs: inked(words, letters) }));
                if !table.columns.is_empty() {
                    pieces.push(Piece::Table(Box::new(lined(table, letters))));
                }
            }
        }
    }
    pieces
}

fn text(words: &Paragraph, stays: bool, letters: &Letters) -> Piece {
    let runs = inked(words, letters);
    if words.is_blank() {
        Piece::Blank
    } else if stays && reckon::stays_whole(words, letters) {
        Piece::Whole { runs }
    } else {
        Piece::Text { runs }
    }
}

fn inked(words: &Paragraph, letters: &Letters) -> Vec<Run> {
    runs::runs(words, reckon::room(page::TEXT, letters.text))
}

/// The level of a heading in the outline, which may not leave one out.
fn deep(level: Level, last: usize) -> usize {
    let wanted = match level {
        Level::Roman => 1,
        Level::Arabic | Level::Bare => 2,
        Level::Letter => 3,
    };
    wanted.min(last + 1)
}

fn lined(table: &Table, letters: &Letters) -> Lined {
    let widths = reckon::widths(table);
    let room = |width: usize| reckon::room(width.saturating_sub(170), letters.table);
    let mut cells = Vec::new();
    for row in &table.rows {
        let stays = reckon::stays_on_a_page(row, &widths, letters);
        match row {
            Row::Group(words) => {
                let runs = runs::runs(words, room(page::TEXT));
                cells.push(Cell::Other { over: widths.len(), stays, runs });
            }
            Row::Cells(texts) | Row::Sum(texts) => {
                cells.extend(texts.iter().zip(&widths).map(|(words, width)| {
                    let runs = runs::runs(words, room(*width));
                    if stays { Cell::Other { over: 1, stays, runs } } else { Cell::Usual(runs) }
                }));
            }
        }
    }
    let titles = table.columns.iter().zip(&widths);
    Lined {
        repeats: reckon::repeats(table, &widths, letters),
        narrow: widths.iter().any(|width| *width < 500),
        aligns: table.columns.iter().map(|column| name(column.align)).collect(),
        titles: titles.map(|(column, width)| runs::soft(&column.title, room(*width))).collect(),
        widths: widths.into_iter().map(points).collect(),
        cells,
    }
}

fn name(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "centre",
        Align::Right => "right",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use paper::{Column, Paper, Part, Signer, Size, Wording};
    use serde_json::{Value, json};

    fn told(parts: Vec<Part>, signed: bool) -> Value {
        let mut paper = Paper { parts, ..Paper::default() };
        paper.closing.signer = signed.then(Signer::default);
        let letters = page::letters(Size::Fourteen);
        serde_json::to_value(pieces(&Wording::of(&paper).blocks, signed, &letters)).unwrap()
    }

    #[test]
    fn the_outline_leaves_no_level_out() {
        let levels = [Level::Letter, Level::Bare, Level::Letter, Level::Roman, Level::Letter, Level::Roman];
        let parts = levels.map(|level| Part::Heading(level, "a".into()));
        let told = told(parts.to_vec(), false);
        let levels: Vec<u64> =
            told.as_array().unwrap().iter().map(|it| it["level"].as_u64().unwrap()).collect();
        assert_eq!(levels, [1, 2, 3, 1, 2, 1]);
    }

    #[test]
    fn the_last_paragraph_stays_with_who_signs_if_it_is_short() {
        let kinds = |words: String, signed| {
            let told = told(vec![Part::Text("a".into()), Part::Text(words.into())], signed);
            told.as_array()
                .unwrap()
                .iter()
                .map(|it| it["kind"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(kinds("b".to_owned(), true), ["text", "whole"]);
        assert_eq!(kinds("b".to_owned(), false), ["text", "text"]);
        assert_eq!(kinds("dài ".repeat(1000), true), ["text", "text"]);
        assert_eq!(kinds(" ".to_owned(), true), ["text", "blank"]);
    }

    #[test]
    fn rows_of_several_lines_stay_on_a_page_unless_they_fill_one() {
        let row = |words: String| Row::Cells(vec![words.into()]);
        let rows = vec![
            row("a".to_owned()),
            row("dài ".repeat(50)),
            row("dài ".repeat(5000)),
            Row::Group("b".into()),
        ];
        let columns = vec![Column::amounts("Số", 1), Column::words("Tên", 1)];
        let told = told(vec![Part::Table(Table { columns, rows, ..Table::default() })], false);
        let cells = told[0]["cells"].as_array().unwrap();
        assert_eq!(cells[0], json!(["a"]));
        assert_eq!(cells[2]["stays"], true);
        assert!(cells[4].is_array());
        assert_eq!((&cells[6]["over"], &cells[6]["stays"]), (&json!(2), &json!(false)));
        assert_eq!(told[0]["aligns"], json!(["right", "left"]));
        assert_eq!(told[0]["repeats"], true);
    }
}
