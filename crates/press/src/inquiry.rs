//! The handling of an inquiry: from received to answered or refused, as a machine that knows every step and why one is shut.

use kernel::{PersonId, Refusal, SpokespersonId};
use serde::{Deserialize, Serialize};

/// The address to which an answer can be mailed, from what the press left to be reached by: the first in its words that is one.
#[must_use]
pub fn address_in(contact: &str) -> Option<String> {
    contact
        .split(|c: char| c.is_whitespace() || ",;·|()<>".contains(c))
        .filter(|word| word.contains('@'))
        .find_map(|word| typed::address("contact", word.trim_matches(['.', ':', '"'])).ok())
}

/// Where an inquiry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It has its number; nobody took it on yet.
    Received,
    /// Somebody deals with it.
    Taken,
    /// An answer is being written.
    Drafting,
    /// A second person is asked to clear the text.
    Clearing,
    /// Exactly this text is cleared.
    Cleared,
    /// The press has the answer.
    Answered,
    /// The press was refused, with the reason the law knows (PN-08).
    Refused,
    /// Nothing is to be answered.
    Closed,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Take it on.
    Take,
    /// Change its particulars.
    Change,
    /// Ask a unit for facts (PN-07).
    AskFacts,
    /// Write the answer.
    Draft,
    /// Ask a second person to clear the text.
    AskClearance,
    /// Send the text back.
    RefuseClearance,
    /// Clear exactly this text.
    Clear,
    /// Give the answer to the press.
    Answer,
    /// Refuse, with the reason of the law.
    Refuse,
    /// Close it without an answer.
    Close,
    /// Open it again.
    Reopen,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Taken,
        Self::Drafting,
        Self::Clearing,
        Self::Cleared,
        Self::Answered,
        Self::Refused,
        Self::Closed,
    ];

    /// The name in tables and locale keys (`inquiry-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Taken => "taken",
            Self::Drafting => "drafting",
            Self::Clearing => "clearing",
            Self::Cleared => "cleared",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Closed => "closed",
        }
    }

    /// The one of that name; what is unknown is taken for new.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Received)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Received => "late",
            Self::Taken => "soon",
            Self::Drafting => "draft",
            Self::Clearing => "submitted",
            Self::Cleared => "approved",
            Self::Answered => "published",
            Self::Refused => "withdrawn",
            Self::Closed => "done",
        }
    }

    /// Whether an answer is still owed.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Answered | Self::Refused | Self::Closed)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 11] = [
        Self::Take,
        Self::Change,
        Self::AskFacts,
        Self::Draft,
        Self::AskClearance,
        Self::RefuseClearance,
        Self::Clear,
        Self::Answer,
        Self::Refuse,
        Self::Close,
        Self::Reopen,
    ];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Every question has an answer.
    pub complete: bool,
    /// Who acts wrote a part of the text.
    pub own_text: bool,
    /// One of PN-01 who holds today is said to speak (PN-06).
    pub speaker: bool,
    /// What was cleared is exactly the text as it stands.
    pub hash_holds: bool,
    /// A reason was given, in words.
    pub reason_given: bool,
    /// A reason of the closed list was given (PN-08).
    pub code_given: bool,
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let mut against = Vec::new();
    let next = follow(state, step).unwrap_or_else(|key| {
        against.push(Refusal::new(key));
        state
    });
    let mut shut = |field: &'static str, key: &'static str, wrong: bool| {
        if wrong {
            let refusal = if field.is_empty() { Refusal::new(key) } else { Refusal::field(field, key) };
            against.push(refusal);
        }
    };
    match step {
        Step::AskClearance => shut("", "closed-inquiry-incomplete", !facts.complete),
        Step::Clear => {
            shut("", "closed-inquiry-own-text", facts.own_text);
            shut("", "closed-inquiry-incomplete", !facts.complete);
        }
        Step::Answer => {
            shut("", "closed-inquiry-not-this-text", state == State::Cleared && !facts.hash_holds);
            shut("speaker", "refused-inquiry-speaker", !facts.speaker);
        }
        Step::Refuse => {
            shut("code", "refused-inquiry-code", !facts.code_given);
            shut("reason", "refused-reason", !facts.reason_given);
        }
        Step::RefuseClearance | Step::Close | Step::Reopen => {
            shut("reason", "refused-reason", !facts.reason_given);
        }
        Step::Take | Step::Change | Step::AskFacts | Step::Draft => {}
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

/// Where a step leads, or the key that says best why it is shut.
fn follow(state: State, step: Step) -> Result<State, &'static str> {
    use State as S;
    match (state, step) {
        (S::Answered | S::Refused | S::Closed, Step::Reopen) => Ok(S::Drafting),
        (_, Step::Reopen) => Err("closed-inquiry-open"),
        (S::Answered | S::Refused | S::Closed, _) => Err("closed-inquiry-over"),
        (S::Received | S::Taken, Step::Take) => Ok(S::Taken),
        // Somebody else can take it on at any time; the text stays where it is.
        (_, Step::Take | Step::Change) => Ok(state),
        // Whoever acts on it has taken it on.
        (S::Received, Step::AskFacts) => Ok(S::Taken),
        (_, Step::AskFacts) => Ok(state),
        // Another text is another matter for who clears it.
        (_, Step::Draft) => Ok(S::Drafting),
        (S::Drafting, Step::AskClearance) => Ok(S::Clearing),
        (S::Received | S::Taken, Step::AskClearance) => Err("closed-inquiry-no-text"),
        (S::Clearing, Step::AskClearance) => Err("closed-inquiry-asked"),
        (S::Cleared, Step::AskClearance) => Err("closed-inquiry-cleared"),
        (S::Clearing | S::Cleared, Step::RefuseClearance) => Ok(S::Drafting),
        (S::Clearing, Step::Clear) => Ok(S::Cleared),
        (S::Cleared, Step::Clear) => Err("closed-inquiry-cleared"),
        (_, Step::RefuseClearance | Step::Clear) => Err("closed-inquiry-not-asked"),
        (S::Cleared, Step::Answer) => Ok(S::Answered),
        (_, Step::Answer) => Err("closed-inquiry-not-cleared"),
        (_, Step::Refuse) => Ok(S::Refused),
        (_, Step::Close) => Ok(S::Closed),
    }
}

/// Why the press may be refused, and nothing else: the grounds of the Law on the Press, article 31.2, in our words (PN-08).
pub const GROUNDS: [&str; 6] =
    ["secret", "private", "case-pending", "inquest-pending", "dispute", "draft-policy"];

/// The five forms in which the press is given information (PN-09).
pub const FORMS: [&str; 5] = ["conference", "channel", "interview", "written", "briefing"];

/// How an inquiry comes in.
pub const WAYS: [&str; 5] = ["phone", "meeting", "mail", "form", "letter"];

/// A question with its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// As the journalist put it.
    pub question: String,
    /// As the agency answers.
    pub answer: String,
}

/// What is kept of question and answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// Each question apart.
    pub asked: Vec<Asked>,
}

impl Content {
    /// One question a line, empty lines left out.
    #[must_use]
    pub fn of_lines(text: &str) -> Self {
        let asked = text
            .lines()
            .map(|line| line.trim().trim_start_matches(['-', '–', '•', '*']).trim())
            .filter(|line| !line.is_empty())
            .map(|line| Asked { question: line.to_owned(), answer: String::new() });
        Self { asked: asked.collect() }
    }

    /// The questions, one a line.
    #[must_use]
    pub fn questions(&self) -> String {
        self.asked.iter().map(|asked| asked.question.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Whether every question has an answer.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.asked.is_empty() && self.asked.iter().all(|asked| !asked.answer.trim().is_empty())
    }

    /// As it is kept; what cannot be read is empty.
    #[must_use]
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// For keeping.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The hash of exactly this text, said by this spokesperson.
    #[must_use]
    pub fn hash(&self, speaker: Option<SpokespersonId>) -> String {
        let speaker = speaker.map(|id| id.to_string()).unwrap_or_default();
        crate::exact_hash(&format!("{}\n{speaker}", self.write()))
    }
}

/// Everyone who wrote any part of a text, as kept.
#[must_use]
pub fn writers(json: &str) -> Vec<PersonId> {
    serde_json::from_str(json).unwrap_or_default()
}

/// The same with one more.
#[must_use]
pub fn with_writer(json: &str, who: Option<PersonId>) -> String {
    let mut all = writers(json);
    if let Some(who) = who.filter(|who| !all.contains(who)) {
        all.push(who);
    }
    serde_json::to_string(&all).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: Facts = Facts {
        complete: true,
        own_text: false,
        speaker: true,
        hash_holds: true,
        reason_given: true,
        code_given: true,
    };

    #[test]
    fn the_machine_as_a_table() {
        let mut table = String::new();
        for state in State::ALL {
            for step in Step::ALL {
                let word = match take(state, step, &GOOD) {
                    Ok(next) => next.name().to_owned(),
                    Err(against) => {
                        format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                    }
                };
                table.push_str(&format!("{:<10}{:<16} {word}\n", state.name(), format!("{step:?}")));
            }
        }
        expect_test::expect_file!["inquiry.txt"].assert_eq(&table);
    }

    #[test]
    fn pn_06_pn_08_four_eyes_and_reasons() {
        let keys = |state, step, facts: Facts| -> Vec<&'static str> {
            take(state, step, &facts).err().unwrap_or_default().iter().map(|reason| reason.key).collect()
        };
        assert_eq!(
            keys(State::Clearing, Step::Clear, Facts { own_text: true, ..GOOD }),
            ["closed-inquiry-own-text"]
        );
        assert_eq!(
            keys(State::Cleared, Step::Answer, Facts { hash_holds: false, ..GOOD }),
            ["closed-inquiry-not-this-text"]
        );
        assert_eq!(
            keys(State::Cleared, Step::Answer, Facts { speaker: false, ..GOOD }),
            ["refused-inquiry-speaker"]
        );
        assert_eq!(
            keys(State::Taken, Step::Refuse, Facts { code_given: false, reason_given: false, ..GOOD }),
            ["refused-inquiry-code", "refused-reason"]
        );
    }

    proptest! {
        /// No path leads to the press but through a clearance of a second person, and no refusal is without its reason.
        #[test]
        fn nothing_is_answered_uncleared_and_nothing_refused_without_reason(
            steps in proptest::collection::vec((0usize..Step::ALL.len(), any::<u8>()), 0..60),
        ) {
            let mut state = State::Received;
            let mut cleared = false;
            for (at, bits) in steps {
                let bit = |n: u8| bits & (1 << n) != 0;
                let facts = Facts {
                    complete: bit(0), own_text: bit(1), speaker: bit(2), hash_holds: bit(3),
                    reason_given: bit(4), code_given: bit(5),
                };
                let step = Step::ALL[at];
                match take(state, step, &facts) {
                    Ok(next) => {
                        prop_assert!(state.is_open() || step == Step::Reopen);
                        match step {
                            Step::Clear => { prop_assert!(!facts.own_text && facts.complete); cleared = true; }
                            Step::Draft | Step::RefuseClearance | Step::Reopen => cleared = false,
                            _ => {}
                        }
                        if next == State::Answered && state != State::Answered {
                            prop_assert!(cleared && facts.hash_holds && facts.speaker);
                        }
                        if next == State::Refused && state != State::Refused {
                            prop_assert!(facts.reason_given && facts.code_given);
                        }
                        state = next;
                    }
                    Err(against) => prop_assert!(!against.is_empty()),
                }
            }
        }

        #[test]
        fn another_text_or_another_speaker_is_another_hash(one in ".{1,40}", other in ".{1,40}") {
            let content = |answer: &str| Content {
                asked: vec![Asked { question: "Vì sao?".into(), answer: answer.into() }],
            };
            prop_assert_eq!(content(&one).hash(None) == content(&other).hash(None), one == other);
            prop_assert_eq!(Content::read(&content(&one).write()), content(&one));
        }
    }

    #[test]
    fn questions_are_lines_and_keep_their_words() {
        let content = Content::of_lines(" - Vì sao đục?\n\n• Bao giờ xong?  \r\n");
        assert_eq!(content.questions(), "Vì sao đục?\nBao giờ xong?");
        assert!(!content.is_complete());
    }
}
