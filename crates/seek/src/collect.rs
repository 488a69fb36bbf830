//! Goes through what matches: who may see it, which filters it meets, how it is ordered, how it is counted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use tantivy::query::{EnableScoring, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, TERMINATED, Term};
use viet::dates::Date;

use crate::ask::Order;
use crate::entry::Facet;
use crate::facets::Counter;
use crate::fields::filed_value;
use crate::lower::lower;
use crate::plan::Plan;
use crate::query::Days;
use crate::rank::{Scorer, Weighed, freshness};
use crate::search::Wanted;
use crate::trouble::Trouble;
use crate::view::{Bits, Leaf, Sight, View};

/// How many, and after which.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) size: usize,
    pub(crate) after: Option<Place>,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    pub(crate) places: Vec<Place>,
    pub(crate) total: u64,
    /// Whether there are results after these.
    pub(crate) more: bool,
    pub(crate) counts: BTreeMap<Facet, Vec<(String, u64)>>,
}

/// A result's place in the order; the greatest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) key: i64,
    pub(crate) tie: u64,
    pub(crate) at: DocAddress,
}

/// Collects the results.
pub(crate) fn collect(
    view: &View,
    sight: &Sight,
    plan: &Plan,
    weighed: &[Weighed],
    wanted: &Wanted<'_>,
    limits: Limits,
) -> Result<Collected, Trouble> {
    let unscored = || EnableScoring::disabled_from_searcher(&view.searcher);
    let weight = lower(&view.fields, &plan.matching).weight(unscored())?;
    let without = plan
        .without
        .iter()
        .map(|w| lower(&view.fields, w).weight(unscored()))
        .collect::<Result<Vec<_>, _>>()?;
    let mut best = Best::new(plan, wanted, limits);
    let mut counter = Counter::new(wanted.count);
    let mut total = 0;
    for (number, leaf) in view.leaves.iter().enumerate() {
        let Some(visible) = sight.of(number) else { continue };
        let mut matches = weight.scorer(&leaf.reader, 1.0)?;
        let gate = Gate::new(leaf, view, visible, &without, wanted)?;
        let mut scorer = Scorer::new(leaf, weighed, plan.any)?;
        let mut tally = counter.of(leaf)?;
        let segment = u32::try_from(number).unwrap_or(u32::MAX);
        let mut doc = matches.doc();
        while doc != TERMINATED {
            match gate.judge(doc) {
                Verdict::In => {
                    total += 1;
                    tally.all(doc);
                    best.offer(leaf, DocAddress::new(segment, doc), &mut scorer);
                }
                Verdict::But(facet) => tally.one(facet, doc),
                Verdict::Out => {}
            }
            doc = matches.advance();
        }
        let counted = tally.finish()?;
        counter.add(counted);
    }
    let (places, more) = best.finish();
    Ok(Collected { places, total, more, counts: counter.finish() })
}

/// The place a visible entry has in an order; nothing when it is gone.
pub(crate) fn place_of(
    view: &View,
    sight: &Sight,
    id: &str,
    plan: &Plan,
    weighed: &[Weighed],
    wanted: &Wanted<'_>,
) -> Result<Option<Place>, Trouble> {
    let term = Term::from_field_text(view.fields.id, id);
    for (number, leaf) in view.leaves.iter().enumerate() {
        let inverted = leaf.reader.inverted_index(view.fields.id)?;
        let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { continue };
        while postings.doc() != TERMINATED && !sight.of(number).is_some_and(|s| s.has(postings.doc())) {
            postings.advance();
        }
        let doc = postings.doc();
        if doc == TERMINATED {
            continue;
        }
        let mut scorer = Scorer::new(leaf, weighed, plan.any)?;
        let best = Best::new(plan, wanted, Limits { size: 0, after: None });
        let key = best.key(leaf, doc, None, &mut scorer);
        let at = DocAddress::new(u32::try_from(number).unwrap_or(u32::MAX), doc);
        return Ok(Some(Place { key, tie: leaf.tie.first(doc).unwrap_or_default(), at }));
    }
    Ok(None)
}

/// Who comes in, in one segment.
struct Gate<'a> {
    visible: &'a Bits,
    left_out: Option<Bits>,
    leaf: &'a Leaf,
    days: Days,
    filters: Vec<(Facet, Bits)>,
}

enum Verdict {
    In,
    /// All but the filter of this facet let it in: it counts there.
    But(Facet),
    Out,
}

impl<'a> Gate<'a> {
    fn new(
        leaf: &'a Leaf,
        view: &View,
        visible: &'a Bits,
        without: &[Box<dyn Weight>],
        wanted: &Wanted<'_>,
    ) -> Result<Self, Trouble> {
        let mut filters = Vec::new();
        for (facet, values) in wanted.filters.iter().filter(|f| !f.1.is_empty()) {
            let mut bits = Bits::new(leaf.reader.max_doc());
            let inverted = leaf.reader.inverted_index(view.fields.filed)?;
            for value in values {
                let term = Term::from_field_text(view.fields.filed, &filed_value(*facet, value));
                let found = inverted.read_postings(&term, IndexRecordOption::Basic)?;
                if let Some(mut postings) = found {
                    bits.put_all(&mut postings);
                }
            }
            filters.push((*facet, bits));
        }
        let mut left_out = None;
        for weight in without {
            let bits: &mut Bits = left_out.get_or_insert_with(|| Bits::new(leaf.reader.max_doc()));
            bits.put_all(weight.scorer(&leaf.reader, 1.0)?.as_mut());
        }
        Ok(Self { visible, left_out, leaf, days: wanted.days, filters })
    }

    #[inline]
    fn judge(&self, doc: DocId) -> Verdict {
        if !self.visible.has(doc) || !self.in_days(doc) {
            return Verdict::Out;
        }
        if self.left_out.as_ref().is_some_and(|l| l.has(doc)) {
            return Verdict::Out;
        }
        let mut failed = None;
        for (facet, bits) in &self.filters {
            if !bits.has(doc) && failed.replace(*facet).is_some() {
                return Verdict::Out;
            }
        }
        failed.map_or(Verdict::In, Verdict::But)
    }

    fn in_days(&self, doc: DocId) -> bool {
        if self.days.is_open() {
            return true;
        }
        let Some(day) = self.leaf.day.first(doc) else { return false };
        self.days.from.is_none_or(|d| d.days() <= day) && self.days.to.is_none_or(|d| day <= d.days())
    }
}

/// The best so far.
struct Best {
    size: usize,
    after: Option<Place>,
    /// One more than is wanted, so that it is known whether there are more.
    heap: BinaryHeap<Reverse<Place>>,
    newest_first: bool,
    today: Option<i64>,
    fresh: f32,
}

impl Best {
    fn new(plan: &Plan, wanted: &Wanted<'_>, limits: Limits) -> Self {
        Self {
            size: limits.size,
            after: limits.after,
            heap: BinaryHeap::with_capacity(limits.size + 2),
            newest_first: wanted.order == Order::Newest,
            today: wanted.today.map(Date::days),
            fresh: plan.weights.fresh,
        }
    }

    #[inline]
    fn offer(&mut self, leaf: &Leaf, at: DocAddress, scorer: &mut Scorer) {
        if self.size == 0 {
            return;
        }
        let full = self.heap.len() > self.size;
        let least = if full { self.heap.peek().map(|r| r.0.key) } else { None };
        let key = self.key(leaf, at.doc_id, least, scorer);
        if least.is_some_and(|l| key < l) {
            return;
        }
        let place = Place { key, tie: leaf.tie.first(at.doc_id).unwrap_or_default(), at };
        if self.after.is_some_and(|a| place >= a) {
            return;
        }
        self.heap.push(Reverse(place));
        if self.heap.len() > self.size + 1 {
            self.heap.pop();
        }
    }

    fn key(&self, leaf: &Leaf, doc: DocId, least: Option<i64>, scorer: &mut Scorer) -> i64 {
        if self.newest_first {
            return leaf.moment.first(doc).unwrap_or(i64::MIN);
        }
        key_of(self.worth(leaf, doc, least.map_or(f32::NEG_INFINITY, score_of), scorer))
    }

    /// The score, less what age and rank of the thing take off.
    fn worth(&self, leaf: &Leaf, doc: DocId, least: f32, scorer: &mut Scorer) -> f32 {
        let score = scorer.score(doc, least);
        if score < least {
            return score;
        }
        let ageing = leaf.ageing.first(doc).unwrap_or_default();
        let age = match (self.today, leaf.day.first(doc)) {
            (Some(today), Some(day)) if ageing > 0 => today - day,
            _ => 0,
        };
        let held_back = leaf.held_back.first(doc).unwrap_or_default() as f32 / 100.0;
        score * freshness(ageing, age, self.fresh) * (1.0 - held_back)
    }

    fn finish(self) -> (Vec<Place>, bool) {
        let mut places: Vec<Place> = self.heap.into_iter().map(|r| r.0).collect();
        places.sort_unstable_by(|a, b| b.cmp(a));
        let more = places.len() > self.size;
        places.truncate(self.size);
        (places, more)
    }
}

/// Scores are never negative, so their bits sort as they do.
fn key_of(score: f32) -> i64 {
    i64::from(score.max(0.0).to_bits())
}

fn score_of(key: i64) -> f32 {
    f32::from_bits(u32::try_from(key).unwrap_or(0))
}
