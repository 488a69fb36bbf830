//! How many results each value of a facet has.

use std::collections::{BTreeMap, HashMap};

use tantivy::DocId;
use tantivy::columnar::StrColumn;

use crate::entry::Facet;
use crate::trouble::Trouble;
use crate::view::Leaf;

/// Counts over all segments.
pub(crate) struct Counter<'a> {
    facets: &'a [Facet],
    counts: BTreeMap<Facet, HashMap<String, u64>>,
}

/// Counts of one segment, by the numbers its values have there.
pub(crate) struct Tally {
    columns: Vec<(Facet, StrColumn, Vec<u64>)>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(facets: &'a [Facet]) -> Self {
        Self { facets, counts: facets.iter().map(|f| (*f, HashMap::new())).collect() }
    }

    pub(crate) fn of(&self, leaf: &Leaf) -> Result<Tally, Trouble> {
        let mut columns = Vec::new();
        for facet in self.facets {
            if let Some(column) = leaf.facet(*facet)? {
                let values = column.num_terms();
                columns.push((*facet, column, vec![0; values]));
            }
        }
        Ok(Tally { columns })
    }

    pub(crate) fn add(&mut self, counted: Vec<(Facet, String, u64)>) {
        for (facet, value, count) in counted {
            *self.counts.entry(facet).or_default().entry(value).or_default() += count;
        }
    }

    /// The commonest value first, equal ones in the order of their names.
    pub(crate) fn finish(self) -> BTreeMap<Facet, Vec<(String, u64)>> {
        self.counts
            .into_iter()
            .map(|(facet, values)| {
                let mut values: Vec<_> = values.into_iter().collect();
                values.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
                (facet, values)
            })
            .collect()
    }
}

impl Tally {
    /// A result: it counts in every facet.
    #[inline]
    pub(crate) fn all(&mut self, doc: DocId) {
        for (_, column, counts) in &mut self.columns {
            count(column, counts, doc);
        }
    }

    /// What only the filter of this facet keeps out: it counts there.
    pub(crate) fn one(&mut self, facet: Facet, doc: DocId) {
        for (_, column, counts) in self.columns.iter_mut().filter(|c| c.0 == facet) {
            count(column, counts, doc);
        }
    }

    /// Values with their names.
    pub(crate) fn finish(self) -> Result<Vec<(Facet, String, u64)>, Trouble> {
        let mut named = Vec::new();
        for (facet, column, counts) in self.columns {
            for (ord, count) in (0..).zip(counts).filter(|c| c.1 > 0) {
                let mut name = String::new();
                column.ord_to_str(ord, &mut name)?;
                named.push((facet, name, count));
            }
        }
        Ok(named)
    }
}

fn count(column: &StrColumn, counts: &mut [u64], doc: DocId) {
    for ord in column.term_ords(doc) {
        if let Some(count) = usize::try_from(ord).ok().and_then(|o| counts.get_mut(o)) {
            *count += 1;
        }
    }
}
