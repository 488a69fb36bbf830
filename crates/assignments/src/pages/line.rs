//! A piece of work as one line of a list, one card of a board, one entry of a day.

use crate::House;
use crate::assignment::State;
use crate::store::assignments::AssignmentRow;
use crate::store::obstacles;
use db::Look;
use kernel::{Failure, Moment, PersonId, UnitId};
use std::collections::{BTreeSet, HashMap};
use web::Page;

/// What lists show of it.
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) unit: String,
    pub(crate) person: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    /// `2/3 tin, bài`, or `60 %`, or nothing.
    pub(crate) progress: String,
    pub(crate) percent: i32,
    pub(crate) due: String,
    pub(crate) iso: String,
    /// Past its day, in days: `quá hạn 3 ngày`; nothing when it is not.
    pub(crate) over: String,
    /// Due today or tomorrow.
    pub(crate) soon: bool,
    pub(crate) blocked: bool,
    pub(crate) confidential: bool,
    pub(crate) reminders: i32,
    pub(crate) rolled: i32,
    /// Reminded today already.
    pub(crate) reminded_today: bool,
}

/// Names by id.
pub(crate) struct Names {
    pub(crate) units: HashMap<UnitId, String>,
    pub(crate) people: HashMap<PersonId, String>,
}

impl Names {
    pub(crate) async fn of(house: &House) -> Result<Self, Failure> {
        Ok(Self { units: house.office.unit_names().await?, people: house.office.people_names().await? })
    }

    pub(crate) fn unit(&self, unit: UnitId) -> String {
        self.units.get(&unit).cloned().unwrap_or_default()
    }

    pub(crate) fn person(&self, person: Option<PersonId>) -> String {
        person.and_then(|person| self.people.get(&person).cloned()).unwrap_or_default()
    }
}

/// Lines of rows, in their order.
pub(crate) async fn lines(
    house: &House,
    look: &Look,
    p: &Page,
    rows: &[AssignmentRow],
) -> Result<Vec<Line>, Failure> {
    let names = Names::of(house).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let blocked = obstacles::blocked_among(look.db(), &ids).await?;
    Ok(rows.iter().map(|row| line(p, row, &names, &blocked, look.now())).collect())
}

pub(crate) fn line(
    p: &Page,
    row: &AssignmentRow,
    names: &Names,
    blocked: &BTreeSet<kernel::AssignmentId>,
    now: Moment,
) -> Line {
    let state = State::named(&row.state);
    let zone = p.format.zone();
    let today = zone.day(now);
    let due_day = row.due.map(|due| zone.day(due));
    let late = state.is_owed() && row.due.is_some_and(|due| due < now);
    let days = due_day.map_or(0, |day| (today - day).get_days());
    Line {
        id: row.id.to_string(),
        title: row.title.clone(),
        unit: names.unit(row.lead),
        person: names.person(row.person),
        chip: state.chip(),
        state: p.t(&format!("work-state-{}", state.name())),
        progress: progress(p, row),
        percent: row.percent.clamp(0, 100),
        due: due_day.map(|day| p.format.day(day)).unwrap_or_default(),
        iso: due_day.map(|day| day.to_string()).unwrap_or_default(),
        over: if late { p.f("work-over-days", "days", i64::from(days.max(1))) } else { String::new() },
        soon: state.is_owed() && !late && due_day.is_some() && days >= -1,
        blocked: state.is_owed() && blocked.contains(&row.id),
        confidential: row.confidential,
        reminders: row.reminders,
        rolled: row.rolled,
        reminded_today: row.reminded_at.is_some_and(|at| zone.day(at) == today),
    }
}

/// How far it is, as people say it.
pub(crate) fn progress(p: &Page, row: &AssignmentRow) -> String {
    if row.want_count > 0 {
        return format!(
            "{}/{} {}",
            row.delivered,
            row.want_count,
            p.t(&format!("work-want-{}", row.want_kind))
        );
    }
    if row.percent > 0 { format!("{}%", row.percent) } else { String::new() }
}
