//! Which mentions tell the same event, found while they arrive.
//!
//! A mention joins the thread it is closest to, or opens one. Closeness is the mean of the cosines with the
//! members, mixed with the nearest of them, and fades with the days between. What was decided on little is
//! looked at again as more arrives: threads that have come to tell one event are merged (the older name stays),
//! a mention that fits better elsewhere moves, and a thread whose halves have parted is split.

mod index;
mod parting;
mod review;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::commonness::Commonness;
use crate::reading::Reading;
use crate::scatter::Scatter;
use crate::sketch::{Counts, Sketch, Sum, Weighing, dot};
use index::Index;

/// A published item, as far as this crate is concerned.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mention<'a> {
    /// Its headline.
    pub title: &'a str,
    /// Its text, sapo first.
    pub text: &'a str,
    /// When it was published, in seconds since 1970 UTC, where known.
    pub published: Option<i64>,
}

/// The number of a mention: the first that was added has 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionNo(pub u64);

/// The name of a thread, never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub u64);

/// What happened to threads.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A mention opened a thread.
    Opened {
        /// The new thread.
        thread: ThreadId,
        /// Its first mention.
        mention: MentionNo,
    },
    /// A mention joined a thread.
    Joined {
        /// The thread.
        thread: ThreadId,
        /// The mention.
        mention: MentionNo,
        /// How close it is to the thread, 0 to 1.
        closeness: f32,
    },
    /// Two threads tell one event; the older name stays.
    Merged {
        /// The thread that goes on.
        kept: ThreadId,
        /// The thread that is no more.
        gone: ThreadId,
    },
    /// A mention fits another thread better.
    Moved {
        /// The mention.
        mention: MentionNo,
        /// Where it was.
        from: ThreadId,
        /// Where it is now.
        to: ThreadId,
    },
    /// A thread told two events; the larger part keeps the name.
    Split {
        /// The thread that was parted.
        from: ThreadId,
        /// The thread of what left it.
        new: ThreadId,
        /// What left it.
        mentions: Vec<MentionNo>,
    },
    /// The last mention of a thread has left the window.
    Closed {
        /// The thread.
        thread: ThreadId,
    },
}

/// How threads are found. The default was chosen on development data; see `bench/pulse.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// How terms are weighed.
    pub weighing: Weighing,
    /// Closeness from which a mention joins.
    pub join: f32,
    /// Share of the nearest member in closeness; the rest is the mean.
    pub nearest: f32,
    /// How far the mean is lifted in threads whose members differ among themselves: 0 not, 1 wholly.
    pub lift: f32,
    /// Closeness from which two threads are one.
    pub merge: f32,
    /// Closeness below which the old and the recent part of a thread are two.
    pub part: f32,
    /// By how much another thread must be closer for a mention to move.
    pub stay: f32,
    /// Closeness below which a mention does not stay.
    pub leave: f32,
    /// Days between two mentions that halve their closeness.
    pub fade_days: f32,
    /// Mentions between two reviews of what changed.
    pub review_every: u64,
    /// Mentions kept in the window.
    pub window: usize,
    /// Texts for which the shipped table of common terms counts.
    pub trust: f32,
    /// Terms of the stream remembered for rarity.
    pub vocabulary: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            weighing: Weighing::default(),
            join: 0.24,
            nearest: 0.0,
            lift: 0.5,
            merge: 0.24,
            part: 0.1,
            stay: 0.02,
            leave: 0.1,
            fade_days: 14.0,
            review_every: 256,
            window: 20_000,
            trust: 1000.0,
            vocabulary: 1_000_000,
        }
    }
}

#[derive(Debug)]
struct Member {
    sketch: Sketch,
    /// Its weightiest terms, under which it is found.
    heavy: Vec<(u32, f32)>,
    thread: ThreadId,
    published: Option<i64>,
}

#[derive(Debug, Default)]
struct Thread {
    members: BTreeSet<MentionNo>,
    sum: Sum,
    square: f32,
    /// Members that came since the thread was last looked at for drift.
    fresh: usize,
}

impl Thread {
    fn count(&self) -> f32 {
        self.members.len() as f32
    }
}

/// The threads of a window over a stream of mentions.
#[derive(Debug)]
pub struct Threads {
    settings: Settings,
    common: Commonness,
    window: VecDeque<Member>,
    /// The number of the first member in the window.
    first: u64,
    index: Index,
    threads: BTreeMap<ThreadId, Thread>,
    next: u64,
    changed: BTreeSet<ThreadId>,
    changes: Vec<Change>,
    /// Scratch: what is compared with many.
    scatter: Scatter,
}

/// A thread that may be the right one.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    thread: ThreadId,
    closeness: f32,
}

impl Threads {
    /// An empty window.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            common: Commonness::new(settings.trust, settings.vocabulary),
            window: VecDeque::new(),
            first: 0,
            index: Index::default(),
            threads: BTreeMap::new(),
            next: 1,
            changed: BTreeSet::new(),
            changes: Vec::new(),
            scatter: Scatter::default(),
        }
    }

    /// Adds the next mention and says which thread it is in for now.
    pub fn add(&mut self, mention: &Mention<'_>) -> (MentionNo, ThreadId) {
        self.add_reading(&Reading::of(mention.title, mention.text), mention.published)
    }

    /// The same for a mention that is read already, published so many seconds after 1970 UTC, where known.
    pub fn add_reading(&mut self, reading: &Reading, published: Option<i64>) -> (MentionNo, ThreadId) {
        let counts = Counts::of(reading, &self.settings.weighing);
        let sketch = counts.weigh(&mut self.common, &self.settings.weighing);
        let heavy = sketch.weightiest(index::TERMS);
        let no = MentionNo(self.first + self.window.len() as u64);
        let near = self.near(&sketch, &heavy, published, None);
        let joins = near.first().copied().filter(|c| c.closeness >= self.settings.join);
        let thread = joins.map_or_else(|| self.new_id(), |c| c.thread);
        self.changes.push(match joins {
            Some(c) => Change::Joined { thread, mention: no, closeness: c.closeness },
            None => Change::Opened { thread, mention: no },
        });
        self.index.add(no.0, &heavy);
        self.window.push_back(Member { sketch, heavy, thread, published });
        self.enter(no, thread);
        self.merge_near(thread, &near);
        self.shrink();
        if no.0 % self.settings.review_every.max(1) == self.settings.review_every.max(1) - 1 {
            self.review();
        }
        (no, self.thread_of(no).unwrap_or(thread))
    }

    /// Puts a mention back into the thread it was found in before: for building the window anew from what was kept,
    /// in the order of arrival. Nothing is decided again and no change is told.
    pub fn resume(&mut self, reading: &Reading, published: Option<i64>, thread: ThreadId) -> MentionNo {
        let counts = Counts::of(reading, &self.settings.weighing);
        let sketch = counts.weigh(&mut self.common, &self.settings.weighing);
        let heavy = sketch.weightiest(index::TERMS);
        let no = MentionNo(self.first + self.window.len() as u64);
        self.index.add(no.0, &heavy);
        self.window.push_back(Member { sketch, heavy, thread, published });
        self.enter(no, thread);
        self.next = self.next.max(thread.0 + 1);
        let told = self.changes.len();
        self.shrink();
        self.changes.truncate(told);
        no
    }

    /// Gives no thread a name before this one: names of threads that have left the window stay theirs.
    pub fn name_from(&mut self, next: u64) {
        self.next = self.next.max(next);
    }

    /// Makes two threads one because somebody said so; the older name stays.
    pub fn join(&mut self, a: ThreadId, b: ThreadId) {
        if a != b && self.threads.contains_key(&a) && self.threads.contains_key(&b) {
            self.merge(a, b);
        }
    }

    /// The thread of a mention; none once it has left the window.
    #[must_use]
    pub fn thread_of(&self, mention: MentionNo) -> Option<ThreadId> {
        self.member(mention).map(|m| m.thread)
    }

    /// Members of a thread in the window, in order of arrival.
    pub fn members(&self, thread: ThreadId) -> impl Iterator<Item = MentionNo> + '_ {
        self.threads.get(&thread).into_iter().flat_map(|t| t.members.iter().copied())
    }

    /// The member that stands for its thread: the one closest to all others, the first of equals.
    #[must_use]
    pub fn best_member(&self, thread: ThreadId) -> Option<MentionNo> {
        let sum = &self.threads.get(&thread)?.sum;
        let closeness = |no: MentionNo| self.member(no).map_or(0.0, |m| dot(m.sketch.terms(), sum.terms()));
        self.members(thread).max_by(|&a, &b| closeness(a).total_cmp(&closeness(b)).then(b.cmp(&a)))
    }

    /// Threads in the window, in order of their names.
    pub fn ids(&self) -> impl Iterator<Item = ThreadId> + '_ {
        self.threads.keys().copied()
    }

    /// Mentions in the window.
    #[must_use]
    pub fn len(&self) -> usize {
        self.window.len()
    }

    /// Whether nothing is in the window.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.window.is_empty()
    }

    /// What happened since this was last asked, in order.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// Drops the oldest arrivals while they were published before a moment or without one.
    pub fn forget_before(&mut self, moment: i64) {
        while self.window.front().is_some_and(|m| m.published.is_none_or(|p| p < moment)) {
            self.drop_oldest();
        }
    }

    fn new_id(&mut self) -> ThreadId {
        let id = ThreadId(self.next);
        self.next += 1;
        id
    }

    fn member(&self, no: MentionNo) -> Option<&Member> {
        self.window.get(usize::try_from(no.0.checked_sub(self.first)?).ok()?)
    }

    /// Threads near a sketch, the closest first; `me` is left out of its own.
    fn near(
        &mut self,
        sketch: &Sketch,
        heavy: &[(u32, f32)],
        published: Option<i64>,
        me: Option<MentionNo>,
    ) -> Vec<Candidate> {
        self.scatter.lay(sketch.terms());
        let window = self.window.len();
        let mut nearest: Vec<(ThreadId, f32)> = Vec::new();
        for no in self.index.near(heavy, self.first, window) {
            let no = MentionNo(no);
            let Some(member) = self.member(no).filter(|_| Some(no) != me) else { continue };
            let close = if self.settings.nearest > 0.0 {
                self.scatter.dot(member.sketch.terms()) * self.faded(published, member.published)
            } else {
                0.0
            };
            nearest.push((member.thread, close));
        }
        // The closest of each thread.
        nearest.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        nearest.dedup_by_key(|n| n.0);
        let mut found: Vec<Candidate> = nearest
            .into_iter()
            .map(|(thread, nearest)| Candidate {
                thread,
                closeness: self.closeness(published, thread, nearest, me),
            })
            .collect();
        found.sort_unstable_by(|a, b| b.closeness.total_cmp(&a.closeness).then(a.thread.cmp(&b.thread)));
        found
    }

    /// Closeness of what is laid out in `scatter` to a thread.
    fn closeness(&self, published: Option<i64>, id: ThreadId, nearest: f32, me: Option<MentionNo>) -> f32 {
        let Some(thread) = self.threads.get(&id) else { return 0.0 };
        let inside = me.is_some_and(|me| self.thread_of(me) == Some(id));
        let own = f32::from(u8::from(inside));
        let count = thread.count() - own;
        if count < 1.0 {
            return 0.0;
        }
        let shared = self.scatter.dot(thread.sum.terms()) - own;
        // |sum - own|² = |sum|² - 2 sum·own + 1
        let square = thread.square - own * (2.0 * (shared + own) - 1.0);
        let length = (square.max(1e-6)).sqrt() / count;
        let mean = shared / count / length.powf(self.settings.lift);
        let mean = mean * self.faded_from(published, thread);
        (1.0 - self.settings.nearest) * mean + self.settings.nearest * nearest
    }

    fn faded(&self, a: Option<i64>, b: Option<i64>) -> f32 {
        match (a, b) {
            (Some(a), Some(b)) => {
                let days = a.abs_diff(b) as f32 / 86_400.0;
                1.0 / (1.0 + days / self.settings.fade_days)
            }
            _ => 1.0,
        }
    }

    /// Fading to the nearer of the newest arrivals of a thread.
    fn faded_from(&self, published: Option<i64>, thread: &Thread) -> f32 {
        let recent = thread.members.iter().rev().take(4);
        recent
            .filter_map(|&no| self.member(no))
            .map(|m| self.faded(published, m.published))
            .fold(None, |best: Option<f32>, x| Some(best.map_or(x, |b| b.max(x))))
            .unwrap_or(1.0)
    }

    fn enter(&mut self, no: MentionNo, to: ThreadId) {
        let Some(at) = no.0.checked_sub(self.first).and_then(|n| usize::try_from(n).ok()) else { return };
        let Some(member) = self.window.get_mut(at) else { return };
        member.thread = to;
        let thread = self.threads.entry(to).or_default();
        thread.members.insert(no);
        thread.fresh += 1;
        thread.sum.add(member.sketch.terms(), 1.0);
        thread.square = thread.sum.square();
        self.changed.insert(to);
    }

    /// Takes a mention out of its thread; an empty thread is no more.
    fn leave(&mut self, no: MentionNo) -> bool {
        let Some(member) = self.window.get(no.0.saturating_sub(self.first) as usize) else { return false };
        let Some(thread) = self.threads.get_mut(&member.thread) else { return false };
        thread.members.remove(&no);
        if thread.members.is_empty() {
            self.threads.remove(&member.thread);
            self.changed.remove(&member.thread);
            return true;
        }
        thread.sum.add(member.sketch.terms(), -1.0);
        thread.square = thread.sum.square();
        self.changed.insert(member.thread);
        false
    }

    fn shrink(&mut self) {
        while self.window.len() > self.settings.window.max(1) {
            self.drop_oldest();
        }
    }

    fn drop_oldest(&mut self) {
        let no = MentionNo(self.first);
        let Some(thread) = self.thread_of(no) else { return };
        if self.leave(no) {
            self.changes.push(Change::Closed { thread });
        }
        if let Some(member) = self.window.pop_front() {
            self.index.forget(self.first, &member.heavy);
        }
        self.first += 1;
    }
}
