//! What things of this house are called, where they are, and who hears of them.

use crate::sight;
use crate::store::assignments::AssignmentRow;
use crate::store::inputs;
use crate::store::obstacles::ObstacleRow;
use db::{ConnectionTrait, Look};
use kernel::{
    Action, AssignmentId, Failure, InputRequestId, ObstacleId, PersonId, Thing, ThingKind, ThingRef, UnitId,
};
use typed::head;

/// The name of a thing, for who may see it; an input request by its own id or by that of what one unit owes.
///
/// # Errors
/// When the database does not answer.
pub async fn called(look: &Look, thing: ThingRef) -> Result<Option<String>, Failure> {
    let db = look.db();
    match thing.kind {
        ThingKind::Assignment => seen(look, AssignmentId(thing.id)).await,
        ThingKind::Obstacle => {
            let Some(row) = ObstacleRow::of(db, ObstacleId(thing.id)).await? else { return Ok(None) };
            Ok(seen(look, row.assignment).await?.map(|_| head(&row.words, 120)))
        }
        ThingKind::InputRequest => {
            let id = InputRequestId(thing.id);
            let owed = inputs::reply(db, id).await?;
            let request = owed.as_ref().map_or(id, |owed| owed.request);
            let Some(row) = inputs::one(db, request).await? else { return Ok(None) };
            let all = look.may(Action::WriteReports, Thing::House).is_ok()
                || look.may(Action::ReadAllWork, Thing::Agency).is_ok();
            let units = match owed {
                Some(owed) => vec![owed],
                None => inputs::replies(db, request).await?,
            };
            let own = units.iter().any(|owed| look.may(Action::GiveReport, Thing::Unit(owed.unit)).is_ok());
            Ok((all || own).then_some(row.title))
        }
        _ => Ok(None),
    }
}

async fn seen(look: &Look, id: AssignmentId) -> Result<Option<String>, Failure> {
    let Some(row) = AssignmentRow::of(look.db(), id).await? else { return Ok(None) };
    let facts = sight::facts(look.db(), &row).await?;
    Ok(sight::may(look.actor(), Action::ReadWork, &row, &facts).is_ok().then_some(row.title))
}

/// The page of a thing.
///
/// # Errors
/// When the database does not answer.
pub async fn href(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Option<String>, Failure> {
    Ok(match thing.kind {
        ThingKind::Assignment => Some(format!("/desk/work/{}", thing.id)),
        ThingKind::Obstacle => ObstacleRow::of(db, ObstacleId(thing.id))
            .await?
            .map(|row| format!("/desk/work/{}#obstacle-{}", row.assignment, thing.id)),
        ThingKind::InputRequest => {
            let owed = inputs::reply(db, InputRequestId(thing.id)).await?;
            let request = owed.map_or(InputRequestId(thing.id), |owed| owed.request);
            Some(format!("/desk/work/input/{request}"))
        }
        _ => None,
    })
}

/// Who must keep its day, as lists of what is due say it: the unit and the person; of what is confidential the person alone,
/// so that the unit's other people do not learn of it.
///
/// # Errors
/// When the database does not answer.
pub async fn kept_by(
    db: &impl ConnectionTrait,
    id: AssignmentId,
) -> Result<(Option<UnitId>, Option<PersonId>), Failure> {
    let Some(row) = AssignmentRow::of(db, id).await? else { return Ok((None, None)) };
    let hidden = row.confidential && row.person.is_some();
    Ok(((!hidden).then_some(row.lead), row.person))
}

/// The unit that leads a piece of work, or the work that an obstacle blocks.
///
/// # Errors
/// When the database does not answer.
pub async fn lead_of(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Option<UnitId>, Failure> {
    let id = match thing.kind {
        ThingKind::Assignment => AssignmentId(thing.id),
        ThingKind::Obstacle => match ObstacleRow::of(db, ObstacleId(thing.id)).await? {
            Some(row) => row.assignment,
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    Ok(AssignmentRow::of(db, id).await?.map(|row| row.lead))
}

/// Who gave a piece of work.
///
/// # Errors
/// When the database does not answer.
pub async fn giver(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<PersonId>, Failure> {
    Ok(AssignmentRow::of(db, id).await?.and_then(|row| row.giver))
}

/// Who does it, where a person is named; of what is confidential also who else is named.
///
/// # Errors
/// When the database does not answer.
pub async fn readers(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<PersonId>, Failure> {
    let id = match thing.kind {
        ThingKind::Assignment => AssignmentId(thing.id),
        ThingKind::Obstacle => match ObstacleRow::of(db, ObstacleId(thing.id)).await? {
            Some(row) => row.assignment,
            None => return Ok(Vec::new()),
        },
        _ => return Ok(Vec::new()),
    };
    let Some(row) = AssignmentRow::of(db, id).await? else { return Ok(Vec::new()) };
    if row.confidential {
        return Ok(sight::facts(db, &row).await?.members);
    }
    Ok(row.person.into_iter().collect())
}
