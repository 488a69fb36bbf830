//! Filters of the lists of the desk, kept under a name by each for themselves.

use testkit::{TestApp, Who, journey};

journey!(filters_are_kept_for_oneself_alone);

async fn filters_are_kept_for_oneself_alone(app: TestApp) {
    let duy = app.as_(Who::Duy).await;
    let lists = [
        ("/desk/work/all", "which=late&q=ti%C3%AAm"),
        ("/desk/newsroom/stories", "state=draft&q=&unit=&mine="),
        ("/desk/projects", "year=2026&q=%C4%91%C6%B0%E1%BB%9Dng"),
    ];
    for (list, query) in lists {
        let plain = duy.get(list).await.text();
        assert!(!plain.contains("Lưu bộ lọc này"), "{list}: nothing is left out, so nothing is to be kept");
        let narrowed = duy.get(&format!("{list}?{query}")).await.text();
        assert!(narrowed.contains("Lưu bộ lọc này"), "{list}: {narrowed}");
        let kept =
            duy.post("/desk/kept", &[("list", list), ("query", query), ("name", "Việc chậm <b>")]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        assert_eq!(kept.location(), format!("{list}?{query}"));
        let page = duy.get(list).await.text();
        assert!(page.contains("Việc chậm &#60;b&#62;") && !page.contains("Việc chậm <b>"), "{page}");
    }
    // It is nobody else's, to see or to forget.
    let khoe = app.as_(Who::Khoe).await;
    assert!(!khoe.get("/desk/work/all").await.text().contains("Việc chậm"));
    let view = duy.get("/desk/work/all").await.between("/desk/kept/", "/forget");
    let forget = format!("/desk/kept/{view}/forget");
    assert_eq!(khoe.post(&forget, &[]).await.status, 404);
    assert_eq!(app.as_(Who::Visitor).await.post(&forget, &[]).await.status, 401);
    let gone = duy.post(&forget, &[]).await;
    assert!(gone.status == 303 && gone.location() == "/desk/work/all");
    assert!(!duy.get("/desk/work/all").await.text().contains("Việc chậm"));
    assert_eq!(duy.post(&forget, &[]).await.status, 404);
    // Nothing leads out of the desk, and a list has so many.
    for (list, query, name) in [
        ("https://evil.example/", "", "x"),
        ("//evil.example/desk/", "", "x"),
        ("/desk//evil.example", "", "x"),
        ("/desk/work/all", "a=\r\nset-cookie: b", "x"),
        ("/desk/work/all", "a=b", " "),
        ("/desk/work/all", "a=b", &"x".repeat(81)),
    ] {
        let refused = duy.post("/desk/kept", &[("list", list), ("query", query), ("name", name)]).await;
        assert_eq!(refused.status, 422, "{list} {query}: {}", refused.text());
    }
    for n in 0..31 {
        let name = format!("Bộ lọc {n}");
        let answer = duy
            .post("/desk/kept", &[("list", "/desk/work/all"), ("query", "which=late"), ("name", &name)])
            .await;
        assert_eq!(answer.status, if n < 30 { 303 } else { 422 }, "{}", answer.text());
    }
}
