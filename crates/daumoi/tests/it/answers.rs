//! Answers: a citizen's question from the form to the published answer, and everything that must not happen on the way.

use kernel::{Actor, Role};
use std::time::Duration;
use testkit::{Answer, Client, TestApp, Who, journey};

journey!(
    a_question_goes_from_the_form_to_the_published_answer,
    hostile_forms_codes_and_askers_get_nowhere,
    a_flood_hides_nobody,
    l18_a_consultation_is_fixed_counted_closed_and_concluded,
    tt_05_requests_run_under_their_clocks_and_errors_are_settled,
    l13_personal_data_are_erased_on_schedule,
    dl_01_what_an_asker_erases_is_in_no_answer_either,
    a_field_names_somebody_who_works_there,
    s180_a_question_is_offered_to_the_unit_after,
);

const NUMBERS: [&str; 19] = [
    "không",
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
    "mười ba",
    "mười bốn",
    "mười lăm",
    "mười sáu",
    "mười bảy",
    "mười tám",
];

/// What a form needs of its page: the token, and the answer to its question.
pub(crate) async fn riddle(app: &TestApp, who: &Client, page: &str) -> (String, String) {
    let answer = who.get(page).await;
    assert_eq!(answer.status, 200, "{page}: {}", answer.text());
    let token = answer.between("name=\"token\" value=\"", "\"");
    let asked = answer.between("<label for=\"robot\">", "</label>");
    let number = |word: &str| NUMBERS.iter().position(|known| *known == word.trim()).unwrap();
    let said = if let Some((a, rest)) = asked.split_once(" cộng ") {
        number(a) + number(rest.split(" bằng").next().unwrap())
    } else if let Some((_, both)) = asked.split_once(": ") {
        let (a, b) = both.trim_end_matches('?').split_once(" hay ").unwrap();
        number(a).max(number(b))
    } else {
        number(asked.split("ngay sau ").nth(1).unwrap().split(" là").next().unwrap()) + 1
    };
    app.forward(Duration::from_secs(20));
    (token, said.to_string())
}

/// Sends a form of the public with its robot test passed.
async fn send(app: &TestApp, form: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let visitor = app.as_(Who::Visitor).await;
    let (token, robot) = riddle(app, &visitor, form).await;
    let mut all = fields.to_vec();
    all.extend([("token", token.as_str()), ("robot", robot.as_str())]);
    visitor.post(to, &all).await
}

/// Duy says which unit answers; one field is open.
pub(crate) async fn opened(app: &TestApp) -> Client {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let duy = app.world.people[&Who::Duy];
    people::verbs::give_role(&mut cx, duy, Role::FocalOfficer, None, (None, None)).await.unwrap();
    cx.finish().await.unwrap();
    app.agency.answers.gate.set_sent_an_hour(1000);
    let duy = app.as_(Who::Duy).await;
    let unit = app.world.units["yt"].to_string();
    let fields =
        [("name", "Bảo hiểm y tế"), ("unit", unit.as_str()), ("place", "1"), ("active", "1"), ("slug", "")];
    let set = duy.post("/desk/answers/fields", &fields).await;
    assert_eq!(set.status, 303, "{}", set.text());
    duy
}

const QUESTION: [(&str, &str); 6] = [
    ("title", "Thẻ bảo hiểm y tế cho người cao tuổi"),
    ("body", "Tôi là Lường Văn Thanh, mẹ tôi 80 tuổi thì xin cấp thẻ ở đâu? Gọi tôi số 0912345678."),
    ("field", "bao-hiem-y-te"),
    ("name", "Lường Văn Thanh"),
    ("email", "thanh@dan.example"),
    ("consent", "1"),
];

fn code_in(page: &Answer) -> String {
    let tail = page.between("class=\"code\"", "</p>");
    tail.split('>').nth(1).unwrap_or_default().to_owned()
}

pub(crate) async fn asked(app: &TestApp) -> String {
    let sent = send(app, "/hoi-dap/gui?tieu-de=the", "/hoi-dap/gui", &QUESTION).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let code = code_in(&sent);
    assert_eq!(code.len(), 14, "{}", sent.text());
    code
}

pub(crate) async fn first_in(who: &Client, list: &str) -> String {
    let page = who.get(list).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let id = page.between("/desk/answers/questions/", "\"");
    format!("/desk/answers/questions/{id}")
}

async fn step(who: &Client, at: &str, verb: &str, fields: &[(&str, &str)]) {
    let answer = who.post(&format!("{at}/{verb}"), fields).await;
    assert_eq!(answer.status, 303, "{verb}: {}", answer.text());
}

async fn a_question_goes_from_the_form_to_the_published_answer(app: TestApp) {
    let duy = opened(&app).await;
    let visitor = app.as_(Who::Visitor).await;
    let code = asked(&app).await;
    let found = visitor.post("/hoi-dap/tra-cuu", &[("code", &code)]).await.text();
    assert!(found.contains("Đã nhận") && found.contains("NB-HD"), "{found}");

    // Who reads for the whole agency and handles nothing yet sees no asker (L17); other units see nothing.
    let at = first_in(&duy, "/desk/answers?which=new").await;
    assert!(duy.get(&at).await.text().contains("thanh@dan.example"));
    let khoe = app.as_(Who::Khoe).await;
    let seen = khoe.get(&at).await;
    assert!(seen.status == 200 && !seen.text().contains("thanh@dan") && !seen.text().contains("Lường Văn"));
    assert!(!seen.text().contains("0912345678"));
    let (mai, other) = (app.as_(Who::Mai).await, app.as_(Who::Do).await);
    assert_eq!(mai.get(&at).await.status, 404);

    let yt = app.world.units["yt"].to_string();
    step(&duy, &at, "route", &[("unit", &yt)]).await;
    assert_eq!(other.get(&at).await.status, 404);
    assert_eq!(other.post(&format!("{at}/draft"), &[("reply", "x")]).await.status, 404);
    assert!(mai.get(&at).await.text().contains("thanh@dan.example"));
    // Who routed it has done so, and needs to know no more who asked.
    let routed = duy.get(&at).await.text();
    assert!(!routed.contains("thanh@dan.example") && !routed.contains("0912345678"), "{routed}");

    // More is asked and told.
    step(&mai, &at, "ask-more", &[("reason", "Mẹ ông ở xã nào?")]).await;
    let told = visitor.post("/hoi-dap/tra-cuu/bo-sung", &[("code", &code), ("more", "Xã Nậm Ưởng")]).await;
    assert!(told.status == 200 && told.text().contains("Xã Nậm Ưởng"), "{}", told.text());

    // Writer and approver are two people, and approval is of the exact text.
    let reply = "Kính gửi ông Lường Văn Thanh.\n\nNộp hồ sơ tại bảo hiểm xã hội cơ sở.";
    step(&mai, &at, "draft", &[("reply", reply), ("seen", ""), ("submit", "1")]).await;
    let seen = khoe
        .get(&at)
        .await
        .between("approve\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    assert_eq!(seen.len(), 64);
    assert_eq!(khoe.post(&format!("{at}/approve"), &[("seen", "0")]).await.status, 409);
    assert_eq!(mai.post(&format!("{at}/approve"), &[("seen", &seen)]).await.status, 403);
    step(&khoe, &at, "return-reply", &[("reason", "Thêm giờ làm việc")]).await;
    let hash = seen;
    let better = format!("{reply} Giờ làm việc: 7h30 đến 17h.");
    step(&mai, &at, "draft", &[("reply", &better), ("seen", &hash), ("submit", "1")]).await;
    let seen = khoe
        .get(&at)
        .await
        .between("approve\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    step(&khoe, &at, "approve", &[("seen", &seen)]).await;
    let found = visitor.post("/hoi-dap/tra-cuu", &[("code", &code)]).await.text();
    assert!(found.contains("bảo hiểm xã hội cơ sở") && found.contains("Đúng hạn"), "{found}");
    let letters = post::about(
        app.agency.app.db.reader(),
        kernel::ThingRef {
            kind: kernel::ThingKind::Question,
            id: at.rsplit('/').next().unwrap().parse().unwrap(),
        },
    )
    .await
    .unwrap();
    assert_eq!(letters.len(), 3, "receipt, more, answer");

    // A name never gets into public, not even when somebody says they looked.
    let quan = app.as_(Who::Quan).await;
    let leak = [
        ("title", "Thẻ bảo hiểm"),
        ("body", "Lường Văn Thanh hỏi"),
        ("field", "bao-hiem-y-te"),
        ("looked", "1"),
    ];
    assert_eq!(quan.post(&format!("{at}/publish"), &leak).await.status, 422);
    let public = [
        ("title", "Thẻ bảo hiểm y tế"),
        ("body", "Mẹ tôi 80 tuổi, xin cấp thẻ ở đâu?"),
        ("field", "bao-hiem-y-te"),
        ("looked", "1"),
    ];
    // Until then nobody outside finds a word of it.
    app.follow_search().await;
    assert!(!visitor.get("/tim-kiem?q=bao+hiem+xa+hoi").await.text().contains("/hoi-dap/"));
    step(&quan, &at, "publish", &public).await;
    app.follow_search().await;
    for asked in ["/tim-kiem?q=bao+hiem+xa+hoi", "/tim-kiem?q=the+bao+hiem&loai=question"] {
        let found = visitor.get(asked).await.text();
        assert!(
            found.contains("href=\"/hoi-dap/the-bao") && !found.contains("Lường Văn Thanh hỏi"),
            "{found}"
        );
    }
    let list = visitor.get("/hoi-dap?q=the+bao+hiem").await.text();
    let slug =
        list.split("href=\"/hoi-dap/").find(|s| s.starts_with("the-bao")).unwrap().split('"').next().unwrap();
    let page = visitor.get(&format!("/hoi-dap/{slug}")).await.text();
    assert!(page.contains("xin cấp thẻ ở đâu") && !page.contains("Lường Văn Thanh"), "{page}");
    assert!(visitor.get("/hoi-dap.atom").await.text().contains(slug));
    assert!(visitor.get("/hoi-dap/goi-y?q=the+bao+hiem").await.text().contains("Thẻ bảo hiểm"));
    assert!(visitor.get("/hoi-dap/gui?tieu-de=bao+hiem+y+te").await.text().contains("Có phải"));

    // A correction needs two people too, and says in public what it corrects (L6).
    let fixed = format!("{better} Thứ Bảy nghỉ.");
    step(&mai, &at, "correct", &[("reply", &fixed), ("note", "Thêm ngày nghỉ")]).await;
    let seen = khoe
        .get(&at)
        .await
        .between("approve-correction\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    step(&khoe, &at, "approve-correction", &[("seen", &seen)]).await;
    let page = visitor.get(&format!("/hoi-dap/{slug}")).await.text();
    assert!(page.contains("Thứ Bảy nghỉ") && page.contains("Thêm ngày nghỉ"), "{page}");

    // Numbers, export, and the withdrawal of consent, which takes it down at once (L7, DL-01).
    assert!(visitor.get("/hoi-dap/so-lieu").await.text().contains("11/2026"));
    let mine = visitor.post("/hoi-dap/tra-cuu/du-lieu", &[("code", &code)]).await;
    assert_eq!(mine.json()["email"], "thanh@dan.example");
    visitor.post("/hoi-dap/tra-cuu/rut-dong-y", &[("code", &code)]).await;
    let gone = visitor.get(&format!("/hoi-dap/{slug}")).await;
    assert!(gone.status == 410 && gone.text().contains("rút lại đồng ý") && !gone.text().contains("80 tuổi"));
    assert!(!visitor.get("/hoi-dap").await.text().contains(slug));
    app.follow_search().await;
    assert!(!visitor.get("/tim-kiem?q=the+bao+hiem").await.text().contains(slug), "nor is it found");
}

async fn hostile_forms_codes_and_askers_get_nowhere(app: TestApp) {
    let duy = opened(&app).await;
    let visitor = app.as_(Who::Visitor).await;
    let (token, robot) = riddle(&app, &visitor, "/hoi-dap/gui?tieu-de=a").await;
    let script = "<script>alert(1)</script> \"><img src=x>";
    let form = |token: &str, robot: &str| {
        vec![
            ("title", script.to_owned()),
            ("body", script.repeat(2)),
            ("field", "bao-hiem-y-te".to_owned()),
            ("name", script.to_owned()),
            ("page", "javascript:alert(1)".to_owned()),
            ("token", token.to_owned()),
            ("robot", robot.to_owned()),
        ]
    };
    let post = |fields: Vec<(&'static str, String)>| {
        let visitor = visitor.clone();
        async move {
            let all: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
            visitor.post("/hoi-dap/gui", &all).await
        }
    };
    let forged = format!("{}.{}.{}", "0".repeat(24), 1, "0".repeat(64));
    for bad in [post(form(&forged, &robot)).await, post(form(&token, "99")).await, post(form("", "")).await] {
        assert_eq!(bad.status, 422, "{}", bad.text());
        assert!(
            !bad.text().contains("<script>alert") && bad.text().contains("&#60;script&#62;alert"),
            "{}",
            bad.text()
        );
    }
    // The same form twice is one question with one code; with another text it is refused.
    let first = post(form(&token, &robot)).await;
    let again = post(form(&token, &robot)).await;
    assert_eq!(first.status, 200, "{}", first.text());
    assert_eq!(code_in(&first), code_in(&again));
    let mut other = form(&token, &robot);
    other[1].1 = "một câu hỏi hoàn toàn khác".into();
    assert_eq!(post(other).await.status, 422);
    let desk = duy.get("/desk/answers?which=new").await.text();
    assert_eq!(desk.matches("/desk/answers/questions/").count(), 1);
    assert!(!desk.contains("<script>alert"));
    let opened = duy.get(&first_in(&duy, "/desk/answers?which=new").await).await.text();
    assert!(!opened.contains("<script>alert") && !opened.contains("javascript:"), "{opened}");

    // Ten megabytes, and files that are not what they say.
    let edge = "----edge";
    let part = |name: &str, file: &[u8]| {
        let head = format!(
            "--{edge}\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nHồ sơ đất\r\n--{edge}\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        let mut body = head.into_bytes();
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{edge}--\r\n").as_bytes());
        body
    };
    let kind = format!("multipart/form-data; boundary={edge}");
    for (name, file) in [
        ("../../x.png", vec![0; 10_000_000]),
        ("a.exe", vec![7; 40]),
        ("big", vec![0; 20_000_000]),
        ("lon.pdf", vec![0; 30 << 20]),
    ] {
        let answer = visitor.send(http::Method::POST, "/hoi-dap/gui", Some(&kind), part(name, &file)).await;
        assert!(matches!(answer.status.as_u16(), 413 | 422), "{}", answer.status);
        // A form beyond all bounds is not read at all; every other comes back as it was typed.
        let read = !matches!(name, "big" | "lon.pdf");
        assert!(!read || answer.text().contains("Hồ sơ đất"), "what was typed stays");
    }

    // Wrong codes look like nothing there, and soon nobody may try any more.
    let wrong = visitor.post("/hoi-dap/tra-cuu", &[("code", "0000-0000-0000")]).await;
    assert_eq!(wrong.status, 404);
    for _ in 0..12 {
        visitor.post("/hoi-dap/tra-cuu", &[("code", "AAAA-BBBB-CCCC")]).await;
    }
    assert_eq!(visitor.post("/hoi-dap/tra-cuu", &[("code", "AAAA-BBBB-CCCC")]).await.status, 429);
    assert_eq!(visitor.get("/desk/answers").await.status, 303);
    for who in [Who::Luc, Who::Trang] {
        assert!(matches!(app.as_(who).await.get("/desk/answers").await.status.as_u16(), 403 | 404));
    }
}

async fn a_flood_hides_nobody(app: TestApp) {
    let duy = opened(&app).await;
    let secret = app.agency.answers.secret().await.unwrap().clone();
    for n in 0..300 {
        let mut cx = app.agency.app.db.begin(Actor::Visitor).await.unwrap();
        let wish = ::answers::verbs::AskWish {
            title: format!("Phản đối dự án thuỷ điện Nậm Ưởng {n}"),
            body: "Chúng tôi phản đối dự án vì ảnh hưởng đến ruộng nước và nhà cửa của bà con trong bản."
                .into(),
            field: "bao-hiem-y-te".into(),
            nonce: format!("flood-{n:020}"),
            ..Default::default()
        };
        ::answers::verbs::ask(&mut cx, &secret, wish, Vec::new()).await.unwrap();
        cx.finish().await.unwrap();
    }
    asked(&app).await;
    let inbox = duy.get("/desk/answers?which=new").await.text();
    let aside: u32 = inbox
        .split(" câu hỏi giống nhau")
        .filter_map(|before| before.rsplit('>').next()?.trim().parse::<u32>().ok())
        .sum();
    assert!(aside >= 280, "{aside} of 300 copies were set aside");
    assert!(inbox.contains("người cao tuổi"), "the real one waits with the others");
    assert!(duy.get("/desk/answers?which=new&q=cao+tuoi").await.text().contains("người cao tuổi"));
    let mai = app.as_(Who::Mai).await;
    for n in 0.. {
        let flock = duy.get("/desk/answers").await.between("/desk/answers/floods/", "/take-back");
        if flock.is_empty() {
            break;
        }
        assert!(n < 10);
        let back = format!("/desk/answers/floods/{flock}/take-back");
        assert_eq!(mai.post(&back, &[]).await.status, 403);
        assert_eq!(duy.post(&back, &[]).await.status, 303);
    }
    let inbox = duy.get("/desk/answers?which=new&page=2").await.text();
    assert!(inbox.contains("301"), "{inbox}");
}

async fn l18_a_consultation_is_fixed_counted_closed_and_concluded(app: TestApp) {
    opened(&app).await;
    let quan = app.as_(Who::Quan).await;
    let unit = app.world.units["yt"].to_string();
    let draft = |text: &'static str| {
        vec![
            ("title", "Dự thảo Nghị quyết về y tế cơ sở"),
            ("draft", text),
            ("opens", "2026-11-22T07:00"),
            ("closes", "2026-12-10T17:00"),
        ]
    };
    let mut form = draft("Điều 1. Hỗ trợ nhân viên y tế bản.");
    form.push(("unit", unit.as_str()));
    let begun = quan.post("/desk/answers/consultations", &form).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let at = begun.location().to_owned();
    let seen = quan.get(&at).await.between("name=\"seen\" value=\"", "\"");
    let visitor = app.as_(Who::Visitor).await;
    assert!(!visitor.get("/lay-y-kien").await.text().contains("y tế cơ sở"), "a draft is nobody's to see");
    step(&quan, &at, "open", &[("seen", &seen)]).await;
    let mut later = draft("Điều 1. Khác hẳn.");
    later.push(("unit", unit.as_str()));
    assert_eq!(quan.post(&format!("{at}/save"), &later).await.status, 422);
    let slug = visitor.get("/lay-y-kien").await.between("href=\"/lay-y-kien/", "\"");
    let page = format!("/lay-y-kien/{slug}");
    assert!(visitor.get(&page).await.text().contains(&seen), "its fingerprint stands in public");
    let given = send(
        &app,
        &page,
        &page,
        &[("words", "Nên tăng mức hỗ trợ, gọi tôi 0912345678"), ("place", "Điều 1")],
    )
    .await;
    assert_eq!(given.status, 303, "{}", given.text());
    assert!(!visitor.get(&page).await.text().contains("Nên tăng mức"), "not before a look");
    let opinion = quan.get(&at).await.between("/opinions/", "/settle");
    let settle = format!("opinions/{opinion}/settle");
    let leak = quan.post(&format!("{at}/{settle}"), &[("words", "Nên tăng, gọi 0912345678")]).await;
    assert_eq!(leak.status, 422);
    step(&quan, &at, &settle, &[("words", "Nên tăng mức hỗ trợ.")]).await;
    assert!(visitor.get(&page).await.text().contains("Nên tăng mức hỗ trợ."));
    assert_eq!(quan.post(&format!("{at}/conclude"), &[("conclusion", "Tiếp thu.")]).await.status, 422);
    app.forward(Duration::from_secs(20 * 86_400));
    app.run_jobs().await;
    let quan = app.as_(Who::Quan).await;
    assert!(visitor.get(&page).await.text().contains("Đã hết hạn"));
    step(&quan, &at, &format!("opinions/{opinion}/reply"), &[("reply", "Tiếp thu, đã sửa Điều 1.")]).await;
    step(&quan, &at, "conclude", &[("conclusion", "Tiếp thu ý kiến về Điều 1.")]).await;
    let end = visitor.get(&page).await.text();
    assert!(end.contains("Tiếp thu ý kiến") && end.contains("đã sửa Điều 1"), "{end}");
    for kind in ["docx", "xlsx"] {
        let file = quan.get(&format!("{at}/{kind}")).await;
        assert!(file.status == 200 && file.bytes.starts_with(b"PK"));
    }
}

async fn tt_05_requests_run_under_their_clocks_and_errors_are_settled(app: TestApp) {
    let duy = opened(&app).await;
    let visitor = app.as_(Who::Visitor).await;
    let wish = [
        ("wanted", "Quyết định phân bổ vắc xin quý III"),
        ("name", "Lường Thị Én"),
        ("email", "en@dan.example"),
        ("way", "online"),
    ];
    let sent = send(&app, "/yeu-cau-thong-tin", "/yeu-cau-thong-tin", &wish).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let code = code_in(&sent);
    assert!(visitor.post("/hoi-dap/tra-cuu", &[("code", &code)]).await.text().contains("TT-05a"));
    let book = duy.get("/desk/answers/requests").await;
    let at = format!(
        "/desk/answers/requests/{}",
        book.text()
            .split("<th scope=\"row\"><a href=\"/desk/answers/requests/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
    );
    let unit = app.world.units["yt"].to_string();
    step(
        &duy,
        &at,
        "notify",
        &[("unit", &unit), ("complex", "1"), ("notice", "Cung cấp trong 15 ngày làm việc.")],
    )
    .await;
    let page = duy.get(&at).await.text();
    assert!(page.contains("TT-05c") && page.contains("TT-05b"), "{page}");
    let refused = duy.post(&format!("{at}/refuse"), &[("code", "secret"), ("words", "Lý do")]).await;
    assert_eq!(refused.status, 422, "a refusal is in writing");
    step(&duy, &at, "supply", &[("words", "Bản sao quyết định")]).await;
    assert!(duy.get("/desk/answers/requests.xlsx").await.bytes.starts_with(b"PK"));
    assert_eq!(app.as_(Who::Mai).await.get(&at).await.status, 403);

    let report = [("page", "/hoi-dap"), ("words", "Sai chính tả ở đầu trang")];
    let done = send(&app, "/bao-loi?trang=/hoi-dap", "/bao-loi", &report).await;
    assert!(done.status == 200 && done.text().contains("Cảm ơn"), "{}", done.text());
    let khoe = app.as_(Who::Khoe).await;
    let list = khoe.get("/desk/answers/reports").await;
    assert!(list.text().contains("Sai chính tả"));
    let id = list.between("/desk/answers/reports/", "/settle");
    step(&khoe, &format!("/desk/answers/reports/{id}"), "settle", &[("outcome", "corrected"), ("note", "")])
        .await;
    assert!(khoe.get("/desk/answers/reports?which=settled").await.text().contains("Đã sửa"));
}

async fn l13_personal_data_are_erased_on_schedule(app: TestApp) {
    let duy = opened(&app).await;
    let code = asked(&app).await;
    let at = first_in(&duy, "/desk/answers?which=new").await;
    step(&duy, &at, "refuse", &[("code", "not-ours"), ("reason", "Xin hỏi cơ quan bảo hiểm.")]).await;
    let visitor = app.as_(Who::Visitor).await;
    let told = visitor.post("/hoi-dap/tra-cuu", &[("code", &code)]).await.text();
    assert!(told.contains("Không thuộc thẩm quyền") && told.contains("Xin hỏi cơ quan"), "{told}");
    assert!(visitor.get("/hoi-dap/so-lieu").await.text().contains("Không thuộc thẩm quyền"));
    app.forward(Duration::from_secs(367 * 86_400));
    app.run_jobs().await;
    let duy = app.as_(Who::Duy).await;
    let page = duy.get(&at).await.text();
    assert!(!page.contains("thanh@dan.example") && !page.contains("Lường Văn Thanh"), "{page}");
    assert!(page.contains("đã xoá theo thời hạn"), "{page}");
}

async fn s180_a_question_is_offered_to_the_unit_after(app: TestApp) {
    let duy = opened(&app).await;
    asked(&app).await;
    let at = first_in(&duy, "/desk/answers?which=new").await;
    let chosen = |unit: kernel::UnitId| format!("<option value=\"{unit}\" selected>");
    assert!(duy.get(&at).await.text().contains(&chosen(app.world.units["yt"])));
    let next = crate::heirs::after(&app, "Sở Y tế và Dân số", "yt", "renamed", "").await;
    let page = duy.get(&at).await.text();
    assert!(page.contains(&chosen(next)), "the field's unit has ended: {page}");
    assert!(duy.get("/desk/answers/fields?field=bao-hiem-y-te").await.text().contains(&chosen(next)));
    step(&duy, &at, "route", &[("unit", &next.to_string())]).await;
}

async fn dl_01_what_an_asker_erases_is_in_no_answer_either(app: TestApp) {
    let duy = opened(&app).await;
    let code = asked(&app).await;
    let at = first_in(&duy, "/desk/answers?which=new").await;
    step(&duy, &at, "route", &[("unit", &app.world.units["yt"].to_string())]).await;
    let (mai, khoe) = (app.as_(Who::Mai).await, app.as_(Who::Khoe).await);
    let reply = "Kính gửi ông Lường Văn Thanh. Ông Thanh nộp tại xã, số 0912345678.";
    step(&mai, &at, "draft", &[("reply", reply), ("seen", ""), ("submit", "1")]).await;
    let before = khoe
        .get(&at)
        .await
        .between("approve\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    let visitor = app.as_(Who::Visitor).await;
    let erased = visitor.post("/hoi-dap/tra-cuu/xoa", &[("code", &code), ("sure", "1")]).await;
    assert_eq!(erased.status, 200, "{}", erased.text());
    // The draft reads so with gaps, and it is that text which is approved.
    let page = khoe.get(&at).await;
    for gone in ["Lường Văn Thanh", "Ông Thanh", "thanh@dan.example"] {
        assert!(!page.text().contains(gone), "{gone}: {}", page.text());
    }
    assert_eq!(khoe.post(&format!("{at}/approve"), &[("seen", &before)]).await.status, 409);
    let seen = page.between("approve\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    step(&khoe, &at, "approve", &[("seen", &seen)]).await;
    let found = visitor.post("/hoi-dap/tra-cuu", &[("code", &code)]).await.text();
    assert!(found.contains("nộp tại xã") && !found.contains("Thanh nộp"), "{found}");
}

async fn a_field_names_somebody_who_works_there(app: TestApp) {
    let duy = opened(&app).await;
    let (yt, mai) = (app.world.units["yt"].to_string(), app.world.people[&Who::Mai].to_string());
    let set = async |person: &str| {
        let fields = [
            ("slug", "bao-hiem-y-te"),
            ("name", "Bảo hiểm y tế"),
            ("unit", yt.as_str()),
            ("place", "1"),
            ("active", "1"),
            ("person", person),
        ];
        duy.post("/desk/answers/fields", &fields).await
    };
    for stranger in [Who::Do, Who::Trang] {
        let refused = set(&app.world.people[&stranger].to_string()).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("đang làm việc ở đơn vị trả lời"), "{}", refused.text());
    }
    assert_eq!(set(&mai).await.status, 303);
    assert!(duy.get("/desk/answers/fields").await.text().contains("Lò Thị Mai"));
}
