//! Fields of questions, each with the unit that answers for it (S78).

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{PersonId, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FieldRow {
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) unit: UnitId,
    pub(crate) person: Option<PersonId>,
    pub(crate) place: i32,
    pub(crate) active: bool,
}

const FIELD: &str = "slug, name, unit, person, place, active";

pub(crate) async fn all_of(db: &impl ConnectionTrait) -> Result<Vec<FieldRow>, DbErr> {
    all(db, &format!("SELECT {FIELD} FROM question_field ORDER BY place, name"), vec![]).await
}

pub(crate) async fn one_of(db: &impl ConnectionTrait, slug: &str) -> Result<Option<FieldRow>, DbErr> {
    maybe(db, &format!("SELECT {FIELD} FROM question_field WHERE slug = $1"), vec![slug.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &FieldRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO question_field (slug, name, unit, person, place, active) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (slug) DO UPDATE SET name = excluded.name, unit = excluded.unit, person = excluded.person,
             place = excluded.place, active = excluded.active",
        vec![
            row.slug.as_str().into(),
            row.name.as_str().into(),
            row.unit.into(),
            row.person.into(),
            row.place.into(),
            row.active.into(),
        ],
    )
    .await
    .map(drop)
}
