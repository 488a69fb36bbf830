//! `daumoi serve`.

use super::say;
use crate::config::{DataArgs, Role, ServeArgs};
use crate::front::Front;
use crate::house::{Agency, IndexPlace, assemble};
use crate::mail_room;
use crate::outbound;
use crate::pages::metrics;
use crate::post_office::Outward;
use crate::routes::routes;
use anyhow::Context;
use axum::ServiceExt;
use kernel::SystemClock;
use listening::Poller;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

pub(super) async fn run(data: &DataArgs, args: &ServeArgs) -> anyhow::Result<ExitCode> {
    log_as_json("info");
    metrics::begin();
    let index = if args.role == Role::Worker { IndexPlace::Memory } else { IndexPlace::Kept };
    let mut agency = assemble(data, Arc::new(SystemClock), args.secure, args.page_cache_mb, index).await?;
    agency.behind_proxy = args.behind_proxy;
    let stop = stop_signal();
    let fetcher = outbound::fetcher(&contact(&agency).await?, &args.fetch_allow)?;
    agency.goes_out(Outward::of(&args.outward, &fetcher)?);
    prepare_search(&agency).await?;
    agency.queue_stranded().await.map_err(super::in_words)?;
    let mut followers = vec![tokio::spawn(follow_public(agency.clone(), stop.clone()))];
    if args.role != Role::Worker {
        followers.push(tokio::spawn(follow_search(agency.clone(), stop.clone())));
    }
    if args.role != Role::Web {
        let poller = Poller::new(agency.listening.clone(), fetcher);
        tokio::spawn(hear(agency.clone(), poller, stop.clone()));
        followers.push(tokio::spawn(collect_mail(agency.clone(), stop.clone())));
    }
    let worker = (args.role != Role::Web).then(|| tokio::spawn(work(agency.clone(), stop.clone())));
    if args.role != Role::Worker {
        let listener = bind(args.listen).await?;
        say(&format!("daumoi listens on http://{}", listener.local_addr()?));
        listen(listener, routes(&agency, None), stop).await?;
    }
    if let Some(worker) = worker {
        worker.await?;
    }
    followers.iter().for_each(tokio::task::JoinHandle::abort);
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("{address} cannot be listened on: is another program using it? Choose another with --listen")
    })
}

/// Serves until told to stop; requests under way are finished.
///
/// # Errors
/// When the listener breaks.
pub async fn listen(listener: TcpListener, site: Front, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let service = site.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped(stop)).await?;
    Ok(())
}

pub(super) async fn work(agency: Agency, stop: watch::Receiver<bool>) {
    agency.worker.work(stopped(stop)).await;
}

/// Whom those who are asked can write to.
async fn contact(agency: &Agency) -> anyhow::Result<String> {
    let face = people::agency(agency.app.db.reader()).await.map_err(super::in_words)?;
    Ok(face.unwrap_or_default().email)
}

/// Hears the press, and drops once an hour what may be kept no longer (L13).
///
/// The two go on side by side. Were the sweep awaited between two looks at the poller, the poller would stand still meanwhile,
/// perhaps in the middle of a transaction; and with SQLite's one writer in its hands the sweep, and everybody else, would wait
/// for it until they give up.
pub(super) async fn hear(agency: Agency, poller: Poller, stop: watch::Receiver<bool>) {
    tokio::select! {
        () = poller.run(stopped(stop)) => {}
        () = sweep_hourly(&agency) => {}
    }
}

async fn sweep_hourly(agency: &Agency) {
    let mut hourly = tokio::time::interval(Duration::from_secs(3600));
    loop {
        hourly.tick().await;
        match listening::sweep(&agency.listening).await {
            Ok(0) => {}
            Ok(dropped) => tracing::info!(dropped, "texts of the press whose time was over are dropped"),
            Err(error) => tracing::warn!(%error, "texts of the press stay another hour"),
        }
        if let Err(error) = press::sweep(&agency.press).await {
            tracing::warn!(%error, "the press desk was not swept");
        }
    }
}

/// An agency from before there was a search gets its cards now.
pub(super) async fn prepare_search(agency: &Agency) -> anyhow::Result<()> {
    if search::is_unused(agency.app.db.reader()).await.map_err(super::in_words)? {
        super::search::write_cards(agency).await?;
    }
    Ok(())
}

/// Hears of what other nodes made public, so that no page of the past is served for longer than half a second.
pub(super) async fn follow_public(agency: Agency, stop: watch::Receiver<bool>) {
    let mut tick = tokio::time::interval(Duration::from_millis(250));
    while !*stop.borrow() {
        tick.tick().await;
        if let Err(error) = agency.app.db.follow_public().await {
            tracing::warn!(%error, "what other nodes published is not heard of");
        }
    }
}

/// Hears of what can be found. Apart from the public's pages: an index that is made anew takes its time.
pub(super) async fn follow_search(agency: Agency, stop: watch::Receiver<bool>) {
    let mut tick = tokio::time::interval(Duration::from_millis(250));
    let mut minute = tokio::time::interval(Duration::from_secs(60));
    while !*stop.borrow() {
        tokio::select! {
            _ = tick.tick() => if let Err(error) = agency.search.follow().await {
                tracing::warn!(%error, "the search index does not follow");
            },
            _ = minute.tick() => if let Err(error) = agency.write_letters().await {
                tracing::warn!(%error, "the letters of the morning are not written");
            },
        }
    }
}

/// Looks into the mailbox of the press address, where somebody has said which.
pub(super) async fn collect_mail(agency: Agency, stop: watch::Receiver<bool>) {
    let mut tick = tokio::time::interval(mail_room::EVERY);
    while !*stop.borrow() {
        tick.tick().await;
        match agency.collect_mail().await {
            Ok(0) => {}
            Ok(taken) => tracing::info!(taken, "letters came in"),
            Err(error) => tracing::warn!(%error, "the mailbox cannot be read"),
        }
    }
}

async fn stopped(mut stop: watch::Receiver<bool>) {
    let _told = stop.wait_for(|stop| *stop).await;
}

/// Turns to true at Ctrl-C or SIGTERM.
pub(super) fn stop_signal() -> watch::Receiver<bool> {
    let (tell, hear) = watch::channel(false);
    tokio::spawn(async move {
        let ctrl_c = tokio::signal::ctrl_c();
        #[cfg(unix)]
        {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut term) => tokio::select! { _ = ctrl_c => {}, _ = term.recv() => {} },
                Err(_) => {
                    let _pressed = ctrl_c.await;
                }
            }
        }
        #[cfg(not(unix))]
        let _pressed = ctrl_c.await;
        let _nobody_listens = tell.send(true);
    });
    hear
}

/// Structured logs on standard error; `DAUMOI_LOG` chooses what, `usual` stands where it is not set.
pub(super) fn log_as_json(usual: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("DAUMOI_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(usual));
    let _set_already =
        tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
