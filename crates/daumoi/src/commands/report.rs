//! `daumoi report …`: reports that the house can make by itself, on standard output.

use super::{in_words, open};
use crate::config::DataArgs;
use crate::house::Agency;
use anyhow::{Context, anyhow};
use clap::{Subcommand, ValueEnum};
use handout::{Form, Particulars};
use kernel::{Actor, Day, ThingRef};
use paper::{Level, Paper, Part, Row};
use reports::period::Period;
use std::io::Write;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum ReportCommand {
    /// The yearly report on speaking to the press (decree 244/2026, article 10).
    #[command(after_help = "Example:\n  daumoi report pn21 --year 2026 --format pdf > bao-cao-2026.pdf")]
    Pn21 {
        /// The year; its window is 15 December of the year before to 14 December.
        #[arg(long, value_parser = clap::value_parser!(i16).range(2017..=2200))]
        year: i16,
        /// What is written.
        #[arg(long, value_enum, default_value = "html")]
        format: Format,
    },
    /// The press review of a day, as it stands now.
    #[command(after_help = "Example:\n  daumoi report digest --day 2026-11-22 --format pdf > diem-bao.pdf")]
    Digest {
        /// The day, such as 2026-11-22; today without it.
        #[arg(long)]
        day: Option<Day>,
        /// What is written.
        #[arg(long, value_enum, default_value = "html")]
        format: Format,
    },
    /// The report of a period, with every number counted from the ledger.
    #[command(
        after_help = "Periods: 2026-10 (month), 2026-q3, 2026-w47, 2026-6m, 2026-9m, 2026, 2026-06-01..2026-06-20.\n\n\
                      Examples:\n  daumoi report period 2026-10 --format pdf > thang-10.pdf\n  \
                      daumoi report period 2026-q3 --format csv\n  \
                      daumoi report period 2026-10 --as-of 18250 --format csv    as the ledger stood at entry 18250"
    )]
    Period {
        /// The period.
        #[arg(value_parser = period)]
        period: Period,
        /// Count up to this entry of the ledger; without it the report that is kept is written, or the ledger as it stands.
        #[arg(long, value_name = "ENTRY", value_parser = clap::value_parser!(i64).range(0..))]
        as_of: Option<i64>,
        /// What is written.
        #[arg(long, value_enum, default_value = "csv")]
        format: PeriodFormat,
    },
}

fn period(code: &str) -> Result<Period, String> {
    Period::parse(code).ok_or_else(|| {
        "write a period as 2026-10, 2026-q3, 2026-w47, 2026-6m, 2026-9m, 2026 or 2026-06-01..2026-06-20"
            .to_owned()
    })
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PeriodFormat {
    /// A page without styles.
    Html,
    /// A Word file in the official layout.
    Docx,
    /// The same as PDF.
    Pdf,
    /// One line a measure: key, this period, the period before.
    Csv,
    /// The numbers, each unit's, and every case, as a workbook.
    Xlsx,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// A page without styles.
    Html,
    /// A Word file in the official layout.
    Docx,
    /// A PDF in the official layout.
    Pdf,
}

pub(super) async fn run(data: &DataArgs, command: ReportCommand) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let bytes = match command {
        ReportCommand::Pn21 { year, format } => pn21(&agency, year, format).await?,
        ReportCommand::Digest { day, format } => {
            let today = agency.app.zone.day(agency.app.db.now());
            digest(&agency, day.unwrap_or(today), format).await?
        }
        ReportCommand::Period { period, as_of, format } => of_period(&agency, period, as_of, format).await?,
    };
    std::io::stdout().lock().write_all(&bytes).context("the report could not be written")?;
    Ok(ExitCode::SUCCESS)
}

async fn pn21(agency: &Agency, year: i16, format: Format) -> anyhow::Result<Vec<u8>> {
    let house = &agency.press;
    if let Format::Html = format {
        let page = press::yearly_html(house, agency.app.db.reader(), year).await;
        return Ok(page.map_err(in_words)?.into_bytes());
    }
    on_paper(press::yearly_paper(house, year).await.map_err(in_words)?, format).await
}

async fn digest(agency: &Agency, day: Day, format: Format) -> anyhow::Result<Vec<u8>> {
    let none = || anyhow!("there is no press review of {day}");
    let house = &agency.listening;
    if let Format::Html = format {
        let page = listening::digest_html(house, day).await.map_err(in_words)?;
        return Ok(page.ok_or_else(none)?.into_bytes());
    }
    let paper = listening::digest_paper(house, day).await.map_err(in_words)?;
    on_paper(paper.ok_or_else(none)?, format).await
}

async fn on_paper(paper: Paper, format: Format) -> anyhow::Result<Vec<u8>> {
    let form = if let Format::Pdf = format { Form::Pdf } else { Form::Docx };
    let made = handout::made(paper, Particulars::default(), form).await;
    Ok(made.map_err(in_words)?.to_vec())
}

async fn of_period(
    agency: &Agency,
    period: Period,
    as_of: Option<i64>,
    format: PeriodFormat,
) -> anyhow::Result<Vec<u8>> {
    let house = &agency.reports;
    let made = reports::made(house, period, as_of).await.map_err(in_words)?;
    Ok(match format {
        PeriodFormat::Html => page(&made.paper).into_bytes(),
        PeriodFormat::Docx => on_paper(made.paper, Format::Docx).await?,
        PeriodFormat::Pdf => print::pdf(&made.paper, &print::Particulars::default())
            .context("the report could not be printed")?,
        PeriodFormat::Csv => {
            let mut lines = String::from("measure,now,before\n");
            for measure in reports::measure::MEASURES {
                let (now, before) =
                    (made.numbers.count(measure.key, None), made.numbers.count_before(measure.key, None));
                lines.push_str(&format!("{},{now},{before}\n", measure.key));
            }
            lines.into_bytes()
        }
        PeriodFormat::Xlsx => {
            let look = agency.app.db.look(Actor::Machine("report"));
            let things: Vec<ThingRef> = made.numbers.now.values().flatten().map(|case| case.thing).collect();
            let called = agency.app.frame.called(&look, &things).await.map_err(in_words)?;
            let title = |thing: &ThingRef| {
                called.get(thing).map(|name| (name.title.clone(), name.href.clone())).unwrap_or_default()
            };
            let book = made.book(house, title).await.map_err(in_words)?;
            paper::xlsx(&book).context("the workbook could not be written")?
        }
    })
}

/// A paper as one plain page.
fn page(paper: &Paper) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>");
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let title = format!("{} {}", paper.title.kind.clone().unwrap_or_default(), paper.title.subject);
    out.push_str(&format!("{0}</title></head><body>\n<h1>{0}</h1>\n", escape(title.trim())));
    let annexes = paper.annexes.iter().flat_map(|annex| {
        [Part::Heading(Level::Bare, annex.title.as_str().into())]
            .into_iter()
            .chain(annex.parts.iter().cloned())
    });
    for part in paper.parts.iter().cloned().chain(annexes) {
        match &part {
            Part::Heading(_, words) => out.push_str(&format!("<h2>{}</h2>\n", escape(&words.to_string()))),
            Part::Text(words) => out.push_str(&format!("<p>{}</p>\n", escape(&words.to_string()))),
            Part::List(entries) => {
                out.push_str("<ul>");
                for entry in entries {
                    out.push_str(&format!("<li>{}</li>", escape(&entry.to_string())));
                }
                out.push_str("</ul>\n");
            }
            Part::Table(table) => {
                out.push_str("<table><tbody>");
                for row in &table.rows {
                    let cells = match row {
                        Row::Cells(cells) | Row::Sum(cells) => cells.clone(),
                        Row::Group(words) => vec![words.clone()],
                    };
                    out.push_str("<tr>");
                    for cell in cells {
                        out.push_str(&format!("<td>{}</td>", escape(&cell.to_string())));
                    }
                    out.push_str("</tr>");
                }
                out.push_str("</tbody></table>\n");
            }
            Part::Quotation { .. } | Part::PageBreak => {}
        }
    }
    out.push_str("</body></html>\n");
    out
}
