//! How the article pages of an outlet are read: the rule, and how it reads a page that is pasted.

use super::{id, press_or_sources, reasons};
use crate::House;
use crate::store::{rules, sources};
use crate::{site_rule, verbs};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, OutletId, Refusal, Thing};
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};
use wire::page::{Hint, Ruled, SiteRule, article, article_by};

/// A rule there was.
struct RuleLine {
    since: String,
    who: String,
    when: String,
    gone: bool,
    pages: String,
}

/// How a page was read.
struct Tried {
    kind: &'static str,
    words: String,
    title: String,
    published: String,
    paragraphs: Vec<String>,
    more: usize,
}

#[derive(Template)]
#[template(path = "listening_rule.html")]
struct RulePage {
    p: Page,
    crumbs: Vec<Crumb>,
    outlet: String,
    rule: String,
    page: String,
    tried: Option<Tried>,
    lines: Vec<RuleLine>,
    outworn: bool,
    tends: bool,
    refused: Vec<Refused>,
}

/// Paragraphs shown of a page that is tried.
const SHOWN: usize = 12;

/// What was typed.
#[derive(Default)]
struct Typed {
    rule: Option<String>,
    page: String,
    tried: Option<Tried>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(outlet): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&outlet)?, Vec::new(), Typed::default()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    outlet: OutletId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let look = asker.look();
    press_or_sources(&look)?;
    let db = look.db();
    let row = sources::outlet(db, outlet).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().f("rule-of", "outlet", &row.name)).await?;
    let today = house.app.zone.day(look.now()).to_string();
    let held = rules::rule_of(db, outlet, &today).await?;
    let names = house.office.names().await?;
    let lines = rules::rules_of(db, outlet).await?.into_iter().map(|row| RuleLine {
        who: names.person(row.set_by),
        when: p.format.stamp(row.set_at),
        gone: row.rule.is_empty(),
        pages: web::lookup(
            p.locale().0,
            "rule-pages",
            &[("pages", p.format.number(row.pages)), ("short", p.format.number(row.short))],
        ),
        since: row.since.parse().map_or(row.since.clone(), |day| p.format.day(day)),
    });
    let mut response = html(&RulePage {
        crumbs: vec![
            Crumb { href: "/desk/listening".into(), label: p.t("listening-title") },
            Crumb { href: "/desk/listening/sources".into(), label: p.t("sources-title") },
        ],
        outlet: outlet.to_string(),
        outworn: held.as_ref().is_some_and(site_rule::is_outworn),
        rule: typed.rule.or(held.map(|row| row.rule)).unwrap_or_default(),
        page: typed.page,
        tried: typed.tried,
        lines: lines.collect(),
        tends: look.may(Action::TendSources, Thing::House).is_ok(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Tries a rule on the page that was pasted, or sets it.
pub(crate) async fn set(
    State(house): State<House>,
    asker: Asker,
    Path(outlet): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let outlet: OutletId = id(&outlet)?;
    asker.look().may(Action::TendSources, Thing::House)?;
    let (rule, pasted) = (fields.raw("rule").to_owned(), fields.raw("page").to_owned());
    if fields.text("do") == "try" {
        let (tried, refused) = match site_rule::read(&rule) {
            Ok(read) => (Some(tried(&asker, read, pasted.clone()).await?), Vec::new()),
            Err(refusal) => (None, vec![refusal]),
        };
        return page(&house, &asker, outlet, refused, Typed { rule: Some(rule), page: pasted, tried }).await;
    }
    let outcome = async {
        let mut cx = asker.wish().await?;
        let today = house.app.zone.day(cx.now());
        verbs::set_rule(&mut cx, outlet, today, &rule).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/listening/outlets/{outlet}/rule"), "said-rule-set")),
        Err(failure) => {
            let typed = Typed { rule: Some(rule), page: pasted, tried: None };
            page(&house, &asker, outlet, reasons(failure)?, typed).await
        }
    }
}

/// How a page is read by a rule, or without one.
async fn tried(asker: &Asker, rule: Option<SiteRule>, pasted: String) -> Result<Tried, Failure> {
    let locale = asker.locale();
    let ruled = rule.is_some();
    let read = tokio::task::spawn_blocking(move || {
        let hint = Hint { charset: Some("utf-8".into()), ..Hint::default() };
        match rule {
            Some(rule) => article_by(pasted.as_bytes(), &hint, &rule),
            None => article(pasted.as_bytes(), &hint).map(|article| Ruled {
                article,
                followed: false,
                share: 100,
            }),
        }
    })
    .await
    .map_err(|error| Failure::broken(error.to_string()))?;
    let Ruled { article, followed, share } = match read {
        Ok(read) => read,
        Err(error) => {
            return Ok(Tried {
                kind: "bad",
                words: locale.t(&format!("rule-{}", error.key())),
                title: String::new(),
                published: String::new(),
                paragraphs: Vec::new(),
                more: 0,
            });
        }
    };
    let (kind, key) = match (ruled, followed) {
        (true, true) => ("ok", "rule-followed"),
        (true, false) => ("warn", "rule-not-followed"),
        (false, _) => ("info", "rule-none-tried"),
    };
    let paragraphs: Vec<String> = article.text.split("\n\n").map(str::to_owned).collect();
    Ok(Tried {
        kind,
        words: locale.f(key, "share", share.min(999)),
        title: article.title,
        published: article.published.map(|stamp| stamp.to_string()).unwrap_or_default(),
        more: paragraphs.len().saturating_sub(SHOWN),
        paragraphs: paragraphs.into_iter().take(SHOWN).collect(),
    })
}
