//! One mention: title, outlet, time, address, a short quotation, and why it was found. The whole text only where the
//! agency has a licence for it (L14), and not longer than it may be kept (L13).

use super::{id, press_only};
use crate::engine::evidence;
use crate::store;
use crate::{House, hearing};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, MentionId, Thing};
use std::collections::HashMap;
use web::{Asker, Crumb, Error, Page, Piece, html, pieces};

struct FoundLine {
    topic: String,
    href: String,
    query: String,
    words: Vec<String>,
}

struct EditLine {
    title: String,
    when: String,
}

#[derive(Template)]
#[template(path = "listening_mention.html")]
struct MentionPage {
    p: Page,
    crumbs: Vec<Crumb>,
    line: super::thread::MentionLine,
    quote: Vec<Piece>,
    whole: String,
    kept: bool,
    heard: String,
    found: Vec<FoundLine>,
    edits: Vec<EditLine>,
    original: Option<(String, String)>,
    demands: bool,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(mention): Path<String>,
) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let id: MentionId = id(&mention)?;
    let db = look.db();
    let row = store::mentions::mention(db, id).await?.ok_or(Failure::NotFound)?;
    let thread = store::threads::thread(db, row.thread).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(row.title.clone()).await?;
    let outlets = hearing::outlet_names(db).await?;
    let text = store::mentions::text(db, id).await?;
    let aliases = house.office.aliases().await?;
    let mut marks = Vec::new();
    let mut found = Vec::new();
    for topic in store::topics::of_mention(db, id).await? {
        let (in_title, in_text) =
            evidence(&topic.query, &aliases, &row.title, text.as_deref().unwrap_or(&row.quote))
                .unwrap_or_default();
        let said = |ranges: &[std::ops::Range<usize>], text: &str| -> Vec<String> {
            ranges.iter().filter_map(|range| text.get(range.clone()).map(str::to_owned)).collect()
        };
        let mut words = said(&in_title, &row.title);
        words.extend(said(&in_text, text.as_deref().unwrap_or(&row.quote)));
        words.sort();
        words.dedup();
        if let Some((_, in_quote)) = evidence(&topic.query, &aliases, &row.title, &row.quote) {
            marks.extend(in_quote);
        }
        found.push(FoundLine {
            href: format!("/desk/listening/threads?topic={}", topic.id),
            topic: topic.name,
            query: topic.query,
            words: words.into_iter().take(12).collect(),
        });
    }
    let original = match row.copy_of {
        Some(of) => store::mentions::mention(db, of).await?.map(|of| {
            let outlet = outlets.get(&of.outlet).map(|outlet| outlet.name.clone()).unwrap_or_default();
            (format!("/desk/listening/mentions/{}", of.id), format!("{}: {}", outlet, of.title))
        }),
        None => None,
    };
    let licensed = outlets.get(&row.outlet).is_some_and(|outlet| outlet.licensed);
    marks.sort_by_key(|range| (range.start, range.end));
    let line = super::thread::lines(&p, std::slice::from_ref(&row), &outlets, &HashMap::new());
    let Some(line) = line.into_iter().next() else { return Err(Failure::NotFound.into()) };
    html(&MentionPage {
        crumbs: vec![
            Crumb { href: "/desk/listening".into(), label: p.t("listening-title") },
            Crumb { href: format!("/desk/listening/threads/{}", thread.id), label: thread.title },
        ],
        quote: pieces(&row.quote, &apart(marks)),
        kept: text.is_some(),
        whole: text.filter(|_| licensed).unwrap_or_default(),
        heard: p.format.stamp(row.heard_at),
        edits: store::mentions::edits(db, id)
            .await?
            .into_iter()
            .map(|edit| EditLine { title: edit.title, when: p.format.stamp(edit.at) })
            .collect(),
        found,
        line,
        original,
        demands: look.may(Action::AnswerPress, Thing::House).is_ok(),
        p,
    })
}

/// Ranges in order that do not overlap.
fn apart(ranges: Vec<std::ops::Range<usize>>) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    for range in ranges {
        if out.last().is_none_or(|last| last.end <= range.start) {
            out.push(range);
        }
    }
    out
}
