//! What stands on a portal page and is no part of the story: one table of rules, each with its reason.

mod rules;

use super::lines::{key, words};
use Role::{Control, Counter, Masthead};
use rules::How::{Begins, Holds, Whole};
use rules::RULES;

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
