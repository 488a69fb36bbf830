//! A small office: a few things everybody may see, and one that only the desk may.

use viet::dates::Date;

use crate::entry::{Entry, Facet, Freshness, Moment};

/// What everybody holds.
pub const PUBLIC: &str = "public:site:main";
/// What editors hold.
pub const DESK: &str = "role:editor";

/// Six public entries and a draft.
#[must_use]
pub fn office() -> Vec<Entry> {
    let news = |e: Entry| Entry { freshness: Freshness::News, ..e }.with(Facet::Section, "giao-duc");
    vec![
        news(on(
            "2026-10-05",
            public(
                "story:1",
                "Họp báo về công tác tuyên truyền",
                "Ủy ban nhân dân tỉnh tổ chức họp báo. Sở Thông tin và Truyền thông chủ trì công tác tuyên truyền \
                 năm 2026. Báo chí đặt câu hỏi về đường giao thông.",
            ),
        )),
        news(on(
            "2026-11-02",
            public(
                "story:2",
                "UBND tỉnh kiểm tra phòng, chống lũ",
                "Mưa lớn gây sạt lở tại xã Hòa Bình. Bão số 5.",
            ),
        )),
        on(
            "2020-03-05",
            Entry {
                symbols: vec!["30/2020/NĐ-CP".into()],
                ..public(
                    "document:1",
                    "Nghị định về công tác văn thư",
                    "Chính phủ ban hành Nghị định về công tác văn thư.",
                )
            },
        ),
        Entry {
            symbols: vec!["121/LĐTBXH-VP".into()],
            ..public("document:2", "Về việc báo cáo", "Văn phòng gửi báo cáo quý II.")
        },
        Entry {
            names: vec!["Xã Mường Thanh".into(), "Phường Điện Biên Phủ".into()],
            ..public("story:3", "Má, mà và mạ", "Con gái gọi má. Cấy mạ non.")
        },
        public("question:1", "Mà thôi", "Chuyện nhỏ mà thôi."),
        only(DESK, public("story:9", "Bản thảo tuyệt mật về sáp nhập", "Phương án sáp nhập chưa công bố.")),
    ]
}

fn public(id: &str, title: &str, body: &str) -> Entry {
    let kind = id.split(':').next().unwrap_or_default();
    Entry {
        id: id.into(),
        audience: vec![PUBLIC.into()],
        title: title.into(),
        body: body.into(),
        ..Entry::default()
    }
    .with(Facet::Kind, kind)
}

fn on(date: &str, entry: Entry) -> Entry {
    let moment = Date::from_iso(date).map(|day| Moment { micros: day.days() * 86_400_000_000, day });
    Entry { moment, ..entry }
}

fn only(token: &str, entry: Entry) -> Entry {
    Entry { audience: vec![token.into()], ..entry }
}
