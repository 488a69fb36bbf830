//! Flocks: questions that are copies of each other. The first few of one wait with all others; the rest of a flood is set
//! aside by itself, counted in sight of everybody at the desk, and taken back with one click.

use crate::store::flocks::{self, FlockRow};
use db::ConnectionTrait;
use kernel::{Failure, Moment, QuestionId};
use std::time::Duration;
use uuid::Uuid;
use viet::fingerprints::{BINS, Fingerprint};

/// So many of a kind are left to wait with the others: neighbours do ask the same thing.
pub(crate) const LEFT_WAITING: i64 = 5;
/// A flock that has been quiet for this long begins anew.
const QUIET: Duration = Duration::from_secs(7 * 24 * 3600);
/// How much alike two texts are that count as one. The estimate is rough for short ones, and texts on one matter by two
/// people stay far below.
const ALIKE: f64 = 0.5;

/// What a new question belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Joined {
    /// Its flock.
    pub(crate) flock: Uuid,
    /// Whether the flock has become a flood.
    pub(crate) flood: bool,
}

/// Lets a new question join its flock, or begin one.
pub(crate) async fn join(
    db: &impl ConnectionTrait,
    id: QuestionId,
    text: &str,
    now: Moment,
) -> Result<Joined, Failure> {
    let print = Fingerprint::of(text);
    let keys: Vec<i64> = print.keys().map(u64::cast_signed).collect();
    for candidate in flocks::with_keys(db, &keys, now.minus(QUIET)).await? {
        if read(&candidate).is_some_and(|head| head.resemblance(&print) >= ALIKE) {
            flocks::grow(db, candidate.id, now).await?;
            return Ok(Joined { flock: candidate.id, flood: candidate.members >= LEFT_WAITING });
        }
    }
    let flock = FlockRow {
        id: id.0,
        head: id,
        bins: print.numbers().map(|number| number.to_string()).join(" "),
        shingles: print.shingles().into(),
        members: 1,
        since: now,
        last_at: now,
    };
    flocks::begin(db, &flock, &keys).await?;
    Ok(Joined { flock: flock.id, flood: false })
}

fn read(row: &FlockRow) -> Option<Fingerprint> {
    let numbers: Vec<u32> = row.bins.split(' ').filter_map(|number| number.parse().ok()).collect();
    let bins: [u32; BINS] = numbers.try_into().ok()?;
    Some(Fingerprint::from_numbers(bins, u32::try_from(row.shingles).unwrap_or(u32::MAX)))
}

/// Whether a text is bare advertising: more addresses of the web than a person puts into a question.
pub(crate) fn is_advertising(text: &str) -> bool {
    let addresses = viet::tokens::tokens(text).filter(|token| token.kind == viet::tokens::Kind::Url).count();
    addresses >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advertising_is_told_by_its_addresses() {
        let spam = "Mua ngay https://a.example/1 https://b.example/2 https://c.example/3 https://d.example/4";
        assert!(is_advertising(spam));
        assert!(!is_advertising("Trang https://lien.example/van-ban/12 không mở được, xin hỏi vì sao?"));
    }
}
