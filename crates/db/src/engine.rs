//! The only place where SQLite and PostgreSQL differ.

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};
use std::path::PathBuf;
use std::time::Duration;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file in the data folder, write-ahead log.
    Sqlite,
    /// A server, by URL.
    Postgres,
}

impl Engine {
    /// The ending of a SELECT that locks the rows it reads. SQLite's write transactions are alone already.
    #[must_use]
    pub fn for_update(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE",
        }
    }

    /// The same, passing over rows another transaction holds: for taking work from a queue.
    #[must_use]
    pub fn for_update_skip_locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }
}

/// Where the database is.
#[derive(Debug, Clone)]
pub enum Settings {
    /// SQLite in this file, made if absent.
    File(PathBuf),
    /// The same for data nobody will miss: faster, and gone when the power fails.
    Throwaway(PathBuf),
    /// PostgreSQL at this URL.
    Url(String),
}

/// The database could not be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The URL names no engine we know.
    UnknownScheme(String),
    /// The engine answered with an error.
    Engine(DbErr),
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownScheme(scheme) => write!(
                f,
                "the database address begins with “{scheme}:”; it must begin with “postgres:” \
                 (leave it out to use SQLite in the data folder)"
            ),
            Self::Engine(error) => write!(f, "the database could not be opened: {error}"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<DbErr> for OpenError {
    fn from(error: DbErr) -> Self {
        Self::Engine(error)
    }
}

pub(crate) async fn connect(
    settings: &Settings,
) -> Result<(Engine, DatabaseConnection, DatabaseConnection), OpenError> {
    match settings {
        Settings::File(path) => {
            // One writer: SQLite has one anyway, and waiting in our queue is fairer than SQLITE_BUSY.
            let writer = sqlite(path, 1, false, "FULL").await?;
            let reader = sqlite(path, 8, true, "FULL").await?;
            Ok((Engine::Sqlite, reader, writer))
        }
        Settings::Throwaway(path) => {
            let writer = sqlite(path, 1, false, "OFF").await?;
            let reader = sqlite(path, 8, true, "OFF").await?;
            Ok((Engine::Sqlite, reader, writer))
        }
        Settings::Url(url) if url.starts_with("postgres:") || url.starts_with("postgresql:") => {
            let mut options = ConnectOptions::new(url.clone());
            options
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(20))
                .connect_timeout(Duration::from_secs(10))
                .sqlx_logging(false);
            let pool = Database::connect(options).await?;
            Ok((Engine::Postgres, pool.clone(), pool))
        }
        Settings::Url(url) => {
            Err(OpenError::UnknownScheme(url.split(':').next().unwrap_or_default().to_owned()))
        }
    }
}

async fn sqlite(
    path: &std::path::Path,
    connections: u32,
    read_only: bool,
    synchronous: &'static str,
) -> Result<DatabaseConnection, DbErr> {
    let file = path.to_path_buf();
    // The path is set on the options, never pasted into a URL: folders may be called anything.
    let mut options = ConnectOptions::new("sqlite::memory:");
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .filename(&file)
                .in_memory(false)
                .shared_cache(false)
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(20))
                .pragma("journal_mode", "WAL")
                // FULL: an acknowledged write survives a power cut too, not only a killed process.
                .pragma("synchronous", synchronous)
                .pragma("cache_size", "-16000")
                .pragma("mmap_size", "268435456")
                .pragma("query_only", if read_only { "ON" } else { "OFF" })
        });
    Database::connect(options).await
}
