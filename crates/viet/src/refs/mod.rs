//! References to documents: type, number and symbol by position, year, date, issuer, and the articles cited.

mod kinds;
mod symbol;

pub use kinds::{Family, KINDS, Kind, Validity};
pub use symbol::Symbol;
