//! `daumoi site …`: public sites and their sections.

use super::{in_words, open, put, say};
use crate::config::DataArgs;
use anyhow::Context;
use clap::Subcommand;
use kernel::Actor;
use portal::verbs::{SectionWish, SiteWish, add_section, open_site};
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum SiteCommand {
    /// Open a site.
    #[command(
        after_help = "Example:\n  daumoi site add portal 'Cổng thông tin điện tử tỉnh' --host tinh.gov.vn"
    )]
    Add {
        /// Short name in commands.
        slug: String,
        /// Full name on every page.
        name: String,
        /// The host it answers to; without it every host no other site has.
        #[arg(long, default_value = "")]
        host: String,
        /// First part of its paths, for a second site on the same host.
        #[arg(long, default_value = "")]
        prefix: String,
        /// theme-son, theme-cham or theme-la.
        #[arg(long, default_value = "theme-son")]
        theme: String,
        /// For weak networks: no pictures, larger letters.
        #[arg(long)]
        light: bool,
        /// The body above it.
        #[arg(long, default_value = "")]
        over: String,
        /// Who answers for its content.
        #[arg(long, default_value = "")]
        in_charge: String,
    },
    /// Add a section to a site.
    Section {
        /// The site's short name.
        site: String,
        /// Last part of the section's address.
        slug: String,
        /// The section's name.
        name: String,
        /// A sentence about it.
        #[arg(long, default_value = "")]
        about: String,
    },
    /// Sites and sections, a JSON line each site.
    List,
}

pub(super) async fn run(data: &DataArgs, command: SiteCommand) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let db = &agency.app.db;
    let mut cx = db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
    match command {
        SiteCommand::Add { slug, name, host, prefix, theme, light, over, in_charge } => {
            let wish =
                SiteWish { slug, name, host, prefix, theme, light, over, in_charge, ..SiteWish::default() };
            open_site(&mut cx, wish).await.map_err(in_words)?;
            cx.finish().await.map_err(in_words)?;
            say("the site is open; give it sections with `daumoi site section`");
        }
        SiteCommand::Section { site, slug, name, about } => {
            let sites = portal::sites(db.reader()).await.map_err(in_words)?;
            let found = sites.iter().find(|known| known.slug == site);
            let id = found.with_context(|| format!("no site is called “{site}”; see `daumoi site list`"))?.id;
            let wish = SectionWish { slug, name, about, cadence_days: 0 };
            add_section(&mut cx, id, wish).await.map_err(in_words)?;
            cx.finish().await.map_err(in_words)?;
        }
        SiteCommand::List => {
            for site in portal::sites(db.reader()).await.map_err(in_words)? {
                let sections: Vec<_> =
                    site.sections.iter().map(|s| (s.slug.clone(), s.name.clone())).collect();
                let line = serde_json::json!({ "slug": site.slug, "name": site.face.name, "host": site.host,
                    "home": site.face.home, "sections": sections });
                put(&line.to_string());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
