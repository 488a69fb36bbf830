//! My week: what waits for who asks, what is late, what is due this week and the next.

use super::kin;
use super::line::{Line, lines};
use crate::House;
use crate::store::assignments::AssignmentRow;
use crate::store::lists::{self, Wanted};
use crate::store::{inputs, obstacles};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Look;
use jiff::ToSpan;
use kernel::{Action, Failure, Insider, Moment, Thing, UnitId, role_table};
use web::{Asker, Error, Page, Tab, html};

/// A heading with its lines.
pub(crate) struct Group {
    pub(crate) key: &'static str,
    pub(crate) title: String,
    pub(crate) lines: Vec<Line>,
}

/// What waits beside work itself.
struct Waits {
    href: String,
    words: String,
    title: String,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "work_week.html")]
struct WeekPage {
    p: Page,
    kin: Vec<Tab>,
    waits: Vec<Waits>,
    groups: Vec<Group>,
    assigns: bool,
    rolls: bool,
    range: String,
}

/// More than this is no week.
const MOST: u32 = 400;

/// The units somebody works for: those their roles name, or the one they write for where a role covers the whole agency.
pub(crate) fn own_units(me: &Insider) -> Vec<UnitId> {
    let roles = role_table(Action::DoWork);
    let mut units: Vec<UnitId> = me.unit.into_iter().collect();
    for grant in me.grants.iter().filter(|grant| roles.contains(&grant.role)) {
        units.extend_from_slice(grant.home());
    }
    units.sort();
    units.dedup();
    units
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let me = asker.actor.person().ok_or(Failure::SignIn)?;
    let p = asker.desk_page(asker.locale().t("work-week")).await?;
    let (now, zone) = (look.now(), &house.app.zone);
    let wanted = Wanted { mine: Some((me.id, own_units(me))), which: "open".into(), ..Wanted::default() };
    let rows = lists::some(look.db(), look.actor(), now, &wanted, MOST).await?;
    let today = zone.day(now);
    let monday =
        today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).unwrap_or(today);
    let sunday = monday.checked_add(6.days()).unwrap_or(today);
    let next = sunday.checked_add(7.days()).unwrap_or(today);
    let key = |row: &AssignmentRow| {
        group_of(row, me, now, |due| {
            let day = zone.day(due);
            if day <= sunday {
                "this"
            } else if day <= next {
                "next"
            } else {
                "later"
            }
        })
    };
    let mut groups = Vec::new();
    for name in ["confirm", "regive", "accept", "late", "this", "next", "later", "given"] {
        let some: Vec<AssignmentRow> = rows.iter().filter(|row| key(row) == name).cloned().collect();
        if !some.is_empty() {
            groups.push(Group {
                key: name,
                title: p.t(&format!("work-group-{name}")),
                lines: lines(&house, &look, &p, &some).await?,
            });
        }
    }
    html(&WeekPage {
        kin: kin(&look, &p, "/desk/work"),
        waits: waits(&look, &p).await?,
        groups,
        assigns: look.may(Action::Assign, Thing::House).is_ok(),
        rolls: look.may(Action::ReadAllWork, Thing::House).is_ok(),
        range: format!("{} – {}", p.format.day(monday), p.format.day(sunday)),
        p,
    })
}

/// Where a piece of work stands in somebody's week.
fn group_of(
    row: &AssignmentRow,
    me: &Insider,
    now: Moment,
    when: impl Fn(Moment) -> &'static str,
) -> &'static str {
    let mine = row.person == Some(me.id) || own_units(me).contains(&row.lead);
    let gave = row.giver == Some(me.id);
    match row.state.as_str() {
        "done" if gave => "confirm",
        "declined" if gave => "regive",
        "done" | "declined" => "",
        "given" if mine => "accept",
        _ if gave && !mine => "given",
        _ => match row.due {
            Some(due) if due < now => "late",
            Some(due) => when(due),
            None => "later",
        },
    }
}

/// Obstacles who asks can decide on, and input their units owe.
async fn waits(look: &Look, p: &Page) -> Result<Vec<Waits>, Failure> {
    let mut waits = Vec::new();
    let zone = p.format.zone();
    if look.may(Action::ResolveObstacle, Thing::House).is_ok() {
        for row in lists::obstacles(look.db(), look.actor(), 100).await? {
            if row.escalated_at.is_some() && row.answered_at.is_none() {
                waits.push(Waits {
                    href: format!("/desk/work/{}#obstacle-{}", row.assignment, row.id),
                    words: p.t("work-waits-obstacle"),
                    title: typed::head(&row.words, 140),
                    due: String::new(),
                    late: false,
                });
            }
        }
    }
    for row in inputs::open_replies(look.db()).await? {
        if row.state != "asked" || look.may(Action::GiveReport, Thing::Unit(row.unit)).is_err() {
            continue;
        }
        // Who oversees everything is not asked in the name of each unit.
        if !look.actor().person().is_some_and(|me| own_units(me).contains(&row.unit)) {
            continue;
        }
        let Some(request) = inputs::one(look.db(), row.request).await? else { continue };
        waits.push(Waits {
            href: format!("/desk/work/input/{}", row.request),
            words: p.t("work-waits-input"),
            title: request.title,
            due: p.f("work-due", "day", p.format.day(zone.day(request.due))),
            late: request.due < look.now(),
        });
    }
    Ok(waits)
}

/// What waits for somebody, for the rail: work to take on, late or to confirm, obstacles to answer, input owed.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<u64, Failure> {
    let Some(me) = look.actor().person() else { return Ok(0) };
    let mine = Some((me.id, own_units(me)));
    let wanted = Wanted { mine, which: "open".into(), ..Wanted::default() };
    let rows = lists::some(look.db(), look.actor(), look.now(), &wanted, MOST).await?;
    let waits = |row: &&AssignmentRow| {
        matches!(group_of(row, me, look.now(), |_| ""), "confirm" | "regive" | "accept" | "late")
    };
    let mut count = rows.iter().filter(waits).count() as u64;
    if look.may(Action::ResolveObstacle, Thing::House).is_ok() {
        count += obstacles::unanswered(look.db()).await?;
    }
    let own = own_units(me);
    if !own.is_empty() && look.may(Action::GiveReport, Thing::House).is_ok() {
        count += inputs::owed_by(look.db(), &own).await?;
    }
    Ok(count)
}
