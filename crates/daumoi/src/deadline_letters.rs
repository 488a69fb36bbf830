//! Letters about deadlines: to those who must keep a promise when its time nears its end, and to leaders as well when it was
//! not kept and the rule says so.

use crate::post_office::{Note, Outward, post_note};
use crate::press_office::PressOffice;
use async_trait::async_trait;
use db::{Cx, Db};
use deadlines::{Rules, Told};
use jobs::{Handler, Job, JobWish};
use kernel::{Actor, ClockId, Failure, PersonId, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use web::Lang;

/// The topic of these jobs.
pub(crate) const CLOCK_LETTER_TOPIC: &str = "clock.letter";

#[derive(Debug, Serialize, Deserialize)]
struct Bell {
    clock: ClockId,
    over: bool,
}

/// Writes the job that tells of it.
pub(crate) async fn tell(cx: &Cx, clock: ClockId, over: bool) -> Result<(), Failure> {
    let payload = Bell { clock, over };
    // Not the clock's own lane: there the ring of its end still waits, and nothing passes it.
    let lane = format!("letter {clock}");
    let wish = JobWish { topic: CLOCK_LETTER_TOPIC, lane: &lane, payload, run_at: cx.now() };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// Does these jobs.
pub(crate) struct DeadlineLetters {
    pub(crate) db: Db,
    pub(crate) rules: Rules,
    pub(crate) office: Arc<PressOffice>,
    pub(crate) outward: Arc<OnceLock<Outward>>,
}

#[async_trait]
impl Handler for DeadlineLetters {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        // A house without ways out tells on the desk alone.
        let Some(outward) = self.outward.get().filter(|outward| outward.has_mail()) else { return Ok(()) };
        let bell: Bell =
            serde_json::from_str(&job.payload).map_err(|error| Failure::Broken(Box::new(error)))?;
        let page = crate::frame::letter_page(&self.office.zone);
        let Some(told) = deadlines::told(&self.rules, self.db.reader(), &page, bell.clock).await? else {
            return Ok(());
        };
        let readers = self.readers(&told, bell.over).await?;
        let key = if bell.over { "clock-letter-over" } else { "clock-letter-near" };
        let subject = web::lookup(Lang::Vi, key, &[("rule", told.rule.clone())]);
        let cx = self.db.begin(Actor::Machine("clock")).await?;
        for person in readers {
            // The name of the thing is on the desk, for those who may see it; not in the letter.
            let text =
                format!("{subject}\n{}\n\n{}/desk/clocks/{}\n", told.due, outward.address(), bell.clock);
            post_note(&cx, Note { person, subject: subject.clone(), text }).await?;
        }
        cx.finish().await
    }
}

impl DeadlineLetters {
    /// Who must keep it; without a person those of the unit who can act, or the press desk; and leaders when it is over and
    /// the rule says so.
    async fn readers(&self, told: &Told, over: bool) -> Result<BTreeSet<PersonId>, Failure> {
        let mut readers: BTreeSet<PersonId> = told.person.into_iter().collect();
        if readers.is_empty() {
            readers.extend(match told.unit {
                Some(unit) => self.office.holders_in(unit).await?,
                None => {
                    let roles = [Role::PressOfficer, Role::FocalOfficer, Role::DutyOfficer];
                    self.office.holders_over(&roles, None).await?
                }
            });
        }
        if over && told.tell_leader {
            readers.extend(self.office.holders_over(&[Role::Leader], told.unit).await?);
        }
        Ok(readers)
    }
}
