//! Who speaks for the agency.

use db::table;
use db::{ConnectionTrait, DbErr, all, maybe};
use kernel::{Moment, SpokespersonId, UnitId};

table! {
    SpokespersonRow in "press_spokesperson" {
        id: SpokespersonId,
        kind: String,
        unit: Option<UnitId>,
        name: String,
        post: String,
        phone: String,
        email: String,
        document: String,
        decided_at: Moment,
        matter: String,
        from_day: String,
        to_day: Option<String>,
        authoriser: Option<SpokespersonId>,
        shown_at: Option<Moment>,
        changed_at: Moment,
        ended_at: Option<Moment>,
        end_reason: String,
    }
}

/// Those who have not ended: heads, then regular ones, then those of a case; the agency before its bodies.
pub(crate) async fn standing(db: &impl ConnectionTrait) -> Result<Vec<SpokespersonRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM press_spokesperson WHERE ended_at IS NULL
         ORDER BY CASE WHEN unit IS NULL THEN 0 ELSE 1 END,
             CASE kind WHEN 'head' THEN 0 WHEN 'regular' THEN 1 ELSE 2 END, decided_at, id",
        SpokespersonRow::COLUMNS
    );
    all(db, &sql, vec![]).await
}

/// Those who have ended, the newest first.
pub(crate) async fn ended(db: &impl ConnectionTrait, most: u32) -> Result<Vec<SpokespersonRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM press_spokesperson WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT {most}",
        SpokespersonRow::COLUMNS
    );
    all(db, &sql, vec![]).await
}

/// The head of the agency, or of one of its bodies.
pub(crate) async fn head_of(
    db: &impl ConnectionTrait,
    unit: Option<UnitId>,
) -> Result<Option<SpokespersonRow>, DbErr> {
    let (same, args) = match unit {
        None => ("unit IS NULL", vec![]),
        Some(unit) => ("unit = $1", vec![unit.into()]),
    };
    let sql = format!(
        "SELECT {} FROM press_spokesperson WHERE kind = 'head' AND ended_at IS NULL AND {same} LIMIT 1",
        SpokespersonRow::COLUMNS
    );
    maybe(db, &sql, args).await
}

/// When what the public page says last changed.
pub(crate) async fn last_changed(db: &impl ConnectionTrait) -> Result<Option<Moment>, DbErr> {
    db::one(db, "SELECT MAX(changed_at) FROM press_spokesperson", vec![]).await
}
