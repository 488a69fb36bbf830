//! The office day of a story: written, returned, mended, approved, set to a time, out at the second, corrected.

use crate::newsdesk::{Desk, TEXT};
use std::time::Duration;
use testkit::{TestApp, Who, journey};

journey!(a_story_goes_its_way_from_draft_to_correction, only_the_exact_text_goes_out);

async fn a_story_goes_its_way_from_draft_to_correction(app: TestApp) {
    const TITLE: &str = "Nậm Ưởng tiêm sởi cho 321 trẻ";
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(mai.write(&app, TITLE, TEXT, "submit").await.status, 303);

    // The editor returns it with a reason, and the writer reads exactly that.
    let khoe = mai.for_(&app, Who::Khoe).await;
    let review = khoe.who.get("/desk/newsroom/review").await.text();
    assert!(review.contains(TITLE));
    khoe.do_(&app, "return", &[("reason", "Xin ghi rõ số trẻ: 312 hay 321?")]).await;
    assert!(mai.page().await.text().contains("Xin ghi rõ số trẻ: 312 hay 321?"));
    assert!(mai.who.get("/desk").await.text().contains("chip-returned"));

    // Mended and submitted again; the other editor compares and approves, for 08:00.
    assert_eq!(mai.write(&app, TITLE, &format!("{TEXT}\n\nSố liệu của trạm."), "submit").await.status, 303);
    let hanh = mai.for_(&app, Who::Hanh).await;
    let compared = hanh.who.get(&format!("{}/compare?from=1&to=2", mai.address)).await;
    assert_eq!(compared.status, 200);
    assert!(compared.text().contains("Số liệu của trạm."));
    hanh.do_(&app, "approve", &[]).await;
    hanh.do_(&app, "schedule", &[("at", "2026-11-22T08:00:00")]).await;

    // A second before, nobody outside knows; at the second, everybody can.
    app.forward(Duration::from_secs(30 * 60 - 1));
    assert_eq!(app.run_jobs().await, 0);
    let visitor = app.as_(Who::Visitor).await;
    assert!(!visitor.get("/").await.text().contains(TITLE));
    app.forward(Duration::from_secs(1));
    assert_eq!(app.run_jobs().await, 1);
    for page in ["/", "/muc/y-te", "/tin.atom", "/muc/y-te/tin.atom", "/luu-tru/2026/11/22", "/co-so/"] {
        assert!(visitor.get(page).await.text().contains(TITLE), "{page}");
    }
    let story = visitor.get("/tin/1/nam-uong-tiem-soi-cho-321-tre").await;
    assert_eq!(story.status, 200);
    assert!(story.text().contains("2026-11-22T08:00:00+07:00"));
    assert!(story.text().contains("Lò Thị Mai, Sở Y tế"));
    assert!(!story.text().contains("Cập nhật lúc"), "nothing was updated yet (S132)");

    // Corrected by the same four eyes, with a public note; both dates are labelled.
    app.forward(Duration::from_secs(3600));
    assert_eq!(mai.write(&app, "Nậm Ưởng tiêm sởi cho 312 trẻ", TEXT, "submit").await.status, 303);
    assert!(visitor.get(story_path()).await.text().contains("321 trẻ"), "the old text stands until then");
    hanh.do_(&app, "approve", &[]).await;
    let without_note = hanh.act(&app, "publish", &[]).await;
    assert_eq!(without_note.status, 422);
    assert!(without_note.text().contains("xin ghi nội dung đính chính"));
    hanh.do_(&app, "publish", &[("note", "Bản trước ghi 321 trẻ; con số đúng là 312 trẻ.")]).await;
    // The wrong figure goes from the address too; the old one leads to the new.
    let moved = visitor.get(story_path()).await;
    assert_eq!((moved.status.as_u16(), moved.location()), (301, "/tin/1/nam-uong-tiem-soi-cho-312-tre"));
    let corrected = visitor.get(moved.location()).await.text();
    assert!(corrected.contains("Nậm Ưởng tiêm sởi cho 312 trẻ"));
    assert!(corrected.contains("con số đúng là 312 trẻ"));
    assert!(corrected.contains("Cập nhật lúc") && corrected.contains("2026-11-22T09:00:00+07:00"));
    assert!(visitor.get("/dinh-chinh").await.text().contains("con số đúng là 312 trẻ"));
    assert!(!visitor.get("/").await.text().contains(TITLE));

    // And the ledger knows it all.
    let actions: Vec<String> = db::latest_entries(app.agency.app.db.reader(), None, 200)
        .await
        .unwrap()
        .into_iter()
        .rev()
        .filter(|entry| entry.thing_kind == "story")
        .map(|entry| entry.action)
        .collect();
    expect_test::expect![[r#"
        story-begun
        revision-saved
        story-submitted
        story-returned
        revision-saved
        story-submitted
        story-approved
        story-scheduled
        story-published
        revision-saved
        story-submitted
        story-approved
        story-corrected"#]]
    .assert_eq(&actions.join("\n"));
    let report = db::verify(&app.agency.app.db).await.unwrap();
    assert!(matches!(report, db::LedgerReport::Whole { .. }), "{report:?}");
    assert!(newsroom::verify_revisions(app.agency.app.db.reader()).await.unwrap().altered.is_empty());
}

fn story_path() -> &'static str {
    "/tin/1/nam-uong-tiem-soi-cho-321-tre"
}

async fn only_the_exact_text_goes_out(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(mai.write(&app, "Bản một", TEXT, "submit").await.status, 303);
    let khoe = mai.for_(&app, Who::Khoe).await;
    let seen = khoe.hash(&app).await;

    // While the editor reads, the writer takes it back and changes a number.
    mai.do_(&app, "take-back", &[]).await;
    assert_eq!(mai.write(&app, "Bản hai", TEXT, "submit").await.status, 303);
    let stale = khoe.who.post(&format!("{}/approve", khoe.address), &[("revision", &seen)]).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("Có bản mới hơn"));

    // An editor who mends a comma wrote a part, and cannot approve it; another can.
    mai.do_(&app, "take-back", &[]).await;
    assert_eq!(khoe.write(&app, "Bản hai, có sửa", TEXT, "submit").await.status, 303);
    let own = khoe.act(&app, "approve", &[]).await;
    assert_eq!(own.status, 422);
    assert!(own.text().contains("người khác phải duyệt"));
    let hanh = mai.for_(&app, Who::Hanh).await;
    hanh.do_(&app, "approve", &[]).await;

    // Nobody publishes what was written after the approval.
    hanh.do_(&app, "schedule", &[("at", "2026-11-22T08:00:00")]).await;
    assert_eq!(mai.write(&app, "Bản ba, chưa ai đọc", TEXT, "save").await.status, 303);
    let refused = hanh.act(&app, "publish", &[]).await;
    assert_eq!(refused.status, 422);
    app.forward(Duration::from_secs(3600));
    app.run_jobs().await;
    assert!(!app.as_(Who::Visitor).await.get("/").await.text().contains("chưa ai đọc"));
    assert_eq!(app.as_(Who::Visitor).await.get("/tin/1").await.status, 404);

    // A contributor has no way to approve or publish at all.
    for verb in ["approve", "publish", "schedule", "publish-urgently", "withdraw", "remove"] {
        assert_eq!(mai.act(&app, verb, &[("reason", "x")]).await.status, 403, "{verb}");
    }
}
