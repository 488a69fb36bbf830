//! What a briefing says on paper: the month reviewed, the next one planned, what was decided, who signs. While it goes on it is
//! read from what is there; with its end it is kept, so that its notice says next year what it said that day.

use crate::House;
use crate::office::{Planned, Standing};
use crate::pages::said::named;
use crate::period::Period;
use crate::store::briefings::{self, BriefingRow};
use crate::store::reports as rows;
use db::Look;
use kernel::{Action, Failure, Thing};
use serde::{Deserialize, Serialize};
use web::{Lang, lookup};

fn vi(key: &str) -> String {
    lookup(Lang::Vi, key, &[])
}

/// The standings counted for each unit, in the order of the columns.
pub(crate) const STANDINGS: [Standing; 4] =
    [Standing::Done, Standing::Open, Standing::Late, Standing::Blocked];

/// The words and numbers of a briefing's notice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Briefed {
    /// The month before it, “tháng 11 năm 2026”, and the one after.
    pub(crate) months: (String, String),
    /// Each unit with work, and how many pieces of it stand as [`STANDINGS`] say.
    pub(crate) reviewed: Vec<(String, [usize; 4])>,
    /// Each unit with plans, and their lines.
    pub(crate) ahead: Vec<(String, Vec<String>)>,
    /// Each unit with what it is to do.
    pub(crate) decided: Vec<(String, String)>,
    /// Authority, post and name of who signs: as the last report of the office was signed.
    pub(crate) signer: (String, String, String),
}

impl Briefed {
    /// Of a briefing that is over, what was kept; of one that goes on, what is there now.
    pub(crate) async fn of(house: &House, look: &Look, row: &BriefingRow) -> Result<Self, Failure> {
        if row.kept.is_empty() {
            return Self::now(house, look, row).await;
        }
        serde_json::from_str(&row.kept).map_err(|error| Failure::Broken(Box::new(error)))
    }

    /// What is there now.
    pub(crate) async fn now(house: &House, look: &Look, row: &BriefingRow) -> Result<Self, Failure> {
        let month = Period::parse(&row.month).ok_or(Failure::NotFound)?;
        let next = month.next().ok_or(Failure::NotFound)?;
        let work = house.office.work(look, month.first, month.last).await?;
        let planned = seen(look, house.office.planned(next.first, next.last).await?);
        let (mut reviewed, mut ahead) = (Vec::new(), Vec::new());
        for (unit, name) in house.office.units().await? {
            let of_unit: Vec<_> = work.iter().filter(|one| one.unit == unit).collect();
            if !of_unit.is_empty() {
                let count = |standing| of_unit.iter().filter(|one| one.standing == standing).count();
                reviewed.push((name.clone(), STANDINGS.map(count)));
            }
            let lines: Vec<_> = planned.iter().filter(|one| one.unit == unit).map(line).collect();
            if !lines.is_empty() {
                ahead.push((name, lines));
            }
        }
        let names = house.office.names().await?;
        let decisions = briefings::decisions(look.db(), row.id).await?;
        let decided = decisions.iter().filter(|one| one.dropped.is_empty()).map(|one| {
            let day = one.due.map(|due| paper::short_day(house.app.zone.day(due)));
            let by = day.map(|day| format!(", {} {day}", vi("draft-by"))).unwrap_or_default();
            (names.unit(one.unit), format!("{}{by}", one.words.trim_end_matches('.')))
        });
        let signed = rows::last_signed(look.db()).await?;
        Ok(Self {
            months: (named(Lang::Vi, month), named(Lang::Vi, next)),
            reviewed,
            ahead,
            decided: decided.collect(),
            signer: signed.map(|row| (row.authority, row.signer_post, row.signer_name)).unwrap_or_default(),
        })
    }
}

fn line(one: &Planned) -> String {
    let by = one.due.map(|due| format!(" ({})", paper::short_day(due))).unwrap_or_default();
    let draft = if one.draft { format!(" ({})", vi("briefing-draft-paper")) } else { String::new() };
    format!("{}{by}{draft}", one.title)
}

/// Of what is planned, the units that who looks may see.
pub(crate) fn seen(look: &Look, planned: Vec<Planned>) -> Vec<Planned> {
    let all = look.may(Action::ReadAllWork, Thing::House).is_ok();
    let one = |one: &Planned| all || look.may(Action::ReadWork, Thing::Unit(one.unit)).is_ok();
    planned.into_iter().filter(one).collect()
}
