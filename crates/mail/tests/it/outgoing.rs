//! What servers say, and what becomes of the letter.

use crate::server::{Manner, Server, letter};
use mail::{Bounces, Outbox, Security, Sent, SettingsFault, Trouble, read};

fn says(begin: &'static str, answer: &'static str) -> Manner {
    Manner { answers: vec![(begin, answer)], ..Manner::default() }
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let server = Server::start(Manner::default()).await;
    let sent = server.outbox().send(&letter()).await;
    assert_eq!(sent, Sent::Accepted { said: "2.0.0 kept as 42".into() });
    let heard = server.heard();
    for line in
        ["EHLO cong.example.vn", "MAIL FROM:<cong@example.vn>", "RCPT TO:<uoc@bao.example.vn>", "QUIT"]
    {
        assert!(heard.iter().any(|it| it.starts_with(line)), "{line} in {heard:?}");
    }
    let bytes = server.letters.lock().unwrap()[0].clone();
    let got = read(bytes.as_bytes(), &mail::Bounds::default()).unwrap();
    assert_eq!(got.text.trim_end(), letter().text);
    assert_eq!(got.subject, "Thông cáo số 5");
    assert_eq!(got.message_id, Some(letter().id));
    assert!(got.may_be_answered());
}

#[tokio::test]
async fn a_refusal_is_of_the_recipient_or_of_us() {
    let later = |trouble| (Some(trouble), 0);
    for (begin, answer, (trouble, code)) in [
        ("RCPT", "550 5.1.1 no such user", (None, 550)),
        ("RCPT", "553 5.1.3 bad address", (None, 553)),
        (".", "552 5.3.4 too large", (None, 552)),
        (".", "554 5.7.1 looks like advertising", (None, 554)),
        ("DATA", "554 no", (None, 554)),
        ("RCPT", "550 5.7.1 your host is on a list", later(Trouble::Sender)),
        ("RCPT", "554 5.7.1 relay access denied", later(Trouble::Sender)),
        ("EHLO", "554 no service for you", later(Trouble::Sender)),
        ("RCPT", "450 4.2.1 mailbox busy", later(Trouble::Busy)),
        ("RCPT", "451 4.7.1 greylisted", later(Trouble::Busy)),
        (".", "452 4.3.1 disk full", later(Trouble::Busy)),
        ("MAIL", "550 5.7.1 sender refused", later(Trouble::Sender)),
        ("MAIL", "530 5.7.0 log in first", later(Trouble::Login)),
        ("RCPT", "530 5.7.0 log in first", later(Trouble::Login)),
        ("MAIL", "421 4.3.2 going down", later(Trouble::Busy)),
        ("RCPT", "", later(Trouble::Connection)),
        ("EHLO", "", later(Trouble::Connection)),
        ("RCPT", "nonsense", later(Trouble::Connection)),
    ] {
        let server = Server::start(says(begin, answer)).await;
        match server.outbox().send(&letter()).await {
            Sent::Never { code: got, said } => {
                assert_eq!((None, got), (trouble, code), "{begin} {answer}");
                assert!(said.contains(answer.split_once(' ').unwrap().1), "{said}");
            }
            Sent::Later { trouble: got, .. } => {
                assert_eq!((Some(got), 0), (trouble, code), "{begin} {answer}")
            }
            Sent::Accepted { .. } => unreachable!("{begin} {answer}"),
        }
    }
}

#[tokio::test]
async fn nobody_there_and_nobody_speaking() {
    let server = Server::start(Manner { mute: true, ..Manner::default() }).await;
    let mut settings = server.settings(Security::None);
    settings.step = std::time::Duration::from_millis(500);
    let sent = Outbox::new(settings).unwrap().send(&letter()).await;
    assert!(matches!(sent, Sent::Later { trouble: Trouble::Slow, .. }), "{sent:?}");
    let mut settings = server.settings(Security::None);
    settings.port = 1;
    let sent = Outbox::new(settings).unwrap().send(&letter()).await;
    assert!(matches!(sent, Sent::Later { trouble: Trouble::Connection, .. }), "{sent:?}");
}

#[tokio::test]
async fn many_letters_go_on_one_line_and_a_refused_one_stops_none() {
    let server = Server::start(says("RCPT TO:<khong", "550 5.1.1 no")).await;
    let outbox = server.outbox();
    let mut line = outbox.open().await.unwrap();
    let mut bad = letter();
    bad.to.address = "khong@bao.example.vn".parse().unwrap();
    assert!(matches!(line.send(&letter()).await, Sent::Accepted { .. }));
    assert!(matches!(line.send(&bad).await, Sent::Never { code: 550, .. }));
    assert!(matches!(line.send(&letter()).await, Sent::Accepted { .. }));
    line.close().await;
    assert_eq!(server.letters.lock().unwrap().len(), 2);
    assert_eq!(server.heard().iter().filter(|it| it.starts_with("EHLO")).count(), 1);
}

#[tokio::test]
async fn automatic_answers_come_from_nobody() {
    let server = Server::start(Manner::default()).await;
    let mut it = letter();
    it.bounces = Bounces::ToNobody;
    server.outbox().send(&it).await;
    it.bounces = Bounces::To("tra-ve@example.vn".parse().unwrap());
    server.outbox().send(&it).await;
    let heard = server.heard();
    assert!(heard.iter().any(|it| it.starts_with("MAIL FROM:<>")));
    assert!(heard.iter().any(|it| it.starts_with("MAIL FROM:<tra-ve@example.vn>")));
}

#[tokio::test]
async fn encrypted_lines_are_encrypted_and_believed_only_when_known() {
    for (manner, security) in [
        (Manner { implicit: true, ..Manner::default() }, Security::Implicit),
        (Manner { starttls: true, ..Manner::default() }, Security::StartTls),
    ] {
        let server = Server::start(manner).await;
        let mut settings = server.settings(security);
        settings.login = Some(("cong@example.vn".into(), "mật khẩu".into()));
        let sent = Outbox::new(settings.clone()).unwrap().send(&letter()).await;
        assert!(matches!(sent, Sent::Accepted { .. }), "{security:?} {sent:?}");
        assert!(server.heard().iter().any(|it| it.starts_with("AUTH PLAIN ")));
        settings.extra_roots.clear();
        let sent = Outbox::new(settings).unwrap().send(&letter()).await;
        assert!(matches!(sent, Sent::Later { trouble: Trouble::Tls | Trouble::Connection, .. }), "{sent:?}");
    }
}

#[tokio::test]
async fn a_server_without_encryption_gets_neither_letter_nor_password() {
    let server = Server::start(Manner::default()).await;
    let mut settings = server.settings(Security::StartTls);
    settings.login = Some(("cong@example.vn".into(), "x".into()));
    let sent = Outbox::new(settings).unwrap().send(&letter()).await;
    assert!(matches!(sent, Sent::Later { trouble: Trouble::Tls, .. }), "{sent:?}");
    assert!(!server.heard().iter().any(|it| it.starts_with("AUTH") || it.starts_with("MAIL")));
}

#[tokio::test]
async fn a_wrong_password_is_our_own_trouble() {
    let server = Server::start(says("AUTH", "535 5.7.8 no")).await;
    let mut settings = server.settings(Security::None);
    settings.login = Some(("cong@example.vn".into(), "x".into()));
    let sent = Outbox::new(settings).unwrap().send(&letter()).await;
    let Sent::Later { trouble, .. } = sent else { unreachable!("{sent:?}") };
    assert!(trouble == Trouble::Login && trouble.is_ours());
}

#[test]
fn in_the_clear_only_to_this_machine() {
    use mail::Sending;
    for (host, fault) in [
        ("localhost", None),
        ("127.0.0.1", None),
        ("::1", None),
        ("mail.example.vn", Some(SettingsFault::Plain)),
        ("10.0.0.1", Some(SettingsFault::Plain)),
        ("localhost.evil.example", Some(SettingsFault::Plain)),
    ] {
        assert_eq!(Outbox::new(Sending::new(host, Security::None)).err(), fault, "{host}");
    }
    let mut allowed = Sending::new("mail.example.vn", Security::None);
    allowed.plain_allowed = true;
    assert!(Outbox::new(allowed).is_ok());
    let mut secret = Sending::new("localhost", Security::None);
    secret.login = Some(("a".into(), "hidden".into()));
    assert!(!format!("{secret:?}").contains("hidden"));
}
