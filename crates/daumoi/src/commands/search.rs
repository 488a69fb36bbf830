//! `daumoi search …`: make the index anew, and measure the engine on any collection.

use super::{in_words, put, say};
use crate::config::DataArgs;
use crate::finding::card_everything;
use crate::house::{Agency, IndexPlace, assemble};
use anyhow::Context;
use clap::Subcommand;
use kernel::{Actor, SystemClock};
use seek::eval::{Collection, Doc, Wish};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Subcommand)]
pub(super) enum SearchCommand {
    /// Write what can be found of everything anew; every running node then makes its index anew, beside the one in use.
    Rebuild,
    /// Rank a collection: documents and queries as JSON Lines with `id` and `text` (documents may have `title`).
    /// Prints one line a query: its id and the ids found, best first.
    #[command(
        after_help = "Example:\n  daumoi search eval --docs docs.jsonl --queries queries.jsonl > ranked.jsonl"
    )]
    Eval {
        /// The documents.
        #[arg(long)]
        docs: PathBuf,
        /// The queries.
        #[arg(long)]
        queries: PathBuf,
    },
}

pub(super) async fn run(data: &DataArgs, command: SearchCommand) -> anyhow::Result<ExitCode> {
    match command {
        SearchCommand::Rebuild => {
            let agency = assemble(data, Arc::new(SystemClock), false, 1, IndexPlace::Memory).await?;
            write_cards(&agency).await?;
        }
        SearchCommand::Eval { docs, queries } => eval(&docs, &queries)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the cards of everything, for indexes that follow.
pub(super) async fn card_all(agency: &Agency) -> anyhow::Result<()> {
    let cx = agency.app.db.begin(Actor::Machine("search")).await.map_err(in_words)?;
    card_everything(&cx, &agency.app.zone).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)
}

pub(super) async fn write_cards(agency: &Agency) -> anyhow::Result<()> {
    let cx = agency.app.db.begin(Actor::Machine("search")).await.map_err(in_words)?;
    let (stories, people) = card_everything(&cx, &agency.app.zone).await.map_err(in_words)?;
    search::verbs::ask_rebuild(&cx).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    say(&format!("{stories} stories and {people} people can be found; indexes are being made anew"));
    Ok(())
}

fn eval(docs: &Path, queries: &Path) -> anyhow::Result<()> {
    let docs = lines::<Doc>(docs)?.collect::<anyhow::Result<Vec<_>>>()?;
    let collection = Collection::new(docs)?;
    for wish in lines::<Wish>(queries)? {
        put(&serde_json::to_string(&collection.rank(&wish?)?)?);
    }
    Ok(())
}

fn lines<T: serde::de::DeserializeOwned>(
    path: &Path,
) -> anyhow::Result<impl Iterator<Item = anyhow::Result<T>>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let name = path.display().to_string();
    let lines = BufReader::new(file).lines().enumerate();
    Ok(lines.filter(|(_, line)| !line.as_ref().is_ok_and(|line| line.trim().is_empty())).map(
        move |(n, line)| {
            let line = line.with_context(|| format!("{name} line {}", n + 1))?;
            serde_json::from_str(&line).with_context(|| format!("{name} line {}", n + 1))
        },
    ))
}
