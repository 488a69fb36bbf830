//! Urgent publication, failed schedules, withdrawal, replacement, removal.

use crate::newsdesk::{Desk, TEXT, approved, published};
use std::time::Duration;
use testkit::{TestApp, Who, journey};

journey!(
    urgent_publication_waits_for_a_second_person,
    a_schedule_asks_again_and_says_when_it_fails,
    what_leaves_the_public_leaves_its_reason,
);

async fn urgent_publication_waits_for_a_second_person(app: TestApp) {
    let khoe = Desk::begin(&app, Who::Khoe, "vp").await;
    assert_eq!(khoe.write(&app, "Lũ về Nậm Ưởng", TEXT, "save").await.status, 303);
    let without_reason = khoe.act(&app, "publish-urgently", &[]).await;
    assert_eq!(without_reason.status, 422);
    khoe.do_(&app, "publish-urgently", &[("reason", "Nước đang lên, không chờ được")]).await;
    assert!(app.as_(Who::Visitor).await.get("/").await.text().contains("Lũ về Nậm Ưởng"));
    assert!(khoe.page().await.text().contains("chip-emergency"));
    let own = khoe.act(&app, "approve-afterwards", &[]).await;
    assert_eq!(own.status, 422);
    let hanh = khoe.for_(&app, Who::Hanh).await;
    assert!(hanh.who.get("/desk").await.text().contains("chip-emergency"), "it waits for the others");
    hanh.do_(&app, "approve-afterwards", &[]).await;
    assert!(khoe.page().await.text().contains("chip-published"));
}

async fn a_schedule_asks_again_and_says_when_it_fails(app: TestApp) {
    let mai = approved(&app, "Hẹn giờ mà hỏng").await;
    let khoe = mai.for_(&app, Who::Khoe).await;
    let past = khoe.act(&app, "schedule", &[("at", "2026-11-22T07:00:00")]).await;
    assert_eq!(past.status, 422);
    khoe.do_(&app, "schedule", &[("at", "2026-11-22T08:00:00")]).await;
    // The approval is gone by the time: nothing goes out, and the editors are told.
    app.tamper("UPDATE approval SET voided_at = 1").await;
    app.forward(Duration::from_secs(1800));
    assert_eq!(app.run_jobs().await, 1);
    assert!(!app.as_(Who::Visitor).await.get("/").await.text().contains("Hẹn giờ mà hỏng"));
    let page = khoe.page().await.text();
    assert!(page.contains("Không lên được đúng giờ đã hẹn."), "{page}");
    assert!(page.contains("chưa được người thứ hai duyệt"));
    assert!(khoe.who.get("/desk/newsroom/schedule").await.text().contains("Hẹn giờ mà hỏng"));
    assert!(khoe.who.get("/desk").await.text().contains("chip-failed"));
}

async fn what_leaves_the_public_leaves_its_reason(app: TestApp) {
    let (first, second) =
        (published(&app, "Lịch cắt điện cũ").await, published(&app, "Lịch cắt điện mới").await);
    let third = published(&app, "Tin đăng nhầm").await;
    let visitor = app.as_(Who::Visitor).await;
    let khoe = first.for_(&app, Who::Khoe).await;

    assert_eq!(khoe.act(&app, "withdraw", &[]).await.status, 422);
    khoe.do_(&app, "withdraw", &[("reason", "Đăng nhầm lịch tháng trước.")]).await;
    let page = visitor.get("/tin/1/lich-cat-dien-cu").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Đăng nhầm lịch tháng trước.") && !page.text().contains("sổ tiêm"));
    assert!(!visitor.get("/muc/y-te").await.text().contains("Lịch cắt điện cũ"));
    assert!(visitor.get("/dinh-chinh").await.text().contains("Đăng nhầm lịch tháng trước."));

    khoe.do_(&app, "reinstate", &[("reason", "Đã kiểm tra lại.")]).await;
    assert!(visitor.get("/tin/1/lich-cat-dien-cu").await.text().contains("sổ tiêm"));

    let itself = khoe.act(&app, "replace", &[("by", &first.address), ("reason", "x")]).await;
    assert_eq!(itself.status, 422);
    khoe.do_(&app, "replace", &[("by", &second.address), ("reason", "Có lịch mới.")]).await;
    let page = visitor.get("/tin/1/lich-cat-dien-cu").await.text();
    assert!(page.contains("/tin/2/lich-cat-dien-moi") && page.contains("Có lịch mới."));

    let editor = third.for_(&app, Who::Khoe).await;
    assert_eq!(editor.act(&app, "remove", &[("reason", "x")]).await.status, 403, "only the editor-in-chief");
    let quan = third.for_(&app, Who::Quan).await;
    quan.do_(&app, "remove", &[("reason", "Có thông tin riêng tư.")]).await;
    let page = visitor.get("/tin/3/tin-dang-nham").await;
    assert_eq!(page.status, 410);
    assert!(page.text().contains("Có thông tin riêng tư.") && !page.text().contains("Tin đăng nhầm"));
    let shut = quan.act(&app, "reinstate", &[("reason", "thôi")]).await;
    assert_eq!(shut.status, 422);
    // After all of that every section still counts what it shows.
    assert_eq!(portal::miscounted_sections(app.agency.app.db.reader()).await.unwrap(), 0);
}
