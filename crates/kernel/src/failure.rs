//! Why a wish was not fulfilled. Which to use where:
//!
//! * [`Failure::Refused`]: the asker can mend it; all reasons at once, each with its field.
//! * [`Failure::NotFound`]: it is not there, or the asker may not know that it is.
//! * [`Failure::SignIn`]: only people who are signed in come here.
//! * [`Failure::Forbidden`]: the asker may know of it and may not do this.
//! * [`Failure::Stale`]: somebody else was faster; nothing typed is lost.
//! * [`Failure::Broken`]: our fault; the asker sees a reference number, the log the cause.

use thiserror::Error;

/// Why not, in a form every language can say: a key of the locale files and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The form field it belongs to, if any.
    pub field: Option<&'static str>,
    /// The key in `locales/`.
    pub key: &'static str,
    /// Named arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A reason that belongs to the whole wish.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { field: None, key, args: Vec::new() }
    }

    /// A reason that belongs to one field.
    #[must_use]
    pub fn field(field: &'static str, key: &'static str) -> Self {
        Self { field: Some(field), key, args: Vec::new() }
    }

    /// With one more argument for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// What a verb answers when it does not do what was asked.
#[derive(Debug, Error)]
pub enum Failure {
    /// Reasons against, all at once.
    #[error("refused: {}", .0.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))]
    Refused(Vec<Refusal>),
    /// Not there, as far as the asker may know.
    #[error("not found")]
    NotFound,
    /// The asker must sign in first.
    #[error("sign in first")]
    SignIn,
    /// Known to the asker, and not theirs to do.
    #[error("forbidden: {}", .0.key)]
    Forbidden(Refusal),
    /// Changed by somebody else meanwhile.
    #[error("stale: {}", .0.key)]
    Stale(Refusal),
    /// Our fault.
    #[error("broken: {0}")]
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl Failure {
    /// One reason against.
    #[must_use]
    pub fn refused(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }

    /// Something that must not happen, said in words for the log.
    #[must_use]
    pub fn broken(words: impl Into<String>) -> Self {
        Self::Broken(words.into().into())
    }

    /// `Ok` when there is no reason against.
    ///
    /// # Errors
    /// [`Failure::Refused`] with all of `reasons` when there are any.
    pub fn unless(reasons: Vec<Refusal>) -> Result<(), Self> {
        if reasons.is_empty() { Ok(()) } else { Err(Self::Refused(reasons)) }
    }
}

impl From<sea_orm::DbErr> for Failure {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Broken(Box::new(error))
    }
}

impl From<crate::Denied> for Failure {
    fn from(denied: crate::Denied) -> Self {
        match denied {
            crate::Denied::Hidden => Self::NotFound,
            crate::Denied::SignIn => Self::SignIn,
            crate::Denied::Forbidden(key) => Self::Forbidden(Refusal::new(key)),
        }
    }
}
