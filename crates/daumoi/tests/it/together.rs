//! Working together: meetings are called, held, recorded, approved word for word, and their conclusions are issued and become work.

use kernel::{Actor, Role, UnitId};
use people::verbs as people_verbs;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_meeting_is_called_held_recorded_approved_and_told,
    only_who_was_invited_sees_a_meeting,
    a_regular_meeting_nobody_speaks_of_is_noticed,
    two_who_issue_at_once_leave_no_gap_in_the_numbers_of_notices,
    hostile_words_and_ids_do_no_harm_to_meetings,
    who_books_first_has_it_and_the_other_is_told_when_it_is_free,
    what_goes_first_displaces_with_a_reason_and_who_gives_way_is_told,
    a_meeting_holds_its_room_and_the_room_moves_with_it,
);

const HOUR: Duration = Duration::from_secs(3_600);

/// Khoẻ keeps meetings of the whole agency, Sơn leads it, Pháo does so for the health department alone.
pub(crate) async fn office(app: &TestApp) {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    people_verbs::give_role(&mut cx, app.world.people[&Who::Khoe], Role::FocalOfficer, None, (None, None))
        .await
        .unwrap();
    cx.finish().await.unwrap();
}

pub(crate) async fn done(who: &Client, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = who.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer.location().to_owned()
}

pub(crate) fn unit(app: &TestApp, key: &str) -> String {
    let id: UnitId = app.world.units[key];
    id.to_string()
}

fn person(app: &TestApp, who: Who) -> String {
    app.world.people[&who].to_string()
}

/// Khoẻ calls a meeting of the office, with the health department and the guest invited.
async fn called(app: &TestApp, khoe: &Client, title: &str, at: &str) -> String {
    let (vp, yt) = (unit(app, "vp"), unit(app, "yt"));
    let (son, trang) = (person(app, Who::Son), person(app, Who::Trang));
    let fields = [
        ("unit", vp.as_str()),
        ("title", title),
        ("chair", son.as_str()),
        ("starts_at", at),
        ("place", "Phòng họp số 2"),
        ("agenda", "Tình hình tuần\nViệc tuần tới"),
        ("units", yt.as_str()),
        ("people", trang.as_str()),
    ];
    done(khoe, "/desk/meetings", &fields).await
}

async fn hash(who: &Client, meeting: &str) -> String {
    who.get(meeting).await.between("name=\"hash\" value=\"", "\"")
}

/// The same, held, with one conclusion for the health department, submitted.
async fn submitted(app: &TestApp, khoe: &Client, title: &str) -> String {
    let meeting = called(app, khoe, title, "2026-11-22T08:00").await;
    app.forward(HOUR);
    done(khoe, &format!("{meeting}/hold"), &[]).await;
    let (yt, gd) = (unit(app, "yt"), unit(app, "gd"));
    let fields = [
        ("words", "Báo cáo tình hình dịch sởi tại ba xã vùng cao"),
        ("lead", yt.as_str()),
        ("supports", gd.as_str()),
        ("due", "2026-11-30"),
    ];
    done(khoe, &format!("{meeting}/conclusion"), &fields).await;
    let seen = hash(khoe, &meeting).await;
    done(khoe, &format!("{meeting}/submit"), &[("hash", &seen)]).await;
    meeting
}

async fn a_meeting_is_called_held_recorded_approved_and_told(app: TestApp) {
    office(&app).await;
    let (khoe, son) = (app.as_(Who::Khoe).await, app.as_(Who::Son).await);
    let meeting = called(&app, &khoe, "Giao ban tuần 47", "2026-11-22T08:00").await;
    // Nothing is held before it begins.
    let early = khoe.post(&format!("{meeting}/hold"), &[]).await;
    assert!(early.status == 422 && early.text().contains("Chưa đến giờ họp"), "{}", early.text());
    let ics = khoe.get(&format!("{meeting}/meeting.ics")).await.text();
    assert!(ics.contains("DTSTART:20261122T010000Z"), "{ics}");
    app.forward(HOUR);
    assert!(khoe.get("/desk/meetings?state=open").await.text().contains("Chưa ghi nhận"));
    done(&khoe, &format!("{meeting}/hold"), &[]).await;
    // Who came.
    let page = khoe.get(&meeting).await;
    let invited = page.between("name=\"invited\" value=\"", "\"");
    let (presence, stood) = (format!("presence-{invited}"), format!("stood-{invited}"));
    let fields =
        [("invited", invited.as_str()), (presence.as_str(), "present"), (stood.as_str(), "Giàng A Páo")];
    done(&khoe, &format!("{meeting}/attendance"), &fields).await;
    // The record, and a conclusion.
    let edition = khoe.get(&meeting).await.between("name=\"edition\" value=\"", "\"");
    let record =
        [("edition", edition.as_str()), ("record", "Sở Y tế báo cáo ba ca sởi.\nCác đơn vị thảo luận.")];
    done(&khoe, &format!("{meeting}/record"), &record).await;
    let again = khoe.post(&format!("{meeting}/record"), &record).await;
    assert!(again.status == 409 && again.text().contains("ba ca sởi"), "stale, and nothing typed is lost");
    let (yt, gd) = (unit(&app, "yt"), unit(&app, "gd"));
    let fields = [
        ("words", "Báo cáo tình hình dịch sởi tại ba xã vùng cao"),
        ("lead", yt.as_str()),
        ("supports", gd.as_str()),
        ("due", "2026-11-30"),
    ];
    done(&khoe, &format!("{meeting}/conclusion"), &fields).await;
    let seen = hash(&khoe, &meeting).await;
    done(&khoe, &format!("{meeting}/submit"), &[("hash", &seen)]).await;
    // With the chair it does not change, and who wrote it does not approve it.
    assert_eq!(khoe.post(&format!("{meeting}/conclusion"), &fields).await.status, 422);
    assert_eq!(khoe.post(&format!("{meeting}/approve"), &[("hash", &seen)]).await.status, 403);
    // The chair gives it back; approved is exactly what was seen.
    assert_eq!(son.post(&format!("{meeting}/return"), &[("reason", "")]).await.status, 422);
    done(&son, &format!("{meeting}/return"), &[("reason", "Thêm hạn cho Sở Giáo dục")]).await;
    let more = [("words", "Rà soát trường có học sinh mắc sởi"), ("lead", gd.as_str())];
    done(&khoe, &format!("{meeting}/conclusion"), &more).await;
    let fresh = hash(&khoe, &meeting).await;
    done(&khoe, &format!("{meeting}/submit"), &[("hash", &fresh)]).await;
    let past = son.post(&format!("{meeting}/approve"), &[("hash", &seen)]).await;
    assert_eq!(past.status, 409, "the text he saw before is no longer the text");
    done(&son, &format!("{meeting}/approve"), &[("hash", &fresh)]).await;
    assert_eq!(khoe.post(&format!("{meeting}/conclusion"), &more).await.status, 422);
    assert!(khoe.get(&format!("{meeting}/record.docx")).await.bytes.starts_with(b"PK"));
    // The paper of it, with the number of the year.
    let form = khoe.get(&format!("{meeting}/notice")).await.text();
    assert!(
        form.contains("Giao Sở Y tế chủ trì, phối hợp với Sở Giáo dục và Đào tạo") && form.contains("TB-VP")
    );
    assert!(form.contains("trước ngày 30/11/2026"), "{form}");
    let notice = [
        ("symbol", "TB-VP"),
        ("subject", "Kết luận của đồng chí Bùi Thanh Sơn"),
        ("opening", "Ngày 22/11/2026, đồng chí Bùi Thanh Sơn chủ trì."),
        ("closing", "Trên đây là kết luận."),
        ("authority", "TL. CHỦ TỊCH"),
        ("post", "Chánh Văn phòng"),
        ("signer", "Trần Văn Khoẻ"),
        ("recipients", "Sở Y tế\nLưu: VT"),
    ];
    let nobody = khoe.post(&format!("{meeting}/notice"), &[("symbol", "TB <b>"), ("subject", "x")]).await;
    assert!(nobody.status == 422 && nobody.text().contains("chức vụ người ký"), "{}", nobody.text());
    done(&khoe, &format!("{meeting}/notice"), &notice).await;
    assert!(khoe.get(&meeting).await.text().contains("01/TB-VP"));
    assert_eq!(khoe.post(&format!("{meeting}/notice"), &notice).await.status, 422, "it is issued once");
    assert!(khoe.get(&format!("{meeting}/notice.docx")).await.bytes.starts_with(b"PK"));
    assert!(son.get(&format!("{meeting}/notice.pdf")).await.bytes.starts_with(b"%PDF"));
    // S154: counted as held.
    let db = app.agency.app.db.reader();
    let now = app.agency.app.db.now();
    let lines = coordination::meetings_between(db, now.minus(HOUR * 24), now).await.unwrap();
    assert_eq!(lines.iter().map(|one| (one.state, one.conclusions)).collect::<Vec<_>>(), [("held", 2)]);
}

async fn only_who_was_invited_sees_a_meeting(app: TestApp) {
    office(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    let meeting = called(&app, &khoe, "Họp bàn việc kín", "2026-11-23T08:00").await;
    let other = called(&app, &khoe, "Họp không có khách", "2026-11-24T08:00").await;
    let trang = person(&app, Who::Trang);
    let edition = khoe.get(&format!("{other}/edit")).await.between("name=\"edition\" value=\"", "\"");
    let (vp, gd, son) = (unit(&app, "vp"), unit(&app, "gd"), person(&app, Who::Son));
    let fields = [
        ("edition", edition.as_str()),
        ("unit", vp.as_str()),
        ("title", "Họp không có khách"),
        ("chair", son.as_str()),
        ("starts_at", "2026-11-24T08:00"),
        ("units", gd.as_str()),
    ];
    done(&khoe, &other, &fields).await;
    let guest = app.as_(Who::Trang).await;
    assert_eq!(guest.get(&meeting).await.status, 200, "{trang} is invited");
    assert_eq!(guest.get(&other).await.status, 404, "and no longer to this one");
    let list = guest.get("/desk/meetings").await.text();
    assert!(list.contains("Họp bàn việc kín") && !list.contains("Họp không có khách"), "{list}");
    // A unit sees what it was invited to; who keeps nothing changes nothing.
    let (mai, do_) = (app.as_(Who::Mai).await, app.as_(Who::Do).await);
    assert_eq!(mai.get(&meeting).await.status, 200);
    assert_eq!(do_.get(&meeting).await.status, 404);
    assert_eq!(do_.get(&other).await.status, 200);
    for (path, fields) in
        [("hold", vec![]), ("miss", vec![("reason", "x")]), ("record", vec![("record", "x")])]
    {
        assert_eq!(do_.post(&format!("{meeting}/{path}"), &fields).await.status, 404, "{path}");
        assert_eq!(mai.post(&format!("{meeting}/{path}"), &fields).await.status, 403, "{path}");
        assert_eq!(guest.post(&format!("{meeting}/{path}"), &fields).await.status, 403, "{path}");
    }
    // The administrator has no business here, and a visitor is asked to sign in.
    let luc = app.as_(Who::Luc).await;
    assert_eq!(luc.get(&meeting).await.status, 404);
    let list = luc.get("/desk/meetings").await.text();
    assert!(!list.contains("Họp bàn việc kín") && !list.contains("Họp không có khách"));
    assert_eq!(app.as_(Who::Visitor).await.get(&meeting).await.status, 303);
    // A meeting of another unit is called by nobody from outside it.
    let (_, focal) = app.newcomer("Lý Thị Sen", Role::FocalOfficer, Some("yt")).await;
    let forged =
        [("unit", vp.as_str()), ("title", "Giả"), ("chair", son.as_str()), ("starts_at", "2026-11-24T08:00")];
    assert_eq!(focal.post("/desk/meetings", &forged).await.status, 403);
    // What is being written is read by those who keep it and who decide; others see it once it is approved.
    let draft = submitted(&app, &khoe, "Họp có bản nháp").await;
    assert!(!mai.get(&draft).await.text().contains("dịch sởi"));
    assert_eq!(mai.get(&format!("{draft}/record.docx")).await.status, 404);
    assert_eq!(mai.get(&format!("{draft}/notice")).await.status, 404);
    let chair = app.as_(Who::Son).await;
    let seen = hash(&chair, &draft).await;
    done(&chair, &format!("{draft}/approve"), &[("hash", &seen)]).await;
    assert!(mai.get(&draft).await.text().contains("dịch sởi"));
}

async fn a_regular_meeting_nobody_speaks_of_is_noticed(app: TestApp) {
    office(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    let (vp, yt, son) = (unit(&app, "vp"), unit(&app, "yt"), person(&app, Who::Son));
    let fields = [
        ("title", "Giao ban tuần"),
        ("unit", vp.as_str()),
        ("chair", son.as_str()),
        ("rhythm", "weekly"),
        ("day", "1"),
        ("at", "08:00"),
        ("minutes", "90"),
        ("units", yt.as_str()),
    ];
    done(&khoe, "/desk/meetings/rounds", &fields).await;
    let list = khoe.get("/desk/meetings").await.text();
    assert_eq!(list.matches("<tr data-href>").count(), 5, "five Mondays ahead: {list}");
    // Monday the 23rd passes in silence.
    app.forward(HOUR * 24 + HOUR * 2);
    app.run_jobs().await;
    let khoe = app.as_(Who::Khoe).await;
    assert!(
        !khoe
            .get("/desk/meetings?state=open")
            .await
            .text()
            .contains("class=\"count\">1</span></a></li></ul>")
    );
    app.forward(HOUR * 24);
    app.run_jobs().await;
    let khoe = app.as_(Who::Khoe).await;
    let open = khoe.get("/desk/meetings?state=open").await;
    let meeting = open.between("<a href=\"/desk/meetings/0", "\"");
    let meeting = format!("/desk/meetings/0{meeting}");
    assert!(khoe.get(&meeting).await.text().contains("Đã quá giờ họp một ngày"));
    // Both who keep it are told, once.
    assert!(app.as_(Who::Son).await.get("/desk").await.text().contains("/desk/meetings"));
    for _ in 0..7 {
        app.forward(HOUR * 24);
        app.run_jobs().await;
    }
    let khoe = app.as_(Who::Khoe).await;
    let rounds = khoe.get("/desk/meetings/rounds").await.text();
    assert!(rounds.contains("0/2") && rounds.contains("Quá bảy ngày"), "{rounds}");
    // Who knows better says so.
    done(&khoe, &format!("{meeting}/hold"), &[]).await;
    assert!(khoe.get("/desk/meetings/rounds").await.text().contains("1/2"));
    // Called ahead again without anybody asking, and no more once it is ended.
    let db = app.agency.app.db.reader();
    let now = app.agency.app.db.now();
    let ahead = coordination::meetings_between(db, now, now.plus(HOUR * 24 * 60)).await.unwrap().len();
    assert_eq!(ahead, 4, "7, 14, 21 and 28 December");
    let round = rounds.split("/desk/meetings/rounds/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let end = format!("/desk/meetings/rounds/{round}/end");
    assert_eq!(khoe.post(&end, &[("reason", "")]).await.status, 422);
    assert_eq!(app.as_(Who::Do).await.post(&end, &[("reason", "x")]).await.status, 404);
    done(&khoe, &end, &[("reason", "Đổi quy chế")]).await;
    app.forward(HOUR * 24 * 8);
    app.run_jobs().await;
    let later = coordination::meetings_between(db, now, now.plus(HOUR * 24 * 90)).await.unwrap().len();
    assert_eq!(later, ahead);
}

async fn two_who_issue_at_once_leave_no_gap_in_the_numbers_of_notices(app: TestApp) {
    office(&app).await;
    let (khoe, son) = (app.as_(Who::Khoe).await, app.as_(Who::Son).await);
    let mut meetings = Vec::new();
    for title in ["Họp một", "Họp hai"] {
        let (vp, yt, chair) = (unit(&app, "vp"), unit(&app, "yt"), person(&app, Who::Son));
        let fields = [
            ("unit", vp.as_str()),
            ("title", title),
            ("chair", chair.as_str()),
            ("starts_at", "2026-11-22T07:00"),
        ];
        let meeting = done(&khoe, "/desk/meetings", &fields).await;
        done(&khoe, &format!("{meeting}/hold"), &[]).await;
        done(&khoe, &format!("{meeting}/conclusion"), &[("words", "Làm ngay"), ("lead", &yt)]).await;
        let seen = hash(&khoe, &meeting).await;
        done(&khoe, &format!("{meeting}/submit"), &[("hash", &seen)]).await;
        done(&son, &format!("{meeting}/approve"), &[("hash", &seen)]).await;
        meetings.push(format!("{meeting}/notice"));
    }
    let fields = [("symbol", "TB-VP"), ("subject", "Kết luận"), ("post", "Chánh Văn phòng")];
    let (one, two, again) = tokio::join!(
        khoe.post(&meetings[0], &fields),
        khoe.post(&meetings[1], &fields),
        khoe.post(&meetings[0], &fields)
    );
    let statuses = [one.status.as_u16(), two.status.as_u16(), again.status.as_u16()];
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 2, "{statuses:?}");
    let mut numbers = Vec::new();
    for notice in &meetings {
        let page = khoe.get(notice).await.text();
        numbers
            .extend(["01/TB-VP", "02/TB-VP", "03/TB-VP"].into_iter().filter(|number| page.contains(number)));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, ["01/TB-VP", "02/TB-VP"]);
}

async fn hostile_words_and_ids_do_no_harm_to_meetings(app: TestApp) {
    office(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    let meeting = called(&app, &khoe, "<script>alert(1)</script> họp", "2026-11-23T08:00").await;
    let page = khoe.get(&meeting).await.text();
    assert!(!page.contains("<script>alert") && page.contains("&#60;script&#62;"));
    let (vp, son) = (unit(&app, "vp"), person(&app, Who::Son));
    let long = "họp ".repeat(5_000);
    for (field, value) in [
        ("title", long.as_str()),
        ("title", ""),
        ("chair", "không"),
        ("chair", "00000000-0000-0000-0000-000000000000"),
        ("starts_at", "2036-11-23T08:00"),
        ("starts_at", "2016-11-23T08:00"),
        ("starts_at", "hôm nay"),
        ("ends_at", "2026-11-23T07:00"),
        ("ends_at", "2027-11-23T07:00"),
        ("agenda", long.as_str()),
        ("others", long.as_str()),
    ] {
        let mut fields = vec![
            ("unit", vp.as_str()),
            ("title", "Họp"),
            ("chair", son.as_str()),
            ("starts_at", "2026-11-23T08:00"),
        ];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let answer = khoe.post("/desk/meetings", &fields).await;
        assert_eq!(answer.status, 422, "{field}: {}", answer.text());
    }
    // Ids that are none, of nothing, and of something else.
    let fresh = uuid::Uuid::now_v7().to_string();
    for id in ["x", "..%2f..", "00000000-0000-0000-0000-000000000000", fresh.as_str(), vp.as_str()] {
        assert_eq!(khoe.get(&format!("/desk/meetings/{id}")).await.status, 404, "{id}");
        assert_eq!(khoe.post(&format!("/desk/meetings/{id}/hold"), &[]).await.status, 404, "{id}");
    }
    for query in ["state=mot", "page=0", "page=9999999", "page=2"] {
        assert_eq!(khoe.get(&format!("/desk/meetings?{query}")).await.status, 404, "{query}");
    }
    // A conclusion of one meeting is not changed through another, nor given to a unit that is none.
    let one = submitted(&app, &khoe, "Họp một").await;
    let two = called(&app, &khoe, "Họp hai", "2026-11-22T08:10").await;
    done(&app.as_(Who::Son).await, &format!("{one}/return"), &[("reason", "Xem lại")]).await;
    app.forward(HOUR);
    done(&khoe, &format!("{two}/hold"), &[]).await;
    let theirs = khoe.get(&one).await.between("name=\"id\" value=\"", "\"");
    let yt = unit(&app, "yt");
    let forged = [("id", theirs.as_str()), ("words", "Đổi trộm"), ("lead", yt.as_str())];
    assert_eq!(khoe.post(&format!("{two}/conclusion"), &forged).await.status, 404);
    assert_eq!(khoe.post(&format!("{two}/conclusion/drop"), &[("id", &theirs)]).await.status, 404);
    assert!(khoe.get(&one).await.text().contains("dịch sởi"));
    for fields in [
        vec![("words", "Việc"), ("lead", fresh.as_str())],
        vec![("words", ""), ("lead", yt.as_str())],
        vec![("words", "Việc"), ("lead", yt.as_str()), ("due", "2020-01-01")],
        vec![("words", "Việc"), ("lead", yt.as_str()), ("due", "mai")],
    ] {
        assert_eq!(khoe.post(&format!("{two}/conclusion"), &fields).await.status, 422, "{fields:?}");
    }
    // Called for a thing one may not see is called for nothing.
    let forged = format!("story.{fresh}");
    assert_eq!(khoe.get(&format!("/desk/meetings/new?for={forged}")).await.status, 200);
}

/// A room of the office, or something of another kind.
async fn thing(app: &TestApp, khoe: &Client, kind: &str, name: &str) -> String {
    let vp = unit(app, "vp");
    done(khoe, "/desk/facilities", &[("kind", kind), ("name", name), ("unit", &vp), ("place", "Nhà A")]).await
}

async fn who_books_first_has_it_and_the_other_is_told_when_it_is_free(app: TestApp) {
    office(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    let room = thing(&app, &khoe, "room", "Phòng họp 201").await;
    let (mai, do_) = (app.as_(Who::Mai).await, app.as_(Who::Do).await);
    let (yt, gd) = (unit(&app, "yt"), unit(&app, "gd"));
    let book = format!("{room}/book");
    let of = |unit: &str, from: &str, to: &str| {
        [
            ("unit", unit.to_owned()),
            ("purpose", "Tập huấn sởi".to_owned()),
            ("from", from.to_owned()),
            ("to", to.to_owned()),
        ]
    };
    async fn ask(who: &Client, book: &str, fields: &[(&str, String)]) -> testkit::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        who.post(book, &fields).await
    }
    // Two at once for the same hour: exactly one has it.
    let (one, two) =
        (of(&yt, "2026-11-23T08:00", "2026-11-23T10:00"), of(&gd, "2026-11-23T09:00", "2026-11-23T11:00"));
    let (a, b) = tokio::join!(ask(&mai, &book, &one), ask(&do_, &book, &two));
    let (won, lost) = if a.status == 303 { (a, b) } else { (b, a) };
    assert_eq!((won.status.as_u16(), lost.status.as_u16()), (303, 422));
    let told = lost.text();
    assert!(told.contains("đã đăng ký từ") && told.contains("Còn trống:"), "{told}");
    assert!(told.contains("value=\"Tập huấn sởi\""), "nothing typed is lost");
    // What ends at ten leaves ten to the next; over midnight, too.
    assert_eq!(ask(&mai, &book, &of(&yt, "2026-11-23T11:00", "2026-11-23T12:00")).await.status, 303);
    assert_eq!(ask(&mai, &book, &of(&yt, "2026-11-24T22:00", "2026-11-25T06:00")).await.status, 303);
    assert_eq!(ask(&do_, &book, &of(&gd, "2026-11-25T05:59", "2026-11-25T08:00")).await.status, 422);
    assert_eq!(ask(&do_, &book, &of(&gd, "2026-11-25T06:00", "2026-11-25T08:00")).await.status, 303);
    let week = do_.get("/desk/facilities?week=2026-11-25").await.text();
    assert!(week.contains("22:00–24:00") || week.contains("22:00–…"), "{week}");
    assert!(week.contains("…–06:00"), "{week}");
    // What it is for is told to who may know: one of the bookings is hers, the others are not.
    let mine = do_.get(&room).await.text().matches("Tập huấn sởi</a>").count();
    assert!((1..=2).contains(&mine) && !won.location().is_empty(), "{mine}");
    // Times that are none.
    for (from, to) in [
        ("2026-11-26T10:00", "2026-11-26T08:00"),
        ("2026-11-26T10:00", "2026-11-26T10:00"),
        ("2026-11-26T10:00", "2036-11-26T10:00"),
        ("2036-11-26T10:00", "2036-11-26T11:00"),
        ("2026-11-20T10:00", "2026-11-20T11:00"),
        ("hôm nay", "mai"),
        ("", ""),
    ] {
        assert_eq!(ask(&mai, &book, &of(&yt, from, to)).await.status, 422, "{from} – {to}");
    }
    // For another unit, as a guest, as a visitor, and of nothing.
    assert_eq!(ask(&mai, &book, &of(&gd, "2026-11-27T10:00", "2026-11-27T11:00")).await.status, 403);
    let guest = app.as_(Who::Trang).await;
    assert_eq!(guest.get(&room).await.status, 403);
    assert_eq!(ask(&guest, &book, &of(&yt, "2026-11-27T10:00", "2026-11-27T11:00")).await.status, 403);
    let nothing = format!("/desk/facilities/{}", uuid::Uuid::now_v7());
    assert_eq!(mai.get(&nothing).await.status, 404);
    assert_eq!(mai.get("/desk/facilities?week=hai").await.status, 404);
    assert_eq!(mai.get("/desk/facilities?kind=ghe").await.status, 404);
    assert!(mai.get(&format!("{room}/bookings.ics")).await.text().contains("BEGIN:VEVENT"));
    let long = "x".repeat(5_000);
    let fields =
        [("unit", yt.as_str()), ("purpose", &long), ("from", "2026-11-27T10:00"), ("to", "2026-11-27T11:00")];
    assert_eq!(mai.post(&book, &fields).await.status, 422);
}

async fn what_goes_first_displaces_with_a_reason_and_who_gives_way_is_told(app: TestApp) {
    office(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    let camera = thing(&app, &khoe, "camera", "Máy quay Z190").await;
    let (mai, do_, son) = (app.as_(Who::Mai).await, app.as_(Who::Do).await, app.as_(Who::Son).await);
    let (yt, vp) = (unit(&app, "yt"), unit(&app, "vp"));
    let fields = |unit: &'_ str, priority: &'_ str, why: &'_ str| {
        vec![
            ("unit".to_owned(), unit.to_owned()),
            ("purpose".to_owned(), "Quay phóng sự".to_owned()),
            ("from".to_owned(), "2026-11-22T09:00".to_owned()),
            ("to".to_owned(), "2026-11-22T11:00".to_owned()),
            ("priority".to_owned(), priority.to_owned()),
            ("displace".to_owned(), why.to_owned()),
        ]
    };
    async fn ask(who: &Client, thing: &str, fields: Vec<(String, String)>) -> testkit::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        who.post(&format!("{thing}/book"), &fields).await
    }
    let mine = ask(&mai, &camera, fields(&yt, "usual", "")).await.location().to_owned();
    // A unit cannot make itself urgent.
    assert_eq!(ask(&mai, &camera, fields(&yt, "urgent", "Vội")).await.status, 422);
    // Equal does not displace; more does, with a reason.
    assert_eq!(ask(&son, &camera, fields(&vp, "usual", "Vội")).await.status, 422);
    let why = ask(&son, &camera, fields(&vp, "urgent", "")).await;
    assert!(why.status == 422 && why.text().contains("xin ghi lý do"), "{}", why.text());
    assert_eq!(ask(&son, &camera, fields(&vp, "urgent", "Sạt lở tại Nậm Pha")).await.status, 303);
    let told = mai.get("/desk/bookings").await.text();
    assert!(told.contains("Phải nhường") && told.contains("Sạt lở tại Nậm Pha"), "{told}");
    assert_eq!(do_.post(&format!("{mine}/know"), &[]).await.status, 404, "not hers to know");
    done(&mai, &format!("{mine}/know"), &[]).await;
    assert!(!mai.get("/desk/bookings").await.text().contains("Sạt lở"));
    assert_eq!(mai.post(&format!("{mine}/take"), &[]).await.status, 422);
    // Out, late, told once, back.
    let fields = [
        ("unit", vp.as_str()),
        ("purpose", "Quay hội nghị"),
        ("from", "2026-11-22T12:00"),
        ("to", "2026-11-22T13:00"),
    ];
    let held = done(&khoe, &format!("{camera}/book"), &fields).await;
    assert_eq!(khoe.post(&format!("{held}/take"), &[]).await.status, 422, "too early");
    assert_eq!(do_.get(&held).await.status, 404);
    assert_eq!(do_.post(&format!("{held}/cancel"), &[("reason", "x")]).await.status, 404);
    app.forward(HOUR * 4);
    done(&khoe, &format!("{held}/take"), &[]).await;
    app.forward(HOUR * 3);
    app.run_jobs().await;
    assert!(khoe.get("/desk/facilities").await.text().contains("Quá giờ chưa trả"));
    done(&khoe, &format!("{held}/return"), &[("note", "Hết pin")]).await;
    assert!(khoe.get(&held).await.text().contains("Hết pin"));
    assert_eq!(khoe.post(&format!("{held}/return"), &[]).await.status, 422);
    // Out of use.
    done(&khoe, &format!("{camera}/end"), &[("reason", "Hỏng")]).await;
    let fields = [
        ("unit", vp.as_str()),
        ("purpose", "Quay"),
        ("from", "2026-11-23T12:00"),
        ("to", "2026-11-23T13:00"),
    ];
    assert_eq!(khoe.post(&format!("{camera}/book"), &fields).await.status, 422);
}

async fn a_meeting_holds_its_room_and_the_room_moves_with_it(app: TestApp) {
    office(&app).await;
    let khoe = app.as_(Who::Khoe).await;
    let room = thing(&app, &khoe, "room", "Phòng họp 201").await;
    let id = room.rsplit('/').next().unwrap().to_owned();
    let (vp, son) = (unit(&app, "vp"), person(&app, Who::Son));
    let fields = |at: &str| {
        vec![
            ("unit".to_owned(), vp.clone()),
            ("title".to_owned(), "Họp chuyên đề".to_owned()),
            ("chair".to_owned(), son.clone()),
            ("starts_at".to_owned(), at.to_owned()),
            ("room".to_owned(), id.clone()),
        ]
    };
    async fn call(who: &Client, fields: Vec<(String, String)>) -> testkit::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        who.post("/desk/meetings", &fields).await
    }
    let first = call(&khoe, fields("2026-11-23T08:00")).await;
    assert_eq!(first.status, 303, "{}", first.text());
    let taken = call(&khoe, fields("2026-11-23T09:00")).await;
    assert!(taken.status == 422 && taken.text().contains("đã đăng ký từ"), "{}", taken.text());
    assert!(khoe.get(first.location()).await.text().contains("Phòng họp 201"));
    let off = format!("{}/put-off", first.location());
    done(&khoe, &off, &[("reason", "Bão"), ("to", "2026-11-24T08:00")]).await;
    let again = call(&khoe, fields("2026-11-23T09:00")).await;
    assert_eq!(again.status, 303, "the room is free at the old hour");
    assert_eq!(call(&khoe, fields("2026-11-24T08:30")).await.status, 422, "and held at the new one");
    done(&khoe, &off, &[("reason", "Bão chưa tan")]).await;
    assert_eq!(call(&khoe, fields("2026-11-24T08:30")).await.status, 303);
}
