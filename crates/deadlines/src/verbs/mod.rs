//! What is done to clocks, rules and days: each verb in a file of its name.

mod end_rule;
mod hand;
mod keep_feed;
mod meet;
mod pause;
mod rest;
mod ring;
mod set_rule;
mod set_workday;
mod start;
mod stop;

pub use end_rule::end_rule;
pub use hand::hand;
pub(crate) use keep_feed::hash as feed_hash;
pub use keep_feed::{end_feed, make_feed};
pub use meet::{meet, meet_at};
pub use pause::{drop_clock, extend, pause, resume};
pub use rest::{rest, wake};
pub use ring::{DueBell, ring, unrung};
pub(crate) use set_rule::from_day;
pub use set_rule::{RuleWish, set_level, set_rule};
pub use set_workday::{clear_workday, set_workday};
pub use start::{Start, start};
pub use stop::stop;
