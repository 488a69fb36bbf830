//! Photographs of what hangs. One that was taken out keeps its row, with who did it and why.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, places, run};
use kernel::{Moment, PersonId, PlanId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PhotoRow {
    pub(crate) id: Uuid,
    pub(crate) display: Uuid,
    pub(crate) sha256: String,
    /// Widths with heights, as JSON.
    pub(crate) sizes: String,
    /// What the camera says of when it was taken, or nothing.
    pub(crate) taken: String,
    pub(crate) proves: String,
    pub(crate) note: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    pub(crate) removed_at: Option<Moment>,
    pub(crate) removed_by: Option<PersonId>,
    pub(crate) reason: String,
}

const COLUMNS: &str =
    "p.id, p.display, p.sha256, p.sizes, p.taken, p.proves, p.note, p.at, p.by_person, p.removed_at,
    p.removed_by, p.reason";

/// Those of one item, the oldest first.
pub(crate) async fn of(db: &impl ConnectionTrait, display: Uuid) -> Result<Vec<PhotoRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM display_photo p WHERE p.display = $1 ORDER BY p.id");
    all(db, &sql, vec![display.into()]).await
}

/// Those of several items that stand, the oldest first.
pub(crate) async fn standing(db: &impl ConnectionTrait, displays: &[Uuid]) -> Result<Vec<PhotoRow>, DbErr> {
    let mut found = Vec::new();
    for some in displays.chunks(200) {
        let sql = format!(
            "SELECT {COLUMNS} FROM display_photo p WHERE p.display IN ({}) AND p.removed_at IS NULL ORDER BY p.id",
            places(1, some.len())
        );
        found.extend(all(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?);
    }
    Ok(found)
}

/// One of an item of a campaign; of any other it is not there.
pub(crate) async fn photo(
    db: &impl ConnectionTrait,
    plan: PlanId,
    display: Uuid,
    id: Uuid,
) -> Result<Option<PhotoRow>, DbErr> {
    let sql = format!(
        "SELECT {COLUMNS} FROM display_photo p JOIN display d ON d.id = p.display
          WHERE d.plan = $1 AND p.display = $2 AND p.id = $3"
    );
    maybe(db, &sql, vec![plan.into(), display.into(), id.into()]).await
}

/// How many stand that show it up.
pub(crate) async fn that_prove(db: &impl ConnectionTrait, display: Uuid) -> Result<u64, DbErr> {
    let sql = "SELECT COUNT(*) FROM display_photo WHERE display = $1 AND removed_at IS NULL
               AND proves IN ('up', 'checked')";
    Ok(super::whole(one(db, sql, vec![display.into()]).await?))
}

pub(crate) async fn add(db: &impl ConnectionTrait, row: &PhotoRow) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO display_photo (id, display, sha256, sizes, taken, proves, note, at, by_person, reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let args = vec![
        row.id.into(),
        row.display.into(),
        row.sha256.as_str().into(),
        row.sizes.as_str().into(),
        row.taken.as_str().into(),
        row.proves.as_str().into(),
        row.note.as_str().into(),
        row.at.into(),
        row.by_person.into(),
        row.reason.as_str().into(),
    ];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn remove(
    db: &impl ConnectionTrait,
    id: Uuid,
    (at, by): (Moment, Option<PersonId>),
    reason: &str,
) -> Result<(), DbErr> {
    let sql = "UPDATE display_photo SET removed_at = $2, removed_by = $3, reason = $4 WHERE id = $1";
    run(db, sql, vec![id.into(), at.into(), by.into(), reason.into()]).await.map(drop)
}
