//! What one does with this repository all day: `cargo xtask dev | test [WORD] | ci | screenshots`.

mod tell;
mod tools;

use std::process::{Command, ExitCode};
use tell::tell;
use tools::{about_missing_tools, has_nextest};

const HELP: &str = "cargo xtask dev            the demo, built from what is here
cargo xtask test [WORD]    every test, or those with WORD in their name
cargo xtask ci             formatting, lints with warnings denied, tests: what must be green
cargo xtask screenshots    docs/screenshots anew, from the demo";

/// A step failed; what it said is on the screen already.
struct Failed;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["dev", rest @ ..] => cargo(&[&["run", "--package", "daumoi", "--", "demo"], rest].concat()),
        ["test"] => test(None),
        ["test", word] => test(Some(word)),
        ["ci"] => ci(),
        ["screenshots"] => screenshots(),
        _ => {
            tell(HELP);
            return if words.is_empty() || words == ["help"] { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Formatting, lints, tests.
fn ci() -> Result<(), Failed> {
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])?;
    test(None)
}

/// The binary first, because the browser journeys start it as a visitor would.
fn test(word: Option<&str>) -> Result<(), Failed> {
    cargo(&["build", "--package", "daumoi", "--bin", "daumoi"])?;
    let missing = about_missing_tools();
    missing.iter().for_each(|note| tell(note));
    let ran = if has_nextest() {
        cargo(&[&["nextest", "run", "--workspace"], word.as_slice()].concat())
            // nextest leaves the examples in the documentation to cargo.
            .and_then(|()| {
                if word.is_none() { cargo(&["test", "--workspace", "--doc", "--quiet"]) } else { Ok(()) }
            })
    } else {
        cargo(&[&["test", "--workspace"], word.as_slice()].concat())
    };
    // Said again where it is read: after a long run, nobody scrolls up.
    missing.iter().for_each(|note| tell(note));
    ran
}

/// The pictures of the README.
fn screenshots() -> Result<(), Failed> {
    cargo(&["build", "--package", "daumoi", "--bin", "daumoi"])?;
    cargo(&["run", "--package", "browser", "--bin", "screenshots", "--", "docs/screenshots"])
}

/// The cargo that started us, in the repository's folder, with the steps said as one would type them.
fn cargo(words: &[&str]) -> Result<(), Failed> {
    tell(&format!("\n$ cargo {}", words.join(" ")));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    match Command::new(cargo).args(words).current_dir(root).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failed),
        Err(error) => {
            tell(&format!("cargo does not start: {error}"));
            Err(Failed)
        }
    }
}
