//! A story's history as people read it: from the ledger, newest first.

use db::{ConnectionTrait, Entry};
use kernel::{Failure, Moment, PersonId, StoryId};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Format, Locale};

/// One thing that happened.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    /// The chip's class of `ui::event`.
    pub(crate) state: &'static str,
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) note: String,
    /// The revision's number to compare with the one before, if this made one.
    pub(crate) compare: Option<i32>,
}

#[derive(Debug, Default, Deserialize)]
struct Detail {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    revision: Option<kernel::RevisionId>,
    at: Option<Moment>,
    #[serde(default)]
    reasons: Vec<String>,
}

/// The history of `story`; `numbers` are the numbers of its revisions.
pub(crate) async fn history(
    db: &impl ConnectionTrait,
    story: StoryId,
    numbers: &HashMap<kernel::RevisionId, i32>,
    names: &HashMap<PersonId, String>,
    locale: Locale,
    format: &Format,
) -> Result<Vec<Happening>, Failure> {
    let entries = db::entries_of(db, story.0).await?;
    Ok(entries.iter().rev().map(|entry| happening(entry, numbers, names, locale, format)).collect())
}

fn happening(
    entry: &Entry,
    numbers: &HashMap<kernel::RevisionId, i32>,
    names: &HashMap<PersonId, String>,
    locale: Locale,
    format: &Format,
) -> Happening {
    let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
    let number = detail.revision.and_then(|id| numbers.get(&id).copied());
    let who = match entry.actor {
        Some(id) => names.get(&PersonId(id)).cloned().unwrap_or_else(|| locale.t("history-someone")),
        None => locale.t("history-machine"),
    };
    let mut what = match number {
        Some(number) => locale.f(&format!("event-{}", entry.action), "number", number),
        None => locale.f(&format!("event-{}", entry.action), "number", ""),
    };
    if let Some(at) = detail.at {
        what = format!("{what} {}", format.date_time(at));
    }
    let mut note =
        [detail.reason, detail.note].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" — ");
    for key in detail.reasons {
        note = format!("{note} {}", locale.t(&key)).trim().to_owned();
    }
    Happening {
        state: state_of(&entry.action),
        who,
        what,
        iso: format.iso(entry.at),
        when: format.date_time(entry.at),
        note,
        compare: (entry.action == "revision-saved").then_some(number).flatten().filter(|n| *n > 1),
    }
}

fn state_of(action: &str) -> &'static str {
    match action {
        "story-begun" | "story-imported" | "submission-taken-back" => "draft",
        "story-submitted" => "submitted",
        "story-returned" => "returned",
        "story-approved" | "urgent-approved" => "approved",
        "story-scheduled" => "scheduled",
        "schedule-failed" => "failed",
        "story-published" | "story-reinstated" => "published",
        "story-published-urgently" => "emergency",
        "story-corrected" => "corrected",
        "story-withdrawn" => "withdrawn",
        "story-replaced" => "replaced",
        "story-removed" => "gone",
        _ => "edited",
    }
}
