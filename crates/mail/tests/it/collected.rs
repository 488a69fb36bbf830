//! An IMAP server that is hostile, silent or broken. Well-behaved ones are in `dovecot.rs`.

use mail::{Collecting, Mailbox, MailboxFault, Security};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
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
    from.step = Duration::from_millis(800);
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
