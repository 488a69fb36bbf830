//! What was done with a question, the newest first.

use crate::office::Names;
use kernel::{Failure, QuestionId, UnitId};
use serde::Deserialize;
use web::{Deed, Page};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    note: String,
    code: String,
    why: String,
    unit: Option<UnitId>,
}

/// All of it.
pub(super) async fn history(
    p: &Page,
    db: &impl db::ConnectionTrait,
    id: QuestionId,
    names: &Names,
) -> Result<Vec<Deed>, Failure> {
    let said = |family: &str, name: &str| {
        if name.is_empty() { String::new() } else { p.t(&format!("{family}{name}")) }
    };
    let who = |id| names.person(Some(id));
    web::deeds(p, db, id.0, who, |entry, detail: Detail, mut deed| {
        let action = entry.action.as_str();
        if entry.actor.is_none()
            && (action.starts_with("question-received") || action == "question-more-told")
        {
            deed.who = p.t("answers-the-asker");
        }
        let machine = matches!(detail.reason.as_str(), "flood" | "advertising");
        let aside = said("answers-aside-", if machine { &detail.reason } else { "" });
        deed.shaped(shape(action))
            .with(&names.unit(detail.unit))
            .with(&said("ask-refusal-", &detail.code))
            .with(&said("answers-erased-", &detail.why))
            .noted([aside, detail.note, detail.reason])
    })
    .await
}

fn shape(action: &str) -> &'static str {
    match action {
        "question-routed" | "reply-submitted" => "submitted",
        "question-answered" | "question-published" => "published",
        "question-returned" | "reply-returned" | "question-refused" => "returned",
        "question-set-aside" | "question-unpublished" => "withdrawn",
        "reply-corrected" => "corrected",
        "reply-drafted" | "correction-proposed" => "edited",
        _ => "comment",
    }
}
