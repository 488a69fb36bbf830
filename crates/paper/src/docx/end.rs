//! The end of a paper: who gets it, at the left, and who signs, at the right.

use super::head::cell;
use super::{GAP, Pen, TEXT, beside, centred, letters, thin, tight};
use crate::model::{Closing, Signer};
use crate::text;
use docx_rs::{Docx, Paragraph, TableRow};

/// The left and the right column, in twips.
const COLUMNS: [usize; 2] = [TEXT / 2, TEXT - TEXT / 2];
/// Room for a signature and a seal, in lines.
const ROOM: usize = 4;

/// Writes the end, if there is any of it.
pub(super) fn write(docx: Docx, pen: &mut Pen, closing: &Closing) -> Docx {
    let (left, right) = (recipients(closing), closing.signer.as_ref().map(|signer| signs(signer, pen)));
    if left.is_empty() && right.is_none() {
        return docx;
    }
    let [wide, other] = COLUMNS;
    let row = TableRow::new(vec![cell(left, wide), cell(right.unwrap_or_default(), other)]).cant_split();
    docx.add_paragraph(Paragraph::new().line_spacing(tight().after(GAP / 2)).keep_next(true))
        .add_table(beside(vec![row], &COLUMNS))
        // Word wants a paragraph after the last table.
        .add_paragraph(thin())
}

/// "Nơi nhận:" in 12 points, sloping and bold; the list in 11, each line between a dash and a semicolon, the last one
/// ending in a full stop.
fn recipients(closing: &Closing) -> Vec<Paragraph> {
    let names: Vec<String> =
        closing.recipients.iter().map(|name| text::line(name)).filter(|name| !name.is_empty()).collect();
    let mut block = Vec::new();
    if names.is_empty() {
        return block;
    }
    let line = |run| Paragraph::new().line_spacing(tight()).add_run(run);
    block.push(line(letters("Nơi nhận:", 24, true, true)));
    for (at, name) in names.iter().enumerate() {
        let end = if at + 1 == names.len() { "." } else { ";" };
        let name = name.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ',']);
        block.push(line(letters(&format!("- {name}{end}"), 22, false, false)));
    }
    block
}

/// Authority and post in bold capitals, room to sign, the name in bold letters; all kept together.
fn signs(signer: &Signer, pen: &Pen) -> Vec<Paragraph> {
    let mut block: Vec<Paragraph> = signer
        .authority
        .iter()
        .chain(std::iter::once(&signer.post))
        .map(|words| text::line(words))
        .filter(|words| !words.is_empty())
        .map(|words| centred(&words.to_uppercase(), pen.text, true, false).keep_next(true))
        .collect();
    block.extend((0..ROOM).map(|_| Paragraph::new().line_spacing(tight()).keep_next(true)));
    if let Some(name) = signer.name.as_deref().map(text::line).filter(|name| !name.is_empty()) {
        block.push(centred(&name, pen.text, true, false));
    }
    block
}
