//! Manners: one at a time, a gap, `robots.txt`, and nobody waits for a host that is not theirs.

use crate::server::{Does, Server, fetcher, get, open, says};
use fetch::{Fetch, FetchError};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::time::Instant;

#[tokio::test]
async fn requests_to_one_host_stand_a_gap_apart() {
    let server = Server::start(|_| says("200 OK", "")).await;
    let mut policy = open(&[&server]);
    policy.gap = Duration::from_millis(250);
    let fetcher = fetcher(policy);
    let url = server.url("a.test", "/");
    let (one, two, three) = tokio::join!(get(&fetcher, &url), get(&fetcher, &url), get(&fetcher, &url));
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    let times: Vec<Instant> = server.asked.lock().unwrap().iter().map(|it| it.1).collect();
    for pair in times.windows(2) {
        assert!(pair[1] - pair[0] >= Duration::from_millis(245), "{:?}", pair[1] - pair[0]);
    }
}

#[tokio::test]
async fn one_slow_host_delays_no_other() {
    let slow = Server::start(|_| Does::Sleeps).await;
    let quick = Server::start(|_| says("200 OK", "")).await;
    let fetcher = fetcher(open(&[&slow, &quick]));
    let began = Instant::now();
    let waiting: Vec<_> = (0..20)
        .map(|n| {
            let (fetcher, url) = (fetcher.clone(), slow.url("a.test", &format!("/{n}")));
            tokio::spawn(async move { get(&fetcher, &url).await })
        })
        .collect();
    for n in 0..20 {
        assert!(get(&fetcher, &quick.url("b.test", &format!("/{n}"))).await.is_ok());
    }
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    for task in waiting {
        task.abort();
    }
    assert_eq!(slow.lines().len(), 1, "one at a time");
}

#[tokio::test]
async fn who_gives_up_waiting_leaves_the_door_open() {
    let server = Server::start(|path| if path == "/slow" { Does::Sleeps } else { says("200 OK", "") }).await;
    let fetcher = fetcher(open(&[&server]));
    let slow = server.url("a.test", "/slow");
    let gave_up = tokio::time::timeout(Duration::from_millis(200), get(&fetcher, &slow)).await;
    assert!(gave_up.is_err());
    assert!(get(&fetcher, &server.url("a.test", "/")).await.is_ok());
}

#[tokio::test]
async fn a_host_that_asks_for_rest_gets_it() {
    let server = Server::start(|_| says("429 Too Many\r\nretry-after: 3600", "")).await;
    let mut policy = open(&[&server]);
    policy.patience = Duration::from_secs(2);
    let fetcher = fetcher(policy);
    assert!(matches!(
        get(&fetcher, &server.url("a.test", "/1")).await,
        Err(FetchError::Status { code: 429, retry_after: Some(_) })
    ));
    let Err(FetchError::Busy { again_in }) = get(&fetcher, &server.url("a.test", "/2")).await else {
        panic!("the host rests")
    };
    assert!(again_in > Duration::from_secs(3500));
    assert_eq!(server.lines(), ["GET /1"]);
}

fn site(robots: &'static str) -> impl Fn(&str) -> Does {
    move |path| if path == "/robots.txt" { says("200 OK", robots) } else { says("200 OK", "tin") }
}

#[tokio::test]
async fn robots_txt_is_asked_once_and_heeded() {
    let server = Server::start(site("User-agent: *\nDisallow: /kin\nDisallow: /*?in=\n")).await;
    let fetcher = fetcher(open(&[&server]));
    let ask = |path: &str| Fetch::get(&server.url("a.test", path));
    assert!(fetcher.fetch(&ask("/tin")).await.is_ok());
    assert_eq!(fetcher.fetch(&ask("/kin/1")).await.unwrap_err(), FetchError::RobotsForbid);
    assert_eq!(fetcher.fetch(&ask("/tin?in=1")).await.unwrap_err(), FetchError::RobotsForbid);
    assert!(fetcher.fetch(&ask("/tin?x=1")).await.is_ok());
    assert_eq!(server.lines(), ["GET /robots.txt", "GET /tin", "GET /tin?x=1"]);
}

#[tokio::test]
async fn however_many_ask_at_once_robots_txt_is_asked_once() {
    let server = Server::start(site("User-agent: *\nDisallow: /kin\n")).await;
    let fetcher = fetcher(open(&[&server]));
    let tasks: Vec<_> = (0..8)
        .map(|n| {
            let (fetcher, url) = (fetcher.clone(), server.url("a.test", &format!("/{n}")));
            tokio::spawn(async move { fetcher.fetch(&Fetch::get(&url)).await.is_ok() })
        })
        .collect();
    for task in tasks {
        assert!(task.await.unwrap());
    }
    assert_eq!(server.lines().iter().filter(|it| *it == "GET /robots.txt").count(), 1);
}

#[tokio::test]
async fn a_redirect_is_asked_of_robots_txt_too() {
    let server = Server::start(|path| match path {
        "/robots.txt" => says("200 OK", "User-agent: *\nDisallow: /kin\n"),
        _ => says("302 x\r\nlocation: /kin", ""),
    })
    .await;
    let got = fetcher(open(&[&server])).fetch(&Fetch::get(&server.url("a.test", "/"))).await;
    assert_eq!(got.unwrap_err(), FetchError::RobotsForbid);
    assert_eq!(server.lines(), ["GET /robots.txt", "GET /"]);
}

#[tokio::test]
async fn a_missing_robots_txt_allows_and_a_failing_one_forbids_for_a_while() {
    for (head, open_to_us) in [
        ("404 Not Found", true),
        ("401 Unauthorized", true),
        ("403 Forbidden", true),
        ("500 Oops", false),
        ("503 Busy", false),
        ("429 Too Many", false),
    ] {
        let server = Server::start(
            move |path| if path == "/robots.txt" { says(head, "") } else { says("200 OK", "") },
        )
        .await;
        let got = fetcher(open(&[&server])).fetch(&Fetch::get(&server.url("a.test", "/tin"))).await;
        assert_eq!(got.is_ok(), open_to_us, "{head}");
        assert!(open_to_us || matches!(got, Err(FetchError::RobotsUnavailable { .. })));
    }
}

#[tokio::test]
async fn the_pause_a_site_asks_for_is_kept() {
    let server = Server::start(site("User-agent: *\nCrawl-delay: 0.4\n")).await;
    let fetcher = fetcher(open(&[&server]));
    for n in 0..3 {
        fetcher.fetch(&Fetch::get(&server.url("a.test", &format!("/{n}")))).await.unwrap();
    }
    let times: Vec<Instant> = server.asked.lock().unwrap().iter().skip(1).map(|it| it.1).collect();
    for pair in times.windows(2) {
        assert!(pair[1] - pair[0] >= Duration::from_millis(390), "{:?}", pair[1] - pair[0]);
    }
}

#[tokio::test]
async fn no_more_than_so_many_are_under_way_at_once() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (n, m) = (Arc::clone(&now), Arc::clone(&most));
    let server = Server::start(move |_| {
        m.fetch_max(n.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        let n = Arc::clone(&n);
        tokio::spawn(async move {
            tokio::time::interval_at(Instant::now() + Duration::from_millis(30), Duration::from_secs(9))
                .tick()
                .await;
            n.fetch_sub(1, Ordering::SeqCst);
        });
        Does::Dribbles(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx".to_vec(), Duration::from_millis(1))
    })
    .await;
    let mut policy = open(&[&server]);
    policy.at_once = 1;
    let fetcher = fetcher(policy);
    let urls = ["a.test", "b.test", "c.test"].map(|host| server.url(host, "/"));
    let (one, two, three) =
        tokio::join!(get(&fetcher, &urls[0]), get(&fetcher, &urls[1]), get(&fetcher, &urls[2]));
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(most.load(Ordering::SeqCst), 1);
}
