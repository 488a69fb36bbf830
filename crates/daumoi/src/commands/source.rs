//! `daumoi source …`: the sources of the listening.

use super::{in_words, open, put, say};
use crate::config::DataArgs;
use crate::outbound;
use anyhow::{Context, bail};
use clap::Subcommand;
use kernel::Actor;
use listening::outlet::{Level, OutletKind, shipped};
use listening::verbs::{self, OutletWish, SourceKind, SourceWish};
use listening::{Poller, SourceFace};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum SourceCommand {
    /// Add a source; its outlet too, where it is not known yet.
    #[command(
        after_help = "Example:\n  daumoi source add \"Báo Vân Khê\" https://baovankhe.example/rss --level province"
    )]
    Add {
        /// The outlet.
        outlet: String,
        /// Address of an RSS, Atom or JSON feed, or with --page of a page that lists articles.
        url: String,
        /// Which part of the outlet.
        #[arg(long, default_value = "")]
        title: String,
        /// How far the outlet is heard: central, province or local.
        #[arg(long, default_value = "province")]
        level: String,
        /// What kind of outlet: paper, magazine, radio_tv, news_agency or portal.
        #[arg(long, default_value = "paper")]
        kind: String,
        /// The address is a page that lists articles.
        #[arg(long)]
        page: bool,
        /// Do not ask it yet.
        #[arg(long)]
        off: bool,
    },
    /// Every source, a JSON line each: whether it is on, how it answers, its address.
    List,
    /// Take over an OPML file, or with no file the list that comes with the program; everything stays off.
    Import {
        /// The OPML file.
        file: Option<PathBuf>,
    },
    /// Switch a source on, by its address.
    On {
        /// Its address.
        url: String,
    },
    /// Switch a source off, by its address.
    Off {
        /// Its address.
        url: String,
    },
    /// Ask every source that is due, once, and say what came.
    Poll {
        /// Hosts and networks inside that may be reached, as in DAUMOI_FETCH_ALLOW.
        #[arg(long, env = "DAUMOI_FETCH_ALLOW", value_delimiter = ',')]
        fetch_allow: Vec<String>,
    },
}

pub(super) async fn run(data: &DataArgs, command: SourceCommand) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let db = &agency.app.db;
    match command {
        SourceCommand::Add { outlet, url, title, level, kind, page, off } => {
            let Some(level) = Level::named(&level) else { bail!("no level is called “{level}”") };
            let Some(kind) = OutletKind::named(&kind) else {
                bail!("no kind of outlet is called “{kind}”")
            };
            let mut cx = db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
            let wish = OutletWish {
                name: outlet,
                domain: String::new(),
                level,
                kind,
                locality: String::new(),
                licensed: false,
            };
            let outlet = verbs::outlet_for(&mut cx, &wish).await.map_err(in_words)?;
            let kind = if page { SourceKind::Page } else { SourceKind::Feed };
            let wish = SourceWish { outlet, title, url, kind, reads_pages: true, on: !off };
            verbs::add_source(&mut cx, &wish).await.map_err(in_words)?;
            cx.finish().await.map_err(in_words)?;
            say("the source is added");
        }
        SourceCommand::List => {
            for face in listening::sources(db.reader()).await.map_err(in_words)? {
                put(&line(&face));
            }
        }
        SourceCommand::Import { file } => {
            let mut cx = db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
            let new = match file {
                Some(file) => {
                    let bytes = std::fs::read(&file).with_context(|| file.display().to_string())?;
                    let entries =
                        wire::feed::opml::read(&bytes).with_context(|| file.display().to_string())?;
                    let mut new = 0;
                    loop {
                        let taken = verbs::import_opml(&mut cx, &entries).await.map_err(in_words)?;
                        new += taken.new;
                        // What is refused is refused again: a round without a gain is the last.
                        if !taken.more || taken.new == 0 {
                            break new;
                        }
                    }
                }
                None => {
                    let mut new = 0;
                    for outlet in &shipped()?.outlets {
                        new += verbs::take_listed(&mut cx, outlet).await.map_err(in_words)?;
                    }
                    new
                }
            };
            cx.finish().await.map_err(in_words)?;
            say(&format!("{new} sources are new; all of them are off"));
        }
        SourceCommand::On { url } => switch(&agency, &url, true).await?,
        SourceCommand::Off { url } => switch(&agency, &url, false).await?,
        SourceCommand::Poll { fetch_allow } => {
            let face = people::agency(db.reader()).await.map_err(in_words)?.unwrap_or_default();
            let poller = Poller::new(agency.listening.clone(), outbound::fetcher(&face.email, &fetch_allow)?);
            let asked = poller.poll_due().await.map_err(in_words)?;
            say(&format!(
                "{} sources asked, {} new items, {} sources did not answer as they should",
                asked.sources, asked.new, asked.failed
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn switch(agency: &crate::Agency, url: &str, on: bool) -> anyhow::Result<()> {
    let known = listening::sources(agency.app.db.reader()).await.map_err(in_words)?;
    let Some(source) = known.into_iter().find(|face| face.url == url) else {
        bail!("no source has the address {url}; `daumoi source list` shows them")
    };
    let mut cx = agency.app.db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
    verbs::switch_source(&mut cx, source.id, on).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    say(if on { "the source is on" } else { "the source is off" });
    Ok(())
}

fn line(face: &SourceFace) -> String {
    serde_json::json!({
            "outlet": face.outlet, "title": face.title, "url": face.url, "kind": face.kind, "on": face.on,
            "failures": face.failures, "failure": face.failure,
            "new": face.new_at.map(|at| at.to_string()), "next": face.on.then(|| face.next_at.to_string()),
    })
    .to_string()
}
