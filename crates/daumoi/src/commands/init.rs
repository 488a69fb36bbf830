//! `daumoi init`: a new agency, ready to sign in.

use super::{in_words, open, say, user};
use crate::config::DataArgs;
use clap::Args;
use kernel::{Actor, Role};
use people::verbs::{self as people_verbs, AgencyWish, PersonWish, UnitWish};
use portal::verbs::{SectionWish, SiteWish, add_section, open_site};
use std::process::ExitCode;

#[derive(Debug, Args)]
#[command(after_help = "Example:\n  read -s p; echo \"$p\" | daumoi init 'UBND xã Nậm Ưởng' \
    --admin vanthu@namuong.gov.vn --admin-name 'Lò Văn Thưởng'")]
pub(super) struct InitArgs {
    /// The agency's full name.
    name: String,
    /// E-mail address of the first administrator; the password is read from standard input.
    #[arg(long)]
    admin: String,
    /// The first administrator's name.
    #[arg(long)]
    admin_name: String,
    /// Where the agency is.
    #[arg(long, default_value = "")]
    place: String,
}

/// The sections a first site begins with.
const SECTIONS: [(&str, &str); 4] = [
    ("su-kien", "Tin tức – Sự kiện"),
    ("chi-dao", "Chỉ đạo, điều hành"),
    ("thong-bao", "Thông báo"),
    ("can-biet", "Việc bà con cần biết"),
];

pub(super) async fn run(data: &DataArgs, args: InitArgs) -> anyhow::Result<ExitCode> {
    let agency = open(data).await?;
    let db = &agency.app.db;
    if people::agency(db.reader()).await.map_err(in_words)?.is_some() {
        anyhow::bail!("this data folder has an agency already; nothing was changed");
    }
    let password = user::password_from_stdin()?;
    let new = people_verbs::NewPassword::of(&args.admin, password).await.map_err(in_words)?;
    let mut cx = db.begin(Actor::Machine("command line")).await.map_err(in_words)?;
    let today = agency.app.zone.day(cx.now());
    let wish = AgencyWish { name: args.name.clone(), place: args.place.clone(), ..AgencyWish::default() };
    people_verbs::describe_agency(&mut cx, wish).await.map_err(in_words)?;
    let unit = UnitWish {
        name: args.name.clone(),
        abbreviation: String::new(),
        symbol: String::new(),
        kind: people::UnitKind::Office,
        parent: None,
        area: None,
        from: today,
        to: None,
        ancestors: Vec::new(),
    };
    people_verbs::found_unit(&mut cx, unit).await.map_err(in_words)?;
    let wish = PersonWish {
        login: args.admin.clone(),
        name: args.admin_name,
        honorific: String::new(),
        tenures: Vec::new(),
    };
    let person = people_verbs::add_person(&mut cx, wish).await.map_err(in_words)?;
    people_verbs::set_password(&mut cx, person, new).await.map_err(in_words)?;
    people_verbs::give_role(&mut cx, person, Role::Admin, None, (None, None)).await.map_err(in_words)?;
    let wish = SiteWish { slug: "portal".into(), name: args.name, place: args.place, ..SiteWish::default() };
    let site = open_site(&mut cx, wish).await.map_err(in_words)?;
    for (slug, name) in SECTIONS {
        let wish = SectionWish { slug: slug.into(), name: name.into(), ..SectionWish::default() };
        add_section(&mut cx, site, wish).await.map_err(in_words)?;
    }
    cx.finish().await.map_err(in_words)?;
    say(&format!("ready: run `daumoi serve` and sign in as {}", args.admin));
    Ok(ExitCode::SUCCESS)
}
