//! What others ask of this house: names of its things, what waits, what was decided.

use crate::House;
use crate::pages::{may_see, said::title_of};
use crate::period::Period;
use crate::report::State;
use crate::store::briefings::{BriefingRow, DecisionRow};
use crate::store::reports::{self, ReportRow};
use db::{ConnectionTrait, Look};
use kernel::{
    Action, BriefingId, DecisionId, Failure, Moment, PeriodReportId, Thing, ThingKind, ThingRef, UnitId,
};
use web::Lang;

/// How many things wait here for who looks: reports to approve, words that their units owe.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<u64, Failure> {
    let mut count = 0;
    if look.may(Action::ApproveReports, Thing::House).is_ok() {
        count += reports::count(look.db(), (State::Submitted.name(), true)).await?;
    }
    if look.may(Action::GiveReport, Thing::House).is_ok() {
        for part in reports::asked(look.db()).await? {
            // Who writes the report itself waits for the units, not for itself.
            let writes = look.may(Action::WriteReports, Thing::House).is_ok();
            let owes =
                part.given_at.is_none() && look.may(Action::GiveReport, Thing::Unit(part.unit)).is_ok();
            count += u64::from(!writes && owes);
        }
    }
    Ok(count)
}

/// The title and address of a report, a briefing or a decision, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called(look: &Look, thing: ThingRef, lang: Lang) -> Result<Option<(String, String)>, Failure> {
    if look.may(Action::ReadWork, Thing::House).is_err() {
        return Ok(None);
    }
    let db = look.db();
    Ok(match thing.kind {
        ThingKind::PeriodReport => ReportRow::of(db, PeriodReportId(thing.id)).await?.and_then(|row| {
            may_see(look, &row).ok()?;
            Some((title_of(lang, row.period()?, &row.subject), format!("/desk/reports/{}", row.id)))
        }),
        ThingKind::Briefing => BriefingRow::of(db, BriefingId(thing.id)).await?.and_then(|row| {
            let month = Period::parse(&row.month)?;
            Some((crate::pages::said::briefing_title(lang, month), format!("/desk/briefings/{}", row.month)))
        }),
        ThingKind::Decision => match DecisionRow::of(db, DecisionId(thing.id)).await? {
            Some(row) => BriefingRow::of(db, row.briefing)
                .await?
                .map(|briefing| (row.words, format!("/desk/briefings/{}#decisions", briefing.month))),
            None => None,
        },
        _ => None,
    })
}

/// What a briefing decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What is to be done.
    pub words: String,
    /// Who does it.
    pub unit: UnitId,
    /// By when.
    pub due: Option<Moment>,
}

/// A decision by its id.
///
/// # Errors
/// Not found.
pub async fn decision(db: &impl ConnectionTrait, id: DecisionId) -> Result<Decision, Failure> {
    let row = DecisionRow::of(db, id).await?.ok_or(Failure::NotFound)?;
    Ok(Decision { words: row.words, unit: row.unit, due: row.due })
}

/// The report of a period, once there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn find(house: &House, period: Period) -> Result<Option<PeriodReportId>, Failure> {
    Ok(reports::of_period(house.app.db.reader(), &period.code()).await?.map(|row| row.id))
}
