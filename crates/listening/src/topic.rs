//! Topics tried on what was heard: the preview while a query is typed, and the answer of a new one.

use crate::store::mentions::{FoundRow, TextRow};
use crate::store::{self, topics::TopicRow};
use db::ConnectionTrait;
use kernel::{Failure, Moment, Refusal};
use pulse::Reading;
use pulse::topics::{Aliases, Matcher, Misread, parse};
use std::time::Duration;

/// Days that a preview looks back.
pub(crate) const PREVIEW_DAYS: u64 = 30;
/// Mentions that a preview reads at most: the newest.
const PREVIEW_MOST: u32 = 10_000;

/// What a query would have found.
pub(crate) struct Preview {
    /// How many mentions.
    pub(crate) count: usize,
    /// How many were read.
    pub(crate) read: usize,
    /// The newest of them.
    pub(crate) newest: Vec<TextRow>,
}

/// Tries a query on the mentions of the last 30 days.
pub(crate) async fn preview(
    db: &impl ConnectionTrait,
    query: &str,
    aliases: &Aliases,
    now: Moment,
) -> Result<Result<Preview, Refusal>, Failure> {
    let parsed = match parse(query, aliases) {
        Ok(parsed) => parsed,
        Err(misread) => return Ok(Err(refusal(query, misread))),
    };
    let texts = texts(db, now).await?;
    let read = texts.len();
    // Ten thousand texts take a second: not on a thread that answers people.
    let found = tokio::task::spawn_blocking(move || {
        let matcher = Matcher::new(&[parsed]);
        let mut found: Vec<TextRow> = texts;
        found.retain(|row| !matcher.matches(&row.title, &row.text).is_empty());
        found
    })
    .await
    .map_err(|error| Failure::broken(format!("the preview of a topic was not made: {error}")))?;
    Ok(Ok(Preview { count: found.len(), read, newest: found.into_iter().take(8).collect() }))
}

async fn texts(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<TextRow>, Failure> {
    let since = now.minus(Duration::from_secs(PREVIEW_DAYS * 86_400));
    Ok(store::mentions::texts_since(db, since, PREVIEW_MOST).await?)
}

/// Asks the mentions of the last 30 days whether they answer a topic, from the beginning.
pub(crate) async fn ask_again(
    db: &impl ConnectionTrait,
    topic: &TopicRow,
    aliases: &Aliases,
    now: Moment,
) -> Result<(), Failure> {
    let Ok(query) = parse(&topic.query, aliases) else { return Ok(()) };
    let since = now.minus(Duration::from_secs(PREVIEW_DAYS * 86_400));
    store::topics::forget_since(db, topic.id, since).await?;
    let matcher = Matcher::new(&[query]);
    let mut found = Vec::new();
    for text in texts(db, now).await? {
        if !matcher.topics_of(&Reading::of(&text.title, &text.text)).is_empty() {
            let published_at = text.published_at;
            found.push(FoundRow { topic: topic.id, mention: text.id, published_at });
        }
    }
    Ok(store::topics::found(db, &found).await?)
}

/// What is wrong with a query, with the words that stand there.
pub(crate) fn refusal(query: &str, misread: Misread) -> Refusal {
    let there: String = query.get(misread.at..).unwrap_or_default().chars().take(20).collect();
    Refusal::field("query", misread.key()).with("there", there)
}
