//! Work as plans and reports count it: how far what came from a thing is, and what a period brought.

use crate::assignment::State;
use crate::store::assignments::{self, AssignmentRow};
use crate::store::{evidence, inputs, obstacles, steps};
use db::ConnectionTrait;
use kernel::{AssignmentId, Failure, InputRequestId, Moment, ObstacleId, ThingKind, ThingRef, UnitId};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// How far the work is that came from one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// All that was given and not withdrawn.
    pub ids: Vec<AssignmentId>,
    /// How many of them are done, confirmed or not yet.
    pub done: usize,
    /// How many are confirmed.
    pub confirmed: usize,
    /// How many were declined and wait to be given again.
    pub declined: usize,
    /// How many something keeps from going on.
    pub blocked: usize,
    /// The mean of how far they are, 0 to 100.
    pub percent: u8,
    /// The last instant in time of those still owed, the earliest: late when it has passed.
    pub due: Option<Moment>,
}

/// How far the work is, by the thing it came from. Things nothing was given for are missing.
///
/// # Errors
/// When the database does not answer.
pub async fn progress(
    db: &impl ConnectionTrait,
    things: &[ThingRef],
) -> Result<HashMap<ThingRef, Progress>, Failure> {
    let mut by_kind: HashMap<ThingKind, Vec<Uuid>> = HashMap::new();
    for thing in things {
        by_kind.entry(thing.kind).or_default().push(thing.id);
    }
    let mut found: HashMap<ThingRef, Vec<AssignmentRow>> = HashMap::new();
    for (kind, ids) in by_kind {
        for some in ids.chunks(500) {
            for row in assignments::of_origins(db, kind, some).await? {
                if let Some(from) = row.from().filter(|_| State::named(&row.state) != State::Withdrawn) {
                    found.entry(from).or_default().push(row);
                }
            }
        }
    }
    let ids: Vec<AssignmentId> = found.values().flatten().map(|row| row.id).collect();
    let blocked = obstacles::blocked_among(db, &ids).await?;
    Ok(found.into_iter().map(|(from, rows)| (from, sum(&rows, &blocked))).collect())
}

fn sum(rows: &[AssignmentRow], blocked: &BTreeSet<AssignmentId>) -> Progress {
    let mut sum = Progress { ids: rows.iter().map(|row| row.id).collect(), ..Progress::default() };
    let mut percent = 0_i64;
    for row in rows {
        let state = State::named(&row.state);
        sum.done += usize::from(matches!(state, State::Done | State::Confirmed));
        sum.confirmed += usize::from(state == State::Confirmed);
        sum.declined += usize::from(state == State::Declined);
        sum.blocked += usize::from(state.is_owed() && blocked.contains(&row.id));
        percent += i64::from(row.percent);
        if state.is_owed() {
            sum.due = match (sum.due, row.due) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
    }
    let count = i64::try_from(rows.len()).unwrap_or(1).max(1);
    sum.percent = u8::try_from((percent / count).clamp(0, 100)).unwrap_or(0);
    sum
}

/// The unit that leads each.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of(
    db: &impl ConnectionTrait,
    ids: &[AssignmentId],
) -> Result<HashMap<AssignmentId, UnitId>, Failure> {
    let mut units = HashMap::new();
    for some in ids.chunks(500) {
        units.extend(assignments::these(db, some).await?.into_iter().map(|row| (row.id, row.lead)));
    }
    Ok(units)
}

/// What it is called; whether who looks may see it is asked by `called`.
///
/// # Errors
/// When the database does not answer.
pub async fn title_of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<String>, Failure> {
    Ok(assignments::one(db, id).await?.map(|row| row.title))
}

/// What it came from, if from anything.
///
/// # Errors
/// When the database does not answer.
pub async fn origin(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<ThingRef>, Failure> {
    Ok(assignments::one(db, id).await?.and_then(|row| row.from()))
}

/// What each unit owes of a request for input: an id of its own, for its clock and its links.
///
/// # Errors
/// When the database does not answer.
pub async fn owed(
    db: &impl ConnectionTrait,
    request: InputRequestId,
) -> Result<Vec<(InputRequestId, UnitId)>, Failure> {
    let replies = inputs::replies(db, request).await?;
    Ok(replies.into_iter().filter(|row| row.state == "asked").map(|row| (row.id, row.unit)).collect())
}

/// The work a thing is an outcome of, counted already or not.
///
/// # Errors
/// When the database does not answer.
pub async fn tied_to(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<AssignmentId>, Failure> {
    Ok(evidence::tied_to(db, thing).await?)
}

/// A piece of work as a report tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub id: AssignmentId,
    /// What is to be done. Empty for what is confidential: it is counted and not named.
    pub title: String,
    /// The unit that leads.
    pub unit: UnitId,
    /// The last instant in time, as it was set at the end of the period.
    pub due: Option<Moment>,
    /// When the unit said it was done.
    pub done_at: Option<Moment>,
    /// What blocked it at the end of the period, or why it goes on in the next.
    pub words: String,
}

/// What a period brought. One piece may stand in several lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Period {
    /// Given in it.
    pub given: Vec<Told>,
    /// Done in it, and still done at its end.
    pub done: Vec<Told>,
    /// Due in it or before, and not done in time by its end; what was done late in it too.
    pub late: Vec<Told>,
    /// Blocked at its end.
    pub blocked: Vec<Told>,
    /// Let go on in the next month, in it.
    pub rolled_over: Vec<Told>,
}

/// Where a piece of work stood at an instant, by what had happened.
#[derive(Debug, Clone, Default)]
struct Then {
    state: Option<State>,
    due: Option<Moment>,
    done_at: Option<Moment>,
    rolled: Option<(Moment, String)>,
}

/// What kept work from going on in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hindrance {
    /// Which.
    pub id: ObstacleId,
    /// Whose work.
    pub unit: UnitId,
    /// The work; empty for what is confidential.
    pub work: String,
    /// What kept it from going on; empty for what is confidential.
    pub words: String,
    /// What the unit proposes; empty for what is confidential.
    pub proposal: String,
    /// Whether it was resolved before the period ended.
    pub over: bool,
}

/// What kept work from going on between two instants, the oldest first. What was raised before counts too while it lasts.
///
/// # Errors
/// When the database does not answer.
pub async fn hindrances(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<Hindrance>, Failure> {
    let rows = obstacles::between(db, from, to).await?;
    let ids: Vec<AssignmentId> = rows.iter().map(|row| row.assignment).collect();
    let mut work: HashMap<AssignmentId, AssignmentRow> = HashMap::new();
    for some in ids.chunks(500) {
        work.extend(assignments::these(db, some).await?.into_iter().map(|row| (row.id, row)));
    }
    let told = rows.into_iter().filter_map(|row| {
        let of = work.get(&row.assignment)?;
        let open = |text: String| if of.confidential { String::new() } else { text };
        Some(Hindrance {
            id: row.id,
            unit: row.unit,
            work: open(of.title.clone()),
            words: open(row.words),
            proposal: open(row.solution),
            over: row.resolved_at.is_some_and(|at| at < to),
        })
    });
    Ok(told.collect())
}

/// What a period brought, as of its end: what happened after `to` changes nothing, so that a number can be found again.
///
/// # Errors
/// When the database does not answer.
pub async fn in_period(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
    unit: Option<UnitId>,
) -> Result<Period, Failure> {
    let rows = assignments::alive_in(db, from, to, unit).await?;
    let mut stood: HashMap<AssignmentId, Then> = HashMap::new();
    for step in steps::alive_in(db, from, to).await? {
        let then = stood.entry(step.assignment).or_default();
        let state = State::named(&step.state);
        let was = then.state.replace(state);
        then.due = step.due;
        if state == State::Done && was != Some(State::Done) {
            then.done_at = Some(step.at);
        } else if !matches!(state, State::Done | State::Confirmed) {
            then.done_at = None;
        }
        match step.step.as_str() {
            "roll-over" => then.rolled = Some((step.at, step.words)),
            "undo" if step.words == "roll-over" => then.rolled = None,
            _ => {}
        }
    }
    let obstacles = obstacles::open_at(db, to).await?;
    let mut period = Period::default();
    for row in rows {
        let then = stood.remove(&row.id).unwrap_or_default();
        let state = then.state.unwrap_or(State::Given);
        let told = |words: &str| Told {
            id: row.id,
            title: if row.confidential { String::new() } else { row.title.clone() },
            unit: row.lead,
            due: then.due,
            done_at: then.done_at,
            words: if row.confidential { String::new() } else { words.to_owned() },
        };
        if row.given_at >= from {
            period.given.push(told(""));
        }
        if then.done_at.is_some_and(|at| at >= from) {
            period.done.push(told(""));
        }
        let done_late = then.done_at.zip(then.due).is_some_and(|(at, due)| at >= from && at > due);
        let overdue = state.is_owed() && then.due.is_some_and(|due| due < to);
        if done_late || overdue {
            period.late.push(told(""));
        }
        if let Some(words) = obstacles.get(&row.id).filter(|_| state.is_owed()) {
            period.blocked.push(told(words));
        }
        if let Some((_, words)) = then.rolled.as_ref().filter(|(at, _)| *at >= from) {
            period.rolled_over.push(told(words));
        }
    }
    Ok(period)
}
