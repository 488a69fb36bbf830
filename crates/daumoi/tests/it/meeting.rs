//! Meeting the press: a conference from its plan through its dossier to its record, with its clocks and its guests.

use crate::telling::press_team;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_conference_is_planned_prepared_announced_held_and_recorded,
    pn_12_the_next_conference_is_due_three_months_after_the_last,
    bc_10_a_department_notifies_a_day_before_and_a_province_need_not,
    l9_a_journalist_who_is_not_admitted_learns_why_and_how_to_object,
);

const HOUR: Duration = Duration::from_secs(3_600);

async fn done(who: &Client, path: &str, fields: &[(&str, &str)]) {
    let answer = who.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
}

async fn planned(who: &Client, title: &str, starts_at: &str) -> String {
    let fields = [
        ("kind", "conference"),
        ("title", title),
        ("starts_at", starts_at),
        ("place", "Phòng họp 201"),
        ("chair", "Bùi Thanh Sơn"),
        ("content", "Kết quả quý IV."),
    ];
    let answer = who.post("/desk/press/events", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().to_owned()
}

async fn last_letter(app: &TestApp) -> String {
    let sql = "SELECT subject || ' / ' || body || ' / ' || files FROM letter_out ORDER BY queued_at DESC, id DESC LIMIT 1";
    db::one(app.agency.app.db.reader(), sql, vec![]).await.unwrap()
}

async fn a_conference_is_planned_prepared_announced_held_and_recorded(app: TestApp) {
    press_team(&app).await;
    let (duy, anyone) = (app.as_(Who::Duy).await, app.as_(Who::Visitor).await);
    let wrong = duy.post("/desk/press/events", &[("kind", "conference"), ("title", "Họp <b>")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("Họp &#60;b&#62;"), "{}", wrong.text());
    let event = planned(&duy, "Họp báo quý IV", "2026-11-25T14:00").await;
    let id = event.rsplit('/').next().unwrap().to_owned();
    let public = format!("/bao-chi/lich/{id}");
    // What is only planned does not exist outside.
    for address in [public.clone(), format!("{public}/lich.ics")] {
        assert_eq!(anyone.get(&address).await.status, 404);
    }
    assert_eq!(anyone.post(&public, &[("name", "x")]).await.status, 404);
    assert!(!anyone.get("/bao-chi/lich.ics").await.text().contains(&id));

    let yt = app.world.units["yt"].to_string();
    let ask = [("unit", yt.as_str()), ("ask", "Số ca sởi quý IV?"), ("due", "2026-11-24T17:00")];
    done(&duy, &format!("{event}/ask"), &ask).await;
    assert_eq!(duy.post(&format!("{event}/ask"), &ask).await.status, 422, "asked once");
    // The unit sees what it was asked and nothing else; another unit sees nothing.
    let mai = app.as_(Who::Mai).await;
    let list = mai.get("/desk/press/events").await.text();
    assert!(list.contains("Số ca sởi") && !list.contains("Lên kế hoạch"), "{list}");
    let asked = mai.get("/desk/press/events").await.between(&format!("{event}/contributions/"), "\"");
    let asked = format!("{event}/contributions/{asked}");
    assert_eq!(app.as_(Who::Do).await.get(&asked).await.status, 404);
    assert_eq!(app.as_(Who::Do).await.post(&asked, &[("text", "x")]).await.status, 404);
    let elsewhere = asked.replace(&id, "0190a000-0000-7000-8000-000000000000");
    assert_eq!(duy.get(&asked).await.status, 200);
    assert_eq!(duy.get(&elsewhere).await.status, 404);
    assert_eq!(mai.get(&event).await.status, 403);
    assert_eq!(mai.post(&asked, &[("text", " ")]).await.status, 422);
    done(&mai, &asked, &[("text", "312 ca, theo báo cáo ngày 20/11.")]).await;
    assert!(duy.get(&event).await.text().contains("312 ca"));
    done(&duy, &format!("{event}/question"), &[("prepared", "1"), ("question", "Vắc-xin có đủ không?")])
        .await;

    assert_eq!(duy.post(&format!("{event}/invite"), &[]).await.status, 422, "not announced yet");
    done(&duy, &format!("{event}/announce"), &[]).await;
    assert!(anyone.get(&public).await.text().contains("Phòng họp 201"));
    assert!(anyone.get("/bao-chi").await.text().contains("Họp báo quý IV"));
    let ics = anyone.get("/bao-chi/lich.ics").await.text();
    assert!(ics.contains("DTSTART:20261125T070000Z") && ics.contains("METHOD:PUBLISH"), "{ics}");
    let contact = [("outlet", "Báo A"), ("email", "en@a.example"), ("basis", "outlet")];
    done(&duy, "/desk/press/contacts", &contact).await;
    let invited = duy.get(&event).await.between("name=\"contact\" value=\"", "\"");
    done(&duy, &format!("{event}/invite"), &[("contact", &invited)]).await;
    let letter = last_letter(&app).await;
    assert!(letter.contains("Giấy mời") && letter.contains("method=REQUEST"), "{letter}");
    // A new time goes to everyone who was invited, and to calendars.
    let edition = duy.get(&format!("{event}/edit")).await.between("name=\"edition\" value=\"", "\"");
    let moved = [
        ("edition", edition.as_str()),
        ("title", "Họp báo quý IV"),
        ("starts_at", "2026-11-26T09:00"),
        ("place", "Phòng họp 201"),
        ("chair", "Bùi Thanh Sơn"),
        ("content", "Kết quả quý IV."),
    ];
    done(&duy, &event, &moved).await;
    assert_eq!(duy.post(&event, &moved).await.status, 409, "somebody was faster");
    assert!(last_letter(&app).await.contains("Thay đổi: Họp báo"));

    assert_eq!(duy.post(&format!("{event}/hold"), &[]).await.status, 422, "not begun");
    app.forward(HOUR * 99);
    let duy = app.as_(Who::Duy).await;
    let asked = [("outlet", "Báo B"), ("question", "Khi nào tiêm?"), ("follow_up", "1")];
    done(&duy, &format!("{event}/question"), &asked).await;
    done(&duy, &format!("{event}/hold"), &[]).await;
    done(&duy, &format!("{event}/record"), &[("transcript", "Ông Sơn: đủ vắc-xin.")]).await;
    let print = duy.get(&format!("{event}/print")).await.text();
    for words in ["312 ca", "Vắc-xin có đủ không?", "Khi nào tiêm?", "Ông Sơn: đủ vắc-xin.", "Báo A"]
    {
        assert!(print.contains(words), "{words}");
    }
    assert_eq!(duy.post(&format!("{event}/call-off"), &[("reason", "x")]).await.status, 422);
    // L13: ninety days later nobody knows who came.
    app.forward(HOUR * 24 * 91);
    app.run_jobs().await;
    let page = app.as_(Who::Duy).await.get(&event).await.text();
    assert!(!page.contains("en@a.example") && page.contains("Báo A"), "{page}");
    let report = db::verify(&app.agency.app.db).await.unwrap();
    assert!(matches!(report, db::LedgerReport::Whole { .. }), "{report:?}");
}

async fn pn_12_the_next_conference_is_due_three_months_after_the_last(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    let first = planned(&duy, "Họp báo một", "2026-11-23T09:00").await;
    app.forward(HOUR * 48);
    let duy = app.as_(Who::Duy).await;
    done(&duy, &format!("{first}/hold"), &[]).await;
    let page = duy.get(&first).await.text();
    assert!(page.contains("PN-12") && page.contains("23/02/2027"), "{page}");
    let second = planned(&duy, "Họp báo hai", "2026-12-01T09:00").await;
    app.forward(HOUR * 24 * 9);
    let duy = app.as_(Who::Duy).await;
    done(&duy, &format!("{second}/hold"), &[]).await;
    assert!(duy.get(&first).await.text().contains("Đúng hạn"));
    let page = duy.get(&second).await.text();
    assert!(page.contains("PN-12") && page.contains("01/03/2027"), "{page}");
}

async fn bc_10_a_department_notifies_a_day_before_and_a_province_need_not(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    let exempt = planned(&duy, "Họp báo tỉnh", "2026-11-25T14:00").await;
    assert!(!duy.get(&exempt).await.text().contains("BC-10"));
    app.tamper("INSERT INTO deadline_setting (name, value) VALUES ('level', 'department')").await;
    let event = planned(&duy, "Họp báo sở", "2026-11-25T14:00").await;
    let page = duy.get(&event).await.text();
    assert!(page.contains("BC-10") && page.contains("14:00, 24/11/2026"), "{page}");
    assert_eq!(duy.post(&format!("{event}/notify"), &[("how", " ")]).await.status, 422);
    done(&duy, &format!("{event}/notify"), &[("how", "12/TB-SYT, gửi Sở VHTTDL")]).await;
    let page = duy.get(&event).await.text();
    assert!(page.contains("Đúng hạn") && page.contains("07:30, 22/11/2026"), "{page}");
    assert_eq!(duy.post(&format!("{event}/notify"), &[("how", "13/TB")]).await.status, 422);
    // Called off: nothing is due any more.
    let off = planned(&duy, "Họp báo bỏ", "2026-11-27T14:00").await;
    assert_eq!(duy.post(&format!("{off}/call-off"), &[("reason", "")]).await.status, 422);
    done(&duy, &format!("{off}/call-off"), &[("reason", "Bão")]).await;
    assert!(!duy.get(&off).await.text().contains("BC-10"));
}

async fn l9_a_journalist_who_is_not_admitted_learns_why_and_how_to_object(app: TestApp) {
    press_team(&app).await;
    let (duy, anyone) = (app.as_(Who::Duy).await, app.as_(Who::Visitor).await);
    let event = planned(&duy, "Họp báo quý IV", "2026-11-25T14:00").await;
    done(&duy, &format!("{event}/announce"), &[]).await;
    let public = format!("/bao-chi/lich/{}", event.rsplit('/').next().unwrap());
    let bad = [("name", "Én"), ("outlet", ""), ("email", "a@b\r\nBcc: c@d.e")];
    let answer = anyone.post(&public, &bad).await;
    assert!(answer.status == 422 && answer.text().contains("value=\"Én\""), "{}", answer.text());
    let me = [("name", "Én"), ("outlet", "Báo A"), ("email", "en@a.example"), ("card", "IBT0001")];
    done(&anyone, &public, &me).await;
    done(&anyone, &public, &me).await;
    let page = duy.get(&event).await;
    assert_eq!(page.text().matches("en@a.example").count(), 1);
    assert!(!page.text().contains("IBT0001"), "the card's number is kept nowhere");
    let guest = page.between("name=\"guest\" value=\"", "\"");
    let turn = format!("{event}/turn-away");
    assert_eq!(duy.post(&turn, &[("guest", &guest), ("reason", " ")]).await.status, 422);
    done(&duy, &turn, &[("guest", &guest), ("reason", "Phòng chỉ đủ 30 chỗ.")]).await;
    let letter = last_letter(&app).await;
    assert!(letter.contains("Phòng chỉ đủ 30 chỗ.") && letter.contains("không đồng ý"), "{letter}");
    assert_eq!(app.as_(Who::Mai).await.post(&turn, &[("guest", &guest), ("reason", "x")]).await.status, 403);
    // It was a mistake: a later yes is possible, and told.
    done(&duy, &format!("{event}/admit"), &[("guest", &guest)]).await;
    assert!(last_letter(&app).await.contains("Xác nhận dự"));
    done(&duy, &format!("{event}/call-off"), &[("reason", "Bão")]).await;
    let letter = last_letter(&app).await;
    assert!(letter.contains("Hủy:") && letter.contains("method=CANCEL"), "{letter}");
    assert!(anyone.get(&public).await.text().contains("Bão"));
    assert_eq!(anyone.post(&public, &me).await.status, 422);
}
