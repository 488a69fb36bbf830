//! Petitions that the press forwarded.

use db::table;
use db::{ConnectionTrait, DbErr, all, one};
use kernel::{Moment, PageNumber, PersonId, PetitionId, UnitId};

table! {
    PetitionRow in "press_petition" {
        id: PetitionId,
        year: i64,
        no: i64,
        state: String,
        kind: String,
        outlet: String,
        reference: String,
        subject: String,
        content: String,
        received_at: Moment,
        logged_at: Moment,
        logged_by: Option<PersonId>,
        unit: Option<UnitId>,
        assigned_at: Option<Moment>,
        concluded_at: Option<Moment>,
        conclusion: String,
        answered_at: Option<Moment>,
        answer: String,
        document: String,
        accepted: String,
        accepted_at: Option<Moment>,
        acceptance: String,
    }
}

/// A page of them: the oldest open ones first, or those that are over, the newest first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    open: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<PetitionRow>, DbErr> {
    let (wanted, order) = if open {
        ("state <> 'answered'", "received_at, id")
    } else {
        ("state = 'answered'", "received_at DESC, id")
    };
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM press_petition WHERE {wanted}"), vec![]).await?;
    let sql = format!(
        "SELECT {} FROM press_petition WHERE {wanted} ORDER BY {order} LIMIT {size} OFFSET {}",
        PetitionRow::COLUMNS,
        page.offset(size)
    );
    let items = all(db, &sql, vec![]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}
