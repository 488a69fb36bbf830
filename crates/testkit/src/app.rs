//! `TestApp`: the whole house, as it runs, on one of the two databases.

use crate::client::Client;
use crate::postgres::{self, Database};
use crate::world::{self, Who, World};
use daumoi::config::DataArgs;
use daumoi::{Agency, Front, IndexPlace, assemble, routes};
use kernel::{HandClock, Moment, PersonId};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

/// A running agency. Its morning is 22 November 2026, 07:30 in Việt Nam.
pub struct TestApp {
    /// The house.
    pub agency: Agency,
    /// Its people, units, sites.
    pub world: World,
    /// Its clock.
    pub clock: HandClock,
    /// Its database, where that is PostgreSQL.
    pub postgres: Option<Database>,
    site: Front,
    folder: TempDir,
}

/// When the tests' morning is.
pub const MORNING: &str = "2026-11-22T07:30:00+07:00";

impl TestApp {
    /// On SQLite in a folder of its own.
    ///
    /// # Errors
    /// When the house cannot be put together.
    pub async fn on_sqlite() -> anyhow::Result<Self> {
        Self::build(None, None).await
    }

    /// On a PostgreSQL database of its own; `None` where there is no PostgreSQL.
    ///
    /// # Errors
    /// When the house cannot be put together.
    pub async fn on_postgres() -> anyhow::Result<Option<Self>> {
        match postgres::database()? {
            Some(database) => Self::build(Some(database), None).await.map(Some),
            None => Ok(None),
        }
    }

    /// The same with the search index in the database, too.
    ///
    /// # Errors
    /// When the house cannot be put together.
    pub async fn on_postgres_alone() -> anyhow::Result<Option<Self>> {
        match postgres::database()? {
            Some(database) => Self::build(Some(database), Some("postgres".into())).await.map(Some),
            None => Ok(None),
        }
    }

    async fn build(postgres: Option<Database>, search_index: Option<PathBuf>) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let data = DataArgs {
            data: folder.path().to_path_buf(),
            database: postgres.as_ref().map(|database| database.url.clone()),
            zone: "Asia/Ho_Chi_Minh".into(),
            search_index,
        };
        let clock = HandClock::at(Moment::parse(MORNING).unwrap_or(Moment(0)));
        let index = if data.index_is_shared() { IndexPlace::Kept } else { IndexPlace::Memory };
        let agency = assemble(&data, Arc::new(clock.clone()), false, 16, index).await?;
        let world = world::found(&agency.app.db).await?;
        let site = routes(&agency, None);
        Ok(Self { agency, world, clock, postgres, site, folder })
    }

    /// A client in somebody's name.
    ///
    /// # Errors
    /// When the session cannot be opened.
    pub async fn client(&self, who: Who) -> anyhow::Result<Client> {
        let token = match self.world.people.get(&who) {
            Some(person) => Some(people::verbs::sign_in_as(&self.agency.app.db, *person).await?.token),
            None => None,
        };
        Ok(Client::new(self.site.clone(), token))
    }

    /// A client in somebody's name, in tests that have nothing to say about signing in.
    ///
    /// # Panics
    /// When the session cannot be opened.
    #[expect(clippy::expect_used, reason = "a test that cannot sign anyone in has failed")]
    pub async fn as_(&self, who: Who) -> Client {
        self.client(who).await.expect("a session")
    }

    /// Somebody new with a role, in a unit or in the whole agency, and a client in their name.
    ///
    /// # Panics
    /// When they cannot be added.
    #[expect(clippy::expect_used, reason = "a test that cannot add a person has failed")]
    pub async fn newcomer(&self, name: &str, role: kernel::Role, unit: Option<&str>) -> (PersonId, Client) {
        let db = &self.agency.app.db;
        let mut cx = db.begin(kernel::Actor::Machine("test")).await.expect("a wish");
        let wish = people::verbs::PersonWish {
            login: format!(
                "{}@lien.example",
                name.bytes()
                    .filter(u8::is_ascii_alphanumeric)
                    .map(char::from)
                    .collect::<String>()
                    .to_lowercase()
            ),
            name: name.into(),
            honorific: "đồng chí".into(),
            tenures: vec![],
        };
        let person = people::verbs::add_person(&mut cx, wish).await.expect("a person");
        let unit = unit.and_then(|unit| self.world.units.get(unit).copied());
        people::verbs::give_role(&mut cx, person, role, unit, (None, None)).await.expect("a role");
        cx.finish().await.expect("the wish");
        let token = people::verbs::sign_in_as(db, person).await.expect("a session").token;
        (person, Client::new(self.site.clone(), Some(token)))
    }

    /// The time, moved.
    pub fn forward(&self, span: Duration) {
        self.clock.forward(span);
    }

    /// Lets the search index take what has changed.
    ///
    /// # Panics
    /// When it cannot.
    #[expect(clippy::expect_used, reason = "a test whose index does not follow has failed")]
    pub async fn follow_search(&self) -> usize {
        self.agency.search.follow().await.expect("the index")
    }

    /// Runs every job that is due.
    ///
    /// # Panics
    /// When the queue cannot be worked.
    #[expect(clippy::expect_used, reason = "a test whose queue does not work has failed")]
    pub async fn run_jobs(&self) -> usize {
        self.agency.worker.run_due().await.expect("the queue")
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Runs a statement past every verb, as somebody with access to the database could.
    ///
    /// # Panics
    /// When the statement fails.
    #[expect(clippy::expect_used, reason = "tests only")]
    pub async fn tamper(&self, sql: &str) {
        match &self.postgres {
            Some(database) => database.tamper(sql).expect("tampering"),
            None => {
                use db::ConnectionTrait;
                let cx =
                    self.agency.app.db.begin(kernel::Actor::Machine("test")).await.expect("a transaction");
                cx.tx().execute_unprepared(sql).await.expect("tampering");
                cx.finish().await.expect("tampering");
            }
        }
    }
}
