//! Makes the shipped table of common terms (`data/common.bin`) out of plain text, a paragraph or sentence a line.
//!
//!     zcat viwiki.txt.gz | cargo run --release -p pulse --example common -- crates/pulse/data/common.bin

use std::collections::HashMap;
use std::io::{self, BufRead};

use pulse::{level, terms};

/// Lines that count as one text.
const LINES: usize = 16;
/// Texts a term must stand in.
const FEWEST: u32 = 48;

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).ok_or(io::ErrorKind::InvalidInput)?;
    let (mut seen, mut texts) = (HashMap::<u32, u32>::new(), 0u32);
    let mut block = String::new();
    for (at, line) in io::stdin().lock().lines().enumerate() {
        block.push_str(&line?);
        block.push('\n');
        if at % LINES == LINES - 1 {
            texts += 1;
            for term in terms(&block) {
                *seen.entry(term).or_default() += 1;
            }
            block.clear();
        }
    }
    let mut kept: Vec<(u32, u32)> = seen.into_iter().filter(|s| s.1 >= FEWEST).collect();
    kept.sort_unstable();
    let mut out = Vec::with_capacity(kept.len() * 5);
    for (term, count) in kept {
        out.extend_from_slice(&term.to_le_bytes());
        out.push(level(f64::from(count) / f64::from(texts)));
    }
    std::fs::write(path, out)
}
