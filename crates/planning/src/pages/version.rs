//! A version as it was presented: its lines in the words and under the names of units they had then.

use super::ground::{Ground, Head, class_words, days_words, money_words};
use super::id;
use crate::House;
use crate::line::Content;
use crate::store::{day, versions};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Failure;
use web::{Asker, Crumb, Error, Page, html};

struct Line {
    name: String,
    lead: String,
    class: String,
    when: String,
    money: String,
}

#[derive(Template)]
#[template(path = "plan_version.html")]
struct VersionPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    meeting: String,
    on: String,
    hash: String,
    lines: Vec<Line>,
    left_out: String,
}

/// The most lines a page of a version shows.
const MOST: usize = 1000;

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((plan, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let number: i32 = id(&number)?;
    let db = ground.look.db();
    let version = versions::version(db, ground.id(), number).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().f("plan-version-number", "number", number)).await?;
    let frozen = versions::frozen(db, ground.id(), number).await?;
    let mine = |content: &Content| match &ground.sight.units {
        None => true,
        Some(units) => {
            units.contains(&content.lead)
                || content.supports.iter().any(|unit| units.contains(unit))
                || (ground.whole && !content.confidential)
        }
    };
    let mut contents: Vec<Content> =
        frozen.iter().filter_map(|row| Content::stored(&row.content)).filter(|one| mine(one)).collect();
    contents.sort_by_key(|content| content.lead);
    let more = contents.len().saturating_sub(MOST);
    html(&VersionPage {
        crumbs: ground.crumbs(&p, true),
        h: ground.head(&p, "/approval"),
        meeting: version.meeting,
        on: p.format.day(day(&version.presented_on)),
        hash: version.hash,
        lines: contents
            .iter()
            .take(MOST)
            .map(|content| Line {
                name: content.title.clone(),
                lead: ground.once(content.lead),
                class: class_words(&p, content),
                when: days_words(&p, content),
                money: money_words(content),
            })
            .collect(),
        left_out: if more == 0 { String::new() } else { p.f("plan-lines-more", "count", more) },
        p,
    })
}
