//! Completions while typing: phrases and titles the asker may see.

use std::collections::HashMap;
use std::ops::Range;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Term};
use viet::dates::Date;

use crate::analyse::{FOLDED, usable};
use crate::ask::Suggestion;
use crate::entry::Held;
use crate::index::{Index, guarded};
use crate::trouble::Trouble;
use crate::view::{Bits, Leaf, Sight, View};
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
        guarded(|| {
            let view = self.shelf().view();
            let sight = view.sight(held)?;
            let Some(typed) = Typed::read(typed) else { return Ok(Vec::new()) };
            let mut titles = Vec::new();
            for at in newest(&view, &sight, &typed)? {
                titles.push((view.id(at)?, view.texts(at)?.title));
            }
            Ok(typed.complete(&titles, most))
        })
    }
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

/// The newest visible documents whose titles have all the words.
fn newest(view: &View, sight: &Sight, typed: &Typed) -> Result<Vec<DocAddress>, Trouble> {
    let mut found: Vec<(i64, u64, DocAddress)> = Vec::new();
    for (number, leaf) in view.leaves.iter().enumerate() {
        let Some(visible) = sight.of(number) else { continue };
        let mut sets = Vec::new();
        for sign in &typed.whole {
            sets.push(holding(view, leaf, sign, false)?);
        }
        if let Some(begun) = &typed.begun {
            sets.push(holding(view, leaf, begun, true)?);
        }
        let segment = u32::try_from(number).unwrap_or(u32::MAX);
        for doc in 0..leaf.reader.max_doc() {
            if visible.has(doc) && sets.iter().all(|s| s.has(doc)) {
                let moment = leaf.moment.first(doc).unwrap_or(i64::MIN);
                let tie = leaf.tie.first(doc).unwrap_or_default();
                found.push((moment, tie, DocAddress::new(segment, doc)));
            }
        }
    }
    if found.len() > TITLES {
        found.select_nth_unstable_by(TITLES, |a, b| b.cmp(a));
        found.truncate(TITLES);
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found.into_iter().map(|f| f.2).collect())
}

/// Documents with the word, or with a word that begins so, in the title.
fn holding(view: &View, leaf: &Leaf, sign: &Sign, begun: bool) -> Result<Bits, Trouble> {
    let field = view.fields.title;
    let text = if sign.is_accented() { sign.accented.clone() } else { format!("{FOLDED}{}", sign.folded) };
    let inverted = leaf.reader.inverted_index(field)?;
    let mut bits = Bits::new(leaf.reader.max_doc());
    if begun {
        let mut last = text.clone().into_bytes();
        last.push(0xff);
        let mut terms = inverted.terms().range().ge(text.as_bytes()).lt(&last).into_stream()?;
        while terms.advance() {
            bits.put_all(&mut inverted.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?);
        }
    } else if let Some(mut postings) =
        inverted.read_postings(&Term::from_field_text(field, &text), IndexRecordOption::Basic)?
    {
        bits.put_all(&mut postings);
    }
    Ok(bits)
}
