//! Schema steps: one SQL text each, the same on both engines, applied once and in order.
//!
//! A step works with the code before it and the code after it, so nodes can be upgraded one by one.

use crate::{Db, Engine};
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbErr, TransactionTrait};
use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager};
use std::sync::OnceLock;

/// One step. Names sort by house and number: `newsroom_0001_story`.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Its name, once and for all.
    pub name: &'static str,
    /// Its statements, each harmless when repeated (`IF NOT EXISTS`).
    pub sql: &'static str,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(self.sql).await.map(drop)
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration(format!("{} is not undone; restore a backup instead", self.name)))
    }
}

/// The steps of this crate: the ledger.
#[must_use]
pub fn own_steps() -> Vec<Step> {
    vec![
        Step { name: "db_0001_ledger", sql: include_str!("../migrations/0001_ledger.sql") },
        Step { name: "db_0002_ledger_action", sql: include_str!("../migrations/0002_ledger_action.sql") },
    ]
}

static STEPS: OnceLock<Vec<Step>> = OnceLock::new();

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        STEPS.get().into_iter().flatten().map(|step| Box::new(*step) as Box<dyn MigrationTrait>).collect()
    }
}

/// Applies the steps that were not yet applied, and learns where the public's epoch stands.
///
/// # Errors
/// Whatever the database says.
pub async fn migrate(db: &Db, steps: Vec<Step>) -> Result<(), DbErr> {
    let _same_for_the_whole_process = STEPS.set(steps);
    // Two nodes that start together must not migrate together.
    let guard = match db.engine() {
        Engine::Postgres => {
            let tx = db.writer().begin().await?;
            tx.execute_unprepared("SELECT pg_advisory_xact_lock(7305)").await?;
            Some(tx)
        }
        Engine::Sqlite => None,
    };
    Migrator::up(db.writer(), None).await?;
    if let Some(tx) = guard {
        tx.commit().await?;
    }
    db.follow_public().await.map(drop)
}
