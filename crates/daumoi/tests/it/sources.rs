//! Sources: asked politely, each for itself, and heard as soon as they have something new. The outlets are real
//! servers on this machine.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use fetch::{Fetcher, Policy};
use http::{HeaderMap, StatusCode, header};
use kernel::Actor;
use listening::outlet::{Level, OutletKind};
use listening::verbs::{self, OutletWish, SourceKind, SourceWish};
use listening::{Asked, Poller};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use testkit::{TestApp, Who, journey};
use tokio::net::TcpListener;

journey!(
    a_source_is_asked_and_only_what_is_new_is_heard,
    one_outlets_failure_delays_no_other_and_is_said,
    a_list_page_and_its_articles_are_read,
    nothing_inside_is_reached_unless_allowed,
    lists_come_in_and_go_out,
    two_feeds_of_one_outlet_may_title_an_article_differently,
    an_article_that_cannot_be_read_again_keeps_its_text,
    one_process_listens_and_another_when_it_has_gone,
    a_rule_reads_the_pages_of_an_outlet_and_is_left_when_it_no_longer_fits,
);

/// An outlet on this machine: its feed, its pages, and how often each was asked for.
#[derive(Clone, Default)]
struct Outlet {
    feed: Arc<Mutex<String>>,
    other_feed: Arc<Mutex<String>>,
    /// A path that answers that the server is too busy.
    busy: Arc<Mutex<String>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Outlet {
    async fn open(feed: &str) -> (Self, String) {
        let outlet = Self { feed: Arc::new(Mutex::new(feed.to_owned())), ..Self::default() };
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let site = Router::new().fallback(get(serve)).with_state(outlet.clone());
        tokio::spawn(async move { axum::serve(listener, site).await.unwrap() });
        (outlet, address)
    }

    fn print(&self, feed: String) {
        *self.feed.lock().unwrap() = feed;
    }

    fn times(&self, path: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|asked| *asked == path).count()
    }
}

async fn serve(State(outlet): State<Outlet>, headers: HeaderMap, uri: http::Uri) -> Response {
    let path = uri.path().to_owned();
    outlet.asked.lock().unwrap().push(path.clone());
    let body = outlet.feed.lock().unwrap().clone();
    let page = |title: &str| {
        let told = match title {
            "/mua-lon.html" => {
                "Mưa lớn suốt đêm làm ngập ngầm tràn, hai chục hộ phải sơ tán lên nhà văn hóa."
            }
            "/sat-lo.html" => "Đất đá vùi lấp ba mươi mét đường vào bản, máy xúc làm việc từ tờ mờ sáng.",
            _ => "Bà con xuống chợ bán gừng, bán vải lanh, khách miền xuôi mua hết từ giữa buổi.",
        };
        format!(
            "<!doctype html><html lang=vi><head><meta charset=utf-8><title>{title}</title></head><body><article>\
             <h1>{title}</h1><p>{told}</p><p>{told} Phóng viên ghi tại chỗ, dài hơn lời tóm tắt.</p></article></body></html>"
        )
    };
    match path.as_str() {
        path if *outlet.busy.lock().unwrap() == path => StatusCode::FORBIDDEN.into_response(),
        "/rss-khac" => outlet.other_feed.lock().unwrap().clone().into_response(),
        "/robots.txt" => (StatusCode::OK, "User-agent: *\nDisallow: /cam/\n").into_response(),
        "/rss" => {
            let tag = format!("\"{}\"", body.len());
            if headers.get(header::IF_NONE_MATCH).is_some_and(|sent| sent.to_str().unwrap() == tag) {
                return StatusCode::NOT_MODIFIED.into_response();
            }
            ([(header::ETAG, tag), (header::CONTENT_TYPE, "application/rss+xml".to_owned())], body)
                .into_response()
        }
        "/danh-sach" => axum::response::Html(body).into_response(),
        "/bo" => StatusCode::GONE.into_response(),
        "/hong" => "không phải nguồn tin".into_response(),
        "/cham" => std::future::pending().await,
        path if path.ends_with(".html") => axum::response::Html(page(path)).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn feed(items: &[(&str, &str)]) -> String {
    let items: String = items
        .iter()
        .map(|(title, link)| {
            format!(
                "<item><title>{title}</title><link>{link}</link><guid>1</guid>\
                 <pubDate>Sun, 22 Nov 2026 07:20:00 +0700</pubDate><description>Tóm tắt {title}</description></item>"
            )
        })
        .collect();
    format!("<rss version=\"2.0\"><channel><title>Báo</title>{items}</channel></rss>")
}

async fn source(app: &TestApp, name: &str, url: &str, kind: SourceKind) {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let wish = OutletWish {
        name: name.into(),
        domain: String::new(),
        level: Level::Province,
        kind: OutletKind::Paper,
        locality: String::new(),
        licensed: false,
    };
    let outlet = verbs::outlet_for(&mut cx, &wish).await.unwrap();
    let wish =
        SourceWish { outlet, title: String::new(), url: url.into(), kind, reads_pages: true, on: true };
    verbs::add_source(&mut cx, &wish).await.unwrap();
    cx.finish().await.unwrap();
}

fn fetcher(addresses: &[&str]) -> Fetcher {
    let mut policy = Policy::new("https://tinh.example/", "vp@tinh.example");
    policy.gap = Duration::from_millis(1);
    policy.first_byte = Duration::from_millis(700);
    for address in addresses {
        policy.allow.push("127.0.0.1".parse().unwrap());
        policy.ports.insert(address.rsplit(':').next().unwrap().parse().unwrap());
    }
    Fetcher::new(policy).unwrap()
}

async fn poll(app: &TestApp, fetcher: &Fetcher) -> Asked {
    Poller::new(app.agency.listening.clone(), fetcher.clone()).poll_due().await.unwrap()
}

async fn a_source_is_asked_and_only_what_is_new_is_heard(app: TestApp) {
    let (outlet, at) = Outlet::open("").await;
    let link = |slug: &str| format!("{at}/{slug}.html");
    outlet.print(feed(&[
        ("Mưa lớn ở Nậm Ưởng", &link("mua-lon")),
        ("Chợ phiên đông khách", &link("cho-phien")),
    ]));
    source(&app, "Báo Thử", &format!("{at}/rss"), SourceKind::Feed).await;
    let fetcher = fetcher(&[&at]);
    assert_eq!(poll(&app, &fetcher).await, Asked { sources: 1, new: 2, failed: 0 });
    // The article is read on its own page, and both items live although the outlet uses one guid for all.
    assert_eq!((outlet.times("/mua-lon.html"), outlet.times("/robots.txt")), (1, 1));
    let duy = app.as_(Who::Duy).await;
    let list = duy.get("/desk/listening/threads").await.text();
    assert!(list.contains("Mưa lớn ở Nậm Ưởng") && list.contains("Chợ phiên đông khách"), "{list}");
    // Before its time nobody asks again; then what has not changed is not sent again.
    assert_eq!(poll(&app, &fetcher).await.sources, 0);
    app.forward(Duration::from_secs(1200));
    assert_eq!(poll(&app, &fetcher).await, Asked { sources: 1, new: 0, failed: 0 });
    assert_eq!((outlet.times("/rss"), outlet.times("/mua-lon.html")), (2, 1));
    // Something new, and a headline that was changed: only these two articles are read.
    outlet.print(feed(&[
        ("Sạt lở ở Tả Ngảo", &link("sat-lo")),
        ("Mưa lớn ở Nậm Ưởng, ba bản bị cô lập", &link("mua-lon")),
        ("Chợ phiên đông khách", &link("cho-phien")),
    ]));
    app.forward(Duration::from_secs(3600));
    assert_eq!(poll(&app, &fetcher).await.new, 1);
    let times = ["/sat-lo.html", "/mua-lon.html", "/cho-phien.html"].map(|path| outlet.times(path));
    assert_eq!(times, [1, 2, 1]);
    assert!(duy.get("/desk/listening/threads").await.text().contains("ba bản bị cô lập"));
    // Silent for three days: the page says so.
    for _ in 0..40 {
        app.forward(Duration::from_secs(2 * 3600));
        poll(&app, &fetcher).await;
    }
    assert!(
        app.as_(Who::Duy).await.get("/desk/listening/sources").await.text().contains("Im lặng quá 3 ngày")
    );
}

async fn one_outlets_failure_delays_no_other_and_is_said(app: TestApp) {
    let (_slow, slow_at) = Outlet::open("").await;
    let (_bad, bad_at) = Outlet::open("").await;
    let (good, good_at) = Outlet::open("").await;
    good.print(feed(&[("Tin tốt lành ở bản xa", &format!("{good_at}/tin.html"))]));
    source(&app, "Báo Chậm", &format!("{slow_at}/cham"), SourceKind::Feed).await;
    source(&app, "Báo Hỏng", &format!("{bad_at}/hong"), SourceKind::Feed).await;
    source(&app, "Báo Bỏ", &format!("{bad_at}/bo"), SourceKind::Feed).await;
    source(&app, "Báo Cấm", &format!("{bad_at}/cam/rss"), SourceKind::Feed).await;
    source(&app, "Báo Tốt", &format!("{good_at}/rss"), SourceKind::Feed).await;
    let asked = poll(&app, &fetcher(&[&slow_at, &bad_at, &good_at])).await;
    assert_eq!(asked, Asked { sources: 5, new: 1, failed: 4 });
    let page = app.as_(Who::Duy).await.get("/desk/listening/sources").await.text();
    for said in ["Trả lời quá chậm", "Không phải RSS", "đã tự tắt", "robots.txt của nguồn không cho đọc"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    // One that fails is asked again later, and later still.
    let faces = listening::sources(app.agency.app.db.reader()).await.unwrap();
    let slow = faces.iter().find(|face| face.outlet == "Báo Chậm").unwrap();
    assert!(slow.on && slow.failures == 1 && slow.next_at > app.agency.app.db.now());
    assert!(!faces.iter().find(|face| face.outlet == "Báo Bỏ").unwrap().on);
}

async fn a_list_page_and_its_articles_are_read(app: TestApp) {
    let (outlet, at) = Outlet::open("").await;
    outlet.print(
        "<!doctype html><html><body><a href='/gioi-thieu'>Giới thiệu</a>\
         <h3><a href='/nuoc-may-duc-o-nam-uong-2045.html'>Nước máy đục ở phường Nậm Ưởng sau mưa</a></h3></body></html>"
            .into(),
    );
    source(&app, "Báo Không Nguồn", &format!("{at}/danh-sach"), SourceKind::Page).await;
    assert_eq!(poll(&app, &fetcher(&[&at])).await.new, 1);
    assert_eq!(outlet.times("/nuoc-may-duc-o-nam-uong-2045.html"), 1);
    let list = app.as_(Who::Duy).await.get("/desk/listening/threads").await.text();
    assert!(list.contains("Nước máy đục ở phường Nậm Ưởng sau mưa"));
}

async fn nothing_inside_is_reached_unless_allowed(app: TestApp) {
    let (inside, at) = Outlet::open("bí mật").await;
    for (n, url) in [
        format!("{at}/rss"),
        "http://169.254.169.254/latest/meta-data/".into(),
        "http://[::1]/".into(),
        "http://10.0.0.1/rss".into(),
        "http://localhost/rss".into(),
    ]
    .iter()
    .enumerate()
    {
        source(&app, &format!("Báo {n}"), url, SourceKind::Feed).await;
    }
    let asked = poll(&app, &fetcher(&[])).await;
    assert_eq!((asked.sources, asked.failed), (5, 5));
    assert!(inside.asked.lock().unwrap().is_empty());
    let page = app.as_(Who::Duy).await.get("/desk/listening/sources").await.text();
    assert!(page.contains("Địa chỉ nội bộ") && !page.contains("bí mật"), "{page}");
}

async fn lists_come_in_and_go_out(app: TestApp) {
    let duy = app.as_(Who::Duy).await;
    assert_eq!(duy.post("/desk/listening/sources/listed", &[]).await.status, 303);
    let first = duy.get("/desk/listening/sources").await.text();
    assert!(
        first.contains("0 nguồn đang bật") && first.contains("/desk/listening/sources?page=2"),
        "{first}"
    );
    let second = duy.get("/desk/listening/sources?page=2").await.text();
    assert!(format!("{first}{second}").contains("VnExpress"));
    assert_eq!(duy.get("/desk/listening/sources?page=9").await.status, 404);
    // Nothing of it is asked before somebody switches it on.
    assert_eq!(poll(&app, &fetcher(&[])).await.sources, 0);
    let list = duy.get("/desk/listening/sources.opml").await.text();
    assert!(list.contains("<opml") && list.contains("vnexpress.net"), "{list}");
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let entries = wire::feed::opml::read(list.as_bytes()).unwrap();
    assert_eq!(verbs::import_opml(&mut cx, &entries).await.unwrap(), 0, "all are known");
}

async fn two_feeds_of_one_outlet_may_title_an_article_differently(app: TestApp) {
    let (outlet, at) = Outlet::open("").await;
    let article = format!("{at}/mua-lon.html");
    outlet.print(feed(&[("Mưa lớn ở Nậm Ưởng", &article), ("Nậm Ưởng mưa lớn", &article)]));
    *outlet.other_feed.lock().unwrap() = feed(&[("[Video] Mưa lớn, hai chục hộ sơ tán", &article)]);
    source(&app, "Báo Thử", &format!("{at}/rss"), SourceKind::Feed).await;
    let fetcher = fetcher(&[&at]);
    let mut new = poll(&app, &fetcher).await.new;
    source(&app, "Báo Thử", &format!("{at}/rss-khac"), SourceKind::Feed).await;
    for _ in 0..6 {
        new += poll(&app, &fetcher).await.new;
        app.forward(Duration::from_secs(2 * 3600));
    }
    assert!(outlet.times("/rss-khac") > 3, "both feeds are asked");
    assert_eq!((new, outlet.times("/mua-lon.html")), (1, 1), "one article, read once");
    let duy = app.as_(Who::Duy).await;
    let list = duy.get("/desk/listening/threads?days=30").await.text();
    // The first feed tells it, under one of its headlines.
    let first = ["Nậm Ưởng mưa lớn", "Mưa lớn ở Nậm Ưởng", "[Video]"].map(|title| list.contains(title));
    assert_eq!(first.iter().filter(|there| **there).count(), 1, "{list}");
}

async fn an_article_that_cannot_be_read_again_keeps_its_text(app: TestApp) {
    let (outlet, at) = Outlet::open("").await;
    let article = format!("{at}/mua-lon.html");
    outlet.print(feed(&[("Mưa lớn ở Nậm Ưởng", &article)]));
    source(&app, "Báo Thử", &format!("{at}/rss"), SourceKind::Feed).await;
    let fetcher = fetcher(&[&at]);
    poll(&app, &fetcher).await;
    let preview = "/desk/listening/topics/preview?query=%22s%C6%A1%20t%C3%A1n%20l%C3%AAn%20nh%C3%A0%20v%C4%83n%20h%C3%B3a%22";
    let duy = app.as_(Who::Duy).await;
    assert!(duy.get(preview).await.text().contains("Mưa lớn ở Nậm Ưởng"));
    "/mua-lon.html".clone_into(&mut outlet.busy.lock().unwrap());
    outlet.print(feed(&[("Mưa lớn ở Nậm Ưởng: thêm một bản", &article)]));
    app.forward(Duration::from_secs(7200));
    poll(&app, &fetcher).await;
    assert_eq!(outlet.times("/mua-lon.html"), 2);
    // The headline is the new one, and what the page said is still there.
    assert!(duy.get(preview).await.text().contains("thêm một bản"));
}

async fn one_process_listens_and_another_when_it_has_gone(app: TestApp) {
    let poller = || Poller::new(app.agency.listening.clone(), fetcher(&[]));
    let (one, other) = (poller(), poller());
    let second = |many| app.forward(Duration::from_secs(many));
    assert!(one.listens().await.unwrap());
    assert!(!other.listens().await.unwrap());
    // It goes on as long as it says so.
    for _ in 0..10 {
        second(10);
        assert_eq!((one.listens().await.unwrap(), other.listens().await.unwrap()), (true, false));
    }
    // It is gone without a word: another takes over when its term is over, and it does not take the turn back.
    second(31);
    assert!(other.listens().await.unwrap());
    assert!(!one.listens().await.unwrap());
    // One that ends in good order makes room at once.
    other.run(std::future::ready(())).await;
    second(6);
    assert!(one.listens().await.unwrap());
}

async fn a_rule_reads_the_pages_of_an_outlet_and_is_left_when_it_no_longer_fits(app: TestApp) {
    let (outlet, at) = Outlet::open("").await;
    let link = |n: usize| format!("{at}/tin-{n}.html");
    source(&app, "Báo Thử", &format!("{at}/rss"), SourceKind::Feed).await;
    let duy = app.as_(Who::Duy).await;
    let sources = duy.get("/desk/listening/sources").await;
    let address =
        format!("/desk/listening/outlets/{}/rule", sources.between("/desk/listening/outlets/", "/rule"));
    let told =
        "Bà con xuống chợ bán gừng, bán vải lanh, khách miền xuôi mua hết từ giữa buổi, ai cũng phấn khởi.";
    let pasted = format!(
        "<!doctype html><html><body><article><h1 class=ten>Chợ phiên</h1><div class=than><p>{told}</p><p>{told} Hai.</p>\
         <div class=khac><p>{told} Tin khác.<script>alert(1)</script></p></div></div></article></body></html>"
    );
    let rule = "title = \"h1.ten\"\nbody = \".than\"\ndrop = \".khac\"";
    // It is tried before it is set, on a page that is not kept.
    let tried = duy.post(&address, &[("do", "try"), ("rule", rule), ("page", &pasted)]).await;
    assert_eq!(tried.status, 200);
    let shown = tried.text();
    let result = shown.split("h-tried").last().unwrap();
    assert!(
        result.contains("Đọc theo quy tắc") && result.contains("Hai.") && !result.contains("Tin khác"),
        "{result}"
    );
    assert!(!result.contains("<script>alert"));
    assert!(!duy.get(&address).await.text().contains("h1.ten"));
    let bad =
        duy.post(&address, &[("do", "try"), ("rule", "body = \".co-dau\""), ("page", &pasted)]).await.text();
    assert!(bad.contains("không dùng") && bad.contains("Chợ phiên"), "{bad}");
    // What cannot be followed is refused, and stays in the form; who keeps no sources sets none.
    for wrong in ["body = ", "title = \"h1\"", "body = \"p[\"", &"x".repeat(5_000)] {
        let refused = duy.post(&address, &[("do", "set"), ("rule", wrong)]).await;
        assert_eq!(refused.status, 422, "{wrong}");
    }
    assert_eq!(app.as_(Who::Mai).await.post(&address, &[("do", "set"), ("rule", rule)]).await.status, 403);
    let nowhere = "/desk/listening/outlets/018f0000-0000-7000-8000-000000000000/rule";
    assert_eq!(duy.get(nowhere).await.status, 404);
    assert_eq!(duy.post(nowhere, &[("do", "set"), ("rule", rule)]).await.status, 404);
    // The pages of this outlet have no such places: they are read as before, and it is said that the rule does not fit.
    assert_eq!(duy.post(&address, &[("do", "set"), ("rule", rule)]).await.status, 303);
    let titles: Vec<String> = (0..6).map(|n| format!("Chợ phiên thứ {n} đông khách")).collect();
    let links: Vec<String> = (0..6).map(link).collect();
    let items: Vec<(&str, &str)> =
        titles.iter().map(String::as_str).zip(links.iter().map(String::as_str)).collect();
    outlet.print(feed(&items));
    assert_eq!(poll(&app, &fetcher(&[&at])).await.new, 6);
    assert!(duy.get("/desk/listening/sources").await.text().contains("Quy tắc đọc trang không còn khớp"));
    let page = duy.get(&address).await.text();
    assert!(page.contains("6 bài đã đọc, 6 bài không khớp") && page.contains("đã đổi mẫu"), "{page}");
    let preview = "/desk/listening/topics/preview?query=%22b%C3%A1n%20v%E1%BA%A3i%20lanh%22";
    assert!(duy.get(preview).await.text().contains("Chợ phiên thứ 5"));
    // Taken away, nothing is wrong any more.
    assert_eq!(duy.post(&address, &[("do", "set"), ("rule", "")]).await.status, 303);
    assert!(!duy.get("/desk/listening/sources").await.text().contains("không còn khớp"));
}
