//! The desk's pages of this house, and what they share: the question in the address.

pub(crate) mod desk;
pub(crate) mod missed;
pub(crate) mod saved;
pub(crate) mod suggest;

use kernel::{Failure, Insider};
use seek::query::Days;
use seek::{Ask, Facet, Marked, Order};
use serde::{Deserialize, Serialize};
use viet::dates::Date;
use web::{Asker, Piece, pieces};

/// A search as the address says it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) q: String,
    pub(crate) kind: String,
    pub(crate) unit: String,
    pub(crate) section: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) order: String,
    #[serde(skip_serializing)]
    pub(crate) after: String,
}

/// The facets a search can be narrowed by on the desk.
pub(crate) const NARROWED: [(Facet, &str); 3] =
    [(Facet::Kind, "kind"), (Facet::Unit, "unit"), (Facet::Section, "section")];

impl Asked {
    pub(crate) fn value(&self, facet: Facet) -> &str {
        match facet {
            Facet::Kind => &self.kind,
            Facet::Unit => &self.unit,
            Facet::Section => &self.section,
            Facet::Site | Facet::Field | Facet::Language | Facet::Column => "",
        }
    }

    /// The same with another value of a facet, from the first page on.
    pub(crate) fn narrowed(&self, facet: Facet, value: &str) -> Self {
        let mut other = Self { after: String::new(), ..self.clone() };
        match facet {
            Facet::Kind => value.clone_into(&mut other.kind),
            Facet::Unit => value.clone_into(&mut other.unit),
            Facet::Section => value.clone_into(&mut other.section),
            Facet::Site | Facet::Field | Facet::Language | Facet::Column => {}
        }
        other
    }

    /// As a query string, without what says nothing.
    pub(crate) fn address(&self) -> String {
        let pairs = [
            ("q", &self.q),
            ("kind", &self.kind),
            ("unit", &self.unit),
            ("section", &self.section),
            ("from", &self.from),
            ("to", &self.to),
            ("order", &self.order),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(said).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.address().is_empty()
    }

    pub(crate) fn ask(&self) -> Ask {
        let filters = NARROWED
            .into_iter()
            .filter(|(facet, _)| !self.value(*facet).is_empty())
            .map(|(facet, _)| (facet, vec![self.value(facet).to_owned()]))
            .collect();
        Ask {
            filters,
            days: Days { from: Date::from_iso(&self.from), to: Date::from_iso(&self.to) },
            order: if self.order == "newest" { Order::Newest } else { Order::Relevance },
            size: 20,
            after: (!self.after.is_empty()).then(|| self.after.clone()),
            count: NARROWED.iter().map(|(facet, _)| *facet).collect(),
            ..Ask::new(self.q.clone())
        }
    }
}

/// A marked text as templates write it.
pub trait Marks {
    /// Its pieces.
    fn pieces(&self) -> Vec<Piece>;
}

impl Marks for Marked {
    fn pieces(&self) -> Vec<Piece> {
        pieces(&self.text, &self.marks)
    }
}

fn insider(asker: &Asker) -> Result<&Insider, Failure> {
    asker.actor.person().ok_or(Failure::SignIn)
}
