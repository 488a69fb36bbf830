//! A release or a statement from the first draft to what the public reads, as a machine that knows every step and why one
//! is shut.

use kernel::Refusal;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Thông cáo báo chí.
    Release,
    /// Phát ngôn: the agency's position in the name of its spokesperson (PN-06).
    Statement,
    /// A holding statement: what is known so far, while the full answer is prepared (S77).
    Holding,
}

/// Where the text at hand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Being written.
    Draft,
    /// Its writer asks for approval.
    Submitted,
    /// Sent back with a reason.
    Returned,
    /// A second person approved exactly this text.
    Approved,
    /// Approved, and set to go out at an instant.
    Embargoed,
    /// Public.
    Issued,
    /// Taken back; number, title and reason stay.
    Withdrawn,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Change the text.
    Save,
    /// Ask for approval.
    Submit,
    /// Send it back.
    Return,
    /// Approve it.
    Approve,
    /// Set the instant at which it goes out.
    Embargo,
    /// Take that instant back.
    Lift,
    /// Give it its number and make it public.
    Issue,
    /// Put the approved text in the place of the public one.
    Correct,
    /// Give up a correction; the public text stays.
    Discard,
    /// Take the public text back.
    Withdraw,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Release, Self::Statement, Self::Holding];

    /// The name in tables and locale keys (`release-kind-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Statement => "statement",
            Self::Holding => "holding",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What stands between the number and the agency's own symbol: TCBC or PN.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Release => "TCBC",
            Self::Statement | Self::Holding => "PN",
        }
    }
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Submitted,
        Self::Returned,
        Self::Approved,
        Self::Embargoed,
        Self::Issued,
        Self::Withdrawn,
    ];

    /// The name in tables and locale keys (`release-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Embargoed => "embargoed",
            Self::Issued => "issued",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The one of that name; what is unknown is a draft, which nobody outside can see.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Draft)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Embargoed => "scheduled",
            Self::Issued => "published",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 10] = [
        Self::Save,
        Self::Submit,
        Self::Return,
        Self::Approve,
        Self::Embargo,
        Self::Lift,
        Self::Issue,
        Self::Correct,
        Self::Discard,
        Self::Withdraw,
    ];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// A text of it is public.
    pub public: bool,
    /// Title and text are there.
    pub ready: bool,
    /// No blank of a template is left open.
    pub filled: bool,
    /// The text differs from the public one.
    pub changed: bool,
    /// Who asks wrote a part of it.
    pub own_text: bool,
    /// Exactly this text was approved.
    pub approved_text: bool,
    /// A person who speaks for the agency was chosen (PN-20).
    pub speaker: bool,
    /// A reason was given.
    pub reason_given: bool,
    /// A public note was given.
    pub note_given: bool,
    /// The instant lies ahead.
    pub time_ahead: bool,
    /// The instant that was set has come.
    pub time_come: bool,
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let mut against = Vec::new();
    let next = follow(state, step, facts.public).unwrap_or_else(|key| {
        against.push(Refusal::new(key));
        state
    });
    if against.is_empty() {
        object(step, state, facts, &mut against);
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

/// Where a step leads, or the one word that helps most where it is shut.
fn follow(state: State, step: Step, public: bool) -> Result<State, &'static str> {
    use State as S;
    match (step, state) {
        (_, S::Withdrawn) => Err("closed-release-withdrawn"),
        (Step::Save, S::Embargoed) => Err("closed-release-embargoed"),
        (Step::Save, _) => Ok(S::Draft),
        (Step::Submit, S::Draft | S::Returned) => Ok(S::Submitted),
        (Step::Submit, _) => Err("closed-release-not-draft"),
        (Step::Return, S::Submitted | S::Approved) => Ok(S::Returned),
        (Step::Return, _) | (Step::Approve, S::Draft | S::Returned | S::Issued) => {
            Err("closed-release-not-submitted")
        }
        (Step::Approve, S::Submitted) => Ok(S::Approved),
        (Step::Approve, S::Approved | S::Embargoed) => Err("closed-release-approved"),
        (Step::Embargo | Step::Issue, _) if public => Err("closed-release-public"),
        (Step::Embargo, S::Approved) => Ok(S::Embargoed),
        (Step::Embargo, S::Embargoed) => Err("closed-release-embargoed"),
        (Step::Lift, S::Embargoed) => Ok(S::Approved),
        (Step::Lift, _) => Err("closed-release-no-embargo"),
        (Step::Issue, S::Approved | S::Embargoed) => Ok(S::Issued),
        (Step::Correct | Step::Discard | Step::Withdraw, _) if !public => Err("closed-release-not-public"),
        (Step::Correct, S::Approved) => Ok(S::Issued),
        (Step::Embargo | Step::Issue | Step::Correct, _) => Err("closed-release-unapproved"),
        (Step::Discard, S::Issued) => Err("closed-release-no-correction"),
        (Step::Discard, _) => Ok(S::Issued),
        (Step::Withdraw, _) => Ok(S::Withdrawn),
    }
}

fn object(step: Step, state: State, facts: &Facts, against: &mut Vec<Refusal>) {
    let mut shut = |wrong: bool, refusal: Refusal| {
        if wrong {
            against.push(refusal);
        }
    };
    match step {
        Step::Submit => {
            shut(!facts.ready, Refusal::new("refused-release-empty"));
            shut(!facts.filled, Refusal::new("refused-release-blanks"));
            shut(facts.public && !facts.changed, Refusal::new("refused-release-unchanged"));
        }
        Step::Approve => {
            shut(facts.own_text, Refusal::new("closed-own-release"));
            shut(!facts.speaker, Refusal::field("speaker", "refused-release-speaker"));
        }
        Step::Embargo => {
            shut(!facts.approved_text, Refusal::new("closed-release-unapproved"));
            shut(!facts.time_ahead, Refusal::field("until", "refused-release-time"));
        }
        Step::Issue => {
            shut(!facts.approved_text, Refusal::new("closed-release-unapproved"));
            shut(!facts.speaker, Refusal::new("closed-release-speaker"));
            shut(state == State::Embargoed && !facts.time_come, Refusal::new("closed-release-embargoed"));
        }
        Step::Correct => {
            shut(!facts.approved_text, Refusal::new("closed-release-unapproved"));
            shut(!facts.speaker, Refusal::new("closed-release-speaker"));
            shut(!facts.note_given, Refusal::field("note", "refused-release-note"));
        }
        Step::Return | Step::Withdraw => {
            shut(!facts.reason_given, Refusal::field("reason", "refused-reason"));
        }
        Step::Save | Step::Lift | Step::Discard => {}
    }
}

/// A file that comes with a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosure {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// Its size in bytes.
    pub size: i64,
}

/// What a person writes: the exact text that is approved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// Its kind's name.
    pub kind: String,
    /// Its heading.
    pub title: String,
    /// The lines under it (sapo).
    pub lead: String,
    /// The text in the plain notation.
    pub body: String,
    /// The files that come with it.
    pub files: Vec<Enclosure>,
}

impl Text {
    /// SHA-256 of the exact text, files included, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        let files: Vec<(&str, &str)> =
            self.files.iter().map(|file| (file.sha256.as_str(), file.name.as_str())).collect();
        let whole = (&self.kind, &self.title, &self.lead, &self.body, files);
        let bytes = serde_json::to_vec(&whole).unwrap_or_default();
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether title and text are there.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.title.trim().is_empty() && !self.body.trim().is_empty()
    }

    /// Whether no blank of a template is left open: `[…]`.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        [&self.title, &self.lead, &self.body].iter().all(|part| !part.contains("[…"))
    }
}

/// `05/TCBC-UBND`: at least two digits, as offices write it.
#[must_use]
pub fn number_and_symbol(number: i64, symbol: &str) -> String {
    format!("{number:02}/{symbol}")
}

#[cfg(test)]
mod tests;
