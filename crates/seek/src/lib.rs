//! A search index for Vietnamese offices: it finds what a reader means, and only what the reader may know of.
//!
//! ```
//! use seek::{Ask, Change, Entry, Held, Index};
//!
//! let index = Index::in_memory()?;
//! let entry = Entry {
//!     id: "story:1".into(),
//!     audience: vec!["public:site:main".into()],
//!     title: "Họp báo về công tác tuyên truyền".into(),
//!     ..Entry::default()
//! };
//! index.apply(&[Change::Put(Box::new(entry))], 1)?;
//!
//! let reader = Held::new(["public:site:main"]);
//! for typed in ["tuyên truyền", "tuyen truyen", "tuyeen truyeenf", "\"họp báo\" -lũ"] {
//!     assert_eq!(index.search(&reader, &Ask::new(typed))?.hits[0].id, "story:1");
//! }
//! assert_eq!(index.search(&Held::default(), &Ask::new("họp"))?.total, 0);
//! # Ok::<(), seek::Trouble>(())
//! ```
//!
//! | to … | use |
//! |---|---|
//! | say what can be found, and by whom | [`Entry`], [`Change`], [`Held`] |
//! | open, feed, rebuild, check an index | [`Index`], [`Rebuild`], [`Trouble`] |
//! | search, page, complete | [`Ask`], [`Answer`], [`Suggestion`] |
//! | understand what was typed | [`query`] |
//! | put another engine in its place | [`Engine`], [`parts`], and the feature `suite` |
//! | measure it on a collection | [`eval`] |
//!
//! It knows no house and no database: entries come in as [`Change`]s with a sequence number, and the number of
//! the last commit is kept with it, so that whoever follows a source goes on where a crash stopped it.

mod abbreviate;
mod analyse;
mod ask;
mod collect;
mod cursor;
mod document;
mod engine;
mod entry;
pub mod eval;
mod excerpt;
mod facets;
mod fields;
mod index;
mod local;
mod lower;
mod mend;
pub mod parts;
mod plan;
pub mod query;
mod rank;
mod rebuild;
mod search;
mod shelf;
mod suggest;
#[cfg(any(test, feature = "suite"))]
pub mod suite;
#[cfg(test)]
mod tests;
mod trouble;
mod view;
mod words;

pub use ask::{Answer, Ask, Breadth, Hit, Marked, Order, Suggestion};
pub use engine::{Building, Engine};
pub use entry::{Change, Entry, Facet, Freshness, Held, Moment};
pub use index::{Index, Statistics};
pub use rebuild::Rebuild;
pub use trouble::Trouble;
