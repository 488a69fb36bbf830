//! Letters that come in.

use crate::outgoing::Enclosed;
use crate::store::{self, InRow};
use db::{ConnectionTrait, Cx};
use kernel::{Failure, LetterId, Moment, NewId, ThingKind, ThingRef};
use mail::Position;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What was made of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It was told to a thing, or made one.
    Taken,
    /// It reports that a letter of ours came back.
    Bounce,
    /// A machine wrote it: nobody is bothered, and nothing is answered (RFC 3834).
    Machine,
    /// It is too large or cannot be read; its head is kept.
    Unreadable,
    /// Nobody knows what it is about; a person must look.
    Unclear,
    /// A person looked and set it aside.
    SetAside,
}

impl Fate {
    /// The name in the table and in locale keys (`fate-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Bounce => "bounce",
            Self::Machine => "machine",
            Self::Unreadable => "unreadable",
            Self::Unclear => "unclear",
            Self::SetAside => "set-aside",
        }
    }
}

/// A letter that came in.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// In which mailbox.
    pub mailbox: String,
    /// Its identifier; empty when it has none.
    pub message_id: String,
    /// Who says to have written it.
    pub from_name: String,
    /// Their address.
    pub from_address: String,
    /// What about.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Its files, kept in the file store.
    pub files: Vec<Enclosed>,
    /// The identifiers of the letters it answers, the newest first.
    pub answers: Vec<String>,
    /// When it came.
    pub received_at: Moment,
}

/// A letter that was taken in.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Which.
    pub id: LetterId,
    /// The thing whose letter it answers.
    pub about: Option<ThingRef>,
}

/// Takes a letter in, once. None when it is known already.
///
/// # Errors
/// When the database does not answer.
pub async fn come_in(cx: &Cx, letter: &Incoming) -> Result<Option<Kept>, Failure> {
    let mut about = None;
    let mut answers = None;
    for id in &letter.answers {
        if let Some(ours) = store::out_by_message(cx.tx(), id).await? {
            about = ThingKind::named(&ours.about_kind).map(|kind| ThingRef { kind, id: ours.about });
            answers = Some(ours.id);
            break;
        }
    }
    let files = serde_json::to_string(&letter.files).map_err(|error| Failure::Broken(Box::new(error)))?;
    let row = InRow {
        id: LetterId::fresh(),
        mailbox: letter.mailbox.clone(),
        known_by: known_by(letter),
        message_id: letter.message_id.clone(),
        from_name: letter.from_name.clone(),
        from_address: letter.from_address.clone(),
        subject: letter.subject.clone(),
        body: letter.text.clone(),
        files,
        about_kind: about.map(|thing| thing.kind.name().to_owned()),
        about: about.map(|thing| thing.id),
        answers,
        fate: Fate::Unclear.name().to_owned(),
        received_at: letter.received_at,
    };
    if store::insert_in(cx.tx(), &row).await? == 0 {
        return Ok(None);
    }
    Ok(Some(Kept { id: row.id, about }))
}

/// By what a letter is known again: its identifier, or what it says when it has none.
fn known_by(letter: &Incoming) -> String {
    if !letter.message_id.is_empty() {
        return letter.message_id.clone();
    }
    let mut hash = Sha256::new();
    for part in [&letter.from_address, &letter.subject, &letter.text] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().fold("sha256:".to_owned(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

/// Says what was made of a letter, and of which thing.
///
/// # Errors
/// When the database does not answer.
pub async fn set_fate(cx: &Cx, id: LetterId, fate: Fate, about: Option<ThingRef>) -> Result<(), Failure> {
    Ok(store::set_fate(cx.tx(), id, fate.name(), about).await?)
}

/// A letter that came in, as it is shown.
#[derive(Debug, Clone)]
pub struct Came {
    /// Which.
    pub id: LetterId,
    /// Who.
    pub from_name: String,
    /// Their address.
    pub from_address: String,
    /// What about.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Files.
    pub files: Vec<Enclosed>,
    /// When.
    pub at: Moment,
    /// What was made of it ([`Fate::name`]).
    pub fate: String,
}

impl Came {
    /// The writer's name, or the address where they gave none.
    #[must_use]
    pub fn writer(&self) -> &str {
        if self.from_name.is_empty() { &self.from_address } else { &self.from_name }
    }
}

fn came(row: InRow) -> Came {
    Came {
        id: row.id,
        from_name: row.from_name,
        from_address: row.from_address,
        subject: row.subject,
        text: row.body,
        files: serde_json::from_str(&row.files).unwrap_or_default(),
        at: row.received_at,
        fate: row.fate,
    }
}

/// The letters that came in about a thing, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn came_about(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<Came>, Failure> {
    Ok(store::in_about(db, thing.kind.name(), thing.id).await?.into_iter().map(came).collect())
}

/// The letters that a person must look at, because nobody knows what they are about or they could not be read: oldest first, so
/// many from `skip` on.
///
/// # Errors
/// When the database does not answer.
pub async fn unclear(db: &impl ConnectionTrait, skip: u64, most: u64) -> Result<Vec<Came>, Failure> {
    Ok(store::in_waiting(db, skip, most).await?.into_iter().map(came).collect())
}

/// How many those are.
///
/// # Errors
/// When the database does not answer.
pub async fn count_unclear(db: &impl ConnectionTrait) -> Result<i64, Failure> {
    Ok(store::count_waiting_in(db).await?)
}

/// One of them.
///
/// # Errors
/// When the database does not answer.
pub async fn one_unclear(db: &impl ConnectionTrait, id: LetterId) -> Result<Option<Came>, Failure> {
    let waits = |row: &InRow| [Fate::Unclear.name(), Fate::Unreadable.name()].contains(&row.fate.as_str());
    Ok(store::incoming(db, id).await?.filter(waits).map(came))
}

/// One of them under its lock; none when somebody looked at it already.
///
/// # Errors
/// When the database does not answer.
pub async fn lock_unclear(cx: &Cx, id: LetterId) -> Result<Option<Came>, Failure> {
    Ok(store::lock_in(cx.tx(), cx.engine(), id).await?.map(came))
}

/// How far a mailbox has been read.
///
/// # Errors
/// When the database does not answer.
pub async fn position(db: &impl ConnectionTrait, mailbox: &str) -> Result<Option<Position>, Failure> {
    Ok(store::position(db, mailbox).await?.map(|(numbering, last)| Position {
        numbering: u32::try_from(numbering).unwrap_or(0),
        last: u32::try_from(last).unwrap_or(0),
    }))
}

/// Notes how far it has been read.
///
/// # Errors
/// When the database does not answer.
pub async fn set_position(cx: &Cx, mailbox: &str, position: Position) -> Result<(), Failure> {
    let (numbering, last) = (i64::from(position.numbering), i64::from(position.last));
    Ok(store::set_position(cx.tx(), mailbox, numbering, last, cx.now(), "").await?)
}

/// Takes the turn to look into a mailbox: false when somebody looked since `since`. A fault that is said stays until the
/// next look that goes well.
///
/// # Errors
/// When the database does not answer.
pub async fn look_again(cx: &Cx, mailbox: &str, since: Moment) -> Result<bool, Failure> {
    Ok(store::take_turn(cx.tx(), mailbox, cx.now(), since).await?)
}
