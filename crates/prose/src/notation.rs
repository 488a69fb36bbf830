//! The plain notation: how the same text is written in a form without JavaScript, learnt in a minute.
//!
//! | one writes | and gets |
//! |---|---|
//! | an empty line | a new paragraph; a single new line stays a new line |
//! | `## `, `### `, `#### ` | headings |
//! | `- `, `1. ` | lists; two or three spaces in front make a list inside an item |
//! | `> ` | a quotation |
//! | `**bold**`, `*italic*`, `~~struck~~`, `m^2^`, `H~2~O` | marks |
//! | `[words](https://…)` | a link |
//! | `\| a \| b \|` over `\|---\|---\|` | a table; an empty first row makes one without headers; `<br>` is a new line in a cell, `<br><br>` a new paragraph |
//! | `![alt](asset:ID "caption \| credit")` | a picture of the store |
//! | `---` | a line across the page |
//! | `\*` | a sign that is meant as itself |
//!
//! HTML is text like any other. `&#8203;` may stand where a mark begins or ends inside a word; it is not kept.
//! What cannot be said this way is told beforehand by [`crate::Body::lost_in_notation`].

mod group;
mod inline;
mod lost;
mod read;
mod single;
mod source;
mod table;
#[cfg(test)]
mod tests;
mod write;

pub use lost::Lost;
