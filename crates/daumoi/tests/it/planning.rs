//! Planning: from the units' lines to the approved plan and its changes, and everything that must not happen on the way.

use kernel::{Actor, Day, Role};
use testkit::{Answer, Client, TestApp, Who, journey};

journey!(
    a_months_plan_goes_from_its_lines_to_force_and_is_amended,
    s65_an_annual_plan_needs_both_appraisals_and_another_person,
    ten_units_write_at_once_and_lose_nothing,
    s180_lines_of_a_unit_that_ended_are_the_work_of_the_one_after_it,
    plans_are_hostile_ground_for_strangers,
    a_plan_is_seen_as_month_board_and_bars_and_handed_out,
    a_table_is_taken_over_after_a_look,
    s59_a_congress_moves_and_its_lines_move_with_it,
    a_plan_of_many_lines_becomes_work_piece_by_piece,
);

/// Duy keeps plans for the whole agency.
async fn focal(app: &TestApp) -> Client {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let duy = app.world.people[&Who::Duy];
    people::verbs::give_role(&mut cx, duy, Role::FocalOfficer, None, (None, None)).await.unwrap();
    cx.finish().await.unwrap();
    app.as_(Who::Duy).await
}

async fn done(who: &Client, at: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = who.post(at, fields).await;
    assert_eq!(answer.status, 303, "{at}: {}", answer.text());
    answer
}

/// Begins a plan; answers its address.
async fn plan(app: &TestApp, who: &Client, kind: &str, from: &str, to: &str, parent: &str) -> String {
    let unit = app.world.units["vp"].to_string();
    let fields = [
        ("kind", kind),
        ("title", "Kế hoạch tuyên truyền"),
        ("from", from),
        ("to", to),
        ("unit", unit.as_str()),
        ("parent", parent),
    ];
    done(who, "/desk/plans", &fields).await.location().to_owned()
}

async fn november(app: &TestApp, who: &Client) -> String {
    plan(app, who, "monthly", "2026-11-01", "2026-11-30", "").await
}

/// Writes a line; answers its address.
async fn line(who: &Client, plan: &str, unit: &str, title: &str, more: &[(&str, &str)]) -> String {
    let mut fields = vec![("lead", unit), ("title", title), ("scope", "own"), ("novelty", "new")];
    fields.extend_from_slice(more);
    done(who, &format!("{plan}/lines"), &fields).await;
    let page = who.get(plan).await.text();
    let before = page.split(title).next().unwrap();
    let id = before.rsplit("/lines/").next().unwrap().split('"').next().unwrap().to_owned();
    format!("{plan}/lines/{id}")
}

async fn a_months_plan_goes_from_its_lines_to_force_and_is_amended(app: TestApp) {
    let (duy, son) = (focal(&app).await, app.as_(Who::Son).await);
    let (mai, other) = (app.as_(Who::Mai).await, app.as_(Who::Do).await);
    let (yt, gd) = (app.world.units["yt"].to_string(), app.world.units["gd"].to_string());
    let at = november(&app, &duy).await;
    // Nobody was asked yet: the plan is not there for the units.
    assert_eq!(mai.get(&at).await.status, 404);
    done(&duy, &format!("{at}/units"), &[("units", &yt), ("units", &gd), ("due", "2026-11-20")]).await;
    let page = mai.get(&at).await;
    assert!(page.status == 200 && page.text().contains("đã viết đủ nội dung chưa"), "{}", page.text());
    let more = [
        ("from", "2026-11-09"),
        ("to", "2026-11-15"),
        ("budget", "1,2 tỷ"),
        ("money", "Ngân sách tỉnh"),
        ("target_name", "Tin, bài"),
        ("target_amount", "24"),
        ("target_measure", "tin"),
        ("channel", "radio"),
        ("channel", "portal"),
        ("support", &gd),
        ("part", "phụ trách nội dung"),
    ];
    let mine = line(&mai, &at, &yt, "Truyền thông tiêm chủng mở rộng", &more).await;
    let theirs = line(&other, &at, &gd, "Ngày Nhà giáo Việt Nam", &[("due", "20/11/2026")]).await;
    let shown = mai.get(&mine).await.text();
    for words in ["1.200.000.000 đ", "24 tin", "Phát thanh", "phụ trách nội dung", "09/11/2026 – 15/11/2026"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    // A unit sees its own and what it supports, and nothing else.
    assert_eq!(other.get(&mine).await.status, 200);
    assert_eq!(mai.get(&theirs).await.status, 404);
    assert!(!mai.get(&at).await.text().contains("Nhà giáo"));
    assert_eq!(other.get(&format!("{mine}/edit")).await.status, 403);
    assert_eq!(
        mai.post(&format!("{theirs}/edit"), &[("lead", &yt), ("title", "Của chúng tôi")]).await.status,
        404
    );
    // Filters find it by words, month and unit.
    for query in ["q=tiem+chung", "month=2026-11", "scope=own&novelty=new", "state=over", "sort=day"] {
        assert!(duy.get(&format!("{at}?{query}")).await.text().contains("tiêm chủng"), "{query}");
    }
    assert!(!duy.get(&format!("{at}?q=%25_")).await.text().contains("tiêm chủng"));
    done(&duy, "/desk/kept", &[("list", &at), ("name", "Việc y tế"), ("query", "q=tiem")]).await;
    assert!(duy.get(&at).await.text().contains("Việc y tế"));
    // Who has sent, who not.
    done(&mai, &format!("{at}/send"), &[("unit", &yt)]).await;
    assert_eq!(mai.post(&format!("{at}/send"), &[("unit", &gd)]).await.status, 403);
    let units = duy.get(&format!("{at}/units")).await.text();
    assert!(units.contains("Đã gửi sau hạn") || units.contains("Gửi sau hạn"), "{units}");
    assert!(units.contains("Quá hạn gửi"));
    // Presented: the text is frozen.
    assert_eq!(
        mai.post(&format!("{at}/present"), &[("meeting", "Giao ban"), ("on", "2026-11-21")]).await.status,
        403
    );
    assert_eq!(duy.post(&format!("{at}/present"), &[("meeting", ""), ("on", "")]).await.status, 422);
    done(&duy, &format!("{at}/present"), &[("meeting", "Giao ban tháng"), ("on", "2026-11-21")]).await;
    let frozen =
        mai.post(&format!("{mine}/edit"), &[("lead", &yt), ("title", "Khác hẳn"), ("version", "1")]).await;
    assert_eq!(frozen.status, 422, "{}", frozen.text());
    // Returned with a reason, presented again, approved by hash.
    assert_eq!(son.post(&format!("{at}/return"), &[("reason", " ")]).await.status, 422);
    done(&son, &format!("{at}/return"), &[("reason", "Bổ sung địa bàn")]).await;
    assert!(duy.get(&at).await.text().contains("Bổ sung địa bàn"));
    done(
        &mai,
        &format!("{mine}/edit"),
        &[
            &[
                ("lead", yt.as_str()),
                ("title", "Truyền thông tiêm chủng mở rộng"),
                ("areas", "toàn tỉnh"),
                ("version", "1"),
            ],
            &more[..],
        ]
        .concat(),
    )
    .await;
    done(&duy, &format!("{at}/present"), &[("meeting", "Giao ban tháng"), ("on", "2026-11-22")]).await;
    let approval = son.get(&format!("{at}/approval")).await;
    let seen = approval.between("approve\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    assert_eq!(seen.len(), 64, "{}", approval.text());
    assert_eq!(son.post(&format!("{at}/approve"), &[("seen", "0")]).await.status, 409);
    assert_eq!(duy.post(&format!("{at}/approve"), &[("seen", &seen)]).await.status, 403);
    done(&son, &format!("{at}/approve"), &[("seen", &seen)]).await;
    let ledger = agreed(&app).await;
    assert_eq!(ledger, 2, "each line is agreed");
    done(&duy, &format!("{at}/enforce"), &[]).await;
    // A version keeps what it said.
    let first = duy.get(&format!("{at}/versions/1")).await.text();
    assert!(first.contains("Giao ban tháng") && first.contains("tiêm chủng"));
    amended(&app, &at, &mine).await;
    assert_eq!(agreed(&app).await, 3, "an amendment adds a line");
    let moved = app.agency.app.db.reader();
    let lines =
        db::one::<i64>(moved, "SELECT COUNT(*) FROM ledger WHERE action = 'activity-moved'", vec![]).await;
    assert_eq!(lines.unwrap(), 1);
    done(&duy, &format!("{at}/close"), &[]).await;
}

async fn agreed(app: &TestApp) -> i64 {
    let sql = "SELECT COUNT(*) FROM ledger WHERE action = 'activity-agreed'";
    db::one(app.agency.app.db.reader(), sql, vec![]).await.unwrap()
}

/// A line is moved, one is added, and who proposed it does not decide.
async fn amended(app: &TestApp, at: &str, mine: &str) {
    let (mai, son, duy) = (app.as_(Who::Mai).await, app.as_(Who::Son).await, app.as_(Who::Duy).await);
    let yt = app.world.units["yt"].to_string();
    let fields = [
        ("lead", yt.as_str()),
        ("title", "Truyền thông tiêm chủng mở rộng"),
        ("from", "2026-11-16"),
        ("to", "2026-11-22"),
        ("version", "2"),
        ("reason", ""),
    ];
    assert_eq!(mai.post(&format!("{mine}/edit"), &fields).await.status, 422);
    let fields = [&fields[..5], &[("reason", "Chờ vắc-xin về")]].concat();
    done(&mai, &format!("{mine}/edit"), &fields).await;
    assert!(mai.get(mine).await.text().contains("09/11/2026 – 15/11/2026"), "nothing changed yet");
    assert_eq!(duy.post(&format!("{at}/close"), &[]).await.status, 422);
    assert_eq!(mai.post(&format!("{at}/amendments/1"), &[("yes", "1")]).await.status, 403);
    assert_eq!(duy.post(&format!("{at}/amendments/1"), &[("yes", "1")]).await.status, 403);
    let page = son.get(&format!("{at}/approval")).await.text();
    assert!(page.contains("Chờ vắc-xin về") && page.contains("<del>09/11/2026 – 15/11/2026</del>"), "{page}");
    done(&son, &format!("{at}/amendments/1"), &[("yes", "1")]).await;
    assert!(mai.get(mine).await.text().contains("16/11/2026 – 22/11/2026"));
    assert_eq!(son.post(&format!("{at}/amendments/1"), &[("yes", "1")]).await.status, 422);
    let fields =
        [("lead", yt.as_str()), ("title", "Chiến dịch uống vitamin A"), ("reason", "Bộ Y tế chỉ đạo")];
    done(&mai, &format!("{at}/lines"), &fields).await;
    assert!(!duy.get(at).await.text().contains("vitamin A"));
    done(&son, &format!("{at}/amendments/2"), &[("yes", "1")]).await;
    assert!(duy.get(at).await.text().contains("vitamin A"));
    done(&mai, &format!("{mine}/drop"), &[("reason", "Không có vắc-xin")]).await;
    assert_eq!(son.post(&format!("{at}/amendments/3"), &[("yes", "0")]).await.status, 422);
    done(&son, &format!("{at}/amendments/3"), &[("yes", "0"), ("reason", "Vắc-xin về ngày mai")]).await;
    assert!(duy.get(at).await.text().contains("tiêm chủng"));
}

async fn s65_an_annual_plan_needs_both_appraisals_and_another_person(app: TestApp) {
    let (duy, son, khoe) = (focal(&app).await, app.as_(Who::Son).await, app.as_(Who::Khoe).await);
    let (yt, gd, vp) = (
        app.world.units["yt"].to_string(),
        app.world.units["gd"].to_string(),
        app.world.units["vp"].to_string(),
    );
    let (_, finance) = app.newcomer("Ly Van Tai", Role::Editor, Some("gd")).await;
    let (_, content) = app.newcomer("Lo Thi Noi", Role::Leader, Some("vp")).await;
    let medium = plan(&app, &duy, "medium", "2026-01-01", "2030-12-31", "").await;
    let parent = medium.rsplit('/').next().unwrap().to_owned();
    // A child lies inside its parent.
    let outside = [
        ("kind", "annual"),
        ("title", "Kế hoạch năm 2031"),
        ("from", "2031-01-01"),
        ("to", "2031-12-31"),
        ("unit", vp.as_str()),
        ("parent", parent.as_str()),
    ];
    let refused = duy.post("/desk/plans", &outside).await;
    assert!(refused.status == 422 && refused.text().contains("Kế hoạch năm 2031"), "{}", refused.text());
    let at = plan(&app, &duy, "annual", "2027-01-01", "2027-12-31", &parent).await;
    assert!(duy.get(&medium).await.text().contains(&at));
    // Sơn wrote one of its lines: another leader must approve it.
    let (_, leader) = app.newcomer("Nguyen Lanh Dao", Role::Leader, None).await;
    line(&duy, &at, &yt, "Tuyên truyền phòng, chống dịch", &[("budget", "350 triệu")]).await;
    done(&duy, &format!("{at}/present"), &[("meeting", "Họp kế hoạch"), ("on", "2026-11-22")]).await;
    assert!(son.get(&format!("{at}/approval")).await.text().contains("cần ít nhất 2 ý kiến"));
    let seen = seen_hash(&app, &at).await;
    assert_eq!(leader.post(&format!("{at}/approve"), &[("seen", &seen)]).await.status, 422);
    assert_eq!(finance.get(&at).await.status, 404, "who was not asked sees nothing");
    done(&duy, &format!("{at}/appraisals"), &[("unit", &vp), ("aspect", "content"), ("due", "2026-11-25")])
        .await;
    done(&duy, &format!("{at}/appraisals"), &[("unit", &gd), ("aspect", "finance")]).await;
    let twice = duy.post(&format!("{at}/appraisals"), &[("unit", &gd), ("aspect", "finance")]).await;
    assert_eq!(twice.status, 422);
    // Who appraises sees the whole plan.
    let page = finance.get(&at).await.text();
    assert!(page.contains("phòng, chống dịch"), "{page}");
    let approval = finance.get(&format!("{at}/approval")).await.text();
    let id = approval.split("/appraisals/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let give = |opinion: &'static str, words: &'static str| {
        [("opinion", opinion), ("words", words), ("given", "2026-11-22")]
    };
    let mute = finance.post(&format!("{at}/appraisals/{id}"), &give("changes", "")).await;
    assert_eq!(mute.status, 422);
    done(&finance, &format!("{at}/appraisals/{id}"), &give("changes", "Giảm 10% kinh phí")).await;
    let open = leader.post(&format!("{at}/approve"), &[("seen", &seen)]).await;
    assert!(open.status == 422 && open.text().contains("Còn 1 ý kiến"), "{}", open.text());
    let approval = content.get(&format!("{at}/approval")).await.text();
    let ids: Vec<&str> =
        approval.split("/appraisals/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let other = ids.into_iter().find(|one| *one != id).unwrap();
    assert_eq!(finance.post(&format!("{at}/appraisals/{other}"), &give("agree", "")).await.status, 403);
    // Neither who edits for the agency nor who will approve speaks for a unit.
    assert_eq!(khoe.post(&format!("{at}/appraisals/{other}"), &give("agree", "")).await.status, 404);
    assert_eq!(leader.post(&format!("{at}/appraisals/{other}"), &give("agree", "")).await.status, 403);
    done(&content, &format!("{at}/appraisals/{other}"), &give("agree", "")).await;
    done(&leader, &format!("{at}/approve"), &[("seen", &seen)]).await;
    assert!(duy.get(&format!("{at}/approval")).await.text().contains("Nguyen Lanh Dao"));
}

async fn seen_hash(app: &TestApp, at: &str) -> String {
    let id = uuid::Uuid::parse_str(at.rsplit('/').next().unwrap()).unwrap();
    let sql = "SELECT hash FROM plan WHERE id = $1";
    db::one(app.agency.app.db.reader(), sql, vec![id.into()]).await.unwrap()
}

async fn ten_units_write_at_once_and_lose_nothing(app: TestApp) {
    let duy = focal(&app).await;
    let at = november(&app, &duy).await;
    let yt = app.world.units["yt"].to_string();
    done(&duy, &format!("{at}/units"), &[("units", &yt)]).await;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..10 {
        let who = app.as_(if n % 2 == 0 { Who::Mai } else { Who::Pao }).await;
        let (at, yt) = (at.clone(), yt.clone());
        writers.spawn(async move {
            for m in 0..3 {
                let title = format!("Nội dung thứ {n}-{m}");
                done(&who, &format!("{at}/lines"), &[("lead", &yt), ("title", &title)]).await;
            }
        });
    }
    while let Some(written) = writers.join_next().await {
        written.unwrap();
    }
    assert!(duy.get(&at).await.text().contains("30 nội dung"));
    // Two people have one line open: the second sees both texts, and saves over the first knowingly.
    let (mai, pao) = (app.as_(Who::Mai).await, app.as_(Who::Pao).await);
    let mine = line(&mai, &at, &yt, "Khám bệnh lưu động", &[("areas", "xã Nậm Ưởng")]).await;
    let fields = |areas: &'static str, version: &'static str| {
        [
            ("lead", yt.clone()),
            ("title", "Khám bệnh lưu động".into()),
            ("areas", areas.into()),
            ("version", version.into()),
        ]
    };
    let send = |who: Client, fields: [(&'static str, String); 4], at: String| async move {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        who.post(&format!("{at}/edit"), &fields).await
    };
    assert_eq!(send(mai.clone(), fields("xã Nậm Ưởng; xã Pác Nhùng", "1"), mine.clone()).await.status, 303);
    let stale = send(pao.clone(), fields("toàn tỉnh", "1"), mine.clone()).await;
    let text = stale.text();
    assert_eq!(stale.status, 409);
    assert!(text.contains("Lò Thị Mai vừa lưu bản khác") && text.contains("xã Pác Nhùng"), "{text}");
    assert!(text.contains("value=\"toàn tỉnh\"") && text.contains("name=\"version\" value=\"2\""), "{text}");
    assert_eq!(send(pao, fields("toàn tỉnh", "2"), mine.clone()).await.status, 303);
    assert!(mai.get(&mine).await.text().contains("viết bản thứ 3"));
}

async fn s180_lines_of_a_unit_that_ended_are_the_work_of_the_one_after_it(app: TestApp) {
    let duy = focal(&app).await;
    let at = november(&app, &duy).await;
    let yt = app.world.units["yt"];
    done(&duy, &format!("{at}/units"), &[("units", &yt.to_string())]).await;
    let mai = app.as_(Who::Mai).await;
    let mine = line(&mai, &at, &yt.to_string(), "Khám bệnh lưu động", &[]).await;
    done(&duy, &format!("{at}/present"), &[("meeting", "Giao ban"), ("on", "2026-11-21")]).await;
    done(&duy, &format!("{at}/return"), &[("reason", "Sắp xếp lại tổ chức")]).await;
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let wish = people::verbs::UnitWish {
        name: "Sở Y tế và Dân số".into(),
        abbreviation: "SYTDS".into(),
        symbol: "SYTDS".into(),
        kind: people::UnitKind::Department,
        parent: None,
        area: None,
        from: Day::constant(2026, 11, 22),
        to: None,
        ancestors: vec![people::verbs::Ancestor {
            id: yt,
            on: Day::constant(2026, 11, 22),
            how: "renamed".into(),
            scope: String::new(),
        }],
    };
    let new = people::verbs::found_unit(&mut cx, wish).await.unwrap();
    let pao = app.world.people[&Who::Pao];
    people::verbs::give_role(&mut cx, pao, Role::Contributor, Some(new), (None, None)).await.unwrap();
    let (fresh, _) = (app.world.people[&Who::Trang], ());
    people::verbs::give_role(&mut cx, fresh, Role::Contributor, Some(new), (None, None)).await.unwrap();
    cx.finish().await.unwrap();
    let heir = app.as_(Who::Trang).await;
    let page = heir.get(&at).await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(
        text.contains("Sở Y tế và Dân số") && text.contains("trước là Sở Y tế") && text.contains("lưu động"),
        "{text}"
    );
    let fields = [
        ("lead", new.to_string()),
        ("title", "Khám bệnh lưu động vùng biên".into()),
        ("version", "1".into()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    done(&heir, &format!("{mine}/edit"), &fields).await;
    // History keeps the old name.
    let first = duy.get(&format!("{at}/versions/1")).await.text();
    assert!(first.contains("Sở Y tế</td>"), "{first}");
    assert_eq!(app.as_(Who::Do).await.get(&mine).await.status, 404);
}

async fn plans_are_hostile_ground_for_strangers(app: TestApp) {
    let duy = focal(&app).await;
    let at = november(&app, &duy).await;
    let yt = app.world.units["yt"].to_string();
    done(&duy, &format!("{at}/units"), &[("units", &yt)]).await;
    let mai = app.as_(Who::Mai).await;
    let mine =
        line(&mai, &at, &yt, "<script>alert(1)</script> khám bệnh", &[("areas", "\"><img src=x>")]).await;
    let text = duy.get(&at).await.text();
    assert!(!text.contains("<script>alert") && !text.contains("<img src=x>"));
    let (guest, admin, visitor) =
        (app.as_(Who::Trang).await, app.as_(Who::Luc).await, app.as_(Who::Visitor).await);
    for address in
        [at.clone(), mine.clone(), format!("{at}/units"), format!("{at}/approval"), format!("{mine}/edit")]
    {
        assert_eq!(guest.get(&address).await.status, 404, "{address}");
        assert_eq!(admin.get(&address).await.status, 404, "{address}");
        assert_eq!(visitor.get(&address).await.status, 303, "{address}");
    }
    for verb in [
        "present",
        "return",
        "approve",
        "enforce",
        "close",
        "send",
        "units",
        "lines",
        "appraisals",
        "filters",
    ] {
        assert_eq!(guest.post(&format!("{at}/{verb}"), &[]).await.status, 404, "{verb}");
        assert_eq!(visitor.post(&format!("{at}/{verb}"), &[]).await.status, 401, "{verb}");
    }
    assert!(!guest.get("/desk/plans").await.text().contains("Kế hoạch tuyên truyền"));
    assert_eq!(mai.get("/desk/plans/new").await.status, 403);
    assert_eq!(mai.post("/desk/plans", &[("kind", "monthly")]).await.status, 403);
    for bad in ["x", "0190a000-0000-7000-8000-000000000000", "%27%20OR%201%3D1"] {
        assert_eq!(duy.get(&format!("/desk/plans/{bad}")).await.status, 404);
        assert_eq!(duy.get(&format!("{at}/lines/{bad}")).await.status, 404);
    }
    for query in ["page=0", "page=9999", "page=x"] {
        assert_eq!(duy.get(&format!("{at}?{query}")).await.status, 404, "{query}");
    }
    for query in ["unit=x", "month=2026-99", "state=%27", "q=%27%3B--&area=%25"] {
        assert_eq!(duy.get(&format!("{at}?{query}")).await.status, 200, "{query}");
    }
    let gd = app.world.units["gd"].to_string();
    let stolen = mai.post(&format!("{at}/lines"), &[("lead", &gd), ("title", "Việc của Sở khác")]).await;
    assert_eq!(stolen.status, 403);
    let huge = "x".repeat(600);
    let refused = mai
        .post(
            &format!("{at}/lines"),
            &[("lead", &yt), ("title", &huge), ("budget", "nhiều"), ("due", "2026-12-05")],
        )
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("nhiều") && refused.text().contains(&huge), "what was typed stays");
    let elsewhere = november(&app, &duy).await;
    let id = mine.rsplit('/').next().unwrap();
    assert_eq!(duy.get(&format!("{elsewhere}/lines/{id}")).await.status, 404);
}

async fn a_plan_is_seen_as_month_board_and_bars_and_handed_out(app: TestApp) {
    let duy = focal(&app).await;
    let at = november(&app, &duy).await;
    let yt = app.world.units["yt"].to_string();
    done(&duy, &format!("{at}/units"), &[("units", &yt)]).await;
    let mai = app.as_(Who::Mai).await;
    line(
        &mai,
        &at,
        &yt,
        "Truyền thông tiêm chủng",
        &[("from", "2026-11-09"), ("to", "2026-11-25"), ("budget", "45 triệu")],
    )
    .await;
    line(&mai, &at, &yt, "Trực cấp cứu cả tháng", &[]).await;
    let month = mai.get(&format!("{at}/calendar")).await.text();
    assert!(
        month.contains("Bắt đầu:") && month.contains("Đến hạn:") && month.contains("Trong cả tháng"),
        "{month}"
    );
    assert_eq!(mai.get(&format!("{at}/calendar?month=2026-12")).await.status, 200);
    let board = mai.get(&format!("{at}/board")).await.text();
    assert!(board.contains("Đang trong thời gian") && board.contains("tiêm chủng"));
    let bars = mai.get(&format!("{at}/timeline")).await.text();
    assert!(
        bars.contains("gantt-bar") && bars.contains("hôm nay") && bars.contains("09/11/2026 – 25/11/2026")
    );
    let other = app.as_(Who::Do).await;
    for view in ["calendar", "board", "timeline", "xlsx", "docx", "pdf", "campaign", "import"] {
        assert_eq!(other.get(&format!("{at}/{view}")).await.status, 404, "{view}");
    }
    assert_eq!(duy.get(&format!("{at}/campaign")).await.status, 404, "no campaign");
    for (file, begins) in [("xlsx", b"PK"), ("docx", b"PK"), ("pdf", b"%P")] {
        let made = mai.get(&format!("{at}/{file}")).await;
        assert!(made.status == 200 && made.bytes.starts_with(begins), "{file}: {}", made.status);
    }
    // The calendar's secret address needs no log-in, holds agreed lines alone, and ends with the next one.
    done(&duy, &format!("{at}/present"), &[("meeting", "Giao ban"), ("on", "2026-11-21")]).await;
    let page = mai.post("/desk/plans/feed", &[]).await;
    let secret = page.between("/desk/plans/feed/", "<");
    let (visitor, son) = (app.as_(Who::Visitor).await, app.as_(Who::Son).await);
    let feed = format!("/desk/plans/feed/{secret}");
    assert!(!visitor.get(&feed).await.text().contains("tiêm chủng"));
    let seen = seen_hash(&app, &at).await;
    // A briefing talks over what is not approved yet, and knows it from what is.
    let days = (Day::constant(2026, 11, 10), Day::constant(2026, 11, 12));
    let drafted = async || planning::lines_drafted(app.agency.app.db.reader(), days).await.unwrap().len();
    assert_eq!(drafted().await, 2);
    done(&son, &format!("{at}/approve"), &[("seen", &seen)]).await;
    assert_eq!(drafted().await, 0);
    let text = visitor.get(&feed).await.text();
    assert!(text.contains("tiêm chủng") && text.contains("20261126"), "{text}");
    mai.post("/desk/plans/feed", &[]).await;
    assert_eq!(visitor.get(&feed).await.status, 404);
    let own = [app.world.units["yt"]];
    let told = planning::lines_between(app.agency.app.db.reader(), days, Some(&own));
    assert_eq!(told.await.unwrap().len(), 2);
}

/// A file as a form sends it.
async fn upload(who: &Client, at: &str, unit: &str, name: &str, file: &[u8]) -> Answer {
    let edge = "----daumoi-plan";
    let mut body = format!(
        "--{edge}\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\n{unit}\r\n--{edge}\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{edge}--\r\n").as_bytes());
    who.send(http::Method::POST, at, Some(&format!("multipart/form-data; boundary={edge}")), body).await
}

async fn a_table_is_taken_over_after_a_look(app: TestApp) {
    let duy = focal(&app).await;
    let at = plan(&app, &duy, "annual", "2026-01-01", "2026-12-31", "").await;
    let yt = app.world.units["yt"].to_string();
    done(&duy, &format!("{at}/units"), &[("units", &yt)]).await;
    let mai = app.as_(Who::Mai).await;
    let cells = |row: [&str; 5]| row.map(paper::Cell::from).to_vec();
    let book = paper::Book {
        title: "Kế hoạch".into(),
        day: None,
        sheets: vec![paper::Sheet {
            name: "Kế hoạch".into(),
            titles: vec!["SỞ Y TẾ".into(), "KẾ HOẠCH NĂM 2026".into()],
            columns: ["STT", "Nội dung công việc", "Đơn vị phối hợp", "Thời gian", "Kinh phí"]
                .map(|title| paper::SheetColumn::new(title, 20))
                .to_vec(),
            rows: vec![
                cells(["1", "Chiến dịch vitamin A", "Sở Giáo dục và Đào tạo", "Tháng 6", "1,2 tỷ"]),
                cells(["2", "Khám bệnh lưu động <b>", "", "Quý II", "350 triệu"]),
                cells(["3", "Ngoài năm", "", "15/6/2029", ""]),
                cells(["", "Tổng cộng", "", "", "1.550.000.000"]),
            ],
        }],
    };
    let file = paper::xlsx(&book).unwrap();
    let look = upload(&mai, &format!("{at}/import"), &yt, "so-y-te.xlsx", &file).await;
    let text = look.text();
    assert_eq!(look.status, 200, "{text}");
    for words in
        ["Đọc được 2 nội dung", "01/06/2026 – 30/06/2026", "1.200.000.000 đ", "01/04/2026", "Dòng cộng"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("<b>") && !mai.get(&at).await.text().contains("vitamin"), "nothing is kept yet");
    let json = look.between("name=\"lines\" value=\"", "\"");
    let json = json.replace("&quot;", "\"").replace("&#34;", "\"").replace("&lt;", "<").replace("&#60;", "<");
    let json = json.replace("&gt;", ">").replace("&#62;", ">");
    done(&mai, &format!("{at}/import/take"), &[("unit", &yt), ("lines", &json)]).await;
    let page = mai.get(&at).await.text();
    assert!(
        page.contains("vitamin A") && page.contains("2 nội dung") && page.contains("1.550.000.000 đ"),
        "{page}"
    );
    // What comes back is not believed: another unit's line, a file of another kind, no file.
    let gd = app.world.units["gd"].to_string();
    let forged = json.replace(&yt, &gd);
    assert_eq!(
        mai.post(&format!("{at}/import/take"), &[("unit", &yt), ("lines", &forged)]).await.status,
        403
    );
    assert_eq!(mai.post(&format!("{at}/import/take"), &[("unit", &yt), ("lines", "[{}]")]).await.status, 422);
    for (name, bytes) in [("a.xlsx", &b"no archive"[..]), ("a.doc", &b"x"[..]), ("a.xlsx", &b""[..])] {
        assert_eq!(upload(&mai, &format!("{at}/import"), &yt, name, bytes).await.status, 422, "{name}");
    }
    assert_eq!(upload(&mai, &format!("{at}/import"), &gd, "a.xlsx", &file).await.status, 422);
    // What a plan hands out can be read again.
    let word = mai.get(&format!("{at}/docx")).await;
    let again = upload(&mai, &format!("{at}/import"), &yt, "ke-hoach.docx", &word.bytes).await.text();
    assert!(again.contains("Đọc được 2 nội dung"), "{again}");
}

async fn s59_a_congress_moves_and_its_lines_move_with_it(app: TestApp) {
    let duy = focal(&app).await;
    let at = plan(&app, &duy, "campaign", "2026-10-01", "2027-01-31", "").await;
    let (yt, mai, guest) =
        (app.world.units["yt"].to_string(), app.as_(Who::Mai).await, app.as_(Who::Trang).await);
    done(&duy, &format!("{at}/units"), &[("units", &yt)]).await;
    done(&duy, &format!("{at}/events"), &[("event_name", "Đại hội"), ("day", "2026-12-15")]).await;
    assert_eq!(
        duy.post(&format!("{at}/events"), &[("event_name", "Sai"), ("day", "2030-01-01")]).await.status,
        422
    );
    let page = duy.get(&format!("{at}/campaign")).await;
    assert!(page.text().contains("Còn 23 ngày"), "{}", page.text());
    let event = page.between("/events/", "\"");
    let mine = line(
        &mai,
        &at,
        &yt,
        "Trang trí khánh tiết",
        &[("event", &event), ("offset_from", "T-30"), ("offset_to", "T+1"), ("phase", "before")],
    )
    .await;
    let free =
        line(&mai, &at, &yt, "Bảo đảm y tế hằng ngày", &[("from", "2026-11-01"), ("to", "2026-11-30")]).await;
    assert!(mai.get(&mine).await.text().contains("15/11/2026 – 16/12/2026"));
    // Two weeks later: the preview says what moves, the reason is kept.
    let preview = duy.get(&format!("{at}/events/{event}?day=2026-12-29")).await.text();
    assert!(
        preview.contains("1 nội dung dời theo") && preview.contains("<ins>29/11/2026 – 30/12/2026</ins>"),
        "{preview}"
    );
    assert!(mai.get(&mine).await.text().contains("15/11/2026"), "a preview changes nothing");
    let to = format!("{at}/events/{event}");
    let fields = |day: &'static str, seen: &'static str, reason: &'static str| {
        [("day", day), ("seen", seen), ("reason", reason)]
    };
    assert_eq!(mai.post(&to, &fields("2026-12-29", "1", "x")).await.status, 403);
    assert_eq!(duy.post(&to, &fields("2026-12-29", "1", "")).await.status, 422);
    assert_eq!(duy.post(&to, &fields("2026-12-29", "2", "Chờ")).await.status, 409);
    assert_eq!(duy.post(&to, &fields("2027-01-31", "1", "Chờ")).await.status, 422, "a line would fall out");
    done(&duy, &to, &fields("2026-12-29", "1", "Trung ương đổi lịch")).await;
    assert!(mai.get(&mine).await.text().contains("29/11/2026 – 30/12/2026"));
    assert!(mai.get(&free).await.text().contains("01/11/2026 – 30/11/2026"));
    assert!(duy.get(&format!("{at}/campaign")).await.text().contains("Trung ương đổi lịch"));
    // A guest has rights inside the campaign alone, and only while invited.
    assert_eq!(guest.get(&at).await.status, 404);
    done(&duy, &format!("{at}/bodies"), &[("body_name", "Tiểu ban Tuyên truyền")]).await;
    let body = duy.get(&format!("{at}/campaign")).await.between("name=\"body\" value=\"", "\"");
    let trang = app.world.people[&Who::Trang].to_string();
    done(&duy, &format!("{at}/seats"), &[("body", &body), ("person", &trang), ("task", "phụ trách báo chí")])
        .await;
    let seen = guest.get(&at).await;
    assert!(seen.status == 200 && seen.text().contains("khánh tiết"));
    let other = november(&app, &duy).await;
    assert_eq!(guest.get(&other).await.status, 404);
    assert_eq!(guest.get(&format!("{mine}/edit")).await.status, 403);
    assert_eq!(guest.post(&format!("{at}/bodies"), &[("body_name", "Của khách")]).await.status, 403);
    let line_id = mine.rsplit('/').next().unwrap();
    done(&duy, &format!("{at}/parts"), &[("line", line_id), ("body", &body)]).await;
    assert_eq!(duy.post(&format!("{at}/parts"), &[("line", line_id), ("body", line_id)]).await.status, 404);
    done(
        &duy,
        &format!("{at}/checks"),
        &[("what", "Máy phát điện dự phòng"), ("kind", "infrastructure"), ("due", "2026-12-20")],
    )
    .await;
    let page = guest.get(&format!("{at}/campaign")).await;
    let check = page.between("name=\"check\" value=\"", "\"");
    done(&guest, &format!("{at}/checks/tick"), &[("check", &check), ("done", "1")]).await;
    assert!(duy.get(&format!("{at}/campaign")).await.text().contains("xong: Phạm Thu Trang"));
    let seat = duy.get(&format!("{at}/campaign")).await.between("name=\"seat\" value=\"", "\"");
    done(&duy, &format!("{at}/seats/leave"), &[("seat", &seat)]).await;
    assert_eq!(guest.get(&at).await.status, 404);
}

async fn a_plan_of_many_lines_becomes_work_piece_by_piece(app: TestApp) {
    let (duy, son) = (focal(&app).await, app.as_(Who::Son).await);
    let yt = app.world.units["yt"];
    let at = november(&app, &duy).await;
    let id: kernel::PlanId = at.rsplit('/').next().unwrap().parse().unwrap();
    let lines = (0..250).map(|n| planning::line::Content {
        title: format!("Việc số {n:03}"),
        ..planning::line::Content::of(yt)
    });
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    planning::verbs::import_lines(&mut cx, id, yt, lines.collect()).await.unwrap();
    cx.finish().await.unwrap();
    done(&duy, &format!("{at}/present"), &[("meeting", "Giao ban tháng"), ("on", "2026-11-21")]).await;
    let approval = son.get(&format!("{at}/approval")).await;
    let seen = approval.between("approve\" data-once><input type=\"hidden\" name=\"seen\" value=\"", "\"");
    done(&son, &format!("{at}/approve"), &[("seen", &seen)]).await;
    assert_eq!(agreed(&app).await, 100, "the first of them at once");
    // What is dropped before its turn never becomes work.
    let page = duy.get(&format!("{at}?q=vi%E1%BB%87c+s%E1%BB%91+249")).await.text();
    let last = page.split("/lines/0").nth(1).unwrap().split('"').next().unwrap();
    let last = format!("0{last}");
    done(&duy, &format!("{at}/lines/{last}/drop"), &[("reason", "Không còn cần"), ("version", "1")]).await;
    done(&son, &format!("{at}/amendments/1"), &[("yes", "1"), ("reason", "Đồng ý")]).await;
    app.run_jobs().await;
    assert_eq!(agreed(&app).await, 249);
    assert!(duy.get("/desk/work/all?q=vi%E1%BB%87c+s%E1%BB%91+248").await.text().contains("Việc số 248"));
    assert!(!duy.get("/desk/work/all?q=vi%E1%BB%87c+s%E1%BB%91+249").await.text().contains("Việc số 249"));
}
