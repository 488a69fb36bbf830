//! Reports: a month counted from the ledger, written, approved by a second person and issued; what units owe; the briefing.

use crate::newsdesk::published;
use kernel::Role;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_month_is_reported_from_the_ledger_to_its_number,
    units_are_asked_reminded_and_stand_in_the_report,
    a_briefing_decides_what_becomes_work,
    a_report_is_not_for_everybody_and_hostile_forms_change_nothing,
);

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The officer who writes reports.
async fn officer(app: &TestApp) -> Client {
    app.newcomer("Nguyen Thi Lan", Role::FocalOfficer, None).await.1
}

/// Her colleague, some days later: sessions do not last that long.
async fn colleague(app: &TestApp) -> Client {
    app.newcomer("Tran Van Hai", Role::FocalOfficer, None).await.1
}

/// Begins a report and answers its address.
async fn begun(who: &Client, code: &str) -> String {
    let answer = who.post("/desk/reports", &[("code", code)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().to_owned()
}

/// The form of the editor as it stands, with other results.
async fn write(who: &Client, report: &str, results: &str) -> testkit::Answer {
    let page = who.get(&format!("{report}/edit")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let edition = page.between("name=\"edition\" value=\"", "\"");
    let fields = [
        ("edition", edition.as_str()),
        ("results", results),
        ("difficulties", ""),
        ("proposals", "Đề nghị bổ sung 02 máy quay."),
        ("next", "- Tập huấn cộng tác viên"),
        ("authority", "TL. CHỦ TỊCH"),
        ("signer_post", "CHÁNH VĂN PHÒNG"),
        ("signer_name", "Đặng Văn Hòa"),
        ("recipients", "Chủ tịch UBND tỉnh;\nLưu: VT."),
    ];
    who.post(&format!("{report}/edit"), &fields).await
}

async fn a_month_is_reported_from_the_ledger_to_its_number(app: TestApp) {
    let lan = officer(&app).await;
    for title in ["Tiêm sởi ở Nậm Ưởng", "Mở lại chợ phiên", "Nước sạch về bản"] {
        published(&app, title).await;
    }
    // The month has begun: a report can be begun, and not be submitted yet.
    let report = begun(&lan, "2026-11").await;
    let page = lan.get(&report).await.text();
    assert!(page.contains("Báo cáo tháng 11 năm 2026"), "{page}");
    assert!(page.contains("Kỳ báo cáo chưa kết thúc."), "{page}");
    // The draft has said what was counted, each number leads to its cases.
    assert!(page.contains(">03</a> tin, bài"), "{page}");
    assert!(page.contains("tăng 03 so với tháng 10 năm 2026"), "{page}");
    let cases = lan.get(&format!("{report}/numbers/stories")).await.text();
    for title in ["Tiêm sởi ở Nậm Ưởng", "Mở lại chợ phiên", "Nước sạch về bản", "Sở Y tế"]
    {
        assert!(cases.contains(title), "{title}: {cases}");
    }
    // The words are the officer's, the numbers are not: what stands in braces must be one of ours.
    let refused = write(&lan, &report, "Đăng {tin-hay} tin.").await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("tin-hay") && refused.text().contains("02 máy quay"),
        "{}",
        refused.text()
    );
    let kept = write(&lan, &report, "Đăng {tin-bai} tin, bài; 7 cuộc làm việc.").await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    // One more story and ten days later, the month is over.
    published(&app, "Đường lên Tà Xùa thông xe").await;
    app.forward(DAY * 10);
    let lan = colleague(&app).await;
    let page = lan.get(&report).await.text();
    assert!(page.contains("Số liệu được lấy trước khi hết kỳ."), "{page}");
    assert_eq!(lan.post(&format!("{report}/count"), &[]).await.status, 303);
    let page = lan.get(&report).await;
    assert!(
        page.text().contains("Đăng <a class=\"figure\"") && page.text().contains(">04</a> tin, bài"),
        "{}",
        page.text()
    );
    // Whoever approves sees what was typed by hand.
    assert!(page.text().contains("7, 02"), "{}", page.text());
    let hash = page.between("name=\"hash\" value=\"", "\"");
    assert_eq!(lan.post(&format!("{report}/submit"), &[("hash", "0")]).await.status, 409);
    assert_eq!(lan.post(&format!("{report}/submit"), &[("hash", &hash)]).await.status, 303);
    // The leader returns it once, then approves exactly what stands there.
    let son = app.as_(Who::Son).await;
    assert_eq!(son.post(&format!("{report}/return"), &[("reason", " ")]).await.status, 422);
    assert_eq!(
        son.post(&format!("{report}/return"), &[("reason", "Bổ sung phần kiến nghị")]).await.status,
        303
    );
    assert!(lan.get(&report).await.text().contains("Bổ sung phần kiến nghị"));
    assert_eq!(write(&lan, &report, "Đăng {tin-bai} tin, bài.").await.status, 303);
    let hash = lan.get(&report).await.between("name=\"hash\" value=\"", "\"");
    assert_eq!(lan.post(&format!("{report}/submit"), &[("hash", &hash)]).await.status, 303);
    assert_eq!(lan.post(&format!("{report}/approve"), &[("hash", &hash)]).await.status, 403);
    assert_eq!(son.post(&format!("{report}/approve"), &[("hash", &hash)]).await.status, 303);
    assert_eq!(lan.post(&format!("{report}/issue"), &[]).await.status, 303);
    // Issued, it has the first number of its year and stays as it is.
    let page = lan.get(&report).await.text();
    assert!(page.contains("Số 01"), "{page}");
    let edition = [("edition", "4"), ("results", "Khác")];
    assert_eq!(lan.post(&format!("{report}/edit"), &edition).await.status, 422);
    assert_eq!(lan.post(&format!("{report}/reopen"), &[("reason", "sửa")]).await.status, 422);
    // What happens later changes no number of it: counted again, all agree.
    published(&app, "Tin của tháng sau").await;
    let checked = lan.get(&format!("{report}/verify")).await.text();
    assert!(checked.contains("đếm lại đều khớp"), "{checked}");
    // The papers.
    let docx = lan.get(&format!("{report}/docx")).await;
    assert!(docx.status == 200 && docx.bytes.starts_with(b"PK"));
    let xlsx = lan.get(&format!("{report}/xlsx")).await;
    assert!(xlsx.status == 200 && xlsx.bytes.starts_with(b"PK"));
    let pdf = lan.get(&format!("{report}/pdf")).await;
    assert!(pdf.status == 200 && pdf.bytes.starts_with(b"%PDF"));
    assert!(pdf.header("content-disposition").contains("bao-cao-2026-11.pdf"));
}

async fn units_are_asked_reminded_and_stand_in_the_report(app: TestApp) {
    let lan = officer(&app).await;
    published(&app, "Tiêm sởi ở Nậm Ưởng").await;
    let report = begun(&lan, "2026-11").await;
    let (yt, gd) = (app.world.units["yt"].to_string(), app.world.units["gd"].to_string());
    let past = [("units", yt.as_str()), ("due", "2026-11-01T17:00")];
    assert_eq!(lan.post(&format!("{report}/parts"), &past).await.status, 422);
    let asked = [("units", yt.as_str()), ("units", gd.as_str()), ("due", "2026-11-25T17:00")];
    assert_eq!(lan.post(&format!("{report}/parts"), &asked).await.status, 303);
    // Each unit finds what it owes, and not what the other one does.
    let mai = app.as_(Who::Mai).await;
    let list = mai.get("/desk/reports").await.text();
    assert!(list.contains("Sở Y tế: Báo cáo tháng 11 năm 2026") && !list.contains("Sở Giáo dục"), "{list}");
    let own = format!("{report}/parts/{yt}");
    let page = mai.get(&own).await;
    assert!(page.text().contains("Tin, bài đã đăng"), "{}", page.text());
    assert_eq!(mai.get(&format!("{report}/parts/{gd}")).await.status, 404);
    assert_eq!(
        mai.get(&report).await.status,
        404,
        "the report itself is not public in the house before it is issued"
    );
    assert_eq!(mai.get(&format!("{report}/numbers/stories?unit={yt}")).await.status, 200);
    assert_eq!(mai.get(&format!("{report}/numbers/stories?unit={gd}")).await.status, 404);
    let words = [
        ("edition", "0"),
        ("results", "Truyền thông tiêm chủng tại 12 xã"),
        ("difficulties", "Thiếu bản dịch tiếng Mông"),
        ("proposals", "Đặt dịch {tin-bai} tờ rơi"),
        ("next", ""),
    ];
    assert_eq!(mai.post(&own, &words).await.status, 303);
    // Before the report is out, the briefing shows what a unit gave to that unit and to who writes.
    for (who, sees) in [(Who::Mai, true), (Who::Do, false)] {
        let page = app.as_(who).await.get("/desk/briefings/2026-11").await.text();
        assert_eq!(page.contains("Thiếu bản dịch tiếng Mông"), sees, "{who:?}");
    }
    assert!(lan.get("/desk/briefings/2026-11").await.text().contains("Thiếu bản dịch tiếng Mông"));
    // Two at once: the later one keeps what they typed.
    let pao = app.as_(Who::Pao).await;
    let stale = pao.post(&own, &[("edition", "0"), ("results", "Của Páo")]).await;
    assert!(stale.status == 409 && stale.text().contains("Của Páo"), "{}", stale.text());
    assert_eq!(
        pao.post(&format!("{report}/parts/{gd}"), &[("edition", "0"), ("results", "x")]).await.status,
        403
    );
    // The other unit is late, is reminded once a day, and each time is counted.
    app.forward(DAY * 4);
    let lan = colleague(&app).await;
    let remind = format!("{report}/parts/{gd}/remind");
    assert_eq!(lan.post(&remind, &[]).await.status, 303);
    assert_eq!(lan.post(&remind, &[]).await.status, 422);
    let db = app.agency.app.db.reader();
    for (says, many) in [("part-asked", 2), ("part-reminded", 1)] {
        let sql = "SELECT COUNT(*) FROM job WHERE topic = 'work.letter' AND payload LIKE $1";
        let letters: i64 = db::one(db, sql, vec![format!("%\"{says}\"%").into()]).await.unwrap();
        assert_eq!(letters, many, "{says}");
    }
    // What it gave stays within the unit's reach until the report is submitted.
    let mai = app.as_(Who::Mai).await;
    let list = mai.get("/desk/reports").await.text();
    assert!(list.contains("Sở Y tế: Báo cáo tháng 11 năm 2026") && list.contains("Đã gửi"), "{list}");
    assert!(!list.contains(&format!("href=\"{report}\"")), "a draft is not offered to who may not open it");
    let page = lan.get(&report).await.text();
    assert!(page.contains("Quá hạn") && page.contains("đôn đốc 1 lần"), "{page}");
    // Drafted again, the report has the unit's words; the text before is kept.
    let edition = lan.get(&format!("{report}/edit")).await.between("name=\"edition\" value=\"", "\"");
    assert_eq!(lan.post(&format!("{report}/draft"), &[("edition", &edition)]).await.status, 303);
    let page = lan.get(&report).await.text();
    for words in [
        "Sở Y tế: Truyền thông tiêm chủng tại 12 xã",
        "Thiếu bản dịch tiếng Mông",
        "Đặt dịch |tin-bai| tờ rơi",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let editor = lan.get(&format!("{report}/edit")).await;
    let edition = editor.between("name=\"edition\" value=\"", "\"");
    let back = [("edition", edition.as_str()), ("wanted", "1")];
    assert_eq!(lan.post(&format!("{report}/restore"), &back).await.status, 303);
    assert!(!lan.get(&report).await.text().contains("tiếng Mông"));
}

async fn a_briefing_decides_what_becomes_work(app: TestApp) {
    let lan = officer(&app).await;
    let month = "/desk/briefings/2026-11";
    assert_eq!(lan.post(&format!("{month}/notes"), &[("words", "x")]).await.status, 404);
    assert_eq!(lan.post(&format!("{month}/open"), &[]).await.status, 303);
    let (yt, gd) = (app.world.units["yt"].to_string(), app.world.units["gd"].to_string());
    let decide = |words: &'static str, unit: String, due: &'static str| {
        let lan = &lan;
        async move {
            let fields = [("decision", words), ("decision_unit", unit.as_str()), ("due", due)];
            lan.post(&format!("{month}/decisions"), &fields).await
        }
    };
    assert_eq!(decide("", yt.clone(), "2026-12-05").await.status, 422);
    assert_eq!(decide("Ra tờ rơi", "0".into(), "2026-12-05").await.status, 422);
    assert_eq!(decide("Ra tờ rơi", yt.clone(), "2026-11-01").await.status, 422);
    assert_eq!(
        decide("Ra tờ rơi <b>tiếng Mông</b>\nIn 5.000 bản", yt.clone(), "2026-12-05").await.status,
        303
    );
    assert_eq!(decide("Mở chuyên mục học đường", gd.clone(), "").await.status, 303);
    // It is work of the unit at once, and the chain leads back.
    let mai = app.as_(Who::Mai).await;
    let page = mai.get(month).await;
    assert!(page.text().contains("Ra tờ rơi &#60;b&#62;"), "{}", page.text());
    let text = mai.get("/desk/work/all?which=all").await.text();
    let row = text
        .split("href=\"/desk/work/")
        .find(|rest| rest.contains("Ra tờ rơi") && rest.starts_with('0'))
        .unwrap();
    let href = format!("/desk/work/{}", row.split('"').next().unwrap());
    let work = mai.get(&href).await;
    assert!(work.status == 200 && work.text().contains(&format!("{month}#decisions")), "{}", work.text());
    // A unit notes about itself alone.
    assert_eq!(
        mai.post(&format!("{month}/notes"), &[("unit", &yt), ("words", "Đã đặt in")]).await.status,
        303
    );
    assert_eq!(mai.post(&format!("{month}/notes"), &[("unit", &gd), ("words", "x")]).await.status, 403);
    assert_eq!(mai.post(&format!("{month}/notes"), &[("unit", ""), ("words", "x")]).await.status, 403);
    // What is taken back stays readable, and its work is withdrawn.
    let page = lan.get(month).await.text();
    let dropped = page.split("/decisions/").nth(2).unwrap().split('/').next().unwrap().to_owned();
    let drop = format!("{month}/decisions/{dropped}/drop");
    assert_eq!(lan.post(&drop, &[("reason", "")]).await.status, 422);
    let elsewhere = drop.replace("2026-11", "2026-10");
    assert_eq!(lan.post(&elsewhere, &[("reason", "Gộp")]).await.status, 404, "it was not decided there");
    assert_eq!(lan.post(&drop, &[("reason", "Gộp vào kế hoạch năm")]).await.status, 303);
    assert!(lan.get(month).await.text().contains("Đã rút: Gộp vào kế hoạch năm"));
    assert_eq!(lan.post(&format!("{month}/close"), &[("chair", "Bùi Thanh Sơn")]).await.status, 303);
    assert_eq!(decide("Sau giờ", yt, "").await.status, 422);
    let docx = lan.get(&format!("{month}/docx")).await;
    assert!(docx.status == 200 && docx.bytes.starts_with(b"PK"));
    assert_eq!(mai.get(&format!("{month}/docx")).await.status, 403);
    // What happens afterwards is told in the next month: the notice of this one says what it said.
    assert_eq!(mai.post(&format!("{href}/accept"), &[]).await.status, 303);
    assert_eq!(mai.post(&format!("{href}/claim"), &[("note", "Đã in")]).await.status, 303);
    assert!(mai.get(month).await.text().contains("xong"));
    assert_eq!(lan.get(&format!("{month}/docx")).await.bytes, docx.bytes);
}

async fn a_report_is_not_for_everybody_and_hostile_forms_change_nothing(app: TestApp) {
    let lan = officer(&app).await;
    let report = begun(&lan, "2026-10").await;
    for (who, status) in [(Who::Visitor, 401_u16), (Who::Trang, 403), (Who::Luc, 403), (Who::Mai, 404)] {
        let answer = app.as_(who).await.get(&report).await.status;
        // A visitor is shown the log-in.
        assert!(answer == status || (who == Who::Visitor && answer == 303), "{who:?}: {answer}");
    }
    let mai = app.as_(Who::Mai).await;
    for (to, fields) in [
        ("", vec![("code", "2026-09")]),
        ("/edit", vec![("edition", "1"), ("results", "x")]),
        ("/count", vec![]),
        ("/submit", vec![("hash", "x")]),
        ("/approve", vec![("hash", "x")]),
        ("/issue", vec![]),
    ] {
        let address = if to.is_empty() { "/desk/reports".to_owned() } else { format!("{report}{to}") };
        assert_eq!(mai.post(&address, &fields).await.status, 403, "{to}");
    }
    for code in [
        "2026-13",
        "1900",
        "2026-06-20..2026-06-01",
        "../../etc",
        "2030-01",
        "2026-w99",
        "'; DROP TABLE story",
    ] {
        assert_eq!(lan.post("/desk/reports", &[("code", code)]).await.status, 422, "{code}");
    }
    let days = [("kind", "days"), ("first", "2026-10-01"), ("last", "2026-10-20"), ("subject", "")];
    assert_eq!(lan.post("/desk/reports", &days).await.status, 422);
    let named = [
        ("kind", "days"),
        ("first", "2026-10-01"),
        ("last", "2026-10-20"),
        ("subject", "Tuần lễ <i>dinh dưỡng</i>"),
    ];
    let campaign = lan.post("/desk/reports", &named).await;
    assert_eq!(campaign.status, 303, "{}", campaign.text());
    assert!(lan.get(campaign.location()).await.text().contains("Tuần lễ &#60;i&#62;dinh dưỡng"));
    // The same period is the same report.
    assert_eq!(begun(&lan, "2026-10").await, report);
    let long = "a".repeat(60_001);
    assert_eq!(write(&lan, &report, &long).await.status, 422);
    // A character no text has is left out on the way in.
    assert_eq!(write(&lan, &report, "a\0b").await.status, 303);
    assert!(!lan.get(&report).await.text().contains('\0'));
    assert_eq!(write(&lan, &report, "<script>alert(1)</script> {tin-bai}").await.status, 303);
    assert!(!lan.get(&report).await.text().contains("<script>alert"));
    assert_eq!(lan.get(&format!("{report}/numbers/nothing")).await.status, 404);
    assert_eq!(lan.get("/desk/briefings/2026-q3").await.status, 404);
    // A number changed past every verb is seen.
    assert_eq!(lan.get(&format!("{report}/verify")).await.text().matches("msg-bad").count(), 0);
    app.tamper("UPDATE period_report SET proposals = 'khác'").await;
    assert!(lan.get(&format!("{report}/verify")).await.text().contains("không khớp với mã nội dung"));
}
