//! The public sites: nothing leaks, pages are kept and renewed, dates are addresses.

use crate::newsdesk::{Desk, TEXT, approved, published, submitted};
use http::HeaderValue;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    nothing_leaks_before_its_time,
    a_limited_story_exists_for_those_named_only,
    pages_are_kept_and_renewed,
    the_archive_answers_every_date,
    the_neighbours_of_a_story_are_stable,
    two_sites_from_one_store,
);

/// Everything a visitor could look at for a story that is not public.
async fn everything_public(visitor: &Client) -> String {
    let mut all = String::new();
    for page in [
        "/",
        "/muc/su-kien",
        "/muc/y-te",
        "/tin.atom",
        "/muc/y-te/tin.atom",
        "/luu-tru",
        "/luu-tru/2026/11",
        "/luu-tru/2026/11/22",
        "/luu-tru/2026/11/23",
        "/dinh-chinh",
        "/tim-kiem?q=bi+mat",
        "/tim-kiem?q=b%C3%AD+m%E1%BA%ADt",
        "/co-so/",
        "/co-so/muc/can-biet",
        "/co-so/tin.atom",
        "/co-so/tim-kiem?q=mat",
        "/tim-kiem.json?q=bi+mat",
        "/tim-kiem.atom?q=kx7",
        "/tim-kiem/goi-y?q=chuyen+bi",
        "/tin/1",
        "/tin/1/bi-mat",
        "/tin/2/bi-mat",
        "/co-so/tin/1/bi-mat",
        "/bi-mat",
        "/sitemap.xml",
        "/healthz",
    ] {
        let answer = visitor.get(page).await;
        all.push_str(&format!("{:?} {}", answer.headers, answer.text().replace("value=\"bí mật\"", "")));
    }
    all
}

async fn nothing_leaks_before_its_time(app: TestApp) {
    const TITLE: &str = "Chuyện bí mật Kx7";
    let draft = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(draft.write(&app, TITLE, &format!("{TEXT}\n\nKx7"), "save").await.status, 303);
    let waiting = submitted(&app, TITLE).await;
    let timed = approved(&app, TITLE).await;
    let khoe = timed.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "schedule", &[("at", "2026-11-22T09:00:00")]).await;
    let visitor = app.as_(Who::Visitor).await;
    app.follow_search().await;
    assert!(!everything_public(&visitor).await.contains("Kx7"));
    // The same for people of another unit: not a title in a list, not a 403 that should be a 404.
    let other = app.as_(Who::Do).await;
    for desk in [&draft, &waiting, &timed] {
        for path in ["", "/edit", "/compare"] {
            assert_eq!(other.get(&format!("{}{path}", desk.address)).await.status, 404);
        }
        assert_eq!(other.post(&format!("{}/approve", desk.address), &[]).await.status, 404);
    }
    for list in ["/desk", "/desk/newsroom/stories", "/desk/newsroom/schedule", "/desk/newsroom/stories?q=Kx7"]
    {
        assert!(!other.get(list).await.text().contains("bí mật Kx7"), "{list}");
    }
    // What the list shows is what the page answers, for everyone.
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Visitor) {
        let client = app.as_(who).await;
        let list = client.get("/desk/newsroom/stories?q=kx7").await.text();
        for desk in [&draft, &waiting, &timed] {
            let seen = client.get(&desk.address).await.status == 200;
            assert_eq!(list.contains(&desk.address), seen, "{who:?}");
        }
    }
    // A correction in the making leaks no more than a draft does.
    let out = published(&app, "Bản công khai").await;
    assert_eq!(out.write(&app, TITLE, TEXT, "submit").await.status, 303);
    assert!(!everything_public(&visitor).await.contains("Kx7"));
    app.forward(Duration::from_secs(2 * 3600));
    app.run_jobs().await;
    assert!(visitor.get("/").await.text().contains("Kx7"), "and then it is there");
}

async fn a_limited_story_exists_for_those_named_only(app: TestApp) {
    let mai = submitted(&app, "Hạn chế Qz9").await;
    let trang = app.world.people[&Who::Trang].to_string();
    mai.do_(&app, "readers", &[("limited", "1"), ("reader", &trang)]).await;
    for (who, status) in [
        (Who::Mai, 200),
        (Who::Trang, 200),
        (Who::Quan, 200),
        (Who::Son, 200),
        (Who::Pao, 404),
        (Who::Khoe, 404),
        (Who::Do, 404),
        (Who::Luc, 404),
    ] {
        let client = app.as_(who).await;
        assert_eq!(client.get(&mai.address).await.status, status, "{who:?}");
        let listed = client.get("/desk/newsroom/stories").await.text().contains("Qz9");
        assert_eq!(listed, status == 200, "the list says the same as the page: {who:?}");
        let reviews = client.get("/desk/newsroom/review").await.text().contains("Qz9");
        assert_eq!(reviews, matches!(who, Who::Quan | Who::Son), "{who:?}");
    }
}

async fn pages_are_kept_and_renewed(app: TestApp) {
    let mai = published(&app, "Trang được giữ").await;
    let mut visitor = app.as_(Who::Visitor).await;
    let first = visitor.get("/").await;
    assert_eq!(first.header("cache-control"), "public, no-cache");
    let tag = first.header("etag").to_owned();
    visitor.headers.insert("if-none-match", HeaderValue::from_str(&tag).unwrap());
    assert_eq!(visitor.get("/").await.status, 304);
    assert_eq!(visitor.get("/?utm_source=x").await.status, 304, "words that mean nothing make no page");
    visitor.headers.insert("accept-encoding", HeaderValue::from_static("gzip, br"));
    visitor.headers.remove("if-none-match");
    assert_eq!(visitor.get("/").await.header("content-encoding"), "br");
    // A page that lies ready is handed out before any router, under the same headers as when it was made.
    let corrections = visitor.get("/dinh-chinh").await;
    let ready = visitor.get("/dinh-chinh").await;
    assert_eq!((corrections.status, &corrections.bytes), (ready.status, &ready.bytes));
    assert_eq!(corrections.headers, ready.headers);
    assert!(ready.header("content-security-policy").contains("default-src 'self'"));
    assert_eq!(visitor.post("/dinh-chinh", &[]).await.status, 405);
    visitor.headers.insert("cookie", HeaderValue::from_static("lang=en"));
    assert_ne!(visitor.get("/dinh-chinh").await.bytes, ready.bytes, "each language has pages of its own");
    visitor.headers.remove("cookie");
    // What changes in public changes every page at once.
    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "withdraw", &[("reason", "Nhầm.")]).await;
    visitor.headers.remove("accept-encoding");
    visitor.headers.insert("if-none-match", HeaderValue::from_str(&tag).unwrap());
    let renewed = visitor.get("/").await;
    assert_eq!(renewed.status, 200);
    assert!(renewed.text().contains("Nhầm.") && !renewed.text().contains("lead-one"));
}

async fn the_archive_answers_every_date(app: TestApp) {
    published(&app, "Tin hôm nay").await;
    let visitor = app.as_(Who::Visitor).await;
    assert!(visitor.get("/luu-tru/2026/11/22").await.text().contains("Tin hôm nay"));
    let empty = visitor.get("/luu-tru/2026/11/21").await;
    assert_eq!(empty.status, 200);
    assert!(empty.text().contains("Ngày này không có tin, bài nào"));
    for nothing in
        ["/luu-tru/2026/02/30", "/luu-tru/2026/13/01", "/luu-tru/9999999999/01", "/luu-tru/2026/00/00"]
    {
        assert_eq!(visitor.get(nothing).await.status, 404, "{nothing}");
    }
    assert_eq!(visitor.get("/luu-tru?ngay=2026-11-22").await.location(), "/luu-tru/2026/11/22");
    let wrong = visitor.get("/luu-tru?ngay=hom-nay").await;
    assert_eq!(visitor.get(wrong.location()).await.status, 404);
    for nothing in
        ["/muc/y-te?page=1000000000", "/muc/y-te?page=0", "/muc/y-te?page=2", "/dinh-chinh?page=-1"]
    {
        assert_eq!(visitor.get(nothing).await.status, 404, "{nothing}");
    }
}

async fn the_neighbours_of_a_story_are_stable(app: TestApp) {
    // Three at the same instant: order is by time, then number (S142).
    for title in ["Tin a", "Tin b", "Tin c"] {
        published(&app, title).await;
    }
    let visitor = app.as_(Who::Visitor).await;
    let middle = visitor.get("/tin/2/tin-b").await.text();
    let older = middle.find("/tin/1/tin-a\" rel=\"prev\"").is_some();
    let newer = middle.find("/tin/3/tin-c\" rel=\"next\"").is_some();
    assert!(older && newer, "{middle}");
    let moved = visitor.get("/tin/2/ten-cu").await;
    assert_eq!((moved.status.as_u16(), moved.location()), (301, "/tin/2/tin-b"));
}

async fn two_sites_from_one_store(app: TestApp) {
    published(&app, "Cho cả hai trang").await;
    let visitor = app.as_(Who::Visitor).await;
    let (full, light) = (visitor.get("/").await.text(), visitor.get("/co-so/").await.text());
    assert!(
        full.contains("Cổng thông tin điện tử tỉnh Liên Sơn") && full.contains("/tin/1/cho-ca-hai-trang")
    );
    assert!(light.contains("Trang thông tin về cơ sở") && light.contains("/co-so/tin/1/cho-ca-hai-trang"));
    assert!(light.contains("face-light"));
    assert_eq!(visitor.get("/co-so/muc/y-te").await.status, 404, "the other site's section");
    // The interface speaks English on request; the stories stay what they are.
    let chosen = visitor.get("/ngon-ngu/en?ve=/muc/y-te").await;
    assert_eq!(chosen.location(), "/muc/y-te");
    assert_eq!(visitor.get("/ngon-ngu/en?ve=//evil.example").await.location(), "/");
    let mut english = visitor.clone();
    english.headers.insert("cookie", HeaderValue::from_static("lang=en"));
    assert!(english.get("/tin/1/cho-ca-hai-trang").await.text().contains("Published"));
    assert!(visitor.get("/tin/1/cho-ca-hai-trang").await.text().contains("Đăng lúc"));
}
