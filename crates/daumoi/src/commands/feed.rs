//! `daumoi feed parse` and `daumoi page extract`: what feeds and news pages say, one JSON line a file.

use super::put;
use clap::Subcommand;
use serde::Serialize;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wire::feed::Hints;
use wire::page::Hint;

/// Files larger than this are not read, bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

#[derive(Debug, Subcommand)]
pub(super) enum FeedCommand {
    /// Print what feeds say: RSS, Atom, JSON Feed, however broken.
    #[command(after_help = "Example:\n  daumoi feed parse tin-moi.rss --json")]
    Parse(Files),
}

#[derive(Debug, Subcommand)]
pub(super) enum PageCommand {
    /// Print the article of saved news pages: title, byline, time, source, text without furniture.
    #[command(after_help = "Example:\n  daumoi page extract bai.html --json")]
    Extract(Files),
}

#[derive(Debug, clap::Args)]
pub(super) struct Files {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Answers are JSON Lines; said for scripts, nothing else exists.
    #[arg(long)]
    json: bool,
}

pub(super) fn run_feed(command: &FeedCommand) -> ExitCode {
    let FeedCommand::Parse(Files { files, json: _ }) = command;
    each(files, |bytes| wire::feed::parse(bytes, &Hints::default()))
}

pub(super) fn run_page(command: &PageCommand) -> ExitCode {
    let PageCommand::Extract(Files { files, json: _ }) = command;
    each(files, |bytes| wire::page::article(bytes, &Hint::default()))
}

/// A line for each file: what it says, or `{file, error}`.
fn each<T: Serialize, E: Display>(files: &[PathBuf], read: impl Fn(&[u8]) -> Result<T, E>) -> ExitCode {
    let mut all_read = true;
    for file in files {
        let said = bytes_of(file)
            .and_then(|bytes| read(&bytes).map_err(|error| error.to_string()))
            .and_then(|found| serde_json::to_string(&found).map_err(|error| error.to_string()));
        put(&said.unwrap_or_else(|error| {
            all_read = false;
            serde_json::json!({ "file": file, "error": error }).to_string()
        }));
    }
    if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let in_words = |error: std::io::Error| error.to_string();
    if std::fs::metadata(file).map_err(in_words)?.len() > LARGEST {
        return Err(format!("files of more than {LARGEST} bytes are not read"));
    }
    std::fs::read(file).map_err(in_words)
}
