//! Letters of the morning: what is new in the searches people keep.

use crate::house::Agency;
use crate::post_office::{Note, post_note};
use kernel::{Actor, Failure};
use search::News;
use web::{Lang, Locale};

/// The hour from which letters are written.
const HOUR: i8 = 7;

impl Agency {
    /// Looks into the mailbox of the press address, where somebody has said which. Answers how many letters were taken in.
    ///
    /// # Errors
    /// In words, why it cannot be read.
    pub async fn collect_mail(&self) -> anyhow::Result<usize> {
        match self.outward().and_then(crate::Outward::mailbox) {
            Some(from) => crate::mail_room::collect(self, from).await,
            None => Ok(0),
        }
    }

    /// Queues what was written to people outside while no letter could leave, now that one can.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn queue_stranded(&self) -> Result<usize, Failure> {
        if !self.outward().is_some_and(crate::Outward::has_mail) {
            return Ok(0);
        }
        let cx = self.app.db.begin(Actor::Machine("post")).await?;
        let queued = post::stranded(&cx, crate::carrier::NO_WAY_OUT).await?;
        cx.finish().await?;
        Ok(queued)
    }

    /// Writes today's letters once, on whichever node comes first after seven, and puts them in the queue. Answers how
    /// many. Nothing is written where no letter could leave.
    ///
    /// # Errors
    /// When the index or the database does not answer.
    pub async fn write_letters(&self) -> Result<usize, Failure> {
        let local = self.app.zone.local(self.app.db.now());
        if local.hour() < HOUR || !self.outward().is_some_and(crate::Outward::has_mail) {
            return Ok(0);
        }
        let readers = self.search.readers_of_letters().await?;
        if readers.is_empty() || !self.search.take_letters_of(&local.date().to_string()).await? {
            return Ok(0);
        }
        let mut written = 0;
        for person in readers {
            let db = &self.app.db;
            let actor = match people::actor(db.reader(), person, &self.app.zone, db.now()).await {
                Ok(actor) => actor,
                Err(Failure::NotFound) => continue,
                Err(other) => return Err(other),
            };
            let Some(insider) = actor.person() else { continue };
            let news = self.search.news_for(insider).await?;
            if news.is_empty() {
                continue;
            }
            let cx = db.begin(Actor::Machine("letters")).await?;
            post_note(&cx, self.note(person, &news)).await?;
            cx.finish().await?;
            written += 1;
        }
        Ok(written)
    }

    fn note(&self, person: kernel::PersonId, news: &[News]) -> Note {
        let locale = Locale(Lang::Vi);
        let address = self.outward().map_or("", crate::Outward::address);
        let mut text = String::new();
        for one in news {
            let head = web::lookup(
                Lang::Vi,
                "letter-news-line",
                &[("name", one.name.clone()), ("count", one.count.to_string())],
            );
            text.push_str(&head);
            for title in &one.titles {
                text.push_str(&format!("\n  - {title}"));
            }
            text.push_str(&format!("\n  {address}{}\n\n", one.path));
        }
        Note { person, subject: locale.t("letter-news"), text }
    }
}
