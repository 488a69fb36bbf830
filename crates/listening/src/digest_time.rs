//! The hour of the press review: drafted an hour before, sent at its hour when a second person has approved it.
//!
//! One job row waits at any time, for the next draft or the next sending; doing it writes the one after it. A review that
//! is not approved at its hour is not sent: who is on duty is told.

use crate::digest;
use crate::settings::Settings;
use crate::{House, store, verbs};
use async_trait::async_trait;
use db::Cx;
use jobs::{Handler, Job, JobWish};
use kernel::{Actor, Day, Failure, Moment, Role, Zone};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use web::{Format, Lang, Locale};

/// The topic, and the lane, of these jobs.
pub const DIGEST_TOPIC: &str = "press.digest";
/// How long before its hour it is drafted.
const BEFORE: Duration = Duration::from_secs(3600);
/// A process that was away for longer than this past the hour lets the day go.
const TOO_LATE: Duration = Duration::from_secs(6 * 3600);
const DAY: Duration = Duration::from_secs(86_400);

/// What is to be done.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wish {
    day: String,
    /// The minute of the day that was set then: another one by now has a job of its own.
    at: u16,
    send: bool,
}

/// Writes the job for the next time, in place of the one that waits.
pub(crate) async fn plan(cx: &Cx, zone: &Zone, after: Moment) -> Result<(), Failure> {
    jobs::forget(cx.tx(), DIGEST_TOPIC, DIGEST_TOPIC).await?;
    let settings = Settings::read(cx.tx()).await?;
    let (Some((day, due)), Some(at)) = (settings.next_digest(zone, after), settings.digest_at) else {
        return Ok(());
    };
    let draft = due.minus(BEFORE);
    let (run_at, send) = if draft > cx.now() { (draft, false) } else { (due, true) };
    put(cx, Wish { day: day.to_string(), at, send }, run_at).await
}

async fn put(cx: &Cx, payload: Wish, run_at: Moment) -> Result<(), Failure> {
    let wish = JobWish { topic: DIGEST_TOPIC, lane: DIGEST_TOPIC, payload, run_at };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// Does these jobs.
pub struct DigestTime(pub House);

#[async_trait]
impl Handler for DigestTime {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let wish: Wish =
            serde_json::from_str(&job.payload).map_err(|error| Failure::broken(error.to_string()))?;
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        let settings = Settings::read(cx.tx()).await?;
        let day: Day = wish.day.parse().map_err(|_| Failure::broken("a digest without a day"))?;
        let zone = &self.0.app.zone;
        let Some(due) = settings.digest_due(zone, day).filter(|_| settings.digest_at == Some(wish.at)) else {
            return Ok(());
        };
        // A job may come twice; what it did, it finds done.
        if !store::settings::pass(cx.tx(), "digest-done", &format!("{} {}", wish.day, u8::from(wish.send)))
            .await?
        {
            return Ok(());
        }
        if cx.now() > due.plus(TOO_LATE) {
            tracing::warn!(day = wish.day, "the press review of that day is let go: its hour is long over");
            plan_next(&cx, zone, &settings, cx.now()).await?;
        } else if wish.send {
            self.send(&mut cx, day, due).await?;
            plan_next(&cx, zone, &settings, due).await?;
        } else {
            self.draft(&mut cx, day).await?;
            put(&cx, Wish { send: true, ..wish }, due).await?;
        }
        cx.finish().await
    }
}

/// The job of the day after one that is done. Nothing else waits in the lane but what is being done.
async fn plan_next(cx: &Cx, zone: &Zone, settings: &Settings, after: Moment) -> Result<(), Failure> {
    let (Some((day, due)), Some(at)) = (settings.next_digest(zone, after), settings.digest_at) else {
        return Ok(());
    };
    put(cx, Wish { day: day.to_string(), at, send: false }, due.minus(BEFORE)).await
}

impl DigestTime {
    /// Drafts the review of the last 24 hours, where nobody has.
    async fn draft(&self, cx: &mut Cx, day: Day) -> Result<(), Failure> {
        if store::digests::of_day(cx.tx(), &day.to_string()).await?.is_some() {
            return Ok(());
        }
        let (from, to) = (cx.now().minus(DAY), cx.now());
        verbs::draft_digest(cx, day, from, to).await
    }

    /// Sends what was approved; tells who is on duty of what was not.
    async fn send(&self, cx: &mut Cx, day: Day, due: Moment) -> Result<(), Failure> {
        let row = store::digests::of_day(cx.tx(), &day.to_string()).await?;
        match row {
            Some(row) if row.sent_at.is_some() => Ok(()),
            Some(row) if digest::is_approved(&row) => verbs::send_digest(cx, day).await,
            _ => self.tell_late(cx, day, due).await,
        }
    }

    async fn tell_late(&self, cx: &Cx, day: Day, due: Moment) -> Result<(), Failure> {
        let (locale, format) = (Locale(Lang::Vi), Format::new(Lang::Vi, self.0.app.zone.clone()));
        let said = [("day", format.long_day(day)), ("time", format.time(due))];
        let subject = web::lookup(locale.0, "digest-late-subject", &said);
        let text = web::lookup(locale.0, "digest-late-letter", &said);
        let on_duty = store::alerts::on_duty(cx.tx(), &day.to_string()).await?;
        let mut people: Vec<_> = on_duty.into_iter().map(|duty| duty.person).collect();
        if people.is_empty() {
            people = self.0.office.holders(&[Role::DutyOfficer, Role::PressOfficer]).await?;
        }
        for person in people {
            self.0.office.write_to(cx, person, &subject, &text).await?;
        }
        Ok(())
    }
}
