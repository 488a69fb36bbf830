//! What the demo's editor-in-chief wrote of pictures in the library.

use super::planning::{Teller, moment};
use demo::library::DESCRIBED;
use kernel::Failure;
use newsroom::{LibraryWords, verbs};

impl Teller<'_> {
    /// Tells it.
    pub(super) async fn library(&self) -> Result<(), Failure> {
        let db = self.agency.app.db.reader();
        self.clock.set(moment("2026-11-19T15:20+07:00")?);
        for asset in newsroom::every_asset(db).await? {
            let Some(found) = newsroom::findable_asset(db, asset).await? else { continue };
            let Some(said) = DESCRIBED.iter().find(|said| said.caption == found.words.caption) else {
                continue;
            };
            let words = LibraryWords {
                keywords: said.keywords.into(),
                owner: said.owner.into(),
                terms: said.terms.into(),
                until: said.until.into(),
                ..found.words
            };
            self.keep("quan", async |cx| verbs::describe_asset(cx, asset, 1, words.clone()).await).await?;
            if said.for_press {
                let zone = &self.agency.app.zone;
                self.keep("yen", async |cx| verbs::offer_to_press(cx, zone, asset).await).await?;
            }
        }
        Ok(())
    }
}
