//! Which work somebody may see, by the one rule of `kernel::can`, as a condition for lists.

use db::Value;
use kernel::{Action, Actor, PersonId, UnitId};

/// How far somebody sees.
#[derive(Debug, Clone)]
pub(crate) struct Sight {
    /// Who; nobody is the machine, which sees all.
    me: Option<PersonId>,
    /// The units whose work they see; `None` is the whole agency.
    units: Option<Vec<UnitId>>,
}

impl Sight {
    pub(crate) fn of(actor: &Actor) -> Self {
        match actor {
            Actor::Machine(_) => Self { me: None, units: None },
            Actor::Visitor => Self { me: None, units: Some(Vec::new()) },
            Actor::Person(insider) => {
                Self { me: Some(insider.id), units: insider.reach_of(Action::ReadWork) }
            }
        }
    }

    /// The condition on a row `m` of `meeting`; its values are put behind those that are there.
    pub(crate) fn seen(&self, args: &mut Vec<Value>) -> String {
        let Some(units) = &self.units else { return "1 = 1".to_owned() };
        let mut ways = Vec::new();
        if let Some(me) = self.me {
            args.push(me.into());
            let at = args.len();
            ways.push(format!("m.chair = ${at} OR m.made_by = ${at}"));
            ways.push(format!(
                "EXISTS (SELECT 1 FROM meeting_invited i WHERE i.meeting = m.id AND i.person = ${at})"
            ));
        }
        if !units.is_empty() {
            let places = db::places(args.len() + 1, units.len());
            args.extend(units.iter().map(|unit| Value::from(*unit)));
            ways.push(format!("m.unit IN ({places})"));
            ways.push(format!(
                "EXISTS (SELECT 1 FROM meeting_invited i WHERE i.meeting = m.id AND i.unit IN ({places}))"
            ));
        }
        if ways.is_empty() { "1 = 0".to_owned() } else { format!("({})", ways.join(" OR ")) }
    }
}
