//! `daumoi report …`: reports that the house can make by itself, on standard output.

use super::{in_words, open};
use crate::config::DataArgs;
use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use std::io::Write;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum ReportCommand {
    /// The yearly report on speaking to the press (decree 244/2026, article 10).
    #[command(after_help = "Example:\n  daumoi report pn21 --year 2026 --format docx > bao-cao-2026.docx")]
    Pn21 {
        /// The year; its window is 15 December of the year before to 14 December.
        #[arg(long, value_parser = clap::value_parser!(i16).range(2017..=2200))]
        year: i16,
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
}

pub(super) async fn run(data: &DataArgs, command: ReportCommand) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let ReportCommand::Pn21 { year, format } = command;
    let house = &agency.press;
    let bytes = match format {
        Format::Html => {
            let page = press::yearly_html(house, agency.app.db.reader(), year).await;
            page.map_err(in_words)?.into_bytes()
        }
        Format::Docx => {
            let paper = press::yearly_paper(house, year).await.map_err(in_words)?;
            paper::docx(&paper).context("the report could not be put on paper")?
        }
    };
    std::io::stdout().lock().write_all(&bytes).context("the report could not be written")?;
    Ok(ExitCode::SUCCESS)
}
