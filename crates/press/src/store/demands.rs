//! Demands for correction.

use db::table;
use db::{ConnectionTrait, DbErr, all, one};
use kernel::{DemandId, MentionId, Moment, PageNumber, PersonId};

table! {
    DemandRow in "press_demand" {
        id: DemandId,
        year: i64,
        no: i64,
        state: String,
        outlet: String,
        item_title: String,
        item_link: String,
        item_day: String,
        mention: Option<MentionId>,
        wrong: String,
        grounds: String,
        right_text: String,
        asks: String,
        edition: i64,
        hash: String,
        writers: String,
        approved_hash: String,
        approved_by: Option<PersonId>,
        approved_at: Option<Moment>,
        sent_at: Option<Moment>,
        sent_by: Option<PersonId>,
        sent_to: String,
        document: String,
        answered_at: Option<Moment>,
        outcome: String,
        said: String,
        closed_at: Option<Moment>,
        reason: String,
        round: i64,
        before: Option<DemandId>,
        made_at: Moment,
    }
}

/// A page of them: open ones, or those that are over, the newest first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    open: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<DemandRow>, DbErr> {
    let wanted = if open { "state <> 'closed'" } else { "state = 'closed'" };
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM press_demand WHERE {wanted}"), vec![]).await?;
    let sql = format!(
        "SELECT {} FROM press_demand WHERE {wanted} ORDER BY made_at DESC, id LIMIT {size} OFFSET {}",
        DemandRow::COLUMNS,
        page.offset(size)
    );
    let items = all(db, &sql, vec![]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// Begun in a span of time. A further round belongs to the case of the first.
pub(crate) async fn begun_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<DemandRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM press_demand WHERE made_at >= $1 AND made_at < $2 AND round = 1 ORDER BY made_at, id",
        DemandRow::COLUMNS
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// The round after this one.
pub(crate) async fn after(db: &impl ConnectionTrait, id: DemandId) -> Result<Option<DemandRow>, DbErr> {
    let sql = format!("SELECT {} FROM press_demand WHERE before = $1 LIMIT 1", DemandRow::COLUMNS);
    db::maybe(db, &sql, vec![id.into()]).await
}
