//! The `robots.txt` of each site we ask, kept for a day, fetched once however many wait for it.

use crate::error::FetchError;
use crate::robots::{Robots, TOKEN};
use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Mutex as Lock;
use tokio::time::Instant;

/// RFC 9309 §2.4: not used longer than a day.
const FRESH: Duration = Duration::from_secs(24 * 3600);
/// How long a site in trouble is left alone before its file is asked for again.
const PAUSE: Duration = Duration::from_secs(600);
/// How long an old file still counts while the new one cannot be had (RFC 9309 §2.3.1.4 names thirty days).
const STALE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Sites remembered before the oldest are dropped.
const MANY: usize = 4096;

/// What is known of one site.
#[derive(Debug, Clone, Default)]
struct Entry {
    /// The last file that could be read, and when.
    file: Option<(Arc<Robots>, Instant)>,
    /// Not to be asked for again before.
    next: Option<Instant>,
}

/// What asking for a file gave.
pub(crate) enum Answer {
    /// A file.
    File(Vec<u8>),
    /// There is none (4xx): everything may be read (RFC 9309 §2.3.1.3).
    None,
    /// The server is in trouble.
    Trouble,
}

/// All files known.
#[derive(Debug, Default)]
pub(crate) struct Known {
    sites: Mutex<HashMap<String, Arc<Lock<Entry>>>>,
}

impl Known {
    /// The rules of `site` (scheme, host and port), from memory or by `ask`.
    ///
    /// # Errors
    /// [`FetchError::RobotsUnavailable`] while the server is in trouble and no older file is known; what `ask` says when
    /// there is no way to the server at all, which is then the reason why the page cannot be had either.
    pub(crate) async fn of<F>(&self, site: &str, ask: impl FnOnce() -> F) -> Result<Arc<Robots>, FetchError>
    where
        F: Future<Output = Result<Answer, FetchError>>,
    {
        let slot = self.slot(site);
        // Held while asking: the second who wants the same file finds it here.
        let mut entry = slot.lock().await;
        let now = Instant::now();
        if entry.next.is_none_or(|next| next <= now) {
            match ask().await? {
                Answer::File(bytes) => {
                    let read = tokio::task::spawn_blocking(move || Robots::read(TOKEN, &bytes)).await;
                    entry.keep(read.unwrap_or_default());
                }
                Answer::None => entry.keep(Robots::default()),
                Answer::Trouble => entry.next = Instant::now().checked_add(PAUSE),
            }
        }
        let now = Instant::now();
        match &entry.file {
            Some((file, since)) if now.saturating_duration_since(*since) < STALE => Ok(Arc::clone(file)),
            _ => {
                let again_in = entry.next.map_or(PAUSE, |next| next.saturating_duration_since(now));
                Err(FetchError::RobotsUnavailable { again_in })
            }
        }
    }

    fn slot(&self, site: &str) -> Arc<Lock<Entry>> {
        let mut sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
        if sites.len() >= MANY && !sites.contains_key(site) {
            let now = Instant::now();
            sites.retain(|_, slot| {
                Arc::strong_count(slot) > 1
                    || slot.try_lock().is_ok_and(|it| it.next.is_some_and(|next| next > now))
            });
            // All of today: then any half of them is asked again, which is kinder than growing without end.
            if sites.len() >= MANY {
                let mut keep = false;
                sites.retain(|_, slot| {
                    keep = !keep;
                    keep || Arc::strong_count(slot) > 1
                });
            }
        }
        Arc::clone(sites.entry(site.to_owned()).or_default())
    }
}

impl Entry {
    fn keep(&mut self, file: Robots) {
        let now = Instant::now();
        self.file = Some((Arc::new(file), now));
        self.next = now.checked_add(FRESH);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    async fn ask(
        known: &Known,
        asked: &AtomicUsize,
        answer: Result<Answer, FetchError>,
    ) -> Result<bool, FetchError> {
        let found = known.of("https://a.vn", || async {
            asked.fetch_add(1, Ordering::Relaxed);
            answer
        });
        found.await.map(|it| it.allows("/kin"))
    }

    fn file() -> Result<Answer, FetchError> {
        Ok(Answer::File(b"User-agent: *\nDisallow: /kin\n".to_vec()))
    }

    #[tokio::test(start_paused = true)]
    async fn a_file_is_asked_for_once_a_day() {
        let (known, asked) = (Known::default(), AtomicUsize::new(0));
        assert_eq!(ask(&known, &asked, file()).await, Ok(false));
        tokio::time::advance(FRESH - Duration::from_secs(1)).await;
        assert_eq!(ask(&known, &asked, Ok(Answer::None)).await, Ok(false));
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(ask(&known, &asked, Ok(Answer::None)).await, Ok(true));
        assert_eq!(asked.load(Ordering::Relaxed), 2);
    }

    #[tokio::test(start_paused = true)]
    async fn trouble_closes_the_site_for_a_while_unless_an_older_file_is_known() {
        let (known, asked) = (Known::default(), AtomicUsize::new(0));
        assert_eq!(
            ask(&known, &asked, Ok(Answer::Trouble)).await,
            Err(FetchError::RobotsUnavailable { again_in: PAUSE })
        );
        assert!(ask(&known, &asked, file()).await.is_err(), "not asked again at once");
        tokio::time::advance(PAUSE).await;
        assert_eq!(ask(&known, &asked, file()).await, Ok(false));
        tokio::time::advance(FRESH).await;
        assert_eq!(ask(&known, &asked, Ok(Answer::Trouble)).await, Ok(false), "the older file counts");
        tokio::time::advance(STALE).await;
        assert!(ask(&known, &asked, Ok(Answer::Trouble)).await.is_err(), "but not for ever");
    }

    #[tokio::test(start_paused = true)]
    async fn no_way_to_the_server_is_not_remembered() {
        let (known, asked) = (Known::default(), AtomicUsize::new(0));
        assert_eq!(ask(&known, &asked, Err(FetchError::NoConnection)).await, Err(FetchError::NoConnection));
        assert_eq!(ask(&known, &asked, file()).await, Ok(false));
    }

    #[tokio::test(start_paused = true)]
    async fn memory_is_bounded() {
        let known = Known::default();
        for n in 0..MANY + 10 {
            assert!(known.of(&format!("https://h{n}.vn"), || async { Ok(Answer::None) }).await.is_ok());
        }
        assert!(known.sites.lock().unwrap().len() <= MANY);
    }
}
