//! The yearly report of PN-21: six numbers with the cases behind each, and what people write below them.

use super::history;
use super::shared::{desk_only, may, reasons, with_status};
use crate::House;
use crate::store::yearly::{self as rows, YearlyRow};
use crate::verbs;
use crate::yearly::{Case, Line, Report, Window, count};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use deadlines::ClockFace;
use kernel::{Action, Failure, Refusal, ThingKind, ThingRef};
use std::collections::HashMap;
use web::{Asker, Called, Crumb, Error, Fields, Page, Refused, Tab, html, refusals, said, see_other};

struct CaseLine {
    title: String,
    href: String,
    kind: String,
    rules: String,
    counts: bool,
    iso: String,
    when: String,
}

struct NumberLine {
    number: u8,
    words: String,
    shown: String,
    cases: Vec<CaseLine>,
}

#[derive(Template)]
#[template(path = "press_yearly.html")]
struct YearlyPage {
    p: Page,
    tabs: Vec<Tab>,
    year: i16,
    window: String,
    closed: bool,
    numbers: Vec<NumberLine>,
    then: Vec<(u8, String)>,
    edition: i64,
    difficulties: String,
    proposals: String,
    sent: String,
    document: String,
    answers: bool,
    clocks: Vec<ClockFace>,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
}

#[derive(Template)]
#[template(path = "press_yearly_line.html")]
struct LinePage {
    p: Page,
    crumbs: Vec<Crumb>,
    line: NumberLine,
    window: String,
}

/// This year's.
pub(crate) async fn current(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    desk_only(&asker)?;
    let year = Window::year_of(&house.app.zone, asker.look().now());
    Ok(see_other(&format!("/desk/press/yearly/{year}")))
}

/// A year's.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(year): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, year_of(&house, &year)?, Vec::new(), None).await
}

/// A year that can be looked at: not before the decree's kind of report, not after the one that runs.
pub(super) fn year_of(house: &House, text: &str) -> Result<i16, Failure> {
    let year = text.parse::<i16>().map_err(|_| Failure::NotFound)?;
    let last = Window::year_of(&house.app.zone, house.app.db.now());
    if (2017..=last).contains(&year) { Ok(year) } else { Err(Failure::NotFound) }
}

fn said_window(p: &Page, window: &Window) -> String {
    format!("{} – {}", p.format.day(window.first), p.format.day(window.last))
}

fn shown(p: &Page, line: &Line) -> String {
    let number = |n: usize| p.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    match line.of {
        Some(of) => format!("{}/{}", number(line.count), number(of)),
        None => number(line.count),
    }
}

async fn page(
    house: &House,
    asker: &Asker,
    year: i16,
    refused: Vec<Refusal>,
    typed: Option<(String, String)>,
) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let db = look.db();
    let p = asker.desk_page(asker.locale().f("yearly-title", "year", year)).await?;
    let report = count(house, db, year).await?;
    let row = rows::of_year(db, i64::from(year)).await?;
    let names = house.office.names().await?;
    let (mut clocks, mut history) = (Vec::new(), Vec::new());
    if let Some(row) = &row {
        let on = ThingRef { kind: ThingKind::YearlyReport, id: row.id.0 };
        clocks = deadlines::faces(&house.rules, db, &p, look.now(), on).await?;
        history = history::of(&p, db, row.id.0, &names).await?;
    }
    let last = Window::year_of(&house.app.zone, look.now());
    let mut years: Vec<i16> = vec![last, last - 1];
    for known in rows::years(db).await? {
        let known = i16::try_from(known.year).unwrap_or(last);
        if !years.contains(&known) {
            years.push(known);
        }
    }
    let then: Vec<(u8, String)> = match &row {
        Some(row) if row.sent_at.is_some() => changed_since(row, &report),
        _ => Vec::new(),
    };
    let text = |pick: fn(&YearlyRow) -> &String| row.as_ref().map(pick).cloned().unwrap_or_default();
    let (difficulties, proposals) =
        typed.unwrap_or_else(|| (text(|row| &row.difficulties), text(|row| &row.proposals)));
    let page = html(&YearlyPage {
        tabs: years
            .into_iter()
            .map(|other| Tab {
                href: format!("/desk/press/yearly/{other}"),
                label: other.to_string(),
                count: 0,
                current: other == year,
            })
            .collect(),
        year,
        window: said_window(&p, &report.window),
        closed: report.window.to <= look.now(),
        numbers: number_lines(house, &look, &p, &report).await?,
        then,
        edition: row.as_ref().map_or(0, |row| row.edition),
        difficulties,
        proposals,
        sent: row.as_ref().and_then(|row| row.sent_at).map(|at| p.format.stamp(at)).unwrap_or_default(),
        document: text(|row| &row.document),
        answers: may(asker, Action::AnswerPress),
        clocks,
        history,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Lines whose number is another one by now than it was in the report that was sent.
fn changed_since(row: &YearlyRow, report: &Report) -> Vec<(u8, String)> {
    #[derive(serde::Deserialize)]
    struct Sent {
        number: u8,
        count: usize,
        of: Option<usize>,
    }
    let sent: Vec<Sent> = serde_json::from_str(&row.numbers).unwrap_or_default();
    sent.into_iter()
        .filter(|then| {
            report
                .lines
                .iter()
                .any(|(now, _)| now.number == then.number && (now.count, now.of) != (then.count, then.of))
        })
        .map(|then| {
            let shown = then.of.map_or(then.count.to_string(), |of| format!("{}/{of}", then.count));
            (then.number, shown)
        })
        .collect()
}

async fn number_lines(
    house: &House,
    look: &Look,
    p: &Page,
    report: &Report,
) -> Result<Vec<NumberLine>, Failure> {
    let mut lines = Vec::new();
    for (line, cases) in &report.lines {
        let things: Vec<ThingRef> = cases.iter().filter_map(|case| case.thing).collect();
        let names = house.app.frame.called(look, &things).await?;
        lines.push(NumberLine {
            number: line.number,
            words: p.t(&format!("yearly-line-{}", line.number)),
            shown: shown(p, line),
            cases: cases.iter().map(|case| case_line(p, case, &names)).collect(),
        });
    }
    Ok(lines)
}

fn case_line(p: &Page, case: &Case, names: &HashMap<ThingRef, Called>) -> CaseLine {
    let (title, href) = match (&case.called, case.thing.and_then(|thing| names.get(&thing))) {
        (Some((title, href)), _) => (title.clone(), href.clone()),
        (None, Some(called)) => (called.title.clone(), called.href.clone()),
        // A case that who looks may not read is counted all the same, without its words.
        (None, None) => (p.t("yearly-case-hidden"), String::new()),
    };
    CaseLine {
        title,
        href,
        kind: case.thing.map(|thing| p.t(&format!("thing-{}", thing.kind.name()))).unwrap_or_default(),
        rules: case.rules.join(", "),
        counts: case.counts,
        iso: p.format.iso(case.at),
        when: p.format.stamp(case.at),
    }
}

/// The cases behind one number.
pub(crate) async fn line(
    State(house): State<House>,
    asker: Asker,
    Path((year, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    desk_only(&asker)?;
    let year = year_of(&house, &year)?;
    let look = asker.look();
    let number: u8 = number.parse().map_err(|_| Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().f("yearly-title", "year", year)).await?;
    let report = count(&house, look.db(), year).await?;
    let lines = number_lines(&house, &look, &p, &report).await?;
    let line = lines.into_iter().find(|line| line.number == number).ok_or(Failure::NotFound)?;
    html(&LinePage {
        crumbs: vec![Crumb { href: format!("/desk/press/yearly/{year}"), label: p.title.clone() }],
        window: said_window(&p, &report.window),
        line,
        p,
    })
}

/// Keeps what was written.
pub(crate) async fn write(
    State(house): State<House>,
    asker: Asker,
    Path(year): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let year = year_of(&house, &year)?;
    let (difficulties, proposals) =
        (fields.raw("difficulties").to_owned(), fields.raw("proposals").to_owned());
    let edition = fields.parsed("edition").unwrap_or(-1);
    let outcome = web::wish!(asker, |cx| {
        verbs::write_yearly(&mut cx, year, edition, &difficulties, &proposals).await
    });
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/yearly/{year}"), "said-yearly-written")),
        Err(failure) => page(&house, &asker, year, reasons(failure)?, Some((difficulties, proposals))).await,
    }
}

/// Notes that it was sent.
pub(crate) async fn send(
    State(house): State<House>,
    asker: Asker,
    Path(year): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let year = year_of(&house, &year)?;
    let outcome = web::wish!(asker, |cx| {
        let numbers = count(&house, cx.tx(), year).await?.numbers();
        verbs::send_yearly(&mut cx, &house.app.zone, year, fields.text("document"), &numbers).await
    });
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/yearly/{year}"), "said-yearly-sent")),
        Err(failure) => page(&house, &asker, year, reasons(failure)?, None).await,
    }
}
