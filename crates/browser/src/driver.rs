//! chromedriver on a free port. Ended, it takes its browsers with it.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A running chromedriver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    address: String,
    _folder: TempDir,
}

fn program() -> String {
    std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into())
}

impl Driver {
    /// Why there can be no browser, in words.
    #[must_use]
    pub fn missing() -> Option<String> {
        let asked =
            Command::new(program()).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked
            .is_err()
            .then(|| "no chromedriver (Debian: apt-get install chromium chromium-driver)".to_owned())
    }

    /// Starts it and waits until it says on which port it listens.
    ///
    /// # Errors
    /// When it ends before that.
    pub fn start() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("daumoi-driver-").tempdir()?;
        let mut process = Command::new(program())
            .arg("--port=0")
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver does not start")?;
        let said = process.stdout.take().context("chromedriver has no voice")?;
        let mut lines = BufReader::new(said).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("successfully on port ")?;
            rest.trim().trim_end_matches('.').parse::<u16>().ok()
        });
        let Some(port) = port else {
            let _ended = process.kill();
            bail!("chromedriver ended before it listened");
        };
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Ok(Self { process, port, address: format!("http://127.0.0.1:{port}"), _folder: folder })
    }

    /// Where it answers.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut line = TcpStream::connect(("127.0.0.1", self.port))?;
        line.set_read_timeout(Some(Duration::from_secs(10)))?;
        line.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        line.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked, it closes its browsers; killed only, it would leave them running.
        let _already_gone = self.ask_to_end();
        let _already_gone = self.process.kill();
        let _already_gone = self.process.wait();
    }
}
