//! A meeting on paper: its record, and the conclusions as a notice, in the layout of Nghị định 30/2020.

use crate::office::{Agency, Names};
use crate::store::meetings::{ConclusionRow, InvitedRow, MeetingRow, NoticeRow};
use crate::store::read;
use kernel::UnitId;
use paper::{Closing, Heading, Level, Paper, Paragraph, Part, Reference, Signer, Title};
use web::{Format, Lang, lookup};

fn say(key: &str, args: &[(&str, String)]) -> String {
    lookup(Lang::Vi, key, args)
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn paragraphs(text: &str) -> impl Iterator<Item = Paragraph> + '_ {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Paragraph::from)
}

/// The notice as it was issued; one that is not issued yet leaves room for its number.
pub(crate) fn notice(row: &NoticeRow, format: &Format) -> Paper {
    let mut parts: Vec<Part> = paragraphs(&row.opening).map(Part::Text).collect();
    let body: Vec<String> = read(&row.body);
    for (at, said) in body.iter().enumerate() {
        let mut lines = said.lines();
        let first = format!("{}. {}", at + 1, lines.next().unwrap_or_default());
        parts.push(Part::Text(first.as_str().into()));
        parts.extend(lines.filter(|line| !line.trim().is_empty()).map(|line| Part::Text(line.into())));
    }
    parts.extend(paragraphs(&row.closing).map(Part::Text));
    let issued = row.number > 0;
    Paper {
        heading: Heading {
            national: true,
            superior: some(&row.superior),
            issuer: some(&row.issuer),
            reference: Some(Reference {
                number: u32::try_from(row.number).ok().filter(|_| issued),
                symbol: row.symbol.clone(),
            }),
            place: some(&row.place),
            date: issued.then(|| format.zone().day(row.issued_at)),
            ..Heading::default()
        },
        title: Title { kind: Some(say("notice-kind", &[])), subject: row.subject.clone() },
        parts,
        closing: Closing {
            end_mark: true,
            recipients: row
                .recipients
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(ToOwned::to_owned)
                .collect(),
            signer: Some(Signer {
                authority: row
                    .authority
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .map(ToOwned::to_owned)
                    .collect(),
                post: row.post.clone(),
                name: some(&row.signer),
            }),
        },
        ..Paper::default()
    }
}

/// The record.
pub(crate) fn record(
    row: &MeetingRow,
    invited: &[InvitedRow],
    conclusions: &[ConclusionRow],
    names: &Names,
    agency: &Agency,
    format: &Format,
) -> Paper {
    let unit = names.unit(row.unit);
    let whole = unit == agency.name;
    let head = |key: &str| Part::Heading(Level::Roman, say(key, &[]).as_str().into());
    let text = |key: &str, value: &str| {
        Part::Text(Paragraph::bold(format!("{}: ", say(key, &[]))).with_plain(value))
    };
    let mut parts = vec![head("record-time"), text("record-begun", &format.long(row.starts_at))];
    if let Some(end) = row.ends_at {
        parts.push(text("record-ended", &format.long(end)));
    }
    if !row.place.is_empty() {
        parts.push(text("record-place", &row.place));
    }
    parts.push(head("record-who"));
    parts.push(text("record-chair", &names.person(Some(row.chair))));
    parts.push(text("record-secretary", &names.person(row.made_by)));
    let came = |presence: &[&str]| -> Vec<Paragraph> {
        let of = invited.iter().filter(|one| presence.contains(&one.presence.as_str()));
        of.map(|one| {
            let name = one.unit.map_or_else(|| names.person(one.person), |unit| names.unit(unit));
            let stood_in =
                if one.stood_in.is_empty() { String::new() } else { format!(" ({})", one.stood_in) };
            Paragraph::from(format!("{name}{stood_in}").as_str())
        })
        .collect()
    };
    for (key, presence) in
        [("record-present", &["present"][..]), ("record-absent", &["absent", "excused"][..])]
    {
        let list = came(presence);
        if !list.is_empty() {
            parts.push(Part::Text(Paragraph::bold(say(key, &[]))));
            parts.push(Part::List(list));
        }
    }
    if !row.others.is_empty() {
        parts.push(text("record-others", &row.others.lines().collect::<Vec<_>>().join("; ")));
    }
    parts.push(head("record-content"));
    if !row.agenda.is_empty() {
        parts.push(Part::Text(Paragraph::bold(say("record-agenda", &[]))));
        parts.push(Part::List(paragraphs(&row.agenda).collect()));
    }
    parts.extend(paragraphs(&row.record).map(Part::Text));
    if !conclusions.is_empty() {
        parts.push(head("record-conclusions"));
        for (at, one) in conclusions.iter().enumerate() {
            parts.push(Part::Text(format!("{}. {}", at + 1, one.words).as_str().into()));
            let supports: Vec<UnitId> = read(&one.supports);
            let mut who = vec![say("record-lead", &[("unit", names.unit(one.lead))])];
            if !supports.is_empty() {
                let units: Vec<String> = supports.iter().map(|unit| names.unit(*unit)).collect();
                who.push(say("record-supports", &[("units", units.join(", "))]));
            }
            who.extend(one.due_at.map(|due| say("record-due", &[("day", format.date(due))])));
            parts.push(Part::Text(Paragraph::italic(format!("{}.", who.join("; ")))));
        }
    }
    Paper {
        heading: Heading {
            national: true,
            superior: some(if whole { &agency.over } else { &agency.name }),
            issuer: some(&unit),
            place: some(&agency.place),
            date: Some(format.zone().day(row.starts_at)),
            ..Heading::default()
        },
        title: Title { kind: Some(say("record-kind", &[])), subject: row.title.clone() },
        parts,
        closing: Closing {
            end_mark: true,
            recipients: vec![say("record-kept", &[])],
            signer: Some(Signer {
                authority: Vec::new(),
                post: say("record-chair", &[]),
                name: some(&names.person(Some(row.chair))),
            }),
        },
        ..Paper::default()
    }
}
