//! Mail servers of others on this machine, for tests: Postfix takes letters, brings them to mailboxes and returns what it cannot
//! bring; Dovecot shows the mailboxes by IMAP. Both run in a folder of their own, on ports of this machine alone, and stop when
//! they are dropped.
//!
//! They need to be started by root: where they are not, or that is not given, [`MailHost::start`] answers none and the test says
//! that it skips ([`say_skipped`]).

mod dovecot;
mod postfix;

use anyhow::Context;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};

/// The password of every mailbox.
pub const PASSWORD: &str = "mat-khau";

/// How long a server may take to come up, or a letter to come.
const PATIENCE: Duration = Duration::from_secs(30);

/// A host of mailboxes.
pub struct MailHost {
    dovecot: dovecot::Dovecot,
    postfix: Option<postfix::Postfix>,
    // The last, as what comes first is dropped first, and a server stops by what its folder holds.
    folder: TempDir,
}

impl MailHost {
    /// Dovecot alone, with any mailbox one logs in to.
    ///
    /// # Errors
    /// When it is here and does not come up.
    pub async fn reading() -> anyhow::Result<Option<Self>> {
        if !dovecot::is_here() || !is_root() {
            return Ok(None);
        }
        let folder = folder()?;
        let dovecot = dovecot::Dovecot::start(folder.path()).await?;
        Ok(Some(Self { dovecot, postfix: None, folder }))
    }

    /// Dovecot, and Postfix bringing letters to these addresses; what is written to anybody else at their domains comes back by
    /// a report (RFC 3464), as a server does that notices only later.
    ///
    /// # Errors
    /// When they are here and do not come up.
    pub async fn start(addresses: &[&str]) -> anyhow::Result<Option<Self>> {
        if !postfix::is_here() {
            return Ok(None);
        }
        let Some(mut host) = Self::reading().await? else { return Ok(None) };
        host.postfix = Some(postfix::Postfix::start(host.folder.path(), addresses).await?);
        Ok(Some(host))
    }

    /// Where IMAP listens, without encryption.
    #[must_use]
    pub fn imap(&self) -> u16 {
        self.dovecot.port
    }

    /// Where SMTP listens, without encryption; 0 where only Dovecot was started.
    #[must_use]
    pub fn smtp(&self) -> u16 {
        self.postfix.as_ref().map_or(0, |postfix| postfix.port)
    }

    /// Lays a letter into a mailbox, past SMTP.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn put(&self, mailbox: &str, name: &str, letter: &[u8]) -> anyhow::Result<()> {
        let at = self.maildir(mailbox);
        for part in ["new", "cur", "tmp"] {
            fs::create_dir_all(at.join(part))?;
        }
        fs::write(at.join("new").join(name), letter)?;
        open_to_all(&at)
    }

    /// The letters in a mailbox, oldest first, once there are so many.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn letters(&self, mailbox: &str, many: usize) -> anyhow::Result<Vec<String>> {
        let mut tick = tokio::time::interval(Duration::from_millis(50));
        let end = Instant::now() + PATIENCE;
        loop {
            tick.tick().await;
            let files = self.files(mailbox)?;
            if files.len() >= many {
                let read =
                    |file: &PathBuf| fs::read(file).map(|it| String::from_utf8_lossy(&it).into_owned());
                return files.iter().map(|file| Ok(read(file)?)).collect();
            }
            anyhow::ensure!(
                Instant::now() < end,
                "{mailbox} has {} letters and not {many}:\n{}",
                files.len(),
                fs::read_to_string(self.folder.path().join("postfix.log")).unwrap_or_default()
            );
        }
    }

    fn files(&self, mailbox: &str) -> anyhow::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for part in ["new", "cur"] {
            let Ok(entries) = fs::read_dir(self.maildir(mailbox).join(part)) else { continue };
            for entry in entries {
                let entry = entry?;
                files.push((entry.metadata()?.modified()?, entry.path()));
            }
        }
        files.sort();
        Ok(files.into_iter().map(|(_, file)| file).collect())
    }

    fn maildir(&self, mailbox: &str) -> PathBuf {
        self.folder.path().join("mail").join(mailbox)
    }
}

/// Says on the terminal that a test did not run.
#[expect(clippy::print_stderr, reason = "read by whoever runs the tests")]
pub fn say_skipped() {
    eprintln!("SKIPPED: postfix or dovecot, run as root, is not here");
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").output();
    user.is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}

/// A folder that the users of the servers can reach.
fn folder() -> anyhow::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    fs::create_dir(folder.path().join("mail"))?;
    open_to_all(&folder.path().join("mail"))?;
    Ok(folder)
}

/// Lets every user of the system write there.
fn open_to_all(path: &Path) -> anyhow::Result<()> {
    let done = Command::new("chmod").args(["-R", "a+rwX"]).arg(path).status()?;
    anyhow::ensure!(done.success(), "chmod of {}", path.display());
    Ok(())
}

/// A port that was free a moment ago.
async fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()?.port())
}

/// Waits until something listens.
async fn comes_up(port: u16, log: &Path) -> anyhow::Result<()> {
    let mut tick = tokio::time::interval(Duration::from_millis(50));
    let end = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        anyhow::ensure!(Instant::now() < end, "{}", fs::read_to_string(log).context("it wrote no log")?);
        tick.tick().await;
    }
    Ok(())
}
