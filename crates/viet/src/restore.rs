//! Diacritics put back: `tuyen truyen` → `tuyên truyền`, ranked by use.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::fold::fold_lower;
use crate::segment::shipped;

/// A way to read a word typed without diacritics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The word with diacritics, in lower case.
    pub text: String,
    /// Rarity: eight times the negative logarithm of its share of all words. Lower is commoner.
    pub rarity: u8,
}

/// What a word may be with diacritics, commonest first. Words of several syllables are parted by spaces.
///
/// Tones that the word already has are kept: `tuyên truyen` is only `tuyên truyền`.
///
/// ```
/// use viet::restore::candidates;
/// assert_eq!(candidates("tuyen truyen")[0].text, "tuyên truyền");
/// assert!(candidates("dang").iter().any(|c| c.text == "đảng"));
/// assert!(candidates("xyzzy").is_empty());
/// ```
#[must_use]
pub fn candidates(word: &str) -> Vec<Candidate> {
    let key = fold_lower(&word.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut found: Vec<Candidate> = index().get(&key).cloned().unwrap_or_default();
    if !word.is_ascii() {
        found.retain(|c| agrees(word, &c.text));
    }
    found
}

/// Whether each letter of `typed` that has a diacritic has the same one in `full`.
fn agrees(typed: &str, full: &str) -> bool {
    let mut full = full.chars();
    crate::normalize::nfc(typed).chars().map(crate::letters::lower).all(|c| match full.next() {
        Some(f) => c.is_ascii() || c == f,
        None => false,
    })
}

/// A whole text with diacritics put back by the likeliest row of words; capitals and all else are kept.
///
/// A guess for showing or searching, never for publishing: about one syllable in seven is wrong.
///
/// ```
/// assert_eq!(viet::restore::restore("Hoi nghi giao ban bao chi"), "Hội nghị giao ban báo chí");
/// ```
#[must_use]
pub fn restore(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    let mut at = 0;
    shipped().each_unmarked(text, |word| {
        out.push_str(text.get(at..word.start).unwrap_or_default());
        at = word.end;
        let typed = word.text(text);
        match candidates(typed).first() {
            Some(best) if typed.is_ascii() => out.push_str(&dressed(typed, &best.text)),
            _ => out.push_str(typed),
        }
    });
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// `full` with the capitals and the white space of `typed`.
fn dressed(typed: &str, full: &str) -> String {
    let mut letters = full.chars().filter(|c| *c != ' ');
    typed
        .chars()
        .flat_map(|c| {
            let letter = if c.is_whitespace() { c } else { letters.next().unwrap_or(c) };
            let upper = c.is_uppercase();
            letter.to_uppercase().filter(move |_| upper).chain((!upper).then_some(letter))
        })
        .collect()
}

fn index() -> &'static HashMap<String, Vec<Candidate>> {
    static INDEX: OnceLock<HashMap<String, Vec<Candidate>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let parts = &shipped().model().parts;
        let mut index: HashMap<String, Vec<Candidate>> = HashMap::new();
        let mut add = |text: String, rarity: u8| {
            index.entry(fold_lower(&text)).or_default().push(Candidate { text, rarity });
        };
        for (form, rarity) in &parts.syllables {
            if crate::syllables::is_valid(form) || !form.is_ascii() {
                add(form.clone(), *rarity);
            }
        }
        for (ids, rarity) in &parts.words {
            let forms = ids.iter().filter_map(|id| parts.syllables.get(usize::from(*id)));
            add(forms.map(|f| f.0.as_str()).collect::<Vec<_>>().join(" "), *rarity);
        }
        for list in index.values_mut() {
            list.sort_by(|a, b| a.rarity.cmp(&b.rarity).then_with(|| a.text.cmp(&b.text)));
        }
        index
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_spaces_stay() {
        assert_eq!(restore("TUYEN  TRUYEN, Quyet dinh 06/QĐ-TTg"), "TUYÊN  TRUYỀN, Quyết định 06/QĐ-TTg");
        assert_eq!(restore(""), "");
    }

    #[test]
    fn typed_diacritics_are_believed() {
        let found = candidates("tuyên truyen");
        assert!(!found.is_empty() && found.iter().all(|c| c.text.starts_with("tuyên")));
    }
}
