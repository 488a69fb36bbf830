//! Prints what saved pages say, one JSON line a file: `cargo run -p wire --example read_page -- FILE…`

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let read = wire::page::read(&std::fs::read(&path)?, &wire::page::Hint::default());
        match read {
            Ok(page) => serde_json::to_writer(&mut out, &page)?,
            Err(error) => serde_json::to_writer(
                &mut out,
                &serde_json::json!({ "file": path, "error": error.key(), "message": error.to_string() }),
            )?,
        }
        writeln!(out)?;
    }
    Ok(())
}
