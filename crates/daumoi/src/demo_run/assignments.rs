//! The demo's work: what the office gave to four departments in October and November, told through the verbs people use.

use super::Cast;
use crate::house::Agency;
use assignments::Given;
use assignments::verbs::{self, InputWish, Want, Wish};
use db::Cx;
use demo::work::{GIVEN, HANDS, INPUT, Then, WORK, Work};
use kernel::{
    Actor, AssignmentId, Day, Failure, HandClock, Moment, PersonId, StoryId, ThingKind, ThingRef, UnitId,
};
use std::collections::HashMap;
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

struct Teller<'a> {
    agency: &'a Agency,
    clock: &'a HandClock,
    people: HashMap<&'static str, PersonId>,
    units: HashMap<String, UnitId>,
    stories: HashMap<String, StoryId>,
}

fn moment(at: &str) -> Result<Moment, Failure> {
    Moment::parse(at).ok_or_else(|| Failure::broken(format!("the demo's time {at} cannot be read")))
}

fn day(text: &str) -> Result<Day, Failure> {
    text.parse().map_err(|_| Failure::broken(format!("the demo's day {text} cannot be read")))
}

/// Tells it, up to the demo's morning.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn give_the_work(
    agency: &Agency,
    world: &demo::World,
    cast: &Cast,
    clock: &HandClock,
) -> Result<(), Failure> {
    let today = kernel::Clock::now(clock);
    let mut people = HashMap::new();
    let office = [("thu", "thu@")];
    for (key, address) in HANDS.into_iter().chain(office) {
        let login = cast.logins.iter().find(|login| login.address.starts_with(address));
        people.insert(key, login.map(|login| login.person).ok_or(Failure::NotFound)?);
    }
    let db = agency.app.db.reader();
    let names: HashMap<String, UnitId> =
        people::units(db).await?.into_iter().map(|unit| (unit.name, unit.id)).collect();
    let units = world
        .units
        .iter()
        .filter(|unit| unit.to.is_none())
        .filter_map(|unit| Some((unit.key.clone(), *names.get(&unit.name)?)))
        .collect();
    let mut titles = HashMap::new();
    for story in newsroom::every_story(db).await? {
        if let Some((title, _)) = newsroom::called(db, story).await? {
            titles.insert(title, story);
        }
    }
    let stories = world
        .stories
        .iter()
        .filter_map(|story| Some((story.key.clone(), *titles.get(&story.title)?)))
        .collect();
    let teller = Teller { agency, clock, people, units, stories };
    for told in &WORK {
        let outcome = teller.piece(told, today).await;
        outcome.map_err(|failure| Failure::broken(format!("{}: {failure}", told.title)))?;
    }
    teller.input().await?;
    clock.set(today);
    Ok(())
}

impl Teller<'_> {
    async fn wish(&self, who: &str) -> Result<Cx, Failure> {
        let db = &self.agency.app.db;
        let person = self.people.get(who).copied().ok_or(Failure::NotFound)?;
        let actor: Actor = people::actor(db.reader(), person, &self.agency.app.zone, db.now()).await?;
        db.begin(actor).await
    }

    fn unit(&self, key: &str) -> Result<UnitId, Failure> {
        self.units.get(key).copied().ok_or(Failure::NotFound)
    }

    fn at(&self, at: Moment) {
        self.clock.set(at);
    }

    async fn piece(&self, told: &Work, today: Moment) -> Result<(), Failure> {
        let given = moment(told.at)?;
        self.at(given);
        let id = self.give(told).await?;
        if told.then == Then::Waits {
            return Ok(());
        }
        let end = self.agency.app.zone.start_of(day(told.due)?).ok_or(Failure::NotFound)?;
        // Nothing is told of what lies after the morning.
        let then = |at: Moment| at.min(today.minus(HOUR));
        self.at(given.plus(HOUR * 5));
        if let Then::Declined(why) = told.then {
            let mut cx = self.wish(told.unit).await?;
            verbs::decline(&mut cx, id, why).await?;
            return cx.finish().await;
        }
        let mut cx = self.wish(told.unit).await?;
        verbs::accept(&mut cx, id, self.people.get(told.unit).copied()).await?;
        cx.finish().await?;
        self.at(then(given.plus(DAY * 3)));
        self.goes_on(told, id, end, &then).await
    }

    async fn goes_on(
        &self,
        told: &Work,
        id: AssignmentId,
        end: Moment,
        then: &impl Fn(Moment) -> Moment,
    ) -> Result<(), Failure> {
        match told.then {
            Then::Waits | Then::Accepted | Then::Declined(_) => Ok(()),
            Then::Doing(percent, note) => self.advance(told, id, percent, note).await,
            Then::Late(percent, reminders, note) => {
                self.advance(told, id, percent, note).await?;
                self.remind(id, end, reminders, then).await
            }
            Then::Done(note) => {
                self.at(then(end.minus(HOUR * 8)));
                self.claim(told, id, note).await
            }
            Then::Confirmed(mark, note) => {
                self.at(end.minus(HOUR * 15));
                self.claim(told, id, note).await?;
                self.at(end.plus(HOUR * 10));
                self.confirm(id, Some(mark)).await
            }
            Then::ConfirmedLate(mark, reminders, note) => {
                self.remind(id, end, reminders, then).await?;
                self.at(end.plus(DAY * (u32::from(reminders) + 2)));
                self.claim(told, id, note).await?;
                self.at(end.plus(DAY * (u32::from(reminders) + 3)));
                self.confirm(id, Some(mark)).await
            }
            Then::SentBack(why) => {
                self.at(end.minus(HOUR * 20));
                self.claim(told, id, "Đã lập danh mục.").await?;
                self.at(end.minus(HOUR * 14));
                let mut cx = self.wish("thu").await?;
                verbs::send_back(&mut cx, id, why).await?;
                cx.finish().await?;
                self.at(end.plus(HOUR * 9));
                let mut cx = self.wish("thu").await?;
                verbs::roll_over(&mut cx, &self.agency.app.zone, id, "Chờ bổ sung nhà xuất bản và năm.")
                    .await?;
                cx.finish().await
            }
            Then::Rolled(percent, why) => {
                self.advance(told, id, percent, why).await?;
                self.at(end.plus(HOUR * 10));
                let mut cx = self.wish("thu").await?;
                verbs::roll_over(&mut cx, &self.agency.app.zone, id, why).await?;
                cx.finish().await
            }
            Then::Stories(keys) => self.tie(told, id, keys).await,
            Then::Blocked(words, solution, level, answer) => {
                let mut cx = self.wish(told.unit).await?;
                let obstacle = verbs::raise(&mut cx, id, words, solution, level).await?;
                cx.finish().await?;
                if answer.is_empty() {
                    return Ok(());
                }
                let later = kernel::Clock::now(self.clock).plus(HOUR * 6);
                self.at(then(later));
                let mut cx = self.wish("thu").await?;
                verbs::answer(&mut cx, obstacle, 0, answer).await?;
                cx.finish().await
            }
        }
    }

    async fn give(&self, told: &Work) -> Result<AssignmentId, Failure> {
        let supports = told.supports.iter().map(|unit| self.unit(unit)).collect::<Result<_, _>>()?;
        let kind = if told.stories > 0 { "story" } else { "" };
        let wish = Wish {
            given: Given {
                from: None,
                title: told.title.to_owned(),
                words: told.words.to_owned(),
                lead: self.unit(told.unit)?,
                supports,
                members: Vec::new(),
                person: None,
                due: None,
                confidential: false,
            },
            want: Want { kind: kind.to_owned(), count: told.stories },
            day: Some(day(told.due)?),
        };
        let mut cx = self.wish("thu").await?;
        let id = verbs::assign(&mut cx, &self.agency.app.zone, wish).await?;
        cx.finish().await?;
        Ok(id)
    }

    async fn advance(&self, told: &Work, id: AssignmentId, percent: i32, note: &str) -> Result<(), Failure> {
        let mut cx = self.wish(told.unit).await?;
        verbs::advance(&mut cx, id, 0, percent, note).await?;
        cx.finish().await
    }

    async fn claim(&self, told: &Work, id: AssignmentId, note: &str) -> Result<(), Failure> {
        let mut cx = self.wish(told.unit).await?;
        verbs::claim(&mut cx, id, note).await?;
        cx.finish().await
    }

    async fn confirm(&self, id: AssignmentId, mark: Option<i32>) -> Result<(), Failure> {
        let mut cx = self.wish("thu").await?;
        verbs::confirm(&mut cx, id, 0, mark, "").await?;
        cx.finish().await
    }

    /// One reminder a day from the day after the last.
    async fn remind(
        &self,
        id: AssignmentId,
        end: Moment,
        times: u8,
        then: &impl Fn(Moment) -> Moment,
    ) -> Result<(), Failure> {
        for time in 1..=u32::from(times) {
            self.at(then(end.plus(DAY * time).plus(HOUR * 9)));
            let mut cx = self.wish("thu").await?;
            let words = "Đề nghị đơn vị gửi ngay trong ngày.";
            verbs::remind(&mut cx, &self.agency.app.zone, id, words).await?;
            cx.finish().await?;
        }
        Ok(())
    }

    /// Published stories count at once; a little after the last of them the office agrees.
    async fn tie(&self, told: &Work, id: AssignmentId, keys: &[&str]) -> Result<(), Failure> {
        let db = self.agency.app.db.reader();
        let mut last = kernel::Clock::now(self.clock);
        for key in keys {
            let story = self.stories.get(*key).copied().ok_or(Failure::NotFound)?;
            let out = newsroom::publication(db, story).await?.first_published_at;
            last = last.max(out.plus(HOUR / 4));
            self.at(last);
            let mut cx = self.wish("thu").await?;
            let thing = ThingRef { kind: ThingKind::Story, id: story.0 };
            verbs::tie(&mut cx, &*self.agency.assignments.office, id, thing).await?;
            cx.finish().await?;
        }
        if usize::try_from(told.stories).is_ok_and(|wanted| keys.len() >= wanted) {
            self.at(last.plus(HOUR));
            self.confirm(id, Some(3)).await?;
        }
        Ok(())
    }

    async fn input(&self) -> Result<(), Failure> {
        let (title, words, at, due) = INPUT;
        self.at(moment(at)?);
        let units = HANDS.iter().map(|(unit, _)| self.unit(unit)).collect::<Result<_, _>>()?;
        let wish = InputWish { title: title.into(), words: words.into(), units, day: Some(day(due)?) };
        let mut cx = self.wish("thu").await?;
        let id = verbs::ask_input(&mut cx, &self.agency.app.zone, wish, Vec::new()).await?;
        cx.finish().await?;
        for (unit, at, text) in GIVEN {
            self.at(moment(at)?);
            let mut cx = self.wish(unit).await?;
            verbs::give_input(&mut cx, id, self.unit(unit)?, 0, text, Vec::new()).await?;
            cx.finish().await?;
        }
        self.at(moment("2026-11-21T09:00+07:00")?);
        let mut cx = self.wish("thu").await?;
        verbs::remind_input(&mut cx, &self.agency.app.zone, id, None, "").await?;
        cx.finish().await
    }
}
