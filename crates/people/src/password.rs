//! Passwords: argon2id at OWASP's minimum (19 MiB, two passes), off the async threads.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use kernel::{Failure, Refusal};
use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;

const SHORTEST: usize = 10;
/// Most characters of a password.
pub(crate) const LONGEST: usize = 200;

/// Why this password is not taken.
pub(crate) fn reasons_against(password: &str, login: &str) -> Vec<Refusal> {
    let mut reasons = Vec::new();
    let length = password.chars().count();
    if length < SHORTEST {
        reasons.push(Refusal::field("password", "refused-password-short").with("least", SHORTEST));
    }
    if length > LONGEST {
        reasons.push(Refusal::field("password", "refused-password-long").with("most", LONGEST));
    }
    let folded = viet::fold::fold(password).to_lowercase();
    let name = login.split('@').next().unwrap_or_default();
    if folded == login || (!name.is_empty() && folded.trim_end_matches(|c: char| c.is_ascii_digit()) == name)
    {
        reasons.push(Refusal::field("password", "refused-password-login"));
    }
    if folded.chars().collect::<std::collections::BTreeSet<_>>().len() < 4 {
        reasons.push(Refusal::field("password", "refused-password-plain"));
    }
    reasons
}

/// At most this many people wait for their turn; whoever comes after them is asked to try again in a moment.
const WAITING_MOST: usize = 48;

/// Each hash takes 19 MiB and a core: as many at once as there are cores, and a queue that has an end. A flood at
/// the door neither fills the memory nor stops those who are inside.
struct Turns {
    queue: Arc<Semaphore>,
    cores: Arc<Semaphore>,
}

static TURNS: LazyLock<Turns> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(2, NonZeroUsize::get);
    Turns { queue: Arc::new(Semaphore::new(WAITING_MOST)), cores: Arc::new(Semaphore::new(cores)) }
});

impl Turns {
    /// Does `work` off the async threads when its turn comes.
    async fn take<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let place = Arc::clone(&self.queue).try_acquire_owned();
        let place = place.map_err(|_| Failure::refused(Refusal::new("refused-busy")))?;
        let core = Arc::clone(&self.cores).acquire_owned().await;
        let core = core.map_err(|e| Failure::Broken(Box::new(e)))?;
        let done = tokio::task::spawn_blocking(move || {
            // Held by the work itself: who hangs up does not make room for more than the cores can do.
            let _held = (place, core);
            work()
        });
        done.await.map_err(|e| Failure::Broken(Box::new(e)))
    }
}

/// The PHC string to store.
pub(crate) async fn hash(password: String) -> Result<String, Failure> {
    TURNS
        .take(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()))
        .await?
        .map_err(|e| Failure::broken(e.to_string()))
}

/// Whether `password` is the one that was stored. Takes as long when nothing was stored.
///
/// # Errors
/// Refused when too many wait; nothing was looked at then.
pub(crate) async fn matches(password: String, stored: Option<String>) -> Result<bool, Failure> {
    TURNS
        .take(move || match stored {
            Some(stored) => PasswordHash::new(&stored)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()),
            None => {
                let _same_time = Argon2::default().hash_password(password.as_bytes());
                false
            }
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let stored = hash("Mưa rừng ngang đèo".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(matches("Mưa rừng ngang đèo".into(), Some(stored.clone())).await.unwrap());
        assert!(!matches("Mua rung ngang deo".into(), Some(stored)).await.unwrap());
        assert!(!matches("anything".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_flood_at_the_door_is_told_to_come_back_and_the_queue_has_an_end() {
        let turns = Turns { queue: Arc::new(Semaphore::new(2)), cores: Arc::new(Semaphore::new(1)) };
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let first = turns.take(move || wait.recv().is_ok());
        let second = turns.take(|| true);
        let third = async {
            // The two before it are in the queue by now: joined futures are begun in order.
            let refused = turns.take(|| true).await;
            go.send(()).unwrap();
            refused
        };
        let (first, second, third) = tokio::join!(first, second, third);
        assert!(first.unwrap() && second.unwrap());
        match third {
            Err(Failure::Refused(reasons)) => assert_eq!(reasons.first().unwrap().key, "refused-busy"),
            other => panic!("{other:?}"),
        }
        assert!(turns.take(|| true).await.unwrap(), "there is room again");
    }

    #[test]
    fn poor_passwords_are_refused_with_reasons() {
        let keys =
            |p: &str| reasons_against(p, "hoa.vang@lien.example").iter().map(|r| r.key).collect::<Vec<_>>();
        assert_eq!(keys("câu ngắn"), ["refused-password-short"]);
        assert_eq!(keys("aaaaaaaaaaaa"), ["refused-password-plain"]);
        assert_eq!(keys("hoa.vang2026"), ["refused-password-login"]);
        assert!(keys("mưa rừng ngang đèo").is_empty());
    }
}
