//! Compare any two revisions of a story.

use crate::House;
use crate::content::Content;
use crate::pages::InAddress;
use crate::pages::form::Choice;
use crate::sheet::Sheet;
use crate::store::{self, RevisionRow};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Page, html};

#[derive(Deserialize)]
pub(crate) struct Asked {
    from: Option<String>,
    to: Option<String>,
}

struct Line {
    label: String,
    old: String,
    new: String,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage {
    p: Page,
    crumbs: Vec<Crumb>,
    back: String,
    title: String,
    from: Vec<Choice>,
    to: Vec<Choice>,
    old_head: String,
    old_meta: String,
    new_head: String,
    new_meta: String,
    lines: Vec<Line>,
    body: String,
    summary: String,
    /// Why there is nothing to compare, or nothing to see in it.
    nothing: String,
    nothing_why: String,
}

/// The page: `?from=` and `?to=` are revision numbers; without them the newest two.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let db = asker.db().reader();
    let sheet = Sheet::read(db, story, &asker.actor, Action::ReadStory).await?;
    let revisions = store::revisions(db, story).await?;
    let latest = sheet.head.as_ref().map_or(1, |head| head.number);
    let find = |text: Option<&str>, default: i32| -> Result<&RevisionRow, Failure> {
        let number: i32 = match text {
            None | Some("") => default,
            Some(text) => text.parse().map_err(|_| Failure::NotFound)?,
        };
        revisions.iter().find(|revision| revision.number == number).ok_or(Failure::NotFound)
    };
    let old = find(asked.from.as_deref(), (latest - 1).max(1))?;
    let new = find(asked.to.as_deref(), latest)?;
    let (before, after) = (Content::from_json(&old.content)?, Content::from_json(&new.content)?);
    let people = house.directory.names().await?.1;
    let p = asker.desk_page(asker.locale().t("compare-title")).await?;
    let format = asker.format();
    let meta = |revision: &RevisionRow| {
        let who = revision.made_by.and_then(|id| people.get(&id).cloned()).unwrap_or_default();
        format!("{who}, {}", format.date_time(revision.made_at))
    };
    let choices = |chosen: i32| -> Vec<Choice> {
        revisions
            .iter()
            .rev()
            .map(|revision| Choice {
                value: revision.number.to_string(),
                label: format!("{} · {}", p.f("story-revision", "number", revision.number), meta(revision)),
                selected: revision.number == chosen,
            })
            .collect()
    };
    let words = p.clone();
    let (before, after, (body, added, removed)) = web::off_thread(move || {
        let compared = compared(&before, &after, &words);
        (before, after, compared)
    })
    .await?;
    let nothing = match revisions.len() {
        0 | 1 => p.t("compare-only-one"),
        _ if old.number == new.number => p.t("compare-itself"),
        _ if before == after => p.t("compare-same"),
        _ => String::new(),
    };
    let several = revisions.len() > 1;
    let page = ComparePage {
        crumbs: vec![
            Crumb { href: "/desk/newsroom/stories".into(), label: p.t("list-title") },
            Crumb { href: format!("/desk/newsroom/stories/{story}"), label: new.title.clone() },
        ],
        back: crate::pages::address(story),
        title: new.title.clone(),
        from: if several { choices(old.number) } else { Vec::new() },
        to: if several { choices(new.number) } else { Vec::new() },
        nothing,
        nothing_why: p.t(if several { "compare-nothing-why" } else { "compare-only-one-why" }),
        old_head: p.f("story-revision", "number", old.number),
        old_meta: meta(old),
        new_head: p.f("story-revision", "number", new.number),
        new_meta: meta(new),
        lines: lines(&before, &after, &p),
        summary: format!(
            "{} {}",
            p.f("compare-added", "count", added),
            p.f("compare-removed", "count", removed)
        ),
        body,
        p,
    };
    html(&page)
}

/// The two texts in one, with what was added and removed, and how many words that is.
fn compared(before: &Content, after: &Content, p: &Page) -> (String, usize, usize) {
    let comparison = prose::compare(&before.body, &after.body);
    let unchanged = |count: usize| p.f("compare-word-same", "count", count);
    let (added, removed) = (p.t("compare-word-added"), p.t("compare-word-removed"));
    let (form, picture) = (p.t("compare-word-form"), p.t("compare-word-picture"));
    let (alt, caption, credit) =
        (p.t("web-ed-picture-alt"), p.t("web-ed-picture-caption"), p.t("web-ed-picture-credit"));
    let options = prose::CompareOptions {
        added: &added,
        removed: &removed,
        form_changed: &form,
        picture_changed: &picture,
        alt: &alt,
        caption: &caption,
        credit: &credit,
        unchanged: &unchanged,
        fold_from: 4,
        html: prose::HtmlOptions::default(),
    };
    (comparison.to_html(&options), comparison.words_added, comparison.words_removed)
}

/// Titles and other lines that changed.
fn lines(before: &Content, after: &Content, p: &Page) -> Vec<Line> {
    let genre = |content: &Content| p.t(&format!("genre-{}", content.genre.name()));
    [
        ("write-headline", before.title.clone(), after.title.clone()),
        ("write-summary", before.summary.clone(), after.summary.clone()),
        ("write-byline", before.byline.clone(), after.byline.clone()),
        ("write-source", before.source.name.clone(), after.source.name.clone()),
        ("write-source-url", before.source.url.clone(), after.source.url.clone()),
        ("write-genre", genre(before), genre(after)),
    ]
    .into_iter()
    .filter(|(_, old, new)| old != new)
    .map(|(key, old, new)| Line { label: p.t(key), old, new })
    .collect()
}
