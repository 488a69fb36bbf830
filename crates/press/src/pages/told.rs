//! What the pages of releases, contacts and press events share.

use crate::office::Names;
use crate::told::person;
use db::Look;
use kernel::{Action, Failure, Thing};
use serde::Deserialize;
use web::{Crumb, Page};

/// Something that happened, for the timeline.
pub(crate) struct Happening {
    pub(crate) state: &'static str,
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) note: String,
}

/// Which page of a list, as the address says it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) page: Option<String>,
    pub(crate) state: String,
}

/// Only who may see the press desk goes on.
pub(crate) fn desk_only(look: &Look) -> Result<(), Failure> {
    look.may(Action::ReadPressDesk, Thing::House)
}

pub(crate) fn writes(look: &Look) -> bool {
    look.may(Action::WriteReleases, Thing::House).is_ok()
}

pub(crate) fn crumb(href: &str, label: String) -> Crumb {
    Crumb { href: href.to_owned(), label }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    note: String,
    recipients: i64,
    guests: i64,
}

/// What was done with a thing, the newest first.
pub(crate) async fn history(
    p: &Page,
    look: &Look,
    thing: uuid::Uuid,
    names: &Names,
) -> Result<Vec<Happening>, Failure> {
    let entries = db::entries_of(look.db(), thing).await?;
    let lines = entries.into_iter().rev().map(|entry| {
        let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        let who = match entry.actor {
            Some(id) => person(names, Some(kernel::PersonId(id))),
            None => p.t("history-machine"),
        };
        let many = detail.recipients.max(detail.guests);
        let what = p.t(&format!("event-{}", entry.action));
        Happening {
            state: chip(&entry.action),
            who,
            what: if many > 0 { format!("{what} · {many}") } else { what },
            iso: p.format.iso(entry.at),
            when: p.format.stamp(entry.at),
            note: if detail.note.is_empty() { detail.reason } else { detail.note },
        }
    });
    Ok(lines.collect())
}

fn chip(action: &str) -> &'static str {
    match action {
        "release-submitted" | "press-event-contribution-asked" => "submitted",
        "release-returned" => "returned",
        "release-approved" | "press-event-accredited" | "press-event-notified" => "approved",
        "release-embargoed" | "press-event-announced" => "scheduled",
        "release-issued" | "press-event-held" => "published",
        "release-corrected" => "corrected",
        "release-withdrawn" | "press-event-cancelled" | "press-event-accreditation-refused" => "withdrawn",
        "release-issue-failed" => "failed",
        "release-saved" | "press-event-changed" => "edited",
        _ => "comment",
    }
}

/// The text of a release as HTML; nothing of it comes from outside but through the structured text.
pub(crate) fn html_of(body: &str) -> String {
    let options = prose::HtmlOptions { table_label: "Bảng", ..prose::HtmlOptions::default() };
    prose::Body::from_notation(body).map(|body| body.to_html(&options)).unwrap_or_default()
}

/// Choices of locale keys `prefix-name`.
pub(crate) fn choices(p: &Page, prefix: &str, names: &[&str], chosen: &str) -> Vec<Choice> {
    Choice::named(p, &format!("{prefix}-"), names, chosen)
}

pub(crate) use web::{Choice, id_of as id, reasons};
