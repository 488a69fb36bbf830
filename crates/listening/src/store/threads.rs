//! Threads and what happened to them.

use super::{AT_ONCE, places, rows};
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, maybe, one, run};
use kernel::{MentionId, Moment, PageNumber, StoryId, ThreadId, TopicId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ThreadRow {
    pub(crate) id: ThreadId,
    pub(crate) no: i64,
    pub(crate) title: String,
    /// Its sentences, as JSON; empty until somebody asks.
    pub(crate) said: String,
    pub(crate) last_at: Moment,
    pub(crate) mentions: i64,
    pub(crate) outlets: i64,
    pub(crate) central: i64,
    pub(crate) contrary: i64,
    pub(crate) into_thread: Option<ThreadId>,
}

const THREAD: &str = "id, no, title, said, last_at, mentions, outlets, central, contrary, into_thread";

pub(crate) async fn thread(db: &impl ConnectionTrait, id: ThreadId) -> Result<Option<ThreadRow>, DbErr> {
    maybe(db, &format!("SELECT {THREAD} FROM thread WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn next_no(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "SELECT COALESCE(MAX(no), 0) + 1 FROM thread", vec![]).await
}

/// A thread that begins.
#[derive(Debug)]
pub(crate) struct OpenRow {
    pub(crate) id: ThreadId,
    pub(crate) no: i64,
    pub(crate) title: String,
    pub(crate) at: Moment,
}

/// Opens threads.
pub(crate) async fn open(db: &impl ConnectionTrait, new: &[OpenRow]) -> Result<(), DbErr> {
    for some in new.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO thread (id, no, title, first_at, last_at, said, mentions, outlets, central, contrary,
                 copies) VALUES {}",
            rows(11, some.len())
        );
        let values = |row: &OpenRow| -> [Value; 11] {
            let zero = || Value::from(0i64);
            let (id, no, title, at) = (row.id.into(), row.no.into(), row.title.as_str().into(), row.at);
            [id, no, title, at.into(), at.into(), "".into(), zero(), zero(), zero(), zero(), zero()]
        };
        run(db, &sql, some.iter().flat_map(values).collect()).await?;
    }
    Ok(())
}

/// Moves one mention.
pub(crate) async fn put_in(
    db: &impl ConnectionTrait,
    mention: MentionId,
    thread: ThreadId,
) -> Result<(), DbErr> {
    run(db, "UPDATE mention SET thread = $2 WHERE id = $1", vec![mention.into(), thread.into()])
        .await
        .map(drop)
}

/// Moves all mentions of one thread into another, which goes on.
pub(crate) async fn merge(db: &impl ConnectionTrait, kept: ThreadId, gone: ThreadId) -> Result<(), DbErr> {
    run(db, "UPDATE mention SET thread = $1 WHERE thread = $2", vec![kept.into(), gone.into()]).await?;
    run(db, "UPDATE thread_answer SET thread = $1 WHERE thread = $2", vec![kept.into(), gone.into()]).await?;
    run(db, "UPDATE thread SET into_thread = $1, mentions = 0 WHERE id = $2", vec![kept.into(), gone.into()])
        .await
        .map(drop)
}

/// How wide a thread is.
#[derive(Debug, FromQueryResult)]
pub(crate) struct CountRow {
    pub(crate) thread: ThreadId,
    first_at: Moment,
    last_at: Moment,
    mentions: i64,
    outlets: i64,
    central: i64,
    contrary: i64,
    copies: i64,
}

/// Counts the mentions of threads; one that has none is left out.
pub(crate) async fn counts(db: &impl ConnectionTrait, threads: &[ThreadId]) -> Result<Vec<CountRow>, DbErr> {
    let mut found = Vec::new();
    for some in threads.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT m.thread, MIN(m.published_at) AS first_at, MAX(m.published_at) AS last_at,
                    COUNT(*) AS mentions, COUNT(DISTINCT m.outlet) AS outlets,
                    COUNT(DISTINCT CASE WHEN o.level = 'central' THEN m.outlet END) AS central,
                    COUNT(CASE WHEN m.contrary THEN 1 END) AS contrary,
                    COUNT(CASE WHEN m.copy_of IS NOT NULL THEN 1 END) AS copies
               FROM mention m JOIN outlet o ON o.id = m.outlet WHERE m.thread IN ({}) GROUP BY m.thread",
            places(1, some.len())
        );
        found.extend(all::<CountRow>(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?);
    }
    Ok(found)
}

/// What a thread is called and says; none where it stays as it was.
#[derive(Debug)]
pub(crate) struct ToldRow {
    pub(crate) id: ThreadId,
    pub(crate) title: Option<String>,
    pub(crate) said: Option<String>,
}

/// Writes what threads are called, what they say and how wide they are.
pub(crate) async fn tell(db: &impl ConnectionTrait, told: &[(ToldRow, CountRow)]) -> Result<(), DbErr> {
    for some in told.chunks(AT_ONCE) {
        let sql = format!(
            "UPDATE thread SET title = COALESCE(w.column2, title), said = COALESCE(w.column3, said),
                 first_at = w.column4, last_at = w.column5, mentions = w.column6, outlets = w.column7,
                 central = w.column8, contrary = w.column9, copies = w.column10
               FROM (VALUES {}) AS w WHERE thread.id = w.column1",
            rows(10, some.len())
        );
        let values = |(told, count): &(ToldRow, CountRow)| -> [Value; 10] {
            [
                told.id.into(),
                told.title.clone().into(),
                told.said.clone().into(),
                count.first_at.into(),
                count.last_at.into(),
                count.mentions.into(),
                count.outlets.into(),
                count.central.into(),
                count.contrary.into(),
                count.copies.into(),
            ]
        };
        run(db, &sql, some.iter().flat_map(values).collect()).await?;
    }
    Ok(())
}

/// Threads whose sentences nobody has chosen and that have texts heard before a moment.
pub(crate) async fn unsaid(
    db: &impl ConnectionTrait,
    before: Moment,
    most: u32,
) -> Result<Vec<ThreadId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: ThreadId,
    }
    let sql = format!(
        "SELECT DISTINCT h.id FROM mention_text t JOIN mention m ON m.id = t.mention
           JOIN thread h ON h.id = m.thread WHERE t.heard_at < $1 AND h.said = '' LIMIT {most}"
    );
    let rows: Vec<Row> = all(db, &sql, vec![before.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Keeps what a thread says.
pub(crate) async fn say(db: &impl ConnectionTrait, thread: ThreadId, said: &str) -> Result<(), DbErr> {
    run(db, "UPDATE thread SET said = $2 WHERE id = $1", vec![thread.into(), said.into()]).await.map(drop)
}

pub(crate) async fn note_change(
    db: &impl ConnectionTrait,
    thread: ThreadId,
    at: Moment,
    no: i64,
    kind: &str,
    other: Option<ThreadId>,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO thread_change (thread, at, no, kind, other) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        vec![thread.into(), at.into(), no.into(), kind.into(), other.into()],
    )
    .await
    .map(drop)
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct ChangeRow {
    pub(crate) at: Moment,
    pub(crate) kind: String,
    pub(crate) other: Option<ThreadId>,
}

pub(crate) async fn changes(db: &impl ConnectionTrait, thread: ThreadId) -> Result<Vec<ChangeRow>, DbErr> {
    let sql = "SELECT at, kind, other FROM thread_change WHERE thread = $1 ORDER BY no LIMIT 100";
    all(db, sql, vec![thread.into()]).await
}

/// What a list of threads is narrowed by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Narrow {
    pub(crate) since: Option<Moment>,
    pub(crate) topic: Option<TopicId>,
    pub(crate) fewest: i64,
    pub(crate) contrary: bool,
}

/// Threads, the widest first within what is asked, or the newest first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    narrow: &Narrow,
    newest: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ThreadRow>, DbErr> {
    let since = narrow.since.unwrap_or(Moment(0));
    let mut wanted = "into_thread IS NULL AND mentions >= $1 AND last_at >= $2".to_owned();
    let mut args: db::Args = vec![narrow.fewest.max(1).into(), since.into()];
    if narrow.contrary {
        wanted.push_str(" AND contrary * 2 >= mentions");
    }
    if let Some(topic) = narrow.topic {
        wanted.push_str(
            " AND id IN (SELECT m.thread FROM mention_topic t JOIN mention m ON m.id = t.mention
                          WHERE t.topic = $3 AND t.published_at >= $2)",
        );
        args.push(topic.into());
    }
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM thread WHERE {wanted}"), args.clone()).await?;
    let order =
        if newest { "last_at DESC, no DESC" } else { "outlets DESC, mentions DESC, last_at DESC, no DESC" };
    let sql = format!(
        "SELECT {THREAD} FROM thread WHERE {wanted} ORDER BY {order} LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// What the agency said in a thread.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AnswerRow {
    pub(crate) story: StoryId,
    pub(crate) thread: ThreadId,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) at: Moment,
}

/// Keeps what the agency said in a thread.
pub(crate) async fn put_answer(db: &impl ConnectionTrait, row: &AnswerRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO thread_answer (story, thread, title, text, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (story) DO UPDATE SET thread = excluded.thread, title = excluded.title, text = excluded.text",
        vec![
            row.story.into(),
            row.thread.into(),
            row.title.as_str().into(),
            row.text.as_str().into(),
            row.at.into(),
        ],
    )
    .await
    .map(drop)
}

/// What the agency said since a moment.
pub(crate) async fn answers_since(db: &impl ConnectionTrait, since: Moment) -> Result<Vec<AnswerRow>, DbErr> {
    let sql = "SELECT story, thread, title, text, at FROM thread_answer WHERE at >= $1 ORDER BY at, story";
    all(db, sql, vec![since.into()]).await
}
