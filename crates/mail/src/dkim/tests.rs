//! The signature is that of RFC 8463's example, to the last letter. Whole letters are checked by another program in
//! `tests/it/signed.rs`.

use super::*;

/// RFC 8463, appendix A.3.
const LETTER: &str = "From: Joe SixPack <joe@football.example.com>\r\n\
    To: Suzie Q <suzie@shopping.example.net>\r\n\
    Subject: Is dinner ready?\r\n\
    Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n\
    Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\
    \r\n\
    Hi.\r\n\
    \r\n\
    We lost the game.  Are you hungry yet?\r\n\
    \r\n\
    Joe.\r\n";

#[test]
fn the_example_of_the_standard_comes_out() {
    let (head, body) = split(LETTER.as_bytes());
    let hash = STANDARD.encode(digest::digest(&digest::SHA256, &relaxed_body(body)));
    assert_eq!(hash, "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    let unsigned = "v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n \
        q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n \
        bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=";
    let names = ["from", "to", "subject", "date", "message-id", "from", "subject", "date"];
    let input = signing_input(&headers(head), &names, unsigned);
    let seed = STANDARD.decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=").unwrap();
    let key = Ed25519KeyPair::from_seed_unchecked(&seed).unwrap();
    let dkim = Dkim { domain: String::new(), selector: String::new(), key: Arc::new(Key::Ed25519(key)) };
    assert_eq!(
        dkim.signature(&input),
        "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw=="
    );
}

#[test]
fn relaxing_is_that_of_the_standard() {
    // RFC 6376 §3.4.5.
    let (head, body) = split(b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
    assert_eq!(headers(head), [("a".into(), "X".into()), ("b".into(), "Y Z".into())]);
    assert_eq!(relaxed_body(body), b" C\r\nD E\r\n");
    assert_eq!(relaxed_body(b""), b"");
    assert_eq!(relaxed_body(b"\r\n\r\n"), b"");
    assert_eq!(relaxed_body(b"a\r\n\r\nb"), b"a\r\n\r\nb\r\n");
}

#[test]
fn what_is_no_key_is_refused() {
    assert_eq!(Dkim::new("a.vn", "s", b"no key").unwrap_err(), DkimFault::Key);
    assert_eq!(Dkim::new("a.vn;", "s", b"").unwrap_err(), DkimFault::Name);
    assert_eq!(Dkim::new("a.vn", "s\r\n", b"").unwrap_err(), DkimFault::Name);
}
