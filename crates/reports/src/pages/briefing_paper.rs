//! The notice of a briefing's conclusions on paper (S113: TB), as a Word file and as PDF.

use super::briefing::month_of;
use crate::House;
use crate::briefed::{Briefed, STANDINGS};
use crate::paper_of::signer;
use crate::period::Period;
use crate::store::briefings;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use handout::{Form, Particulars};
use kernel::{Action, Failure, Thing};
use paper::{Closing, Column, Heading, Level, Paper, Paragraph, Part, Reference, Row, Table, Title};
use web::{Asker, Error, Lang, lookup};

fn vi(key: &str, args: &[(&str, String)]) -> String {
    lookup(Lang::Vi, key, args)
}

/// The notice of conclusions on paper (S113: TB).
async fn paper_of(house: &House, look: &Look, month: Period) -> Result<Paper, Failure> {
    let row = briefings::of_month(look.db(), &month.code()).await?.ok_or(Failure::NotFound)?;
    let agency = house.office.agency().await?;
    let briefed = Briefed::of(house, look, &row).await?;
    let heading = |key: &str, period: &str| {
        Part::Heading(Level::Roman, vi(key, &[("period", period.to_owned())]).as_str().into())
    };
    let nothing = || Part::Text(vi("report-nothing", &[]).as_str().into());
    let mut parts = vec![heading("briefing-paper-reviewed", &briefed.months.0)];
    parts.push(if briefed.reviewed.is_empty() { nothing() } else { reviewed(&briefed) });
    parts.push(heading("briefing-paper-planned", &briefed.months.1));
    if briefed.ahead.is_empty() {
        parts.push(nothing());
    }
    for (unit, lines) in &briefed.ahead {
        parts.push(Part::Heading(Level::Arabic, unit.as_str().into()));
        parts.push(Part::List(lines.iter().map(|line| Paragraph::from(line.as_str())).collect()));
    }
    parts.push(Part::Heading(Level::Roman, vi("briefing-paper-decided", &[]).as_str().into()));
    let decided = briefed.decided.iter();
    let decided: Vec<Paragraph> =
        decided.map(|(unit, words)| Paragraph::bold(unit).with_plain(format!(": {words}"))).collect();
    parts.push(if decided.is_empty() { nothing() } else { Part::List(decided) });
    let some = |text: String| (!text.is_empty()).then_some(text);
    let (authority, post, name) = &briefed.signer;
    Ok(Paper {
        heading: Heading {
            national: true,
            superior: some(agency.over),
            issuer: some(agency.name),
            reference: Some(Reference { number: None, symbol: format!("TB-{}", agency.symbol) }),
            place: some(agency.place),
            date: row.closed_at.map(|at| house.app.zone.day(at)),
            ..Heading::default()
        },
        title: Title {
            kind: Some(vi("briefing-paper-kind", &[])),
            subject: vi("briefing-paper-subject", &[("chair", row.chair), ("period", briefed.months.0)]),
        },
        parts,
        closing: Closing {
            end_mark: true,
            recipients: vec![vi("briefing-paper-units", &[]), vi("report-file", &[])],
            // Who signs the reports of the office signs its notices.
            signer: Some(signer(authority, post, name)),
        },
        ..Paper::default()
    })
}

fn reviewed(briefed: &Briefed) -> Part {
    let mut columns = vec![Column::words(vi("report-column-unit", &[]), 6)];
    columns
        .extend(STANDINGS.map(|one| Column::amounts(vi(&format!("work-standing-{}", one.name()), &[]), 2)));
    let rows = briefed.reviewed.iter().map(|(unit, counts)| {
        let mut cells = vec![Paragraph::from(unit.as_str())];
        cells.extend(counts.iter().map(|count| Paragraph::from(count.to_string().as_str())));
        Row::Cells(cells)
    });
    Part::Table(Table { caption: None, columns, rows: rows.collect() })
}

async fn notice(house: &House, asker: &Asker, month: &str, form: Form) -> Result<Response, Error> {
    let (look, month) = (asker.look(), month_of(month)?);
    look.may(Action::ReadAllWork, Thing::Agency)?;
    let paper = paper_of(house, &look, month).await?;
    Ok(handout::paper(paper, Particulars::default(), form, &format!("giao-ban-{}", month.code())).await?)
}

/// The notice as a Word file.
pub(super) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(month): Path<String>,
) -> Result<Response, Error> {
    notice(&house, &asker, &month, Form::Docx).await
}

/// The notice as PDF.
pub(super) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(month): Path<String>,
) -> Result<Response, Error> {
    notice(&house, &asker, &month, Form::Pdf).await
}
