//! In whose name papers are made.

use crate::{Heading, Reference};

/// In whose name papers are made; what is not known is empty.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    /// The agency.
    pub issuer: String,
    /// The body above it.
    pub superior: String,
    /// Where.
    pub place: String,
    /// Its abbreviation in numbers and symbols, such as `UBND`.
    pub symbol: String,
}

impl Letterhead {
    /// The heading of a paper of a kind, such as `KH`, that has no number yet; without a kind, of one that gets none.
    #[must_use]
    pub fn heading(self, kind: &str) -> Heading {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        let symbol = format!("{kind}-{}", self.symbol);
        Heading {
            national: true,
            superior: some(self.superior),
            issuer: some(self.issuer),
            reference: (!kind.is_empty() && !self.symbol.is_empty())
                .then_some(Reference { number: None, symbol }),
            place: some(self.place),
            ..Heading::default()
        }
    }
}
