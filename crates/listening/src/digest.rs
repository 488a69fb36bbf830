//! The press review of a day: title, outlet, time, address, a short quotation and our own words (L14).

use crate::House;
use crate::settings::Settings;
use crate::store::{self, digests::DigestRow, threads::Narrow};
use crate::{hearing, quotation::quotation};
use db::{ConnectionTrait, Cx};
use kernel::{DigestId, Failure, Moment, PageNumber, PersonId, ThreadId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// One matter of the review.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    /// Under which heading: a topic's name, or nothing for what is hot.
    pub topic: String,
    /// Whether it was a hot spot that day.
    pub hot: bool,
    /// The thread it tells.
    pub thread: String,
    /// The headline of the mention that stands for it.
    pub title: String,
    /// Whose headline it is.
    pub outlet: String,
    /// When it was published.
    pub published: i64,
    /// Its address.
    pub link: String,
    /// The quotation.
    pub quote: String,
    /// Our own words.
    pub summary: String,
    /// How many mentions the matter has.
    pub mentions: i64,
    /// How many outlets.
    pub outlets: i64,
    /// Whether it goes out.
    pub kept: bool,
}

/// Matters of a review at most.
const MOST: u32 = 40;
/// Matters of one topic at most.
const MOST_OF_TOPIC: usize = 6;

/// Lines of a review as they are kept.
#[must_use]
pub fn lines(json: &str) -> Vec<Line> {
    serde_json::from_str(json).unwrap_or_default()
}

pub(crate) fn write(lines: &[Line]) -> String {
    serde_json::to_string(lines).unwrap_or_else(|_| "[]".to_owned())
}

/// SHA-256 of what goes out: the lead and the lines that are kept.
#[must_use]
pub fn hash(lead: &str, lines: &[Line]) -> String {
    let kept: Vec<&Line> = lines.iter().filter(|line| line.kept).collect();
    let mut hash = Sha256::new();
    hash.update(lead.as_bytes());
    hash.update([0]);
    hash.update(serde_json::to_string(&kept).unwrap_or_default().as_bytes());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether what was approved is what stands there.
pub(crate) fn is_approved(row: &DigestRow) -> bool {
    row.approved_by.is_some() && row.hash == hash(&row.lead, &lines(&row.lines))
}

/// Who gets the review that was sent, each noted once: people and holders of roles as the agency has set.
///
/// # Errors
/// When the database does not answer.
pub async fn readers(house: &House, cx: &Cx, digest: DigestId) -> Result<Vec<PersonId>, Failure> {
    let wanted = Settings::read(cx.tx()).await?.readers;
    let mut people: BTreeSet<PersonId> = wanted.people.into_iter().collect();
    if !wanted.roles.is_empty() {
        people.extend(house.office.holders(&wanted.roles).await?);
    }
    let mut new = Vec::new();
    for person in people {
        if store::digests::add_reader(cx.tx(), digest, person, cx.now()).await? {
            new.push(person);
        }
    }
    Ok(new)
}

/// What a review of the time between two moments would say: hot spots first, then by topic, the widest first.
pub(crate) async fn draft(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
    settings: &Settings,
) -> Result<Vec<Line>, Failure> {
    let outlets = hearing::outlet_names(db).await?;
    let mut lines = Vec::new();
    let mut told: BTreeSet<ThreadId> = BTreeSet::new();
    let mut matters: Vec<(String, bool, store::threads::ThreadRow)> = Vec::new();
    for spot in store::spots::raised_between(db, from, to).await? {
        if let Some(thread) = store::threads::thread(db, spot.thread).await?
            && told.insert(thread.id)
        {
            matters.push((String::new(), true, thread));
        }
    }
    for topic in store::topics::topics(db).await?.into_iter().filter(|topic| topic.active) {
        let narrow = Narrow { since: Some(from), topic: Some(topic.id), ..Narrow::default() };
        let found = store::threads::list(db, &narrow, false, PageNumber::FIRST, MOST).await?;
        let new: Vec<_> =
            found.items.into_iter().filter(|thread| told.insert(thread.id)).take(MOST_OF_TOPIC).collect();
        matters.extend(new.into_iter().map(|thread| (topic.name.clone(), false, thread)));
    }
    for (topic, hot, thread) in matters.into_iter().take(MOST as usize) {
        let mentions = store::mentions::of_thread(db, thread.id, 200).await?;
        let Some(best) =
            mentions.iter().find(|mention| mention.title == thread.title).or_else(|| mentions.first())
        else {
            continue;
        };
        lines.push(Line {
            topic,
            hot,
            thread: thread.id.to_string(),
            title: best.title.clone(),
            outlet: outlets.get(&best.outlet).map(|outlet| outlet.name.clone()).unwrap_or_default(),
            published: best.published_at.0,
            link: best.link.clone(),
            quote: quotation(&best.quote, settings.quote_words),
            summary: String::new(),
            mentions: thread.mentions,
            outlets: thread.outlets,
            kept: true,
        });
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn approval_is_of_what_goes_out() {
        let line = |title: &str, kept| Line { title: title.into(), kept, ..Line::default() };
        let lines = [line("Mưa lớn", true), line("Giá gừng", false)];
        let was = hash("Sáng nay", &lines);
        assert_eq!(was, hash("Sáng nay", &[line("Mưa lớn", true), line("Giá sắn", false)]));
        assert_ne!(was, hash("Sáng qua", &lines));
        assert_ne!(was, hash("Sáng nay", &[line("Mưa nhỏ", true)]));
        assert_eq!(super::lines(&write(&lines)), lines);
        assert!(super::lines("không phải JSON").is_empty());
    }
}
