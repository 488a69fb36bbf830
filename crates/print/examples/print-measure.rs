//! Says how long papers take and how much memory: `cargo run -p print --example measure -- [PARAGRAPHS ROWS]`.
//!
//! Without words the sample papers, twice; with them one long paper, of which some three paragraphs fill a page.

use std::io::Write as _;
use std::time::Instant;

#[path = "../tests/it/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<usize> = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
    let papers = match words.as_slice() {
        [paragraphs, rows] => vec![("long", samples::long(*paragraphs, *rows))],
        _ => [samples::all(), samples::all()].concat(),
    };
    for (name, paper) in papers {
        let begun = Instant::now();
        let bytes = print::pdf(&paper, &print::Particulars::default())?.len();
        let took = begun.elapsed().as_millis();
        writeln!(std::io::stdout(), "{name}: {took} ms, {bytes} bytes; most memory {}", peak())?;
    }
    Ok(())
}

/// The most memory the process has had, where the system says it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |said| said.trim().to_owned())
}
