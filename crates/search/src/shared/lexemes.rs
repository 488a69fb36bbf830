//! Terms of the search engine as lexemes of PostgreSQL, and plans as its queries. No dictionary of the database has any
//! part in it: it only compares.

use crate::store::shared::{BETWEEN, Row};
use crate::store::sought::{Gain, Sizes};
use seek::parts::{Match, NEWS, Part, Plan, SLOW, Term, idf, terms, tie};
use seek::{Entry, Freshness};
use std::collections::HashMap;

/// The greatest place a lexeme can have.
const LAST_PLACE: usize = 16_383;
/// Places a lexeme keeps.
const MOST_PLACES: usize = 255;
/// Bytes of lexemes and places of one thing; the type holds a megabyte.
const MOST_BYTES: usize = 900_000;
/// Bytes of the longest lexeme.
const LONGEST: usize = 2_000;
/// On things whose places do not all fit: in them words count as neighbours where pairs do.
const OVERLONG: &str = "!";
/// Levels of the terms that have most.
const LEVELS: usize = 4;
/// Terms that weigh less are looked at once only.
const SLIGHT: f32 = 0.2;
/// On nothing.
const NOWHERE: &str = "!!";

/// From how often on a term has a lexeme, with the mark of that lexeme and how often it stands there as a rule.
type Levels = &'static [(usize, char, f64)];

/// The lexemes of a part's terms.
fn levels(part: Part) -> Levels {
    match part {
        Part::Accented => &[(1, 'a', 1.0), (2, 'b', 2.4), (4, 'c', 5.0), (8, 'd', 11.0)],
        Part::Folded => &[(1, 'f', 1.0), (2, 'g', 2.4), (4, 'h', 5.0), (8, 'i', 11.0)],
        Part::Pairs => &[(1, 'p', 1.0), (2, 'q', 2.3), (4, 'r', 5.0)],
        Part::Title => &[(1, 't', 1.0)],
        Part::Names => &[(1, 'n', 1.0)],
        Part::Symbols => &[(1, 's', 1.0)],
        Part::Filed => &[(1, 'z', 1.0)],
    }
}

/// The column that holds the length a part is weighed by.
fn length(part: Part) -> Option<&'static str> {
    match part {
        Part::Accented | Part::Folded => Some("text_terms"),
        Part::Pairs => Some("pair_terms"),
        Part::Title => Some("title_terms"),
        Part::Names => Some("name_terms"),
        Part::Symbols | Part::Filed => None,
    }
}

fn mark(part: Part) -> char {
    levels(part).first().map_or('a', |level| level.1)
}

/// In quotation marks, as both types read it.
fn quoted(mark: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    out.push('\'');
    for c in mark.chars().chain(text.chars()) {
        if matches!(c, '\'' | '\\') {
            out.push(c);
        }
        out.push(c);
    }
    out.push('\'');
    out
}

fn lexeme(mark: char, text: &str) -> String {
    quoted(mark.encode_utf8(&mut [0; 4]), text)
}

/// A text the database can hold.
fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// Values as one text; those that could not be told apart are none.
pub(super) fn joined<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let fit = values.filter(|value| !value.contains([BETWEEN.chars().next().unwrap_or_default(), '\0']));
    fit.collect::<Vec<_>>().join(BETWEEN)
}

/// An entry as its row.
pub(super) fn row(entry: &Entry) -> Row {
    let all = terms(entry);
    let count = |part: Part| -> i32 {
        let sum: usize = all.iter().filter(|(term, _)| term.part == part).map(|(_, p)| p.len()).sum();
        i32::try_from(sum).unwrap_or(i32::MAX)
    };
    let lengths = [count(Part::Accented), count(Part::Pairs), count(Part::Title), count(Part::Names)];
    let filed =
        entry.facets.iter().flat_map(|(facet, list)| list.iter().map(|v| format!("{}={v}", facet.name())));
    let filed: Vec<String> = filed.collect();
    Row {
        key: entry.id.clone(),
        stamp: i64::try_from(entry.stamp).unwrap_or(i64::MAX),
        // Signed numbers in the order of the unsigned ones.
        tie: (tie(&entry.id) ^ 1 << 63).cast_signed(),
        moment: entry.moment.map(|m| m.micros),
        day: entry.moment.and_then(|m| i32::try_from(m.day.days()).ok()),
        half_life: match entry.freshness {
            Freshness::Timeless => None,
            Freshness::Slow => Some(SLOW),
            Freshness::News => Some(NEWS),
        },
        held: 1.0 - f32::from(entry.held_back.min(90)) / 100.0,
        lengths,
        audience: joined(entry.audience.iter().map(String::as_str)),
        filed: joined(filed.iter().map(String::as_str)),
        words: vector(all),
        title: storable(&entry.title),
        summary: storable(&entry.summary),
        body: storable(&entry.body),
    }
}

/// Terms as a `tsvector` is written. Of a text with more different words than fit, the beginning is kept.
fn vector(all: HashMap<Term, Vec<usize>>) -> String {
    let mut list: Vec<(Term, Vec<usize>)> = all.into_iter().collect();
    list.sort_unstable_by(|a, b| (a.1.first(), &a.0).cmp(&(b.1.first(), &b.0)));
    let (mut out, mut bytes, mut overlong) = (String::new(), 0, false);
    for (term, places) in list {
        if term.text.contains('\0') || term.text.len() > LONGEST {
            continue;
        }
        for (least, mark, _) in levels(term.part).iter().filter(|level| places.len() >= level.0) {
            bytes += term.text.len() + 12;
            if bytes > MOST_BYTES {
                break;
            }
            out.push_str(&lexeme(*mark, &term.text));
            if term.part == Part::Accented && *least == 1 {
                let fit = places.iter().map(|p| p + 1).filter(|p| *p <= LAST_PLACE).take(MOST_PLACES);
                let fit: Vec<String> = fit.map(|p| p.to_string()).collect();
                overlong |= fit.len() < places.len();
                bytes += 2 * fit.len();
                if !fit.is_empty() {
                    out.push(':');
                    out.push_str(&fit.join(","));
                }
            }
            out.push(' ');
        }
    }
    if overlong || bytes > MOST_BYTES {
        out.push_str(&quoted(OVERLONG, ""));
    }
    out
}

/// A term as a `tsquery`.
pub(super) fn of_term(term: &Term) -> String {
    if term.text.contains('\0') || term.text.len() > LONGEST {
        return quoted(NOWHERE, "");
    }
    lexeme(mark(term.part), &term.text)
}

/// A term that begins so, as a `tsquery`.
pub(super) fn of_beginning(term: &Term) -> String {
    format!("{}:*", of_term(term))
}

/// What matches, as a `tsquery`; nothing for everything.
pub(super) fn of_match(wanted: &Match) -> Option<String> {
    match wanted {
        Match::All => None,
        Match::None => Some(quoted(NOWHERE, "")),
        Match::Term(term) => Some(of_term(term)),
        Match::Phrase(row) => Some(phrase(row, wanted)),
        Match::Both(list) => {
            let parts: Vec<String> = list.iter().filter_map(of_match).collect();
            (!parts.is_empty()).then(|| tied(&parts, " & "))
        }
        Match::Either(list) => {
            let parts: Option<Vec<String>> = list.iter().map(of_match).collect();
            parts.map(|parts| tied(&parts, " | "))
        }
    }
}

/// Any of what does not match, as a `tsquery`.
pub(super) fn of_without(without: &[Match]) -> Option<String> {
    let parts: Vec<String> =
        without.iter().map(|m| of_match(m).unwrap_or_else(|| quoted(NOWHERE, ""))).collect();
    (!parts.is_empty()).then(|| tied(&parts, " | "))
}

fn tied(parts: &[String], with: &str) -> String {
    format!("({})", parts.join(with))
}

/// Words in a row. The inverted index knows no places: first it finds by words and pairs what is then looked at.
fn phrase(row: &[(usize, String)], whole: &Match) -> String {
    let mut out = String::new();
    let mut before = 0;
    for (place, text) in row {
        if !out.is_empty() {
            out.push_str(&format!(" <{}> ", place - before));
        }
        out.push_str(&of_term(&Term { part: Part::Accented, text: text.clone() }));
        before = *place;
    }
    let loose = of_match(&whole.loosely()).unwrap_or_else(|| quoted(NOWHERE, ""));
    format!("({loose} & (({out}) | {}))", quoted(OVERLONG, ""))
}

/// What each scored term of a plan adds, given in how many things each stands.
pub(super) fn gains(plan: &Plan, sizes: &Sizes, found: &HashMap<String, u64>) -> Vec<Gain> {
    let docs = u64::try_from(sizes.docs).unwrap_or(0);
    let (k1, b) = (f64::from(plan.weights.k1), f64::from(plan.weights.b));
    // Whoever gains nothing from a term need not be looked at for it.
    let within = of_match(&plan.matching.loosely());
    let mut gains = Vec::new();
    for scored in &plan.scored {
        let found = found.get(&of_term(&scored.term)).copied().unwrap_or(0);
        // In a whole sentence the commonest words tell little and cost most.
        if found == 0 || plan.any && found * 3 > docs && docs > 1_000 {
            continue;
        }
        let weight = f64::from(scored.weight * idf(docs, found)) * (1.0 + k1);
        let average = average(scored.term.part, sizes).max(1.0);
        let (flat, steep) = (k1 * (1.0 - b), k1 * b / average);
        // Of what weighs little it says little how often it stands there.
        let depth = if scored.weight < SLIGHT { 1 } else { LEVELS };
        let mut before = 0.0;
        for (_, mark, often) in
            levels(scored.term.part).iter().take(if plan.any { depth.min(2) } else { depth })
        {
            let term = lexeme(*mark, &scored.term.text);
            let length = length(scored.term.part);
            gains.push(Gain {
                term: match (&within, plan.any) {
                    (Some(within), false) => format!("{within} & {term}"),
                    _ => term,
                },
                weight: if length.is_some() { weight } else { weight / (1.0 + flat) },
                length,
                often: *often,
                before,
                flat,
                steep,
            });
            before = *often;
        }
    }
    gains
}

fn average(part: Part, sizes: &Sizes) -> f64 {
    match part {
        Part::Accented | Part::Folded => sizes.text,
        Part::Pairs => sizes.pairs,
        Part::Title => sizes.title,
        Part::Names => sizes.names,
        Part::Symbols | Part::Filed => 1.0,
    }
}
