//! How the demo's units worked together: briefings every Monday, rooms and vehicles, agreements, presenters, a training; told
//! through the verbs that people use.

use super::Cast;
use crate::house::Agency;
use coordination::observance::Observance;
use coordination::verbs::{
    self, AgreementWish, BookingWish, ConclusionWish, DeliveryWish, FacilityWish, NoticeWish, Presence,
    PresenterWish, RoundWish, SessionWish, TrainingWish,
};
use coordination::{Priority, meetings_between};
use db::Cx;
use demo::together::{
    AGREEMENTS, BOOKINGS, BRIEFINGS, Conclusion, Course, DAYS, FACILITIES, INVITED, PRESENTERS, TRAINED,
    TRAINING,
};
use kernel::{Day, Failure, HandClock, MeetingId, Moment, PersonId, UnitId};
use std::collections::HashMap;
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3_600);

struct Teller<'a> {
    agency: &'a Agency,
    clock: &'a HandClock,
    units: HashMap<String, UnitId>,
    keeper: PersonId,
    chair: PersonId,
}

/// Tells it, up to the demo's morning.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn work_together(
    agency: &Agency,
    world: &demo::World,
    cast: &Cast,
    clock: &HandClock,
) -> Result<(), Failure> {
    let today = kernel::Clock::now(clock);
    let person = |start: &str| {
        let login = cast.logins.iter().find(|login| login.address.starts_with(start));
        login.map(|login| login.person).ok_or(Failure::NotFound)
    };
    let names: HashMap<String, UnitId> =
        people::units(agency.app.db.reader()).await?.into_iter().map(|unit| (unit.name, unit.id)).collect();
    let units = world
        .units
        .iter()
        .filter(|unit| unit.to.is_none())
        .filter_map(|unit| Some((unit.key.clone(), *names.get(&unit.name)?)))
        .collect();
    let teller = Teller { agency, clock, units, keeper: person("thu@")?, chair: person("tam@")? };
    teller.briefings(today).await?;
    teller.facilities(today).await?;
    teller.ties(today).await?;
    clock.set(today);
    Ok(())
}

fn moment(at: &str) -> Result<Moment, Failure> {
    let whole = format!("{at}:00+07:00");
    Moment::parse(&whole).ok_or_else(|| Failure::broken(format!("the demo's time {at} cannot be read")))
}

fn day(text: &str) -> Result<Day, Failure> {
    text.parse().map_err(|_| Failure::broken(format!("the demo's day {text} cannot be read")))
}

impl Teller<'_> {
    fn house(&self) -> &coordination::House {
        &self.agency.coordination
    }

    async fn wish(&self, person: PersonId) -> Result<Cx, Failure> {
        let db = &self.agency.app.db;
        let actor = people::actor(db.reader(), person, &self.agency.app.zone, db.now()).await?;
        db.begin(actor).await
    }

    fn unit(&self, key: &str) -> Result<UnitId, Failure> {
        self.units.get(key).copied().ok_or_else(|| Failure::broken(format!("the demo has no unit {key}")))
    }

    fn many(&self, keys: &[&str]) -> Result<Vec<UnitId>, Failure> {
        keys.iter().map(|key| self.unit(key)).collect()
    }

    async fn briefings(&self, today: Moment) -> Result<(), Failure> {
        self.clock.set(moment("2026-09-04T09:00")?);
        let wish = RoundWish {
            unit: Some(self.unit("vp")?),
            title: "Giao ban công tác thông tin, truyền thông tuần".into(),
            chair: Some(self.chair),
            rhythm: "weekly".into(),
            day: 1,
            at: Some(8 * 60),
            minutes: 90,
            place: "Phòng họp 201".into(),
            agenda: "Kết quả tuần qua, việc quá hạn\nTrọng tâm thông tin tuần tới\nKhó khăn, đề xuất của các đơn vị".into(),
            units: self.many(&INVITED)?,
            ..RoundWish::default()
        };
        let mut cx = self.wish(self.keeper).await?;
        let round = verbs::begin_round(&mut cx, self.house(), &wish).await?;
        cx.finish().await?;
        for briefing in &BRIEFINGS {
            let begins = moment(&format!("{}T08:00", briefing.day))?;
            self.clock.set(begins.plus(HOUR * 2));
            let mut cx = self.agency.app.db.begin(kernel::Actor::Machine("demo")).await?;
            verbs::call_ahead(&mut cx, self.house(), round).await?;
            cx.finish().await?;
            let found = meetings_between(self.agency.app.db.reader(), begins, begins.plus(HOUR)).await?;
            let Some(meeting) = found.first().map(|line| line.id) else { continue };
            match briefing.course {
                Course::Missed(reason) => {
                    let mut cx = self.wish(self.keeper).await?;
                    verbs::miss_meeting(&mut cx, meeting, reason).await?;
                    cx.finish().await?;
                }
                Course::Held(record, conclusions) => {
                    self.record(meeting, record, conclusions).await?;
                    self.approve(meeting, begins).await?;
                }
                Course::Waits(record, conclusions) => self.record(meeting, record, conclusions).await?,
            }
        }
        self.clock.set(today);
        let mut cx = self.agency.app.db.begin(kernel::Actor::Machine("demo")).await?;
        verbs::call_ahead(&mut cx, self.house(), round).await?;
        cx.finish().await
    }

    async fn record(
        &self,
        meeting: MeetingId,
        record: &str,
        conclusions: &[Conclusion],
    ) -> Result<(), Failure> {
        let mut cx = self.wish(self.keeper).await?;
        verbs::hold_meeting(&mut cx, meeting).await?;
        let invited = coordination::invited_to(cx.tx(), meeting).await?;
        let list: Vec<Presence> = invited
            .into_iter()
            .map(|invited| Presence { invited, presence: "present".into(), stood_in: String::new() })
            .collect();
        verbs::keep_attendance(&mut cx, meeting, &list).await?;
        let edition = coordination::edition_of(cx.tx(), meeting).await?;
        verbs::write_record(&mut cx, meeting, edition, record).await?;
        for one in conclusions {
            let wish = ConclusionWish {
                words: one.words.into(),
                lead: Some(self.unit(one.lead)?),
                supports: self.many(one.supports)?,
                due: if one.due.is_empty() { None } else { Some(day(one.due)?) },
            };
            verbs::keep_conclusion(&mut cx, self.house(), meeting, None, &wish).await?;
        }
        let hash = coordination::record_hash(cx.tx(), meeting).await?;
        verbs::submit_record(&mut cx, self.house(), meeting, &hash).await?;
        cx.finish().await
    }

    async fn approve(&self, meeting: MeetingId, begins: Moment) -> Result<(), Failure> {
        self.clock.set(begins.plus(HOUR * 7));
        let mut cx = self.wish(self.chair).await?;
        let hash = coordination::record_hash(cx.tx(), meeting).await?;
        verbs::approve_record(&mut cx, meeting, &hash).await?;
        cx.finish().await?;
        self.clock.forward(HOUR);
        let mut cx = self.wish(self.keeper).await?;
        let drafted = coordination::drafted_notice(self.house(), meeting).await?;
        let wish = NoticeWish {
            symbol: "TB-VP".into(),
            authority: "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG".into(),
            post: "Phó Chánh Văn phòng".into(),
            ..drafted
        };
        verbs::issue_notice(&mut cx, self.house(), meeting, &wish).await?;
        cx.finish().await
    }

    async fn facilities(&self, today: Moment) -> Result<(), Failure> {
        self.clock.set(moment("2026-09-01T09:00")?);
        let mut made = Vec::new();
        for (kind, name, unit, place, notes) in FACILITIES {
            let wish = FacilityWish {
                kind: kind.into(),
                name: name.into(),
                unit: Some(self.unit(unit)?),
                place: place.into(),
                notes: notes.into(),
            };
            let mut cx = self.wish(self.keeper).await?;
            made.push(verbs::add_facility(&mut cx, self.house(), &wish).await?);
            cx.finish().await?;
        }
        self.clock.set(today.minus(HOUR * 30));
        for (at, unit, purpose, from, to) in BOOKINGS {
            let Some(facility) = made.get(at).copied() else { continue };
            let wish = BookingWish {
                facility,
                unit: self.unit(unit)?,
                purpose: purpose.into(),
                from: Some(moment(from)?),
                to: Some(moment(to)?),
                priority: Priority::Usual,
                displace: String::new(),
            };
            let mut cx = self.wish(self.keeper).await?;
            verbs::book(&mut cx, self.house(), &wish).await?;
            cx.finish().await?;
        }
        Ok(())
    }

    async fn ties(&self, today: Moment) -> Result<(), Failure> {
        for agreed in &AGREEMENTS {
            self.clock.set(moment(&format!("{}T09:00", agreed.term.0))?);
            let (stories, minutes, money) = agreed.quota;
            let wish = AgreementWish {
                unit: Some(self.unit("vp")?),
                outlet: agreed.outlet.into(),
                title: agreed.title.into(),
                number: agreed.number.into(),
                from: Some(day(agreed.term.0)?),
                to: Some(day(agreed.term.1)?),
                stories,
                minutes,
                money,
                notes: String::new(),
            };
            let mut cx = self.wish(self.keeper).await?;
            let id = verbs::make_agreement(&mut cx, self.house(), &wish).await?;
            cx.finish().await?;
            for (on, stories, minutes, title, evidence) in agreed.delivered {
                self.clock.set(moment(&format!("{on}T16:00"))?);
                let wish = DeliveryWish {
                    day: Some(day(on)?),
                    stories: *stories,
                    minutes: *minutes,
                    title: (*title).into(),
                    evidence: (*evidence).into(),
                };
                let mut cx = self.wish(self.keeper).await?;
                verbs::note_delivery(&mut cx, self.house(), id, &wish).await?;
                cx.finish().await?;
            }
        }
        self.clock.set(today.minus(HOUR * 24));
        for one in &PRESENTERS {
            let wish = PresenterWish {
                unit: Some(self.unit("vp")?),
                name: one.name.into(),
                office: one.office.into(),
                fields: one.fields.into(),
                document: "Quyết định 118/QĐ-UBND ngày 20/01/2026".into(),
            };
            let mut cx = self.wish(self.keeper).await?;
            let id = verbs::name_presenter(&mut cx, &wish).await?;
            for (at, title, place, audience, forms) in one.sessions {
                let wish = SessionWish {
                    at: Some(moment(at)?),
                    title: (*title).into(),
                    place: (*place).into(),
                    audience: *audience,
                };
                let session = verbs::note_session(&mut cx, id, &wish).await?;
                for (marks, words) in *forms {
                    verbs::evaluate(&mut cx, id, session, *marks, words).await?;
                }
            }
            cx.finish().await?;
        }
        let (title, from, to, place, teachers, content) = TRAINING;
        let wish = TrainingWish {
            unit: Some(self.unit("vp")?),
            title: title.into(),
            starts_at: Some(moment(from)?),
            ends_at: Some(moment(to)?),
            place: place.into(),
            teachers: teachers.into(),
            content: content.into(),
        };
        let mut cx = self.wish(self.keeper).await?;
        let id = verbs::plan_training(&mut cx, &wish).await?;
        let list: Vec<String> = TRAINED.iter().map(|(name, office, _)| format!("{name}; {office}")).collect();
        verbs::enrol(&mut cx, id, &list.join("\n")).await?;
        let came: Vec<_> = coordination::enrolled(cx.tx(), id)
            .await?
            .into_iter()
            .zip(TRAINED)
            .filter(|(_, (_, _, came))| *came)
            .map(|(guest, _)| guest)
            .collect();
        verbs::keep_presence(&mut cx, id, &came, &came).await?;
        for (title, day, month, lunar, since) in DAYS {
            let wish = Observance { title: title.into(), day, month, lunar, since };
            verbs::add_observance(&mut cx, self.house(), Some(self.unit("vp")?), &wish).await?;
        }
        cx.finish().await
    }
}
