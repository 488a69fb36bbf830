//! Captions that stay in the text when a page loses its pictures (S136): told from headings and short sentences.

use super::lines::{key, last_mark, words};

/// A caption hardly ever runs on past this.
const LONGEST: usize = 45;

/// What only captions begin with.
const OPENINGS: [&str; 13] = [
    "toan canh",
    "quang canh",
    "hinh anh",
    "anh minh hoa",
    "anh:",
    "anh chup",
    "anh tu lieu",
    "mot so hinh anh",
    "khung canh",
    "chup anh luu niem",
    "cac dai bieu chup anh",
    "(anh",
    "trong anh",
];

/// Who captions speak of first: the person or group in the picture.
const PEOPLE: [&str; 44] = [
    "dong chi",
    "d/c",
    "dc ",
    "ong ",
    "ba ",
    "cac ong",
    "cac dong chi",
    "thu truong",
    "bo truong",
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "cac dai bieu",
    "dai bieu",
    "dai dien",
    "lanh dao",
    "doan ",
    "bi thu",
    "pho bi thu",
    "truong ban",
    "pho truong",
    "truong phong",
    "chanh van phong",
    "pho chanh",
    "tong bi thu",
    "thu tuong",
    "pho thu tuong",
    "cuc truong",
    "vu truong",
    "hieu truong",
    "dai ta",
    "thieu tuong",
    "trung tuong",
    "thuong ta",
    "trung ta",
    "can bo",
    "cac em",
    "nguoi dan",
    "ba con",
    "hoc sinh",
    "doan vien",
    "ths",
    "ts.",
];

/// What the people in pictures do. With a person before it and no sentence end behind, that is a caption.
const DOINGS: [&str; 46] = [
    "phat bieu",
    "chu tri",
    "trao ",
    "tang ",
    "tham quan",
    "kiem tra",
    "tham hoi",
    "ky ket",
    "tham gia",
    "tham du",
    "du hoi",
    "khai mac",
    "be mac",
    "trinh bay",
    "bao cao tai",
    "bao cao tham luan",
    "chup anh",
    "cat bang",
    "trong cay",
    "thao luan",
    "tra loi",
    "ket luan",
    "dang huong",
    "lam viec voi",
    "gap go",
    "chuc mung",
    "huong dan",
    "tuyen truyen",
    " nghe ",
    "bieu dien",
    "thi dau",
    " xem ",
    "thuc hanh",
    "van dong",
    "ra quan",
    "don dep",
    "cham soc",
    "kham ",
    "nhan qua",
    "ho tro",
    "giao luu",
    "tiep don",
    " tiep ",
    "chuc tet",
    "ban giao",
    "khao sat",
];

/// Where pictures are taken.
const PLACES: [&str; 17] = [
    "tai buoi",
    "tai hoi nghi",
    "tai hoi thao",
    "tai cuoc hop",
    "tai le",
    "tai dai hoi",
    "tai ky hop",
    "tai phien",
    "tai chuong trinh",
    "tai lop",
    "tai toa dam",
    "tai dien dan",
    "tai diem cau",
    "tai su kien",
    "tai ngay hoi",
    "tai giao ban",
    "buoi lam viec",
];

/// Whether a line without markup is a caption.
pub(super) fn is_caption(text: &str) -> bool {
    if text.len() > 1000 {
        return false;
    }
    let count = words(text);
    if count == 0 || count > LONGEST || starts_like_item(text) {
        return false;
    }
    let key = key(text);
    let ended = matches!(last_mark(text), Some('.' | '!' | '?' | ';' | ':' | '…'));
    let credited = ends_with_credit(text);
    if credited && count <= LONGEST {
        return true;
    }
    if OPENINGS.iter().any(|o| key.starts_with(o)) && !key.contains(" da ") && sentence_marks(text) == 0 {
        return matches!(last_mark(text), Some(c) if c != ':') && count <= 30;
    }
    let person = PEOPLE.iter().any(|p| key.starts_with(p));
    let doing = DOINGS.iter().any(|d| key.contains(d));
    let place = PLACES.iter().any(|p| key.contains(p));
    let named_picture = key.starts_with("hnh anh") || key.contains("anh tai") || key.contains("hinh anh");
    if ended {
        // "Đồng chí A phát biểu tại Hội nghị." in full stop: only the plainest pattern, since a body sentence
        // says "đã phát biểu" or begins with "Phát biểu tại".
        return person
            && key.contains("phat bieu")
            && place
            && count <= 25
            && sentence_marks(text) == 1
            && !key.contains(" da ")
            && !key.contains(" neu ");
    }
    if sentence_marks(text) > 0 {
        return false;
    }
    (person && (doing || place)) || (place && (doing || named_picture)) || (named_picture && count <= 20)
}

/// Whether a short line without an end mark begins with the people in a picture.
pub(super) fn names_people(text: &str) -> bool {
    if text.len() > 600 {
        return false;
    }
    let key = key(text);
    let open = !matches!(last_mark(text), Some('.' | '!' | '?' | ';' | ':' | '…'));
    open && words(text) >= 4
        && words(text) <= 25
        && !starts_like_item(text)
        && PEOPLE.iter().any(|p| key.starts_with(p))
}

/// `(Ảnh: Thu Hà)`, `Ảnh: TTXVN` at the end.
fn ends_with_credit(text: &str) -> bool {
    let key = key(text);
    let tail: String = key.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
    let credit = tail.contains("(anh:")
        || tail.contains("(anh ")
        || tail.contains(". anh:")
        || tail.contains(" - anh:")
        || tail.contains(" anh: ")
        || tail.contains("(nguon anh");
    credit && !text.trim_end().ends_with(';')
}

fn starts_like_item(text: &str) -> bool {
    let first = text.chars().next();
    matches!(first, Some('-' | '+' | '*' | '•' | '–' | '—')) || first.is_some_and(|c| c.is_ascii_digit())
}

fn sentence_marks(text: &str) -> usize {
    [". ", "! ", "? ", "; "].iter().map(|m| text.matches(m).count()).sum::<usize>()
        + usize::from(matches!(text.chars().last(), Some('.' | '!' | '?')))
}
