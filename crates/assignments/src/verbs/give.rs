//! Give: a unit gets work, by hand or because something was decided elsewhere.

use super::sheet::Sheet;
use super::{LONGEST_TEXT, LONGEST_TITLE};
use crate::assignment::{State, Step};
use crate::store::assignments::{self, AssignmentRow};
use crate::store::parts::{self, PartRow};
use crate::store::steps::{self, StepRow};
use db::Cx;
use kernel::{
    Action, AssignmentEvent, AssignmentId, Day, Failure, Moment, NewId, PersonId, Refusal, Thing, ThingRef,
    UnitId, Zone,
};
use typed::{line, lines, too_long};

/// Work to be given.
#[derive(Debug, Clone)]
pub struct Given {
    /// The thing it came from: a line of a plan, a conclusion, a hot spot.
    pub from: Option<ThingRef>,
    /// What is to be done, in one line.
    pub title: String,
    /// More about it.
    pub words: String,
    /// The unit that leads.
    pub lead: UnitId,
    /// The units that support.
    pub supports: Vec<UnitId>,
    /// Persons named beside the units, guests from elsewhere among them.
    pub members: Vec<PersonId>,
    /// Who does it, where that is said.
    pub person: Option<PersonId>,
    /// An instant of its last day.
    pub due: Option<Moment>,
    /// Only the lead's leaders, who gave it and who is named see it.
    pub confidential: bool,
}

/// What counts as done: a kind of thing and how many.
#[derive(Debug, Clone, Default)]
pub struct Want {
    /// `story`, `press_event`, `release`, `file`, or nothing.
    pub kind: String,
    /// How many.
    pub count: i32,
}

/// The kinds that can be counted.
pub(crate) const WANTED: [&str; 4] = ["story", "press_event", "release", "file"];

/// Work given by hand, as a form says it.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The work.
    pub given: Given,
    /// What counts as done.
    pub want: Want,
    /// Its last day.
    pub day: Option<Day>,
}

/// Gives work, as a consequence of something a person was allowed to do: nobody is asked again. While work that came from the
/// same thing is open with the same unit, that one is answered and nothing changes.
///
/// # Errors
/// When the database does not answer.
pub async fn give(cx: &mut Cx, given: Given) -> Result<AssignmentId, Failure> {
    if let Some(from) = given.from {
        let before = assignments::of_origin(cx.tx(), from, Some(given.lead)).await?;
        if let Some(open) = before.iter().find(|row| row.closed_at.is_none()) {
            return Ok(open.id);
        }
    }
    put(cx, given, Want::default()).await
}

async fn put(cx: &mut Cx, given: Given, want: Want) -> Result<AssignmentId, Failure> {
    let (id, now) = (AssignmentId::fresh(), cx.now());
    let title: String = line(&given.title).chars().take(LONGEST_TITLE).collect();
    let row = AssignmentRow {
        id,
        folded: viet::fold::fold_lower(&title),
        title,
        words: lines(&given.words).chars().take(LONGEST_TEXT).collect(),
        lead: given.lead,
        person: given.person,
        giver: cx.actor().id(),
        given_at: now,
        due: given.due,
        first_due: given.due,
        state: State::Given.name().to_owned(),
        percent: 0,
        note: String::new(),
        from_kind: given.from.map(|from| from.kind.name().to_owned()),
        from_id: given.from.map(|from| from.id),
        confidential: given.confidential,
        want_kind: want.kind,
        want_count: want.count,
        delivered: 0,
        rolled: 0,
        reminders: 0,
        reminded_at: None,
        sent_back: 0,
        quality: None,
        claimed_by: None,
        done_at: None,
        closed_at: None,
        changed_at: now,
        version: 1,
    };
    row.put(cx.tx()).await?;
    for unit in given.supports.into_iter().filter(|unit| *unit != row.lead) {
        let part = PartRow {
            unit,
            state: "given".to_owned(),
            note: String::new(),
            changed_at: now,
            changed_by: None,
        };
        parts::put(cx.tx(), id, &part).await?;
    }
    for person in given.members {
        parts::add_member(cx.tx(), id, person).await?;
    }
    let happened = StepRow {
        assignment: id,
        step: "give".to_owned(),
        person: cx.actor().id(),
        at: now,
        words: String::new(),
        state: row.state.clone(),
        due: row.due,
        before: String::new(),
    };
    steps::add(cx.tx(), &happened).await?;
    let (unit, person, due) = (row.lead, row.person, row.due);
    cx.record(AssignmentEvent::AssignmentGiven { assignment: id, unit, person, due });
    Ok(id)
}

/// Lets its last day end when that day does in the zone of the agency. A consequence of giving and moving.
///
/// # Errors
/// When the database does not answer.
pub async fn settle_day(cx: &Cx, zone: &Zone, id: AssignmentId) -> Result<Option<Moment>, Failure> {
    let Some(mut row) = AssignmentRow::lock(cx.tx(), cx.engine(), id).await? else { return Ok(None) };
    let end = row.due.and_then(|due| zone.end_of(zone.day(due)));
    if row.due != end {
        if row.first_due == row.due {
            row.first_due = end;
        }
        row.due = end;
        row.put(cx.tx()).await?;
    }
    Ok(end)
}

/// Gives work by hand.
///
/// # Errors
/// Refused with every reason that can be mended; forbidden for a unit that is not one's own.
pub async fn assign(cx: &mut Cx, zone: &Zone, mut wish: Wish) -> Result<AssignmentId, Failure> {
    cx.may(Action::Assign, Thing::Unit(wish.given.lead))?;
    wish.given.title = line(&wish.given.title);
    wish.given.words = lines(&wish.given.words);
    let mut against = Vec::new();
    if wish.given.title.chars().count() < 5 {
        against.push(Refusal::field("title", "refused-work-title"));
    }
    too_long("title", &wish.given.title, LONGEST_TITLE, &mut against);
    too_long("words", &wish.given.words, LONGEST_TEXT, &mut against);
    against.extend(want_refused(&wish.want));
    against.extend(day_refused(zone, cx.now(), wish.day));
    Failure::unless(against)?;
    wish.given.due = wish.day.and_then(|day| zone.end_of(day));
    put(cx, wish.given, wish.want).await
}

fn want_refused(want: &Want) -> Option<Refusal> {
    let fits = if want.kind.is_empty() {
        want.count == 0
    } else {
        WANTED.contains(&want.kind.as_str()) && (1..=99).contains(&want.count)
    };
    (!fits).then(|| Refusal::field("want_count", "refused-work-want"))
}

/// A day that has passed cannot be set: nothing is late on the day it is given.
pub(crate) fn day_refused(zone: &Zone, now: Moment, day: Option<Day>) -> Option<Refusal> {
    let today = zone.day(now);
    let fits = day.is_none_or(|day| day >= today && day.year() <= today.year().saturating_add(10));
    (!fits).then(|| Refusal::field("due", "refused-work-day"))
}

/// Gives what was declined again, to the same unit or to another.
///
/// # Errors
/// Refused when it was not declined.
pub async fn regive(cx: &mut Cx, id: AssignmentId, lead: UnitId, words: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_judge(cx, id).await?;
    cx.may(Action::Assign, Thing::Unit(lead))?;
    let words = super::reason("reason", words)?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Regive, &facts)?;
    if sheet.row.lead != lead {
        sheet.row.lead = lead;
        sheet.row.person = None;
    }
    let row = sheet.save(cx, "regive", &words).await?;
    let (unit, person, due) = (row.lead, row.person, row.due);
    cx.record(AssignmentEvent::AssignmentGiven { assignment: id, unit, person, due });
    Ok(())
}
