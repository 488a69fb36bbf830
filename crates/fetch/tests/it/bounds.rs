//! Hostile servers: endless, slow, bursting, lying. Each ends in a clear word, soon, with little memory.

use crate::server::{Does, Server, fetcher, get, open, says};
use fetch::{FetchError, Stage};
use std::io::Write;
use std::time::Duration;
use tokio::time::Instant;

/// What becomes of a server that does this, with time enough for everything that ends.
async fn outcome(does: impl Fn() -> Does + Send + Sync + 'static) -> FetchError {
    within(Duration::from_secs(20), does).await
}

/// The same with three times this for the whole.
async fn within(first_byte: Duration, does: impl Fn() -> Does + Send + Sync + 'static) -> FetchError {
    let server = Server::start(move |_| does()).await;
    let mut policy = open(&[&server]);
    policy.first_byte = first_byte;
    policy.whole = first_byte * 3;
    let began = Instant::now();
    let why = get(&fetcher(policy), &server.url("a.test", "/")).await.unwrap_err();
    assert!(began.elapsed() < Duration::from_secs(15), "{why}");
    why
}

#[tokio::test]
async fn an_endless_body_is_cut_at_the_limit() {
    let endless = || Does::SaysForEver(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 8192]);
    assert_eq!(outcome(endless).await, FetchError::TooLarge { limit: 64 * 1024 });
    let chunks = || {
        let mut chunk = b"1000\r\n".to_vec();
        chunk.extend([b'x'; 4096]);
        chunk.extend(b"\r\n");
        Does::SaysForEver(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec(), chunk)
    };
    assert_eq!(outcome(chunks).await, FetchError::TooLarge { limit: 64 * 1024 });
}

#[tokio::test]
async fn a_bomb_is_cut_at_the_limit_of_what_it_unpacks_to() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..256 {
        gzip.write_all(&[0; 64 * 1024]).unwrap();
    }
    let bomb = gzip.finish().unwrap();
    assert!(bomb.len() < 32 * 1024, "16 MiB in {} bytes", bomb.len());
    // Without a length, so that only what comes out can tell.
    let bytes = [b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n".to_vec(), bomb].concat();
    assert_eq!(outcome(move || Does::Says(bytes.clone())).await, FetchError::TooLarge { limit: 64 * 1024 });
}

#[tokio::test]
async fn a_length_over_the_limit_is_refused_before_reading() {
    let why =
        outcome(|| Does::Says(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n".to_vec())).await;
    assert_eq!(why, FetchError::TooLarge { limit: 64 * 1024 });
}

#[tokio::test]
async fn ten_megabytes_of_head_are_no_answer() {
    let one = || {
        let head = format!("HTTP/1.1 200 OK\r\nx: {}\r\n\r\n", "y".repeat(10 * 1024 * 1024));
        Does::Says(head.into_bytes())
    };
    assert_eq!(outcome(one).await, FetchError::BadAnswer);
    let many = || Does::SaysForEver(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x: y\r\n".repeat(1000));
    assert_eq!(outcome(many).await, FetchError::BadAnswer);
}

#[tokio::test]
async fn a_server_that_dribbles_runs_out_of_time() {
    let head = || Does::Dribbles(b"HTTP/1.1 200 OK\r\nx: ".repeat(50), Duration::from_millis(50));
    let short = Duration::from_millis(400);
    assert_eq!(within(short, head).await, FetchError::TimedOut(Stage::FirstByte));
    let body = || {
        let bytes = [b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 500]].concat();
        Does::Dribbles(bytes, Duration::from_millis(10))
    };
    assert_eq!(within(short, body).await, FetchError::TimedOut(Stage::Whole));
    assert_eq!(within(short, || Does::Sleeps).await, FetchError::TimedOut(Stage::FirstByte));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_not_taken_for_whole() {
    for bytes in [
        &b""[..],
        b"HTTP/1.1 200 OK\r\ncontent-le",
        b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nshort\r\n",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nshort",
    ] {
        let why = outcome(move || Does::Resets(bytes.to_vec())).await;
        assert_eq!(why, FetchError::BrokeOff, "{}", String::from_utf8_lossy(bytes));
    }
}

#[tokio::test]
async fn what_is_not_http_is_said_to_be_so() {
    for bytes in [
        &b"SSH-2.0-OpenSSH_9.2\r\n"[..],
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nx",
    ] {
        let why = outcome(move || Does::Says(bytes.to_vec())).await;
        assert_eq!(why, FetchError::BadAnswer, "{}", String::from_utf8_lossy(bytes));
    }
}

#[tokio::test]
async fn more_bytes_than_promised_are_not_part_of_the_document() {
    let server =
        Server::start(|_| Does::Says(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nherethere".to_vec()))
            .await;
    let got = get(&fetcher(open(&[&server])), &server.url("a.test", "/")).await.unwrap();
    let fetch::Outcome::Body(body) = got.outcome else { panic!("a body") };
    assert_eq!(&body.bytes[..], b"here");
}

#[tokio::test]
async fn a_wish_may_set_a_lower_limit_but_no_higher_one() {
    let server = Server::start(|path| says("200 OK", "x".repeat(path.len()))).await;
    let mut policy = open(&[&server]);
    policy.max_body = 20;
    let fetcher = fetcher(policy);
    for (length, own, fits) in
        [(10, Some(10), true), (11, Some(10), false), (20, None, true), (21, Some(99), false)]
    {
        let url = server.url("a.test", &format!("/{}", "y".repeat(length - 1)));
        let ask = fetch::Fetch { max_body: own, robots: false, ..fetch::Fetch::get(&url) };
        assert_eq!(fetcher.fetch(&ask).await.is_ok(), fits, "{length} {own:?}");
    }
}
