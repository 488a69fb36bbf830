//! Trainings and who took part.

use super::{keep, own};
use crate::store::ties::{self, GuestRow, TrainingRow};
use crate::verbs::is_near;
use db::Cx;
use kernel::{CoordinationEvent, Failure, Moment, NewId, Refusal, TrainingId, UnitId};
use typed::{noted, one_line, words};
use uuid::Uuid;

/// What is said of a training.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct TrainingWish {
    pub unit: Option<UnitId>,
    pub title: String,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub place: String,
    pub teachers: String,
    pub content: String,
}

/// Plans a training.
///
/// # Errors
/// Refused without a title and a time.
pub async fn plan_training(cx: &mut Cx, wish: &TrainingWish) -> Result<TrainingId, Failure> {
    let unit = own(cx, wish.unit)?;
    let mut against = Vec::new();
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let time = match (wish.starts_at, wish.ends_at) {
        (Some(from), Some(to)) if from < to && is_near(from, cx.now()) && is_near(to, cx.now()) => {
            Some((from, to))
        }
        _ => None,
    };
    if time.is_none() {
        against.push(Refusal::field("starts_at", "refused-training-time"));
    }
    let place = noted(&mut against, one_line("place", &wish.place, 200))?;
    let teachers = noted(&mut against, one_line("teachers", &wish.teachers, 300))?;
    let content = noted(&mut against, words("content", &wish.content, 4_000))?;
    Failure::unless(against)?;
    let Some((starts_at, ends_at)) = time else { return Err(Failure::NotFound) };
    let id = TrainingId::fresh();
    let row = TrainingRow {
        id,
        unit,
        title,
        starts_at,
        ends_at,
        place,
        teachers,
        content,
        made_at: cx.now(),
        ended_at: None,
        reason: String::new(),
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::TrainingPlanned { training: id, unit });
    Ok(id)
}

async fn training(cx: &Cx, id: TrainingId) -> Result<TrainingRow, Failure> {
    let row = TrainingRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    Ok(row)
}

/// So many take part at most.
const MOST_GUESTS: usize = 1_000;
/// Adds those who take part: one a line, `name; office`.
///
/// # Errors
/// Refused for a list that is too long.
pub async fn enrol(cx: &mut Cx, id: TrainingId, list: &str) -> Result<usize, Failure> {
    training(cx, id).await?;
    let text = words("list", list, 100_000)?;
    let before = ties::guests(cx.tx(), id).await?.len();
    let mut many = 0;
    for entry in text.lines().filter(|entry| !entry.trim().is_empty()) {
        let (name, office) = entry.split_once([';', '\t']).unwrap_or((entry, ""));
        let (name, office) = (one_line("list", name, 100)?, one_line("list", office, 200)?);
        if name.is_empty() {
            continue;
        }
        many += 1;
        if before + many > MOST_GUESTS {
            return Err(Failure::refused(
                Refusal::field("list", "refused-training-many").with("most", MOST_GUESTS),
            ));
        }
        let row = GuestRow {
            id: Uuid::now_v7(),
            training: id,
            place: i64::try_from(before + many).unwrap_or(i64::MAX),
            name,
            office,
            came: false,
            certificate: false,
        };
        row.put(cx.tx()).await?;
    }
    if many == 0 {
        return Err(Failure::refused(Refusal::field("list", "refused-training-list")));
    }
    cx.record(CoordinationEvent::Enrolled { training: id, many: i64::try_from(many).unwrap_or(0) });
    Ok(many)
}

/// Notes who came, and who has a certificate: only who came.
///
/// # Errors
/// Refused before it begins.
pub async fn keep_presence(
    cx: &mut Cx,
    id: TrainingId,
    came: &[Uuid],
    certified: &[Uuid],
) -> Result<(), Failure> {
    let training = training(cx, id).await?;
    if training.starts_at > cx.now() {
        return Err(Failure::refused(Refusal::new("closed-training-not-begun")));
    }
    let mut present = 0;
    for mut row in ties::guests(cx.tx(), id).await? {
        row.came = came.contains(&row.id);
        row.certificate = row.came && certified.contains(&row.id);
        present += i64::from(row.came);
        row.put(cx.tx()).await?;
    }
    cx.record(CoordinationEvent::TrainingAttended { training: id, present });
    Ok(())
}
