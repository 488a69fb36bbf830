//! Every statement of the post, for its own tables only.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{LetterId, Moment, ThingRef};
use uuid::Uuid;

const OUT: &str = "id, about_kind, about, to_name, to_address, subject, body, reply_to, in_reply_to, files, unsubscribe, \
     state, said, message_id, queued_at, done_at";
const IN: &str = "id, mailbox, known_by, message_id, from_name, from_address, subject, body, files, about_kind, about, \
     answers, fate, received_at";

#[derive(FromQueryResult)]
struct IdRow {
    id: LetterId,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct OutRow {
    pub(crate) id: LetterId,
    pub(crate) about_kind: String,
    pub(crate) about: Uuid,
    pub(crate) to_name: String,
    pub(crate) to_address: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) reply_to: Option<String>,
    pub(crate) in_reply_to: Option<LetterId>,
    pub(crate) files: String,
    pub(crate) unsubscribe: Option<String>,
    pub(crate) state: String,
    pub(crate) said: String,
    pub(crate) message_id: String,
    pub(crate) queued_at: Moment,
    pub(crate) done_at: Option<Moment>,
}

pub(crate) async fn insert_out(db: &impl ConnectionTrait, row: &OutRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO letter_out ({OUT}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    );
    let args = vec![
        row.id.into(),
        row.about_kind.clone().into(),
        row.about.into(),
        row.to_name.clone().into(),
        row.to_address.clone().into(),
        row.subject.clone().into(),
        row.body.clone().into(),
        row.reply_to.clone().into(),
        row.in_reply_to.into(),
        row.files.clone().into(),
        row.unsubscribe.clone().into(),
        row.state.clone().into(),
        row.said.clone().into(),
        row.message_id.clone().into(),
        row.queued_at.into(),
        row.done_at.into(),
    ];
    run(db, &sql, args).await.map(drop)
}

pub(crate) async fn out(db: &impl ConnectionTrait, id: LetterId) -> Result<Option<OutRow>, DbErr> {
    maybe(db, &format!("SELECT {OUT} FROM letter_out WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn out_by_message(
    db: &impl ConnectionTrait,
    message_id: &str,
) -> Result<Option<OutRow>, DbErr> {
    if message_id.is_empty() {
        return Ok(None);
    }
    let sql = format!("SELECT {OUT} FROM letter_out WHERE message_id = $1");
    maybe(db, &sql, vec![message_id.into()]).await
}

/// More letters about one thing than this are counted, not listed.
const MOST_LISTED: u64 = 2_000;

pub(crate) async fn out_about(db: &impl ConnectionTrait, kind: &str, id: Uuid) -> Result<Vec<OutRow>, DbErr> {
    let sql = format!(
        "SELECT {OUT} FROM letter_out WHERE about_kind = $1 AND about = $2 ORDER BY queued_at DESC, id LIMIT {MOST_LISTED}"
    );
    all(db, &sql, vec![kind.into(), id.into()]).await
}

#[derive(FromQueryResult)]
struct Count {
    state: String,
    many: i64,
}

pub(crate) async fn count_about(
    db: &impl ConnectionTrait,
    kind: &str,
    id: Uuid,
) -> Result<Vec<(String, i64)>, DbErr> {
    let sql =
        "SELECT state, COUNT(*) AS many FROM letter_out WHERE about_kind = $1 AND about = $2 GROUP BY state";
    let counts: Vec<Count> = all(db, sql, vec![kind.into(), id.into()]).await?;
    Ok(counts.into_iter().map(|count| (count.state, count.many)).collect())
}

pub(crate) async fn erase_out(db: &impl ConnectionTrait, kind: &str, id: Uuid) -> Result<(), DbErr> {
    let sql = "UPDATE letter_out SET to_name = '', to_address = '', subject = '', body = '', files = '[]', said = ''
        WHERE about_kind = $1 AND about = $2";
    run(db, sql, vec![kind.into(), id.into()]).await.map(drop)
}

pub(crate) async fn erase_in(db: &impl ConnectionTrait, kind: &str, id: Uuid) -> Result<(), DbErr> {
    let sql = "UPDATE letter_in SET from_name = '', from_address = '', subject = '', body = '', files = '[]'
        WHERE about_kind = $1 AND about = $2";
    run(db, sql, vec![kind.into(), id.into()]).await.map(drop)
}

pub(crate) async fn mark_out(
    db: &impl ConnectionTrait,
    id: LetterId,
    state: &str,
    said: &str,
    message_id: &str,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "UPDATE letter_out SET state = $2, said = $3, message_id = CASE WHEN $4 = '' THEN message_id ELSE $4 END,
        done_at = $5 WHERE id = $1";
    let args = vec![id.into(), state.into(), said.into(), message_id.into(), at.into()];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn count_waiting(db: &impl ConnectionTrait, before: Moment) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM letter_out WHERE state = 'waiting' AND queued_at < $1";
    one(db, sql, vec![before.into()]).await
}

pub(crate) async fn stranded(db: &impl ConnectionTrait, said: &str) -> Result<Vec<LetterId>, DbErr> {
    let sql =
        "SELECT id FROM letter_out WHERE state = 'waiting' AND said = $1 ORDER BY queued_at LIMIT 10000";
    let ids: Vec<IdRow> = all(db, sql, vec![said.into()]).await?;
    Ok(ids.into_iter().map(|row| row.id).collect())
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct InRow {
    pub(crate) id: LetterId,
    pub(crate) mailbox: String,
    pub(crate) known_by: String,
    pub(crate) message_id: String,
    pub(crate) from_name: String,
    pub(crate) from_address: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) files: String,
    pub(crate) about_kind: Option<String>,
    pub(crate) about: Option<Uuid>,
    pub(crate) answers: Option<LetterId>,
    pub(crate) fate: String,
    pub(crate) received_at: Moment,
}

pub(crate) async fn insert_in(db: &impl ConnectionTrait, row: &InRow) -> Result<u64, DbErr> {
    let sql = format!(
        "INSERT INTO letter_in ({IN}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING"
    );
    let args = vec![
        row.id.into(),
        row.mailbox.clone().into(),
        row.known_by.clone().into(),
        row.message_id.clone().into(),
        row.from_name.clone().into(),
        row.from_address.clone().into(),
        row.subject.clone().into(),
        row.body.clone().into(),
        row.files.clone().into(),
        row.about_kind.clone().into(),
        row.about.into(),
        row.answers.into(),
        row.fate.clone().into(),
        row.received_at.into(),
    ];
    run(db, &sql, args).await
}

pub(crate) async fn incoming(db: &impl ConnectionTrait, id: LetterId) -> Result<Option<InRow>, DbErr> {
    maybe(db, &format!("SELECT {IN} FROM letter_in WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn in_about(db: &impl ConnectionTrait, kind: &str, id: Uuid) -> Result<Vec<InRow>, DbErr> {
    let sql =
        format!("SELECT {IN} FROM letter_in WHERE about_kind = $1 AND about = $2 ORDER BY received_at, id");
    all(db, &sql, vec![kind.into(), id.into()]).await
}

/// The last letter about a thing that came from an address.
pub(crate) async fn last_from(
    db: &impl ConnectionTrait,
    kind: &str,
    id: Uuid,
    address: &str,
) -> Result<Option<LetterId>, DbErr> {
    let sql = "SELECT id FROM letter_in WHERE about_kind = $1 AND about = $2 AND LOWER(from_address) = LOWER($3) \
               ORDER BY received_at DESC, id DESC LIMIT 1";
    let row: Option<IdRow> = maybe(db, sql, vec![kind.into(), id.into(), address.into()]).await?;
    Ok(row.map(|row| row.id))
}

/// Those that a person has to look at.
const WAITING: &str = "fate IN ('unclear', 'unreadable')";

pub(crate) async fn in_waiting(db: &impl ConnectionTrait, skip: u64, most: u64) -> Result<Vec<InRow>, DbErr> {
    let sql = format!(
        "SELECT {IN} FROM letter_in WHERE {WAITING} ORDER BY received_at, id LIMIT {most} OFFSET {skip}"
    );
    all(db, &sql, vec![]).await
}

pub(crate) async fn count_waiting_in(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, &format!("SELECT COUNT(*) FROM letter_in WHERE {WAITING}"), vec![]).await
}

pub(crate) async fn lock_in(
    db: &impl ConnectionTrait,
    engine: db::Engine,
    id: LetterId,
) -> Result<Option<InRow>, DbErr> {
    let sql = format!("SELECT {IN} FROM letter_in WHERE id = $1 AND {WAITING}{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn forget_address(
    db: &impl ConnectionTrait,
    kinds: &str,
    address: &str,
) -> Result<(), DbErr> {
    let sql = format!(
        "UPDATE letter_out SET to_name = '', to_address = '', said = '' WHERE to_address = $1 AND about_kind IN ({kinds})"
    );
    run(db, &sql, vec![address.into()]).await.map(drop)
}

pub(crate) async fn set_fate(
    db: &impl ConnectionTrait,
    id: LetterId,
    fate: &str,
    about: Option<ThingRef>,
) -> Result<(), DbErr> {
    let (kind, thing) = (about.map(|thing| thing.kind.name().to_owned()), about.map(|thing| thing.id));
    let sql = "UPDATE letter_in SET fate = $2, about_kind = COALESCE($3, about_kind), about = COALESCE($4, about) WHERE id = $1";
    run(db, sql, vec![id.into(), fate.into(), kind.into(), thing.into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct Stand {
    numbering: i64,
    last: i64,
}

pub(crate) async fn position(db: &impl ConnectionTrait, mailbox: &str) -> Result<Option<(i64, i64)>, DbErr> {
    let sql = "SELECT numbering, last FROM mailbox_position WHERE mailbox = $1 AND numbering > 0";
    let stand: Option<Stand> = maybe(db, sql, vec![mailbox.into()]).await?;
    Ok(stand.map(|stand| (stand.numbering, stand.last)))
}

pub(crate) async fn set_position(
    db: &impl ConnectionTrait,
    mailbox: &str,
    numbering: i64,
    last: i64,
    at: Moment,
    fault: &str,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO mailbox_position (mailbox, numbering, last, looked_at, fault) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (mailbox) DO UPDATE SET numbering = $2, last = $3, looked_at = $4, fault = $5";
    run(db, sql, vec![mailbox.into(), numbering.into(), last.into(), at.into(), fault.into()]).await.map(drop)
}

/// One node looks at a time: whoever moves the instant of the last look has the turn.
pub(crate) async fn take_turn(
    db: &impl ConnectionTrait,
    mailbox: &str,
    now: Moment,
    since: Moment,
) -> Result<bool, DbErr> {
    let made = run(
        db,
        "INSERT INTO mailbox_position (mailbox, numbering, last, looked_at, fault) VALUES ($1, 0, 0, $2, '')
            ON CONFLICT DO NOTHING",
        vec![mailbox.into(), now.into()],
    )
    .await?;
    if made > 0 {
        return Ok(true);
    }
    let sql = "UPDATE mailbox_position SET looked_at = $2 WHERE mailbox = $1 AND looked_at <= $3";
    Ok(run(db, sql, vec![mailbox.into(), now.into(), since.into()]).await? > 0)
}
