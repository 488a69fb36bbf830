//! Set a topic: what the agency wants to hear about. The mentions of the last days are asked at once.

use crate::store::{self, topics::TopicRow};
use crate::{House, topic};
use db::Cx;
use kernel::{Action, Failure, ListeningEvent, NewId, Refusal, Thing, TopicId};
use typed::words;

/// A topic as somebody wants it.
#[derive(Debug, Clone)]
pub struct TopicWish {
    /// Its name.
    pub name: String,
    /// Its query.
    pub query: String,
    /// 1, 2 or 3: how high it stands in the digest.
    pub importance: i64,
}

/// Sets a topic. Commits; then what was heard in the last 30 days answers it too.
///
/// # Errors
/// Refused without a name, or when the query cannot be read: with the place where.
pub async fn set_topic(
    house: &House,
    mut cx: Cx,
    id: Option<TopicId>,
    wish: &TopicWish,
) -> Result<TopicId, Failure> {
    cx.may(Action::TendTopics, Thing::House)?;
    let name = words("name", &wish.name, 120)?;
    let aliases = house.office.aliases().await?;
    let mut against = Vec::new();
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-topic-name"));
    }
    if let Err(misread) = pulse::topics::parse(&wish.query, &aliases) {
        against.push(topic::refusal(&wish.query, misread));
    }
    Failure::unless(against)?;
    if let Some(id) = id {
        store::topics::topic(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    }
    let row = TopicRow {
        id: id.unwrap_or_else(TopicId::fresh),
        name,
        query: wish.query.trim().to_owned(),
        importance: wish.importance.clamp(1, 3),
        active: true,
    };
    store::topics::put(cx.tx(), &row, cx.now()).await?;
    topic::ask_again(cx.tx(), &row, &aliases, cx.now()).await?;
    // Whoever hears next remembers anew, with this topic.
    store::mentions::step(cx.tx()).await?;
    cx.record(ListeningEvent::TopicSet { topic: row.id, query: row.query.clone() });
    cx.finish().await?;
    Ok(row.id)
}

/// Follows a topic no longer. What it found stays.
///
/// # Errors
/// Not found when there is none.
pub async fn end_topic(cx: &mut Cx, id: TopicId) -> Result<(), Failure> {
    cx.may(Action::TendTopics, Thing::House)?;
    let mut row = store::topics::topic(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    row.active = false;
    store::topics::put(cx.tx(), &row, cx.now()).await?;
    store::mentions::step(cx.tx()).await?;
    cx.record(ListeningEvent::TopicEnded { topic: id });
    Ok(())
}
