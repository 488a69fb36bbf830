//! Journeys through the whole house, each on SQLite and on PostgreSQL; what they touch is HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod alerts;
mod answers;
mod asked;
mod assignments;
mod day;
mod deadlines;
mod displays;
mod doors;
mod editing;
mod guard;
mod heirs;
mod hostile;
mod hostile_press;
mod import;
mod kept;
mod kill;
mod known;
mod ledger;
mod library;
mod locale;
mod mail_in;
mod mail_round;
mod meeting;
mod newsdesk;
mod pipe;
mod planning;
mod press;
mod projects;
mod public;
mod queue;
mod reports;
mod search;
mod settings;
mod shared_index;
mod signing_in;
mod sources;
mod telling;
mod ties;
mod time;
mod together;
mod urgent;
