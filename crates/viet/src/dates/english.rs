//! English month names, as papers in English and spreadsheets write them: `June 11, 2020`, `11 Jun 2020`, `20-Dec`.

use super::grammar::{Grammar, Meant};
use super::infer::full_year;
use super::lex::Kind;
use super::when::Doubt;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Number of a month by its English name or the first three letters of it; `sept` too.
pub(super) fn month_number(low: &str) -> Option<u32> {
    let named = |name: &&str| *name == low || low.len() == 3 && name.starts_with(low);
    let at = if low == "sept" { Some(8) } else { MONTHS.iter().position(named) };
    at.and_then(|at| u32::try_from(at + 1).ok())
}

impl Grammar<'_, '_> {
    /// A day with an English month, the day first or the month first.
    pub(super) fn english(&self, at: usize) -> Option<Meant> {
        self.day_first(at).or_else(|| self.month_first(at))
    }

    /// `11 June 2020`, `11-Jun-20`; without a year only where hyphens tie it: `20-Dec`.
    fn day_first(&self, at: usize) -> Option<Meant> {
        let (day, next) = self.int(at, 1, 2).filter(|_| self.fresh(at))?;
        let (month, tied, next) = match self.glued_mark(next, "-") {
            Some(next) => (self.english_month(next)?, true, next + 1),
            None => (self.english_month(next)?, false, next + 1),
        };
        if tied && let Some(after) = self.glued_mark(next, "-") {
            if let Some((year, end)) = self.year4(after).filter(|(_, end)| !self.goes_on(*end)) {
                return Some((self.check(year, month, day), end));
            }
            let (year, end) = self.int(after, 2, 2).filter(|(_, end)| !self.goes_on(*end))?;
            let when = self.check(full_year(self.reference, year as i32), month, day);
            return Some((when.map(|w| w.doubt(Doubt::ShortYear)), end));
        }
        let comma = usize::from(self.mark(next, &[","]));
        if let Some((year, end)) = self.year4(next + comma) {
            return Some((self.check(year, month, day), end));
        }
        (tied && !self.goes_on(next)).then(|| (self.without_year(month, day, at), next))
    }

    /// `June 11, 2020`.
    fn month_first(&self, at: usize) -> Option<Meant> {
        let month = self.english_month(at)?;
        let (day, next) = self.int(at + 1, 1, 2)?;
        let (year, next) = self.year4(next + usize::from(self.mark(next, &[","])))?;
        Some((self.check(year, month, day), next))
    }

    /// A month's name with a capital: *may* is a Vietnamese word too.
    fn english_month(&self, at: usize) -> Option<u32> {
        let token = self.token(at).filter(|t| t.kind == Kind::Word)?;
        if !token.text.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        month_number(&token.low)
    }
}
