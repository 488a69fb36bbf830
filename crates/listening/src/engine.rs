//! The memory of the listening: threads, reprints and heat of the last days, fed one mention at a time.
//!
//! It holds nothing that the database does not: a process that starts, or that hears that another process was faster,
//! builds it anew from the mentions of the window.

use crate::item::Item;
use kernel::{MentionId, Moment, OutletId, ThreadId, TopicId};
use pulse::heat::{Alert, Heat, Reason, Sighting, Subject, wording_of};
use pulse::reprints::Reprints;
use pulse::threads::{Change, Settings};
use pulse::topics::{Aliases, Field, Matcher, parse};
use pulse::{MentionNo, Reading, Threads};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Mentions in the window.
pub(crate) const WINDOW: usize = 20_000;
/// Days in the window.
pub(crate) const DAYS: u64 = 14;

/// A mention as it comes back from the database.
pub(crate) struct Kept {
    pub(crate) id: MentionId,
    pub(crate) outlet: OutletId,
    pub(crate) central: bool,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) published: Moment,
    pub(crate) heard: Moment,
    pub(crate) thread: ThreadId,
    pub(crate) thread_no: u64,
    pub(crate) copy: bool,
}

/// What the agency said in a thread.
pub(crate) struct Answer {
    pub(crate) thread: ThreadId,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) at: Moment,
}

/// What became of a mention.
pub(crate) struct Outcome {
    /// Its thread, by the engine's name, as it entered.
    pub(crate) thread: u64,
    /// The mention it copies.
    pub(crate) copy_of: Option<MentionId>,
    /// Whether it is worded as conflict.
    pub(crate) contrary: bool,
    /// What followed for threads.
    pub(crate) changes: Vec<Happened>,
    /// What heats up by it.
    pub(crate) alerts: Vec<Raised>,
    /// Topics it answers.
    pub(crate) topics: Vec<TopicId>,
}

/// A change of threads in the words of the database.
#[derive(Debug)]
pub(crate) enum Happened {
    Opened { thread: u64 },
    Merged { kept: u64, gone: u64 },
    Moved { mention: MentionId, from: u64, to: u64 },
    Split { from: u64, new: u64, mentions: Vec<MentionId> },
}

/// An alert in the words of the database.
pub(crate) struct Raised {
    /// The thread it is about.
    pub(crate) thread: u64,
    /// The topic that heats up, where no single thread does.
    pub(crate) topic: Option<TopicId>,
    pub(crate) severity: pulse::heat::Severity,
    pub(crate) reason: Reason,
    pub(crate) evidence: Vec<MentionId>,
}

/// The engine.
pub(crate) struct Engine {
    threads: Threads,
    reprints: Reprints,
    heat: Heat,
    topics: Vec<TopicId>,
    matcher: Matcher,
    outlets: BTreeMap<OutletId, u64>,
    /// Ids of the mentions the engine still knows by number; none for what the agency said itself.
    shown: VecDeque<Option<MentionId>>,
    first: u64,
    /// Names of threads as the database knows them.
    names: BTreeMap<u64, ThreadId>,
    /// Threads that began with what the agency said: in the database they are part of the thread that was answered.
    answers: BTreeSet<u64>,
    /// The state of the database it was built from or has come to; none before the first.
    pub(crate) seq: Option<i64>,
}

impl Default for Engine {
    fn default() -> Self {
        Self {
            threads: Threads::new(Settings { window: WINDOW, ..Settings::default() }),
            reprints: Reprints::new(pulse::reprints::Settings {
                window: WINDOW,
                ..pulse::reprints::Settings::default()
            }),
            heat: Heat::new(pulse::heat::Settings::default()),
            topics: Vec::new(),
            matcher: Matcher::default(),
            outlets: BTreeMap::new(),
            shown: VecDeque::new(),
            first: 0,
            names: BTreeMap::new(),
            answers: BTreeSet::new(),
            seq: None,
        }
    }
}

impl Engine {
    /// The window as it was kept, in order of arrival, and the first thread name that is free.
    pub(crate) fn anew(
        kept: Vec<Kept>,
        answers: Vec<Answer>,
        next_thread: u64,
        topics: &[(TopicId, String)],
        aliases: &Aliases,
    ) -> Self {
        let mut engine = Self::default();
        engine.follow_topics(topics, aliases);
        for one in kept {
            engine.resume(one);
        }
        for (thread, answer) in (next_thread..).zip(answers) {
            engine.answer(thread, &answer);
        }
        engine.threads.name_from(next_thread);
        engine
    }

    /// What the agency said is far from what it was asked in other words, and what takes it up is near to it: it
    /// begins a thread of its own here, which is part of the answered one in the database.
    fn answer(&mut self, thread: u64, answer: &Answer) {
        let at = Some(answer.at.timestamp().as_second());
        let reading = Reading::of(&answer.title, &answer.text);
        self.threads.resume(&reading, at, pulse::ThreadId(thread));
        self.reprints.add_reading(&reading, at);
        self.show(None);
        self.names.insert(thread, answer.thread);
        self.answers.insert(thread);
    }

    /// Whether a thread began with what the agency said.
    pub(crate) fn is_answer(&self, thread: u64) -> bool {
        self.answers.contains(&thread)
    }

    fn resume(&mut self, kept: Kept) {
        let at = kept.published.timestamp().as_second();
        let reading = Reading::of(&kept.title, &kept.text);
        let no = self.threads.resume(&reading, Some(at), pulse::ThreadId(kept.thread_no));
        self.reprints.add_reading(&reading, Some(at));
        self.show(Some(kept.id));
        self.names.insert(kept.thread_no, kept.thread);
        let heard = kept.heard.timestamp().as_second();
        self.heat.hear(heard);
        let sighting = Sighting {
            mention: no,
            at: heard,
            outlet: Some(self.outlet(kept.outlet)),
            central: kept.central,
            copy: kept.copy,
            wording: wording_of(&reading),
        };
        // What it alerted was told when it happened.
        let _told = self.heat.see(Subject::Thread(pulse::ThreadId(kept.thread_no)), sighting);
        for topic in self.matcher.topics_of(&reading) {
            let _told = self.heat.see(Subject::Topic(topic.0 as u64), sighting);
        }
    }

    /// Which topics are followed from now on. Queries that cannot be read match nothing; they were refused when set.
    pub(crate) fn follow_topics(&mut self, topics: &[(TopicId, String)], aliases: &Aliases) {
        let read: Vec<(TopicId, _)> =
            topics.iter().filter_map(|(id, query)| Some((*id, parse(query, aliases).ok()?))).collect();
        self.topics = read.iter().map(|(id, _)| *id).collect();
        let queries: Vec<_> = read.into_iter().map(|(_, query)| query).collect();
        self.matcher = Matcher::new(&queries);
    }

    /// Hears one item.
    pub(crate) fn hear(&mut self, id: MentionId, item: &Item, central: bool, now: Moment) -> Outcome {
        let published = item.published_at(now).timestamp().as_second();
        let reading = Reading::of(&item.title, &item.text);
        let (no, _) = self.threads.add_reading(&reading, Some(published));
        let (_, copy) = self.reprints.add_reading(&reading, Some(published));
        self.show(Some(id));
        let (entered, changes) = self.changes(no);
        let wording = wording_of(&reading);
        let topics: Vec<usize> = self.matcher.topics_of(&reading).into_iter().map(|topic| topic.0).collect();
        let sighting = Sighting {
            mention: no,
            at: now.timestamp().as_second(),
            outlet: Some(self.outlet(item.outlet)),
            central,
            copy: copy.is_some(),
            wording,
        };
        let alerts = if item.is_fresh(now) { self.see(no, sighting, &topics) } else { Vec::new() };
        Outcome {
            thread: entered,
            copy_of: copy.and_then(|copy| self.id(copy.of)),
            contrary: wording.is_contrary(),
            changes,
            alerts,
            topics: topics.into_iter().filter_map(|at| self.topics.get(at).copied()).collect(),
        }
    }

    fn see(&mut self, no: MentionNo, sighting: Sighting, topics: &[usize]) -> Vec<Raised> {
        self.heat.hear(sighting.at);
        let Some(thread) = self.threads.thread_of(no) else { return Vec::new() };
        let mut alerts: Vec<Alert> = self.heat.see(Subject::Thread(thread), sighting).into_iter().collect();
        for topic in topics {
            let alert = self.heat.see(Subject::Topic(*topic as u64), sighting);
            // A thread that is hot explains why its topic is.
            alerts.extend(alert.filter(|_| self.heat.severity(Subject::Thread(thread)).is_none()));
        }
        alerts.into_iter().map(|alert| self.raised(alert, thread)).collect()
    }

    fn raised(&self, alert: Alert, thread: pulse::ThreadId) -> Raised {
        let topic = match alert.subject {
            Subject::Topic(at) => usize::try_from(at).ok().and_then(|at| self.topics.get(at).copied()),
            Subject::Thread(_) => None,
        };
        Raised {
            thread: thread.0,
            topic,
            severity: alert.severity,
            reason: alert.reason,
            evidence: alert.evidence.iter().filter_map(|no| self.id(*no)).collect(),
        }
    }

    /// The thread a mention entered, and what else changed by it, in order.
    fn changes(&mut self, no: MentionNo) -> (u64, Vec<Happened>) {
        let mut entered = self.threads.thread_of(no).map_or(0, |thread| thread.0);
        let mut happened = Vec::new();
        for change in self.threads.take_changes() {
            match change {
                Change::Opened { thread, mention } => {
                    happened.push(Happened::Opened { thread: thread.0 });
                    if mention == no {
                        entered = thread.0;
                    }
                }
                Change::Joined { thread, mention, .. } if mention == no => entered = thread.0,
                Change::Joined { .. } | Change::Closed { .. } => {}
                Change::Merged { kept, gone } => {
                    self.heat.merge(kept, gone);
                    happened.push(Happened::Merged { kept: kept.0, gone: gone.0 });
                }
                Change::Moved { mention, from, to } => {
                    let moved = self.id(mention);
                    happened.extend(moved.map(|mention| Happened::Moved { mention, from: from.0, to: to.0 }));
                }
                Change::Split { from, new, mentions } => {
                    self.heat.part(from, new, &mentions);
                    let mentions = mentions.into_iter().filter_map(|no| self.id(no)).collect();
                    happened.push(Happened::Split { from: from.0, new: new.0, mentions });
                }
            }
        }
        (entered, happened)
    }

    /// Makes two threads one because a person said so; answers which goes on and which is no more.
    pub(crate) fn join(&mut self, a: u64, b: u64) -> Option<(u64, u64)> {
        self.threads.join(pulse::ThreadId(a), pulse::ThreadId(b));
        self.threads.take_changes().into_iter().find_map(|change| match change {
            Change::Merged { kept, gone } => {
                self.heat.merge(kept, gone);
                Some((kept.0, gone.0))
            }
            _ => None,
        })
    }

    /// What the database calls a thread.
    pub(crate) fn name(&self, thread: u64) -> Option<ThreadId> {
        self.names.get(&thread).copied()
    }

    /// Notes what the database calls a thread.
    pub(crate) fn call(&mut self, thread: u64, id: ThreadId) {
        self.names.insert(thread, id);
        while self.names.len() > WINDOW * 2 {
            self.names.pop_first();
        }
    }

    /// The mention that stands for its thread.
    pub(crate) fn best(&self, thread: u64) -> Option<MentionId> {
        self.threads.best_member(pulse::ThreadId(thread)).and_then(|no| self.id(no))
    }

    fn outlet(&mut self, id: OutletId) -> u64 {
        let next = self.outlets.len() as u64;
        *self.outlets.entry(id).or_insert(next)
    }

    fn show(&mut self, id: Option<MentionId>) {
        self.shown.push_back(id);
        while self.shown.len() > WINDOW {
            self.shown.pop_front();
            self.first += 1;
        }
    }

    fn id(&self, no: MentionNo) -> Option<MentionId> {
        self.shown.get(usize::try_from(no.0.checked_sub(self.first)?).ok()?).copied().flatten()
    }
}

/// Where in a title and a text a query finds what it asks for: byte ranges to be marked, title first.
pub(crate) fn evidence(query: &str, aliases: &Aliases, title: &str, text: &str) -> Option<Evidence> {
    let query = parse(query, aliases).ok()?;
    let found = Matcher::new(&[query]).matches(title, text).into_iter().next()?;
    let of = |field: Field| {
        found.evidence.iter().filter(|place| place.field == field).map(|place| place.range.clone()).collect()
    };
    Some((of(Field::Title), of(Field::Text)))
}

/// Byte ranges in the title and in the text.
pub(crate) type Evidence = (Vec<std::ops::Range<usize>>, Vec<std::ops::Range<usize>>);
