//! Syllables one slip of a finger away: a letter too many, too few, wrong, or two swapped; a space forgotten.

/// Letters of the longest word that is mended.
const LONGEST: usize = 12;

/// Every word one slip away from a folded word, each once, without the word itself.
pub(super) fn of(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if !(2..=LONGEST).contains(&letters.len()) || !letters.iter().all(char::is_ascii_lowercase) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        for letter in 'a'..='z' {
            edits.push(joined(before, &[letter], after));
        }
        let [_, rest @ ..] = after else { continue };
        edits.push(joined(before, &[], rest));
        for letter in 'a'..='z' {
            edits.push(joined(before, &[letter], rest));
        }
        if let [first, second, rest @ ..] = after {
            edits.push(joined(before, &[*second, *first], rest));
        }
    }
    edits.sort_unstable();
    edits.dedup();
    edits.retain(|e| e != word && !e.is_empty());
    edits
}

fn joined(before: &[char], middle: &[char], after: &[char]) -> String {
    before.iter().chain(middle).chain(after).collect()
}

/// Two syllables written as one.
pub(super) fn halves(word: &str) -> Vec<(String, String)> {
    if !word.is_ascii() || word.len() > 2 * LONGEST {
        return Vec::new();
    }
    (2..word.len().saturating_sub(1))
        .filter_map(|at| word.split_at_checked(at))
        .filter(|(a, b)| [a, b].iter().all(|s| viet::syllables::is_plausible_unmarked(s)))
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .collect()
}
