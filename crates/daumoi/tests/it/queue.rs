//! The queue: at least once, in order per lane, again after failures, dead in the open, leases that end.

use async_trait::async_trait;
use jobs::{Handler, Job, JobWish, Worker, enqueue};
use kernel::{Actor, Failure};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use testkit::{TestApp, journey};

journey!(jobs_run_in_order_and_fail_in_the_open);

/// Notes what ran; fails on the word `bad`.
#[derive(Default)]
struct Notes(Mutex<Vec<String>>);

#[async_trait]
impl Handler for Notes {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        self.0.lock().unwrap().push(job.payload.clone());
        if job.payload.contains("bad") { Err(Failure::broken("it is bad")) } else { Ok(()) }
    }
}

async fn put(app: &TestApp, lane: &str, word: &str, after: u64) {
    let cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let run_at = cx.now().plus(Duration::from_secs(after));
    enqueue(cx.tx(), JobWish { topic: "note", lane, payload: word, run_at }).await.unwrap();
    cx.finish().await.unwrap();
}

async fn jobs_run_in_order_and_fail_in_the_open(app: TestApp) {
    let db = app.agency.app.db.clone();
    let notes = Arc::new(Notes::default());
    let worker = Worker::new(db.clone(), vec![("note", Arc::clone(&notes) as Arc<dyn Handler>)]);
    let ran = || std::mem::take(&mut *notes.0.lock().unwrap()).join(" ");

    // A wish that is dropped leaves no job.
    let cx = db.begin(Actor::Machine("test")).await.unwrap();
    enqueue(cx.tx(), JobWish { topic: "note", lane: "x", payload: "never", run_at: cx.now() }).await.unwrap();
    drop(cx);

    for (lane, word) in [("a", "a1"), ("a", "a2"), ("b", "b-bad"), ("b", "b2"), ("a", "a3")] {
        put(&app, lane, word, 0).await;
    }
    put(&app, "c", "later", 60).await;
    worker.run_due().await.unwrap();
    let order = ran();
    let place = |word: &str| order.find(word);
    assert!(place("a1") < place("a2") && place("a2") < place("a3"), "{order}");
    assert!(place("b-bad").is_some() && place("b2").is_none(), "what waits behind a failure waits: {order}");
    assert!(place("later").is_none() && place("never").is_none(), "{order}");

    // Tried again with growing rests, until it is dead; then its lane goes on.
    for _ in 0..14 {
        app.forward(Duration::from_secs(7200));
        worker.run_due().await.unwrap();
    }
    let order = ran();
    assert_eq!(order.matches("b-bad").count(), 11, "{order}");
    assert_eq!(order.matches("b2").count(), 1);
    assert_eq!(order.matches("later").count(), 1);
    let dead = jobs::dead(db.reader(), 10).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert!(dead[0].last_error.as_deref().unwrap().contains("it is bad"));
    let cx = db.begin(Actor::Machine("test")).await.unwrap();
    assert!(jobs::revive(cx.tx(), dead[0].id, cx.now()).await.unwrap());
    cx.finish().await.unwrap();
    worker.run_due().await.unwrap();
    assert_eq!(ran(), "\"b-bad\"");

    // Two workers at once do each job once.
    for n in 0..40 {
        put(&app, &format!("lane{n}"), &format!("w{n}"), 0).await;
    }
    let other = worker.clone();
    let (one, two) = tokio::join!(worker.run_due(), other.run_due());
    assert_eq!(one.unwrap() + two.unwrap(), 40);
}
