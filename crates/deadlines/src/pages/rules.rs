//! The rules that hold today: the law's, each with its source and whether it was compared with the signed text, and the agency's
//! own, which the administrator sets.

use super::{Choice, desk_only, nav, reasons};
use crate::book::LEVELS;
use crate::verbs::RuleWish;
use crate::{House, store, verbs};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use clocks::{Breach, Term, Unit};
use kernel::{Action, Failure, Refusal, RuleId, Thing};
use web::{Asker, Error, Fields, Page, Refused, Tab, html, refusals, said};

struct Line {
    name: String,
    title: String,
    source: String,
    words: String,
    term: String,
    more: String,
    verified: bool,
    since: String,
    own: String,
}

/// What the law asks without a clock.
struct DutyLine {
    name: String,
    title: String,
    source: String,
    words: String,
    kept: String,
    verified: bool,
    since: String,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    p: Page,
    nav: Vec<Tab>,
    lines: Vec<Line>,
    duties: Vec<DutyLine>,
    levels: Vec<Choice>,
    units: Vec<Choice>,
    sets: bool,
    today: String,
    typed: RuleWish,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Vec::new(), RuleWish::default()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    refused: Vec<Refusal>,
    typed: RuleWish,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let p = asker.desk_page(asker.locale().t("rules-title")).await?;
    let book = house.rules.book(look.db()).await?;
    let today = house.app.zone.day(look.now());
    let own = store::own_rules(look.db()).await?;
    let sets = look.may(Action::Administer, Thing::House).is_ok();
    let lines = book
        .pack
        .rules()
        .iter()
        .filter(|rule| rule.holds_on(today) && rule.binds(book.level))
        .map(|rule| Line {
            name: rule.id.clone(),
            title: rule.title.clone(),
            source: format!("{}, {}", rule.act, rule.article),
            words: rule.words.clone(),
            term: term(&p, &rule.term),
            more: more(&p, rule),
            verified: rule.verified,
            since: p.format.day(rule.from),
            own: own
                .iter()
                .find(|mine| sets && mine.name == rule.id && mine.ended_on.is_none())
                .map(|mine| mine.id.to_string())
                .unwrap_or_default(),
        })
        .collect();
    let duties = book
        .pack
        .duties()
        .iter()
        .filter(|duty| duty.binds(book.level, today))
        .map(|duty| DutyLine {
            name: duty.id.clone(),
            title: duty.title.clone(),
            source: format!("{}, {}", duty.act, duty.article),
            words: duty.words.clone(),
            kept: duty.kept.clone(),
            verified: duty.verified,
            since: p.format.day(duty.from),
        })
        .collect();
    let levels = LEVELS
        .iter()
        .map(|(name, level)| Choice {
            value: (*name).to_owned(),
            label: p.t(&format!("agency-level-{name}")),
            selected: *level == book.level,
        })
        .collect();
    let units = ["hours", "days", "working-days", "months"]
        .into_iter()
        .map(|unit| Choice {
            value: unit.to_owned(),
            label: p.t(&format!("rule-unit-{unit}")),
            selected: typed.unit == unit,
        })
        .collect();
    let mut response = html(&RulesPage {
        nav: nav(&p, "/desk/clocks/rules"),
        lines,
        duties,
        levels,
        units,
        sets,
        today: today.to_string(),
        typed,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Hour => "rule-hours",
        Unit::Day => "rule-days",
        Unit::WorkingDay => "rule-working-days",
        Unit::Month => "rule-months",
    }
}

fn term(p: &Page, term: &Term) -> String {
    match term {
        Term::After(span) => p.f(unit_key(span.unit), "n", span.count),
        Term::Before(span) => p.f("rule-before", "span", p.f(unit_key(span.unit), "n", span.count)),
        Term::YearlyBefore { month, day } => p.f("rule-yearly", "day", format!("{day}/{month}")),
        Term::AtOnce => p.t("rule-at-once"),
        Term::OnDay => p.t("rule-on-day"),
    }
}

fn more(p: &Page, rule: &clocks::Rule) -> String {
    let mut said = Vec::new();
    if rule.pause {
        said.push(p.t("rule-can-pause"));
    }
    if let Some(by) = rule.extend {
        said.push(p.f("rule-can-extend", "span", p.f(unit_key(by.unit), "n", by.count)));
    }
    if rule.breach != Breach::Mark {
        said.push(p.t("rule-tells-leader"));
    }
    if !rule.back_dating {
        said.push(p.t("rule-no-back-dating"));
    }
    said.join(" · ")
}

async fn answer(
    house: &House,
    asker: &Asker,
    outcome: Result<&'static str, Failure>,
    typed: RuleWish,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said("/desk/clocks/rules", key)),
        Err(failure) => page(house, asker, reasons(failure)?, typed).await,
    }
}

fn wish(fields: &Fields) -> RuleWish {
    let text = |name: &str| fields.text(name).to_owned();
    RuleWish {
        name: text("name"),
        title: text("title"),
        act: text("act"),
        article: text("article"),
        from: text("from"),
        starts: text("starts"),
        count: fields.parsed("count").unwrap_or(0),
        unit: text("unit"),
        pause: fields.text("pause") == "1",
        extend: fields.parsed("extend").unwrap_or(0),
        tell_leader: fields.text("tell-leader") == "1",
        words: text("words"),
    }
}

/// Sets a rule of the agency's own.
pub(crate) async fn set(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let wish = wish(&fields);
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::set_rule(&mut cx, &house.rules, &wish).await?;
        cx.finish().await?;
        Ok("said-own-rule-set")
    }
    .await;
    answer(&house, &asker, outcome, wish).await
}

/// Ends one.
pub(crate) async fn end(
    State(house): State<House>,
    asker: Asker,
    Path(rule): Path<String>,
) -> Result<Response, Error> {
    let id: RuleId = rule.parse().map_err(|_| Failure::NotFound)?;
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::end_rule(&mut cx, &house.app.zone, id).await?;
        cx.finish().await?;
        Ok("said-rule-ended")
    }
    .await;
    answer(&house, &asker, outcome, RuleWish::default()).await
}

/// Says what kind of agency this is.
pub(crate) async fn level(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome = async {
        let cx = asker.wish().await?;
        verbs::set_level(&cx, fields.text("level")).await?;
        cx.finish().await?;
        Ok("said-level-set")
    }
    .await;
    answer(&house, &asker, outcome, RuleWish::default()).await
}
