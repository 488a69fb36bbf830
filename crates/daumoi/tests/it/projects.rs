//! Projects and their money: assigned, planned by month, paid and cancelled, signed and accepted, told to the report; and
//! everything that must not happen on the way (S42).

use kernel::{Day, Role};
use testkit::{Answer, Client, TestApp, Who, journey};

journey!(
    s42_a_projects_money_goes_from_its_decision_to_the_report,
    contracts_bound_what_is_paid_and_keep_their_evidence,
    a_project_goes_from_preparation_to_settlement,
    s180_the_project_of_a_unit_that_ended_is_run_by_the_one_after_it,
    projects_are_hostile_ground_for_strangers,
);

async fn done(who: &Client, at: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = who.post(at, fields).await;
    assert_eq!(answer.status, 303, "{at}: {}", answer.text());
    answer
}

async fn refused(who: &Client, at: &str, fields: &[(&str, &str)], words: &str) {
    let answer = who.post(at, fields).await;
    assert!(answer.status == 422 && answer.text().contains(words), "{at} {words}: {}", answer.text());
}

/// Who runs the projects of a unit.
async fn runs(app: &TestApp, name: &str, unit: &'static str) -> Client {
    app.newcomer(name, Role::FocalOfficer, Some(unit)).await.1
}

const FIELDS: [(&str, &str); 8] = [
    ("name", "Số hóa kho ảnh tư liệu"),
    ("kind", "purchase"),
    ("decision", "1289/QĐ-UBND"),
    ("decided_on", "2025-12-20"),
    ("money", "Ngân sách tỉnh"),
    ("from_year", "2025"),
    ("to_year", "2026"),
    ("total", "2 tỷ"),
];

/// Enters a project of a unit; answers its address.
async fn begun(app: &TestApp, who: &Client, unit: &str) -> String {
    let unit = app.world.units[unit].to_string();
    let fields = [&FIELDS[..], &[("unit", unit.as_str())]].concat();
    done(who, "/desk/projects", &fields).await.location().to_owned()
}

/// Assigns money of 2026.
async fn assigned(who: &Client, at: &str, amount: &str, reason: &str) {
    let fields = [
        ("year", "2026"),
        ("grant_amount", amount),
        ("grant_decision", "15/QĐ-STC"),
        ("grant_on", "2026-01-10"),
        ("grant_reason", reason),
    ];
    done(who, &format!("{at}/assign"), &fields).await;
}

fn payment<'f>(day: &'f str, amount: &'f str, document: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![("year", "2026"), ("pay_day", day), ("amount", amount), ("document", document)]
}

async fn s42_a_projects_money_goes_from_its_decision_to_the_report(app: TestApp) {
    let lan = runs(&app, "Nguyen Thi Lan", "yt").await;
    let (son, mai) = (app.as_(Who::Son).await, app.as_(Who::Mai).await);
    let at = begun(&app, &lan, "yt").await;
    let (pay, money) = (format!("{at}/money"), format!("{at}/money?year=2026"));
    assigned(&lan, &at, "1 tỷ", "").await;
    // Adjusted with a reason, never overwritten, never above the total or below what was paid.
    let adjust = |amount: &'static str, reason: &'static str| {
        [
            ("year", "2026"),
            ("grant_amount", amount),
            ("grant_decision", "40/QĐ-STC"),
            ("grant_on", "2026-06-10"),
            ("grant_reason", reason),
        ]
    };
    let assign = format!("{at}/assign");
    refused(&lan, &assign, &adjust("-100 triệu", ""), "Ghi lý do điều chỉnh").await;
    refused(&lan, &assign, &adjust("1,2 tỷ", "Bổ sung"), "vượt tổng mức").await;
    refused(&lan, &assign, &adjust("-3 tỷ", "Thu hồi"), "nhỏ hơn 0").await;
    done(&lan, &assign, &adjust("-100 triệu", "Cắt giảm 10%")).await;
    // The plan by month lies inside what was assigned, and every edition stays.
    let months = |june: &'static str, reason: &'static str| {
        [("year", "2026"), ("month_3", "200 triệu"), ("month_6", june), ("plan_reason", reason)]
    };
    let plan = format!("{at}/months");
    refused(&lan, &plan, &months("800 triệu", ""), "vượt vốn giao").await;
    done(&lan, &plan, &months("300 triệu", "")).await;
    refused(&lan, &plan, &months("300 triệu", "Lại"), "không có gì thay đổi").await;
    refused(&lan, &plan, &months("500 triệu", ""), "Ghi lý do điều chỉnh").await;
    done(&lan, &plan, &months("500 triệu", "Nhà thầu giao sớm")).await;
    // Paid: never ahead, never twice, never of another year.
    refused(&lan, &pay, &payment("2026-12-24", "5 triệu", "UNC-9"), "chưa đến").await;
    refused(&lan, &pay, &payment("2025-03-02", "5 triệu", "UNC-9"), "không thuộc năm 2026").await;
    refused(&lan, &pay, &payment("2026-03-02", "0", "UNC-9"), "Số tiền chưa đọc được").await;
    refused(&lan, &pay, &payment("2026-03-02", "5 triệu", ""), "số chứng từ").await;
    done(&lan, &pay, &payment("2026-03-02", "150.000.001", "UNC-1")).await;
    refused(&lan, &pay, &payment("2026-03-02", "150.000.001", "UNC-1"), "đã được ghi").await;
    done(&lan, &pay, &payment("2026-10-05", "99.999.999", "UNC-2")).await;
    done(&lan, &pay, &payment("2026-11-03", "40 triệu", "UNC-3")).await;
    let page = lan.get(&money).await;
    let text = page.text();
    for words in [
        "900.000.000 đ",
        "Kế hoạch đến hết tháng 10",
        "700.000.000 đ",
        "290.000.000 đ",
        "32,2%",
        "Chậm 410.000.000 đ (45,5% vốn giao)",
        "ghi sau ngày chi",
        "Cắt giảm 10%",
        "Nhà thầu giao sớm",
        "<svg class=\"chart\"",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // More than was assigned is entered with a reason, which stays to be seen.
    refused(
        &lan,
        &pay,
        &payment("2026-11-04", "700 triệu", "UNC-4"),
        "Vượt vốn giao trong năm 90.000.000 đồng",
    )
    .await;
    let over = [
        &payment("2026-11-04", "700 triệu", "UNC-4")[..],
        &[("over_reason", "Quyết định bổ sung đang trình")],
    ];
    done(&lan, &pay, &over.concat()).await;
    let text = lan.get(&money).await.text();
    assert!(text.contains("Quyết định bổ sung đang trình") && text.contains("990.000.000 đ"), "{text}");
    // What was wrong is cancelled with a reason and stays, struck through.
    let entry = lan.get(&money).await.between("name=\"entry\" value=\"", "\"");
    let cancel = format!("{at}/money/cancel");
    refused(&lan, &cancel, &[("year", "2026"), ("entry", &entry), ("cancel_reason", " ")], "Ghi rõ lý do")
        .await;
    let why = [("year", "2026"), ("entry", entry.as_str()), ("cancel_reason", "Ghi nhầm dự án")];
    done(&lan, &cancel, &why).await;
    refused(&lan, &cancel, &why, "đã hủy").await;
    let text = lan.get(&money).await.text();
    assert!(text.contains("<del>700.000.000 đ</del>") && text.contains("Ghi nhầm dự án"), "{text}");
    assert!(text.contains("32,2%"), "the sum is as before: {text}");
    // Leaders see it among all, the unit its own; the list and the year say who is behind.
    for who in [&son, &mai, &lan] {
        let list = who.get("/desk/projects?behind=1").await.text();
        assert!(list.contains("Số hóa kho ảnh") && list.contains("Chậm 410 triệu"), "{list}");
    }
    let year = son.get("/desk/projects/disbursement?year=2026").await.text();
    for words in ["Dự án chậm giải ngân", "32,2%", "T3", "150", "tháng đang diễn ra chưa tính là chậm"]
    {
        assert!(year.contains(words), "{words}: {year}");
    }
    for (file, starts) in [("xlsx", "PK"), ("docx", "PK"), ("pdf", "%PDF")] {
        let file = son.get(&format!("/desk/projects/disbursement/{file}?year=2026")).await;
        assert!(file.status == 200 && file.bytes.starts_with(starts.as_bytes()), "{starts}");
    }
    hindered(&lan, &at).await;
    told(&app, &at).await;
}

/// What holds it up is seen where it is behind, until it is over.
async fn hindered(lan: &Client, at: &str) {
    refused(lan, &format!("{at}/hindrances"), &[("hindrance", " ")], "vướng mắc gì").await;
    done(
        lan,
        &format!("{at}/hindrances"),
        &[("hindrance", "Thiếu máy quét khổ lớn"), ("proposal", "Thuê máy")],
    )
    .await;
    assert!(lan.get("/desk/projects/disbursement").await.text().contains("Thiếu máy quét khổ lớn"));
    let id = lan.get(at).await.between("name=\"id\" value=\"", "\"");
    refused(lan, &format!("{at}/hindrances/over"), &[("id", &id), ("how", "")], "giải quyết thế nào").await;
    done(lan, &format!("{at}/hindrances/over"), &[("id", &id), ("how", "Đã thuê máy của Thư viện tỉnh")])
        .await;
    assert!(!lan.get("/desk/projects/disbursement").await.text().contains("Thiếu máy quét khổ lớn"));
    assert!(lan.get(at).await.text().contains("Thư viện tỉnh"));
}

/// What the report counts is what the books say, as the ledger stood then.
async fn told(app: &TestApp, at: &str) {
    let reader = app.agency.app.db.reader();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let end = db::ledger_end(reader).await.unwrap();
    let (october, november) =
        ((day("2026-10-01"), day("2026-10-31")), (day("2026-11-01"), day("2026-11-30")));
    let sum = ::projects::disbursed(reader, october, None, end).await.unwrap();
    assert_eq!(
        (sum.assigned, sum.planned, sum.spent, sum.in_period),
        (900_000_000, 700_000_000, 250_000_000, 99_999_999)
    );
    let sum = ::projects::disbursed(reader, november, Some(&[app.world.units["yt"]]), end).await.unwrap();
    assert_eq!((sum.spent, sum.in_period, sum.share), (290_000_000, 40_000_000, Some(322)));
    let sum = ::projects::disbursed(reader, november, Some(&[app.world.units["gd"]]), end).await.unwrap();
    assert_eq!(sum, ::projects::Disbursed::default());
    // Before the last entry was cancelled it counted, and it does so for whoever asks as of then.
    let first: i64 = db::one(reader, "SELECT MIN(seq) FROM ledger WHERE action = 'money-cancelled'", vec![])
        .await
        .unwrap();
    let then = ::projects::disbursed(reader, november, None, first - 1).await.unwrap();
    assert_eq!(then.spent, 990_000_000);
    let officer = app.newcomer("Tran Van Hai", Role::FocalOfficer, None).await.1;
    let report = done(&officer, "/desk/reports", &[("code", "2026-11")]).await.location().to_owned();
    let page = officer.get(&report).await.text();
    for words in ["40.000.000", "290.000.000", "900.000.000", "Giải ngân các dự án trong kỳ"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let cases = officer.get(&format!("{report}/numbers/money-paid-year")).await.text();
    assert!(cases.contains("290.000.000") && cases.contains(at) && cases.contains("150.000.001"), "{cases}");
    assert!(!cases.contains("700.000.000"), "what was cancelled is no case: {cases}");
    assert_eq!(officer.get(&format!("{report}/verify")).await.text().matches("msg-bad").count(), 0);
}

async fn contracts_bound_what_is_paid_and_keep_their_evidence(app: TestApp) {
    let lan = runs(&app, "Nguyen Thi Lan", "yt").await;
    let at = begun(&app, &lan, "yt").await;
    assigned(&lan, &at, "1 tỷ", "").await;
    let sign = |advance: &'static str| {
        [
            ("number", "05/2026/HĐ"),
            ("signed_on", "2026-02-01"),
            ("partner", "Công ty Số hóa <b>Việt</b>"),
            ("value", "600 triệu"),
            ("advance", advance),
            ("until", "2026-09-30"),
        ]
    };
    let contracts = format!("{at}/contracts");
    refused(&lan, &contracts, &sign("700 triệu"), "từ 0 đến giá trị hợp đồng").await;
    let one = done(&lan, &contracts, &sign("100 triệu")).await.location().to_owned();
    refused(&lan, &contracts, &sign(""), "đã có hợp đồng số này").await;
    let id = one.rsplit('/').next().unwrap().to_owned();
    assert!(lan.get(&contracts).await.text().contains("quá hạn"));
    assert!(!lan.get(&one).await.text().contains("<b>Việt</b>"));
    // An advance is paid, more than it only with a reason or after an acceptance.
    let pay = format!("{at}/money");
    let on = |amount: &'static str, document: &'static str| {
        [&payment("2026-03-02", amount, document)[..], &[("contract", id.as_str())]].concat()
    };
    done(&lan, &pay, &on("100 triệu", "UNC-1")).await;
    refused(
        &lan,
        &pay,
        &on("50 triệu", "UNC-2"),
        "Vượt số đã nghiệm thu và mức tạm ứng của hợp đồng 50.000.000 đồng",
    )
    .await;
    let accept = format!("{one}/accept");
    let form = |day: &str, value: &str| {
        let edge = "x-edge-x";
        let part = |name: &str, value: &str| {
            format!("--{edge}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let fields =
            [("accepted_on", day), ("accepted_value", value), ("accepted_by", "Hội đồng nghiệm thu")];
        fields.iter().map(|(name, value)| part(name, value)).collect::<String>()
    };
    let send = async |who: &Client, fields: String, file: &[u8]| {
        let edge = "x-edge-x";
        let mut body = fields.into_bytes();
        body.extend(format!("--{edge}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../bien ban.exe\"\r\n\r\n").bytes());
        body.extend_from_slice(file);
        body.extend(format!("\r\n--{edge}--\r\n").bytes());
        who.send(http::Method::POST, &accept, Some(&format!("multipart/form-data; boundary={edge}")), body)
            .await
    };
    for (day, value, file, words) in [
        ("2026-01-15", "300 triệu", &b"%PDF-1.7 x"[..], "ở trước ngày ký"),
        ("2026-12-15", "300 triệu", b"%PDF-1.7 x", "chưa đến"),
        ("2026-04-15", "700 triệu", b"%PDF-1.7 x", "Vượt giá trị hợp đồng"),
        ("2026-04-15", "300 triệu", b"MZ no paper", "không phải PDF, Word hoặc ảnh"),
    ] {
        let answer = send(&lan, form(day, value), file).await;
        assert!(answer.status == 422 && answer.text().contains(words), "{words}: {}", answer.text());
    }
    let kept = send(&lan, form("2026-04-15", "300 triệu"), b"%PDF-1.7 the record").await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let page = lan.get(&one).await;
    let file = format!("{at}/files/{}", page.between("/files/", "\""));
    let record = lan.get(&file).await;
    assert_eq!(&record.bytes[..], b"%PDF-1.7 the record");
    assert!(record.header("content-disposition").contains("bien%20ban.pdf"), "{:?}", record.headers);
    assert_eq!(app.as_(Who::Do).await.get(&file).await.status, 404);
    assert_eq!(send(&app.as_(Who::Mai).await, form("2026-04-15", "1 triệu"), b"").await.status, 403);
    done(&lan, &pay, &on("50 triệu", "UNC-2")).await;
    // An annex changes value and term; below what was accepted it does not go.
    let annex = |change: &'static str| {
        [
            ("contract", id.as_str()),
            ("annex_number", "PL-01"),
            ("annex_on", "2026-05-01"),
            ("annex_change", change),
            ("annex_until", "2026-12-31"),
            ("annex_about", "Thêm 2.000 ảnh"),
        ]
    };
    refused(&lan, &format!("{at}/annex"), &annex("-400 triệu"), "nhỏ hơn số đã nghiệm thu").await;
    done(&lan, &format!("{at}/annex"), &annex("50 triệu")).await;
    let text = lan.get(&one).await.text();
    assert!(
        text.contains("650.000.000 đ") && text.contains("31/12/2026") && text.contains("+50.000.000 đ"),
        "{text}"
    );
    // Voided, the acceptance no longer covers what was paid: the page says so.
    let acceptance = lan.get(&one).await.between("name=\"acceptance\" value=\"", "\"");
    refused(&lan, &format!("{at}/void"), &[("contract", &id), ("void_reason", "Sai")], "Đã có nghiệm thu")
        .await;
    let void = format!("{at}/void-acceptance");
    refused(
        &lan,
        &void,
        &[("contract", &id), ("acceptance", &acceptance), ("void_reason", "")],
        "Ghi rõ lý do",
    )
    .await;
    done(&lan, &void, &[("contract", &id), ("acceptance", &acceptance), ("void_reason", "Nhầm hợp đồng")])
        .await;
    let text = lan.get(&one).await.text();
    assert!(text.contains("Đã chi vượt 50.000.000 đ") && text.contains("Nhầm hợp đồng"), "{text}");
}

async fn a_project_goes_from_preparation_to_settlement(app: TestApp) {
    let lan = runs(&app, "Nguyen Thi Lan", "yt").await;
    let at = begun(&app, &lan, "yt").await;
    let step = format!("{at}/step");
    assert!(lan.get(&at).await.text().contains("Chưa giao vốn cho năm nào"));
    refused(&lan, &step, &[("step", "start")], "Chưa giao vốn cho năm nào").await;
    assigned(&lan, &at, "1 tỷ", "").await;
    done(&lan, &step, &[("step", "start")]).await;
    refused(&lan, &step, &[("step", "stop"), ("reason", "")], "Ghi rõ lý do").await;
    done(&lan, &step, &[("step", "stop"), ("reason", "Chờ sắp xếp đơn vị")]).await;
    assert!(lan.get(&at).await.text().contains("Chờ sắp xếp đơn vị"));
    refused(&lan, &format!("{at}/contracts"), &[("number", "1")], "đang dừng").await;
    done(&lan, &step, &[("step", "resume"), ("reason", "Đã có đơn vị mới")]).await;
    done(&lan, &step, &[("step", "complete")]).await;
    refused(&lan, &step, &[("step", "settle")], "Chưa ghi lần chi nào").await;
    done(&lan, &format!("{at}/money"), &payment("2026-03-02", "900 triệu", "UNC-1")).await;
    done(&lan, &step, &[("step", "settle")]).await;
    refused(&lan, &format!("{at}/money"), &payment("2026-03-03", "1 triệu", "UNC-2"), "đã quyết toán").await;
    assert_eq!(lan.post(&step, &[("step", "pay")]).await.status, 404);
    // What is settled is not behind, whatever its plan said.
    assert!(!lan.get("/desk/projects?behind=1").await.text().contains("Số hóa kho ảnh"));
    // Over a newer text nothing is saved.
    let second = begun(&app, &lan, "yt").await;
    let unit = app.world.units["yt"].to_string();
    let edited = [&FIELDS[1..], &[("unit", unit.as_str()), ("name", "Tên khác"), ("edition", "7")]].concat();
    let stale = lan.post(&format!("{second}/edit"), &edited).await;
    assert!(stale.status == 409 && stale.text().contains("Tên khác"), "{}", stale.text());
    let edited = [&FIELDS[1..], &[("unit", unit.as_str()), ("name", "Tên khác"), ("edition", "1")]].concat();
    done(&lan, &format!("{second}/edit"), &edited).await;
    assert!(lan.get(&second).await.text().contains("Tên khác"));
}

async fn s180_the_project_of_a_unit_that_ended_is_run_by_the_one_after_it(app: TestApp) {
    let lan = runs(&app, "Nguyen Thi Lan", "yt").await;
    let at = begun(&app, &lan, "yt").await;
    let (yt, today) = (app.world.units["yt"], Day::constant(2026, 11, 22));
    let mut cx = app.agency.app.db.begin(kernel::Actor::Machine("test")).await.unwrap();
    let wish = people::verbs::UnitWish {
        name: "Sở Y tế và Dân số".into(),
        abbreviation: "YTDS".into(),
        symbol: "YTDS".into(),
        kind: people::UnitKind::Department,
        parent: None,
        area: None,
        from: today,
        to: None,
        ancestors: vec![people::verbs::Ancestor {
            id: yt,
            on: today,
            how: "renamed".into(),
            scope: String::new(),
        }],
    };
    let next = people::verbs::found_unit(&mut cx, wish).await.unwrap();
    let duy = app.world.people[&Who::Duy];
    people::verbs::give_role(&mut cx, duy, Role::FocalOfficer, Some(next), (None, None)).await.unwrap();
    cx.finish().await.unwrap();
    let hai = app.as_(Who::Duy).await;
    let page = hai.get(&at).await;
    assert!(page.status == 200 && page.text().contains("Sở Y tế và Dân số"), "{}", page.text());
    assigned(&hai, &at, "1 tỷ", "").await;
}

async fn projects_are_hostile_ground_for_strangers(app: TestApp) {
    let lan = runs(&app, "Nguyen Thi Lan", "yt").await;
    let other = runs(&app, "Ly Van Nam", "gd").await;
    let (mai, do_, trang, luc) =
        (app.as_(Who::Mai).await, app.as_(Who::Do).await, app.as_(Who::Trang).await, app.as_(Who::Luc).await);
    let at = begun(&app, &lan, "yt").await;
    assigned(&lan, &at, "1 tỷ", "").await;
    done(&lan, &format!("{at}/money"), &payment("2026-03-02", "1 triệu", "UNC-1")).await;
    let one = done(
        &lan,
        &format!("{at}/contracts"),
        &[("number", "1"), ("signed_on", "2026-02-01"), ("partner", "A"), ("value", "5 triệu")],
    )
    .await
    .location()
    .to_owned();
    // Another unit, a guest and the administrator know nothing of it, on no page and in no sum.
    for who in [&do_, &other, &trang, &luc] {
        for page in ["", "/money", "/contracts", "/edit"] {
            assert_eq!(who.get(&format!("{at}{page}")).await.status, 404, "{page}");
        }
        assert_eq!(who.get(&one).await.status, 404);
        for (to, fields) in [
            ("/money", payment("2026-03-02", "1 triệu", "UNC-7")),
            ("/assign", vec![("year", "2026"), ("grant_amount", "1")]),
            ("/months", vec![("year", "2026")]),
            ("/step", vec![("step", "stop"), ("reason", "x")]),
            ("/hindrances", vec![("hindrance", "x")]),
            ("/contracts", vec![("number", "1")]),
            ("/edit", vec![("name", "x")]),
        ] {
            assert_eq!(who.post(&format!("{at}{to}"), &fields).await.status, 404, "{to}");
        }
    }
    for who in [&do_, &other] {
        assert!(!who.get("/desk/projects").await.text().contains("Số hóa kho ảnh"));
        assert!(!who.get("/desk/projects/disbursement").await.text().contains("1.000"));
    }
    assert_eq!(trang.get("/desk/projects").await.status, 403);
    assert_eq!(luc.get("/desk/projects/disbursement/xlsx").await.status, 403);
    // Somebody of the unit who does not run it reads it and changes nothing.
    assert_eq!(mai.get(&format!("{at}/money")).await.status, 200);
    assert_eq!(
        mai.post(&format!("{at}/money"), &payment("2026-03-02", "1 triệu", "UNC-7")).await.status,
        403
    );
    assert_eq!(mai.post("/desk/projects", &FIELDS).await.status, 403);
    assert_eq!(mai.get(&format!("{at}/edit")).await.status, 403);
    // Nobody enters a project of another unit, or moves theirs there.
    let gd = app.world.units["gd"].to_string();
    let foreign = [&FIELDS[..], &[("unit", gd.as_str())]].concat();
    assert_eq!(lan.post("/desk/projects", &foreign).await.status, 403);
    let moved = [&foreign[..], &[("edition", "1")]].concat();
    assert_eq!(lan.post(&format!("{at}/edit"), &moved).await.status, 403);
    // Ids and years that are none, amounts that break sums, words that break pages.
    for path in
        ["/desk/projects/x", "/desk/projects?year=99999", "/desk/projects?year=x", "/desk/projects?page=0"]
    {
        assert_eq!(lan.get(path).await.status, 404, "{path}");
    }
    assert_eq!(lan.get(&format!("{at}/money?year=1999")).await.status, 404);
    assert_eq!(lan.get(&format!("{at}/files/x")).await.status, 404);
    assert_eq!(lan.post(&format!("{at}/money/cancel"), &[("entry", "x")]).await.status, 404);
    let pay = format!("{at}/money");
    for amount in
        ["99999999999999999999999", "9223372036854775807", "-5", "NaN", "1e9", "'; DROP TABLE project"]
    {
        refused(&lan, &pay, &payment("2026-03-02", amount, "UNC-8"), "Số tiền chưa đọc được").await;
    }
    let huge = "x".repeat(20_000);
    assert_eq!(lan.post(&pay, &payment("2026-03-02", "1 triệu", &huge)).await.status, 422);
    let contract =
        [&payment("2026-03-02", "1 triệu", "UNC-9")[..], &[("contract", at.rsplit('/').next().unwrap())]]
            .concat();
    refused(&lan, &pay, &contract, "Chọn một hợp đồng còn hiệu lực").await;
    let script =
        [&payment("2026-03-02", "1 triệu", "<script>alert(1)</script>")[..], &[("note", "\u{202e}đảo")]]
            .concat();
    done(&lan, &pay, &script).await;
    let page = lan.get(&format!("{at}/money")).await.text();
    assert!(!page.contains("<script>alert") && !page.contains('\u{202e}'), "{page}");
    assert!(!lan.get("/desk/projects?q=%25_").await.text().contains("Số hóa kho ảnh"));
    assert!(
        lan.get("/desk/projects?q=so+hoa&money=Ng%C3%A2n+s%C3%A1ch+t%E1%BB%89nh")
            .await
            .text()
            .contains("Số hóa kho ảnh")
    );
    let sql = "SELECT COUNT(*) FROM project_payment";
    assert_eq!(db::one::<i64>(app.agency.app.db.reader(), sql, vec![]).await.unwrap(), 2);
}
