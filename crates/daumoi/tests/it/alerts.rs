//! Alerts leave the house: by mail to each who should know, by webhook to another system. Both ends are real servers
//! on this machine.

use crate::newsdesk::submitted;
use crate::press::Press;
use axum::Router;
use axum::extract::State;
use axum::routing::post;
use daumoi::Outward;
use daumoi::config::OutwardArgs;
use fetch::{Fetcher, Policy};
use http::HeaderMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use testkit::{TestApp, Who, journey};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

journey!(
    a_hot_spot_is_told_by_mail_and_webhook_to_those_who_should_know,
    at_night_only_what_is_urgent_wakes_anybody,
    a_saved_search_is_told_of_once_a_morning,
    the_press_review_goes_out_at_its_hour,
    another_hour_takes_the_place_of_the_one_before,
);

pub(crate) type Letters = Arc<Mutex<Vec<String>>>;

/// A mail server that takes everything.
pub(crate) async fn mail_server() -> (Letters, String) {
    let letters = Letters::default();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("smtp://{}", listener.local_addr().unwrap());
    let kept = Arc::clone(&letters);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, Arc::clone(&kept)));
        }
    });
    (letters, address)
}

async fn talk(stream: TcpStream, letters: Letters) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test\r\n").await.unwrap();
    let mut letter: Option<String> = None;
    while let Ok(Some(line)) = lines.next_line().await {
        if let Some(text) = letter.as_mut() {
            if line == "." {
                letters.lock().unwrap().push(letter.take().unwrap());
                write.write_all(b"250 taken\r\n").await.unwrap();
            } else {
                text.push_str(&line);
                text.push('\n');
            }
            continue;
        }
        let answer: &[u8] = match line.to_uppercase().split([' ', ':']).next().unwrap_or_default() {
            "DATA" => {
                letter = Some(String::new());
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            "EHLO" => b"250-test\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            _ => b"250 ok\r\n",
        };
        write.write_all(answer).await.unwrap();
    }
}

/// Another system that hears of hot spots.
async fn other_system() -> (Letters, String) {
    let heard = Letters::default();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}/bao-dong", listener.local_addr().unwrap());
    let hear = async |State(heard): State<Letters>, headers: HeaderMap, body: String| {
        assert!(
            headers.get("webhook-signature").is_some_and(|sign| sign.to_str().unwrap().starts_with("v1,"))
        );
        heard.lock().unwrap().push(body);
    };
    let site = Router::new().route("/bao-dong", post(hear)).with_state(Arc::clone(&heard));
    tokio::spawn(async move { axum::serve(listener, site).await.unwrap() });
    (heard, address)
}

pub(crate) async fn open_ways_out(app: &TestApp) -> (Letters, Letters) {
    let (letters, smtp) = mail_server().await;
    let (heard, webhook) = other_system().await;
    let mut policy = Policy::new("https://lien.example/", "vp@lien.example");
    policy.allow.push("127.0.0.1".parse().unwrap());
    policy.ports.insert(webhook.split([':', '/']).nth(4).unwrap().parse().unwrap());
    let args = OutwardArgs {
        smtp: Some(smtp),
        mail_from: Some("canh-bao@lien.example".into()),
        address: Some("https://cong.lien.example/".into()),
        alert_webhook: Some(webhook),
        alert_secret: Some("c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0".into()),
        ..OutwardArgs::default()
    };
    app.agency.goes_out(Outward::of(&args, &Fetcher::new(policy).unwrap()).unwrap());
    (letters, heard)
}

async fn a_hot_spot_is_told_by_mail_and_webhook_to_those_who_should_know(app: TestApp) {
    let (letters, heard) = open_ways_out(&app).await;
    let press = Press::of(&app, 9).await;
    press.water(&app, 9).await;
    app.run_jobs().await;
    let letters = letters.lock().unwrap().join("\n=====\n");
    assert!(letters.contains("To: ") && letters.contains("duy@lien.example"), "{letters}");
    // A leader hears of what is urgent; a contributor of nothing.
    assert!(letters.contains("son@lien.example") && !letters.contains("mai@lien.example"), "{letters}");
    assert!(letters.contains("Auto-Submitted: auto-generated"), "{letters}");
    let hook = heard.lock().unwrap().join("\n");
    assert!(hook.contains("\"type\":\"hot-spot\"") && hook.contains("Nậm Ưởng"), "{hook}");
    assert!(hook.contains("https://cong.lien.example/desk/listening/hot-spots/"), "{hook}");
}

async fn at_night_only_what_is_urgent_wakes_anybody(app: TestApp) {
    let (letters, _) = open_ways_out(&app).await;
    let press = Press::of(&app, 9).await;
    app.forward(Duration::from_secs(16 * 3600));
    // Five outlets: worth a look, in the morning. It waits on the desk.
    let mut alerts = 0;
    for many in [4, 5, 6] {
        if alerts == 0 {
            alerts = press.water(&app, many).await;
        }
    }
    let severity: String = {
        let sql = "SELECT severity FROM hot_spot";
        db::one(app.agency.app.db.reader(), sql, vec![]).await.unwrap()
    };
    app.run_jobs().await;
    assert_eq!(letters.lock().unwrap().is_empty(), severity != "urgent", "{severity}");
    assert!(app.as_(Who::Duy).await.get("/desk").await.text().contains("class=\"count\""));
}

async fn a_saved_search_is_told_of_once_a_morning(app: TestApp) {
    let (letters, _) = open_ways_out(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    assert_eq!(
        khoe.post("/desk/search/saved", &[("name", "Măng khô"), ("asked", "q=măng")]).await.status,
        303
    );
    let page = khoe.get("/desk/search/saved").await;
    let address = format!("/desk/search/saved/{}/mail", page.between("/desk/search/saved/", "/"));
    // Nobody switches on the letters of somebody else's search.
    assert_eq!(app.as_(Who::Mai).await.post(&address, &[("on", "1")]).await.status, 404);
    assert_eq!(khoe.post(&address, &[("on", "1")]).await.status, 303);
    app.forward(Duration::from_secs(3600));
    submitted(&app, "Măng khô Nậm Ưởng được giá").await;
    app.follow_search().await;
    app.forward(Duration::from_secs(24 * 3600));
    assert_eq!(app.agency.write_letters().await.unwrap(), 1);
    assert_eq!(app.agency.write_letters().await.unwrap(), 0, "one letter a morning");
    app.run_jobs().await;
    let trouble = "SELECT COALESCE(MAX(last_error), '') FROM job WHERE topic = 'letter'";
    let trouble: String = db::one(app.agency.app.db.reader(), trouble, vec![]).await.unwrap();
    assert_eq!(trouble, "");
    let letter = letters.lock().unwrap().join("").replace('\n', "\r\n");
    assert!(letter.contains("khoe@lien.example"), "{letter}");
    let read = mail::read(letter.as_bytes(), &mail::Bounds::default()).unwrap();
    let said = format!("{read:?}");
    assert!(said.contains("Măng khô: 1 kết quả mới") && said.contains("/desk/search?q=m"), "{said}");
    // The next morning there is nothing new, and no letter.
    app.forward(Duration::from_secs(24 * 3600));
    assert_eq!(app.agency.write_letters().await.unwrap(), 0);
    // Switched off, none is written again.
    let khoe = app.as_(Who::Khoe).await;
    assert_eq!(khoe.post(&address, &[("on", "0")]).await.status, 303);
    assert!(app.agency.search.readers_of_letters().await.unwrap().is_empty());
}

const REVIEW: &str = "/desk/listening/digests/2026-11-22";
const HOUR: Duration = Duration::from_secs(3600);

/// The letters that have come since they were last taken, as programs read them.
fn take_letters(letters: &Letters) -> Vec<String> {
    let all = std::mem::take(&mut *letters.lock().unwrap());
    all.into_iter()
        .map(|letter| {
            let letter = letter.replace('\n', "\r\n");
            format!("{:?}", mail::read(letter.as_bytes(), &mail::Bounds::default()).unwrap())
        })
        .collect()
}

async fn the_press_review_goes_out_at_its_hour(app: TestApp) {
    let (letters, _) = open_ways_out(&app).await;
    let press = Press::of(&app, 9).await;
    press.water(&app, 9).await;
    app.run_jobs().await;
    take_letters(&letters);
    let (duy, son) = (app.as_(Who::Duy).await, app.as_(Who::Son).await);
    let set = "/desk/listening/duty/digest";
    let wish = [("digest-at", "09:00"), ("digest-weekends", "1"), ("role", "leader")];
    // Only who keeps the listening sets it, and an hour is an hour; what was typed stays.
    assert_eq!(app.as_(Who::Mai).await.post(set, &wish).await.status, 403);
    let bad = duy.post(set, &[("digest-at", "25:00"), ("role", "leader")]).await;
    assert_eq!(bad.status, 422);
    assert!(bad.text().contains("value=\"25:00\""));
    let stranger = ("reader", "018f0000-0000-7000-8000-000000000000");
    assert_eq!(duy.post(set, &[("digest-at", "09:00"), stranger]).await.status, 422);
    assert_eq!(duy.post(set, &wish).await.status, 303);
    assert!(duy.get("/desk/listening/duty").await.text().contains("Lần gửi tới"));
    // An hour before, the machine drafts it; a second person approves.
    assert!(duy.get(REVIEW).await.text().contains("Chưa soạn"));
    app.forward(Duration::from_secs(1800));
    app.run_jobs().await;
    let page = son.get(REVIEW).await;
    assert!(page.text().contains("Nậm Ưởng") && page.text().contains("nếu đã duyệt"), "{}", page.text());
    let hash = page.between("name=\"hash\" value=\"", "\"");
    assert_eq!(son.post(&format!("{REVIEW}/approve"), &[("hash", &hash)]).await.status, 303);
    app.run_jobs().await;
    assert!(take_letters(&letters).is_empty(), "not before its hour");
    app.forward(HOUR);
    app.run_jobs().await;
    let got = take_letters(&letters);
    assert_eq!(got.len(), 1, "{got:#?}");
    assert!(got[0].contains("son@lien.example") && got[0].contains("diem-bao-2026-11-22.docx"), "{got:#?}");
    assert!(got[0].contains("Nậm Ưởng"), "{got:#?}");
    let page = duy.get(REVIEW).await.text();
    assert!(page.contains("gửi cho 1 người: Bùi Thanh Sơn"), "{page}");
    app.run_jobs().await;
    assert!(take_letters(&letters).is_empty(), "each reader gets one letter");
    // The next morning nobody approves: nothing is sent, and who is on duty is told.
    app.forward(HOUR * 24);
    app.run_jobs().await;
    let got = take_letters(&letters);
    assert!(!got.is_empty() && got.iter().all(|letter| letter.contains("chưa duyệt")), "{got:#?}");
    assert!(got.iter().any(|letter| letter.contains("duy@lien.example")), "{got:#?}");
    let duy = app.as_(Who::Duy).await;
    assert!(duy.get("/desk/listening").await.text().contains("quá giờ gửi"));
    // It is approved after all, and sent by hand.
    let (next, son) = ("/desk/listening/digests/2026-11-23", app.as_(Who::Son).await);
    assert!(duy.get(next).await.text().contains("Đã quá giờ gửi"));
    duy.post(&format!("{next}/draft"), &[]).await;
    let hash = son.get(next).await.between("name=\"hash\" value=\"", "\"");
    assert_eq!(son.post(&format!("{next}/approve"), &[("hash", &hash)]).await.status, 303);
    assert_eq!(son.post(&format!("{next}/send"), &[]).await.status, 303);
    app.run_jobs().await;
    assert_eq!(take_letters(&letters).len(), 1);
}

async fn another_hour_takes_the_place_of_the_one_before(app: TestApp) {
    let (letters, _) = open_ways_out(&app).await;
    let duy = app.as_(Who::Duy).await;
    let set = async |hour: &str| {
        let wish = [("digest-at", hour), ("digest-weekends", "1"), ("role", "leader")];
        assert_eq!(duy.post("/desk/listening/duty/digest", &wish).await.status, 303);
    };
    let waiting = async || -> i64 {
        let sql = "SELECT COUNT(*) FROM job WHERE topic = 'press.digest' AND done_at IS NULL";
        db::one(app.agency.app.db.reader(), sql, vec![]).await.unwrap()
    };
    set("09:00").await;
    set("10:00").await;
    assert_eq!(waiting().await, 1);
    app.forward(HOUR + Duration::from_secs(1900));
    app.run_jobs().await;
    assert!(take_letters(&letters).is_empty(), "nine o'clock is no hour any more");
    app.forward(HOUR);
    app.run_jobs().await;
    assert!(!take_letters(&letters).is_empty(), "at ten it is told that nothing is approved");
    // By hand again: nothing waits. A week away: the days that were missed are let go.
    set("").await;
    assert_eq!(waiting().await, 0);
    set("16:00").await;
    app.forward(HOUR * 24 * 7);
    app.run_jobs().await;
    assert!(take_letters(&letters).is_empty());
    assert_eq!(waiting().await, 1);
}
