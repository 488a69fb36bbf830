//! The ledger (sổ cái lịch sử): an append-only chain in which each entry carries the hash of the one before,
//! so that nothing can be altered, removed or slipped in without the chain showing it.

use crate::Db;
use crate::cx::Recorded;
use crate::sql::{all, run, tuples};
use kernel::{Actor, Failure, Moment, ThingRef};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Entry {
    /// Its number, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// `person`, `visitor` or the name of the machine's task.
    pub actor_kind: String,
    /// The person.
    pub actor: Option<Uuid>,
    /// What happened: an event's name.
    pub action: String,
    /// The kind of thing.
    pub thing_kind: String,
    /// The thing.
    pub thing: Uuid,
    /// The event as JSON.
    pub detail: String,
    /// Content hash before.
    pub before_hash: Option<String>,
    /// Content hash after.
    pub after_hash: Option<String>,
    /// Hash of the entry before.
    pub prev: String,
    /// Hash of this entry.
    pub hash: String,
}

impl Entry {
    /// SHA-256 over every other field, in a form that leaves no doubt where one ends.
    fn computed_hash(&self) -> Result<String, serde_json::Error> {
        let fields = serde_json::to_vec(&(
            self.seq,
            self.at,
            &self.actor_kind,
            self.actor,
            &self.action,
            &self.thing_kind,
            self.thing,
            &self.detail,
            &self.before_hash,
            &self.after_hash,
            &self.prev,
        ))?;
        Ok(Sha256::digest(&fields).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

pub(crate) struct Appended {
    /// The number of the last entry that changed what the public reads.
    pub(crate) public_seq: Option<i64>,
}

const COLUMNS: &str =
    "seq, at, actor_kind, actor, action, thing_kind, thing, detail, before_hash, after_hash, prev, hash";

pub(crate) async fn append(
    tx: &impl ConnectionTrait,
    actor: &Actor,
    now: Moment,
    recorded: &[Recorded],
) -> Result<Appended, Failure> {
    if recorded.is_empty() {
        return Ok(Appended { public_seq: None });
    }
    // Locks the chain's end until commit, so numbers follow the order of commits without gaps.
    let head: Option<(i64, String)> =
        tuples(tx, "UPDATE ledger_head SET seq = seq WHERE id = 1 RETURNING seq, hash", vec![]).await?;
    let (mut seq, mut prev) = head.ok_or_else(|| Failure::broken("the ledger has no head row"))?;
    let mut public_seq = None;
    let (actor_kind, actor_id) = match actor {
        Actor::Person(insider) => ("person", Some(insider.id.0)),
        Actor::Visitor => ("visitor", None),
        Actor::Machine(task) => (*task, None),
    };
    for Recorded { event, before, after } in recorded {
        seq += 1;
        let ThingRef { kind, id } = event.thing();
        let mut entry = Entry {
            seq,
            at: now,
            actor_kind: actor_kind.to_owned(),
            actor: actor_id,
            action: event.name().to_owned(),
            thing_kind: kind.name().to_owned(),
            thing: id,
            detail: serde_json::to_string(event).map_err(|e| Failure::Broken(Box::new(e)))?,
            before_hash: before.clone(),
            after_hash: after.clone(),
            prev,
            hash: String::new(),
        };
        entry.hash = entry.computed_hash().map_err(|e| Failure::Broken(Box::new(e)))?;
        prev = entry.hash.clone();
        if event.is_public() {
            public_seq = Some(seq);
        }
        insert(tx, entry).await?;
    }
    run(
        tx,
        "UPDATE ledger_head SET seq = $1, hash = $2, public_seq = COALESCE($3, public_seq) WHERE id = 1",
        vec![seq.into(), prev.into(), public_seq.into()],
    )
    .await?;
    Ok(Appended { public_seq })
}

async fn insert(tx: &impl ConnectionTrait, entry: Entry) -> Result<(), DbErr> {
    run(
        tx,
        &format!("INSERT INTO ledger ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"),
        vec![
            entry.seq.into(),
            entry.at.into(),
            entry.actor_kind.into(),
            entry.actor.into(),
            entry.action.into(),
            entry.thing_kind.into(),
            entry.thing.into(),
            entry.detail.into(),
            entry.before_hash.into(),
            entry.after_hash.into(),
            entry.prev.into(),
            entry.hash.into(),
        ],
    )
    .await?;
    Ok(())
}

/// What is known of one thing's history, oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn entries_of(db: &impl ConnectionTrait, thing: Uuid) -> Result<Vec<Entry>, DbErr> {
    all(db, &format!("SELECT {COLUMNS} FROM ledger WHERE thing = $1 ORDER BY seq"), vec![thing.into()]).await
}

/// The newest entries before number `before` (or of all), newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn latest_entries(
    db: &impl ConnectionTrait,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Entry>, DbErr> {
    all(
        db,
        &format!("SELECT {COLUMNS} FROM ledger WHERE seq < $1 ORDER BY seq DESC LIMIT {limit}"),
        vec![before.unwrap_or(i64::MAX).into()],
    )
    .await
}

/// How often something happened, as the ledger knows it.
///
/// # Errors
/// Whatever the database says.
pub async fn count_of(db: &impl ConnectionTrait, action: &str) -> Result<i64, DbErr> {
    crate::sql::one(db, "SELECT COUNT(*) FROM ledger WHERE action = $1", vec![action.into()]).await
}

/// Entries of some actions from a moment on and before another, up to entry number `upto`: the oldest first. What it says
/// never changes, for the ledger only grows.
///
/// # Errors
/// Whatever the database says.
pub async fn happened(
    db: &impl ConnectionTrait,
    actions: &[&str],
    (from, to): (Moment, Moment),
    upto: i64,
) -> Result<Vec<Entry>, DbErr> {
    if actions.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM ledger WHERE action IN ({}) AND at >= $1 AND at < $2 AND seq <= $3 ORDER BY seq",
        crate::places(4, actions.len())
    );
    let mut args = vec![from.into(), to.into(), upto.into()];
    args.extend(actions.iter().map(|action| (*action).into()));
    all(db, &sql, args).await
}

/// The number of the newest entry; 0 before the first.
///
/// # Errors
/// Whatever the database says.
pub async fn ledger_end(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    crate::sql::one(db, "SELECT seq FROM ledger_head WHERE id = 1", vec![]).await
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerReport {
    /// The chain holds: so many entries, ending in this hash.
    #[expect(missing_docs, reason = "said above")]
    Whole { entries: i64, head: String },
    /// The first entry at which it does not, and why in words.
    #[expect(missing_docs, reason = "said above")]
    Broken { seq: i64, why: String },
}

/// Walks the whole chain.
///
/// # Errors
/// Whatever the database says; a broken chain is a report, not an error.
pub async fn verify(db: &Db) -> Result<LedgerReport, DbErr> {
    const AT_ONCE: i64 = 2000;
    let (mut seq, mut prev) = (0_i64, String::new());
    let head: Option<(i64, String)> =
        tuples(db.reader(), "SELECT seq, hash FROM ledger_head WHERE id = 1", vec![]).await?;
    let Some((head_seq, head_hash)) = head else {
        return Ok(LedgerReport::Broken { seq: 0, why: "the head row is missing".into() });
    };
    loop {
        let entries: Vec<Entry> = all(
            db.reader(),
            &format!(
                "SELECT {COLUMNS} FROM ledger WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT {AT_ONCE}"
            ),
            vec![seq.into(), head_seq.into()],
        )
        .await?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            if let Some(why) = flaw(&entry, seq, &prev) {
                return Ok(LedgerReport::Broken { seq: seq + 1, why });
            }
            seq = entry.seq;
            prev = entry.hash;
        }
    }
    if (seq, &prev) == (head_seq, &head_hash) {
        Ok(LedgerReport::Whole { entries: seq, head: head_hash })
    } else {
        let why = format!("the chain ends at entry {seq}, the head says {head_seq}");
        Ok(LedgerReport::Broken { seq: seq + 1, why })
    }
}

fn flaw(entry: &Entry, last: i64, prev: &str) -> Option<String> {
    if entry.seq != last + 1 {
        return Some(format!("entry {} is missing", last + 1));
    }
    if entry.prev != prev {
        return Some("it does not follow from the entry before".into());
    }
    match entry.computed_hash() {
        Ok(hash) if hash == entry.hash => None,
        Ok(_) => Some("its content was changed after it was written".into()),
        Err(error) => Some(error.to_string()),
    }
}
