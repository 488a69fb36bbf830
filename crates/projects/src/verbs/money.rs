//! The money of a project: assigned and adjusted, planned by month, paid; what was wrong is cancelled and stays to be seen (S42).

use super::sheet::{Sheet, past};
use crate::project::{Step, is_amount, is_year, month_of, said};
use crate::store::contracts;
use crate::store::money::{self, EditionRow, GrantRow, PaymentRow};
use db::Cx;
use kernel::{Day, Failure, ProjectEvent, ProjectId, Refusal, Zone};
use typed::amount::MOST_MONEY;
use typed::words;
use uuid::Uuid;

/// Money that is assigned.
#[derive(Debug, Clone, Default)]
pub struct GrantWish {
    /// Of which budget year.
    pub year: i32,
    /// Đồng, up or down; `None` could not be read.
    pub amount: Option<i64>,
    /// Number of the decision.
    pub decision: String,
    /// Its day.
    pub decided_on: Option<Day>,
    /// Why, from the second time on.
    pub reason: String,
}

/// Assigns money of a year, or adjusts what was assigned: the difference is entered and every entry stays.
///
/// # Errors
/// Refused when less would remain than nothing or than what was paid, and when all years together are more than the total.
pub async fn assign(cx: &mut Cx, zone: &Zone, id: ProjectId, wish: &GrantWish) -> Result<(), Failure> {
    let sheet = Sheet::open_to(cx, id, Step::Change).await?;
    let mut against = Vec::new();
    let known = money::grants(cx.tx(), id).await?;
    let is_first = !known.iter().any(|row| row.year == wish.year);
    let decision =
        said("grant_decision", &wish.decision, 100, Some("refused-project-decision"), &mut against);
    let decided = past("grant_on", wish.decided_on, zone.day(cx.now()), &mut against);
    let reason = words("grant_reason", &wish.reason, 1000)?;
    let amount = wish.amount.unwrap_or(0);
    if amount == 0 || amount.checked_abs().is_none_or(|amount| amount > MOST_MONEY) {
        against.push(Refusal::field("grant_amount", "refused-line-money"));
    }
    if !is_year(wish.year) {
        against.push(Refusal::field("grant_year", "refused-project-years"));
    }
    if !is_first && reason.is_empty() {
        against.push(Refusal::field("grant_reason", "refused-project-adjust-reason"));
    }
    let year = money::year(cx.tx(), id, wish.year).await?;
    let next = year.assigned.saturating_add(amount);
    let (all, _) = money::totals(cx.tx(), id).await?;
    if next < 0 {
        against.push(Refusal::field("grant_amount", "refused-project-below-nothing"));
    } else if amount < 0 && next < year.paid() {
        against.push(Refusal::field("grant_amount", "refused-project-below-paid"));
    }
    if all.saturating_add(amount) > sheet.row.total {
        against.push(Refusal::field("grant_amount", "refused-project-over-total"));
    }
    Failure::unless(against)?;
    let row = GrantRow {
        id: Uuid::now_v7(),
        project: id,
        year: wish.year,
        amount,
        decision,
        decided_on: decided.map(|day| day.to_string()).unwrap_or_default(),
        reason: reason.clone(),
        at: cx.now(),
        by_person: cx.actor().id(),
    };
    money::add_grant(cx.tx(), &row).await?;
    cx.record(ProjectEvent::MoneyAssigned { project: id, year: wish.year, amount, reason });
    Ok(())
}

/// Sets what is to be spent in each of the twelve months of a year. The plan before stays.
///
/// # Errors
/// Refused when the months are more than what was assigned, when nothing changes, and without a reason from the second on.
pub async fn plan_months(
    cx: &mut Cx,
    id: ProjectId,
    year: i32,
    months: [Option<i64>; 12],
    reason: &str,
) -> Result<(), Failure> {
    Sheet::open_to(cx, id, Step::PlanMonths).await?;
    let reason = words("plan_reason", reason, 1000)?;
    let mut against = Vec::new();
    let mut kept = [0i64; 12];
    for ((cell, month), field) in kept.iter_mut().zip(months).zip(MONTH_FIELDS) {
        match month.filter(|amount| (0..=MOST_MONEY).contains(amount)) {
            Some(amount) => *cell = amount,
            None => against.push(Refusal::field(field, "refused-line-money")),
        }
    }
    let before = money::editions(cx.tx(), id, year).await?;
    let known = money::year(cx.tx(), id, year).await?;
    if kept.iter().fold(0i64, |sum, one| sum.saturating_add(*one)) > known.assigned {
        against.push(Refusal::field("month_1", "refused-project-plan-over"));
    }
    if !before.is_empty() && known.planned == kept {
        against.push(Refusal::new("refused-change-nothing"));
    }
    if !before.is_empty() && reason.is_empty() {
        against.push(Refusal::field("plan_reason", "refused-project-adjust-reason"));
    }
    Failure::unless(against)?;
    let row = EditionRow {
        edition: before.first().map_or(1, |row| row.edition + 1),
        reason: reason.clone(),
        at: cx.now(),
        by_person: cx.actor().id(),
        sum: 0,
    };
    money::add_months(cx.tx(), (id, year), &row, &kept).await?;
    cx.record(ProjectEvent::MoneyPlanned { project: id, year, months: kept.to_vec(), reason });
    Ok(())
}

/// The fields of the twelve months in a form.
pub(crate) const MONTH_FIELDS: [&str; 12] = [
    "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8", "month_9",
    "month_10", "month_11", "month_12",
];

/// Money that was paid.
#[derive(Debug, Clone, Default)]
pub struct PaymentWish {
    /// Of which budget year.
    pub year: i32,
    /// When: in that year, or in January after it.
    pub day: Option<Day>,
    /// Đồng; `None` could not be read.
    pub amount: Option<i64>,
    /// Number of the document.
    pub document: String,
    /// On which contract.
    pub contract: Option<Uuid>,
    /// What for.
    pub note: String,
    /// Why more was paid than was assigned, or than was accepted and may be advanced.
    pub over_reason: String,
}

/// Enters money that was paid. More than was assigned, or than was accepted and may be advanced, is entered with a reason:
/// what was paid was paid, and books that refuse it would only be wrong for longer.
///
/// # Errors
/// Refused without day, amount and document, for a day ahead, for what stands there already, and above a bound without a
/// reason.
pub async fn pay(cx: &mut Cx, zone: &Zone, id: ProjectId, wish: &PaymentWish) -> Result<Uuid, Failure> {
    Sheet::open_to(cx, id, Step::Pay).await?;
    let mut against = Vec::new();
    let document = said("document", &wish.document, 100, Some("refused-payment-document"), &mut against);
    let note = said("note", &wish.note, 500, None, &mut against);
    let over_reason = words("over_reason", &wish.over_reason, 1000)?;
    let day = past("pay_day", wish.day, zone.day(cx.now()), &mut against).unwrap_or(Day::MIN);
    let month = month_of(wish.year, day);
    if wish.day.is_some() && (month.is_none() || !is_year(wish.year)) {
        against.push(
            Refusal::field("pay_day", "refused-payment-year").with("year", format!("{:04}", wish.year)),
        );
    }
    let amount = wish.amount.filter(|amount| is_amount(*amount));
    if amount.is_none() {
        against.push(Refusal::field("amount", "refused-line-money"));
    }
    let amount = amount.unwrap_or(0);
    let row = PaymentRow {
        id: Uuid::now_v7(),
        project: id,
        year: wish.year,
        month: month.unwrap_or(0),
        day: day.to_string(),
        amount,
        document,
        contract: wish.contract,
        note,
        over_reason,
        at: cx.now(),
        by_person: cx.actor().id(),
        cancelled_at: None,
        cancelled_by: None,
        cancel_reason: String::new(),
    };
    against.extend(bounds(cx, id, &row).await?);
    Failure::unless(against)?;
    money::put_payment(cx.tx(), &row).await?;
    let (entry, year, day) = (row.id, row.year, row.day);
    cx.record(ProjectEvent::MoneySpent { project: id, entry, year, day, amount });
    Ok(entry)
}

/// What stands against a payment in the books of the project.
async fn bounds(cx: &Cx, id: ProjectId, row: &PaymentRow) -> Result<Vec<Refusal>, Failure> {
    let mut against = Vec::new();
    let known = money::payments(cx.tx(), id, row.year).await?;
    let same = |one: &PaymentRow| {
        one.cancelled_at.is_none()
            && (&one.day, one.amount, &one.document, one.contract)
                == (&row.day, row.amount, &row.document, row.contract)
    };
    if known.iter().any(same) {
        against.push(Refusal::field("document", "refused-payment-twice"));
    }
    let year = money::year(cx.tx(), id, row.year).await?;
    let more = |bound: i64, paid: i64| paid.saturating_add(row.amount).saturating_sub(bound).max(0);
    let mut over = vec![("refused-payment-over-assigned", more(year.assigned, year.paid()))];
    if let Some(contract) = row.contract {
        let all = contracts::standing(cx.tx(), id).await?;
        match all.into_iter().find(|one| one.row.id == contract && one.row.cancelled_at.is_none()) {
            Some(one) => over.push(("refused-payment-over-accepted", more(one.payable(), one.paid))),
            None => against.push(Refusal::field("contract", "refused-payment-contract")),
        }
    }
    if row.over_reason.is_empty() {
        for (key, more) in over.into_iter().filter(|(_, more)| *more > 0) {
            against.push(Refusal::field("over_reason", key).with("more", typed::amount::dong(more)));
        }
    }
    Ok(against)
}

/// Cancels what was entered wrongly, with a reason. It stays to be seen and counts no longer.
///
/// # Errors
/// Refused without a reason and when it was cancelled already.
pub async fn cancel_payment(cx: &mut Cx, id: ProjectId, entry: Uuid, reason: &str) -> Result<(), Failure> {
    Sheet::open_to(cx, id, Step::Pay).await?;
    let mut row = money::payment(cx.tx(), id, entry).await?.ok_or(Failure::NotFound)?;
    let reason = words("cancel_reason", reason, 1000)?;
    let mut against = Vec::new();
    if row.cancelled_at.is_some() {
        against.push(Refusal::new("closed-payment-cancelled"));
    }
    if reason.is_empty() {
        against.push(Refusal::field("cancel_reason", "refused-plan-reason"));
    }
    Failure::unless(against)?;
    (row.cancelled_at, row.cancelled_by) = (Some(cx.now()), cx.actor().id());
    row.cancel_reason.clone_from(&reason);
    money::put_payment(cx.tx(), &row).await?;
    cx.record(ProjectEvent::MoneyCancelled { project: id, entry, reason });
    Ok(())
}
