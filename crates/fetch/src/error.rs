//! Why a fetch failed: a closed list, each entry with the word under which people are told and with what to do next.

use std::net::IpAddr;
use std::time::Duration;

/// What is wrong with an address before anything is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It cannot be read as an address on the web.
    Unreadable,
    /// Neither `http` nor `https`.
    Scheme,
    /// It carries a user name or a password.
    Credentials,
    /// A port that the administrator has not allowed.
    Port,
}

/// Where the time ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The connection was never there.
    Connect,
    /// Connected, but no head of an answer came.
    FirstByte,
    /// The answer began and did not end in time.
    Whole,
}

/// What is wrong with a chain of redirects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedirectFault {
    /// More than five.
    TooMany,
    /// Back to an address already asked.
    Loop,
    /// No target, or one that cannot be read.
    NoTarget,
    /// A webhook was answered with a redirect; signed messages do not follow those.
    NotFollowed,
}

/// Whether asking again has any hope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// A passing trouble: the usual back-off.
    Soon,
    /// The other side, or our manners, ask for a pause. [`FetchError::retry_after`] may say how long.
    Later,
    /// It will not get better by itself: tell a person.
    Person,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The address itself is not acceptable.
    #[error("not an acceptable address: {0:?}")]
    Address(AddressFault),
    /// The host is inside, and the administrator has not allowed it.
    #[error("{host} is at {address}, which is not a public address")]
    Forbidden {
        /// The host as it stood in the address.
        host: String,
        /// The address it has.
        address: IpAddr,
    },
    /// No address is known for the name.
    #[error("no address is known for {host}")]
    UnknownName {
        /// The name that was looked up.
        host: String,
    },
    /// Nothing listens there, or no way leads there.
    #[error("no connection")]
    NoConnection,
    /// The encrypted connection failed: certificate expired, for another name, from an unknown authority, or no TLS at all.
    #[error("no secure connection: {0}")]
    Tls(String),
    /// Too slow.
    #[error("too slow: {0:?}")]
    TimedOut(Stage),
    /// The connection ended before the answer did, or the answer was shorter than it promised.
    #[error("the answer broke off")]
    BrokeOff,
    /// What came is not HTTP, has an endless head, or is packed in a way that cannot be unpacked.
    #[error("not an HTTP answer one can read")]
    BadAnswer,
    /// Larger than the limit, in bytes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit that was passed.
        limit: usize,
    },
    /// The redirects lead nowhere.
    #[error("redirects: {0:?}")]
    Redirect(RedirectFault),
    /// The server answered with another status than one of success.
    #[error("status {code}")]
    Status {
        /// The HTTP status.
        code: u16,
        /// How long the server asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// The site asks programs not to read this (`robots.txt`).
    #[error("robots.txt forbids it")]
    RobotsForbid,
    /// The site's `robots.txt` cannot be had because the server is in trouble; until it can, nothing is read (RFC 9309 §2.3.1.4).
    #[error("robots.txt cannot be had")]
    RobotsUnavailable {
        /// When it will be asked for again.
        again_in: Duration,
    },
    /// Others wait for this host already, or it has asked for rest.
    #[error("the host must be left alone for now")]
    Busy {
        /// After this time it is worth asking again.
        again_in: Duration,
    },
}

impl FetchError {
    /// The key of the words in which people are told.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Address(AddressFault::Unreadable) => "fetch-address-unreadable",
            Self::Address(AddressFault::Scheme) => "fetch-address-scheme",
            Self::Address(AddressFault::Credentials) => "fetch-address-credentials",
            Self::Address(AddressFault::Port) => "fetch-address-port",
            Self::Forbidden { .. } => "fetch-forbidden",
            Self::UnknownName { .. } => "fetch-unknown-name",
            Self::NoConnection => "fetch-no-connection",
            Self::Tls(_) => "fetch-not-secure",
            Self::TimedOut(_) => "fetch-too-slow",
            Self::BrokeOff => "fetch-broke-off",
            Self::BadAnswer => "fetch-bad-answer",
            Self::TooLarge { .. } => "fetch-too-large",
            Self::Redirect(_) => "fetch-redirects",
            Self::Status { code: 401 | 402 | 403 | 407 | 451, .. } => "fetch-not-for-us",
            Self::Status { code: 404, .. } => "fetch-not-there",
            Self::Status { code: 410, .. } => "fetch-gone",
            Self::Status { code: 429, .. } | Self::Busy { .. } => "fetch-leave-alone",
            Self::Status { code: 500..=599, .. } => "fetch-server-trouble",
            Self::Status { .. } => "fetch-odd-status",
            Self::RobotsForbid => "fetch-robots-forbid",
            Self::RobotsUnavailable { .. } => "fetch-robots-unavailable",
        }
    }

    /// Whether asking again has any hope.
    #[must_use]
    pub fn outlook(&self) -> Outlook {
        match self {
            Self::Address(_)
            | Self::Forbidden { .. }
            | Self::TooLarge { .. }
            | Self::Redirect(_)
            | Self::RobotsForbid
            | Self::Tls(_) => Outlook::Person,
            Self::Status { code: 429 | 503, .. } | Self::RobotsUnavailable { .. } | Self::Busy { .. } => {
                Outlook::Later
            }
            Self::Status { code: 408 | 425 | 500..=599, .. } => Outlook::Soon,
            Self::Status { .. } => Outlook::Person,
            Self::UnknownName { .. }
            | Self::NoConnection
            | Self::TimedOut(_)
            | Self::BrokeOff
            | Self::BadAnswer => Outlook::Soon,
        }
    }

    /// How long to wait before asking again, where the other side or our own manners say so.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            Self::RobotsUnavailable { again_in } | Self::Busy { again_in } => Some(*again_in),
            _ => None,
        }
    }
}
