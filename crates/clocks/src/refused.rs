//! Why a clock does not do what is asked of it.

use crate::due::NoDue;

/// Why a step is not granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It has been met.
    #[error("it has been met")]
    Closed,
    /// It stands still.
    #[error("it is paused")]
    Paused,
    /// It does not stand still.
    #[error("it is not paused")]
    NotPaused,
    /// The rule knows no pause.
    #[error("the rule knows no pause")]
    NoPause,
    /// The rule knows no extension.
    #[error("the rule knows no extension")]
    NoExtension,
    /// It has been extended once.
    #[error("it has been extended already")]
    ExtendedAlready,
    /// The time is up.
    #[error("the time is up")]
    TooLate,
    /// The time is not up yet.
    #[error("the time is not up yet")]
    NotYet,
    /// A pause and an extension need a reason.
    #[error("a reason is needed")]
    NoReason,
    /// Something later has been recorded already.
    #[error("something later has been recorded")]
    OutOfOrder,
    /// The event that starts it lies in the future.
    #[error("it has not happened yet")]
    InTheFuture,
    /// The rule's start must be recorded when it happens.
    #[error("its start cannot be set back")]
    BackDated,
    /// The clock runs under another rule, or another version of it.
    #[error("it runs under another rule")]
    OtherRule,
    /// The end cannot be computed.
    #[error(transparent)]
    NoDue(#[from] NoDue),
}

impl Refused {
    /// The key of the words in which people are told.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Closed => "closed-clock-met",
            Self::Paused => "closed-clock-paused",
            Self::NotPaused => "closed-clock-not-paused",
            Self::NoPause => "closed-clock-no-pause",
            Self::NoExtension => "closed-clock-no-extension",
            Self::ExtendedAlready => "closed-clock-extended",
            Self::TooLate => "closed-clock-too-late",
            Self::NotYet => "closed-clock-not-yet",
            Self::NoReason => "refused-clock-reason",
            Self::OutOfOrder => "refused-clock-order",
            Self::InTheFuture => "refused-clock-future",
            Self::BackDated => "refused-clock-back-dated",
            Self::OtherRule => "refused-clock-rule",
            Self::NoDue(_) => "refused-clock-no-end",
        }
    }
}
