//! The briefing (giao ban): a month reviewed and the next one planned, unit by unit, on one screen and on paper, with notes
//! while it goes on and decisions that become work.

use super::part::chip;
use super::said::{briefing_title, named};
use super::{may, may_see, work_only};
use crate::House;
use crate::briefed::seen;
use crate::office::{Names, Planned, Standing, Work};
use crate::period::{Kind, Period};
use crate::store::briefings::{self, BriefingRow, DecisionRow};
use crate::store::reports as rows;
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, BriefingId, DecisionId, Failure, Refusal, Thing, UnitId};
use web::{
    Asker, Choice, Crumb, Error, Fields, Page, Refused, Tab, html, id_of, reasons, refusals, said, see_other,
    typed_moment, wish, with_status,
};

struct WorkLine {
    title: String,
    href: String,
    chip: &'static str,
    state: String,
    due: String,
}

struct NoteLine {
    words: String,
    who: String,
    iso: String,
    when: String,
}

struct UnitRow {
    id: String,
    name: String,
    done: usize,
    late: usize,
    blocked: usize,
    open: usize,
    telling: Vec<WorkLine>,
    said: String,
    next: Vec<WorkLine>,
    more_next: usize,
    notes: Vec<NoteLine>,
    may_note: bool,
}

struct DecisionLine {
    id: String,
    place: i64,
    words: String,
    unit: String,
    due: String,
    dropped: String,
}

#[derive(Template)]
#[template(path = "briefing.html")]
struct BriefingPage {
    p: Page,
    crumbs: Vec<Crumb>,
    tabs: Vec<Tab>,
    month: String,
    now: String,
    next: String,
    opened: bool,
    closed: String,
    chair: String,
    writes: bool,
    report: String,
    units: Vec<UnitRow>,
    quiet: Vec<String>,
    notes: Vec<NoteLine>,
    decisions: Vec<DecisionLine>,
    choices: Vec<Choice>,
    typed_words: String,
    typed_decision: String,
    typed_due: String,
    refused: Vec<Refused>,
}

/// The month that is reviewed now: in its first ten days that before.
pub(super) async fn current(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    work_only(&look)?;
    let today = house.app.zone.day(look.now());
    let month = Period::around(Kind::Month, today).ok_or(Failure::NotFound)?;
    let month = if today.day() <= 10 { month.before().unwrap_or(month) } else { month };
    Ok(see_other(&format!("/desk/briefings/{}", month.code())))
}

pub(super) fn month_of(text: &str) -> Result<Period, Failure> {
    Period::parse(text).filter(|period| period.kind == Kind::Month).ok_or(Failure::NotFound)
}

/// A month's.
pub(super) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(month): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, month_of(&month)?, None, Vec::new()).await
}

/// Most lines that a unit's cell shows.
const MOST: usize = 8;

async fn page(
    house: &House,
    asker: &Asker,
    month: Period,
    typed: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    work_only(&look)?;
    let lang = asker.format().lang();
    let p = asker.desk_page(briefing_title(lang, month)).await?;
    let names = house.office.names().await?;
    let all_units = house.office.units().await?;
    let row = briefings::of_month(look.db(), &month.code()).await?;
    let (notes, decisions) = match &row {
        Some(row) => {
            (briefings::notes(look.db(), row.id).await?, briefings::decisions(look.db(), row.id).await?)
        }
        None => (Vec::new(), Vec::new()),
    };
    let work = house.office.work(&look, month.first, month.last).await?;
    let next = month.next().ok_or(Failure::NotFound)?;
    let planned = seen(&look, house.office.planned(next.first, next.last).await?);
    let report = rows::of_period(look.db(), &month.code()).await?;
    let parts = match &report {
        Some(report) => rows::parts(look.db(), report.id).await?,
        None => Vec::new(),
    };
    let writes = may(&look, Action::WriteReports);
    let open = row.as_ref().is_some_and(|row| row.closed_at.is_none());
    let note_line = |note: &briefings::NoteRow| NoteLine {
        words: note.words.clone(),
        who: names.person(note.by_whom),
        iso: p.format.iso(note.at),
        when: p.format.time(note.at),
    };
    let (mut units, mut quiet) = (Vec::new(), Vec::new());
    for (unit, name) in &all_units {
        let own: Vec<&Work> = work.iter().filter(|one| one.unit == *unit).collect();
        let ahead: Vec<&Planned> = planned.iter().filter(|one| one.unit == *unit).collect();
        let noted: Vec<NoteLine> =
            notes.iter().filter(|note| note.unit == Some(*unit)).map(note_line).collect();
        let words = parts.iter().find(|part| part.unit == *unit && part.given_at.is_some()).filter(|_| {
            report.as_ref().is_some_and(|report| may_see(&look, report).is_ok())
                || look.may(Action::GiveReport, Thing::Unit(*unit)).is_ok()
        });
        if own.is_empty() && ahead.is_empty() && noted.is_empty() && words.is_none() {
            quiet.push(name.clone());
            continue;
        }
        let count = |standing| own.iter().filter(|one| one.standing == standing).count();
        let mut telling: Vec<&&Work> =
            own.iter().filter(|one| matches!(one.standing, Standing::Late | Standing::Blocked)).collect();
        telling.sort_by_key(|one| (one.standing, one.due));
        units.push(UnitRow {
            id: unit.to_string(),
            name: name.clone(),
            done: count(Standing::Done),
            late: count(Standing::Late),
            blocked: count(Standing::Blocked),
            open: count(Standing::Open),
            telling: telling.into_iter().take(MOST).map(|one| work_line(&p, one)).collect(),
            said: words.map(|part| part.difficulties.clone()).unwrap_or_default(),
            more_next: ahead.len().saturating_sub(MOST),
            next: ahead.into_iter().take(MOST).map(|one| next_line(&p, one)).collect(),
            notes: noted,
            may_note: open && (writes || look.may(Action::GiveReport, Thing::Unit(*unit)).is_ok()),
        });
    }
    let text = |name: &str| typed.map(|fields| fields.raw(name).to_owned()).unwrap_or_default();
    let choices = Choice::units(all_units, &text("decision_unit"));
    let tabs = [month.before(), Some(month), month.next()].into_iter().flatten().map(|one| Tab {
        href: format!("/desk/briefings/{}", one.code()),
        label: named(lang, one),
        count: 0,
        current: one == month,
    });
    let made = html(&BriefingPage {
        crumbs: vec![Crumb { href: "/desk/reports".into(), label: p.t("reports-title") }],
        tabs: tabs.collect(),
        month: month.code(),
        now: named(lang, month),
        next: named(lang, next),
        opened: row.is_some(),
        closed: row.as_ref().and_then(|row| row.closed_at).map(|at| p.format.stamp(at)).unwrap_or_default(),
        chair: match typed {
            Some(fields) if !fields.text("chair").is_empty() => fields.text("chair").to_owned(),
            _ => row.as_ref().map(|row| row.chair.clone()).unwrap_or_default(),
        },
        writes,
        report: report.map(|report| format!("/desk/reports/{}", report.id)).unwrap_or_default(),
        units,
        quiet,
        notes: notes.iter().filter(|note| note.unit.is_none()).map(note_line).collect(),
        decisions: decisions.iter().map(|one| decision_line(&p, &names, one)).collect(),
        choices,
        typed_words: text("words"),
        typed_decision: text("decision"),
        typed_due: text("due"),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(made, &refused))
}

fn work_line(p: &Page, one: &Work) -> WorkLine {
    WorkLine {
        title: one.title.clone(),
        href: one.href.clone(),
        chip: chip(one.standing),
        state: p.t(&format!("work-standing-{}", one.standing.name())),
        due: one.due.map(|due| p.format.day(due)).unwrap_or_default(),
    }
}

fn next_line(p: &Page, one: &Planned) -> WorkLine {
    WorkLine {
        title: one.title.clone(),
        href: String::new(),
        chip: if one.draft { "draft" } else { "" },
        state: if one.draft { p.t("briefing-draft") } else { String::new() },
        due: one.due.map(|due| p.format.day(due)).unwrap_or_default(),
    }
}

fn decision_line(p: &Page, names: &Names, one: &DecisionRow) -> DecisionLine {
    DecisionLine {
        id: one.id.to_string(),
        place: one.place,
        words: one.words.clone(),
        unit: names.unit(one.unit),
        due: one.due.map(|due| p.format.date(due)).unwrap_or_default(),
        dropped: one.dropped.clone(),
    }
}

/// The briefing of a month that was opened.
async fn of(house: &House, month: Period) -> Result<BriefingId, Failure> {
    let row = briefings::of_month(house.app.db.reader(), &month.code()).await?;
    row.map(|row: BriefingRow| row.id).ok_or(Failure::NotFound)
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, $at:literal, |$cx:ident, $house:ident, $month:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        pub(super) async fn $name(
            State($house): State<House>,
            asker: Asker,
            Path(month): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $month = month_of(&month)?;
            match wish!(asker, |$cx| $does) {
                Ok(_) => Ok(said(&format!(concat!("/desk/briefings/{}", $at), $month.code()), $said)),
                Err(failure) => page(&$house, &asker, $month, Some(&$fields), reasons(failure)?).await,
            }
        }
    };
}

step!(
    /// Opens it.
    open, "said-briefing-opened", "", |cx, house, month, _fields| verbs::open_briefing(&mut cx, month).await
);
step!(
    /// Notes something.
    note, "said-briefing-noted", "#notes", |cx, house, month, fields| async {
        let unit = match fields.text("unit") {
            "" => None,
            text => Some(id_of::<UnitId>(text)?),
        };
        verbs::note(&mut cx, of(&house, month).await?, unit, fields.raw("words")).await
    }
    .await
);
step!(
    /// Decides that a unit does something.
    decide, "said-briefing-decided", "#decisions", |cx, house, month, fields| async {
        let due = typed_moment(fields.text("due"), "due", &house.app.zone)?;
        let unit = fields.parsed::<UnitId>("decision_unit");
        let unit = unit.ok_or_else(|| Failure::refused(Refusal::field("decision_unit", "refused-unit")))?;
        let id = of(&house, month).await?;
        verbs::decide(&mut cx, &house, id, unit, fields.raw("decision"), due).await
    }
    .await
);
step!(
    /// Ends it.
    close, "said-briefing-closed", "", |cx, house, month, fields| async {
        verbs::close_briefing(&mut cx, &house, of(&house, month).await?, fields.text("chair")).await
    }
    .await
);

/// Takes a decision back.
pub(super) async fn drop_it(
    State(house): State<House>,
    asker: Asker,
    Path((month, decision)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let (month, id): (Period, DecisionId) = (month_of(&month)?, id_of(&decision)?);
    match wish!(asker, |cx| verbs::drop_decision(&mut cx, &month, id, fields.raw("reason")).await) {
        Ok(_) => Ok(said(&format!("/desk/briefings/{}#decisions", month.code()), "said-briefing-dropped")),
        Err(failure) => page(&house, &asker, month, Some(&fields), reasons(failure)?).await,
    }
}
