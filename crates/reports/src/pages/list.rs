//! All reports, and the beginning of the next one.

use super::said::{named, title_of};
use super::show::sees_drafts;
use super::{may, work_only};
use crate::House;
use crate::period::{Kind, Period};
use crate::report::State;
use crate::store::reports;
use crate::verbs;
use askama::Template;
use axum::extract::{Query, State as Held};
use axum::response::Response;
use jiff::civil::Date;
use kernel::{Action, Failure, Refusal, Thing};
use serde::Deserialize;
use web::{
    Asker, Choice, Error, Fields, Page, Pager, Refused, Tab, html, reasons, refusals, said, wish, with_status,
};

/// Rows of a page.
const ROWS: u64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    state: String,
    page: u64,
}

struct ReportLine {
    href: String,
    title: String,
    number: String,
    chip: &'static str,
    state: String,
    when: String,
    approver: String,
}

/// A report that suggests itself.
struct Next {
    code: String,
    words: String,
}

/// Words that a unit of who looks owes.
struct Owed {
    chip: &'static str,
    state: String,
    href: String,
    words: String,
}

#[derive(Template)]
#[template(path = "report_list.html")]
struct ListPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<ReportLine>,
    owed: Vec<Owed>,
    writes: bool,
    next: Vec<Next>,
    kinds: Vec<Choice>,
    year: String,
    nth: String,
    first: String,
    last: String,
    subject: String,
    pager: Option<Pager>,
    refused: Vec<Refused>,
}

pub(super) fn chip(state: State) -> &'static str {
    match state {
        State::Drafting => "draft",
        State::Submitted => "submitted",
        State::Approved => "approved",
        State::Issued => "published",
    }
}

/// The list.
pub(super) async fn show(
    Held(house): Held<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&house, &asker, &asked, None, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    asked: &Asked,
    typed: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    work_only(&look)?;
    let db = look.db();
    let p = asker.desk_page(asker.locale().t("reports-title")).await?;
    let lang = p.format.lang();
    let state = State::named(&asked.state).map_or("", State::name);
    let at = asked.page.clamp(1, 1_000_000);
    let drafts = sees_drafts(&look);
    let total = reports::count(db, (state, drafts)).await?;
    let names = house.office.names().await?;
    let rows = reports::list(db, (state, drafts), (at - 1) * ROWS, ROWS).await?;
    let lines = rows.into_iter().filter_map(|row| {
        let period = row.period()?;
        Some(ReportLine {
            href: format!("/desk/reports/{}", row.id),
            title: title_of(lang, period, &row.subject),
            number: row.number.map(|number| format!("{number:02}")).unwrap_or_default(),
            chip: chip(row.state()),
            state: p.t(&format!("report-state-{}", row.state)),
            when: p.format.date(row.issued_at.unwrap_or(row.begun_at)),
            approver: names.person(row.approved_by),
        })
    });
    let lines: Vec<ReportLine> = lines.collect();
    let mut tabs = vec![Tab {
        href: "/desk/reports".into(),
        label: p.t("reports-all"),
        count: 0,
        current: state.is_empty(),
    }];
    for one in State::ALL.into_iter().filter(|one| drafts || *one == State::Issued) {
        tabs.push(Tab {
            href: format!("/desk/reports?state={}", one.name()),
            label: p.t(&format!("report-state-{}", one.name())),
            count: if one == State::Issued { 0 } else { reports::count(db, (one.name(), drafts)).await? },
            current: state == one.name(),
        });
    }
    let mut mine = Vec::new();
    // Who writes the report itself waits for the units, and sees on its page who owes what.
    let parts = if may(&look, Action::WriteReports) { Vec::new() } else { reports::asked(db).await? };
    for part in parts {
        let own = look.may(Action::GiveReport, Thing::Unit(part.unit)).is_ok();
        let Some(period) = Period::parse(&part.period).filter(|_| own) else { continue };
        let given = part.given_at.is_some();
        mine.push(Owed {
            href: format!("/desk/reports/{}/parts/{}", part.report, part.unit),
            words: format!("{}: {}", names.unit(part.unit), title_of(lang, period, "")),
            chip: if given { "done" } else { "soon" },
            state: p.t(if given { "report-given" } else { "report-owed" }),
        });
    }
    let today = house.app.zone.day(look.now());
    let text = |name: &str, standing: String| typed.map_or(standing, |fields| fields.text(name).to_owned());
    let kind = text("kind", Kind::Month.name().to_owned());
    let kinds = Choice::named(&p, "report-of-", &Kind::ALL.map(Kind::name), &kind);
    let last_month = Period::around(Kind::Month, today).and_then(Period::before);
    let more = if state.is_empty() { String::new() } else { format!("&state={state}") };
    let turn = |to: u64| format!("/desk/reports?page={to}{more}");
    let pager = (total > ROWS).then(|| Pager {
        from: (at - 1) * ROWS + 1,
        to: (at * ROWS).min(total),
        total,
        prev: if at > 1 { turn(at - 1) } else { String::new() },
        next: if at * ROWS < total { turn(at + 1) } else { String::new() },
    });
    let made = html(&ListPage {
        tabs,
        lines,
        owed: mine,
        writes: may(&look, Action::WriteReports),
        next: suggested(house, &p, today).await?,
        kinds,
        year: text("year", last_month.map_or(today.year(), |month| month.year).to_string()),
        nth: text("nth", last_month.map_or(1, |month| month.nth).to_string()),
        first: text("first", String::new()),
        last: text("last", String::new()),
        subject: text("subject", String::new()),
        pager,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(made, &refused))
}

/// Reports of periods that are over and have none yet: the month, and the longer ones at their end.
async fn suggested(house: &House, p: &Page, today: Date) -> Result<Vec<Next>, Failure> {
    let mut next = Vec::new();
    for kind in [Kind::Month, Kind::Quarter, Kind::SixMonths, Kind::NineMonths, Kind::Year] {
        let Some(around) = Period::around(kind, today) else { continue };
        let over = if around.last < today { Some(around) } else { around.before() };
        let Some(period) = over else { continue };
        // What ended long ago is no longer suggested.
        let days = period.last.until(today).map_or(i32::MAX, |span| span.get_days());
        if days <= 60 && reports::of_period(house.app.db.reader(), &period.code()).await?.is_none() {
            next.push(Next { code: period.code(), words: named(p.format.lang(), period) });
        }
    }
    Ok(next)
}

/// Begins one.
pub(super) async fn begin(Held(house): Held<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let outcome = match wanted(&fields) {
        Ok(period) => wish!(asker, |cx| verbs::begin(&mut cx, &house, period, fields.text("subject")).await),
        Err(refusal) => Err(Failure::refused(refusal)),
    };
    match outcome {
        Ok(id) => Ok(said(&format!("/desk/reports/{id}"), "said-report-begun")),
        Err(failure) => page(&house, &asker, &Asked::default(), Some(&fields), reasons(failure)?).await,
    }
}

fn wanted(fields: &Fields) -> Result<Period, Refusal> {
    if let Some(period) = Period::parse(fields.text("code")) {
        return Ok(period);
    }
    match Kind::named(fields.text("kind")) {
        None => Err(Refusal::field("kind", "refused-report-kind")),
        Some(Kind::Days) => {
            let days = fields.parsed::<Date>("first").zip(fields.parsed::<Date>("last"));
            days.and_then(|(first, last)| Period::days(first, last))
                .ok_or(Refusal::field("first", "refused-report-days"))
        }
        Some(kind) => {
            let nth = if kind.in_a_year() == 1 { Some(1) } else { fields.parsed("nth") };
            let period = fields.parsed("year").zip(nth).and_then(|(year, nth)| Period::of(kind, year, nth));
            period.ok_or(Refusal::field("nth", "refused-report-nth"))
        }
    }
}
