//! The sums of a project's money: assigned, planned and paid, month by month and cumulated. Whole đồng; no float touches them.

use crate::project::month_of;
use db::Entry;
use kernel::{Day, ProjectId};
use serde::Deserialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Months of a budget year in which money is paid: twelve, and January of the year after.
pub const MONTHS: usize = 13;

/// A budget year of one project, or of several together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearSum {
    /// Assigned, with all adjustments.
    pub assigned: i64,
    /// To be spent in each of twelve months.
    pub planned: [i64; 12],
    /// Paid in each month.
    pub paid: [i64; MONTHS],
}

impl YearSum {
    /// Notes what was paid in a month from 1 to 13.
    pub fn pay(&mut self, month: i32, amount: i64) {
        if let Some(cell) = place(month).and_then(|at| self.paid.get_mut(at)) {
            *cell = cell.saturating_add(amount);
        }
    }

    /// Notes what is to be spent in a month from 1 to 12.
    pub fn plan(&mut self, month: i32, amount: i64) {
        if let Some(cell) = place(month).and_then(|at| self.planned.get_mut(at)) {
            *cell = cell.saturating_add(amount);
        }
    }

    /// Puts another beside it.
    pub fn add(&mut self, other: &Self) {
        self.assigned = self.assigned.saturating_add(other.assigned);
        for (mine, theirs) in self.planned.iter_mut().zip(other.planned) {
            *mine = mine.saturating_add(theirs);
        }
        for (mine, theirs) in self.paid.iter_mut().zip(other.paid) {
            *mine = mine.saturating_add(theirs);
        }
    }

    /// Paid from the start of the year to the end of a month, 0 to 13.
    #[must_use]
    pub fn paid_to(&self, month: usize) -> i64 {
        self.paid.iter().take(month).fold(0, |sum, one| sum.saturating_add(*one))
    }

    /// Planned from the start of the year to the end of a month.
    #[must_use]
    pub fn planned_to(&self, month: usize) -> i64 {
        self.planned.iter().take(month).fold(0, |sum, one| sum.saturating_add(*one))
    }

    /// All that was paid of it.
    #[must_use]
    pub fn paid(&self) -> i64 {
        self.paid_to(MONTHS)
    }

    /// How far what was paid is behind what was planned to the end of a month; 0 when it is not.
    #[must_use]
    pub fn behind(&self, month: usize) -> i64 {
        self.planned_to(month).saturating_sub(self.paid()).max(0)
    }

    /// Assigned and not paid.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.assigned.saturating_sub(self.paid())
    }
}

fn place(month: i32) -> Option<usize> {
    usize::try_from(month).ok()?.checked_sub(1)
}

/// A share in tenths of a percent, rounded down so that nothing is called whole before it is. Nothing of nothing is no share.
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<i64> {
    if whole <= 0 {
        return None;
    }
    i64::try_from(i128::from(part) * 1000 / i128::from(whole)).ok()
}

/// The last month of a budget year whose plan is due on a day: a month that still runs is not late. On the last day of a
/// month that month counts.
#[must_use]
pub fn due_month(today: Day, year: i32) -> usize {
    let of = i32::from(today.year());
    let month = usize::try_from(today.month()).unwrap_or(1);
    match of.cmp(&year) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Greater => 12,
        std::cmp::Ordering::Equal if today == today.last_of_month() => month,
        std::cmp::Ordering::Equal => month - 1,
    }
}

/// The books of one project as the ledger tells them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Book {
    assigned: BTreeMap<i32, i64>,
    planned: BTreeMap<i32, Vec<i64>>,
    paid: BTreeMap<Uuid, (i32, Day, i64)>,
}

/// What the books need of an entry.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    year: i32,
    amount: i64,
    day: String,
    months: Vec<i64>,
    entry: Option<Uuid>,
}

/// The entries of the ledger that the books are made of.
pub(crate) const BOOKED: [&str; 4] = ["money-assigned", "money-planned", "money-spent", "money-cancelled"];

/// Makes the books of every project from entries, the oldest first.
pub(crate) fn books(entries: &[Entry]) -> BTreeMap<ProjectId, Book> {
    let mut all: BTreeMap<ProjectId, Book> = BTreeMap::new();
    for entry in entries {
        let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        let book = all.entry(ProjectId(entry.thing)).or_default();
        match (entry.action.as_str(), detail.entry, detail.day.parse::<Day>()) {
            ("money-assigned", ..) => {
                let sum = book.assigned.entry(detail.year).or_default();
                *sum = sum.saturating_add(detail.amount);
            }
            ("money-planned", ..) => drop(book.planned.insert(detail.year, detail.months)),
            ("money-spent", Some(id), Ok(day)) => {
                book.paid.insert(id, (detail.year, day, detail.amount));
            }
            ("money-cancelled", Some(id), _) => drop(book.paid.remove(&id)),
            _ => {}
        }
    }
    all
}

impl Book {
    /// A budget year up to a day, that day with it.
    pub(crate) fn year(&self, year: i32, to: Day) -> YearSum {
        let mut sum =
            YearSum { assigned: self.assigned.get(&year).copied().unwrap_or(0), ..YearSum::default() };
        for (month, amount) in (1..).zip(self.planned.get(&year).into_iter().flatten()) {
            sum.plan(month, *amount);
        }
        for (of, day, amount) in self.paid.values().filter(|(of, day, _)| *of == year && *day <= to) {
            sum.pay(month_of(*of, *day).unwrap_or(0), *amount);
        }
        sum
    }

    /// Paid between two days, both with it.
    pub(crate) fn between(&self, from: Day, to: Day) -> i64 {
        let days = self.paid.values().filter(|(_, day, _)| (from..=to).contains(day));
        days.fold(0, |sum, (_, _, amount)| sum.saturating_add(*amount))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Moment, NewId};
    use proptest::prelude::*;

    #[test]
    fn a_month_that_still_runs_is_not_late() {
        let at = |day: &str| due_month(day.parse().unwrap(), 2026);
        assert_eq!([at("2026-01-15"), at("2026-11-20"), at("2026-11-30"), at("2026-12-31")], [0, 10, 11, 12]);
        assert_eq!((at("2025-12-31"), at("2027-01-01")), (0, 12));
    }

    #[test]
    fn a_share_is_rounded_down_and_nothing_has_none() {
        assert_eq!(share(1, 3), Some(333));
        assert_eq!(share(999_999_999_999, 1_000_000_000_000), Some(999));
        assert_eq!(share(5, 5), Some(1000));
        assert_eq!((share(5, 0), share(0, 7)), (None, Some(0)));
        assert_eq!(share(i64::MAX, 1), None);
    }

    fn entry(action: &str, project: ProjectId, detail: String) -> Entry {
        Entry {
            seq: 1,
            at: Moment(0),
            actor_kind: "person".into(),
            actor: None,
            action: action.into(),
            thing_kind: "project".into(),
            thing: project.0,
            detail,
            before_hash: None,
            after_hash: None,
            prev: String::new(),
            hash: String::new(),
        }
    }

    #[test]
    fn the_books_are_read_from_the_ledger_alone() {
        let (project, right, wrong) = (ProjectId::fresh(), Uuid::now_v7(), Uuid::now_v7());
        let paid = |id: Uuid, year: i32, day: &str, amount: i64| {
            entry(
                "money-spent",
                project,
                format!(r#"{{"entry":"{id}","year":{year},"day":"{day}","amount":{amount}}}"#),
            )
        };
        let entries = [
            entry("money-assigned", project, r#"{"year":2026,"amount":900}"#.into()),
            entry("money-assigned", project, r#"{"year":2026,"amount":-100}"#.into()),
            entry("money-planned", project, r#"{"year":2026,"months":[1,1,1,1,1,1,1,1,1,1,1,1]}"#.into()),
            entry("money-planned", project, r#"{"year":2026,"months":[0,0,300,0,0,500,0,0,0,0,0,0]}"#.into()),
            paid(right, 2026, "2026-03-05", 300),
            paid(wrong, 2026, "2026-04-05", 50),
            entry("money-cancelled", project, format!(r#"{{"entry":"{wrong}"}}"#)),
            paid(Uuid::now_v7(), 2025, "2026-01-20", 7),
            entry("money-spent", project, "{broken".into()),
        ];
        let books = books(&entries);
        let book = &books[&project];
        let sum = book.year(2026, "2026-06-30".parse().unwrap());
        assert_eq!((sum.assigned, sum.planned_to(6), sum.paid(), sum.behind(6)), (800, 800, 300, 500));
        assert_eq!(book.between("2026-01-01".parse().unwrap(), "2026-03-31".parse().unwrap()), 307);
    }

    proptest! {
        #[test]
        fn cumulated_months_are_the_sum_of_the_entries_and_a_cancelled_one_is_as_if_it_never_was(
            entries in proptest::collection::vec((1i32..=13, 1i64..1_000_000_000_000, any::<bool>()), 0..80),
        ) {
            let sum_of = |list: &[(i32, i64, bool)]| {
                let mut sum = YearSum::default();
                list.iter().for_each(|(month, amount, _)| sum.pay(*month, *amount));
                sum
            };
            let kept: Vec<_> = entries.iter().copied().filter(|(.., cancelled)| !cancelled).collect();
            let sum = sum_of(&kept);
            prop_assert_eq!(sum.paid(), kept.iter().map(|(_, amount, _)| amount).sum::<i64>());
            for month in 0..=MONTHS {
                let to = kept.iter().filter(|(of, ..)| usize::try_from(*of).unwrap() <= month);
                prop_assert_eq!(sum.paid_to(month), to.map(|(_, amount, _)| amount).sum::<i64>());
                if month > 0 { prop_assert!(sum.paid_to(month) >= sum.paid_to(month - 1)); }
            }
            // All entered, then some taken back: the same books.
            let mut all = sum_of(&entries);
            entries.iter().filter(|(.., cancelled)| *cancelled).for_each(|(month, amount, _)| all.pay(*month, -amount));
            prop_assert_eq!(all, sum);
        }

        #[test]
        fn sums_of_projects_are_the_sum_of_all_their_entries(
            lists in proptest::collection::vec(proptest::collection::vec((1i32..=13, 1i64..1_000_000_000), 0..20), 0..8),
        ) {
            let mut whole = YearSum::default();
            for list in &lists {
                let mut one = YearSum::default();
                list.iter().for_each(|(month, amount)| one.pay(*month, *amount));
                whole.add(&one);
            }
            let all: i64 = lists.iter().flatten().map(|(_, amount)| amount).sum();
            prop_assert_eq!(whole.paid(), all);
        }
    }
}
