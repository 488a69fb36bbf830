//! Topics and the mentions that answer them.

use super::mentions::FoundRow;
use super::{AT_ONCE, rows};
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{MentionId, Moment, ThreadId, TopicId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct TopicRow {
    pub(crate) id: TopicId,
    pub(crate) name: String,
    pub(crate) query: String,
    pub(crate) importance: i64,
    pub(crate) active: bool,
}

const TOPIC: &str = "id, name, query, importance, active";

/// Topics, the most important first.
pub(crate) async fn topics(db: &impl ConnectionTrait) -> Result<Vec<TopicRow>, DbErr> {
    all(db, &format!("SELECT {TOPIC} FROM topic ORDER BY active DESC, importance DESC, name"), vec![]).await
}

pub(crate) async fn topic(db: &impl ConnectionTrait, id: TopicId) -> Result<Option<TopicRow>, DbErr> {
    maybe(db, &format!("SELECT {TOPIC} FROM topic WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &TopicRow, at: Moment) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO topic (id, name, query, importance, active, set_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query,
             importance = excluded.importance, active = excluded.active, set_at = excluded.set_at",
        vec![
            row.id.into(),
            row.name.as_str().into(),
            row.query.as_str().into(),
            row.importance.into(),
            row.active.into(),
            at.into(),
        ],
    )
    .await
    .map(drop)
}

/// Notes that a mention answers a topic.
pub(crate) async fn found(db: &impl ConnectionTrait, new: &[FoundRow]) -> Result<(), DbErr> {
    for some in new.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO mention_topic (topic, mention, published_at) VALUES {} ON CONFLICT DO NOTHING",
            rows(3, some.len())
        );
        let values =
            some.iter().flat_map(|row| [row.topic.into(), row.mention.into(), row.published_at.into()]);
        run(db, &sql, values.collect()).await?;
    }
    Ok(())
}

/// Forgets what answered a topic since a moment: before it is asked anew.
pub(crate) async fn forget_since(
    db: &impl ConnectionTrait,
    topic: TopicId,
    since: Moment,
) -> Result<(), DbErr> {
    let sql = "DELETE FROM mention_topic WHERE topic = $1 AND published_at >= $2";
    run(db, sql, vec![topic.into(), since.into()]).await.map(drop)
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct CountRow {
    pub(crate) topic: TopicId,
    pub(crate) count: i64,
}

/// How many mentions answered each topic between two moments.
pub(crate) async fn counts(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<CountRow>, DbErr> {
    let sql =
        "SELECT topic, COUNT(*) AS count FROM mention_topic WHERE published_at >= $1 AND published_at < $2
                GROUP BY topic";
    all(db, sql, vec![from.into(), to.into()]).await
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct NameRow {
    pub(crate) id: TopicId,
    pub(crate) name: String,
}

/// Topics that some mention of a thread answers.
pub(crate) async fn of_thread(db: &impl ConnectionTrait, thread: ThreadId) -> Result<Vec<NameRow>, DbErr> {
    let sql = "SELECT DISTINCT p.id, p.name FROM topic p JOIN mention_topic t ON t.topic = p.id
                 JOIN mention m ON m.id = t.mention WHERE m.thread = $1 ORDER BY p.name";
    all(db, sql, vec![thread.into()]).await
}

/// Topics that a mention answers.
pub(crate) async fn of_mention(
    db: &impl ConnectionTrait,
    mention: MentionId,
) -> Result<Vec<TopicRow>, DbErr> {
    let sql = "SELECT p.id, p.name, p.query, p.importance, p.active FROM topic p
                 JOIN mention_topic t ON t.topic = p.id WHERE t.mention = $1 ORDER BY p.name";
    all(db, sql, vec![mention.into()]).await
}
