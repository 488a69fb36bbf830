//! What the pages of releases, contacts and press events share.

use crate::office::Names;
use crate::told::person;
use db::Look;
use kernel::{Action, Failure, Thing};
use serde::Deserialize;
use web::{Crumb, Deed, Page};

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
) -> Result<Vec<Deed>, Failure> {
    let who = |id| person(names, Some(id));
    web::deeds(p, look.db(), thing, who, |entry, detail: Detail, deed| {
        let many = detail.recipients.max(detail.guests);
        let many = if many > 0 { many.to_string() } else { String::new() };
        deed.shaped(chip(&entry.action)).with(&many).noted([detail.note, detail.reason])
    })
    .await
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
