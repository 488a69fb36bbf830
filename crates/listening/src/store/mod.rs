//! The tables of this house.

pub(crate) mod alerts;
pub(crate) mod digests;
pub(crate) mod mentions;
pub(crate) mod settings;
pub(crate) mod sources;
pub(crate) mod spots;
pub(crate) mod threads;
pub(crate) mod topics;

/// `$n, $n+1 …` for so many values.
pub(crate) fn places(from: usize, many: usize) -> String {
    (from..from + many).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}
