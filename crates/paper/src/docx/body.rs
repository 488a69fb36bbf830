//! The text of a paper: paragraphs with their first lines set in, headings that are counted, lists, quotations.

use super::{FIRST_LINE, GAP, Pen, thin};
use crate::model::Paper;
use crate::part::{Level, Part};
use crate::words;
use docx_rs::{AlignmentType, Docx, LineSpacing, LineSpacingType, Paragraph, SpecialIndentType};

mod table;

pub(super) use table::HEADER;

/// Writes the paragraphs before the first part and the parts.
pub(super) fn write(mut docx: Docx, pen: &mut Pen, paper: &Paper) -> Docx {
    let (intro, parts) = ended(paper);
    let signed = paper.closing.signer.is_some();
    for (at, words) in intro.iter().enumerate() {
        pen.stays = signed && parts.is_empty() && at + 1 == intro.len();
        docx = docx.add_paragraph(paragraph(pen, words));
    }
    let mut new_page = false;
    for (at, part) in parts.iter().enumerate() {
        // Whoever signs must not stand alone on a page: the last paragraph goes along.
        pen.stays = signed && at + 1 == parts.len();
        if matches!(part, Part::PageBreak) {
            new_page = true;
            continue;
        }
        if std::mem::take(&mut new_page) {
            docx = docx.add_paragraph(thin().page_break_before(true));
        }
        docx = write_part(docx, pen, part);
    }
    docx
}

fn write_part(mut docx: Docx, pen: &mut Pen, part: &Part) -> Docx {
    match part {
        Part::Heading(level, words) => docx.add_paragraph(heading(pen, *level, words)),
        Part::Text(words) => docx.add_paragraph(paragraph(pen, words)),
        Part::List(entries) => {
            let last = std::mem::take(&mut pen.stays);
            for (at, entry) in entries.iter().enumerate() {
                pen.stays = last && at + 1 == entries.len();
                let dashed = prefixed("- ", false, entry);
                docx = docx.add_paragraph(paragraph(pen, &dashed));
            }
            docx
        }
        Part::Table(table) => table::write(docx, pen, table),
        Part::Quotation { said, by } => {
            for words in said {
                let words = sloping(words);
                let quoted = set_in(pen.ink(body(), &words, pen.text));
                docx = docx.add_paragraph(quoted);
            }
            if let Some(by) = by {
                let by = pen.ink(body(), &prefixed("— ", false, by), pen.text);
                docx = docx.add_paragraph(set_in(by).align(AlignmentType::Right));
            }
            docx
        }
        Part::PageBreak => docx,
    }
}

/// A paragraph of the text: both edges straight, first line set in, six points below.
fn paragraph(pen: &mut Pen, words: &crate::Paragraph) -> Paragraph {
    let first = Some(SpecialIndentType::FirstLine(FIRST_LINE));
    let made = pen.ink(body(), words, pen.text).indent(None, first, None, None);
    if pen.stays { made.keep_next(true) } else { made }
}

fn body() -> Paragraph {
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(264).before(0).after(GAP);
    Paragraph::new().align(AlignmentType::Both).line_spacing(spacing).widow_control(true)
}

fn set_in(paragraph: Paragraph) -> Paragraph {
    paragraph.indent(Some(FIRST_LINE * 2), Some(SpecialIndentType::FirstLine(0)), Some(FIRST_LINE), None)
}

/// A heading with its number. It stays with what follows, and shows in a word processor's outline.
fn heading(pen: &mut Pen, level: Level, words: &crate::Paragraph) -> Paragraph {
    let [roman, arabic, letter] = &mut pen.counts;
    let (number, style, bold) = match level {
        Level::Roman => {
            *roman += 1;
            (*arabic, *letter) = (0, 0);
            (format!("{}. ", words::roman(*roman)), "Heading1", true)
        }
        Level::Arabic => {
            *arabic += 1;
            *letter = 0;
            (format!("{arabic}. "), "Heading2", true)
        }
        Level::Letter => {
            *letter += 1;
            (format!("{}) ", words::letter(*letter)), "Heading3", false)
        }
        Level::Bare => (String::new(), "Heading2", true),
    };
    let words = if bold { words.strong() } else { words.clone() };
    paragraph(pen, &prefixed(&number, bold, &words)).style(style).keep_next(true)
}

fn prefixed(prefix: &str, bold: bool, words: &crate::Paragraph) -> crate::Paragraph {
    let mut all =
        crate::Paragraph::new().with(crate::Run { text: prefix.to_owned(), bold, ..crate::Run::default() });
    all.runs.extend(words.runs.iter().cloned());
    all
}

fn sloping(words: &crate::Paragraph) -> crate::Paragraph {
    let runs = words.runs.iter().map(|run| crate::Run { italic: true, ..run.clone() }).collect();
    crate::Paragraph { runs }
}

/// Intro and parts, the last words ending in "./." if they are to.
fn ended(paper: &Paper) -> (Vec<crate::Paragraph>, Vec<Part>) {
    let (mut intro, mut parts) = (paper.intro.clone(), paper.parts.clone());
    if !paper.closing.end_mark {
        return (intro, parts);
    }
    while matches!(parts.last(), Some(Part::PageBreak)) {
        parts.pop();
    }
    match parts.last_mut() {
        Some(Part::Text(words)) => end(words),
        Some(Part::List(entries)) => entries.last_mut().map_or((), end),
        // By itself, below a table, the mark would look lost.
        Some(_) => {}
        None => intro.last_mut().map_or((), end),
    }
    (intro, parts)
}

fn end(words: &mut crate::Paragraph) {
    if let Some(run) = words.runs.last_mut()
        && run.link.is_none()
    {
        let kept = run.text.trim_end().trim_end_matches(['.', '/', ';']).to_owned();
        run.text = kept;
    }
    words.runs.push(crate::Run { text: "./.".to_owned(), ..crate::Run::default() });
}
