//! What a piece of work has brought, who supports it and what happened to it, as its page lists them.

use super::line::Names;
use super::{Choice, size};
use crate::House;
use crate::store::{evidence, parts, steps};
use db::Look;
use kernel::{Action, AssignmentId, Failure, PersonId, Thing, ThingRef};
use web::{Deed, Page};

/// A thing tied to it.
pub(super) struct Outcome {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) href: String,
    pub(super) counted: String,
}

/// A file handed in.
pub(super) struct FileLine {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) size: String,
    pub(super) who: String,
}

/// The part of a supporting unit.
pub(super) struct Part {
    pub(super) unit: String,
    pub(super) id: String,
    pub(super) chip: &'static str,
    pub(super) state: String,
    pub(super) note: String,
    pub(super) when: String,
    pub(super) mine: bool,
    pub(super) states: Vec<Choice>,
}

pub(super) async fn results(
    house: &House,
    look: &Look,
    p: &Page,
    id: AssignmentId,
) -> Result<Vec<Outcome>, Failure> {
    let rows = evidence::of(look.db(), id).await?;
    let things: Vec<ThingRef> = rows.iter().filter_map(evidence::EvidenceRow::thing).collect();
    let called = house.app.frame.called(look, &things).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let thing = row.thing()?;
            let called = called.get(&thing);
            Some(Outcome {
                key: format!("{}:{}", thing.kind.name(), thing.id),
                kind: p.t(&format!("thing-{}", thing.kind.name())),
                title: called.map_or_else(|| p.t("work-result-hidden"), |called| called.title.clone()),
                href: called.map(|called| called.href.clone()).unwrap_or_default(),
                counted: row.counted_at.map(|at| p.format.date(at)).unwrap_or_default(),
            })
        })
        .collect())
}

pub(super) async fn files(
    p: &Page,
    db: &impl db::ConnectionTrait,
    names: &Names,
    id: AssignmentId,
) -> Result<Vec<FileLine>, Failure> {
    let rows = evidence::files(db, id.0).await?;
    Ok(rows
        .into_iter()
        .map(|row| FileLine {
            href: format!("/desk/work/{id}/files/{}", row.id),
            size: size(row.bytes),
            who: format!("{} · {}", names.person(row.person), p.format.stamp(row.added_at)),
            name: row.name,
        })
        .collect())
}

pub(super) async fn all_parts(
    look: &Look,
    p: &Page,
    names: &Names,
    id: AssignmentId,
) -> Result<Vec<Part>, Failure> {
    let rows = parts::of(look.db(), id).await?;
    Ok(rows
        .into_iter()
        .map(|row| Part {
            unit: names.unit(row.unit),
            id: row.unit.to_string(),
            chip: match row.state.as_str() {
                "done" => "done",
                "doing" => "scheduled",
                "declined" => "returned",
                _ => "soon",
            },
            state: p.t(&format!("work-part-{}", row.state)),
            when: if row.changed_by.is_some() {
                format!("{} · {}", names.person(row.changed_by), p.format.stamp(row.changed_at))
            } else {
                String::new()
            },
            mine: look.may(Action::DoWork, Thing::Unit(row.unit)).is_ok(),
            states: Choice::of(
                crate::verbs::PARTS.map(|state| (state.to_owned(), p.t(&format!("work-part-{state}")))),
                &row.state,
            ),
            note: row.note,
        })
        .collect())
}

pub(super) async fn history(
    p: &Page,
    db: &impl db::ConnectionTrait,
    names: &Names,
    id: AssignmentId,
) -> Result<Vec<Deed>, Failure> {
    let rows = steps::of(db, id).await?;
    Ok(rows
        .into_iter()
        .rev()
        .map(|row| {
            let coded = ["deliver", "tie", "untie", "undo", "escalate"].contains(&row.step.as_str());
            let mut what = p.t(&format!("work-did-{}", row.step));
            if row.step == "undo" {
                what = format!("{what}: {}", p.t(&format!("work-did-{}", row.words)));
            }
            Deed {
                state: shape(&row.step),
                who: who(p, names, row.person),
                what,
                iso: p.format.iso(row.at),
                when: p.format.stamp(row.at),
                note: if coded { String::new() } else { row.words },
            }
        })
        .collect())
}

fn who(p: &Page, names: &Names, person: Option<PersonId>) -> String {
    if person.is_some() { names.person(person) } else { p.t("work-machine") }
}

fn shape(step: &str) -> &'static str {
    match step {
        "claim" => "submitted",
        "confirm" | "deliver" | "resolve" => "done",
        "send-back" | "decline" => "returned",
        "withdraw" => "withdrawn",
        "remind" | "block" => "soon",
        "escalate" => "emergency",
        "answer" => "comment",
        _ => "edited",
    }
}
