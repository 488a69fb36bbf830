//! The verbs of this house, one a file.

mod acknowledge;
mod answer;
mod assign;
mod close;
mod describe_outlet;
pub(crate) mod detect;
mod determine;
mod digest;
mod duty;
mod import_opml;
mod join_threads;
mod mute;
mod raise;
mod set_rule;
mod set_topic;
mod sheet;
mod tend_source;

pub use acknowledge::{acknowledge, see_alert};
pub use answer::{answered, begin_answer};
pub use assign::assign;
pub use close::{close, reopen};
pub use describe_outlet::{OutletWish, describe_outlet, outlet_for, take_listed};
pub use determine::determine;
pub use digest::{approve_digest, draft_digest, edit_digest, reopen_digest, send_digest};
pub use duty::{DigestWish, end_duty, set_digest, set_duty, set_listening};
pub use import_opml::{Taken, import_opml};
pub use join_threads::join_threads;
pub use mute::{mute, unmute};
pub use raise::raise_by_hand;
pub use set_rule::set_rule;
pub use set_topic::{TopicWish, end_topic, set_topic};
pub use tend_source::{SourceKind, SourceWish, add_source, switch_source};
