//! Set a rule: a promise the agency makes to itself, such as “facts within four working hours”.

use crate::Rules;
use crate::book::LEVELS;
use crate::store::{self, OwnRuleRow};
use db::Cx;
use kernel::{Action, ClockEvent, Day, Failure, NewId, Refusal, RuleId, Thing};
use serde::{Deserialize, Serialize};

/// A rule to be, as a form gives it.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct RuleWish {
    /// Its short name, such as `NB-04`.
    pub name: String,
    pub title: String,
    /// The act of the agency that sets it.
    pub act: String,
    pub article: String,
    pub from: String,
    /// The event that starts it, such as `facts-asked`.
    pub starts: String,
    pub count: u16,
    /// `hours`, `days`, `working-days`, `months`.
    pub unit: String,
    pub pause: bool,
    /// By how many of the unit it can be extended, once; 0 for not at all.
    pub extend: u16,
    pub tell_leader: bool,
    pub words: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    act: &'a str,
    article: &'a str,
    from: &'a str,
    starts: &'a str,
    term: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    extend: Option<String>,
    pause: bool,
    breach: &'a str,
    verified: bool,
    words: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    rule: [Line<'a>; 1],
}

/// Sets it. A rule of the same name that holds on the first day is refused: end that one first.
///
/// # Errors
/// Refused with the field that makes no sense.
pub async fn set_rule(cx: &mut Cx, rules: &Rules, wish: &RuleWish) -> Result<RuleId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let refused = |field, key| Failure::refused(Refusal::field(field, key));
    let name = wish.name.trim().to_uppercase();
    let shaped = name.split_once('-').is_some_and(|(series, number)| {
        (2..=4).contains(&series.len())
            && series.bytes().all(|byte| byte.is_ascii_uppercase())
            && (1..=4).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if !shaped {
        return Err(refused("name", "refused-rule-name"));
    }
    for (field, text, most) in [
        ("title", &wish.title, 120),
        ("act", &wish.act, 200),
        ("article", &wish.article, 120),
        ("words", &wish.words, 500),
        ("starts", &wish.starts, 60),
    ] {
        if text.trim().is_empty() || text.chars().count() > most {
            return Err(refused(field, "refused-rule-field"));
        }
    }
    if wish.from.parse::<Day>().is_err() {
        return Err(refused("from", "refused-day"));
    }
    let span = |count: u16| format!("{count} {}", wish.unit);
    if wish.count == 0 || !["hours", "days", "working-days", "months"].contains(&wish.unit.as_str()) {
        return Err(refused("count", "refused-rule-term"));
    }
    let line = Line {
        id: &name,
        title: wish.title.trim(),
        act: wish.act.trim(),
        article: wish.article.trim(),
        from: &wish.from,
        starts: wish.starts.trim(),
        term: span(wish.count),
        extend: (wish.extend > 0).then(|| span(wish.extend)),
        pause: wish.pause,
        breach: if wish.tell_leader { "tell-leader" } else { "mark" },
        verified: true,
        words: wish.words.trim(),
    };
    let text = toml::to_string(&File { rule: [line] }).map_err(|error| Failure::Broken(Box::new(error)))?;
    let book = rules.book(cx.tx()).await?;
    // The law's own rules are not the agency's to change, unless they leave the number to it (PN-17, NB-HD).
    if rules.is_law(&name) {
        return Err(refused("name", "refused-rule-taken"));
    }
    let from = wish.from.parse().unwrap_or(jiff::civil::Date::MIN);
    match book.pack.giving_way(&name, from, None).with(&name, &text) {
        Ok(_) => {}
        Err(clocks::PackFault::Twice { .. }) => return Err(refused("name", "refused-rule-twice")),
        Err(fault) => {
            tracing::info!(%fault, "a rule was refused");
            return Err(refused("count", "refused-rule-term"));
        }
    }
    let row = OwnRuleRow { id: RuleId::fresh(), name: name.clone(), text, ended_on: None };
    store::insert_rule(cx.tx(), &row, cx.actor().id(), cx.now()).await?;
    cx.record(ClockEvent::RuleSet { rule: row.id, name });
    Ok(row.id)
}

/// The first day of a rule that was set.
pub(crate) fn from_day(text: &str) -> Option<Day> {
    #[derive(Deserialize)]
    struct Read {
        rule: Vec<From>,
    }
    #[derive(Deserialize)]
    struct From {
        from: String,
    }
    let read: Read = toml::from_str(text).ok()?;
    read.rule.first()?.from.parse().ok()
}

/// Says what kind of agency this is, so that rules bind it which are for its kind.
///
/// # Errors
/// Refused when there is no such kind.
pub async fn set_level(cx: &Cx, level: &str) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    if !LEVELS.iter().any(|(name, _)| *name == level) {
        return Err(Failure::refused(Refusal::field("level", "refused-level")));
    }
    store::set_setting(cx.tx(), "level", level).await?;
    Ok(())
}
