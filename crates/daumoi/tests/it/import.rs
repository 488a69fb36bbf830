//! Saved pages come in: as JSON without storing anything, as stories with their own dates, and bad files with a word.

use crate::newsdesk::Desk;
use bytes::Bytes;
use kernel::Actor;
use newsroom::{Content, Place, verbs};
use std::process::{Command, Output};
use testkit::{TestApp, Who, journey};

journey!(an_imported_story_stands_on_its_own_date);

/// A page such as the portals of departments print it.
const PAGE: &str = "Tìm kiếm\n\nXã Bình An tập huấn loa truyền thanh thông minh\nNgày cập nhật: 14-05-2019\n\n\
    Sáng ngày 13/5/2019, UBND xã Bình An tập huấn sử dụng loa truyền thanh thông minh cho mười hai thôn, với sự tham gia \
    của cán bộ Phòng Văn hóa và đại diện các thôn, bản.\n\nToàn cảnh buổi tập huấn\n\nĐồng chí Chủ tịch UBND xã đề nghị \
    các thôn đọc tin đúng giờ, bằng tiếng Việt và tiếng Tày, không tiếp âm đài lạ./.\n\nThu Hà - VHXH\nCác tin khác\n\
    Lượt truy cập: 12.345\n";

fn daumoi(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_daumoi")).args(words).output().unwrap()
}

#[test]
fn a_page_is_read_without_its_furniture() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("../bình an.txt".trim_start_matches("../"));
    std::fs::write(&file, PAGE).unwrap();
    let output = daumoi(&["import", "page", "--json", &file.to_string_lossy()]);
    assert!(output.status.success());
    let page: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(page["title"], "Xã Bình An tập huấn loa truyền thanh thông minh");
    assert_eq!(
        (page["published"].as_str(), page["updated"].as_str()),
        (Some("2019-05-14"), Some("2019-05-14"))
    );
    assert_eq!(
        (page["byline"]["author"].as_str(), page["byline"]["unit"].as_str()),
        (Some("Thu Hà"), Some("VHXH"))
    );
    assert_eq!(page["captions"][0], "Toàn cảnh buổi tập huấn");
    let body = page["body"].as_str().unwrap();
    assert!(body.starts_with("Sáng ngày 13/5/2019") && body.ends_with("không tiếp âm đài lạ."), "{body}");
    assert!(!body.contains("Lượt truy cập") && !body.contains("Toàn cảnh"));
}

#[test]
fn bad_files_get_a_clear_word_and_the_others_are_still_read() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    };
    let files = [
        put("empty.txt", b""),
        put("binary.bin", &[0x7F, b'E', b'L', b'F', 0, 1, 2, 0, 0, 0, 9].repeat(200)),
        put("huge.html", &vec![b'a'; 50 * 1024 * 1024]),
        put("good.txt", PAGE.as_bytes()),
        folder.path().join("missing.txt").to_string_lossy().into_owned(),
    ];
    let mut words = vec!["import", "page", "--json"];
    words.extend(files.iter().map(String::as_str));
    let output = daumoi(&words);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 5, "one line a file");
    let errors = lines.iter().filter(|line| line["error"].is_string()).count();
    assert_eq!(errors, 4);
    assert!(lines[3]["title"].is_string());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("the file is empty") && said.contains("52428800 bytes"), "{said}");
    assert_eq!(daumoi(&["import", "page"]).status.code(), Some(2), "wrongly asked");
}

async fn an_imported_story_stands_on_its_own_date(app: TestApp) {
    let place = Place { site: app.world.portal.unwrap(), section: app.world.sections["portal/su-kien"] };
    let content = |first: &str| Content {
        title: "Tin cũ của sở cũ".into(),
        body: prose::Body::from_text("Một đoạn văn từ năm 2018.").unwrap(),
        places: vec![place],
        byline: "Kim Anh – Sở TT&TT".into(),
        first_appeared: first.into(),
        ..Content::empty()
    };
    let original = Bytes::from_static(PAGE.as_bytes());
    let wish = |first: &str| verbs::ImportWish {
        unit: app.world.units["vp"],
        content: content(first),
        original: original.clone(),
    };
    for wrong in ["2027-01-01", "hôm qua", "99999999-01-01"] {
        let mut cx = app.agency.app.db.begin(Actor::Machine("import")).await.unwrap();
        assert!(verbs::import_story(&mut cx, &app.agency.newsroom, wish(wrong)).await.is_err(), "{wrong}");
    }
    let mut cx = app.agency.app.db.begin(Actor::Machine("import")).await.unwrap();
    let story = verbs::import_story(&mut cx, &app.agency.newsroom, wish("2018-06-14")).await.unwrap();
    cx.finish().await.unwrap();
    let khoe = Desk { who: app.as_(Who::Khoe).await, address: format!("/desk/newsroom/stories/{story}") };
    for verb in ["submit", "approve", "publish"] {
        khoe.do_(&app, verb, &[]).await;
    }
    let visitor = app.as_(Who::Visitor).await;
    let page = visitor.get("/tin/1/tin-cu-cua-so-cu").await.text();
    assert!(page.contains("Thứ Năm, 14/06/2018") && page.contains("Đưa lên trang này"), "{page}");
    assert!(page.contains("Kim Anh – Sở TT&amp;TT") || page.contains("Kim Anh – Sở TT&#38;TT"));
    assert!(visitor.get("/luu-tru/2018/06/14").await.text().contains("Tin cũ của sở cũ"));
    assert!(visitor.get("/luu-tru/2026/11/22").await.text().contains("Ngày này không có tin"));
    // The page as it was saved is kept, byte for byte.
    let hash = files::sha256(PAGE.as_bytes());
    assert_eq!(app.agency.files.original(&hash).await.unwrap(), PAGE.as_bytes());
}
