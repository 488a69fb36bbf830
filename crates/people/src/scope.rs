//! How far a role in a unit reaches: the unit, all that stand below it, and all that ended in any of them. Who comes after a
//! unit has its work, its records and its promises, and history keeps the old name (S83, S180).

use crate::listing::ended_before;
use crate::session::holds_on;
use crate::store::{self, Kin, UnitRow};
use db::{ConnectionTrait, DbErr};
use kernel::UnitId;
use std::collections::HashMap;

/// The units of the agency as roles reach through them.
pub(crate) struct Reach {
    units: Vec<UnitRow>,
    /// Those below a unit.
    below: HashMap<UnitId, Vec<UnitId>>,
    /// Those that ended in a unit.
    before: HashMap<UnitId, Vec<UnitId>>,
    today: String,
}

impl Reach {
    pub(crate) async fn read(db: &impl ConnectionTrait, today: String) -> Result<Self, DbErr> {
        let units = store::units(db).await?;
        let pairs = ended_before(&today, &units, store::successions(db, Kin::Units).await?);
        Ok(Self::new(units, pairs, today))
    }

    fn new(units: Vec<UnitRow>, ended: Vec<(UnitId, UnitId)>, today: String) -> Self {
        let (mut below, mut before) = (HashMap::new(), HashMap::new());
        for unit in &units {
            if let Some(parent) = unit.parent {
                add(&mut below, parent, unit.id);
            }
        }
        for (gone, next) in ended {
            add(&mut before, next, gone);
        }
        Self { units, below, before, today }
    }

    /// Every unit that a role in this one covers.
    pub(crate) fn covered(&self, unit: UnitId) -> Vec<UnitId> {
        closure(unit, &[&self.below, &self.before])
    }

    /// A unit and all that ended in it.
    pub(crate) fn was(&self, unit: UnitId) -> Vec<UnitId> {
        closure(unit, &[&self.before])
    }

    /// The one unit of an agency that has no others, with those that were before it; in any other agency, none.
    pub(crate) fn only(&self) -> Vec<UnitId> {
        let stands =
            |one: &&UnitRow| holds_on(&self.today, Some(one.valid_from.as_str()), one.valid_to.as_deref());
        match self.units.iter().filter(stands).count() {
            1 => self.units.iter().map(|one| one.id).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a unit is the agency itself: it stands below none, and others stand below it or there are no others.
    pub(crate) fn is_above_all(&self, unit: UnitId) -> bool {
        let was = self.was(unit);
        let stands =
            |one: &&UnitRow| holds_on(&self.today, Some(one.valid_from.as_str()), one.valid_to.as_deref());
        let mut others = self.units.iter().filter(stands).filter(|one| one.id != unit);
        self.units.iter().any(|one| one.id == unit && one.parent.is_none())
            && (others.clone().next().is_none()
                || others.any(|one| one.parent.is_some_and(|parent| was.contains(&parent))))
    }
}

fn add(edges: &mut HashMap<UnitId, Vec<UnitId>>, from: UnitId, to: UnitId) {
    edges.entry(from).or_default().push(to);
}

/// What can be reached from a unit, itself first, each once.
fn closure(unit: UnitId, edges: &[&HashMap<UnitId, Vec<UnitId>>]) -> Vec<UnitId> {
    let mut found = vec![unit];
    let mut next = 0;
    while let Some(from) = found.get(next).copied() {
        for to in edges.iter().filter_map(|edges| edges.get(&from)).flatten() {
            if !found.contains(to) {
                found.push(*to);
            }
        }
        next += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::NewId;

    fn unit(id: UnitId, parent: Option<UnitId>, to: Option<&str>) -> UnitRow {
        UnitRow {
            id,
            name: String::new(),
            abbreviation: String::new(),
            symbol: String::new(),
            kind: String::new(),
            parent,
            valid_from: "2020-01-01".to_owned(),
            valid_to: to.map(str::to_owned),
        }
    }

    #[test]
    fn s180_a_role_reaches_below_and_into_what_ended_there() {
        let [agency, old, child, new, other] = [(); 5].map(|()| UnitId::fresh());
        let units = vec![
            unit(agency, None, None),
            unit(old, Some(agency), Some("2025-06-30")),
            unit(child, Some(old), None),
            unit(new, Some(agency), None),
            unit(other, Some(agency), None),
        ];
        // An agency of one unit is that unit; in one of several nobody holds a unit who was given none.
        let alone = Reach::new(vec![unit(agency, None, None)], vec![], "2026-01-01".to_owned());
        assert_eq!(alone.grant(kernel::Role::Contributor, None).own, [agency]);
        let reach = Reach::new(units, vec![(old, new)], "2026-01-01".to_owned());
        assert_eq!(reach.grant(kernel::Role::Contributor, None).own, []);
        assert_eq!(reach.grant(kernel::Role::Editor, Some(new)).own, [new, old]);
        assert_eq!(reach.covered(new), [new, old, child]);
        assert_eq!(reach.covered(other), [other]);
        assert_eq!(reach.covered(agency).len(), 5);
        assert!(reach.is_above_all(agency) && !reach.is_above_all(new) && !reach.is_above_all(old));
    }

    #[test]
    fn an_agency_that_took_the_place_of_another_stands_above_its_units() {
        let [old, new, office] = [(); 3].map(|()| UnitId::fresh());
        let units =
            vec![unit(old, None, Some("2025-06-30")), unit(new, None, None), unit(office, Some(old), None)];
        let reach = Reach::new(units, vec![(old, new)], "2026-01-01".to_owned());
        assert!(reach.is_above_all(new));
        assert_eq!(reach.covered(new), [new, old, office]);
    }

    #[test]
    fn a_circle_ends() {
        let [one, other] = [(); 2].map(|()| UnitId::fresh());
        let units = vec![unit(one, Some(other), None), unit(other, Some(one), None)];
        let reach = Reach::new(units, vec![(one, other), (other, one)], "2026-01-01".to_owned());
        assert_eq!(reach.covered(one).len(), 2);
    }
}
