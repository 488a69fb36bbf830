//! Reads a letter that came in: who, what about, the text, the files, and whether one may answer. It may be hostile.

use crate::bounce::{self, Bounce};
use crate::marks::{self, Writer};
use crate::words::{Address, MessageId};
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is taken of a letter, and what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Largest letter in bytes, as it came over the wire.
    pub letter: usize,
    /// Most its files may weigh together, unpacked, in bytes.
    pub files: usize,
    /// Most parts of all kinds.
    pub parts: usize,
    /// Longest text in bytes; what is longer is cut and marked.
    pub text: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        // A file of 30 MB is 41 MB on the wire.
        Self { letter: 42 << 20, files: 30 << 20, parts: 200, text: 1 << 20 }
    }
}

/// A letter that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its identifier, when it has a sound one.
    pub message_id: Option<MessageId>,
    /// Who says to have written it: name and address. Nothing proves it.
    pub from: Option<(String, Address)>,
    /// Where answers should go, when not to `from`.
    pub reply_to: Option<Address>,
    /// To whom it was, as far as the addresses are sound.
    pub to: Vec<Address>,
    /// What it is about, in one line.
    pub subject: String,
    /// The text; made from the HTML when there is no other.
    pub text: String,
    /// Whether the text was longer.
    pub text_cut: bool,
    /// The files that came along. Their bytes are unchecked.
    pub files: Vec<File>,
    /// The letter it answers.
    pub in_reply_to: Option<MessageId>,
    /// The conversation so far.
    pub references: Vec<MessageId>,
    /// Whether a person wrote it, and so whether one may answer by machine.
    pub writer: Writer,
    /// What could not be delivered, when it is such a report.
    pub bounce: Option<Bounce>,
    /// When it says to have been written, in seconds since 1970 UTC.
    pub seconds: Option<i64>,
}

/// A file that came with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name in one line, without any folder; may be empty.
    pub name: String,
    /// The media type it is said to have.
    pub content_type: String,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
}

/// Why a letter is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadFault {
    /// Larger on the wire than the bound.
    #[error("the letter has {0} bytes")]
    Large(usize),
    /// Its files weigh more than the bound.
    #[error("the files have {0} bytes")]
    Files(usize),
    /// It has more parts than any honest letter.
    #[error("the letter has too many parts")]
    Parts,
    /// It has no head that can be read.
    #[error("this is not a letter")]
    NotALetter,
}

impl ReadFault {
    /// The key of the words in which people are told.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Large(_) => "mail-letter-too-large",
            Self::Files(_) => "mail-files-too-large",
            Self::Parts => "mail-too-many-parts",
            Self::NotALetter => "mail-not-a-letter",
        }
    }
}

/// Longest head, in bytes.
const LONGEST_HEAD: usize = 256 * 1024;
/// Longest value that is shown in one line, in characters.
const LONGEST_VALUE: usize = 500;
/// Most addresses and references that are kept.
const MOST: usize = 100;

/// Reads a letter. It works the processor for as long as a letter is large: to be called where that harms nobody.
///
/// # Errors
/// See [`ReadFault`]. A head alone, as [`crate::Mailbox::head`] gives it, can be read too.
pub fn read(bytes: &[u8], bounds: &Bounds) -> Result<Received, ReadFault> {
    if bytes.len() > bounds.letter {
        return Err(ReadFault::Large(bytes.len()));
    }
    if head_length(bytes) > LONGEST_HEAD {
        return Err(ReadFault::NotALetter);
    }
    // Each part that says to hold others makes the reader look through the rest of the letter for them.
    if count(bytes, b"multipart") > bounds.parts {
        return Err(ReadFault::Parts);
    }
    let mut bytes = bytes.to_vec();
    flatten(&mut bytes);
    // The reader is well tested; should it fail on some bytes all the same, they are no letter, and the program goes on.
    catch_unwind(AssertUnwindSafe(|| collect(&bytes, bounds))).unwrap_or(Err(ReadFault::NotALetter))
}

fn collect(bytes: &[u8], bounds: &Bounds) -> Result<Received, ReadFault> {
    let message = MessageParser::default().parse(bytes).ok_or(ReadFault::NotALetter)?;
    if message.parts.len() > bounds.parts {
        return Err(ReadFault::Parts);
    }
    if message.headers().is_empty() {
        return Err(ReadFault::NotALetter);
    }
    let bounce = bounce::find(&message);
    let weight: usize = message.attachments().map(|it| it.contents().len()).sum();
    if weight > bounds.files {
        return Err(ReadFault::Files(weight));
    }
    let (text, text_cut) = text(&message, bounds.text);
    let from = message.from().and_then(|it| it.first());
    Ok(Received {
        message_id: message.message_id().and_then(|it| it.parse().ok()),
        from: from.and_then(|it| {
            let address = it.address().and_then(|it| it.parse().ok())?;
            Some((line(it.name().unwrap_or_default()), address))
        }),
        reply_to: message.reply_to().and_then(|it| it.first()?.address()?.parse().ok()),
        to: message.to().map_or_else(Vec::new, |it| {
            it.iter().filter_map(|it| it.address()?.parse().ok()).take(MOST).collect()
        }),
        subject: line(message.subject().unwrap_or_default()),
        text,
        text_cut,
        files: if bounce.is_some() { Vec::new() } else { message.attachments().map(file).collect() },
        in_reply_to: ids(message.in_reply_to()).pop(),
        references: ids(message.references()),
        writer: marks::writer(&message, bounce.is_some()),
        bounce,
        seconds: message.date().map(mail_parser::DateTime::to_timestamp),
    })
}

/// The text of all parts that are text, within the bound.
fn text(message: &Message<'_>, longest: usize) -> (String, bool) {
    let mut text = String::new();
    for n in 0..message.text_body_count() {
        let Some(part) = message.body_text(n) else { continue };
        if !text.is_empty() {
            text.push('\n');
        }
        // A NUL ends texts in some databases; other control characters mean nothing to a reader.
        text.extend(part.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')));
        if text.len() > longest {
            let mut end = longest;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            return (text, true);
        }
    }
    (text, false)
}

fn file(part: &MessagePart<'_>) -> File {
    let name = part.attachment_name().unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let content_type = part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |it| match it.subtype() {
            Some(FLAT_LETTER) => "message/rfc822".to_owned(),
            Some(subtype) => line(&format!("{}/{subtype}", it.ctype())),
            None => line(it.ctype()),
        },
    );
    File { name: line(name), content_type, bytes: part.contents().to_vec() }
}

/// The identifiers of a field, the oldest first.
pub(crate) fn ids(value: &HeaderValue<'_>) -> Vec<MessageId> {
    let list = value.as_text_list().unwrap_or_default();
    list.iter().filter_map(|it| it.parse().ok()).take(MOST).collect()
}

/// One line that can be shown and kept.
pub(crate) fn line(text: &str) -> String {
    let clean: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_VALUE).collect();
    clean.trim().to_owned()
}

fn head_length(bytes: &[u8]) -> usize {
    let ends = |it: &[u8]| it == b"\n\n" || it == b"\n\r";
    bytes.windows(2).position(ends).unwrap_or(bytes.len())
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|it| it.eq_ignore_ascii_case(word)).count()
}

/// The subtype that a letter within a letter is given by [`flatten`].
pub(crate) const FLAT_LETTER: &str = "xfc822";

/// Makes the types under which the reader would open a letter within the letter unknown to it, so that those stay files. It
/// takes nested ones apart by recursion, and a letter can hold a million.
fn flatten(bytes: &mut [u8]) {
    for word in [b"rfc822", b"global", b"digest"] {
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, word)) {
            let start = at + found;
            if let Some((before, rest)) = bytes.split_at_mut_checked(start)
                && names_a_type(before)
                && let Some(first) = rest.first_mut()
            {
                *first = b'x';
            }
            at = start + word.len();
        }
    }
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|it| it.eq_ignore_ascii_case(word))
}

/// Whether what stands before a word makes it the second half of a media type: `message/`, `multipart/`, with white space and
/// comments where the grammar lets them be.
fn names_a_type(before: &[u8]) -> bool {
    match before.trim_ascii_end() {
        [.., b')'] => true,
        [rest @ .., b'/'] => {
            let rest = rest.trim_ascii_end();
            let ends = |word: &[u8]| {
                rest.len()
                    .checked_sub(word.len())
                    .and_then(|at| rest.get(at..))
                    .is_some_and(|it| it.eq_ignore_ascii_case(word))
            };
            rest.ends_with(b")") || ends(b"message") || ends(b"multipart")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
