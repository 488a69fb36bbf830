//! What a reader may have meant when nothing was found: keys of a typing method, a slip, other diacritics.

mod edits;
mod keys;
#[cfg(test)]
mod tests;

use crate::plan::{Part, Term};
use crate::query::{Clause, Limits, Query, Sought, parse};
use crate::search::Search;
use crate::trouble::Trouble;
use crate::words::{Sign, signs};

pub(crate) use keys::typed_keys;

/// Words of the longest query that is mended.
const WORDS: usize = 12;
/// Candidates that are tried as whole queries.
const TRIED: usize = 6;
/// More documents than these are as good as these.
const ENOUGH: u64 = 50;

/// Another text that finds something the asker may see; nothing else is ever said.
pub(crate) fn meant(search: &Search<'_>, query: &Query) -> Result<Option<String>, Trouble> {
    let words: Vec<Sign> = query.words().flat_map(signs).collect();
    if words.is_empty() || words.len() > WORDS || words.len() != query.words().count() {
        return Ok(None);
    }
    let plain: Vec<String> = words.iter().map(|s| s.folded.clone()).collect();
    if words.iter().any(Sign::is_accented)
        && let Some(text) = proved(search, query, &plain)?
    {
        return Ok(Some(text));
    }
    let Some(row) = slips(search, &plain)? else { return Ok(None) };
    proved(search, query, &row)
}

/// A row of words in which those nobody can see anything of are put right, one after the other.
fn slips(search: &Search<'_>, plain: &[String]) -> Result<Option<Vec<String>>, Trouble> {
    let mut row = plain.to_vec();
    let known = seen(search, plain.iter().map(|w| word_of(w)))?;
    let unknown: Vec<usize> = (0..).zip(known).filter(|(_, found)| *found == 0).map(|(at, _)| at).collect();
    if unknown.is_empty() {
        return unlikely(search, plain);
    }
    for at in unknown {
        let Some(best) = candidates(search, &row, at)?.into_iter().next() else { return Ok(None) };
        if let Some(slot) = row.get_mut(at) {
            *slot = best;
        }
    }
    Ok(Some(row))
}

/// Every word is known and yet nothing has them all: one of them is another word with a slip.
fn unlikely(search: &Search<'_>, plain: &[String]) -> Result<Option<Vec<String>>, Trouble> {
    for at in (0..plain.len()).rev() {
        for candidate in candidates(search, plain, at)?.into_iter().take(TRIED) {
            let mut row = plain.to_vec();
            if let Some(slot) = row.get_mut(at) {
                *slot = candidate;
            }
            if search.total(&wanting(&row))? > 0 {
                return Ok(Some(row));
            }
        }
    }
    Ok(None)
}

/// Words one slip away that the asker can see, those that stand beside the neighbours first.
fn candidates(search: &Search<'_>, row: &[String], at: usize) -> Result<Vec<String>, Trouble> {
    let Some(word) = row.get(at) else { return Ok(Vec::new()) };
    let before = at.checked_sub(1).and_then(|b| row.get(b));
    let after = row.get(at + 1);
    let all = edits::of(word);
    let counts = seen(search, all.iter().map(|e| word_of(e)))?;
    let known: Vec<(String, u64)> = all.into_iter().zip(counts).filter(|(_, found)| *found > 0).collect();
    let halves = edits::halves(word);
    let beside = |first: Option<&String>, second: Option<&String>| match (first, second) {
        (Some(first), Some(second)) => pair_of(first, second),
        _ => pair_of("", ""),
    };
    let pairs = known.iter().flat_map(|(edit, _)| [beside(before, Some(edit)), beside(Some(edit), after)]);
    let halved = halves.iter().map(|(first, second)| pair_of(first, second));
    let mut counts = seen(search, pairs.chain(halved))?.into_iter();
    let mut next = || counts.next().unwrap_or(0);
    let mut ranked = Vec::new();
    for (edit, found) in known {
        ranked.push((next() + next(), found, edit));
    }
    for (first, second) in halves {
        let beside = next();
        if beside > 0 {
            ranked.push((beside, beside, format!("{first} {second}")));
        }
    }
    ranked.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then_with(|| a.2.cmp(&b.2)));
    Ok(ranked.into_iter().map(|r| r.2).collect())
}

fn seen(search: &Search<'_>, terms: impl Iterator<Item = Term>) -> Result<Vec<u64>, Trouble> {
    search.source.seen(&terms.collect::<Vec<_>>(), ENOUGH)
}

fn word_of(word: &str) -> Term {
    Term { part: Part::Folded, text: word.to_owned() }
}

fn pair_of(first: &str, second: &str) -> Term {
    Term { part: Part::Pairs, text: format!("{first} {second}") }
}

fn wanting(row: &[String]) -> Query {
    let words = row.iter().flat_map(|w| w.split(' ')).map(|w| Clause::Want(Sought::Word(w.to_owned())));
    Query { clauses: words.collect(), ..Query::default() }
}

/// The text with these words, written as the newest visible entry that has them writes them; only when the
/// whole of it, filters and all, finds something.
fn proved(search: &Search<'_>, query: &Query, row: &[String]) -> Result<Option<String>, Trouble> {
    let folded = with_words(query, row);
    let Some(texts) = search.newest(&folded)? else { return Ok(None) };
    let wanted: Vec<String> = row.iter().flat_map(|w| w.split(' ')).map(str::to_owned).collect();
    let written = as_written(&wanted, &[&texts.title, &texts.summary, &texts.body]);
    let text = render(query, &regroup(row, &written));
    let proof = parse(&text, None, Limits::WIDE);
    let proof = Query { days: query.days, ..proof };
    if search.total(&proof)? > 0 {
        return Ok(Some(text));
    }
    Ok(Some(render(query, row)))
}

/// The query with other words in the places of its words.
fn with_words(query: &Query, row: &[String]) -> Query {
    let mut words = row.iter();
    let mut clauses = Vec::new();
    for clause in &query.clauses {
        match clause {
            Clause::Want(Sought::Word(_)) => {
                let parts = words.next().into_iter().flat_map(|w| w.split(' '));
                clauses.extend(parts.map(|w| Clause::Want(Sought::Word(w.to_owned()))));
            }
            other => clauses.push(other.clone()),
        }
    }
    Query { clauses, ..query.clone() }
}

/// How a text writes these folded words: all in a row where it has them so, else each where it comes first.
fn as_written(wanted: &[String], texts: &[&str]) -> Vec<String> {
    let mut each: Vec<Option<String>> = vec![None; wanted.len()];
    for text in texts {
        let signs = signs(text);
        let in_row = signs
            .windows(wanted.len().max(1))
            .find(|w| w.iter().zip(wanted).all(|(sign, word)| sign.folded == *word));
        if let Some(found) = in_row {
            return found.iter().map(|s| s.accented.clone()).collect();
        }
        for sign in signs {
            let open =
                wanted.iter().zip(each.iter_mut()).find(|(w, slot)| slot.is_none() && **w == sign.folded);
            if let Some((_, slot)) = open {
                *slot = Some(sign.accented);
            }
        }
    }
    each.into_iter().zip(wanted).map(|(found, word)| found.unwrap_or_else(|| word.clone())).collect()
}

/// Words that were typed as one are one place again.
fn regroup(row: &[String], written: &[String]) -> Vec<String> {
    let mut written = written.iter();
    row.iter()
        .map(|w| {
            written.by_ref().take(w.split(' ').count()).map(String::as_str).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// A query as text again, with other words in the places of its words.
fn render(query: &Query, row: &[String]) -> String {
    let mut words = row.iter();
    let mut out = Vec::new();
    for clause in &query.clauses {
        match clause {
            Clause::Want(Sought::Word(_)) => out.extend(words.next().cloned()),
            Clause::Want(sought) => out.push(sought.written()),
            Clause::Without(sought) => out.push(format!("-{}", sought.written())),
            Clause::Either(list) => {
                out.push(list.iter().map(Sought::written).collect::<Vec<_>>().join(" OR "));
            }
        }
    }
    let day = |name: &str, day: Option<viet::dates::Date>| day.map(|d| format!("{name}:{d}"));
    out.extend(day("từ", query.days.from));
    out.extend(day("đến", query.days.to));
    out.join(" ")
}
