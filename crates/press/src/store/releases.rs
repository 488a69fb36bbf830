//! Releases at hand and their files. What is public stands in `release_public.rs`.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, one, run};
use kernel::{Moment, PageNumber, PersonId, ReleaseId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ReleaseRow {
    pub(crate) id: ReleaseId,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) body: String,
    pub(crate) hash: String,
    pub(crate) edition: i64,
    pub(crate) writers: String,
    pub(crate) made_at: Moment,
    pub(crate) made_by: Option<PersonId>,
    pub(crate) edited_at: Moment,
    pub(crate) edited_by: Option<PersonId>,
    pub(crate) reason: String,
    pub(crate) approved_hash: String,
    pub(crate) approved_by: Option<PersonId>,
    pub(crate) approved_at: Option<Moment>,
    pub(crate) speaker: Option<PersonId>,
    pub(crate) speaker_name: String,
    pub(crate) speaker_post: String,
    pub(crate) until: Option<Moment>,
    pub(crate) send_at_once: bool,
    pub(crate) trouble: String,
    pub(crate) public_hash: String,
}

const RELEASE: &str = "id, kind, state, title, lead, body, hash, edition, writers, made_at, made_by, edited_at, \
                       edited_by, reason, approved_hash, approved_by, approved_at, speaker, speaker_name, \
                       speaker_post, until, send_at_once, trouble, public_hash";

pub(crate) async fn release(db: &impl ConnectionTrait, id: ReleaseId) -> Result<Option<ReleaseRow>, DbErr> {
    maybe(db, &format!("SELECT {RELEASE} FROM release WHERE id = $1"), vec![id.into()]).await
}

/// The same under its lock.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ReleaseId,
) -> Result<Option<ReleaseRow>, DbErr> {
    let sql = format!("SELECT {RELEASE} FROM release WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// Releases in a state, or all; the newest change first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    state: &str,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ReleaseRow>, DbErr> {
    let args: Vec<Value> = vec![state.into()];
    let wanted = "$1 = '' OR state = $1";
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM release WHERE {wanted}"), args.clone()).await?;
    let sql = format!(
        "SELECT {RELEASE} FROM release WHERE {wanted} ORDER BY edited_at DESC, id DESC LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

#[derive(FromQueryResult)]
pub(crate) struct StateCount {
    pub(crate) state: String,
    pub(crate) count: i64,
}

pub(crate) async fn counts(db: &impl ConnectionTrait) -> Result<Vec<StateCount>, DbErr> {
    all(db, "SELECT state, COUNT(*) AS count FROM release GROUP BY state", vec![]).await
}

/// Writes a release as it stands.
pub(crate) async fn put(db: &impl ConnectionTrait, row: &ReleaseRow) -> Result<(), DbErr> {
    let places: Vec<String> = (1..=24).map(|n| format!("${n}")).collect();
    let sql = format!(
        "INSERT INTO release ({RELEASE}) VALUES ({})
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, state = excluded.state, title = excluded.title,
             lead = excluded.lead, body = excluded.body, hash = excluded.hash, edition = excluded.edition,
             writers = excluded.writers, edited_at = excluded.edited_at, edited_by = excluded.edited_by,
             reason = excluded.reason, approved_hash = excluded.approved_hash,
             approved_by = excluded.approved_by, approved_at = excluded.approved_at, speaker = excluded.speaker,
             speaker_name = excluded.speaker_name, speaker_post = excluded.speaker_post,
             until = excluded.until, send_at_once = excluded.send_at_once, trouble = excluded.trouble,
             public_hash = excluded.public_hash",
        places.join(", ")
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.kind.as_str().into(),
        row.state.as_str().into(),
        row.title.as_str().into(),
        row.lead.as_str().into(),
        row.body.as_str().into(),
        row.hash.as_str().into(),
        row.edition.into(),
        row.writers.as_str().into(),
        row.made_at.into(),
        row.made_by.into(),
        row.edited_at.into(),
        row.edited_by.into(),
        row.reason.as_str().into(),
        row.approved_hash.as_str().into(),
        row.approved_by.into(),
        row.approved_at.into(),
        row.speaker.into(),
        row.speaker_name.as_str().into(),
        row.speaker_post.as_str().into(),
        row.until.into(),
        row.send_at_once.into(),
        row.trouble.as_str().into(),
        row.public_hash.as_str().into(),
    ];
    run(db, &sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FileRow {
    pub(crate) sha256: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) size: i64,
}

pub(crate) async fn files(db: &impl ConnectionTrait, id: ReleaseId) -> Result<Vec<FileRow>, DbErr> {
    let sql = "SELECT sha256, name, kind, size FROM release_file WHERE release = $1 ORDER BY made_at, sha256";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn add_file(
    db: &impl ConnectionTrait,
    id: ReleaseId,
    file: &FileRow,
    now: Moment,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO release_file (release, sha256, name, kind, size, made_at)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (release, sha256) DO UPDATE SET name = excluded.name";
    let args: Vec<Value> = vec![
        id.into(),
        file.sha256.as_str().into(),
        file.name.as_str().into(),
        file.kind.as_str().into(),
        file.size.into(),
        now.into(),
    ];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn drop_file(db: &impl ConnectionTrait, id: ReleaseId, sha256: &str) -> Result<u64, DbErr> {
    run(db, "DELETE FROM release_file WHERE release = $1 AND sha256 = $2", vec![id.into(), sha256.into()])
        .await
}

/// The next number of a year. The row stays locked until the wish ends, so two who issue at once wait for each other, and
/// a wish that comes to nothing leaves no gap.
pub(crate) async fn next_number(db: &impl ConnectionTrait, year: i64) -> Result<i64, DbErr> {
    let begin = "INSERT INTO release_series (year, last) VALUES ($1, 0) ON CONFLICT DO NOTHING";
    run(db, begin, vec![year.into()]).await?;
    run(db, "UPDATE release_series SET last = last + 1 WHERE year = $1", vec![year.into()]).await?;
    one(db, "SELECT last FROM release_series WHERE year = $1", vec![year.into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct KeyRow {
    pub(crate) secret: String,
    pub(crate) public: String,
}

pub(crate) async fn key(db: &impl ConnectionTrait) -> Result<Option<KeyRow>, DbErr> {
    maybe(db, "SELECT secret, public FROM release_key WHERE id = 1", vec![]).await
}

/// Keeps a key unless one is kept.
pub(crate) async fn keep_key(db: &impl ConnectionTrait, key: &KeyRow, now: Moment) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO release_key (id, secret, public, made_at) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING";
    run(db, sql, vec![key.secret.as_str().into(), key.public.as_str().into(), now.into()]).await.map(drop)
}
