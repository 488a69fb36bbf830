//! `daumoi unit …`: the units of the agency, and what they came out of.

use super::{in_words, open, put, say, user};
use crate::config::DataArgs;
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use jiff::civil::Date;
use kernel::Actor;
use people::UnitKind;
use people::verbs::{Ancestor, UnitWish, found_unit};
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum UnitCommand {
    /// Found a unit, from nothing or out of others; those that hand over all of their work end the day before.
    #[command(
        after_help = "Example:\n  daumoi unit add 'Sở Nông nghiệp và Môi trường' --symbol SNNMT --from 2025-07-01 \
        --out-of 'Sở Tài nguyên và Môi trường' --out-of 'Sở Nông nghiệp và PTNT' --how merged"
    )]
    Add {
        /// Full name.
        name: String,
        /// Its code in document symbols.
        #[arg(long, default_value = "")]
        symbol: String,
        /// Short name.
        #[arg(long, default_value = "")]
        abbreviation: String,
        /// What it is; departments, the inspectorate, the police and committees of communes are bodies that speak for
        /// themselves.
        #[arg(long, default_value = "department",
            value_parser = PossibleValuesParser::new(UnitKind::ALL.map(UnitKind::name)))]
        kind: String,
        /// The unit above it, by name or symbol.
        #[arg(long)]
        parent: Option<String>,
        /// First day, as 2025-07-01; without it today.
        #[arg(long)]
        from: Option<Date>,
        /// A unit it came out of, by name or symbol; may be given several times.
        #[arg(long)]
        out_of: Vec<String>,
        /// merged, split, renamed, transferred or continued.
        #[arg(long, default_value = "continued", value_parser = ["merged", "split", "renamed", "transferred", "continued"])]
        how: String,
    },
    /// Every unit there is or was, a JSON line each.
    List,
}

pub(super) async fn run(data: &DataArgs, command: UnitCommand) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let db = &agency.app.db;
    match command {
        UnitCommand::Add { name, symbol, abbreviation, kind, parent, from, out_of, how } => {
            let parent = user::find_unit(&agency, parent.as_deref()).await?;
            let kind = UnitKind::named(&kind).unwrap_or_default();
            let from = from.unwrap_or_else(|| agency.app.zone.day(db.now()));
            let mut ancestors = Vec::new();
            for words in &out_of {
                let found = user::find_unit(&agency, Some(words)).await?;
                let ancestor = |id| Ancestor { id, on: from, how: how.clone(), scope: String::new() };
                ancestors.extend(found.map(ancestor));
            }
            let wish =
                UnitWish { name, abbreviation, symbol, kind, parent, area: None, from, to: None, ancestors };
            let mut cx = db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
            found_unit(&mut cx, wish).await.map_err(in_words)?;
            cx.finish().await.map_err(in_words)?;
            say("the unit is founded");
        }
        UnitCommand::List => {
            for unit in people::units(db.reader()).await.map_err(in_words)? {
                let names = |kin: &[people::Kinship]| kin.iter().map(|k| k.name.clone()).collect::<Vec<_>>();
                let line = serde_json::json!({ "name": unit.name, "symbol": unit.symbol, "from": unit.from,
                    "to": unit.to, "out_of": names(&unit.predecessors), "into": names(&unit.successors) });
                put(&line.to_string());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
