//! Telling: a release from its draft to the public, its readers and its corrections; nothing of it before its time.

use kernel::{Actor, Role};
use people::verbs as people_verbs;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_release_is_written_cleared_issued_sent_corrected_and_withdrawn,
    nothing_of_a_release_leaks_before_its_instant,
    what_comes_due_is_asked_anew_and_a_failure_is_said,
    only_a_second_person_approves_exactly_what_was_shown,
    two_who_issue_at_once_leave_no_gap_and_no_double,
    a_reader_subscribes_confirms_and_leaves_with_one_click,
    contacts_come_from_a_list_without_formulas,
    hostile_words_and_files_do_no_harm,
);

const MINUTE: Duration = Duration::from_secs(60);
const BODY: &str = "Từ 6 giờ ngày 22/11, đường 4D thông xe trở lại.\n\nXe khách chạy lại từ 8 giờ.";

/// Duy and Khoẻ write and issue for the press desk, Hạnh speaks for the agency.
pub(crate) async fn press_team(app: &TestApp) {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    for (who, role) in
        [(Who::Duy, Role::PressOfficer), (Who::Khoe, Role::PressOfficer), (Who::Hanh, Role::Spokesperson)]
    {
        let person = app.world.people[&who];
        people_verbs::give_role(&mut cx, person, role, None, (None, None)).await.unwrap();
    }
    cx.finish().await.unwrap();
    // The register says who may be named under a release (PN-06).
    let yen = app.as_(Who::Duy).await;
    for (kind, name, document) in
        [("head", "Bùi Thanh Sơn", ""), ("regular", "Nguyễn Thị Hạnh", "12/QĐ-UBND")]
    {
        let fields = [
            ("kind", kind),
            ("name", name),
            ("post", "Chánh Văn phòng"),
            ("phone", "0200 3 800 111"),
            ("email", "phatngon@lien.example"),
            ("document", document),
        ];
        done(&yen, "/desk/press/spokespersons", &fields).await;
    }
}

/// The regular spokesperson, as the page of a release offers her.
async fn speaker_of(who: &Client, release: &str) -> String {
    let page = who.get(release).await.text();
    let option = page
        .split("<option value=\"")
        .skip(1)
        .find(|part| part.split("</option>").next().is_some_and(|own| own.contains("Nguyễn Thị Hạnh")));
    option.unwrap().split('"').next().unwrap().to_owned()
}

async fn done(who: &Client, path: &str, fields: &[(&str, &str)]) {
    let answer = who.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
}

/// The hash that the page of a release shows in its forms.
pub(crate) async fn hash(who: &Client, release: &str) -> String {
    who.get(release).await.between("name=\"hash\" value=\"", "\"")
}

/// Begins and writes a release; answers its address.
async fn written(who: &Client, title: &str) -> String {
    let begun = who.post("/desk/press/releases", &[("kind", "release")]).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let release = begun.location().trim_end_matches("/edit").to_owned();
    let edition = who.get(begun.location()).await.between("name=\"edition\" value=\"", "\"");
    let fields = [
        ("edition", edition.as_str()),
        ("kind", "release"),
        ("title", title),
        ("lead", "Đường đã thông."),
        ("body", BODY),
    ];
    done(who, &release, &fields).await;
    release
}

/// The same, submitted by who wrote it and approved by the spokesperson.
pub(crate) async fn approved(app: &TestApp, who: &Client, title: &str) -> String {
    let release = written(who, title).await;
    let seen = hash(who, &release).await;
    done(who, &format!("{release}/submit"), &[("hash", &seen)]).await;
    let hanh = app.as_(Who::Hanh).await;
    let speaker = speaker_of(&hanh, &release).await;
    done(&hanh, &format!("{release}/approve"), &[("hash", &seen), ("speaker", &speaker)]).await;
    release
}

pub(crate) async fn contact(who: &Client, email: &str) {
    let fields = [("outlet", "Báo Liên Sơn"), ("email", email), ("basis", "outlet"), ("level", "province")];
    done(who, "/desk/press/contacts", &fields).await;
}

async fn a_release_is_written_cleared_issued_sent_corrected_and_withdrawn(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    let anyone = app.as_(Who::Visitor).await;
    contact(&duy, "en@bao.example").await;
    contact(&duy, "dai@dai.example").await;
    let release = approved(&app, &duy, "Đường 4D thông xe").await;
    let seen = hash(&duy, &release).await;
    done(&duy, &format!("{release}/issue"), &[("hash", &seen), ("send", "1")]).await;
    app.run_jobs().await;

    let page = duy.get(&release).await.text();
    assert!(page.contains("01/TCBC") && page.contains("chờ 2"), "{page}");
    let public = "/bao-chi/thong-cao/2026/1";
    let told = anyone.get(public).await.text();
    // PN-20: who speaks stands with name and agency.
    assert!(told.contains("Nguyễn Thị Hạnh") && told.contains("tỉnh Liên Sơn") && told.contains("01/TCBC"));
    for list in ["/bao-chi", "/bao-chi/thong-cao.atom", "/bao-chi/thong-cao.json"] {
        assert!(anyone.get(list).await.text().contains("Đường 4D thông xe"), "{list}");
    }
    // L16: the code leads to the check, and a pasted text is compared with what was signed.
    let code = anyone.get("/bao-chi/thong-cao.json").await.json()[0]["code"].as_str().unwrap().to_owned();
    let check = format!("/bao-chi/xac-minh/{code}");
    assert!(anyone.get(&check).await.text().contains("Đúng là văn bản của cơ quan"));
    assert!(anyone.get(&format!("{check}/ma.svg")).await.text().contains("<svg"));
    let text = anyone.get(&format!("{public}/van-ban.txt")).await.text();
    assert!(text.contains(&code) && text.contains("đường 4D thông xe trở lại"), "{text}");
    let whole = anyone.post(&check, &[("text", &text)]).await.text();
    assert!(whole.contains("Đúng nguyên văn bản đã ký"), "{whole}");
    let other = text.replace("6 giờ", "9 giờ");
    assert!(anyone.post(&check, &[("text", &other)]).await.text().contains("khác bản đã ký"));
    assert_eq!(anyone.get(&format!("{public}/chu-ky.sig")).await.bytes.len(), 64);
    assert!(anyone.get("/bao-chi/khoa-cong-khai.pem").await.text().contains("BEGIN PUBLIC KEY"));
    assert!(anyone.get(&format!("{public}/van-ban.docx")).await.bytes.starts_with(b"PK"));
    let pdf = anyone.get(&format!("{public}/van-ban.pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF") && pdf.header("content-disposition").contains("attachment"));
    // Readers of the site find it, and may look for releases alone; the press desk finds it under its own address; who does
    // not read the press does not.
    app.follow_search().await;
    for asked in ["/tim-kiem?q=thong+xe", "/tim-kiem?q=thong+xe&loai=release", "/tim-kiem.json?q=thong+xe"] {
        assert!(anyone.get(asked).await.text().contains("/bao-chi/thong-cao/2026/1"), "{asked}");
    }
    assert!(duy.get("/desk/search?q=thong+xe").await.text().contains(&release));
    assert!(!app.as_(Who::Mai).await.get("/desk/search?q=thong+xe").await.text().contains(&release));

    // L6: a correction has a public note, keeps what was before, and goes to everyone who had it.
    let edition = duy.get(&format!("{release}/edit")).await.between("name=\"edition\" value=\"", "\"");
    let fixed = BODY.replace("8 giờ", "9 giờ");
    let fields = [
        ("edition", edition.as_str()),
        ("kind", "release"),
        ("title", "Đường 4D thông xe"),
        ("lead", "Đường đã thông."),
        ("body", &fixed),
    ];
    done(&duy, &release, &fields).await;
    assert!(anyone.get(public).await.text().contains("8 giờ"), "the public text stays until then");
    let seen = hash(&duy, &release).await;
    done(&duy, &format!("{release}/submit"), &[("hash", &seen)]).await;
    let hanh = app.as_(Who::Hanh).await;
    let speaker = speaker_of(&hanh, &release).await;
    done(&hanh, &format!("{release}/approve"), &[("hash", &seen), ("speaker", &speaker)]).await;
    assert_eq!(duy.post(&format!("{release}/correct"), &[("hash", &seen)]).await.status, 422);
    let note = ("note", "Giờ xe khách chạy lại: 9 giờ, không phải 8 giờ.");
    done(&duy, &format!("{release}/correct"), &[("hash", &seen), note]).await;
    let told = anyone.get(public).await.text();
    assert!(told.contains("9 giờ") && told.contains("không phải 8 giờ"), "{told}");
    assert!(duy.get(&release).await.text().contains("chờ 4"), "both get the correction");
    let before = anyone.post(&check, &[("text", &text)]).await.text();
    assert!(before.contains("trước đính chính"), "{before}");

    // L7: what is withdrawn keeps number, title and reason; its text is gone by every address.
    done(&duy, &format!("{release}/withdraw"), &[("reason", "Đường lại sạt lúc 10 giờ.")]).await;
    let told = anyone.get(public).await.text();
    assert!(told.contains("Đường lại sạt") && !told.contains("Xe khách"), "{told}");
    for gone in ["van-ban.txt", "van-ban.docx", "van-ban.pdf", "chu-ky.sig"] {
        assert_eq!(anyone.get(&format!("{public}/{gone}")).await.status, 404);
    }
    app.follow_search().await;
    assert!(!anyone.get("/tim-kiem?q=thong+xe").await.text().contains("/bao-chi/thong-cao/2026/1"));
    assert!(anyone.get(&check).await.text().contains("đã được thu hồi"));
    let report = db::verify(&app.agency.app.db).await.unwrap();
    assert!(matches!(report, db::LedgerReport::Whole { .. }), "{report:?}");
}

/// Every public address that could say anything of a release that will be number 1 of the year.
async fn says_nothing(app: &TestApp, words: &str) {
    app.follow_search().await;
    let anyone = app.as_(Who::Visitor).await;
    let lists =
        ["/", "/bao-chi", "/bao-chi/thong-cao.atom", "/bao-chi/thong-cao.json", "/tin.atom", "/bao-chi/lich"];
    for list in lists {
        let answer = anyone.get(list).await;
        assert!(answer.status == 200 && !answer.text().contains(words), "{list}");
    }
    let found = anyone.get("/tim-kiem?q=bi+mat+gio+chot").await.text();
    assert!(!found.contains(words) && !found.contains("/bao-chi/thong-cao/"), "{found}");
    for address in [
        "/bao-chi/thong-cao/2026/1",
        "/bao-chi/thong-cao/2026/1/van-ban.txt",
        "/bao-chi/thong-cao/2026/1/van-ban.docx",
        "/bao-chi/thong-cao/2026/1/van-ban.pdf",
        "/bao-chi/thong-cao/2026/1/chu-ky.sig",
        "/bao-chi/thong-cao/2026/0",
        "/bao-chi/thong-cao/2026/-1",
        "/bao-chi/thong-cao/abc/1",
        "/bao-chi/xac-minh/0000-0000-0000",
        "/bao-chi/xac-minh/0000-0000-0000/ma.svg",
    ] {
        assert_eq!(anyone.get(address).await.status, 404, "{address}");
    }
}

async fn nothing_of_a_release_leaks_before_its_instant(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    contact(&duy, "en@bao.example").await;
    let words = "Bí mật giờ chót";
    let release = written(&duy, words).await;
    let pdf = duy.upload(&format!("{release}/files"), "so-lieu.pdf", b"%PDF-1.7 bi mat", "").await;
    assert_eq!(pdf.status, 303, "{}", pdf.text());
    let file = duy.get(&release).await.between(&format!("{release}/files/"), "\"");
    says_nothing(&app, words).await;
    let seen = hash(&duy, &release).await;
    done(&duy, &format!("{release}/submit"), &[("hash", &seen)]).await;
    let hanh = app.as_(Who::Hanh).await;
    let speaker = speaker_of(&hanh, &release).await;
    done(&hanh, &format!("{release}/approve"), &[("hash", &seen), ("speaker", &speaker)]).await;
    let past =
        duy.post(&format!("{release}/embargo"), &[("hash", &seen), ("until", "2026-11-22T07:00")]).await;
    assert_eq!(past.status, 422);
    let until = [("hash", seen.as_str()), ("until", "2026-11-22T09:00"), ("send", "1")];
    done(&duy, &format!("{release}/embargo"), &until).await;
    says_nothing(&app, words).await;
    // Nobody can issue it earlier by the other form, nor change it.
    assert_eq!(duy.post(&format!("{release}/issue"), &[("hash", &seen)]).await.status, 422);
    assert_eq!(duy.post(&release, &[("edition", "3"), ("title", "khác")]).await.status, 422);
    // Who may not see the press desk learns nothing, also not that it is there.
    let (mai, luc) = (app.as_(Who::Mai).await, app.as_(Who::Luc).await);
    let nowhere = "/desk/press/releases/0190a000-0000-7000-8000-000000000000";
    for who in [&mai, &luc] {
        for path in [release.clone(), format!("{release}/files/{file}"), format!("{release}/edit")] {
            let answer = who.get(&path).await;
            assert!(!answer.text().contains(words), "{path}");
            assert_eq!(answer.status, who.get(&path.replace(&release, nowhere)).await.status, "{path}");
        }
        assert!(!who.get("/desk/search?q=gio+chot").await.text().contains(words));
    }
    let anyone = app.as_(Who::Visitor).await;
    let attachment = format!("/bao-chi/thong-cao/2026/1/tep/{file}");
    assert_eq!(anyone.get(&attachment).await.status, 404);
    app.forward(MINUTE * 89);
    app.run_jobs().await;
    says_nothing(&app, words).await;
    app.forward(MINUTE * 2);
    app.run_jobs().await;
    let told = anyone.get("/bao-chi/thong-cao/2026/1").await;
    assert!(told.status == 200 && told.text().contains(words));
    let answer = anyone.get(&attachment).await;
    assert!(answer.status == 200 && answer.header("content-disposition").starts_with("attachment"));
    // The other file store is not reached by way of it.
    for climb in ["../../../../daumoi.db", "..%2f..%2fdaumoi.db", &"0".repeat(64)] {
        assert_eq!(anyone.get(&format!("/bao-chi/thong-cao/2026/1/tep/{climb}")).await.status, 404);
    }
    assert!(duy.get(&release).await.text().contains("chờ 1"), "the letter went out with it, not before");
}

async fn what_comes_due_is_asked_anew_and_a_failure_is_said(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    let release = approved(&app, &duy, "Thông tin lúc 9 giờ").await;
    let seen = hash(&duy, &release).await;
    done(&duy, &format!("{release}/embargo"), &[("hash", &seen), ("until", "2026-11-22T09:00")]).await;
    // PN-06: who was to speak speaks for the agency no more.
    let page = duy.get("/desk/press/spokespersons").await.text();
    let regular =
        page.split("/desk/press/spokespersons/").skip(1).filter_map(|rest| rest.split_once("/end")).last();
    let regular = regular.unwrap().0.to_owned();
    done(&duy, &format!("/desk/press/spokespersons/{regular}/end"), &[("reason", "chuyển công tác")]).await;
    app.forward(MINUTE * 91);
    app.run_jobs().await;
    assert_eq!(app.as_(Who::Visitor).await.get("/bao-chi/thong-cao/2026/1").await.status, 404);
    let page = duy.get(&release).await.text();
    assert!(page.contains("Đến giờ mà không công bố được") && page.contains("người phát ngôn"), "{page}");
    assert!(duy.get("/desk/press/releases").await.text().contains("Không công bố được"));
}

async fn only_a_second_person_approves_exactly_what_was_shown(app: TestApp) {
    press_team(&app).await;
    let (duy, hanh) = (app.as_(Who::Duy).await, app.as_(Who::Hanh).await);
    // The spokesperson writes, and cannot approve it.
    let release = written(&hanh, "Tự viết, tự duyệt").await;
    let seen = hash(&hanh, &release).await;
    done(&hanh, &format!("{release}/submit"), &[("hash", &seen)]).await;
    let speaker = speaker_of(&app.as_(Who::Son).await, &release).await;
    let own = hanh.post(&format!("{release}/approve"), &[("hash", &seen), ("speaker", &speaker)]).await;
    assert!(own.status == 422 && own.text().contains("không được duyệt chính văn bản đó"), "{}", own.text());
    // Who may not approve at all.
    assert_eq!(duy.post(&format!("{release}/approve"), &[("hash", &seen)]).await.status, 403);
    assert_eq!(app.as_(Who::Mai).await.post(&format!("{release}/issue"), &[]).await.status, 403);
    let son = app.as_(Who::Son).await;
    // Only a person who speaks for the agency is named (PN-06), and only what was shown is approved.
    let stranger = app.world.people[&Who::Mai].to_string();
    let wrong = son.post(&format!("{release}/approve"), &[("hash", &seen), ("speaker", &stranger)]).await;
    assert_eq!(wrong.status, 422);
    let stale = son.post(&format!("{release}/approve"), &[("hash", "00"), ("speaker", &speaker)]).await;
    assert_eq!(stale.status, 409);
    done(&son, &format!("{release}/approve"), &[("hash", &seen), ("speaker", &speaker)]).await;
    // A change voids the approval; the old hash issues nothing.
    let edition = duy.get(&format!("{release}/edit")).await.between("name=\"edition\" value=\"", "\"");
    let typed =
        [("edition", edition.as_str()), ("kind", "release"), ("title", "Khác"), ("body", "Khác hẳn.")];
    done(&duy, &release, &typed).await;
    let old = duy.post(&release, &typed).await;
    assert!(old.status == 409 && old.text().contains("Khác hẳn."), "nothing typed is lost: {}", old.text());
    assert_eq!(duy.post(&format!("{release}/issue"), &[("hash", &seen)]).await.status, 409);
    let now = hash(&duy, &release).await;
    assert_eq!(duy.post(&format!("{release}/issue"), &[("hash", &now)]).await.status, 422);
    // S77: a holding statement from a template cannot go out with its blanks.
    let begun = duy.post("/desk/press/releases", &[("kind", "holding"), ("template", "accident")]).await;
    let holding = begun.location().trim_end_matches("/edit").to_owned();
    assert!(duy.get(begun.location()).await.text().contains("Khoảng [… giờ, ngày]"));
    let seen = hash(&duy, &holding).await;
    assert_eq!(seen, "", "the form is not even shown");
    assert!(duy.get(&holding).await.text().contains("chưa điền"));
}

async fn two_who_issue_at_once_leave_no_gap_and_no_double(app: TestApp) {
    press_team(&app).await;
    let (duy, khoe) = (app.as_(Who::Duy).await, app.as_(Who::Khoe).await);
    let mut ready = Vec::new();
    for n in 0..6 {
        let release = approved(&app, &duy, &format!("Thông cáo {n}")).await;
        let seen = hash(&duy, &release).await;
        ready.push((release, seen));
    }
    // One of them twice, and one that is refused in between.
    let mut tries: Vec<_> = ready.iter().cloned().chain([ready[0].clone()]).collect();
    tries.push((ready[1].0.clone(), "no such hash".into()));
    let all = tries.into_iter().enumerate().map(|(n, (release, seen))| {
        let who = if n % 2 == 0 { duy.clone() } else { khoe.clone() };
        tokio::spawn(async move { who.post(&format!("{release}/issue"), &[("hash", &seen)]).await.status })
    });
    let mut issued = 0;
    for one in all.collect::<Vec<_>>() {
        issued += usize::from(one.await.unwrap() == 303);
    }
    assert_eq!(issued, 6);
    let told = app.as_(Who::Visitor).await.get("/bao-chi/thong-cao.json").await.json();
    let mut numbers: Vec<String> =
        told.as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect();
    numbers.sort();
    assert_eq!(numbers, ["01/TCBC", "02/TCBC", "03/TCBC", "04/TCBC", "05/TCBC", "06/TCBC"]);
    // A new year begins a new series.
    app.forward(Duration::from_secs(41 * 86_400));
    let release = approved(&app, &app.as_(Who::Duy).await, "Năm mới").await;
    let seen = hash(&app.as_(Who::Duy).await, &release).await;
    done(&app.as_(Who::Duy).await, &format!("{release}/issue"), &[("hash", &seen)]).await;
    assert_eq!(app.as_(Who::Visitor).await.get("/bao-chi/thong-cao/2027/1").await.status, 200);
}

async fn letter_address(app: &TestApp, begins: &str) -> String {
    let sql = "SELECT body FROM letter_out ORDER BY queued_at DESC, id DESC LIMIT 1";
    let text: String = db::one(app.agency.app.db.reader(), sql, vec![]).await.unwrap();
    let (_, rest) = text.split_once(begins).unwrap();
    format!("{begins}{}", rest.split_whitespace().next().unwrap())
}

async fn letters(app: &TestApp) -> i64 {
    db::one(app.agency.app.db.reader(), "SELECT COUNT(*) FROM letter_out", vec![]).await.unwrap()
}

async fn a_reader_subscribes_confirms_and_leaves_with_one_click(app: TestApp) {
    press_team(&app).await;
    let anyone = app.as_(Who::Visitor).await;
    assert_eq!(anyone.get("/bao-chi/dang-ky").await.status, 200);
    let bad = anyone.post("/bao-chi/dang-ky", &[("email", "không"), ("outlet", "Báo <b>")]).await;
    assert!(bad.status == 422 && bad.text().contains("Báo &#60;b&#62;"), "{}", bad.text());
    let injected = [("email", "a@b.example\r\nBcc: moi.nguoi@bao.example")];
    assert_eq!(anyone.post("/bao-chi/dang-ky", &injected).await.status, 422);
    let me = [("email", "En@Bao.example"), ("name", "Lò Thị Én\r\nBcc: x@y.z"), ("outlet", "Báo Liên Sơn")];
    done(&anyone, "/bao-chi/dang-ky", &me).await;
    // The same answer and no second letter, whether known or not.
    done(&anyone, "/bao-chi/dang-ky", &me).await;
    assert_eq!(letters(&app).await, 1);
    let confirm = letter_address(&app, "/bao-chi/dang-ky/").await;
    // Looking changes nothing: mail programs look at every link.
    assert_eq!(anyone.get(&confirm).await.status, 200);
    let duy = app.as_(Who::Duy).await;
    assert!(!duy.get("/desk/press/contacts").await.text().contains("en@bao.example"));
    for forged in ["/bao-chi/dang-ky/x", "/bao-chi/huy-nhan/x", "/bao-chi/huy-nhan/%27%20OR%201=1"] {
        assert_eq!(anyone.post(forged, &[]).await.status, 404, "{forged}");
        assert_eq!(anyone.get(forged).await.status, 404, "{forged}");
    }
    done(&anyone, &confirm, &[]).await;
    assert!(duy.get("/desk/press/contacts").await.text().contains("en@bao.example"));

    let release = approved(&app, &duy, "Thông cáo đầu tiên").await;
    let seen = hash(&duy, &release).await;
    done(&duy, &format!("{release}/issue"), &[("hash", &seen)]).await;
    done(&duy, &format!("{release}/send"), &[]).await;
    assert_eq!(duy.post(&format!("{release}/send"), &[]).await.status, 422, "nobody gets it twice");
    assert_eq!(letters(&app).await, 2);
    // One failed: it can be sent again, once.
    app.tamper("UPDATE letter_out SET state = 'failed' WHERE about_kind = 'release'").await;
    assert!(duy.get(&release).await.text().contains("hỏng 1"));
    done(&duy, &format!("{release}/resend"), &[]).await;
    assert_eq!(duy.post(&format!("{release}/resend"), &[]).await.status, 422);
    let leave = letter_address(&app, "/bao-chi/huy-nhan/").await;
    assert_eq!(anyone.get(&leave).await.status, 200);
    // RFC 8058: one POST without cookie or page ends it; again does no harm.
    for _ in 0..2 {
        assert_eq!(anyone.post(&leave, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
    }
    assert!(duy.get("/desk/press/contacts?state=ended").await.text().contains("Người nhận tự hủy"));
    // L13: after thirty days nothing is left but that there was one.
    app.forward(Duration::from_secs(31 * 86_400));
    app.run_jobs().await;
    let duy = app.as_(Who::Duy).await;
    let ended = duy.get("/desk/press/contacts?state=ended").await.text();
    assert!(ended.contains("(đã xóa thông tin)") && !ended.contains("en@bao.example"), "{ended}");
    // Nor does the release remember to whom it went.
    let told = duy.get(&release).await.text();
    assert!(!told.to_lowercase().contains("en@bao.example"), "{told}");
}

async fn contacts_come_from_a_list_without_formulas(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    let send = |list: Vec<u8>, basis: &'static str| {
        let duy = duy.clone();
        async move {
            let mut body = format!(
                "--e\r\nContent-Disposition: form-data; name=\"basis\"\r\n\r\n{basis}\r\n--e\r\n\
                 Content-Disposition: form-data; name=\"file\"; filename=\"ds.csv\"\r\n\r\n"
            )
            .into_bytes();
            body.extend(list);
            body.extend(b"\r\n--e--\r\n");
            let kind = Some("multipart/form-data; boundary=e");
            duy.send(http::Method::POST, "/desk/press/contacts/import", kind, body).await
        }
    };
    let list = "Cơ quan báo chí,Họ và tên,Thư điện tử\nBáo A,Én,en@a.example\n=HYPERLINK(1),x,x@a.example\n\
                Báo B,,khong\nBáo C,,en@a.example\n<script>alert(1)</script>,,c@c.example\n";
    let page = send(list.into(), "outlet").await.text();
    assert!(page.contains("Đã nhận 2 đầu mối") && page.contains("Dòng 3: Có ô chứa công thức"), "{page}");
    assert!(
        page.contains("Dòng 4:") && page.contains("Dòng 5:") && !page.contains("<script>alert"),
        "{page}"
    );
    assert_eq!(send(list.into(), "vì thích").await.text().matches("Đã nhận 0").count(), 1);
    assert_eq!(send(b"\xff\xfe\x00".to_vec(), "outlet").await.status, 422);
    assert_eq!(send(vec![b'a'; 10 * 1024 * 1024], "outlet").await.status, 413);
    assert_eq!(app.as_(Who::Mai).await.get("/desk/press/contacts").await.status, 403);
}

async fn hostile_words_and_files_do_no_harm(app: TestApp) {
    press_team(&app).await;
    let duy = app.as_(Who::Duy).await;
    let title = "<script>alert(1)</script> \"&\r\nBcc: x@y.z";
    let release = written(&duy, title).await;
    let upload = async |name: &str, bytes: &[u8]| {
        duy.upload(&format!("{release}/files"), name, bytes, "").await.status.as_u16()
    };
    assert_eq!(upload("trang.html", b"<script>").await, 422);
    assert_eq!(upload("anh.jpg", b"<svg onload=alert(1)>").await, 422);
    assert_eq!(upload("khong-phai.pdf", b"MZ").await, 422);
    assert_eq!(upload("lon.pdf", &vec![b'%'; 21 * 1024 * 1024]).await, 413);
    let seen = hash(&duy, &release).await;
    done(&duy, &format!("{release}/submit"), &[("hash", &seen)]).await;
    let hanh = app.as_(Who::Hanh).await;
    let speaker = speaker_of(&hanh, &release).await;
    done(&hanh, &format!("{release}/approve"), &[("hash", &seen), ("speaker", &speaker)]).await;
    contact(&duy, "en@bao.example").await;
    done(&duy, &format!("{release}/issue"), &[("hash", &seen), ("send", "1")]).await;
    app.run_jobs().await;
    let anyone = app.as_(Who::Visitor).await;
    for page in ["/bao-chi", "/bao-chi/thong-cao/2026/1", "/bao-chi/thong-cao.atom"] {
        assert!(!anyone.get(page).await.text().contains("<script>alert"), "{page}");
    }
    let subject: String =
        db::one(app.agency.app.db.reader(), "SELECT subject FROM letter_out", vec![]).await.unwrap();
    assert!(!subject.contains(['\r', '\n']), "{subject:?}");
    let code = anyone.get("/bao-chi/xac-minh/%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(code.status == 404 && !code.text().contains("<script>alert"));
    let big = anyone.post("/bao-chi/dang-ky", &[("email", &"a".repeat(10 * 1024 * 1024))]).await;
    assert_eq!(big.status, 413);
}
