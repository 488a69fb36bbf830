//! Looks for a text that breaks a promise of this crate: random pieces and noise through every public door.
//!
//!     cargo run --release -p viet --example fuzz -- [--seconds N] [--seed S] [FILE…]
//!
//! Texts of the files are taken from too. What is found is made as short as it goes and printed as a Rust literal
//! with its seed, ready to become a test; the run then ends with a failure. `tests/anything.rs` checks the same
//! promises with fewer texts.

#[path = "../tests/invariants/mod.rs"]
mod invariants;

use std::io::{self, Write};
use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use invariants::making::{self, Dice};

struct Wish {
    seconds: u64,
    seed: u64,
    texts: Vec<String>,
}

fn main() -> io::Result<ExitCode> {
    let wish = wish()?;
    let mut out = io::stdout().lock();
    // Each failure is told once, at the end, with what failed.
    std::panic::set_hook(Box::new(|_| {}));
    let began = Instant::now();
    let (mut seed, mut bytes) = (wish.seed, 0);
    while began.elapsed() < Duration::from_secs(wish.seconds) {
        let text = making::text(&mut Dice(seed), &wish.texts);
        let raw = making::bytes(&mut Dice(!seed), &wish.texts);
        bytes += text.len() + raw.len();
        if let Some(what) = broken(&text) {
            let chars: Vec<char> = text.chars().collect();
            let least = shortest(chars, |chars| broken(&chars.iter().collect::<String>()).is_some());
            let text: String = least.into_iter().collect();
            writeln!(out, "seed {seed}: {what}\n{text:?}\n{}", broken(&text).unwrap_or_default())?;
            return Ok(ExitCode::FAILURE);
        }
        if let Some(what) = broken_bytes(&raw) {
            let least = shortest(raw, |raw| broken_bytes(raw).is_some());
            writeln!(out, "seed {seed}: {what}\nb\"{}\"", least.escape_ascii())?;
            return Ok(ExitCode::FAILURE);
        }
        seed += 1;
    }
    let texts = seed - wish.seed;
    writeln!(out, "{texts} texts, {} MB, nothing found; the next seed is {seed}", bytes / 1_000_000)?;
    Ok(ExitCode::SUCCESS)
}

fn wish() -> io::Result<Wish> {
    let mut wish = Wish { seconds: 60, seed: 1, texts: Vec::new() };
    let mut given = std::env::args().skip(1);
    while let Some(word) = given.next() {
        let mut number =
            || given.next().and_then(|n| n.parse().ok()).ok_or(io::Error::from(io::ErrorKind::InvalidInput));
        match word.as_str() {
            "--seconds" => wish.seconds = number()?,
            "--seed" => wish.seed = number()?,
            path => wish.texts.push(String::from_utf8_lossy(&std::fs::read(path)?).into_owned()),
        }
    }
    Ok(wish)
}

/// What does not hold of a text.
fn broken(text: &str) -> Option<String> {
    invariants::TEXT.iter().find_map(|(name, check)| match catch_unwind(|| check(text)) {
        Ok(Ok(())) => None,
        Ok(Err(what)) => Some(format!("{name}: {what}")),
        Err(panic) => Some(format!("{name}: panic {}", said(&*panic))),
    })
}

fn broken_bytes(bytes: &[u8]) -> Option<String> {
    match catch_unwind(|| invariants::bytes(bytes)) {
        Ok(checked) => checked.err(),
        Err(panic) => Some(format!("panic {}", said(&*panic))),
    }
}

fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}

/// The same failure with as little as possible around it: halves, quarters and so on are left out as long as it fails.
fn shortest<T: Clone>(mut all: Vec<T>, fails: impl Fn(&[T]) -> bool) -> Vec<T> {
    let mut step = all.len().div_ceil(2);
    while step > 0 {
        let mut from = 0;
        while from < all.len() {
            let mut less = all.clone();
            less.drain(from..all.len().min(from + step));
            if fails(&less) {
                all = less;
            } else {
                from += step;
            }
        }
        step /= 2;
    }
    all
}
