//! Agreements with outlets: their term, what they owe, what they delivered.

use super::{keep, own, reason_of, still};
use crate::House;
use crate::store::ties::{self, AgreementRow, DeliveryRow};
use crate::verbs::is_near;
use crate::watch;
use db::Cx;
use kernel::{AgreementId, CoordinationEvent, Day, Failure, NewId, Refusal, UnitId};
use std::time::Duration;
use typed::{noted, one_line, words};
use uuid::Uuid;
use web::{Format, Lang, lookup};

/// What is said of an agreement.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct AgreementWish {
    pub unit: Option<UnitId>,
    pub outlet: String,
    pub title: String,
    /// Its number as a paper.
    pub number: String,
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub stories: i64,
    pub minutes: i64,
    /// In đồng.
    pub money: i64,
    pub notes: String,
}

/// Quotas and amounts beyond these are a slip of the finger.
const MOST: i64 = 100_000;
const MOST_MONEY: i64 = 1_000_000_000_000_000;
/// Its end is told so long before.
const AHEAD: Duration = Duration::from_secs(30 * 86_400);
/// Enters an agreement.
///
/// # Errors
/// Refused without outlet, title and term, and for amounts that are none.
pub async fn make_agreement(
    cx: &mut Cx,
    house: &House,
    wish: &AgreementWish,
) -> Result<AgreementId, Failure> {
    let unit = own(cx, wish.unit)?;
    let mut against = Vec::new();
    let outlet = noted(&mut against, one_line("outlet", &wish.outlet, 200))?;
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    if outlet.is_empty() {
        against.push(Refusal::field("outlet", "refused-agreement-outlet"));
    }
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let near = |day: Day| house.app.zone.start_of(day).is_some_and(|at| is_near(at, cx.now()));
    let term = match (wish.from, wish.to) {
        (Some(from), Some(to)) if from < to && near(from) && near(to) => Some((from, to)),
        _ => None,
    };
    if term.is_none() {
        against.push(Refusal::field("to_day", "refused-agreement-term"));
    }
    let fits = |n: i64| (0..=MOST).contains(&n);
    if !fits(wish.stories) || !fits(wish.minutes) || !(0..=MOST_MONEY).contains(&wish.money) {
        against.push(Refusal::field("stories", "refused-agreement-amount"));
    }
    let number = noted(&mut against, one_line("number", &wish.number, 100))?;
    let notes = noted(&mut against, words("notes", &wish.notes, 4_000))?;
    Failure::unless(against)?;
    let Some((from, to)) = term else { return Err(Failure::NotFound) };
    let row = AgreementRow {
        id: AgreementId::fresh(),
        outlet,
        title,
        number,
        unit,
        from_day: from.to_string(),
        to_day: to.to_string(),
        stories: wish.stories,
        minutes: wish.minutes,
        money: wish.money,
        notes,
        edition: 1,
        made_at: cx.now(),
        made_by: cx.actor().id(),
        alarmed_at: None,
        ended_at: None,
        reason: String::new(),
    };
    row.put(cx.tx()).await?;
    if let Some(end) = house.app.zone.start_of(to) {
        watch::set_end(cx, row.id, end.minus(AHEAD)).await?;
    }
    cx.record(CoordinationEvent::AgreementMade { agreement: row.id, unit });
    Ok(row.id)
}

async fn agreement(cx: &Cx, id: AgreementId) -> Result<AgreementRow, Failure> {
    let row = AgreementRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    Ok(row)
}

/// What was delivered.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct DeliveryWish {
    pub day: Option<Day>,
    pub stories: i64,
    pub minutes: i64,
    pub title: String,
    pub evidence: String,
}

/// Counts what an outlet delivered, with evidence.
///
/// # Errors
/// Refused without evidence, without an amount, and for a day to come or outside the term.
pub async fn note_delivery(
    cx: &mut Cx,
    house: &House,
    id: AgreementId,
    wish: &DeliveryWish,
) -> Result<(), Failure> {
    let row = agreement(cx, id).await?;
    let mut against = Vec::new();
    let today = house.app.zone.day(cx.now());
    let day = wish.day.filter(|day| *day <= today).map(|day| day.to_string());
    let over = row.ended_at.map_or(row.to_day, |at| house.app.zone.day(at).to_string());
    let day = day.filter(|day| (&row.from_day..=&over).contains(&day));
    if day.is_none() {
        against.push(Refusal::field("day", "refused-delivery-day"));
    }
    let fits = |n: i64| (0..=1_000).contains(&n);
    if !fits(wish.stories) || !fits(wish.minutes) || wish.stories + wish.minutes == 0 {
        against.push(Refusal::field("stories", "refused-delivery-amount"));
    }
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    let evidence = noted(&mut against, one_line("evidence", &wish.evidence, 500))?;
    if evidence.is_empty() {
        against.push(Refusal::field("evidence", "refused-delivery-evidence"));
    }
    Failure::unless(against)?;
    let delivery = DeliveryRow {
        id: Uuid::now_v7(),
        agreement: id,
        day: day.unwrap_or_default(),
        stories: wish.stories,
        minutes: wish.minutes,
        title,
        evidence,
        made_at: cx.now(),
        made_by: cx.actor().id(),
    };
    delivery.put(cx.tx()).await?;
    cx.record(CoordinationEvent::Delivered { agreement: id, stories: wish.stories, minutes: wish.minutes });
    Ok(())
}

/// Takes out what was counted by mistake.
///
/// # Errors
/// Not found when it is of another agreement.
pub async fn drop_delivery(cx: &mut Cx, id: AgreementId, delivery: Uuid) -> Result<(), Failure> {
    agreement(cx, id).await?;
    if ties::drop_delivery(cx.tx(), delivery, id).await? == 0 {
        return Err(Failure::NotFound);
    }
    cx.record(CoordinationEvent::DeliveryDropped { agreement: id });
    Ok(())
}

/// Ends it before its time.
///
/// # Errors
/// Refused without a reason, and when it is over already.
pub async fn end_agreement(cx: &mut Cx, id: AgreementId, reason: &str) -> Result<(), Failure> {
    let mut row = agreement(cx, id).await?;
    still(row.ended_at)?;
    let reason = reason_of(reason)?;
    row.ended_at = Some(cx.now());
    row.reason.clone_from(&reason);
    cx.record(CoordinationEvent::AgreementEnded { agreement: id, reason });
    Ok(row.put(cx.tx()).await?)
}

/// Tells, once, that it ends soon.
///
/// # Errors
/// When the database does not answer.
pub async fn watch_agreement(cx: &mut Cx, house: &House, id: AgreementId) -> Result<(), Failure> {
    let Some(mut row) = AgreementRow::lock(cx.tx(), cx.engine(), id).await? else { return Ok(()) };
    if row.alarmed_at.is_some() || row.ended_at.is_some() {
        return Ok(());
    }
    row.alarmed_at = Some(cx.now());
    if let Some(person) = row.made_by {
        let format = Format::new(Lang::Vi, house.app.zone.clone());
        let args = [
            ("title", row.title.clone()),
            ("outlet", row.outlet.clone()),
            ("day", row.to_day.parse().map(|day| format.day(day)).unwrap_or_default()),
            ("address", format!("/desk/agreements/{id}")),
        ];
        let subject = lookup(Lang::Vi, "agreement-letter-subject", &args);
        house.office.tell(cx, person, &subject, &lookup(Lang::Vi, "agreement-letter", &args)).await?;
    }
    cx.record(CoordinationEvent::AgreementEnding { agreement: id });
    Ok(row.put(cx.tx()).await?)
}
