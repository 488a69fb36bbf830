//! A paper as a word processor's file, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! A4; margins 20 mm above and below, 30 mm left, 15 mm right; Times New Roman; page numbers in the middle of the top
//! margin from the second page on.

mod body;
mod end;
mod head;
mod order;
mod pack;

use crate::failed::Failed;
use crate::model::{Paper, Size};
use crate::text;
use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, Header, Hyperlink, HyperlinkData, LineSpacing,
    LineSpacingType, PageMargin, PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Run, RunFonts, SpecialIndentType, Style, StyleType, Table, TableBorders,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

/// The font the decree names.
const FONT: &str = "Times New Roman";
/// A4, in twips (1/1440 inch).
const PAGE: (u32, u32) = (11_906, 16_838);
/// 20 mm above and below; the decree allows 20 to 25.
const ABOVE: i32 = 1134;
/// 30 mm left; the decree allows 30 to 35.
const LEFT: i32 = 1701;
/// 15 mm right; the decree allows 15 to 20. A twip more than 15 mm would round to.
const RIGHT: i32 = 851;
/// What is left for text, in twips.
const TEXT: usize = 11_906 - 1701 - 851;
/// First line of a paragraph: 1 cm.
const FIRST_LINE: i32 = 567;
/// Six points between paragraphs: the least the decree allows.
const GAP: u32 = 120;
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
    let mut pen = Pen::new(paper.size);
    let mut docx = blank(&pen);
    docx = head::write(docx, &mut pen, paper);
    docx = body::write(docx, &mut pen, paper);
    docx = end::write(docx, &mut pen, &paper.closing);
    let about =
        pack::About { title: title_of(paper), by: text::line(paper.heading.issuer.as_deref().unwrap_or("")) };
    pack::pack(docx.build(), &about)
}

fn title_of(paper: &Paper) -> String {
    let whole = text::line(&format!("{} {}", paper.title.kind.as_deref().unwrap_or(""), paper.title.subject));
    // Programs show no more of a property.
    whole.chars().take(250).collect()
}

/// The page, the styles and the page number.
fn blank(pen: &Pen) -> Docx {
    let number =
        Paragraph::new().align(AlignmentType::Center).line_spacing(tight()).add_page_num(PageNum::new());
    let heading = |level: usize| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .size(pen.text)
            .outline_lvl(level - 1)
    };
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(
            PageMargin::new()
                .top(ABOVE)
                .bottom(ABOVE)
                .left(LEFT)
                .right(RIGHT)
                .header(567)
                .footer(567)
                .gutter(0),
        )
        .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT).cs(FONT))
        .default_size(pen.text)
        .default_tab_stop(720)
        .add_style(Style::new("Title", StyleType::Paragraph).name("Title").size(pen.text).bold())
        .add_style(heading(1).bold())
        .add_style(heading(2).bold())
        .add_style(heading(3))
        .header(Header::new().add_paragraph(number))
        .first_header(Header::new().add_paragraph(Paragraph::new().line_spacing(tight())))
}

/// What the writers share: sizes, counts, and the next link's number.
struct Pen {
    /// Half points: text.
    text: usize,
    /// Half points: quốc hiệu, bodies, number.
    head: usize,
    /// Whether the next paragraph of the text stays with what follows it.
    stays: bool,
    links: usize,
    counts: [u32; 3],
}

impl Pen {
    fn new(size: Size) -> Pen {
        let (text, head) = match size {
            Size::Thirteen => (26, 24),
            Size::Fourteen => (28, 26),
        };
        Pen { text, head, stays: false, links: 0, counts: [0; 3] }
    }

    /// Puts the runs of a paragraph into one of the file, in a size of half points.
    fn ink(&mut self, mut into: Paragraph, from: &crate::Paragraph, size: usize) -> Paragraph {
        for run in &from.runs {
            let words = text::clean(&run.text);
            if words.is_empty() {
                continue;
            }
            let made = letters(&words, size, run.bold, run.italic);
            into = match run.link.as_deref().and_then(text::address) {
                Some(path) => into.add_hyperlink(self.link(path, made)),
                None => into.add_run(made),
            };
        }
        into
    }

    /// A link with a number of this paper's own: the library counts through the whole process, which would make each
    /// file differ from the one before.
    fn link(&mut self, path: String, run: Run) -> Hyperlink {
        self.links += 1;
        let rid = format!("rIdHyperlink{:05}", self.links);
        let link = HyperlinkData::External { rid, path: escaped(&path) };
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
