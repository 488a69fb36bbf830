//! Letters that go out.

use crate::store::{self, OutRow};
use db::{ConnectionTrait, Cx};
use jobs::JobWish;
use kernel::{Failure, LetterId, Moment, NewId, Refusal, ThingKind, ThingRef};
use mail::Party;
use serde::{Deserialize, Serialize};

/// The topic of the jobs that carry letters.
pub const LETTER_TOPIC: &str = "post.letter";

/// The longest subject, in characters; mail programs show less.
const LONGEST_SUBJECT: usize = 200;

/// A letter to be.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// What it is about.
    pub about: ThingRef,
    /// Who reads it; may be empty.
    pub to_name: String,
    /// Their address.
    pub to_address: String,
    /// What it says it is about; line ends become spaces.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Where answers go, when not to the agency's own address.
    pub reply_to: Option<String>,
    /// Files that come along.
    pub files: Vec<Enclosed>,
    /// The path on the site at which one POST ends the subscription (RFC 8058); needed on what many get.
    pub unsubscribe: Option<String>,
    /// Not before this instant.
    pub run_at: Moment,
}

/// A file that comes along, in the file store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    /// Its name for the reader.
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// Where it is.
    pub sha256: String,
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Not yet at the recipient's server.
    Waiting,
    /// Taken by a server that answers for it.
    Sent,
    /// It will not be taken, however often it is tried.
    Failed,
    /// It came back.
    Bounced,
}

impl State {
    /// The name in the table and in locale keys (`letter-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Bounced => "bounced",
        }
    }

    fn named(name: &str) -> Self {
        [Self::Sent, Self::Failed, Self::Bounced]
            .into_iter()
            .find(|state| state.name() == name)
            .unwrap_or(Self::Waiting)
    }
}

/// A letter and what became of it.
#[derive(Debug, Clone)]
pub struct SentLetter {
    /// Which.
    pub id: LetterId,
    /// Who.
    pub to_name: String,
    /// Where; empty when it was erased (L13).
    pub to_address: String,
    /// What about.
    pub subject: String,
    /// What it says; empty when it was erased.
    pub text: String,
    /// What became of it.
    pub state: State,
    /// The server's words.
    pub said: String,
    /// When that happened, or when it was written.
    pub at: Moment,
}

/// Letters by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Counts {
    pub waiting: i64,
    pub sent: i64,
    pub failed: i64,
    pub bounced: i64,
}

/// What a carrying job knows.
#[derive(Debug, Serialize, Deserialize)]
struct Errand {
    letter: LetterId,
}

/// Writes a letter; it leaves when the transaction has committed. Where its reader wrote about the same thing, it answers their
/// last letter, so that their mail program shows the two together.
///
/// # Errors
/// Refused, field `to`, when the address is none.
pub async fn send(cx: &Cx, letter: Outgoing) -> Result<LetterId, Failure> {
    let to = Party::new(&one_line(&letter.to_name), letter.to_address.trim())
        .map_err(|_| Failure::refused(Refusal::field("to", "refused-address")))?;
    if let Some(address) = &letter.reply_to {
        Party::new("", address)
            .map_err(|_| Failure::refused(Refusal::field("reply-to", "refused-address")))?;
    }
    let files = serde_json::to_string(&letter.files).map_err(|error| Failure::Broken(Box::new(error)))?;
    let address = to.address.to_string();
    let in_reply_to = store::last_from(cx.tx(), letter.about.kind.name(), letter.about.id, &address).await?;
    let row = OutRow {
        id: LetterId::fresh(),
        about_kind: letter.about.kind.name().to_owned(),
        about: letter.about.id,
        to_name: to.name.as_str().to_owned(),
        to_address: address,
        subject: one_line(&letter.subject).chars().take(LONGEST_SUBJECT).collect(),
        body: letter.text,
        reply_to: letter.reply_to,
        in_reply_to,
        files,
        unsubscribe: letter.unsubscribe,
        state: State::Waiting.name().to_owned(),
        said: String::new(),
        message_id: String::new(),
        queued_at: cx.now(),
        done_at: None,
    };
    store::insert_out(cx.tx(), &row).await?;
    queue(cx, row.id, letter.run_at).await?;
    Ok(row.id)
}

/// What stands in one line: no control characters, no line ends.
fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn queue(cx: &Cx, id: LetterId, run_at: Moment) -> Result<(), Failure> {
    let lane = id.to_string();
    let wish = JobWish { topic: LETTER_TOPIC, lane: &lane, payload: Errand { letter: id }, run_at };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// The letters about a thing, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn about(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<SentLetter>, Failure> {
    let rows = store::out_about(db, thing.kind.name(), thing.id).await?;
    Ok(rows
        .into_iter()
        .map(|row| SentLetter {
            id: row.id,
            to_name: row.to_name,
            to_address: row.to_address,
            subject: row.subject,
            text: row.body,
            state: State::named(&row.state),
            said: row.said,
            at: row.done_at.unwrap_or(row.queued_at),
        })
        .collect())
}

/// How many letters about a thing became what.
///
/// # Errors
/// When the database does not answer.
pub async fn count_about(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Counts, Failure> {
    let mut counts = Counts::default();
    for (state, count) in store::count_about(db, thing.kind.name(), thing.id).await? {
        match State::named(&state) {
            State::Waiting => counts.waiting += count,
            State::Sent => counts.sent += count,
            State::Failed => counts.failed += count,
            State::Bounced => counts.bounced += count,
        }
    }
    Ok(counts)
}

/// Forgets to whom letters about a thing went and what they and the answers to them said (L13). What became of them stays.
///
/// # Errors
/// When the database does not answer.
pub async fn erase_about(cx: &Cx, thing: ThingRef) -> Result<(), Failure> {
    store::erase_out(cx.tx(), thing.kind.name(), thing.id).await?;
    store::erase_in(cx.tx(), thing.kind.name(), thing.id).await?;
    Ok(())
}

/// Forgets that letters about things of these kinds went to an address (L13): what they said was for everybody.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_address(cx: &Cx, kinds: &[ThingKind], address: &str) -> Result<(), Failure> {
    if kinds.is_empty() || address.is_empty() {
        return Ok(());
    }
    let kinds: Vec<String> = kinds.iter().map(|kind| format!("'{}'", kind.name())).collect();
    Ok(store::forget_address(cx.tx(), &kinds.join(", "), address).await?)
}

/// A letter as the carrier needs it.
#[derive(Debug, Clone)]
pub struct ToCarry {
    /// Which.
    pub id: LetterId,
    /// What it is about.
    pub about: Option<ThingRef>,
    /// Who.
    pub to_name: String,
    /// Where.
    pub to_address: String,
    /// What about.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// The identifier of the letter it answers.
    pub answers: Option<String>,
    /// Files.
    pub files: Vec<Enclosed>,
    /// The path that ends the subscription.
    pub unsubscribe: Option<String>,
}

/// The letter of a job, if it still waits. None when it was sent meanwhile, or erased.
///
/// # Errors
/// When the payload is none of ours, or the database does not answer.
pub async fn to_carry(db: &impl ConnectionTrait, payload: &str) -> Result<Option<ToCarry>, Failure> {
    let broken = |error| Failure::Broken(Box::new(error));
    let errand: Errand = serde_json::from_str(payload).map_err(broken)?;
    let Some(row) = store::out(db, errand.letter).await? else { return Ok(None) };
    if row.state != State::Waiting.name() || row.to_address.is_empty() {
        return Ok(None);
    }
    let answers = match row.in_reply_to {
        Some(id) => {
            store::incoming(db, id).await?.map(|letter| letter.message_id).filter(|id| !id.is_empty())
        }
        None => None,
    };
    Ok(Some(ToCarry {
        id: row.id,
        about: ThingKind::named(&row.about_kind).map(|kind| ThingRef { kind, id: row.about }),
        to_name: row.to_name,
        to_address: row.to_address,
        subject: row.subject,
        text: row.body,
        reply_to: row.reply_to,
        answers,
        files: serde_json::from_str(&row.files).map_err(broken)?,
        unsubscribe: row.unsubscribe,
    }))
}

/// What the carrier tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// A server took it, under this identifier.
    Taken {
        /// The identifier.
        message_id: String,
        /// The server's words.
        said: String,
    },
    /// Not now.
    Later {
        /// Why.
        said: String,
    },
    /// Never.
    Never {
        /// Why.
        said: String,
    },
}

/// Notes what became of a letter.
///
/// # Errors
/// When the database does not answer.
pub async fn mark(cx: &Cx, id: LetterId, carried: &Carried) -> Result<(), Failure> {
    let (state, said, message_id) = match carried {
        Carried::Taken { message_id, said } => (State::Sent, said, message_id.as_str()),
        Carried::Later { said } => (State::Waiting, said, ""),
        Carried::Never { said } => (State::Failed, said, ""),
    };
    let said: String = one_line(said).chars().take(500).collect();
    Ok(store::mark_out(cx.tx(), id, state.name(), &said, message_id, cx.now()).await?)
}

/// Notes that a letter came back, known by its identifier. Answers what it was about.
///
/// # Errors
/// When the database does not answer.
pub async fn bounce(cx: &Cx, message_id: &str, said: &str) -> Result<Option<ThingRef>, Failure> {
    let Some(row) = store::out_by_message(cx.tx(), message_id).await? else { return Ok(None) };
    let said: String = one_line(said).chars().take(500).collect();
    store::mark_out(cx.tx(), row.id, State::Bounced.name(), &said, message_id, cx.now()).await?;
    Ok(ThingKind::named(&row.about_kind).map(|kind| ThingRef { kind, id: row.about }))
}

/// How many letters wait since before an instant.
///
/// # Errors
/// When the database does not answer.
pub async fn waits_for(db: &impl ConnectionTrait, before: Moment) -> Result<i64, Failure> {
    Ok(store::count_waiting(db, before).await?)
}

/// Queues anew what was written while no letter could leave. Answers how many.
///
/// # Errors
/// When the database does not answer.
pub async fn stranded(cx: &Cx, said: &str) -> Result<usize, Failure> {
    let ids = store::stranded(cx.tx(), said).await?;
    for id in &ids {
        store::mark_out(cx.tx(), *id, State::Waiting.name(), "", "", cx.now()).await?;
        queue(cx, *id, cx.now()).await?;
    }
    Ok(ids.len())
}
