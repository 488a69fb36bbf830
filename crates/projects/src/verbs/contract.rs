//! Contracts of a project: signed, changed by annexes, accepted with evidence.

use super::sheet::{Sheet, past};
use crate::project::{Step, is_amount, said};
use crate::records::Kept;
use crate::store::contracts::{self as contracts, AcceptanceRow, AnnexRow, ContractRow, Standing};
use crate::store::day;
use db::Cx;
use kernel::{Day, Failure, ProjectEvent, ProjectId, Refusal, Zone};
use typed::amount::MOST_MONEY;
use typed::{lines, too_long as not_longer, words};
use uuid::Uuid;

/// A contract as it was signed.
#[derive(Debug, Clone, Default)]
pub struct ContractWish {
    /// Its number.
    pub number: String,
    /// When it was signed.
    pub signed_on: Option<Day>,
    /// With whom.
    pub partner: String,
    /// Đồng; `None` could not be read, as below.
    pub value: Option<i64>,
    /// What may be paid before anything is accepted.
    pub advance: Option<i64>,
    /// What is kept back for the warranty.
    pub retention: Option<i64>,
    /// Until when it runs.
    pub until: Option<Day>,
    /// What it is about.
    pub about: String,
}

/// Enters a contract.
///
/// # Errors
/// Refused without number, day, partner and value, and when advance or retention are more than the value.
pub async fn sign_contract(
    cx: &mut Cx,
    zone: &Zone,
    id: ProjectId,
    wish: &ContractWish,
) -> Result<Uuid, Failure> {
    Sheet::open_to(cx, id, Step::Contract).await?;
    let mut against = Vec::new();
    let number = said("number", &wish.number, 100, Some("refused-contract-number"), &mut against);
    let partner = said("partner", &wish.partner, 300, Some("refused-contract-partner"), &mut against);
    let signed = past("signed_on", wish.signed_on, zone.day(cx.now()), &mut against);
    let about = lines(&wish.about);
    not_longer("about", &about, 3000, &mut against);
    let value = wish.value.filter(|value| is_amount(*value)).unwrap_or(0);
    if value == 0 {
        against.push(Refusal::field("value", "refused-line-money"));
    }
    for (field, part) in [("advance", wish.advance), ("retention", wish.retention)] {
        if part.is_none_or(|part| part < 0 || part > value) {
            against.push(Refusal::field(field, "refused-contract-part"));
        }
    }
    if let (Some(signed), Some(until)) = (signed, wish.until)
        && until < signed
    {
        against.push(Refusal::field("until", "refused-line-order"));
    }
    let known = contracts::contracts(cx.tx(), id).await?;
    if known.iter().any(|row| row.cancelled_at.is_none() && row.number == number) {
        against.push(Refusal::field("number", "refused-contract-twice"));
    }
    Failure::unless(against)?;
    let row = ContractRow {
        id: Uuid::now_v7(),
        project: id,
        number,
        signed_on: signed.map(|day| day.to_string()).unwrap_or_default(),
        partner,
        value,
        advance: wish.advance.unwrap_or(0),
        retention: wish.retention.unwrap_or(0),
        until_day: wish.until.map(|day| day.to_string()).unwrap_or_default(),
        about,
        at: cx.now(),
        by_person: cx.actor().id(),
        cancelled_at: None,
        cancelled_by: None,
        cancel_reason: String::new(),
    };
    contracts::put_contract(cx.tx(), &row).await?;
    cx.record(ProjectEvent::ContractSet { project: id, contract: row.id });
    Ok(row.id)
}

/// A contract that stands, under the lock of its project.
async fn standing(cx: &Cx, id: ProjectId, contract: Uuid) -> Result<Standing, Failure> {
    Sheet::open_to(cx, id, Step::Contract).await?;
    let all = contracts::standing(cx.tx(), id).await?;
    let found = all.into_iter().find(|one| one.row.id == contract).ok_or(Failure::NotFound)?;
    if found.row.cancelled_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-contract-void")));
    }
    Ok(found)
}

/// An annex that changes value or term.
#[derive(Debug, Clone, Default)]
pub struct AnnexWish {
    /// Its number.
    pub number: String,
    /// When it was signed.
    pub signed_on: Option<Day>,
    /// Đồng, up or down, or 0; `None` could not be read.
    pub change: Option<i64>,
    /// Until when it runs now.
    pub until: Option<Day>,
    /// Why and what.
    pub about: String,
}

/// Enters an annex.
///
/// # Errors
/// Refused when it changes nothing, and when the value would be less than what was accepted.
pub async fn annex(
    cx: &mut Cx,
    zone: &Zone,
    (id, contract): (ProjectId, Uuid),
    wish: &AnnexWish,
) -> Result<(), Failure> {
    let found = standing(cx, id, contract).await?;
    let mut against = Vec::new();
    let number = said("annex_number", &wish.number, 100, Some("refused-contract-number"), &mut against);
    let signed = past("annex_on", wish.signed_on, zone.day(cx.now()), &mut against);
    let about = said("annex_about", &wish.about, 1000, Some("refused-annex-about"), &mut against);
    let change = wish.change.filter(|change| change.checked_abs().is_some_and(|change| change <= MOST_MONEY));
    match change {
        None => against.push(Refusal::field("annex_change", "refused-line-money")),
        Some(0) if wish.until.is_none() => {
            against.push(Refusal::field("annex_change", "refused-annex-nothing"));
        }
        Some(change) => {
            let next = found.value().saturating_add(change);
            if next <= 0 || next < found.accepted() {
                against.push(Refusal::field("annex_change", "refused-annex-below"));
            }
        }
    }
    Failure::unless(against)?;
    let row = AnnexRow {
        id: Uuid::now_v7(),
        project: id,
        contract,
        number,
        signed_on: signed.map(|day| day.to_string()).unwrap_or_default(),
        change: change.unwrap_or(0),
        until_day: wish.until.map(|day| day.to_string()).unwrap_or_default(),
        about,
        at: cx.now(),
        by_person: cx.actor().id(),
    };
    contracts::add_annex(cx.tx(), &row).await?;
    cx.record(ProjectEvent::ContractSet { project: id, contract });
    Ok(())
}

/// What was accepted.
#[derive(Debug, Clone, Default)]
pub struct AcceptanceWish {
    /// When.
    pub day: Option<Day>,
    /// Đồng; `None` could not be read.
    pub value: Option<i64>,
    /// By whom.
    pub accepted_by: String,
    /// What.
    pub note: String,
    /// The signed record, kept.
    pub file: Option<Kept>,
}

/// Enters that something a contract delivers was accepted.
///
/// # Errors
/// Refused without day, value and who accepted, before the contract, and above its value: an annex comes first.
pub async fn accept(
    cx: &mut Cx,
    zone: &Zone,
    (id, contract): (ProjectId, Uuid),
    wish: AcceptanceWish,
) -> Result<Uuid, Failure> {
    let found = standing(cx, id, contract).await?;
    let mut against = Vec::new();
    let accepted_by =
        said("accepted_by", &wish.accepted_by, 300, Some("refused-acceptance-who"), &mut against);
    let note = said("accepted_note", &wish.note, 1000, None, &mut against);
    let on = past("accepted_on", wish.day, zone.day(cx.now()), &mut against);
    if on.is_some_and(|on| on < day(&found.row.signed_on)) {
        against.push(Refusal::field("accepted_on", "refused-acceptance-early"));
    }
    let value = wish.value.filter(|value| is_amount(*value)).unwrap_or(0);
    if value == 0 {
        against.push(Refusal::field("accepted_value", "refused-line-money"));
    } else if found.accepted().saturating_add(value) > found.value() {
        against.push(Refusal::field("accepted_value", "refused-acceptance-over"));
    }
    Failure::unless(against)?;
    let file = wish.file.unwrap_or_default();
    let row = AcceptanceRow {
        id: Uuid::now_v7(),
        project: id,
        contract,
        day: on.map(|day| day.to_string()).unwrap_or_default(),
        value,
        accepted_by,
        note,
        file_name: file.name,
        file_kind: file.kind.to_owned(),
        sha256: file.sha256,
        at: cx.now(),
        by_person: cx.actor().id(),
        cancelled_at: None,
        cancelled_by: None,
        cancel_reason: String::new(),
    };
    contracts::put_acceptance(cx.tx(), &row).await?;
    let sha256 = row.sha256;
    cx.record(ProjectEvent::ContractAccepted { project: id, contract, sha256 });
    Ok(row.id)
}

/// Voids an acceptance that was entered wrongly.
///
/// # Errors
/// Refused without a reason; not found when it is void already.
pub async fn void_acceptance(
    cx: &mut Cx,
    (id, contract): (ProjectId, Uuid),
    acceptance: Uuid,
    reason: &str,
) -> Result<(), Failure> {
    let found = standing(cx, id, contract).await?;
    let mut row = found
        .acceptances
        .into_iter()
        .find(|one| one.id == acceptance && one.cancelled_at.is_none())
        .ok_or(Failure::NotFound)?;
    let reason = why(reason)?;
    (row.cancelled_at, row.cancelled_by) = (Some(cx.now()), cx.actor().id());
    row.cancel_reason.clone_from(&reason);
    contracts::put_acceptance(cx.tx(), &row).await?;
    cx.record(ProjectEvent::ContractVoided { project: id, contract, reason });
    Ok(())
}

/// Voids a contract that was entered wrongly.
///
/// # Errors
/// Refused without a reason, and while something was accepted or paid on it.
pub async fn void_contract(
    cx: &mut Cx,
    (id, contract): (ProjectId, Uuid),
    reason: &str,
) -> Result<(), Failure> {
    let found = standing(cx, id, contract).await?;
    if found.accepted() > 0 || found.paid > 0 {
        return Err(Failure::refused(Refusal::new("closed-contract-used")));
    }
    let reason = why(reason)?;
    let mut row = found.row;
    (row.cancelled_at, row.cancelled_by) = (Some(cx.now()), cx.actor().id());
    row.cancel_reason.clone_from(&reason);
    contracts::put_contract(cx.tx(), &row).await?;
    cx.record(ProjectEvent::ContractVoided { project: id, contract, reason });
    Ok(())
}

fn why(reason: &str) -> Result<String, Failure> {
    let reason = words("void_reason", reason, 1000)?;
    if reason.is_empty() {
        return Err(Failure::refused(Refusal::field("void_reason", "refused-plan-reason")));
    }
    Ok(reason)
}
