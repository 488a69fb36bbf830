//! Prints the articles of saved news pages, one JSON line a file: `cargo run -p wire --example extract -- FILE…`. Ends
//! with 0 when all held an article, 1 when some did not, 2 when a file could not be read or none was named.

use std::io::Write;
use std::process::ExitCode;
use wire::page::{Hint, article};

fn main() -> std::io::Result<ExitCode> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut worst = 0;
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        writeln!(std::io::stderr(), "usage: extract FILE…")?;
        return Ok(ExitCode::from(2));
    }
    for path in files {
        match std::fs::read(&path).map(|bytes| article(&bytes, &Hint::default())) {
            Ok(Ok(article)) => serde_json::to_writer(&mut out, &article)?,
            Ok(Err(error)) => {
                worst = worst.max(1);
                let said =
                    serde_json::json!({ "file": path, "error": error.key(), "message": error.to_string() });
                serde_json::to_writer(&mut out, &said)?;
            }
            Err(error) => {
                worst = 2;
                let said =
                    serde_json::json!({ "file": path, "error": "unreadable", "message": error.to_string() });
                serde_json::to_writer(&mut out, &said)?;
            }
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(ExitCode::from(worst))
}
