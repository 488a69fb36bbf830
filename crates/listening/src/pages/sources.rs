//! Sources: which outlets are heard, how each source answers, which are silent; lists in and out.

use super::morning::is_silent;
use super::{Choice, id, press_or_sources, reasons};
use crate::House;
use crate::outlet::{Level, OutletKind, shipped};
use crate::site_rule;
use crate::store::rules::{self, RuleRow};
use crate::store::sources::{self, SourceRow};
use crate::verbs::{self, OutletWish, SourceKind, SourceWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use kernel::{Action, Failure, Moment, OutletId, PageNumber, Refusal, SourceId, Thing};
use serde::Deserialize;
use std::collections::HashMap;
use std::time::Duration;
use typed::Sent;
use web::{Asker, Error, Fields, Page, Pager, Refused, html, refusals, said};
use wire::feed::opml;

struct SourceLine {
    id: String,
    title: String,
    outlet: String,
    /// Where the rule of its outlet is; whether it has one.
    rule: (String, bool),
    level: String,
    url: String,
    kind: String,
    active: bool,
    chip: &'static str,
    health: String,
    detail: String,
    month: i64,
    new: String,
    next: String,
}

#[derive(Default)]
struct Typed {
    outlet: String,
    url: String,
    title: String,
    level: String,
    kind: String,
    locality: String,
}

#[derive(Template)]
#[template(path = "listening_sources.html")]
struct SourcesPage {
    p: Page,
    lines: Vec<SourceLine>,
    pager: Option<Pager>,
    on: usize,
    levels: Vec<Choice>,
    kinds: Vec<Choice>,
    as_of: String,
    listed: usize,
    tends: bool,
    reads_press: bool,
    refused: Vec<Refused>,
    typed: Typed,
}

/// Which page of the list, as the address says it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    page: Option<String>,
}

/// Sources on one page.
const SIZE: u32 = 100;

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    page_of(&house, &asker, number, Vec::new(), Typed::default()).await
}

async fn page(house: &House, asker: &Asker, refused: Vec<Refusal>, typed: Typed) -> Result<Response, Error> {
    page_of(house, asker, PageNumber::FIRST, refused, typed).await
}

async fn page_of(
    house: &House,
    asker: &Asker,
    number: PageNumber,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let look = asker.look();
    press_or_sources(&look)?;
    let p = asker.desk_page(asker.locale().t("sources-title")).await?;
    let (db, now) = (look.db(), look.now());
    let outlets: HashMap<_, _> = sources::outlets(db).await?.into_iter().map(|row| (row.id, row)).collect();
    let month = now.minus(Duration::from_secs(30 * 86_400));
    let counts: HashMap<SourceId, i64> =
        sources::counts_since(db, month).await?.into_iter().map(|row| (row.source, row.count)).collect();
    let today = house.app.zone.day(now).to_string();
    let rules: HashMap<OutletId, RuleRow> =
        rules::rules_on(db, &today).await?.into_iter().map(|row| (row.outlet, row)).collect();
    let mut lines: Vec<SourceLine> = sources::sources(db)
        .await?
        .into_iter()
        .map(|row| {
            let outlet = outlets.get(&row.outlet);
            let (name, level) = outlet
                .map(|outlet| (outlet.name.clone(), p.t(&format!("level-{}", outlet.level))))
                .unwrap_or_default();
            let rule = rules.get(&row.outlet);
            line(&p, row, (name, level), rule, &counts, now)
        })
        .collect();
    // What is on comes first, and of that what is in trouble.
    let rank = |line: &SourceLine| match (line.active, line.chip) {
        (true, "failed") => 0,
        (true, "soon") => 1,
        (true, _) => 2,
        (false, _) => 3,
    };
    lines.sort_by(|a, b| (rank(a), &a.outlet, &a.title).cmp(&(rank(b), &b.outlet, &b.title)));
    let on = lines.iter().filter(|line| line.active).count();
    let total = lines.len() as u64;
    let first = usize::try_from(number.offset(SIZE)).unwrap_or(usize::MAX);
    let items: Vec<SourceLine> = lines.into_iter().skip(first).take(SIZE as usize).collect();
    let found = kernel::Page { items, number: number.get(), size: SIZE, total };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let list = shipped().ok();
    let choice = |name: &'static str, prefix: &str, chosen: &str| Choice {
        value: name.to_owned(),
        label: p.t(&format!("{prefix}-{}", name.replace('_', "-"))),
        selected: name == chosen,
    };
    let mut response = html(&SourcesPage {
        pager: Pager::of(&found, |page| format!("/desk/listening/sources?page={page}")),
        on,
        levels: Level::ALL.iter().map(|level| choice(level.name(), "level", &typed.level)).collect(),
        kinds: OutletKind::ALL.iter().map(|kind| choice(kind.name(), "outlet", &typed.kind)).collect(),
        as_of: list.as_ref().map(|list| list.as_of.clone()).unwrap_or_default(),
        listed: list.map(|list| list.outlets.len()).unwrap_or(0),
        tends: look.may(Action::TendSources, Thing::House).is_ok(),
        reads_press: super::press_only(&look).is_ok(),
        refused: refusals(asker.locale(), &refused),
        lines: found.items,
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn line(
    p: &Page,
    row: SourceRow,
    (outlet, level): (String, String),
    rule: Option<&RuleRow>,
    counts: &HashMap<SourceId, i64>,
    now: Moment,
) -> SourceLine {
    let (chip, word) = match () {
        () if !row.active && row.failure.is_empty() => ("draft", "source-off"),
        () if row.failures > 0 => ("failed", "source-failing"),
        () if row.answered_at.is_none() => ("scheduled", "source-waits"),
        () if is_silent(&row, now) => ("soon", "source-silent"),
        () if rule.is_some_and(site_rule::is_outworn) => ("soon", "source-rule-outworn"),
        () => ("done", "source-well"),
    };
    let mut detail = Vec::new();
    if !row.failure.is_empty() {
        detail.push(p.t(&row.failure));
    }
    if !row.moved_from.is_empty() {
        detail.push(p.f("source-moved", "from", &row.moved_from));
    }
    SourceLine {
        month: counts.get(&row.id).copied().unwrap_or(0),
        new: row.new_at.map(|at| p.format.stamp(at)).unwrap_or_default(),
        next: if row.active { p.format.stamp(row.next_at) } else { String::new() },
        kind: p.t(if row.kind == "page" { "source-page" } else { "source-feed" }),
        id: row.id.to_string(),
        title: row.title,
        url: row.url,
        active: row.active,
        health: p.t(word),
        detail: detail.join(" "),
        chip,
        rule: (format!("/desk/listening/outlets/{}/rule", row.outlet), rule.is_some()),
        outlet,
        level,
    }
}

/// Adds a source, and its outlet where it is not known yet.
pub(crate) async fn add(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        cx.may(Action::TendSources, Thing::House)?;
        let name = fields.text("outlet");
        let wish = OutletWish {
            name: name.to_owned(),
            domain: host(fields.text("url")),
            level: Level::named(fields.text("level")).unwrap_or(Level::Province),
            kind: OutletKind::named(fields.text("kind")).unwrap_or(OutletKind::Paper),
            locality: fields.text("locality").to_owned(),
            licensed: false,
        };
        let outlet = verbs::outlet_for(&mut cx, &wish).await?;
        let wish = SourceWish {
            outlet,
            title: fields.text("title").to_owned(),
            url: fields.text("url").to_owned(),
            kind: SourceKind::named(fields.text("source-kind")),
            reads_pages: true,
            on: true,
        };
        verbs::add_source(&mut cx, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/listening/sources", "said-source-added")),
        Err(failure) => {
            let typed = Typed {
                outlet: fields.text("outlet").to_owned(),
                url: fields.text("url").to_owned(),
                title: fields.text("title").to_owned(),
                level: fields.text("level").to_owned(),
                kind: fields.text("kind").to_owned(),
                locality: fields.text("locality").to_owned(),
            };
            page(&house, &asker, reasons(failure)?, typed).await
        }
    }
}

fn host(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Takes the list over that comes with the program; everything stays off.
pub(crate) async fn take_listed(asker: Asker) -> Result<Response, Error> {
    let mut cx = asker.wish().await?;
    cx.may(Action::TendSources, Thing::House)?;
    let list = shipped().map_err(|error| Failure::broken(error.to_string()))?;
    for outlet in &list.outlets {
        verbs::take_listed(&mut cx, outlet).await?;
    }
    cx.finish().await?;
    Ok(said("/desk/listening/sources", "said-list-taken"))
}

/// Switches one on or off.
pub(crate) async fn switch(
    asker: Asker,
    Path(source): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let on = fields.text("on") == "1";
    let mut cx = asker.wish().await?;
    verbs::switch_source(&mut cx, id(&source)?, on).await?;
    cx.finish().await?;
    Ok(said("/desk/listening/sources", if on { "said-source-on" } else { "said-source-off" }))
}

/// Feeds of an OPML file; outlets are its innermost folders, or the titles of the feeds. Everything stays off.
pub(crate) async fn import(
    State(house): State<House>,
    asker: Asker,
    mut sent: Sent,
) -> Result<Response, Error> {
    asker.look().may(Action::TendSources, Thing::House)?;
    let unreadable = || Failure::refused(Refusal::field("file", "refused-opml"));
    let outcome = async {
        let entries = opml::read(&sent.file("refused-opml")?.bytes).map_err(|_| unreadable())?;
        if entries.is_empty() {
            return Err(unreadable());
        }
        let mut cx = asker.wish().await?;
        let taken = verbs::import_opml(&mut cx, &entries).await?;
        cx.finish().await?;
        Ok(if taken.more { "said-opml-part" } else { "said-opml-taken" })
    }
    .await;
    match outcome {
        Ok(key) => Ok(said("/desk/listening/sources", key)),
        Err(failure) => page(&house, &asker, reasons(failure)?, Typed::default()).await,
    }
}

/// Every source as an OPML file.
pub(crate) async fn export(asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    press_or_sources(&look)?;
    let outlets: HashMap<_, _> =
        sources::outlets(look.db()).await?.into_iter().map(|row| (row.id, row.name)).collect();
    let entries: Vec<opml::Entry> = sources::sources(look.db())
        .await?
        .into_iter()
        .filter(|source| source.kind == "feed")
        .map(|source| opml::Entry {
            folders: outlets.get(&source.outlet).cloned().into_iter().collect(),
            title: source.title,
            feed: source.url,
            page: None,
        })
        .collect();
    let text = opml::write(&asker.locale().t("sources-title"), &entries);
    let headers = [
        (header::CONTENT_TYPE, "text/x-opml; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"nguon-tin.opml\""),
    ];
    Ok((headers, text).into_response())
}
