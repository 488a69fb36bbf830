//! What the pages of displays say of one: its chips, its place, its days, its photographs.

use super::ground::Ground;
use crate::display::Late;
use crate::store::display_photos::{self, PhotoRow};
use crate::store::displays::{DisplayRow, WordingOf};
use kernel::{Day, Failure};
use std::collections::HashMap;
use uuid::Uuid;
use web::Page;

/// A photograph as pages show it.
#[derive(Debug, Clone)]
pub(crate) struct PhotoFace {
    pub(crate) id: String,
    pub(crate) small: String,
    pub(crate) large: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// What it proves, and the remark.
    pub(crate) words: String,
    pub(crate) note: String,
    pub(crate) who: String,
    pub(crate) when: String,
    pub(crate) iso: String,
    pub(crate) taken: String,
    /// Who took it out, when and why; or nothing.
    pub(crate) removed: String,
    pub(crate) may_remove: bool,
}

/// One in a list.
#[derive(Debug, Clone)]
pub(crate) struct DisplayFace {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) words: String,
    pub(crate) approved: bool,
    pub(crate) pieces: String,
    pub(crate) place: String,
    pub(crate) unit: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) late: String,
    pub(crate) days: String,
    pub(crate) photos: Vec<PhotoFace>,
}

/// “16/11/2026 – 21/12/2026”.
pub(crate) fn days_words(p: &Page, days: (Option<Day>, Option<Day>)) -> String {
    match days {
        (Some(up), Some(down)) if up == down => p.format.day(up),
        (Some(up), Some(down)) => format!("{} – {}", p.format.day(up), p.format.day(down)),
        (Some(up), None) => p.f("plan-from-day", "day", p.format.day(up)),
        (None, Some(down)) => p.f("plan-to-day", "day", p.format.day(down)),
        (None, None) => String::new(),
    }
}

/// “34/40 tấm”.
pub(crate) fn pieces_words(row: &DisplayRow) -> String {
    let pieces = match row.state() {
        crate::display::State::Planned | crate::display::State::Dropped => row.quantity.to_string(),
        _ => format!("{}/{}", row.hung, row.quantity),
    };
    format!("{pieces} {}", row.measure).trim().to_owned()
}

/// What is late about it, in words.
pub(crate) fn late_words(p: &Page, row: &DisplayRow, today: Day) -> String {
    match row.late(today) {
        Some(Late::Up) => p.t("display-late-up"),
        Some(Late::Down) => p.t("display-late-down"),
        None => String::new(),
    }
}

/// Its area with the address in it.
pub(crate) fn place_words(row: &DisplayRow) -> String {
    let parts = [row.address.as_str(), row.area_name.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A photograph as pages show it.
pub(crate) fn photo_face(ground: &Ground, p: &Page, row: &PhotoRow, keeps: bool) -> PhotoFace {
    let sizes: Vec<(String, u32, u32)> = serde_json::from_str(&row.sizes).unwrap_or_default();
    let small = sizes.first().cloned().unwrap_or_default();
    let large =
        sizes.iter().find(|(_, width, _)| *width >= 900).or(sizes.last()).cloned().unwrap_or_default();
    let at = |name: &str| ground.at(&format!("/displays/{}/photos/{}/{name}", row.display, row.id));
    let removed = row
        .removed_at
        .map(|at| format!("{} · {} · {}", ground.person(row.removed_by), p.format.stamp(at), row.reason));
    PhotoFace {
        id: row.id.to_string(),
        small: at(&small.0),
        large: at(&large.0),
        width: small.1,
        height: small.2,
        words: p.t(&format!("display-proves-{}", row.proves)),
        note: row.note.clone(),
        who: ground.person(row.by_person),
        when: p.format.stamp(row.at),
        iso: p.format.iso(row.at),
        taken: taken_words(&row.taken),
        may_remove: row.removed_at.is_none()
            && (keeps || (row.by_person.is_some() && row.by_person == ground.look.actor().id())),
        removed: removed.unwrap_or_default(),
    }
}

/// “08:12 18/11/2026” of what a camera wrote.
fn taken_words(taken: &str) -> String {
    let Some((day, time)) = taken.split_once('T') else { return String::new() };
    let parts: Vec<&str> = day.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format!("{time} {day}/{month}/{year}"),
        _ => String::new(),
    }
}

/// Items as lists show them, each with its photographs that stand.
pub(crate) async fn faces(
    ground: &Ground,
    p: &Page,
    rows: &[DisplayRow],
    wordings: &[WordingOf],
    today: Day,
) -> Result<Vec<DisplayFace>, Failure> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut photos: HashMap<Uuid, Vec<PhotoFace>> = HashMap::new();
    for photo in display_photos::standing(ground.look.db(), &ids).await? {
        photos.entry(photo.display).or_default().push(photo_face(ground, p, &photo, false));
    }
    Ok(rows
        .iter()
        .map(|row| {
            let words = wordings.iter().find(|one| one.display == row.id);
            DisplayFace {
                href: ground.at(&format!("/displays/{}", row.id)),
                name: row.title.clone(),
                kind: p.t(&format!("display-kind-{}", row.kind)),
                words: words.map(|one| one.words.clone()).unwrap_or_default(),
                approved: words.is_some_and(|one| one.approved_at.is_some()),
                pieces: pieces_words(row),
                place: place_words(row),
                unit: ground.unit(row.unit),
                chip: row.state().chip(),
                state: p.t(&format!("display-state-{}", row.state().name())),
                late: late_words(p, row, today),
                days: days_words(p, row.days()),
                photos: photos.remove(&row.id).unwrap_or_default(),
            }
        })
        .collect())
}
