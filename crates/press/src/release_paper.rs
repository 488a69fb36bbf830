//! A release on paper, in the layout of Nghị định 30/2020/NĐ-CP, with the code by which it can be checked.

use crate::office::Agency;
use crate::store::release_public::PublicRow;
use handout::{Check, Form, Particulars};
use paper::{Closing, Heading, Level, Paper, Paragraph, Part, Reference, Title};
use prose::{Block, Body};
use web::{Format, Lang, lookup};

/// The paper; always in the language of the agency.
pub(crate) fn paper_of(format: &Format, agency: &Agency, row: &PublicRow, verify: &str, form: Form) -> Paper {
    let say = |key: &str, args: &[(&str, String)]| lookup(Lang::Vi, key, args);
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let body = Body::from_notation(&row.body).unwrap_or_default();
    let mut parts: Vec<Part> = body.into_blocks().into_iter().flat_map(parts_of).collect();
    if !row.speaker_name.is_empty() {
        let args = [("name", row.speaker_name.clone()), ("post", row.speaker_post.clone())];
        parts.push(Part::Text(Paragraph::bold(say("release-signed-speaker", &args))));
    }
    let code = [("code", row.code.clone())];
    // Printed, the address stands at the foot of each page with a code to scan.
    parts.push(Part::Text(match form {
        Form::Docx => {
            let mark = say("release-paper-mark", &code);
            Paragraph::default().with_italic(format!("{mark} ")).with_link(verify, verify)
        }
        Form::Pdf => Paragraph::default().with_italic(say("release-paper-code", &code)),
    }));
    Paper {
        heading: Heading {
            national: true,
            superior: some(&agency.over),
            issuer: some(&agency.name),
            reference: Some(Reference { number: u32::try_from(row.number).ok(), symbol: row.symbol.clone() }),
            place: some(&agency.place),
            date: Some(format.zone().day(row.issued_at)),
            ..Heading::default()
        },
        title: Title {
            kind: Some(say(&format!("release-kind-{}", row.kind), &[])),
            subject: row.title.clone(),
        },
        intro: if row.lead.is_empty() { Vec::new() } else { vec![Paragraph::bold(row.lead.clone())] },
        parts,
        closing: Closing {
            recipients: vec![say("release-paper-press", &[]), say("release-paper-kept", &[])],
            ..Closing::default()
        },
        ..Paper::default()
    }
}

/// What the printed paper says of itself: whose it is, and where it can be verified.
pub(crate) fn particulars(agency: &Agency, verify: String) -> Particulars {
    let words = lookup(Lang::Vi, "release-paper-check", &[]);
    Particulars {
        author: Some(agency.name.clone()),
        check: Some(Check { words, address: verify }),
        ..Particulars::default()
    }
}

fn parts_of(block: Block) -> Vec<Part> {
    let heading = matches!(block, Block::Heading { .. });
    let list = matches!(block, Block::BulletList(_) | Block::OrderedList { .. });
    let text = Body::from_blocks(vec![block]).map(|body| body.to_text()).unwrap_or_default();
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).map(Paragraph::from);
    match () {
        () if heading => vec![Part::Heading(Level::Bare, text.trim().into())],
        () if list => vec![Part::List(lines().collect())],
        () => lines().map(Part::Text).collect(),
    }
}
