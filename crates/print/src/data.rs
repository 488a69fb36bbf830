//! A paper as the data the template reads: words, measures, and what stays together. All of it is text and numbers.

use crate::fonts::OWN;
use crate::particulars::Particulars;
use crate::reckon;
use crate::runs::{self, Run};
use paper::page::{self, Letters};
use paper::{Align, Block, COUNTRY, Level, MOTTO, Paper, Paragraph, RECIPIENTS, Row, Table, Wording};
use serde::Serialize;

/// Half points: the line at the foot.
const FOOT: usize = 18;

/// What the template reads.
#[derive(Serialize)]
pub(crate) struct Data {
    info: Info,
    page: Page,
    letters: Sizes,
    head: Head,
    kind: Option<String>,
    subject: Option<String>,
    addressees: Vec<String>,
    blocks: Vec<Piece>,
    end: Option<End>,
    check: Option<CheckLine>,
}

#[derive(Serialize)]
struct Info {
    title: String,
    author: String,
    /// Year, month, day.
    date: Option<(i16, i8, i8)>,
    faces: Vec<&'static str>,
}

/// Measures, in points.
#[derive(Serialize)]
struct Page {
    width: f64,
    height: f64,
    above: f64,
    left: f64,
    right: f64,
    text: f64,
    number: f64,
    first_line: f64,
    gap: f64,
    head_columns: Vec<f64>,
}

/// Sizes of letters, in points.
#[derive(Serialize)]
struct Sizes {
    text: f64,
    head: f64,
    reference: f64,
    table: f64,
    recipients: f64,
    recipient: f64,
}

#[derive(Serialize)]
struct Head {
    national: bool,
    country: &'static str,
    motto: &'static str,
    superior: Option<String>,
    issuer: Option<String>,
    reference: Option<String>,
    about: Option<String>,
    day: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece {
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
struct Lined {
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
enum Cell {
    Usual(Vec<Run>),
    Other { over: usize, stays: bool, runs: Vec<Run> },
}

#[derive(Serialize)]
struct End {
    label: &'static str,
    recipients: Vec<String>,
    signs: bool,
    posts: Vec<String>,
    name: Option<String>,
    /// Whether it fits on a page.
    whole: bool,
}

#[derive(Serialize)]
struct CheckLine {
    words: String,
    address: String,
    shown: String,
}

impl Data {
    /// Leaves out where the paper can be checked.
    pub(crate) fn uncheck(&mut self) {
        self.check = None;
    }

    /// Whether its properties say a day.
    pub(crate) fn is_dated(&self) -> bool {
        self.info.date.is_some()
    }
}

/// The data of a paper.
pub(crate) fn data(paper: &Paper, said: Wording, letters: &Letters, particulars: &Particulars) -> Data {
    let end = end(&said, letters);
    let signed = said.signing.is_some();
    let [column, _] = page::head_columns(paper.size);
    let beside = |words: String| runs::soft(&words, reckon::room(column, letters.head));
    let line = |words: String| runs::soft(&words, reckon::room(page::TEXT * 2 / 3, letters.text));
    Data {
        info: info(paper, &said, particulars),
        page: measures(paper),
        letters: sizes(letters),
        head: Head {
            national: said.head.national,
            country: COUNTRY,
            motto: MOTTO,
            superior: said.head.superior.map(beside),
            issuer: said.head.issuer.map(beside),
            reference: said.head.reference.map(beside),
            about: said.head.about.map(beside),
            day: said.head.day.map(beside),
        },
        kind: said.kind.map(line),
        subject: said.subject.map(line),
        addressees: said.addressees.into_iter().map(line).collect(),
        blocks: pieces(&said.blocks, signed, letters),
        end,
        check: particulars.check.as_ref().map(|check| {
            let address = paper::address(&check.address).unwrap_or_default();
            let foot = |words: &str| runs::soft(words, reckon::room(page::TEXT * 4 / 5, FOOT));
            CheckLine { words: foot(&paper::line(&check.words)), shown: foot(&address), address }
        }),
    }
}

fn info(paper: &Paper, said: &Wording, particulars: &Particulars) -> Info {
    let given = |own: &Option<String>, other: &str| -> String {
        let text = own.as_deref().map(paper::line).filter(|text| !text.is_empty());
        text.unwrap_or_else(|| other.to_owned()).chars().take(250).collect()
    };
    let date = particulars.date.or(paper.heading.date).filter(|day| day.year() >= 0);
    Info {
        title: given(&particulars.title, &said.name),
        author: given(&particulars.author, &said.by),
        date: date.map(|day| (day.year(), day.month(), day.day())),
        faces: vec![particulars.fonts.family(), OWN],
    }
}

fn measures(paper: &Paper) -> Page {
    Page {
        width: points(page::WIDTH),
        height: points(page::HEIGHT),
        above: points(page::ABOVE),
        left: points(page::LEFT),
        right: points(page::RIGHT),
        text: points(page::TEXT),
        number: points(page::NUMBER),
        first_line: points(page::FIRST_LINE),
        gap: points(page::GAP),
        head_columns: page::head_columns(paper.size).map(points).to_vec(),
    }
}

fn sizes(letters: &Letters) -> Sizes {
    let points = |half: usize| half as f64 / 2.0;
    Sizes {
        text: points(letters.text),
        head: points(letters.head),
        reference: points(letters.reference),
        table: points(letters.table),
        recipients: points(letters.recipients),
        recipient: points(letters.recipient),
    }
}

fn points(twips: usize) -> f64 {
    twips as f64 / 20.0
}

fn pieces(blocks: &[Block], signed: bool, letters: &Letters) -> Vec<Piece> {
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

fn end(said: &Wording, letters: &Letters) -> Option<End> {
    if said.recipients.is_empty() && said.signing.is_none() {
        return None;
    }
    let line = |words: &String| runs::soft(words, reckon::room(page::TEXT / 2, letters.text));
    let signing = said.signing.as_ref();
    Some(End {
        label: RECIPIENTS,
        recipients: said.recipients.iter().map(line).collect(),
        signs: signing.is_some(),
        posts: signing.iter().flat_map(|signing| signing.posts.iter().map(line)).collect(),
        name: signing.and_then(|signing| signing.name.as_ref()).map(line),
        whole: reckon::end_is_whole(said, letters),
    })
}
