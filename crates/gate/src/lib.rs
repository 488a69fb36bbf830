//! The gate of the public's forms: whether a person sends one (S18, S145), once, and not too often (L17, CD-07).
//!
//! One for all houses that people without an account write to. It asks no third party, shows no picture, needs no script, and
//! keeps nothing of who sends: addresses are counted in memory under a hash whose salt is thrown away every day.

mod often;
mod robot;
mod secret;
mod store;

pub use often::Kind;
pub use robot::{Passed, Test, is_trapped};
pub use secret::{Secret, hex};
pub use store::{forget_spent, spend};

use db::Db;
use kernel::{Failure, Refusal};
use often::Often;
use tokio::sync::OnceCell;
use web::{Fields, Locale, Visitor};

/// The gate of one process: what it counted, and the agency's secret once it was asked for.
#[derive(Default)]
pub struct Gate {
    often: Often,
    secret: OnceCell<Secret>,
}

impl Gate {
    /// Sets how many forms an hour one address may send.
    pub fn set_sent_an_hour(&self, most: u32) {
        self.often.set_sent_an_hour(most);
    }

    /// The secret that tokens and tracking codes are made with.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn secret(&self, db: &Db) -> Result<&Secret, Failure> {
        self.secret.get_or_try_init(|| Secret::of_agency(db)).await
    }

    /// A robot test for a form; for one that is shown again the same test, while its token holds.
    ///
    /// # Errors
    /// When the database or the machine's random numbers fail.
    pub async fn test(
        &self,
        visitor: &Visitor,
        locale: Locale,
        again: Option<&Fields>,
    ) -> Result<Test, Failure> {
        let now = visitor.look().now();
        let secret = self.secret(&visitor.app.db).await?;
        match again {
            Some(fields) => Test::again(secret, now, locale, fields),
            None => Test::new(secret, now, locale),
        }
    }

    /// Whether a person sends this, and not too often.
    ///
    /// # Errors
    /// Refused with the reason a person can mend.
    pub async fn person(&self, visitor: &Visitor, fields: &Fields) -> Result<Passed, Failure> {
        self.not_too_often(visitor, Kind::Sent)?;
        let secret = self.secret(&visitor.app.db).await?;
        robot::passed(secret, visitor.look().now(), fields).map_err(Failure::refused)
    }

    /// Whether their address may do one more of a kind.
    ///
    /// # Errors
    /// Refused where it has used up what it may.
    pub fn not_too_often(&self, visitor: &Visitor, kind: Kind) -> Result<(), Failure> {
        if self.often.is_shut(kind, &visitor.from, visitor.look().now(), &visitor.app.zone)? {
            return Err(Failure::refused(Refusal::new("refused-slow-down")));
        }
        Ok(())
    }

    /// Counts one more of a kind.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn count(&self, visitor: &Visitor, kind: Kind) -> Result<(), Failure> {
        self.often.count(kind, &visitor.from, visitor.look().now(), &visitor.app.zone)
    }
}

/// The schema steps; after those of the answers, whose secret this was.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "gate_0001_gate", sql: include_str!("../migrations/0001_gate.sql") }]
}
