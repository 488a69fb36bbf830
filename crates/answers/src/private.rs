//! What in a text points to a person: telephone numbers, addresses of mail, identity numbers, and the names given. The
//! checker before anything becomes public, and the eraser afterwards.

use viet::fold::fold_lower;
use viet::tokens::{Kind, Token, tokens};

/// Something that points to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What it is; `answers-private-…` says it in words.
    pub(crate) kind: &'static str,
    /// Its words.
    pub(crate) words: String,
    start: usize,
    end: usize,
}

/// What stands in the place of what was found.
const GAP: &str = "[…]";

/// Words that stand before a person's name.
const BEFORE_NAMES: [&str; 12] =
    ["ong", "ba", "anh", "chi", "em", "chau", "bac", "co", "chu", "toi ten la", "toi la", "ten toi la"];

/// Forms of address, as they are written and without their marks: after one of them the last of a name is a person.
const ADDRESSED: [&str; 15] =
    ["ông", "bà", "anh", "chị", "em", "cháu", "bác", "cô", "chú", "ong", "ba", "chi", "chau", "bac", "chu"];

/// Surnames that nearly all Vietnamese bear; two capitalised words after one of them are a name.
const SURNAMES: [&str; 44] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý", "đinh", "đoàn", "lò", "giàng", "vàng", "lường", "quàng", "cà", "tòng", "mùa", "sùng",
    "thào", "hạng", "vừ", "cứ", "ly", "tẩn", "phùng", "bàn", "triệu", "nông", "hà", "mai", "trương", "lâm",
    "trịnh", "đào", "tạ",
];

/// Everything in `text` that points to a person; `given` are the name, mail address and telephone number the asker gave.
pub(crate) fn findings(text: &str, given: &[&str]) -> Vec<Finding> {
    let all: Vec<Token> = tokens(text).collect();
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let words = token.text(text);
        let kind = match token.kind {
            Kind::Email => Some("email"),
            // Twelve digits that begin with a nought are an identity card, whatever they look like.
            Kind::Phone => numbers(words).or(Some("phone")),
            Kind::Number | Kind::Code => numbers(words),
            _ => None,
        };
        if let Some(kind) = kind {
            found.push(Finding { kind, words: words.to_owned(), start: token.start, end: token.end });
        } else if let Some(end) = name_at(text, &all, at) {
            found.push(Finding {
                kind: "name",
                words: text.get(token.start..end).unwrap_or_default().to_owned(),
                start: token.start,
                end,
            });
        }
    }
    found.extend(split_numbers(text, &all));
    for words in given.iter().map(|words| words.trim()).filter(|words| words.chars().count() > 2) {
        found.extend(given_in(text, &all, words));
        found.extend(addressed_in(text, &all, words));
    }
    // What was given wins over what is guessed at the same place.
    found.sort_by_key(|finding| (finding.start, finding.kind != "given", std::cmp::Reverse(finding.end)));
    let mut until = 0;
    found.retain(|finding| {
        let apart = finding.start >= until;
        if apart {
            until = finding.end;
        }
        apart
    });
    found
}

/// `text` with a gap in the place of everything that points to a person.
pub(crate) fn redacted(text: &str, given: &[&str]) -> String {
    gaps(text, findings(text, given).into_iter())
}

/// `text` with a gap where the asker's own name, address or number stands, and nowhere else: what was approved stays as it was.
pub(crate) fn without_given(text: &str, given: &[&str]) -> String {
    gaps(text, findings(text, given).into_iter().filter(|finding| finding.kind == "given"))
}

fn gaps(text: &str, found: impl Iterator<Item = Finding>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for finding in found {
        out.push_str(text.get(at..finding.start).unwrap_or_default());
        out.push_str(GAP);
        at = finding.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Nine and twelve digits are what identity cards carry, ten beginning with a nought a telephone.
fn numbers(words: &str) -> Option<&'static str> {
    if words.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '.' | '-' | ' ' | '+')) {
        return None;
    }
    digits_kind(&words.chars().filter(char::is_ascii_digit).collect::<String>(), words.contains('.'))
}

fn digits_kind(digits: &str, grouped: bool) -> Option<&'static str> {
    match digits.len() {
        10 | 11 if digits.starts_with('0') => Some("phone"),
        11 if digits.starts_with("84") => Some("phone"),
        // `123.456.789` is an amount of money as often as not; a bare one is not.
        9 if !grouped || digits.starts_with('0') => Some("identity"),
        12 if !grouped || digits.starts_with('0') => Some("identity"),
        _ => None,
    }
}

/// Telephone and identity numbers written in groups: `0912 345 678`.
fn split_numbers(text: &str, all: &[Token]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate() {
        if !token.text(text).starts_with('0') {
            continue;
        }
        let mut digits = String::new();
        for next in all.iter().skip(at).take(6) {
            let words = next.text(text);
            if matches!(words, "." | "-") {
                continue;
            }
            if !words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-')) {
                break;
            }
            digits.extend(words.chars().filter(char::is_ascii_digit));
            if let Some(kind) = digits_kind(&digits, true).filter(|_| next.start != token.start) {
                let words = text.get(token.start..next.end).unwrap_or_default().to_owned();
                found.push(Finding { kind, words, start: token.start, end: next.end });
            }
        }
    }
    found
}

/// Where a person's name ends that begins at a token: a surname and one to three more words, all capitalised.
fn name_at(text: &str, all: &[Token], at: usize) -> Option<usize> {
    let first = all.get(at)?;
    let word = first.text(text);
    if !is_capitalised(first, text) {
        return None;
    }
    let rest: Vec<&Token> =
        all.iter().skip(at + 1).take(3).take_while(|token| is_capitalised(token, text)).collect();
    let surname = SURNAMES.contains(&word.to_lowercase().as_str());
    let enough = if surname { 1 } else { 0 };
    let introduced = preceded(text, all, at);
    // A surname alone in front of one word may be a street or a place; a form of address before it says that it is not.
    let is_name = (surname && rest.len() >= 2) || (introduced && rest.len() >= enough);
    is_name.then(|| rest.last().map_or(first.end, |token| token.end))
}

fn is_capitalised(token: &Token, text: &str) -> bool {
    let mut letters = token.text(text).chars();
    token.kind == Kind::Word
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
}

/// Whether the words before a token are a form of address: `bà Lò Thị Mai`, `tôi tên là Páo`.
fn preceded(text: &str, all: &[Token], at: usize) -> bool {
    let before: Vec<String> =
        all.iter().take(at).rev().take(3).map(|token| fold_lower(token.text(text))).collect();
    let joined = |n: usize| before.iter().take(n).rev().cloned().collect::<Vec<_>>().join(" ");
    (1..=3.min(before.len())).any(|n| BEFORE_NAMES.contains(&joined(n).as_str()))
}

/// Where the words the asker gave stand, however they are cased.
fn given_in(text: &str, all: &[Token], words: &str) -> Vec<Finding> {
    let wanted: Vec<String> = tokens(words).map(|token| token.text(words).to_lowercase()).collect();
    let mut found = Vec::new();
    for (at, first) in all.iter().enumerate() {
        let here: Vec<&Token> = all.iter().skip(at).take(wanted.len()).collect();
        // One word alone, such as `Mai`, is a name only with its capital: `ngày mai` is none.
        let cased = wanted.len() > 1
            || first.kind != Kind::Word
            || first.text(text).chars().next().is_some_and(char::is_uppercase);
        let same = cased
            && here.len() == wanted.len()
            && here.iter().zip(&wanted).all(|(token, word)| token.text(text).to_lowercase() == *word);
        if let (true, Some(last)) = (same && !wanted.is_empty(), here.last()) {
            found.push(Finding {
                kind: "given",
                words: text.get(first.start..last.end).unwrap_or_default().to_owned(),
                start: first.start,
                end: last.end,
            });
        }
    }
    found
}

/// Where the end of a name that was given stands behind a form of address: `bà Tươi` is Lò Thị Tươi.
fn addressed_in(text: &str, all: &[Token], name: &str) -> Vec<Finding> {
    let parts: Vec<Token> = tokens(name).collect();
    if parts.len() < 2 || parts.iter().any(|part| part.kind != Kind::Word) {
        return Vec::new();
    }
    let parts: Vec<String> = parts.iter().map(|part| part.text(name).to_lowercase()).collect();
    let mut found = Vec::new();
    for (at, pair) in all.windows(2).enumerate() {
        let [before, first] = pair else { continue };
        if !ADDRESSED.contains(&before.text(text).to_lowercase().as_str()) {
            continue;
        }
        let here: Vec<&Token> =
            all.iter().skip(at + 1).take_while(|token| is_capitalised(token, text)).collect();
        let said = here.iter().map(|token| token.text(text).to_lowercase());
        let is_tail = !here.is_empty()
            && here.len() < parts.len()
            && said.rev().eq(parts.iter().rev().take(here.len()).cloned());
        if let (true, Some(last)) = (is_tail, here.last()) {
            let words = text.get(first.start..last.end).unwrap_or_default().to_owned();
            found.push(Finding { kind: "given", words, start: first.start, end: last.end });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str, given: &[&str]) -> Vec<(&'static str, String)> {
        findings(text, given).into_iter().map(|finding| (finding.kind, finding.words)).collect()
    }

    #[test]
    fn what_points_to_a_person_is_found() {
        for (text, kind, words) in [
            ("Xin gọi cho tôi theo số 0912345678 nhé", "phone", "0912345678"),
            ("Gọi 0912 345 678", "phone", "0912 345 678"),
            ("Gọi 0912.345.678", "phone", "0912.345.678"),
            ("gọi +84912345678 giúp", "phone", "+84912345678"),
            ("thư: lo.mai@lien.example", "email", "lo.mai@lien.example"),
            ("căn cước 011198001234 của tôi", "identity", "011198001234"),
            ("CMND 040123456", "identity", "040123456"),
            ("Tôi là Lò Thị Mai ở bản Nà Pheo", "name", "Lò Thị Mai"),
            ("hỏi cho bà Giàng Páo được không", "name", "Giàng Páo"),
            ("nhà ông Dơ bị ngập", "name", "Dơ"),
        ] {
            let found = kinds(text, &[]);
            assert!(found.iter().any(|(k, w)| *k == kind && w == words), "{text}: {found:?}");
            assert!(!redacted(text, &[]).contains(words), "{text}");
        }
        assert_eq!(kinds("con của mai hoa", &["Mai Hoa"]), [("given", "mai hoa".to_owned())]);
        assert_eq!(redacted("Tôi là Lò Thị Mai, số 0912345678.", &[]), "Tôi là […], số […].");
    }

    #[test]
    fn who_asked_is_found_by_the_end_of_their_name() {
        let given = ["Lò Thị Tươi", "tuoi@lien.example", "0912345678"];
        for text in
            ["Kính gửi bà Tươi,", "Thưa chị Thị Tươi!", "trả lời bà Tươi như sau", "BÀ Tươi hỏi", "ba Tuoi"]
        {
            let expected = if text.contains("Tuoi") { 0 } else { 1 };
            let found = findings(text, &given);
            assert_eq!(found.iter().filter(|one| one.kind == "given").count(), expected, "{text}: {found:?}");
        }
        assert_eq!(without_given("Bà Tươi nộp tại xã.", &given), "Bà […] nộp tại xã.");
        for text in ["hoa tươi", "bà Tươi Hoa", "xã Tươi", "có Tươi", "ông Thị"] {
            assert_eq!(without_given(text, &given), text);
        }
    }

    #[test]
    fn plain_questions_are_left_alone() {
        for text in [
            "Hồ sơ cấp giấy chứng nhận quyền sử dụng đất gồm những gì?",
            "Mức hỗ trợ 1.500.000 đồng theo Nghị định 116/2020/NĐ-CP có còn không?",
            "Trung tâm Y tế huyện Mường Chà làm việc thứ Bảy không?",
            "Từ 11/06/2020 đến 20/11/2026, tổng 123.456.789 đồng",
            "Đường Điện Biên Phủ bao giờ sửa xong",
            "",
        ] {
            assert_eq!(kinds(text, &[]), [], "{text}");
            assert_eq!(redacted(text, &[]), text);
        }
    }
}
