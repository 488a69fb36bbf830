//! Webhooks: signed, guarded, not led astray.

use crate::server::{Server, fetcher, open, says, strict};
use fetch::{FetchError, Hook, RedirectFault, Secret};

fn hook<'a>(url: &'a str, secret: Option<&'a Secret>, headers: &'a [(String, String)]) -> Hook<'a> {
    Hook {
        url, body: r#"{"điểm nóng":1}"#.into(), id: "alert-1", seconds: 1_795_000_000, secret, headers
    }
}

#[tokio::test]
async fn a_message_arrives_signed() {
    let server = Server::start(|_| says("202 Accepted", "ok")).await;
    let secret: Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
    let url = server.url("a.test", "/hook");
    let headers = [
        ("Authorization".to_owned(), "Bearer x".to_owned()),
        // Neither can be used to write another header.
        ("X-Bad".to_owned(), "a\r\nwebhook-id: forged".to_owned()),
        ("webhook-id".to_owned(), "forged".to_owned()),
    ];
    let told = fetcher(open(&[&server])).post_json(&hook(&url, Some(&secret), &headers)).await.unwrap();
    assert_eq!(told.status, 202);
    let asked = server.last();
    let (head, body) = asked.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /hook HTTP/1.1\r\n"));
    assert_eq!(body, r#"{"điểm nóng":1}"#);
    let signed = secret.sign("alert-1", 1_795_000_000, body.as_bytes());
    for line in [
        "webhook-id: alert-1",
        "webhook-timestamp: 1795000000",
        &format!("webhook-signature: {signed}"),
        "content-type: application/json",
        "authorization: Bearer x",
    ] {
        assert!(head.lines().any(|it| it == line), "{line} in {head}");
    }
    assert!(!head.contains("forged"));
}

#[tokio::test]
async fn a_webhook_inside_is_refused_and_a_redirect_not_followed() {
    let server = Server::start(|_| says("307 x\r\nlocation: /elsewhere", "")).await;
    let url = server.url("a.test", "/hook");
    let refused = fetcher(strict(&[&server])).post_json(&hook(&url, None, &[])).await;
    assert!(matches!(refused, Err(FetchError::Forbidden { .. })));
    let led = fetcher(open(&[&server])).post_json(&hook(&url, None, &[])).await;
    assert_eq!(led, Err(FetchError::Redirect(RedirectFault::NotFollowed)));
    assert_eq!(server.lines(), ["POST /hook"]);
}

#[tokio::test]
async fn a_receiver_that_says_no_is_heard() {
    let server = Server::start(|_| says("503 Busy\r\nretry-after: 7", "")).await;
    let url = server.url("a.test", "/hook");
    let why = fetcher(open(&[&server])).post_json(&hook(&url, None, &[])).await.unwrap_err();
    assert_eq!(why.retry_after().map(|it| it.as_secs()), Some(7));
}
