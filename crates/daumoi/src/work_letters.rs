//! Letters about work: to the unit that was given it or was reminded, or asked for its words in a report, to who gave it, to who can decide what blocks it. What
//! the work is called stands on the desk, for those who may see it; not in the letter.

use crate::post_office::{Note, Outward, post_note};
use crate::press_office::PressOffice;
use async_trait::async_trait;
use db::{Cx, Db};
use jobs::{Handler, Job, JobWish};
use kernel::{Actor, AssignmentId, Failure, ObstacleId, PersonId, Role, ThingKind, ThingRef, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use web::{Lang, lookup};

/// The topic of these jobs.
pub(crate) const WORK_LETTER_TOPIC: &str = "work.letter";

/// A letter to be: what it says, about what, to whom.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Letter {
    about: ThingRef,
    says: String,
    unit: Option<UnitId>,
    person: Option<PersonId>,
    roles: Vec<Role>,
    giver: bool,
}

impl Letter {
    fn new(says: &str, about: ThingRef) -> Self {
        Self { about, says: says.to_owned(), unit: None, person: None, roles: Vec::new(), giver: false }
    }

    /// To who does it: the person named, or those of the unit who can act.
    pub(crate) fn given(id: AssignmentId, unit: UnitId, person: Option<PersonId>) -> Self {
        Self { unit: Some(unit), person, ..Self::new("given", work(id)) }
    }

    /// To a unit.
    pub(crate) fn to_unit(says: &str, about: ThingRef, unit: UnitId) -> Self {
        Self { unit: Some(unit), ..Self::new(says, about) }
    }

    /// To who gave it.
    pub(crate) fn to_giver(says: &str, id: AssignmentId) -> Self {
        Self { giver: true, ..Self::new(says, work(id)) }
    }

    /// To who can decide.
    pub(crate) fn up(id: ObstacleId, level: &str) -> Self {
        let role = if level == "leader" { Role::Leader } else { Role::FocalOfficer };
        let about = ThingRef { kind: ThingKind::Obstacle, id: id.0 };
        Self { roles: vec![role], ..Self::new("escalated", about) }
    }
}

fn work(id: AssignmentId) -> ThingRef {
    ThingRef { kind: ThingKind::Assignment, id: id.0 }
}

/// Writes the job that tells of it.
pub(crate) async fn tell(cx: &Cx, letter: Letter) -> Result<(), Failure> {
    let lane = format!("work {}", letter.about.id);
    let wish = JobWish { topic: WORK_LETTER_TOPIC, lane: &lane, payload: letter, run_at: cx.now() };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// Does these jobs.
pub(crate) struct WorkLetters {
    pub(crate) db: Db,
    pub(crate) office: Arc<PressOffice>,
    pub(crate) outward: Arc<OnceLock<Outward>>,
}

#[async_trait]
impl Handler for WorkLetters {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        // A house without ways out tells on the desk alone.
        let Some(outward) = self.outward.get().filter(|outward| outward.has_mail()) else { return Ok(()) };
        let letter: Letter =
            serde_json::from_str(&job.payload).map_err(|error| Failure::Broken(Box::new(error)))?;
        let subject = lookup(Lang::Vi, &format!("work-letter-{}", letter.says), &[]);
        let href = match (letter.about.kind, letter.unit) {
            (ThingKind::PeriodReport, Some(unit)) => {
                format!("/desk/reports/{}/parts/{unit}", letter.about.id)
            }
            _ => assignments::href(self.db.reader(), letter.about).await?.unwrap_or_default(),
        };
        let readers = self.readers(&letter).await?;
        let cx = self.db.begin(Actor::Machine("work")).await?;
        for person in readers {
            let text = format!("{subject}\n\n{}{href}\n", outward.address());
            post_note(&cx, Note { person, subject: subject.clone(), text }).await?;
        }
        cx.finish().await
    }
}

impl WorkLetters {
    async fn readers(&self, letter: &Letter) -> Result<BTreeSet<PersonId>, Failure> {
        let mut readers: BTreeSet<PersonId> = letter.person.into_iter().collect();
        if letter.giver {
            readers.extend(assignments::giver(self.db.reader(), AssignmentId(letter.about.id)).await?);
        }
        if let Some(unit) = letter.unit.filter(|_| readers.is_empty()) {
            readers.extend(assignments::readers(self.db.reader(), letter.about).await?);
            if readers.is_empty() {
                readers.extend(self.office.holders_in(unit).await?);
            }
        }
        if !letter.roles.is_empty() {
            // Who leads the unit, or all units: others do not see what blocks it.
            let lead = assignments::lead_of(self.db.reader(), letter.about).await?;
            readers.extend(self.office.holders_over(&letter.roles, lead).await?);
        }
        Ok(readers)
    }
}
