//! Take the pen: one writes at a time, and the others see who.

use crate::sheet::Sheet;
use crate::store::{self, LockRow};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Failure, Moment, NewsroomEvent, PersonId, Refusal, Role, StoryId};
use std::time::Duration;

/// Without a sign of life for this long, another may take the pen without asking.
const RESTS: Duration = Duration::from_secs(10 * 60);

/// The right to write in a story: every save must show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pen {
    /// Who holds it.
    pub person: PersonId,
    /// What saves must show. Known to the holder's page only.
    pub token: String,
    /// Since when.
    pub taken_at: Moment,
    /// Until when it is theirs without a further sign.
    pub expires_at: Moment,
}

impl From<LockRow> for Pen {
    fn from(row: LockRow) -> Self {
        Self { person: row.person, token: row.token, taken_at: row.taken_at, expires_at: row.expires_at }
    }
}

/// Takes the pen if it is free, one's own, or has rested too long. With `seize`, an editor-in-chief takes it anyway.
///
/// # Errors
/// [`Failure::Stale`] with the holder (argument `person`) when another is writing.
pub async fn take_pen(cx: &mut Cx, story: StoryId, seize: bool) -> Result<Pen, Failure> {
    let sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    let me = cx.person()?;
    pass_holder(cx, &sheet, seize).await?;
    let row = LockRow {
        person: me,
        token: uuid::Uuid::new_v4().simple().to_string(),
        taken_at: cx.now(),
        expires_at: cx.now().plus(RESTS),
    };
    store::put_lock(cx.tx(), story, &row).await?;
    Ok(row.into())
}

/// Goes past whoever else holds the pen and still writes: an editor-in-chief may, with `seize`, and it is recorded.
///
/// # Errors
/// [`Failure::Stale`] with the holder (argument `person`).
pub(super) async fn pass_holder(cx: &mut Cx, sheet: &Sheet, seize: bool) -> Result<(), Failure> {
    let story = sheet.row.id;
    let (me, now) = (cx.actor().id(), cx.now());
    let lock = store::lock(cx.tx(), story).await?;
    let Some(lock) = lock.filter(|lock| Some(lock.person) != me && lock.expires_at > now) else {
        return Ok(());
    };
    if !(seize && is_chief(cx, sheet)) {
        return Err(Failure::Stale(Refusal::new("stale-pen-held").with("person", lock.person)));
    }
    cx.record(NewsroomEvent::EditTakenOver { story, from: lock.person });
    Ok(())
}

/// Whether the one who asks is editor-in-chief for this story.
pub(super) fn is_chief(cx: &Cx, sheet: &Sheet) -> bool {
    cx.actor().person().is_some_and(|me| me.is_one_of(&[Role::ChiefEditor], sheet.row.unit))
}

/// A sign of life.
///
/// # Errors
/// [`Failure::Stale`] with the new holder when the pen was taken meanwhile.
pub async fn keep_pen(cx: &mut Cx, story: StoryId, token: &str) -> Result<(), Failure> {
    Sheet::open(cx, story, Action::WriteStory).await?;
    renew(cx, story, token).await
}

/// Lays the pen down, if it is in this hand.
///
/// # Errors
/// When the database does not answer.
pub async fn lay_down_pen(cx: &Cx, story: StoryId, token: &str) -> Result<(), Failure> {
    if holder(cx.tx(), story, token).await.is_ok() {
        store::delete_lock(cx.tx(), story).await?;
    }
    Ok(())
}

/// Demands the pen and renews it.
pub(super) async fn renew(cx: &Cx, story: StoryId, token: &str) -> Result<(), Failure> {
    let mut lock = holder(cx.tx(), story, token).await?;
    if Some(lock.person) != cx.actor().id() {
        return Err(Failure::Stale(Refusal::new("stale-pen-lost")));
    }
    lock.expires_at = cx.now().plus(RESTS);
    Ok(store::put_lock(cx.tx(), story, &lock).await?)
}

async fn holder(db: &impl ConnectionTrait, story: StoryId, token: &str) -> Result<LockRow, Failure> {
    match store::lock(db, story).await? {
        Some(lock) if lock.token == token => Ok(lock),
        Some(lock) => Err(Failure::Stale(Refusal::new("stale-pen-held").with("person", lock.person))),
        None => Err(Failure::Stale(Refusal::new("stale-pen-lost"))),
    }
}
