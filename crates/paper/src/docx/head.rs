//! The head of a paper: bodies at the left, quốc hiệu at the right, and the title below.

use super::{GAP, Pen, beside, centred, rule, tight};
use crate::page;
use crate::wording::{COUNTRY, Head, MOTTO, Wording};
use docx_rs::{AlignmentType, Docx, LineSpacing, LineSpacingType, Paragraph, TableCell, TableRow, WidthType};

/// Writes head, title and addressees.
pub(super) fn write(mut docx: Docx, pen: &Pen, said: &Wording) -> Docx {
    let (names, country) = (names(&said.head, pen), country(&said.head, pen));
    let (reference, day) = (reference(&said.head, pen), day(&said.head, pen));
    let (columns, mut rows) = (page::head_columns(pen.size), Vec::new());
    if !(names.is_empty() && country.is_empty()) {
        rows.push(row(names, country, columns));
    }
    if !(reference.is_empty() && day.is_empty()) {
        rows.push(row(reference, day, columns));
    }
    if !rows.is_empty() {
        docx = docx.add_table(beside(rows, &columns));
    }
    docx = title(docx, pen, said);
    addressees(docx, pen, &said.addressees)
}

fn row(left: Vec<Paragraph>, right: Vec<Paragraph>, [wide, wider]: [usize; 2]) -> TableRow {
    TableRow::new(vec![cell(left, wide), cell(right, wider)])
}

pub(super) fn cell(paragraphs: Vec<Paragraph>, width: usize) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// The superior body in plain letters, the issuing one in bold ones with a line of a third to a half of its name.
fn names(head: &Head, pen: &Pen) -> Vec<Paragraph> {
    let [width, _] = page::head_columns(pen.size);
    let size = pen.letters.head;
    let mut block = Vec::new();
    if let Some(superior) = &head.superior {
        block.push(centred(superior, size, false, false));
    }
    if let Some(issuer) = &head.issuer {
        block.push(centred(issuer, size, true, false));
        block.push(rule(long(issuer, size, width, 0.68) * 2 / 5, width));
    }
    block
}

/// Quốc hiệu and tiêu ngữ, with a line as long as tiêu ngữ.
fn country(head: &Head, pen: &Pen) -> Vec<Paragraph> {
    if !head.national {
        return Vec::new();
    }
    let [_, width] = page::head_columns(pen.size);
    vec![
        centred(COUNTRY, pen.letters.head, true, false),
        centred(MOTTO, pen.letters.text, true, false),
        rule(long(MOTTO, pen.letters.text, width, 0.49), width),
    ]
}

fn reference(head: &Head, pen: &Pen) -> Vec<Paragraph> {
    let number = head.reference.as_ref().map(|written| centred(written, pen.letters.reference, false, false));
    let about = head
        .about
        .as_ref()
        .map(|about| centred(about, pen.letters.head, false, false).line_spacing(tight().before(GAP)));
    number.into_iter().chain(about).collect()
}

fn day(head: &Head, pen: &Pen) -> Vec<Paragraph> {
    head.day.iter().map(|day| centred(day, pen.letters.text, false, true)).collect()
}

/// Kind in bold capitals, subject in bold letters, and a line of a third to a half of the subject's.
fn title(mut docx: Docx, pen: &Pen, said: &Wording) -> Docx {
    let above = |paragraph: Paragraph, points: u32| {
        let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(240);
        paragraph.line_spacing(spacing.before(points * 20).after(0)).keep_next(true)
    };
    let size = pen.letters.text;
    if let Some(kind) = &said.kind {
        docx = docx.add_paragraph(above(centred(kind, size, true, false).style("Title"), 18));
    }
    if let Some(subject) = &said.subject {
        let written = centred(subject, size, true, false);
        let written = if said.kind.is_none() { written.style("Title") } else { written };
        docx = docx.add_paragraph(above(written, if said.kind.is_none() { 18 } else { 0 }));
        docx = docx
            .add_paragraph(rule(long(subject, size, page::TEXT, 0.5) * 2 / 5, page::TEXT).keep_next(true));
    }
    // Air between the head and the text.
    docx.add_paragraph(Paragraph::new().line_spacing(tight().after(GAP / 2)).keep_next(true))
}

/// One line in the middle, or a line and those below it set in.
fn addressees(docx: Docx, pen: &Pen, addressees: &[String]) -> Docx {
    let space = || tight().before(GAP / 2).after(GAP / 2);
    let several = addressees.len() > 1;
    let mut lines: Vec<Paragraph> = addressees
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let line = centred(words, pen.letters.text, false, false).line_spacing(space());
            let start = if at == 0 { 1701 } else { 2835 };
            if several { line.align(AlignmentType::Left).indent(Some(start), None, None, None) } else { line }
        })
        .collect();
    // Air between the last of them and the text.
    if let Some(last) = lines.pop() {
        lines.push(last.line_spacing(space().after(GAP * 2)));
    }
    lines.into_iter().fold(docx, Docx::add_paragraph)
}

/// How long a text will be on its line, in twips, from the width of its average letter against its height; at most the
/// column.
fn long(words: &str, size: usize, column: usize, average: f64) -> usize {
    let letters = words.chars().count().min(400);
    // Half points are ten twips each; texts are short and sizes small, so nothing is lost.
    let twips = letters as f64 * size as f64 * 10.0 * average;
    (twips as usize).clamp(600, column)
}
