//! The tables of this house. Nobody else reads or writes them.

use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{AgencyId, AreaId, GrantId, Moment, NewId, PersonId, PostId, Role, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct UnitRow {
    pub(crate) id: UnitId,
    pub(crate) name: String,
    pub(crate) abbreviation: String,
    pub(crate) symbol: String,
    pub(crate) kind: String,
    pub(crate) parent: Option<UnitId>,
    pub(crate) valid_from: String,
    pub(crate) valid_to: Option<String>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AreaRow {
    pub(crate) id: AreaId,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) code: Option<String>,
    pub(crate) parent: Option<AreaId>,
    pub(crate) population: Option<i64>,
    pub(crate) valid_from: String,
    pub(crate) valid_to: Option<String>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PersonRow {
    pub(crate) id: PersonId,
    pub(crate) login: String,
    pub(crate) name: String,
    pub(crate) honorific: String,
    pub(crate) password_hash: Option<String>,
    pub(crate) left_at: Option<Moment>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct RoleRow {
    pub(crate) person: PersonId,
    pub(crate) role: String,
    pub(crate) unit: Option<UnitId>,
    pub(crate) valid_from: Option<String>,
    pub(crate) valid_to: Option<String>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct TenureRow {
    pub(crate) person: PersonId,
    pub(crate) title: String,
    pub(crate) unit: UnitId,
    pub(crate) valid_from: String,
    pub(crate) valid_to: Option<String>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SuccessionRow {
    pub(crate) predecessor: uuid::Uuid,
    pub(crate) successor: uuid::Uuid,
    pub(crate) on_day: String,
    pub(crate) how: String,
    pub(crate) scope: String,
}

impl SuccessionRow {
    /// Whether the second has all that the first had, and not one field of it.
    pub(crate) fn hands_over_all(&self) -> bool {
        self.scope.is_empty() && self.how != "transferred"
    }
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AgencyRow {
    pub(crate) id: AgencyId,
    pub(crate) name: String,
    pub(crate) over: String,
    pub(crate) place: String,
    pub(crate) address: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) symbol: String,
}

pub(crate) async fn agency(db: &impl ConnectionTrait) -> Result<Option<AgencyRow>, DbErr> {
    maybe(
        db,
        "SELECT id, name, over, place, address, phone, email, symbol FROM agency ORDER BY id LIMIT 1",
        vec![],
    )
    .await
}

pub(crate) async fn put_agency(db: &impl ConnectionTrait, row: AgencyRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO agency (id, name, over, place, address, phone, email, symbol)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET name = $2, over = $3, place = $4, address = $5, phone = $6, email = $7,
                                        symbol = $8",
        vec![
            row.id.into(),
            row.name.into(),
            row.over.into(),
            row.place.into(),
            row.address.into(),
            row.phone.into(),
            row.email.into(),
            row.symbol.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn units(db: &impl ConnectionTrait) -> Result<Vec<UnitRow>, DbErr> {
    all(
        db,
        "SELECT id, name, abbreviation, symbol, kind, parent, valid_from, valid_to FROM unit ORDER BY id",
        vec![],
    )
    .await
}

pub(crate) async fn insert_unit(
    db: &impl ConnectionTrait,
    row: UnitRow,
    area: Option<AreaId>,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO unit (id, name, abbreviation, symbol, kind, parent, area, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        vec![
            row.id.into(),
            row.name.into(),
            row.abbreviation.into(),
            row.symbol.into(),
            row.kind.into(),
            row.parent.into(),
            area.into(),
            row.valid_from.into(),
            row.valid_to.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn end_unit(db: &impl ConnectionTrait, unit: UnitId, on: &str) -> Result<u64, DbErr> {
    run(db, "UPDATE unit SET valid_to = $2 WHERE id = $1 AND valid_to IS NULL", vec![unit.into(), on.into()])
        .await
}

pub(crate) async fn insert_area(
    db: &impl ConnectionTrait,
    row: AreaRow,
    tags: &[String],
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO area (id, name, kind, code, parent, population, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        vec![
            row.id.into(),
            row.name.into(),
            row.kind.into(),
            row.code.into(),
            row.parent.into(),
            row.population.into(),
            row.valid_from.into(),
            row.valid_to.into(),
        ],
    )
    .await?;
    for tag in tags {
        run(db, "INSERT INTO area_tag (area, tag) VALUES ($1, $2)", vec![row.id.into(), tag.as_str().into()])
            .await?;
    }
    Ok(())
}

pub(crate) async fn areas(db: &impl ConnectionTrait) -> Result<Vec<AreaRow>, DbErr> {
    all(
        db,
        "SELECT id, name, kind, code, parent, population, valid_from, valid_to FROM area ORDER BY id",
        vec![],
    )
    .await
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct TagRow {
    pub(crate) area: AreaId,
    pub(crate) tag: String,
}

pub(crate) async fn area_tags(db: &impl ConnectionTrait) -> Result<Vec<TagRow>, DbErr> {
    all(db, "SELECT area, tag FROM area_tag ORDER BY area, tag", vec![]).await
}

/// Which of the two succession tables.
#[derive(Clone, Copy)]
pub(crate) enum Kin {
    Units,
    Areas,
}

impl Kin {
    fn table(self) -> &'static str {
        match self {
            Self::Units => "unit_succession",
            Self::Areas => "area_succession",
        }
    }
}

pub(crate) async fn insert_succession(
    db: &impl ConnectionTrait,
    kin: Kin,
    row: SuccessionRow,
) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO {} (predecessor, successor, on_day, how, scope) VALUES ($1, $2, $3, $4, $5)",
        kin.table()
    );
    let args: Args = vec![
        row.predecessor.into(),
        row.successor.into(),
        row.on_day.into(),
        row.how.into(),
        row.scope.into(),
    ];
    run(db, &sql, args).await.map(drop)
}

pub(crate) async fn successions(db: &impl ConnectionTrait, kin: Kin) -> Result<Vec<SuccessionRow>, DbErr> {
    let sql = format!(
        "SELECT predecessor, successor, on_day, how, scope FROM {} ORDER BY on_day, successor",
        kin.table()
    );
    all(db, &sql, vec![]).await
}

const PERSON: &str = "id, login, name, honorific, password_hash, left_at";

pub(crate) async fn people(db: &impl ConnectionTrait) -> Result<Vec<PersonRow>, DbErr> {
    all(db, &format!("SELECT {PERSON} FROM person ORDER BY id"), vec![]).await
}

pub(crate) async fn person(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonRow>, DbErr> {
    maybe(db, &format!("SELECT {PERSON} FROM person WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn person_by_login(
    db: &impl ConnectionTrait,
    login: &str,
) -> Result<Option<PersonRow>, DbErr> {
    maybe(db, &format!("SELECT {PERSON} FROM person WHERE login = $1"), vec![login.into()]).await
}

pub(crate) async fn insert_person(
    db: &impl ConnectionTrait,
    row: PersonRow,
    at: Moment,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO person (id, login, name, honorific, password_hash, added_at) VALUES ($1, $2, $3, $4, $5, $6)",
        vec![
            row.id.into(),
            row.login.into(),
            row.name.into(),
            row.honorific.into(),
            row.password_hash.into(),
            at.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn set_password_hash(
    db: &impl ConnectionTrait,
    id: PersonId,
    hash: String,
) -> Result<(), DbErr> {
    run(db, "UPDATE person SET password_hash = $2 WHERE id = $1", vec![id.into(), hash.into()])
        .await
        .map(drop)
}

pub(crate) async fn set_left(db: &impl ConnectionTrait, id: PersonId, at: Moment) -> Result<u64, DbErr> {
    run(db, "UPDATE person SET left_at = $2 WHERE id = $1 AND left_at IS NULL", vec![id.into(), at.into()])
        .await
}

pub(crate) async fn insert_post(
    db: &impl ConnectionTrait,
    id: PostId,
    title: &str,
    unit: UnitId,
    rank: i32,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO post (id, title, unit, rank) VALUES ($1, $2, $3, $4)",
        vec![id.into(), title.into(), unit.into(), rank.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn insert_tenure(
    db: &impl ConnectionTrait,
    person: PersonId,
    post: PostId,
    from: &str,
    to: Option<&str>,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO tenure (person, post, valid_from, valid_to) VALUES ($1, $2, $3, $4)",
        vec![person.into(), post.into(), from.into(), to.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn tenures(db: &impl ConnectionTrait) -> Result<Vec<TenureRow>, DbErr> {
    all(
        db,
        "SELECT t.person, p.title, p.unit, t.valid_from, t.valid_to
           FROM tenure t JOIN post p ON p.id = t.post ORDER BY t.person, p.rank, t.valid_from",
        vec![],
    )
    .await
}

pub(crate) async fn insert_role(
    db: &impl ConnectionTrait,
    person: PersonId,
    role: Role,
    unit: Option<UnitId>,
    from: Option<&str>,
    to: Option<&str>,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO role_held (id, person, role, unit, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)",
        vec![
            GrantId::fresh().into(),
            person.into(),
            role.name().into(),
            unit.into(),
            from.into(),
            to.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn end_role(
    db: &impl ConnectionTrait,
    person: PersonId,
    role: Role,
    unit: Option<UnitId>,
) -> Result<u64, DbErr> {
    run(
        db,
        "DELETE FROM role_held WHERE person = $1 AND role = $2
            AND (unit = $3 OR (unit IS NULL AND $4))",
        vec![person.into(), role.name().into(), unit.into(), unit.is_none().into()],
    )
    .await
}

pub(crate) async fn roles(
    db: &impl ConnectionTrait,
    person: Option<PersonId>,
) -> Result<Vec<RoleRow>, DbErr> {
    const COLUMNS: &str = "person, role, unit, valid_from, valid_to";
    match person {
        Some(person) => {
            let sql = format!("SELECT {COLUMNS} FROM role_held WHERE person = $1 ORDER BY id");
            all(db, &sql, vec![person.into()]).await
        }
        None => all(db, &format!("SELECT {COLUMNS} FROM role_held ORDER BY person, id"), vec![]).await,
    }
}

pub(crate) async fn insert_session(
    db: &impl ConnectionTrait,
    token_hash: &str,
    person: PersonId,
    now: Moment,
    expires: Moment,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO session (token_hash, person, began_at, expires_at) VALUES ($1, $2, $3, $4)",
        vec![token_hash.into(), person.into(), now.into(), expires.into()],
    )
    .await?;
    run(db, "DELETE FROM session WHERE expires_at < $1", vec![now.into()]).await.map(drop)
}

#[derive(FromQueryResult)]
pub(crate) struct SessionRow {
    pub(crate) person: PersonId,
}

pub(crate) async fn session(
    db: &impl ConnectionTrait,
    token_hash: &str,
    now: Moment,
) -> Result<Option<SessionRow>, DbErr> {
    maybe(
        db,
        "SELECT s.person FROM session s JOIN person p ON p.id = s.person
          WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.left_at IS NULL",
        vec![token_hash.into(), now.into()],
    )
    .await
}

pub(crate) async fn delete_session(db: &impl ConnectionTrait, token_hash: &str) -> Result<(), DbErr> {
    run(db, "DELETE FROM session WHERE token_hash = $1", vec![token_hash.into()]).await.map(drop)
}

pub(crate) async fn delete_sessions_of(db: &impl ConnectionTrait, person: PersonId) -> Result<(), DbErr> {
    run(db, "DELETE FROM session WHERE person = $1", vec![person.into()]).await.map(drop)
}

/// Writes an attempt under each of its keys; forgets those of long ago.
pub(crate) async fn insert_attempt(
    db: &impl ConnectionTrait,
    attempt: uuid::Uuid,
    keys: &[&str],
    now: Moment,
    sweep_before: Moment,
) -> Result<(), DbErr> {
    for key in keys {
        run(
            db,
            "INSERT INTO login_attempt (id, key, at) VALUES ($1, $2, $3)",
            vec![attempt.into(), (*key).into(), now.into()],
        )
        .await?;
    }
    run(db, "DELETE FROM login_attempt WHERE at < $1", vec![sweep_before.into()]).await.map(drop)
}

/// How many attempts stand under `key`, as far as they are committed.
pub(crate) async fn attempts_since(
    db: &impl ConnectionTrait,
    key: &str,
    since: Moment,
) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM login_attempt WHERE key = $1 AND at > $2", vec![key.into(), since.into()])
        .await
}

pub(crate) async fn forget_attempt(db: &impl ConnectionTrait, attempt: uuid::Uuid) -> Result<(), DbErr> {
    run(db, "DELETE FROM login_attempt WHERE id = $1", vec![attempt.into()]).await.map(drop)
}

pub(crate) async fn forget_attempts(db: &impl ConnectionTrait, key: &str) -> Result<(), DbErr> {
    run(db, "DELETE FROM login_attempt WHERE key = $1", vec![key.into()]).await.map(drop)
}
