//! What happened: a closed list, one for each house. Each is one entry of the ledger and, through `reactions.rs` in the roof,
//! the cause of everything that follows.
//!
//! Events carry ids, hashes and the words a person gave as a reason; never a text's content.

mod answers;
mod assignments;
mod clock;
mod coordination;
mod listening;
mod newsroom;
mod of_house;
mod people;
mod planning;
mod press;
mod projects;
mod release;
mod reports;
mod sites;
mod thing;

pub use answers::AnswersEvent;
pub use assignments::AssignmentEvent;
pub use clock::ClockEvent;
pub use coordination::CoordinationEvent;
pub use listening::ListeningEvent;
pub use newsroom::NewsroomEvent;
pub use people::PeopleEvent;
pub use planning::PlanningEvent;
pub use press::PressEvent;
pub use projects::ProjectEvent;
pub use release::ReleaseEvent;
pub use reports::ReportEvent;
pub use sites::SiteEvent;
pub use thing::{ThingKind, ThingRef};

use serde::Serialize;

/// Writes the list of houses: what happened is what happened in one of them.
macro_rules! houses {
    ($( $(#[$told:meta])* $house:ident($event:ident) ),+ $(,)?) => {
        /// What happened, by the house in which it did.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Event {
            $( $(#[$told])* $house($event), )+
        }

        impl Event {
            /// Every name there is, by house.
            pub const NAMES: &[&[&str]] = &[$( $event::NAMES ),+];

            /// The thing it is about: the ledger's and the queue's key.
            #[must_use]
            pub fn thing(&self) -> ThingRef {
                match self { $( Self::$house(event) => event.thing(), )+ }
            }

            /// The name of what happened, as in the ledger and in locale keys (`event-…`).
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $( Self::$house(event) => event.name(), )+ }
            }

            /// Whether what the public reads changes with it: every node's page cache listens to this.
            #[must_use]
            pub fn is_public(&self) -> bool {
                match self { $( Self::$house(event) => event.is_public(), )+ }
            }
        }

        $(
            impl From<$event> for Event {
                fn from(event: $event) -> Self {
                    Self::$house(event)
                }
            }
        )+
    };
}

houses! {
    /// What happened to the agency and its people.
    People(PeopleEvent),
    /// What happened to a site.
    Site(SiteEvent),
    /// What happened to a story or a picture.
    Newsroom(NewsroomEvent),
    /// What happened while listening to the press.
    Listening(ListeningEvent),
    /// What happened to a running clock, a rule or the calendar.
    Clock(ClockEvent),
    /// What happened at the press desk.
    Press(PressEvent),
    /// What happened to a release, a contact or a press event.
    Release(ReleaseEvent),
    /// What happened between the agency and the people.
    Answers(AnswersEvent),
    /// What happened in planning.
    Planning(PlanningEvent),
    /// What happened to a project.
    Projects(ProjectEvent),
    /// What happened to work given to units.
    Assignments(AssignmentEvent),
    /// What happened where units work together.
    Coordination(CoordinationEvent),
    /// What happened to period reports and briefings.
    Reports(ReportEvent),
}
