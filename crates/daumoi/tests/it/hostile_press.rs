//! What outlets, and colleagues with bad intentions, do to the listening: it is refused or borne, and nothing else suffers.

use crate::press::{Press, address_in, spot_in};
use crate::sources::{Outlet, feed, fetcher, poll, source};
use kernel::Moment;
use listening::Item;
use listening::verbs::SourceKind;
use std::fmt::Write;
use testkit::{TestApp, Who, journey};

journey!(
    bombs_and_giants_are_borne_and_the_next_source_is_heard,
    what_an_outlet_titles_cannot_turn_the_page_around,
    items_from_other_times_heat_nothing,
    lists_of_any_length_are_taken_piece_by_piece,
    queries_of_any_length_are_answered,
    of_two_who_take_notice_at_once_one_does,
    nothing_is_done_to_a_hot_spot_that_is_none,
);

async fn bombs_and_giants_are_borne_and_the_next_source_is_heard(app: TestApp) {
    let mut bomb = String::from("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"haha\">");
    for n in 0..30 {
        let _ =
            write!(bomb, "<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10).replace("&a-1;", "&a;"));
    }
    bomb.push_str(
        "<!ENTITY tep SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&a29;&tep;</title>",
    );
    bomb.push_str("<link>https://bao.example/1</link></item></channel></rss>");
    let deep = format!("<rss><channel>{}<item><title>Sâu</title>", "<x>".repeat(200_000));
    for (n, text) in
        [bomb, deep, "\u{0}".repeat(1_000_000), format!("<rss{}>", " a=b".repeat(300_000))].iter().enumerate()
    {
        let (_, at) = Outlet::open(text).await;
        source(&app, &format!("Báo Xấu {n}"), &format!("{at}/rss"), SourceKind::Feed).await;
        poll(&app, &fetcher(&[&at])).await;
    }
    let (_, at) = Outlet::open("").await;
    for path in ["chuyen", "vong", "to"] {
        source(&app, &format!("Báo {path}"), &format!("{at}/{path}"), SourceKind::Feed).await;
    }
    let asked = poll(&app, &fetcher(&[&at])).await;
    assert_eq!((asked.sources, asked.failed, asked.new), (3, 3, 0));
    let (good, at) = Outlet::open("").await;
    good.print(feed(&[("Tin tốt lành ở bản xa", &format!("{at}/tin.html"))]));
    source(&app, "Báo Tốt", &format!("{at}/rss"), SourceKind::Feed).await;
    assert_eq!(poll(&app, &fetcher(&[&at])).await.new, 1);
    let duy = app.as_(Who::Duy).await;
    let page = duy.get("/desk/listening/threads").await.text();
    assert!(
        page.contains("Tin tốt lành ở bản xa") && !page.contains("root:") && !page.contains("hahahaha"),
        "{page}"
    );
    assert_eq!(duy.get("/desk/listening/sources").await.status, 200);
}

async fn what_an_outlet_titles_cannot_turn_the_page_around(app: TestApp) {
    let press = Press::of(&app, 1).await;
    let turned = "Tin \u{202e}nền kinh tế\u{2066} đảo\u{200f} chiều\u{200b}</title><script>alert(1)</script>";
    let item = press.item(0, "dao-chieu", turned, turned, app.agency.app.db.now());
    let again = Item {
        title: "Tin nền kinh tế đảo chiều</title><script>alert(1)</script>".into(),
        ..item.clone()
    };
    app.agency.listening.hear(vec![item]).await.unwrap();
    let duy = app.as_(Who::Duy).await;
    for path in ["/desk/listening", "/desk/listening/threads"] {
        let page = duy.get(path).await.text();
        assert!(
            page.contains("Tin nền kinh tế đảo chiều&lt;/title&gt;")
                || page.contains("Tin nền kinh tế đảo chiều&#60;"),
            "{page}"
        );
        for turn in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{200b}'] {
            assert!(!page.contains(turn), "{path}: {turn:?}");
        }
        assert!(!page.contains("<script>alert"));
    }
    assert_eq!(again.clone().tidy().title, again.title);
}

async fn items_from_other_times_heat_nothing(app: TestApp) {
    let press = Press::of(&app, 9).await;
    let now = app.agency.app.db.now();
    for (n, at) in
        ["2036-01-01T00:00:00+07:00", "1970-01-01T00:00:01Z", "2026-11-22T07:35:00+07:00"].iter().enumerate()
    {
        let title = format!("Nước máy ở phường Nậm Ưởng đục, {n} hộ dân bức xúc");
        let item = press.item(n, "nuoc-duc", &title, &title, Moment::parse(at).unwrap());
        assert_eq!(app.agency.listening.hear(vec![item]).await.unwrap().new, 1);
    }
    // Nothing is shown as published later than now.
    let late = "SELECT COUNT(*) FROM mention WHERE published_at > $1";
    let late: i64 = db::one(app.agency.app.db.reader(), late, vec![now.into()]).await.unwrap();
    assert_eq!(late, 0);
    // An archive of years that a new source hands over raises nothing.
    let long_ago = now.minus(std::time::Duration::from_secs(400 * 86_400));
    let mut alerts = 0;
    for n in 0..9 {
        let title = format!("Nước máy ở phường Nậm Ưởng đục, {} hộ dân bức xúc", 40 + n);
        let item = press.item(n, "luu-tru", &title, &title, long_ago);
        alerts += app.agency.listening.hear(vec![item]).await.unwrap().alerts;
    }
    assert_eq!(alerts, 0);
}

async fn lists_of_any_length_are_taken_piece_by_piece(app: TestApp) {
    let duy = app.as_(Who::Duy).await;
    let address = "/desk/listening/sources/opml";
    let list = |many: usize| -> String {
        let lines: String = (0..many)
            .map(|n| format!("<outline text=\"Báo {}\" xmlUrl=\"https://b{n}.example/rss\"/>\n", n % 50))
            .collect();
        format!("<opml version=\"2.0\"><body>{lines}</body></opml>")
    };
    // A hundred thousand lines are more than a form may carry.
    let huge = duy.upload(address, "nguon.opml", list(100_000).as_bytes(), "").await;
    assert!([413, 422].contains(&huge.status.as_u16()), "{}", huge.status);
    for bad in ["", "không phải danh sách", "<opml><body></body></opml>"] {
        assert_eq!(duy.upload(address, "nguon.opml", bad.as_bytes(), "").await.status, 422, "{bad}");
    }
    let count = async || -> i64 {
        db::one(app.agency.app.db.reader(), "SELECT COUNT(*) FROM source", vec![]).await.unwrap()
    };
    let long = list(2_500);
    assert_eq!(duy.upload(address, "nguon.opml", long.as_bytes(), "").await.status, 303);
    assert_eq!(count().await, 2_000);
    assert_eq!(duy.upload(address, "nguon.opml", long.as_bytes(), "").await.status, 303);
    assert_eq!(count().await, 2_500);
    assert!(duy.get("/desk/listening/sources").await.text().contains("0 nguồn đang bật"));
    assert_eq!(app.as_(Who::Mai).await.upload(address, "nguon.opml", long.as_bytes(), "").await.status, 403);
}

async fn queries_of_any_length_are_answered(app: TestApp) {
    let duy = app.as_(Who::Duy).await;
    let terms = (0..10_000).map(|n| format!("từ{n}")).collect::<Vec<_>>().join(" OR ");
    let brackets = "(".repeat(5_000);
    let quotes = "\"".repeat(7_000);
    let near = "a NEAR/100 ".repeat(700);
    for query in [&terms, &brackets, &quotes, &near, &"-".repeat(8_000), &"\u{202e}".to_owned()] {
        let fields = [("name", "Lĩnh vực"), ("query", query.as_str()), ("importance", "2")];
        let answer = duy.post("/desk/listening/topics", &fields).await;
        assert_eq!(answer.status, 422, "{}", query.chars().take(20).collect::<String>());
        assert!(answer.text().contains("Lĩnh vực"), "what was typed stays");
        let short: String = query.chars().take(1_000).collect();
        let asked = serde_urlencoded::to_string([("query", short)]).unwrap();
        let preview = duy.get(&format!("/desk/listening/topics/preview?{asked}")).await;
        assert!(preview.status.is_success() || preview.status.is_client_error(), "{}", preview.status);
    }
}

async fn of_two_who_take_notice_at_once_one_does(app: TestApp) {
    let press = Press::of(&app, 9).await;
    press.water(&app, 9).await;
    let (duy, son) = (app.as_(Who::Duy).await, app.as_(Who::Son).await);
    let spot = spot_in(&duy.get("/desk/listening/hot-spots").await.text());
    let take = format!("{spot}/acknowledge");
    let (one, other) = tokio::join!(duy.post(&take, &[]), son.post(&take, &[]));
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both[0], 303, "{both:?}");
    assert!([409, 422].contains(&both[1]), "{both:?}");
    let told = "SELECT COUNT(*) FROM ledger WHERE action = 'hot-spot-acknowledged'";
    let told: i64 = db::one(app.agency.app.db.reader(), told, vec![]).await.unwrap();
    assert_eq!(told, 1);
}

async fn nothing_is_done_to_a_hot_spot_that_is_none(app: TestApp) {
    let press = Press::of(&app, 9).await;
    press.water(&app, 9).await;
    let duy = app.as_(Who::Duy).await;
    let thread = address_in(&duy.get("/desk/listening/threads").await.text(), "/desk/listening/threads/");
    let thread = thread.rsplit('/').next().unwrap().to_owned();
    let forged = ["018f0000-0000-7000-8000-000000000000", "x", "..%2f..", "1 OR 1=1", &thread];
    for id in forged {
        for verb in
            ["acknowledge", "seen", "determine", "assign", "answer", "mute", "unmute", "close", "reopen"]
        {
            let address = format!("/desk/listening/hot-spots/{}/{verb}", id.replace(' ', "%20"));
            let fields = [
                ("reason", "vì thế"),
                ("hours", "6"),
                ("unit", id),
                ("question", "?"),
                ("at", "2026-11-22T07:40"),
            ];
            let status = duy.post(&address, &fields).await.status.as_u16();
            assert_eq!(status, 404, "{address}");
        }
        let address = format!("/desk/listening/hot-spots/{}", id.replace(' ', "%20"));
        assert_eq!(duy.get(&address).await.status, 404, "{address}");
    }
    // Threads that are none are neither joined nor raised.
    for verb in ["raise", "join"] {
        let address = format!("/desk/listening/threads/018f0000-0000-7000-8000-000000000000/{verb}");
        let fields = [("reason", "vì thế"), ("severity", "urgent"), ("other", "x")];
        let status = duy.post(&address, &fields).await.status.as_u16();
        assert!([404, 422].contains(&status), "{address}: {status}");
    }
}
