//! What a unit writes for a report, beside its own numbers and the work that is behind them.

use super::edit::texts_of;
use super::said::{named, title_of};
use super::show::{NumberLine, PARTS, number_lines};
use super::work_only;
use crate::House;
use crate::office::{Planned, Work};
use crate::report::State as Standing;
use crate::store::reports::{self, PartRow, ReportRow, Texts};
use crate::verbs::{self, numbers_of, period_of};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, PeriodReportId, Refusal, Thing, UnitId};
use web::{
    Asker, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish, with_status,
};

struct TextField {
    name: &'static str,
    words: String,
    text: String,
    error: String,
}

struct WorkLine {
    title: String,
    href: String,
    chip: &'static str,
    state: String,
    due: String,
}

#[derive(Template)]
#[template(path = "report_part.html")]
struct PartPage {
    p: Page,
    crumbs: Vec<Crumb>,
    report: String,
    unit_id: String,
    edition: i64,
    fields: Vec<TextField>,
    writes: bool,
    due: String,
    late: bool,
    given: String,
    numbers: Vec<NumberLine>,
    before: String,
    work: Vec<WorkLine>,
    next: Vec<WorkLine>,
    refused: Vec<Refused>,
}

/// The page of a unit's part.
pub(super) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((report, unit)): Path<(String, String)>,
) -> Result<Response, Error> {
    page(&house, &asker, id_of(&report)?, id_of(&unit)?, None, Vec::new()).await
}

pub(super) fn chip(standing: crate::Standing) -> &'static str {
    match standing {
        crate::Standing::Late => "late",
        crate::Standing::Blocked => "emergency",
        crate::Standing::Open => "soon",
        crate::Standing::Done => "done",
    }
}

async fn page(
    house: &House,
    asker: &Asker,
    id: PeriodReportId,
    unit: UnitId,
    typed: Option<Texts>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    work_only(&look)?;
    let gives = look.may(Action::GiveReport, Thing::Unit(unit)).is_ok();
    let oversees = look.may(Action::ReadAllWork, Thing::Unit(unit)).is_ok();
    let row = ReportRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let names = house.office.names().await?;
    if !(gives || oversees) || !names.units.contains_key(&unit) {
        return Err(Failure::NotFound.into());
    }
    let part = reports::part(look.db(), id, unit).await?.unwrap_or_else(|| PartRow::asked(id, unit));
    let (period, numbers) = (period_of(&row)?, numbers_of(&row)?);
    let lang = asker.format().lang();
    let p =
        asker.desk_page(format!("{}: {}", names.unit(unit), title_of(lang, period, &row.subject))).await?;
    let texts = typed.unwrap_or_else(|| part.texts());
    let shown = refusals(asker.locale(), &refused);
    let fields = texts.named().into_iter().zip(PARTS).map(|((name, text), key)| TextField {
        name,
        words: p.t(key),
        text: text.to_owned(),
        error: shown.iter().find(|one| one.field == name).map(|one| one.message.clone()).unwrap_or_default(),
    });
    let fields: Vec<TextField> = fields.collect();
    let work = house.office.work(&look, period.first, period.last).await?;
    let next = match period.next() {
        Some(next) => house.office.planned(next.first, next.last).await?,
        None => Vec::new(),
    };
    let made = html(&PartPage {
        crumbs: vec![
            Crumb { href: "/desk/reports".into(), label: p.t("reports-title") },
            Crumb { href: format!("/desk/reports/{id}"), label: title_of(lang, period, &row.subject) },
        ],
        report: id.to_string(),
        unit_id: unit.to_string(),
        edition: part.edition,
        fields,
        writes: gives && row.state() == Standing::Drafting,
        due: row.parts_due.map(|due| p.format.stamp(due)).unwrap_or_default(),
        late: part.given_at.is_none() && row.parts_due.is_some_and(|due| due < look.now()),
        given: part.given_at.map(|at| p.format.stamp(at)).unwrap_or_default(),
        numbers: number_lines(&p, id, &numbers, Some(unit)),
        before: period.before().map(|before| named(lang, before)).unwrap_or_default(),
        work: work.iter().filter(|one| one.unit == unit).map(|one| work_line(&p, one)).collect(),
        next: next.iter().filter(|one| one.unit == unit).map(|one| next_line(&p, one)).collect(),
        refused: shown,
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
        chip: "",
        state: String::new(),
        due: one.due.map(|due| p.format.day(due)).unwrap_or_default(),
    }
}

/// Keeps a unit's words.
pub(super) async fn give(
    State(house): State<House>,
    asker: Asker,
    Path((report, unit)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let (id, unit): (PeriodReportId, UnitId) = (id_of(&report)?, id_of(&unit)?);
    let edition = fields.parsed("edition").unwrap_or(-1);
    let texts = texts_of(&fields);
    match wish!(asker, |cx| verbs::give_part(&mut cx, &house, id, unit, edition, &texts).await) {
        Ok(()) => Ok(said(&format!("/desk/reports/{id}/parts/{unit}"), "said-report-given")),
        Err(failure) => page(&house, &asker, id, unit, Some(texts), reasons(failure)?).await,
    }
}
