//! The yearly report of PN-21 on paper: for the desk to download, for the command line to write.

use super::shared::desk_only;
use super::yearly::year_of;
use crate::House;
use crate::store::yearly::{self as rows, YearlyRow};
use crate::yearly::count;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::ConnectionTrait;
use handout::{Form, Particulars};
use kernel::{Actor, Failure};
use paper::{Closing, Column, Heading, Level, Paper, Part, Reference, Row, Signer, Table, Title};
use web::{Asker, Error, Lang, lookup};

async fn hand_out(house: &House, asker: &Asker, year: &str, form: Form) -> Result<Response, Error> {
    desk_only(asker)?;
    let year = year_of(house, year)?;
    let paper = paper_of(house, year).await?;
    Ok(handout::paper(paper, Particulars::default(), form, &format!("bao-cao-phat-ngon-{year}")).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(year): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &year, Form::Docx).await
}

/// As PDF.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(year): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &year, Form::Pdf).await
}

fn vi(key: &str, args: &[(&str, String)]) -> String {
    lookup(Lang::Vi, key, args)
}

/// The report on paper, in Vietnamese: it goes to the ministry.
///
/// # Errors
/// Not found for a year that no calendar of ours knows.
pub async fn paper_of(house: &House, year: i16) -> Result<Paper, Failure> {
    let look = house.app.db.look(Actor::Machine("report"));
    let report = count(house, look.db(), year).await?;
    let row = rows::of_year(look.db(), i64::from(year)).await?;
    let head = house.office.agency().await?;
    let lines = report.lines.iter().map(|(line, _)| {
        let shown = line.of.map_or(line.count.to_string(), |of| format!("{}/{of}", line.count));
        Row::Cells(vec![
            line.number.to_string().as_str().into(),
            vi(&format!("yearly-line-{}", line.number), &[]).as_str().into(),
            shown.as_str().into(),
        ])
    });
    let table = Table {
        caption: None,
        columns: vec![
            Column::marks(vi("yearly-column-no", &[]), 1),
            Column::words(vi("yearly-column-what", &[]), 7),
            Column::amounts(vi("yearly-column-count", &[]), 2),
        ],
        rows: lines.collect(),
    };
    let mut parts = vec![
        Part::Heading(Level::Roman, vi("yearly-part-one", &[]).as_str().into()),
        Part::Table(table),
        Part::Heading(Level::Roman, vi("yearly-part-two", &[]).as_str().into()),
    ];
    for (key, text) in [
        ("yearly-difficulties", row.as_ref().map(|row| row.difficulties.as_str()).unwrap_or_default()),
        ("yearly-proposals", row.as_ref().map(|row| row.proposals.as_str()).unwrap_or_default()),
    ] {
        parts.push(Part::Heading(Level::Arabic, vi(key, &[]).as_str().into()));
        let mut said = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
        if said.peek().is_none() {
            parts.push(Part::Text(vi("yearly-nothing", &[]).as_str().into()));
        }
        parts.extend(said.map(|line| Part::Text(line.into())));
    }
    let window =
        [("from", paper::short_day(report.window.first)), ("to", paper::short_day(report.window.last))];
    let day = row.as_ref().and_then(|row| row.sent_at).unwrap_or(look.now());
    Ok(Paper {
        heading: Heading {
            national: true,
            superior: (!head.over.is_empty()).then_some(head.over),
            issuer: Some(head.name),
            reference: Some(Reference { number: None, symbol: format!("BC-{}", head.symbol) }),
            place: (!head.place.is_empty()).then_some(head.place),
            date: Some(house.app.zone.day(day)),
            ..Heading::default()
        },
        title: Title {
            kind: Some(vi("yearly-kind", &[])),
            subject: vi("yearly-subject", &[("year", year.to_string())]),
        },
        addressees: vec![vi("yearly-to", &[])],
        intro: vec![vi("yearly-intro", &window).as_str().into()],
        parts,
        closing: Closing {
            end_mark: true,
            recipients: vec![vi("yearly-as-above", &[]), vi("yearly-file", &[])],
            signer: Some(Signer { authority: Vec::new(), post: vi("yearly-signer", &[]), name: None }),
        },
        ..Paper::default()
    })
}

#[derive(Template)]
#[template(path = "press_yearly_alone.html")]
struct AlonePage {
    agency: String,
    title: String,
    window: String,
    lines: Vec<(u8, String, String)>,
    difficulties: String,
    proposals: String,
    parts: (String, String, String, String),
}

/// The report as one plain page, for the command line.
///
/// # Errors
/// Not found for a year that no calendar of ours knows.
pub async fn html_of(house: &House, db: &impl ConnectionTrait, year: i16) -> Result<String, Failure> {
    let report = count(house, db, year).await?;
    let row = rows::of_year(db, i64::from(year)).await?;
    let lines = report.lines.iter().map(|(line, _)| {
        let shown = line.of.map_or(line.count.to_string(), |of| format!("{}/{of}", line.count));
        (line.number, vi(&format!("yearly-line-{}", line.number), &[]), shown)
    });
    let text = |pick: fn(&YearlyRow) -> &String| row.as_ref().map(pick).cloned().unwrap_or_default();
    let page = AlonePage {
        agency: house.office.agency().await?.name,
        title: format!("{} {}", vi("yearly-kind", &[]), vi("yearly-subject", &[("year", year.to_string())])),
        window: vi(
            "yearly-intro",
            &[("from", paper::short_day(report.window.first)), ("to", paper::short_day(report.window.last))],
        ),
        lines: lines.collect(),
        difficulties: text(|row| &row.difficulties),
        proposals: text(|row| &row.proposals),
        parts: (
            vi("yearly-part-one", &[]),
            vi("yearly-part-two", &[]),
            vi("yearly-difficulties", &[]),
            vi("yearly-proposals", &[]),
        ),
    };
    page.render().map_err(|error| Failure::Broken(Box::new(error)))
}
