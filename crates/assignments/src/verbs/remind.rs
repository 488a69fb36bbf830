//! Remind (đôn đốc): counted, with who and when; not more than once a day.

use super::LONGEST_REASON;
use super::sheet::{self, Sheet};
use crate::assignment::Step;
use crate::store::reminders;
use db::Cx;
use kernel::{Action, AssignmentEvent, AssignmentId, Failure, Zone};
use typed::words;

/// Reminds the unit of its work, on the desk and by mail.
///
/// # Errors
/// Refused when it was reminded today already, or owes nothing.
pub async fn remind(cx: &mut Cx, zone: &Zone, id: AssignmentId, said: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::Assign).await?;
    let facts = sheet::facts(&sheet.row, cx.actor().id(), Some((zone, cx.now())));
    sheet.take(Step::Remind, &facts)?;
    let said = words("words", said, LONGEST_REASON)?;
    sheet.row.reminders = sheet.row.reminders.saturating_add(1);
    sheet.row.reminded_at = Some(cx.now());
    reminders::add(cx, id.0, sheet.row.lead, &said).await?;
    let row = sheet.save(cx, "remind", &said).await?;
    let event = AssignmentEvent::AssignmentReminded {
        assignment: id,
        unit: row.lead,
        person: row.person,
        times: row.reminders.into(),
    };
    cx.record(event);
    Ok(())
}
