//! `daumoi doctor`: says in words what is missing or wrong.

use super::{in_words, say};
use crate::config::DataArgs;
use crate::house::{IndexPlace, assemble};
use db::LedgerReport;
use kernel::{Role, SystemClock};
use std::process::ExitCode;
use std::sync::Arc;

pub(super) async fn run(data: &DataArgs) -> anyhow::Result<ExitCode> {
    let agency = assemble(data, Arc::new(SystemClock), false, 1, IndexPlace::Look).await?;
    let db = &agency.app.db;
    let mut wrong = Vec::new();
    if people::agency(db.reader()).await.map_err(in_words)?.is_none() {
        wrong.push("there is no agency yet: run `daumoi init`".to_owned());
    }
    let today = agency.app.zone.day(db.now()).to_string();
    let colleagues = people::colleagues(db.reader(), &today).await.map_err(in_words)?;
    let holds = |role: Role| {
        colleagues.iter().filter(|c| c.roles.iter().any(|(name, _)| name == role.name())).count()
    };
    if holds(Role::Admin) == 0 {
        wrong.push("nobody is administrator: `daumoi user role LOGIN admin`".to_owned());
    }
    let reviewers = holds(Role::Editor) + holds(Role::ChiefEditor) + holds(Role::Leader);
    if reviewers < 2 {
        wrong.push(format!(
            "{reviewers} people may approve stories; with fewer than two, what an editor writes cannot be approved"
        ));
    }
    for site in portal::sites(db.reader()).await.map_err(in_words)? {
        if site.sections.is_empty() {
            wrong.push(format!(
                "the site {} has no section: `daumoi site section {} …`",
                site.slug, site.slug
            ));
        }
    }
    let miscounted = portal::miscounted_sections(db.reader()).await.map_err(in_words)?;
    if miscounted > 0 {
        wrong.push(format!("{miscounted} sections count their stories wrongly"));
    }
    let counts = jobs::counts(db.reader(), db.now()).await?;
    for job in jobs::dead(db.reader(), 20).await? {
        let error = job.last_error.unwrap_or_default();
        wrong.push(format!("job {} ({}) failed for good: {error}", job.id, job.topic));
    }
    let an_hour_ago = db.now().minus(std::time::Duration::from_secs(3600));
    let stuck = post::waits_for(db.reader(), an_hour_ago).await.map_err(in_words)?;
    if stuck > 0 {
        wrong.push(format!(
            "{stuck} letters wait for more than an hour: is --smtp set, and does the server answer?"
        ));
    }
    let unclear = post::count_unclear(db.reader()).await.map_err(in_words)?;
    if unclear > 0 {
        wrong.push(format!(
            "{unclear} letters came in that nobody understood: look at them on /desk/press/letters"
        ));
    }
    if let LedgerReport::Broken { seq, why } = db::verify(db).await? {
        wrong.push(format!("the ledger is broken at entry {seq}: {why}"));
    }
    let difference = agency.search.compare().await.map_err(in_words)?;
    let served = data.index_is_shared() || data.index_folder().join("CURRENT").exists();
    if !served {
        say("no process here has served yet, so there is no search index to compare");
    } else if !difference.is_none() {
        wrong.push(format!(
            "the search index lacks {} of {} things and has {} that are no more: a running server catches up by \
             itself within a second; what stays is repaired by `daumoi search rebuild`",
            difference.missing, difference.cards, difference.extra
        ));
    }
    for line in &wrong {
        say(&format!("! {line}"));
    }
    say(&format!("{} jobs wait, {} are due, {} failed for good", counts.waiting, counts.due, counts.dead));
    if wrong.is_empty() {
        say("all is well");
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::FAILURE)
    }
}
