//! Settings: from the command line or the environment, each with a default that works.

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};
use db::Settings;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// What a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Answers requests and works the queue.
    All,
    /// Only answers requests.
    Web,
    /// Only works the queue.
    Worker,
}

/// Where the data is. Every command that touches data takes these.
#[derive(Debug, Clone, Args)]
pub struct DataArgs {
    /// The data folder: the database, pictures and originals.
    #[arg(long, env = "DAUMOI_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// PostgreSQL address, e.g. postgres://user:password@host/daumoi; without it SQLite in the data folder.
    #[arg(long, env = "DAUMOI_DATABASE", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// The agency's time zone.
    #[arg(long, env = "DAUMOI_ZONE", default_value = "Asia/Ho_Chi_Minh", global = true)]
    pub zone: String,
    /// The folder of this process's search index, on a local disk; without it `search` in the data folder. Several
    /// processes that serve one data folder need one each; or say `postgres`: one index in the database for all.
    #[arg(long, env = "DAUMOI_SEARCH_INDEX", global = true)]
    pub search_index: Option<PathBuf>,
}

impl DataArgs {
    /// Where the database is.
    #[must_use]
    pub fn settings(&self) -> Settings {
        match &self.database {
            Some(url) => Settings::Url(url.clone()),
            None => Settings::File(self.data.join("daumoi.db")),
        }
    }

    /// Whether the search index lies in the database, for all processes.
    #[must_use]
    pub fn index_is_shared(&self) -> bool {
        self.search_index.as_deref() == Some(Path::new("postgres"))
    }

    /// Where this process's search index is, when it has one of its own.
    #[must_use]
    pub fn index_folder(&self) -> PathBuf {
        self.search_index.clone().unwrap_or_else(|| self.data.join("search"))
    }

    /// Where files are.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.data.join("files")
    }
}

/// What leaves the house.
#[derive(Debug, Clone, Default, Args)]
pub struct OutwardArgs {
    /// The mail server, as smtps://name:password@host or smtp+starttls://…; smtp:// to this machine only. Without it
    /// alerts stay on the desk.
    #[arg(long, env = "DAUMOI_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// The address that letters come from.
    #[arg(long, env = "DAUMOI_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// The key that signs letters (DKIM), a PEM file. Its public half stands in the DNS of the domain of --mail-from.
    #[arg(long, env = "DAUMOI_DKIM_KEY")]
    pub dkim_key: Option<PathBuf>,
    /// The name under which that public half stands: SELECTOR._domainkey.
    #[arg(long, env = "DAUMOI_DKIM_SELECTOR", default_value = "daumoi")]
    pub dkim_selector: String,
    /// The mailbox of the press address, as imaps://name:password@host/INBOX or imap+starttls://…; imap:// on this
    /// machine only. What comes in there is logged by itself.
    #[arg(long, env = "DAUMOI_MAIL_IN", hide_env_values = true)]
    pub mail_in: Option<String>,
    /// Where people reach us, as https://cong.tinh.example: for links in letters.
    #[arg(long, env = "DAUMOI_ADDRESS")]
    pub address: Option<String>,
    /// Another system that is told of hot spots, as JSON by POST.
    #[arg(long, env = "DAUMOI_ALERT_WEBHOOK")]
    pub alert_webhook: Option<String>,
    /// The secret with which it can check that we sent it (Standard Webhooks), in base64.
    #[arg(long, env = "DAUMOI_ALERT_SECRET", hide_env_values = true)]
    pub alert_secret: Option<String>,
}

/// How the server answers.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Address to listen on.
    #[arg(long, env = "DAUMOI_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// What this process does.
    #[arg(long, env = "DAUMOI_ROLE", value_enum, default_value = "all")]
    pub role: Role,
    /// Visitors reach us by https: session cookies demand it, links say it.
    #[arg(long, env = "DAUMOI_SECURE", value_parser = FalseyValueParser::new())]
    pub secure: bool,
    /// A proxy of ours stands in front and says in X-Forwarded-For who asks.
    #[arg(long, env = "DAUMOI_BEHIND_PROXY", value_parser = FalseyValueParser::new())]
    pub behind_proxy: bool,
    /// Hosts and networks inside that sources may be read from and webhooks sent to, such as 10.20.0.0/16 or
    /// bao.noi-bo.example:8080. Everything else inside is never reached.
    #[arg(long, env = "DAUMOI_FETCH_ALLOW", value_delimiter = ',')]
    pub fetch_allow: Vec<String>,
    /// What leaves the house.
    #[command(flatten)]
    pub outward: OutwardArgs,
    /// Megabytes of memory for pages kept ready.
    #[arg(long, env = "DAUMOI_PAGE_CACHE_MB", default_value = "64")]
    pub page_cache_mb: u64,
}

/// Every setting as (flag, environment variable): for the test that each is documented.
pub const SETTINGS: [(&str, &str); 18] = [
    ("--data", "DAUMOI_DATA"),
    ("--database", "DAUMOI_DATABASE"),
    ("--zone", "DAUMOI_ZONE"),
    ("--search-index", "DAUMOI_SEARCH_INDEX"),
    ("--listen", "DAUMOI_LISTEN"),
    ("--role", "DAUMOI_ROLE"),
    ("--secure", "DAUMOI_SECURE"),
    ("--behind-proxy", "DAUMOI_BEHIND_PROXY"),
    ("--fetch-allow", "DAUMOI_FETCH_ALLOW"),
    ("--smtp", "DAUMOI_SMTP"),
    ("--mail-from", "DAUMOI_MAIL_FROM"),
    ("--dkim-key", "DAUMOI_DKIM_KEY"),
    ("--dkim-selector", "DAUMOI_DKIM_SELECTOR"),
    ("--mail-in", "DAUMOI_MAIL_IN"),
    ("--address", "DAUMOI_ADDRESS"),
    ("--alert-webhook", "DAUMOI_ALERT_WEBHOOK"),
    ("--alert-secret", "DAUMOI_ALERT_SECRET"),
    ("--page-cache-mb", "DAUMOI_PAGE_CACHE_MB"),
];
