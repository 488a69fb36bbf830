//! Coming in: the right password, not too many wrong ones, out again, and back to where one was going.

use std::time::Duration;
use testkit::{PASSWORD, TestApp, Who, journey};

journey!(one_signs_in_and_out, wrong_passwords_are_limited, a_new_password_ends_every_session);

async fn one_signs_in_and_out(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    let sent = visitor.get("/desk/newsroom/stories?state=draft").await;
    assert_eq!(sent.location(), "/desk/login?back=/desk/newsroom/stories%3Fstate%3Ddraft");
    let fields = [
        ("login", " MAI@lien.example "),
        ("password", PASSWORD),
        ("back", "/desk/newsroom/stories?state=draft"),
    ];
    let signed_in = visitor.post("/desk/login", &fields).await;
    assert_eq!(
        (signed_in.status.as_u16(), signed_in.location()),
        (303, "/desk/newsroom/stories?state=draft")
    );
    let cookie = signed_in.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    let mut mai = visitor.clone();
    mai.headers.insert("cookie", cookie.split(';').next().unwrap().parse().unwrap());
    assert!(mai.get("/desk").await.text().contains("Lò Thị Mai"));
    assert_eq!(mai.get("/desk").await.header("cache-control"), "no-store");
    assert_eq!(mai.post("/desk/logout", &[]).await.status, 303);
    assert_eq!(mai.get("/desk").await.status, 303, "the session is gone on the server too");
    // After twelve hours a session is over.
    let mai = app.as_(Who::Mai).await;
    app.forward(Duration::from_secs(12 * 3600 + 1));
    assert_eq!(mai.get("/desk").await.status, 303);
}

async fn wrong_passwords_are_limited(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    let wrong = [("login", "mai@lien.example"), ("password", "không phải")];
    let unknown = visitor.post("/desk/login", &[("login", "ai@lien.example"), ("password", "x")]).await;
    let known = visitor.post("/desk/login", &wrong).await;
    assert_eq!((unknown.status.as_u16(), known.status.as_u16()), (422, 422));
    assert!(
        unknown.text().contains("không đúng") && known.text().contains("không đúng"),
        "the same words for both"
    );
    for _ in 0..7 {
        visitor.post("/desk/login", &wrong).await;
    }
    let right = [("login", "mai@lien.example"), ("password", PASSWORD)];
    let limited = visitor.post("/desk/login", &right).await;
    assert_eq!(limited.status, 422);
    assert!(limited.text().contains("Sai quá nhiều lần"));
    app.forward(Duration::from_secs(15 * 60 + 1));
    assert_eq!(visitor.post("/desk/login", &right).await.status, 303);
}

async fn a_new_password_ends_every_session(app: TestApp) {
    let (mai, elsewhere) = (app.as_(Who::Mai).await, app.as_(Who::Mai).await);
    let poor = [("old", PASSWORD), ("password", "ngắn")];
    assert_eq!(mai.post("/desk/account/password", &poor).await.status, 422);
    let wrong = [("old", "sai"), ("password", "một câu mới dễ nhớ")];
    assert_eq!(mai.post("/desk/account/password", &wrong).await.status, 422);
    let right = [("old", PASSWORD), ("password", "một câu mới dễ nhớ")];
    assert_eq!(mai.post("/desk/account/password", &right).await.status, 303);
    assert_eq!(elsewhere.get("/desk").await.status, 303);
}
