//! What was done with a question, the newest first.

use crate::office::Names;
use kernel::{Failure, PersonId, QuestionId, UnitId};
use serde::Deserialize;
use web::Page;

/// Something that happened, for the timeline.
pub(super) struct Happening {
    pub(super) state: &'static str,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) iso: String,
    pub(super) when: String,
    pub(super) note: String,
}

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
) -> Result<Vec<Happening>, Failure> {
    let entries = db::entries_of(db, id.0).await?;
    Ok(entries
        .into_iter()
        .rev()
        .map(|entry| {
            let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
            let mut what = p.t(&format!("event-{}", entry.action));
            let code = if detail.code.is_empty() {
                String::new()
            } else {
                p.t(&format!("ask-refusal-{}", detail.code))
            };
            let why = if detail.why.is_empty() {
                String::new()
            } else {
                p.t(&format!("answers-erased-{}", detail.why))
            };
            for more in [names.unit(detail.unit), code, why] {
                if !more.is_empty() {
                    what = format!("{what} · {more}");
                }
            }
            let machine = matches!(detail.reason.as_str(), "flood" | "advertising");
            Happening {
                state: shape(&entry.action),
                who: match entry.actor {
                    Some(person) => names.person(Some(PersonId(person))),
                    None if entry.action.starts_with("question-received")
                        || entry.action == "question-more-told" =>
                    {
                        p.t("answers-the-asker")
                    }
                    None => p.t("history-machine"),
                },
                what,
                iso: p.format.iso(entry.at),
                when: p.format.stamp(entry.at),
                note: match (machine, detail.note.is_empty()) {
                    (true, _) => p.t(&format!("answers-aside-{}", detail.reason)),
                    (false, false) => detail.note,
                    (false, true) => detail.reason,
                },
            }
        })
        .collect())
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
