//! The words a question is found by: folded, so that it is found with and without diacritics.

use viet::fold::fold_lower;
use viet::tokens::{Kind, tokens};

/// Words that nearly every question has.
const COMMON: [&str; 60] = [
    "a", "ai", "anh", "bao", "ban", "bi", "cac", "can", "cau", "chi", "cho", "co", "con", "cua", "cung",
    "cu", "da", "dau", "de", "den", "di", "do", "duoc", "em", "gi", "giup", "hay", "hoi", "khi", "khong",
    "la", "lai", "lam", "len", "ma", "minh", "moi", "mot", "nam", "nao", "nay", "ne", "neu", "nhu", "nhung",
    "o", "roi", "sao", "se", "tai", "the", "thi", "theo", "toi", "trong", "tu", "va", "ve", "voi", "xin",
];

/// More than this are not kept of one text.
const MOST: usize = 120;

/// The words of a text, each once.
pub(crate) fn of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = tokens(text)
        .filter(|token| !matches!(token.kind, Kind::Punctuation | Kind::Other))
        .map(|token| fold_lower(token.text(text)))
        .map(|word| word.chars().take(40).collect::<String>())
        .filter(|word| !word.is_empty() && !COMMON.contains(&word.as_str()))
        .take(MOST * 4)
        .collect();
    words.sort();
    words.dedup();
    words.truncate(MOST);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_common_ones_left_out() {
        assert_eq!(of("Xin hỏi: hồ sơ đất đai, ĐẤT rừng?"), ["dai", "dat", "ho", "rung", "so"]);
        assert!(of("có gì không ạ").is_empty());
    }
}
