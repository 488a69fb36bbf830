//! Letters of people, of machines, and of those who mean harm.

use super::*;
use proptest::prelude::*;

fn open(text: &str) -> Received {
    read(text.replace('\n', "\r\n").as_bytes(), &Bounds::default()).unwrap()
}

#[test]
fn a_persons_letter_is_read() {
    let got = open(
        "From: =?UTF-8?B?Tmd1eeG7hW4gVGjhu4sgxq/hu5tj?= <uoc@bao.example.vn>\nTo: a@t.vn, Phòng B <b@t.vn>\n\
         Reply-To: toa-soan@bao.example.vn\n\
         Subject: =?utf-8?q?H=E1=BB=8Fi_v=E1=BB=81_m=C6=B0a?=\nMessage-ID: <1@bao.example.vn>\n\
         In-Reply-To: <0192f-1@t.vn>\nReferences: <a@t.vn> <0192f-1@t.vn>\nDate: Sun, 22 Nov 2026 08:00:00 +0700\n\
         Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=windows-1258\n\
         Content-Transfer-Encoding: quoted-printable\n\nTin t=FD\n--x\nContent-Type: application/pdf; \
         name=\"../../etc/C\\\\a.pdf\"\nContent-Transfer-Encoding: base64\n\nAAEC\n--x--\n",
    );
    assert_eq!(got.from, Some(("Nguyễn Thị Ước".into(), "uoc@bao.example.vn".parse().unwrap())));
    assert_eq!(got.reply_to, Some("toa-soan@bao.example.vn".parse().unwrap()));
    assert_eq!(got.to.len(), 2);
    assert_eq!(got.subject, "Hỏi về mưa");
    assert_eq!(got.text.trim(), "Tin tư");
    assert_eq!(got.message_id.unwrap().to_string(), "1@bao.example.vn");
    assert_eq!(got.in_reply_to.unwrap().id_at("t.vn"), Some("0192f-1"));
    assert_eq!(got.references.len(), 2);
    assert_eq!(got.seconds, Some(1_795_309_200));
    assert_eq!((got.files.len(), &got.files[0].bytes[..]), (1, &[0, 1, 2][..]));
    assert_eq!(
        (got.files[0].name.as_str(), got.files[0].content_type.as_str()),
        ("a.pdf", "application/pdf")
    );
    assert_eq!(got.writer, Writer::Person);
}

#[test]
fn the_text_of_html_alone_is_text() {
    let got = open(
        "From: a@b.vn\nContent-Type: text/html; charset=utf-8\n\n<style>x</style><p>Kính gửi &amp; chào</p>",
    );
    assert!(got.text.contains("Kính gửi & chào") && !got.text.contains('<'), "{}", got.text);
}

#[test]
fn machines_are_known_for_what_they_are() {
    for (head, writer) in [
        ("X: y", Writer::Person),
        ("Auto-Submitted: no", Writer::Person),
        ("Auto-Submitted: auto-replied (vacation)", Writer::AutoReply),
        ("auto-submitted: Auto-Generated; owner=x", Writer::Machine),
        ("Precedence: bulk", Writer::Machine),
        ("Precedence: auto_reply", Writer::AutoReply),
        ("List-Id: <x.y>", Writer::Machine),
        ("X-Autoreply: yes", Writer::AutoReply),
        ("X-Auto-Response-Suppress: All", Writer::Machine),
        ("Return-Path: <>", Writer::AutoReply),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", Writer::Server),
    ] {
        let got = open(&format!("From: a@b.vn\n{head}\n\nx"));
        assert_eq!(got.writer, writer, "{head}");
        assert_eq!(got.may_be_answered(), writer == Writer::Person);
    }
    assert_eq!(open("From: MAILER-DAEMON@b.vn\n\nx").writer, Writer::Server);
    assert!(!open("Subject: from nobody\n\nx").may_be_answered());
}

#[test]
fn a_report_says_who_did_not_get_what() {
    let got = open(
        "From: MAILER-DAEMON@mail.bao.vn\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n\
         --b\n\nSorry\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n\
         Final-Recipient: rfc822; khong@bao.vn\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no\n\n\
         --b\nContent-Type: message/rfc822\n\nMessage-ID: <0192f-7@t.vn>\nSubject: x\n\nbody\n--b--\n",
    );
    let bounce = got.bounce.unwrap();
    assert_eq!(bounce.original.unwrap().id_at("t.vn"), Some("0192f-7"));
    assert_eq!(bounce.failed.len(), 1);
    assert!(bounce.failed[0].permanent && bounce.failed[0].said == "550 no");
    assert!(got.files.is_empty());
    assert_eq!(got.writer, Writer::Server);
}

#[test]
fn a_letter_within_a_letter_stays_a_file() {
    let got = open(
        "From: a@b.vn\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhi\n--x\nContent-Type: message/rfc822\n\n\
        From: c@d.vn\nSubject: inner\n\nthere\n--x--\n",
    );
    assert_eq!(got.files.len(), 1);
    assert_eq!(got.files[0].content_type, "message/rfc822");
    assert!(got.files[0].bytes.starts_with(b"From: c@d.vn"));
    // What people write about such things stays as they wrote it.
    assert_eq!(
        open("From: a@b.vn\n\nhttps://x.vn/global/digest, RFC822").text,
        "https://x.vn/global/digest, RFC822"
    );
}

/// Whether the reader opened a letter within the letter.
fn nests(bytes: &[u8]) -> bool {
    let mut bytes = bytes.to_vec();
    flatten(&mut bytes);
    let message = MessageParser::default().parse(&bytes);
    message.is_some_and(|it| it.parts.iter().any(|part| part.message().is_some()))
}

#[test]
fn a_hundred_thousand_letters_within_each_other_do_no_harm() {
    for head in [
        "Content-Type: message/rfc822\n\n",
        "Content-Type:MESSAGE/\tGLOBAL\n\n",
        "content-type: message (x) / (y(z)) rfc822 (c)\n\n",
        "Content-Type:\n message/rfc822; x=y\n\n",
        "Content-Type: multipart/digest; boundary=x\n\n--x\n\n",
        "Content-Type: multipart(c)/digest; boundary=x\n\n--x\n\n",
    ] {
        assert!(!nests(head.repeat(3).as_bytes()), "{head}");
        let deep = head.repeat(100_000);
        let _ = read(deep.as_bytes(), &Bounds::default());
    }
    // Packed ones too: what is inside cannot be seen from outside, so it must not be opened.
    let inner = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        "Content-Type: message/rfc822\n\n".repeat(100_000),
    );
    let packed =
        format!("From: a@b.vn\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{inner}");
    assert_eq!(read(packed.as_bytes(), &Bounds::default()).unwrap().files.len(), 1);
}

#[test]
fn too_much_of_anything_is_refused_with_its_word() {
    let bounds = Bounds { letter: 2 << 20, files: 1 << 20, parts: 50, text: 100 };
    let refused = |text: &str| read(text.as_bytes(), &bounds).map(|_| ());
    assert_eq!(refused(&"x".repeat(3 << 20)), Err(ReadFault::Large(3 << 20)));
    assert_eq!(refused(&format!("X: {}", "y\n ".repeat(200_000))), Err(ReadFault::NotALetter));
    assert_eq!(refused(""), Err(ReadFault::NotALetter));
    let parts = format!(
        "From: a@b.vn\nContent-Type: multipart/mixed; boundary=x\n\n{}--x--",
        "--x\n\nhi\n".repeat(5000)
    );
    assert_eq!(refused(&parts), Err(ReadFault::Parts));
    let deep: String =
        (0..5000).map(|n| format!("Content-Type: multipart/mixed; boundary=x{n}\n\n--x{n}\n")).collect();
    assert_eq!(refused(&deep), Err(ReadFault::Parts));
    let file = format!(
        "From: a@b.vn\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n{}",
        "AAAA".repeat(400_000)
    );
    assert_eq!(refused(&file), Err(ReadFault::Files(1_200_000)));
    let long = read(format!("From: a@b.vn\n\n{}", "ướ".repeat(100)).as_bytes(), &bounds).unwrap();
    assert!(long.text_cut && long.text.len() <= 100 && long.text.starts_with("ướ"));
}

#[test]
fn broken_letters_are_read_as_far_as_they_go() {
    for text in [
        "From: a@b.vn\nContent-Transfer-Encoding: base64\n\n%%%not base64%%%",
        "From: a@b.vn\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ=\n=4",
        "From: a@b.vn\nContent-Type: text/plain; charset=no-such\n\nx",
        "From: a@b.vn\nSubject: =?utf-8?b?%%%?= =?x?q?=?=\n\nx",
        "From: a@b.vn\nContent-Type: multipart/mixed; boundary=\"\"\n\n--\n",
        "From: a@b.vn\nContent-Type: multipart/mixed\n\n--x",
        "From: a@b.vn\nContent-Type: text/plain; charset=\"utf-16\"\n\n\u{0}x",
    ] {
        let got = open(text);
        assert_eq!(got.from.unwrap().1.to_string(), "a@b.vn", "{text}");
    }
    let got =
        read(b"From: a@b.vn\r\nSubject: T\xecnh h\xecnh \x00\x07\r\n\r\n\xff\xfe\x00", &Bounds::default())
            .unwrap();
    assert!(!got.subject.contains('\0') && !got.text.contains('\0'));
}

proptest! {
    #[test]
    fn any_bytes_end_in_a_word(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes, &Bounds::default());
    }

    #[test]
    fn any_heap_of_mime_ends_in_a_word(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "Content-Type: ", "multipart/mixed", "multipart/report", "message/rfc822", "message/delivery-status", "/digest",
            "message", "(", ")", "/", "rfc822", "global", " ", "\t", "\\", "\"",
            "; boundary=", "x", "\"x\"", "--x", "--x--", "\n", "\n\n", "\r\n", " \n ", "Content-Transfer-Encoding: base64", "AAAA",
            "From: a@b.vn", "=?utf-8?q?=", "?=", "Final-Recipient: rfc822;a@b.vn", "Action: failed", "; name*0*=utf-8''%", "\0", "ướ",
        ]), 0..60)
    ) {
        let text = pieces.concat();
        let _ = read(text.as_bytes(), &Bounds::default());
        prop_assert!(!nests(text.as_bytes()), "{:?}", text);
    }
}
