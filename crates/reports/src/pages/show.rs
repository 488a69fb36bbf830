//! One report: its words with every number a link, where it stands, what units wrote, and the cases behind a number.

use super::list::chip;
use super::said::{named, subject_of, title_of};
use super::{history, may, work_only};
use crate::House;
use crate::measure::{Group, Measure};
use crate::numbers::Numbers;
use crate::office::Names;
use crate::paper_of::shown;
use crate::period::Period;
use crate::report::{Step, take};
use crate::store::reports::{self, ReportRow};
use crate::verbs::{facts, numbers_of, period_of};
use crate::words::{self, Line, Piece, Which};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Look;
use kernel::{Action, Failure, PeriodReportId, Refusal, Thing, ThingKind, ThingRef, UnitId};
use serde::Deserialize;
use web::{
    Asker, ChainLine, Choice, Crumb, Error, Fields, Page, Refused, html, id_of, refusals, shown_moment,
    with_status,
};

/// A piece of a line on the page.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) href: String,
}

/// A line on the page.
pub(super) struct ShownLine {
    pub(super) kind: &'static str,
    pub(super) pieces: Vec<Shown>,
}

/// A part of the report.
pub(super) struct Section {
    pub(super) words: String,
    pub(super) lines: Vec<ShownLine>,
}

/// A number in the table.
pub(super) struct NumberLine {
    pub(super) group: String,
    pub(super) words: String,
    pub(super) now: String,
    pub(super) before: String,
    pub(super) change: String,
    pub(super) href: String,
}

/// A unit's words.
struct PartLine {
    unit: String,
    href: String,
    remind: String,
    chip: &'static str,
    state: String,
    when: String,
    reminders: i64,
    may_remind: bool,
}

struct Shut {
    label: String,
    reasons: Vec<String>,
}

#[derive(Default)]
struct Open {
    write: bool,
    count: bool,
    submit: bool,
    give_back: bool,
    approve: bool,
    issue: bool,
    reopen: bool,
}

#[derive(Template)]
#[template(path = "report_show.html")]
struct ShowPage {
    p: Page,
    crumbs: Vec<Crumb>,
    report: String,
    subject: String,
    span: String,
    chip: &'static str,
    standing: String,
    number: String,
    returned: String,
    sections: Vec<Section>,
    numbers: Vec<NumberLine>,
    before: String,
    typed_numbers: String,
    parts: Vec<PartLine>,
    parts_due: String,
    due: String,
    units: Vec<Choice>,
    asks: bool,
    hash: String,
    short_hash: String,
    counted: String,
    as_of: i64,
    approver: String,
    open: Open,
    shut: Vec<Shut>,
    /// What there is to say when nothing can be done.
    idle: String,
    typed_reason: String,
    chain: Vec<ChainLine>,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
}

/// The page.
pub(super) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id_of(&report)?, None, Vec::new()).await
}

/// Who looks may see the report: everyone of the house once it is issued, before that who writes, approves or oversees.
pub(crate) fn may_see(look: &Look, row: &ReportRow) -> Result<(), Failure> {
    work_only(look)?;
    if row.issued_at.is_some() || sees_drafts(look) { Ok(()) } else { Err(Failure::NotFound) }
}

/// Whether who looks sees reports before they are issued.
pub(crate) fn sees_drafts(look: &Look) -> bool {
    [Action::WriteReports, Action::ApproveReports, Action::ReadAllWork]
        .into_iter()
        .any(|action| look.may(action, Thing::Agency).is_ok())
}

/// Lines of a text as the page shows them, of one unit or of all.
pub(super) fn told(
    p: &Page,
    report: PeriodReportId,
    text: &str,
    numbers: &Numbers,
    unit: Option<UnitId>,
    period: Period,
) -> Vec<ShownLine> {
    let Ok(lines) = words::read(text) else { return Vec::new() };
    let lines = lines.iter().map(|line| ShownLine {
        kind: match line {
            Line::Heading(_) => "heading",
            Line::Entry(_) => "entry",
            Line::Text(_) => "text",
        },
        pieces: line
            .pieces()
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => Shown { text: words.clone(), href: String::new() },
                Piece::Number(key, which) => Shown {
                    text: shown(p.format.lang(), numbers, key, *which, unit, period),
                    href: if *which == Which::Before || numbers.count(key, unit) == 0 {
                        String::new()
                    } else {
                        cases_href(report, key, unit)
                    },
                },
            })
            .collect(),
    });
    lines.collect()
}

fn cases_href(report: PeriodReportId, key: &str, unit: Option<UnitId>) -> String {
    let of = unit.map(|unit| format!("?unit={unit}")).unwrap_or_default();
    format!("/desk/reports/{report}/numbers/{key}{of}")
}

/// The table of numbers, of one unit or of all.
pub(super) fn number_lines(
    p: &Page,
    report: PeriodReportId,
    numbers: &Numbers,
    unit: Option<UnitId>,
) -> Vec<NumberLine> {
    let told: Vec<&Measure> = numbers
        .telling()
        .filter(|one| numbers.count(one.key, unit) + numbers.count_before(one.key, unit) > 0)
        .collect();
    let mut lines = Vec::new();
    for group in Group::ALL {
        let mut heading = p.t(&format!("measure-group-{}", group.name()));
        for measure in told.iter().filter(|one| one.group == group) {
            let (now, before) = (numbers.count(measure.key, unit), numbers.count_before(measure.key, unit));
            let number = |count: usize| p.format.number(i64::try_from(count).unwrap_or(i64::MAX));
            lines.push(NumberLine {
                group: std::mem::take(&mut heading),
                words: p.t(&format!("measure-{}", measure.key)),
                now: number(now),
                before: number(before),
                change: match now.cmp(&before) {
                    std::cmp::Ordering::Equal => "=".into(),
                    std::cmp::Ordering::Greater => format!("+{}", number(now - before)),
                    std::cmp::Ordering::Less => format!("−{}", number(before - now)),
                },
                href: if now == 0 { String::new() } else { cases_href(report, measure.key, unit) },
            });
        }
    }
    lines
}

pub(super) const PARTS: [&str; 4] =
    ["report-part-results", "report-part-difficulties", "report-part-proposals", "report-part-next"];

/// The page with reasons against what was tried.
pub(super) async fn page(
    house: &House,
    asker: &Asker,
    id: PeriodReportId,
    typed: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    work_only(&look)?;
    let row = ReportRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    may_see(&look, &row)?;
    let period = period_of(&row)?;
    let numbers = numbers_of(&row)?;
    let p = asker.desk_page(title_of(asker.format().lang(), period, &row.subject)).await?;
    let lang = p.format.lang();
    let names = house.office.names().await?;
    let texts = row.texts();
    let sections = texts.named().into_iter().zip(PARTS).map(|((_, text), key)| Section {
        words: p.t(key),
        lines: told(&p, id, text, &numbers, None, period),
    });
    let typed_numbers: Vec<String> =
        texts.named().iter().flat_map(|(_, text)| words::typed_numbers(text)).collect();
    let (open, shut) = steps_of(house, &look, &p, &row)?;
    let none =
        !(open.write || open.approve || open.give_back || open.issue || open.reopen) && shut.is_empty();
    let idle = if none { p.t(&format!("report-idle-{}", row.state)) } else { String::new() };
    let writes = may(&look, Action::WriteReports);
    let drafting = row.state() == crate::report::State::Drafting;
    let parts = part_lines(&p, &look, &row, &names, writes && drafting).await?;
    let asked: Vec<String> = parts.iter().map(|part| part.unit.clone()).collect();
    let units = house.office.units().await?.into_iter().filter(|(_, name)| !asked.contains(name)).collect();
    let thing = ThingRef { kind: ThingKind::PeriodReport, id: id.0 };
    let made = html(&ShowPage {
        crumbs: vec![Crumb { href: "/desk/reports".into(), label: p.t("reports-title") }],
        report: id.to_string(),
        subject: subject_of(lang, period, &row.subject),
        span: format!("{} – {}", p.format.day(period.first), p.format.day(period.last)),
        chip: chip(row.state()),
        standing: p.t(&format!("report-state-{}", row.state)),
        number: row.number.map(|number| format!("{number:02}")).unwrap_or_default(),
        returned: row.returned.clone(),
        sections: sections.collect(),
        numbers: number_lines(&p, id, &numbers, None),
        before: period.before().map(|before| named(lang, before)).unwrap_or_default(),
        typed_numbers: typed_numbers.join(", "),
        parts,
        parts_due: row.parts_due.map(|due| p.format.stamp(due)).unwrap_or_default(),
        due: typed.map_or_else(
            || shown_moment(&house.app.zone, row.parts_due),
            |fields| fields.text("due").to_owned(),
        ),
        units: Choice::units(units, ""),
        asks: writes && drafting,
        short_hash: row.hash.chars().take(12).collect(),
        hash: row.hash.clone(),
        counted: p.format.stamp(row.counted_at),
        as_of: numbers.as_of,
        approver: names.person(row.approved_by),
        open,
        shut,
        idle,
        typed_reason: typed.map(|fields| fields.raw("reason").to_owned()).unwrap_or_default(),
        chain: house.app.frame.chain(&look, &p, thing).await?,
        history: history(&p, look.db(), id.0, &names).await?,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(made, &refused))
}

async fn part_lines(
    p: &Page,
    look: &Look,
    row: &ReportRow,
    names: &Names,
    writes: bool,
) -> Result<Vec<PartLine>, Failure> {
    let late = row.parts_due.is_some_and(|due| due < look.now());
    let mut lines: Vec<PartLine> = Vec::new();
    for part in reports::parts(look.db(), row.id).await? {
        let after = row.parts_due.zip(part.given_at).is_some_and(|(due, given)| due < given);
        let (chip, state) = match part.given_at {
            Some(_) if after => ("done", "report-given-late"),
            Some(_) => ("done", "report-given"),
            None if late => ("late", "report-owed-late"),
            None => ("soon", "report-owed"),
        };
        lines.push(PartLine {
            unit: names.unit(part.unit),
            href: format!("/desk/reports/{}/parts/{}", row.id, part.unit),
            remind: format!("/desk/reports/{}/parts/{}/remind", row.id, part.unit),
            chip,
            state: p.t(state),
            when: part.given_at.map(|at| p.format.stamp(at)).unwrap_or_default(),
            reminders: part.reminders,
            may_remind: writes && part.given_at.is_none(),
        });
    }
    lines.sort_by(|a, b| a.unit.cmp(&b.unit));
    Ok(lines)
}

/// Which steps are open to who looks, and why the others are not.
fn steps_of(house: &House, look: &Look, p: &Page, row: &ReportRow) -> Result<(Open, Vec<Shut>), Failure> {
    let mut standing = facts(row, house, look.now(), None)?;
    standing.wrote = look.actor().id().is_some_and(|me| row.writers().contains(&me));
    let (mut open, mut shut) = (Open::default(), Vec::new());
    for step in Step::ALL {
        let action = match step {
            Step::Return | Step::Approve => Action::ApproveReports,
            _ => Action::WriteReports,
        };
        if look.may(action, Thing::House).is_err() {
            continue;
        }
        let place = match step {
            Step::Write => &mut open.write,
            Step::Count => &mut open.count,
            Step::Submit => &mut open.submit,
            Step::Return => &mut open.give_back,
            Step::Approve => &mut open.approve,
            Step::Issue => &mut open.issue,
            Step::Reopen => &mut open.reopen,
        };
        match take(row.state(), step, standing) {
            Ok(_) => *place = true,
            Err(against) if against.iter().any(|one| one.key == "refused-report-state") => {}
            Err(against) => shut.push(Shut {
                label: p.t(&format!("report-do-{}", step.name())),
                reasons: against.iter().map(|one| p.locale().refusal(one)).collect(),
            }),
        }
    }
    Ok((open, shut))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OfUnit {
    unit: Option<UnitId>,
}

struct CaseLine {
    title: String,
    href: String,
    kind: String,
    unit: String,
    iso: String,
    when: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "report_cases.html")]
struct CasesPage {
    p: Page,
    crumbs: Vec<Crumb>,
    words: String,
    how: String,
    unit: String,
    count: String,
    lines: Vec<CaseLine>,
    money: bool,
}

/// The cases behind one number.
pub(super) async fn cases(
    State(house): State<House>,
    asker: Asker,
    Path((report, measure)): Path<(String, String)>,
    Query(of): Query<OfUnit>,
) -> Result<Response, Error> {
    let id: PeriodReportId = id_of(&report)?;
    let look = asker.look();
    work_only(&look)?;
    let row = ReportRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    // A unit sees the cases behind its own numbers.
    let own = of.unit.is_some_and(|unit| look.may(Action::GiveReport, Thing::Unit(unit)).is_ok());
    if !own {
        may_see(&look, &row)?;
    }
    let measure = Measure::of_key(&measure).ok_or(Failure::NotFound)?;
    let (period, numbers) = (period_of(&row)?, numbers_of(&row)?);
    let cases: Vec<_> = numbers.cases(measure.key, of.unit).collect();
    let things: Vec<ThingRef> = cases.iter().map(|case| case.thing).collect();
    let called = house.app.frame.called(&look, &things).await?;
    let names = house.office.names().await?;
    let p = asker.desk_page(asker.locale().t(&format!("measure-{}", measure.key))).await?;
    let lang = p.format.lang();
    let lines = cases.iter().map(|case| {
        let name = called.get(&case.thing);
        CaseLine {
            // A case that who looks may not read is counted all the same, without its words.
            title: name.map_or_else(|| p.t("report-case-hidden"), |name| name.title.clone()),
            href: name.map(|name| name.href.clone()).unwrap_or_default(),
            kind: p.t(&format!("thing-{}", case.thing.kind.name())),
            unit: case.unit.map(|unit| names.unit(unit)).unwrap_or_default(),
            iso: p.format.iso(case.at),
            when: p.format.stamp(case.at),
            amount: case.amount.map(|amount| p.format.number(amount)).unwrap_or_default(),
        }
    });
    let back = match of.unit.filter(|_| may_see(&look, &row).is_err()) {
        Some(unit) => format!("/desk/reports/{id}/parts/{unit}"),
        None => format!("/desk/reports/{id}"),
    };
    html(&CasesPage {
        crumbs: vec![
            Crumb { href: "/desk/reports".into(), label: p.t("reports-title") },
            Crumb { href: back, label: title_of(lang, period, &row.subject) },
        ],
        words: p.t(&format!("measure-{}", measure.key)),
        how: p.t(&format!("measure-{}-how", measure.key)),
        unit: of.unit.map(|unit| names.unit(unit)).unwrap_or_default(),
        count: p.format.number(i64::try_from(numbers.count(measure.key, of.unit)).unwrap_or(i64::MAX)),
        money: measure.is_money(),
        lines: lines.collect(),
        p,
    })
}

struct Differs {
    words: String,
    then: String,
    now: String,
}

#[derive(Template)]
#[template(path = "report_verify.html")]
struct VerifyPage {
    p: Page,
    crumbs: Vec<Crumb>,
    as_of: i64,
    counted: String,
    hash: String,
    whole: bool,
    differs: Vec<Differs>,
    measures: usize,
}

/// Counts again as of the ledger entry up to which the report was counted, and says what is different.
pub(super) async fn verify(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    let id: PeriodReportId = id_of(&report)?;
    let look = asker.look();
    let row = ReportRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    may_see(&look, &row)?;
    let (period, kept) = (period_of(&row)?, numbers_of(&row)?);
    let again = Numbers::take(&*house.office, look.db(), &house.app.zone, period, kept.as_of).await?;
    let p = asker.desk_page(asker.locale().t("report-verify")).await?;
    let number = |count: usize| p.format.number(i64::try_from(count).unwrap_or(i64::MAX));
    let differs = kept.differs(&again).into_iter().map(|measure| Differs {
        words: p.t(&format!("measure-{}", measure.key)),
        then: number(kept.count(measure.key, None)),
        now: number(again.count(measure.key, None)),
    });
    html(&VerifyPage {
        crumbs: vec![
            Crumb { href: "/desk/reports".into(), label: p.t("reports-title") },
            Crumb {
                href: format!("/desk/reports/{id}"),
                label: title_of(p.format.lang(), period, &row.subject),
            },
        ],
        as_of: kept.as_of,
        counted: p.format.stamp(row.counted_at),
        whole: row.hash == crate::verbs::hash_of(&row),
        hash: row.hash.clone(),
        differs: differs.collect(),
        measures: kept.telling().count(),
        p,
    })
}
