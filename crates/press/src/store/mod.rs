//! The tables of this house.

pub(crate) mod contacts;
pub(crate) mod events;
pub(crate) mod release_letters;
pub(crate) mod release_public;
pub(crate) mod releases;
mod table;

pub(crate) mod demands;
pub(crate) mod facts;
pub(crate) mod inquiries;
pub(crate) mod intake;
pub(crate) mod numbers;
pub(crate) mod petitions;
pub(crate) mod spokespersons;
pub(crate) mod yearly;

/// `$n, $n+1 …` for so many values.
pub(crate) fn places(from: usize, many: usize) -> String {
    (from..from + many).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// A pattern for LIKE … ESCAPE '!' that finds these words anywhere.
pub(crate) fn anywhere(words: &str) -> String {
    let shielded = words.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{shielded}%")
}
