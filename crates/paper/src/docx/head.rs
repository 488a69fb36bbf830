//! The head of a paper: bodies at the left, quốc hiệu at the right, and the title below.

use super::{GAP, Pen, TEXT, beside, centred, rule, tight};
use crate::model::{Heading, Paper, Title};
use crate::{text, words};
use docx_rs::{AlignmentType, Docx, LineSpacing, LineSpacingType, Paragraph, TableCell, TableRow, WidthType};

/// The left and the right column, in twips. The right one just holds quốc hiệu on one line: 5424 twips in 13 points.
fn columns(pen: &Pen) -> [usize; 2] {
    let right = 5500 * pen.head / 26;
    [TEXT - right, right]
}

/// Writes head, title and addressees.
pub(super) fn write(mut docx: Docx, pen: &mut Pen, paper: &Paper) -> Docx {
    let heading = &paper.heading;
    let (names, country) = (names(heading, pen), country(heading, pen));
    let (reference, day) = (reference(heading, pen), day(heading, pen));
    let (columns, mut rows) = (columns(pen), Vec::new());
    if !(names.is_empty() && country.is_empty()) {
        rows.push(row(names, country, columns));
    }
    if !(reference.is_empty() && day.is_empty()) {
        rows.push(row(reference, day, columns));
    }
    if !rows.is_empty() {
        docx = docx.add_table(beside(rows, &columns));
    }
    docx = title(docx, pen, &paper.title);
    addressees(docx, pen, &paper.addressees)
}

fn row(left: Vec<Paragraph>, right: Vec<Paragraph>, [wide, wider]: [usize; 2]) -> TableRow {
    TableRow::new(vec![cell(left, wide), cell(right, wider)])
}

pub(super) fn cell(paragraphs: Vec<Paragraph>, width: usize) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// The superior body in plain capitals, the issuing one in bold ones with a line of a third to a half of its name.
fn names(heading: &Heading, pen: &Pen) -> Vec<Paragraph> {
    let [width, _] = columns(pen);
    let mut block = Vec::new();
    if let Some(superior) = said(heading.superior.as_deref()) {
        let superior = bound(&superior.to_uppercase(), pen.head, width);
        block.push(centred(&superior, pen.head, false, false));
    }
    if let Some(issuer) = said(heading.issuer.as_deref()) {
        let issuer = issuer.to_uppercase();
        block.push(centred(&bound(&issuer, pen.head, width), pen.head, true, false));
        block.push(rule(long(&issuer, pen.head, width, 0.68) * 2 / 5, width));
    }
    block
}

/// Quốc hiệu and tiêu ngữ, with a line as long as tiêu ngữ.
fn country(heading: &Heading, pen: &Pen) -> Vec<Paragraph> {
    if !heading.national {
        return Vec::new();
    }
    let [_, width] = columns(pen);
    let motto = "Độc lập - Tự do - Hạnh phúc";
    vec![
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", pen.head, true, false),
        centred(motto, pen.text, true, false),
        rule(long(motto, pen.text, width, 0.49), width),
    ]
}

/// A name that is longer than its line, bound so that the line breaks before the name of a place or before "VÀ", and no
/// word is left alone on the last one.
fn bound(name: &str, size: usize, column: usize) -> String {
    const PLACES: [&str; 6] = ["TỈNH", "XÃ", "PHƯỜNG", "HUYỆN", "THÀNH", "ĐẶC"];
    if long(name, size, usize::MAX, 0.66) <= column {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split(' ').collect();
    let place = words.iter().rposition(|word| PLACES.contains(word)).unwrap_or(words.len());
    // The place with its name of up to four words, or the last two words.
    let tied = if words.len() - place.min(words.len()) > 5 { words.len() } else { place };
    let tied = tied.min(words.len().saturating_sub(2));
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        text.push_str(word);
        if at + 1 < words.len() {
            text.push(if at >= tied || *word == "VÀ" { '\u{a0}' } else { ' ' });
        }
    }
    text
}

fn reference(heading: &Heading, pen: &Pen) -> Vec<Paragraph> {
    let mut block = Vec::new();
    if let Some(reference) = &heading.reference {
        let symbol = text::line(&reference.symbol);
        // Numbers under 10 have a nought before them; without a number there is room for one.
        let written = match reference.number {
            Some(number) => format!("Số: {number:02}/{symbol}"),
            None => format!("Số:\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/{symbol}"),
        };
        block.push(centred(&written, 26, false, false));
    }
    if let Some(about) = said(heading.about.as_deref()) {
        block
            .push(centred(&format!("V/v {about}"), pen.head, false, false).line_spacing(tight().before(GAP)));
    }
    block
}

fn day(heading: &Heading, pen: &Pen) -> Vec<Paragraph> {
    let place = said(heading.place.as_deref());
    let written = match (place, heading.date) {
        (place, Some(day)) => words::place_and_day(place.as_deref(), day),
        (Some(place), None) => {
            let room = "\u{a0}".repeat(6);
            format!("{place}, ngày{room}tháng{room}năm{room}")
        }
        (None, None) => return Vec::new(),
    };
    vec![centred(&written, pen.text, false, true)]
}

/// Kind in bold capitals, subject in bold letters, and a line of a third to a half of the subject's.
fn title(mut docx: Docx, pen: &Pen, title: &Title) -> Docx {
    let above = |paragraph: Paragraph, points: u32| {
        let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(240);
        paragraph.line_spacing(spacing.before(points * 20).after(0)).keep_next(true)
    };
    let kind = said(title.kind.as_deref());
    if let Some(kind) = &kind {
        let written = centred(&kind.to_uppercase(), pen.text, true, false).style("Title");
        docx = docx.add_paragraph(above(written, 18));
    }
    if let Some(subject) = said(Some(&title.subject)) {
        let written = centred(&subject, pen.text, true, false);
        let written = if kind.is_none() { written.style("Title") } else { written };
        docx = docx.add_paragraph(above(written, if kind.is_none() { 18 } else { 0 }));
        docx = docx.add_paragraph(rule(long(&subject, pen.text, TEXT, 0.5) * 2 / 5, TEXT).keep_next(true));
    }
    // Air between the head and the text.
    docx.add_paragraph(Paragraph::new().line_spacing(tight().after(GAP / 2)).keep_next(true))
}

/// "Kính gửi:" with one addressee beside it, or several below each other.
fn addressees(docx: Docx, pen: &Pen, addressees: &[String]) -> Docx {
    let names: Vec<String> = addressees.iter().filter_map(|name| said(Some(name))).collect();
    let space = || tight().before(GAP / 2).after(GAP / 2);
    let line = |words: &str| centred(words, pen.text, false, false).line_spacing(space());
    let indented = |words: &str, start: i32| {
        line(words).align(AlignmentType::Left).indent(Some(start), None, None, None)
    };
    let mut lines = match names.as_slice() {
        [] => Vec::new(),
        [one] => vec![line(&format!("Kính gửi: {one}"))],
        _ => vec![indented("Kính gửi:", 1701)],
    };
    if let [_, _, ..] = names.as_slice() {
        lines.extend(names.iter().enumerate().map(|(at, name)| {
            let end = if at + 1 == names.len() { "." } else { ";" };
            indented(&format!("- {}{end}", name.trim_end_matches([';', '.', ','])), 2835)
        }));
    }
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

/// The text on one line, if there is any.
fn said(words: Option<&str>) -> Option<String> {
    words.map(text::line).filter(|words| !words.is_empty())
}
