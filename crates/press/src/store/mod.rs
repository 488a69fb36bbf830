//! The tables of this house.

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
