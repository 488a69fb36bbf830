//! A search from the text typed to the page of results.

use std::sync::Arc;

use crate::ask::{Answer, Ask, Breadth, Hit, Order};
use crate::collect::{Found, Wanted, collect, place_of};
use crate::cursor::{Cursor, DEEPEST};
use crate::entry::Held;
use crate::excerpt::{Lights, hit};
use crate::index::{Index, guarded};
use crate::mend;
use crate::plan::plan;
use crate::query::{Query, parse};
use crate::rank::{Weights, weigh};
use crate::shelf::Shelf;
use crate::trouble::Trouble;
use crate::view::{Sight, Texts, View};

/// A text with this many words is a sentence, of which not every word must be found.
const SENTENCE: usize = 8;

impl Index {
    /// Finds. Any text is answered; what was not heeded is in [`Answer::notes`].
    ///
    /// Only entries that share a token with `held` have any part in results, totals, counts, excerpts and
    /// corrections. How rare a word is, which weighs it, is taken over all entries; scores are never given out.
    ///
    /// # Errors
    /// Trouble of the disk or damaged files.
    pub fn search(&self, held: &Held, ask: &Ask) -> Result<Answer, Trouble> {
        guarded(|| Search::new(&self.shelf(), held, ask)?.answer())
    }
}

/// A search under way.
pub(crate) struct Search<'a> {
    shelf: Arc<Shelf>,
    pub(crate) view: Arc<View>,
    pub(crate) sight: Arc<Sight>,
    ask: &'a Ask,
    after: Option<Cursor>,
    moved: bool,
}

impl<'a> Search<'a> {
    fn new(shelf: &Arc<Shelf>, held: &Held, ask: &'a Ask) -> Result<Self, Trouble> {
        let after = ask.after.as_deref().and_then(Cursor::read);
        let kept = after.as_ref().and_then(|c| shelf.view_at(c.mark));
        let moved = after.is_some() && kept.is_none();
        let view = kept.unwrap_or_else(|| shelf.view());
        let sight = view.sight(held)?;
        Ok(Self { shelf: Arc::clone(shelf), view, sight, ask, after, moved })
    }

    fn answer(&self) -> Result<Answer, Trouble> {
        let query = parse(&self.ask.text, self.ask.today, self.ask.limits);
        let sentence = query.words().count() >= SENTENCE;
        let any = match self.ask.breadth {
            Breadth::Any => true,
            Breadth::All => false,
            Breadth::Auto => sentence,
        };
        let found = self.find(&query, any)?;
        if found.total > 0 {
            return self.show(&query, found, Answer::default());
        }
        self.nothing(&query, any)
    }

    /// Nothing has all the words: other ways to read them, then some of the words.
    fn nothing(&self, query: &Query, any: bool) -> Result<Answer, Trouble> {
        if let Some(text) = mend::typed_keys(&self.ask.text, self.ask.limits) {
            let read = parse(&text, self.ask.today, self.ask.limits);
            let found = self.find(&read, any)?;
            if found.total > 0 {
                return self.show(&read, found, Answer { read_as: Some(text), ..Answer::default() });
            }
        }
        let did_you_mean = mend::meant(self, query)?;
        let words = query.words().count();
        if self.ask.breadth == Breadth::Auto && words > 1 {
            let found = self.find(query, true)?;
            return self.show(query, found, Answer { did_you_mean, partial: true, ..Answer::default() });
        }
        self.show(query, Found::default(), Answer { did_you_mean, ..Answer::default() })
    }

    /// The texts of the newest visible entry that a query finds.
    pub(crate) fn newest(&self, query: &Query) -> Result<Option<Texts>, Trouble> {
        let plan = plan(&self.view.fields, query, &Weights::USUAL, false);
        let wanted = Wanted { size: 1, order: Order::Newest, count: &[], ..self.wanted(query) };
        let found = collect(&self.view, &self.sight, &plan, &[], &wanted)?;
        found.places.first().map(|p| self.view.texts(p.at)).transpose()
    }

    /// How many visible entries a query finds.
    pub(crate) fn total(&self, query: &Query) -> Result<u64, Trouble> {
        let plan = plan(&self.view.fields, query, &Weights::USUAL, false);
        let wanted = Wanted { size: 0, count: &[], ..self.wanted(query) };
        Ok(collect(&self.view, &self.sight, &plan, &[], &wanted)?.total)
    }

    fn find(&self, query: &Query, any: bool) -> Result<Found, Trouble> {
        let weights = if any { Weights::SENTENCE } else { Weights::USUAL };
        let plan = plan(&self.view.fields, query, &weights, any);
        let mut wanted = self.wanted(query);
        let weighed = match wanted.order {
            Order::Relevance => weigh(&self.view, &plan.scored, &weights)?,
            Order::Newest => Vec::new(),
        };
        let Some(cursor) = &self.after else {
            return collect(&self.view, &self.sight, &plan, &weighed, &wanted);
        };
        wanted.after = place_of(&self.view, &self.sight, &cursor.id, &plan, &weighed, &wanted)?;
        if wanted.after.is_none() {
            // The last result of the page before is gone: count instead.
            wanted.size += cursor.before;
        }
        let mut found = collect(&self.view, &self.sight, &plan, &weighed, &wanted)?;
        if wanted.after.is_none() {
            found.places.drain(..cursor.before.min(found.places.len()));
        }
        Ok(found)
    }

    fn wanted<'b>(&'b self, query: &Query) -> Wanted<'b> {
        Wanted {
            size: self.ask.size.min(Ask::MOST),
            order: if query.is_wordless() { Order::Newest } else { self.ask.order },
            days: query.days.and(self.ask.days),
            filters: &self.ask.filters,
            count: &self.ask.count,
            after: None,
            today: self.ask.today,
            fresh: Weights::USUAL.fresh,
        }
    }

    fn show(&self, query: &Query, found: Found, mut answer: Answer) -> Result<Answer, Trouble> {
        if let (true, Some(last)) = (found.more, found.places.last()) {
            let before = self.after.as_ref().map_or(0, |a| a.before) + found.places.len();
            if before <= DEEPEST {
                let id = self.view.id(last.at)?;
                answer.next = Some(Cursor { mark: self.view.mark, before, id }.write());
                self.shelf.keep(&self.view);
            }
        }
        let lights = Lights::of(query);
        for place in &found.places {
            let id = self.view.id(place.at)?;
            answer.hits.push(if self.ask.show {
                hit(id, self.view.texts(place.at)?, &lights)
            } else {
                Hit { id, ..Hit::default() }
            });
        }
        answer.partial &= !answer.hits.is_empty();
        answer.total = found.total;
        answer.counts = found.counts;
        answer.moved = self.moved;
        answer.notes.clone_from(&query.notes);
        Ok(answer)
    }
}
