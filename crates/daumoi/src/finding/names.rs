//! The names cards are written with: of bodies and areas, with those they had before and have since, and of sections.

use db::ConnectionTrait;
use kernel::Failure;
use newsroom::Content;
use people::{AreaLine, Kinship, UnitLine};
use search::Card;
use seek::{Facet, Freshness};
use std::collections::{BTreeSet, HashMap};

/// The names of bodies and areas, with those they had before and have since.
pub(super) struct Names {
    units: HashMap<String, String>,
    sections: HashMap<String, String>,
    kin: Vec<BTreeSet<String>>,
}

impl Names {
    pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Self, Failure> {
        let units = people::units(db).await?;
        let areas = people::areas(db).await?;
        let of = |name: &str, before: &[Kinship], after: &[Kinship]| -> BTreeSet<String> {
            let kin = before.iter().chain(after).map(|kin| kin.name.clone());
            kin.chain([name.to_owned()]).filter(|name| !name.is_empty()).collect()
        };
        let mut kin: Vec<_> = units
            .iter()
            .map(|unit: &UnitLine| of(&unit.name, &unit.predecessors, &unit.successors))
            .chain(areas.iter().map(|area: &AreaLine| of(&area.name, &area.predecessors, &area.successors)))
            .filter(|names| names.len() > 1)
            .collect();
        kin.sort();
        kin.dedup();
        let sections = portal::sites(db).await?.into_iter().flat_map(|site| site.sections);
        Ok(Self {
            units: units.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect(),
            sections: sections.map(|section| (section.id.to_string(), section.name)).collect(),
            kin,
        })
    }

    pub(super) fn unit(&self, id: &str) -> String {
        self.units.get(id).cloned().unwrap_or_default()
    }

    /// A card with the sections a text is to stand in, each name once.
    pub(super) fn in_sections(&self, card: Card, content: &Content) -> Card {
        let names = content.places.iter().filter_map(|place| self.sections.get(&place.section.to_string()));
        let names: BTreeSet<&String> = names.collect();
        names.into_iter().fold(card, |card, name| card.with(Facet::Section, name))
    }

    /// What a text says, with the documents it cites and the other names of whom it names.
    pub(super) fn card(&self, content: &Content) -> Card {
        let body = content.body.to_text();
        let all = format!("{}\n{}\n{body}", content.title, content.summary);
        let symbols: BTreeSet<String> = viet::refs::find(&all)
            .into_iter()
            .filter_map(|cited| cited.symbol.map(|symbol| symbol.to_string()))
            .collect();
        let named = self.kin.iter().filter(|kin| kin.iter().any(|name| all.contains(name.as_str())));
        let names: BTreeSet<String> = named.flatten().cloned().collect();
        Card {
            title: content.title.clone(),
            summary: content.summary.clone(),
            body,
            symbols: symbols.into_iter().collect(),
            names: names.into_iter().collect(),
            freshness: Freshness::News,
            ..Card::default()
        }
    }
}
