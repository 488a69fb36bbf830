//! What the pages of this house have in common.

use crate::House;
use crate::office::Names;
use db::Look;
use kernel::{Action, Day, Failure, Moment, PersonId, Thing, UnitId, Zone};
use serde::Deserialize;
use web::{Choice, Crumb, Page};

/// Something that happened, for the timeline.
pub(crate) struct Happening {
    pub(crate) state: &'static str,
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) note: String,
}

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
) -> Result<Vec<Happening>, Failure> {
    let entries = db::entries_of(look.db(), thing).await?;
    let lines = entries.into_iter().rev().map(|entry| {
        let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        let who = match entry.actor {
            Some(id) => names.person(Some(PersonId(id))),
            None => p.t("history-machine"),
        };
        let many = detail.present.max(detail.number);
        let what = p.t(&format!("event-{}", entry.action));
        Happening {
            state: chip(&entry.action),
            who,
            what: if many > 0 { format!("{what} · {many}") } else { what },
            iso: p.format.iso(entry.at),
            when: p.format.stamp(entry.at),
            note: if detail.note.is_empty() { detail.reason } else { detail.note },
        }
    });
    Ok(lines.collect())
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
