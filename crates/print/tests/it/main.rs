//! Papers are set and read back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod faces;
mod hostile;
mod long;
mod pages;
mod read;
mod samples;

use paper::Paper;
use print::Particulars;

/// A paper as PDF, in the program's own faces.
fn printed(paper: &Paper) -> Vec<u8> {
    print::pdf(paper, &Particulars::default()).unwrap()
}
