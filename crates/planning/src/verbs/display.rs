//! Say what is to be seen for a campaign, with its exact words, place, unit and days; and say yes to the words (S60).

use super::campaign::goes_on;
use super::sheet::Sheet;
use crate::display::{Display, State};
use crate::line::sha256;
use crate::store::displays::{self, DisplayRow, MarkRow, WordsRow};
use crate::store::{campaigns, display_photos};
use db::Cx;
use kernel::{Action, Failure, PersonId, PlanId, PlanningEvent, Refusal, Thing, UnitId, WorkFacts, can};
use uuid::Uuid;

/// More than any campaign hangs.
const MOST: i64 = 3000;

/// An item under its campaign's lock.
pub(super) struct Opened {
    pub(super) sheet: Sheet,
    pub(super) row: DisplayRow,
}

/// Opens one of a campaign that goes on, for who sees the campaign.
pub(super) async fn opened(cx: &Cx, plan: PlanId, id: Uuid) -> Result<Opened, Failure> {
    let sheet = Sheet::open(cx, plan).await?;
    goes_on(&sheet)?;
    let row = displays::display(cx.tx(), plan, id).await?.ok_or(Failure::NotFound)?;
    Ok(Opened { sheet, row })
}

/// Whether somebody keeps the whole campaign.
pub(crate) fn keeps(actor: &kernel::Actor, campaign: UnitId) -> Result<(), Failure> {
    Ok(can(actor, Action::KeepPlans, Thing::Unit(campaign))?)
}

/// Whether somebody does an item's work: who keeps the campaign, its unit, and who sits in the body that does it (S94).
pub(crate) fn does(
    actor: &kernel::Actor,
    campaign: UnitId,
    (unit, members): (UnitId, Vec<PersonId>),
) -> Result<(), Failure> {
    let facts = WorkFacts { leads: vec![unit], supports: Vec::new(), members };
    if keeps(actor, campaign).is_ok() || can(actor, Action::DoWork, Thing::Work(&facts)).is_ok() {
        return Ok(());
    }
    Err(Failure::Forbidden(Refusal::new("denied-unit")))
}

/// Who sits in the body of an item.
pub(crate) async fn members(
    db: &impl db::ConnectionTrait,
    plan: PlanId,
    body: Option<Uuid>,
) -> Result<Vec<PersonId>, Failure> {
    let Some(body) = body else { return Ok(Vec::new()) };
    let seats = campaigns::seats(db, plan).await?;
    Ok(seats.into_iter().filter(|seat| seat.body == body).filter_map(|seat| seat.person).collect())
}

/// Whether somebody may write an item for a unit: who keeps the campaign, and who writes that unit's plans.
pub(crate) fn writes(actor: &kernel::Actor, campaign: UnitId, unit: UnitId) -> Result<(), Failure> {
    keeps(actor, campaign).or_else(|_| Ok(can(actor, Action::WritePlan, Thing::Unit(unit))?))
}

pub(super) async fn mark(cx: &Cx, display: Uuid, what: &str, words: &str) -> Result<(), Failure> {
    let row = MarkRow { what: what.into(), words: words.into(), at: cx.now(), by_person: cx.actor().id() };
    Ok(displays::mark(cx.tx(), display, &row).await?)
}

/// Says what is to be seen, or says it anew. Other words need a new yes; what hangs keeps its words.
///
/// # Errors
/// Refused with every reason; forbidden for units that are not one's own; an event or a body of another campaign is not there.
pub async fn set_display(
    cx: &mut Cx,
    plan: PlanId,
    id: Option<Uuid>,
    wish: Display,
) -> Result<Uuid, Failure> {
    let sheet = Sheet::open(cx, plan).await?;
    goes_on(&sheet)?;
    let campaign = sheet.row.unit;
    let known = match id {
        Some(id) => Some(displays::display(cx.tx(), plan, id).await?.ok_or(Failure::NotFound)?),
        None => None,
    };
    if let Some(row) = &known {
        writes(cx.actor(), campaign, row.unit)?;
    }
    writes(cx.actor(), campaign, wish.unit)?;
    let wish = placed(cx, plan, wish.clean(), known.as_ref()).await?;
    let mut against = wish.reasons_against(sheet.row.period());
    let wordings = match &known {
        Some(row) => displays::wordings(cx.tx(), row.id).await?,
        None => Vec::new(),
    };
    let now_words = wordings.first();
    let reworded = now_words.is_none_or(|last| last.words != wish.words);
    match known.as_ref().map(DisplayRow::state) {
        Some(State::Down | State::Dropped) => against.push(Refusal::new("closed-display-state")),
        Some(State::Up | State::Checked) if reworded => {
            against.push(Refusal::field("words", "closed-display-hangs"));
        }
        None if displays::many(cx.tx(), plan).await? >= MOST => {
            against.push(Refusal::new("refused-campaign-many"));
        }
        _ => {}
    }
    Failure::unless(against)?;
    let is_new = known.is_none();
    let mut row = known.unwrap_or_else(|| DisplayRow::fresh(&wish, cx.now()));
    row.written(&wish);
    if reworded {
        row.words += 1;
        let words = WordsRow {
            number: row.words,
            hash: sha256(wish.words.as_bytes()),
            words: wish.words.clone(),
            at: cx.now(),
            by_person: cx.actor().id(),
            approved_at: None,
            approved_by: None,
        };
        displays::add_words(cx.tx(), row.id, &words).await?;
    }
    displays::put(cx.tx(), plan, &row, &wish.folded()).await?;
    let what = match (is_new, reworded) {
        (true, _) => "planned",
        (false, true) => "reworded",
        (false, false) => "changed",
    };
    mark(cx, row.id, what, "").await?;
    cx.record(PlanningEvent::DisplaySet { plan });
    Ok(row.id)
}

/// With the days of its event, where it hangs on one; only events and bodies of this campaign are there.
async fn placed(
    cx: &Cx,
    plan: PlanId,
    wish: Display,
    known: Option<&DisplayRow>,
) -> Result<Display, Failure> {
    if let Some(body) = wish.body
        && !campaigns::bodies(cx.tx(), plan).await?.iter().any(|row| row.id == body)
    {
        return Err(Failure::NotFound);
    }
    let Some(event) = wish.event else { return Ok(wish) };
    let event = campaigns::event(cx.tx(), plan, event).await?.ok_or(Failure::NotFound)?;
    let hangs = known.is_some_and(|row| row.state().is_up());
    Ok(wish.placed(crate::store::day(&event.day), hangs))
}

/// Says yes to exactly the words that were shown. Who wrote them does not.
///
/// # Errors
/// Forbidden without that right; stale when they are others by now; refused for their writer.
pub async fn approve_words(cx: &mut Cx, plan: PlanId, id: Uuid, hash: &str) -> Result<(), Failure> {
    let Opened { sheet, row } = opened(cx, plan, id).await?;
    let campaign = Thing::Unit(sheet.row.unit);
    cx.may(Action::ApprovePlan, campaign).or_else(|_| cx.may(Action::KeepPlans, campaign))?;
    let wordings = displays::wordings(cx.tx(), row.id).await?;
    let words = wordings.first().ok_or(Failure::NotFound)?;
    if words.hash != hash {
        return Err(Failure::Stale(Refusal::new("stale-display-words")));
    }
    let mut against = Vec::new();
    if words.approved_at.is_some() {
        against.push(Refusal::new("closed-display-approved"));
    }
    if words.by_person.is_some() && words.by_person == cx.actor().id() {
        against.push(Refusal::new("closed-display-own-words"));
    }
    if row.state() == State::Dropped {
        against.push(Refusal::new("closed-display-state"));
    }
    Failure::unless(against)?;
    displays::approve_words(cx.tx(), row.id, words.number, (cx.now(), cx.actor().id())).await?;
    mark(cx, row.id, "words-approved", "").await?;
    let hash = hash.to_owned();
    cx.record(PlanningEvent::DisplayWordsApproved { plan, display: row.id, hash });
    Ok(())
}

/// What a step of this item needs to know, for this person.
pub(crate) async fn facts(
    db: &impl db::ConnectionTrait,
    row: &DisplayRow,
    me: Option<PersonId>,
) -> Result<crate::display::Facts, Failure> {
    let words = displays::wordings(db, row.id).await?;
    Ok(crate::display::Facts {
        approved: words.first().is_some_and(|last| last.approved_at.is_some()),
        photos: display_photos::that_prove(db, row.id).await?,
        same: me.is_some() && row.put_by == me,
    })
}
