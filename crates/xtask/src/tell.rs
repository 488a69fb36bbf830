//! Words for the person at the terminal.

/// A line on the screen, beside what cargo says.
#[expect(clippy::print_stderr, reason = "this is a program for a terminal")]
pub(crate) fn tell(text: &str) {
    eprintln!("{text}");
}
