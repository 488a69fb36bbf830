//! Letters through real servers on this machine: our own, which says what it is told, and those of others where they are.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod collected;
mod dovecot;
mod others;
mod outgoing;
mod server;
mod signed;
