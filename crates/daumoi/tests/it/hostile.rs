//! What strangers and broken programs send: a clear answer, nothing stored by half, the server well.

use crate::newsdesk::{Desk, TEXT};
use http::{HeaderValue, Method};
use testkit::{TestApp, Who, journey};

journey!(
    scripts_in_texts_stay_words,
    bodies_too_large_or_unreadable_are_refused,
    addresses_that_climb_lead_nowhere,
    other_sites_cannot_act_in_my_name,
    files_that_are_no_pictures_are_refused,
);

async fn scripts_in_texts_stay_words(app: TestApp) {
    let payload = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'></title>";
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let text = format!("{payload}\n\n<svg onload=alert(1)>\n\n**{payload}**");
    assert_eq!(mai.write(&app, payload, &text, "submit").await.status, 303);
    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    khoe.do_(&app, "publish", &[]).await;
    let visitor = app.as_(Who::Visitor).await;
    let address = visitor.get("/tin/1").await.location().to_owned();
    let mut pages = vec![khoe.page().await.text(), khoe.who.get("/desk/newsroom/stories").await.text()];
    for path in
        ["/", &address, "/tin.atom", "/luu-tru/2026/11/22", "/co-so/", "/tim-kiem?q=%3Cscript%3Ealert"]
    {
        pages.push(visitor.get(path).await.text());
    }
    for page in pages {
        assert!(
            !page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<svg onload"),
            "{page}"
        );
    }
    // Links that run code are no links.
    let link = Desk::begin(&app, Who::Mai, "yt").await;
    let answer = link.write(&app, "Liên kết", "[bấm](javascript:alert(1))", "save").await;
    assert_ne!(answer.status, 500);
    assert!(!link.page().await.text().contains("href=\"javascript:"));
    let headers = visitor.get("/").await.headers;
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"));
    assert_eq!(headers["x-content-type-options"], "nosniff");
}

async fn bodies_too_large_or_unreadable_are_refused(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let save = format!("{}/save", mai.address);
    let form = Some("application/x-www-form-urlencoded");
    let huge = "a".repeat(50 * 1024 * 1024);
    assert_eq!(mai.who.send(Method::POST, &save, form, huge.clone()).await.status, 413);
    assert_eq!(
        mai.who
            .send(Method::PUT, &format!("{}/draft", mai.address), Some("application/json"), huge)
            .await
            .status,
        413
    );
    for (kind, body) in [
        (form, b"title=%FF%FE%00&body_notation=%C3%28".to_vec()),
        (form, vec![0xFF, 0x00, 0xFE]),
        (None, Vec::new()),
        (Some("multipart/form-data; boundary=x"), b"--x\r\nbroken".to_vec()),
        (Some("application/json"), b"{".to_vec()),
    ] {
        let answer = mai.who.send(Method::POST, &save, kind, body).await;
        assert!(answer.status.is_client_error(), "{kind:?}: {}", answer.status);
    }
    for body in [
        "",
        "null",
        "[]",
        "{\"body\":{\"type\":\"doc\",\"content\":[{\"type\":\"iframe\"}]}}",
        &"[".repeat(200_000),
    ] {
        let answer = mai
            .who
            .send(Method::PUT, &format!("{}/draft", mai.address), Some("application/json"), body.to_owned())
            .await;
        assert!(answer.status.is_client_error(), "{body:.40}: {}", answer.status);
    }
    // Nothing of it was stored, and the story can still be written.
    assert_eq!(mai.write(&app, "Vẫn viết được", TEXT, "submit").await.status, 303);
    let khoe = mai.for_(&app, Who::Khoe).await;
    for at in ["", "hôm nay", "2026-02-30T10:00", "999999-01-01T00:00", "2026-11-22T25:00"] {
        assert_eq!(khoe.act(&app, "schedule", &[("at", at)]).await.status, 422, "{at}");
    }
    let long = "x".repeat(5000);
    assert_eq!(khoe.act(&app, "return", &[("reason", &long)]).await.status, 422);
    assert_eq!(app.as_(Who::Visitor).await.get("/healthz").await.status, 200);
}

async fn addresses_that_climb_lead_nowhere(app: TestApp) {
    let (visitor, mai) = (app.as_(Who::Visitor).await, app.as_(Who::Mai).await);
    for path in [
        "/anh/../../../etc/passwd",
        "/anh/..%2f..%2f..%2fetc/passwd",
        "/anh/%2e%2e/%2e%2e",
        "/assets/x/../../Cargo.toml",
        "/assets/x/%2e%2e/%2e%2e/Cargo.toml",
        "/assets/x/..%2f..%2fCargo.toml",
        "/tin/1/../../desk",
        "/muc/%00",
        "/muc/%FF",
        "/tin/99999999999999999999999999",
        "/co-so/../desk/ledger",
    ] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("root:") && !answer.text().contains("[workspace]"));
    }
    for path in [
        "/desk/newsroom/stories/..%2f..%2f",
        "/desk/newsroom/stories/not-an-id",
        "/desk/newsroom/pictures/..%2f..%2fdaumoi.db/w480.jpg",
        "/desk/newsroom/stories?page=1000000000",
        "/ngon-ngu/../desk/ledger",
        "/desk/newsroom/stories?state=%27%20OR%201=1",
        "/desk/nothing",
    ] {
        assert_eq!(mai.get(path).await.status, 404, "{path}");
    }
    let quoted = mai.get("/desk/newsroom/stories?q=%27%20OR%20%271%27=%271&unit=%27;DROP").await;
    assert_eq!(quoted.status, 200);
    assert_eq!(visitor.get(&format!("/tim-kiem?q={}", "a".repeat(10_000))).await.status, 414);
    assert_eq!(visitor.get("/tim-kiem?q=%25%25%25_%27%22").await.status, 200);
    assert_eq!(visitor.send(Method::POST, "/", None, "").await.status, 405);
    assert_eq!(visitor.send(Method::DELETE, "/tin/1", None, "").await.status, 405);
}

async fn other_sites_cannot_act_in_my_name(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
    ] {
        let mut forged = mai.who.clone();
        forged.headers.insert(name, HeaderValue::from_static(value));
        let answer = forged.post(&format!("{}/submit", mai.address), &[]).await;
        assert_eq!(answer.status, 403, "{name}: {value}");
    }
    let mut own = mai.who.clone();
    own.headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
    assert_ne!(own.post(&format!("{}/submit", mai.address), &[]).await.status, 403);
}

async fn files_that_are_no_pictures_are_refused(app: TestApp) {
    let mai = app.as_(Who::Mai).await;
    for (name, file) in [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
        ("../../etc/x.png", b"%PDF-1.7".to_vec()),
        ("a.png", Vec::new()),
        ("a.jpg", b"\xFF\xD8\xFF\xE0broken".to_vec()),
        ("a.exe", b"MZ\x90".to_vec()),
    ] {
        let answer = mai.upload("/desk/newsroom/assets", name, &file, "x").await;
        assert_eq!(answer.status, 422, "{name}: {}", answer.text());
    }
    let huge = vec![0_u8; 25 * 1024 * 1024];
    assert_eq!(mai.upload("/desk/newsroom/assets", "a.png", &huge, "x").await.status, 413);
}
