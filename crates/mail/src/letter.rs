//! A letter to one recipient, before it is put into the form of the wire.

use crate::words::{Address, MessageId, OneLine, Party, WordFault};
use url::Url;

/// Most a letter's attachments may weigh together, in bytes: what most servers take, less a third for their encoding.
const MOST_ATTACHED: usize = 18 * 1024 * 1024;
/// Longest text, in bytes.
const LONGEST_TEXT: usize = 2 * 1024 * 1024;

/// A letter, to one recipient: so none learns of another, and each refusal has its own.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Who writes.
    pub from: Party,
    /// Who reads.
    pub to: Party,
    /// What it is about.
    pub subject: OneLine,
    /// The text, for everybody.
    pub text: String,
    /// The same as HTML, for those who want it.
    pub html: Option<String>,
    /// Where answers go, when not to `from`.
    pub reply_to: Option<Party>,
    /// Files that come along.
    pub attachments: Vec<Attachment>,
    /// How to end a subscription; needed on everything that many get (RFC 8058).
    pub unsubscribe: Option<Unsubscribe>,
    /// Its identifier, by which an answer or a bounce is known.
    pub id: MessageId,
    /// The letter it answers.
    pub in_reply_to: Option<MessageId>,
    /// The conversation so far, the oldest first.
    pub references: Vec<MessageId>,
    /// Whether a person wrote it.
    pub automatic: Automatic,
    /// Where failures are reported.
    pub bounces: Bounces,
    /// When it is dated, in seconds since 1970 UTC.
    pub seconds: u64,
}

/// A file that comes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: OneLine,
    /// Its media type, such as `application/pdf`.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// How a reader ends a subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsubscribe {
    /// An `https` address at which a POST of `List-Unsubscribe=One-Click` ends it at once, without a page (RFC 8058).
    pub one_click: Url,
    /// An address to write to, for programs that know no other way.
    pub address: Option<Address>,
}

/// Who wrote a letter: a person, or a machine, so that machines do not answer each other for ever (RFC 3834).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Automatic {
    /// A person.
    #[default]
    No,
    /// A machine, of itself: an alert, a newsletter.
    Generated,
    /// A machine, in answer to a letter: a receipt.
    Replied,
}

/// Where the report goes when a letter cannot be delivered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Bounces {
    /// To whom it is from.
    #[default]
    ToSender,
    /// To an address of its own.
    To(Address),
    /// To nobody, as is right for automatic answers (RFC 3834 §3.3).
    ToNobody,
}

/// Why a letter cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterFault {
    /// A word in a header.
    #[error(transparent)]
    Word(#[from] WordFault),
    /// The text or the attachments are too large.
    #[error("too large: {0} bytes")]
    Large(usize),
    /// The media type of an attachment is none.
    #[error("{0:?} is no media type")]
    Type(String),
    /// The way to unsubscribe is not `https`.
    #[error("unsubscribing must be over https")]
    Unsubscribe,
    /// The letter could not be put into form.
    #[error("the letter could not be formed: {0}")]
    Form(String),
}

impl Letter {
    /// A plain letter; the rest can be set afterwards. `id` becomes its identifier at the sender's domain.
    ///
    /// # Errors
    /// [`LetterFault::Word`] for an `id` that cannot be one.
    pub fn new(
        from: Party,
        to: Party,
        subject: OneLine,
        text: &str,
        id: &str,
        seconds: u64,
    ) -> Result<Self, LetterFault> {
        Ok(Self {
            id: MessageId::ours(id, from.address.domain())?,
            from,
            to,
            subject,
            text: text.to_owned(),
            html: None,
            reply_to: None,
            attachments: Vec::new(),
            unsubscribe: None,
            in_reply_to: None,
            references: Vec::new(),
            automatic: Automatic::No,
            bounces: Bounces::ToSender,
            seconds,
        })
    }

    /// Checks the sizes and the way to unsubscribe.
    pub(crate) fn check(&self) -> Result<(), LetterFault> {
        let texts = self.text.len() + self.html.as_ref().map_or(0, String::len);
        if texts > LONGEST_TEXT {
            return Err(LetterFault::Large(texts));
        }
        let attached = self.attachments.iter().map(|it| it.bytes.len()).sum();
        if attached > MOST_ATTACHED {
            return Err(LetterFault::Large(attached));
        }
        match &self.unsubscribe {
            Some(it) if it.one_click.scheme() != "https" => Err(LetterFault::Unsubscribe),
            _ => Ok(()),
        }
    }
}
