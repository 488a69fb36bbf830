//! The engines that are compared, each used as its makers mean it: filled at once, then indexed, then asked for the
//! ten best.

use crate::Outcome;
use crate::texts::EVERYBODY;
use async_trait::async_trait;
use db::{Db, Settings, all, one, run};
use kernel::SystemClock;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, FromQueryResult, TransactionTrait,
};
use search::{Embedded, Shared};
use seek::{Ask, Breadth, Building, Change, Engine, Entry, Held};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Mutex;

/// An engine under measurement.
#[async_trait]
pub(crate) trait Rival: Send + Sync {
    fn name(&self) -> &'static str;
    async fn begin(&self) -> Outcome<()>;
    async fn fill(&self, entries: Vec<Entry>) -> Outcome<()>;
    async fn finish(&self) -> Outcome<()>;
    /// Bytes of everything it needs to search.
    async fn size(&self) -> Outcome<u64>;
    /// The ten best; how many came.
    async fn ask(&self, typed: &str) -> Outcome<usize>;
    /// Adds texts that can be found when it returns.
    async fn add(&self, entries: Vec<Entry>) -> Outcome<()>;
}

#[derive(FromQueryResult)]
struct Row {
    #[expect(dead_code, reason = "read from the database, as somebody who shows it would")]
    id: String,
}

fn changes(entries: Vec<Entry>) -> Vec<Change> {
    entries.into_iter().map(|entry| Change::Put(Box::new(entry))).collect()
}

/// Ours, in a folder or in PostgreSQL.
pub(crate) struct Ours {
    name: &'static str,
    engine: Arc<dyn Engine>,
    building: Mutex<Option<Box<dyn Building>>>,
    sequence: AtomicU64,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Database(DatabaseConnection),
}

impl Ours {
    pub(crate) fn embedded(folder: &Path) -> Outcome<Self> {
        let engine = Arc::new(Embedded::open(folder)?);
        Ok(Self::of("ours, embedded", engine, Place::Folder(folder.to_owned())))
    }

    pub(crate) async fn shared(url: &str) -> Outcome<Self> {
        let db = Db::open(&Settings::Url(url.into()), Arc::new(SystemClock)).await?;
        let engine = Arc::new(Shared::open(db).await?);
        Ok(Self::of("ours, in PostgreSQL", engine, Place::Database(Database::connect(url).await?)))
    }

    fn of(name: &'static str, engine: Arc<dyn Engine>, place: Place) -> Self {
        Self { name, engine, building: Mutex::default(), sequence: AtomicU64::new(1), place }
    }
}

#[async_trait]
impl Rival for Ours {
    fn name(&self) -> &'static str {
        self.name
    }

    async fn begin(&self) -> Outcome<()> {
        *self.building.lock().await = Some(self.engine.rebuild().await?);
        Ok(())
    }

    async fn fill(&self, entries: Vec<Entry>) -> Outcome<()> {
        let mut building = self.building.lock().await;
        Ok(building.as_mut().ok_or("not begun")?.add(changes(entries)).await?)
    }

    async fn finish(&self) -> Outcome<()> {
        let building = self.building.lock().await.take().ok_or("not begun")?;
        Ok(building.finish(1).await?)
    }

    async fn size(&self) -> Outcome<u64> {
        match &self.place {
            Place::Folder(folder) => bytes_in(folder),
            Place::Database(db) => tables(db, "search_index_%").await,
        }
    }

    async fn ask(&self, typed: &str) -> Outcome<usize> {
        let ask = Ask { breadth: Breadth::All, show: false, ..Ask::new(typed) };
        Ok(self.engine.search(&Held::new([EVERYBODY]), &ask).await?.hits.len())
    }

    async fn add(&self, entries: Vec<Entry>) -> Outcome<()> {
        let sequence = self.sequence.fetch_add(1, Ordering::Relaxed) + 1;
        Ok(self.engine.apply(&changes(entries), sequence).await?)
    }
}

fn bytes_in(folder: &Path) -> Outcome<u64> {
    let mut bytes = 0;
    for item in fs::read_dir(folder)? {
        let item = item?;
        bytes += if item.file_type()?.is_dir() { bytes_in(&item.path())? } else { item.metadata()?.len() };
    }
    Ok(bytes)
}

async fn tables(db: &DatabaseConnection, like: &str) -> Outcome<u64> {
    let sql = "SELECT COALESCE(SUM(pg_total_relation_size(oid)), 0)::BIGINT FROM pg_class
                WHERE relkind = 'r' AND relname LIKE $1";
    Ok(u64::try_from(one::<i64>(db, sql, vec![like.into()]).await?)?)
}

/// One statement for many texts.
async fn insert(db: &impl ConnectionTrait, entries: Vec<Entry>) -> Outcome<()> {
    let (mut places, mut args) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = args.len();
        places.push(format!("(${}, ${}, ${})", at + 1, at + 2, at + 3));
        args.extend([entry.id.into(), entry.title.into(), entry.body.into()]);
    }
    run(db, &format!("INSERT INTO texts (id, title, body) VALUES {}", places.join(", ")), args).await?;
    Ok(())
}

/// PostgreSQL's own full text: a generated column, an inverted index, `ts_rank`.
pub(crate) struct Postgres(DatabaseConnection);

impl Postgres {
    pub(crate) async fn open(url: &str) -> Outcome<Self> {
        Ok(Self(Database::connect(ConnectOptions::new(url)).await?))
    }
}

#[async_trait]
impl Rival for Postgres {
    fn name(&self) -> &'static str {
        "PostgreSQL ts_rank"
    }

    async fn begin(&self) -> Outcome<()> {
        self.0
            .execute_unprepared(
                "CREATE TABLE texts (id TEXT, title TEXT, body TEXT, words TSVECTOR GENERATED ALWAYS AS
                 (to_tsvector('simple', title || ' ' || body)) STORED)",
            )
            .await?;
        Ok(())
    }

    async fn fill(&self, entries: Vec<Entry>) -> Outcome<()> {
        insert(&self.0, entries).await
    }

    async fn finish(&self) -> Outcome<()> {
        self.0.execute_unprepared("CREATE INDEX texts_words ON texts USING gin (words)").await?;
        self.0.execute_unprepared("ANALYZE texts").await?;
        Ok(())
    }

    async fn size(&self) -> Outcome<u64> {
        tables(&self.0, "texts").await
    }

    async fn ask(&self, typed: &str) -> Outcome<usize> {
        let sql = "SELECT id FROM texts, plainto_tsquery('simple', $1) q WHERE words @@ q
                    ORDER BY ts_rank(words, q) DESC LIMIT 10";
        Ok(all::<Row>(&self.0, sql, vec![typed.into()]).await?.len())
    }

    async fn add(&self, entries: Vec<Entry>) -> Outcome<()> {
        insert(&self.0, entries).await
    }
}

/// SQLite's FTS5, ranked by its BM25.
pub(crate) struct Fts5(DatabaseConnection, PathBuf);

impl Fts5 {
    pub(crate) async fn open(file: &Path) -> Outcome<Self> {
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
        options.map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "NORMAL")
                .pragma("cache_size", "-64000")
                .pragma("mmap_size", "2147483648")
        });
        Ok(Self(Database::connect(options).await?, file.to_owned()))
    }

    async fn insert(&self, entries: Vec<Entry>) -> Outcome<()> {
        let tx = self.0.begin().await?;
        insert(&tx, entries).await?;
        Ok(tx.commit().await?)
    }
}

#[async_trait]
impl Rival for Fts5 {
    fn name(&self) -> &'static str {
        "SQLite FTS5"
    }

    async fn begin(&self) -> Outcome<()> {
        self.0
            .execute_unprepared("CREATE VIRTUAL TABLE texts USING fts5 (id UNINDEXED, title, body)")
            .await?;
        Ok(())
    }

    async fn fill(&self, entries: Vec<Entry>) -> Outcome<()> {
        self.insert(entries).await
    }

    async fn finish(&self) -> Outcome<()> {
        self.0.execute_unprepared("INSERT INTO texts (texts) VALUES ('optimize')").await?;
        self.0.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        Ok(())
    }

    async fn size(&self) -> Outcome<u64> {
        Ok(fs::metadata(&self.1)?.len())
    }

    async fn ask(&self, typed: &str) -> Outcome<usize> {
        let words: Vec<String> = typed.split(' ').map(|word| format!("\"{word}\"")).collect();
        let sql = "SELECT id FROM texts WHERE texts MATCH $1 ORDER BY rank LIMIT 10";
        Ok(all::<Row>(&self.0, sql, vec![words.join(" ").into()]).await?.len())
    }

    async fn add(&self, entries: Vec<Entry>) -> Outcome<()> {
        self.insert(entries).await
    }
}
