//! A report on paper: the layout of Nghị định 30/2020/NĐ-CP (VT-02, VT-03), with the numbers as an annex, and as a workbook.

use crate::House;
use crate::measure::{Group, Measure};
use crate::numbers::Numbers;
use crate::office::{Agency, Names};
use crate::pages::said::{change, in_text, named, subject_of};
use crate::period::Period;
use crate::store::reports::ReportRow;
use crate::verbs::{numbers_of, period_of};
use crate::words::{self, Line, Piece, Which};
use kernel::{Failure, PeriodReportId, UnitId};
use paper::{
    Annex, Book, Cell, Closing, Column, Heading, Level, Paper, Paragraph, Part, Reference, Row, Sheet,
    SheetColumn, Signer, Table, Title,
};
use std::collections::BTreeSet;
use web::{Lang, lookup};

fn vi(key: &str, args: &[(&str, String)]) -> String {
    lookup(Lang::Vi, key, args)
}

/// The paper of a report, as it stands.
///
/// # Errors
/// Not found.
pub async fn paper(house: &House, id: PeriodReportId) -> Result<Paper, Failure> {
    let row = ReportRow::of(house.app.db.reader(), id).await?.ok_or(Failure::NotFound)?;
    paper_of(house, &row).await
}

pub(crate) async fn paper_of(house: &House, row: &ReportRow) -> Result<Paper, Failure> {
    let (period, numbers) = (period_of(row)?, numbers_of(row)?);
    let agency = house.office.agency().await?;
    let names = house.office.names().await?;
    let issued = row.issued_at.map(|at| house.app.zone.day(at));
    let mut parts = Vec::new();
    let texts = row.texts();
    for ((_, text), key) in texts.named().into_iter().zip([
        "report-part-results",
        "report-part-difficulties",
        "report-part-proposals",
        "report-part-next",
    ]) {
        parts.push(Part::Heading(Level::Roman, vi(key, &[]).as_str().into()));
        let told = told(text, &numbers, period);
        if told.is_empty() {
            parts.push(Part::Text(vi("report-nothing", &[]).as_str().into()));
        }
        parts.extend(told);
    }
    let mut annex = vec![Part::Table(numbers_table(&numbers))];
    let units = house.office.units().await?.into_iter().map(|(unit, _)| unit);
    annex.extend(units_table(&numbers, units, &names).map(Part::Table));
    Ok(Paper {
        heading: heading(row, agency, issued),
        title: Title {
            kind: Some(vi("report-kind", &[])),
            subject: subject_of(Lang::Vi, period, &row.subject),
        },
        parts,
        closing: Closing {
            end_mark: true,
            recipients: recipients(row),
            signer: Some(signer(&row.authority, &row.signer_post, &row.signer_name)),
        },
        annexes: vec![Annex { title: vi("report-annex", &[]), parts: annex }],
        ..Paper::default()
    })
}

/// Who signs, and by what authority; with no post said yet, whoever may.
pub(crate) fn signer(authority: &str, post: &str, name: &str) -> Signer {
    Signer {
        authority: authority.lines().map(str::to_owned).collect(),
        post: if post.is_empty() { vi("report-signer", &[]) } else { post.to_owned() },
        name: (!name.is_empty()).then(|| name.to_owned()),
    }
}

fn heading(row: &ReportRow, agency: Agency, issued: Option<kernel::Day>) -> Heading {
    let some = |text: String| (!text.is_empty()).then_some(text);
    Heading {
        national: true,
        superior: some(agency.over),
        issuer: some(agency.name),
        reference: Some(Reference {
            number: row.number.and_then(|number| u32::try_from(number).ok()),
            symbol: format!("BC-{}", agency.symbol),
        }),
        place: some(agency.place),
        date: issued,
        ..Heading::default()
    }
}

fn recipients(row: &ReportRow) -> Vec<String> {
    let mut all: Vec<String> = row.recipients.lines().map(str::to_owned).collect();
    if all.is_empty() {
        all.push(vi("report-file", &[]));
    }
    all
}

/// A text with its numbers, in parts.
fn told(text: &str, numbers: &Numbers, period: Period) -> Vec<Part> {
    let Ok(lines) = words::read(text) else { return vec![Part::Text(text.into())] };
    let mut parts: Vec<Part> = Vec::new();
    for line in &lines {
        let said: String = line
            .pieces()
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.clone(),
                Piece::Number(key, which) => shown(Lang::Vi, numbers, key, *which, None, period),
            })
            .collect();
        let said = Paragraph::from(said.as_str());
        match line {
            Line::Heading(_) => parts.push(Part::Heading(Level::Arabic, said)),
            Line::Text(_) => parts.push(Part::Text(said)),
            Line::Entry(_) => match parts.last_mut() {
                Some(Part::List(entries)) => entries.push(said),
                _ => parts.push(Part::List(vec![said])),
            },
        }
    }
    parts
}

/// One number as it stands in a text.
pub(crate) fn shown(
    lang: Lang,
    numbers: &Numbers,
    key: &str,
    which: Which,
    unit: Option<UnitId>,
    period: Period,
) -> String {
    let (now, before) = (numbers.count(key, unit), numbers.count_before(key, unit));
    match which {
        Which::Now => in_text(now),
        Which::Before => in_text(before),
        Which::Change => change(lang, now, before, period),
    }
}

fn whole(count: usize) -> Paragraph {
    paper::whole(i64::try_from(count).unwrap_or(i64::MAX)).as_str().into()
}

fn difference(now: usize, before: usize) -> String {
    let (now, before) = (i64::try_from(now).unwrap_or(0), i64::try_from(before).unwrap_or(0));
    match now - before {
        0 => "0".into(),
        more if more > 0 => format!("+{}", paper::whole(more)),
        less => format!("−{}", paper::whole(-less)),
    }
}

/// Every number that tells something: this period, the one before, the change.
fn numbers_table(numbers: &Numbers) -> Table {
    let told: Vec<&Measure> = numbers.telling().collect();
    let mut rows = Vec::new();
    for group in Group::ALL {
        let mut of_group = told.iter().filter(|one| one.group == group).peekable();
        if of_group.peek().is_some() {
            rows.push(Row::Group(vi(&format!("measure-group-{}", group.name()), &[]).as_str().into()));
        }
        for measure in of_group {
            let (now, before) = (numbers.count(measure.key, None), numbers.count_before(measure.key, None));
            rows.push(Row::Cells(vec![
                vi(&format!("measure-{}", measure.key), &[]).as_str().into(),
                whole(now),
                whole(before),
                difference(now, before).as_str().into(),
            ]));
        }
    }
    Table {
        caption: None,
        columns: vec![
            Column::words(vi("report-column-what", &[]), 6),
            Column::amounts(vi("report-column-now", &[]), 2),
            Column::amounts(vi("report-column-before", &[]), 2),
            Column::amounts(vi("report-column-change", &[]), 2),
        ],
        rows,
    }
}

/// The measures that units are compared by on paper: what they did beside how well (L19).
const BY_UNIT: [&str; 6] =
    ["work-done", "stories", "stories-returned", "stories-corrected", "questions-answered", "clocks-broken"];

/// Every unit of today, and every other that did something: one that did nothing stands there with its noughts.
fn units_table(numbers: &Numbers, today: impl Iterator<Item = UnitId>, names: &Names) -> Option<Table> {
    let units: BTreeSet<UnitId> = numbers.units().into_iter().chain(today).collect();
    let told: Vec<&str> = BY_UNIT.into_iter().filter(|key| numbers.count(key, None) > 0).collect();
    if units.is_empty() || told.is_empty() {
        return None;
    }
    let mut named: Vec<(String, UnitId)> = units.into_iter().map(|unit| (names.unit(unit), unit)).collect();
    named.sort();
    let mut columns = vec![Column::words(vi("report-column-unit", &[]), 5)];
    columns.extend(told.iter().map(|key| Column::amounts(vi(&format!("measure-{key}"), &[]), 2)));
    let rows = named.into_iter().map(|(name, unit)| {
        let mut cells: Vec<Paragraph> = vec![name.as_str().into()];
        cells.extend(told.iter().map(|key| whole(numbers.count(key, Some(unit)))));
        Row::Cells(cells)
    });
    Some(Table { caption: Some(vi("report-by-unit", &[]).as_str().into()), columns, rows: rows.collect() })
}

/// The numbers as a workbook: all numbers, each unit's, and every case behind them. `titles` says what a case is called.
///
/// # Errors
/// Not found.
pub async fn annex(
    house: &House,
    id: PeriodReportId,
    titles: impl Fn(&kernel::ThingRef) -> (String, String) + Send,
) -> Result<Book, Failure> {
    let row = ReportRow::of(house.app.db.reader(), id).await?.ok_or(Failure::NotFound)?;
    book_of(house, &row, titles).await
}

pub(crate) async fn book_of(
    house: &House,
    row: &ReportRow,
    titles: impl Fn(&kernel::ThingRef) -> (String, String) + Send,
) -> Result<Book, Failure> {
    let (period, numbers) = (period_of(row)?, numbers_of(row)?);
    let names = house.office.names().await?;
    let title = format!("{} {}", vi("report-kind", &[]), subject_of(Lang::Vi, period, &row.subject));
    let count = |count: usize| Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX));
    let mut totals = Sheet {
        name: vi("report-sheet-numbers", &[]),
        titles: vec![title.clone(), named(Lang::Vi, period)],
        columns: vec![
            SheetColumn::new(vi("report-column-what", &[]), 44),
            SheetColumn::new(vi("report-column-now", &[]), 12),
            SheetColumn::new(vi("report-column-before", &[]), 12),
        ],
        rows: Vec::new(),
    };
    let mut units = Sheet {
        name: vi("report-sheet-units", &[]),
        titles: vec![title.clone()],
        columns: vec![SheetColumn::new(vi("report-column-unit", &[]), 40)],
        rows: Vec::new(),
    };
    let mut cases = Sheet {
        name: vi("report-sheet-cases", &[]),
        titles: vec![title],
        columns: vec![
            SheetColumn::new(vi("report-column-what", &[]), 30),
            SheetColumn::new(vi("report-column-case", &[]), 60),
            SheetColumn::new(vi("report-column-unit", &[]), 34),
            SheetColumn::new(vi("report-column-day", &[]), 12),
            SheetColumn::new(vi("report-column-amount", &[]), 18),
        ],
        rows: Vec::new(),
    };
    let told: Vec<&Measure> = numbers.telling().collect();
    for measure in &told {
        let words = vi(&format!("measure-{}", measure.key), &[]);
        units.columns.push(SheetColumn::new(words.clone(), 14));
        totals.rows.push(vec![
            Cell::Text(words.clone()),
            count(numbers.count(measure.key, None)),
            count(numbers.count_before(measure.key, None)),
        ]);
        for case in numbers.cases(measure.key, None) {
            cases.rows.push(vec![
                Cell::Text(words.clone()),
                Cell::Text(titles(&case.thing).0),
                Cell::Text(case.unit.map(|unit| names.unit(unit)).unwrap_or_default()),
                Cell::Day(house.app.zone.day(case.at)),
                case.amount.map_or(Cell::Empty, Cell::Whole),
            ]);
        }
    }
    for unit in numbers.units() {
        let mut cells = vec![Cell::Text(names.unit(unit))];
        cells.extend(told.iter().map(|measure| count(numbers.count(measure.key, Some(unit)))));
        units.rows.push(cells);
    }
    Ok(Book { title: named(Lang::Vi, period), day: Some(period.last), sheets: vec![totals, units, cases] })
}
