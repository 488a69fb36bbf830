//! What the search promises to the people who use it.

mod finding;
mod hostile;
mod keeping;
mod leaks;
mod paging;
mod showing;
mod world;
