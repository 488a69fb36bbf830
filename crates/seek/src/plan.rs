//! From a query to what the index is asked: which documents match, and what makes one better than another.

use tantivy::Term;
use tantivy::query::{AllQuery, BooleanQuery, EmptyQuery, Occur, PhraseQuery, Query as Matching, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::abbreviate::{Run, readings};
use crate::analyse::{FOLDED, PAIR, pairs_up};
use crate::entry::Facet;
use crate::fields::{Fields, filed_slug, filed_value};
use crate::query::{Clause, Query, Sought};
use crate::rank::Weights;
use crate::words::{Sign, signs, signs_of_word};

/// What is asked of the index.
pub(crate) struct Plan {
    /// Which documents match.
    pub(crate) matching: Box<dyn Matching>,
    /// Which do not although they match.
    pub(crate) without: Vec<Box<dyn Matching>>,
    /// What they are weighed by.
    pub(crate) scored: Vec<Scored>,
    /// Whether each of many words alone is enough.
    pub(crate) any: bool,
}

/// A term that makes a document better.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scored {
    pub(crate) term: Term,
    pub(crate) weight: f32,
}

/// Makes a plan. `any`: one of the words is enough.
pub(crate) fn plan(fields: &Fields, query: &Query, weights: &Weights, any: bool) -> Plan {
    let mut planner = Planner { fields, weights, scored: Vec::new() };
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
    Plan { matching, without, scored, any }
}

struct Planner<'a> {
    fields: &'a Fields,
    weights: &'a Weights,
    scored: Vec<Scored>,
}

type Clauses = Vec<(Occur, Box<dyn Matching>)>;

impl Planner<'_> {
    fn matching(&mut self, query: &Query, any: bool) -> Box<dyn Matching> {
        let row: Vec<Sign> = query.words().flat_map(signs_of_word).collect();
        self.score_row(&row);
        let mut clauses: Clauses = Vec::new();
        if any {
            let each = row.iter().map(|s| self.word(s)).collect::<Vec<_>>();
            if !each.is_empty() {
                clauses.push((Occur::Must, either(each)));
            }
        } else {
            for run in readings(&row) {
                clauses.push((Occur::Must, self.run(&run)));
            }
        }
        for clause in &query.clauses {
            match clause {
                Clause::Want(Sought::Word(_)) | Clause::Without(_) => {}
                Clause::Want(sought) => clauses.push((Occur::Must, self.sought(sought))),
                Clause::Either(list) => {
                    let each = list.iter().map(|s| self.sought(s)).collect();
                    clauses.push((Occur::Must, either(each)));
                }
            }
        }
        if clauses.is_empty() {
            return Box::new(AllQuery);
        }
        both(clauses)
    }

    fn without(&mut self, query: &Query) -> Vec<Box<dyn Matching>> {
        let scored = self.scored.len();
        let without = query.clauses.iter().filter_map(|c| match c {
            Clause::Without(sought) => Some(sought),
            _ => None,
        });
        let without = without.map(|s| self.sought(s)).collect();
        self.scored.truncate(scored);
        without
    }

    fn run(&mut self, run: &Run<'_>) -> Box<dyn Matching> {
        let mut ways: Vec<Box<dyn Matching>> = Vec::new();
        ways.push(both(run.signs.iter().map(|s| (Occur::Must, self.word(s))).collect()));
        for other in &run.others {
            let signs = signs(other);
            for sign in &signs {
                self.score(self.fields.accented, &sign.accented, self.weights.reading);
                self.score(self.fields.title, &sign.accented, self.weights.reading * self.weights.title);
            }
            ways.push(self.phrase(&signs));
        }
        either(ways)
    }

    fn sought(&mut self, sought: &Sought) -> Box<dyn Matching> {
        match sought {
            Sought::Word(text) => {
                let row = signs_of_word(text);
                self.score_row(&row);
                both(row.iter().map(|s| (Occur::Must, self.word(s))).collect())
            }
            Sought::Phrase(text) => {
                let row = signs(text);
                self.score_row(&row);
                self.phrase(&row)
            }
            Sought::Titled(text) => {
                let row = signs(text);
                self.score_row(&row);
                both(row.iter().map(|s| (Occur::Must, self.term(self.fields.title, &titled(s)))).collect())
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
                self.score(self.fields.accented, &sign.accented, weights.exact);
                self.score(self.fields.title, &sign.accented, weights.title);
                self.score(self.fields.names, &sign.accented, weights.names);
            }
            if !sign.is_accented() {
                let share = if typed { weights.folded_beside } else { 1.0 };
                self.score(self.fields.folded, &sign.folded, weights.folded * share);
                let plain = format!("{FOLDED}{}", sign.folded);
                self.score(self.fields.title, &plain, weights.title * share);
                self.score(self.fields.names, &plain, weights.names * share);
                if !typed {
                    self.score(self.fields.accented, &sign.accented, weights.as_typed);
                }
            }
            for part in &sign.parts {
                self.score(self.fields.accented, part, weights.exact);
            }
            if let [first, ..] = sign.symbol.as_slice() {
                self.score(self.fields.symbols, first, weights.symbol);
            }
        }
        for (first, second) in row.iter().zip(row.iter().skip(1)) {
            let pair = format!("{} {}", first.folded, second.folded);
            self.score(self.fields.title, &format!("{PAIR}{pair}"), weights.title_pair);
            self.score(self.fields.pairs, &pair, weights.pair);
        }
    }

    fn score(&mut self, field: Field, text: &str, weight: f32) {
        if weight > 0.0 {
            self.scored.push(Scored { term: Term::from_field_text(field, text), weight });
        }
    }

    fn term(&self, field: Field, text: &str) -> Box<dyn Matching> {
        Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
    }

    /// A word: as typed when it has diacritics, in any otherwise; or its parts; or as a symbol.
    fn word(&self, sign: &Sign) -> Box<dyn Matching> {
        let mut ways = vec![self.form(&sign.accented, &sign.folded)];
        if !sign.parts.is_empty() {
            let parts = sign.parts.iter().map(|p| self.form(p, &crate::analyse::folded(p)));
            ways.push(both(parts.map(|p| (Occur::Must, p)).collect()));
        }
        if !sign.symbol.is_empty() {
            ways.push(self.symbol(&sign.symbol));
        }
        either(ways)
    }

    fn form(&self, accented: &str, folded: &str) -> Box<dyn Matching> {
        if accented == folded {
            self.term(self.fields.folded, folded)
        } else {
            self.term(self.fields.accented, accented)
        }
    }

    /// Every part of a symbol; the last may be a beginning.
    fn symbol(&self, parts: &[String]) -> Box<dyn Matching> {
        let Some((last, whole)) = parts.split_last() else { return Box::new(EmptyQuery) };
        let mut clauses: Clauses =
            whole.iter().map(|p| (Occur::Must, self.term(self.fields.symbols, p))).collect();
        // A number is whole when something stands before it: half of a year is no year.
        let numeric = last.starts_with(|c: char| c.is_ascii_digit()) && !whole.is_empty();
        let last = if numeric { last.clone() } else { format!("{last}*") };
        clauses.push((Occur::Must, self.term(self.fields.symbols, &last)));
        both(clauses)
    }

    fn filed(&self, facet: Facet, value: &str) -> Box<dyn Matching> {
        either(vec![
            self.term(self.fields.filed, &filed_value(facet, value)),
            self.term(self.fields.filed, &filed_slug(facet, value)),
        ])
    }

    /// Words in a row: letter by letter where any has diacritics, by pairs of folded syllables otherwise.
    fn phrase(&self, row: &[Sign]) -> Box<dyn Matching> {
        let [first, rest @ ..] = row else { return Box::new(EmptyQuery) };
        if rest.is_empty() {
            return self.word(first);
        }
        if row.iter().any(Sign::is_accented) {
            let terms = row
                .iter()
                .map(|s| (s.place - first.place, Term::from_field_text(self.fields.accented, &s.accented)));
            return Box::new(PhraseQuery::new_with_offset(terms.collect()));
        }
        let mut clauses: Clauses = row.iter().map(|s| (Occur::Must, self.word(s))).collect();
        for (a, b) in row.iter().zip(rest) {
            if a.place + 1 == b.place && pairs_up(&a.folded) && pairs_up(&b.folded) {
                let pair = format!("{} {}", a.folded, b.folded);
                clauses.push((Occur::Must, self.term(self.fields.pairs, &pair)));
            }
        }
        both(clauses)
    }
}

fn titled(sign: &Sign) -> String {
    if sign.is_accented() { sign.accented.clone() } else { format!("{FOLDED}{}", sign.folded) }
}

fn both(mut clauses: Clauses) -> Box<dyn Matching> {
    match clauses.len() {
        0 => Box::new(EmptyQuery),
        1 => clauses.pop().map_or_else(|| Box::new(EmptyQuery) as _, |c| c.1),
        _ => Box::new(BooleanQuery::new(clauses)),
    }
}

fn either(mut ways: Vec<Box<dyn Matching>>) -> Box<dyn Matching> {
    match ways.len() {
        0 => Box::new(EmptyQuery),
        1 => ways.pop().unwrap_or_else(|| Box::new(EmptyQuery)),
        _ => Box::new(BooleanQuery::new(ways.into_iter().map(|w| (Occur::Should, w)).collect())),
    }
}
