//! Add a photograph that proves where an item stands, and take one out with a reason (S60). The picture is encoded anew, so that
//! nothing the telephone wrote beside it stays, but for the time, as words.

use super::display::{Opened, does, keeps, mark, members, opened};
use crate::display::PROVES;
use crate::store::display_photos::{self, PhotoRow};
use bytes::Bytes;
use db::Cx;
use files::{FileStore, PictureError, render_in_turn};
use kernel::{Failure, PlanId, PlanningEvent, Refusal};
use typed::{line, words};
use uuid::Uuid;

/// Photographs of one item, those that were taken out among them.
const MOST: usize = 60;

/// A photograph whose sizes are in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shot {
    /// The hash by which it is kept.
    pub sha256: String,
    /// File name, width and height of each size, the narrowest first.
    pub sizes: Vec<(String, u32, u32)>,
    /// The local time its camera wrote, `2026-11-18T08:12`, or nothing.
    pub taken: String,
}

/// Under which name a size is kept: no other door of the program asks the store for such a name.
#[must_use]
pub fn shot_name(size: &str) -> String {
    format!("display-{size}")
}

/// Looks at a file, before any transaction, and keeps what is a picture, encoded anew. The file itself is not kept.
///
/// # Errors
/// Refused when it is no picture we can read, too large, or too many wait.
pub async fn take_shot(store: &FileStore, bytes: Bytes) -> Result<Shot, Failure> {
    let refused = |error: &PictureError| {
        Failure::refused(Refusal::field(
            "file",
            match error {
                PictureError::Unknown => "refused-picture-unknown",
                PictureError::TooLarge => "refused-picture-pixels",
                PictureError::Damaged => "refused-picture-damaged",
                PictureError::Busy => "refused-busy",
            },
        ))
    };
    let made = render_in_turn(bytes.clone()).await.map_err(|error| refused(&error))?;
    let original = bytes.clone();
    let taken = tokio::task::spawn_blocking(move || files::taken_at(&original)).await;
    let sha256 = files::sha256(&bytes);
    let mut sizes = Vec::new();
    for one in made {
        store.keep_as(&sha256, &shot_name(&one.name), Bytes::from(one.bytes)).await?;
        sizes.push((one.name, one.width, one.height));
    }
    Ok(Shot { sha256, sizes, taken: taken.ok().flatten().unwrap_or_default() })
}

/// Adds photographs to an item: who does its work may.
///
/// # Errors
/// Refused without one, with too many, or when one of them is there already; forbidden for others.
pub async fn add_photos(
    cx: &mut Cx,
    plan: PlanId,
    id: Uuid,
    (proves, note): (&str, &str),
    shots: &[Shot],
) -> Result<(), Failure> {
    let Opened { sheet, row } = opened(cx, plan, id).await?;
    let people = members(cx.tx(), plan, row.body).await?;
    does(cx.actor(), sheet.row.unit, (row.unit, people))?;
    let known = display_photos::of(cx.tx(), row.id).await?;
    let note: String = line(note).chars().take(300).collect();
    let proves = PROVES.into_iter().find(|one| *one == proves).unwrap_or("other");
    let mut against = Vec::new();
    if shots.is_empty() {
        against.push(Refusal::field("file", "refused-picture-missing"));
    }
    if known.len() + shots.len() > MOST {
        against.push(Refusal::field("file", "refused-display-photos").with("most", MOST));
    }
    let stands = |shot: &Shot| known.iter().any(|one| one.removed_at.is_none() && one.sha256 == shot.sha256);
    if shots.iter().any(stands) {
        against.push(Refusal::field("file", "refused-display-twice"));
    }
    Failure::unless(against)?;
    for shot in shots {
        let photo = PhotoRow {
            id: Uuid::now_v7(),
            display: row.id,
            sha256: shot.sha256.clone(),
            sizes: serde_json::to_string(&shot.sizes).unwrap_or_default(),
            taken: shot.taken.clone(),
            proves: proves.to_owned(),
            note: note.clone(),
            at: cx.now(),
            by_person: cx.actor().id(),
            removed_at: None,
            removed_by: None,
            reason: String::new(),
        };
        display_photos::add(cx.tx(), &photo).await?;
        let sha256 = shot.sha256.clone();
        cx.record(PlanningEvent::DisplayPhotoAdded { plan, display: row.id, sha256 });
    }
    mark(cx, row.id, "photo", &note).await
}

/// Takes a photograph out, with a reason that stays to be read. Who added it may, and who keeps the campaign.
///
/// # Errors
/// Refused without a reason; forbidden for others; a photograph of another item is not there.
pub async fn remove_photo(
    cx: &mut Cx,
    plan: PlanId,
    (id, photo): (Uuid, Uuid),
    reason: &str,
) -> Result<(), Failure> {
    let Opened { sheet, row } = opened(cx, plan, id).await?;
    let photo = display_photos::photo(cx.tx(), plan, id, photo).await?.ok_or(Failure::NotFound)?;
    let me = cx.actor().id();
    if me.is_none() || photo.by_person != me {
        keeps(cx.actor(), sheet.row.unit)?;
    }
    let reason = words("reason", reason, 1000)?;
    let mut against = Vec::new();
    if reason.is_empty() {
        against.push(Refusal::field("reason", "refused-plan-reason"));
    }
    if photo.removed_at.is_some() {
        against.push(Refusal::new("closed-display-photo-out"));
    }
    Failure::unless(against)?;
    display_photos::remove(cx.tx(), photo.id, (cx.now(), me), &reason).await?;
    mark(cx, row.id, "photo-out", &reason).await?;
    let sha256 = photo.sha256;
    cx.record(PlanningEvent::DisplayPhotoRemoved { plan, display: row.id, sha256, reason });
    Ok(())
}
