//! Mentions, their texts for as long as they may be kept, and the clock of the listening.

use super::{AT_ONCE, rows};
use crate::engine::Kept;
use crate::item::Item;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, maybe, one, places, run};
use kernel::{MentionId, Moment, OutletId, SourceId, ThreadId, TopicId};

#[derive(Debug, Clone, Copy, FromQueryResult)]
pub(crate) struct ClockRow {
    pub(crate) no: i64,
    pub(crate) seq: i64,
}

/// How far the clock has come.
pub(crate) async fn seq(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "SELECT seq FROM press_clock WHERE one = 1", vec![]).await
}

/// Steps the clock by one; its row stays locked until the transaction ends.
pub(crate) async fn step(db: &impl ConnectionTrait) -> Result<ClockRow, DbErr> {
    let sql = "UPDATE press_clock SET seq = seq + 1 WHERE one = 1 RETURNING no, seq";
    maybe(db, sql, vec![]).await?.ok_or_else(|| DbErr::RecordNotFound("press_clock".into()))
}

pub(crate) async fn set_no(db: &impl ConnectionTrait, no: i64) -> Result<(), DbErr> {
    run(db, "UPDATE press_clock SET no = $1 WHERE one = 1", vec![no.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct MentionRow {
    pub(crate) id: MentionId,
    pub(crate) no: i64,
    pub(crate) outlet: OutletId,
    pub(crate) source: SourceId,
    pub(crate) key: String,
    pub(crate) link: String,
    pub(crate) title: String,
    pub(crate) quote: String,
    pub(crate) published_at: Moment,
    pub(crate) heard_at: Moment,
    pub(crate) edited_at: Option<Moment>,
    pub(crate) text_hash: String,
    pub(crate) thread: ThreadId,
    pub(crate) copy_of: Option<MentionId>,
    pub(crate) contrary: bool,
}

const MENTION: &str = "id, no, outlet, source, key, link, title, quote, published_at, heard_at, edited_at, \
                       text_hash, thread, copy_of, contrary";

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct KnownRow {
    pub(crate) id: MentionId,
    pub(crate) outlet: OutletId,
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) text_hash: String,
    pub(crate) published_at: Moment,
    /// The source that told it last.
    pub(crate) source: SourceId,
    /// Whether that source is still asked.
    pub(crate) asked: bool,
    /// The engine's name of its thread.
    pub(crate) thread_no: i64,
}

impl KnownRow {
    /// Whether an item says something new of it. Sources of one outlet may title one article differently: only the one
    /// that told it tells its changes, for as long as it is asked.
    pub(crate) fn is_changed_by(&self, item: &Item) -> bool {
        (self.source == item.source || !self.asked) && self.text_hash != item.hash()
    }
}

/// The mentions that these keys of outlets stand for.
pub(crate) async fn known(
    db: &impl ConnectionTrait,
    wanted: &[(OutletId, &str)],
) -> Result<Vec<KnownRow>, DbErr> {
    let mut found = Vec::new();
    for some in wanted.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT m.id, m.outlet, m.key, m.title, m.text_hash, m.published_at, m.source,
                    COALESCE(s.active, FALSE) AS asked, h.no AS thread_no
               FROM (VALUES {}) AS w JOIN mention m ON m.outlet = w.column1 AND m.key = w.column2
               JOIN thread h ON h.id = m.thread LEFT JOIN source s ON s.id = m.source",
            rows(2, some.len())
        );
        let args = some.iter().flat_map(|(outlet, key)| [(*outlet).into(), (*key).into()]).collect();
        found.extend(all::<KnownRow>(db, &sql, args).await?);
    }
    Ok(found)
}

/// Adds mentions with their texts.
pub(crate) async fn add(db: &impl ConnectionTrait, new: &[(MentionRow, String)]) -> Result<(), DbErr> {
    for some in new.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO mention (id, no, outlet, source, key, link, title, quote, published_at, heard_at,
                 text_hash, thread, copy_of, contrary) VALUES {}",
            rows(14, some.len())
        );
        run(db, &sql, some.iter().flat_map(|(row, _)| row.values()).collect()).await?;
        let sql = format!(
            "INSERT INTO mention_text (mention, text, heard_at) VALUES {}
             ON CONFLICT (mention) DO UPDATE SET text = excluded.text",
            rows(3, some.len())
        );
        let texts =
            some.iter().flat_map(|(row, text)| [row.id.into(), text.as_str().into(), row.heard_at.into()]);
        run(db, &sql, texts.collect()).await?;
    }
    Ok(())
}

impl MentionRow {
    fn values(&self) -> [Value; 14] {
        [
            self.id.into(),
            self.no.into(),
            self.outlet.into(),
            self.source.into(),
            self.key.as_str().into(),
            self.link.as_str().into(),
            self.title.as_str().into(),
            self.quote.as_str().into(),
            self.published_at.into(),
            self.heard_at.into(),
            self.text_hash.as_str().into(),
            self.thread.into(),
            self.copy_of.into(),
            self.contrary.into(),
        ]
    }
}

/// A topic that a mention answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundRow {
    pub(crate) topic: TopicId,
    pub(crate) mention: MentionId,
    pub(crate) published_at: Moment,
}

/// The outlet changed an item: what it was called before is kept.
#[expect(clippy::too_many_arguments, reason = "each is a column")]
pub(crate) async fn edit(
    db: &impl ConnectionTrait,
    known: &KnownRow,
    source: SourceId,
    title: &str,
    quote: &str,
    text: &str,
    hash: &str,
    at: Moment,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO mention_edit (mention, at, title) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        vec![known.id.into(), at.into(), known.title.as_str().into()],
    )
    .await?;
    run(
        db,
        "UPDATE mention SET title = $2, quote = $3, text_hash = $4, edited_at = $5, source = $6 WHERE id = $1",
        vec![known.id.into(), title.into(), quote.into(), hash.into(), at.into(), source.into()],
    )
    .await?;
    // A text whose time is over is not kept anew because its outlet touched it (L13).
    run(db, "UPDATE mention_text SET text = $2 WHERE mention = $1", vec![known.id.into(), text.into()])
        .await
        .map(drop)
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct EditRow {
    pub(crate) at: Moment,
    pub(crate) title: String,
}

pub(crate) async fn edits(db: &impl ConnectionTrait, id: MentionId) -> Result<Vec<EditRow>, DbErr> {
    all(db, "SELECT at, title FROM mention_edit WHERE mention = $1 ORDER BY at", vec![id.into()]).await
}

pub(crate) async fn mention(db: &impl ConnectionTrait, id: MentionId) -> Result<Option<MentionRow>, DbErr> {
    maybe(db, &format!("SELECT {MENTION} FROM mention WHERE id = $1"), vec![id.into()]).await
}

/// Mentions of a thread, in the order in which they were published.
pub(crate) async fn of_thread(
    db: &impl ConnectionTrait,
    thread: ThreadId,
    most: u32,
) -> Result<Vec<MentionRow>, DbErr> {
    let sql =
        format!("SELECT {MENTION} FROM mention WHERE thread = $1 ORDER BY published_at, no LIMIT {most}");
    all(db, &sql, vec![thread.into()]).await
}

/// The newest mentions since a moment, with their texts where they are still kept: for trying a topic.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TextRow {
    pub(crate) id: MentionId,
    pub(crate) outlet: OutletId,
    pub(crate) title: String,
    pub(crate) published_at: Moment,
    pub(crate) text: String,
}

pub(crate) async fn texts_since(
    db: &impl ConnectionTrait,
    since: Moment,
    most: u32,
) -> Result<Vec<TextRow>, DbErr> {
    let sql = format!(
        "SELECT m.id, m.outlet, m.title, m.published_at, t.text FROM mention m
           JOIN mention_text t ON t.mention = m.id WHERE m.published_at >= $1
          ORDER BY m.published_at DESC LIMIT {most}"
    );
    all(db, &sql, vec![since.into()]).await
}

/// What a mention of a thread is called.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TitleRow {
    pub(crate) thread: ThreadId,
    pub(crate) id: MentionId,
    pub(crate) title: String,
}

/// The first mentions of these threads of which the text is kept, so many of each, in the order in which they were
/// published.
pub(crate) async fn first_of_threads(
    db: &impl ConnectionTrait,
    threads: &[ThreadId],
    most: u32,
) -> Result<Vec<TitleRow>, DbErr> {
    let mut found = Vec::new();
    for some in threads.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT w.thread, w.id, w.title FROM (
                 SELECT m.thread, m.id, m.title,
                        ROW_NUMBER() OVER (PARTITION BY m.thread ORDER BY m.published_at, m.no) AS place
                   FROM mention m JOIN mention_text t ON t.mention = m.id WHERE m.thread IN ({})) AS w
              WHERE w.place <= {most} ORDER BY w.thread, w.place",
            places(1, some.len())
        );
        found.extend(all::<TitleRow>(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?);
    }
    Ok(found)
}

/// Texts of a thread's first mentions, in the order in which they were published.
pub(crate) async fn texts_of_thread(
    db: &impl ConnectionTrait,
    thread: ThreadId,
    most: u32,
) -> Result<Vec<TextRow>, DbErr> {
    let sql = format!(
        "SELECT m.id, m.outlet, m.title, m.published_at, t.text FROM mention m
           JOIN mention_text t ON t.mention = m.id WHERE m.thread = $1 ORDER BY m.published_at, m.no LIMIT {most}"
    );
    all(db, &sql, vec![thread.into()]).await
}

pub(crate) async fn text(db: &impl ConnectionTrait, id: MentionId) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        text: String,
    }
    let row: Option<Row> =
        maybe(db, "SELECT text FROM mention_text WHERE mention = $1", vec![id.into()]).await?;
    Ok(row.map(|row| row.text))
}

#[derive(FromQueryResult)]
struct KeptRow {
    id: MentionId,
    outlet: OutletId,
    level: String,
    title: String,
    text: String,
    published_at: Moment,
    heard_at: Moment,
    thread: ThreadId,
    thread_no: i64,
    copy_of: Option<MentionId>,
}

/// The window of the engine, in order of arrival.
pub(crate) async fn window(
    db: &impl ConnectionTrait,
    since: Moment,
    most: usize,
) -> Result<Vec<Kept>, DbErr> {
    let sql = format!(
        "SELECT m.id, m.outlet, o.level, m.title, t.text, m.published_at, m.heard_at, m.thread,
                h.no AS thread_no, m.copy_of
           FROM mention m JOIN mention_text t ON t.mention = m.id JOIN thread h ON h.id = m.thread
           JOIN outlet o ON o.id = m.outlet
          WHERE m.heard_at >= $1 ORDER BY m.no DESC LIMIT {most}"
    );
    let mut rows: Vec<KeptRow> = all(db, &sql, vec![since.into()]).await?;
    rows.reverse();
    Ok(rows
        .into_iter()
        .map(|row| Kept {
            id: row.id,
            outlet: row.outlet,
            central: row.level == "central",
            title: row.title,
            text: row.text,
            published: row.published_at,
            heard: row.heard_at,
            thread: row.thread,
            thread_no: u64::try_from(row.thread_no).unwrap_or(0),
            copy: row.copy_of.is_some(),
        })
        .collect())
}

/// Drops texts heard before a moment (L13); answers how many.
pub(crate) async fn drop_texts(db: &impl ConnectionTrait, before: Moment) -> Result<u64, DbErr> {
    run(db, "DELETE FROM mention_text WHERE heard_at < $1", vec![before.into()]).await
}

pub(crate) async fn count_since(db: &impl ConnectionTrait, since: Moment) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM mention WHERE published_at >= $1", vec![since.into()]).await
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct HourRow {
    /// Hours since 1970.
    pub(crate) hour: i64,
    pub(crate) count: i64,
    pub(crate) contrary: i64,
}

/// How many mentions were published in each hour since a moment.
pub(crate) async fn hours(db: &impl ConnectionTrait, since: Moment) -> Result<Vec<HourRow>, DbErr> {
    let sql = "SELECT published_at / 3600000000 AS hour, COUNT(*) AS count,
                      COUNT(CASE WHEN contrary THEN 1 END) AS contrary
                 FROM mention WHERE published_at >= $1 GROUP BY 1 ORDER BY 1";
    all(db, sql, vec![since.into()]).await
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct FindableRow {
    pub(crate) no: i64,
    pub(crate) id: MentionId,
    pub(crate) title: String,
    pub(crate) quote: String,
    pub(crate) outlet: String,
    pub(crate) published_at: Moment,
}

/// What can be found of the mentions after a number.
pub(crate) async fn findable(
    db: &impl ConnectionTrait,
    after: i64,
    most: u32,
) -> Result<Vec<FindableRow>, DbErr> {
    let sql = format!(
        "SELECT m.no, m.id, m.title, m.quote, o.name AS outlet, m.published_at FROM mention m
           JOIN outlet o ON o.id = m.outlet WHERE m.no > $1 ORDER BY m.no LIMIT {most}"
    );
    all(db, &sql, vec![after.into()]).await
}
