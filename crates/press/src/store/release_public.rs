//! Releases as the public reads them: the only table that public pages ask.

use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, maybe, one, run};
use kernel::{Moment, PageNumber, ReleaseId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PublicRow {
    pub(crate) id: ReleaseId,
    pub(crate) kind: String,
    pub(crate) year: i64,
    pub(crate) number: i64,
    pub(crate) symbol: String,
    pub(crate) code: String,
    pub(crate) state: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) body: String,
    pub(crate) files: String,
    pub(crate) hash: String,
    pub(crate) speaker_name: String,
    pub(crate) speaker_post: String,
    pub(crate) issued_at: Moment,
    pub(crate) changed_at: Option<Moment>,
    pub(crate) reason: String,
}

const PUBLIC: &str = "id, kind, year, number, symbol, code, state, title, lead, body, files, hash, speaker_name, \
                      speaker_post, issued_at, changed_at, reason";

pub(crate) async fn of(db: &impl ConnectionTrait, id: ReleaseId) -> Result<Option<PublicRow>, DbErr> {
    maybe(db, &format!("SELECT {PUBLIC} FROM release_public WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn numbered(
    db: &impl ConnectionTrait,
    year: i64,
    number: i64,
) -> Result<Option<PublicRow>, DbErr> {
    let sql = format!("SELECT {PUBLIC} FROM release_public WHERE year = $1 AND number = $2");
    maybe(db, &sql, vec![year.into(), number.into()]).await
}

pub(crate) async fn coded(db: &impl ConnectionTrait, code: &str) -> Result<Option<PublicRow>, DbErr> {
    let sql = format!("SELECT {PUBLIC} FROM release_public WHERE code = $1");
    maybe(db, &sql, vec![code.into()]).await
}

/// The newest first. Those withdrawn stay in the list, as what they are.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<PublicRow>, DbErr> {
    let total: i64 = one(db, "SELECT COUNT(*) FROM release_public", vec![]).await?;
    let sql = format!(
        "SELECT {PUBLIC} FROM release_public ORDER BY issued_at DESC, number DESC LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, vec![]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// How many were issued between two moments (PN-11).
pub(crate) async fn issued_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM release_public WHERE issued_at >= $1 AND issued_at < $2";
    one(db, sql, vec![from.into(), to.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &PublicRow) -> Result<(), DbErr> {
    let places: Vec<String> = (1..=17).map(|n| format!("${n}")).collect();
    let sql = format!(
        "INSERT INTO release_public ({PUBLIC}) VALUES ({})
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, title = excluded.title, lead = excluded.lead,
             body = excluded.body, files = excluded.files, hash = excluded.hash,
             speaker_name = excluded.speaker_name, speaker_post = excluded.speaker_post,
             changed_at = excluded.changed_at, reason = excluded.reason",
        places.join(", ")
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.kind.as_str().into(),
        row.year.into(),
        row.number.into(),
        row.symbol.as_str().into(),
        row.code.as_str().into(),
        row.state.as_str().into(),
        row.title.as_str().into(),
        row.lead.as_str().into(),
        row.body.as_str().into(),
        row.files.as_str().into(),
        row.hash.as_str().into(),
        row.speaker_name.as_str().into(),
        row.speaker_post.as_str().into(),
        row.issued_at.into(),
        row.changed_at.into(),
        row.reason.as_str().into(),
    ];
    run(db, &sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EditionRow {
    pub(crate) release: ReleaseId,
    pub(crate) no: i64,
    pub(crate) hash: String,
    pub(crate) text: String,
    pub(crate) signature: String,
    pub(crate) note: String,
    pub(crate) at: Moment,
}

/// Every text of a release that was public, the newest first.
pub(crate) async fn editions(db: &impl ConnectionTrait, id: ReleaseId) -> Result<Vec<EditionRow>, DbErr> {
    let sql = "SELECT release, no, hash, text, signature, note, at FROM release_edition WHERE release = $1
               ORDER BY no DESC";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn add_edition(db: &impl ConnectionTrait, row: &EditionRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO release_edition (release, no, hash, text, signature, note, at)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let args: Vec<Value> = vec![
        row.release.into(),
        row.no.into(),
        row.hash.as_str().into(),
        row.text.as_str().into(),
        row.signature.as_str().into(),
        row.note.as_str().into(),
        row.at.into(),
    ];
    run(db, sql, args).await.map(drop)
}
