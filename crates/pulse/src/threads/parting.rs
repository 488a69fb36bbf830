//! Threads that have drifted: what told one event has come to tell another, and is cut in two.

use super::{Change, MentionNo, ThreadId, Threads};
use crate::scatter::Scatter;
use crate::sketch::Sum;

/// Members that each part must have.
const FEWEST: usize = 3;
/// Members by which a part is judged, spread evenly over it.
const SAMPLE: usize = 24;
/// How often each member goes to the part it is closer to, and the parts are judged anew.
const ROUNDS: usize = 3;
/// A thread is looked at when one in so many of its members came since the last time.
const FRESH: usize = 4;

/// A part of a thread, as far as it needs to be known.
#[derive(Default)]
struct Part {
    sum: Sum,
    count: f32,
    length: f32,
    scatter: Scatter,
}

impl Threads {
    /// Cuts a thread in two where its old and its recent members are clearly apart.
    ///
    /// The halves by time are where the search begins; members then go to the part they are closer to. Costs some
    /// comparisons a member, and comes only after a quarter of the thread has changed.
    pub(super) fn part(&mut self, id: ThreadId) {
        let Some(thread) = self.threads.get_mut(&id) else { return };
        if thread.members.len() < 2 * FEWEST || thread.fresh * FRESH < thread.members.len() {
            return;
        }
        thread.fresh = 0;
        let members: Vec<MentionNo> = thread.members.iter().copied().collect();
        let (mut old, mut recent) = match members.split_at_checked(members.len() / 2) {
            Some((old, recent)) => (old.to_vec(), recent.to_vec()),
            None => return,
        };
        for round in 0..=ROUNDS {
            if old.len() < FEWEST || recent.len() < FEWEST {
                return;
            }
            let (a, b) = (self.centre(&old), self.centre(&recent));
            if round == ROUNDS {
                let apart = a.scatter.dot(b.sum.terms()) / (a.count * b.count);
                if apart >= self.settings.part {
                    return;
                }
                break;
            }
            let closeness = |part: &Part, no: MentionNo| {
                self.member(no).map_or(0.0, |m| part.scatter.dot(m.sketch.terms()) / part.length)
            };
            (old, recent) = members.iter().partition(|&&no| closeness(&a, no) >= closeness(&b, no));
        }
        let leaving = if recent.len() <= old.len() { recent } else { old };
        let new = self.new_id();
        for &no in &leaving {
            self.leave(no);
            self.enter(no, new);
        }
        for id in [id, new] {
            if let Some(thread) = self.threads.get_mut(&id) {
                thread.fresh = 0;
            }
        }
        self.changes.push(Change::Split { from: id, new, mentions: leaving });
    }

    /// What the members of a part have in common, from a sample of them.
    fn centre(&self, members: &[MentionNo]) -> Part {
        let mut part = Part::default();
        for &no in members.iter().step_by(members.len().div_ceil(SAMPLE).max(1)) {
            if let Some(member) = self.member(no) {
                part.sum.add(member.sketch.terms(), 1.0);
                part.count += 1.0;
            }
        }
        part.length = part.sum.square().sqrt().max(1e-6);
        part.scatter.lay(part.sum.terms());
        part
    }
}
