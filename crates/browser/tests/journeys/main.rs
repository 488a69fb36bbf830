//! Office days in a real browser, with the people of the demo by their names.
//!
//! Each test starts its own agency on its own port. Without Chromium or a built binary it says so and passes.

mod access;
mod citizens;
mod desk;
mod listening;
mod paper;
mod people;
mod portal;
mod press_desk;
mod search;
mod together;

/// A running office; where there can be none, says why and leaves the test.
macro_rules! office {
    () => {
        match browser::Office::missing() {
            Some(why) => {
                crate::skipped(&why);
                return Ok(());
            }
            None => browser::Office::open()?,
        }
    };
}
pub(crate) use office;

/// The same with newspapers that print so many times faster.
macro_rules! office_at_pace {
    ($pace:expr) => {
        match browser::Office::missing() {
            Some(why) => {
                crate::skipped(&why);
                return Ok(());
            }
            None => browser::Office::open_at_pace($pace)?,
        }
    };
}
pub(crate) use office_at_pace;

/// The same at another instant than the demo's own morning.
macro_rules! office_at {
    ($instant:expr) => {
        match browser::Office::missing() {
            Some(why) => {
                crate::skipped(&why);
                return Ok(());
            }
            None => browser::Office::open_at($instant)?,
        }
    };
}
pub(crate) use office_at;

/// Says that a test did not run, and why.
#[expect(clippy::print_stderr, reason = "read by whoever runs the tests")]
pub(crate) fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}
