//! What each may do: one function and one readable table (DESIGN §4). Every path passes through [`can`].
//!
//! This says who may *try*. Whether a story's state or the four-eyes rule allows it is the workflow's word,
//! in the newsroom.

mod table;

pub use table::{Action, role_table};

use crate::{Actor, Grant, Insider, PersonId, Role, UnitId};

/// How far a story that is not public may be read inside the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Access {
    /// Everyone whose role covers its unit.
    #[default]
    Unit,
    /// Its writers, those named, chief editors and leaders only.
    Limited,
}

/// What permission needs to know of a story.
#[derive(Debug, Clone)]
pub struct StoryFacts {
    /// The unit it is written for.
    pub unit: UnitId,
    /// Everyone who wrote any part of it.
    pub writers: Vec<PersonId>,
    /// How far it may be read.
    pub access: Access,
    /// Those named as readers when access is limited.
    pub readers: Vec<PersonId>,
}

/// What permission needs to know of work that units share: a plan, a line of it, an assignment, a meeting.
#[derive(Debug, Clone, Default)]
pub struct WorkFacts {
    /// The units that lead: each may change it.
    pub leads: Vec<UnitId>,
    /// The units that support: each sees it and says how far its part is.
    pub supports: Vec<UnitId>,
    /// Persons invited by name, guests from elsewhere among them (S94): they see this and nothing beside it.
    pub members: Vec<PersonId>,
}

/// The thing acted on.
#[derive(Debug, Clone, Copy)]
pub enum Thing<'a> {
    /// Any part of the house: whether somebody does such things at all. What is the agency's own alone (see
    /// `is_the_agencys`) asks as [`Thing::Agency`] does.
    House,
    /// The agency itself and what is nobody's but its own: its reports, its ledger, its press room.
    Agency,
    /// Work of one unit.
    Unit(UnitId),
    /// A story that is not, or not only, public.
    Story(&'a StoryFacts),
    /// Work that units share.
    Work(&'a WorkFacts),
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// The actor may not even know that it exists: answer as if it did not.
    Hidden,
    /// Nobody is signed in.
    SignIn,
    /// Known to the actor; a locale key says why not.
    Forbidden(&'static str),
}

/// Whether `actor` may do `action` on `thing`.
///
/// # Errors
/// [`Denied`], which says whether the actor may learn that the thing exists.
pub fn can(actor: &Actor, action: Action, thing: Thing<'_>) -> Result<(), Denied> {
    let insider = match actor {
        Actor::Machine(_) => return Ok(()),
        Actor::Visitor => return Err(Denied::SignIn),
        Actor::Person(insider) => insider,
    };
    match thing {
        Thing::House if !is_the_agencys(action) => somewhere(insider, action, |_| true),
        Thing::House | Thing::Agency => somewhere(insider, action, Grant::is_for_the_agency),
        Thing::Unit(unit) => holds(insider, action, unit),
        Thing::Story(story) => can_story(insider, action, story),
        Thing::Work(work) => can_work(insider, action, work),
    }
}

/// What is done for the agency as a whole and for no unit alone: an officer or leader of one department does not do it by that
/// office.
#[must_use]
pub(crate) const fn is_the_agencys(action: Action) -> bool {
    matches!(
        action,
        Action::Administer
            | Action::ReadLedger
            | Action::TendTopics
            | Action::ApproveDigest
            | Action::RunClocks
            | Action::ReadPressDesk
            | Action::ClearPress
            | Action::NameSpokespersons
            | Action::RouteQuestions
            | Action::Consult
            | Action::ServeRequests
            | Action::SettleReports
            | Action::WriteReports
            | Action::ApproveReports
    )
}

/// What a unit does for itself: its plan, its work, its word on another's plan. Who holds an office over the whole agency does not
/// do it for each of its units; who oversees all of them does (S94: a unit sees and edits its own and what it supports).
const fn is_the_units(action: Action) -> bool {
    matches!(
        action,
        Action::ReadWork
            | Action::WritePlan
            | Action::DoWork
            | Action::Assign
            | Action::Appraise
            | Action::GiveReport
    )
}

/// Where a grant lets do it: nowhere, in some units, or (`None`) in the whole agency.
fn lets(grant: &Grant, action: Action) -> Option<&[UnitId]> {
    let oversees = match action {
        // Nor does who decides on a plan say for others what they think of it; the office records what they wrote on paper.
        Action::Appraise => grant.role == Role::FocalOfficer,
        _ => role_table(Action::ReadAllWork).contains(&grant.role),
    };
    if !role_table(action).contains(&grant.role) {
        return Some(&[]);
    }
    if is_the_units(action) && !oversees { Some(grant.home()) } else { grant.covers.as_deref() }
}

impl Insider {
    /// The units in which they may do something; `None` is the whole agency.
    #[must_use]
    pub fn reach_of(&self, action: Action) -> Option<Vec<UnitId>> {
        let mut units = Vec::new();
        for grant in &self.grants {
            units.extend_from_slice(lets(grant, action)?);
        }
        units.sort();
        units.dedup();
        Some(units)
    }

    /// Whether they may do it in a unit.
    #[must_use]
    pub fn may_in(&self, action: Action, unit: UnitId) -> bool {
        self.grants.iter().any(|grant| lets(grant, action).is_none_or(|units| units.contains(&unit)))
    }
}

fn somewhere(insider: &Insider, action: Action, fits: impl Fn(&Grant) -> bool) -> Result<(), Denied> {
    let mut held = insider.grants.iter().filter(|grant| role_table(action).contains(&grant.role)).peekable();
    if held.peek().is_none() {
        return Err(Denied::Forbidden("denied-role"));
    }
    if held.any(fits) { Ok(()) } else { Err(Denied::Forbidden("denied-agency")) }
}

fn holds(insider: &Insider, action: Action, unit: UnitId) -> Result<(), Denied> {
    if insider.may_in(action, unit) { Ok(()) } else { Err(Denied::Forbidden("denied-unit")) }
}

fn can_story(insider: &Insider, action: Action, story: &StoryFacts) -> Result<(), Denied> {
    if !may_read(insider, story) {
        return Err(Denied::Hidden);
    }
    match action {
        Action::ReadStory => Ok(()),
        _ => holds(insider, action, story.unit),
    }
}

fn can_work(insider: &Insider, action: Action, work: &WorkFacts) -> Result<(), Denied> {
    let touches = |units: &[UnitId], action| units.iter().any(|unit| insider.may_in(action, *unit));
    let (leads, supports) = (&work.leads, &work.supports);
    let named = work.members.contains(&insider.id);
    let oversees = touches(leads, Action::ReadAllWork);
    if !(named || oversees || touches(leads, Action::ReadWork) || touches(supports, Action::ReadWork)) {
        return Err(Denied::Hidden);
    }
    let open = match action {
        Action::ReadWork => true,
        // Who supports or was invited does their part; what the work is, its leads say.
        Action::DoWork => named || touches(leads, action) || touches(supports, action),
        _ => touches(leads, action),
    };
    if open { Ok(()) } else { Err(Denied::Forbidden("denied-unit")) }
}

fn may_read(insider: &Insider, story: &StoryFacts) -> bool {
    let wrote = story.writers.contains(&insider.id);
    match story.access {
        Access::Unit => wrote || insider.is_one_of(role_table(Action::ReadStory), story.unit),
        Access::Limited => {
            wrote
                || story.readers.contains(&insider.id)
                || insider.is_one_of(&[Role::ChiefEditor, Role::Leader], story.unit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Grant, NewId};

    fn person(role: Role, covers: Option<Vec<UnitId>>) -> Insider {
        Insider {
            id: PersonId::fresh(),
            name: "Lò Thị Mai".into(),
            unit: None,
            grants: vec![Grant { role, agency: covers.is_none(), covers, own: vec![] }],
        }
    }

    fn story(unit: UnitId, access: Access) -> StoryFacts {
        StoryFacts { unit, writers: vec![], access, readers: vec![] }
    }

    #[test]
    fn what_is_the_agencys_is_not_done_by_an_office_in_a_part_of_it() {
        let unit = UnitId::fresh();
        let may = |role, covers: Option<Vec<UnitId>>, action, thing: Thing<'_>| {
            can(&Actor::Person(person(role, covers)), action, thing)
        };
        let part = || Some(vec![unit]);
        for (role, action) in [
            (Role::FocalOfficer, Action::WriteReports),
            (Role::Leader, Action::ApproveReports),
            (Role::ChiefEditor, Action::ReadLedger),
            (Role::FocalOfficer, Action::RouteQuestions),
            (Role::FocalOfficer, Action::Consult),
        ] {
            assert_eq!(may(role, None, action, Thing::House), Ok(()), "{action:?}");
            assert_eq!(may(role, part(), action, Thing::House), Err(Denied::Forbidden("denied-agency")));
            assert_eq!(may(Role::Guest, None, action, Thing::House), Err(Denied::Forbidden("denied-role")));
        }
        // Plans a department keeps, and sees what its own people owe; the agency's it does not.
        assert_eq!(may(Role::FocalOfficer, part(), Action::KeepPlans, Thing::House), Ok(()));
        let agencys = may(Role::FocalOfficer, part(), Action::KeepPlans, Thing::Agency);
        assert_eq!(agencys, Err(Denied::Forbidden("denied-agency")));
        // A press officer serves the agency from whichever office they sit in.
        assert_eq!(may(Role::PressOfficer, part(), Action::ReadPressDesk, Thing::House), Ok(()));
    }

    #[test]
    fn a_units_work_is_its_own_and_of_who_oversees_all() {
        let (own, other) = (UnitId::fresh(), UnitId::fresh());
        let over_all = |role, own: Vec<UnitId>| Insider {
            grants: vec![Grant { role, agency: true, covers: None, own }],
            ..person(role, None)
        };
        let units_own = [Action::ReadWork, Action::WritePlan, Action::DoWork, Action::GiveReport];
        for action in units_own {
            for role in [Role::Editor, Role::ChiefEditor] {
                // Given for the unit above all, it does the work of that one and of none below.
                let who = over_all(role, vec![own]);
                assert!(who.may_in(action, own) && !who.may_in(action, other), "{role} {action:?}");
                assert_eq!(who.reach_of(action), Some(vec![own]));
                assert_eq!(over_all(role, vec![]).reach_of(action), Some(vec![]));
                assert!(person(role, Some(vec![own])).may_in(action, own));
            }
            assert!(over_all(Role::FocalOfficer, vec![]).may_in(action, other), "{action:?}");
        }
        assert!(over_all(Role::Leader, vec![]).may_in(Action::ReadWork, other));
        assert!(!over_all(Role::Leader, vec![]).may_in(Action::Appraise, other));
        assert!(person(Role::Leader, Some(vec![other])).may_in(Action::Appraise, other));
        // Of stories nothing changes: editing is done for the agency.
        assert!(over_all(Role::Editor, vec![]).may_in(Action::ReviewStory, other));
    }

    #[test]
    fn a_visitor_is_asked_to_sign_in_for_everything() {
        for action in Action::ALL {
            assert_eq!(can(&Actor::Visitor, action, Thing::House), Err(Denied::SignIn));
        }
    }

    #[test]
    fn a_story_of_another_unit_does_not_exist() {
        let (mine, theirs) = (UnitId::fresh(), UnitId::fresh());
        let actor = Actor::Person(person(Role::Contributor, Some(vec![mine])));
        let facts = story(theirs, Access::Unit);
        for action in [Action::ReadStory, Action::WriteStory, Action::ReviewStory] {
            assert_eq!(can(&actor, action, Thing::Story(&facts)), Err(Denied::Hidden));
        }
        assert_eq!(can(&actor, Action::WriteStory, Thing::Story(&story(mine, Access::Unit))), Ok(()));
    }

    #[test]
    fn a_limited_story_is_seen_by_writers_named_readers_chiefs_and_leaders() {
        let unit = UnitId::fresh();
        let mut facts = story(unit, Access::Limited);
        let editor = person(Role::Editor, None);
        let named = person(Role::Guest, Some(vec![]));
        facts.readers.push(named.id);
        let sees = |p: Insider| can(&Actor::Person(p), Action::ReadStory, Thing::Story(&facts));
        assert_eq!(sees(editor), Err(Denied::Hidden));
        assert_eq!(sees(named), Ok(()));
        assert_eq!(sees(person(Role::ChiefEditor, None)), Ok(()));
        assert_eq!(sees(person(Role::Leader, None)), Ok(()));
        assert_eq!(sees(person(Role::Admin, None)), Err(Denied::Hidden));
    }

    #[test]
    fn a_guest_enters_the_desk_and_has_no_list_of_colleagues() {
        let guest = Actor::Person(person(Role::Guest, None));
        assert_eq!(can(&guest, Action::EnterDesk, Thing::House), Ok(()));
        assert_eq!(can(&guest, Action::ReadPeople, Thing::House), Err(Denied::Forbidden("denied-role")));
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Guest) {
            assert_eq!(can(&Actor::Person(person(role, None)), Action::ReadPeople, Thing::House), Ok(()));
        }
    }

    #[test]
    fn work_is_seen_by_its_units_by_who_oversees_and_by_who_was_invited() {
        let (leads, supports, other) = (UnitId::fresh(), UnitId::fresh(), UnitId::fresh());
        let guest = person(Role::Guest, None);
        let facts = WorkFacts { leads: vec![leads], supports: vec![supports], members: vec![guest.id] };
        let tries = |who: Insider, action| can(&Actor::Person(who), action, Thing::Work(&facts));
        let of = |unit| person(Role::Contributor, Some(vec![unit]));
        assert_eq!(tries(of(leads), Action::WritePlan), Ok(()));
        assert_eq!(tries(of(supports), Action::DoWork), Ok(()));
        assert_eq!(tries(of(supports), Action::WritePlan), Err(Denied::Forbidden("denied-unit")));
        assert_eq!(tries(of(other), Action::ReadWork), Err(Denied::Hidden));
        assert_eq!(tries(person(Role::Leader, None), Action::ReadWork), Ok(()));
        assert_eq!(tries(guest.clone(), Action::DoWork), Ok(()));
        assert_eq!(tries(guest, Action::Assign), Err(Denied::Forbidden("denied-unit")));
        assert_eq!(tries(person(Role::Guest, None), Action::ReadWork), Err(Denied::Hidden));
        assert_eq!(tries(person(Role::Admin, None), Action::ReadWork), Err(Denied::Hidden));
    }

    #[test]
    fn the_administrator_has_no_editorial_right() {
        for action in [Action::WriteStory, Action::ReviewStory, Action::PublishStory, Action::RemoveStory] {
            assert!(!role_table(action).contains(&Role::Admin));
        }
    }
}
