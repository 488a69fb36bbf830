//! Whether a person wrote a letter. Machines that answer machines never stop (RFC 3834).

use crate::receive::Received;
use mail_parser::Message;

/// Who wrote a letter, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// A person, as far as can be told.
    Person,
    /// A machine that answers: "I am on leave".
    AutoReply,
    /// A machine of itself: an alert, a newsletter, a list.
    Machine,
    /// A mail server that reports about delivery.
    Server,
}

impl Received {
    /// Whether a machine of ours may answer this letter at all.
    #[must_use]
    pub fn may_be_answered(&self) -> bool {
        self.writer == Writer::Person && (self.from.is_some() || self.reply_to.is_some())
    }
}

pub(crate) fn writer(message: &Message<'_>, is_bounce: bool) -> Writer {
    let value = |name: &'static str| {
        // The first of several decides: it was put on last.
        message.header_raw(name).map(|it| it.trim().to_ascii_lowercase())
    };
    let report = message
        .root_part()
        .headers
        .iter()
        .any(|it| it.value().as_content_type().is_some_and(|it| it.subtype() == Some("report")));
    let empty_path = value("Return-Path").is_some_and(|it| it == "<>");
    let daemon = message.from().and_then(|it| it.first()?.address()).is_some_and(|it| {
        let user = it.split('@').next().unwrap_or_default().to_ascii_lowercase();
        matches!(user.as_str(), "mailer-daemon" | "postmaster")
    });
    if is_bounce || report || daemon {
        return Writer::Server;
    }
    let word =
        value("Auto-Submitted").map(|it| it.split([';', '(']).next().unwrap_or_default().trim().to_owned());
    match word.as_deref() {
        Some("auto-replied") => return Writer::AutoReply,
        Some("no") | None => {}
        Some(_) => return Writer::Machine,
    }
    if ["X-Autoreply", "X-Autorespond", "X-Autoresponder"].into_iter().any(|it| value(it).is_some()) {
        return Writer::AutoReply;
    }
    match value("Precedence").as_deref() {
        Some("auto_reply") => return Writer::AutoReply,
        Some("bulk" | "list" | "junk") => return Writer::Machine,
        _ => {}
    }
    let list = ["List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID", "X-Auto-Response-Suppress"];
    if list.into_iter().any(|it| value(it).is_some()) {
        return Writer::Machine;
    }
    // Automatic answers are sent from nobody (RFC 3834 §3.3); what else is was made by a machine too.
    if empty_path { Writer::AutoReply } else { Writer::Person }
}
