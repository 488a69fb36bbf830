//! Nothing inside is reached: not by number, not by name, not by a name that changes its mind, not by redirect.

use crate::server::{Server, fetcher, get, names, open, says, strict};
use fetch::{AddressFault, FetchError, Fetcher};

fn forbidden(result: Result<fetch::Fetched, FetchError>) -> bool {
    matches!(result, Err(FetchError::Forbidden { .. }))
}

#[tokio::test]
async fn this_machine_is_not_reached_under_any_name() {
    let server = Server::start(|_| says("200 OK", "inside")).await;
    let fetcher = Fetcher::new(strict(&[&server])).unwrap();
    for host in ["127.0.0.1", "localhost", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433"] {
        assert!(forbidden(get(&fetcher, &server.url(host, "/")).await), "{host}");
    }
    assert!(server.lines().is_empty(), "no byte reached it");
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused_and_says_where() {
    let server = Server::start(|_| says("200 OK", "inside")).await;
    for inside in
        ["127.0.0.1", "10.0.0.5", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1", "64:ff9b::7f00:1"]
    {
        let fetcher = Fetcher::with_lookup(strict(&[&server]), names(&[("bao.test", &[&[inside]])])).unwrap();
        assert_eq!(
            get(&fetcher, &server.url("bao.test", "/")).await.unwrap_err(),
            FetchError::Forbidden { host: "bao.test".into(), address: inside.parse().unwrap() }
        );
    }
    assert!(server.lines().is_empty());
}

#[tokio::test]
async fn a_name_that_changes_its_answer_gains_nothing() {
    // The first look-up gives an allowed address, where the connection works; all later ones lead elsewhere inside.
    let server = Server::start(|_| says("200 OK\r\nconnection: close", "outside")).await;
    let mut policy = strict(&[&server]);
    policy.allow.push("127.0.0.1".parse().unwrap());
    let lists: &[&[&str]] = &[&["127.0.0.1"], &["127.0.0.2"]];
    let fetcher = Fetcher::with_lookup(policy, names(&[("bao.test", lists)])).unwrap();
    assert!(get(&fetcher, &server.url("bao.test", "/1")).await.is_ok());
    assert!(forbidden(get(&fetcher, &server.url("bao.test", "/2")).await));
    assert_eq!(server.lines(), ["GET /1"]);
}

#[tokio::test]
async fn of_several_addresses_only_the_allowed_ones_are_tried() {
    let server = Server::start(|_| says("200 OK", "here")).await;
    let mut policy = strict(&[&server]);
    policy.allow.push("127.0.0.1".parse().unwrap());
    let mixed: &[&[&str]] = &[&["10.0.0.1", "127.0.0.1", "::1"]];
    let fetcher = Fetcher::with_lookup(policy, names(&[("bao.test", mixed)])).unwrap();
    assert!(get(&fetcher, &server.url("bao.test", "/")).await.is_ok());
}

#[tokio::test]
async fn the_administrators_exception_opens_that_name_only() {
    let server = Server::start(|_| says("200 OK", "inside")).await;
    let mut policy = strict(&[&server]);
    policy.allow.push("a.test".parse().unwrap());
    let fetcher = fetcher(policy);
    assert!(get(&fetcher, &server.url("a.test", "/")).await.is_ok());
    assert!(forbidden(get(&fetcher, &server.url("b.test", "/")).await));
    assert!(forbidden(get(&fetcher, &server.url("127.0.0.1", "/")).await));
}

#[tokio::test]
async fn a_redirect_inside_is_refused() {
    let inside = Server::start(|_| says("200 OK", "inside")).await;
    let port = inside.port;
    for target in [
        format!("http://localhost:{port}/"),
        format!("http://127.0.0.2:{port}/"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "http://[::ffff:10.0.0.1]/".to_owned(),
        "//10.0.0.1/".to_owned(),
    ] {
        let outside = Server::start(move |_| says(&format!("302 Found\r\nlocation: {target}"), "")).await;
        let mut policy = strict(&[&inside, &outside]);
        policy.allow.push("a.test".parse().unwrap());
        let here: &[&[&str]] = &[&["127.0.0.1"]];
        let fetcher = Fetcher::with_lookup(policy, names(&[("a.test", here), ("localhost", here)])).unwrap();
        assert!(forbidden(get(&fetcher, &outside.url("a.test", "/")).await));
    }
    assert!(inside.lines().is_empty());
}

#[tokio::test]
async fn a_redirect_to_another_kind_of_address_is_refused() {
    for (target, fault) in [
        ("file:///etc/passwd", AddressFault::Scheme),
        ("ftp://a.test/", AddressFault::Scheme),
        ("http://ai:gi@a.test/", AddressFault::Credentials),
        ("http://a.test:22/", AddressFault::Port),
    ] {
        let server = Server::start(move |_| says(&format!("301 Moved\r\nlocation: {target}"), "")).await;
        let fetcher = fetcher(open(&[&server]));
        assert_eq!(
            get(&fetcher, &server.url("a.test", "/")).await.unwrap_err(),
            FetchError::Address(fault),
            "{target}"
        );
    }
}

#[tokio::test]
async fn an_unknown_name_and_a_closed_door_are_told_apart() {
    let server = Server::start(|_| says("200 OK", "")).await;
    let mut policy = open(&[&server]);
    let closed = {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().port()
    };
    policy.ports.insert(closed);
    let fetcher = fetcher(policy);
    assert_eq!(
        get(&fetcher, &server.url("khong-co.test", "/")).await.unwrap_err(),
        FetchError::UnknownName { host: "khong-co.test".into() }
    );
    assert_eq!(
        get(&fetcher, &format!("http://a.test:{closed}/")).await.unwrap_err(),
        FetchError::NoConnection
    );
}
