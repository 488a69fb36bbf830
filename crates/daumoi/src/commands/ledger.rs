//! `daumoi ledger verify`: proof that the history was not touched.

use super::{open, put, say};
use crate::config::DataArgs;
use clap::Subcommand;
use db::LedgerReport;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum LedgerCommand {
    /// Walk the whole chain, and check every revision against it.
    #[command(after_help = "Prints one JSON line; exit code 0 when whole, 1 when broken.")]
    Verify,
}

pub(super) async fn run(data: &DataArgs, command: LedgerCommand) -> anyhow::Result<ExitCode> {
    let LedgerCommand::Verify = command;
    let agency = open(data).await?;
    let chain = db::verify(&agency.app.db).await?;
    let revisions = newsroom::verify_revisions(agency.app.db.reader()).await?;
    let (whole, report) = match &chain {
        LedgerReport::Whole { entries, head } => (
            revisions.altered.is_empty() && revisions.missing == 0,
            serde_json::json!({ "chain": "whole", "entries": entries, "head": head,
                "revisions": revisions.revisions, "altered_revisions": revisions.altered,
                "missing_revisions": revisions.missing }),
        ),
        LedgerReport::Broken { seq, why } => (
            false,
            serde_json::json!({ "chain": "broken", "at": seq, "why": why,
                "revisions": revisions.revisions, "altered_revisions": revisions.altered,
                "missing_revisions": revisions.missing }),
        ),
    };
    put(&report.to_string());
    if whole {
        say("the ledger is whole");
        Ok(ExitCode::SUCCESS)
    } else {
        say("THE LEDGER IS BROKEN: keep this machine as it is, and compare with a backup");
        Ok(ExitCode::FAILURE)
    }
}
