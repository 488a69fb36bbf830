//! What the rest of the house asks of releases and press events: titles, what can be found, who edits, what units were asked.

use crate::release::number_and_symbol;
use crate::store::{events, release_public, releases};
use db::ConnectionTrait;
use kernel::{FactId, Failure, Moment, PageNumber, PersonId, PressEventId, ReleaseId, UnitId};

/// The title of a release, for those who may see the press desk.
///
/// # Errors
/// When the database does not answer.
pub async fn release_title(db: &impl ConnectionTrait, id: ReleaseId) -> Result<Option<String>, Failure> {
    Ok(releases::release(db, id).await?.map(|row| row.title))
}

/// The hash of the exact text at hand, as its page shows it.
///
/// # Errors
/// When the database does not answer.
pub async fn release_hash(db: &impl ConnectionTrait, id: ReleaseId) -> Result<Option<String>, Failure> {
    Ok(releases::release(db, id).await?.map(|row| row.hash))
}

/// The title of a press event.
///
/// # Errors
/// When the database does not answer.
pub async fn event_title(db: &impl ConnectionTrait, id: PressEventId) -> Result<Option<String>, Failure> {
    Ok(events::event(db, id).await?.map(|row| row.title))
}

/// Whether a press event was held.
///
/// # Errors
/// When the database does not answer.
pub async fn event_was_held(db: &impl ConnectionTrait, id: PressEventId) -> Result<bool, Failure> {
    Ok(events::event(db, id).await?.is_some_and(|row| row.held_at.is_some()))
}

/// Who wrote on a release last, and its title: who is told when it could not be issued.
///
/// # Errors
/// When the database does not answer.
pub async fn editor_of(
    db: &impl ConnectionTrait,
    id: ReleaseId,
) -> Result<Option<(PersonId, String)>, Failure> {
    Ok(releases::release(db, id).await?.and_then(|row| Some((row.edited_by?, row.title))))
}

/// The conference held last before another (PN-12).
///
/// # Errors
/// When the database does not answer.
pub async fn last_conference(
    db: &impl ConnectionTrait,
    before: Moment,
    except: PressEventId,
) -> Result<Option<PressEventId>, Failure> {
    Ok(events::held_before(db, "conference", before, except).await?.map(|row| row.id))
}

/// A public release as it can be found.
#[derive(Debug, Clone)]
pub struct FindableRelease {
    /// Its heading.
    pub title: String,
    /// The lines under it; empty when withdrawn.
    pub lead: String,
    /// Its text, plain; empty when withdrawn.
    pub text: String,
    /// Number and symbol.
    pub number: String,
    /// When it was issued.
    pub issued_at: Moment,
}

/// A release as it can be found; none while nothing of it is public.
///
/// # Errors
/// When the database does not answer.
pub async fn findable_release(
    db: &impl ConnectionTrait,
    id: ReleaseId,
) -> Result<Option<FindableRelease>, Failure> {
    let Some(row) = release_public::of(db, id).await? else { return Ok(None) };
    let withdrawn = row.state == "withdrawn";
    let text = prose::Body::from_notation(&row.body).map(|body| body.to_text()).unwrap_or_default();
    Ok(Some(FindableRelease {
        number: number_and_symbol(row.number, &row.symbol),
        title: row.title,
        lead: if withdrawn { String::new() } else { row.lead },
        text: if withdrawn { String::new() } else { text },
        issued_at: row.issued_at,
    }))
}

/// Every release that is, or was, public.
///
/// # Errors
/// When the database does not answer.
pub async fn issued_releases(db: &impl ConnectionTrait) -> Result<Vec<ReleaseId>, Failure> {
    let page = release_public::list(db, PageNumber::FIRST, 1_000_000).await?;
    Ok(page.items.into_iter().map(|row| row.id).collect())
}

/// A contribution that a unit was asked for and has not given.
#[derive(Debug, Clone)]
pub struct AskedOf {
    /// Which.
    pub id: FactId,
    /// Of whom.
    pub unit: UnitId,
    /// For which event.
    pub press_event: PressEventId,
}

/// What units were asked to bring to press events and have not brought.
///
/// # Errors
/// When the database does not answer.
pub async fn asked_of(db: &impl ConnectionTrait) -> Result<Vec<AskedOf>, Failure> {
    let rows = events::asked_of(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| AskedOf { id: row.id, unit: row.unit, press_event: row.press_event })
        .collect())
}
