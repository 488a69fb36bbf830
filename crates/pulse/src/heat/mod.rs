//! Which matters heat up, how badly, and why: hot spots with a reason that can be said in one sentence.
//!
//! For each subject (a thread, a topic) and each span of [`Settings::spans`] the voices in the span, distinct outlets
//! where they are known and mentions otherwise, are held against what is usual. Usual is the subject's own past rate,
//! which starts from the rate of an ordinary subject, times how much of a usual week falls in these hours:
//!
//! ```text
//! rate  = (a + Σ past · 2^(-age/half)) / (a / ordinary + Σ hours · 2^(-age/half))
//! usual = rate · span · factor(hour of week)          shape = a + Σ past
//! heat  = surprise(voices, usual, shape) · (1 + contrary/2 + level/4) + speed
//! ```
//!
//! where *surprise* is minus the logarithm of the chance ([`surprise`]), *contrary* the share of mentions worded as
//! conflict, *level* the share of central outlets, and *speed* the logarithm of the voices of the last quarter of the
//! span against an even flow. A subject alerts when its heat passes a severity's threshold, again only when it
//! passes a higher one, and anew only after it has cooled for [`Settings::calm_hours`].

mod chance;
mod contrary;
mod hours;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::commonness::ByHash;
use crate::{MentionNo, ThreadId};
pub use chance::surprise;
pub use contrary::{Wording, wording, wording_of};
pub use hours::Hours;

/// What may heat up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A thread.
    Thread(ThreadId),
    /// A topic, by the caller's number.
    Topic(u64),
}

/// One mention of a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sighting {
    /// The mention.
    pub mention: MentionNo,
    /// When it became known, in seconds since 1970 UTC; a time before that of another is taken for the other's.
    pub at: i64,
    /// The outlet, by any number of the caller's.
    pub outlet: Option<u64>,
    /// Whether the outlet is a central one.
    pub central: bool,
    /// Whether it copies another mention: a copy is a voice of its outlet, but says nothing new.
    pub copy: bool,
    /// How contrary it is worded.
    pub wording: Wording,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Notice,
    /// Somebody should be told.
    Warning,
    /// A leader should be told now.
    Urgent,
}

/// Why: the numbers behind an alert.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// Hours looked at.
    pub hours: u32,
    /// Mentions in them.
    pub mentions: u32,
    /// Distinct outlets in them, where outlets are known.
    pub outlets: Option<u32>,
    /// Voices usual in as many hours.
    pub usual: f64,
    /// Mentions worded as conflict.
    pub contrary: u32,
    /// Mentions of central outlets.
    pub central: u32,
    /// Mentions that copy another.
    pub copies: u32,
    /// The heat, see the head of this module.
    pub heat: f64,
}

impl Reason {
    /// Key of the sentence that says it: what stands out most.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match (self.contrary * 2 >= self.mentions, self.outlets) {
            (true, _) => "heat-contrary",
            (false, Some(_)) => "heat-outlets",
            (false, None) => "heat-mentions",
        }
    }
}

/// A hot spot that appears or gets worse.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// What heats up.
    pub subject: Subject,
    /// When.
    pub at: i64,
    /// How bad it is.
    pub severity: Severity,
    /// What it was before, where it was hot already.
    pub before: Option<Severity>,
    /// Why.
    pub reason: Reason,
    /// The mentions counted, in order of arrival.
    pub evidence: Vec<MentionNo>,
}

/// When to alert. The default was chosen on a month of the press of 2017; see `bench/pulse.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Hours looked at, each by itself.
    pub spans: Vec<u32>,
    /// Voices below which nothing is a hot spot.
    pub fewest: u32,
    /// Heat from which each severity begins: notice, warning, urgent.
    pub thresholds: [f64; 3],
    /// Mentions an hour of an ordinary subject.
    pub ordinary: f64,
    /// Sightings for which the ordinary rate counts.
    pub trust: f64,
    /// Days after which what a subject did counts half.
    pub half_days: f64,
    /// Hours below the first threshold after which a subject may alert anew.
    pub calm_hours: f64,
    /// Seconds east of UTC.
    pub offset: i64,
    /// Subjects remembered at most: those silent longest are forgotten first.
    pub subjects: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            spans: vec![2, 6, 24],
            fewest: 5,
            thresholds: [7.5, 10.0, 14.0],
            ordinary: 0.01,
            trust: 2.0,
            half_days: 7.0,
            calm_hours: 24.0,
            offset: 7 * 3600,
            subjects: 50_000,
        }
    }
}

/// Sightings kept of one subject: enough for any count that matters.
const KEPT: usize = 2_000;

#[derive(Debug, Default)]
struct State {
    recent: VecDeque<Sighting>,
    /// Faded count of all that is older than the longest span, and faded hours since the first sighting.
    past: f64,
    past_hours: f64,
    faded_to: i64,
    hot: Option<Severity>,
    last_hot: i64,
    last: i64,
}

/// Watches subjects.
#[derive(Debug)]
pub struct Heat {
    settings: Settings,
    hours: Hours,
    subjects: BTreeMap<Subject, State>,
    by_age: BTreeSet<(i64, Subject)>,
    now: i64,
}

impl Heat {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(mut settings: Settings) -> Self {
        settings.spans.sort_unstable();
        let hours = Hours::new(settings.offset);
        Self { settings, hours, subjects: BTreeMap::new(), by_age: BTreeSet::new(), now: i64::MIN }
    }

    /// Learns the rhythm of the press from a mention; once a mention, however many subjects it has.
    pub fn hear(&mut self, at: i64) {
        self.hours.learn(at);
    }

    /// A subject is mentioned; says whether that makes it a hot spot, or a worse one.
    pub fn see(&mut self, subject: Subject, sighting: Sighting) -> Option<Alert> {
        let longest = self.longest();
        self.now = self.now.max(sighting.at);
        let sighting = Sighting { at: self.now, ..sighting };
        let half = self.settings.half_days * 86_400.0;
        let state = self.subjects.entry(subject).or_insert_with(|| State {
            faded_to: sighting.at.saturating_sub(longest),
            last: sighting.at,
            ..State::default()
        });
        self.by_age.remove(&(state.last, subject));
        self.by_age.insert((sighting.at, subject));
        state.last = sighting.at;
        state.take(sighting, longest, half);
        let alert = self.judge(subject);
        self.forget();
        alert
    }

    /// Two threads have become one: what was seen of the lost one was seen of the other.
    pub fn merge(&mut self, kept: ThreadId, gone: ThreadId) {
        let Some(lost) = self.subjects.remove(&Subject::Thread(gone)) else { return };
        self.by_age.remove(&(lost.last, Subject::Thread(gone)));
        let into = Subject::Thread(kept);
        let state =
            self.subjects.entry(into).or_insert_with(|| State { last: lost.last, ..State::default() });
        self.by_age.remove(&(state.last, into));
        state.absorb(lost);
        self.by_age.insert((state.last, into));
    }

    /// Part of a thread has become one of its own: what was seen lately of the part was seen of the new one.
    ///
    /// The new thread is not hot yet, whatever the old one was: it tells another event.
    pub fn part(&mut self, from: ThreadId, new: ThreadId, mentions: &[MentionNo]) {
        if from == new {
            return;
        }
        let Some(state) = self.subjects.get_mut(&Subject::Thread(from)) else { return };
        let gone: BTreeSet<MentionNo> = mentions.iter().copied().collect();
        let (left, kept): (VecDeque<_>, VecDeque<_>) =
            state.recent.drain(..).partition(|s| gone.contains(&s.mention));
        state.recent = kept;
        let Some(last) = left.back().map(|s| s.at) else { return };
        let parted = State { recent: left, faded_to: state.faded_to, last, ..State::default() };
        let into = Subject::Thread(new);
        self.by_age.insert((last, into));
        if let Some(before) = self.subjects.insert(into, parted) {
            self.by_age.remove(&(before.last, into));
            self.by_age.insert((last, into));
        }
        self.forget();
    }

    /// How hot a subject is now; none while it is calm.
    #[must_use]
    pub fn severity(&self, subject: Subject) -> Option<Severity> {
        self.subjects.get(&subject).and_then(|s| s.hot)
    }

    /// Subjects remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.subjects.len()
    }

    /// Whether no subject is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.subjects.is_empty()
    }

    fn longest(&self) -> i64 {
        i64::from(self.settings.spans.iter().copied().max().unwrap_or(24)) * 3600
    }

    fn judge(&mut self, subject: Subject) -> Option<Alert> {
        let state = self.subjects.get(&subject)?;
        if state.recent.len() < self.settings.fewest as usize {
            return None;
        }
        let hottest = self.hottest(state)?;
        let severity = self.severity_of(hottest.heat);
        let (now, calm) = (self.now, (self.settings.calm_hours * 3600.0) as i64);
        let state = self.subjects.get_mut(&subject)?;
        if state.hot.is_some() && now.saturating_sub(state.last_hot) > calm {
            state.hot = None;
        }
        let severity = severity?;
        state.last_hot = now;
        let before = state.hot;
        if before >= Some(severity) {
            return None;
        }
        state.hot = Some(severity);
        let since = now.saturating_sub(i64::from(hottest.hours) * 3600);
        let evidence = state.recent.iter().filter(|s| s.at > since).map(|s| s.mention).collect();
        Some(Alert { subject, at: now, severity, before, reason: hottest, evidence })
    }

    fn severity_of(&self, heat: f64) -> Option<Severity> {
        let [notice, warning, urgent] = self.settings.thresholds;
        match heat {
            h if h >= urgent => Some(Severity::Urgent),
            h if h >= warning => Some(Severity::Warning),
            h if h >= notice => Some(Severity::Notice),
            _ => None,
        }
    }

    /// The hottest span; none while no span has voices enough.
    fn hottest(&self, state: &State) -> Option<Reason> {
        let mut tally = Tally::default();
        let mut newest_first = state.recent.iter().rev().peekable();
        let mut hottest: Option<Reason> = None;
        // Spans grow: what was counted for one is counted for the next.
        for &hours in &self.settings.spans {
            let since = self.now.saturating_sub(i64::from(hours) * 3600);
            while let Some(sighting) = newest_first.next_if(|s| s.at > since) {
                tally.count(sighting);
            }
            let reason = self.reason(state, &tally, hours);
            hottest = match (hottest, reason) {
                (Some(a), Some(b)) if b.heat > a.heat => Some(b),
                (None, b) => b,
                (a, _) => a,
            };
        }
        hottest
    }

    fn reason(&self, state: &State, tally: &Tally, hours: u32) -> Option<Reason> {
        let voices = tally.outlets.len() as u32 + tally.unnamed;
        if voices < self.settings.fewest {
            return None;
        }
        let (usual, shape) = self.usual(state, hours, self.now.saturating_sub(i64::from(hours) * 3600));
        let share = |n: u32| f64::from(n) / f64::from(tally.mentions.max(1));
        let late = self.now.saturating_sub(i64::from(hours) * 900);
        let fast = 4.0 * share((state.recent.len() - state.until(late)) as u32);
        let heat = surprise(voices, usual, shape)
            * (1.0 + share(tally.contrary) / 2.0 + share(tally.central) / 4.0)
            + fast.max(1.0).log10();
        Some(Reason {
            hours,
            mentions: tally.mentions,
            outlets: (!tally.outlets.is_empty()).then_some(tally.outlets.len() as u32),
            usual,
            contrary: tally.contrary,
            central: tally.central,
            copies: tally.copies,
            heat,
        })
    }

    /// Mean and shape of the voices usual in a span.
    fn usual(&self, state: &State, hours: u32, since: i64) -> (f64, f64) {
        let before = state.until(since) as f64;
        let first = state.recent.front().map_or(since, |s| s.at);
        let before_hours = (since.saturating_sub(first).max(0) as f64 / 3600.0).max(0.0);
        let trust = self.settings.trust;
        let shape = trust + state.past + before;
        let rate = shape / (trust / self.settings.ordinary + state.past_hours + before_hours);
        (rate * f64::from(hours) * self.hours.factor(since, self.now), shape)
    }

    fn forget(&mut self) {
        while self.subjects.len() > self.settings.subjects.max(1) {
            let Some((_, oldest)) = self.by_age.pop_first() else { return };
            self.subjects.remove(&oldest);
        }
    }
}

/// What was counted of a span.
#[derive(Debug, Default)]
struct Tally {
    outlets: ByHash<u64, ()>,
    unnamed: u32,
    mentions: u32,
    contrary: u32,
    central: u32,
    copies: u32,
}

impl Tally {
    fn count(&mut self, sighting: &Sighting) {
        self.mentions += 1;
        self.contrary += u32::from(sighting.wording.is_contrary());
        self.central += u32::from(sighting.central);
        self.copies += u32::from(sighting.copy);
        match sighting.outlet {
            Some(outlet) => {
                self.outlets.insert(outlet, ());
            }
            None => self.unnamed += u32::from(!sighting.copy),
        }
    }
}

impl State {
    /// Sightings up to a moment; they stand in order of time.
    fn until(&self, moment: i64) -> usize {
        self.recent.partition_point(|s| s.at <= moment)
    }

    fn take(&mut self, sighting: Sighting, longest: i64, half: f64) {
        self.recent.push_back(sighting);
        let since = sighting.at.saturating_sub(longest);
        let passed = since.saturating_sub(self.faded_to).max(0) as f64;
        let keep = 0.5f64.powf(passed / half);
        self.past *= keep;
        // Hours fade like what happened in them: the integral of the fading over the time passed.
        self.past_hours = self.past_hours * keep + (1.0 - keep) * half / std::f64::consts::LN_2 / 3600.0;
        self.faded_to = self.faded_to.max(since);
        while self.recent.len() > KEPT || self.recent.front().is_some_and(|s| s.at <= since) {
            self.recent.pop_front();
            self.past += 1.0;
        }
    }

    fn absorb(&mut self, other: Self) {
        let mut all: Vec<Sighting> = self.recent.drain(..).chain(other.recent).collect();
        all.sort_by_key(|s| (s.at, s.mention));
        self.recent = all.into();
        self.past += other.past;
        self.past_hours = self.past_hours.max(other.past_hours);
        self.faded_to = self.faded_to.max(other.faded_to);
        self.hot = self.hot.max(other.hot);
        self.last_hot = self.last_hot.max(other.last_hot);
        self.last = self.last.max(other.last);
    }
}
