//! The end of a paper: who gets it, at the left, and who signs, at the right.

use super::head::cell;
use super::{GAP, Pen, beside, centred, letters, thin, tight};
use crate::page;
use crate::wording::{RECIPIENTS, Signing, Wording};
use docx_rs::{Docx, Paragraph, TableRow};

/// The left and the right column, in twips.
const COLUMNS: [usize; 2] = [page::TEXT / 2, page::TEXT - page::TEXT / 2];
/// Room for a signature and a seal, in lines.
const ROOM: usize = 4;

/// Writes the end, if there is any of it.
pub(super) fn write(docx: Docx, pen: &Pen, said: &Wording) -> Docx {
    let (left, right) = (recipients(said, pen), said.signing.as_ref().map(|signing| signs(signing, pen)));
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

/// "Nơi nhận:" in 12 points, sloping and bold; the list in 11.
fn recipients(said: &Wording, pen: &Pen) -> Vec<Paragraph> {
    if said.recipients.is_empty() {
        return Vec::new();
    }
    let line = |run| Paragraph::new().line_spacing(tight()).add_run(run);
    let names = said.recipients.iter().map(|name| letters(name, pen.letters.recipient, false, false));
    let head = letters(RECIPIENTS, pen.letters.recipients, true, true);
    std::iter::once(head).chain(names).map(line).collect()
}

/// Authority and post in bold letters, room to sign, the name in bold letters; all kept together.
fn signs(signing: &Signing, pen: &Pen) -> Vec<Paragraph> {
    let bold = |words: &String| centred(words, pen.letters.text, true, false);
    let posts = signing.posts.iter().map(|words| bold(words).keep_next(true));
    let room = (0..ROOM).map(|_| Paragraph::new().line_spacing(tight()).keep_next(true));
    posts.chain(room).chain(signing.name.as_ref().map(bold)).collect()
}
