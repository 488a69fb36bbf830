//! Who may know of a thing, as the tokens on its card; and which of them somebody holds.
//!
//! The same rule as `kernel::can` on reading, said once more for the index, which cannot ask thing by thing. What is
//! shown is checked against the card in the database as well, so an index that is behind shows nothing it must not.

use kernel::{Action, Actor, Insider, PersonId, Role, SiteId, StoryFacts, Thing, UnitId, can, role_table};
use seek::Held;

/// Every ordinary unit's things: held by those whose role covers the agency.
const EVERY_UNIT: &str = "unit:*";
/// Every unit's limited things.
const EVERY_LIMITED: &str = "limited:*";
/// Who may read what few may.
const OF_LIMITED: [Role; 2] = [Role::ChiefEditor, Role::Leader];

/// Every unit's open work: held by those who see the work of the whole agency.
const EVERY_WORK: &str = "work:*";
/// Every unit's confidential work: held by those who lead the agency.
const EVERY_LED: &str = "led:*";
/// What any unit appraises: held by those who appraise for the whole agency.
const EVERY_APPRAISED: &str = "appraised:*";

/// Everybody who may read who works here.
pub const COLLEAGUES: &str = "people";

/// Those who may see what the press says.
pub const PRESS: &str = "press";

/// The readers of a site.
#[must_use]
pub fn public(site: SiteId) -> String {
    format!("public:{site}")
}

/// The tokens of a story's card on the desk.
#[must_use]
pub fn of_story(facts: &StoryFacts) -> Vec<String> {
    let (access, every) = match facts.access {
        kernel::Access::Unit => ("unit", EVERY_UNIT),
        kernel::Access::Limited => ("limited", EVERY_LIMITED),
    };
    let mut tokens = vec![format!("{access}:{}", facts.unit), every.to_owned()];
    tokens.extend(facts.writers.iter().map(|id| person(*id)));
    if facts.access == kernel::Access::Limited {
        tokens.extend(facts.readers.iter().map(|id| person(*id)));
    }
    sorted(tokens)
}

/// The tokens of the card of work that units share: a plan, a project, a task. `people` are those invited by name, who see it
/// from whichever unit.
#[must_use]
pub fn of_work(units: &[UnitId], people: &[PersonId]) -> Vec<String> {
    let units = units.iter().map(|unit| format!("work:{unit}"));
    sorted(units.chain([EVERY_WORK.to_owned()]).chain(people.iter().map(|id| person(*id))))
}

/// The same of what is confidential: its leaders, who is named, and who gave it while they see the work of its units.
#[must_use]
pub fn of_confidential_work(
    lead: UnitId,
    units: &[UnitId],
    giver: Option<PersonId>,
    people: &[PersonId],
) -> Vec<String> {
    let gave = |giver: PersonId| {
        let places = units.iter().map(ToString::to_string).chain(["*".to_owned()]);
        places.map(move |place| format!("gave:{giver}:{place}"))
    };
    let led = [format!("led:{lead}"), EVERY_LED.to_owned()];
    sorted(led.into_iter().chain(giver.into_iter().flat_map(gave)).chain(people.iter().map(|id| person(*id))))
}

/// With those who appraise it for one of these units.
#[must_use]
pub fn and_appraisers(mut tokens: Vec<String>, units: &[UnitId]) -> Vec<String> {
    if !units.is_empty() {
        tokens.extend(units.iter().map(|unit| format!("appraised:{unit}")));
        tokens.push(EVERY_APPRAISED.to_owned());
    }
    sorted(tokens)
}

fn sorted(tokens: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut tokens: Vec<String> = tokens.into_iter().collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// What a reader of a site holds.
#[must_use]
pub fn held_by_visitor(site: SiteId) -> Held {
    Held::new([public(site)])
}

/// What a person who is signed in holds.
#[must_use]
pub fn held_by(insider: &Insider) -> Held {
    let mut tokens = vec![person(insider.id)];
    tokens.extend(reach("unit", EVERY_UNIT, insider.reach(role_table(Action::ReadStory))));
    tokens.extend(reach("limited", EVERY_LIMITED, insider.reach(&OF_LIMITED)));
    let works = insider.reach_of(Action::ReadWork);
    tokens.extend(reach(&format!("gave:{}", insider.id), &format!("gave:{}:*", insider.id), works.clone()));
    tokens.extend(reach("work", EVERY_WORK, works));
    tokens.extend(reach("led", EVERY_LED, insider.reach(&[Role::Leader])));
    tokens.extend(reach("appraised", EVERY_APPRAISED, insider.reach_of(Action::Appraise)));
    if can(&Actor::Person(insider.clone()), Action::ReadPeople, Thing::House).is_ok() {
        tokens.push(COLLEAGUES.to_owned());
    }
    if can(&Actor::Person(insider.clone()), Action::ReadPress, Thing::House).is_ok() {
        tokens.push(PRESS.to_owned());
    }
    Held::new(tokens)
}

fn reach(word: &str, every: &str, units: Option<Vec<UnitId>>) -> Vec<String> {
    match units {
        None => vec![every.to_owned()],
        Some(units) => units.into_iter().map(|unit| format!("{word}:{unit}")).collect(),
    }
}

fn person(id: PersonId) -> String {
    format!("person:{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Access, Grant, NewId};

    /// On every combination of role, reach, access and part in the story, the tokens say what `can` says.
    #[test]
    fn the_tokens_say_what_permission_says() {
        let (own, other, me, somebody) =
            (UnitId::fresh(), UnitId::fresh(), PersonId::fresh(), PersonId::fresh());
        let mut compared = 0;
        for role in Role::ALL {
            for covers in [None, Some(vec![own]), Some(vec![other]), Some(vec![])] {
                let grants = vec![Grant { role, agency: covers.is_none(), covers, own: vec![] }];
                let insider = Insider { id: me, name: String::new(), unit: None, grants };
                let colleague = can(&Actor::Person(insider.clone()), Action::ReadPeople, Thing::House);
                let held = held_by(&insider).tokens().iter().any(|token| token == COLLEAGUES);
                assert_eq!(colleague.is_ok(), held, "{insider:?}");
                for access in [Access::Unit, Access::Limited] {
                    for (writers, readers) in [
                        (vec![somebody], vec![]),
                        (vec![me, somebody], vec![]),
                        (vec![somebody], vec![me]),
                        (vec![], vec![somebody]),
                    ] {
                        let facts = StoryFacts { unit: own, writers, access, readers };
                        let may =
                            can(&Actor::Person(insider.clone()), Action::ReadStory, Thing::Story(&facts));
                        let held = held_by(&insider);
                        let found = of_story(&facts).iter().any(|token| held.tokens().contains(token));
                        assert_eq!(may.is_ok(), found, "{insider:?} {facts:?}");
                        compared += 1;
                    }
                }
            }
        }
        assert_eq!(compared, 12 * 4 * 2 * 4);
    }

    /// The same of work: on every combination of role, reach, and part of the unit or the person in it.
    #[test]
    fn the_tokens_of_work_say_what_permission_says() {
        let (own, other, me, somebody) =
            (UnitId::fresh(), UnitId::fresh(), PersonId::fresh(), PersonId::fresh());
        let mut compared = 0;
        for role in Role::ALL {
            for covers in [None, Some(vec![own]), Some(vec![other]), Some(vec![])] {
                let grants = vec![Grant { role, agency: covers.is_none(), covers, own: vec![] }];
                let insider = Insider { id: me, name: String::new(), unit: None, grants };
                let held = held_by(&insider);
                for supports in [vec![], vec![own]] {
                    for members in [vec![], vec![me], vec![somebody]] {
                        let facts =
                            kernel::WorkFacts { leads: vec![other], supports: supports.clone(), members };
                        let units = [facts.leads.as_slice(), &facts.supports].concat();
                        let may = can(&Actor::Person(insider.clone()), Action::ReadWork, Thing::Work(&facts));
                        let tokens = of_work(&units, &facts.members);
                        let found = tokens.iter().any(|token| held.tokens().contains(token));
                        assert_eq!(may.is_ok(), found, "{insider:?} {facts:?}");
                        for giver in [me, somebody] {
                            // As `assignments` reads what is confidential.
                            let named = facts.members.contains(&me) || giver == me;
                            let reads = may.is_ok() && (named || insider.is_one_of(&[Role::Leader], other));
                            let tokens = of_confidential_work(other, &units, Some(giver), &facts.members);
                            let found = tokens.iter().any(|token| held.tokens().contains(token));
                            assert_eq!(reads, found, "{insider:?} {facts:?} {giver}");
                            compared += 1;
                        }
                    }
                }
            }
        }
        assert_eq!(compared, 12 * 4 * 2 * 3 * 2);
    }
}
