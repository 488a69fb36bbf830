//! Work: given, taken on, done by a published story, blocked, reminded, rolled over; input from units; and who must not.

use crate::newsdesk::{Desk, TEXT, published};
use kernel::Role;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    work_is_done_by_what_is_published_and_confirmed_by_who_gave_it,
    work_is_declined_blocked_reminded_rolled_over_and_undone,
    input_is_asked_given_reminded_and_put_together,
    strangers_guests_and_supporters_get_no_further_than_they_may,
    hostile_forms_change_nothing,
);

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The focal-point officer of the whole agency.
async fn focal(app: &TestApp) -> Client {
    app.newcomer("Trần Hoài Thu", Role::FocalOfficer, None).await.1
}

fn in_days(app: &TestApp, days: u32) -> String {
    let zone = &app.agency.app.zone;
    zone.day(app.agency.app.db.now().plus(DAY * days)).to_string()
}

async fn given(app: &TestApp, office: &Client, title: &str, more: &[(&str, &str)]) -> String {
    let (lead, due) = (app.world.units["yt"].to_string(), in_days(app, 7));
    let mut fields = vec![("title", title)];
    for (name, value) in [("lead", lead.as_str()), ("due", due.as_str())] {
        if !more.iter().any(|(own, _)| *own == name) {
            fields.push((name, value));
        }
    }
    fields.extend_from_slice(more);
    let answer = office.post("/desk/work", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().to_owned()
}

async fn does(who: &Client, at: &str, step: &str, fields: &[(&str, &str)]) {
    let answer = who.post(&format!("{at}/{step}"), fields).await;
    assert_eq!(answer.status, 303, "{step}: {}", answer.text());
}

async fn tries(who: &Client, at: &str, step: &str, fields: &[(&str, &str)]) -> u16 {
    who.post(&format!("{at}/{step}"), fields).await.status.as_u16()
}

async fn work_is_done_by_what_is_published_and_confirmed_by_who_gave_it(app: TestApp) {
    let (thu, mai) = (focal(&app).await, app.as_(Who::Mai).await);
    let wanted = [("want_kind", "story"), ("want_count", "2")];
    let at = given(&app, &thu, "Hai tin về tiêm sởi", &wanted).await;
    assert!(mai.get("/desk/work").await.text().contains("Hai tin về tiêm sởi"));
    does(&mai, &at, "accept", &[]).await;

    // One is there already: it counts at once. One is begun from the page of the work.
    let there = published(&app, "Trạm y tế tiêm sởi").await;
    does(&mai, &at, "tie", &[("thing", &format!("https://cong.example{}", there.address))]).await;
    let page = mai.get(&at).await.text();
    assert!(page.contains("1/2") && page.contains("Chưa đủ số kết quả phải có"), "{page}");
    assert_eq!(tries(&mai, &at, "claim", &[]).await, 422);
    let begun = mai.post(&format!("{at}/write"), &[]).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let story = Desk { who: mai.clone(), address: begun.location().trim_end_matches("/edit").to_owned() };
    assert!(mai.get(&at).await.text().contains("Chưa công bố"));
    let sent = story.write(&app, "Hai tin về tiêm sởi", TEXT, "submit").await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let khoe = story.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    assert!(mai.get(&at).await.text().contains("1/2"));
    khoe.do_(&app, "publish", &[]).await;

    // All that was wanted is public: the work is done by itself, its clock stands still, and the chain shows both.
    let page = thu.get(&at).await.text();
    assert!(page.contains("2/2") && page.contains("Báo xong"), "{page}");
    assert!(page.contains(&there.address) && page.contains(&story.address) && page.contains("NB-CV"));
    assert!(mai.get(&story.address).await.text().contains(&at));
    // Who edits for the agency has the story, and not the work of its unit.
    assert!(!khoe.page().await.text().contains(&at));
    // The lead's own editor agrees with nobody; who gave it does.
    assert_eq!(tries(&mai, &at, "confirm", &[]).await, 403);
    let quan = app.as_(Who::Quan).await;
    assert_eq!(tries(&quan, &at, "confirm", &[]).await, 404);
    app.forward(DAY * 30);
    app.run_jobs().await;
    let thu = focal_again(&app).await;
    does(&thu, &at, "confirm", &[("quality", "3")]).await;
    let page = thu.get(&at).await.text();
    assert!(page.contains("Đã xác nhận") && page.contains("Tốt"), "{page}");
    assert!(!page.contains("clock-late"), "{page}");
    // What is closed stays closed.
    for step in ["accept", "advance", "withdraw", "roll-over", "send-back"] {
        assert_eq!(tries(&thu, &at, step, &[("reason", "thử")]).await, 422, "{step}");
    }
    let sheet = thu.get("/desk/work/all.xlsx?which=all").await;
    assert!(sheet.status == 200 && sheet.bytes.starts_with(b"PK"));
}

/// Sessions end with time; the officer signs in anew.
async fn focal_again(app: &TestApp) -> Client {
    app.newcomer("Vũ Hoài Thư", Role::FocalOfficer, None).await.1
}

/// And once more.
async fn focal_once_more(app: &TestApp) -> Client {
    app.newcomer("Lê Minh Ngọc", Role::FocalOfficer, None).await.1
}

async fn work_is_declined_blocked_reminded_rolled_over_and_undone(app: TestApp) {
    let (thu, mai, son) = (focal(&app).await, app.as_(Who::Mai).await, app.as_(Who::Son).await);
    let at = given(&app, &thu, "Danh sách điểm cấp thuốc", &[]).await;
    assert_eq!(tries(&mai, &at, "decline", &[("reason", " ")]).await, 422);
    does(&mai, &at, "decline", &[("reason", "Không đủ người")]).await;
    assert!(thu.get("/desk/work").await.text().contains("cần giao lại"));
    let yt = app.world.units["yt"].to_string();
    does(&thu, &at, "regive", &[("lead", &yt), ("reason", "Văn phòng cử người hỗ trợ")]).await;
    does(&mai, &at, "accept", &[]).await;

    // Two write at once: the second is told, and keeps what was typed.
    let seen = mai.get(&at).await.between("name=\"seen\" value=\"", "\"");
    does(&mai, &at, "advance", &[("seen", &seen), ("percent", "30"), ("note", "Đã có 4 điểm")]).await;
    let stale = mai
        .post(&format!("{at}/advance"), &[("seen", &seen), ("percent", "40"), ("note", "Bản của Páo")])
        .await;
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("Bản của Páo") && stale.text().contains("vừa cập nhật"));

    // Blocked, up to the leader, answered against its clock, resolved.
    let blocks = [("words", "Kho thuốc chưa bàn giao"), ("solution", "Mượn kho của xã"), ("level", "leader")];
    does(&mai, &at, "block", &blocks).await;
    let blocked = son.get("/desk/work/blocked").await;
    let list = blocked.text();
    assert!(list.contains("Kho thuốc chưa bàn giao") && list.contains("NB-VM"), "{list}");
    assert!(son.get("/desk/work").await.text().contains("Kho thuốc chưa bàn giao"));
    let obstacle = format!("/desk/work/obstacles/{}", blocked.between("#obstacle-", "\""));
    assert_eq!(tries(&mai, &obstacle, "answer", &[("answer", "Tự trả lời")]).await, 403);
    assert_eq!(tries(&mai, &obstacle, "escalate", &[("level", "focal")]).await, 422);
    does(&son, &obstacle, "answer", &[("answer", "Đồng ý mượn kho xã")]).await;
    assert!(mai.get(&at).await.text().contains("Đồng ý mượn kho xã"));
    does(&mai, &obstacle, "resolve", &[("outcome", "Đã có kho")]).await;
    assert_eq!(tries(&son, &obstacle, "answer", &[("answer", "Lần nữa")]).await, 422);

    // Late: reminded once a day, counted by unit; rolled over, and that undone within minutes.
    app.forward(DAY * 8);
    let thu = focal_again(&app).await;
    does(&thu, &at, "remind", &[]).await;
    assert_eq!(tries(&thu, &at, "remind", &[]).await, 422);
    app.forward(DAY);
    let thu = focal_once_more(&app).await;
    does(&thu, &at, "remind", &[("back", "late")]).await;
    let late = thu.get("/desk/work/late").await.text();
    assert!(late.contains("Quá hạn 2 ngày") && late.contains("Đã đôn đốc 2 lần"), "{late}");
    does(&thu, &at, "roll-over", &[("reason", "Chờ kho")]).await;
    assert!(
        thu.get(&at).await.text().contains("Đã chuyển tháng 1 lần")
            || thu.get(&at).await.text().contains("Hoàn tác")
    );
    does(&thu, &at, "undo", &[]).await;
    assert_eq!(tries(&thu, &at, "undo", &[]).await, 422);
    assert!(thu.get("/desk/work/late").await.text().contains("Danh sách điểm cấp thuốc"));
    let id = at.rsplit('/').next().unwrap();
    let listed = thu.get("/desk/work/month-end").await.text();
    assert!(listed.contains(id), "{listed}");
    let rolled = thu.post("/desk/work/month-end", &[("work", id), ("reason", "Hết tháng")]).await;
    assert_eq!(rolled.status, 303, "{}", rolled.text());
    assert!(!thu.get("/desk/work/late").await.text().contains("Danh sách điểm cấp thuốc"));
    app.forward(Duration::from_secs(16 * 60));
    assert_eq!(tries(&thu, &at, "undo", &[]).await, 422);
    let mai = app.as_(Who::Mai).await;
    does(&mai, &at, "claim", &[("note", "Xong")]).await;
    does(&thu, &at, "send-back", &[("reason", "Thiếu hai điểm")]).await;
    assert!(mai.get("/desk/work").await.text().contains("Danh sách điểm cấp thuốc"));
}

async fn input_is_asked_given_reminded_and_put_together(app: TestApp) {
    let (thu, mai, vang) = (focal(&app).await, app.as_(Who::Mai).await, app.as_(Who::Do).await);
    let (yt, gd, due) =
        (app.world.units["yt"].to_string(), app.world.units["gd"].to_string(), in_days(&app, 2));
    let asks = [("title", "Báo cáo tháng 11"), ("units", yt.as_str()), ("units", gd.as_str()), ("due", &due)];
    assert_eq!(mai.post("/desk/work/input", &asks).await.status, 403);
    let asked = thu.post("/desk/work/input", &asks).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let at = asked.location().to_owned();
    assert!(mai.get("/desk/work").await.text().contains("Báo cáo tháng 11"));
    // Each sees what its own unit gives.
    does(&mai, &at, "give", &[("unit", &yt), ("text", "Tiêm 312 trẻ.\nThiếu kho lạnh.")]).await;
    assert!(!vang.get(&at).await.text().contains("Tiêm 312 trẻ"));
    assert_eq!(tries(&vang, &at, "give", &[("unit", &yt), ("text", "Giả")]).await, 404);
    assert_eq!(tries(&vang, &at, "give", &[("unit", &gd), ("text", " ")]).await, 422);
    app.forward(DAY * 3);
    let (thu, vang) = (focal_again(&app).await, app.as_(Who::Do).await);
    assert!(thu.get(&at).await.text().contains("Quá hạn chưa gửi"));
    does(&thu, &at, "remind", &[]).await;
    assert_eq!(tries(&thu, &at, "remind", &[]).await, 422);
    does(&vang, &at, "nothing", &[("unit", &gd)]).await;
    let paper = thu.get(&format!("{at}/docx")).await;
    assert!(paper.status == 200 && paper.bytes.starts_with(b"PK"));
    assert_eq!(vang.get(&format!("{at}/docx")).await.status, 404);
    does(&thu, &at, "close", &[]).await;
    assert_eq!(tries(&vang, &at, "give", &[("unit", &gd), ("text", "Muộn")]).await, 422);
    assert_eq!(app.as_(Who::Trang).await.get(&at).await.status, 404);
}

async fn strangers_guests_and_supporters_get_no_further_than_they_may(app: TestApp) {
    let (thu, mai, vang) = (focal(&app).await, app.as_(Who::Mai).await, app.as_(Who::Do).await);
    let trang = app.as_(Who::Trang).await;
    let alone = given(&app, &thu, "Việc riêng của Sở Y tế", &[]).await;
    let gd = app.world.units["gd"].to_string();
    let guest = app.world.people[&Who::Trang].to_string();
    let shared = given(&app, &thu, "Việc chung của hai sở", &[("supports", &gd), ("members", &guest)]).await;
    // Another unit's worker and a guest: it is not there, in pages, lists, files and steps.
    for who in [&vang, &trang] {
        assert_eq!(who.get(&alone).await.status, 404);
        for page in ["/desk/work", "/desk/work/all?which=all", "/desk/work/board", "/desk/work/calendar"] {
            assert!(!who.get(page).await.text().contains("Việc riêng của Sở Y tế"), "{page}");
        }
        for step in
            ["accept", "decline", "claim", "confirm", "withdraw", "remind", "block", "tie", "undo", "move"]
        {
            assert_eq!(
                tries(who, &alone, step, &[("reason", "thử"), ("thing", "story:x")]).await,
                404,
                "{step}"
            );
        }
        assert_eq!(who.get(&shared).await.status, 200);
    }
    // Who supports says how far the own part is, and nothing of the whole.
    does(&vang, &shared, "part", &[("unit", &gd), ("state", "doing"), ("note", "Đã cử cô Dợ")]).await;
    let yt = app.world.units["yt"].to_string();
    assert_eq!(tries(&vang, &shared, "part", &[("unit", &yt), ("state", "done")]).await, 404);
    for step in ["accept", "decline", "claim", "confirm", "withdraw", "move"] {
        assert_eq!(tries(&vang, &shared, step, &[("reason", "thử")]).await, 403, "{step}");
    }
    assert_eq!(tries(&trang, &shared, "accept", &[]).await, 403);
    // What blocks the lead is for the lead to say and to send on, not for who supports.
    does(&mai, &shared, "accept", &[]).await;
    does(&mai, &shared, "block", &[("words", "Chưa có kinh phí"), ("solution", "Xin tạm ứng")]).await;
    let page = mai.get(&shared).await;
    let obstacle = format!("/desk/work/obstacles/{}", page.between("/desk/work/obstacles/", "/"));
    for who in [&vang, &trang] {
        assert_eq!(tries(who, &obstacle, "resolve", &[("outcome", "Xong rồi")]).await, 403);
        assert_eq!(tries(who, &obstacle, "escalate", &[("level", "leader")]).await, 403);
    }
    assert_eq!(trang.get("/desk/work/late").await.status, 403);
    // Restricted: the unit's own people do not see it; its leaders, the giver and who is named do.
    let pao = app.world.people[&Who::Pao].to_string();
    let hidden = given(&app, &thu, "Việc hạn chế", &[("confidential", "1"), ("person", &pao)]).await;
    assert_eq!(mai.get(&hidden).await.status, 404);
    assert!(!mai.get("/desk/work/all?which=all").await.text().contains("Việc hạn chế"));
    for who in [&app.as_(Who::Pao).await, &app.as_(Who::Son).await, &thu] {
        assert_eq!(who.get(&hidden).await.status, 200);
        assert!(who.get("/desk/work/all?which=all").await.text().contains("Việc hạn chế"));
    }
    let late = app.as_(Who::Khoe).await.get("/desk/work/late").await.text();
    assert!(!late.contains("Việc hạn chế"));
    assert_eq!(app.as_(Who::Visitor).await.get(&alone).await.status, 303);
    assert_eq!(app.as_(Who::Luc).await.get(&alone).await.status, 404);
}

async fn hostile_forms_change_nothing(app: TestApp) {
    let (thu, mai) = (focal(&app).await, app.as_(Who::Mai).await);
    let yt = app.world.units["yt"].to_string();
    let past = app.agency.app.zone.day(app.agency.app.db.now().minus(DAY)).to_string();
    let huge = "dài ".repeat(400);
    let cases: [&[(&str, &str)]; 7] = [
        &[("title", "Lùi ngày"), ("lead", &yt), ("due", &past)],
        &[("title", "Ngày lạ"), ("lead", &yt), ("due", "31/02/2027")],
        &[("title", "abc"), ("lead", &yt)],
        &[("title", &huge), ("lead", &yt)],
        &[("title", "Đơn vị giả"), ("lead", "0190a000-0000-7000-8000-000000000000")],
        &[("title", "Số lượng âm"), ("lead", &yt), ("want_kind", "story"), ("want_count", "-3")],
        &[("title", "Loại lạ"), ("lead", &yt), ("want_kind", "person"), ("want_count", "1")],
    ];
    for case in cases {
        let refused = thu.post("/desk/work", case).await;
        assert_eq!(refused.status, 422, "{case:?}");
    }
    assert_eq!(mai.post("/desk/work", &[("title", "Tự giao việc"), ("lead", &yt)]).await.status, 403);
    let script = "<script>alert(1)</script> việc'; DROP TABLE assignment; --";
    let at = given(&app, &thu, script, &[("from", "story:0190a000-0000-7000-8000-000000000000")]).await;
    let page = mai.get(&at).await.text();
    assert!(page.contains("&#60;script") && !page.contains("<script>alert"));
    assert!(mai.get("/desk/work/all?q=%25%27%22_&which=all&unit=x&from=y&page=1").await.status == 200);
    assert_eq!(mai.get("/desk/work/all?page=99999").await.status, 404);
    assert_eq!(mai.get("/desk/work/calendar?month=99999-13").await.status, 404);
    for id in ["x", "0190a000-0000-7000-8000-000000000000", "%00", "..%2f.."] {
        assert_eq!(mai.get(&format!("/desk/work/{id}")).await.status, 404, "{id}");
        assert_eq!(mai.get(&format!("/desk/work/input/{id}")).await.status, 404, "{id}");
        assert_eq!(tries(&mai, &format!("/desk/work/obstacles/{id}"), "resolve", &[]).await, 404, "{id}");
    }
    does(&mai, &at, "accept", &[("person", "0190a000-0000-7000-8000-000000000000")]).await;
    let long = "lý do ".repeat(400);
    assert_eq!(tries(&mai, &at, "block", &[("words", &long), ("solution", "x")]).await, 422);
    assert_eq!(tries(&mai, &at, "advance", &[("percent", "1000")]).await, 422);
    for thing in ["story:0190a000-0000-7000-8000-000000000000", "assignment:x", "javascript:alert(1)", ""] {
        assert_eq!(tries(&mai, &at, "tie", &[("thing", thing)]).await, 422, "{thing}");
    }
    assert_eq!(tries(&thu, &at, "move", &[("due", &past), ("reason", "lùi")]).await, 422);
    let many: Vec<(&str, &str)> = std::iter::repeat_n(("work", "x"), 2000).collect();
    assert_eq!(thu.post("/desk/work/month-end", &many).await.status, 422);
    // A file is known by what it holds.
    let sent = mai.upload(&format!("{at}/files"), "ket-qua.pdf", b"MZ\x90\x00 not a pdf", "").await;
    assert_eq!(sent.status, 422, "{}", sent.text());
    let sent = mai.upload(&format!("{at}/files"), "../../ket qua.pdf", b"%PDF-1.4 ok", "").await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(mai.get(&at).await.text().contains("ket qua.pdf"));
}
