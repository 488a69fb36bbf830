//! The tables of this house.

pub(crate) mod amendments;
pub(crate) mod appraisals;
pub(crate) mod campaigns;
pub(crate) mod display_photos;
pub(crate) mod displays;
pub(crate) mod filters;
pub(crate) mod lines;
pub(crate) mod plans;
pub(crate) mod project_contracts;
pub(crate) mod project_money;
pub(crate) mod projects;
pub(crate) mod versions;

use db::{Args, Value};
use kernel::Day;

/// A statement's condition that grows, with its values.
#[derive(Debug, Clone, Default)]
pub(crate) struct Where {
    words: Vec<String>,
    pub(crate) args: Args,
}

impl Where {
    /// The place of one more value.
    pub(crate) fn arg(&mut self, value: impl Into<Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// The places of several; nothing is in an empty list.
    pub(crate) fn list<T: Into<Value> + Copy>(&mut self, values: &[T]) -> String {
        if values.is_empty() {
            return "(NULL)".to_owned();
        }
        let places: Vec<String> = values.iter().map(|value| self.arg(*value)).collect();
        format!("({})", places.join(", "))
    }

    /// One more thing that must hold.
    pub(crate) fn and(&mut self, words: impl Into<String>) {
        self.words.push(words.into());
    }

    /// The condition.
    pub(crate) fn text(&self) -> String {
        self.words.join(" AND ")
    }
}

/// A count that is never negative.
pub(crate) fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// A day of a table; what cannot be read is the first day there is.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or(Day::MIN)
}
