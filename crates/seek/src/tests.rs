//! What the search promises to the people who use it.

mod finding;
mod full;
mod hostile;
mod keeping;
mod leaks;
mod paging;
mod showing;
mod together;
mod world;
