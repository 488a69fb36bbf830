//! A small office: a few things everybody may see, and a few that only some may.

use viet::dates::Date;

use crate::{Answer, Ask, Change, Entry, Facet, Freshness, Held, Index, Moment};

pub(super) const PUBLIC: &str = "public:site:main";
pub(super) const DESK: &str = "role:editor";

pub(super) fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// A public entry of a kind.
pub(super) fn entry(id: &str, title: &str, body: &str) -> Entry {
    Entry {
        id: id.into(),
        audience: vec![PUBLIC.into()],
        title: title.into(),
        body: body.into(),
        ..Entry::default()
    }
    .with(Facet::Kind, id.split(':').next().unwrap())
}

pub(super) fn on(date: &str, entry: Entry) -> Entry {
    let day = day(date);
    Entry { moment: Some(Moment { micros: day.days() * 86_400_000_000, day }), ..entry }
}

pub(super) fn only(token: &str, entry: Entry) -> Entry {
    Entry { audience: vec![token.into()], ..entry }
}

pub(super) fn put(entries: Vec<Entry>) -> Vec<Change> {
    entries.into_iter().map(|e| Change::Put(Box::new(e))).collect()
}

pub(super) fn index(entries: Vec<Entry>) -> Index {
    let index = Index::in_memory().unwrap();
    index.apply(&put(entries), 1).unwrap();
    index
}

pub(super) fn reader() -> Held {
    Held::new([PUBLIC])
}

/// The whole office.
pub(super) fn office() -> Index {
    let news = |e: Entry| Entry { freshness: Freshness::News, ..e }.with(Facet::Section, "giao-duc");
    index(vec![
        news(on(
            "2026-10-05",
            entry(
                "story:1",
                "Họp báo về công tác tuyên truyền",
                "Ủy ban nhân dân tỉnh tổ chức họp báo. Sở Thông tin và Truyền thông chủ trì công tác tuyên truyền \
                 năm 2026. Báo chí đặt câu hỏi về đường giao thông.",
            ),
        )),
        news(on(
            "2026-11-02",
            entry(
                "story:2",
                "UBND tỉnh kiểm tra phòng, chống lũ",
                "Mưa lớn gây sạt lở tại xã Hòa Bình. Bão số 5.",
            ),
        )),
        on(
            "2020-03-05",
            Entry {
                symbols: vec!["30/2020/NĐ-CP".into()],
                ..entry(
                    "document:1",
                    "Nghị định về công tác văn thư",
                    "Chính phủ ban hành Nghị định về công tác văn thư.",
                )
            },
        ),
        Entry {
            symbols: vec!["121/LĐTBXH-VP".into()],
            ..entry("document:2", "Về việc báo cáo", "Văn phòng gửi báo cáo quý II.")
        },
        Entry {
            names: vec!["Xã Mường Thanh".into(), "Phường Điện Biên Phủ".into()],
            ..entry("story:3", "Má, mà và mạ", "Con gái gọi má. Cấy mạ non.")
        },
        entry("question:1", "Mà thôi", "Chuyện nhỏ mà thôi."),
        only(DESK, entry("story:9", "Bản thảo tuyệt mật về sáp nhập", "Phương án sáp nhập chưa công bố.")),
    ])
}

pub(super) fn ask(index: &Index, text: &str) -> Answer {
    index.search(&reader(), &Ask { today: Some(day("2026-11-22")), ..Ask::new(text) }).unwrap()
}

/// Ids of what the public finds.
pub(super) fn ids(index: &Index, text: &str) -> Vec<String> {
    ask(index, text).hits.into_iter().map(|h| h.id).collect()
}
