//! Letters to and from people outside: journalists, subscribers, those who asked. Each is about a thing of a house; the house
//! says what is to be written, the roof carries it, and the house's page shows what became of it.
//!
//! A letter is a row before it is sent, in the transaction that causes it, and goes out at least once. What a recipient's
//! server said is kept with it. What comes in is taken once, known by its identifier, and told to the thing whose letter it
//! answers.

mod incoming;
mod outgoing;
mod store;

pub use incoming::{
    Came, Fate, Incoming, Kept, came_about, come_in, count_unclear, lock_unclear, look_again, one_unclear,
    position, set_fate, set_position, unclear,
};
pub use outgoing::{
    Carried, Counts, Enclosed, LETTER_TOPIC, Outgoing, SentLetter, State, ToCarry, about, bounce,
    count_about, erase_about, forget_address, mark, send, stranded, to_carry, waits_for,
};

/// The schema steps of this crate.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "post_0001_post", sql: include_str!("../migrations/0001_post.sql") }]
}
