//! The history of a thing of the press desk, as its page shows it: who did what and when, with the words given as a reason.

use crate::office::Names;
use kernel::{Failure, Moment, UnitId};
use serde::Deserialize;
use uuid::Uuid;
use web::{Deed, Page};

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
) -> Result<Vec<Deed>, Failure> {
    let said = |family: &str, name: &str| {
        if name.is_empty() { String::new() } else { p.t(&format!("{family}{name}")) }
    };
    let who = |id| names.person(Some(id));
    web::deeds(p, db, thing, who, |entry, detail: Detail, deed| {
        let late = detail.received_at.filter(|at| *at != entry.at);
        deed.shaped(shape(&entry.action))
            .with(&names.unit(detail.unit))
            .with(&said("demand-outcome-", &detail.outcome))
            .with(&said("inquiry-form-", &detail.form))
            .with(&said("inquiry-ground-", &detail.code))
            .with(&detail.document)
            .with(&late.map(|at| p.f("inquiry-received-at", "when", p.format.stamp(at))).unwrap_or_default())
            .noted([detail.reason])
    })
    .await
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
