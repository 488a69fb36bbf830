//! Completions while typing: phrases and titles the asker may see.

use std::collections::HashMap;
use std::ops::Range;

use viet::dates::Date;

use crate::analyse::usable;
use crate::ask::Suggestion;
use crate::entry::Held;
use crate::index::{Index, guarded};
use crate::local::Local;
use crate::plan::{Term, titled};
use crate::search::Source;
use crate::trouble::Trouble;
use crate::words::{Sign, signs};

/// Characters and words that are heeded.
const CHARS: usize = 120;
const WORDS: usize = 10;
/// Titles that are looked at, newest first.
const TITLES: usize = 40;
/// Phrases before the first whole title.
const PHRASES: usize = 3;

impl Index {
    /// Completes what is being typed, from titles of entries that share a token with `held` and nothing else:
    /// phrases that several titles go on with, then whole titles, the newest first. At most `most`.
    ///
    /// The last word is a beginning unless a space follows it. `_today` is for engines whose order needs it.
    ///
    /// # Errors
    /// Trouble of the disk or damaged files.
    pub fn suggest(
        &self,
        held: &Held,
        typed: &str,
        most: usize,
        _today: Option<Date>,
    ) -> Result<Vec<Suggestion>, Trouble> {
        guarded(|| complete(&Local::new(&self.shelf(), held, None)?, typed, most))
    }
}

/// Completes what is being typed from the titles of a source; see [`Index::suggest`].
///
/// # Errors
/// Trouble of storage.
pub fn complete(source: &dyn Source, typed: &str, most: usize) -> Result<Vec<Suggestion>, Trouble> {
    let Some(typed) = Typed::read(typed) else { return Ok(Vec::new()) };
    let whole: Vec<Term> = typed.whole.iter().map(titled).collect();
    let titles = source.titled(&whole, typed.begun.as_ref().map(titled).as_ref(), TITLES)?;
    Ok(typed.complete(&titles, most))
}

/// What is typed so far.
struct Typed {
    whole: Vec<Sign>,
    /// The word being typed.
    begun: Option<Sign>,
}

impl Typed {
    fn read(text: &str) -> Option<Self> {
        let end = text.char_indices().nth(CHARS).map_or(text.len(), |(at, _)| at);
        let text = viet::normalize::key(text.get(..end)?);
        let mut whole = signs(&text);
        whole.truncate(WORDS);
        let begun = if text.ends_with(char::is_whitespace) { None } else { whole.pop() };
        (!whole.is_empty() || begun.is_some()).then_some(Self { whole, begun })
    }

    /// Where a title has these words in a row: their first and last bytes.
    fn place_in(&self, title: &str) -> Option<Range<usize>> {
        let mut terms: Vec<_> = usable(title).collect();
        terms.dedup_by_key(|t| t.position);
        let count = self.whole.len() + usize::from(self.begun.is_some());
        let row = terms.windows(count.max(1)).find(|row| {
            let (whole, last) = row.split_at(self.whole.len().min(row.len()));
            whole.iter().zip(&self.whole).all(|(term, sign)| is(sign, &term.text))
                && self.begun.as_ref().is_none_or(|b| last.first().is_some_and(|t| begins(b, &t.text)))
        })?;
        let (first, last) = (row.first()?, row.last()?);
        Some(first.start..last.end)
    }

    fn complete(&self, titles: &[(String, String)], most: usize) -> Vec<Suggestion> {
        let mut phrases: Vec<(String, usize)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (_, title) in titles {
            let Some(range) = self.place_in(title) else { continue };
            for phrase in going_on(title, range) {
                let at = *known.entry(phrase.to_lowercase()).or_insert_with(|| {
                    phrases.push((phrase.to_lowercase(), 0));
                    phrases.len() - 1
                });
                if let Some(found) = phrases.get_mut(at) {
                    found.1 += 1;
                }
            }
        }
        // What several titles have comes first, longer before shorter where equally many do.
        phrases.retain(|p| p.1 > 1);
        phrases.sort_by(|a, b| (b.1, b.0.len()).cmp(&(a.1, a.0.len())).then_with(|| a.0.cmp(&b.0)));
        let phrases = phrases.into_iter().take(PHRASES).map(|p| Suggestion { text: p.0, id: None });
        let mut in_row: Vec<&(String, String)> = titles.iter().collect();
        in_row.sort_by_key(|t| self.place_in(&t.1).is_none());
        let titles = in_row.into_iter().map(|t| Suggestion { text: t.1.clone(), id: Some(t.0.clone()) });
        phrases.chain(titles).take(most).collect()
    }
}

/// The typed words with none, one and two words more, within their clause.
fn going_on(title: &str, range: Range<usize>) -> impl Iterator<Item = &str> {
    let rest = title.get(range.end..).unwrap_or_default();
    let mut ends = vec![range.end];
    let mut at = range.end;
    for word in rest.split_inclusive(' ').skip(usize::from(rest.starts_with(' '))).take(2) {
        let bare = word.trim_end_matches(' ');
        let clean = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        if clean.is_empty() || !clean.chars().all(char::is_alphanumeric) {
            break;
        }
        let start = at + usize::from(at == range.end && rest.starts_with(' '));
        ends.push(start + clean.len());
        at = start + word.len();
        if clean.len() < bare.len() {
            break;
        }
    }
    ends.into_iter().filter_map(move |end| title.get(range.start..end))
}

fn is(sign: &Sign, term: &str) -> bool {
    if sign.is_accented() { sign.accented == term } else { sign.folded == crate::analyse::folded(term) }
}

fn begins(sign: &Sign, term: &str) -> bool {
    if sign.is_accented() {
        term.starts_with(&sign.accented)
    } else {
        crate::analyse::folded(term).starts_with(&sign.folded)
    }
}
