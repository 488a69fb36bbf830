//! Agreements with outlets, presenters, training, commemorative days: counted with evidence, seen by their units, spoilt by nobody.

use crate::together::{done, office, unit};
use kernel::Moment;
use std::time::Duration;
use testkit::{TestApp, Who, journey};

journey!(
    what_an_outlet_delivers_is_counted_with_evidence_and_its_end_is_told,
    presenters_and_trainings_are_kept_without_private_data,
    days_that_are_commemorated_are_shown_ahead,
);

const DAY: Duration = Duration::from_secs(86_400);

async fn what_an_outlet_delivers_is_counted_with_evidence_and_its_end_is_told(app: TestApp) {
    office(&app).await;
    let (khoe, mai) = (app.as_(Who::Khoe).await, app.as_(Who::Mai).await);
    let (vp, yt) = (unit(&app, "vp"), unit(&app, "yt"));
    let agreed = |field: &str, value: &str| -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> = [
            ("unit", yt.as_str()),
            ("outlet", "Báo Liên Sơn"),
            ("title", "Tuyên truyền y tế cơ sở"),
            ("from_day", "2026-01-01"),
            ("to_day", "2026-12-31"),
            ("stories", "24"),
            ("minutes", "0"),
            ("money", "120.000.000"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        fields.retain(|(name, _)| name != field);
        fields.push((field.to_owned(), value.to_owned()));
        fields
    };
    async fn send(who: &testkit::Client, path: &str, fields: &[(String, String)]) -> testkit::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        who.post(path, &fields).await
    }
    for (field, value) in [
        ("outlet", ""),
        ("title", ""),
        ("to_day", "2025-01-01"),
        ("to_day", "2226-01-01"),
        ("stories", "-4"),
        ("stories", "nhiều"),
        ("money", "99999999999999999999"),
    ] {
        let answer = send(&khoe, "/desk/agreements", &agreed(field, value)).await;
        assert_eq!(answer.status, 422, "{field} {value}");
    }
    assert_eq!(send(&mai, "/desk/agreements", &agreed("number", "1")).await.status, 403);
    let made = send(&khoe, "/desk/agreements", &agreed("number", "03/TT")).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let path = made.location().to_owned();
    let deliver = format!("{path}/deliver");
    for fields in [
        vec![("day", "2026-11-20"), ("stories", "2")],
        vec![("day", "2026-11-20"), ("evidence", "Số báo")],
        vec![("day", "2026-12-20"), ("stories", "2"), ("evidence", "Số báo")],
        vec![("day", "2025-12-20"), ("stories", "2"), ("evidence", "Số báo")],
        vec![("day", "2026-11-20"), ("stories", "-2"), ("minutes", "4"), ("evidence", "Số báo")],
    ] {
        assert_eq!(khoe.post(&deliver, &fields).await.status, 422, "{fields:?}");
    }
    let evidence = "javascript:alert(1)";
    done(&khoe, &deliver, &[("day", "2026-11-20"), ("stories", "6"), ("evidence", evidence)]).await;
    let page = mai.get(&path).await.text();
    assert!(page.contains("6/24") && page.contains("25%") && page.contains("120.000.000 đ"), "{page}");
    assert!(!page.contains("href=\"javascript:"));
    let delivery = khoe.get(&path).await.between("name=\"id\" value=\"", "\"");
    assert_eq!(mai.post(&format!("{path}/drop"), &[("id", &delivery)]).await.status, 403);
    assert_eq!(app.as_(Who::Do).await.get(&path).await.status, 404, "another unit does not know of it");
    assert_eq!(app.as_(Who::Trang).await.get(&path).await.status, 404);
    assert!(!app.as_(Who::Do).await.get("/desk/agreements").await.text().contains("Báo Liên Sơn"));
    assert_eq!(app.as_(Who::Trang).await.get("/desk/agreements").await.status, 403);
    // Thirty days before its end somebody is told; once.
    app.forward(DAY * 10);
    app.run_jobs().await;
    let khoe = app.as_(Who::Khoe).await;
    let page = khoe.get(&path).await.text();
    assert!(page.contains("Sắp hết hạn") && page.contains("Thỏa thuận sắp hết hạn"), "{page}");
    assert_eq!(khoe.post(&format!("{path}/end"), &[]).await.status, 422);
    done(&khoe, &format!("{path}/end"), &[("reason", "Hai bên thống nhất")]).await;
    assert!(khoe.get(&path).await.text().contains("Hai bên thống nhất"));
    assert!(!vp.is_empty());
}

async fn presenters_and_trainings_are_kept_without_private_data(app: TestApp) {
    office(&app).await;
    let (khoe, mai, do_) = (app.as_(Who::Khoe).await, app.as_(Who::Mai).await, app.as_(Who::Do).await);
    let yt = unit(&app, "yt");
    let fields = [("unit", yt.as_str()), ("name", "Bế Thị Thúy"), ("office", "Trưởng khoa, Sở Y tế")];
    let presenter = done(&khoe, "/desk/presenters", &fields).await;
    let session = format!("{presenter}/session");
    for (at, audience) in
        [("2026-11-25T08:00", "30"), ("2026-11-20T08:00", "0"), ("2026-11-20T08:00", "x"), ("", "30")]
    {
        let fields = [("title", "Tiêm sởi"), ("at", at), ("audience", audience)];
        assert_eq!(khoe.post(&session, &fields).await.status, 422, "{at} {audience}");
    }
    done(&khoe, &session, &[("title", "Tiêm sởi"), ("at", "2026-11-20T08:00"), ("audience", "88")]).await;
    let held = khoe.get(&presenter).await.between("name=\"session\" value=\"", "\"");
    let evaluate = format!("{presenter}/evaluate");
    for marks in [("0", "5"), ("6", "5"), ("", "5"), ("-1", "5")] {
        let fields = [("session", held.as_str()), ("matter", marks.0), ("manner", marks.1), ("use", "5")];
        assert_eq!(khoe.post(&evaluate, &fields).await.status, 422, "{marks:?}");
    }
    for (matter, words) in [("5", "Dễ hiểu"), ("4", "")] {
        let fields =
            [("session", held.as_str()), ("matter", matter), ("manner", "5"), ("use", "4"), ("words", words)];
        done(&khoe, &evaluate, &fields).await;
    }
    let page = mai.get(&presenter).await.text();
    assert!(page.contains("4,5") && page.contains("2 phiếu") && page.contains("Dễ hiểu"), "{page}");
    assert_eq!(do_.get(&presenter).await.status, 404);
    // A session of one is not evaluated under another.
    let other = [("unit", yt.as_str()), ("name", "Người khác"), ("office", "Sở Y tế")];
    let other = done(&khoe, "/desk/presenters", &other).await;
    let fields = [("session", held.as_str()), ("matter", "1"), ("manner", "1"), ("use", "1")];
    assert_eq!(khoe.post(&format!("{other}/evaluate"), &fields).await.status, 404);
    // A training.
    let fields = [
        ("unit", yt.as_str()),
        ("title", "Kỹ năng phát ngôn"),
        ("starts_at", "2026-11-23T08:00"),
        ("ends_at", "2026-11-23T17:00"),
    ];
    let training = done(&khoe, "/desk/trainings", &fields).await;
    let list = "Nguyễn Thị Hòa; Sở Tư pháp\n=cmd|'/c calc'!A1; x\n\nLò Văn Pao";
    done(&khoe, &format!("{training}/enrol"), &[("list", list)]).await;
    assert_eq!(khoe.post(&format!("{training}/enrol"), &[("list", "\n \n")]).await.status, 422);
    let many = "a;b\n".repeat(1_200);
    assert_eq!(khoe.post(&format!("{training}/enrol"), &[("list", &many)]).await.status, 422);
    assert_eq!(mai.post(&format!("{training}/enrol"), &[("list", "x")]).await.status, 403);
    let first = khoe.get(&training).await.between("name=\"came\" value=\"", "\"");
    let presence = format!("{training}/presence");
    let fields = [("came", first.as_str()), ("certificate", first.as_str())];
    assert_eq!(khoe.post(&presence, &fields).await.status, 422, "it has not begun");
    app.forward(DAY * 2);
    let (khoe, mai, do_) = (app.as_(Who::Khoe).await, app.as_(Who::Mai).await, app.as_(Who::Do).await);
    done(&khoe, &presence, &fields).await;
    assert!(mai.get("/desk/trainings").await.text().contains("1/3"));
    assert!(khoe.get(&format!("{training}/certificates.docx")).await.bytes.starts_with(b"PK"));
    assert!(khoe.get(&format!("{training}/list.xlsx")).await.bytes.starts_with(b"PK"));
    assert_eq!(do_.get(&format!("{training}/list.xlsx")).await.status, 404);
    // What reports count.
    let db = app.agency.app.db.reader();
    let (from, to) = (Moment::parse("2026-11-01T00:00:00+07:00").unwrap(), app.agency.app.db.now());
    let sessions = coordination::sessions_between(db, from, to).await.unwrap();
    assert_eq!(sessions.iter().map(|one| one.audience).collect::<Vec<_>>(), [88]);
    let trainings = coordination::trainings_between(db, from, to).await.unwrap();
    assert_eq!(trainings.iter().map(|one| one.people).collect::<Vec<_>>(), [1]);
    assert_eq!(coordination::units_of(db, trainings[0].thing).await.unwrap(), [app.world.units["yt"]]);
}

async fn days_that_are_commemorated_are_shown_ahead(app: TestApp) {
    office(&app).await;
    let (khoe, mai) = (app.as_(Who::Khoe).await, app.as_(Who::Mai).await);
    let vp = unit(&app, "vp");
    let page = mai.get("/desk/observances").await.text();
    assert!(page.contains("Quân đội nhân dân Việt Nam") && page.contains("82 năm"), "{page}");
    assert!(!page.contains("Tết Nguyên đán"));
    assert!(mai.get("/desk/observances?days=365").await.text().contains("Tết Nguyên đán"));
    for (day, month, since) in
        [("31", "2", ""), ("0", "1", ""), ("x", "1", ""), ("1", "13", ""), ("1", "1", "3026")]
    {
        let fields =
            [("unit", vp.as_str()), ("title", "Ngày"), ("day", day), ("month", month), ("since", since)];
        assert_eq!(khoe.post("/desk/observances", &fields).await.status, 422, "{day}/{month} {since}");
    }
    let fields = [
        ("unit", vp.as_str()),
        ("title", "Ngày giải phóng huyện"),
        ("day", "15"),
        ("month", "12"),
        ("since", "1951"),
    ];
    assert_eq!(mai.post("/desk/observances", &fields).await.status, 403);
    done(&khoe, "/desk/observances", &fields).await;
    let page = khoe.get("/desk/observances").await;
    assert!(page.text().contains("Ngày giải phóng huyện") && page.text().contains("75 năm"));
    let id = page.between("/desk/observances/", "/drop");
    assert_eq!(mai.post(&format!("/desk/observances/{id}/drop"), &[]).await.status, 404);
    done(&khoe, &format!("/desk/observances/{id}/drop"), &[]).await;
    assert!(!khoe.get("/desk/observances").await.text().contains("Ngày giải phóng huyện"));
    assert_eq!(mai.get("/desk/observances?days=9").await.status, 404);
}
