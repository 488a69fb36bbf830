//! The search index that lies in PostgreSQL: it keeps every promise the embedded one keeps, also with several nodes.

use db::{Db, Settings};
use kernel::{HandClock, Moment};
use search::Shared;
use seek::{Ask, Change, Engine, Entry, Held, Index, Trouble};
use std::sync::Arc;
use testkit::postgres::{self, Database};

/// A database of its own, and as many nodes on it; nothing where there is no PostgreSQL.
async fn nodes<const N: usize>() -> Option<(Database, [Shared; N])> {
    let Some(database) = postgres::database().unwrap() else {
        postgres::say_skipped();
        return None;
    };
    let mut nodes = Vec::new();
    for _ in 0..N {
        let clock = Arc::new(HandClock::at(Moment(0)));
        let db = Db::open(&Settings::Url(database.url.clone()), clock).await.unwrap();
        nodes.push(Shared::open(db).await.unwrap());
    }
    Some((database, nodes.try_into().ok().unwrap()))
}

fn entry(id: &str, title: &str, body: &str) -> Change {
    Change::Put(Box::new(Entry {
        id: id.into(),
        audience: vec!["everybody".into()],
        title: title.into(),
        body: body.into(),
        ..Entry::default()
    }))
}

async fn ids(engine: &dyn Engine, typed: &str) -> Vec<String> {
    let ask = Ask { size: 100, ..Ask::new(typed) };
    let answer = engine.search(&Held::new(["everybody"]), &ask).await.unwrap();
    answer.hits.into_iter().map(|hit| hit.id).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_keeps_every_promise() {
    let Some((_database, [node])) = nodes().await else { return };
    let broken = seek::suite::broken_promises(&node).await;
    assert!(broken.is_empty(), "{broken:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_share_it_and_none_undoes_anothers_work() {
    let Some((_database, [one, other])) = nodes().await else { return };
    one.apply(&[entry("a", "Lũ ống", "")], 5).await.unwrap();
    assert_eq!(ids(&other, "lũ").await, ["a"]);
    // A node that was slow gives an older state: it changes nothing.
    other.apply(&[entry("a", "Lũ quét", "")], 4).await.unwrap();
    assert_eq!((ids(&one, "ống").await.len(), one.sequence().await.unwrap()), (1, 5));
    // One makes it anew; the other is told so, goes on answering, and then answers from the new one.
    let mut building = one.rebuild().await.unwrap();
    assert!(matches!(other.rebuild().await, Err(Trouble::Busy)));
    building.add(vec![entry("b", "Lũ lớn", "")]).await.unwrap();
    assert_eq!(ids(&other, "lũ").await, ["a"]);
    building.finish(6).await.unwrap();
    assert_eq!(ids(&other, "lũ").await, ["b"]);
    assert!(other.rebuild().await.is_ok(), "the right to make it anew is given back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_and_a_rebuild_do_not_disturb_each_other() {
    let Some((_database, [node])) = nodes().await else { return };
    node.apply(&[entry("a", "Lũ ống", "")], 1).await.unwrap();
    let reader = node.clone();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let reading = tokio::spawn(async move {
        let mut read = 0;
        while !*stopped.borrow() || read < 20 {
            assert_eq!(ids(&reader, "lũ").await, ["a"]);
            read += 1;
        }
    });
    for sequence in 2..12 {
        let mut building = node.rebuild().await.unwrap();
        building.add(vec![entry("a", "Lũ ống", "")]).await.unwrap();
        building.finish(sequence).await.unwrap();
        node.apply(&[entry("x", "Hạn hán", "")], sequence).await.unwrap();
    }
    stop.send(true).unwrap();
    reading.await.unwrap();
}

/// A phrase is told from its words scattered, also where a text is longer than the database counts places.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn texts_longer_than_the_database_counts_are_found() {
    let Some((_database, [node])) = nodes().await else { return };
    let long = "mưa rét kéo dài ".repeat(30_000);
    let words: String = (0..60_000).map(|n| format!("từ{n} ")).collect();
    let changes = [
        entry("long", "Dài", &format!("{long} sạt lở đất")),
        entry("rich", "Nhiều từ", &format!("sạt lở đất {words}")),
        entry("scattered", "Ngắn", "đất lở vì bờ sạt"),
    ];
    node.apply(&changes, 1).await.unwrap();
    let mut found = ids(&node, "\"sạt lở đất\"").await;
    found.sort();
    assert_eq!(found, ["long", "rich"]);
    assert_eq!(ids(&node, "sat lo dat").await.len(), 3);
}

/// What it ranks first the embedded one ranks first, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_ranks_as_the_embedded_one() {
    let Some((_database, [node])) = nodes().await else { return };
    let filler = "các đơn vị trong toàn tỉnh tiếp tục triển khai ".repeat(20);
    let changes = [
        entry("title", "Tiêm chủng cho trẻ em", &filler),
        entry("often", "Y tế", &format!("tiêm chủng tiêm chủng tiêm chủng {filler}")),
        entry("once", "Y tế", &format!("tiêm chủng {filler}")),
        entry("apart", "Y tế", &format!("tiêm {filler} chủng")),
        entry("other", "Y tế", &filler),
    ];
    node.apply(&changes, 1).await.unwrap();
    let embedded = Index::in_memory().unwrap();
    embedded.apply(&changes, 1).unwrap();
    for typed in
        ["tiêm chủng", "tiem chung", "tiêm", "chủng triển khai", "tiêm chủng cho trẻ em trong toàn tỉnh"]
    {
        assert_eq!(ids(&node, typed).await, ids(&embedded, typed).await, "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_needs_postgres_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::File(folder.path().join("x.db"));
    let db = Db::open(&settings, Arc::new(HandClock::at(Moment(0)))).await.unwrap();
    let told = Shared::open(db).await.err().map(|trouble| trouble.to_string());
    assert!(told.is_some_and(|told| told.contains("PostgreSQL")));
}
