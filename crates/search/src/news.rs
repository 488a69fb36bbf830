//! What is new in the searches people keep, for a letter once a day.

use crate::pages::saved::fresh_since;
use crate::{House, audience, store};
use kernel::{Actor, Failure, Insider, Moment, PersonId};

/// What is new in one saved search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What its owner calls it.
    pub name: String,
    /// How many new results.
    pub count: usize,
    /// The newest of them, by title.
    pub titles: Vec<String>,
    /// Where they are on the desk.
    pub path: String,
}

/// Titles named in a letter for one search.
const NAMED: usize = 5;

impl House {
    /// Takes the writing of a day's letters upon this node; false when another has it already.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take_letters_of(&self, day: &str) -> Result<bool, Failure> {
        let cx = self.app.db.begin(Actor::Machine("search")).await?;
        let first = store::take_mail_day(cx.tx(), day).await?;
        cx.finish().await?;
        Ok(first)
    }

    /// Who wants letters.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn readers_of_letters(&self) -> Result<Vec<PersonId>, Failure> {
        Ok(store::mailed_people(self.app.db.reader()).await?)
    }

    /// What is new for somebody since the last letter, by exactly what they may know of today; and notes that they
    /// were told. Searches with nothing new are left out.
    ///
    /// # Errors
    /// When the index or the database does not answer.
    pub async fn news_for(&self, insider: &Insider) -> Result<Vec<News>, Failure> {
        let now = self.app.db.now();
        let mut news = Vec::new();
        for (row, told_at) in store::mailed(self.app.db.reader(), insider.id).await? {
            let since = told_at.max(row.seen_at);
            let (search, ask) = fresh_since(self, &row.asked, since);
            let (_, found) = self.find(&audience::held_by(insider), &ask).await?;
            let new: Vec<String> = found
                .into_iter()
                .filter(|found| found.card.at.is_some_and(|at| at > since && at <= now))
                .map(|found| found.card.title)
                .collect();
            if !new.is_empty() {
                news.push(News {
                    name: row.name,
                    count: new.len(),
                    titles: new.into_iter().take(NAMED).collect(),
                    path: format!("/desk/search?{}&order=newest", search.address()),
                });
            }
        }
        self.note_told(insider.id, now).await?;
        Ok(news)
    }

    async fn note_told(&self, person: PersonId, now: Moment) -> Result<(), Failure> {
        let cx = self.app.db.begin(Actor::Machine("search")).await?;
        store::note_told(cx.tx(), person, now).await?;
        cx.finish().await
    }
}
