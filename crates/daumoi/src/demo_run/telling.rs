//! What the demo's province told the press: through the same verbs, in the names of its own people.

use super::Cast;
use crate::house::Agency;
use demo::telling::{CONTACTS, Fate, MEETINGS, Meeting, RELEASES, Told};
use demo::{Role, World};
use kernel::{Action, Actor, Failure, HandClock, Moment, PersonId, PressEventId, ReleaseId, SpokespersonId};
use press::verbs::{self, ContactWish, EventWish, QuestionWish, ReleaseWish};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3_600);

/// Who acts at the press desk.
struct Desk<'a> {
    agency: &'a Agency,
    clock: &'a HandClock,
    today: Moment,
    officer: PersonId,
    speaker: PersonId,
    named: SpokespersonId,
}

/// Tells it all, up to this morning.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn tell_the_press(
    agency: &Agency,
    world: &World,
    cast: &Cast,
    clock: &HandClock,
    named: SpokespersonId,
) -> Result<(), Failure> {
    let holder = |role: Role| {
        let person = world.people.iter().find(|one| one.roles.iter().any(|held| held.role == role))?;
        cast.logins.iter().find(|login| login.address == person.login).map(|login| login.person)
    };
    let (Some(officer), Some(speaker)) = (holder(Role::PressOfficer), holder(Role::Spokesperson)) else {
        return Ok(());
    };
    let today = Moment(world.today.as_microsecond());
    let desk = Desk { agency, clock, today, officer, speaker, named };
    clock.set(desk.before(60 * 24));
    for (outlet, name, email, level) in CONTACTS {
        let wish = ContactWish {
            outlet: outlet.into(),
            name: name.into(),
            email: email.into(),
            level: level.into(),
            basis: "outlet".into(),
            ..ContactWish::default()
        };
        let mut cx = desk.wish(officer).await?;
        verbs::set_contact(&mut cx, None, &wish).await?;
        cx.finish().await?;
    }
    for meeting in &MEETINGS {
        desk.meet(meeting).await?;
    }
    for told in &RELEASES {
        desk.tell(told).await?;
    }
    clock.set(today);
    Ok(())
}

impl Desk<'_> {
    fn before(&self, hours: u64) -> Moment {
        self.today.minus(HOUR * u32::try_from(hours).unwrap_or(0))
    }

    async fn wish(&self, person: PersonId) -> Result<db::Cx, Failure> {
        let db = &self.agency.app.db;
        let actor = people::actor(db.reader(), person, &self.agency.app.zone, db.now()).await?;
        db.begin(actor).await
    }

    async fn tell(&self, told: &Told) -> Result<(), Failure> {
        let begun = match told.fate {
            Fate::Issued(hours) | Fate::Corrected(hours, ..) => self.before(hours + 3),
            Fate::Embargoed(_) => self.before(16),
            Fate::Submitted => self.before(1),
            Fate::Draft => self.before(20),
        };
        self.clock.set(begun);
        let mut cx = self.wish(self.officer).await?;
        let id = verbs::begin_release(&mut cx, told.kind, "").await?;
        cx.finish().await?;
        self.write(id, 1, told, told.body).await?;
        match told.fate {
            Fate::Draft => {}
            Fate::Submitted => {
                self.submit(id).await?;
            }
            Fate::Embargoed(hours) => {
                let seen = self.clear(id).await?;
                let until = self.today.plus(HOUR * u32::try_from(hours).unwrap_or(1));
                let mut cx = self.wish(self.officer).await?;
                let press = &self.agency.press;
                verbs::embargo_release(&mut cx, press, id, &seen, Some(until), true).await?;
                cx.finish().await?;
            }
            Fate::Issued(hours) => self.issue(id, hours).await?,
            Fate::Corrected(hours, wrong, right, note) => {
                self.issue(id, hours).await?;
                self.clock.set(self.before(hours.saturating_sub(24)));
                self.write(id, 2, told, &told.body.replace(wrong, right)).await?;
                let seen = self.clear(id).await?;
                let mut cx = self.wish(self.officer).await?;
                verbs::correct_release(&mut cx, &self.agency.press, id, &seen, note).await?;
                cx.finish().await?;
            }
        }
        Ok(())
    }

    async fn write(&self, id: ReleaseId, edition: i64, told: &Told, body: &str) -> Result<(), Failure> {
        let wish = ReleaseWish {
            kind: told.kind.into(),
            title: told.title.into(),
            lead: told.lead.into(),
            body: body.into(),
        };
        let mut cx = self.wish(self.officer).await?;
        verbs::save_release(&mut cx, id, edition, &wish).await?;
        cx.finish().await
    }

    async fn submit(&self, id: ReleaseId) -> Result<String, Failure> {
        let seen = press::release_hash(self.agency.app.db.reader(), id).await?.unwrap_or_default();
        let mut cx = self.wish(self.officer).await?;
        verbs::submit_release(&mut cx, id, &seen).await?;
        cx.finish().await?;
        Ok(seen)
    }

    async fn clear(&self, id: ReleaseId) -> Result<String, Failure> {
        let seen = self.submit(id).await?;
        self.clock.forward(HOUR);
        let mut cx = self.wish(self.speaker).await?;
        verbs::approve_release(&mut cx, &self.agency.press, id, &seen, Some(self.named)).await?;
        cx.finish().await?;
        Ok(seen)
    }

    async fn issue(&self, id: ReleaseId, hours: u64) -> Result<(), Failure> {
        let seen = self.clear(id).await?;
        self.clock.set(self.before(hours));
        let mut cx = self.wish(self.officer).await?;
        verbs::issue_release(&mut cx, &self.agency.press, id, &seen, false).await?;
        cx.finish().await?;
        let mut cx = self.wish(self.officer).await?;
        verbs::send_release(&mut cx, &self.agency.press, id, "").await?;
        cx.finish().await
    }

    async fn meet(&self, meeting: &Meeting) -> Result<(), Failure> {
        let span = HOUR * u32::try_from(meeting.hours.unsigned_abs()).unwrap_or(0);
        let past = meeting.hours < 0;
        let starts_at = if past { self.today.minus(span) } else { self.today.plus(span) };
        self.clock.set(if past { starts_at.minus(HOUR * 24 * 8) } else { self.before(48) });
        let wish = EventWish {
            kind: meeting.kind.into(),
            title: meeting.title.into(),
            starts_at: Some(starts_at),
            ends_at: Some(starts_at.plus(HOUR * 2)),
            place: "Phòng họp báo chí, số 1 đường Bờ Sông, phường Vân Lĩnh".into(),
            chair: "Bà Lý Thị Minh Tâm, Chánh Văn phòng, người phát ngôn".into(),
            content: meeting.content.into(),
            host: meeting.host.into(),
        };
        let mut cx = self.wish(self.officer).await?;
        let id = verbs::plan_event(&mut cx, &wish).await?;
        verbs::announce_event(&mut cx, id).await?;
        cx.finish().await?;
        self.prepare(id, meeting, starts_at).await?;
        if past {
            self.clock.set(starts_at.plus(HOUR));
            self.record(id, meeting).await?;
        }
        Ok(())
    }

    async fn prepare(&self, id: PressEventId, meeting: &Meeting, starts_at: Moment) -> Result<(), Failure> {
        let units = press::Office::units(&*self.agency.press.office).await?;
        // Departments, not the units inside the office.
        let departments = units.iter().filter(|(_, name)| name.starts_with("Sở "));
        for ((ask, given), (unit, _)) in meeting.asks.iter().zip(departments) {
            let mut cx = self.wish(self.officer).await?;
            let due = starts_at.minus(HOUR * 24);
            let asked = verbs::ask_contribution(&mut cx, id, *unit, ask, Some(due)).await?;
            cx.finish().await?;
            if !given.is_empty() {
                // Whoever of the unit may; the demo does not say who it was.
                let mut cx = self.agency.app.db.begin(Actor::Machine("demo")).await?;
                cx.may(Action::GiveFacts, kernel::Thing::Unit(*unit))?;
                verbs::give_contribution(&mut cx, asked, given).await?;
                cx.finish().await?;
            }
        }
        for (question, answer) in meeting.prepared {
            let wish = QuestionWish {
                prepared: true,
                question: (*question).into(),
                answer: (*answer).into(),
                ..QuestionWish::default()
            };
            let mut cx = self.wish(self.officer).await?;
            verbs::keep_question(&mut cx, id, None, &wish).await?;
            cx.finish().await?;
        }
        Ok(())
    }

    async fn record(&self, id: PressEventId, meeting: &Meeting) -> Result<(), Failure> {
        for (outlet, question, answer, owed) in meeting.asked {
            let wish = QuestionWish {
                prepared: false,
                outlet: (*outlet).into(),
                question: (*question).into(),
                answer: (*answer).into(),
                answered_by: "Bà Lý Thị Minh Tâm".into(),
                follow_up: *owed,
            };
            let mut cx = self.wish(self.officer).await?;
            verbs::keep_question(&mut cx, id, None, &wish).await?;
            cx.finish().await?;
        }
        let mut cx = self.wish(self.officer).await?;
        verbs::hold_event(&mut cx, id).await?;
        verbs::keep_record(&mut cx, id, meeting.transcript, "").await?;
        cx.finish().await
    }
}
