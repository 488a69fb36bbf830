//! What somebody tries who means harm, or a program that has gone wild: each try that once worked, and does no more.

use crate::newsdesk::{Desk, TEXT, approved, published, submitted};
use http::{HeaderValue, Method};
use std::time::{Duration, Instant};
use testkit::{Answer, PASSWORD, TestApp, Who, journey};

journey!(
    a_thousand_equal_headings_stop_nobody,
    a_picture_of_too_many_pixels_is_refused_and_stops_nobody,
    guesses_at_the_same_instant_are_counted_before_they_are_looked_at,
    a_right_password_is_not_counted_against_the_office,
    names_and_passwords_of_megabytes_are_refused_and_not_kept,
    no_link_of_ours_leads_to_another_house,
    what_another_writes_is_not_handed_in_over_their_head,
    only_its_writers_take_a_story_back,
    a_title_that_was_removed_is_in_no_address,
    a_corrected_title_gets_its_own_address_and_the_old_one_leads_there,
    no_character_breaks_the_feed_or_the_database,
    two_sections_of_one_site_are_one_place,
    the_old_password_opens_no_session,
    another_sites_link_takes_no_pen,
    ten_thousand_pictures_are_refused_in_words,
);

async fn a_thousand_equal_headings_stop_nobody(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let begun = Instant::now();
    assert_eq!(mai.write(&app, "Nhiều đề mục", &"# a\n\n".repeat(4_000), "submit").await.status, 303);
    let page = mai.page().await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("id=\"muc-a-4000\""));
    // Quadratic it took a minute in a build for tests; this is the whole way of writing, submitting and reading.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

/// A PNG of one colour: many pixels in few bytes.
fn plain_png(width: u32, height: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_luma8(width, height).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

async fn a_picture_of_too_many_pixels_is_refused_and_stops_nobody(app: TestApp) {
    let (mai, visitor) = (app.as_(Who::Mai).await, app.as_(Who::Visitor).await);
    let large = plain_png(9_000, 10_000);
    let refused = mai.upload("/desk/newsroom/assets", "lon.png", &large, "x").await;
    assert_eq!(refused.status, 422);
    // While a picture that is taken is decoded and scaled, others write: no change waits for it.
    let (slow, other) = (plain_png(7_000, 7_000), app.as_(Who::Pao).await);
    let upload = {
        let mai = mai.clone();
        tokio::spawn(async move { mai.upload("/desk/newsroom/assets", "cham.png", &slow, "x").await })
    };
    let unit = app.world.units["yt"].to_string();
    let mut while_it_lasted = 0;
    while !upload.is_finished() {
        assert_eq!(other.post("/desk/newsroom/stories", &[("unit", &unit)]).await.status, 303);
        while_it_lasted += usize::from(!upload.is_finished());
    }
    assert_eq!(upload.await.unwrap().status, 201);
    assert!(while_it_lasted > 2, "others wrote {while_it_lasted} times meanwhile");
    assert_eq!(visitor.get("/healthz").await.status, 200);
}

async fn guesses_at_the_same_instant_are_counted_before_they_are_looked_at(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    let mut tries = tokio::task::JoinSet::new();
    for number in 0..40 {
        let visitor = visitor.clone();
        tries.spawn(async move {
            let guess = format!("không phải {number}");
            visitor.post("/desk/login", &[("login", "mai@lien.example"), ("password", &guess)]).await.text()
        });
    }
    let answers = tries.join_all().await;
    let looked_at = answers.iter().filter(|page| page.contains("không đúng")).count();
    let limited = answers.iter().filter(|page| page.contains("Sai quá nhiều lần")).count();
    assert!(looked_at <= 8, "{looked_at} guesses were looked at");
    assert_eq!(looked_at + limited, 40);
    // What was refused unseen does not keep the door shut any longer than the eight that were seen.
    app.forward(Duration::from_secs(15 * 60 + 1));
    let right = [("login", "mai@lien.example"), ("password", PASSWORD)];
    assert_eq!(visitor.post("/desk/login", &right).await.status, 303);
}

async fn a_right_password_is_not_counted_against_the_office(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    let right = [("login", "mai@lien.example"), ("password", PASSWORD)];
    for _ in 0..61 {
        assert_eq!(visitor.post("/desk/login", &right).await.status, 303);
    }
}

async fn names_and_passwords_of_megabytes_are_refused_and_not_kept(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    let huge = "a".repeat(1_900_000);
    let answer = visitor.post("/desk/login", &[("login", &huge), ("password", "x")]).await;
    assert_eq!(answer.status, 413);
    assert!(answer.bytes.len() < 20_000);
    let long = format!("{}@lien.example", "b".repeat(300));
    let answer = visitor.post("/desk/login", &[("login", &long), ("password", "x")]).await;
    assert_eq!(answer.status, 422);
    assert!(!answer.text().contains("bbbbbbbb"), "it is not sent back");
    let answer =
        visitor.post("/desk/login", &[("login", "mai@lien.example"), ("password", &"x".repeat(201))]).await;
    assert_eq!(answer.status, 422);
    let broken = visitor.post("/desk/login", &[("login", "a\0b@lien.example"), ("password", "x")]).await;
    assert_eq!(broken.status, 422);
    assert!(attempts(&app).await <= 2, "only what could be a name is kept");
}

/// Rows of attempts to log in.
async fn attempts(app: &TestApp) -> i64 {
    db::one(app.agency.app.db.reader(), "SELECT COUNT(*) FROM login_attempt", Vec::new()).await.unwrap()
}

async fn no_link_of_ours_leads_to_another_house(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    for back in [
        "/%09/evil.example/",
        "/%0A/evil.example/",
        "/%0D/evil.example/",
        "/%5Cevil.example/",
        "//evil.example/",
        "https://evil.example/",
        "/%C2%85/evil.example/",
    ] {
        let answer = visitor.get(&format!("/ngon-ngu/vi?ve={back}")).await;
        assert_eq!(answer.location(), "/", "{back}");
        let fields = format!("login=mai@lien.example&password={}&back=/desk{back}", encoded(PASSWORD));
        let kind = Some("application/x-www-form-urlencoded");
        let signed_in = visitor.send(Method::POST, "/desk/login", kind, fields).await;
        assert_eq!(signed_in.status, 303);
        let to = signed_in.location();
        assert!(to.starts_with("/desk") && !to.contains(['\t', '\\']), "{back}: {to}");
    }
    assert_eq!(visitor.get("/ngon-ngu/en?ve=/tin/1/mua-lu").await.location(), "/tin/1/mua-lu");
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn what_another_writes_is_not_handed_in_over_their_head(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(mai.write(&app, "Bài của Mai", TEXT, "save").await.status, 303);
    let (lock, version) = mai.open().await;
    let half = serde_json::json!({
        "lock": lock, "version": version.parse::<i64>().unwrap_or(0),
        "fields": { "title": "Đang viết dở" }, "notation": "Chưa xong."
    });
    assert_eq!(mai.who.put_json(&format!("{}/draft", mai.address), &half).await.status, 200);

    // The editor does not get at the half-written text by handing it in and taking it back.
    let khoe = mai.for_(&app, Who::Khoe).await;
    assert_eq!(khoe.act(&app, "submit", &[]).await.status, 409);
    assert_eq!(khoe.who.get(&format!("{}/edit", khoe.address)).await.status, 409, "Mai has the pen");
    let again = serde_json::json!({
        "lock": half["lock"], "version": 1, "fields": { "title": "Viết tiếp" }, "notation": "Chưa xong."
    });
    assert_eq!(mai.who.put_json(&format!("{}/draft", mai.address), &again).await.status, 200);

    // Once her pen rests, the story goes on without her.
    app.forward(Duration::from_secs(601));
    assert_ne!(khoe.act(&app, "submit", &[]).await.status, 409);

    // The editor-in-chief may at any time, and it is written down.
    let other = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(other.write(&app, "Bài thứ hai", TEXT, "save").await.status, 303);
    other.open().await;
    let quan = other.for_(&app, Who::Quan).await;
    quan.do_(&app, "submit", &[]).await;
    assert!(quan.page().await.text().contains("lấy quyền sửa"));
}

async fn only_its_writers_take_a_story_back(app: TestApp) {
    let mai = submitted(&app, "Đang chờ duyệt").await;
    for (who, may) in [(Who::Khoe, false), (Who::Pao, false), (Who::Quan, true), (Who::Mai, true)] {
        let one = mai.for_(&app, who).await;
        assert_eq!(one.page().await.text().contains("/take-back\""), may, "{who:?} is shown it");
        let answer = one.act(&app, "take-back", &[]).await;
        assert_eq!(answer.status, if may { 303 } else { 403 }, "{who:?}: {}", answer.text());
        if may {
            mai.do_(&app, "submit", &[]).await;
        }
    }
}

async fn a_title_that_was_removed_is_in_no_address(app: TestApp) {
    let mai = published(&app, "Tên người bị nêu sai").await;
    let visitor = app.as_(Who::Visitor).await;
    let quan = mai.for_(&app, Who::Quan).await;
    quan.do_(&app, "remove", &[("reason", "Nêu sai tên người.")]).await;
    for path in ["/tin/1", "/tin/1/x", "/tin/1/ten-nguoi-bi-neu-sai"] {
        let gone = visitor.get(path).await;
        assert_eq!((gone.status.as_u16(), gone.location()), (410, ""), "{path}");
        assert!(!gone.text().contains("Tên người bị nêu sai"));
    }
    for path in ["/tin/1", "/dinh-chinh", "/", "/tin.atom", "/luu-tru/2026/11/22", "/muc/y-te"] {
        let page = visitor.get(path).await.text();
        assert!(!page.contains("ten-nguoi-bi-neu-sai") && !page.contains("Tên người bị nêu sai"), "{path}");
    }
    assert!(visitor.get("/dinh-chinh").await.text().contains("href=\"/tin/1\""));
}

async fn a_corrected_title_gets_its_own_address_and_the_old_one_leads_there(app: TestApp) {
    let mai = published(&app, "Ông A nhận hối lộ").await;
    assert_eq!(mai.write(&app, "Ông A được minh oan", TEXT, "submit").await.status, 303);
    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    khoe.do_(&app, "publish", &[("note", "Tiêu đề trước đây nêu sai.")]).await;
    let visitor = app.as_(Who::Visitor).await;
    let moved = visitor.get("/tin/1/ong-a-nhan-hoi-lo").await;
    assert_eq!((moved.status.as_u16(), moved.location()), (301, "/tin/1/ong-a-duoc-minh-oan"));
    assert_eq!(visitor.get("/tin/1/ong-a-duoc-minh-oan").await.status, 200);
    assert!(!visitor.get("/tin.atom").await.text().contains("hoi-lo"));
}

async fn no_character_breaks_the_feed_or_the_database(app: TestApp) {
    let title = "Thông\u{fffe} xe\u{ffff} \u{202e}lên\u{2066} bản\0";
    let story = published(&app, title).await;
    let visitor = app.as_(Who::Visitor).await;
    let feed = visitor.get("/tin.atom").await.text();
    assert!(feed.contains("<title>Thông xe lên bản</title>"), "{feed}");
    for bad in ['\u{fffe}', '\u{ffff}', '\u{202e}', '\u{2066}', '\0'] {
        assert!(!feed.contains(bad) && !visitor.get("/").await.text().contains(bad), "{bad:?}");
    }
    // What stands in the database from before is kept out of the feed too.
    app.tamper("UPDATE posting SET title = title || '\u{ffff}'").await;
    published(&app, "Bài sau").await;
    assert!(!visitor.get("/tin.atom").await.text().contains('\u{ffff}'));
    // Reasons, picture words, names and searches of whatever characters are no fault of the server.
    let quan = story.for_(&app, Who::Quan).await;
    quan.do_(&app, "withdraw", &[("reason", "Sai\0 \u{202e}số\nliệu")]).await;
    let page = visitor.get(visitor.get("/tin/1").await.location()).await.text();
    assert!(page.contains("Sai số") && !page.contains('\u{202e}'), "{page}");
    let added =
        story.who.upload("/desk/newsroom/assets", "a.png", &plain_png(8, 8), "Trẻ\0 em\u{fffe}").await;
    assert_eq!(added.status, 201, "{}", added.text());
    assert_eq!(story.who.get("/desk/newsroom/stories?q=%00%EF%BF%BF").await.status, 200);
}

/// Saves the form with places of one's own choice.
async fn save_at(desk: &Desk, title: &str, places: &[String], then: &str) -> Answer {
    let (lock, version) = desk.open().await;
    let mut fields = vec![
        ("lock", lock.as_str()),
        ("version", &version),
        ("title", title),
        ("summary", "Một câu."),
        ("body_notation", TEXT),
        ("then", then),
    ];
    fields.extend(places.iter().map(|place| ("place", place.as_str())));
    desk.who.post(&format!("{}/save", desk.address), &fields).await
}

async fn two_sections_of_one_site_are_one_place(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let places = [app.world.place("portal/y-te"), app.world.place("portal/su-kien")];
    assert_eq!(save_at(&mai, "Hai chuyên mục", &places, "submit").await.status, 303);
    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    khoe.do_(&app, "publish", &[]).await;
    let visitor = app.as_(Who::Visitor).await;
    assert!(visitor.get("/muc/y-te").await.text().contains("Hai chuyên mục"), "the first that was chosen");
    assert!(!visitor.get("/muc/su-kien").await.text().contains("Hai chuyên mục"));
    let many: Vec<String> = (0..101).map(|_| format!("{0}/{0}", uuid::Uuid::now_v7())).collect();
    let other = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(save_at(&other, "Quá nhiều nơi", &many, "save").await.status, 422);
    // A story that goes on as before.
    approved(&app, "Bài khác").await;
}

async fn the_old_password_opens_no_session(app: TestApp) {
    let mai = app.as_(Who::Mai).await;
    let before = (sessions(&app).await, signed_in(&app).await);
    let poor = [("old", PASSWORD), ("password", "ngắn")];
    assert_eq!(mai.post("/desk/account/password", &poor).await.status, 422);
    assert_eq!((sessions(&app).await, signed_in(&app).await), before, "nobody signed in");
    assert_eq!(attempts(&app).await, 0, "the right password is no wrong try");
}

async fn sessions(app: &TestApp) -> i64 {
    db::one(app.agency.app.db.reader(), "SELECT COUNT(*) FROM session", Vec::new()).await.unwrap()
}

async fn signed_in(app: &TestApp) -> i64 {
    let sql = "SELECT COUNT(*) FROM ledger WHERE action = 'signed-in'";
    db::one(app.agency.app.db.reader(), sql, Vec::new()).await.unwrap()
}

async fn another_sites_link_takes_no_pen(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let edit = format!("{}/edit", mai.address);
    for elsewhere in ["cross-site", "same-site"] {
        let mut led = mai.who.clone();
        led.headers.insert("sec-fetch-site", HeaderValue::from_static(elsewhere));
        let answer = led.get(&edit).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, mai.address.as_str()));
    }
    let pao = mai.for_(&app, Who::Pao).await;
    assert_eq!(pao.who.get(&edit).await.status, 200, "nobody holds the pen");
    let mut own = pao.who.clone();
    own.headers.insert("sec-fetch-site", HeaderValue::from_static("none"));
    assert_eq!(own.get(&edit).await.status, 200);
}

async fn ten_thousand_pictures_are_refused_in_words(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let figure = "![a](asset:0190a000-0000-7000-8000-000000000000)\n\n";
    let answer = mai.write(&app, "Nhiều ảnh", &figure.repeat(10_000), "save").await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("hơn 200 ảnh"));
    assert_eq!(mai.write(&app, "Vừa đủ", &figure.repeat(200), "save").await.status, 303);
}
