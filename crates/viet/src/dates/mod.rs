//! Dates and periods as Vietnamese writes them: `Sáng 11.6`, `THỨ NĂM, 11/06/2020 13:48:46`, `quý II`,
//! `3 tháng cuối năm`, `rằm tháng Giêng` — to days, with what is exact, inferred or wrong about them.
//!
//! Day comes before month. A date without a year takes it from a reference date (when the text was published)
//! and says so; a date that does not exist is reported as such and never turned into another.
//!
//! ```
//! use viet::dates::{Date, DayPart, find};
//! let published = Date::new(2020, 6, 11);
//! let found = find("Sáng 11.6, đồng chí chủ trì buổi làm việc", published);
//! let when = found[0].when.as_ref().unwrap();
//! assert_eq!((when.start.to_string().as_str(), when.part), ("2020-06-11", Some(DayPart::Morning)));
//! assert!(when.year_inferred());
//! ```

mod civil;
mod clock;
mod days;
mod english;
mod feasts;
mod grammar;
mod infer;
pub(crate) mod lex;
pub mod lunar;
pub mod number;
mod periods;
mod when;
mod written;

pub use civil::{Date, Time, Weekday, days_in_month};
pub use when::{DayPart, Doubt, Found, Invalid, Precision, When};

use crate::pieces::pieces;
use grammar::Grammar;

/// Every date and period in a text, in order, never overlapping. `reference` is the day the text was published:
/// without it, dates that lack a year and words like `hôm qua` are left out.
#[must_use]
pub fn find(text: &str, reference: Option<Date>) -> Vec<Found> {
    let plain = lex::is_plain(text);
    let mut found = Vec::new();
    for (base, piece) in pieces(text) {
        let tokens = lex::lex(piece);
        let grammar = Grammar::new(&tokens, plain, reference);
        let mut at = 0;
        while at < tokens.len() {
            let Some((when, next)) = grammar.any(at) else {
                at += 1;
                continue;
            };
            let (Some(first), Some(last)) = (tokens.get(at), tokens.get(next.saturating_sub(1))) else {
                break;
            };
            if when != Err(Invalid::YearUnknown) {
                found.push(Found { span: base + first.start..base + last.end, when });
            }
            at = next.max(at + 1);
        }
    }
    found
}

/// Reads a text that should be nothing but one date.
///
/// # Errors
/// [`Invalid::NotADate`] when there is none or something else beside it, else why the date does not exist.
///
/// ```
/// use viet::dates::{Invalid, read};
/// assert_eq!(read("14-12-2018", None).unwrap().iso(), "2018-12-14");
/// assert_eq!(read("31/02/2020", None), Err(Invalid::Day));
/// ```
pub fn read(text: &str, reference: Option<Date>) -> Result<When, Invalid> {
    let text = text.trim();
    if text.len() > 200 {
        return Err(Invalid::NotADate);
    }
    let tokens = lex::lex(text);
    let grammar = Grammar::new(&tokens, lex::is_plain(text), reference);
    match grammar.any(0) {
        Some((when, next)) if next == tokens.len() => when,
        _ => Err(Invalid::NotADate),
    }
}

/// The date at a token, for other grammars that read the same tokens.
pub(crate) fn at(tokens: &[lex::Token<'_>], at: usize) -> Option<(Date, usize)> {
    let (when, next) = Grammar::new(tokens, false, None).any(at)?;
    let when = when.ok()?;
    (when.start == when.end).then_some((when.start, next))
}

#[cfg(test)]
mod tests;
