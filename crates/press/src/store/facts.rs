//! Facts asked from units.

use super::places;
use db::table;
use db::{ConnectionTrait, DbErr, all, one};
use kernel::{FactId, InquiryId, Moment, PageNumber, PersonId, UnitId};

table! {
    FactRow in "press_fact" {
        id: FactId,
        inquiry: InquiryId,
        unit: UnitId,
        question: String,
        state: String,
        asked_by: Option<PersonId>,
        asked_at: Moment,
        answer: String,
        source: String,
        given_by: Option<PersonId>,
        given_at: Option<Moment>,
        reason: String,
    }
}

/// What was asked for an inquiry, in order.
pub(crate) async fn of_inquiry(db: &impl ConnectionTrait, id: InquiryId) -> Result<Vec<FactRow>, DbErr> {
    let sql = format!("SELECT {} FROM press_fact WHERE inquiry = $1 ORDER BY asked_at, id", FactRow::COLUMNS);
    all(db, &sql, vec![id.into()]).await
}

/// What units were asked; without units, the whole agency. What waits comes first, the oldest on top.
pub(crate) async fn asked(
    db: &impl ConnectionTrait,
    units: Option<&[UnitId]>,
    open: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<FactRow>, DbErr> {
    let mut args: db::Args = Vec::new();
    let mut wanted =
        if open { "state IN ('asked', 'returned')" } else { "state IN ('given', 'dropped')" }.to_owned();
    match units {
        None => {}
        Some([]) => return Ok(kernel::Page { items: Vec::new(), number: page.get(), size, total: 0 }),
        Some(units) => {
            wanted.push_str(&format!(" AND unit IN ({})", places(1, units.len())));
            args.extend(units.iter().map(|unit| db::Value::from(*unit)));
        }
    }
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) FROM press_fact WHERE {wanted}"), args.clone()).await?;
    let order = if open { "asked_at, id" } else { "asked_at DESC, id" };
    let sql = format!(
        "SELECT {} FROM press_fact WHERE {wanted} ORDER BY {order} LIMIT {size} OFFSET {}",
        FactRow::COLUMNS,
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}
