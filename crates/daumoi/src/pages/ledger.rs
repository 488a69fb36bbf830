//! The ledger, newest first: who did what to which thing, and the hash that ties each entry to the one before.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PersonId, Thing};
use serde::Deserialize;
use web::{Asker, Error, Page, html};

const SIZE: u32 = 50;

#[derive(Deserialize)]
pub(crate) struct Asked {
    before: Option<String>,
}

struct Line {
    seq: i64,
    iso: String,
    when: String,
    who: String,
    what: String,
    thing: String,
    href: String,
    hash: String,
}

#[derive(Template)]
#[template(path = "ledger.html")]
struct LedgerPage {
    p: Page,
    lines: Vec<Line>,
    older: Option<i64>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<newsroom::House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadLedger, Thing::House)?;
    let before = match asked.before.as_deref() {
        None | Some("") => None,
        Some(text) => Some(text.parse::<i64>().map_err(|_| Failure::NotFound)?),
    };
    let p = asker.desk_page(asker.locale().t("ledger-title")).await?;
    let names = house.directory.names().await?.1;
    let format = asker.format();
    let entries = db::latest_entries(look.db(), before, SIZE).await?;
    let older = entries.last().map(|entry| entry.seq).filter(|seq| *seq > 1);
    let lines = entries
        .into_iter()
        .map(|entry| Line {
            seq: entry.seq,
            iso: format.iso(entry.at),
            when: format.exact(entry.at),
            who: match entry.actor {
                Some(id) => names.get(&PersonId(id)).cloned().unwrap_or_else(|| p.t("history-someone")),
                None => p.t("history-machine"),
            },
            what: p.t(&words(&entry.action)),
            // The end of an id tells two stories apart; their titles may not be for everyone who reads the ledger.
            thing: format!(
                "{} …{}",
                p.t(&format!("thing-{}", entry.thing_kind)),
                short(&entry.thing.to_string())
            ),
            href: if entry.thing_kind == "story" {
                format!("/desk/newsroom/stories/{}", entry.thing)
            } else {
                String::new()
            },
            hash: entry.hash.chars().take(12).collect(),
        })
        .collect();
    html(&LedgerPage { p, lines, older })
}

/// What happened, in words that need neither a number nor a time: those stand on the story's own page.
fn words(action: &str) -> String {
    match action {
        "revision-saved"
        | "story-submitted"
        | "story-returned"
        | "story-approved"
        | "approval-voided"
        | "story-scheduled"
        | "story-published"
        | "story-published-urgently"
        | "urgent-approved"
        | "story-corrected" => format!("ledger-{action}"),
        _ => format!("event-{action}"),
    }
}

fn short(id: &str) -> String {
    id.chars().skip(id.len().saturating_sub(6)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::{Lang, Locale};

    #[test]
    fn every_sentence_of_the_ledger_ends() {
        for lang in Lang::ALL {
            for action in kernel::Event::NAMES.concat() {
                let said = Locale(lang).t(&words(action));
                assert!(!said.contains(['{', '$']) && said != words(action), "{action}: {said}");
                let ends = ["biên bản", "văn bản"].iter().any(|word| said.ends_with(word));
                for cut in [" bản", " lúc", " for", ","] {
                    assert!(!said.ends_with(cut) || ends, "{action}: {said}");
                }
            }
        }
    }
}
