//! Words that are often mistaken for others: both halves are good syllables, together they are wrong.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Finding, Problem};
use crate::letters;
use crate::tokens::{Kind, Token};

/// Wrong → right, in lower case.
const CONFUSIONS: [(&str, &str); 71] = [
    ("sắc xảo", "sắc sảo"),
    ("xắc xảo", "sắc sảo"),
    ("sử lý", "xử lý"),
    ("sử phạt", "xử phạt"),
    ("xử dụng", "sử dụng"),
    ("sử dũng", "sử dụng"),
    ("chia xẻ", "chia sẻ"),
    ("xẻ chia", "sẻ chia"),
    ("bổ xung", "bổ sung"),
    ("xơ xài", "sơ sài"),
    ("xơ suất", "sơ suất"),
    ("sơ xuất", "sơ suất"),
    ("xúc tích", "súc tích"),
    ("suất sắc", "xuất sắc"),
    ("xuất xắc", "xuất sắc"),
    ("suất bản", "xuất bản"),
    ("sản suất", "sản xuất"),
    ("sáng lạng", "xán lạn"),
    ("sáng lạn", "xán lạn"),
    ("sán lạn", "xán lạn"),
    ("chuẩn đoán", "chẩn đoán"),
    ("chặc chẽ", "chặt chẽ"),
    ("chặt chẻ", "chặt chẽ"),
    ("trân thành", "chân thành"),
    ("chân trọng", "trân trọng"),
    ("chau chuốt", "trau chuốt"),
    ("chau dồi", "trau dồi"),
    ("trú trọng", "chú trọng"),
    ("trú ý", "chú ý"),
    ("chính chắn", "chín chắn"),
    ("dành giật", "giành giật"),
    ("dành thắng lợi", "giành thắng lợi"),
    ("dành chiến thắng", "giành chiến thắng"),
    ("dành giải", "giành giải"),
    ("giành dụm", "dành dụm"),
    ("giành riêng", "dành riêng"),
    ("giành cho", "dành cho"),
    ("dành mạch", "rành mạch"),
    ("giãn tiện", "giản tiện"),
    ("đơn giãn", "đơn giản"),
    ("bản quyển", "bản quyền"),
    ("thẩm quyển", "thẩm quyền"),
    ("khắc phụ", "khắc phục"),
    ("kỹ luật", "kỷ luật"),
    ("kỹ niệm", "kỷ niệm"),
    ("kỹ nguyên", "kỷ nguyên"),
    ("thế kỹ", "thế kỷ"),
    ("kỷ thuật", "kỹ thuật"),
    ("kỷ năng", "kỹ năng"),
    ("nổ lực", "nỗ lực"),
    ("củng như", "cũng như"),
    ("lảnh đạo", "lãnh đạo"),
    ("lãnh vực", "lĩnh vực"),
    ("nghĩ hưu", "nghỉ hưu"),
    ("nghĩ phép", "nghỉ phép"),
    ("suy nghỉ", "suy nghĩ"),
    ("xẩy ra", "xảy ra"),
    ("sảy ra", "xảy ra"),
    ("tháo dở", "tháo dỡ"),
    ("bở ngỡ", "bỡ ngỡ"),
    ("đội ngủ", "đội ngũ"),
    ("mỡ rộng", "mở rộng"),
    ("bão đảm", "bảo đảm"),
    ("đãm bảo", "đảm bảo"),
    ("bão vệ", "bảo vệ"),
    ("giử gìn", "giữ gìn"),
    ("gìn giử", "gìn giữ"),
    ("vô hình chung", "vô hình trung"),
    ("trong vào ngoài", "trong và ngoài"),
    ("capcha", "captcha"),
    ("đọc giả", "độc giả"),
];

pub(super) fn find(text: &str, all: &[Token]) -> Vec<Finding> {
    let by_first = index();
    let mut found: Vec<Finding> = Vec::new();
    for (at, token) in all.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word && t.end - t.start <= 16) {
        if found.last().is_some_and(|f| token.start < f.range.end) {
            continue;
        }
        if let Some(finding) = small_year(text, all, at) {
            found.push(finding);
            continue;
        }
        let Some(entries) = by_first.get(small(token.text(text)).as_str()) else { continue };
        let hit = entries.iter().find_map(|(parts, right)| {
            let rest = all.get(at..at + parts.len())?;
            let same =
                parts.iter().zip(rest).all(|(part, t)| t.kind == Kind::Word && small(t.text(text)) == *part);
            Some((rest.last()?.end, right)).filter(|_| same)
        });
        if let Some((end, right)) = hit
            && !belongs_elsewhere(text, all, at, end)
        {
            let suggestions = vec![super::cased(token.text(text), right)];
            found.push(Finding { range: token.start..end, problem: Problem::Confusion, suggestions });
        }
    }
    found
}

/// Whether a half belongs to the word beside it: *hồ sơ xuất trình*, *lịch sử lý luận*.
fn belongs_elsewhere(text: &str, all: &[Token], at: usize, end: usize) -> bool {
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| all.get(at)).filter(|t| t.kind == Kind::Word)?;
        Some(small(token.text(text)))
    };
    let last = at + all.iter().skip(at).take_while(|t| t.end < end).count();
    let known = |a: Option<String>, b: Option<String>| {
        let pair = a.zip(b).map(|(a, b)| format!("{a} {b}"));
        pair.and_then(|pair| super::shipped().model().cost(&pair)).is_some_and(|cost| cost < super::CLEAR)
    };
    let first = word(Some(at));
    let gives = matches!(first.as_deref(), Some("dành" | "giành"));
    known(word(at.checked_sub(1)), first) || !gives && known(word(Some(last)), word(Some(last + 1)))
}

/// `năm Kỷ hợi` (S176): both halves of a year's name take capitals.
fn small_year(text: &str, all: &[Token], at: usize) -> Option<Finding> {
    const STEMS: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
    const BRANCHES: [&str; 12] =
        ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"];
    let (stem, branch) = (all.get(at)?, all.get(at + 1)?);
    let (a, b) = (stem.text(text), branch.text(text));
    let to = BRANCHES.iter().position(|s| *s == b)?;
    let from = STEMS.iter().position(|s| *s == small(a))?;
    let before = all.get(at.checked_sub(1)?)?.text(text);
    let year = ["năm", "tết", "đán", "lịch", "xuân", "tuổi"].contains(&small(before).as_str());
    // Of a hundred and twenty pairs only every second is a year.
    let wrong = year && a.chars().next().is_some_and(char::is_uppercase) && from % 2 == to % 2;
    let right = format!("{a} {}", super::cased("T", b));
    wrong.then(|| Finding {
        range: stem.start..branch.end,
        problem: Problem::Confusion,
        suggestions: vec![right],
    })
}

type Entries = HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>;

fn index() -> &'static Entries {
    static INDEX: OnceLock<Entries> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Entries::new();
        for (wrong, right) in CONFUSIONS {
            let parts: Vec<&str> = wrong.split(' ').collect();
            if let Some(&first) = parts.first() {
                index.entry(first).or_default().push((parts, right));
            }
        }
        index
    })
}

fn small(word: &str) -> String {
    word.chars().take(16).map(letters::lower).collect()
}
