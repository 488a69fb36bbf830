//! How things of this half are named elsewhere: in chains, in lists of deadlines, in reports. Who may see one is asked by who
//! shows it; facts say of which unit they were asked, for units see what they were asked alone.

use crate::inquiry::Content;
use crate::petition::Kind;
use crate::store::demands::DemandRow;
use crate::store::facts::FactRow;
use crate::store::inquiries::InquiryRow;
use crate::store::petitions::PetitionRow;
use crate::store::spokespersons::SpokespersonRow;
use crate::store::yearly::YearlyRow;
use db::ConnectionTrait;
use kernel::{DemandId, FactId, Failure, InquiryId, PetitionId, SpokespersonId, UnitId, YearlyReportId};

/// The first words of a text.
pub(crate) fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    format!("{}…", cut.trim_end())
}

/// `12/2026 · Báo … · first question`.
///
/// # Errors
/// When the database does not answer.
pub async fn inquiry_name(db: &impl ConnectionTrait, id: InquiryId) -> Result<Option<String>, Failure> {
    let row = InquiryRow::of(db, id).await?;
    Ok(row.map(|row| {
        let asked = Content::read(&row.content).asked;
        let first = asked.first().map_or(String::new(), |asked| short(&asked.question, 80));
        format!("{}/{} · {} · {first}", row.no, row.year, row.outlet)
    }))
}

/// The unit that was asked and the question.
///
/// # Errors
/// When the database does not answer.
pub async fn fact_name(db: &impl ConnectionTrait, id: FactId) -> Result<Option<(UnitId, String)>, Failure> {
    Ok(FactRow::of(db, id).await?.map(|row| (row.unit, short(&row.question, 100))))
}

/// `3/2026 · Báo … · title`.
///
/// # Errors
/// When the database does not answer.
pub async fn demand_name(db: &impl ConnectionTrait, id: DemandId) -> Result<Option<String>, Failure> {
    let row = DemandRow::of(db, id).await?;
    Ok(row.map(|row| format!("{}/{} · {} · {}", row.no, row.year, row.outlet, short(&row.item_title, 80))))
}

/// `2/2026 · Báo … · subject`.
///
/// # Errors
/// When the database does not answer.
pub async fn petition_name(db: &impl ConnectionTrait, id: PetitionId) -> Result<Option<String>, Failure> {
    let row = PetitionRow::of(db, id).await?;
    Ok(row.map(|row| format!("{}/{} · {} · {}", row.no, row.year, row.outlet, short(&row.subject, 80))))
}

/// Name and post.
///
/// # Errors
/// When the database does not answer.
pub async fn spokesperson_name(
    db: &impl ConnectionTrait,
    id: SpokespersonId,
) -> Result<Option<String>, Failure> {
    Ok(SpokespersonRow::of(db, id).await?.map(|row| format!("{}, {}", row.name, row.post)))
}

/// The year of a report.
///
/// # Errors
/// When the database does not answer.
pub async fn yearly_name(db: &impl ConnectionTrait, id: YearlyReportId) -> Result<Option<i64>, Failure> {
    Ok(YearlyRow::of(db, id).await?.map(|row| row.year))
}

/// The rule whose clock starts with the conclusion of a petition, if its kind has one.
///
/// # Errors
/// When the database does not answer.
pub async fn petition_rule(
    db: &impl ConnectionTrait,
    id: PetitionId,
) -> Result<Option<&'static str>, Failure> {
    let row = PetitionRow::of(db, id).await?;
    Ok(row.and_then(|row| Kind::named(&row.kind)).and_then(Kind::rule_on_conclusion))
}
