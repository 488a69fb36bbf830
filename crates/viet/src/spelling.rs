//! Misspellings before they are published (S176): impossible syllables, misplaced tones, words mistaken for
//! others.
//!
//! A checker that cries wolf is switched off. So names, capitals, abbreviations, foreign words and anything in
//! the lexicon pass, and a doubtful syllable is reported only when its neighbour makes clear what was meant, or
//! when no Vietnamese text uses it.

mod confusions;
mod slips;
mod styles;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::letters;
use crate::normalize::{ToneStyle, nfc};
use crate::pieces::pieces;
use crate::segment::{FIRST, shipped};
use crate::syllables;
use crate::tokens::{Kind, Token, tokens};
use slips::{UNLISTED, slips};
use styles::Styles;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// No Vietnamese syllable is written so: `Hnh`, `nghành`.
    Impossible,
    /// The tone mark stands on the wrong letter: `hòan`.
    MisplacedTone,
    /// Possible, but no word: `truyển thông`.
    NoWord,
    /// A known confusion: `sắc xảo`.
    Confusion,
    /// The text mixes `hòa` and `hoà`; reported once, at the rarer style's first use.
    MixedToneStyles,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub problem: Problem,
    /// What may have been meant, likeliest first; may be empty.
    pub suggestions: Vec<String>,
}

/// Checks a text.
///
/// ```
/// use viet::spelling::check;
/// let text = "Hnh ảnh công tác truyển thông của LĐTBXH ở Trường Sa-Hoàng Sa";   // S176
/// let found: Vec<_> = check(text).into_iter().map(|f| (&text[f.range], f.suggestions)).collect();
/// assert_eq!(found[0], ("Hnh", vec!["Hình".to_owned()]));
/// assert_eq!(found[1], ("truyển", vec!["truyền".to_owned()]));
/// assert_eq!(found.len(), 2);
/// ```
#[must_use]
pub fn check(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut styles = Styles::default();
    let slips = RefCell::new(HashMap::new());
    for (base, piece) in pieces(text) {
        let all: Vec<Token> = tokens(piece).collect();
        let first = found.len();
        let confused = confusions::find(piece, &all);
        let mut passed = confused.iter().peekable();
        for (at, token) in all.iter().enumerate() {
            while passed.next_if(|f| f.range.end <= token.start).is_some() {}
            if passed.peek().is_none_or(|f| token.end <= f.range.start) {
                found.extend(Neighbours { text: piece, all: &all, at, slips: &slips }.problem(token));
            }
            styles.see(piece, token, base);
        }
        found.extend(confused);
        for finding in found.iter_mut().skip(first) {
            finding.range = base + finding.range.start..base + finding.range.end;
        }
    }
    found.extend(styles.finding());
    found.sort_by_key(|f| f.range.start);
    found
}

/// A pair of syllables whose cost is below this is a word that the reader knows.
const CLEAR: u8 = 112;

struct Neighbours<'a> {
    text: &'a str,
    all: &'a [Token],
    at: usize,
    /// Slips of the doubtful words met so far.
    slips: &'a RefCell<HashMap<String, Vec<String>>>,
}

/// Different doubtful words looked into; a text with more is not in Vietnamese.
const DOUBTFUL: usize = 3000;

impl Neighbours<'_> {
    fn slips(&self, lower: &str) -> Vec<String> {
        let mut known = self.slips.borrow_mut();
        if let Some(found) = known.get(lower) {
            return found.clone();
        }
        let found = if known.len() < DOUBTFUL { slips(lower) } else { Vec::new() };
        known.insert(lower.to_owned(), found.clone());
        found
    }

    fn problem(&self, token: &Token) -> Option<Finding> {
        let written = token.text(self.text);
        if token.kind != Kind::Word || written.len() > 24 || !self.is_common_word(written) {
            return None;
        }
        let model = shipped().model();
        if model.id(written).is_some_and(|id| !is_misplaced(id)) {
            return None;
        }
        let lower: String = nfc(written).chars().map(letters::lower).collect();
        if let Some(syllable) = syllables::parse(&lower).filter(|_| !syllables::has_tone_in_place(&lower)) {
            let right = syllables::spell(&syllable, ToneStyle::Old);
            return Some(self.finding(token, Problem::MisplacedTone, vec![cased(written, &right)]));
        }
        if model.id(&lower).is_some() || UNLISTED.contains(&lower.as_str()) {
            return None;
        }
        let valid = syllables::is_valid(&lower);
        let mut suggestions = self.suggestions(&lower, written);
        if lower.is_ascii() && !valid {
            // A foreign word with a letter less is often a syllable: *team*, *fan*. A slip loses letters or doubles them.
            let letters = lower.chars().count();
            suggestions.retain(|s| s.chars().count() >= letters || has_double(&lower));
        }
        if valid {
            // A dialect word or an onomatopoeia is no error; only a neighbour can convict.
            return (!suggestions.is_empty()).then(|| self.finding(token, Problem::NoWord, suggestions));
        }
        // Foreign words and names are impossible syllables too: without a diacritic only a clear neighbour convicts.
        let marked = !lower.is_ascii();
        let vietnamese = marked || !suggestions.is_empty() && !syllables::is_plausible_unmarked(&lower);
        (vietnamese && (!suggestions.is_empty() || marked && !self.is_foreign(&lower)))
            .then(|| self.finding(token, Problem::Impossible, suggestions))
    }

    fn finding(&self, token: &Token, problem: Problem, suggestions: Vec<String>) -> Finding {
        Finding { range: token.start..token.end, problem, suggestions }
    }

    /// Names pass: a capital counts only at the beginning of a sentence or line.
    fn is_common_word(&self, written: &str) -> bool {
        let mut letters = written.chars();
        let first_upper = letters.next().is_some_and(char::is_uppercase);
        if letters.any(char::is_uppercase) {
            return false;
        }
        if !first_upper {
            // Part of a name: Krông nô, Đắk lắk.
            return true;
        }
        let Some(before) = self.at.checked_sub(1).and_then(|i| self.all.get(i)) else {
            return self.next_is_lower();
        };
        let here = self.all.get(self.at).map_or(0, |t| t.start);
        let line = self.text.get(before.end..here).is_some_and(|gap| gap.contains('\n'));
        (line || matches!(before.text(self.text), "." | "!" | "?" | "…" | ":" | "./."))
            && self.next_is_lower()
    }

    fn next_is_lower(&self) -> bool {
        self.word(1).is_some_and(|w| w.chars().next().is_some_and(char::is_lowercase))
    }

    fn word(&self, d: isize) -> Option<&str> {
        let token = self.all.get(self.at.checked_add_signed(d)?)?;
        (token.kind == Kind::Word).then(|| token.text(self.text))
    }

    /// Loanwords written with hyphens' remains or foreign letters: Pháp's é is ours too, ç and ü are not.
    fn is_foreign(&self, lower: &str) -> bool {
        lower
            .chars()
            .any(|c| c.is_alphabetic() && letters::ascii(c).is_none() || matches!(c, 'w' | 'z' | 'j' | 'f'))
            || lower.chars().count() > 7
            || syllables::parse(&crate::fold::fold(lower)).is_none() && self.slips(lower).is_empty()
    }

    /// Syllables one slip away that make a word with a neighbour, the commonest word first.
    fn suggestions(&self, lower: &str, written: &str) -> Vec<String> {
        let model = shipped().model();
        let small = |w: Option<&str>| w.map(|w| w.chars().map(letters::lower).collect::<String>());
        let (before, after) = (small(self.word(-1)), small(self.word(1)));
        let mut found: Vec<(u8, String)> = Vec::new();
        for other in self.slips(lower) {
            let with = |pair: Option<String>| pair.and_then(|p| model.cost(&p)).filter(|c| *c < CLEAR);
            let left = with(before.as_ref().map(|b| format!("{b} {other}")));
            let right = with(after.as_ref().map(|a| format!("{other} {a}")));
            if let Some(cost) = left.into_iter().chain(right).min() {
                found.push((cost, other));
            }
        }
        found.sort();
        found.dedup_by(|a, b| a.1 == b.1);
        found.into_iter().take(3).map(|(_, other)| cased(written, &other)).collect()
    }
}

fn has_double(word: &str) -> bool {
    word.as_bytes().windows(2).any(|two| matches!(two, [a, b] if a == b))
}

/// Whether a syllable that the lexicon knows is one with its tone in the wrong place: even clean text has some.
fn is_misplaced(id: u16) -> bool {
    static MISPLACED: OnceLock<Vec<bool>> = OnceLock::new();
    let all = MISPLACED.get_or_init(|| {
        let forms = shipped().model().parts.syllables.iter().map(|(form, _)| form);
        forms.map(|form| syllables::parse(form).is_some() && !syllables::has_tone_in_place(form)).collect()
    });
    usize::from(id).checked_sub(usize::from(FIRST)).and_then(|at| all.get(at)).copied().unwrap_or(false)
}

/// `right` with the capitals of `written`.
fn cased(written: &str, right: &str) -> String {
    if !written.chars().next().is_some_and(char::is_uppercase) {
        return right.to_owned();
    }
    let mut chars = right.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        check(text)
            .into_iter()
            .filter(|f| f.problem != Problem::MixedToneStyles)
            .map(|f| text.get(f.range).unwrap())
            .collect()
    }

    #[test]
    fn s176_the_errors_of_the_seeds() {
        assert_eq!(found("đẩy mạnh công tác truyển thông của Sở"), ["truyển"]);
        assert_eq!(found("Hnh ảnh tại buổi làm việc"), ["Hnh"]);
        assert_eq!(found("yêu cầu thông tin truyên truyền trong tình hình mới"), ["truyên"]);
        assert_eq!(found("tổ Thông tin – Tuyên truyển, công tác truyền thông"), ["truyển"]);
        assert_eq!(found("tham mư cho lãnh đạo Sở tổ chức"), ["mư"]);
        assert_eq!(found("phóng sự sắc xảo, phân tích chuyên sâu"), ["sắc xảo"]);
        assert_eq!(found("refresh capcha"), ["capcha"]);
        assert_eq!(found("các đơn vị trong vào ngoài Bộ"), ["trong vào ngoài"]);
        assert_eq!(found("Tết Nguyên đán Kỷ hợi năm 2019, Tết Kỷ Hợi"), ["Kỷ hợi"]);
    }

    #[test]
    fn clean_text_is_left_alone() {
        for text in [
            "Ngành LĐ-TB&XH phối hợp với Facebook, Google tổ chức triển lãm Trường Sa-Hoàng Sa ở Đắk Lắk, Krông Nô",
            "Ông Nguyễn Huy Hưng, quyền Chánh Văn phòng, ký Quyết định 06/QĐ-TTg ngày 11/6/2020",
            "quý II, khuya, ngoằn ngoèo, xoong, website, email, internet, video",
        ] {
            assert_eq!(found(text), Vec::<&str>::new());
        }
    }

    #[test]
    fn s178_mixed_tone_styles_are_told_once() {
        let text = "xóa đói, hòa bình, lan toả";
        let all = check(text);
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].problem, all[0].suggestions[0].as_str()), (Problem::MixedToneStyles, "tỏa"));
        assert!(check("xóa đói, hòa bình").is_empty());
    }

    #[test]
    fn what_was_once_reported_in_error_is_left_alone() {
        for text in [
            "hồ sơ xuất khẩu, lịch sử lý luận, bảo lưu và dành quyền khởi kiện",
            "công an ập vào bắt quả tang, nhằm hòng chống đối, tông vào hông xe",
            "team Minh Tú, fan hâm mộ, canô tuần tra, áo sơmi, êkíp, đoá hoa",
        ] {
            assert_eq!(found(text), Vec::<&str>::new());
        }
        assert_eq!(found("vì sơ xuất nên bị sử phạt"), ["sơ xuất", "sử phạt"]);
    }

    #[test]
    fn misplaced_tones() {
        let all = check("đã hòan thành nhiệm vụ");
        assert_eq!((all[0].problem, all[0].suggestions[0].as_str()), (Problem::MisplacedTone, "hoàn"));
    }

    proptest! {
        #[test]
        fn findings_lie_on_borders(text in "(\\PC|[a-zđêộ]{1,9} |hnh |truyển ){0,20}") {
            for finding in check(&text) {
                prop_assert!(text.get(finding.range).is_some());
            }
        }
    }
}
