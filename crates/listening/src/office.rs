//! What the listening asks of the rest of the house. The roof has the one implementation.

use async_trait::async_trait;
use db::Cx;
use kernel::{Failure, MentionId, Moment, PersonId, Role, StoryId, UnitId};
use pulse::topics::Aliases;
use std::collections::HashMap;

/// A story as the listening shows it.
#[derive(Debug, Clone)]
pub struct StoryLine {
    /// Its title.
    pub title: String,
    /// Where it is on the desk.
    pub href: String,
    /// Where it is public, if it is.
    pub public_href: Option<String>,
    /// The word of where it stands (`state-…`).
    pub state: String,
}

/// A mention as it can be found: no more of it than may be kept for good (L13, L14).
#[derive(Debug, Clone)]
pub struct Findable {
    /// Which.
    pub id: MentionId,
    /// Its headline.
    pub title: String,
    /// The quotation.
    pub quote: String,
    /// Whose it is.
    pub outlet: String,
    /// When it was published.
    pub published_at: Moment,
}

/// The answers of the other houses.
#[async_trait]
pub trait Office: Send + Sync {
    /// Names of units and of colleagues.
    async fn names(&self) -> Result<Names, Failure>;
    /// Units that can be asked today.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Who holds one of these roles today.
    async fn holders(&self, roles: &[Role]) -> Result<Vec<PersonId>, Failure>;
    /// Puts a letter to a colleague in the queue; it leaves where letters can leave.
    async fn write_to(&self, cx: &Cx, person: PersonId, subject: &str, text: &str) -> Result<(), Failure>;
    /// Other names of bodies, areas and persons in office, for topics.
    async fn aliases(&self) -> Result<Aliases, Failure>;
    /// Begins a story of a unit with a title and a text to start from.
    async fn begin_answer(
        &self,
        cx: &mut Cx,
        unit: UnitId,
        title: &str,
        text: &str,
    ) -> Result<StoryId, Failure>;
    /// A story, if it is there.
    async fn story(&self, story: StoryId) -> Result<Option<StoryLine>, Failure>;
    /// Title and text of a story as the public reads it in this transaction.
    async fn said(&self, cx: &Cx, story: StoryId) -> Result<(String, String), Failure>;
    /// Lets mentions be found, or found as something else.
    async fn cards(&self, cx: &Cx, mentions: &[Findable]) -> Result<(), Failure>;
}

/// Names by id.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of units.
    pub units: HashMap<UnitId, String>,
    /// Of people.
    pub people: HashMap<PersonId, String>,
}

impl Names {
    /// Of a person; empty for the machine.
    #[must_use]
    pub fn person(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.people.get(&id).cloned()).unwrap_or_default()
    }

    /// Of a unit.
    #[must_use]
    pub fn unit(&self, id: Option<UnitId>) -> String {
        id.and_then(|id| self.units.get(&id).cloned()).unwrap_or_default()
    }
}
