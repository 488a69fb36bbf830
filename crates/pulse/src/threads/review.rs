//! Second thoughts: merges, moves and splits of threads that have changed.

use std::collections::BTreeSet;

use super::{Candidate, Change, MentionNo, ThreadId, Threads};

/// Mentions of a thread looked at in one review: the newest.
const LOOKED_AT: usize = 12;

impl Threads {
    /// Looks again at every thread that changed since the last review.
    pub fn review(&mut self) {
        for id in std::mem::take(&mut self.changed) {
            self.part(id);
            let members: Vec<MentionNo> = self.members(id).collect();
            let mut others: Vec<Candidate> = Vec::new();
            for &no in members.iter().rev().take(LOOKED_AT) {
                others.extend(self.reconsider(no));
            }
            others.sort_by(|a, b| b.closeness.total_cmp(&a.closeness).then(a.thread.cmp(&b.thread)));
            let mut known = BTreeSet::new();
            others.retain(|c| known.insert(c.thread));
            self.merge_near(id, &others);
        }
        // What the review itself changed is seen by the next one.
    }

    /// Moves a mention to where it fits clearly better; gives the other threads near it.
    fn reconsider(&mut self, no: MentionNo) -> Vec<Candidate> {
        let Some(member) = self.member(no) else { return Vec::new() };
        let (from, published) = (member.thread, member.published);
        let (sketch, heavy) = (member.sketch.clone(), member.heavy.clone());
        let mut near = self.near(&sketch, &heavy, published, Some(no));
        let here = near.iter().find(|c| c.thread == from).map_or(0.0, |c| c.closeness);
        let better = near
            .iter()
            .find(|c| c.thread != from)
            .copied()
            .filter(|c| c.closeness >= self.settings.join && c.closeness > here + self.settings.stay);
        let alone = self.threads.get(&from).is_none_or(|t| t.members.len() < 2);
        let to = match better {
            Some(c) => c.thread,
            None if !alone && here < self.settings.leave => self.new_id(),
            None => {
                near.retain(|c| c.thread != from);
                near.truncate(4);
                return near;
            }
        };
        let closed = self.leave(no);
        self.enter(no, to);
        self.changes.push(match (better, closed) {
            (Some(_), true) => Change::Merged { kept: to, gone: from },
            (Some(_), false) => Change::Moved { mention: no, from, to },
            (None, _) => Change::Split { from, new: to, mentions: vec![no] },
        });
        Vec::new()
    }

    /// Merges a thread with the nearest of those that a new member found near.
    pub(super) fn merge_near(&mut self, thread: ThreadId, near: &[Candidate]) {
        let Some(own) = self.threads.get(&thread).filter(|_| near.iter().any(|c| c.thread != thread)) else {
            return;
        };
        self.scatter.lay(own.sum.terms());
        let best = near
            .iter()
            .filter(|c| c.thread != thread)
            .take(8)
            .map(|c| (self.between(thread, c.thread), c.thread))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, other)) = best.filter(|b| b.0 >= self.settings.merge) {
            self.merge(thread, other);
        }
    }

    /// Mean closeness of the members of two threads, the first of which is laid out in `scatter`.
    fn between(&self, a: ThreadId, b: ThreadId) -> f32 {
        let (Some(x), Some(y)) = (self.threads.get(&a), self.threads.get(&b)) else { return 0.0 };
        let mean = self.scatter.dot(y.sum.terms()) / (x.count() * y.count());
        let faded = x
            .members
            .iter()
            .rev()
            .take(4)
            .filter_map(|&no| self.member(no))
            .map(|m| self.faded_from(m.published, y))
            .fold(0.0, f32::max);
        mean * faded
    }

    pub(super) fn merge(&mut self, a: ThreadId, b: ThreadId) {
        let (kept, gone) = (a.min(b), a.max(b));
        let Some(lost) = self.threads.remove(&gone) else { return };
        self.changed.remove(&gone);
        for &no in &lost.members {
            let at = no.0.saturating_sub(self.first) as usize;
            if let Some(member) = self.window.get_mut(at) {
                member.thread = kept;
            }
        }
        let thread = self.threads.entry(kept).or_default();
        thread.members.extend(&lost.members);
        thread.fresh += lost.members.len();
        thread.sum.add(lost.sum.terms(), 1.0);
        thread.square = thread.sum.square();
        self.changed.insert(kept);
        self.changes.push(Change::Merged { kept, gone });
    }
}
