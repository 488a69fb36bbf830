//! What the office does with work: each verb in a file of its name.

mod advance;
mod deliver;
mod evidence;
mod give;
mod input;
mod judge;
mod move_due;
mod obstacle;
mod part;
mod remind;
mod roll_over;
pub(crate) mod sheet;
mod take_on;
mod undo;
mod withdraw;

pub use advance::{advance, claim};
pub use deliver::{deliver, undeliver};
pub use evidence::{begin_delivery, file, tie, untie};
pub(crate) use give::WANTED;
pub use give::{Given, Want, Wish, assign, give, regive, settle_day};
pub use input::{InputWish, ask_input, close_input, give_input, nothing_input, remind_input};
pub use judge::{confirm, send_back};
pub use move_due::{move_due, move_one};
pub use obstacle::{answer, escalate, raise, resolve};
pub(crate) use part::PARTS;
pub use part::part;
pub use remind::remind;
pub(crate) use roll_over::next_month;
pub use roll_over::{roll_over, roll_over_many};
pub use take_on::{accept, decline};
pub(crate) use undo::open as can_undo;
pub use undo::undo;
pub use withdraw::{withdraw, withdraw_one};

/// Characters of a title.
pub(crate) const LONGEST_TITLE: usize = 300;
/// Characters of a reason or a note.
pub(crate) const LONGEST_REASON: usize = 1000;
/// Characters of what is asked, or of what a unit contributes.
pub(crate) const LONGEST_TEXT: usize = 20_000;

/// Words that must be said.
pub(crate) fn reason(field: &'static str, text: &str) -> Result<String, kernel::Failure> {
    typed::reason(field, text, LONGEST_REASON, "refused-work-reason")
}
