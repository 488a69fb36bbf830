//! A clock as people see it: how much time is left, by when, under which rule, and what is odd about it.

use crate::book::{Book, Rules};
use crate::running::{Running, of_things};
use clocks::{Due, Remaining, remaining};
use db::ConnectionTrait;
use kernel::{Failure, Moment, ThingKind, ThingRef};
use std::collections::HashMap;
use std::time::Duration;
use uuid::Uuid;
use web::Page;

/// One clock for `ui::clock(mood, left, due, rule)`.
#[derive(Debug, Clone)]
pub struct ClockFace {
    /// Its id, for its own page `/desk/clocks/{id}`.
    pub id: String,
    /// The address of that page.
    pub href: String,
    /// The rule's id, such as `PN-16`.
    pub name: String,
    /// `ok`, `soon` or `late`.
    pub mood: &'static str,
    /// What is left, or what became of it.
    pub left: String,
    /// By when.
    pub due: String,
    /// The rule, its source, and what is odd: not verified, recorded late, extended.
    pub rule: String,
    /// Whether it still runs or stands still.
    pub open: bool,
}

/// Less than this and it is soon.
const SOON: Duration = Duration::from_secs(4 * 3600);

/// The clocks of a thing, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn faces(
    rules: &Rules,
    db: &impl ConnectionTrait,
    p: &Page,
    now: Moment,
    on: ThingRef,
) -> Result<Vec<ClockFace>, Failure> {
    Ok(faces_of(rules, db, p, now, on.kind, &[on.id]).await?.remove(&on.id).unwrap_or_default())
}

/// The clocks of several things of a kind, each thing's oldest first: what a list shows, asked for at once.
///
/// # Errors
/// When the database does not answer.
pub async fn faces_of(
    rules: &Rules,
    db: &impl ConnectionTrait,
    p: &Page,
    now: Moment,
    kind: ThingKind,
    things: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ClockFace>>, Failure> {
    let running = of_things(db, kind, things).await?;
    let mut faces: HashMap<Uuid, Vec<ClockFace>> = HashMap::new();
    if running.is_empty() {
        return Ok(faces);
    }
    let book = rules.book(db).await?;
    for clock in &running {
        // What was dropped has no object any more; a promise that was broken before stays one.
        if clock.row.state != "dropped" || clock.clock.state() == clocks::State::Broken {
            faces.entry(clock.row.thing).or_default().push(face(clock, &book, p, now)?);
        }
    }
    Ok(faces)
}

pub(crate) fn face(running: &Running, book: &Book, p: &Page, now: Moment) -> Result<ClockFace, Failure> {
    let rule = running.rule(book)?;
    let due = running.clock.due(rule, &book.zone, &book.calendar).ok();
    let (mood, left) = standing(running, due.as_ref(), book, p, now);
    let mut said = vec![format!("{} · {}, {}", rule.id, rule.act, rule.article)];
    if !rule.verified {
        said.push(p.t("clock-unverified"));
    }
    if let Some(late) = running.clock.recorded_late_by() {
        said.push(p.f("clock-recorded-late", "span", span(p, late)));
    }
    if running.clock.extended().is_some() {
        said.push(p.t("clock-extended"));
    }
    if due.as_ref().is_some_and(|due| due.estimated) {
        said.push(p.t("clock-estimated"));
    }
    Ok(ClockFace {
        id: running.row.id.to_string(),
        href: format!("/desk/clocks/{}", running.row.id),
        name: rule.id.clone(),
        mood,
        left,
        due: due.map_or_else(String::new, |due| by_when(p, &due)),
        rule: said.join(" · "),
        open: running.row.ended_at.is_none(),
    })
}

/// `hạn 16:50 ngày 24/11/2026`, or the day alone when its end counts.
pub(crate) fn by_when(p: &Page, due: &Due) -> String {
    let when = if due.at_a_time { p.format.stamp(due.last()) } else { p.format.day(due.last_day) };
    p.f(if due.at_a_time { "clock-due" } else { "clock-due-day" }, "when", when)
}

fn standing(
    running: &Running,
    due: Option<&Due>,
    book: &Book,
    p: &Page,
    now: Moment,
) -> (&'static str, String) {
    use clocks::State;
    let late = |at: Moment| due.map_or(Duration::ZERO, |due| at.since(due.late_from));
    let now = running.row.ended_at.unwrap_or(now);
    if running.row.state == "dropped" && running.clock.state() != State::Broken {
        return ("ok", p.t("clock-dropped"));
    }
    match (running.clock.state(), due) {
        (State::Met, _) => ("ok", p.t("clock-met")),
        (State::MetLate, _) => {
            ("late", p.f("clock-met-late", "span", span(p, late(running.clock.met_at().unwrap_or(now)))))
        }
        (State::Paused, _) | (_, None) => ("soon", p.t("clock-paused")),
        (State::Running | State::Broken, Some(due)) => {
            match remaining(due, now, &book.zone, &book.calendar) {
                Remaining::Late { wall, .. } => ("late", p.f("clock-over", "span", span(p, wall))),
                Remaining::Left { wall, working_days, .. } => {
                    let soon = wall < SOON || (!due.at_a_time && working_days == 0);
                    let mut left = p.f("clock-left", "span", span(p, wall));
                    if !due.at_a_time && working_days > 0 {
                        left = p.f("clock-left", "span", p.f("clock-working-days", "days", working_days));
                    }
                    (if soon { "soon" } else { "ok" }, left)
                }
            }
        }
    }
}

/// A span as people say it: `2 giờ 10 phút`, `3 ngày 4 giờ`.
#[must_use]
pub fn span(p: &Page, span: Duration) -> String {
    let minutes = span.as_secs() / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let said = |key, name, value: u64| if value == 0 { String::new() } else { p.f(key, name, value) };
    let (first, second) = match (days, hours) {
        (0, 0) => return p.f("clock-minutes", "minutes", minutes),
        (0, hours) => (p.f("clock-hours", "hours", hours), said("clock-minutes", "minutes", minutes)),
        (days, hours) if days < 3 => {
            (p.f("clock-hours", "hours", days * 24 + hours), said("clock-minutes", "minutes", minutes))
        }
        (days, hours) => (p.f("clock-days", "days", days), said("clock-hours", "hours", hours)),
    };
    if second.is_empty() { first } else { format!("{first} {second}") }
}
