//! The tables of this house.

pub(crate) mod assignments;
pub(crate) mod evidence;
pub(crate) mod inputs;
pub(crate) mod lists;
pub(crate) mod obstacles;
pub(crate) mod parts;
pub(crate) mod reminders;
pub(crate) mod steps;

use db::{Value, whole};

/// Adds a value to the arguments; its place in the text.
pub(crate) fn place(args: &mut db::Args, value: impl Into<Value>) -> String {
    args.push(value.into());
    format!("${}", args.len())
}

/// `column IN ($1, $2)`, or what is never true where there is nothing to be in.
pub(crate) fn among<T: Into<Value> + Copy>(args: &mut db::Args, column: &str, list: &[T]) -> String {
    if list.is_empty() {
        return "1 = 0".to_owned();
    }
    let held: Vec<String> = list.iter().map(|one| place(args, *one)).collect();
    format!("{column} IN ({})", held.join(", "))
}
