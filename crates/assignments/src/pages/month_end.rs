//! The month's end: what is unfinished goes on in the next month, all at once, with a list one can untick.

use super::line::{Line, lines};
use super::{Choice, reasons, with_status};
use crate::House;
use crate::sight;
use crate::store::assignments::AssignmentRow;
use crate::store::lists::{self, Wanted};
use crate::verbs;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, AssignmentId, Failure, Refusal, Thing, WorkFacts};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

const MOST: u32 = 500;

/// A line with its box.
struct Ticked {
    line: Line,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "work_month_end.html")]
struct MonthEndPage {
    p: Page,
    crumbs: Vec<Crumb>,
    list: Vec<Ticked>,
    units: Vec<Choice>,
    unit: String,
    until: String,
    reason: String,
    refused: Vec<Refused>,
}

/// Which unit's.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    unit: String,
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&house, &asker, asked.unit.trim(), None, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    unit: &str,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Assign, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-month-end")).await?;
    let zone = &house.app.zone;
    let today = zone.day(look.now());
    let end = zone.start_of(today.last_of_month().tomorrow().unwrap_or(today));
    let wanted = Wanted { which: "owed".to_owned(), to: end, unit: unit.parse().ok(), ..Wanted::default() };
    let mut rows: Vec<AssignmentRow> =
        lists::some(look.db(), look.actor(), look.now(), &wanted, MOST).await?;
    rows.retain(|row| {
        let facts = WorkFacts { leads: vec![row.lead], ..WorkFacts::default() };
        sight::may(look.actor(), Action::Assign, row, &facts).is_ok()
    });
    let chosen: Option<Vec<&str>> = fields.map(|fields| fields.all("work").collect());
    let list = lines(house, &look, &p, &rows).await?.into_iter().map(|line| Ticked {
        ticked: chosen.as_ref().is_none_or(|chosen| chosen.contains(&line.id.as_str())),
        line,
    });
    let until = verbs::next_month(zone, look.now(), look.now());
    let response = html(&MonthEndPage {
        crumbs: vec![Crumb { href: "/desk/work".into(), label: p.t("work-week") }],
        list: list.collect(),
        units: Choice::of(
            house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name)),
            unit,
        ),
        unit: unit.to_owned(),
        until: until.map(|day| p.format.day(day)).unwrap_or_default(),
        reason: fields.map(|fields| fields.text("reason").to_owned()).unwrap_or_default(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Lets those ticked go on.
pub(crate) async fn roll(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome: Result<(), Failure> = async {
        let ids: Vec<AssignmentId> =
            fields.all("work").take(MOST as usize).filter_map(|id| id.parse().ok()).collect();
        if ids.is_empty() {
            return Err(Failure::refused(Refusal::new("refused-work-none-chosen")));
        }
        let mut cx = asker.wish().await?;
        verbs::roll_over_many(&mut cx, &house.app.zone, &ids, fields.text("reason")).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/work", "said-work-rolled-many")),
        Err(failure) => page(&house, &asker, fields.text("unit"), Some(&fields), reasons(failure)?).await,
    }
}
