//! A report for the command line: the one that is kept, or one counted for the occasion, as of any entry of the ledger.

use crate::House;
use crate::numbers::Numbers;
use crate::paper_of::{book_of, paper_of};
use crate::period::Period;
use crate::store::reports::{self, ReportRow};
use crate::verbs::{blank, drafted, numbers_of};
use kernel::{Failure, ThingRef};
use paper::{Book, Paper};

/// A report as the command line writes it.
pub struct Made {
    /// On paper.
    pub paper: Paper,
    /// Its numbers.
    pub numbers: Numbers,
    row: ReportRow,
}

impl Made {
    /// Its numbers as a workbook; `titles` says what a case is called and where it is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn book(
        &self,
        house: &House,
        titles: impl Fn(&ThingRef) -> (String, String) + Send,
    ) -> Result<Book, Failure> {
        book_of(house, &self.row, titles).await
    }
}

/// The report of a period: the one that is kept, where no entry of the ledger is asked for; else one that is counted and
/// drafted as the ledger stood at `as_of`, or stands now, and not kept.
///
/// # Errors
/// When the database does not answer.
pub async fn made(house: &House, period: Period, as_of: Option<i64>) -> Result<Made, Failure> {
    let db = house.app.db.reader();
    let kept = reports::of_period(db, &period.code()).await?;
    let row = match (kept, as_of) {
        (Some(row), None) => row,
        (kept, as_of) => {
            let mut row = match kept {
                Some(row) => row,
                None => blank(db, period, String::new(), house.app.db.now()).await?,
            };
            let end = db::ledger_end(db).await?;
            let numbers =
                Numbers::take(&*house.office, db, &house.app.zone, period, as_of.unwrap_or(end).min(end))
                    .await?;
            row.numbers =
                serde_json::to_string(&numbers).map_err(|error| Failure::Broken(Box::new(error)))?;
            if row.results.is_empty() {
                let texts = drafted(db, house, &row).await?;
                row.set_texts(texts);
            }
            row
        }
    };
    Ok(Made { paper: paper_of(house, &row).await?, numbers: numbers_of(&row)?, row })
}
