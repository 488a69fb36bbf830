//! Drafts put to the public: the list, one of them with its fixed text, the opinions and what the agency made of them.

use super::{person, sent, test, test_again};
use crate::FILES;
use crate::House;
use crate::pages::{reasons, size, with_status};
use crate::store::consultations::{self, ConsultationRow};
use crate::store::opinions;
use crate::verbs::{self, OpinionWish, takes_opinions};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use gate::Test;
use kernel::{Failure, PageNumber, Refusal};
use serde::Deserialize;
use typed::paragraphs;
use web::{Crumb, Error, Fields, Page, Pager, Refused, Visitor, html, refusals, said};

const SIZE: u32 = 20;

struct Line {
    href: String,
    title: String,
    about: String,
    state: &'static str,
    state_word: String,
    until: String,
    opinions: String,
}

#[derive(Template)]
#[template(path = "answers_consults.html")]
struct ListPage {
    p: Page,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

struct Opinion {
    who: String,
    place: String,
    words: Vec<Vec<String>>,
    reply: Vec<Vec<String>>,
    iso: String,
    when: String,
}

struct Hidden {
    label: String,
    many: i64,
}

#[derive(Template)]
#[template(path = "answers_consult.html")]
struct ConsultPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    about: Vec<Vec<String>>,
    draft: Vec<Vec<String>>,
    file: String,
    file_href: String,
    file_size: String,
    hash: String,
    unit: String,
    state: &'static str,
    state_word: String,
    opened: String,
    until: String,
    all: i64,
    waiting: i64,
    shown: i64,
    hidden: Vec<Hidden>,
    opinions: Vec<Opinion>,
    pager: Option<Pager>,
    conclusion: Vec<Vec<String>>,
    takes: bool,
    typed: OpinionWish,
    test: Test,
    refused: Vec<Refused>,
}

/// Which page of it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    #[serde(rename = "trang")]
    page: Option<String>,
}

/// The words and the shape of a state; what is past its time is closed, whether or not the machine came by.
fn standing(row: &ConsultationRow, now: kernel::Moment) -> &'static str {
    match row.state.as_str() {
        "concluded" => "concluded",
        "open" if now < row.closes_at => "open",
        _ => "closed",
    }
}

/// The list.
pub(crate) async fn list(
    State(_house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = visitor.page("consult-title").await?;
    let look = visitor.look();
    let found = consultations::list(look.db(), Some(look.now()), page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let mut lines = Vec::new();
    for row in &found.items {
        let many: i64 = opinions::tally(look.db(), row.id).await?.iter().map(|tally| tally.many).sum();
        let state = standing(row, look.now());
        lines.push(Line {
            href: format!("/lay-y-kien/{}", row.slug),
            title: row.title.clone(),
            about: row.about.lines().next().unwrap_or_default().to_owned(),
            state,
            state_word: p.t(&format!("consult-state-{state}")),
            until: p.format.date_time(row.closes_at),
            opinions: p.f("consult-opinions", "count", p.format.number(many)),
        });
    }
    html(&ListPage { lines, pager: Pager::of(&found, |n| format!("/lay-y-kien?trang={n}")), p })
}

async fn public_one(visitor: &Visitor, slug: &str) -> Result<ConsultationRow, Failure> {
    let look = visitor.look();
    consultations::at(look.db(), slug)
        .await?
        .filter(|row| row.state != "draft" && row.opened_at.is_some_and(|at| at <= look.now()))
        .ok_or(Failure::NotFound)
}

/// One of them.
pub(crate) async fn show(
    State(house): State<House>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    one(&house, &visitor, &slug, page, None, Vec::new()).await
}

async fn one(
    house: &House,
    visitor: &Visitor,
    slug: &str,
    page: PageNumber,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let row = public_one(visitor, slug).await?;
    let look = visitor.look();
    let mut p = visitor.page("consult-title").await?;
    p.title.clone_from(&row.title);
    let takes = takes_opinions(&row, look.now());
    let test = match fields {
        Some(fields) => test_again(house, visitor, p.locale(), fields).await?,
        None if takes => test(house, visitor, p.locale()).await?,
        None => Test::default(),
    };
    let tally = opinions::tally(look.db(), row.id).await?;
    let many = |state: &str| tally.iter().filter(|one| one.state == state).map(|one| one.many).sum::<i64>();
    let found = opinions::list(look.db(), row.id, true, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let state = standing(&row, look.now());
    let names = house.office.names().await?;
    let pager = Pager::of(&found, |n| format!("/lay-y-kien/{slug}?trang={n}"));
    let response = html(&ConsultPage {
        crumbs: vec![
            Crumb { href: p.site.home.clone(), label: p.t("web-home") },
            Crumb { href: "/lay-y-kien".into(), label: p.t("consult-title") },
        ],
        action: format!("/lay-y-kien/{slug}"),
        about: paragraphs(&row.about),
        draft: paragraphs(&row.draft),
        file: row.file_name.clone(),
        file_href: format!("/lay-y-kien/{slug}/tep"),
        file_size: size(row.file_bytes),
        hash: row.hash.clone(),
        unit: names.unit(Some(row.unit)),
        state,
        state_word: p.t(&format!("consult-state-{state}")),
        opened: row.opened_at.map(|at| p.format.date_time(at)).unwrap_or_default(),
        until: p.format.date_time(row.closes_at),
        all: many("waiting") + many("shown") + many("hidden"),
        waiting: many("waiting"),
        shown: many("shown"),
        hidden: tally
            .iter()
            .filter(|one| one.state == "hidden")
            .map(|one| Hidden { label: p.t(&format!("consult-hidden-{}", one.code)), many: one.many })
            .collect(),
        opinions: found
            .items
            .into_iter()
            .map(|one| Opinion {
                who: who(&one.name, &one.organisation, &p),
                place: one.place,
                words: paragraphs(&one.public_words),
                reply: paragraphs(&one.reply),
                iso: p.format.iso(one.at),
                when: p.format.date(one.at),
            })
            .collect(),
        pager,
        conclusion: paragraphs(&row.conclusion),
        takes,
        typed: fields.map(wish).unwrap_or_default(),
        test,
        refused: refusals(p.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Who gave it, as far as they said.
pub(crate) fn who(name: &str, organisation: &str, p: &Page) -> String {
    match (name.is_empty(), organisation.is_empty()) {
        (true, true) => p.t("consult-nameless"),
        (false, true) => name.to_owned(),
        (true, false) => organisation.to_owned(),
        (false, false) => format!("{name}, {organisation}"),
    }
}

fn wish(fields: &Fields) -> OpinionWish {
    OpinionWish {
        name: fields.text("name").to_owned(),
        organisation: fields.text("organisation").to_owned(),
        place: fields.text("place").to_owned(),
        words: fields.text("words").to_owned(),
        nonce: String::new(),
    }
}

/// Takes an opinion.
pub(crate) async fn give(
    State(house): State<House>,
    visitor: Visitor,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let row = public_one(&visitor, &slug).await?;
    let outcome: Result<(), Failure> = async {
        let passed = person(&house, &visitor, &fields).await?;
        let mut cx = visitor.wish().await?;
        verbs::give_opinion(&mut cx, row.id, OpinionWish { nonce: passed.nonce, ..wish(&fields) }).await?;
        cx.finish().await?;
        sent(&house, &visitor)
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/lay-y-kien/{}", row.slug), "said-opinion-given")),
        Err(failure) => {
            one(&house, &visitor, &slug, PageNumber::FIRST, Some(&fields), reasons(failure)?).await
        }
    }
}

/// The file of a draft.
pub(crate) async fn file(
    State(house): State<House>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let row = public_one(&visitor, &slug).await?;
    if row.file_sha.is_empty() {
        return Err(Failure::NotFound.into());
    }
    let bytes = house.files.rendition(&row.file_sha, &FILES.place(row.id.0)).await?;
    Ok(handout::file("application/octet-stream", &row.file_name, bytes))
}
