//! The notice of a briefing's conclusions on paper (S113: TB), as a Word file and as PDF.

use super::briefing::{month_of, seen};
use super::said::named;
use crate::House;
use crate::office::Standing;
use crate::paper_of::signer;
use crate::period::Period;
use crate::store::briefings;
use crate::store::reports as rows;
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
    let (agency, names) = (house.office.agency().await?, house.office.names().await?);
    let signed = rows::last_signed(look.db()).await?;
    let next = month.next().ok_or(Failure::NotFound)?;
    let work = house.office.work(look, month.first, month.last).await?;
    let planned = seen(look, house.office.planned(next.first, next.last).await?);
    let mut reviewed = Vec::new();
    let mut ahead: Vec<Part> = Vec::new();
    for (unit, name) in house.office.units().await? {
        let count = |standing| {
            let count = work.iter().filter(|one| one.unit == unit && one.standing == standing).count();
            Paragraph::from(count.to_string().as_str())
        };
        if work.iter().any(|one| one.unit == unit) {
            let standings = [Standing::Done, Standing::Open, Standing::Late, Standing::Blocked];
            let mut cells = vec![Paragraph::from(name.as_str())];
            cells.extend(standings.map(count));
            reviewed.push(Row::Cells(cells));
        }
        let lines = planned.iter().filter(|one| one.unit == unit).map(|one| {
            let by = one.due.map(|due| format!(" ({})", paper::short_day(due))).unwrap_or_default();
            Paragraph::from(format!("{}{by}", one.title).as_str())
        });
        let lines: Vec<Paragraph> = lines.collect();
        if !lines.is_empty() {
            ahead.push(Part::Heading(Level::Arabic, name.as_str().into()));
            ahead.push(Part::List(lines));
        }
    }
    let decisions = briefings::decisions(look.db(), row.id).await?;
    let decided = decisions.iter().filter(|one| one.dropped.is_empty()).map(|one| {
        let by = one
            .due
            .map(|due| format!(", {} {}", vi("draft-by", &[]), paper::short_day(house.app.zone.day(due))));
        Paragraph::bold(names.unit(one.unit)).with_plain(format!(
            ": {}{}",
            one.words.trim_end_matches('.'),
            by.unwrap_or_default()
        ))
    });
    let decided: Vec<Paragraph> = decided.collect();
    let heading = |key: &str, period: Period| {
        Part::Heading(Level::Roman, vi(key, &[("period", named(Lang::Vi, period))]).as_str().into())
    };
    let mut parts = vec![heading("briefing-paper-reviewed", month)];
    if reviewed.is_empty() {
        parts.push(Part::Text(vi("report-nothing", &[]).as_str().into()));
    } else {
        let mut columns = vec![Column::words(vi("report-column-unit", &[]), 6)];
        columns.extend(
            ["done", "open", "late", "blocked"]
                .map(|one| Column::amounts(vi(&format!("work-standing-{one}"), &[]), 2)),
        );
        parts.push(Part::Table(Table { caption: None, columns, rows: reviewed }));
    }
    parts.push(heading("briefing-paper-planned", next));
    if ahead.is_empty() {
        parts.push(Part::Text(vi("report-nothing", &[]).as_str().into()));
    }
    parts.extend(ahead);
    parts.push(Part::Heading(Level::Roman, vi("briefing-paper-decided", &[]).as_str().into()));
    if decided.is_empty() {
        parts.push(Part::Text(vi("report-nothing", &[]).as_str().into()));
    } else {
        parts.push(Part::List(decided));
    }
    let some = |text: String| (!text.is_empty()).then_some(text);
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
            subject: vi(
                "briefing-paper-subject",
                &[("chair", row.chair), ("period", named(Lang::Vi, month))],
            ),
        },
        parts,
        closing: Closing {
            end_mark: true,
            recipients: vec![vi("briefing-paper-units", &[]), vi("report-file", &[])],
            // Who signs the reports of the office signs its notices.
            signer: Some(match &signed {
                Some(row) => signer(&row.authority, &row.signer_post, &row.signer_name),
                None => signer("", "", ""),
            }),
        },
        ..Paper::default()
    })
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
