//! Letters collected from Dovecot, where it is installed.

use crate::others::skip;
use mail::{Bounds, Collecting, Mailbox, MailboxFault, Position, Security, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// A Dovecot of one person, stopped at the end.
struct Dovecot {
    folder: tempfile::TempDir,
    child: Child,
    port: u16,
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        let _ = Command::new(binary()).arg("-c").arg(self.folder.path().join("conf")).arg("stop").output();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn binary() -> PathBuf {
    ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"]
        .into_iter()
        .map(PathBuf::from)
        .find(|it| it.exists())
        .unwrap_or_default()
}

impl Dovecot {
    async fn start() -> Option<Self> {
        let user = Command::new("id").arg("-un").output().ok()?;
        if !binary().exists() || String::from_utf8(user.stdout).ok()?.trim() != "root" {
            return None;
        }
        let port = TcpListener::bind("127.0.0.1:0").await.ok()?.local_addr().ok()?.port();
        let folder = tempfile::tempdir().ok()?;
        let at = folder.path().display();
        let conf = format!(
            "protocols = imap\nbase_dir = {at}/run\nlog_path = {at}/log\nssl = no\ndisable_plaintext_auth = no\nauth_failure_delay = 0\n\
             mail_location = maildir:{at}/mail\nmail_uid = mail\nmail_gid = mail\nfirst_valid_uid = 0\n\
             first_valid_gid = 0\nlisten = 127.0.0.1\nservice imap-login {{\n  inet_listener imap {{\n    port = {port}\n  }}\n  \
             inet_listener imaps {{\n    port = 0\n  }}\n}}\n\
             passdb {{\n  driver = static\n  args = password=mat-khau\n}}\nuserdb {{\n  driver = static\n  \
             args = uid=mail gid=mail home={at}/home\n}}\n"
        );
        fs::write(folder.path().join("conf"), conf).ok()?;
        for part in ["mail/new", "mail/cur", "mail/tmp", "home", "run"] {
            fs::create_dir_all(folder.path().join(part)).ok()?;
        }
        open_up(folder.path());
        let child = Command::new(binary())
            .args(["-F", "-c"])
            .arg(folder.path().join("conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let dovecot = Self { folder, child, port };
        let mut tick = tokio::time::interval(Duration::from_millis(50));
        for _ in 0..200 {
            tick.tick().await;
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Some(dovecot);
            }
        }
        None
    }

    fn put(&self, name: &str, letter: &[u8]) {
        fs::write(self.folder.path().join("mail/new").join(name), letter).unwrap();
        open_up(self.folder.path());
    }

    fn settings(&self) -> Collecting {
        let mut from = Collecting::new("127.0.0.1", Security::None, "cong", "mat-khau");
        from.port = self.port;
        from.step = Duration::from_secs(20);
        from
    }
}

/// Lets the mail user of the system in.
fn open_up(folder: &Path) {
    let _ = Command::new("chmod").args(["-R", "a+rwX"]).arg(folder).output();
}

#[tokio::test]
async fn letters_are_collected_once_and_stay_in_the_mailbox() {
    let Some(dovecot) = Dovecot::start().await else { return skip("dovecot, run as root, is not here") };
    dovecot.put(
        "1.a",
        b"From: mot@b.vn\nSubject: =?utf-8?q?M=E1=BB=99t?=\nMessage-ID: <1@b>\n\nm\xe1\xbb\x99t\n",
    );
    dovecot.put("2.a", format!("From: hai@b.vn\nSubject: Hai\n\n{}\n", "x".repeat(100_000)).as_bytes());
    let mut mailbox = Mailbox::open(&dovecot.settings()).await.unwrap();
    let news = mailbox.new_letters(None, 100).await.unwrap();
    assert!(news.renumbered);
    assert_eq!(news.waiting.len(), 2);
    let mut subjects = Vec::new();
    for it in &news.waiting {
        let bytes = mailbox.letter(it.uid).await.unwrap().unwrap();
        assert_eq!(bytes.len(), it.size as usize);
        subjects.push(read(&bytes, &Bounds::default()).unwrap().subject);
        let head = mailbox.head(it.uid).await.unwrap().unwrap();
        assert!(head.len() < 300 && read(&head, &Bounds::default()).is_ok());
    }
    subjects.sort();
    assert_eq!(subjects, ["Hai", "Một"]);

    // Up to here nothing was marked; a first visit finds both again, and after marking one only the other.
    mailbox.handled(news.waiting[0].uid).await.unwrap();
    mailbox.close().await;
    let mut mailbox = Mailbox::open(&dovecot.settings()).await.unwrap();
    assert_eq!(mailbox.new_letters(None, 100).await.unwrap().waiting, news.waiting[1..]);

    // With a position nothing old comes again, though the server always names the last letter.
    let position = Position { numbering: news.numbering, last: news.waiting[1].uid };
    assert!(mailbox.new_letters(Some(position), 100).await.unwrap().waiting.is_empty());
    dovecot.put("3.a", b"From: ba@b.vn\n\nba\n");
    mailbox.close().await;
    let mut mailbox = Mailbox::open(&dovecot.settings()).await.unwrap();
    let news = mailbox.new_letters(Some(position), 100).await.unwrap();
    assert!(!news.renumbered && news.waiting.len() == 1);

    // Another numbering makes the position worthless, and the caller is told.
    let other = Position { numbering: news.numbering ^ 1, last: u32::MAX };
    assert!(mailbox.new_letters(Some(other), 100).await.unwrap().renumbered);
    assert_eq!(mailbox.letter(999_999).await, Ok(None));
    mailbox.close().await;
}

#[tokio::test]
async fn a_wrong_password_and_a_missing_folder_are_told_apart() {
    let Some(dovecot) = Dovecot::start().await else { return skip("dovecot, run as root, is not here") };
    let mut from = dovecot.settings();
    from.login.1 = "sai".into();
    assert!(matches!(Mailbox::open(&from).await.err(), Some(MailboxFault::Login(_))));
    let mut from = dovecot.settings();
    from.folder = "Khong co".into();
    assert!(matches!(Mailbox::open(&from).await.err(), Some(MailboxFault::Folder(_))));
}
