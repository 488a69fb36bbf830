//! A report as a file: Word and PDF in the official layout, and its numbers as a workbook.

use super::show::may_see;
use crate::House;
use crate::store::reports::ReportRow;
use crate::verbs::{numbers_of, period_of};
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Failure, PeriodReportId};
use web::{Asker, Error, id_of};

async fn allowed(house: &House, asker: &Asker, report: &str) -> Result<(PeriodReportId, String), Error> {
    let id = id_of(report)?;
    let look = asker.look();
    let row = ReportRow::of(house.app.db.reader(), id).await?.ok_or(Failure::NotFound)?;
    may_see(&look, &row)?;
    Ok((id, format!("bao-cao-{}", period_of(&row)?.code())))
}

/// As a Word file.
pub(super) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    let (id, name) = allowed(&house, &asker, &report).await?;
    Ok(handout::paper(crate::paper(&house, id).await?, Particulars::default(), Form::Docx, &name).await?)
}

/// As PDF.
pub(super) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    let (id, name) = allowed(&house, &asker, &report).await?;
    Ok(handout::paper(crate::paper(&house, id).await?, Particulars::default(), Form::Pdf, &name).await?)
}

/// Its numbers as a workbook.
pub(super) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    let (id, name) = allowed(&house, &asker, &report).await?;
    let look = asker.look();
    let row = ReportRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let numbers = numbers_of(&row)?;
    let things: Vec<_> = numbers.now.values().flatten().map(|case| case.thing).collect();
    let called = house.app.frame.called(&look, &things).await?;
    let hidden = asker.locale().t("report-case-hidden");
    let book = crate::annex(&house, id, |thing| {
        called
            .get(thing)
            .map_or_else(|| (hidden.clone(), String::new()), |name| (name.title.clone(), name.href.clone()))
    })
    .await?;
    Ok(handout::book(book, &name).await?)
}
