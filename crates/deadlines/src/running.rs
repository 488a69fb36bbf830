//! A clock that runs on a thing: its row and its story, and the one way in which it changes.

use crate::book::Book;
use crate::store::{self, ClockRow};
use clocks::{Clock, Refused, Rule, Step};
use db::{ConnectionTrait, Cx};
use jobs::JobWish;
use kernel::{ClockId, Failure, Moment, NewId, PersonId, Refusal, ThingKind, ThingRef, UnitId};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use uuid::Uuid;

/// The topic of the jobs that look at a clock when it nears its end, and at its end.
pub const DUE_TOPIC: &str = "clock.due";

/// What such a job knows.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Ring {
    pub(crate) clock: ClockId,
    /// Rings that were set before the clock was paused or extended mean nothing any more.
    pub(crate) late_from: Moment,
    /// Whether it is over, or only near.
    pub(crate) over: bool,
}

/// A row together with its story.
pub(crate) struct Running {
    pub(crate) row: ClockRow,
    pub(crate) clock: Clock,
}

impl Running {
    pub(crate) fn new(
        rule: &Rule,
        on: ThingRef,
        start: Moment,
        now: Moment,
        unit: Option<UnitId>,
        person: Option<PersonId>,
    ) -> Result<Self, Failure> {
        let clock = Clock::start(rule, start, now).map_err(refusal)?;
        let row = ClockRow {
            id: ClockId::fresh(),
            rule: rule.id.clone(),
            version: rule.from.to_string(),
            thing_kind: on.kind.name().to_owned(),
            thing: on.id,
            unit,
            person,
            state: String::new(),
            start_at: start,
            recorded_at: now,
            late_from: None,
            last_day: String::new(),
            at_a_time: false,
            estimated: false,
            ended_at: None,
            why: String::new(),
            story: String::new(),
        };
        Ok(Self { row, clock })
    }

    pub(crate) fn read(row: ClockRow) -> Result<Self, Failure> {
        let clock = serde_json::from_str(&row.story).map_err(|error| Failure::Broken(Box::new(error)))?;
        Ok(Self { row, clock })
    }

    /// The thing it runs on.
    pub(crate) fn on(&self) -> ThingRef {
        thing(&self.row)
    }

    /// Takes a step, or says why not.
    pub(crate) fn take(&mut self, book: &Book, step: Step, at: Moment) -> Result<(), Failure> {
        let rule = self.rule(book)?;
        self.clock = self.clock.take(rule, &book.zone, &book.calendar, step, at).map_err(refusal)?;
        Ok(())
    }

    pub(crate) fn rule<'a>(&self, book: &'a Book) -> Result<&'a Rule, Failure> {
        book.version(&self.row.rule, &self.row.version)
            .ok_or_else(|| Failure::broken(format!("the rule {} of a clock is gone", self.row.rule)))
    }

    /// Says anew in the columns what the story says.
    pub(crate) fn settle(&mut self, book: &Book) -> Result<(), Failure> {
        let rule = self.rule(book)?;
        match self.clock.due(rule, &book.zone, &book.calendar) {
            Ok(due) => {
                self.row.late_from = Some(due.late_from);
                self.row.last_day = due.last_day.to_string();
                (self.row.at_a_time, self.row.estimated) = (due.at_a_time, due.estimated);
            }
            Err(Refused::NoDue(clocks::NoDue::Paused)) => self.row.late_from = None,
            Err(refused) => return Err(refusal(refused)),
        }
        let (state, ended) = match self.clock.state() {
            clocks::State::Running => ("running", None),
            clocks::State::Paused => ("paused", None),
            clocks::State::Broken => ("broken", None),
            clocks::State::Met => ("met", self.clock.met_at()),
            clocks::State::MetLate => ("met-late", self.clock.met_at()),
        };
        self.row.state = state.to_owned();
        self.row.ended_at = ended;
        self.row.story =
            serde_json::to_string(&self.clock).map_err(|error| Failure::Broken(Box::new(error)))?;
        Ok(())
    }

    pub(crate) async fn insert(&mut self, cx: &Cx, book: &Book) -> Result<(), Failure> {
        self.settle(book)?;
        store::insert(cx.tx(), &self.row).await?;
        self.wind(cx, book).await
    }

    pub(crate) async fn update(&mut self, cx: &Cx, book: &Book) -> Result<(), Failure> {
        self.settle(book)?;
        store::update(cx.tx(), &self.row).await?;
        self.wind(cx, book).await
    }

    /// Sets the jobs that look at it in time, and takes back those set before.
    async fn wind(&self, cx: &Cx, book: &Book) -> Result<(), Failure> {
        let lane = self.row.id.to_string();
        jobs::forget(cx.tx(), DUE_TOPIC, &lane).await?;
        let Some(late_from) = self.row.late_from.filter(|_| self.row.state == "running") else {
            return Ok(());
        };
        let near = nearing(self.row.start_at, late_from, self.row.at_a_time, book);
        for (run_at, over) in [(near, false), (late_from, true)] {
            if !over && run_at <= cx.now() {
                continue;
            }
            let payload = Ring { clock: self.row.id, late_from, over };
            jobs::enqueue(cx.tx(), JobWish { topic: DUE_TOPIC, lane: &lane, payload, run_at }).await?;
        }
        Ok(())
    }
}

/// The clock under its lock.
pub(crate) async fn lock(cx: &Cx, id: ClockId) -> Result<Running, Failure> {
    let row = store::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.ended_at.is_some() {
        return Err(Failure::refused(Refusal::new(if row.state == "dropped" {
            "closed-clock-dropped"
        } else {
            "closed-clock-met"
        })));
    }
    Running::read(row)
}

/// The clocks of a thing that have not ended, under their locks.
pub(crate) async fn open_of(cx: &Cx, on: ThingRef) -> Result<Vec<Running>, Failure> {
    store::open_of(cx.tx(), cx.engine(), on).await?.into_iter().map(Running::read).collect()
}

/// When those who must keep a promise are reminded: after three quarters of its hours, or at the start of work on its last
/// day.
fn nearing(start: Moment, late_from: Moment, at_a_time: bool, book: &Book) -> Moment {
    let quarter = late_from.since(start) / 4;
    if at_a_time {
        return late_from.minus(quarter);
    }
    let last = late_from.minus(Duration::from_micros(1));
    let opens = book.calendar.office().first().map_or(Duration::ZERO, |(opens, _)| {
        Duration::from_secs(
            u64::try_from(i32::from(opens.hour()) * 3600 + i32::from(opens.minute()) * 60).unwrap_or(0),
        )
    });
    book.zone.start_of(book.zone.day(last)).map_or(late_from, |day| day.plus(opens))
}

/// The thing a row's clock runs on.
pub(crate) fn thing(row: &ClockRow) -> ThingRef {
    ThingRef { kind: ThingKind::named(&row.thing_kind).unwrap_or(ThingKind::Agency), id: row.thing }
}

/// What a person is told when a clock does not do what was asked.
pub(crate) fn refusal(refused: Refused) -> Failure {
    Failure::refused(match refused {
        Refused::NoReason => Refusal::field("reason", refused.key()),
        Refused::InTheFuture | Refused::BackDated => Refusal::field("start", refused.key()),
        _ => Refusal::new(refused.key()),
    })
}

/// Every clock of a thing, oldest first, with its story.
pub(crate) async fn of_things(
    db: &impl ConnectionTrait,
    kind: ThingKind,
    things: &[Uuid],
) -> Result<Vec<Running>, Failure> {
    store::of_things(db, kind, things).await?.into_iter().map(Running::read).collect()
}
