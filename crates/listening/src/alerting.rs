//! Who is told of a hot spot: the officer on duty, and leaders when it is urgent.

use crate::hot_spot::Severity;
use crate::settings::Settings;
use crate::{House, store};
use db::Cx;
use kernel::{Failure, HotSpotId, PersonId, Role};
use std::collections::BTreeSet;

/// Somebody who is told, and how loudly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who.
    pub person: PersonId,
    /// Whether they are told outside the desk too: not in quiet hours, unless it is urgent.
    pub loudly: bool,
}

/// Leaves the alert in the desk of everyone who should know, and says who is to be told outside of it.
///
/// # Errors
/// When the database does not answer.
pub async fn alert(house: &House, cx: &Cx, spot: HotSpotId) -> Result<Vec<Told>, Failure> {
    let Some(row) = store::spots::spot(cx.tx(), spot).await? else { return Ok(Vec::new()) };
    let severity = Severity::named(&row.severity);
    let local = house.app.zone.local(cx.now());
    let settings = Settings::read(cx.tx()).await?;
    let on_duty = store::alerts::on_duty(cx.tx(), &local.date().to_string()).await?;
    let mut people: BTreeSet<PersonId> = on_duty.into_iter().map(|duty| duty.person).collect();
    if people.is_empty() {
        people.extend(house.office.holders(&[Role::DutyOfficer, Role::PressOfficer]).await?);
    }
    if severity == Severity::Urgent {
        people.extend(house.office.holders(&[Role::Leader, Role::Spokesperson]).await?);
    }
    let loudly = severity == Severity::Urgent || !settings.is_quiet(local.hour());
    let mut told = Vec::new();
    for person in people {
        // Who raised it by hand need not be told.
        if row.raised_by == Some(person) {
            continue;
        }
        store::alerts::add(cx.tx(), spot, person, severity.name(), cx.now()).await?;
        told.push(Told { person, loudly });
    }
    Ok(told)
}
