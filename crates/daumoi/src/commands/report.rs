//! `daumoi report …`: reports that the house can make by itself, on standard output.

use super::{in_words, open};
use crate::config::DataArgs;
use crate::house::Agency;
use anyhow::{Context, anyhow};
use clap::{Subcommand, ValueEnum};
use handout::{Form, Particulars};
use kernel::Day;
use paper::Paper;
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
