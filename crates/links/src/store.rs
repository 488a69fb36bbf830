//! Every statement of the links.

use crate::{Link, Rel};
use db::{ConnectionTrait, DbErr, FromQueryResult, all, run};
use kernel::{Moment, ThingKind, ThingRef};
use uuid::Uuid;

pub(crate) async fn insert(
    db: &impl ConnectionTrait,
    from: ThingRef,
    rel: &str,
    to: ThingRef,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO link (from_kind, from_id, rel, to_kind, to_id, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING";
    let args = vec![
        from.kind.name().into(),
        from.id.into(),
        rel.into(),
        to.kind.name().into(),
        to.id.into(),
        at.into(),
    ];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn delete(
    db: &impl ConnectionTrait,
    from: ThingRef,
    rel: &str,
    to: ThingRef,
) -> Result<(), DbErr> {
    let sql =
        "DELETE FROM link WHERE from_kind = $1 AND from_id = $2 AND rel = $3 AND to_kind = $4 AND to_id = $5";
    let args = vec![from.kind.name().into(), from.id.into(), rel.into(), to.kind.name().into(), to.id.into()];
    run(db, sql, args).await.map(drop)
}

#[derive(FromQueryResult)]
struct Row {
    from_kind: String,
    from_id: Uuid,
    rel: String,
    to_kind: String,
    to_id: Uuid,
    at: Moment,
}

/// Both directions, oldest first. A kind that this version does not know is left out.
pub(crate) async fn of(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<Link>, DbErr> {
    let sql = "SELECT from_kind, from_id, rel, to_kind, to_id, at FROM link
        WHERE (from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2) ORDER BY at, from_id, to_id";
    let rows: Vec<Row> = all(db, sql, vec![thing.kind.name().into(), thing.id.into()]).await?;
    let links = rows.into_iter().filter_map(|row| {
        let end = |kind: &str, id| ThingKind::named(kind).map(|kind| ThingRef { kind, id });
        let (from, to) = (end(&row.from_kind, row.from_id)?, end(&row.to_kind, row.to_id)?);
        let outward = from == thing;
        Some(Link { rel: Rel::named(&row.rel)?, outward, other: if outward { to } else { from }, at: row.at })
    });
    Ok(links.collect())
}
