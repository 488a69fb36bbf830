//! The verbs of this house, one a file.

mod amend;
mod appraise;
mod ask_lines;
mod begin;
mod campaign;
mod decide;
mod display;
mod display_follow;
mod display_photo;
mod display_step;
mod make_feed;
mod move_event;
mod present;
mod sheet;
mod write_line;

pub use amend::{Change, decide_amendment, propose};
pub use appraise::{ASPECTS, AppraisalWish, OPINIONS, OpinionWish, appraise, ask_appraisal};
pub use ask_lines::{ask_lines, send_lines};
pub use begin::{PlanWish, begin_plan, change_plan};
pub use campaign::{CHECKS, CheckWish, SeatWish, add_body, add_check, give_part, seat, tick, unseat};
pub use decide::{approve, close, enforce, return_plan};
pub use display::{approve_words, set_display};
pub use display_photo::{Shot, add_photos, remove_photo, shot_name, take_shot};
pub use display_step::{StepWish, step_display};
pub use make_feed::make_feed;
pub use move_event::{EventWish, move_event, set_event};
pub use present::{PresentWish, present};
pub use write_line::{import_lines, leave_out, write_line};

pub(crate) use display::{does, facts as display_facts, keeps, members, writes};
pub(crate) use display_follow::followed;
pub(crate) use make_feed::feed_hash;
pub(crate) use move_event::moved;
pub(crate) use sheet::facts;
