//! Present a version at a meeting (S64): its lines are frozen with the hash of their exact texts.

use super::sheet::{Sheet, facts};
use crate::line::sha256;
use crate::plan::{Facts, Step};
use crate::store::lines::{self, LineRow};
use crate::store::versions::{self, VersionRow};
use db::Cx;
use kernel::{Action, Day, Failure, PlanId, PlanningEvent, Refusal};
use typed::{line, too_long};

/// Where it was presented.
#[derive(Debug, Clone, Default)]
pub struct PresentWish {
    /// The meeting.
    pub meeting: String,
    /// Its day.
    pub on: Option<Day>,
}

/// The hash of a plan's lines: of each id with the hash of its words, in the order of the ids.
pub(crate) fn hash_of(rows: &[LineRow]) -> String {
    let mut parts: Vec<String> = rows.iter().map(|row| format!("{} {}\n", row.id, row.hash)).collect();
    parts.sort();
    sha256(parts.concat().as_bytes())
}

/// Presents it. Nothing changes in its lines until it is returned.
///
/// # Errors
/// Refused without lines, meeting or day.
pub async fn present(cx: &mut Cx, id: PlanId, wish: &PresentWish) -> Result<String, Failure> {
    let mut sheet = Sheet::open_for(cx, id, Action::KeepPlans).await?;
    let rows = lines::standing(cx.tx(), id).await?;
    let meeting = line(&wish.meeting);
    let mut against = Vec::new();
    too_long("meeting", &meeting, 300, &mut against);
    if wish.on.is_none() {
        against.push(Refusal::field("on", "refused-day"));
    }
    let known = Facts {
        has_lines: !rows.is_empty(),
        meeting_said: !meeting.is_empty(),
        ..facts(cx.tx(), &sheet.row, None).await?
    };
    if let Err(Failure::Refused(reasons)) = sheet.take(Step::Present, &known) {
        against.extend(reasons);
    }
    Failure::unless(against)?;
    let hash = hash_of(&rows);
    let version = VersionRow {
        number: sheet.row.version + 1,
        hash: hash.clone(),
        meeting,
        presented_on: wish.on.map(|day| day.to_string()).unwrap_or_default(),
        lines: i32::try_from(rows.len()).unwrap_or(i32::MAX),
        budget: rows.iter().map(|row| row.content().budget).fold(0, i64::saturating_add),
        at: cx.now(),
        by_person: cx.actor().id(),
    };
    versions::freeze(cx.tx(), id, &version).await?;
    sheet.row.version = version.number;
    sheet.row.hash.clone_from(&hash);
    sheet.row.returned.clear();
    sheet.save(cx).await?;
    cx.record(PlanningEvent::PlanPresented { plan: id, version: version.number, hash: hash.clone() });
    Ok(hash)
}
