//! What stands on a portal page and is no part of the story: one table of rules, each with its reason.

use super::lines::{key, words};

/// What a line of furniture means for the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A button, box or hint; it alone goes.
    Control,
    /// A number with or without its label.
    Counter,
    /// The way to this page; stands before the headline.
    Section,
    /// The name of the site or agency at the top of every page.
    Masthead,
    /// Opens a box of links that may stand in the middle of a story.
    Aside,
    /// The story is over: lists of other stories, comments, statistics, the foot of the page.
    Closer,
    /// Opens a list of documents.
    Documents,
}

enum How {
    /// The whole line, a number or count in brackets after it let pass.
    Whole,
    /// The line begins so; for labels that carry a value.
    Begins,
    /// The line holds it and is short.
    Holds,
}

use How::{Begins, Holds, Whole};
use Role::{Aside, Closer, Control, Counter, Documents, Masthead, Section};

/// Phrases without diacritics in lower case; see [`key`]. The last column says what it is on the page.
const RULES: &[(How, &[&str], Role, &str)] = &[
    (
        Whole,
        &[
            "tim kiem",
            "tim kiem nang cao",
            "search",
            "tim",
            "nhap tu khoa",
            "tim kiem tin tuc",
            "tu khoa tim kiem",
        ],
        Control,
        "search box",
    ),
    (Begins, &["nhap tu khoa", "nhap noi dung tim"], Control, "search box"),
    (
        Whole,
        &[
            "trang chu",
            "home",
            "dang nhap",
            "dang ky",
            "dang xuat",
            "so do trang",
            "sitemap",
            "rss",
            "lien he",
            "menu",
            "english",
            "tieng viet",
            "vietnamese",
            "chuyen den noi dung chinh",
            "bo qua noi dung",
            "thu dien tu",
            "hom thu cong vu",
        ],
        Control,
        "menu",
    ),
    (
        Whole,
        &[
            "in trang",
            "in bai",
            "in bai viet",
            "in tin",
            "in tin bai",
            "ban in",
            "in",
            "print",
            "gui email",
            "gui mail",
            "gui bai viet",
            "gui cho ban be",
            "gui tin qua email",
            "email",
            "chia se",
            "chia se bai viet",
            "chia se:",
            "chia se len facebook",
            "chia se facebook",
            "facebook",
            "twitter",
            "zalo",
            "google+",
            "linkedin",
            "share",
            "tweet",
            "luu bai viet",
            "luu tin",
            "luu bai",
            "sao chep lien ket",
            "sao chep link",
            "copy link",
            "theo doi",
            "thich",
            "like",
            "bao loi",
            "tai ve",
            "tai xuong",
            "pdf",
            "phan hoi",
            "y kien",
            "gop y",
        ],
        Control,
        "tool button",
    ),
    (
        Begins,
        &[
            "chia se bai viet",
            "chia se:",
            "chia se tren",
            "in trang |",
            "in bai viet |",
            "gui email |",
            "gui bai viet qua email",
            "theo doi chung toi",
            "theo doi tren",
            "quan tam zalo",
        ],
        Control,
        "tool button",
    ),
    (
        Whole,
        &[
            "quay lai",
            "tro ve",
            "tro lai",
            "ve dau trang",
            "len dau trang",
            "tro ve dau trang",
            "back to top",
            "top",
            "trang truoc",
            "trang sau",
            "tiep theo",
            "truoc",
            "sau",
            "dau",
            "cuoi",
            "trang cuoi",
            "trang dau",
            "bai truoc",
            "bai sau",
            "tin truoc",
            "tin sau",
            "bai tiep theo",
            "xem tiep",
            "xem tat ca",
            "doc tiep",
            "doc them",
            "chi tiet",
            "xem chi tiet",
            "<<",
            ">>",
            "next",
            "prev",
            "previous",
            "xem them >>",
            "thu gon",
            "mo rong",
        ],
        Control,
        "pager",
    ),
    (
        Whole,
        &[
            "co chu",
            "co chu:",
            "a- a a+",
            "a a+ a-",
            "a-",
            "a+",
            "a- a+",
            "aa",
            "phong to",
            "thu nho",
            "tang co chu",
            "giam co chu",
            "nghe bai viet",
            "nghe doc bai",
            "nghe",
            "doc bai viet",
            "doc bai",
            "nghe audio",
            "giong nu",
            "giong nam",
            "tuong phan",
            "do tuong phan",
            "che do doc",
        ],
        Control,
        "reading aid",
    ),
    (
        Begins,
        &["cac ban co the xem them", "co chu:", "xem voi co chu", "nghe noi dung bai viet", "toc do doc"],
        Control,
        "reading aid",
    ),
    (
        Whole,
        &[
            "danh gia",
            "danh gia bai viet",
            "xep hang",
            "binh chon",
            "danh gia:",
            "danh gia cua ban",
            "gui danh gia",
        ],
        Control,
        "star rating",
    ),
    (
        Holds,
        &[
            "di chuot vao ngoi sao",
            "de danh gia bai viet",
            "click de danh gia",
            "hay la nguoi dau tien danh gia",
            "tong so diem cua bai viet",
            "danh gia trung binh",
            "vao ngoi sao",
            "diem danh gia",
            "luot danh gia",
            "chon so sao",
            "xep hang: ",
        ],
        Control,
        "star rating",
    ),
    (
        Holds,
        &["capcha", "captcha", "ma bao ve", "ma xac nhan", "ma xac thuc", "ma bao mat", "nhap ma"],
        Control,
        "anti-robot challenge",
    ),
    (
        Whole,
        &[
            "xem tin theo ngay",
            "tim theo ngay",
            "tim tin theo ngay",
            "tin theo ngay",
            "xem theo ngay",
            "lich",
            "chon ngay",
            "xem tin theo thoi gian",
            "xem ngay",
        ],
        Control,
        "archive calendar",
    ),
    (
        Begins,
        &[
            "luot xem",
            "so luot xem",
            "luot doc",
            "so lan xem",
            "so lan doc",
            "da xem",
            "da doc",
            "view",
            "views",
            "lan xem",
            "so luot doc",
            "luot truy cap",
            "binh luan (",
            "binh luan:",
            "so binh luan",
            "luot thich",
            "luot chia se",
            "luot tai",
            "so luot truy cap",
            "so nguoi truy cap",
            "xem:",
            "doc:",
            "comments (",
            "luot nghe",
        ],
        Counter,
        "counter",
    ),
    (
        Whole,
        &[
            "tin tuc",
            "tin tuc su kien",
            "tin tuc - su kien",
            "tin tuc & su kien",
            "tin tuc va su kien",
            "tin moi",
            "tin hoat dong",
            "tin trong tinh",
            "tin trong nuoc",
            "thoi su",
            "thoi su - chinh tri",
            "chinh tri",
            "kinh te",
            "van hoa",
            "van hoa - xa hoi",
            "xa hoi",
            "giao duc",
            "y te",
            "the thao",
            "phap luat",
            "quoc phong - an ninh",
            "an ninh - quoc phong",
            "hoat dong",
            "hoat dong cua so",
            "hoat dong cua bo",
            "hoat dong cua lanh dao",
            "hoat dong lanh dao",
            "tin noi bat",
            "tin dia phuong",
            "tin chi dao dieu hanh",
            "chi dao dieu hanh",
            "chi dao, dieu hanh",
            "tin hoat dong nganh",
            "tin nganh",
            "tin hoat dong cua so",
            "tin tuc chung",
            "tin chuyen nganh",
            "su kien",
            "thong bao",
            "chuyen doi so",
            "cai cach hanh chinh",
            "nong thon moi",
            "cong tac dang",
            "doan the",
            "xay dung dang",
            "chi tiet tin",
            "chi tiet tin tuc",
            "noi dung tin",
            "noi dung chi tiet",
            "tin tong hop",
            "trang tin",
            "tin tu co so",
            "chuyen muc",
            "tin the gioi",
        ],
        Section,
        "section heading",
    ),
    (
        Begins,
        &[
            "trang chu >",
            "trang chu >>",
            "trang chu »",
            "trang chu /",
            "trang chu ›",
            "trang chu -",
            "trang chu |",
            "home >",
            "home /",
            "home »",
            "ban dang o",
            "ban dang xem",
            "vi tri:",
            "trang nhat »",
            "trang nhat >",
        ],
        Control,
        "breadcrumb",
    ),
    (
        Whole,
        &[
            "tin lien quan",
            "bai lien quan",
            "bai viet lien quan",
            "tin bai lien quan",
            "xem them",
            "doc nhieu",
            "tin doc nhieu",
            "tin xem nhieu",
            "tin noi bat khac",
            "cung chuyen muc",
            "co the ban quan tam",
            "bai viet cung chu de",
            "tin cung su kien",
            "tu khoa",
            "tags",
            "tag",
            "chu de",
            "chu de lien quan",
            "video lien quan",
            "anh lien quan",
            "nghe nhin",
            "su kien lien quan",
        ],
        Aside,
        "related stories",
    ),
    (
        Begins,
        &[
            "xem them:",
            "tin lien quan:",
            "bai lien quan:",
            "tu khoa:",
            "tags:",
            "tag:",
            "chu de:",
            "doc them:",
        ],
        Control,
        "related stories on one line",
    ),
    (
        Whole,
        &[
            "cac tin khac",
            "tin khac",
            "tin tuc khac",
            "cac tin tuc khac",
            "cac bai viet khac",
            "bai viet khac",
            "cac bai khac",
            "tin bai khac",
            "cac tin bai khac",
            "nhung tin moi hon",
            "nhung tin cu hon",
            "tin moi hon",
            "tin cu hon",
            "cac tin moi hon",
            "cac tin cu hon",
            "bai viet moi hon",
            "bai viet cu hon",
            "tin moi nhat",
            "tin da dua",
            "cac tin da dua",
            "cac tin da dang",
            "tin da dang",
            "cac tin truoc",
            "cac tin tiep theo",
            "nhung tin khac",
            "tin cung chuyen muc",
            "cac tin cung chuyen muc",
            "bai viet cung chuyen muc",
            "tin lien quan khac",
            "tin moi cap nhat",
            "tin moi dang",
            "cac bai viet lien quan",
            "cac tin lien quan",
            "tin noi bat trong tuan",
            "tin doc nhieu nhat",
            "tin xem nhieu nhat",
            "newer news items",
            "older news items",
        ],
        Closer,
        "other stories",
    ),
    (
        Whole,
        &[
            "y kien ban doc",
            "y kien doc gia",
            "binh luan",
            "binh luan bai viet",
            "gui binh luan",
            "gui y kien",
            "gui y kien phan hoi",
            "viet binh luan",
            "cac y kien",
            "chua co binh luan nao",
            "phan hoi cua ban doc",
            "comment",
            "comments",
            "gui phan hoi",
            "ban doc binh luan",
            "y kien binh luan",
            "binh luan facebook",
            "ban co the quan tam",
            "dang ky nhan tin",
        ],
        Closer,
        "comments",
    ),
    (
        Begins,
        &[
            "y kien ban doc (",
            "binh luan (",
            "ban can dang nhap de",
            "vui long dang nhap de",
            "ho va ten",
            "ho ten:",
            "noi dung binh luan",
            "binh luan cua ban",
        ],
        Closer,
        "comment form",
    ),
    (
        Whole,
        &[
            "thong ke truy cap",
            "thong ke",
            "so luot truy cap",
            "bo dem truy cap",
            "thong ke website",
            "truy cap",
            "online",
            "luot truy cap",
            "dem truy cap",
        ],
        Closer,
        "visit statistics",
    ),
    (
        Begins,
        &[
            "dang truy cap",
            "dang online",
            "truc tuyen:",
            "hom nay:",
            "hom qua:",
            "trong tuan:",
            "tuan nay:",
            "trong thang:",
            "thang nay:",
            "tong truy cap",
            "tong luot truy cap",
            "tong so luot",
            "tat ca:",
            "khach truy cap",
            "khach online",
            "thanh vien online",
            "may chu tim kiem",
            "tong cong:",
            "so nguoi online",
            "so nguoi dang",
        ],
        Closer,
        "visit statistics",
    ),
    (
        Begins,
        &[
            "ban quyen",
            "(c)",
            "© ",
            "copyright",
            "ban quyen thuoc",
            "dia chi:",
            "dien thoai:",
            "dt:",
            "tel:",
            "fax:",
            "so dien thoai:",
            "duong day nong",
            "email:",
            "e-mail:",
            "website:",
            "hotline",
            "giay phep",
            "chiu trach nhiem",
            "nguoi chiu trach nhiem",
            "truong ban bien tap",
            "tong bien tap",
            "pho tong bien tap",
            "co quan chu quan",
            "co quan quan ly",
            "don vi chu quan",
            "don vi quan ly",
            "thiet ke boi",
            "thiet ke va",
            "phat trien boi",
            "xay dung boi",
            "phat trien va",
            "powered by",
            "ghi ro nguon",
            "de nghi ghi ro",
            "vui long ghi ro nguon",
            "ghi ro",
            "tru so:",
            "tru so chinh",
            "cong thong tin dien tu duoc",
            "don vi xay dung",
            "trang thong tin dien tu tong hop",
        ],
        Closer,
        "foot of the page",
    ),
    (
        Holds,
        &[
            "all rights reserved",
            "ghi ro nguon khi",
            "khi phat hanh lai thong tin",
            "khi trich dan lai",
            "ghi ro nguon \"",
            "phat hanh lai thong tin tu",
        ],
        Closer,
        "foot of the page",
    ),
    (
        Whole,
        &[
            "lien ket website",
            "lien ket web",
            "website lien ket",
            "lien ket",
            "trang lien ket",
            "cac trang lien ket",
            "quang cao",
            "thu vien anh",
            "thu vien hinh anh",
            "thu vien video",
            "video",
            "video clip",
            "album anh",
            "lien ket nhanh",
            "truy cap nhanh",
            "chuyen trang",
            "tien ich",
            "tham do y kien",
            "phong su anh",
            "thong tin can biet",
            "thong tin tien ich",
            "lich cong tac",
            "infographic",
            "podcast",
            "audio",
        ],
        Closer,
        "side boxes",
    ),
    (
        Whole,
        &[
            "van ban chi dao dieu hanh",
            "van ban chi dao, dieu hanh",
            "van ban chi dao - dieu hanh",
            "van ban moi",
            "van ban moi ban hanh",
            "van ban phap luat",
            "van ban phap quy",
            "van ban quy pham phap luat",
            "van ban",
            "he thong van ban",
            "van ban chi dao",
            "van ban dieu hanh",
            "van ban noi bat",
            "danh sach van ban",
            "van ban ban hanh",
            "van ban - tai lieu",
            "van ban tai lieu",
            "van ban moi nhat",
            "cong van",
            "thong tin chi dao dieu hanh",
            "thong tin chi dao, dieu hanh",
            "van ban huong dan",
            "van ban lien quan",
            "van ban cua tinh",
            "van ban cua so",
            "van ban cua bo",
            "van ban trung uong",
        ],
        Documents,
        "list of documents",
    ),
    (
        Begins,
        &[
            "cong thong tin dien tu",
            "trang thong tin dien tu",
            "cong ttdt",
            "cong hoa xa hoi chu nghia",
            "doc lap - tu do",
        ],
        Masthead,
        "name of the site",
    ),
];

/// What a line is, if it is furniture.
pub(super) fn judge(text: &str) -> Option<Role> {
    if text.len() > 600 {
        return None;
    }
    let count = words(text);
    if count > 40 {
        return None;
    }
    let key = key(text);
    if is_number(&key) || is_pager(text) || is_calendar(&key) {
        return Some(Counter);
    }
    if key.is_empty() {
        return Some(Control);
    }
    let plain = without_count(&key);
    for (how, phrases, role, _) in RULES {
        let met = match how {
            Whole => phrases.contains(&plain) || phrases.contains(&key.as_str()),
            Begins => {
                count <= 25
                    && phrases.iter().any(|p| begins(&key, p))
                    && !(*role == Masthead && has_sentence(text, count))
            }
            Holds => count <= 25 && phrases.iter().any(|p| key.contains(p)),
        };
        if met && fits(*role, &key, count) {
            return Some(*role);
        }
    }
    if is_trail(text) {
        return Some(Control);
    }
    is_masthead(text, &key).then_some(Masthead)
}

/// A counter's label must carry little more than its number: `Lượt xem: 12`, not a sentence that begins so.
fn fits(role: Role, key: &str, count: usize) -> bool {
    match role {
        Counter => count <= 6 && (key.chars().any(|c| c.is_ascii_digit()) || count <= 4),
        _ => true,
    }
}

fn begins(key: &str, phrase: &str) -> bool {
    key.strip_prefix(phrase).is_some_and(|rest| {
        let inside = phrase.ends_with(|c: char| c.is_alphanumeric())
            && rest.starts_with(|c: char| c.is_alphanumeric());
        !inside
    })
}

/// A line that speaks: a masthead does not.
fn has_sentence(text: &str, count: usize) -> bool {
    count > 12 || (count > 6 && text.chars().any(char::is_lowercase) && !text.starts_with(char::is_uppercase))
}

/// `Bình luận (3)` → `Bình luận`; `0 bình luận` → `bình luận`.
fn without_count(key: &str) -> &str {
    let number = |c: char| {
        c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | ',' | ' ' | ':' | '[' | ']' | '>' | '»')
    };
    key.trim_matches(number)
}

/// `0`, `5.259.772`, `(12)`: a number without a word.
fn is_number(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 16
        && key.chars().any(|c| c.is_ascii_digit())
        && key
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '(' | ')' | '/' | ' ' | '+' | '%'))
        && !key.contains("/20")
        && !key.contains("/19")
}

/// `1 2 3 4 … Trang cuối`, `Trang 1/12`, `« 1 2 3 »`.
fn is_pager(text: &str) -> bool {
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let numbers =
        pieces.iter().filter(|p| p.chars().all(|c| c.is_ascii_digit() || matches!(c, '[' | ']'))).count();
    numbers >= 3 && pieces.len() - numbers <= 4
        || (pieces.len() <= 4 && key(text).starts_with("trang 1") && text.contains('/'))
}

/// The head of a calendar: `T2 T3 T4 T5 T6 T7 CN`.
fn is_calendar(key: &str) -> bool {
    let days = key
        .split(' ')
        .filter(|w| {
            matches!(
                *w,
                "t2" | "t3"
                    | "t4"
                    | "t5"
                    | "t6"
                    | "t7"
                    | "cn"
                    | "hai"
                    | "ba"
                    | "tu"
                    | "nam"
                    | "sau"
                    | "bay"
                    | "mon"
                    | "tue"
                    | "wed"
                    | "thu"
                    | "fri"
                    | "sat"
                    | "sun"
            )
        })
        .count();
    days >= 6 && words(key) <= 9
}

/// `Tin tức » Hoạt động » Chi tiết`: short names with arrows between.
fn is_trail(text: &str) -> bool {
    let arrows = ['»', '›', '>', '→'];
    let steps: Vec<&str> = text.split(arrows).map(str::trim).filter(|s| !s.is_empty()).collect();
    text.contains(arrows)
        && steps.len() >= 2
        && steps.iter().all(|s| words(s) <= 8)
        && !text.trim_end().ends_with('.')
}

/// The name of a body in capitals over the page.
fn is_masthead(text: &str, key: &str) -> bool {
    let bodies = [
        "uy ban nhan dan",
        "ubnd",
        "so ",
        "bo ",
        "hoi dong nhan dan",
        "bao ",
        "dai phat thanh",
        "chi cuc ",
        "cuc ",
        "dang bo",
        "tinh uy",
        "huyen uy",
        "thanh uy",
        "cong an ",
    ];
    is_capitals(text)
        && words(text) <= 12
        && bodies.iter().any(|b| key.starts_with(b))
        && !SPEAKING.iter().any(|v| format!(" {key} ").contains(v))
}

/// Verbs and events of headlines that some portals print in capitals.
const SPEAKING: [&str; 22] = [
    " to chuc ",
    " khai mac ",
    " be mac ",
    " trien khai ",
    " lam viec ",
    " hop ",
    " kiem tra ",
    " tham ",
    " tang ",
    " trao ",
    " ban hanh ",
    " tap huan ",
    " phat dong ",
    " day manh ",
    " hoi nghi ",
    " ky ket ",
    " tong ket ",
    " so ket ",
    " thong qua ",
    " cong bo ",
    " tiep ",
    " nang cao ",
];

/// All letters are capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}
