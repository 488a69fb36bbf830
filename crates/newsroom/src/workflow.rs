//! Where a story stands and what may be done with it: one pure machine, `standing × step → standing or reasons`.
//!
//! A story stands in two ways at once: its text is being worked on ([`Work`]), and the public sees it or not
//! ([`Public`]). A published story can be opened again for a correction while the public reads the old text.
//!
//! Approval is of an exact text: whoever wrote any part of it cannot approve it, opening it again voids the
//! approval, and a schedule that comes due asks everything anew.

use kernel::Refusal;

/// How far the work on the newest text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Work {
    /// Being written.
    Draft,
    /// Waits for review.
    Submitted,
    /// Sent back with a reason.
    Returned,
    /// Approved by a second person.
    Approved,
    /// Approved and waiting for its time.
    Scheduled,
    /// The public reads exactly this text; nothing newer is being worked on.
    Settled,
}

/// What the public sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Public {
    /// Nothing, ever.
    Never,
    /// The text.
    Live,
    /// The address, a banner and the reason (L7).
    Withdrawn,
    /// A pointer to the story that took its place.
    Replaced,
    /// A tombstone.
    Gone,
}

macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in tables and locale keys.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Reads a name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

named!(Work {
    Draft = "draft",
    Submitted = "submitted",
    Returned = "returned",
    Approved = "approved",
    Scheduled = "scheduled",
    Settled = "settled",
});
named!(Public { Never = "never", Live = "live", Withdrawn = "withdrawn", Replaced = "replaced", Gone = "gone" });

/// Where a story stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The work on its newest text.
    pub work: Work,
    /// What the public sees.
    pub public: Public,
    /// It went out without a second person, and none has approved in retrospect yet.
    pub urgent_pending: bool,
}

impl Standing {
    /// A story just begun.
    pub const BEGUN: Self = Self { work: Work::Draft, public: Public::Never, urgent_pending: false };

    /// The one word to show for it: the chip's class and the locale key `state-…`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match (self.public, self.work) {
            (Public::Gone, _) => "gone",
            (Public::Replaced, _) => "replaced",
            (Public::Withdrawn, Work::Settled) => "withdrawn",
            (Public::Live, Work::Settled) if self.urgent_pending => "emergency",
            (Public::Live, Work::Settled) => "published",
            (_, work) => work.name(),
        }
    }
}

/// What somebody may try to do with a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Change the text.
    Write,
    /// Ask for review.
    Submit,
    /// Take a submission back.
    TakeBack,
    /// Send it back with a reason.
    Return,
    /// Approve exactly this text.
    Approve,
    /// Set the time it goes out.
    Schedule,
    /// Take the time back.
    Unschedule,
    /// Let it out: the first time, or as a correction of what is out.
    Publish,
    /// Let it out without a second person.
    PublishUrgently,
    /// Approve in retrospect.
    ApproveAfterwards,
    /// Take the text from the public; its page stays.
    Withdraw,
    /// Let a withdrawn text stand again.
    Reinstate,
    /// Put another story in its place.
    Replace,
    /// Leave only a tombstone.
    Remove,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 14] = [
        Self::Write,
        Self::Submit,
        Self::TakeBack,
        Self::Return,
        Self::Approve,
        Self::Schedule,
        Self::Unschedule,
        Self::Publish,
        Self::PublishUrgently,
        Self::ApproveAfterwards,
        Self::Withdraw,
        Self::Reinstate,
        Self::Replace,
        Self::Remove,
    ];
}

/// What the machine needs to know besides the standing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// The actor wrote some part of the newest revision.
    pub actor_wrote_it: bool,
    /// The actor wrote some part of the text the public reads, or let it out urgently.
    pub actor_stands_behind_public: bool,
    /// A valid approval of the newest revision's hash exists, by somebody who wrote no part of it.
    pub approved: bool,
    /// There is a revision at all.
    pub has_text: bool,
    /// Something newer than the newest revision is being written.
    pub unsaved_draft: bool,
    /// The content is incomplete: reasons, from the checks.
    pub flaws: Vec<Refusal>,
    /// A reason was given in words.
    pub reason_given: bool,
    /// A public note was given in words.
    pub note_given: bool,
    /// The time given lies in the future.
    pub time_ahead: bool,
    /// The story named as successor is live and another one.
    pub successor_live: bool,
}

/// Takes a step.
///
/// # Errors
/// Every reason against, at once.
pub(crate) fn take(standing: Standing, step: Step, facts: &Facts) -> Result<Standing, Vec<Refusal>> {
    let Some(next) = follow(standing, step) else {
        return Err(vec![Refusal::new(closed_key(standing, step))]);
    };
    let reasons = objections(standing, step, facts);
    if reasons.is_empty() { Ok(next) } else { Err(reasons) }
}

/// Where a step leads, were there no objections; `None` where it is not open at all.
fn follow(standing: Standing, step: Step) -> Option<Standing> {
    use Public::{Gone, Live, Never, Replaced, Withdrawn};
    use Work::{Approved, Draft, Returned, Scheduled, Settled, Submitted};
    let Standing { work, public, urgent_pending } = standing;
    let to_work = |work| Some(Standing { work, ..standing });
    // What is set to go out later does not go out by itself over a newer decision about the public text.
    let resting = if work == Scheduled { Approved } else { work };
    let to_public = |public| Some(Standing { public, work: resting, urgent_pending });
    match (step, work, public) {
        // What was replaced or removed is history.
        (_, _, Gone) => None,
        (Step::Remove, _, Replaced) => to_public(Gone),
        (_, _, Replaced) => None,

        (Step::Write, Submitted, _) => None,
        (Step::Write, Draft | Returned | Approved | Scheduled | Settled, _) => to_work(Draft),
        (Step::Submit, Draft | Returned, _) => to_work(Submitted),
        (Step::TakeBack, Submitted, _) => to_work(Draft),
        (Step::Return, Submitted | Approved, _) => to_work(Returned),
        (Step::Approve, Submitted, _) => to_work(Approved),
        (Step::Schedule, Approved | Scheduled, _) => to_work(Scheduled),
        (Step::Unschedule, Scheduled, _) => to_work(Approved),
        (Step::Publish, Approved | Scheduled, _) => {
            Some(Standing { work: Settled, public: Live, urgent_pending: false })
        }
        (Step::PublishUrgently, Draft | Returned | Submitted, Never | Live) => {
            Some(Standing { work: Settled, public: Live, urgent_pending: true })
        }
        (Step::ApproveAfterwards, Settled, Live | Withdrawn) if urgent_pending => {
            Some(Standing { urgent_pending: false, ..standing })
        }
        (Step::Withdraw, _, Live) => to_public(Withdrawn),
        (Step::Reinstate, _, Withdrawn) => to_public(Live),
        (Step::Replace, _, Live | Withdrawn) => to_public(Replaced),
        (Step::Remove, _, Live | Withdrawn) => to_public(Gone),
        (
            Step::Submit
            | Step::TakeBack
            | Step::Return
            | Step::Approve
            | Step::Schedule
            | Step::Unschedule
            | Step::Publish
            | Step::PublishUrgently
            | Step::ApproveAfterwards
            | Step::Withdraw
            | Step::Reinstate
            | Step::Replace
            | Step::Remove,
            _,
            _,
        ) => None,
    }
}

fn objections(standing: Standing, step: Step, facts: &Facts) -> Vec<Refusal> {
    let mut reasons = Vec::new();
    let mut demand = |holds: bool, refusal: Refusal| {
        if !holds {
            reasons.push(refusal);
        }
    };
    let corrects = standing.public != Public::Never;
    match step {
        Step::Write | Step::TakeBack | Step::Unschedule => {}
        Step::Submit => {
            demand(facts.has_text, Refusal::new("refused-nothing-written"));
        }
        Step::Return | Step::Withdraw | Step::Reinstate | Step::Remove => {
            demand(facts.reason_given, Refusal::field("reason", "refused-reason-missing"));
        }
        Step::Approve => {
            demand(!facts.actor_wrote_it, Refusal::new("refused-own-text"));
        }
        Step::Schedule => {
            demand(facts.approved, Refusal::new("refused-not-approved"));
            demand(facts.time_ahead, Refusal::field("at", "refused-time-past"));
            demand(!corrects || facts.note_given, Refusal::field("note", "refused-note-missing"));
        }
        Step::Publish => {
            demand(facts.approved, Refusal::new("refused-not-approved"));
            demand(!corrects || facts.note_given, Refusal::field("note", "refused-note-missing"));
        }
        Step::PublishUrgently => {
            demand(facts.has_text, Refusal::new("refused-nothing-written"));
            demand(!facts.unsaved_draft, Refusal::new("refused-unsaved-draft"));
            demand(facts.reason_given, Refusal::field("reason", "refused-reason-missing"));
            demand(!corrects || facts.note_given, Refusal::field("note", "refused-note-missing"));
        }
        Step::ApproveAfterwards => {
            demand(!facts.actor_stands_behind_public, Refusal::new("refused-own-urgent"));
        }
        Step::Replace => {
            demand(facts.reason_given, Refusal::field("reason", "refused-reason-missing"));
            demand(facts.successor_live, Refusal::field("by", "refused-successor"));
        }
    }
    // Nothing incomplete is reviewed, approved, timed or let out.
    if matches!(step, Step::Submit | Step::Approve | Step::Schedule | Step::Publish | Step::PublishUrgently) {
        reasons.extend(facts.flaws.iter().cloned());
    }
    reasons
}

/// Why a step is not open, in the words that help most.
fn closed_key(standing: Standing, step: Step) -> &'static str {
    match (standing.public, standing.work, step) {
        (Public::Gone, _, _) => "closed-gone",
        (Public::Replaced, _, _) => "closed-replaced",
        (_, Work::Submitted, Step::Write) => "closed-under-review",
        (_, Work::Settled, Step::Submit | Step::Approve | Step::Publish | Step::Schedule) => "closed-settled",
        (_, _, Step::Approve | Step::Return) => "closed-not-submitted",
        (_, _, Step::Schedule | Step::Publish) => "refused-not-approved",
        (_, _, Step::Unschedule) => "closed-not-scheduled",
        (_, _, Step::TakeBack) => "closed-not-submitted",
        (_, _, Step::Withdraw | Step::Replace | Step::Remove) => "closed-not-public",
        (_, _, Step::Reinstate) => "closed-not-withdrawn",
        (_, _, Step::ApproveAfterwards) => "closed-not-urgent",
        (_, _, Step::Write | Step::Submit | Step::PublishUrgently) => "closed-here",
    }
}

#[cfg(test)]
mod tests;
