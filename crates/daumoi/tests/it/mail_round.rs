//! Letters all the way round, through servers of others: Postfix takes them and returns what it cannot bring, Dovecot shows what
//! came.

use crate::answers::{asked, first_in, opened};
use crate::asked::{clear, desk, done, draft, regular};
use crate::mail_in::fates;
use crate::telling::{approved, contact, hash, press_team};
use daumoi::Outward;
use daumoi::config::OutwardArgs;
use fetch::{Fetcher, Policy};
use mail::{Automatic, Bounds, Letter, Outbox, Party, Received, Security, Sending, Sent};
use mailhost::MailHost;
use std::time::Duration;
use testkit::{TestApp, Who, journey};

journey!(
    a_journalist_writes_is_answered_in_the_thread_and_writes_again,
    l17_what_a_citizen_writes_back_stands_with_the_question_and_nowhere_else,
    a_release_that_comes_back_is_told_and_no_letter_of_ours_goes_in_circles,
);

const OURS: &str = "bao-chi@lien.example";
const NGOC: &str = "ngoc@miennguoc.example";
const THANH: &str = "thanh@dan.example";

/// A host of mailboxes, and an agency that writes and reads there; none where there are no such servers.
async fn host(app: &TestApp) -> Option<MailHost> {
    let Some(host) = MailHost::start(&[OURS, NGOC, THANH]).await.unwrap() else {
        mailhost::say_skipped();
        return None;
    };
    let args = OutwardArgs {
        smtp: Some(format!("smtp://127.0.0.1:{}", host.smtp())),
        mail_from: Some(OURS.into()),
        mail_in: Some(format!("imap://bao-chi:{}@127.0.0.1:{}/INBOX", mailhost::PASSWORD, host.imap())),
        address: Some("https://lien.example".into()),
        ..OutwardArgs::default()
    };
    let fetcher = Fetcher::new(Policy::new("https://lien.example/", OURS)).unwrap();
    app.agency.goes_out(Outward::of(&args, &fetcher).unwrap());
    Some(host)
}

/// Somebody writes to the agency, as a mail program does.
async fn write(
    host: &MailHost,
    (name, address): (&str, &str),
    id: &str,
    (subject, text): (&str, &str),
    answers: Option<&Received>,
) {
    let mut settings = Sending::new("127.0.0.1", Security::None);
    settings.port = host.smtp();
    let (from, to) = (Party::new(name, address).unwrap(), Party::new("", OURS).unwrap());
    let mut letter = Letter::new(from, to, subject.parse().unwrap(), text, id, 1_795_000_000).unwrap();
    letter.automatic = Automatic::No;
    letter.in_reply_to = answers.and_then(|letter| letter.message_id.clone());
    letter.references.extend(letter.in_reply_to.clone());
    let sent = Outbox::new(settings).unwrap().send(&letter).await;
    assert!(matches!(sent, Sent::Accepted { .. }), "{sent:?}");
}

/// Collects until so many letters came in.
async fn collected(app: &TestApp, host: &MailHost, ever: usize) {
    host.letters("bao-chi", ever).await.unwrap();
    app.forward(Duration::from_secs(60));
    app.agency.collect_mail().await.unwrap();
    assert_eq!(fates(app).await.len(), ever);
}

/// The last letter in a mailbox, once there are so many.
async fn last(host: &MailHost, mailbox: &str, many: usize) -> Received {
    let letters = host.letters(mailbox, many).await.unwrap();
    assert_eq!(letters.len(), many);
    mail::read(letters.last().unwrap().as_bytes(), &Bounds::default()).unwrap()
}

async fn a_journalist_writes_is_answered_in_the_thread_and_writes_again(app: TestApp) {
    const WHO: (&str, &str) = ("Lê Ngọc", NGOC);
    let Some(host) = host(&app).await else { return };
    let desk = desk(&app).await;
    regular(&desk).await;
    write(&host, WHO, "mot", ("Nước máy ở Nậm Ưởng", "Nước có dùng để ăn được không?"), None).await;
    collected(&app, &host, 1).await;
    let list = desk.yen.get("/desk/press/inquiries").await;
    let inquiry = list.between("<a href=\"/desk/press/inquiries/0", "\"");
    let inquiry = format!("/desk/press/inquiries/0{inquiry}");
    let page = desk.yen.get(&inquiry).await.text();
    assert!(page.contains("Nước có dùng để ăn được không?") && page.contains(NGOC), "{page}");

    draft(&desk, &inquiry, &["Chưa, bà con dùng nước bình."]).await;
    clear(&desk, &inquiry).await;
    done(desk.yen.post(&format!("{inquiry}/answer"), &[("form", "written"), ("mail_to", NGOC)]).await).await;
    app.run_jobs().await;
    let answer = last(&host, "ngoc", 1).await;
    assert_eq!(answer.from.as_ref().unwrap().1.to_string(), OURS);
    assert!(answer.text.contains("Chưa, bà con dùng nước bình."), "{}", answer.text);
    assert_eq!(answer.in_reply_to.as_ref().unwrap().to_string(), "mot@miennguoc.example");
    assert!(desk.yen.get(&inquiry).await.text().contains("Đã gửi"));

    // What comes in answer stands with the inquiry, and is no new one.
    write(&host, WHO, "hai", ("Re: Nước máy ở Nậm Ưởng", "Cảm ơn, bao giờ xong?"), Some(&answer)).await;
    collected(&app, &host, 2).await;
    assert_eq!(fates(&app).await, ["taken", "taken"]);
    let page = desk.yen.get(&inquiry).await.text();
    assert!(page.contains("Cảm ơn, bao giờ xong?") && page.contains("Re: Nước máy"), "{page}");
    let list = desk.yen.get("/desk/press/inquiries?which=all").await.text();
    assert!(!list.contains("bao giờ xong"), "{list}");
}

async fn l17_what_a_citizen_writes_back_stands_with_the_question_and_nowhere_else(app: TestApp) {
    const WHO: (&str, &str) = ("Lường Văn Thanh", THANH);
    let Some(host) = host(&app).await else { return };
    let desk = desk(&app).await;
    let duy = opened(&app).await;
    let code = asked(&app).await;
    app.run_jobs().await;
    let receipt = last(&host, "thanh", 1).await;
    let text = "Mẹ tôi sinh năm 1946.\n\n> Cơ quan đã nhận câu hỏi. Mã theo dõi: …";
    write(&host, WHO, "ba", ("Re: Đã nhận câu hỏi", text), Some(&receipt)).await;
    collected(&app, &host, 1).await;
    let question = first_in(&duy, "/desk/answers?which=new").await;
    let page = duy.get(&question).await;
    let told = page.between("id=\"h-said\"", "</section>");
    assert!(told.contains("sinh năm 1946") && !told.contains("Mã theo dõi"), "{told}");
    assert!(page.text().contains("Re: Đã nhận câu hỏi"), "the letter stands with the question");
    // Who only reads for the agency sees no letter, and the press desk nothing at all.
    assert!(!app.as_(Who::Khoe).await.get(&question).await.text().contains("Re: Đã nhận"));
    for list in ["/desk/press/inquiries?which=all", "/desk/press/letters", "/desk/press/inquiries/aside"] {
        assert!(!desk.yen.get(list).await.text().contains("1946"), "{list}");
    }
    // What they may have of theirs includes it (DL-01).
    let visitor = app.as_(Who::Visitor).await;
    let mine = visitor.post("/hoi-dap/tra-cuu/du-lieu", &[("code", &code)]).await.json();
    assert!(mine["letters_written"][0]["text"].as_str().unwrap().contains("1946"), "{mine}");
}

async fn a_release_that_comes_back_is_told_and_no_letter_of_ours_goes_in_circles(app: TestApp) {
    let Some(host) = host(&app).await else { return };
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    // One reads it, one has left, and somebody put the agency's own address among the readers.
    for reader in [NGOC, "da-nghi@miennguoc.example", OURS] {
        contact(&duy, reader).await;
    }
    let release = approved(&app, &duy, "Đường 4D thông xe").await;
    let seen = hash(&duy, &release).await;
    done(duy.post(&format!("{release}/issue"), &[("hash", &seen), ("send", "1")]).await).await;
    app.run_jobs().await;
    let got = last(&host, "ngoc", 1).await;
    assert!(got.text.contains("4D thông xe"), "{}", got.text);
    assert!(duy.get(&release).await.text().contains("Đã gửi 3"));

    // The server notices later that nobody of that name is there, and says so by letter (RFC 3464).
    collected(&app, &host, 2).await;
    let mut fates_now = fates(&app).await;
    fates_now.sort();
    assert_eq!(fates_now, ["bounce", "machine"]);
    let page = duy.get(&release).await.text();
    assert!(page.contains("Đã gửi 2") && page.contains("hỏng 1") && page.contains("5.1.1"), "{page}");
    // Nothing follows from either: no letter more leaves, and nothing waits on the desk.
    app.run_jobs().await;
    app.forward(Duration::from_secs(60));
    assert_eq!(app.agency.collect_mail().await.unwrap(), 0);
    assert_eq!(host.letters("bao-chi", 2).await.unwrap().len(), 2);
    assert!(duy.get("/desk/press/inquiries?which=all").await.text().contains("Không có yêu cầu nào"));

    // A report about a letter that is none of ours changes nothing.
    let forged = "From: MAILER-DAEMON@miennguoc.example\r\nTo: bao-chi@lien.example\r\nSubject: Undelivered\r\n\
        Message-ID: <gia@miennguoc.example>\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
        --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n\
        Final-Recipient: rfc822; ngoc@miennguoc.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n\
        --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <khong-co@lien.example>\r\n\r\nx\r\n--b--\r\n";
    host.put("bao-chi", "gia", forged.as_bytes()).unwrap();
    collected(&app, &host, 3).await;
    assert!(duy.get(&release).await.text().contains("Đã gửi 2"));
}
