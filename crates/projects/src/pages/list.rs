//! The projects of a year that somebody sees, the one farthest behind its plan first.

use super::Choice;
use super::ground::{Names, millions, percent, work_only, year_word};
use crate::House;
use crate::project::State as ProjectState;
use crate::sight::Sight;
use crate::store::money;
use crate::store::projects::{self, Asked, ListedProject};
use crate::sums::{due_month, share};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Look;
use kernel::{Action, Day, Failure, PageNumber, Thing};
use serde::Deserialize;
use web::{Asker, Error, Kept, Page, Pager, Tab, html};

const SIZE: u32 = 40;

/// A project as lists show it.
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) called: String,
    pub(crate) small: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) behind: String,
    pub(crate) hindered: String,
    pub(crate) assigned: String,
    pub(crate) paid: String,
    pub(crate) share: String,
    /// Tenths of a percent, paid and planned, for the bar.
    pub(crate) bar: (i64, i64),
}

/// Which projects: as they stand in the address.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Filter {
    pub(crate) year: String,
    pub(crate) q: String,
    pub(crate) unit: String,
    pub(crate) money: String,
    pub(crate) state: String,
    pub(crate) behind: String,
    pub(crate) page: Option<String>,
}

/// The form of the filter.
pub(crate) struct FilterFace {
    pub(crate) action: &'static str,
    pub(crate) f: Filter,
    pub(crate) years: Vec<Choice>,
    pub(crate) units: Vec<Choice>,
    pub(crate) sources: Vec<Choice>,
    pub(crate) states: Vec<Choice>,
    pub(crate) narrows: bool,
}

impl Filter {
    /// What is asked for, in a year that can be one.
    pub(crate) fn asked(&self, today: Day, lineage: &kernel::Lineage) -> Result<Asked, Failure> {
        let year = match self.year.as_str() {
            "" => i32::from(today.year()),
            year => year.parse().map_err(|_| Failure::NotFound)?,
        };
        if !crate::project::is_year(year) {
            return Err(Failure::NotFound);
        }
        let unit = self.unit.parse().ok();
        Ok(Asked {
            year,
            due: due_month(today, year),
            units: unit.map(|unit| lineage.with_past(&[unit])),
            money: self.money.clone(),
            state: self.state.clone(),
            words: self.q.chars().take(200).collect(),
            behind: !self.behind.is_empty(),
        })
    }

    /// The address of the same list, without a page.
    pub(crate) fn query(&self) -> String {
        let pairs = [
            ("year", &self.year),
            ("q", &self.q),
            ("unit", &self.unit),
            ("money", &self.money),
            ("state", &self.state),
            ("behind", &self.behind),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(said).unwrap_or_default()
    }

    /// The form of it.
    pub(crate) async fn face(
        &self,
        house: &House,
        p: &Page,
        (look, sight): (&Look, &Sight),
        (action, year): (&'static str, i32),
    ) -> Result<FilterFace, Failure> {
        let today = house.app.zone.day(look.now());
        let mut years = money::known_years(look.db(), None).await?;
        years.extend([i32::from(today.year()), year]);
        years.sort_by(|one, other| other.cmp(one));
        years.dedup();
        let years = years.into_iter().map(|year| (year_word(year), year_word(year)));
        let units = house.office.units().await?;
        let units =
            units.into_iter().filter(|(unit, _)| sight.units.as_ref().is_none_or(|own| own.contains(unit)));
        let sources = projects::sources(look.db(), sight).await?;
        Ok(FilterFace {
            action,
            years: Choice::of(years, &year_word(year)),
            units: Choice::of(units.map(|(unit, name)| (unit.to_string(), name)), &self.unit),
            sources: Choice::of(sources.into_iter().map(|one| (one.clone(), one)), &self.money),
            states: Choice::of(
                ProjectState::ALL
                    .map(|state| (state.name().to_owned(), p.t(&format!("project-state-{}", state.name())))),
                &self.state,
            ),
            narrows: !(self.q.is_empty()
                && self.unit.is_empty()
                && self.money.is_empty()
                && self.state.is_empty()
                && self.behind.is_empty()),
            f: self.clone(),
        })
    }
}

/// A row as lists show it.
pub(crate) fn line(p: &Page, names: &Names, lineage: &kernel::Lineage, row: &ListedProject) -> Line {
    let unit = names.unit(lineage, row.unit);
    let small = [row.code.as_str(), &p.t(&format!("project-kind-{}", row.kind)), &unit, &row.money];
    let small: Vec<&str> = small.into_iter().filter(|one| !one.is_empty()).collect();
    let behind = row.behind();
    let part = |amount| share(amount, row.assigned).unwrap_or(0).clamp(0, 1000);
    Line {
        href: format!("/desk/projects/{}", row.id),
        called: row.name.clone(),
        small: small.join(" · "),
        chip: ProjectState::named(&row.state).chip(),
        state: p.t(&format!("project-state-{}", row.state)),
        behind: if behind > 0 {
            p.f("project-behind-by", "amount", millions(p, behind))
        } else {
            String::new()
        },
        hindered: row.hindered.clone().unwrap_or_default(),
        assigned: millions(p, row.assigned),
        paid: millions(p, row.paid),
        share: percent(p, share(row.paid, row.assigned)),
        bar: (part(row.paid), part(row.planned)),
    }
}

/// The two lists of this house's money.
pub(crate) fn kin(p: &Page, here: &str) -> Vec<Tab> {
    let tab = |href: &str, words: &str| Tab {
        href: href.to_owned(),
        label: p.t(words),
        count: 0,
        current: href == here,
    };
    vec![
        tab("/desk/projects", "projects-which-list"),
        tab("/desk/projects/disbursement", "projects-which-year"),
    ]
}

#[derive(Template)]
#[template(path = "project_list.html")]
struct ListPage {
    p: Page,
    kin: Vec<Tab>,
    filter: FilterFace,
    lines: Vec<Line>,
    may_begin: bool,
    counts: String,
    pager: Option<Pager>,
    kept: Kept,
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let look = asker.look();
    work_only(&look)?;
    let number = PageNumber::parse(filter.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("projects-title")).await?;
    let lineage = house.office.lineage().await?;
    let sight = Sight::of(look.actor());
    let asked = filter.asked(house.app.zone.day(look.now()), &lineage)?;
    let found = projects::list(look.db(), &sight, &asked, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = Names::of(&house).await?;
    let query = filter.query();
    let face = filter.face(&house, &p, (&look, &sight), ("/desk/projects", asked.year)).await?;
    html(&ListPage {
        kept: asker.kept("/desk/projects", "/desk/projects", if face.narrows { &query } else { "" }).await?,
        kin: kin(&p, "/desk/projects"),
        filter: face,
        lines: found.items.iter().map(|row| line(&p, &names, &lineage, row)).collect(),
        may_begin: look.may(Action::RunProjects, Thing::House).is_ok(),
        counts: counts(&p, asked.due, asked.year),
        pager: Pager::of(&found, |n| format!("/desk/projects?{query}&page={n}")),
        p,
    })
}

/// What counts, in words, below figures of a year.
pub(crate) fn counts(p: &Page, due: usize, year: i32) -> String {
    let args = [("month", due.to_string()), ("year", year_word(year)), ("next", year_word(year + 1))];
    web::lookup(p.format.lang(), if due == 0 { "project-counts-none" } else { "project-counts" }, &args)
}
