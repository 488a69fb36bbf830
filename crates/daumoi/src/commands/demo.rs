//! `daumoi demo`.

use super::{say, serve};
use crate::config::DataArgs;
use crate::demo_run::{
    Drawings, Printer, ShiftedClock, ask_the_past, draw_when_asked, give_the_work, hear_the_past, load,
    tell_the_plans, tell_the_press, tell_the_reports, tell_what_was_asked, work_together,
};
use crate::house::{IndexPlace, assemble_with};
use crate::pages::{demo as demo_pages, metrics};
use crate::routes::routes;
use axum::middleware;
use clap::Args;
use db::Settings;
use fetch::{Fetcher, Place, Policy};
use kernel::{HandClock, Moment};
use listening::Poller;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Address to listen on; without it the first free one from 8080.
    #[arg(long, env = "DAUMOI_LISTEN")]
    listen: Option<SocketAddr>,
    /// How many times faster the newspapers print what arrives while one watches.
    #[arg(long, default_value = "1", value_parser = clap::value_parser!(u32).range(1..=100))]
    pace: u32,
    /// Goes on at another instant than the demo's own morning, such as 2027-02-03T16:50:00+07:00.
    #[arg(long, value_parser = instant)]
    at: Option<Moment>,
    /// Do not open a browser.
    #[arg(long)]
    quiet: bool,
}

pub(super) async fn run(args: DemoArgs) -> anyhow::Result<ExitCode> {
    metrics::begin();
    // What breaks is said; the rest would only run through the telling.
    serve::log_as_json("error");
    let world = demo::world()?;
    let folder = tempfile::Builder::new().prefix("daumoi-demo-").tempdir()?;
    let home = folder.path().to_path_buf();
    let data =
        DataArgs { data: home.clone(), database: None, zone: "Asia/Ho_Chi_Minh".into(), search_index: None };
    let today = Moment(world.today.as_microsecond());
    let hand = HandClock::at(today);
    let clock = Arc::new(ShiftedClock::standing_at(hand.clone()));
    let listener = match args.listen {
        Some(address) => serve::bind(address).await?,
        None => first_free().await?,
    };
    let settings = Settings::Throwaway(home.join("daumoi.db"));
    let agency = assemble_with(&data, &settings, clock.clone(), false, 64, IndexPlace::Memory).await?;
    let drawings = Drawings::new(agency.files.clone());
    agency.finding.rest(true);
    let cast = load(&agency, &world, &hand, &drawings, progress).await.map_err(super::in_words)?;
    let address = format!("http://{}", listener.local_addr()?);
    let press = demo::press()?;
    let on_duty = world
        .people
        .iter()
        .find(|person| person.roles.iter().any(|held| held.role == demo::Role::DutyOfficer));
    let on_duty = on_duty.and_then(|person| cast.logins.iter().find(|login| login.address == person.login));
    hear_the_past(&agency, &press, &address, &hand, on_duty.map(|login| login.person))
        .await
        .map_err(super::in_words)?;
    let named = ask_the_past(&agency, &world, &cast, &hand).await.map_err(super::in_words)?;
    tell_the_press(&agency, &world, &cast, &hand, named).await.map_err(super::in_words)?;
    tell_what_was_asked(&agency, &hand).await.map_err(super::in_words)?;
    give_the_work(&agency, &world, &cast, &hand).await.map_err(super::in_words)?;
    tell_the_plans(&agency, &world, &cast, &hand).await.map_err(super::in_words)?;
    work_together(&agency, &world, &cast, &hand).await.map_err(super::in_words)?;
    tell_the_reports(&agency, &hand).await.map_err(super::in_words)?;
    agency.finding.rest(false);
    super::search::card_all(&agency).await?;
    say("");
    clock.run_from(args.at.unwrap_or(today).max(today));
    let stop = serve::stop_signal();
    tokio::spawn(serve::follow_public(agency.clone(), stop.clone()));
    tokio::spawn(serve::follow_search(agency.clone(), stop.clone()));
    let worker = tokio::spawn(serve::work(agency.clone(), stop.clone()));
    let poller = Poller::new(agency.listening.clone(), own_fetcher(&listener)?)
        .asking_every(if args.pace == 1 { 4 } else { 1 });
    tokio::spawn(serve::hear(agency.clone(), poller, stop.clone()));
    let printer = Printer::new(agency.clone(), press, &address, today, args.pace);
    let drawn = middleware::from_fn_with_state(drawings, draw_when_asked);
    let doors = demo_pages::router(cast).merge(printer.router());
    let site = routes(&agency, Some(doors)).map_inside(|inside| inside.layer(drawn));
    say(&format!(
        "{} is alive.\n  portal          {address}/\n  for communes    {address}/co-so/\n  \
         who to be       {address}/demo\n  desk            {address}/desk   (password: {})\n\
         Ctrl-C ends it; nothing of it stays.",
        world.agency.name, world.password
    ));
    if !args.quiet {
        open_browser(&format!("{address}/demo"));
    }
    serve::listen(listener, site, stop).await?;
    worker.await?;
    Ok(ExitCode::SUCCESS)
}

fn instant(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| format!("“{text}” is no instant like 2027-02-03T16:50:00+07:00"))
}

/// The demo's newspapers are printed by the demo itself: the one inside address it may reach.
fn own_fetcher(listener: &tokio::net::TcpListener) -> anyhow::Result<Fetcher> {
    let address = listener.local_addr()?;
    let mut policy = Policy::new("https://vankhe.example/", "ubnd@vankhe.example");
    policy.allow.push(Place::from_str(&address.ip().to_string())?);
    policy.ports.insert(address.port());
    policy.gap = std::time::Duration::from_millis(10);
    Ok(Fetcher::new(policy)?)
}

#[expect(clippy::print_stderr, reason = "one line that rewrites itself")]
fn progress(done: usize, all: usize) {
    if done == all || done.is_multiple_of(25) {
        eprint!("\rtelling a year of the province: {done} of {all} steps ");
        let _not_shown = std::io::stderr().flush();
    }
}

async fn first_free() -> anyhow::Result<tokio::net::TcpListener> {
    for port in 8080..8100 {
        if let Ok(listener) = tokio::net::TcpListener::bind(("127.0.0.1", port)).await {
            return Ok(listener);
        }
    }
    Ok(tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?)
}

/// Opens the visitor's browser where there is one to open; where not, the addresses are on the screen.
fn open_browser(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _no_browser = std::process::Command::new(opener)
        .arg(address)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
}
