//! What is due: late first, then by when; by unit, by rule, and one's own.

use super::{Choice, desk_only, nav};
use crate::face::face;
use crate::running::{Running, thing};
use crate::store::{self, Wanted};
use crate::{ClockFace, House, tally};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Look;
use kernel::{Failure, Moment, PageNumber, PersonId, UnitId};
use serde::Deserialize;
use std::time::Duration;
use web::{Asker, Error, Page, Pager, Tab, html};

const SIZE: u32 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    when: String,
    unit: String,
    rule: String,
    who: String,
    page: Option<String>,
}

struct Line {
    face: ClockFace,
    title: String,
    href: String,
    kind: String,
    unit: String,
    person: String,
}

#[derive(Template)]
#[template(path = "clocks.html")]
struct ClocksPage {
    p: Page,
    nav: Vec<Tab>,
    tabs: Vec<Tab>,
    when: String,
    lines: Vec<Line>,
    units: Vec<Choice>,
    rules: Vec<Choice>,
    whos: Vec<Choice>,
    all: bool,
    pager: Option<Pager>,
    feed: bool,
}

/// The times after which the list can be looked at.
const WHENS: [&str; 6] = ["late", "today", "week", "later", "paused", "ended"];

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let p = asker.desk_page(asker.locale().t("clocks-title")).await?;
    let (db, now) = (look.db(), look.now());
    let mut base = tally::mine(&look).ok_or(Failure::SignIn)?;
    let all = base.units.is_none();
    // Who asks for a unit's wants that unit's, whoever has to keep them.
    if all && asked.who != "all" && (asked.unit.is_empty() || !asked.who.is_empty()) {
        base = match asked.who.parse::<PersonId>() {
            Ok(person) => Wanted { units: Some(Vec::new()), me: Some(person), ..Wanted::default() },
            Err(_) => tally::near(&look).ok_or(Failure::SignIn)?,
        };
    }
    base.unit = asked.unit.parse::<UnitId>().ok();
    base.rule.clone_from(&asked.rule);
    let mut counted = Vec::new();
    for when in WHENS {
        let count = store::count(db, &of_time(&house, base.clone(), when, now)).await?;
        counted.push((when, u64::try_from(count).unwrap_or(0)));
    }
    // Where nothing was chosen, the first time that has anything.
    let chosen = WHENS.into_iter().find(|when| *when == asked.when);
    let first = counted.iter().find(|(_, count)| *count > 0).map(|(when, _)| *when);
    let when = chosen.or(first).unwrap_or("today");
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let total = counted.iter().find(|(of, _)| *of == when).map_or(0, |(_, count)| *count);
    let wanted = of_time(&house, base, when, now);
    let skip = u64::from(number.get() - 1) * u64::from(SIZE);
    let rows = store::list(db, &wanted, skip, u64::from(SIZE)).await?;
    let page = kernel::Page { items: rows, number: number.get(), size: SIZE, total };
    let query = |when: &str, page: u32| {
        let number = if page > 1 { page.to_string() } else { String::new() };
        let parts = [
            ("when", when),
            ("unit", asked.unit.as_str()),
            ("rule", asked.rule.as_str()),
            ("who", asked.who.as_str()),
            ("page", number.as_str()),
        ];
        let words: Vec<String> = parts
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", word(value)))
            .collect();
        format!("/desk/clocks?{}", words.join("&"))
    };
    let pager = Pager::of(&page, |number| query(when, number));
    let tabs = counted
        .iter()
        .map(|(of, count)| Tab {
            href: query(of, 1),
            label: p.t(&format!("clocks-{of}")),
            count: *count,
            current: *of == when,
        })
        .collect();
    let lines = lines(&house, &asker, &p, page.items, now).await?;
    let units = choices(house.office.units().await?, &asked.unit);
    let used = store::rules_used(db).await?;
    let rules = used
        .into_iter()
        .map(|rule| Choice { selected: rule == asked.rule, label: rule.clone(), value: rule })
        .collect();
    let feed = match asker.actor.id() {
        Some(me) => store::has_feed(db, me).await?,
        None => false,
    };
    html(&ClocksPage {
        nav: nav(&p, "/desk/clocks"),
        tabs,
        when: when.to_owned(),
        lines,
        units,
        rules,
        whos: if all { whos(&house, &p, &look, &asked.who).await? } else { Vec::new() },
        all,
        pager,
        feed,
        p,
    })
}

/// Letters and digits of an address stay, all else is left out: ids, rules and words of ours have no other.
fn word(value: &str) -> String {
    value.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

fn choices(units: Vec<(UnitId, String)>, chosen: &str) -> Vec<Choice> {
    units
        .into_iter()
        .map(|(unit, label)| {
            let value = unit.to_string();
            Choice { selected: value == chosen, value, label }
        })
        .collect()
}

/// Whose clocks somebody who sees to the whole agency can look at: what they have to keep, everybody's, or one person's.
async fn whos(house: &House, p: &Page, look: &Look, chosen: &str) -> Result<Vec<Choice>, Error> {
    let all = Choice { value: "all".into(), label: p.t("clocks-of-all"), selected: chosen == "all" };
    let (_, names) = house.office.names().await?;
    let mut people: Vec<Choice> = store::persons(look.db())
        .await?
        .into_iter()
        .filter_map(|id| Some((id.to_string(), names.get(&id)?.clone())))
        .map(|(value, label)| Choice { selected: value == chosen, value, label })
        .collect();
    people.sort_by(|one, other| one.label.cmp(&other.label));
    people.insert(0, all);
    Ok(people)
}

fn of_time(house: &House, mut wanted: Wanted, when: &str, now: Moment) -> Wanted {
    let zone = &house.app.zone;
    let tomorrow = zone.day(now).tomorrow().ok().and_then(|day| zone.start_of(day)).unwrap_or(now);
    let week = tomorrow.plus(Duration::from_secs(6 * 24 * 3600));
    match when {
        "late" => wanted.until = Some(now),
        // A day's end is the next midnight: what ends with today is due today.
        "today" => (wanted.after, wanted.until) = (Some(now), Some(tomorrow)),
        "week" => (wanted.after, wanted.until) = (Some(tomorrow.max(now)), Some(week)),
        "later" => wanted.after = Some(week),
        "paused" => wanted.paused = true,
        _ => wanted.ended = true,
    }
    wanted
}

async fn lines(
    house: &House,
    asker: &Asker,
    p: &Page,
    rows: Vec<store::ClockRow>,
    now: Moment,
) -> Result<Vec<Line>, Error> {
    let look = asker.look();
    let book = house.rules.book(look.db()).await?;
    let things: Vec<_> = rows.iter().map(thing).collect();
    let names = house.app.frame.called(&look, &things).await?;
    let (units, people) = house.office.names().await?;
    let mut lines = Vec::new();
    for row in rows {
        let on = thing(&row);
        let called = names.get(&on);
        let running = Running::read(row)?;
        lines.push(Line {
            face: face(&running, &book, p, now)?,
            title: called.map(|called| called.title.clone()).unwrap_or_default(),
            href: called.map(|called| called.href.clone()).unwrap_or_default(),
            kind: p.t(&format!("thing-{}", on.kind.name())),
            unit: running.row.unit.and_then(|unit| units.get(&unit).cloned()).unwrap_or_default(),
            person: running.row.person.and_then(|person| people.get(&person).cloned()).unwrap_or_default(),
        });
    }
    Ok(lines)
}
