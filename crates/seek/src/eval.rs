//! Ranks any collection of texts for any list of queries, so that the search can be scored by anybody.

use serde::{Deserialize, Serialize};

use crate::ask::{Ask, Breadth};
use crate::entry::{Change, Entry, Held};
use crate::index::Index;
use crate::query::Limits;
use crate::trouble::Trouble;

/// Results given for a query.
pub const DEPTH: usize = 100;

const EVERYBODY: &str = "everybody";

/// A text of the collection, one line of JSON.
#[derive(Debug, Clone, Deserialize)]
pub struct Doc {
    /// Its id.
    pub id: String,
    /// Its heading, where it has one.
    #[serde(default)]
    pub title: String,
    /// Its text.
    pub text: String,
}

/// A query, one line of JSON.
#[derive(Debug, Clone, Deserialize)]
pub struct Wish {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub text: String,
}

/// The answer to a query, one line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// The query's id.
    pub id: String,
    /// Ids of texts, the best first, at most [`DEPTH`].
    pub ranked: Vec<String>,
}

/// A collection that can be asked.
pub struct Collection(Index);

impl Collection {
    /// Indexes texts in memory.
    ///
    /// # Errors
    /// [`Trouble::Unfit`] for an id that is empty or too long.
    pub fn new(docs: impl IntoIterator<Item = Doc>) -> Result<Self, Trouble> {
        let index = Index::in_memory()?;
        let rebuild = index.rebuild()?;
        for doc in docs {
            let entry = Entry {
                id: doc.id,
                audience: vec![EVERYBODY.to_owned()],
                title: doc.title,
                body: doc.text,
                ..Entry::default()
            };
            rebuild.add(&[Change::Put(Box::new(entry))])?;
        }
        rebuild.finish(1)?;
        Ok(Self(index))
    }

    /// Ranks the texts for a query. The whole text of it is heeded, and any word is enough.
    ///
    /// # Errors
    /// None expected.
    pub fn rank(&self, wish: &Wish) -> Result<Ranked, Trouble> {
        let ask = Ask {
            size: DEPTH,
            show: false,
            breadth: Breadth::Any,
            limits: Limits::WIDE,
            ..Ask::new(plain(&wish.text))
        };
        let answer = self.0.search(&Held::new([EVERYBODY]), &ask)?;
        Ok(Ranked { id: wish.id.clone(), ranked: answer.hits.into_iter().map(|h| h.id).collect() })
    }
}

/// A text without the marks that mean something in a query: a statement is all words.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, '"' | '“' | '”' | ':' | '|') { ' ' } else { c })
        .collect::<String>()
        .replace(" -", " ")
}
