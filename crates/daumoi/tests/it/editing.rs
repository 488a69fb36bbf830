//! Writing: saved by itself, one pen at a time, nothing overwritten, pictures taken in.

use crate::newsdesk::{Desk, TEXT};
use std::time::Duration;
use testkit::{TestApp, Who, journey};

journey!(
    one_writes_and_the_others_see_who,
    what_was_typed_is_never_lost,
    a_picture_is_taken_in_and_its_words_are_demanded,
    the_plain_form_and_the_editor_keep_the_same_text,
);

fn draft(lock: &str, version: i64, title: &str) -> serde_json::Value {
    serde_json::json!({
        "lock": lock, "version": version, "title": title,
        "fields": { "title": title, "summary": "", "genre": "news", "byline": "" },
        "body": { "type": "doc", "content": [
            { "type": "paragraph", "content": [{ "type": "text", "text": "Đang viết dở." }] } ] },
    })
}

async fn one_writes_and_the_others_see_who(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let (pen, _) = mai.open().await;
    let path = format!("{}/draft", mai.address);
    let saved = mai.who.put_json(&path, &draft(&pen, 0, "Bản của Mai")).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(saved.json()["version"], 1);
    assert_eq!(saved.json()["saved_at"], "07:30");

    // Páo sees that Mai is writing; with an invented pen he saves nothing.
    let pao = mai.for_(&app, Who::Pao).await;
    let locked = pao.who.get(&format!("{}/edit", pao.address)).await;
    assert_eq!(locked.status, 409);
    assert!(locked.text().contains("Lò Thị Mai đang sửa bài này"));
    let refused = pao.who.put_json(&path, &draft("invented", 1, "Bản của Páo")).await;
    assert_eq!(refused.status, 409);
    assert_eq!(refused.json()["holder"], "Lò Thị Mai");
    let seized = pao.who.post(&format!("{}/seize", pao.address), &[]).await;
    assert_eq!(seized.status, 409, "a contributor cannot take over");

    // The editor-in-chief can; then Mai's page is told, and her text is not overwritten.
    let quan = mai.for_(&app, Who::Quan).await;
    assert_eq!(quan.who.post(&format!("{}/seize", quan.address), &[]).await.status, 200);
    let lost = mai.who.put_json(&path, &draft(&pen, 1, "Mai viết tiếp")).await;
    assert_eq!(lost.status, 409);
    assert_eq!(lost.json()["holder"], "Hoàng Minh Quân");
    assert!(quan.page().await.text().contains("lấy quyền sửa"));

    // After ten minutes of rest anyone of the unit may go on.
    app.forward(Duration::from_secs(601));
    assert_eq!(pao.who.get(&format!("{}/edit", pao.address)).await.status, 200);
}

async fn what_was_typed_is_never_lost(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let (pen, _) = mai.open().await;
    let path = format!("{}/draft", mai.address);
    assert_eq!(mai.who.put_json(&path, &draft(&pen, 0, "Một")).await.status, 200);
    // A second tab of the same person that lay open does not overwrite.
    let stale = mai.who.put_json(&path, &draft(&pen, 0, "Tab cũ")).await;
    assert_eq!(stale.status, 409);
    // What cannot be saved comes back in the form with the reason.
    let long = "rất dài ".repeat(60);
    let answer = mai.write(&app, &long, TEXT, "save").await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("Dài quá 200 ký tự") && answer.text().contains("sổ tiêm"));
    let answer = mai
        .who
        .post(
            &format!("{}/save", mai.address),
            &[
                ("lock", "invented"),
                ("version", "1"),
                ("title", "Mất bút"),
                ("body_notation", "Chữ **đã** gõ."),
            ],
        )
        .await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("Chữ **đã** gõ.") && answer.text().contains("Mất bút"));
    // A submission without what it needs is saved, and says what is missing.
    let mai2 = Desk::begin(&app, Who::Mai, "yt").await;
    let (lock, version) = mai2.open().await;
    let fields = [
        ("lock", lock.as_str()),
        ("version", &version),
        ("title", ""),
        ("body_notation", "Có chữ."),
        ("then", "submit"),
    ];
    assert_eq!(mai2.who.post(&format!("{}/save", mai2.address), &fields).await.status, 303);
    let page = mai2.page().await.text();
    assert!(page.contains("Chưa có tiêu đề.") && page.contains("Chưa chọn nơi đăng."));
    assert!(page.contains("Có chữ."));
}

fn png() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(1000, 600).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

async fn a_picture_is_taken_in_and_its_words_are_demanded(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let added = mai.who.upload("/desk/newsroom/assets", "tiêm.png", &png(), "Trẻ em xếp hàng").await;
    assert_eq!(added.status, 201, "{}", added.text());
    let id = added.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(added.json()["width"], 960);
    let text = |alt: &str| format!("{TEXT}\n\n![{alt}](asset:{id} \"Sáng 22/11 | Lò Thị Mai\")");
    assert_eq!(mai.write(&app, "Có ảnh", &text(""), "submit").await.status, 303);
    assert!(mai.page().await.text().contains("Ảnh 1 chưa có mô tả"));
    assert_eq!(mai.write(&app, "Có ảnh", &text("Trẻ em xếp hàng"), "submit").await.status, 303);

    // Before it is public, only the desk sees the picture; afterwards everybody.
    let shown = mai.who.get(&format!("/desk/newsroom/assets/{id}")).await;
    let inside = shown.location().to_owned();
    let outside = inside.replace("/desk/newsroom/pictures/", "/anh/");
    let visitor = app.as_(Who::Visitor).await;
    assert_eq!(visitor.get(&inside).await.status, 303, "to the log-in");
    assert_eq!(visitor.get(&outside).await.status, 404);
    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    khoe.do_(&app, "publish", &[]).await;
    let picture = visitor.get(&outside).await;
    assert_eq!((picture.status.as_u16(), picture.header("content-type")), (200, "image/jpeg"));
    let page = visitor.get("/tin/1/co-anh").await.text();
    assert!(
        page.contains("alt=\"Trẻ em xếp hàng\"") && page.contains("Sáng 22/11") && page.contains(&outside)
    );
    assert!(
        !visitor.get("/co-so/tin/1/co-anh").await.text().contains("<img src=\"/anh"),
        "the light site has none"
    );
    khoe.do_(&app, "withdraw", &[("reason", "Chưa xin phép người trong ảnh.")]).await;
    assert_eq!(visitor.get(&outside).await.status, 404);
}

async fn the_plain_form_and_the_editor_keep_the_same_text(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(mai.write(&app, "Một văn bản", TEXT, "save").await.status, 303);
    let before = mai.hash(&app).await;
    // Saving what is there, unchanged, makes no new revision.
    assert_eq!(mai.write(&app, "Một văn bản", TEXT, "save").await.status, 303);
    assert_eq!(mai.hash(&app).await, before);
    let editor = mai.who.get(&format!("{}/edit", mai.address)).await.text();
    assert!(editor.contains("## Ai được tiêm") && editor.contains("- Trẻ từ 9 tháng"));
}
