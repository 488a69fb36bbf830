//! What must be done in time: clocks run by what happened, people are reminded and told, rules and days are the agency's to add
//! to and the law's to keep.

use crate::alerts::open_ways_out;
use crate::press::Press;
use kernel::Role;
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_hot_spot_runs_the_clocks_of_the_decree_and_tells_of_them,
    a_clock_is_dropped_with_a_reason_and_a_breach_stays_one,
    the_agency_adds_rules_and_days_and_the_law_stays,
    a_calendar_reads_ones_own_deadlines_under_a_secret,
    nobody_sees_or_touches_the_clocks_of_others,
    ones_own_come_first_and_the_whole_agencys_when_asked_for,
);

const HOUR: Duration = Duration::from_secs(3600);

/// A hot spot that a named person has determined to affect opinion.
async fn determined(app: &TestApp) -> String {
    let press = Press::of(app, 9).await;
    press.water(app, 9).await;
    let duy = app.as_(Who::Duy).await;
    let spot = duy.get("/desk/listening/hot-spots").await.between("/desk/listening/hot-spots/", "\"");
    assert_eq!(duy.post(&format!("/desk/listening/hot-spots/{spot}/determine"), &[]).await.status, 303);
    spot
}

async fn clock_of(app: &TestApp, rule: &str) -> String {
    let son = app.as_(Who::Son).await;
    let page = son.get(&format!("/desk/clocks?rule={rule}")).await;
    let list = page.between("<ul class=\"found-lines clocks\">", "</ul>");
    let (_, from) = list.split_once("href=\"/desk/clocks/").unwrap();
    from.split_once('"').unwrap().0.to_owned()
}

/// PN-15, PN-16: 24 hours from two different moments.
async fn a_hot_spot_runs_the_clocks_of_the_decree_and_tells_of_them(app: TestApp) {
    let (letters, _) = open_ways_out(&app).await;
    let spot = determined(&app).await;
    app.run_jobs().await;
    letters.lock().unwrap().clear();
    let son = app.as_(Who::Son).await;
    let page = son.get("/desk/clocks").await.text();
    assert!(page.contains("PN-15") && page.contains("PN-16") && page.contains("Nậm Ưởng"), "{page}");
    assert!(page.contains(&format!("/desk/listening/hot-spots/{spot}")), "{page}");
    let shown = son.get(&format!("/desk/listening/hot-spots/{spot}")).await.text();
    assert!(shown.contains("Nghị định 244/2026/NĐ-CP, Điều 7 khoản 4") && shown.contains("Còn"), "{shown}");
    // What raised it hangs on it.
    assert!(shown.contains("Bắt nguồn từ"), "{shown}");
    app.forward(19 * HOUR);
    app.run_jobs().await;
    let near = letters.lock().unwrap().join("\n");
    assert!(near.contains("PN-16") || near.contains("=?utf-8?"), "{near}");
    letters.lock().unwrap().clear();
    let son = app.as_(Who::Son).await;
    assert!(son.get("/desk/clocks?when=late").await.text().contains("Không có việc nào ở đây"));
    app.forward(5 * HOUR + Duration::from_secs(60));
    app.run_jobs().await;
    let over = letters.lock().unwrap().join("\n");
    assert!(over.contains("son@lien.example"), "leaders hear of a breach: {over}");
    let son = app.as_(Who::Son).await;
    let late = son.get("/desk/clocks?when=late").await.text();
    assert!(late.contains("Quá hạn") && late.contains("PN-16"), "{late}");
    // The rail says how many are late.
    assert!(son.get("/desk").await.text().contains("href=\"/desk/clocks\""));
}

async fn a_clock_is_dropped_with_a_reason_and_a_breach_stays_one(app: TestApp) {
    let spot = determined(&app).await;
    let son = app.as_(Who::Son).await;
    let clock = clock_of(&app, "PN-16").await;
    let address = format!("/desk/clocks/{clock}");
    assert!(son.get(&address).await.text().contains("tác động đến dư luận"));
    // The decree knows neither pause nor extension here.
    let refused = son.post(&format!("{address}/pause"), &[("reason", "chờ tin")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("không cho tạm dừng") && refused.text().contains("chờ tin"));
    assert_eq!(son.post(&format!("{address}/drop"), &[("reason", " ")]).await.status, 422);
    app.forward(25 * HOUR);
    app.run_jobs().await;
    let son = app.as_(Who::Son).await;
    assert_eq!(son.post(&format!("{address}/drop"), &[("reason", "đã gộp")]).await.status, 303);
    // Dropped, it is due no more; that it was broken is still seen.
    let ended = son.get("/desk/clocks?when=ended").await.text();
    assert!(ended.contains("Quá hạn"), "{ended}");
    assert!(son.get(&format!("/desk/listening/hot-spots/{spot}")).await.text().contains("Quá hạn"));
    assert!(son.get(&address).await.text().contains("đã gộp"));
    assert_eq!(son.post(&format!("{address}/drop"), &[("reason", "nữa")]).await.status, 422);
}

const RULE: [(&str, &str); 10] = [
    ("name", "nb-01"),
    ("title", "Cung cấp thông tin cho người phát ngôn"),
    ("act", "Quy chế 12/QC-LTL"),
    ("article", "Điều 5"),
    ("from", "2026-11-22"),
    ("starts", "facts-asked"),
    ("count", "4"),
    ("unit", "hours"),
    ("extend", "4"),
    ("words", "Đơn vị trả lời trong 4 giờ."),
];

async fn the_agency_adds_rules_and_days_and_the_law_stays(app: TestApp) {
    let luc = app.as_(Who::Luc).await;
    let rules = "/desk/clocks/rules";
    assert_eq!(app.as_(Who::Son).await.post(rules, &RULE).await.status, 403);
    assert_eq!(luc.post(rules, &RULE).await.status, 303);
    let page = luc.get(rules).await;
    assert!(page.text().contains("NB-01") && page.text().contains("chưa đối chiếu"));
    // The same again, a rule of the law, nonsense: refused, and nothing typed is lost.
    for (field, bad, says) in [
        ("name", "NB-01", "đang áp dụng"),
        ("name", "PN-16", "trong luật"),
        ("name", "x", "chữ cái"),
        ("count", "0", "không hợp lệ"),
        ("words", "<script>alert(1)</script>\u{0}", ""),
        ("from", "hôm nay", "Ngày không đúng"),
    ] {
        let typed: Vec<(&str, &str)> = RULE
            .iter()
            .map(|(name, value)| if *name == field { (*name, bad) } else { (*name, *value) })
            .collect();
        let refused = luc.post(rules, &typed).await;
        assert_eq!(refused.status, 422, "{field}={bad}");
        assert!(refused.text().contains(says) && refused.text().contains("Quy chế 12/QC-LTL"), "{field}");
        assert!(!refused.text().contains("<script>alert"));
    }
    let own = page.between("/desk/clocks/rules/", "/end");
    assert_eq!(luc.post(&format!("{rules}/{own}/end"), &[]).await.status, 303);
    app.forward(24 * HOUR);
    let luc = app.as_(Who::Luc).await;
    assert!(!luc.get(rules).await.text().contains("Quy chế 12/QC-LTL"));
    // What binds provinces only does not bind a commune.
    assert!(luc.get(rules).await.text().contains("PN-12"));
    assert_eq!(luc.post(&format!("{rules}/level"), &[("level", "commune")]).await.status, 303);
    let commune = luc.get(rules).await.text();
    assert!(!commune.contains("PN-12") && commune.contains("BC-10"));
    // Days.
    let days = "/desk/clocks/days";
    assert!(luc.get(days).await.text().contains("Ngày Văn hóa Việt Nam"));
    let set = [("day", "2026-12-07"), ("kind", "off"), ("words", "Ngày truyền thống ngành")];
    assert_eq!(luc.post(days, &set).await.status, 303);
    assert!(luc.get(days).await.text().contains("Ngày truyền thống ngành"));
    assert_eq!(luc.post(days, &[("day", "2026-12-08"), ("kind", "off"), ("words", "")]).await.status, 422);
    assert_eq!(luc.post(&format!("{days}/clear"), &[("day", "2026-12-07")]).await.status, 303);
    assert!(!luc.get(days).await.text().contains("Ngày truyền thống ngành"));
    assert_eq!(luc.get(&format!("{days}?year=1789")).await.status, 404);
    assert!(luc.get(&format!("{days}?year=2028")).await.text().contains("chưa công bố"));
}

async fn a_calendar_reads_ones_own_deadlines_under_a_secret(app: TestApp) {
    let spot = determined(&app).await;
    let duy = app.as_(Who::Duy).await;
    let asked = [("unit", app.world.units["yt"].to_string()), ("question", "Nguồn nước nào?".to_owned())];
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(duy.post(&format!("/desk/listening/hot-spots/{spot}/assign"), &asked).await.status, 303);
    let mai = app.as_(Who::Mai).await;
    let made = mai.post("/desk/clocks/feed", &[]).await;
    let token = made.between("/desk/clocks/feed/", "\"");
    assert!(token.len() >= 40, "{token}");
    // No log-in: calendar programs have none.
    let visitor = app.as_(Who::Visitor).await;
    let feed = visitor.get(&format!("/desk/clocks/feed/{token}")).await;
    assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
    let text = feed.text().replace("\r\n ", "");
    assert!(text.contains("BEGIN:VEVENT") && text.contains("PN-16"), "{text}");
    // What she may not read is not named: the matter is the press's, the question is hers.
    assert!(text.contains("DTSTART:2026"), "{text}");
    assert_eq!(visitor.get("/desk/clocks/feed/0123").await.status, 404);
    // Another secret ends the first, and ending ends both.
    let anew = mai.post("/desk/clocks/feed", &[]).await.between("/desk/clocks/feed/", "\"");
    assert_eq!(visitor.get(&format!("/desk/clocks/feed/{token}")).await.status, 404);
    assert_eq!(visitor.get(&format!("/desk/clocks/feed/{anew}")).await.status, 200);
    assert_eq!(mai.post("/desk/clocks/feed/end", &[]).await.status, 303);
    assert_eq!(visitor.get(&format!("/desk/clocks/feed/{anew}")).await.status, 404);
}

async fn nobody_sees_or_touches_the_clocks_of_others(app: TestApp) {
    determined(&app).await;
    let clock = clock_of(&app, "PN-16").await;
    let address = format!("/desk/clocks/{clock}");
    for who in [Who::Mai, Who::Do] {
        let client = app.as_(who).await;
        assert_eq!(client.get(&address).await.status, 404, "{who:?}");
        assert!(client.get("/desk/clocks").await.text().contains("Không có việc nào ở đây"));
        for verb in ["pause", "resume", "extend", "drop"] {
            let answer = client.post(&format!("{address}/{verb}"), &[("reason", "x")]).await;
            assert!([403, 404].contains(&answer.status.as_u16()), "{who:?} {verb} {}", answer.status);
        }
    }
    assert_eq!(app.as_(Who::Trang).await.get("/desk/clocks").await.status, 403);
    assert_eq!(app.as_(Who::Son).await.get("/desk/clocks/no-id").await.status, 404);
}

/// What stands in the list, without the words of its filters.
async fn listed(who: &Client, query: &str) -> String {
    let page = who.get(&format!("/desk/clocks{query}")).await.text();
    let list = page.split("<ul class=\"found-lines clocks\">").nth(1);
    list.map(|list| list.split("</ul>").next().unwrap().to_owned()).unwrap_or_default()
}

async fn ones_own_come_first_and_the_whole_agencys_when_asked_for(app: TestApp) {
    let spot = determined(&app).await;
    let (_, thu) = app.newcomer("Trần Hoài Thu", Role::FocalOfficer, None).await;
    let yt = app.world.units["yt"].to_string();
    let work = [("title", "Tin về tiêm sởi"), ("lead", yt.as_str()), ("due", "2026-11-26")];
    assert_eq!(thu.post("/desk/work", &work).await.status, 303);
    let son = app.as_(Who::Son).await;
    // The matter is the agency's to keep, the work its unit's.
    let near = listed(&son, "").await;
    assert!(near.contains("PN-16") && near.contains(&spot) && !near.contains("NB-CV"), "{near}");
    assert!(listed(&son, "?when=week&who=all").await.contains("NB-CV"));
    assert!(listed(&son, &format!("?when=week&unit={yt}")).await.contains("NB-CV"));
    assert!(!listed(&son, "?when=week").await.contains("NB-CV"));
    let of_duy = listed(&son, &format!("?who={}&when=week", app.world.people[&Who::Duy])).await;
    assert!(of_duy.contains("PN-16") && !of_duy.contains("NB-CV"), "{of_duy}");
    // A press officer sees that it runs, and not what it is.
    let (_, yen) = app.newcomer("Hà Thị Yến", Role::PressOfficer, Some("vp")).await;
    let all = listed(&yen, "?when=week&who=all").await;
    assert!(all.contains("NB-CV") && !all.contains("Tin về tiêm sởi"), "{all}");
    assert!(all.contains("Sở Y tế") && all.contains("Nội dung chỉ những người tham gia xem được"), "{all}");
    // Whose unit it is sees it without asking.
    assert!(listed(&app.as_(Who::Mai).await, "?when=week").await.contains("NB-CV"));
}
