//! What the pages of this house have in common.

use crate::House;
use crate::office::Names;
use db::Look;
use kernel::{Action, Day, Failure, Moment, PersonId, Thing, UnitId, Zone};
use serde::Deserialize;
use web::{Choice, Crumb, Deed, Page};

/// Which page of a list, as the address says it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) page: Option<String>,
    pub(crate) state: String,
}

pub(crate) fn crumb(href: &str, label: String) -> Crumb {
    Crumb { href: href.to_owned(), label }
}

/// `2026-11-22T15:00` in the agency's zone, as a browser sends it.
pub(crate) fn local_time(text: &str, zone: &Zone) -> Option<Moment> {
    zone.moment(text.parse::<jiff::civil::DateTime>().ok()?)
}

/// The same the other way round, for a form.
pub(crate) fn local_text(at: Moment, zone: &Zone) -> String {
    zone.local(at).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A day as a browser sends it.
pub(crate) fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

/// The paragraphs of a text.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// Units to choose from.
pub(crate) fn unit_choices(units: &[(UnitId, String)], chosen: &[UnitId]) -> Vec<Choice> {
    units
        .iter()
        .map(|(id, label)| Choice {
            value: id.to_string(),
            label: label.clone(),
            selected: chosen.contains(id),
        })
        .collect()
}

/// Colleagues to choose from, each with the post held.
pub(crate) async fn people_choices(house: &House, chosen: &[PersonId]) -> Result<Vec<Choice>, Failure> {
    let colleagues = house.office.colleagues().await?;
    Ok(colleagues
        .into_iter()
        .map(|one| Choice {
            value: one.id.to_string(),
            label: if one.post.is_empty() { one.name } else { format!("{} – {}", one.name, one.post) },
            selected: chosen.contains(&one.id),
        })
        .collect())
}

/// The units in which who looks may do something.
pub(crate) async fn own_units(
    house: &House,
    look: &Look,
    action: Action,
) -> Result<Vec<(UnitId, String)>, Failure> {
    let units = house.office.units().await?;
    Ok(units.into_iter().filter(|(id, _)| look.may(action, Thing::Unit(*id)).is_ok()).collect())
}

/// Whether who looks may do this anywhere.
pub(crate) fn may(look: &Look, action: Action) -> bool {
    look.may(action, Thing::House).is_ok()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    note: String,
    present: i64,
    number: i64,
}

/// What was done with a thing, the newest first.
pub(crate) async fn history(
    p: &Page,
    look: &Look,
    thing: uuid::Uuid,
    names: &Names,
) -> Result<Vec<Deed>, Failure> {
    let who = |id| names.person(Some(id));
    web::deeds(p, look.db(), thing, who, |entry, detail: Detail, deed| {
        let many = detail.present.max(detail.number);
        let many = if many > 0 { many.to_string() } else { String::new() };
        deed.shaped(chip(&entry.action)).with(&many).noted([detail.note, detail.reason])
    })
    .await
}

fn chip(action: &str) -> &'static str {
    match action {
        "record-submitted" => "submitted",
        "record-returned" | "meeting-put-off" => "returned",
        "record-approved" => "approved",
        "notice-issued" => "published",
        "meeting-held" => "done",
        "meeting-missed" => "withdrawn",
        "meeting-unsaid" => "late",
        "meeting-changed" | "record-written" => "edited",
        "agreement-ended" | "presenter-ended" | "observance-dropped" | "delivery-dropped" => "withdrawn",
        "agreement-ending" => "soon",
        "delivered" | "session-held" | "training-attended" => "done",
        "booked" => "scheduled",
        "booking-displaced" => "returned",
        "booking-cancelled" | "facility-ended" => "withdrawn",
        "booking-returned" => "done",
        "booking-late" => "late",
        "facility-changed" => "edited",
        "meeting-called" => "scheduled",
        _ => "comment",
    }
}
