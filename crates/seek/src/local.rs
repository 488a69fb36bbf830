//! The embedded index as a search asks it: one state of it, and what somebody may know of in that state.

use std::sync::Arc;

use tantivy::DocAddress;
use tantivy::schema::IndexRecordOption;

use crate::ask::{Answer, Ask, Order};
use crate::collect::{Collected, Limits, collect, place_of};
use crate::cursor::{Cursor, DEEPEST};
use crate::entry::Held;
use crate::index::{Index, guarded};
use crate::plan::{Plan, Term};
use crate::rank::weigh;
use crate::search::{Found, Shown, Source, Wanted, answer};
use crate::shelf::Shelf;
use crate::trouble::Trouble;
use crate::view::{Bits, Leaf, Sight, View};

impl Index {
    /// Finds. Any text is answered; what was not heeded is in [`Answer::notes`].
    ///
    /// Only entries that share a token with `held` have any part in results, totals, counts, excerpts and
    /// corrections. How rare a word is, which weighs it, is taken over all entries; scores are never given out.
    ///
    /// # Errors
    /// Trouble of the disk or damaged files.
    pub fn search(&self, held: &Held, ask: &Ask) -> Result<Answer, Trouble> {
        guarded(|| answer(&Local::new(&self.shelf(), held, ask.after.as_deref())?, ask))
    }
}

/// A state of the index, and who looks at it.
pub(crate) struct Local {
    shelf: Arc<Shelf>,
    view: Arc<View>,
    sight: Arc<Sight>,
    after: Option<Cursor>,
    moved: bool,
}

impl Local {
    /// The state a cursor was given for where it is still kept, else the newest.
    pub(crate) fn new(shelf: &Arc<Shelf>, held: &Held, after: Option<&str>) -> Result<Self, Trouble> {
        let after = after.and_then(Cursor::read);
        let kept = after.as_ref().and_then(|c| shelf.view_at(c.mark));
        let moved = after.is_some() && kept.is_none();
        let view = kept.unwrap_or_else(|| shelf.view());
        let sight = view.sight(held)?;
        Ok(Self { shelf: Arc::clone(shelf), view, sight, after, moved })
    }

    fn collect(&self, plan: &Plan, wanted: &Wanted<'_>) -> Result<Collected, Trouble> {
        let weighed = match wanted.order {
            Order::Relevance => weigh(&self.view, plan)?,
            Order::Newest => Vec::new(),
        };
        let mut limits = Limits { size: wanted.size, after: None };
        let Some(cursor) = self.after.as_ref().filter(|_| wanted.after.is_some()) else {
            return collect(&self.view, &self.sight, plan, &weighed, wanted, limits);
        };
        limits.after = place_of(&self.view, &self.sight, &cursor.id, plan, &weighed, wanted)?;
        if limits.after.is_none() {
            // The last result of the page before is gone: count instead.
            limits.size += cursor.before;
        }
        let mut found = collect(&self.view, &self.sight, plan, &weighed, wanted, limits)?;
        if limits.after.is_none() {
            found.places.drain(..cursor.before.min(found.places.len()));
        }
        Ok(found)
    }

    /// Where the page ends, when there are more.
    fn next(&self, found: &Collected) -> Result<Option<String>, Trouble> {
        let Some(last) = found.places.last().filter(|_| found.more) else { return Ok(None) };
        let before = self.after.as_ref().map_or(0, |a| a.before) + found.places.len();
        if before > DEEPEST {
            return Ok(None);
        }
        let id = self.view.id(last.at)?;
        self.shelf.keep(&self.view);
        Ok(Some(Cursor { mark: self.view.mark, before, id }.write()))
    }
}

impl Source for Local {
    fn find(&self, plan: &Plan, wanted: &Wanted<'_>) -> Result<Found, Trouble> {
        let found = self.collect(plan, wanted)?;
        let next = self.next(&found)?;
        let mut entries = Vec::with_capacity(found.places.len());
        for place in &found.places {
            let texts = if wanted.show { self.view.texts(place.at)? } else { Shown::default() };
            entries.push(Shown { id: self.view.id(place.at)?, ..texts });
        }
        Ok(Found { entries, total: found.total, counts: found.counts, next, moved: self.moved })
    }

    fn seen(&self, terms: &[Term], most: u64) -> Result<Vec<u64>, Trouble> {
        terms.iter().map(|term| self.view.seen_by(&self.sight, &self.view.fields.term(term), most)).collect()
    }

    fn titled(
        &self,
        whole: &[Term],
        begun: Option<&Term>,
        most: usize,
    ) -> Result<Vec<(String, String)>, Trouble> {
        let mut found: Vec<(i64, u64, DocAddress)> = Vec::new();
        for (number, leaf) in self.view.leaves.iter().enumerate() {
            let Some(visible) = self.sight.of(number) else { continue };
            let mut sets = Vec::new();
            for term in whole {
                sets.push(holding(&self.view, leaf, term)?);
            }
            if let Some(begun) = begun {
                sets.push(beginning(&self.view, leaf, begun)?);
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
        if found.len() > most {
            found.select_nth_unstable_by(most, |a, b| b.cmp(a));
            found.truncate(most);
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.into_iter().map(|f| Ok((self.view.id(f.2)?, self.view.texts(f.2)?.title))).collect()
    }
}

/// Documents with a term.
fn holding(view: &View, leaf: &Leaf, term: &Term) -> Result<Bits, Trouble> {
    let mut bits = Bits::new(leaf.reader.max_doc());
    let term = view.fields.term(term);
    let inverted = leaf.reader.inverted_index(term.field())?;
    if let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? {
        bits.put_all(&mut postings);
    }
    Ok(bits)
}

/// Documents with a term that begins so.
fn beginning(view: &View, leaf: &Leaf, begun: &Term) -> Result<Bits, Trouble> {
    let mut bits = Bits::new(leaf.reader.max_doc());
    let inverted = leaf.reader.inverted_index(view.fields.part(begun.part))?;
    let mut last = begun.text.clone().into_bytes();
    last.push(0xff);
    let mut terms = inverted.terms().range().ge(begun.text.as_bytes()).lt(&last).into_stream()?;
    while terms.advance() {
        bits.put_all(&mut inverted.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?);
    }
    Ok(bits)
}
