//! Documents come whole, packed or not, and not again when they have not changed.

use crate::server::{Does, Server, fetcher, get, open, says};
use fetch::{Fetch, FetchError, Outcome, Wanted};
use std::io::Write;
use std::time::Duration;

fn body(outcome: Outcome) -> fetch::Body {
    match outcome {
        Outcome::Body(body) => body,
        Outcome::NotModified => panic!("a body was expected"),
    }
}

#[tokio::test]
async fn a_document_comes_with_what_its_head_says() {
    let server = Server::start(|_| {
        let head = "200 OK\r\ncontent-type: application/RSS+xml; charset=Windows-1258\r\netag: \"a1\"\r\n\
                    last-modified: Sun, 22 Nov 2026 01:00:00 GMT\r\ncache-control: public, max-age=300";
        says(head, "<rss/>")
    })
    .await;
    let fetcher = fetcher(open(&[&server]));
    let got = get(&fetcher, &server.url("a.test", "/tin?x=1#y")).await.unwrap();
    assert_eq!(got.etag.as_deref(), Some("\"a1\""));
    assert_eq!(got.last_modified.as_deref(), Some("Sun, 22 Nov 2026 01:00:00 GMT"));
    assert_eq!(got.max_age, Some(Duration::from_secs(300)));
    assert_eq!(got.final_url.as_str(), server.url("a.test", "/tin?x=1"));
    assert_eq!(got.moved_permanently, None);
    let body = body(got.outcome);
    assert_eq!(&body.bytes[..], b"<rss/>");
    assert_eq!(body.content_type.as_deref(), Some("application/rss+xml"));
    assert_eq!(body.charset.as_deref(), Some("windows-1258"));
}

#[tokio::test]
async fn we_say_who_we_are() {
    let server = Server::start(|_| says("200 OK", "")).await;
    let fetcher = fetcher(open(&[&server]));
    let ask = Fetch { wanted: Wanted::Page, robots: false, ..Fetch::get(&server.url("a.test", "/")) };
    fetcher.fetch(&ask).await.unwrap();
    let asked = server.last().to_ascii_lowercase();
    assert!(asked.contains("user-agent: daumoi/"), "{asked}");
    assert!(asked.contains("(+https://tuyenquang.example.vn; vanphong@tuyenquang.example.vn)"));
    assert!(asked.contains("from: vanphong@tuyenquang.example.vn"));
    assert!(asked.contains("accept: text/html"));
    assert!(!asked.contains("cookie") && !asked.contains("referer"));
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let server = Server::start(|_| Does::Says(b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec())).await;
    let fetcher = fetcher(open(&[&server]));
    let mut ask = Fetch { robots: false, ..Fetch::get(&server.url("a.test", "/")) };
    ask.etag = Some("W/\"x\"".into());
    ask.last_modified = Some("Sun, 22 Nov 2026 01:00:00 GMT".into());
    let got = fetcher.fetch(&ask).await.unwrap();
    assert_eq!(got.outcome, Outcome::NotModified);
    assert_eq!((got.etag, got.last_modified), (ask.etag.clone(), ask.last_modified.clone()));
    let asked = server.last().to_ascii_lowercase();
    assert!(asked.contains("if-none-match: w/\"x\"\r\n"));
    assert!(asked.contains("if-modified-since: sun, 22 nov 2026 01:00:00 gmt\r\n"));
    // A 304 that nobody can have asked for is no answer.
    let plain = get(&fetcher, &server.url("a.test", "/")).await;
    assert!(matches!(plain, Err(FetchError::Status { code: 304, .. })));
}

#[tokio::test]
async fn packed_documents_are_unpacked() {
    let text = "Mưa lớn ở Hà Giang. ".repeat(100);
    let packed = |text: &str| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gzip.write_all(text.as_bytes()).unwrap();
        gzip.finish().unwrap()
    };
    let bytes = packed(&text);
    let server = Server::start(move |_| says("200 OK\r\ncontent-encoding: gzip", &bytes)).await;
    let got = get(&fetcher(open(&[&server])), &server.url("a.test", "/")).await.unwrap();
    assert_eq!(body(got.outcome).bytes, text.as_bytes());

    let server = Server::start(|_| says("200 OK\r\ncontent-encoding: gzip", "not packed at all")).await;
    let got = get(&fetcher(open(&[&server])), &server.url("a.test", "/")).await;
    assert_eq!(got.unwrap_err(), FetchError::BadAnswer);

    let server = Server::start(|_| says("200 OK\r\ncontent-encoding: zstd", "packed otherwise")).await;
    let got = get(&fetcher(open(&[&server])), &server.url("a.test", "/")).await;
    assert_eq!(got.unwrap_err(), FetchError::BadAnswer);
}

#[tokio::test]
async fn a_status_says_what_it_means_for_us() {
    for (head, key, after) in [
        ("404 Not Found", "fetch-not-there", None),
        ("410 Gone", "fetch-gone", None),
        ("403 Forbidden", "fetch-not-for-us", None),
        ("429 Too Many Requests\r\nretry-after: 90", "fetch-leave-alone", Some(90)),
        ("503 Busy\r\nretry-after: 30", "fetch-server-trouble", Some(30)),
        ("418 Teapot", "fetch-odd-status", None),
        ("300 Choices", "fetch-odd-status", None),
    ] {
        let server = Server::start(move |_| says(head, "no")).await;
        let why = get(&fetcher(open(&[&server])), &server.url("a.test", "/")).await.unwrap_err();
        assert_eq!(why.key(), key);
        assert_eq!(why.retry_after().map(|it| it.as_secs()), after, "{head}");
    }
}
