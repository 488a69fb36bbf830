//! Letters collected from Dovecot, where it is installed.

use mail::{Bounds, Collecting, Mailbox, MailboxFault, Position, Security, read};
use mailhost::{MailHost, say_skipped};
use std::time::Duration;

fn settings(host: &MailHost) -> Collecting {
    let mut from = Collecting::new("127.0.0.1", Security::None, "cong", mailhost::PASSWORD);
    from.port = host.imap();
    from.step = Duration::from_secs(20);
    from
}

#[tokio::test]
async fn letters_are_collected_once_and_stay_in_the_mailbox() {
    let Some(host) = MailHost::reading().await.unwrap() else { return say_skipped() };
    host.put(
        "cong",
        "1.a",
        b"From: mot@b.vn\nSubject: =?utf-8?q?M=E1=BB=99t?=\nMessage-ID: <1@b>\n\nm\xe1\xbb\x99t\n",
    )
    .unwrap();
    host.put("cong", "2.a", format!("From: hai@b.vn\nSubject: Hai\n\n{}\n", "x".repeat(100_000)).as_bytes())
        .unwrap();
    let mut mailbox = Mailbox::open(&settings(&host)).await.unwrap();
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
    let mut mailbox = Mailbox::open(&settings(&host)).await.unwrap();
    assert_eq!(mailbox.new_letters(None, 100).await.unwrap().waiting, news.waiting[1..]);

    // With a position nothing old comes again, though the server always names the last letter.
    let position = Position { numbering: news.numbering, last: news.waiting[1].uid };
    assert!(mailbox.new_letters(Some(position), 100).await.unwrap().waiting.is_empty());
    host.put("cong", "3.a", b"From: ba@b.vn\n\nba\n").unwrap();
    mailbox.close().await;
    let mut mailbox = Mailbox::open(&settings(&host)).await.unwrap();
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
    let Some(host) = MailHost::reading().await.unwrap() else { return say_skipped() };
    let mut from = settings(&host);
    from.login.1 = "sai".into();
    assert!(matches!(Mailbox::open(&from).await.err(), Some(MailboxFault::Login(_))));
    let mut from = settings(&host);
    from.folder = "Khong co".into();
    assert!(matches!(Mailbox::open(&from).await.err(), Some(MailboxFault::Folder(_))));
}
