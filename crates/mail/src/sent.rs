//! What became of a letter at the server, and whose fault it is.

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The server has taken it and answers for it now.
    Accepted {
        /// The server's words, which often hold its number for the letter.
        said: String,
    },
    /// Not now; to be tried again. Nothing is known against the recipient.
    Later {
        /// What stood in the way.
        trouble: Trouble,
        /// The server's words, or ours when it said none.
        said: String,
    },
    /// This letter or this recipient will not be taken, however often it is tried.
    Never {
        /// The SMTP code, 500 to 599; zero when the letter could not even be formed.
        code: u16,
        /// The server's words.
        said: String,
    },
}

/// What stood in the way of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No connection, or it broke off.
    Connection,
    /// No encrypted connection.
    Tls,
    /// The server does not believe our name and password.
    Login,
    /// The server does not take letters from this sender, or from us at all.
    Sender,
    /// The server asks to come again (400 to 499).
    Busy,
    /// It took too long.
    Slow,
}

impl Trouble {
    /// Whether an administrator must act; trying again alone will not help.
    #[must_use]
    pub fn is_ours(self) -> bool {
        matches!(self, Self::Login | Self::Sender | Self::Tls)
    }

    /// The key of the words in which people are told.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Connection => "mail-no-connection",
            Self::Tls => "mail-not-secure",
            Self::Login => "mail-login-refused",
            Self::Sender => "mail-sender-refused",
            Self::Busy => "mail-come-again",
            Self::Slow => "mail-too-slow",
        }
    }
}
