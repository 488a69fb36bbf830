//! `asset`.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, run};
use kernel::{AssetId, Moment, PersonId};

/// A picture as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AssetRow {
    pub(crate) id: AssetId,
    pub(crate) sha256: String,
    pub(crate) name: String,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
    pub(crate) renditions: String,
    pub(crate) added_by: Option<PersonId>,
    pub(crate) added_at: Moment,
}

pub(crate) async fn insert_asset(db: &impl ConnectionTrait, row: &AssetRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO asset (id, sha256, name, alt, caption, credit, renditions, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        vec![
            row.id.into(),
            row.sha256.as_str().into(),
            row.name.as_str().into(),
            row.alt.as_str().into(),
            row.caption.as_str().into(),
            row.credit.as_str().into(),
            row.renditions.as_str().into(),
            row.added_by.into(),
            row.added_at.into(),
        ],
    )
    .await
    .map(drop)
}

/// Places of one statement: fewer than either engine takes.
pub(super) const AT_ONCE: usize = 500;

/// The pictures with these ids that exist, in as few questions as can be.
pub(crate) async fn assets(db: &impl ConnectionTrait, ids: &[AssetId]) -> Result<Vec<AssetRow>, DbErr> {
    let mut rows = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let places: Vec<String> = (1..=some.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT id, sha256, name, alt, caption, credit, renditions, added_by, added_at FROM asset
              WHERE id IN ({})",
            places.join(", ")
        );
        let found: Vec<AssetRow> = all(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?;
        rows.extend(found);
    }
    Ok(rows)
}
