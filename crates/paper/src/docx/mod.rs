//! A paper as a word processor's file, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! A4; margins 20 mm above and below, 30 mm left, 15 mm right; Times New Roman; page numbers in the middle of the top
//! margin from the second page on.

mod annex;
mod body;
mod end;
mod head;
mod order;
mod pack;

use crate::failed::Failed;
use crate::model::{Paper, Size};
use crate::page::{self, Letters};
use crate::wording::Wording;
use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, Header, Hyperlink, HyperlinkData, LineSpacing,
    LineSpacingType, PageMargin, PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Run, RunFonts, SpecialIndentType, Style, StyleType, Table, TableBorders,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

/// The font the decree names.
const FONT: &str = "Times New Roman";
/// What the library wants signed of [`page::FIRST_LINE`].
const FIRST_LINE: i32 = page::FIRST_LINE as i32;
/// As [`page::GAP`].
const GAP: u32 = page::GAP as u32;
/// The decree asks for black letters, so links are black too, and underlined.
const LINK: &str = "000000";

/// Writes a paper as `.docx`.
///
/// The same paper makes the same bytes.
///
/// # Errors
///
/// [`Failed`] when the archive cannot be made; nothing a paper can hold causes that.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, Failed> {
    let said = Wording::of(paper);
    let mut pen = Pen::new(paper.size);
    let mut docx = blank(&pen);
    docx = head::write(docx, &pen, &said);
    docx = body::write(docx, &mut pen, &said);
    docx = end::write(docx, &pen, &said);
    docx = annex::write(docx, &mut pen, &said);
    pack::pack(docx.build(), &pack::About { title: said.name, by: said.by })
}

/// The page, the styles and the page number.
fn blank(pen: &Pen) -> Docx {
    let number =
        Paragraph::new().align(AlignmentType::Center).line_spacing(tight()).add_page_num(PageNum::new());
    let heading = |level: usize| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .size(pen.letters.text)
            .outline_lvl(level - 1)
    };
    Docx::new()
        .page_size(page::WIDTH as u32, page::HEIGHT as u32)
        .page_margin(
            PageMargin::new()
                .top(page::ABOVE as i32)
                .bottom(page::ABOVE as i32)
                .left(page::LEFT as i32)
                .right(page::RIGHT as i32)
                .header(page::NUMBER as i32)
                .footer(page::NUMBER as i32)
                .gutter(0),
        )
        .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT).cs(FONT))
        .default_size(pen.letters.text)
        .default_tab_stop(720)
        .add_style(Style::new("Title", StyleType::Paragraph).name("Title").size(pen.letters.text).bold())
        .add_style(heading(1).bold())
        .add_style(heading(2).bold())
        .add_style(heading(3))
        .header(Header::new().add_paragraph(number))
        .first_header(Header::new().add_paragraph(Paragraph::new().line_spacing(tight())))
}

/// What the writers share: sizes, counts, and the next link's number.
struct Pen {
    size: Size,
    letters: Letters,
    /// Whether the next paragraph of the text stays with what follows it.
    stays: bool,
    links: usize,
}

impl Pen {
    fn new(size: Size) -> Pen {
        Pen { size, letters: page::letters(size), stays: false, links: 0 }
    }

    /// Puts the runs of a paragraph into one of the file, in a size of half points.
    fn ink(&mut self, mut into: Paragraph, from: &crate::Paragraph, size: usize) -> Paragraph {
        for run in &from.runs {
            let made = letters(&run.text, size, run.bold, run.italic);
            into = match &run.link {
                Some(path) => into.add_hyperlink(self.link(path, made)),
                None => into.add_run(made),
            };
        }
        into
    }

    /// A link with a number of this paper's own: the library counts through the whole process, which would make each
    /// file differ from the one before.
    fn link(&mut self, path: &str, run: Run) -> Hyperlink {
        self.links += 1;
        let rid = format!("rIdHyperlink{:05}", self.links);
        let link = HyperlinkData::External { rid, path: escaped(path) };
        Hyperlink { link, history: Some(1), children: Vec::new() }
            .add_run(run.color(LINK).underline("single"))
    }
}

/// The library writes the addresses of links as they come.
fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('\'', "&apos;")
}

/// A run of text; line feeds are line breaks, tabs tabs.
fn letters(words: &str, size: usize, bold: bool, italic: bool) -> Run {
    let mut run = Run::new();
    for (at, row) in words.split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (at, piece) in row.split('\t').enumerate() {
            if at > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run = run.size(size);
    if bold {
        run = run.bold();
    }
    if italic {
        run = run.italic();
    }
    run
}

/// One line of a block of the head or the end, in the middle of its column.
fn centred(words: &str, size: usize, bold: bool, italic: bool) -> Paragraph {
    Paragraph::new()
        .align(AlignmentType::Center)
        .line_spacing(tight())
        .add_run(letters(words, size, bold, italic))
}

fn tight() -> LineSpacing {
    LineSpacing::new().line_rule(LineSpacingType::Auto).line(240).before(0).after(0)
}

/// A paragraph of no height to speak of.
fn thin() -> Paragraph {
    Paragraph::new()
        .line_spacing(LineSpacing::new().line_rule(LineSpacingType::Exact).line(20).before(0).after(0))
}

/// A line of its own, `long` twips of a column of `of` twips, in the middle: the border of a paragraph without words.
fn rule(long: usize, of: usize) -> Paragraph {
    let side = i32::try_from(of.saturating_sub(long) / 2).unwrap_or(0);
    let border = ParagraphBorder::new(ParagraphBorderPosition::Top).val(BorderType::Single).size(6).space(1);
    let mut line = Paragraph::new()
        .indent(Some(side), Some(SpecialIndentType::FirstLine(0)), Some(side), None)
        .line_spacing(LineSpacing::new().line_rule(LineSpacingType::Exact).line(120).before(60).after(0));
    line.property = line.property.set_borders(ParagraphBorders::with_empty().set(border.color("000000")));
    line
}

/// A table without lines that puts blocks beside each other.
fn beside(rows: Vec<TableRow>, widths: &[usize]) -> Table {
    let mut table = Table::new(rows)
        .set_grid(widths.to_vec())
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0));
    table.property = table.property.set_borders(TableBorders::with_empty());
    table
}
