//! A report as a file: Word and PDF in the official layout, and its numbers as a workbook.

use super::show::may_see;
use crate::House;
use crate::store::reports::ReportRow;
use crate::verbs::{numbers_of, period_of};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, PeriodReportId};
use paper::Paper;
use web::{Asker, Error, download, id_of};

pub(super) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Something made where waiting is allowed.
pub(super) async fn made<E: std::fmt::Display>(
    work: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
) -> Result<Vec<u8>, Failure> {
    let done = tokio::task::spawn_blocking(move || work().map_err(|error| error.to_string())).await;
    done.map_err(|error| Failure::broken(error.to_string()))?
        .map_err(|error| Failure::broken(format!("it could not be put on paper: {error}")))
}

/// The same paper as PDF.
pub(super) async fn pdf_of(paper: Paper) -> Result<Vec<u8>, Failure> {
    made(move || print::pdf(&paper, &print::Particulars::default())).await
}

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
    let paper = crate::paper(&house, id).await?;
    Ok(download(DOCX, &format!("{name}.docx"), made(move || paper::docx(&paper)).await?))
}

/// As PDF.
pub(super) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    let (id, name) = allowed(&house, &asker, &report).await?;
    let paper = crate::paper(&house, id).await?;
    Ok(download("application/pdf", &format!("{name}.pdf"), pdf_of(paper).await?))
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
    Ok(download(XLSX, &format!("{name}.xlsx"), made(move || paper::xlsx(&book)).await?))
}
