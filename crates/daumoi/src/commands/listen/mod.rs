//! `daumoi listen …`: the engine of the listening on streams of mentions.

mod cluster;
mod replay;

use anyhow::Context;
use clap::Subcommand;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum ListenCommand {
    /// Put mentions into threads: JSON Lines `{id, title, text, published?, outlet?}` in, `{id, thread}` out.
    ///
    /// Assignments are printed at the end of input, in the order of input: merges and moves can still change them
    /// until then. A line that is no mention is answered with `{error, line}` and counts as nothing.
    #[command(after_help = "Example:\n  daumoi listen cluster < mentions.jsonl > threads.jsonl")]
    Cluster {
        /// The mentions; without a file standard input.
        file: Option<PathBuf>,
        /// Answers are JSON Lines; said for scripts, nothing else exists.
        #[arg(long)]
        json: bool,
        /// Print what happens to the threads as it happens, instead.
        #[arg(long)]
        changes: bool,
    },
    /// Replay mentions in time order and print the hot spots they would have raised, as JSON Lines
    /// `{kind, thread, at, severity, reason, evidence, title, key}`.
    #[command(after_help = "Example:\n  daumoi listen replay 2026-11.jsonl")]
    Replay {
        /// The mentions; without a file standard input.
        files: Vec<PathBuf>,
    },
}

pub(super) fn run(command: ListenCommand) -> anyhow::Result<ExitCode> {
    match command {
        ListenCommand::Cluster { file, json: _, changes } => {
            cluster::run(lines(file.as_deref())?, changes)?;
        }
        ListenCommand::Replay { files } if files.is_empty() => replay::run(vec![lines(None)?])?,
        ListenCommand::Replay { files } => {
            let all: anyhow::Result<Vec<_>> = files.iter().map(|file| lines(Some(file))).collect();
            replay::run(all?)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

type Lines = Box<dyn Iterator<Item = io::Result<String>>>;

fn lines(file: Option<&Path>) -> anyhow::Result<Lines> {
    Ok(match file {
        None => Box::new(io::stdin().lock().lines()),
        Some(path) => {
            let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
            Box::new(BufReader::new(file).lines())
        }
    })
}

/// A word of a mention; nothing when it has none.
fn word<'v>(item: &'v Value, key: &str) -> &'v str {
    item.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Seconds since 1970 of a time as RFC 3339 says it.
fn seconds(text: &str) -> Option<i64> {
    text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
}
