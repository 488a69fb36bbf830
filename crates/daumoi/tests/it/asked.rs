//! The press asks: who speaks, what is asked, what units owe, how it is cleared and answered, what is demanded and forwarded,
//! what the yearly report counts.

use http::Method;
use kernel::Role;
use people::UnitKind;
use std::time::Duration;
use testkit::{Answer, Client, TestApp, Who, journey};

journey!(
    pn_02_a_regular_spokesperson_is_public_at_once_or_a_clock_runs,
    pn_01_pn_04_pn_05_only_the_head_authorises_for_a_case_and_a_term,
    pn_04_pn_06_who_speaks_speaks_for_the_agency_in_this_case,
    the_letter_is_offered_where_the_press_asked_for_it,
    an_inquiry_is_logged_asked_about_cleared_and_answered_by_mail,
    pn_08_a_refusal_has_its_ground_and_its_words,
    what_was_cleared_is_exactly_what_goes_out,
    pn_07_a_unit_sees_what_it_was_asked_and_nothing_else,
    pn_17_bc_03_clocks_on_the_eve_of_tet,
    ten_thousand_robots_hide_no_journalist,
    l13_contacts_are_erased_and_the_work_stays,
    pn_18_bc_09_a_correction_is_demanded_twice_at_most,
    bc_01_bc_02_bc_03_what_the_press_forwards,
    pn_21_each_number_opens_its_cases,
    l9_no_door_asks_by_journalist,
    hostile_forms_do_no_harm,
);

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(86_400);

/// The press desk with people who answer.
pub(crate) struct Desk {
    pub(crate) yen: Client,
    pub(crate) tam: Client,
}

pub(crate) async fn desk(app: &TestApp) -> Desk {
    let (_, yen) = app.newcomer("Hà Thị Yến", Role::PressOfficer, None).await;
    let (_, tam) = app.newcomer("Đàm Văn Tâm", Role::Spokesperson, None).await;
    Desk { yen, tam }
}

pub(crate) async fn done(answer: Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().to_owned()
}

async fn refused(answer: Answer, words: &str) -> String {
    let text = answer.text();
    assert!(answer.status == 422 || answer.status == 409, "{}: {text}", answer.status);
    assert!(text.contains(words), "“{words}” is not said: {text}");
    text
}

const SPEAKERS: &str = "/desk/press/spokespersons";

async fn head(desk: &Desk) {
    let fields = [("kind", "head"), ("name", "Bùi Thanh Sơn"), ("post", "Chủ tịch")];
    done(desk.yen.post(SPEAKERS, &fields).await).await;
}

pub(crate) async fn regular(desk: &Desk) {
    head(desk).await;
    let fields = [
        ("kind", "regular"),
        ("name", "Đàm Văn Tâm"),
        ("post", "Chánh Văn phòng"),
        ("phone", "0200 3 800 111"),
        ("email", "phatngon@lien.example"),
        ("document", "12/QĐ-UBND"),
    ];
    done(desk.yen.post(SPEAKERS, &fields).await).await;
}

/// The value of the first choice of a list whose words hold these.
fn choice(page: &str, words: &str) -> String {
    let option = page
        .split("<option value=\"")
        .skip(1)
        .find(|part| part.split("</option>").next().is_some_and(|own| own.contains(words)));
    option.unwrap().split('"').next().unwrap().to_owned()
}

async fn log(desk: &Desk, outlet: &str, questions: &str) -> String {
    let fields = [("outlet", outlet), ("questions", questions), ("via", "phone")];
    done(desk.yen.post("/desk/press/inquiries", &fields).await).await
}

/// Writes an answer to each of so many questions and says who speaks; then asks for clearance.
pub(crate) async fn draft(desk: &Desk, inquiry: &str, answers: &[&str]) {
    let page = desk.yen.get(inquiry).await;
    let speaker = choice(&page.text(), "Phát ngôn thường xuyên");
    let many = answers.len().to_string();
    let mut fields = vec![("many".to_owned(), many), ("speaker".to_owned(), speaker)];
    fields.push(("edition".to_owned(), page.between("name=\"edition\" value=\"", "\"")));
    for (at, answer) in answers.iter().enumerate() {
        fields.push((format!("answer-{at}"), (*answer).to_owned()));
    }
    fields.push(("clear".to_owned(), "1".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    done(desk.yen.post(&format!("{inquiry}/draft"), &fields).await).await;
}

async fn hash(who: &Client, thing: &str) -> String {
    who.get(thing).await.between("name=\"hash\" value=\"", "\"")
}

pub(crate) async fn clear(desk: &Desk, inquiry: &str) {
    let hash = hash(&desk.tam, inquiry).await;
    done(desk.tam.post(&format!("{inquiry}/clear"), &[("hash", &hash)]).await).await;
}

async fn pn_02_a_regular_spokesperson_is_public_at_once_or_a_clock_runs(app: TestApp) {
    let desk = desk(&app).await;
    let visitor = app.as_(Who::Visitor).await;
    assert!(visitor.get("/nguoi-phat-ngon").await.text().contains("chưa công bố"));
    let early = [("kind", "regular"), ("name", "Tâm"), ("post", "CVP"), ("document", "1/QĐ")];
    refused(desk.yen.post(SPEAKERS, &early).await, "Ghi người đứng đầu trước").await;
    head(&desk).await;
    // Without telephone and address the clock runs, and the public sees nothing of it.
    let without = [
        ("kind", "regular"),
        ("name", "Đàm Văn Tâm"),
        ("post", "Chánh Văn phòng"),
        ("document", "12/QĐ-UBND"),
    ];
    done(desk.yen.post(SPEAKERS, &without).await).await;
    let page = desk.yen.get(SPEAKERS).await.text();
    assert!(page.contains("PN-02") && page.contains("chưa công khai được"), "{page}");
    assert!(!visitor.get("/nguoi-phat-ngon").await.text().contains("Đàm Văn Tâm"));
    app.forward(HOUR * 2);
    let id = page.split("Đàm Văn Tâm").nth(1).unwrap();
    let change = id.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let private =
        [("name", "Đàm Văn Tâm"), ("post", "CVP"), ("phone", "0200 3800111"), ("email", "t@gmail.com")];
    refused(desk.yen.post(&change, &private).await, "thư công vụ").await;
    let whole = [
        ("name", "Đàm Văn Tâm"),
        ("post", "Chánh Văn phòng"),
        ("phone", "0200 3 800 111"),
        ("email", "phatngon@lien.example"),
    ];
    done(desk.yen.post(&change, &whole).await).await;
    assert!(desk.yen.get(SPEAKERS).await.text().contains("Đúng hạn"));
    let public = visitor.get("/nguoi-phat-ngon").await.text();
    for shown in ["Đàm Văn Tâm", "Chánh Văn phòng", "0200 3 800 111", "phatngon@lien.example", "Cập nhật"]
    {
        assert!(public.contains(shown), "{shown}: {public}");
    }
    // PN-03: bodies without one are listed.
    let page = desk.yen.get(SPEAKERS).await.text();
    assert!(page.contains("Sở Y tế") && page.contains("chưa có người phát ngôn thường xuyên"));
    let mut cx = app.agency.app.db.begin(kernel::Actor::Machine("test")).await.unwrap();
    for (name, kind) in
        [("UBND xã Nậm Ưởng", UnitKind::CommuneCommittee), ("Trung tâm Khuyến nông", UnitKind::Centre)]
    {
        crate::heirs::founded(&mut cx, name, kind, vec![]).await;
    }
    cx.finish().await.unwrap();
    let page = desk.yen.get(SPEAKERS).await.text();
    let missing = page.split("chưa có người phát ngôn thường xuyên").nth(1).unwrap();
    assert!(missing.contains("UBND xã Nậm Ưởng") && !missing.contains("<li>Trung tâm Khuyến nông"), "{page}");
    // Who may not name them is refused.
    assert_eq!(app.as_(Who::Mai).await.post(SPEAKERS, &without).await.status, 403);
    assert_eq!(app.as_(Who::Duy).await.post(SPEAKERS, &without).await.status, 403);
}

async fn pn_01_pn_04_pn_05_only_the_head_authorises_for_a_case_and_a_term(app: TestApp) {
    let desk = desk(&app).await;
    regular(&desk).await;
    let page = desk.yen.get(SPEAKERS).await.text();
    let head = choice(&page, "Bùi Thanh Sơn, Chủ tịch");
    let case = |document: &'static str, to: &'static str, by: String| {
        vec![
            ("kind", "case".to_owned()),
            ("name", "Lò Thị Mai".to_owned()),
            ("post", "Phó Giám đốc Sở Y tế".to_owned()),
            ("document", document.to_owned()),
            ("matter", "Nước máy đục ở Nậm Ưởng".to_owned()),
            ("from_day", "2026-11-22".to_owned()),
            ("to_day", to.to_owned()),
            ("authoriser", by),
        ]
    };
    let post = async |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        desk.yen.post(SPEAKERS, &fields).await
    };
    refused(post(case("", "2026-11-30", head.clone())).await, "Ghi văn bản").await;
    refused(post(case("15/GUQ", "", head.clone())).await, "phải có thời hạn").await;
    // PN-05: not by another than the head, and by no id that is none.
    refused(post(case("15/GUQ", "2026-11-30", String::new())).await, "không ủy quyền tiếp").await;
    let other = "0190a000-0000-7000-8000-000000000000".to_owned();
    refused(post(case("15/GUQ", "2026-11-30", other)).await, "không ủy quyền tiếp").await;
    done(post(case("15/GUQ", "2026-11-30", head)).await).await;
    let public = app.as_(Who::Visitor).await.get("/nguoi-phat-ngon").await.text();
    assert!(
        public.contains("Nước máy đục ở Nậm Ưởng") && public.contains("22/11/2026–30/11/2026"),
        "{public}"
    );
    // The term ends by itself.
    app.forward(DAY * 10);
    let (_, yen) = app.newcomer("Hà Thị Yến hai", Role::PressOfficer, None).await;
    assert!(!app.as_(Who::Visitor).await.get("/nguoi-phat-ngon").await.text().contains("Lò Thị Mai"));
    // PN-01: the head ends only by another taking the place.
    let page = yen.get(SPEAKERS).await.text();
    let own = page.split("Bùi Thanh Sơn</h3>").nth(1).unwrap();
    let change = own.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let end = change.replace("/change", "/end");
    refused(yen.post(&end, &[("reason", "nghỉ hưu")]).await, "có người khác thay").await;
    done(yen.post(SPEAKERS, &[("kind", "head"), ("name", "Trần Thị Lam"), ("post", "Chủ tịch")]).await).await;
    let page = yen.get(SPEAKERS).await.text();
    assert!(page.contains("Trước đây") && page.contains("Trần Thị Lam"), "{page}");
}

/// PN-04, PN-06: whoever speaks for a body, or in another case, does not speak for the agency here.
async fn pn_04_pn_06_who_speaks_speaks_for_the_agency_in_this_case(app: TestApp) {
    let desk = desk(&app).await;
    regular(&desk).await;
    let yt = app.world.units["yt"].to_string();
    let body = [("kind", "head"), ("name", "Vàng A Khoè"), ("post", "Giám đốc"), ("unit", &yt)];
    done(desk.yen.post(SPEAKERS, &body).await).await;
    let head = choice(&desk.yen.get(SPEAKERS).await.text(), "Bùi Thanh Sơn, Chủ tịch");
    let case = [
        ("kind", "case"),
        ("name", "Lò Thị Mai"),
        ("post", "Phó Giám đốc Sở Y tế"),
        ("document", "15/GUQ"),
        ("matter", "Nước máy đục ở Nậm Ưởng"),
        ("from_day", "2026-11-22"),
        ("to_day", "2026-11-30"),
        ("authoriser", head.as_str()),
    ];
    done(desk.yen.post(SPEAKERS, &case).await).await;
    let inquiry = log(&desk, "Báo Liên Sơn", "Giá điện?").await;
    let page = desk.yen.get(&inquiry).await;
    let text = page.text();
    assert!(!text.contains("Vàng A Khoè"), "a body's speaker is offered: {text}");
    assert!(text.contains("vụ việc “Nước máy đục ở Nậm Ưởng” đến 30/11/2026"), "{text}");
    let register = desk.yen.get(SPEAKERS).await.text();
    let of_body = register.split("Vàng A Khoè</h3>").nth(1).unwrap();
    let of_body =
        of_body.split("/desk/press/spokespersons/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let mai = choice(&text, "Lò Thị Mai");
    let write = async |speaker: &str, of_the_case: &str| {
        let edition = desk.yen.get(&inquiry).await.between("name=\"edition\" value=\"", "\"");
        let fields = [
            ("many", "1"),
            ("edition", edition.as_str()),
            ("answer-0", "Không tăng."),
            ("speaker", speaker),
            ("of_the_case", of_the_case),
        ];
        desk.yen.post(&format!("{inquiry}/draft"), &fields).await
    };
    let kept = refused(write(&of_body, "1").await, "Chọn người phát ngôn còn hiệu lực").await;
    assert!(kept.contains("Không tăng."), "what was typed is lost");
    refused(write(&mai, "").await, "chỉ được ủy quyền trong vụ việc").await;
    done(write(&mai, "1").await).await;
    // Once said it is not asked again; whoever clears reads in which case.
    done(write(&mai, "").await).await;
    let edition = desk.yen.get(&inquiry).await;
    let hash = edition.between("name=\"hash\" value=\"", "\"");
    done(desk.yen.post(&format!("{inquiry}/ask-clearance"), &[("hash", &hash)]).await).await;
    assert!(desk.tam.get(&inquiry).await.text().contains("“Nước máy đục ở Nậm Ưởng”"));
    clear(&desk, &inquiry).await;
    // After the term nobody answers in that name.
    app.forward(DAY * 9);
    let (_, yen) = app.newcomer("Hà Thị Yến hai", Role::PressOfficer, None).await;
    refused(yen.post(&format!("{inquiry}/answer"), &[("form", "interview")]).await, "người phát ngôn").await;
}

/// The press left an address: the letter is offered there, and another form sends none.
async fn the_letter_is_offered_where_the_press_asked_for_it(app: TestApp) {
    let desk = desk(&app).await;
    regular(&desk).await;
    for (form, said) in [("written", "said-inquiry-answered-sent"), ("interview", "said-inquiry-answered")] {
        let fields = [
            ("outlet", "Báo Miền Ngược"),
            ("questions", "Bao giờ xong?"),
            ("contact", "0200 3 800 111, Ngoc@miennguoc.example."),
            ("via", "phone"),
        ];
        let inquiry = done(desk.yen.post("/desk/press/inquiries", &fields).await).await;
        draft(&desk, &inquiry, &["Ngày 24/11."]).await;
        clear(&desk, &inquiry).await;
        let offered = desk.yen.get(&inquiry).await.between("name=\"mail_to\" type=\"email\" value=\"", "\"");
        assert_eq!(offered, "ngoc@miennguoc.example");
        let send = [("form", form), ("mail_to", offered.as_str())];
        let answer = desk.yen.post(&format!("{inquiry}/answer"), &send).await;
        assert!(answer.header("set-cookie").starts_with(&format!("said={said};")), "{form}");
        done(answer).await;
        let sent = desk.yen.get(&inquiry).await.text().contains("Chờ gửi");
        assert_eq!(sent, form == "written");
    }
}

async fn an_inquiry_is_logged_asked_about_cleared_and_answered_by_mail(app: TestApp) {
    let desk = desk(&app).await;
    regular(&desk).await;
    refused(
        desk.yen.post("/desk/press/inquiries", &[("outlet", ""), ("questions", "")]).await,
        "Ghi tên cơ quan báo chí",
    )
    .await;
    let fields = [
        ("outlet", "Báo Miền Ngược"),
        ("questions", "Nước có dùng để ăn được không?\nBao giờ khắc phục xong?"),
        ("journalist", "Lê Ngọc"),
        ("contact", "ngoc@miennguoc.example"),
        ("via", "phone"),
        ("wanted_by", "2026-11-22T15:00"),
        ("urgent", "1"),
    ];
    let inquiry = done(desk.yen.post("/desk/press/inquiries", &fields).await).await;
    let second = log(&desk, "Báo Liên Sơn", "Bao nhiêu hộ?").await;
    let page = desk.yen.get(&inquiry).await.text();
    for shown in
        ["Yêu cầu 1/2026", "PN-17", "Báo đề nghị trả lời trước", "15:00, 22/11/2026", "Gấp", "Lê Ngọc"]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(desk.yen.get(&second).await.text().contains("Yêu cầu 2/2026"));
    // Found by words without marks, by outlet, in its tab.
    let list = desk.yen.get("/desk/press/inquiries?words=khac+phuc").await.text();
    assert!(list.contains("Báo Miền Ngược") && !list.contains("Bao nhiêu hộ"), "{list}");
    let list = desk.yen.get("/desk/press/inquiries?words=100%25").await.text();
    assert!(list.contains("Không có yêu cầu nào"));
    done(desk.yen.post(&format!("{inquiry}/take"), &[]).await).await;
    assert!(desk.yen.get("/desk/press/inquiries?which=mine").await.text().contains("Báo Miền Ngược"));
    // A unit is asked, gives, gets it back, gives again.
    let yt = app.world.units["yt"].to_string();
    let ask = [("unit", yt.as_str()), ("question", "Kết quả xét nghiệm mẫu nước?")];
    done(desk.yen.post(&format!("{inquiry}/ask"), &ask).await).await;
    let mai = app.as_(Who::Mai).await;
    let asked = mai.get("/desk/press/asked").await.text();
    let fact = asked.split("href=\"/desk/press/asked/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fact = format!("/desk/press/asked/{fact}");
    refused(mai.post(&fact, &[("answer", "Đạt"), ("source", "")]).await, "Ghi nguồn").await;
    done(mai.post(&fact, &[("answer", "Đạt."), ("source", "Phiếu 34/XN")]).await).await;
    let id = fact.rsplit('/').next().unwrap();
    let back = [("fact", id), ("reason", "Mẫu lấy ngày nào?")];
    done(desk.yen.post(&format!("{inquiry}/return-facts"), &back).await).await;
    assert!(mai.get(&fact).await.text().contains("Mẫu lấy ngày nào?"));
    done(mai.post(&fact, &[("answer", "Đạt, mẫu ngày 21/11."), ("source", "Phiếu 34/XN")]).await).await;
    assert!(desk.yen.get(&inquiry).await.text().contains("Phiếu 34/XN"));
    // Not complete, not cleared, not by the writer.
    draft(&desk, &second, &["Bốn mươi hộ."]).await;
    let page = desk.yen.get(&inquiry).await;
    let edition = page.between("name=\"edition\" value=\"", "\"");
    let half = [("many", "2"), ("edition", edition.as_str()), ("answer-0", "Chưa."), ("clear", "1")];
    let kept = refused(desk.yen.post(&format!("{inquiry}/draft"), &half).await, "chưa có câu trả lời").await;
    assert!(kept.contains("Chưa."), "what was typed is lost");
    draft(&desk, &inquiry, &["Chưa, bà con dùng nước bình.", "Trước 24/11."]).await;
    let seen = hash(&desk.tam, &inquiry).await;
    let stale = desk.tam.post(&format!("{inquiry}/clear"), &[("hash", "khac")]).await;
    assert_eq!(stale.status, 409);
    done(desk.tam.post(&format!("{inquiry}/refuse-clearance"), &[("reason", "Thêm số điện thoại")]).await)
        .await;
    draft(&desk, &inquiry, &["Chưa, bà con dùng nước bình.", "Trước 24/11. Gọi 1900."]).await;
    assert_eq!(desk.tam.post(&format!("{inquiry}/clear"), &[("hash", &seen)]).await.status, 409);
    assert_eq!(desk.yen.post(&format!("{inquiry}/clear"), &[("hash", &seen)]).await.status, 403);
    clear(&desk, &inquiry).await;
    refused(desk.yen.post(&format!("{inquiry}/answer"), &[("form", "loa phường")]).await, "Chọn hình thức")
        .await;
    refused(
        desk.yen
            .post(&format!("{inquiry}/answer"), &[("form", "written"), ("mail_to", "a\r\nBcc: b@c.d")])
            .await,
        "thư",
    )
    .await;
    let send = [("form", "written"), ("mail_to", "ngoc@miennguoc.example")];
    done(desk.yen.post(&format!("{inquiry}/answer"), &send).await).await;
    let page = desk.yen.get(&inquiry).await.text();
    for shown in ["Đã trả lời", "Đúng hạn", "ngoc@miennguoc.example", "Chờ gửi"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let on = kernel::ThingRef {
        kind: kernel::ThingKind::Inquiry,
        id: inquiry.rsplit('/').next().unwrap().parse().unwrap(),
    };
    let letters = post::about(app.agency.app.db.reader(), on).await.unwrap();
    assert_eq!(letters.len(), 1);
    for said in ["1. Nước có dùng để ăn được không?", "Gọi 1900.", "Đàm Văn Tâm, Chánh Văn phòng"]
    {
        assert!(letters[0].text.contains(said), "{said}: {}", letters[0].text);
    }
    assert_eq!(desk.yen.post(&format!("{inquiry}/close"), &[("reason", "x")]).await.status, 422);
    let outlets = desk.yen.get("/desk/press/outlets").await.text();
    assert!(outlets.contains("Báo Miền Ngược") && !outlets.contains("Lê Ngọc"), "{outlets}");
    let report = db::verify(&app.agency.app.db).await.unwrap();
    assert!(matches!(report, db::LedgerReport::Whole { .. }), "{report:?}");
}

async fn pn_08_a_refusal_has_its_ground_and_its_words(app: TestApp) {
    let desk = desk(&app).await;
    let inquiry = log(&desk, "Báo Liên Sơn", "Danh sách cán bộ bị tố cáo?").await;
    let refuse = format!("{inquiry}/refuse");
    refused(desk.yen.post(&refuse, &[("reason", "Không thích")]).await, "luật cho phép").await;
    refused(desk.yen.post(&refuse, &[("code", "busy"), ("reason", "Bận")]).await, "luật cho phép").await;
    let kept = refused(desk.yen.post(&refuse, &[("code", "inquest-pending")]).await, "Xin ghi lý do").await;
    assert!(kept.contains("value=\"inquest-pending\" selected"));
    let whole = [("code", "inquest-pending"), ("reason", "Đang xác minh, có kết luận sẽ thông báo.")];
    done(desk.yen.post(&refuse, &whole).await).await;
    let page = desk.yen.get(&inquiry).await.text();
    assert!(page.contains("Đang xác minh") && page.contains("chưa có kết luận"), "{page}");
    assert!(desk.yen.get("/desk/press/inquiries?which=refused").await.text().contains("Báo Liên Sơn"));
    refused(desk.yen.post(&format!("{inquiry}/reopen"), &[]).await, "Xin ghi lý do").await;
    done(desk.yen.post(&format!("{inquiry}/reopen"), &[("reason", "Đã có kết luận")]).await).await;
}

async fn what_was_cleared_is_exactly_what_goes_out(app: TestApp) {
    let desk = desk(&app).await;
    regular(&desk).await;
    let inquiry = log(&desk, "Báo Liên Sơn", "Vì sao?").await;
    draft(&desk, &inquiry, &["Vì mưa."]).await;
    clear(&desk, &inquiry).await;
    // Another word, and what was cleared is another text.
    draft(&desk, &inquiry, &["Vì mưa to."]).await;
    let answer = [("form", "interview")];
    refused(desk.yen.post(&format!("{inquiry}/answer"), &answer).await, "chưa được duyệt").await;
    clear(&desk, &inquiry).await;
    // Another question, too.
    let changed =
        [("outlet", "Báo Liên Sơn"), ("questions", "Vì sao?\nAi chịu trách nhiệm?"), ("via", "phone")];
    done(desk.yen.post(&format!("{inquiry}/change"), &changed).await).await;
    refused(desk.yen.post(&format!("{inquiry}/answer"), &answer).await, "chưa được duyệt").await;
    draft(&desk, &inquiry, &["Vì mưa to.", "Công ty cấp nước."]).await;
    clear(&desk, &inquiry).await;
    // PN-06: who no longer speaks says nothing.
    let page = desk.yen.get(SPEAKERS).await.text();
    let own = page.split("Đàm Văn Tâm</h3>").nth(1).unwrap();
    let end = own.split("action=\"").nth(1).unwrap().split('"').next().unwrap().replace("/change", "/end");
    done(desk.yen.post(&end, &[("reason", "Chuyển công tác")]).await).await;
    refused(desk.yen.post(&format!("{inquiry}/answer"), &answer).await, "người phát ngôn").await;
    // Two who write at once: the second sees what the first wrote.
    let stale = [("many", "2"), ("edition", "1"), ("answer-0", "Tôi viết khác."), ("answer-1", "x")];
    let kept = desk.yen.post(&format!("{inquiry}/draft"), &stale).await;
    assert_eq!(kept.status, 409);
    assert!(kept.text().contains("Tôi viết khác."));
}

async fn pn_07_a_unit_sees_what_it_was_asked_and_nothing_else(app: TestApp) {
    let desk = desk(&app).await;
    let inquiry = log(&desk, "Báo Miền Ngược", "Câu hỏi kín của báo?").await;
    let yt = app.world.units["yt"].to_string();
    let ask = [("unit", yt.as_str()), ("question", "Số ca mắc tuần này?")];
    done(desk.yen.post(&format!("{inquiry}/ask"), &ask).await).await;
    // The same form sent twice asks once.
    done(desk.yen.post(&format!("{inquiry}/ask"), &ask).await).await;
    let mai = app.as_(Who::Mai).await;
    let list = mai.get("/desk/press/asked").await.text();
    assert_eq!(list.matches("Số ca mắc tuần này?").count(), 1, "{list}");
    assert!(!list.contains("Câu hỏi kín"), "{list}");
    let fact = list.split("href=\"/desk/press/asked/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fact = format!("/desk/press/asked/{fact}");
    let page = mai.get(&fact).await.text();
    assert!(!page.contains("Câu hỏi kín") && !page.contains("Báo Miền Ngược"), "{page}");
    assert_eq!(mai.get(&inquiry).await.status, 403);
    // Another unit does not learn that there is such a question.
    let gd = app.as_(Who::Do).await;
    assert_eq!(gd.get(&fact).await.status, 404);
    assert_eq!(gd.post(&fact, &[("answer", "0"), ("source", "x")]).await.status, 404);
    assert!(!gd.get("/desk/press/asked").await.text().contains("Số ca mắc"));
    assert_eq!(app.as_(Who::Trang).await.get(&fact).await.status, 404);
    // The facts of one inquiry are not sent back from another.
    let other = log(&desk, "Báo Liên Sơn", "Khác?").await;
    let id = fact.rsplit('/').next().unwrap();
    assert_eq!(desk.yen.post(&format!("{other}/drop-facts"), &[("fact", id)]).await.status, 404);
    done(desk.yen.post(&format!("{inquiry}/drop-facts"), &[("fact", id)]).await).await;
    refused(mai.post(&fact, &[("answer", "12"), ("source", "Sổ")]).await, "đã xong").await;
}

/// To 16:50 on 3 February 2027, the last working day before Tết.
fn to_the_eve_of_tet(app: &TestApp) {
    let eve = kernel::Moment::parse("2027-02-03T16:50:00+07:00").unwrap();
    app.forward(eve.since(app.agency.app.db.now()));
}

async fn pn_17_bc_03_clocks_on_the_eve_of_tet(app: TestApp) {
    to_the_eve_of_tet(&app);
    let desk = desk(&app).await;
    let inquiry = log(&desk, "Báo Miền Ngược", "Tết này có bắn pháo hoa không?").await;
    let page = desk.yen.get(&inquiry).await.text();
    // 24 hours are 24 hours, Tết or not; a year of its own for the number.
    assert!(page.contains("16:50, 04/02/2027") && page.contains("1/2027"), "{page}");
    let fields = [("kind", "opinion"), ("outlet", "Báo Liên Sơn"), ("subject", "Xe khách tăng giá")];
    let petition = done(desk.yen.post("/desk/press/petitions", &fields).await).await;
    let page = desk.yen.get(&petition).await.text();
    // Fifteen working days from 3 February, without the days from 4 to 10 February: the last is 3 March.
    assert!(page.contains("03/03/2027") && page.contains("BC-03"), "{page}");
    // Recorded late is seen as such.
    let late = [("outlet", "Báo Xa"), ("questions", "Sao chậm?"), ("received_at", "2027-02-02T08:00")];
    let late = done(desk.yen.post("/desk/press/inquiries", &late).await).await;
    let page = desk.yen.get(&late).await.text();
    assert!(page.contains("Ghi sổ muộn") && page.contains("Quá hạn"), "{page}");
    assert!(desk.yen.get("/desk/press/inquiries?which=late").await.text().contains("Báo Xa"));
    assert!(!desk.yen.get("/desk/press/inquiries?which=late").await.text().contains("pháo hoa"));
    let ahead = [("outlet", "Báo Xa"), ("questions", "x"), ("received_at", "2027-02-05T08:00")];
    refused(desk.yen.post("/desk/press/inquiries", &ahead).await, "sau lúc này").await;
}

/// Fills the public form as a person would.
async fn ask(app: &TestApp, visitor: &Client, outlet: &str, questions: &str) -> Answer {
    let (token, robot) = crate::answers::riddle(app, visitor, "/bao-chi/dat-cau-hoi").await;
    let fields = [
        ("outlet", outlet),
        ("journalist", "Lê Ngọc"),
        ("contact", "ngoc@miennguoc.example"),
        ("questions", questions),
        ("token", &token),
        ("robot", &robot),
    ];
    visitor.post("/bao-chi/dat-cau-hoi", &fields).await
}

async fn ten_thousand_robots_hide_no_journalist(app: TestApp) {
    let desk = desk(&app).await;
    let visitor = app.as_(Who::Visitor).await;
    let thanks = ask(&app, &visitor, "Báo Miền Ngược", "Nước bao giờ trong?").await;
    assert_eq!(thanks.status, 200);
    assert!(thanks.text().contains("1/2026"), "{}", thanks.text());
    // The same text once more is set aside, and so is what fills in the hidden field.
    let again = ask(&app, &visitor, "Báo Miền Ngược", "Nước bao giờ  trong").await;
    assert!(again.text().contains("chờ cán bộ xem"), "{}", again.text());
    let trap =
        [("outlet", "x"), ("contact", "y"), ("questions", "Mua thuốc"), ("leave_empty", "https://x.example")];
    assert!(visitor.post("/bao-chi/dat-cau-hoi", &trap).await.text().contains("chờ cán bộ xem"));
    // Wrong sum, forged token, too fast: nothing typed is lost.
    let (token, _) = crate::answers::riddle(&app, &visitor, "/bao-chi/dat-cau-hoi").await;
    let wrong = [
        ("outlet", "Báo A"),
        ("contact", "a@b.c"),
        ("questions", "Giữ lại câu này"),
        ("token", &token),
        ("robot", "99"),
    ];
    let kept = refused(visitor.post("/bao-chi/dat-cau-hoi", &wrong).await, "chưa đúng").await;
    assert!(kept.contains("Giữ lại câu này"));
    let forged = [
        ("outlet", "Báo A"),
        ("contact", "a@b.c"),
        ("questions", "x"),
        ("token", "1.1.5.00"),
        ("robot", "2"),
    ];
    refused(visitor.post("/bao-chi/dat-cau-hoi", &forged).await, "mở quá lâu").await;
    // One form is one question, however often its button is pressed.
    let (token, robot) = crate::answers::riddle(&app, &visitor, "/bao-chi/dat-cau-hoi").await;
    let once = [
        ("outlet", "Báo B"),
        ("contact", "b@c.d"),
        ("questions", "Đường nào đi được?"),
        ("token", &token),
        ("robot", &robot),
    ];
    assert!(visitor.post("/bao-chi/dat-cau-hoi", &once).await.text().contains("2/2026"));
    refused(visitor.post("/bao-chi/dat-cau-hoi", &once).await, "đã được gửi").await;
    // By mail: once each, whatever came with it; and ten thousand letters fill no log.
    let zone = app.agency.app.zone.clone();
    let db = app.agency.app.db.clone();
    let letter = |n: usize, text: &str| press::verbs::MailIn {
        from_name: "Máy".into(),
        from_address: format!("m{n}@may.example"),
        subject: "Chào".into(),
        text: text.into(),
        message_id: format!("<{n}@may.example>"),
        received_at: app.agency.app.db.now(),
    };
    let mut cx = db.begin(kernel::Actor::Machine("test")).await.unwrap();
    const OFFERS: [&str; 7] =
        ["Mua ngay", "Vay nhanh", "Khóa học", "Đặt phòng", "Bán sim", "Tuyển gấp", "Ưu đãi"];
    for n in 0..10_000 {
        let text = format!("{} số {n}", OFFERS[n % OFFERS.len()]);
        press::verbs::receive_by_mail(&mut cx, &zone, &letter(n, &text)).await.unwrap();
    }
    let first = press::verbs::receive_by_mail(&mut cx, &zone, &letter(0, "Mua ngay số 0")).await.unwrap();
    assert!(matches!(first, press::verbs::Arrival::Logged(..)), "a letter that was taken is known");
    cx.finish().await.unwrap();
    let open = desk.yen.get("/desk/press/inquiries").await.text();
    assert!(open.contains("Nước bao giờ trong?") && open.contains("30 yêu cầu"), "{open}");
    let aside = desk.yen.get("/desk/press/set-aside").await.text();
    assert!(aside.contains("Đến dồn dập") && aside.contains("Ưu đãi số 9995"), "{aside}");
    // One whom nobody knows waits among them and is found by a word; one of the book of contacts does not wait.
    let mut cx = db.begin(kernel::Actor::Machine("test")).await.unwrap();
    let sent_by = |n: usize, from: &str, text: &str| press::verbs::MailIn {
        from_address: from.into(),
        ..letter(n, text)
    };
    let stranger =
        sent_by(20_001, "lan@thoisuvung.example", "Cầu Nậm Ưởng sập lúc nào, ai chịu trách nhiệm?");
    let stranger = press::verbs::receive_by_mail(&mut cx, &zone, &stranger).await.unwrap();
    assert_eq!(stranger, press::verbs::Arrival::SetAside);
    cx.finish().await.unwrap();
    let found = desk.yen.get("/desk/press/set-aside?words=cau+nam+uong").await.text();
    assert!(found.contains("ai chịu trách nhiệm") && found.contains("1 mục"), "{found}");
    assert!(
        desk.yen.get("/desk/press/set-aside?words=%25_").await.text().contains("Không có mục nào như vậy")
    );
    let contact = [
        ("outlet", "Báo Miền Ngược"),
        ("name", "Lê Ngọc"),
        ("email", "ngoc@miennguoc.example"),
        ("basis", "outlet"),
        ("level", "central"),
    ];
    done(desk.yen.post("/desk/press/contacts", &contact).await).await;
    let mut cx = db.begin(kernel::Actor::Machine("test")).await.unwrap();
    let known = sent_by(20_002, "Ngoc@miennguoc.example", "Cầu Nậm Ưởng sập lúc mấy giờ?");
    let known = press::verbs::receive_by_mail(&mut cx, &zone, &known).await.unwrap();
    assert!(matches!(known, press::verbs::Arrival::Logged(..)), "{known:?}");
    cx.finish().await.unwrap();
    let taken =
        aside.split("action=\"/desk/press/set-aside/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let taken = format!("/desk/press/set-aside/{taken}");
    let inquiry = done(desk.yen.post(&taken, &[]).await).await;
    assert!(desk.yen.get(&inquiry).await.text().contains("Thư điện tử"));
    refused(desk.yen.post(&taken, &[]).await, "đã vào sổ").await;
    // One address has so many in an hour.
    let mut last = 200;
    for n in 0..20 {
        last = ask(&app, &visitor, "Báo B", &format!("Câu số {n} khác hẳn?")).await.status.as_u16();
    }
    assert_eq!(last, 429);
    app.forward(DAY * 31);
    press::sweep(&app.agency.press).await.unwrap();
    let (_, yen) = app.newcomer("Yến hai", Role::PressOfficer, None).await;
    assert!(yen.get("/desk/press/set-aside").await.text().contains("Không có gì bị gác lại"));
}

async fn l13_contacts_are_erased_and_the_work_stays(app: TestApp) {
    let desk = desk(&app).await;
    let fields = [
        ("outlet", "Báo Miền Ngược"),
        ("questions", "Vì sao?"),
        ("journalist", "Lê Ngọc"),
        ("contact", "0912 345 678"),
    ];
    let inquiry = done(desk.yen.post("/desk/press/inquiries", &fields).await).await;
    let other = done(desk.yen.post("/desk/press/inquiries", &fields).await).await;
    let close = [("reason", "Báo rút câu hỏi")];
    done(desk.yen.post(&format!("{inquiry}/close"), &close).await).await;
    refused(desk.yen.post("/desk/press/keeping", &[("days", "9999")]).await, "730").await;
    done(desk.yen.post("/desk/press/keeping", &[("days", "60")]).await).await;
    let entries = db::latest_entries(app.agency.app.db.reader(), None, 1).await.unwrap();
    assert!(entries.iter().any(|entry| entry.action == "keeping-set"), "the ledger says who set it");
    app.forward(DAY * 59);
    assert_eq!(press::sweep(&app.agency.press).await.unwrap(), 0);
    app.forward(DAY * 2);
    assert_eq!(press::sweep(&app.agency.press).await.unwrap(), 1);
    assert_eq!(press::sweep(&app.agency.press).await.unwrap(), 0);
    let (_, yen) = app.newcomer("Yến hai", Role::PressOfficer, None).await;
    let page = yen.get(&inquiry).await.text();
    assert!(!page.contains("Lê Ngọc") && !page.contains("0912 345 678"), "{page}");
    assert!(
        page.contains("Vì sao?") && page.contains("đã xóa theo thời hạn") && page.contains("Báo rút câu hỏi")
    );
    assert!(yen.get(&other).await.text().contains("Lê Ngọc"), "what is open keeps its contact");
}

async fn pn_18_bc_09_a_correction_is_demanded_twice_at_most(app: TestApp) {
    let desk = desk(&app).await;
    let mut fields = vec![
        ("outlet", "Báo Miền Ngược"),
        ("item_title", "Nước máy nhiễm độc"),
        ("item_link", "https://miennguoc.example/1"),
        ("item_day", "2026-11-20"),
        ("wrong", "“Nước nhiễm độc”"),
        ("asks", "both"),
    ];
    let kept = refused(desk.yen.post("/desk/press/demands", &fields).await, "Phải nêu căn cứ").await;
    assert!(kept.contains("Nước máy nhiễm độc"));
    fields.push(("grounds", "Phiếu xét nghiệm 34/XN ngày 21/11/2026"));
    let mut bad = fields.clone();
    bad[2] = ("item_link", "javascript:alert(1)");
    refused(desk.yen.post("/desk/press/demands", &bad).await, "http://").await;
    let demand = done(desk.yen.post("/desk/press/demands", &fields).await).await;
    refused(desk.yen.post(&format!("{demand}/send"), &[("document", "1/CV")]).await, "Chưa được duyệt").await;
    let seen = hash(&desk.tam, &demand).await;
    assert_eq!(desk.yen.post(&format!("{demand}/approve"), &[("hash", &seen)]).await.status, 403);
    let own = [&fields[..], &[("edition", "1")]].concat();
    done(desk.tam.post(&format!("{demand}/write"), &own).await).await;
    // The spokesperson wrote in it now, and cannot approve it.
    let seen = hash(&app.as_(Who::Son).await, &demand).await;
    refused(desk.tam.post(&format!("{demand}/approve"), &[("hash", &seen)]).await, "không tự duyệt").await;
    done(app.as_(Who::Son).await.post(&format!("{demand}/approve"), &[("hash", &seen)]).await).await;
    refused(desk.yen.post(&format!("{demand}/send"), &[]).await, "Ghi số văn bản").await;
    let send = [("document", "45/UBND-VP"), ("mail_to", "toasoan@miennguoc.example")];
    done(desk.yen.post(&format!("{demand}/send"), &send).await).await;
    let page = desk.yen.get(&demand).await.text();
    // BC-04: fifteen working days; 24 November is a holiday since 2026.
    assert!(page.contains("BC-04") && page.contains("14/12/2026"), "{page}");
    assert!(desk.yen.get(&format!("{demand}/pdf")).await.bytes.starts_with(b"%PDF"));
    let file = desk.yen.get(&format!("{demand}/docx")).await;
    assert!(file.bytes.starts_with(b"PK"));
    done(
        desk.yen
            .post(&format!("{demand}/note-answer"), &[("outcome", "refused"), ("said", "Báo giữ ý kiến")])
            .await,
    )
    .await;
    let next = done(desk.yen.post(&format!("{demand}/repeat"), &[]).await).await;
    let next = next.trim_end_matches("/edit").to_owned();
    assert!(desk.yen.get(&next).await.text().contains("Lần 2"));
    refused(desk.yen.post(&format!("{demand}/repeat"), &[]).await, "Đã có lần sau").await;
    let seen = hash(&app.as_(Who::Son).await, &next).await;
    done(app.as_(Who::Son).await.post(&format!("{next}/approve"), &[("hash", &seen)]).await).await;
    done(desk.yen.post(&format!("{next}/send"), &[("document", "46/UBND-VP")]).await).await;
    done(desk.yen.post(&format!("{next}/note-answer"), &[("outcome", "corrected")]).await).await;
    refused(desk.yen.post(&format!("{next}/repeat"), &[]).await, "đủ 2 lần").await;
    done(desk.yen.post(&format!("{next}/close"), &[("reason", "Báo đã cải chính")]).await).await;
}

async fn bc_01_bc_02_bc_03_what_the_press_forwards(app: TestApp) {
    let desk = desk(&app).await;
    let base = [("outlet", "Báo Liên Sơn"), ("subject", "Thu tiền sai quy định"), ("reference", "12/CV-BLS")];
    let of = |kind: &'static str| [&base[..], &[("kind", kind)]].concat();
    let request = done(desk.yen.post("/desk/press/petitions", &of("request")).await).await;
    assert!(desk.yen.get(&request).await.text().contains("BC-01"));
    // L17: who denounced is kept out.
    for named in ["Người tố cáo là bà Nguyễn Thị B.", "CCCD 001203004567", "gọi 0912 345 678"] {
        let fields = [&of("complaint")[..], &[("content", named)]].concat();
        let page = refused(desk.yen.post("/desk/press/petitions", &fields).await, "không lưu").await;
        assert!(page.contains("Thu tiền sai quy định"));
    }
    let complaint = done(desk.yen.post("/desk/press/petitions", &of("complaint")).await).await;
    // BC-02: first whether it is dealt with, then what came of it; each in its own time.
    let page = desk.yen.get(&complaint).await.text();
    assert!(page.contains("BC-02a") && page.contains("02/12/2026"), "{page}");
    let accept = format!("{complaint}/accept");
    refused(desk.yen.post(&accept, &[("document", "5/VP")]).await, "Chọn thụ lý").await;
    refused(desk.yen.post(&accept, &[("accepted", "no"), ("document", "5/VP")]).await, "nêu lý do").await;
    let names = [("accepted", "yes"), ("document", "5/VP"), ("acceptance", "Đơn của bà Lò Thị A.")];
    refused(desk.yen.post(&accept, &names).await, "không lưu").await;
    refused(desk.yen.post(&format!("{request}/accept"), &names[..2]).await, "Chỉ báo thụ lý một lần").await;
    done(desk.yen.post(&accept, &names[..2]).await).await;
    refused(desk.yen.post(&accept, &names[..2]).await, "Chỉ báo thụ lý một lần").await;
    let page = desk.yen.get(&complaint).await.text();
    assert!(page.contains("Thụ lý giải quyết") && page.contains("Đúng hạn"), "{page}");
    // One that is not dealt with is over with that.
    let other = done(desk.yen.post("/desk/press/petitions", &of("complaint")).await).await;
    let no = [("accepted", "no"), ("document", "6/VP"), ("acceptance", "Không thuộc thẩm quyền của tỉnh.")];
    done(desk.yen.post(&format!("{other}/accept"), &no).await).await;
    let page = desk.yen.get(&other).await.text();
    assert!(page.contains("Không thuộc thẩm quyền") && page.contains("Đã thông báo cho báo"), "{page}");
    assert_eq!(desk.yen.post(&format!("{other}/conclude"), &[("conclusion", "x")]).await.status, 422);
    let yt = app.world.units["yt"].to_string();
    done(desk.yen.post(&format!("{complaint}/assign"), &[("unit", &yt)]).await).await;
    let tell = [("answer", "Đã trả lại tiền."), ("document", "7/SYT")];
    refused(desk.yen.post(&format!("{complaint}/answer"), &tell).await, "phải có kết luận").await;
    done(desk.yen.post(&format!("{complaint}/conclude"), &[("conclusion", "Tố cáo đúng một phần.")]).await)
        .await;
    let page = desk.yen.get(&complaint).await.text();
    assert!(page.contains("BC-02") && page.contains("30/11/2026"), "{page}");
    app.forward(DAY * 2);
    let (_, yen) = app.newcomer("Yến hai", Role::PressOfficer, None).await;
    done(yen.post(&format!("{complaint}/answer"), &tell).await).await;
    assert!(yen.get(&complaint).await.text().contains("Đúng hạn"));
    refused(yen.post(&format!("{complaint}/assign"), &[("unit", &yt)]).await, "Đã thông báo").await;
}

async fn pn_21_each_number_opens_its_cases(app: TestApp) {
    let desk = desk(&app).await;
    regular(&desk).await;
    let press = crate::press::Press::of(&app, 9).await;
    assert!(press.water(&app, 9).await >= 1);
    // A hot spot that was taken up and one question because of it: one matter, not two.
    let spots = desk.yen.get("/desk/listening/hot-spots").await.text();
    let spot = spots
        .split("href=\"/desk/listening/hot-spots/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let spot_at = format!("/desk/listening/hot-spots/{spot}");
    done(desk.yen.post(&format!("{spot_at}/acknowledge"), &[]).await).await;
    let tied = [("outlet", "Báo Số 1"), ("questions", "Nước sao đục?"), ("hot_spot", spot.as_str())];
    let tied = done(desk.yen.post("/desk/press/inquiries", &tied).await).await;
    assert!(desk.yen.get(&tied).await.text().contains(&spot_at), "the chain leads to the hot spot");
    let answered = log(&desk, "Báo Số 2", "Việc khác?").await;
    draft(&desk, &answered, &["Đã xong."]).await;
    clear(&desk, &answered).await;
    done(desk.yen.post(&format!("{answered}/answer"), &[("form", "interview")]).await).await;
    let old = [("outlet", "Báo Cũ"), ("questions", "Năm ngoái?"), ("received_at", "2025-12-14T23:59")];
    done(desk.yen.post("/desk/press/inquiries", &old).await).await;
    let page = desk.yen.get("/desk/press/yearly/2026").await.text();
    let rows: Vec<String> = (1..=6)
        .map(|n| {
            let row = page.split("<tr><td class=\"n\">").nth(n).unwrap().split("</tr>").next().unwrap();
            let value = row.rsplit("<td class=\"n\">").next().unwrap();
            let text: String =
                value.split('<').map(|part| part.split('>').next_back().unwrap_or("")).collect();
            text.split(' ').next().unwrap().to_owned()
        })
        .collect();
    // Two questions in the window and one before it; the matter with the clock of PN-15 counts once.
    assert_eq!(rows, ["0", "0", "1/2", "1/2", "0/1", "0/0"], "{page}");
    let cases = desk.yen.get("/desk/press/yearly/2026/lines/4").await.text();
    assert!(cases.contains(&spot_at) && cases.contains(&answered) && !cases.contains(&tied), "{cases}");
    let cases = desk.yen.get("/desk/press/yearly/2026/lines/3").await.text();
    assert!(cases.contains(&tied) && cases.contains(&answered) && !cases.contains("Báo Cũ"), "{cases}");
    assert_eq!(desk.yen.get("/desk/press/yearly/2026/lines/7").await.status, 404);
    assert_eq!(desk.yen.get("/desk/press/yearly/9999").await.status, 404);
    let words = [("edition", "0"), ("difficulties", "Thiếu người"), ("proposals", "Tập huấn")];
    done(desk.yen.post("/desk/press/yearly/2026", &words).await).await;
    assert_eq!(desk.yen.post("/desk/press/yearly/2026", &words).await.status, 409);
    refused(desk.yen.post("/desk/press/yearly/2026/send", &[("document", "1/BC")]).await, "chưa khép").await;
    assert!(desk.yen.get("/desk/press/yearly/2026/docx").await.bytes.starts_with(b"PK"));
    assert!(desk.yen.get("/desk/press/yearly/2026/pdf").await.bytes.starts_with(b"%PDF"));
    // The window closes, the clock of PN-21 starts, and sending meets it with the numbers as they were.
    let closing = kernel::Moment::parse("2026-12-15T08:00:00+07:00").unwrap();
    app.forward(closing.since(app.agency.app.db.now()));
    press::sweep(&app.agency.press).await.unwrap();
    press::sweep(&app.agency.press).await.unwrap();
    let (_, yen) = app.newcomer("Yến hai", Role::PressOfficer, None).await;
    let page = yen.get("/desk/press/yearly/2026").await.text();
    assert!(page.contains("PN-21") && page.contains("19/12/2026"), "{page}");
    done(yen.post("/desk/press/yearly/2026/send", &[("document", "9/BC-UBND")]).await).await;
    let page = yen.get("/desk/press/yearly/2026").await.text();
    assert!(
        page.contains("Đúng hạn") && page.contains("9/BC-UBND") && page.contains("Thiếu người"),
        "{page}"
    );
    assert_eq!(app.as_(Who::Mai).await.get("/desk/press/yearly/2026").await.status, 403);
}

async fn l9_no_door_asks_by_journalist(app: TestApp) {
    let desk = desk(&app).await;
    let fields = [("outlet", "Báo Miền Ngược"), ("questions", "Vì sao?"), ("journalist", "Lê Ngọc Kỳ Lạ")];
    done(desk.yen.post("/desk/press/inquiries", &fields).await).await;
    for (_, path) in daumoi::doors(&app.agency) {
        assert!(!path.contains("journalist") && !path.contains("phong-vien"), "{path}");
    }
    // Neither the words nor any other part of the address finds a journalist.
    for query in ["words=ngoc", "words=ky+la", "journalist=Le+Ngoc", "outlet=le+ngoc+ky+la"] {
        let page = desk.yen.get(&format!("/desk/press/inquiries?which=all&{query}")).await.text();
        if query.starts_with("journalist") {
            assert!(page.contains("Báo Miền Ngược"), "an unknown part of the address narrows nothing");
        } else {
            assert!(!page.contains("Báo Miền Ngược"), "{query}: {page}");
        }
        assert!(!page.contains("Lê Ngọc Kỳ Lạ</"), "{query}");
    }
}

async fn hostile_forms_do_no_harm(app: TestApp) {
    let desk = desk(&app).await;
    let script = "<script>alert(1)</script>\u{0}\u{202e}";
    let fields = [("outlet", script), ("questions", script), ("journalist", script), ("contact", "a\nb")];
    let inquiry = done(desk.yen.post("/desk/press/inquiries", &fields).await).await;
    let page = desk.yen.get(&inquiry).await.text();
    assert!(!page.contains("<script>alert"), "{page}");
    let long = "x".repeat(20_000);
    let answer = desk.yen.post("/desk/press/inquiries", &[("outlet", "Báo"), ("questions", &long)]).await;
    assert_eq!(answer.status, 422);
    let many: String = (0..60).map(|n| format!("Câu {n}?\n")).collect();
    refused(desk.yen.post("/desk/press/inquiries", &[("outlet", "Báo"), ("questions", &many)]).await, "50")
        .await;
    let huge = "x".repeat(10 * 1024 * 1024);
    let visitor = app.as_(Who::Visitor).await;
    for (who, path) in [(&desk.yen, "/desk/press/inquiries"), (&visitor, "/bao-chi/dat-cau-hoi")] {
        let answer = who.post(path, &[("outlet", "Báo"), ("questions", &huge)]).await;
        assert!(answer.status == 413 || answer.status == 422, "{path}: {}", answer.status);
    }
    for path in [
        "/desk/press/inquiries/..%2f..",
        "/desk/press/inquiries/x",
        "/desk/press/demands/%00",
        "/desk/press/yearly/-1",
    ] {
        assert_eq!(desk.yen.get(path).await.status, 404, "{path}");
    }
    assert_eq!(desk.yen.get("/desk/press/inquiries?page=0").await.status, 404);
    assert_eq!(desk.yen.get("/desk/press/inquiries?page=99").await.status, 404);
    // What comes from another site is not taken.
    let body = "outlet=B%C3%A1o&questions=x";
    let mut foreign = app.as_(Who::Visitor).await;
    foreign.headers.insert("origin", http::HeaderValue::from_static("https://evil.example"));
    let kind = Some("application/x-www-form-urlencoded");
    let answer = foreign.send(Method::POST, "/bao-chi/dat-cau-hoi", kind, body).await;
    assert_eq!(answer.status, 403);
}
