//! What takes long for one person, done beside the threads that serve everybody.

use kernel::Failure;
use tokio::sync::Semaphore;

/// As many at once as most machines have cores.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Does what takes long with something large off the async threads, a few at a time: others are answered meanwhile.
///
/// # Errors
/// When `work` panics.
pub async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let turn = TURNS.acquire().await.map_err(|e| Failure::Broken(Box::new(e)))?;
    let done = tokio::task::spawn_blocking(move || {
        let _held = turn;
        work()
    });
    done.await.map_err(|e| Failure::Broken(Box::new(e)))
}
