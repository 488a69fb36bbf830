//! Names of people and of bodies, as far as bylines need them told apart.

use super::lines::key;

/// First words of agencies: they make a site or a paper of their own.
const AGENCIES: [&str; 22] = [
    "bo",
    "so",
    "ubnd",
    "uy ban",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "bao",
    "dai",
    "cuc",
    "tong cuc",
    "vien",
    "cong ttdt",
    "cong thong tin",
    "trang thong tin",
    "ttxvn",
    "thong tan xa",
    "hdnd",
    "tap chi",
    "chi cuc",
    "hoi",
    "mttq",
];

/// First words of units inside an agency.
const UNITS: [&str; 14] = [
    "phong",
    "van phong",
    "vp",
    "vps",
    "vpub",
    "vu",
    "trung tam",
    "tt ",
    "ban",
    "to",
    "doi",
    "thanh tra",
    "bo phan",
    "vhxh",
];

/// Words that no personal name holds, common in menus and link blocks.
const COMMON: [&str; 46] = [
    "tin",
    "van ban",
    "quan ly",
    "he thong",
    "phan mem",
    "truc tuyen",
    "dich vu",
    "thu tuc",
    "gioi thieu",
    "lien he",
    "hoi dap",
    "cong khai",
    "thu vien",
    "video",
    "trang",
    "tra cuu",
    "so do",
    "cong",
    "portal",
    "website",
    "lien ket",
    "thong tin",
    "tai lieu",
    "hinh anh",
    "thu dien tu",
    "email",
    "dang nhap",
    "cac",
    "danh",
    "muc",
    "chuyen",
    "thong bao",
    "lich",
    "thong ke",
    "truy cap",
    "du an",
    "ke hoach",
    "cai cach",
    "hanh chinh",
    "tuyen dung",
    "gop y",
    "binh luan",
    "xem",
    "doc",
    "chia se",
    "tags",
];

fn starts_with_word(key: &str, word: &str) -> bool {
    key.strip_prefix(word).is_some_and(|rest| {
        rest.is_empty() || word.ends_with(' ') || !rest.starts_with(char::is_alphanumeric)
    })
}

pub(super) fn is_agency(text: &str) -> bool {
    let key = key(text);
    AGENCIES.iter().any(|a| starts_with_word(&key, a))
        || (is_acronym(text) && key.starts_with('s') && key.len() >= 3)
}

pub(super) fn is_unit(text: &str) -> bool {
    let key = key(text);
    UNITS.iter().any(|u| starts_with_word(&key, u))
        || (is_acronym(text) && (key.starts_with("vp") || key.starts_with('p')))
}

/// Capitals without spaces: `VPS`, `STTTT`, `TT&TT`.
pub(super) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=10).contains(&letters)
        && !text.contains(char::is_whitespace)
        && text.chars().all(|c| c.is_uppercase() || matches!(c, '&' | '-' | '.') || c.is_ascii_digit())
}

/// The newsroom signing as a body, or nobody in particular.
pub(super) fn is_desk(text: &str) -> bool {
    matches!(
        key(text).as_str(),
        "pv" | "p.v"
            | "bbt"
            | "btv"
            | "ctv"
            | "nhom pv"
            | "nhom phong vien"
            | "phong vien"
            | "ban bien tap"
            | "bien tap vien"
            | "cong tac vien"
            | "ban tin"
            | "toa soan"
            | "tong hop"
            | "pv tong hop"
            | "quan tri"
            | "admin"
            | "quan tri vien"
    )
}

/// An account that posts for nobody in particular.
pub(super) fn is_machine(text: &str) -> bool {
    let key = key(text).replace([' ', '.', '_', '-'], "");
    [
        "quantri",
        "quantrivien",
        "quantriweb",
        "admin",
        "administrator",
        "webmaster",
        "bientapvien",
        "bbt",
        "root",
        "editor",
        "banbientap",
        "host",
        "superadmin",
    ]
    .contains(&key.as_str())
        || key.starts_with("admin")
        || key.contains('@')
}

/// Whether a text could be the name of one person, or several divided by commas, `và` or dashes.
pub(super) fn is_person(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 60 || text.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    if is_desk(text) {
        return true;
    }
    let one = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |w: &&str| {
            w.chars().next().is_some_and(char::is_uppercase)
                && w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\''))
        };
        let key = key(name);
        let common = COMMON.iter().any(|c| {
            key == *c
                || starts_with_word(&key, c)
                || key.ends_with(&format!(" {c}"))
                || key.contains(&format!(" {c} "))
        });
        (1..=5).contains(&words.len())
            && words.iter().all(capital)
            && !(words.len() == 1 && name.chars().count() > 7)
            && !common
            && !(is_agency(name) || is_unit(name))
    };
    text.split([',', ';', '/', '&'])
        .flat_map(|part| part.split(" và "))
        .flat_map(|p| p.split(" - "))
        .all(|name| one(name.trim()))
}
