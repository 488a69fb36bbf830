//! What happened to each story of the demo, put in the order in which it happened.

use demo::{State, Story, World};
use kernel::Moment;
use std::time::Duration;

/// One thing that is done to a story.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Deed {
    /// Begun, written and saved; `submit` says whether it goes to review at once.
    Write {
        submit: bool,
    },
    Return {
        by: String,
        reason: String,
    },
    Approve,
    Publish,
    PublishUrgently {
        by: String,
        reason: String,
    },
    Schedule {
        at: Moment,
    },
    Correct {
        by: String,
        approver: String,
        note: String,
    },
    Withdraw {
        by: String,
        reason: String,
    },
    Replace {
        by: String,
        successor: String,
        reason: String,
    },
    Remove {
        by: String,
        reason: String,
    },
}

/// A deed at its time.
#[derive(Debug, Clone)]
pub(crate) struct Beat {
    pub(crate) at: Moment,
    /// Which story, by its place in the world.
    pub(crate) story: usize,
    pub(crate) deed: Deed,
}

/// Every beat of the year, in order.
pub(crate) fn beats(world: &World) -> Vec<Beat> {
    let mut beats = Vec::new();
    for (story, told) in world.stories.iter().enumerate() {
        let deeds = deeds(told);
        beats.extend(deeds.into_iter().map(|(at, deed)| Beat { at, story, deed }));
    }
    // The sort is stable: what one story's deeds have in common in time stays in order.
    beats.sort_by_key(|beat| beat.at);
    beats
}

fn moment(at: jiff::Timestamp) -> Moment {
    Moment(at.as_microsecond())
}

const MINUTE: Duration = Duration::from_secs(60);

fn deeds(story: &Story) -> Vec<(Moment, Deed)> {
    let touched = moment(story.touched);
    let before = |minutes: u32| touched.minus(MINUTE * minutes);
    let out = story.published.map(moment);
    let mut deeds = Vec::new();
    let reviewed = |deeds: &mut Vec<(Moment, Deed)>, at: Moment| {
        deeds.push((at.minus(MINUTE * 190), Deed::Write { submit: true }));
        deeds.push((at.minus(MINUTE * 35), Deed::Approve));
    };
    match &story.state {
        State::Draft { at } => deeds.push((moment(*at), Deed::Write { submit: false })),
        State::Submitted { at } => deeds.push((moment(*at), Deed::Write { submit: true })),
        State::Returned { at, by, reason } => {
            deeds.push((before(120), Deed::Write { submit: true }));
            deeds.push((moment(*at), Deed::Return { by: by.clone(), reason: reason.clone() }));
        }
        State::Approved { at } => reviewed(&mut deeds, moment(*at).plus(MINUTE * 35)),
        State::Scheduled { at } => {
            reviewed(&mut deeds, before(1));
            deeds.push((touched, Deed::Schedule { at: out.unwrap_or(moment(*at)) }));
        }
        State::Urgent { at, by, reason } => {
            deeds.push((before(25), Deed::Write { submit: false }));
            deeds.push((moment(*at), Deed::PublishUrgently { by: by.clone(), reason: reason.clone() }));
        }
        State::Published
        | State::Corrected { .. }
        | State::Withdrawn { .. }
        | State::Replaced { .. }
        | State::Gone { .. } => {
            let out = out.unwrap_or(touched);
            reviewed(&mut deeds, out);
            deeds.push((out, Deed::Publish));
        }
    }
    deeds.extend(afterwards(&story.state));
    deeds
}

fn afterwards(state: &State) -> Option<(Moment, Deed)> {
    Some(match state {
        State::Corrected { at, by, approver, note, .. } => {
            let deed = Deed::Correct { by: by.clone(), approver: approver.clone(), note: note.clone() };
            (moment(*at), deed)
        }
        State::Withdrawn { at, by, reason } => {
            (moment(*at), Deed::Withdraw { by: by.clone(), reason: reason.clone() })
        }
        State::Replaced { at, by, successor, reason } => {
            let (by, successor, reason) = (by.clone(), successor.clone(), reason.clone());
            (moment(*at), Deed::Replace { by, successor, reason })
        }
        State::Gone { at, by, reason } => {
            (moment(*at), Deed::Remove { by: by.clone(), reason: reason.clone() })
        }
        State::Published
        | State::Draft { .. }
        | State::Submitted { .. }
        | State::Returned { .. }
        | State::Approved { .. }
        | State::Scheduled { .. }
        | State::Urgent { .. } => return None,
    })
}
