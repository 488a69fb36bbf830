//! An IMAP server that is hostile, silent or broken. Well-behaved ones are in `dovecot.rs`.

use crate::server::identity;
use mail::{Collecting, Mailbox, MailboxFault, Security};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// Says the greeting, and then one answer for each line; `T` in an answer is the line's tag.
async fn server(greeting: &'static str, answers: &'static [&'static str]) -> Collecting {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let _ = stream.write_all(greeting.as_bytes()).await;
            for answer in answers {
                let mut line = String::new();
                let _ = stream.read_line(&mut line).await;
                let tag = line.split(' ').next().unwrap().to_owned();
                let _ = stream.write_all(answer.replace("{T}", &tag).as_bytes()).await;
            }
        }
    });
    let mut from = Collecting::new("localhost", Security::None, "cong", "x");
    from.port = port;
    from.step = Duration::from_secs(15);
    from
}

#[tokio::test]
async fn each_trouble_has_its_word() {
    for (greeting, answers, key) in [
        ("", &[][..], "mail-no-connection"),
        ("* OK hi\r\n", &["{T} NO bad password\r\n"][..], "mail-login-refused"),
        ("* OK hi\r\n", &["{T} OK in\r\n", "{T} NO no such folder\r\n"][..], "mail-no-folder"),
        ("* OK hi\r\n", &["{T} OK in\r\n", "{T} OK no numbers\r\n"][..], "mail-no-folder"),
    ] {
        let from = server(greeting, answers).await;
        let why = Mailbox::open(&from).await.err().unwrap();
        assert_eq!(why.key(), key, "{why}");
    }
    let mut nobody = Collecting::new("localhost", Security::None, "a", "b");
    nobody.port = 1;
    assert_eq!(Mailbox::open(&nobody).await.err().unwrap().key(), "mail-no-connection");
}

#[tokio::test]
async fn a_server_that_says_nothing_is_slow_and_a_far_one_in_the_clear_is_not_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut from = Collecting::new("localhost", Security::None, "cong", "x");
    from.port = listener.local_addr().unwrap().port();
    from.step = Duration::from_millis(300);
    assert_eq!(Mailbox::open(&from).await.err(), Some(MailboxFault::Slow));
    from.host = "mail.example.vn".into();
    assert_eq!(Mailbox::open(&from).await.err(), Some(MailboxFault::Plain));
}

#[tokio::test]
async fn no_command_can_be_smuggled_into_the_login() {
    let mut from = server("* OK hi\r\n", &["{T} OK in\r\n", "{T} OK\r\n"]).await;
    from.login.0 = "a\" b\r\nX LOGOUT".into();
    assert_eq!(Mailbox::open(&from).await.err().unwrap().key(), "mail-login-refused");
}

/// Serves an empty inbox, until STARTTLS or the end.
async fn inbox<S: AsyncRead + AsyncWrite + Unpin>(stream: S, greets: bool) -> Option<S> {
    let mut stream = BufReader::new(stream);
    if greets {
        stream.write_all(b"* OK hi\r\n").await.ok()?;
    }
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let (tag, command) = line.trim_end().split_once(' ').unwrap();
        let more = match command.split(' ').next().unwrap() {
            "SELECT" => "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] numbered\r\n",
            "UID" => "* SEARCH\r\n",
            _ => "",
        };
        stream.write_all(format!("{more}{tag} OK done\r\n").as_bytes()).await.ok()?;
        if command == "STARTTLS" {
            return Some(stream.into_inner());
        }
    }
}

#[tokio::test]
async fn encrypted_mailboxes_are_encrypted_and_believed_only_when_known() {
    for security in [Security::Implicit, Security::StartTls] {
        let (acceptor, certificate) = identity();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut from = Collecting::new("localhost", security, "cong", "x");
        from.port = listener.local_addr().unwrap().port();
        from.step = Duration::from_secs(15);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    let implicit = security == Security::Implicit;
                    let stream = if implicit { Some(stream) } else { inbox(stream, true).await };
                    if let Ok(stream) = acceptor.accept(stream.unwrap()).await {
                        inbox(stream, implicit).await;
                    }
                });
            }
        });
        let unknown = Mailbox::open(&from).await.err().unwrap();
        assert_eq!(unknown.key(), "mail-not-secure", "{unknown}");
        from.extra_roots.push(certificate);
        let mut mailbox = Mailbox::open(&from).await.unwrap();
        let news = mailbox.new_letters(None, 10).await.unwrap();
        assert_eq!((news.numbering, news.waiting.len()), (7, 0));
        mailbox.close().await;
    }
}

#[tokio::test]
async fn a_mailbox_without_encryption_gets_no_password() {
    let mut from = server("* OK hi\r\n", &["{T} BAD no such command\r\n"]).await;
    from.security = Security::StartTls;
    assert_eq!(Mailbox::open(&from).await.err().unwrap().key(), "mail-not-secure");
}
