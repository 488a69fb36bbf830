//! Who may see a question, and who may see who asked: those who handle it, and nobody else (L17).

use crate::store::questions::QuestionRow;
use kernel::{Action, Actor, Thing, UnitId, can, role_table};

/// What somebody sees of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// It does not exist for them.
    Nothing,
    /// The question without the asker, and with gaps where its text points to a person.
    Question,
    /// All of it.
    Asker,
}

/// What `actor` sees of a question.
pub(crate) fn sight(actor: &Actor, row: &QuestionRow) -> Sight {
    if matches!(actor, Actor::Machine(_)) {
        return Sight::Asker;
    }
    match row.unit {
        // Who says which unit answers must read all of it to say so, and needs to know no more once a unit has it.
        None if routes(actor) => Sight::Asker,
        Some(unit) if handles(actor, unit) => Sight::Asker,
        Some(unit) if can(actor, Action::ReadQuestions, Thing::Unit(unit)).is_ok() => Sight::Question,
        Some(_) if routes(actor) => Sight::Question,
        // What is nobody's yet is seen by those who read for the whole agency.
        None if units(actor).is_none() => Sight::Question,
        Some(_) | None => Sight::Nothing,
    }
}

/// Whether they say which unit answers.
pub(crate) fn routes(actor: &Actor) -> bool {
    can(actor, Action::RouteQuestions, Thing::House).is_ok()
}

/// Whether they write or approve the answers of a unit. Who publishes them needs the question without who asked it.
fn handles(actor: &Actor, unit: UnitId) -> bool {
    [Action::AnswerQuestions, Action::ApproveReplies]
        .into_iter()
        .any(|action| can(actor, action, Thing::Unit(unit)).is_ok())
}

/// The units whose questions they read; `None` is the whole agency.
pub(crate) fn units(actor: &Actor) -> Option<Vec<UnitId>> {
    match actor {
        Actor::Machine(_) => None,
        _ if routes(actor) => None,
        _ => {
            actor.person().map_or(Some(Vec::new()), |person| person.reach(role_table(Action::ReadQuestions)))
        }
    }
}
