//! Who sees a piece of work: the one permission function, and before it the class of what is confidential: the lead unit's
//! leaders, who gave it, and who is named.

use crate::store::assignments::AssignmentRow;
use crate::store::{among, parts, place};
use db::ConnectionTrait;
use kernel::{Action, Actor, Failure, Role, Thing, WorkFacts, can};

/// What permission needs to know of it.
pub(crate) async fn facts(db: &impl ConnectionTrait, row: &AssignmentRow) -> Result<WorkFacts, Failure> {
    let mut members = parts::members(db, row.id).await?;
    members.extend(row.person);
    let supports = parts::of(db, row.id).await?.into_iter().map(|part| part.unit).collect();
    Ok(WorkFacts { leads: vec![row.lead], supports, members })
}

/// Asks the one permission function, for what is not hidden from who asks.
pub(crate) fn may(
    actor: &Actor,
    action: Action,
    row: &AssignmentRow,
    facts: &WorkFacts,
) -> Result<(), Failure> {
    if row.confidential
        && let Some(me) = actor.person()
    {
        let named = facts.members.contains(&me.id) || row.giver == Some(me.id);
        if !named && !me.is_one_of(&[Role::Leader], row.lead) {
            return Err(Failure::NotFound);
        }
    }
    Ok(can(actor, action, Thing::Work(facts))?)
}

/// Whether who acts may judge it: move its day, agree that it is done, take it back. Who gave it may, and who oversees all
/// work; a unit does not agree with itself on what others gave it.
pub(crate) fn may_judge(actor: &Actor, row: &AssignmentRow, facts: &WorkFacts) -> Result<(), Failure> {
    may(actor, Action::Assign, row, facts)?;
    let gave = actor.id().is_none() || row.giver.is_none() || row.giver == actor.id();
    if gave { Ok(()) } else { may(actor, Action::ReadAllWork, row, facts) }
}

/// The same as [`may`] with [`Action::ReadWork`] for lists: a condition on `a`, the table of work.
pub(crate) fn clause(actor: &Actor, args: &mut db::Args) -> String {
    let Some(me) = actor.person() else {
        return if matches!(actor, Actor::Machine(_)) { "1 = 1" } else { "1 = 0" }.to_owned();
    };
    let id = place(args, me.id);
    let mut ways = vec![
        format!("a.person = {id}"),
        format!("EXISTS (SELECT 1 FROM assignment_member m WHERE m.assignment = a.id AND m.person = {id})"),
    ];
    let open = match me.reach_of(Action::ReadWork) {
        None => "1 = 1".to_owned(),
        Some(units) => {
            let leads = among(args, "a.lead", &units);
            let supports = among(args, "s.unit", &units);
            format!(
                "({leads} OR EXISTS (SELECT 1 FROM assignment_part s WHERE s.assignment = a.id AND {supports}))"
            )
        }
    };
    ways.push(format!("(a.confidential = FALSE AND {open})"));
    let led = me.reach(&[Role::Leader]);
    let led = led.map_or_else(|| "1 = 1".to_owned(), |units| among(args, "a.lead", &units));
    ways.push(format!("(a.confidential = TRUE AND ({led} OR (a.giver = {id} AND {open})))"));
    format!("({})", ways.join(" OR "))
}
