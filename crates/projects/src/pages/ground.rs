//! What every page of one project stands on: the project as far as who looks may see it, its head, and how money is written.

use super::id;
use crate::House;
use crate::sight::Sight;
use crate::store::money;
use crate::store::projects::{self, ProjectRow};
use crate::sums::due_month;
use db::Look;
use kernel::Lineage;
use kernel::{Action, Day, Failure, PersonId, ProjectId, Thing, UnitId};
use std::collections::HashMap;
use web::{Asker, Crumb, Lang, Page, Tab};

/// Who works here sees projects of their units; guests see none.
pub(crate) fn work_only(look: &Look) -> Result<(), Failure> {
    look.may(Action::EnterDesk, Thing::House)?;
    look.may(Action::ReadWork, Thing::House)
}

/// A project that somebody looks at.
pub(crate) struct Ground {
    pub(crate) look: Look,
    pub(crate) row: ProjectRow,
    pub(crate) lineage: Lineage,
    pub(crate) names: Names,
    /// Who looks runs it.
    pub(crate) runs: bool,
    pub(crate) today: Day,
}

/// Names of units and people.
pub(crate) struct Names {
    pub(crate) units: HashMap<UnitId, String>,
    pub(crate) people: HashMap<PersonId, String>,
}

impl Names {
    pub(crate) async fn of(house: &House) -> Result<Self, Failure> {
        Ok(Self { units: house.office.unit_names().await?, people: house.office.person_names().await? })
    }

    pub(crate) fn person(&self, person: Option<PersonId>) -> String {
        person.and_then(|person| self.people.get(&person).cloned()).unwrap_or_default()
    }

    /// The name of a unit; where it ended, of those that came after it.
    pub(crate) fn unit(&self, lineage: &Lineage, unit: UnitId) -> String {
        let name = |unit: UnitId| self.units.get(&unit).cloned().unwrap_or_default();
        lineage.today(unit).into_iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// The name it had, where it ended; else nothing.
    pub(crate) fn formerly(&self, lineage: &Lineage, unit: UnitId) -> String {
        if lineage.today(unit) == [unit] {
            return String::new();
        }
        self.units.get(&unit).cloned().unwrap_or_default()
    }
}

impl Ground {
    /// Loads it; what one may not see does not exist.
    pub(crate) async fn of(house: &House, asker: &Asker, project: &str) -> Result<Self, Failure> {
        let look = asker.look();
        look.may(Action::EnterDesk, Thing::House)?;
        let project: ProjectId = id(project)?;
        let lineage = house.office.lineage().await?;
        let sight = Sight::of(look.actor());
        if !projects::sees(look.db(), &sight, project).await? {
            return Err(Failure::NotFound);
        }
        let row = projects::project(look.db(), project).await?.ok_or(Failure::NotFound)?;
        Ok(Self {
            runs: look.may(Action::RunProjects, Thing::Unit(row.unit)).is_ok(),
            names: Names::of(house).await?,
            today: house.app.zone.day(look.now()),
            row,
            look,
            lineage,
        })
    }

    pub(crate) fn id(&self) -> ProjectId {
        self.row.id
    }

    pub(crate) fn at(&self, rest: &str) -> String {
        format!("/desk/projects/{}{rest}", self.row.id)
    }

    /// The budget years it has, the newest first.
    pub(crate) async fn years(&self) -> Result<Vec<i32>, Failure> {
        let mut years = money::known_years(self.look.db(), Some(self.row.id)).await?;
        years.extend(self.row.from_year..=self.row.to_year);
        years.sort_by(|one, other| other.cmp(one));
        years.dedup();
        Ok(years)
    }

    /// The year that is looked at: the one asked for, this one, or the latest there is.
    pub(crate) fn year(&self, years: &[i32], asked: &str) -> Result<i32, Failure> {
        if !asked.is_empty() {
            let year: i32 = asked.parse().map_err(|_| Failure::NotFound)?;
            return if years.contains(&year) { Ok(year) } else { Err(Failure::NotFound) };
        }
        let now = i32::from(self.today.year());
        let nearest = years.iter().copied().min_by_key(|year| (year - now).abs());
        Ok(nearest.unwrap_or(now))
    }

    pub(crate) fn due(&self, year: i32) -> usize {
        due_month(self.today, year)
    }

    pub(crate) fn head(&self, p: &Page, here: &str) -> Head {
        let tab = |rest: &str, words: &str| Tab {
            href: self.at(rest),
            label: p.t(words),
            count: 0,
            current: rest == here,
        };
        Head {
            at: self.at(""),
            called: self.row.name.clone(),
            kind: p.t(&format!("project-kind-{}", self.row.kind)),
            chip: self.row.state().chip(),
            state: p.t(&format!("project-state-{}", self.row.state)),
            unit: self.names.unit(&self.lineage, self.row.unit),
            reason: self.row.reason.clone(),
            stopped: self.row.state().name() == "stopped",
            views: vec![
                tab("", "project-view-one"),
                tab("/money", "project-view-money"),
                tab("/contracts", "project-view-contracts"),
            ],
        }
    }

    pub(crate) fn crumbs(&self, p: &Page, inside: bool) -> Vec<Crumb> {
        let mut crumbs = vec![Crumb { href: "/desk/projects".into(), label: p.t("projects-title") }];
        if inside {
            crumbs.push(Crumb { href: self.at(""), label: self.row.name.clone() });
        }
        crumbs
    }
}

/// Head of a project's pages.
pub(crate) struct Head {
    pub(crate) at: String,
    pub(crate) called: String,
    pub(crate) kind: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) unit: String,
    pub(crate) reason: String,
    pub(crate) stopped: bool,
    pub(crate) views: Vec<Tab>,
}

/// “1.200.000.000 đ”.
pub(crate) fn dong(p: &Page, amount: i64) -> String {
    format!("{} đ", p.format.number(amount))
}

/// Millions of đồng, rounded to the nearest.
pub(crate) fn millions(p: &Page, amount: i64) -> String {
    let half = if amount < 0 { -500_000 } else { 500_000 };
    p.format.number(amount.saturating_add(half) / 1_000_000)
}

/// “62,3%”, or a dash where there is nothing to be a share of.
pub(crate) fn percent(p: &Page, share: Option<i64>) -> String {
    let mark = if p.format.lang() == Lang::Vi { ',' } else { '.' };
    share.map_or_else(|| "–".to_owned(), |share| format!("{}{mark}{}%", share / 10, (share % 10).abs()))
}

/// A number as one word of a page: years have no thousands.
pub(crate) fn year_word(year: i32) -> String {
    format!("{year:04}")
}
