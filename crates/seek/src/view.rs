//! One state of the index that any number of searches can read while the next is being written.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::{Field, IndexRecordOption, TantivyDocument, Value};
use tantivy::{DocAddress, DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use crate::entry::{Facet, Held};
use crate::fields::Fields;
use crate::search::Shown;
use crate::trouble::Trouble;

/// Sets of visible things that are remembered for a state.
const SIGHTS: usize = 64;

/// One state of the index.
pub(crate) struct View {
    pub(crate) searcher: Searcher,
    pub(crate) leaves: Vec<Leaf>,
    pub(crate) fields: Fields,
    /// Tells this state from every other of the same index.
    pub(crate) mark: u64,
    sights: Mutex<VecDeque<(Held, Arc<Sight>)>>,
}

/// A segment with its columns opened.
pub(crate) struct Leaf {
    pub(crate) reader: SegmentReader,
    pub(crate) tie: Column<u64>,
    pub(crate) stamp: Column<u64>,
    pub(crate) moment: Column<i64>,
    pub(crate) day: Column<i64>,
    pub(crate) ageing: Column<u64>,
    pub(crate) held_back: Column<u64>,
    id: StrColumn,
}

/// Which documents somebody may know of: one set a segment.
#[derive(Debug)]
pub(crate) struct Sight {
    sets: Vec<Bits>,
}

/// A set of documents of one segment.
#[derive(Debug, Clone)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    pub(crate) fn new(most: DocId) -> Self {
        Self(vec![0; (most as usize).div_ceil(64)])
    }

    pub(crate) fn put(&mut self, doc: DocId) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    pub(crate) fn put_all<D: DocSet + ?Sized>(&mut self, docs: &mut D) {
        let mut doc = docs.doc();
        while doc != TERMINATED {
            self.put(doc);
            doc = docs.advance();
        }
    }

    #[inline]
    pub(crate) fn has(&self, doc: DocId) -> bool {
        self.0.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    fn drop(&mut self, doc: DocId) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word &= !(1 << (doc % 64));
        }
    }
}

impl Sight {
    /// The visible documents of a segment.
    pub(crate) fn of(&self, leaf: usize) -> Option<&Bits> {
        self.sets.get(leaf)
    }
}

impl View {
    pub(crate) fn new(searcher: Searcher, fields: Fields, mark: u64) -> Result<Self, Trouble> {
        let leaves = searcher.segment_readers().iter().map(Leaf::new).collect::<Result<_, _>>()?;
        Ok(Self { searcher, leaves, fields, mark, sights: Mutex::default() })
    }

    /// What the holder of these tokens may know of.
    pub(crate) fn sight(&self, held: &Held) -> Result<Arc<Sight>, Trouble> {
        let mut kept = self.sights.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = kept.iter().position(|(h, _)| h == held)
            && let Some(found) = kept.remove(at)
        {
            let sight = Arc::clone(&found.1);
            kept.push_front(found);
            return Ok(sight);
        }
        drop(kept);
        let sets =
            self.leaves.iter().map(|l| l.visible(self.fields.audience, held)).collect::<Result<_, _>>()?;
        let sight = Arc::new(Sight { sets });
        let mut kept = self.sights.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front((held.clone(), Arc::clone(&sight)));
        kept.truncate(SIGHTS);
        Ok(sight)
    }

    /// Documents that hold a term, over all audiences: for weighing only, never shown.
    pub(crate) fn doc_freq(&self, term: &Term) -> Result<u64, Trouble> {
        Ok(self.searcher.doc_freq(term)?)
    }

    /// Documents, and terms in a field.
    pub(crate) fn size_of(&self, field: Field) -> Result<(u64, u64), Trouble> {
        let (mut docs, mut terms) = (0, 0);
        for leaf in &self.leaves {
            docs += u64::from(leaf.reader.max_doc());
            terms += leaf.reader.inverted_index(field)?.total_num_tokens();
        }
        Ok((docs, terms))
    }

    /// Whether a visible document holds the term; how many, up to `most`.
    pub(crate) fn seen_by(&self, sight: &Sight, term: &Term, most: u64) -> Result<u64, Trouble> {
        let mut count = 0;
        for (at, leaf) in self.leaves.iter().enumerate() {
            let Some(bits) = sight.of(at) else { continue };
            let inverted = leaf.reader.inverted_index(term.field())?;
            let Some(mut postings) = inverted.read_postings(term, IndexRecordOption::Basic)? else {
                continue;
            };
            let mut doc = postings.doc();
            while doc != TERMINATED && count < most {
                count += u64::from(bits.has(doc));
                doc = postings.advance();
            }
        }
        Ok(count)
    }

    /// The texts of a document as they were given.
    pub(crate) fn texts(&self, at: DocAddress) -> Result<Shown, Trouble> {
        let document: TantivyDocument = self.searcher.doc(at)?;
        let text =
            |field| document.get_first(field).and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        Ok(Shown {
            id: String::new(),
            title: text(self.fields.shown_title),
            summary: text(self.fields.shown_summary),
            body: text(self.fields.shown_body),
        })
    }

    /// The id of a document.
    pub(crate) fn id(&self, at: DocAddress) -> Result<String, Trouble> {
        self.leaves.get(at.segment_ord as usize).map_or_else(|| Ok(String::new()), |l| l.id(at.doc_id))
    }
}

impl Leaf {
    fn new(reader: &SegmentReader) -> Result<Self, Trouble> {
        let columns = reader.fast_fields();
        let id = columns.str("id")?.ok_or_else(|| Trouble::Damaged("a segment without ids".into()))?;
        Ok(Self {
            tie: columns.u64("tie")?,
            stamp: columns.u64("stamp")?,
            moment: columns
                .column_opt("moment")?
                .unwrap_or_else(|| Column::build_empty_column(reader.max_doc())),
            day: columns.column_opt("day")?.unwrap_or_else(|| Column::build_empty_column(reader.max_doc())),
            ageing: columns.u64("ageing")?,
            held_back: columns.u64("held_back")?,
            id,
            reader: reader.clone(),
        })
    }

    pub(crate) fn id(&self, doc: DocId) -> Result<String, Trouble> {
        let mut out = String::new();
        if let Some(ord) = self.id.term_ords(doc).next() {
            self.id.ord_to_str(ord, &mut out)?;
        }
        Ok(out)
    }

    /// The column of a facet, where any document of the segment has a value.
    pub(crate) fn facet(&self, facet: Facet) -> Result<Option<StrColumn>, Trouble> {
        Ok(self.reader.fast_fields().str(facet.name())?)
    }

    fn visible(&self, audience: Field, held: &Held) -> Result<Bits, Trouble> {
        let mut bits = Bits::new(self.reader.max_doc());
        let inverted = self.reader.inverted_index(audience)?;
        for token in held.tokens() {
            let term = Term::from_field_text(audience, token);
            if let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? {
                bits.put_all(&mut postings);
            }
        }
        if let Some(alive) = self.reader.alive_bitset() {
            for doc in 0..self.reader.max_doc() {
                if alive.is_deleted(doc) {
                    bits.drop(doc);
                }
            }
        }
        Ok(bits)
    }
}
