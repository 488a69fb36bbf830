//! Abbreviations both ways: `UBND` finds `Ủy ban nhân dân`, and the long form finds the short one.

use viet::abbreviations::look_up;

use crate::words::Sign;

/// Syllables of the longest name that is looked up.
const LONGEST: usize = 9;
/// Other ways of writing a thing that are followed.
const MOST: usize = 3;

/// Words of a query that belong together, and other ways of writing them.
#[derive(Debug)]
pub(crate) struct Run<'a> {
    pub(crate) signs: &'a [Sign],
    pub(crate) others: Vec<String>,
}

/// Cuts a row of words where abbreviations and what they stand for begin and end.
pub(crate) fn readings(row: &[Sign]) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(rest) = row.get(at..).filter(|r| !r.is_empty()) {
        let (taken, others) = long_forms(rest)
            .or_else(|| short_form(rest).map(|(n, short)| (n, vec![short])))
            .unwrap_or((1, Vec::new()));
        runs.extend(rest.get(..taken).map(|signs| Run { signs, others }));
        at += taken;
    }
    runs
}

/// What the first word may be short for.
fn long_forms(row: &[Sign]) -> Option<(usize, Vec<String>)> {
    let word = row.first()?;
    if word.accented.chars().count() < 2 || word.accented.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // Terms are in lower case; abbreviations are looked up as they are printed.
    let upper: String = word.accented.chars().flat_map(char::to_uppercase).collect();
    let mut others: Vec<String> = [upper.replace('D', "Đ"), upper]
        .iter()
        .flat_map(|short| look_up(short).map(|e| e.long.to_owned()))
        .collect();
    others.dedup();
    others.truncate(MOST);
    (!others.is_empty()).then_some((1, others))
}

/// The abbreviation of the longest name the row begins with.
fn short_form(row: &[Sign]) -> Option<(usize, String)> {
    (2..=row.len().min(LONGEST)).rev().find_map(|count| {
        let signs = row.get(..count)?;
        let all = initials(signs, false);
        let without_and = initials(signs, true);
        [all, without_and].iter().find_map(|short| {
            let entry = look_up(short).find(|e| is_named(e.long, signs))?;
            Some((count, entry.short.to_owned()))
        })
    })
}

fn initials(signs: &[Sign], skip_and: bool) -> String {
    signs
        .iter()
        .filter(|s| !(skip_and && s.folded == "va"))
        .filter_map(|s| s.accented.chars().next())
        .map(|c| if c == 'đ' { 'Đ' } else { plain_upper(c) })
        .collect()
}

fn plain_upper(c: char) -> char {
    viet::letters::ascii(c).map_or(c, |b| char::from(b.to_ascii_uppercase()))
}

/// Whether the words are the long form: as typed where they have diacritics, folded otherwise.
fn is_named(long: &str, signs: &[Sign]) -> bool {
    let names = crate::words::signs(long);
    names.len() == signs.len()
        && names.iter().zip(signs).all(|(name, sign)| {
            if sign.is_accented() { name.accented == sign.accented } else { name.folded == sign.folded }
        })
}
