//! The command line. Data goes to standard output, messages to standard error; exit codes are 0 done, 1 not done,
//! 2 wrongly asked.

mod bench;
mod demo;
mod doctor;
mod feed;
mod import;
mod init;
mod ledger;
mod listen;
mod report;
mod search;
mod serve;
mod site;
mod source;
mod text;
mod unit;
mod user;

pub use serve::listen;

use crate::config::{DataArgs, ServeArgs};
use crate::house::{Agency, IndexPlace, assemble};
use clap::{Parser, Subcommand};
use kernel::SystemClock;
use std::process::ExitCode;
use std::sync::Arc;

/// Đầu Mối: the communications focal point of a public agency in one program.
#[derive(Debug, Parser)]
#[command(name = "daumoi", version, about, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    data: DataArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// A living agency on a throw-away folder: opens the portal and the desk.
    #[command(after_help = "Example:\n  daumoi demo --listen 127.0.0.1:9000")]
    Demo(demo::DemoArgs),
    /// Serve the sites and the desk.
    #[command(
        after_help = "Example:\n  daumoi serve --data /var/lib/daumoi --listen 127.0.0.1:8080 --behind-proxy --secure"
    )]
    Serve(ServeArgs),
    /// Set up a new agency: its name, a first site and a first administrator.
    Init(init::InitArgs),
    /// Bring the database up to date.
    Migrate,
    /// Look for what is wrong and say in words what is missing.
    Doctor,
    /// The history of everything that changed.
    #[command(subcommand)]
    Ledger(ledger::LedgerCommand),
    /// People who may sign in.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Units of the agency.
    #[command(subcommand)]
    Unit(unit::UnitCommand),
    /// Public sites.
    #[command(subcommand)]
    Site(site::SiteCommand),
    /// Sources of the listening.
    #[command(subcommand)]
    Source(source::SourceCommand),
    /// Bring in what exists elsewhere.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// The Vietnamese text engine, line in, line out.
    #[command(subcommand)]
    Text(text::TextCommand),
    /// Feeds as they are.
    #[command(subcommand)]
    Feed(feed::FeedCommand),
    /// News pages as they are.
    #[command(subcommand)]
    Page(feed::PageCommand),
    /// The engine of the listening on streams of mentions.
    #[command(subcommand)]
    Listen(listen::ListenCommand),
    /// Reports that the house makes by itself.
    #[command(subcommand)]
    Report(report::ReportCommand),
    /// The search index and its measurement.
    #[command(subcommand)]
    Search(search::SearchCommand),
    /// The repeatable measurements.
    #[command(subcommand)]
    Bench(bench::BenchCommand),
}

/// Runs a command line.
pub async fn run(cli: Cli) -> ExitCode {
    let Cli { data, command } = cli;
    let outcome = match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Serve(args) => serve::run(&data, &args).await,
        Command::Init(args) => init::run(&data, args).await,
        Command::Migrate => open(&data).await.map(|_| {
            say("the database is up to date");
            ExitCode::SUCCESS
        }),
        Command::Doctor => doctor::run(&data).await,
        Command::Ledger(command) => ledger::run(&data, command).await,
        Command::User(command) => user::run(&data, command).await,
        Command::Unit(command) => unit::run(&data, command).await,
        Command::Site(command) => site::run(&data, command).await,
        Command::Source(command) => source::run(&data, command).await,
        Command::Import(command) => import::run(&data, command).await,
        Command::Text(command) => Ok(text::run(command)),
        Command::Feed(command) => Ok(feed::run_feed(&command)),
        Command::Page(command) => Ok(feed::run_page(&command)),
        Command::Listen(command) => listen::run(command),
        Command::Report(command) => report::run(&data, command).await,
        Command::Search(command) => search::run(&data, command).await,
        Command::Bench(command) => bench::run(command).await,
    };
    outcome.unwrap_or_else(|error| {
        say(&format!("daumoi: {error:#}"));
        ExitCode::FAILURE
    })
}

/// Opens the data for a command that works on it and leaves.
async fn open(data: &DataArgs) -> anyhow::Result<Agency> {
    assemble(data, Arc::new(SystemClock), false, 1, IndexPlace::Memory).await
}

/// A message to the person at the terminal.
#[expect(clippy::print_stderr, reason = "messages of the command line go to standard error")]
fn say(text: &str) {
    eprintln!("{text}");
}

/// A line of data. Where nobody reads on (`daumoi … | head`) the command ends there, without a word.
fn put(line: &str) {
    put_part(line, "\n");
}

/// A part of a line of data, with what ends it.
fn put_part(part: &str, end: &str) {
    use std::io::Write;
    if let Err(error) = write!(std::io::stdout().lock(), "{part}{end}") {
        if error.kind() != std::io::ErrorKind::BrokenPipe {
            say(&format!("daumoi: {error}"));
        }
        std::process::exit(1);
    }
}

/// A failure in words for the terminal: every reason on its line.
fn in_words(failure: kernel::Failure) -> anyhow::Error {
    let locale = web::Locale(web::Lang::En);
    match failure {
        kernel::Failure::Refused(reasons) => {
            let lines: Vec<String> = reasons.iter().map(|reason| locale.refusal(reason)).collect();
            anyhow::anyhow!("{}", lines.join("\n        "))
        }
        other => anyhow::anyhow!("{other}"),
    }
}
