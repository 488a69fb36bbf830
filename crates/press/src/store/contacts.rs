//! The contact book.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, one, run};
use kernel::{ContactId, Moment, PageNumber};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ContactRow {
    pub(crate) id: ContactId,
    pub(crate) outlet: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) basis: String,
    pub(crate) locality: String,
    pub(crate) level: String,
    pub(crate) state: String,
    pub(crate) token: String,
    pub(crate) made_at: Moment,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) reason: String,
    pub(crate) erased_at: Option<Moment>,
}

const CONTACT: &str = "id, outlet, name, email, phone, basis, locality, level, state, token, made_at, ended_at, \
                       reason, erased_at";

pub(crate) async fn contact(db: &impl ConnectionTrait, id: ContactId) -> Result<Option<ContactRow>, DbErr> {
    maybe(db, &format!("SELECT {CONTACT} FROM press_contact WHERE id = $1"), vec![id.into()]).await
}

/// The same under its lock.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ContactId,
) -> Result<Option<ContactRow>, DbErr> {
    let sql = format!("SELECT {CONTACT} FROM press_contact WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn by_token(db: &impl ConnectionTrait, token: &str) -> Result<Option<ContactRow>, DbErr> {
    maybe(db, &format!("SELECT {CONTACT} FROM press_contact WHERE token = $1"), vec![token.into()]).await
}

/// The one of an address that gets letters or waits to be confirmed.
pub(crate) async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<ContactRow>, DbErr> {
    let sql = format!(
        "SELECT {CONTACT} FROM press_contact WHERE email = $1 AND state IN ('active', 'pending')
         ORDER BY CASE state WHEN 'active' THEN 0 ELSE 1 END LIMIT 1"
    );
    maybe(db, &sql, vec![email.into()]).await
}

/// How many wait to be confirmed since a moment.
pub(crate) async fn pending_since(db: &impl ConnectionTrait, since: Moment) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM press_contact WHERE state = 'pending' AND made_at >= $1";
    one(db, sql, vec![since.into()]).await
}

/// Those who get letters, of a level or of all.
pub(crate) async fn active(db: &impl ConnectionTrait, level: &str) -> Result<Vec<ContactRow>, DbErr> {
    let sql = format!(
        "SELECT {CONTACT} FROM press_contact WHERE state = 'active' AND ($1 = '' OR level = $1) ORDER BY outlet, name, id"
    );
    all(db, &sql, vec![level.into()]).await
}

/// Contacts in a state, by outlet.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    state: &str,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ContactRow>, DbErr> {
    let args: Vec<Value> = vec![state.into()];
    let total: i64 = one(db, "SELECT COUNT(*) FROM press_contact WHERE state = $1", args.clone()).await?;
    let sql = format!(
        "SELECT {CONTACT} FROM press_contact WHERE state = $1 ORDER BY outlet, name, id LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// Those ended, or never confirmed, before a moment and not yet erased (L13).
pub(crate) async fn to_erase(db: &impl ConnectionTrait, before: Moment) -> Result<Vec<ContactRow>, DbErr> {
    let sql = format!(
        "SELECT {CONTACT} FROM press_contact WHERE erased_at IS NULL AND (ended_at < $1
             OR (state = 'pending' AND made_at < $1)) LIMIT 500"
    );
    all(db, &sql, vec![before.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &ContactRow) -> Result<(), DbErr> {
    let places: Vec<String> = (1..=14).map(|n| format!("${n}")).collect();
    let sql = format!(
        "INSERT INTO press_contact ({CONTACT}) VALUES ({})
         ON CONFLICT (id) DO UPDATE SET outlet = excluded.outlet, name = excluded.name, email = excluded.email,
             phone = excluded.phone, basis = excluded.basis, locality = excluded.locality, level = excluded.level,
             state = excluded.state, ended_at = excluded.ended_at, reason = excluded.reason,
             erased_at = excluded.erased_at",
        places.join(", ")
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.outlet.as_str().into(),
        row.name.as_str().into(),
        row.email.as_str().into(),
        row.phone.as_str().into(),
        row.basis.as_str().into(),
        row.locality.as_str().into(),
        row.level.as_str().into(),
        row.state.as_str().into(),
        row.token.as_str().into(),
        row.made_at.into(),
        row.ended_at.into(),
        row.reason.as_str().into(),
        row.erased_at.into(),
    ];
    run(db, &sql, args).await.map(drop)
}
