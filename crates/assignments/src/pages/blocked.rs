//! What is blocked: every open obstacle, what the unit proposes, where it went and for how long it has waited.

use super::kin;
use super::line::Names;
use crate::House;
use crate::store::lists;
use crate::store::{assignments, obstacles::ObstacleRow};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Thing, ThingKind};
use web::{Asker, Error, Page, Tab, html};

const MOST: u32 = 300;

/// An obstacle as pages show it.
pub(crate) struct Blocked {
    pub(crate) id: String,
    pub(crate) work: String,
    pub(crate) title: String,
    pub(crate) unit: String,
    pub(crate) words: String,
    pub(crate) solution: String,
    pub(crate) who: String,
    pub(crate) since: String,
    pub(crate) iso: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) level: String,
    pub(crate) escalated: String,
    pub(crate) answer: String,
    pub(crate) answered: String,
    pub(crate) outcome: String,
    pub(crate) resolved: String,
    pub(crate) is_open: bool,
    pub(crate) version: i32,
    pub(crate) clock: Option<ClockFace>,
}

#[derive(Template)]
#[template(path = "work_blocked.html")]
struct BlockedPage {
    p: Page,
    kin: Vec<Tab>,
    list: Vec<Blocked>,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-blocked")).await?;
    let names = Names::of(&house).await?;
    let rows = lists::obstacles(look.db(), look.actor(), MOST).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.assignment).collect();
    let titles = assignments::these(look.db(), &ids).await?;
    let mut list = Vec::new();
    let open: Vec<_> = rows.iter().filter(|row| row.escalated_at.is_some()).map(|row| row.id.0).collect();
    let mut clocks =
        deadlines::faces_of(&house.rules, look.db(), &p, look.now(), ThingKind::Obstacle, &open).await?;
    for row in rows {
        let clock = clocks.remove(&row.id.0).and_then(|faces| faces.into_iter().next());
        let title = titles.iter().find(|work| work.id == row.assignment).map(|work| work.title.clone());
        list.push(face(&p, &names, row, title.unwrap_or_default(), clock));
    }
    html(&BlockedPage { kin: kin(&look, &p, "/desk/work/blocked"), list, p })
}

/// An obstacle with its clock.
pub(crate) fn face(
    p: &Page,
    names: &Names,
    row: ObstacleRow,
    title: String,
    clock: Option<ClockFace>,
) -> Blocked {
    let (chip, state) = match (row.resolved_at, row.answered_at, row.level.as_str()) {
        (Some(_), _, _) => ("done", "resolved"),
        (None, Some(_), _) => ("approved", "answered"),
        (None, None, "leader") => ("emergency", "at-leader"),
        (None, None, "focal") => ("submitted", "at-focal"),
        (None, None, _) => ("soon", "raised"),
    };
    let who_when = |who: Option<kernel::PersonId>, at: Option<kernel::Moment>| {
        at.map_or_else(String::new, |at| format!("{} · {}", names.person(who), p.format.stamp(at)))
    };
    Blocked {
        id: row.id.to_string(),
        work: row.assignment.to_string(),
        title,
        unit: names.unit(row.unit),
        who: names.person(row.raised_by),
        since: p.format.stamp(row.raised_at),
        iso: p.format.iso(row.raised_at),
        chip,
        state: p.t(&format!("obstacle-state-{state}")),
        escalated: who_when(row.escalated_by, row.escalated_at),
        answered: who_when(row.answered_by, row.answered_at),
        resolved: who_when(row.resolved_by, row.resolved_at),
        is_open: row.resolved_at.is_none(),
        words: row.words,
        solution: row.solution,
        level: row.level,
        answer: row.answer,
        outcome: row.outcome,
        version: row.version,
        clock,
    }
}
