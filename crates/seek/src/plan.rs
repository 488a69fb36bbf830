//! From a query to what an index is asked: which entries match, and what makes one better than another. Any engine
//! can carry it out.

mod model;

use crate::abbreviate::{Run, readings};
use crate::analyse::{FOLDED, PAIR, folded, pairs_up};
use crate::entry::Facet;
use crate::fields::{filed_slug, filed_value};
use crate::query::{Clause, Query, Sought};
use crate::rank::Weights;
pub use model::{Match, Part, Plan, Scored, Term};

use crate::words::{Sign, signs, signs_of_word};

/// Makes a plan. `any`: one of the words is enough.
pub(crate) fn plan(query: &Query, any: bool) -> Plan {
    let weights = if any { Weights::SENTENCE } else { Weights::USUAL };
    let mut planner = Planner { weights: &weights, scored: Vec::new() };
    let matching = planner.matching(query, any);
    let without = planner.without(query);
    let mut scored = planner.scored;
    scored.sort_by(|a, b| a.term.cmp(&b.term));
    scored.dedup_by(|again, first| {
        let same = again.term == first.term;
        if same {
            first.weight = first.weight.max(again.weight);
        }
        same
    });
    Plan { matching, without, scored, any, weights }
}

struct Planner<'a> {
    weights: &'a Weights,
    scored: Vec<Scored>,
}

impl Planner<'_> {
    fn matching(&mut self, query: &Query, any: bool) -> Match {
        let row: Vec<Sign> = query.words().flat_map(signs_of_word).collect();
        self.score_row(&row);
        let mut clauses: Vec<Match> = Vec::new();
        if any {
            let each = row.iter().map(|s| self.word(s)).collect::<Vec<_>>();
            if !each.is_empty() {
                clauses.push(either(each));
            }
        } else {
            for run in readings(&row) {
                clauses.push(self.run(&run));
            }
        }
        for clause in &query.clauses {
            match clause {
                Clause::Want(Sought::Word(_)) | Clause::Without(_) => {}
                Clause::Want(sought) => clauses.push(self.sought(sought)),
                Clause::Either(list) => {
                    let each = list.iter().map(|s| self.sought(s)).collect();
                    clauses.push(either(each));
                }
            }
        }
        if clauses.is_empty() {
            return Match::All;
        }
        both(clauses)
    }

    fn without(&mut self, query: &Query) -> Vec<Match> {
        let scored = self.scored.len();
        let without = query.clauses.iter().filter_map(|c| match c {
            Clause::Without(sought) => Some(sought),
            _ => None,
        });
        let without = without.map(|s| self.sought(s)).collect();
        self.scored.truncate(scored);
        without
    }

    fn run(&mut self, run: &Run<'_>) -> Match {
        let mut ways: Vec<Match> = Vec::new();
        ways.push(both(run.signs.iter().map(|s| self.word(s)).collect()));
        for other in &run.others {
            let signs = signs(other);
            for sign in &signs {
                self.score(Part::Accented, &sign.accented, self.weights.reading);
                self.score(Part::Title, &sign.accented, self.weights.reading * self.weights.title);
            }
            ways.push(self.phrase(&signs));
        }
        either(ways)
    }

    fn sought(&mut self, sought: &Sought) -> Match {
        match sought {
            Sought::Word(text) => {
                let row = signs_of_word(text);
                self.score_row(&row);
                both(row.iter().map(|s| self.word(s)).collect())
            }
            Sought::Phrase(text) => {
                let row = signs(text);
                self.score_row(&row);
                self.phrase(&row)
            }
            Sought::Titled(text) => {
                let row = signs(text);
                self.score_row(&row);
                both(row.iter().map(|s| Match::Term(titled(s))).collect())
            }
            Sought::Symbol(text) => self.symbol(&crate::analyse::symbol_parts(text)),
            Sought::Filed(facet, value) => self.filed(*facet, value),
        }
    }

    /// What makes documents with these words, in this order, better.
    fn score_row(&mut self, row: &[Sign]) {
        let weights = self.weights;
        let accented = row.iter().filter(|s| s.is_accented()).count();
        // In a text typed with diacritics a word without them is written so, too.
        let typed = accented * 4 >= row.len() && accented > 0;
        for sign in row {
            let exact = sign.is_accented() || typed;
            if exact {
                self.score(Part::Accented, &sign.accented, weights.exact);
                self.score(Part::Title, &sign.accented, weights.title);
                self.score(Part::Names, &sign.accented, weights.names);
            }
            if !sign.is_accented() {
                let share = if typed { weights.folded_beside } else { 1.0 };
                self.score(Part::Folded, &sign.folded, weights.folded * share);
                let plain = format!("{FOLDED}{}", sign.folded);
                self.score(Part::Title, &plain, weights.title * share);
                self.score(Part::Names, &plain, weights.names * share);
                if !typed {
                    self.score(Part::Accented, &sign.accented, weights.as_typed);
                }
            }
            for part in &sign.parts {
                self.score(Part::Accented, part, weights.exact);
            }
            if let [first, ..] = sign.symbol.as_slice() {
                self.score(Part::Symbols, first, weights.symbol);
            }
        }
        for (first, second) in row.iter().zip(row.iter().skip(1)) {
            let pair = format!("{} {}", first.folded, second.folded);
            self.score(Part::Title, &format!("{PAIR}{pair}"), weights.title_pair);
            self.score(Part::Pairs, &pair, weights.pair);
        }
    }

    fn score(&mut self, part: Part, text: &str, weight: f32) {
        if weight > 0.0 {
            self.scored.push(Scored { term: Term { part, text: text.to_owned() }, weight });
        }
    }

    fn term(&self, part: Part, text: &str) -> Match {
        Match::Term(Term { part, text: text.to_owned() })
    }

    /// A word: as typed when it has diacritics, in any otherwise; or its parts; or as a symbol.
    fn word(&self, sign: &Sign) -> Match {
        let mut ways = vec![self.form(&sign.accented, &sign.folded)];
        if !sign.parts.is_empty() {
            let parts = sign.parts.iter().map(|p| self.form(p, &folded(p)));
            ways.push(both(parts.collect()));
        }
        if !sign.symbol.is_empty() {
            ways.push(self.symbol(&sign.symbol));
        }
        either(ways)
    }

    fn form(&self, accented: &str, folded: &str) -> Match {
        if accented == folded { self.term(Part::Folded, folded) } else { self.term(Part::Accented, accented) }
    }

    /// Every part of a symbol; the last may be a beginning.
    fn symbol(&self, parts: &[String]) -> Match {
        let Some((last, whole)) = parts.split_last() else { return Match::None };
        let mut clauses: Vec<Match> = whole.iter().map(|p| self.term(Part::Symbols, p)).collect();
        // A number is whole when something stands before it: half of a year is no year.
        let numeric = last.starts_with(|c: char| c.is_ascii_digit()) && !whole.is_empty();
        let last = if numeric { last.clone() } else { format!("{last}*") };
        clauses.push(self.term(Part::Symbols, &last));
        both(clauses)
    }

    fn filed(&self, facet: Facet, value: &str) -> Match {
        either(vec![
            self.term(Part::Filed, &filed_value(facet, value)),
            self.term(Part::Filed, &filed_slug(facet, value)),
        ])
    }

    /// Words in a row: letter by letter where any has diacritics, by pairs of folded syllables otherwise.
    fn phrase(&self, row: &[Sign]) -> Match {
        let [first, rest @ ..] = row else { return Match::None };
        if rest.is_empty() {
            return self.word(first);
        }
        if row.iter().any(Sign::is_accented) {
            return Match::Phrase(row.iter().map(|s| (s.place - first.place, s.accented.clone())).collect());
        }
        let mut clauses: Vec<Match> = row.iter().map(|s| self.word(s)).collect();
        for (a, b) in row.iter().zip(rest) {
            if a.place + 1 == b.place && pairs_up(&a.folded) && pairs_up(&b.folded) {
                let pair = format!("{} {}", a.folded, b.folded);
                clauses.push(self.term(Part::Pairs, &pair));
            }
        }
        both(clauses)
    }
}

/// A word as titles hold it.
pub(crate) fn titled(sign: &Sign) -> Term {
    let text = if sign.is_accented() { sign.accented.clone() } else { format!("{FOLDED}{}", sign.folded) };
    Term { part: Part::Title, text }
}

fn both(mut clauses: Vec<Match>) -> Match {
    match clauses.len() {
        0 | 1 => clauses.pop().unwrap_or(Match::None),
        _ => Match::Both(clauses),
    }
}

fn either(mut ways: Vec<Match>) -> Match {
    match ways.len() {
        0 | 1 => ways.pop().unwrap_or(Match::None),
        _ => Match::Either(ways),
    }
}
