//! A Vietnamese text engine: small, fast, offline, with byte offsets into the text as it was given.
//!
//! | to … | use |
//! |---|---|
//! | compare texts however they were typed | [`normalize`], [`fold`] |
//! | read files from before Unicode | [`legacy`] |
//! | cut text into tokens, sentences, words | [`tokens`], [`sentences`], [`segment`] |
//! | know what can be a syllable | [`syllables`], [`letters`] |
//! | index text, and find it typed without diacritics | [`terms`], [`restore`] |
//! | find reprints | [`fingerprints`] |
//! | tell what a text is about, and in which language | [`keywords`], [`language`] |
//! | read dates, periods, numbers | [`dates`] |
//! | read references to documents | [`refs`] |
//! | explain abbreviations | [`abbreviations`] |
//! | check spelling before publishing | [`spelling`] |
//! | prepare text for reading aloud | [`speak`] |
//! | read a stream, or a line without end | [`pieces`] |
//!
//! ```
//! use viet::segment::{line, Mode};
//!
//! assert_eq!(line("Sở TT&TT ban hành Quyết định 06/QĐ-TTg", Mode::Accurate),
//!            "Sở TT&TT ban_hành Quyết_định 06/QĐ-TTg");
//! assert_eq!(viet::fold::slug("Đại hội lần thứ XVII"), "dai-hoi-lan-thu-xvii");
//! assert_eq!(viet::normalize::key("Hoà  Bình – 2020"), "Hòa  Bình - 2020");
//! ```
//!
//! Nothing here reads a file, a clock or a network; nothing panics on any input; results are the same on
//! every platform. The lexicon and the word model are compiled in; `DATA_CARD.md` says what they were
//! learnt from, and the feature `train` builds the tool that learns them again.

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
pub mod pieces;
pub mod refs;
pub mod restore;
pub mod segment;
pub mod sentences;
pub mod speak;
pub mod spelling;
pub mod syllables;
pub mod terms;
pub mod tokens;
#[cfg(feature = "train")]
pub mod train;

pub use offsets::OffsetMap;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
