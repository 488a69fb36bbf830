//! Who was asked for lines, who has sent them, who not.

use super::ground::{Ground, Head};
use super::{Choice, day, reasons, with_status};
use crate::House;
use crate::plan::State as PlanState;
use crate::store::plans;
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, Refusal, UnitId};
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

struct Line {
    unit: String,
    name: String,
    lines: String,
    chip: &'static str,
    state: String,
    note: String,
    due: String,
    href: String,
    may_send: bool,
}

#[derive(Template)]
#[template(path = "plan_units.html")]
struct UnitsPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    lines: Vec<Line>,
    sum: String,
    may_ask: bool,
    units: Vec<Choice>,
    due: String,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    page(&house, &asker, &ground, None, &[]).await
}

async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    fields: Option<&Fields>,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let drafting = ground.row.state() == PlanState::Drafting;
    let mut rows = plans::asked_units(ground.look.db(), ground.id()).await?;
    // A unit sees how it stands itself; who sees the whole plan sees all.
    rows.retain(|row| {
        ground.sight.is_whole() || ground.sight.units.iter().flatten().any(|unit| *unit == row.unit)
    });
    let now = ground.look.now();
    let sent = rows.iter().filter(|row| row.sent_at.is_some()).count();
    let sum = p.f("plan-sent-of", "count", format!("{sent}/{}", rows.len()));
    let asked: Vec<UnitId> = rows.iter().map(|row| row.unit).collect();
    let mut lines: Vec<Line> = rows
        .into_iter()
        .map(|row| {
            let late = row.due_at.is_some_and(|due| due < row.sent_at.unwrap_or(now));
            let (chip, key) = match (row.sent_at, late) {
                (Some(_), false) => ("done", "plan-sent"),
                (Some(_), true) => ("soon", "plan-sent-late"),
                (None, true) => ("late", "plan-unsent-late"),
                (None, false) => ("draft", "plan-unsent"),
            };
            let who = ground.person(row.sent_by);
            Line {
                unit: row.unit.to_string(),
                name: ground.unit(row.unit),
                lines: p.format.number(row.lines),
                chip,
                state: p.t(key),
                note: row.sent_at.map(|at| format!("{who} · {}", p.format.stamp(at))).unwrap_or_default(),
                due: row.due_at.map(|at| p.format.date(at)).unwrap_or_default(),
                href: format!("{}?unit={}", ground.at(""), row.unit),
                may_send: drafting && row.sent_at.is_none() && ground.may_for(Action::WritePlan, row.unit),
            }
        })
        .collect();
    lines.sort_by_key(|line| match line.chip {
        "late" => 0,
        "draft" => 1,
        _ => 2,
    });
    let chosen: Vec<String> =
        fields.map(|fields| fields.all("units").map(ToOwned::to_owned).collect()).unwrap_or_default();
    let others = house.office.units().await?.into_iter().filter(|(unit, _)| !asked.contains(unit));
    let response = html(&UnitsPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/units"),
        lines,
        sum,
        may_ask: drafting && ground.may(Action::KeepPlans),
        units: Choice::several(others.map(|(unit, name)| (unit.to_string(), name)), &chosen),
        due: fields.map(|fields| fields.text("due").to_owned()).unwrap_or_default(),
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

/// Asks units for their lines.
pub(crate) async fn ask(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let known = house.office.units().await?;
    let wanted = |unit: &UnitId| known.iter().any(|(one, _)| one == unit);
    let units: Vec<UnitId> =
        fields.all("units").filter_map(|unit| unit.parse().ok()).filter(wanted).collect();
    let due = day(fields.text("due"));
    let outcome: Result<(), Failure> = async {
        if due.is_none() && !fields.text("due").is_empty() {
            return Err(Failure::refused(Refusal::field("due", "refused-day")));
        }
        let due = due.and_then(|day| house.app.zone.end_of(day));
        let mut cx = asker.wish().await?;
        verbs::ask_lines(&mut cx, ground.id(), &units, due).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&ground.at("/units"), "said-lines-asked")),
        Err(failure) => page(&house, &asker, &ground, Some(&fields), &reasons(failure)?).await,
    }
}

/// A unit says that its lines are complete.
pub(crate) async fn send(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let outcome: Result<(), Failure> = async {
        let unit: UnitId =
            fields.parsed("unit").ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-unit")))?;
        let mut cx = asker.wish().await?;
        verbs::send_lines(&mut cx, ground.id(), unit).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&ground.at("/units"), "said-lines-sent")),
        Err(failure) => page(&house, &asker, &ground, Some(&fields), &reasons(failure)?).await,
    }
}
