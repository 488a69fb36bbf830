//! What every page of one plan stands on: the plan as far as who looks may see it, its head and its tabs.

use super::id;
use crate::House;
use crate::line::Content;
use crate::sight::Sight;
use crate::store::lines::LineRow;
use crate::store::plans::{self, PlanRow};
use db::Look;
use kernel::Lineage;
use kernel::{Action, Actor, Failure, PersonId, PlanId, Refusal, Thing, UnitId};
use std::collections::HashMap;
use web::{Asker, Crumb, Page, Tab};

/// A plan that somebody looks at.
pub(crate) struct Ground {
    pub(crate) look: Look,
    pub(crate) row: PlanRow,
    pub(crate) lineage: Lineage,
    pub(crate) sight: Sight,
    /// All of its lines are seen, not only one's own.
    pub(crate) whole: bool,
    pub(crate) units: HashMap<UnitId, String>,
    pub(crate) people: HashMap<PersonId, String>,
}

impl Ground {
    /// Loads it; what one may not see does not exist.
    pub(crate) async fn of(house: &House, asker: &Asker, plan: &str) -> Result<Self, Failure> {
        let look = asker.look();
        look.may(Action::EnterDesk, Thing::House)?;
        let plan: PlanId = id(plan)?;
        let lineage = house.office.lineage().await?;
        let sight = Sight::of(look.actor());
        if !plans::sees(look.db(), &sight, plan).await? {
            return Err(Failure::NotFound);
        }
        Ok(Self {
            row: plans::plan(look.db(), plan).await?.ok_or(Failure::NotFound)?,
            whole: plans::sees_whole(look.db(), &sight, plan).await?,
            units: house.office.unit_names().await?,
            people: house.office.person_names().await?,
            look,
            lineage,
            sight,
        })
    }

    pub(crate) fn id(&self) -> PlanId {
        self.row.id
    }

    /// The address of one of its pages.
    pub(crate) fn at(&self, rest: &str) -> String {
        format!("/desk/plans/{}{rest}", self.row.id)
    }

    /// Whether who looks may do this with the plan.
    pub(crate) fn may(&self, action: Action) -> bool {
        self.look.may(action, Thing::Unit(self.row.unit)).is_ok()
    }

    /// Whether who looks may do this for a unit.
    pub(crate) fn may_for(&self, action: Action, unit: UnitId) -> bool {
        self.look.may(action, Thing::Unit(unit)).is_ok()
    }

    /// Whether who looks writes lines of any unit.
    pub(crate) fn writes(&self) -> bool {
        self.look.may(Action::WritePlan, Thing::House).is_ok()
    }

    /// The name of a unit; where it ended, of those that came after it.
    pub(crate) fn unit(&self, unit: UnitId) -> String {
        let name = |unit: UnitId| self.units.get(&unit).cloned().unwrap_or_default();
        self.lineage.today(unit).into_iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// The name it had, where it ended; else nothing.
    pub(crate) fn formerly(&self, unit: UnitId) -> String {
        if self.lineage.today(unit) == [unit] { String::new() } else { self.once(unit) }
    }

    /// The name it had when it was written.
    pub(crate) fn once(&self, unit: UnitId) -> String {
        self.units.get(&unit).cloned().unwrap_or_default()
    }

    pub(crate) fn person(&self, person: Option<PersonId>) -> String {
        person.and_then(|person| self.people.get(&person).cloned()).unwrap_or_default()
    }

    /// The units of today for which who looks writes lines.
    pub(crate) fn own_units(&self, all: Vec<(UnitId, String)>) -> Vec<(UnitId, String)> {
        all.into_iter().filter(|(unit, _)| self.may_for(Action::WritePlan, *unit)).collect()
    }

    /// Why a line cannot name the units it names: no such unit is known.
    pub(crate) fn strangers(&self, content: &Content) -> Option<Refusal> {
        let unknown = |unit: &UnitId| !self.units.contains_key(unit);
        content.supports.iter().any(unknown).then(|| Refusal::field("support", "refused-unit"))
    }

    /// The head of its pages.
    pub(crate) fn head(&self, p: &Page, here: &str) -> Head {
        let (from, to) = self.row.period();
        let kind = match self.row.theme.as_str() {
            "" => p.t(&format!("plan-kind-{}", self.row.kind)),
            theme => p.t(&format!("plan-theme-{theme}")),
        };
        let tab = |rest: &str, words: &str| Tab {
            href: self.at(rest),
            label: p.t(words),
            count: 0,
            current: rest == here,
        };
        Head {
            id: self.row.id.to_string(),
            title: self.row.title.clone(),
            kind,
            chip: self.row.state().chip(),
            state: p.t(&format!("plan-state-{}", self.row.state)),
            period: format!("{} – {}", p.format.day(from), p.format.day(to)),
            unit: self.unit(self.row.unit),
            returned: self.row.returned.clone(),
            views: VIEWS
                .iter()
                .filter(|(rest, _)| {
                    !matches!(*rest, "/campaign" | "/displays") || self.row.kind == "campaign"
                })
                .map(|(rest, words)| tab(rest, words))
                .collect(),
        }
    }

    /// The trail to its pages.
    pub(crate) fn crumbs(&self, p: &Page, inside: bool) -> Vec<Crumb> {
        let mut crumbs = vec![Crumb { href: "/desk/plans".into(), label: p.t("plan-title") }];
        if inside {
            crumbs.push(Crumb { href: self.at(""), label: self.row.title.clone() });
        }
        crumbs
    }

    /// Whether who looks is a guest: no list of colleagues and no form of theirs.
    pub(crate) fn is_signed_in(&self) -> bool {
        matches!(self.look.actor(), Actor::Person(_))
    }

    /// A line as lists show it.
    pub(crate) fn face(&self, p: &Page, row: &LineRow) -> LineFace {
        let content = row.content();
        LineFace {
            href: self.at(&format!("/lines/{}", row.id)),
            lead: self.unit(row.lead),
            formerly: self.formerly(row.lead),
            supports: content.supports.iter().map(|unit| self.unit(*unit)).collect::<Vec<_>>().join(", "),
            class: class_words(p, &content),
            when: days_words(p, &content),
            money: money_words(&content),
            title: content.title,
            part: content.part,
            areas: content.areas,
            chip: "",
            state: String::new(),
            progress_href: String::new(),
        }
    }
}

/// The views of a plan: what follows in the address, and the words.
const VIEWS: &[(&str, &str)] = &[
    ("", "plan-view-table"),
    ("/calendar", "plan-view-calendar"),
    ("/timeline", "plan-view-timeline"),
    ("/board", "plan-view-board"),
    ("/campaign", "plan-view-campaign"),
    ("/displays", "display-title"),
    ("/units", "plan-view-units"),
    ("/approval", "plan-view-approval"),
];

/// Head of a plan's pages.
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) period: String,
    pub(crate) unit: String,
    pub(crate) returned: String,
    pub(crate) views: Vec<Tab>,
}

/// A line as lists show it.
#[derive(Debug, Clone)]
pub(crate) struct LineFace {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) formerly: String,
    pub(crate) part: String,
    pub(crate) supports: String,
    pub(crate) class: String,
    pub(crate) when: String,
    pub(crate) areas: String,
    pub(crate) money: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) progress_href: String,
}

/// “Nhiệm vụ chung · mới”.
pub(crate) fn class_words(p: &Page, content: &Content) -> String {
    let (scope, novelty) = (&content.scope, &content.novelty);
    format!("{} · {}", p.t(&format!("plan-scope-{scope}")), p.t(&format!("plan-novelty-{novelty}")))
}

/// “01/11/2026 – 15/11/2026”.
pub(crate) fn days_words(p: &Page, content: &Content) -> String {
    match (content.from, content.to) {
        (Some(from), Some(to)) if from == to => p.format.day(from),
        (Some(from), Some(to)) => format!("{} – {}", p.format.day(from), p.format.day(to)),
        (Some(from), None) => p.f("plan-from-day", "day", p.format.day(from)),
        (None, Some(to)) => p.f("plan-to-day", "day", p.format.day(to)),
        (None, None) => {
            content.due.map(|day| p.f("plan-to-day", "day", p.format.day(day))).unwrap_or_default()
        }
    }
}

/// “1.200.000.000 đ”, or nothing.
pub(crate) fn money_words(content: &Content) -> String {
    if content.budget == 0 { String::new() } else { format!("{} đ", typed::amount::dong(content.budget)) }
}
