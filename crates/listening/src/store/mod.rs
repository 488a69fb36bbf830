//! The tables of this house.

pub(crate) mod alerts;
pub(crate) mod digests;
pub(crate) mod ear;
pub(crate) mod mentions;
pub(crate) mod rules;
pub(crate) mod settings;
pub(crate) mod sources;
pub(crate) mod spots;
pub(crate) mod threads;
pub(crate) mod topics;

/// `($1, $2), ($3, $4) …` for so many rows of so many values.
pub(crate) fn rows(width: usize, many: usize) -> String {
    (0..many).map(|row| format!("({})", places(row * width + 1, width))).collect::<Vec<_>>().join(", ")
}

/// Rows written by one statement.
pub(crate) const AT_ONCE: usize = 100;

pub(crate) use db::places;
