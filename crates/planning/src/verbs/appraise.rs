//! Appraise: two or more units look at the same version side by side, each at its own aspect (S65).

use super::sheet::{Sheet, facts};
use crate::plan::Step;
use crate::store::appraisals::{self, AppraisalRow};
use db::Cx;
use kernel::{Action, Actor, Day, Failure, Grant, PlanId, PlanningEvent, Refusal, Thing, UnitId, Zone};
use typed::words;
use uuid::Uuid;

/// What a unit looks at. Locale keys `plan-aspect-…`.
pub const ASPECTS: [&str; 4] = ["content", "finance", "legal", "other"];
/// What it can say. Locale keys `plan-opinion-…`.
pub const OPINIONS: [&str; 3] = ["agree", "changes", "disagree"];

/// Who is asked for what.
#[derive(Debug, Clone)]
pub struct AppraisalWish {
    /// Who.
    pub unit: Option<UnitId>,
    /// Of [`ASPECTS`].
    pub aspect: String,
    /// By when.
    pub due: Option<Day>,
}

/// Asks a unit to appraise the version that was presented.
///
/// # Errors
/// Refused before it was presented, and when that unit was asked for that aspect.
pub async fn ask_appraisal(cx: &mut Cx, id: PlanId, wish: &AppraisalWish) -> Result<Uuid, Failure> {
    let mut sheet = Sheet::open_for(cx, id, Action::KeepPlans).await?;
    let known = facts(cx.tx(), &sheet.row, None).await?;
    sheet.take(Step::AskAppraisal, &known)?;
    let Some(aspect) = ASPECTS.into_iter().find(|aspect| *aspect == wish.aspect) else {
        return Err(Failure::refused(Refusal::field("aspect", "refused-plan-aspect")));
    };
    let Some(unit) = wish.unit else {
        return Err(Failure::refused(Refusal::field("unit", "refused-unit")));
    };
    let before = appraisals::of_plan(cx.tx(), id).await?;
    let twice =
        |one: &AppraisalRow| one.version == sheet.row.version && one.unit == unit && one.aspect == aspect;
    if before.iter().any(twice) {
        return Err(Failure::refused(Refusal::field("unit", "refused-plan-asked-twice")));
    }
    let row = AppraisalRow {
        id: Uuid::now_v7(),
        plan: id,
        version: sheet.row.version,
        unit,
        aspect: aspect.to_owned(),
        due_day: wish.due.map(|day| day.to_string()).unwrap_or_default(),
        asked_at: cx.now(),
        opinion: String::new(),
        words: String::new(),
        given_on: String::new(),
        given_at: None,
        given_by: None,
    };
    appraisals::put(cx.tx(), &row).await?;
    sheet.save(cx).await?;
    cx.record(PlanningEvent::AppraisalAsked { plan: id, unit, aspect: row.aspect });
    Ok(row.id)
}

/// An opinion as it is given.
#[derive(Debug, Clone, Default)]
pub struct OpinionWish {
    /// Of [`OPINIONS`].
    pub opinion: String,
    /// In words.
    pub words: String,
    /// The day of the paper it stands in.
    pub on: Option<Day>,
}

/// Gives the opinion of a unit; it can be given anew while the plan is appraised.
///
/// # Errors
/// Forbidden for another unit; refused without an opinion, without a day between the asking and today, and without words where
/// it does not simply agree.
pub async fn appraise(
    cx: &mut Cx,
    zone: &Zone,
    plan: PlanId,
    id: Uuid,
    wish: &OpinionWish,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, plan).await?;
    let mut row = appraisals::appraisal(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    if row.plan != plan {
        return Err(Failure::NotFound);
    }
    cx.may(Action::Appraise, Thing::Unit(row.unit))?;
    let mut against = Vec::new();
    if row.version != sheet.row.version {
        against.push(Refusal::new("closed-plan-old-version"));
    }
    // What somebody of the unit said is theirs to say anew: who sees to the whole agency does not put other words in its place.
    let theirs = row.given_by.is_some() && row.given_by != cx.actor().id() && !is_of(cx.actor(), row.unit);
    if theirs {
        against.push(Refusal::new("closed-plan-opinion-given"));
    }
    let known = facts(cx.tx(), &sheet.row, None).await?;
    if let Err(Failure::Refused(reasons)) = sheet.take(Step::Appraise, &known) {
        against.extend(reasons);
    }
    let text = words("words", &wish.words, 10_000)?;
    match OPINIONS.into_iter().find(|opinion| *opinion == wish.opinion) {
        Some(opinion) => {
            if opinion != "agree" && text.is_empty() {
                against.push(Refusal::field("words", "refused-plan-opinion-words"));
            }
            opinion.clone_into(&mut row.opinion);
        }
        None => against.push(Refusal::field("opinion", "refused-plan-opinion")),
    }
    match wish.on {
        Some(day) if day > zone.day(cx.now()) || day < zone.day(row.asked_at) => {
            against.push(Refusal::field("given", "refused-plan-opinion-day"));
        }
        Some(day) => row.given_on = day.to_string(),
        None => against.push(Refusal::field("given", "refused-day")),
    }
    Failure::unless(against)?;
    (row.words, row.given_at, row.given_by) = (text, Some(cx.now()), cx.actor().id());
    appraisals::put(cx.tx(), &row).await?;
    cx.record(PlanningEvent::AppraisalGiven { plan, unit: row.unit, opinion: row.opinion });
    Ok(())
}

/// Whether they hold a role in this very unit, and not only over the whole agency.
fn is_of(actor: &Actor, unit: UnitId) -> bool {
    let holds = |grant: &Grant| grant.covers.as_ref().is_some_and(|units| units.contains(&unit));
    actor.person().is_some_and(|me| me.grants.iter().any(holds))
}
