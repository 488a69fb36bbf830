//! A plan in the words of the embedded index.

use tantivy::Term as IndexTerm;
use tantivy::query::{AllQuery, BooleanQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::fields::Fields;
use crate::plan::{Match, Part, Term};

impl Fields {
    /// The field of a part.
    pub(crate) fn part(&self, part: Part) -> Field {
        match part {
            Part::Accented => self.accented,
            Part::Folded => self.folded,
            Part::Pairs => self.pairs,
            Part::Title => self.title,
            Part::Names => self.names,
            Part::Symbols => self.symbols,
            Part::Filed => self.filed,
        }
    }

    /// A term of a part.
    pub(crate) fn term(&self, term: &Term) -> IndexTerm {
        IndexTerm::from_field_text(self.part(term.part), &term.text)
    }
}

/// What matches, as a query of the index.
pub(crate) fn lower(fields: &Fields, wanted: &Match) -> Box<dyn Query> {
    match wanted {
        Match::All => Box::new(AllQuery),
        Match::None => Box::new(EmptyQuery),
        Match::Term(term) => Box::new(TermQuery::new(fields.term(term), IndexRecordOption::Basic)),
        Match::Phrase(row) => {
            let field = fields.part(Part::Accented);
            let row = row.iter().map(|(place, text)| (*place, IndexTerm::from_field_text(field, text)));
            Box::new(PhraseQuery::new_with_offset(row.collect()))
        }
        Match::Both(list) => joined(fields, list, Occur::Must),
        Match::Either(list) => joined(fields, list, Occur::Should),
    }
}

fn joined(fields: &Fields, list: &[Match], occur: Occur) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(list.iter().map(|m| (occur, lower(fields, m))).collect()))
}
