//! Listening: what outlets publish becomes a matter, the matter a hot spot, the hot spot an answer.

use crate::newsdesk::{Desk, TEXT};
use kernel::{Actor, Moment, OutletId, SourceId};
use listening::outlet::{Level, OutletKind};
use listening::verbs::{self, OutletWish, SourceKind, SourceWish};
use listening::{Item, Tally};
use std::time::Duration;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_hot_spot_is_found_handled_answered_and_told_in_the_digest,
    the_listening_goes_on_after_a_restart_without_doubles,
    what_an_outlet_changes_is_kept_and_old_news_heats_nothing,
    l13_l14_texts_are_dropped_in_time_and_never_shown_whole,
    topics_are_tried_set_and_answered_at_once,
    who_may_not_see_the_press_sees_nothing_of_it,
    matters_are_raised_joined_muted_and_reopened_by_hand,
    the_digest_needs_two_people_and_loses_nothing_typed,
    what_the_press_writes_does_no_harm,
);

const MINUTE: Duration = Duration::from_secs(60);

/// Outlets of a small press, each with one source.
pub(crate) struct Press {
    pub(crate) outlets: Vec<(OutletId, SourceId)>,
}

impl Press {
    /// So many outlets, the first three of them central.
    pub(crate) async fn of(app: &TestApp, many: usize) -> Self {
        let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
        let mut outlets = Vec::new();
        for n in 0..many {
            let wish = OutletWish {
                name: format!("Báo Số {n}"),
                domain: format!("bao{n}.example"),
                level: if n < 3 { Level::Central } else { Level::Province },
                kind: OutletKind::Paper,
                locality: "Liên Sơn".into(),
                licensed: false,
            };
            let outlet = verbs::describe_outlet(&mut cx, None, &wish).await.unwrap();
            let wish = SourceWish {
                outlet,
                title: String::new(),
                url: format!("https://bao{n}.example/rss"),
                kind: SourceKind::Feed,
                reads_pages: false,
                on: true,
            };
            outlets.push((outlet, verbs::add_source(&mut cx, &wish).await.unwrap()));
        }
        cx.finish().await.unwrap();
        Self { outlets }
    }

    fn item(&self, n: usize, slug: &str, title: &str, text: &str, at: Moment) -> Item {
        let (outlet, source) = self.outlets[n];
        let link = format!("https://bao{n}.example/{slug}-10{n}.html");
        let key = listening::key(Some(&link), "");
        Item {
            source,
            outlet,
            key,
            link,
            title: title.into(),
            text: text.into(),
            published: Some(at),
            in_part: false,
        }
        .tidy()
    }

    async fn hear(&self, app: &TestApp, n: usize, slug: &str, title: &str, text: &str) -> Tally {
        let item = self.item(n, slug, title, text, app.agency.app.db.now());
        app.agency.listening.hear(vec![item]).await.unwrap()
    }

    /// The matter of the cloudy water, told by so many outlets, a minute apart.
    pub(crate) async fn water(&self, app: &TestApp, many: usize) -> usize {
        let mut alerts = 0;
        for n in 0..many {
            app.forward(MINUTE);
            let title = format!("Nước máy ở phường Nậm Ưởng đục, {} hộ dân bức xúc", 40 + n);
            let text = format!(
                "Từ sáng nay nước máy tại phường Nậm Ưởng đục và có mùi bùn sau trận mưa đêm. {} hộ dân bức xúc, \
                 phản ánh nhiều lần mà đơn vị cấp nước chưa trả lời. Người dân phải mua nước bình để nấu ăn. \
                 Phóng viên báo số {n} ghi nhận tại tổ {n}.",
                40 + n
            );
            alerts += self.hear(app, n, "nuoc-may-duc-nam-uong", &title, &text).await.alerts;
        }
        alerts
    }
}

/// The first address in a page that begins so.
fn address_in(page: &str, begins: &str) -> String {
    let (_, rest) = page.split_once(begins).unwrap();
    format!("{begins}{}", rest.split('"').next().unwrap())
}

fn spot_in(page: &str) -> String {
    address_in(page, "/desk/listening/hot-spots/")
}

fn thread_in(page: &str) -> String {
    address_in(page, "/desk/listening/threads/")
}

/// Does one step of a hot spot, which must be done.
async fn step(who: &Client, spot: &str, verb: &str, fields: &[(&str, &str)]) {
    let answer = who.post(&format!("{spot}/{verb}"), fields).await;
    assert_eq!(answer.status, 303, "{verb}: {}", answer.text());
}

async fn a_hot_spot_is_found_handled_answered_and_told_in_the_digest(app: TestApp) {
    let press = Press::of(&app, 9).await;
    assert!(press.water(&app, 9).await >= 1);
    let duy = app.as_(Who::Duy).await;
    let morning = duy.get("/desk/listening").await.text();
    assert!(morning.contains("Chưa ai nhận") && morning.contains(" báo"), "{morning}");
    let spot = spot_in(&duy.get("/desk/listening/hot-spots").await.text());
    let page = duy.get(&spot).await.text();
    assert!(page.contains("trong 2 giờ") && page.contains("Báo Số 3"), "{page}");
    // A leader is told of what is urgent: something waits for him.
    assert!(app.as_(Who::Son).await.get("/desk").await.text().contains("class=\"count\""));

    step(&duy, &spot, "acknowledge", &[]).await;
    let again = duy.post(&format!("{spot}/acknowledge"), &[]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Đã có người nhận"));
    // PN-16: the moment is recorded with the name; it cannot be set back, and not twice.
    step(&duy, &spot, "determine", &[("at", "2026-11-20T07:32")]).await;
    assert_eq!(duy.post(&format!("{spot}/determine"), &[]).await.status, 422);
    let page = duy.get(&spot).await.text();
    assert!(page.contains("Bàn Văn Duy") && page.contains("PN-16") && !page.contains("20/11/2026"), "{page}");

    let yt = app.world.units["yt"].to_string();
    let empty = duy.post(&format!("{spot}/assign"), &[("unit", &yt), ("question", " ")]).await;
    assert_eq!(empty.status, 422);
    step(&duy, &spot, "assign", &[("unit", &yt), ("question", "Nước có dùng để ăn được không?")]).await;
    // The unit sees what it was asked, and another unit does not.
    let mai = app.as_(Who::Mai).await;
    let asked = mai.get(&spot).await.text();
    assert!(asked.contains("Nước có dùng để ăn được không?") && asked.contains("Soạn trả lời"), "{asked}");
    assert_eq!(app.as_(Who::Do).await.get(&spot).await.status, 404);
    assert_eq!(mai.post(&format!("{spot}/close"), &[("reason", "xong")]).await.status, 403);

    let begun = mai.post(&format!("{spot}/answer"), &[]).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    assert_eq!(mai.post(&format!("{spot}/answer"), &[]).await.status, 422);
    let address = begun.location().trim_end_matches("/edit").to_owned();
    let desk = Desk { who: mai, address };
    assert_eq!(
        desk.write(&app, "Nước máy ở Nậm Ưởng: tạm chưa dùng để ăn", TEXT, "submit").await.status,
        303
    );
    let khoe = desk.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    app.forward(MINUTE * 20);
    khoe.do_(&app, "publish", &[]).await;
    let page = duy.get(&spot).await.text();
    assert!(page.contains("Đã trả lời") && page.contains("Đúng hạn"), "{page}");
    let thread = thread_in(&page);
    app.forward(MINUTE * 5);
    // What takes up our answer speaks in our words, not in those of the complaint: it is the same matter all the same.
    press
        .hear(
            &app,
            0,
            "tinh-tra-loi",
            "Tỉnh trả lời: sáng nay tiêm cho 312 trẻ ở Nậm Ưởng",
            "Theo thông báo của tỉnh, sáng 22/11, trạm y tế xã Nậm Ưởng tiêm sởi cho 312 trẻ. Được tiêm là trẻ từ 9 \
             tháng và trẻ chưa tiêm nhắc. Bà con mang theo sổ tiêm.",
        )
        .await;
    let told = duy.get(&thread).await.text();
    assert!(told.contains("Trước khi ta trả lời") && told.contains("9 tin, bài. Sau đó: 1."), "{told}");
    step(&duy, &spot, "close", &[("reason", "Đã trả lời, báo đã đăng lại.")]).await;
    assert_eq!(duy.post(&format!("{spot}/mute"), &[("reason", "x")]).await.status, 422);

    let day = "/desk/listening/digests/2026-11-22";
    assert_eq!(duy.post(&format!("{day}/draft"), &[]).await.status, 303);
    let digest = duy.get(day).await.text();
    assert!(digest.contains("Điểm nóng") && digest.contains("Nậm Ưởng"), "{digest}");
    // Everything that was done is in the ledger, and the chain holds.
    let report = db::verify(&app.agency.app.db).await.unwrap();
    assert!(matches!(report, db::LedgerReport::Whole { .. }), "{report:?}");
}

async fn the_listening_goes_on_after_a_restart_without_doubles(app: TestApp) {
    let press = Press::of(&app, 6).await;
    press.water(&app, 3).await;
    let title = "Khánh thành cầu treo Tả Ngảo nối hai bản vùng cao";
    press
        .hear(&app, 4, "cau-treo", title, "Cầu treo Tả Ngảo dài 90 mét nối bản Tả Ngảo với bản Lùng Tao.")
        .await;
    // Another process with an empty memory, on the same data.
    let office = app.agency.listening.office.clone();
    let anew = listening::House::new(app.agency.app.clone(), office, app.agency.deadlines.rules.clone());
    let now = app.agency.app.db.now();
    let known = press.item(
        4,
        "cau-treo",
        title,
        "Cầu treo Tả Ngảo dài 90 mét nối bản Tả Ngảo với bản Lùng Tao.",
        now,
    );
    let more = press.item(3, "nuoc-may-duc-nam-uong", "Nước máy phường Nậm Ưởng vẫn đục, hộ dân bức xúc",
        "Nước máy tại phường Nậm Ưởng đục và có mùi bùn sau trận mưa đêm. Hộ dân bức xúc, phản ánh nhiều lần mà \
         đơn vị cấp nước chưa trả lời. Người dân phải mua nước bình để nấu ăn.", now);
    let tally = anew.hear(vec![known.clone(), more]).await.unwrap();
    assert_eq!(tally, Tally { new: 1, known: 1, ..Tally::default() });
    // And the first process hears of what the other did.
    let tally = app.agency.listening.hear(vec![known]).await.unwrap();
    assert_eq!((tally.new, tally.known), (0, 1));
    let threads = app.as_(Who::Duy).await.get("/desk/listening/threads").await.text();
    assert!(threads.contains("2 vụ việc"), "{threads}");
    assert!(threads.contains("4 tin, bài · 4 báo"), "{threads}");
}

async fn what_an_outlet_changes_is_kept_and_old_news_heats_nothing(app: TestApp) {
    let press = Press::of(&app, 9).await;
    // An archive of a new source: nine outlets, yesterday. It is a matter, and nothing is hot.
    let yesterday = app.agency.app.db.now().minus(MINUTE * 60 * 20);
    let items: Vec<Item> = (0..9)
        .map(|n| {
            let text = format!(
                "Lũ cuốn cầu tạm Nậm Mu trong đêm, hai bản bị chia cắt, báo {n} đưa tin từ hiện trường."
            );
            press.item(n, "lu-cuon-cau", "Lũ cuốn cầu tạm Nậm Mu, hai bản bị chia cắt", &text, yesterday)
        })
        .collect();
    let tally = app.agency.listening.hear(items).await.unwrap();
    assert_eq!((tally.new, tally.alerts), (9, 0));
    // An outlet changes its headline: one mention, two titles.
    let text =
        "Lũ cuốn cầu tạm Nậm Mu trong đêm, hai bản bị chia cắt, báo 0 đưa tin từ hiện trường. Cập nhật.";
    let changed = press.item(0, "lu-cuon-cau", "Lũ cuốn cầu tạm Nậm Mu, ba bản bị chia cắt", text, yesterday);
    let tally = app.agency.listening.hear(vec![changed]).await.unwrap();
    assert_eq!((tally.new, tally.edited), (0, 1));
    let duy = app.as_(Who::Duy).await;
    let thread = duy.get(&thread_in(&duy.get("/desk/listening/threads").await.text())).await.text();
    assert!(thread.contains("đã sửa") && thread.contains("9 tin, bài"), "{thread}");
    let mention = duy.get(&address_in(&thread, "/desk/listening/mentions/")).await.text();
    assert!(mention.contains("ba bản bị chia cắt") && mention.contains("hai bản bị chia cắt"), "{mention}");
}

async fn l13_l14_texts_are_dropped_in_time_and_never_shown_whole(app: TestApp) {
    let press = Press::of(&app, 1).await;
    let long =
        "Đoạn văn của tòa soạn dài thêm một câu nữa. ".repeat(60) + "Câu cuối cùng không ai được chép lại.";
    press.hear(&app, 0, "bai-dai", "Một bài dài của tòa soạn", &long).await;
    let duy = app.as_(Who::Duy).await;
    let thread = duy.get(&thread_in(&duy.get("/desk/listening/threads").await.text())).await.text();
    let address = address_in(&thread, "/desk/listening/mentions/");
    let page = duy.get(&address).await.text();
    assert!(page.contains("Đoạn văn của tòa soạn") && !page.contains("Câu cuối cùng"), "{page}");
    let kept = || async {
        let sql = "SELECT COUNT(*) FROM mention_text";
        db::one::<i64>(app.agency.app.db.reader(), sql, vec![]).await.unwrap()
    };
    app.forward(Duration::from_secs(89 * 86_400));
    assert_eq!((listening::sweep(&app.agency.listening).await.unwrap(), kept().await), (0, 1));
    app.forward(Duration::from_secs(2 * 86_400));
    assert_eq!((listening::sweep(&app.agency.listening).await.unwrap(), kept().await), (1, 0));
    // Title, outlet, time, address and the short quotation stay.
    let page = app.as_(Who::Duy).await.get(&address).await.text();
    assert!(page.contains("Một bài dài") && page.contains("đã xóa theo thời hạn"), "{page}");
}

async fn topics_are_tried_set_and_answered_at_once(app: TestApp) {
    let press = Press::of(&app, 4).await;
    press.water(&app, 3).await;
    press.hear(&app, 3, "gia-gung", "Giá gừng tăng ở chợ phiên", "Gừng được giá, bà con phấn khởi.").await;
    let duy = app.as_(Who::Duy).await;
    let tried = duy.get("/desk/listening/topics/preview?query=nuoc+may+-gung").await.text();
    assert!(tried.contains("3 trên 4 tin"), "{tried}");
    let wrong = duy.post("/desk/listening/topics", &[("name", "Nước"), ("query", "(nước máy")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Thiếu ngoặc đóng") && wrong.text().contains("(nước máy"));
    let set = [("name", "Nước sạch"), ("query", "\"nước máy\" HOẶC \"nước sạch\""), ("importance", "3")];
    assert_eq!(duy.post("/desk/listening/topics", &set).await.status, 303);
    let list = duy.get("/desk/listening/topics").await.text();
    assert!(list.contains("Nước sạch") && list.contains(">3</a>"), "{list}");
    // What comes after is matched as it arrives.
    press
        .hear(&app, 3, "nuoc-sach-ve-ban", "Nước sạch về bản Nậm Cáp", "Công trình nước sạch hoàn thành.")
        .await;
    assert!(duy.get("/desk/listening/topics").await.text().contains(">4</a>"));
    let topic = address_in(&list, "/desk/listening/topics/0");
    assert_eq!(duy.post(&format!("{topic}/end"), &[]).await.status, 303);
    press
        .hear(&app, 3, "nuoc-sach-lan-hai", "Nước sạch về thêm hai bản", "Công trình nước sạch thứ hai.")
        .await;
    assert!(duy.get("/desk/listening/topics").await.text().contains(">4</a>"));
}

async fn who_may_not_see_the_press_sees_nothing_of_it(app: TestApp) {
    let press = Press::of(&app, 9).await;
    press.water(&app, 9).await;
    let duy = app.as_(Who::Duy).await;
    let spot = spot_in(&duy.get("/desk/listening/hot-spots").await.text());
    let thread = thread_in(&duy.get("/desk/listening/threads").await.text());
    for who in [Who::Mai, Who::Trang, Who::Luc] {
        let client = app.as_(who).await;
        assert_eq!(client.get("/desk/listening").await.status, 403, "{who:?}");
        assert_eq!(client.get(&thread).await.status, 403, "{who:?}");
        // What one was not asked about is not there.
        assert_eq!(client.get(&spot).await.status, 404, "{who:?}");
        assert!(!client.get("/desk").await.text().contains("Nậm Ưởng"), "{who:?}");
        assert!(!client.get("/desk").await.text().contains("/desk/listening/hot-spots"), "{who:?}");
    }
    // The administrator tends sources and reads no press.
    let luc = app.as_(Who::Luc).await;
    assert_eq!(luc.get("/desk/listening/sources").await.status, 200);
    assert_eq!(app.as_(Who::Visitor).await.get("/desk/listening").await.status, 303);
    // An editor reads it and handles nothing.
    let khoe = app.as_(Who::Khoe).await;
    assert_eq!(khoe.get(&spot).await.status, 200);
    assert_eq!(khoe.post(&format!("{spot}/acknowledge"), &[]).await.status, 403);
    assert_eq!(khoe.post("/desk/listening/topics", &[("name", "x"), ("query", "x")]).await.status, 403);
    assert_eq!(
        khoe.post("/desk/listening/sources", &[("outlet", "x"), ("url", "https://x.example/")]).await.status,
        403
    );
}

async fn matters_are_raised_joined_muted_and_reopened_by_hand(app: TestApp) {
    let press = Press::of(&app, 4).await;
    press.water(&app, 1).await;
    press
        .hear(
            &app,
            3,
            "gia-gung",
            "Giá gừng tăng ở chợ phiên",
            "Gừng được giá, bà con phấn khởi bán hết hàng.",
        )
        .await;
    let duy = app.as_(Who::Duy).await;
    let list = duy.get("/desk/listening/threads?order=newest").await.text();
    let ginger = thread_in(&list);
    let water = thread_in(list.split_once(&ginger).unwrap().1);
    assert_eq!(duy.post(&format!("{water}/raise"), &[("reason", "  ")]).await.status, 422);
    let raised = duy.post(&format!("{water}/raise"), &[("reason", "Chủ tịch vừa hỏi")]).await;
    assert_eq!(raised.status, 303, "{}", raised.text());
    let spot = raised.location().to_owned();
    assert!(duy.get(&spot).await.text().contains("Chủ tịch vừa hỏi"));
    assert_eq!(duy.post(&format!("{water}/raise"), &[("reason", "lần nữa")]).await.status, 422);
    // Who raised it is not told of it; leaders are.
    assert!(app.as_(Who::Son).await.get("/desk").await.text().contains("class=\"count\""));

    assert_eq!(duy.post(&format!("{spot}/mute"), &[("hours", "6")]).await.status, 422);
    step(&duy, &spot, "mute", &[("hours", "6"), ("reason", "Chờ kết quả mẫu nước")]).await;
    assert!(duy.get(&spot).await.text().contains("Tạm gác đến"));
    app.forward(Duration::from_secs(7 * 3600));
    let duy = app.as_(Who::Duy).await;
    assert!(!duy.get(&spot).await.text().contains("Tạm gác đến"));
    step(&duy, &spot, "close", &[("reason", "Hết")]).await;
    step(&duy, &spot, "reopen", &[("reason", "Lại đục")]).await;

    let bad = duy.post(&format!("{ginger}/join"), &[("other", "không phải địa chỉ")]).await;
    assert_eq!(bad.status, 422);
    let address = format!("https://cong.example{water}");
    let joined = duy.post(&format!("{ginger}/join"), &[("other", &address)]).await;
    assert_eq!(joined.status, 303, "{}", joined.text());
    // The older one goes on; the newer one's address leads there.
    assert_eq!(joined.location(), water);
    assert_eq!(duy.get(&ginger).await.location(), water);
    assert!(duy.get(&water).await.text().contains("2 tin, bài · 2 báo"));
    // And it stays so for what comes next.
    press
        .hear(
            &app,
            2,
            "gia-gung-2",
            "Giá gừng tăng ở chợ phiên, bà con phấn khởi",
            "Gừng được giá, bà con phấn khởi bán hết hàng.",
        )
        .await;
    assert!(duy.get(&water).await.text().contains("3 tin, bài · 3 báo"));
}

async fn the_digest_needs_two_people_and_loses_nothing_typed(app: TestApp) {
    let press = Press::of(&app, 9).await;
    press.water(&app, 9).await;
    let (duy, son) = (app.as_(Who::Duy).await, app.as_(Who::Son).await);
    let day = "/desk/listening/digests/2026-11-22";
    assert!(duy.get(day).await.text().contains("Chưa soạn"));
    assert_eq!(duy.post(&format!("{day}/draft"), &[]).await.status, 303);
    let page = duy.get(day).await;
    let (edition, thread) =
        (page.between("name=\"edition\" value=\"", "\""), page.between("name=\"thread-0\" value=\"", "\""));
    let typed = |edition: &str| {
        vec![
            ("edition".to_owned(), edition.to_owned()),
            ("many".to_owned(), "1".to_owned()),
            ("lead".to_owned(), "Sáng nay nóng nhất là nước máy.".to_owned()),
            ("thread-0".to_owned(), thread.clone()),
            ("summary-0".to_owned(), "Nước đục sau mưa, Sở Y tế đang lấy mẫu.".to_owned()),
            ("quote-0".to_owned(), "từ ".repeat(300)),
            ("link-0".to_owned(), "javascript:alert(1)".to_owned()),
            ("kept-0".to_owned(), "1".to_owned()),
        ]
    };
    let send = |who: Client, verb: &'static str, fields: Vec<(String, String)>| async move {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        who.post(&format!("{day}/{verb}"), &fields).await
    };
    assert_eq!(send(app.as_(Who::Duy).await, "save", typed(&edition)).await.status, 303);
    // Somebody who still has the old edition open overwrites nothing, and loses nothing.
    let stale = send(app.as_(Who::Duy).await, "save", typed(&edition)).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("Nước đục sau mưa, Sở Y tế đang lấy mẫu."));
    let page = son.get(day).await;
    assert!(!page.text().contains("javascript:"));
    let hash = page.between("name=\"hash\" value=\"", "\"");
    // Nobody approves what they wrote, what has changed, or sends what nobody approved.
    assert_eq!(duy.post(&format!("{day}/approve"), &[("hash", &hash)]).await.status, 403);
    assert_eq!(son.post(&format!("{day}/approve"), &[("hash", "anders")]).await.status, 409);
    assert_eq!(duy.post(&format!("{day}/send"), &[]).await.status, 422);
    assert_eq!(son.post(&format!("{day}/approve"), &[("hash", &hash)]).await.status, 303);
    assert_eq!(send(app.as_(Who::Duy).await, "save", typed("2")).await.status, 422);
    assert_eq!(duy.post(&format!("{day}/send"), &[]).await.status, 303);
    assert_eq!(duy.post(&format!("{day}/reopen"), &[]).await.status, 422);
    let print = duy.get(&format!("{day}/print")).await.text();
    assert!(print.contains("Bùi Thanh Sơn duyệt") && !print.contains("BẢN CHƯA DUYỆT"), "{print}");
    let word = duy.get(&format!("{day}/docx")).await;
    assert_eq!(word.status, 200);
    assert!(word.header("content-type").contains("wordprocessingml") && word.bytes.starts_with(b"PK"));
    // L14: the quotation was cut to the limit.
    assert!(print.matches("từ ").count() <= 61, "{}", print.matches("từ ").count());
    assert!(duy.get("/desk/listening/digests").await.text().contains("Đã gửi"));
    for bad in ["2026-13-40", "x", "2026-11-22'"] {
        assert_eq!(duy.get(&format!("/desk/listening/digests/{bad}")).await.status, 404);
    }
}

async fn what_the_press_writes_does_no_harm(app: TestApp) {
    let press = Press::of(&app, 2).await;
    let (outlet, source) = press.outlets[0];
    let bad = "<script>alert(1)</script>\u{202e}\u{0}'; DROP TABLE mention; --";
    let item = Item {
        source,
        outlet,
        key: "xấu\"><img src=x onerror=alert(1)>".into(),
        link: "javascript:alert(1)".into(),
        title: bad.into(),
        text: format!("{bad} {}", "dài ".repeat(40_000)),
        published: Some(Moment(i64::MAX)),
        in_part: false,
    };
    let empty = Item { key: "trống".into(), title: String::new(), text: String::new(), ..item.clone() };
    let tally = app.agency.listening.hear(vec![item.tidy(), empty.tidy()]).await.unwrap();
    assert_eq!(tally.new, 2);
    let duy = app.as_(Who::Duy).await;
    for path in ["/desk/listening", "/desk/listening/threads", "/desk/listening/topics/preview?query=script"]
    {
        let page = duy.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains("<script>alert") && !page.text().contains("javascript:"), "{path}");
    }
    for path in [
        "/desk/listening/threads/x",
        "/desk/listening/mentions/00000000-0000-7000-8000-000000000000",
        "/desk/listening/hot-spots/'",
        "/desk/listening/threads?page=0",
        "/desk/listening/threads?page=9999",
        "/desk/listening/topics/1",
        "/desk/listening/hot-spots?page=abc",
    ] {
        assert_eq!(duy.get(path).await.status, 404, "{path}");
    }
    assert_eq!(duy.get("/desk/listening/threads?topic=x&days=-1&order=x&contrary=1").await.status, 200);
    for url in
        ["ftp://x.example/", "http://", "https://ten:mat-khau@bao.example/rss", "file:///etc/passwd", "x"]
    {
        let refused = duy.post("/desk/listening/sources", &[("outlet", "Báo Lạ"), ("url", url)]).await;
        assert_eq!(refused.status, 422, "{url}");
        assert!(refused.text().contains("Báo Lạ"), "what was typed is lost: {url}");
    }
}
