//! Finding, on the sites and on the desk: everything one may know of, and nothing else.

use crate::newsdesk::{Desk, TEXT, published, submitted};
use kernel::Role;
use testkit::{TestApp, Who, search_journey};

search_journey!(
    a_citizen_finds_without_vietnamese_keys,
    a_document_is_found_by_half_its_symbol,
    each_role_finds_only_its_own,
    what_leaves_the_public_is_found_no_more,
    a_search_is_kept_and_says_what_is_new,
    what_was_sought_in_vain_is_counted_without_a_name,
    an_index_is_made_anew_and_compared,
    programs_can_search_too,
    colleagues_are_found_by_name_unit_and_post,
    pictures_are_found_by_those_who_read_their_story,
    plans_projects_and_work_are_found_by_those_who_see_them,
);

async fn a_citizen_finds_without_vietnamese_keys(app: TestApp) {
    published(&app, "Lịch cắt điện tại thị trấn Nậm Ưởng").await;
    published(&app, "Tiêm sởi cho trẻ em vùng cao").await;
    app.follow_search().await;
    let citizen = app.as_(Who::Visitor).await;
    for typed in
        ["cắt+điện", "cat+dien", "lich+cat+dien", "ca%CC%86%CC%81t+%C4%91i%E1%BB%87n", "cawts+ddieejn"]
    {
        let page = citizen.get(&format!("/tim-kiem?q={typed}")).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("/lich-cat-dien"), "{typed}");
        assert!(!page.text().contains("/tiem-soi"), "{typed}");
    }
    // The words that were sought are marked, letter by letter.
    assert!(
        citizen.get("/tim-kiem?q=cat+dien").await.text().contains("<mark>cắt điện</mark>")
            || citizen.get("/tim-kiem?q=cat+dien").await.text().contains("<mark>cắt</mark>")
    );
    // Marks that were typed are meant.
    assert!(!citizen.get("/tim-kiem?q=c%C3%A1t+di%C3%AAn").await.text().contains("/lich-cat-dien"));
    assert!(citizen.get("/tim-kiem/goi-y?q=lich").await.text().contains("Lịch cắt điện"));
    // A slip of a letter is mended, or answered with what was meant.
    let slip = citizen.get("/tim-kiem?q=c%E1%BA%AFt+%C4%91i%E1%BB%87nn").await.text();
    assert!(slip.contains("cắt điện"), "{slip}");
}

async fn a_document_is_found_by_half_its_symbol(app: TestApp) {
    let text = format!("{TEXT}\n\nThực hiện Công văn số 121/LĐTBXH-VP ngày 02/11/2026 của Sở.");
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(mai.write(&app, "Triển khai chính sách mới", &text, "submit").await.status, 303);
    app.follow_search().await;
    for typed in ["121%2FL%C4%90TBXH-VP", "121%2FLDTBXH", "121%2Fld"] {
        let page = mai.who.get(&format!("/desk/search?q={typed}")).await.text();
        assert!(page.contains(&mai.address), "{typed}");
    }
    assert!(!mai.who.get("/desk/search?q=122%2FL%C4%90TBXH-VP").await.text().contains(&mai.address));
}

async fn each_role_finds_only_its_own(app: TestApp) {
    let open = submitted(&app, "Chuyện Zk3 của đơn vị").await;
    let few = submitted(&app, "Chuyện Zk3 của ít người").await;
    let trang = app.world.people[&Who::Trang].to_string();
    few.do_(&app, "readers", &[("limited", "1"), ("reader", &trang)]).await;
    app.follow_search().await;
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Visitor) {
        let client = app.as_(who).await;
        let found = client.get("/desk/search?q=zk3").await.text();
        let suggested = client.get("/desk/search/suggest?q=chuyen+zk").await.text();
        let mut seen = 0;
        for desk in [&open, &few] {
            let may = client.get(&desk.address).await.status == 200;
            assert_eq!(found.contains(&desk.address), may, "{who:?} {}", desk.address);
            seen += usize::from(may);
        }
        // Counts, suggestions and hints say no more than the results do.
        assert!(found.contains(&format!("Có {seen} kết quả")), "{who:?} {seen}");
        assert_eq!(suggested.contains("Zk3"), seen > 0, "{who:?} {suggested}");
        if seen == 0 {
            let slip = client.get("/desk/search?q=zk33").await.text();
            assert!(!slip.to_lowercase().contains("zk3<"), "{who:?}");
        }
    }
    let visitor = app.as_(Who::Visitor).await;
    for path in
        ["/tim-kiem?q=zk3", "/tim-kiem.json?q=zk3", "/tim-kiem.atom?q=zk3", "/tim-kiem/goi-y?q=chuyen"]
    {
        assert!(!visitor.get(path).await.text().contains("Chuyện Zk3"), "{path}");
    }
    // Before the index has heard of it, the database already hides what few may read.
    let late = submitted(&app, "Chuyện Zk4").await;
    app.follow_search().await;
    late.do_(&app, "readers", &[("limited", "1")]).await;
    let pao = app.as_(Who::Pao).await;
    assert!(!pao.get("/desk/search?q=zk4").await.text().contains(&late.address));
}

async fn what_leaves_the_public_is_found_no_more(app: TestApp) {
    let mai = published(&app, "Tin sai Vq8 phải gỡ").await;
    app.follow_search().await;
    let visitor = app.as_(Who::Visitor).await;
    assert!(visitor.get("/tim-kiem?q=vq8").await.text().contains("/tin-sai-vq8"));
    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "withdraw", &[("reason", "Nhầm số liệu.")]).await;
    // At once, although no index has followed yet.
    for path in ["/tim-kiem?q=vq8", "/tim-kiem.json?q=vq8", "/tim-kiem.atom?q=vq8"] {
        assert!(!visitor.get(path).await.text().contains("tin-sai-vq8"), "{path}");
    }
    app.follow_search().await;
    assert!(!visitor.get("/tim-kiem/goi-y?q=tin+sai").await.text().contains("Vq8"));
    khoe.do_(&app, "reinstate", &[("reason", "Đã kiểm tra lại.")]).await;
    app.follow_search().await;
    assert!(visitor.get("/tim-kiem?q=vq8").await.text().contains("/tin-sai-vq8"));
}

async fn a_search_is_kept_and_says_what_is_new(app: TestApp) {
    let mai = app.as_(Who::Mai).await;
    let nameless = mai.post("/desk/search/saved", &[("name", ""), ("asked", "q=ti%C3%AAm")]).await;
    assert_eq!(nameless.status, 422);
    assert!(nameless.text().contains("q=ti%C3%AAm"), "what was asked is not lost");
    mai.post("/desk/search/saved", &[("name", "Tiêm chủng"), ("asked", "q=ti%C3%AAm&x=1")]).await;
    app.forward(std::time::Duration::from_secs(60));
    published(&app, "Tiêm sởi đợt hai").await;
    app.follow_search().await;
    let list = mai.get("/desk/search/saved").await.text();
    assert!(list.contains("<span class=\"count\">1</span>"), "{list}");
    // Reading the list makes nothing old; opening a search does.
    assert!(mai.get("/desk/search/saved").await.text().contains("<span class=\"count\">1</span>"));
    let door = format!("/desk/search/saved/{}/look", mai_between(&list));
    assert_eq!(mai.get(&door).await.status, 405);
    let led = mai.post(&door, &[]).await;
    assert_eq!(led.location(), "/desk/search?q=ti%C3%AAm&order=newest");
    app.forward(std::time::Duration::from_secs(60));
    assert!(!mai.get("/desk/search/saved").await.text().contains("<span class=\"count\">1</span>"));
    // It is nobody else's.
    let pao = app.as_(Who::Pao).await;
    assert_eq!(pao.post(&door, &[]).await.status, 404);
    let id = mai_between(&list);
    assert_eq!(pao.post(&format!("/desk/search/saved/{id}/forget"), &[]).await.status, 404);
    assert_eq!(mai.post(&format!("/desk/search/saved/{id}/forget"), &[]).await.status, 303);
    assert!(!mai.get("/desk/search/saved").await.text().contains("Tiêm chủng"));
}

fn mai_between(list: &str) -> String {
    list.split_once("search/saved/").unwrap().1.split_once('/').unwrap().0.to_owned()
}

async fn what_was_sought_in_vain_is_counted_without_a_name(app: TestApp) {
    let visitor = app.as_(Who::Visitor).await;
    // While the index is being made nothing is found in vain, and the pages say why.
    let building = visitor.get("/tim-kiem?q=xe+bu%C3%BDt").await.text();
    assert!(building.contains("Đang lập chỉ mục"), "{building}");
    let desk = app.as_(Who::Khoe).await.get("/desk/search?q=xe").await.text();
    assert!(desk.contains("Đang lập chỉ mục"), "{desk}");
    app.follow_search().await;
    assert!(!visitor.get("/tim-kiem?q=xe").await.text().contains("Đang lập chỉ mục"));
    for typed in ["xe+bu%C3%BDt", "xe+bu%C3%BDt", "0912345678", "mai%40x.vn"] {
        assert_eq!(visitor.get(&format!("/tim-kiem?q={typed}")).await.status, 200);
    }
    app.follow_search().await;
    let khoe = app.as_(Who::Khoe).await;
    let missed = khoe.get("/desk/search/missed").await.text();
    assert!(missed.contains("<td>xe buýt</td><td class=\"n\">2</td>"), "{missed}");
    assert!(!missed.contains("0912") && !missed.contains('@'));
    assert_eq!(app.as_(Who::Mai).await.get("/desk/search/missed").await.status, 403);
}

async fn an_index_is_made_anew_and_compared(app: TestApp) {
    published(&app, "Tin để đối chiếu").await;
    let search = &app.agency.search;
    assert!(!search.compare().await.unwrap().is_none(), "the index has not followed yet");
    app.follow_search().await;
    assert!(search.compare().await.unwrap().is_none());
    // Somebody changed the cards behind the back of the house: the comparison says so, a rebuild repairs it.
    app.tamper("DELETE FROM search_card WHERE key LIKE 'story:%'").await;
    let difference = search.compare().await.unwrap();
    assert_eq!((difference.missing, difference.extra), (0, 1));
    let cx = app.agency.app.db.begin(kernel::Actor::Machine("test")).await.unwrap();
    search::verbs::ask_rebuild(&cx).await.unwrap();
    cx.finish().await.unwrap();
    app.follow_search().await;
    assert!(search.compare().await.unwrap().is_none());
}

async fn programs_can_search_too(app: TestApp) {
    published(&app, "Mưa lũ ở Nậm Ưởng & vùng lân cận").await;
    app.follow_search().await;
    let visitor = app.as_(Who::Visitor).await;
    let json: serde_json::Value =
        serde_json::from_slice(&visitor.get("/tim-kiem.json?q=mua+lu").await.bytes).unwrap();
    assert_eq!(json["total"], 1);
    assert_eq!(json["items"][0]["title"], "Mưa lũ ở Nậm Ưởng & vùng lân cận");
    let feed = visitor.get("/tim-kiem.atom?q=mua+lu").await;
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    assert!(feed.text().contains("<title>Mưa lũ ở Nậm Ưởng &#38; vùng lân cận</title>"));
    assert!(visitor.get("/tim-kiem.xml").await.text().contains("tim-kiem?q={searchTerms}"));
    // Hostile queries are answered, quickly and as nothing.
    for typed in [
        "%22",
        "%28%28%28",
        "%2B%2D%2D",
        "a%00b",
        "%E2%80%AEabc",
        "field%3A%3A",
        "%CC%81",
        "NOT+OR+AND",
        ".%2A%2B%3F",
    ] {
        assert_eq!(visitor.get(&format!("/tim-kiem?q={typed}")).await.status, 200, "{typed}");
    }
    assert_eq!(visitor.get("/tim-kiem?q=mua&sau=rubbish&tu=x&den=9999-99-99&xep=z").await.status, 200);
}

async fn colleagues_are_found_by_name_unit_and_post(app: TestApp) {
    let unit = app.world.units["yt"];
    let mut cx = app.agency.app.db.begin(kernel::Actor::Machine("test")).await.unwrap();
    let post = people::verbs::add_post(&mut cx, "Phó Giám đốc", unit, 2).await.unwrap();
    let from = "2026-01-01".parse().unwrap();
    let wish = people::verbs::PersonWish {
        login: "su@lien.example".into(),
        name: "Cứ A Sử".into(),
        honorific: "ông".into(),
        tenures: vec![people::verbs::TenureWish { post, unit, from, to: None }],
    };
    let su = people::verbs::add_person(&mut cx, wish).await.unwrap();
    cx.finish().await.unwrap();
    app.follow_search().await;
    let place = format!("/desk/people#{su}");
    for typed in
        ["cu+a+su", "C%E1%BB%A9+A+S%E1%BB%AD", "pho+giam+doc", "giam+doc+so+y+te", "su%40lien.example"]
    {
        for who in Who::ALL.into_iter().filter(|who| *who != Who::Visitor) {
            let client = app.as_(who).await;
            let may = client.get("/desk/people").await.status == 200;
            let found = client.get(&format!("/desk/search?q={typed}&kind=person")).await.text();
            assert_eq!(found.contains(&place), may, "{who:?} {typed}");
        }
        let visitor = app.as_(Who::Visitor).await;
        let nothing = visitor.get(&format!("/tim-kiem.json?q={typed}")).await.text();
        assert!(nothing.contains("\"total\":0"), "{nothing}");
    }
    // Whoever has left is found no more.
    let mut cx = app.agency.app.db.begin(kernel::Actor::Machine("test")).await.unwrap();
    people::verbs::close_account(&mut cx, su).await.unwrap();
    cx.finish().await.unwrap();
    app.follow_search().await;
    let found = app.as_(Who::Mai).await.get("/desk/search?q=cu+a+su").await.text();
    assert!(!found.contains(&place));
}

async fn pictures_are_found_by_those_who_read_their_story(app: TestApp) {
    let mut cx = app.agency.app.db.begin(kernel::Actor::Machine("test")).await.unwrap();
    let words = [String::new(), String::new(), String::new()];
    let sizes = vec![newsroom::Size { name: "w960.jpg".into(), width: 960, height: 640 }];
    let asset = newsroom::verbs::register_asset(&mut cx, "ho.jpg".into(), words, "0".repeat(64), sizes);
    let asset = asset.await.unwrap().id;
    cx.finish().await.unwrap();
    let text = |caption: &str| {
        format!("{TEXT}\n\n![Đập tràn Qw7 nhìn từ cao](asset:{asset} \"{caption} | Ảnh: Lò Văn Pâng\")")
    };
    let open = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(
        open.write(&app, "Hồ chứa đầy nước", &text("Hồ Zx9 ngày tích nước"), "submit").await.status,
        303
    );
    let few = Desk::begin(&app, Who::Mai, "yt").await;
    assert_eq!(few.write(&app, "Chuyện ít người", &text("Hồ Zx9 ban đêm"), "submit").await.status, 303);
    few.for_(&app, Who::Khoe).await.do_(&app, "readers", &[("limited", "1")]).await;
    app.follow_search().await;
    for typed in ["zx9", "qw7", "l%C3%B2+v%C4%83n+p%C3%A2ng"] {
        for who in Who::ALL.into_iter().filter(|who| *who != Who::Visitor) {
            let client = app.as_(who).await;
            let found = client.get(&format!("/desk/search?q={typed}&kind=asset")).await.text();
            for desk in [&open, &few] {
                let may = client.get(&desk.address).await.status == 200;
                assert_eq!(found.contains(&desk.address), may, "{who:?} {typed} {}", desk.address);
            }
        }
    }
    let visitor = app.as_(Who::Visitor).await;
    assert!(!visitor.get("/tim-kiem?q=zx9").await.text().contains("Zx9 "));
    // The picture leaves the text, and can be found no more.
    open.do_(&app, "take-back", &[]).await;
    assert_eq!(open.write(&app, "Hồ chứa đầy nước", TEXT, "save").await.status, 303);
    app.follow_search().await;
    let found = open.who.get("/desk/search?q=zx9&kind=asset").await.text();
    assert!(!found.contains(&open.address) && found.contains(&few.address), "{found}");
}

async fn plans_projects_and_work_are_found_by_those_who_see_them(app: TestApp) {
    let thu = app.newcomer("Trần Hoài Thu", Role::FocalOfficer, None).await.1;
    let unit = |name: &str| app.world.units[name].to_string();
    let (yt, gd, vp) = (unit("yt"), unit("gd"), unit("vp"));
    let sent = async |to: &str, fields: &[(&str, &str)]| {
        let answer = thu.post(to, fields).await;
        assert_eq!(answer.status, 303, "{to}: {}", answer.text());
        answer.location().to_owned()
    };
    let days = [("from", "2026-12-01"), ("to", "2026-12-31"), ("unit", vp.as_str())];
    let plan = [&days[..], &[("kind", "monthly"), ("title", "Kế hoạch Qz7 tháng 12")]].concat();
    let plan = sent("/desk/plans", &plan).await;
    sent(&format!("{plan}/units"), &[("units", &yt)]).await;
    let project = [
        ("name", "Dự án Qz7 số hóa ảnh"),
        ("kind", "purchase"),
        ("code", "Qz7-01"),
        ("decision", "1289/QĐ-UBND"),
        ("decided_on", "2025-12-20"),
        ("money", "Ngân sách tỉnh"),
        ("from_year", "2025"),
        ("to_year", "2026"),
        ("total", "2 tỷ"),
        ("unit", gd.as_str()),
    ];
    let project = sent("/desk/projects", &project).await;
    let open = [
        ("title", "Việc Qz7 chung"),
        ("lead", yt.as_str()),
        ("due", "2026-12-20"),
        ("supports", gd.as_str()),
    ];
    let open = sent("/desk/work", &open).await;
    let few =
        [("title", "Việc Qz7 kín"), ("lead", yt.as_str()), ("due", "2026-12-20"), ("confidential", "1")];
    let few = sent("/desk/work", &few).await;
    app.follow_search().await;
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Visitor) {
        let client = app.as_(who).await;
        let found = client.get("/desk/search?q=qz7").await.text();
        let mut seen = 0;
        for at in [&plan, &project, &open, &few] {
            let may = client.get(at).await.status == 200;
            assert_eq!(found.contains(&format!("\"{at}\"")), may, "{who:?} {at}");
            seen += usize::from(may);
        }
        let total =
            if seen == 0 { "Không tìm thấy".to_owned() } else { format!("Có {seen} kết quả") };
        assert!(found.contains(&total), "{who:?} {seen} {found}");
    }
    // Who gave what is confidential finds it, with its state in its own words; what was taken back is found no more.
    let found = thu.get("/desk/search?q=qz7").await.text();
    assert!(found.contains(&few) && found.contains("Mới giao") && found.contains("Công việc"), "{found}");
    let code = thu.get("/desk/search?q=1289%2Fq%C4%91").await.text();
    assert!(code.contains(&project), "{code}");
    sent(&format!("{few}/withdraw"), &[("reason", "Không cần nữa")]).await;
    app.follow_search().await;
    assert!(!thu.get("/desk/search?q=qz7").await.text().contains(&few));
}
