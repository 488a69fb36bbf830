//! Filters of a plan's lines: read from the address and written back into it.

use super::Choice;
use super::ground::Ground;
use crate::House;
use crate::line::PHASES;
use crate::store::lines::Asked;
use kernel::{Day, Failure, PageNumber};
use serde::{Deserialize, Serialize};
use web::Page;

/// What a list of lines was asked for.
#[derive(Debug, Clone, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(default)]
pub(crate) struct Filter {
    pub(crate) unit: String,
    pub(crate) scope: String,
    pub(crate) novelty: String,
    pub(crate) phase: String,
    /// `2026-11`.
    pub(crate) month: String,
    pub(crate) state: String,
    pub(crate) area: String,
    pub(crate) q: String,
    /// `day` or nothing.
    pub(crate) sort: String,
    #[serde(skip_serializing)]
    pub(crate) page: String,
}

/// What a line's state can be asked for.
pub(crate) const STATES: [&str; 4] = ["ahead", "running", "over", "dropped"];

impl Filter {
    /// As the tables understand it.
    pub(crate) fn asked(&self, ground: &Ground, today: Day) -> Asked {
        let units = self.unit.parse().map(|unit| ground.lineage.with_past(&[unit])).unwrap_or_default();
        let folded = |text: &str| {
            viet::fold::fold_lower(text).split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        let mut words = folded(&self.q);
        words.extend(folded(&self.area));
        Asked {
            units,
            scope: self.scope.clone(),
            novelty: self.novelty.clone(),
            phase: self.phase.clone(),
            days: month_of(&self.month),
            state: self.state.clone(),
            today: Some(today),
            words,
            by_day: self.sort == "day",
        }
    }

    /// Whether it leaves anything out.
    pub(crate) fn narrows(&self) -> bool {
        let bare = Self { sort: self.sort.clone(), page: self.page.clone(), ..Self::default() };
        *self != bare
    }

    /// As the query of an address, without what is empty.
    pub(crate) fn query(&self) -> String {
        let all = [
            ("unit", &self.unit),
            ("scope", &self.scope),
            ("novelty", &self.novelty),
            ("phase", &self.phase),
            ("month", &self.month),
            ("state", &self.state),
            ("area", &self.area),
            ("q", &self.q),
            ("sort", &self.sort),
        ];
        let said: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(said).unwrap_or_default()
    }

    /// The page asked for.
    pub(crate) fn number(&self) -> Result<PageNumber, Failure> {
        PageNumber::parse(Some(self.page.as_str())).ok_or(Failure::NotFound)
    }
}

/// First and last day of `2026-11`.
pub(crate) fn month_of(text: &str) -> Option<(Day, Day)> {
    let first: Day = format!("{text}-01").parse().ok()?;
    Some((first, first.last_of_month()))
}

/// The months of a plan, as choices; of long plans the first five years.
fn months(p: &Page, (from, to): (Day, Day), chosen: &str) -> Vec<Choice> {
    let mut months = Vec::new();
    let mut at = from.first_of_month();
    while at <= to && months.len() < 60 {
        months.push((at.strftime("%Y-%m").to_string(), p.format.month(at.year(), at.month())));
        match at.checked_add(jiff::Span::new().months(1)) {
            Ok(next) => at = next,
            Err(_) => break,
        }
    }
    Choice::of(months, chosen)
}

/// The form of the filter.
pub(crate) struct FilterFace {
    pub(crate) action: String,
    pub(crate) units: Vec<Choice>,
    pub(crate) scopes: Vec<Choice>,
    pub(crate) novelties: Vec<Choice>,
    pub(crate) phases: Vec<Choice>,
    pub(crate) months: Vec<Choice>,
    pub(crate) states: Vec<Choice>,
    pub(crate) sorts: Vec<Choice>,
    pub(crate) q: String,
    pub(crate) area: String,
    pub(crate) narrows: bool,
    pub(crate) more: bool,
    pub(crate) query: String,
}

/// The form, filled with what was asked.
pub(crate) async fn face(
    house: &House,
    ground: &Ground,
    p: &Page,
    filter: &Filter,
    here: &str,
) -> Result<FilterFace, Failure> {
    let coded = |codes: &[&str], family: &str, chosen: &str| {
        let words = codes.iter().map(|code| ((*code).to_owned(), p.t(&format!("plan-{family}-{code}"))));
        Choice::of(words, chosen)
    };
    let units = house.office.units().await?.into_iter();
    let is_campaign = ground.row.kind == "campaign";
    Ok(FilterFace {
        action: ground.at(here),
        units: Choice::of(units.map(|(unit, name)| (unit.to_string(), name)), &filter.unit),
        scopes: coded(&["common", "own"], "scope", &filter.scope),
        novelties: coded(&["new", "continued"], "novelty", &filter.novelty),
        phases: if is_campaign { coded(&PHASES, "phase", &filter.phase) } else { Vec::new() },
        months: months(p, ground.row.period(), &filter.month),
        states: coded(&STATES, "when", &filter.state),
        sorts: coded(&["day"], "sort", &filter.sort),
        q: filter.q.clone(),
        area: filter.area.clone(),
        narrows: filter.narrows(),
        more: !(filter.scope.is_empty()
            && filter.novelty.is_empty()
            && filter.phase.is_empty()
            && filter.area.is_empty()
            && filter.state.is_empty()),
        query: filter.query(),
    })
}
