//! References to documents: type, number and symbol by position, year, date, issuer, and the articles cited.
//!
//! ```
//! use viet::refs::{Kind, find};
//! let text = "theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư";
//! let found = find(text);
//! assert_eq!(found[0].kind, Some(Kind::NghiDinh));
//! assert_eq!(found[0].symbol.as_ref().unwrap().to_string(), "30/2020/NĐ-CP");
//! assert_eq!(found[0].issuer.as_deref(), Some("Chính phủ"));
//! assert_eq!(found[0].provision.to_string(), "điểm a khoản 2 Điều 5");
//! ```

mod grammar;
mod issuers;
mod kinds;
mod names;
mod provision;
mod symbol;

pub use kinds::{Family, KINDS, Kind, Validity};
pub use provision::{Part, Provision, Stretch};
pub use symbol::Symbol;

use crate::dates::{Date, lex};
use crate::pieces::pieces;
use std::ops::Range;

/// A document cited in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands: byte offsets into the text given, always on character borders.
    pub span: Range<usize>,
    /// The type as named before the number, else as its symbol says.
    pub kind: Option<Kind>,
    /// The name of a law cited by name: `Báo chí` of `Luật Báo chí năm 2025`.
    pub name: Option<String>,
    /// Number and symbol.
    pub symbol: Option<Symbol>,
    /// The year, from the symbol, the date or the words `năm 2025`.
    pub year: Option<i32>,
    /// The day it was made, where cited.
    pub date: Option<Date>,
    /// Who made it, as cited after `của`.
    pub issuer: Option<String>,
    /// The articles cited of it.
    pub provision: Provision,
    /// What does not agree.
    pub doubts: Vec<Doubt>,
}

/// What does not agree in a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The number was left blank: `số      /QĐ-UBND` (S115).
    NumberMissing,
    /// The type named before is not the one the symbol says.
    KindDisagrees {
        /// The type in words.
        named: Kind,
        /// The type by the symbol's first place.
        coded: Kind,
    },
    /// The year in the symbol is not that of the date.
    YearDisagrees,
}

/// Every reference in a text, in order, never overlapping.
#[must_use]
pub fn find(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for (base, piece) in pieces(text) {
        let tokens = lex::lex(piece);
        let reader = grammar::Reader { tokens: &tokens };
        let mut at = 0;
        while at < tokens.len() {
            let Some((references, next)) = reader.references(at) else {
                at += 1;
                continue;
            };
            found.extend(references.into_iter().map(|mut r| {
                r.span = base + r.span.start..base + r.span.end;
                r
            }));
            at = next.max(at + 1);
        }
    }
    found
}

#[cfg(test)]
mod tests;
