//! What hangs for a campaign: exact words somebody said yes to, photographs that prove it, and everybody who must not.

use kernel::{Actor, Role};
use testkit::{Answer, Client, TestApp, Who, journey};

journey!(
    s60_a_banner_goes_up_is_proved_checked_and_comes_down,
    what_hangs_follows_its_event,
    displays_are_closed_to_strangers_and_to_files_that_are_no_pictures,
);

async fn done(who: &Client, at: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = who.post(at, fields).await;
    assert_eq!(answer.status, 303, "{at}: {}", answer.text());
    answer
}

fn picture(width: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(width, 600).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

/// Duy keeps plans for the whole agency; a campaign of his with an event; its address and the event.
async fn campaign(app: &TestApp) -> (Client, String, String) {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    people::verbs::give_role(&mut cx, app.world.people[&Who::Duy], Role::FocalOfficer, None, (None, None))
        .await
        .unwrap();
    cx.finish().await.unwrap();
    let duy = app.as_(Who::Duy).await;
    let unit = app.world.units["vp"].to_string();
    let fields = [
        ("kind", "campaign"),
        ("title", "Tuyên truyền Đại hội"),
        ("from", "2026-10-01"),
        ("to", "2027-01-31"),
        ("unit", unit.as_str()),
    ];
    let at = done(&duy, "/desk/plans", &fields).await.location().to_owned();
    done(&duy, &format!("{at}/events"), &[("event_name", "Đại hội"), ("day", "2026-12-15")]).await;
    let event = duy.get(&format!("{at}/campaign")).await.between("/events/", "\"");
    (duy, at, event)
}

/// Adds a banner of a unit; answers its address.
async fn banner(who: &Client, at: &str, unit: &str, more: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("kind", "banner"),
        ("title", "Băng rôn cổng bệnh viện"),
        ("words", "NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI"),
        ("quantity", "4"),
        ("measure", "tấm"),
        ("address", "Cổng bệnh viện <b>tỉnh</b>"),
        ("unit", unit),
        ("up", "2026-11-10"),
        ("down", "2026-12-20"),
    ];
    fields.extend_from_slice(more);
    done(who, &format!("{at}/displays"), &fields).await.location().to_owned()
}

async fn approved(who: &Client, at: &str) {
    let hash = who.get(at).await.between("name=\"hash\" value=\"", "\"");
    done(who, &format!("{at}/approve"), &[("hash", &hash)]).await;
}

async fn s60_a_banner_goes_up_is_proved_checked_and_comes_down(app: TestApp) {
    let (duy, at, _) = campaign(&app).await;
    let (mai, son) = (app.as_(Who::Mai).await, app.as_(Who::Son).await);
    let yt = app.world.units["yt"].to_string();
    assert_eq!(mai.get(&at).await.status, 404);
    let one = banner(&duy, &at, &yt, &[]).await;
    // Who is in charge of one sees the campaign from then on.
    let page = mai.get(&one).await;
    assert!(page.status == 200 && page.text().contains("Chưa duyệt lời"), "{}", page.text());
    assert!(!page.text().contains("<b>tỉnh</b>"));
    // Words nobody approved do not go up, and their writer does not approve them.
    let step = format!("{one}/step");
    assert_eq!(mai.post(&step, &[("step", "put-up"), ("hung", "4")]).await.status, 422);
    let hash = files::sha256("NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI".as_bytes());
    assert_eq!(duy.post(&format!("{one}/approve"), &[("hash", &hash)]).await.status, 422);
    assert_eq!(mai.post(&format!("{one}/approve"), &[("hash", &hash)]).await.status, 403);
    assert_eq!(son.post(&format!("{one}/approve"), &[("hash", "x")]).await.status, 409);
    approved(&son, &one).await;
    // Other words void the yes.
    let fields = |words: &'static str| {
        [
            ("kind", "banner"),
            ("title", "Băng rôn cổng viện"),
            ("words", words),
            ("quantity", "4"),
            ("address", "Cổng"),
            ("up", "2026-11-10"),
            ("down", "2026-12-20"),
        ]
    };
    let mut other = fields("CHÀO MỪNG ĐẠI HỘI").to_vec();
    other.push(("unit", &yt));
    done(&mai, &format!("{one}/edit"), &other).await;
    assert!(duy.get(&one).await.text().contains("Lời trước đây (1)"));
    assert_eq!(mai.post(&step, &[("step", "put-up"), ("hung", "4")]).await.status, 422);
    approved(&duy, &one).await;
    let list = format!("{at}/displays");
    assert!(duy.get(&format!("{list}?state=late-up")).await.text().contains("Băng rôn cổng viện"));
    assert_eq!(mai.post(&step, &[("step", "put-up"), ("hung", "5")]).await.status, 422);
    assert_eq!(mai.post(&step, &[("step", "put-up"), ("hung", "nhiều")]).await.status, 422);
    done(&mai, &step, &[("step", "put-up"), ("hung", "3")]).await;
    let page = duy.get(&list).await.text();
    assert!(page.contains("<b class=\"nw\">1/1</b>") && page.contains("<td class=\"nw\">3/4"), "{page}");
    // What hangs keeps its words.
    other[2].1 = "KHÁC";
    assert_eq!(mai.post(&format!("{one}/edit"), &other).await.status, 422);
    // No photograph, no check; and not by who put it up.
    assert_eq!(duy.post(&step, &[("step", "check")]).await.status, 422);
    assert_eq!(mai.upload(&format!("{one}/photos"), "../../anh.png", &picture(1000), "x").await.status, 303);
    assert_eq!(mai.upload(&format!("{one}/photos"), "anh2.png", &picture(1000), "x").await.status, 422);
    let page = mai.get(&one).await;
    let photo = page.between("/photos/", "/");
    let shown = mai.get(&format!("{one}/photos/{photo}/w480.jpg")).await;
    assert!(shown.status == 200 && shown.header("content-type") == "image/jpeg");
    assert_eq!(mai.get(&format!("{one}/photos/{photo}/original")).await.status, 404);
    assert_eq!(mai.post(&step, &[("step", "check")]).await.status, 422);
    // Sent without a word of what it shows, it proves nothing of the kind.
    assert_eq!(duy.post(&step, &[("step", "check")]).await.status, 422);
    send(&mai, &format!("{one}/photos"), &picture(900), &[("proves", "up")]).await;
    done(&duy, &step, &[("step", "check")]).await;
    assert!(duy.get(&one).await.text().contains("Đã kiểm tra"));
    // Taken out with a reason that stays; the picture is shown no more.
    let out = format!("{one}/photos/{photo}/remove");
    assert_eq!(mai.post(&out, &[("reason", " ")]).await.status, 422);
    done(&mai, &out, &[("reason", "Ảnh chụp nhầm cổng")]).await;
    assert!(duy.get(&one).await.text().contains("Ảnh chụp nhầm cổng"));
    assert_eq!(mai.get(&format!("{one}/photos/{photo}/w480.jpg")).await.status, 404);
    assert_eq!(mai.post(&out, &[("reason", "lần nữa")]).await.status, 422);
    // Down, and one step back with a reason.
    done(&mai, &step, &[("step", "take-down")]).await;
    assert_eq!(mai.post(&step, &[("step", "back")]).await.status, 422);
    done(&mai, &step, &[("step", "back"), ("reason", "Bấm nhầm")]).await;
    assert_eq!(mai.post(&step, &[("step", "drop"), ("reason", "x")]).await.status, 403);
    for form in ["xlsx", "docx", "pdf"] {
        let file = duy.get(&format!("{list}/{form}?q=vien")).await;
        assert!(file.status == 200 && file.bytes.len() > 1000, "{form}");
    }
    let printed = duy.get(&format!("{list}/print")).await.text();
    assert!(printed.contains("CHÀO MỪNG ĐẠI HỘI") && printed.contains("/photos/"), "{printed}");
    // The report of the month counts it: checked once, and up at the end, for it was taken down by mistake.
    let id = one.rsplit('/').next().unwrap().parse().unwrap();
    let told = db::entries_of(app.agency.app.db.reader(), id).await.unwrap();
    let told: Vec<&str> = told.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(told, ["display-up", "display-checked", "display-off", "display-up"]);
    let report = done(&duy, "/desk/reports", &[("code", "2026-11")]).await.location().to_owned();
    for measure in ["displays", "displays-up"] {
        let cases = duy.get(&format!("{report}/numbers/{measure}")).await.text();
        assert!(cases.contains("Băng rôn cổng viện") && cases.contains(&one), "{cases}");
    }
}

async fn send(who: &Client, path: &str, file: &[u8], words: &[(&str, &str)]) {
    let answer = who.upload_with(path, "anh.png", file, words).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

async fn what_hangs_follows_its_event(app: TestApp) {
    let (duy, at, event) = campaign(&app).await;
    let yt = app.world.units["yt"].to_string();
    let son = app.as_(Who::Son).await;
    let hang = [("event", event.as_str()), ("offset_up", "T-30"), ("offset_down", "T+5")];
    let planned = banner(&duy, &at, &yt, &hang).await;
    let up = banner(&duy, &at, &yt, &[hang.as_slice(), &[("title", "Cờ phướn đã treo")]].concat()).await;
    assert!(duy.get(&planned).await.text().contains("15/11/2026 – 20/12/2026"));
    approved(&son, &up).await;
    done(&duy, &format!("{up}/step"), &[("step", "put-up")]).await;
    let to = format!("{at}/events/{event}");
    let preview = duy.get(&format!("{to}?day=2026-12-29")).await.text();
    assert!(preview.contains("<ins>29/11/2026 – 03/01/2027</ins>"), "{preview}");
    assert_eq!(duy.post(&to, &[("day", "2026-12-29"), ("seen", "0"), ("reason", "x")]).await.status, 409);
    assert_eq!(duy.post(&to, &[("day", "2027-01-30"), ("seen", "2"), ("reason", "x")]).await.status, 422);
    done(&duy, &to, &[("day", "2026-12-29"), ("seen", "2"), ("reason", "Dời ngày")]).await;
    assert!(duy.get(&planned).await.text().contains("29/11/2026 – 03/01/2027"));
    // What hangs already went up when it did.
    assert!(duy.get(&up).await.text().contains("15/11/2026 – 03/01/2027"));
}

async fn displays_are_closed_to_strangers_and_to_files_that_are_no_pictures(app: TestApp) {
    let (duy, at, _) = campaign(&app).await;
    let (mai, other, guest, son) =
        (app.as_(Who::Mai).await, app.as_(Who::Do).await, app.as_(Who::Trang).await, app.as_(Who::Son).await);
    let (yt, gd) = (app.world.units["yt"].to_string(), app.world.units["gd"].to_string());
    done(&duy, &format!("{at}/bodies"), &[("body_name", "Tiểu ban Khánh tiết")]).await;
    let body = duy.get(&format!("{at}/campaign")).await.between("name=\"body\" value=\"", "\"");
    let one = banner(&duy, &at, &yt, &[("body", &body)]).await;
    let theirs = banner(&duy, &at, &gd, &[]).await;
    // Another unit of the campaign sees it and does nothing to it.
    assert_eq!(other.get(&one).await.status, 200);
    for (verb, fields) in [("step", [("step", "put-up")]), ("edit", [("title", "Của tôi")])] {
        assert_eq!(other.post(&format!("{one}/{verb}"), &fields).await.status, 403, "{verb}");
    }
    assert_eq!(other.upload(&format!("{one}/photos"), "a.png", &picture(900), "").await.status, 403);
    let mine = [
        ("kind", "banner"),
        ("title", "Của đơn vị khác"),
        ("words", "x"),
        ("quantity", "1"),
        ("address", "y"),
        ("unit", yt.as_str()),
        ("up", "2026-11-10"),
    ];
    assert_eq!(other.post(&format!("{at}/displays"), &mine).await.status, 403);
    // A guest sees nothing before they sit in a body, and then does the work of that body alone.
    assert_eq!(guest.get(&one).await.status, 404);
    let trang = app.world.people[&Who::Trang].to_string();
    done(&duy, &format!("{at}/seats"), &[("body", &body), ("person", &trang)]).await;
    assert_eq!(guest.get(&one).await.status, 200);
    assert_eq!(guest.upload(&format!("{theirs}/photos"), "a.png", &picture(900), "").await.status, 403);
    approved(&son, &one).await;
    done(&guest, &format!("{one}/step"), &[("step", "put-up")]).await;
    assert_eq!(guest.upload(&format!("{one}/photos"), "a.png", &picture(900), "").await.status, 303);
    assert_eq!(guest.post(&format!("{one}/step"), &[("step", "drop"), ("reason", "x")]).await.status, 403);
    // Somebody else's photograph is taken out by who keeps the campaign alone.
    let photo = mai.get(&one).await.between("/photos/", "/");
    let out = |of: &str| format!("{of}/photos/{photo}/remove");
    assert_eq!(mai.post(&out(&one), &[("reason", "x")]).await.status, 403);
    // Through another item, another campaign, or an id that is none, it is not there.
    assert_eq!(duy.post(&out(&theirs), &[("reason", "x")]).await.status, 404);
    assert_eq!(duy.get(&format!("{theirs}/photos/{photo}/w480.jpg")).await.status, 404);
    let (_, elsewhere, _) = campaign(&app).await;
    let id = one.rsplit('/').next().unwrap();
    for address in [
        format!("{elsewhere}/displays/{id}"),
        format!("{elsewhere}/displays/{id}/photos/{photo}/w480.jpg"),
        format!("{at}/displays/khong-co"),
        format!("{one}/photos/{photo}/..%2f..%2foriginal"),
    ] {
        assert_eq!(duy.get(&address).await.status, 404, "{address}");
    }
    assert_eq!(duy.post(&format!("{elsewhere}/displays/{id}/step"), &[("step", "put-up")]).await.status, 404);
    let strange = [("event", id), ("body", id)];
    for (field, value) in strange {
        let mut fields = mine.to_vec();
        fields.push((field, value));
        assert_eq!(duy.post(&format!("{at}/displays"), &fields).await.status, 404, "{field}");
    }
    // What is no picture is none, whatever it is called.
    for (name, file) in [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
        ("a.jpg", b"PK\x03\x04 zip".to_vec()),
        ("a.png", b"<html><script>alert(1)</script>".to_vec()),
        ("a.png", picture(900).into_iter().take(80).collect()),
        ("", Vec::new()),
    ] {
        let answer = mai.upload(&format!("{one}/photos"), name, &file, "").await;
        assert_eq!(answer.status, 422, "{name}");
    }
    let huge = vec![0_u8; 49 * 1024 * 1024];
    assert_eq!(mai.upload(&format!("{one}/photos"), "a.png", &huge, "").await.status, 413);
    // A filter is data.
    for query in ["q=%25_%27", "state=%27%3B--", "kind=%22", "area=x&unit=y"] {
        assert_eq!(duy.get(&format!("{at}/displays?{query}")).await.status, 200, "{query}");
    }
    assert_eq!(duy.get(&format!("{at}/displays?page=0")).await.status, 404);
    // Another kind of plan has none.
    let monthly = [
        ("kind", "monthly"),
        ("title", "Kế hoạch tháng"),
        ("from", "2026-11-01"),
        ("to", "2026-11-30"),
        ("unit", yt.as_str()),
    ];
    let plan = done(&duy, "/desk/plans", &monthly).await.location().to_owned();
    assert_eq!(duy.get(&format!("{plan}/displays")).await.status, 404);
}
