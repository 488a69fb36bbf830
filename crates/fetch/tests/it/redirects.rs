//! Redirects: followed up to five, permanent ones remembered.

use crate::server::{Does, Server, fetcher, get, open, says};
use fetch::{FetchError, RedirectFault};

fn to(status: &str, target: &str) -> Does {
    says(&format!("{status} x\r\nlocation: {target}"), "moved")
}

async fn chain() -> Server {
    Server::start(|path| match path {
        "/301" => to("301", "/308"),
        "/308" => to("308", "dich"),
        "/mixed" => to("301", "/302"),
        "/302" => to("302", "/301"),
        "/see" => to("303", "/dich"),
        "/loop" => to("302", "/loop2"),
        "/loop2" => to("307", "/loop"),
        "/self" => to("301", "/self#again"),
        "/nowhere" => says("302 x", ""),
        "/bad" => to("302", "http://[::"),
        "/utf8" => to("302", "/tin-tức"),
        "/tin-t%E1%BB%A9c" | "/dich" => says("200 OK", "here"),
        path => to("302", &format!("{path}x")),
    })
    .await
}

#[tokio::test]
async fn permanent_moves_are_remembered_as_far_as_they_go() {
    let server = chain().await;
    let fetcher = fetcher(open(&[&server]));
    for (path, moved) in [
        ("/301", Some("/dich")),
        ("/308", Some("/dich")),
        ("/mixed", Some("/302")),
        ("/302", None),
        ("/see", None),
    ] {
        let got = get(&fetcher, &server.url("a.test", path)).await.unwrap();
        assert_eq!(got.final_url.as_str(), server.url("a.test", "/dich"), "{path}");
        assert_eq!(
            got.moved_permanently.map(String::from),
            moved.map(|it| server.url("a.test", it)),
            "{path}"
        );
    }
}

#[tokio::test]
async fn chains_that_lead_nowhere_end() {
    let server = chain().await;
    let fetcher = fetcher(open(&[&server]));
    for (path, fault) in [
        ("/loop", RedirectFault::Loop),
        ("/self", RedirectFault::Loop),
        ("/nowhere", RedirectFault::NoTarget),
        ("/bad", RedirectFault::NoTarget),
        ("/long", RedirectFault::TooMany),
    ] {
        let got = get(&fetcher, &server.url("a.test", path)).await.unwrap_err();
        assert_eq!(got, FetchError::Redirect(fault), "{path}");
    }
    let asked = server.lines().iter().filter(|it| it.starts_with("GET /long")).count();
    assert_eq!(asked, 6, "the first and five redirects");
}

#[tokio::test]
async fn a_target_in_plain_vietnamese_is_followed() {
    let server = chain().await;
    let got = get(&fetcher(open(&[&server])), &server.url("a.test", "/utf8")).await.unwrap();
    assert_eq!(got.final_url.path(), "/tin-t%E1%BB%A9c");
}
