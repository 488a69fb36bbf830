//! Finding: what the index answers, checked once more against the cards as they stand in the database.

use crate::card::{Card, day};
use crate::follow::{broken, read};
use crate::{House, store};
use kernel::{Actor, Failure, SiteId};
use seek::{Answer, Ask, Held, Hit, Suggestion};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Words of a search that was in vain, at most.
const LONGEST_MISSED: usize = 60;
/// Different words that wait to be written, at most.
const MOST_WAITING: usize = 500;
/// Different words of one day, at most: a flood of nonsense fills no disk.
const MOST_MISSED: i64 = 2_000;

/// A result with its card.
#[derive(Debug, Clone)]
pub struct Found {
    /// Title and excerpt with the words that were sought.
    pub hit: Hit,
    /// What it is and where it leads.
    pub card: Card,
}

impl House {
    /// Finds. What the asker may no longer know of is left out, however far behind the index is.
    ///
    /// # Errors
    /// When the index or the database does not answer; never because of what was typed.
    pub async fn find(&self, held: &Held, ask: &Ask) -> Result<(Answer, Vec<Found>), Failure> {
        let ask = Ask { today: day(&self.app.zone, self.app.db.now()), ..ask.clone() };
        let mut answer = self.engine.search(held, &ask).await.map_err(broken)?;
        let hits = std::mem::take(&mut answer.hits);
        let keys: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        let mut cards = HashMap::new();
        for row in store::cards(self.app.db.reader(), &keys).await? {
            cards.insert(row.key, read(&row.card)?);
        }
        let found = hits
            .into_iter()
            .filter_map(|hit| cards.remove(&hit.id).map(|card| Found { hit, card }))
            .filter(|found| found.card.audience.iter().any(|token| held.tokens().contains(token)))
            .collect();
        Ok((answer, found))
    }

    /// Completes what is being typed.
    ///
    /// # Errors
    /// When the index does not answer.
    pub async fn suggest(&self, held: &Held, typed: &str) -> Result<Vec<Suggestion>, Failure> {
        let today = day(&self.app.zone, self.app.db.now());
        self.engine.suggest(held, typed, 8, today).await.map_err(broken)
    }

    /// Counts what the public sought in vain: the words, no time finer than the day, nothing of the asker. Text
    /// that looks like somebody's number or address is not kept at all. Counted in memory and written when the index
    /// follows, so that no reader makes the database write.
    pub fn note_missed(&self, site: SiteId, typed: &str) {
        let Some(words) = words_to_keep(typed) else { return };
        let mut missed = self.missed.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (site.to_string(), words);
        if missed.len() < MOST_WAITING || missed.contains_key(&key) {
            *missed.entry(key).or_insert(0) += 1;
        }
    }

    /// Writes what was counted.
    pub(crate) async fn keep_missed(&self) -> Result<(), Failure> {
        let counted = std::mem::take(&mut *self.missed.0.lock().unwrap_or_else(PoisonError::into_inner));
        if counted.is_empty() {
            return Ok(());
        }
        let day = self.app.zone.day(self.app.db.now()).to_string();
        let cx = self.app.db.begin(Actor::Machine("search")).await?;
        let mut room = MOST_MISSED - store::missed_on(cx.tx(), &day).await?;
        for ((place, words), count) in counted {
            if room > 0 {
                store::missed(cx.tx(), &day, &place, &words, count).await?;
                room -= 1;
            }
        }
        cx.finish().await
    }
}

/// Words sought in vain, with how often, until they are written. Cheap to share.
#[derive(Clone, Default)]
pub struct Missed(Arc<Mutex<HashMap<(String, String), i64>>>);

fn words_to_keep(typed: &str) -> Option<String> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let fit =
        !words.is_empty() && words.chars().count() <= LONGEST_MISSED && digits < 6 && !words.contains('@');
    let clean = words.chars().all(|c| c.is_alphanumeric() || " /-.,:\"'&".contains(c));
    (fit && clean).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::words_to_keep;

    #[test]
    fn l11_what_may_be_somebodys_own_is_not_kept() {
        assert_eq!(words_to_keep("  Lịch  CẮT điện "), Some("lịch cắt điện".into()));
        assert_eq!(words_to_keep("121/LĐTBXH-VP"), Some("121/lđtbxh-vp".into()));
        for typed in ["0912 345 678", "mai@x.vn", "", &"dài ".repeat(40), "<script>", "001203004567"] {
            assert_eq!(words_to_keep(typed), None, "{typed}");
        }
    }
}
