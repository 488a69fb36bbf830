//! What comes to the press address by mail: once each, to the right desk, and whatever it is, nothing breaks.

use daumoi::Outward;
use daumoi::config::OutwardArgs;
use fetch::{Fetcher, Policy};
use kernel::Role;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use testkit::{TestApp, Who, journey};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

journey!(
    letters_are_taken_once_and_machines_are_left_alone,
    large_files_come_through_and_larger_ones_wait_for_a_person,
);

type Mails = Arc<Mutex<Vec<Vec<u8>>>>;

/// An IMAP server of one mailbox, as far as a reader needs one.
async fn mailbox() -> (Mails, String) {
    let mails = Mails::default();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address =
        format!("imap://bao-chi:mat-khau@127.0.0.1:{}/INBOX", listener.local_addr().unwrap().port());
    let kept = Arc::clone(&mails);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, Arc::clone(&kept)));
        }
    });
    (mails, address)
}

async fn talk(stream: TcpStream, mails: Mails) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"* OK ready\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let mut words = line.split(' ');
        let tag = words.next().unwrap_or_default();
        let command: Vec<&str> = words.collect();
        let answer = answer(&command, &mails.lock().unwrap());
        write.write_all(&answer).await.unwrap();
        write.write_all(format!("{tag} OK done\r\n").as_bytes()).await.unwrap();
    }
}

fn answer(command: &[&str], mails: &[Vec<u8>]) -> Vec<u8> {
    let verb = command.iter().take(2).copied().collect::<Vec<_>>().join(" ").to_uppercase();
    if verb.starts_with("SELECT") {
        return format!("* {} EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n", mails.len()).into_bytes();
    }
    if verb == "UID SEARCH" {
        let from = command.last().and_then(|last| last.split(':').next()?.parse::<usize>().ok()).unwrap_or(1);
        let uids: Vec<String> = (from..=mails.len()).map(|uid| uid.to_string()).collect();
        return format!("* SEARCH {}\r\n", uids.join(" ")).into_bytes();
    }
    if verb == "UID FETCH" {
        let wanted: Vec<usize> = command[2].split(',').filter_map(|uid| uid.parse().ok()).collect();
        let mut said = Vec::new();
        for uid in wanted {
            let Some(mail) = mails.get(uid - 1) else { continue };
            if command.join(" ").contains("RFC822.SIZE") {
                said.extend(format!("* {uid} FETCH (UID {uid} RFC822.SIZE {})\r\n", mail.len()).bytes());
            } else if command.join(" ").contains("HEADER") {
                let end =
                    mail.windows(4).position(|four| four == b"\r\n\r\n").map_or(mail.len(), |at| at + 4);
                let head = &mail[..end];
                said.extend(format!("* {uid} FETCH (UID {uid} BODY[HEADER] {{{}}}\r\n", head.len()).bytes());
                said.extend(head);
                said.extend(b")\r\n");
            } else {
                said.extend(format!("* {uid} FETCH (UID {uid} BODY[] {{{}}}\r\n", mail.len()).bytes());
                said.extend(mail);
                said.extend(b")\r\n");
            }
        }
        return said;
    }
    Vec::new()
}

async fn open_mailbox(app: &TestApp) -> Mails {
    let (mails, address) = mailbox().await;
    let args = OutwardArgs { mail_in: Some(address), ..OutwardArgs::default() };
    let fetcher = Fetcher::new(Policy::new("https://lien.example/", "vp@lien.example")).unwrap();
    app.agency.goes_out(Outward::of(&args, &fetcher).unwrap());
    mails
}

fn letter(id: &str, subject: &str, more: &str, text: &str) -> Vec<u8> {
    format!(
        "From: Trần Bích Hạnh <hanh@bao.example>\r\nTo: bao-chi@lien.example\r\nSubject: {subject}\r\n\
         Message-ID: <{id}@bao.example>\r\n{more}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

pub(crate) async fn fates(app: &TestApp) -> Vec<String> {
    #[derive(db::FromQueryResult)]
    struct Row {
        fate: String,
    }
    let sql = "SELECT fate FROM letter_in ORDER BY received_at, id";
    let rows: Vec<Row> = db::all(app.agency.app.db.reader(), sql, vec![]).await.unwrap();
    rows.into_iter().map(|row| row.fate).collect()
}

async fn letters_are_taken_once_and_machines_are_left_alone(app: TestApp) {
    let mails = open_mailbox(&app).await;
    let asked = letter("1", "Hỏi về nước sạch", "", "Bao giờ có nước sạch?");
    mails.lock().unwrap().push(asked.clone());
    assert_eq!(app.agency.collect_mail().await.unwrap(), 1);
    assert_eq!(fates(&app).await, ["taken"]);
    // Somebody looked a moment ago: not again.
    assert_eq!(app.agency.collect_mail().await.unwrap(), 0);
    app.forward(Duration::from_secs(60));
    // The same letter under another number, an answering machine, a list, no letter at all, a far too large one.
    let mut large = letter("5", "Tệp lớn", "", "x");
    large.extend(vec![b'a'; 43 << 20]);
    mails.lock().unwrap().extend([
        asked,
        letter("2", "Re: Hỏi", "Auto-Submitted: auto-replied\r\n", "Tôi đang nghỉ phép."),
        letter("3", "Bản tin", "List-Id: <tin.example>\r\n", "Tin trong ngày."),
        b"\0\xff\xfe nothing".to_vec(),
        large,
        // Characters that a database cannot keep, and more words than any desk takes.
        letter("7", "Ký tự lạ", "", "Bao giờ\0 thông xe cầu Nà Lặng?"),
        letter("8", "Rất dài", "", &"Một câu hỏi dài không dứt. ".repeat(20_000)),
        letter("6", "Hỏi tiếp\r\n bcc: ai@x.example", "", "Còn trường học?"),
    ]);
    assert_eq!(app.agency.collect_mail().await.unwrap(), 7);
    let mut fates = fates(&app).await;
    fates.sort();
    assert_eq!(
        fates,
        ["machine", "machine", "set-aside", "taken", "taken", "taken", "taken", "unreadable"],
        "what stands behind a hostile letter comes through"
    );
    app.forward(Duration::from_secs(60));
    assert_eq!(app.agency.collect_mail().await.unwrap(), 0);
}

/// A letter with a file of so many megabytes, as mail programs write it.
fn with_file(id: &str, megabytes: usize) -> Vec<u8> {
    let mut bytes = format!(
        "From: Trần Bích Hạnh <hanh@bao.example>\r\nTo: bao-chi@lien.example\r\nSubject: Ảnh chụp số {id}\r\n\
         Message-ID: <file-{id}@bao.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         Ảnh ngập số {id} có phải ở xã Bắc không?\r\n--x\r\nContent-Type: image/jpeg; name=anh.jpg\r\n\
         Content-Disposition: attachment; filename=anh.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    .into_bytes();
    let line = [b"A".repeat(76), b"\r\n".to_vec()].concat();
    for _ in 0..(megabytes << 20) / 57 {
        bytes.extend_from_slice(&line);
    }
    bytes.extend_from_slice(b"--x--\r\n");
    bytes
}

async fn large_files_come_through_and_larger_ones_wait_for_a_person(app: TestApp) {
    let mails = open_mailbox(&app).await;
    mails.lock().unwrap().extend([
        with_file("1", 29),
        with_file("2", 45),
        letter("9", "Sau", "", "Còn thư sau?"),
    ]);
    assert_eq!(app.agency.collect_mail().await.unwrap(), 3);
    let mut fates = fates(&app).await;
    fates.sort();
    assert_eq!(fates, ["taken", "taken", "unreadable"]);

    // The one that could not be read waits with its head; a person who called the sender makes an inquiry of it.
    let (_, yen) = app.newcomer("Yến", Role::PressOfficer, None).await;
    assert!(yen.get("/desk/press/inquiries").await.text().contains("/desk/press/letters"));
    let page = yen.get("/desk/press/letters").await.text();
    assert!(page.contains("Ảnh chụp số 2") && !page.contains("Ảnh chụp số 1"), "{page}");
    let at =
        page.split("action=\"/desk/press/letters/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let (take, leave) = (format!("/desk/press/letters/{at}/take"), format!("/desk/press/letters/{at}/leave"));
    let fields = [("outlet", "Báo Liên Sơn"), ("questions", "Ảnh ngập có phải ở xã Bắc không?")];
    for who in [Who::Mai, Who::Do] {
        let other = app.as_(who).await;
        assert!(matches!(other.get("/desk/press/letters").await.status.as_u16(), 403 | 404));
        assert!(matches!(other.post(&take, &fields).await.status.as_u16(), 403 | 404));
        assert!(matches!(other.post(&leave, &[]).await.status.as_u16(), 403 | 404));
    }
    let refused = yen.post(&take, &[("outlet", ""), ("questions", "<script>alert(1)</script>")]).await;
    assert!(refused.status == 422 && refused.text().contains("&#60;script&#62;"), "{}", refused.text());
    let taken = yen.post(&take, &fields).await;
    assert!(taken.location().starts_with("/desk/press/inquiries/"), "{}", taken.text());
    assert!(yen.get(taken.location()).await.text().contains("Ảnh ngập có phải"));
    assert_eq!(yen.post(&take, &fields).await.status, 404, "nobody takes it twice");
    assert_eq!(yen.post(&leave, &[]).await.status, 404);
    for bad in ["x", "018f0000-0000-7000-8000-000000000000"] {
        assert_eq!(yen.post(&format!("/desk/press/letters/{bad}/leave"), &[]).await.status, 404);
    }
    assert!(yen.get("/desk/press/letters").await.text().contains("Không có thư nào"));
}
