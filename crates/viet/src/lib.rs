//! Vietnamese text: normal forms, folding, tokens, words, dates, references, speech.

pub mod abbreviations;
pub mod dates;
pub mod fingerprints;
pub mod fold;
pub mod keywords;
pub mod language;
pub mod legacy;
pub mod letters;
pub mod normalize;
pub mod offsets;
pub mod refs;
pub mod restore;
pub mod segment;
pub mod sentences;
pub mod speak;
pub mod spelling;
pub mod syllables;
pub mod terms;
pub mod tokens;

pub use offsets::OffsetMap;

#[cfg(feature = "train")]
pub mod train;
