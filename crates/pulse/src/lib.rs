//! What the press talks about, as it streams in: reprints, threads, topics and hot spots of Vietnamese news.
//!
//! | to … | use |
//! |---|---|
//! | put mentions that tell one event together | [`threads`] |
//! | find who reprinted whom, and what was changed | [`reprints`] |
//! | say in three sentences what a thread is about | [`summary`] |
//! | find the mentions that matter to an agency | [`topics`] |
//! | know what heats up, and why | [`heat`] |
//!
//! Who asks several of these of one mention reads it once: [`Reading`].
//!
//! Everything is pure and streaming: mentions go in one by one, what happened comes out, memory is bounded by the
//! window. Nothing here reads a file, a clock or a network; the same stream gives the same result.

mod commonness;
pub mod heat;
mod reading;
pub mod reprints;
mod scatter;
mod sketch;
pub mod summary;
pub mod threads;
pub mod topics;
mod words;

pub use commonness::level;
pub use reading::Reading;
pub use sketch::{Weighing, terms};
pub use threads::{MentionNo, ThreadId, Threads};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
