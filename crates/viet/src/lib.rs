//! Vietnamese text: normal forms, folding, tokens, words, dates, references, speech.

pub mod fold;
pub mod letters;
pub mod normalize;
pub mod offsets;
pub mod syllables;
pub mod tokens;

pub use offsets::OffsetMap;
