//! `daumoi user …`: people who may sign in.

use super::{in_words, open, put, say};
use crate::config::DataArgs;
use crate::house::Agency;
use anyhow::Context;
use clap::Subcommand;
use kernel::{Actor, PersonId, Role, UnitId};
use people::verbs;
use std::io::BufRead;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum UserCommand {
    /// Add a person and set a first password, read from standard input.
    #[command(
        after_help = "Example:\n  echo 'a sentence you remember' | daumoi user add mai@agency.gov.vn 'Lò Thị Mai' --role editor"
    )]
    Add {
        /// E-mail address they sign in with.
        login: String,
        /// Full name.
        name: String,
        /// ông, bà …
        #[arg(long, default_value = "")]
        honorific: String,
        /// What they may be; may be given several times.
        #[arg(long)]
        role: Vec<Role>,
        /// The unit the roles are for, by name or symbol; without it the whole agency.
        #[arg(long)]
        unit: Option<String>,
    },
    /// Set a person's password, read from standard input; their sessions end.
    Passwd {
        /// E-mail address they sign in with.
        login: String,
    },
    /// Give a role, or take it back with --withdraw.
    Role {
        /// E-mail address they sign in with.
        login: String,
        /// Which role.
        role: Role,
        /// The unit it is for, by name or symbol; without it the whole agency.
        #[arg(long)]
        unit: Option<String>,
        /// Take it back.
        #[arg(long)]
        withdraw: bool,
    },
    /// Close an account: the person leaves, their sessions end, their name stays in the history.
    Close {
        /// E-mail address they sign in with.
        login: String,
    },
    /// Everybody, a JSON line each.
    List,
}

pub(super) async fn run(data: &DataArgs, command: UserCommand) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let db = &agency.app.db;
    // Read before the wish begins: while somebody types, nobody else has to wait.
    let password = match &command {
        UserCommand::Add { login, .. } | UserCommand::Passwd { login } => {
            Some(verbs::NewPassword::of(login, password_from_stdin()?).await.map_err(in_words)?)
        }
        UserCommand::Role { .. } | UserCommand::Close { .. } | UserCommand::List => None,
    };
    let mut cx = db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
    match command {
        UserCommand::Add { login, name, honorific, role, unit } => {
            let unit = find_unit(&agency, unit.as_deref()).await?;
            let wish = verbs::PersonWish { login: login.clone(), name, honorific, tenures: Vec::new() };
            let person = verbs::add_person(&mut cx, wish).await.map_err(in_words)?;
            if let Some(password) = password {
                verbs::set_password(&mut cx, person, password).await.map_err(in_words)?;
            }
            for role in role {
                verbs::give_role(&mut cx, person, role, unit, (None, None)).await.map_err(in_words)?;
            }
            cx.finish().await.map_err(in_words)?;
            say(&format!("{login} can sign in now"));
        }
        UserCommand::Passwd { login } => {
            let person = find(&agency, &login).await?;
            if let Some(password) = password {
                verbs::set_password(&mut cx, person, password).await.map_err(in_words)?;
            }
            cx.finish().await.map_err(in_words)?;
            say("the password is set");
        }
        UserCommand::Role { login, role, unit, withdraw } => {
            let (person, unit) = (find(&agency, &login).await?, find_unit(&agency, unit.as_deref()).await?);
            if withdraw {
                verbs::withdraw_role(&mut cx, person, role, unit).await.map_err(in_words)?;
            } else {
                verbs::give_role(&mut cx, person, role, unit, (None, None)).await.map_err(in_words)?;
            }
            cx.finish().await.map_err(in_words)?;
        }
        UserCommand::Close { login } => {
            let person = find(&agency, &login).await?;
            verbs::close_account(&mut cx, person).await.map_err(in_words)?;
            cx.finish().await.map_err(in_words)?;
            say(&format!("{login} cannot sign in any more"));
        }
        UserCommand::List => {
            let today = agency.app.zone.day(db.now()).to_string();
            for person in people::colleagues(db.reader(), &today).await.map_err(in_words)? {
                let line = serde_json::json!({ "login": person.login, "name": person.name,
                    "posts": person.posts, "roles": person.roles });
                put(&line.to_string());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn find(agency: &Agency, login: &str) -> anyhow::Result<PersonId> {
    let found = people::login_of(agency.app.db.reader(), login).await.map_err(in_words)?;
    found.with_context(|| format!("nobody signs in as “{login}”; see `daumoi user list`"))
}

pub(super) async fn find_unit(agency: &Agency, words: Option<&str>) -> anyhow::Result<Option<UnitId>> {
    let Some(words) = words else { return Ok(None) };
    let units = people::units(agency.app.db.reader()).await.map_err(in_words)?;
    let found =
        units.iter().find(|unit| [&unit.name, &unit.symbol, &unit.abbreviation].contains(&&words.to_owned()));
    found.map(|unit| Some(unit.id)).with_context(|| format!("no unit is called “{words}”"))
}

pub(super) fn password_from_stdin() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("the password is read from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    anyhow::ensure!(
        !password.is_empty(),
        "give the password on standard input, e.g. with `read -s p; echo \"$p\" |`"
    );
    Ok(password)
}
