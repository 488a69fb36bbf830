//! The demo as a visitor starts it: the built binary, a free port, a folder that is thrown away.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A running demo.
#[derive(Debug)]
pub struct Demo {
    process: Child,
    address: String,
    _folder: TempDir,
}

/// The binary: `DAUMOI_BIN`, or the one cargo built for development.
fn binary() -> PathBuf {
    if let Some(told) = std::env::var_os("DAUMOI_BIN") {
        return PathBuf::from(told);
    }
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target"), PathBuf::from);
    target.join("debug").join(format!("daumoi{}", std::env::consts::EXE_SUFFIX))
}

impl Demo {
    /// Why the demo cannot be started, in words.
    #[must_use]
    pub fn missing() -> Option<String> {
        let binary = binary();
        (!binary.is_file()).then(|| {
            format!("no binary at {} (cargo build --package daumoi, or set DAUMOI_BIN)", binary.display())
        })
    }

    /// Starts it and waits until it says that it is alive.
    ///
    /// # Errors
    /// When it ends before that; with what it said last.
    pub fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// The same with newspapers that print so many times faster.
    ///
    /// # Errors
    /// When it ends before that; with what it said last.
    pub fn start_at_pace(pace: u32) -> Result<Self> {
        Self::start_with(&["--pace", &pace.to_string()])
    }

    /// The same at another instant than the demo's own morning, such as `2027-02-03T16:50:00+07:00`.
    ///
    /// # Errors
    /// When it ends before that; with what it said last.
    pub fn start_at(instant: &str) -> Result<Self> {
        Self::start_with(&["--at", instant])
    }

    fn start_with(more: &[&str]) -> Result<Self> {
        // Its throw-away folder lies in ours, so that it goes even where the demo is ended the hard way.
        let folder = tempfile::Builder::new().prefix("daumoi-browser-").tempdir()?;
        let mut process = Command::new(binary())
            .args(["demo", "--quiet", "--listen", "127.0.0.1:0"])
            .args(more)
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("the demo does not start")?;
        let said = process.stderr.take().context("the demo has no voice")?;
        let mut lines = BufReader::new(said).lines();
        let mut last = String::new();
        let mut address = None;
        for line in lines.by_ref() {
            last = line?;
            if let Some((_, rest)) = last.split_once("portal ") {
                address = Some(rest.trim().trim_end_matches('/').to_owned());
            }
            if last.starts_with("Ctrl-C") {
                break;
            }
        }
        let Some(address) = address else {
            let _ended = process.kill();
            bail!("the demo ended before it was alive: {last}");
        };
        // What it says from now on must be read, or it would wait for a reader. It says only what breaks.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| complain(&line)));
        Ok(Self { process, address, _folder: folder })
    }

    /// Where it answers, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Says on what a page of the demo broke, beside the test that then fails.
#[expect(clippy::print_stderr, reason = "read by whoever runs the tests")]
fn complain(line: &str) {
    eprintln!("demo: {line}");
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _already_gone = self.process.kill();
        let _already_gone = self.process.wait();
    }
}
