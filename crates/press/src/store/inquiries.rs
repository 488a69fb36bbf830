//! Inquiries of the press. There is no question to these tables by journalist (L9).

use super::{anywhere, places};
use db::table;
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one};
use kernel::{HotSpotId, InquiryId, Moment, PageNumber, PersonId, SpokespersonId};
use uuid::Uuid;

table! {
    InquiryRow in "press_inquiry" {
        id: InquiryId,
        year: i64,
        no: i64,
        state: String,
        outlet: String,
        outlet_fold: String,
        journalist: String,
        contact: String,
        via: String,
        urgent: bool,
        received_at: Moment,
        logged_at: Moment,
        logged_by: Option<PersonId>,
        wanted_by: Option<Moment>,
        hot_spot: Option<HotSpotId>,
        taken_by: Option<PersonId>,
        taken_at: Option<Moment>,
        content: String,
        edition: i64,
        hash: String,
        writers: String,
        speaker: Option<SpokespersonId>,
        cleared_hash: String,
        cleared_by: Option<PersonId>,
        cleared_at: Option<Moment>,
        form: String,
        sent_to: String,
        ended_at: Option<Moment>,
        ended_by: Option<PersonId>,
        refusal: String,
        reason: String,
        message_id: String,
        erased_at: Option<Moment>,
        words: String,
    }
}

/// Which of them a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Which {
    /// What waits for an answer.
    #[default]
    Open,
    /// What one has taken on, or was asked to clear.
    Mine(PersonId),
    /// What is open and late by any clock.
    Late,
    /// What was answered.
    Answered,
    /// What was refused.
    Refused,
    /// What was closed without an answer.
    Closed,
    /// All.
    All,
}

/// What a list is narrowed by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Narrow {
    pub(crate) which: Which,
    /// Folded words that must all be there.
    pub(crate) words: Vec<String>,
    /// The folded name of an outlet.
    pub(crate) outlet: String,
    /// Received from here on.
    pub(crate) from: Option<Moment>,
    /// Received before.
    pub(crate) to: Option<Moment>,
    /// Those of the clocks that are over, for [`Which::Late`].
    pub(crate) late: Vec<Uuid>,
    /// As of when.
    pub(crate) now: Option<Moment>,
}

const OPEN: &str = "state IN ('received', 'taken', 'drafting', 'clearing', 'cleared')";

impl Narrow {
    fn wanted(&self) -> (String, db::Args) {
        let mut args: db::Args = Vec::new();
        let mut parts = vec![match self.which {
            Which::Open | Which::Mine(_) | Which::Late => OPEN.to_owned(),
            Which::Answered => "state = 'answered'".to_owned(),
            Which::Refused => "state = 'refused'".to_owned(),
            Which::Closed => "state = 'closed'".to_owned(),
            Which::All => "1 = 1".to_owned(),
        }];
        if let Which::Mine(me) = self.which {
            args.push(me.into());
            parts.push("taken_by = $1".to_owned());
        }
        if self.which == Which::Late {
            args.push(self.now.unwrap_or(Moment(0)).into());
            let mut late = format!("(wanted_by IS NOT NULL AND wanted_by <= ${})", args.len());
            if !self.late.is_empty() {
                late = format!("({late} OR id IN ({}))", places(args.len() + 1, self.late.len()));
                args.extend(self.late.iter().map(|id| db::Value::from(*id)));
            }
            parts.push(late);
        }
        for word in &self.words {
            args.push(anywhere(word).into());
            parts.push(format!("words LIKE ${} ESCAPE '!'", args.len()));
        }
        if !self.outlet.is_empty() {
            args.push(self.outlet.as_str().into());
            parts.push(format!("outlet_fold = ${}", args.len()));
        }
        for (at, sign) in [(self.from, ">="), (self.to, "<")] {
            if let Some(at) = at {
                args.push(at.into());
                parts.push(format!("received_at {sign} ${}", args.len()));
            }
        }
        (parts.join(" AND "), args)
    }
}

/// A page of them: open ones urgent first and then the oldest, others the newest first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    narrow: &Narrow,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<InquiryRow>, DbErr> {
    let (wanted, args) = narrow.wanted();
    let total = count(db, narrow).await?;
    let order = match narrow.which {
        Which::Open | Which::Mine(_) | Which::Late => {
            "CASE WHEN urgent THEN 0 ELSE 1 END, received_at, year, no"
        }
        _ => "received_at DESC, year DESC, no DESC",
    };
    let sql = format!(
        "SELECT {} FROM press_inquiry WHERE {wanted} ORDER BY {order} LIMIT {size} OFFSET {}",
        InquiryRow::COLUMNS,
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total })
}

/// How many there are of them.
pub(crate) async fn count(db: &impl ConnectionTrait, narrow: &Narrow) -> Result<u64, DbErr> {
    let (wanted, args) = narrow.wanted();
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM press_inquiry WHERE {wanted}"), args).await?;
    Ok(u64::try_from(total).unwrap_or(0))
}

/// Received in a span of time, in order.
pub(crate) async fn received_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<InquiryRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM press_inquiry WHERE received_at >= $1 AND received_at < $2 ORDER BY received_at, year, no",
        InquiryRow::COLUMNS
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// How many stand so.
pub(crate) async fn count_in(db: &impl ConnectionTrait, state: &str) -> Result<u64, DbErr> {
    let total: i64 =
        one(db, "SELECT COUNT(*) FROM press_inquiry WHERE state = $1", vec![state.into()]).await?;
    Ok(u64::try_from(total).unwrap_or(0))
}

/// The one that came with a letter.
pub(crate) async fn of_letter(db: &impl ConnectionTrait, message: &str) -> Result<Option<InquiryRow>, DbErr> {
    let sql = format!("SELECT {} FROM press_inquiry WHERE message_id = $1 LIMIT 1", InquiryRow::COLUMNS);
    maybe(db, &sql, vec![message.into()]).await
}

/// What an outlet asked, in counts.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct OutletLine {
    pub(crate) outlet: String,
    pub(crate) outlet_fold: String,
    pub(crate) asked: i64,
    pub(crate) answered: i64,
    pub(crate) refused: i64,
}

/// Outlets that asked since a moment, those who asked most first.
pub(crate) async fn by_outlet(
    db: &impl ConnectionTrait,
    since: Moment,
    most: u32,
) -> Result<Vec<OutletLine>, DbErr> {
    let sql = format!(
        "SELECT MAX(outlet) AS outlet, outlet_fold, COUNT(*) AS asked,
             SUM(CASE WHEN state = 'answered' THEN 1 ELSE 0 END) AS answered,
             SUM(CASE WHEN state = 'refused' THEN 1 ELSE 0 END) AS refused
         FROM press_inquiry WHERE received_at >= $1 GROUP BY outlet_fold ORDER BY COUNT(*) DESC, outlet_fold LIMIT {most}"
    );
    all(db, &sql, vec![since.into()]).await
}

#[derive(FromQueryResult)]
struct Taken {
    received_at: Moment,
    ended_at: Option<Moment>,
}

/// How long each answer to an outlet took, in microseconds, in order of length.
pub(crate) async fn spans_of(
    db: &impl ConnectionTrait,
    outlet_fold: &str,
    since: Moment,
) -> Result<Vec<i64>, DbErr> {
    let sql = "SELECT received_at, ended_at FROM press_inquiry
        WHERE outlet_fold = $1 AND received_at >= $2 AND state = 'answered'";
    let rows: Vec<Taken> = all(db, sql, vec![outlet_fold.into(), since.into()]).await?;
    let mut spans: Vec<i64> =
        rows.into_iter().filter_map(|row| Some(row.ended_at?.0 - row.received_at.0)).collect();
    spans.sort_unstable();
    Ok(spans)
}

/// Ended before a moment, with somebody's name or address still in them (L13).
pub(crate) async fn to_erase(
    db: &impl ConnectionTrait,
    before: Moment,
    most: u32,
) -> Result<Vec<InquiryRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM press_inquiry WHERE ended_at IS NOT NULL AND ended_at < $1 AND erased_at IS NULL
         ORDER BY ended_at LIMIT {most}",
        InquiryRow::COLUMNS
    );
    all(db, &sql, vec![before.into()]).await
}
