//! `daumoi`: the one binary.

use clap::Parser;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    daumoi::commands::run(daumoi::commands::Cli::parse()).await
}
