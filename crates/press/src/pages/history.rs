//! The history of a thing of the press desk, as its page shows it: who did what and when, with the words given as a reason.

use crate::office::Names;
use kernel::{Failure, Moment, PersonId, UnitId};
use serde::Deserialize;
use uuid::Uuid;
use web::Page;

pub(crate) struct Happening {
    pub(crate) state: &'static str,
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) note: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    unit: Option<UnitId>,
    outcome: String,
    form: String,
    code: String,
    document: String,
    received_at: Option<Moment>,
}

/// Everything that happened to it, the newest first.
pub(crate) async fn of(
    p: &Page,
    db: &impl db::ConnectionTrait,
    thing: Uuid,
    names: &Names,
) -> Result<Vec<Happening>, Failure> {
    let entries = db::entries_of(db, thing).await?;
    Ok(entries
        .into_iter()
        .rev()
        .map(|entry| {
            let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
            let mut what = p.t(&format!("event-{}", entry.action));
            let said = |family: &str, name: &str| {
                if name.is_empty() { String::new() } else { p.t(&format!("{family}{name}")) }
            };
            for more in [
                names.unit(detail.unit),
                said("demand-outcome-", &detail.outcome),
                said("inquiry-form-", &detail.form),
                said("inquiry-ground-", &detail.code),
                detail.document.clone(),
                detail
                    .received_at
                    .filter(|at| *at != entry.at)
                    .map(|at| p.f("inquiry-received-at", "when", p.format.stamp(at)))
                    .unwrap_or_default(),
            ] {
                if !more.is_empty() {
                    what = format!("{what} · {more}");
                }
            }
            Happening {
                state: shape(&entry.action),
                who: match entry.actor {
                    Some(id) => names.person(Some(PersonId(id))),
                    None => p.t("history-machine"),
                },
                what,
                iso: p.format.iso(entry.at),
                when: p.format.stamp(entry.at),
                note: detail.reason,
            }
        })
        .collect())
}

fn shape(action: &str) -> &'static str {
    match action {
        "clearance-asked" | "facts-asked" | "petition-assigned" | "demand-sent" => "submitted",
        "clearance-refused" | "facts-returned" => "returned",
        "answer-cleared" | "demand-approved" | "petition-concluded" | "facts-given" => "approved",
        "inquiry-answered" | "demand-answered" | "petition-answered" | "yearly-sent" => "published",
        "inquiry-refused" | "inquiry-reopened" => "emergency",
        "answer-drafted" | "demand-written" | "yearly-written" | "inquiry-changed" => "edited",
        _ => "comment",
    }
}
