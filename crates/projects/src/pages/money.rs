//! The money of one project in a budget year: month by month against its plan, every entry with what was cancelled, and the
//! forms that enter more (S42).

use super::ground::{Ground, Head, dong, year_word};
use super::show::{Sums, sums};
use super::year::{MonthRow, chart, month_rows};
use super::{Choice, day, id, reasons, with_status};
use crate::House;
use crate::project::{Step, take};
use crate::store::contracts;
use crate::store::day as stored_day;
use crate::store::money::{self, GrantRow, PaymentRow};
use crate::verbs::{self, GrantWish, MONTH_FIELDS, PaymentWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Failure, ProjectId, Refusal};
use serde::Deserialize;
use typed::amount;
use web::{Asker, Crumb, Error, Fields, Page, Refused, Tab, html, refusals, said};

struct Payment {
    id: String,
    day: String,
    document: String,
    amount: String,
    contract: String,
    contract_at: String,
    note: String,
    over: String,
    entered: String,
    /// It was entered more than a week after its day.
    late: String,
    cancelled: String,
    why: String,
}

struct Grant {
    amount: String,
    decision: String,
    reason: String,
    who: String,
}

struct Edition {
    called: String,
    sum: String,
    reason: String,
    who: String,
}

struct MonthField {
    field: &'static str,
    words: String,
    typed: String,
}

#[derive(Template)]
#[template(path = "project_money.html")]
struct MoneyPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    years: Vec<Tab>,
    year: String,
    sums: Sums,
    chart: String,
    months: Vec<MonthRow>,
    payments: Vec<Payment>,
    grants: Vec<Grant>,
    editions: Vec<Edition>,
    month_fields: Vec<MonthField>,
    contracts: Vec<Choice>,
    may_pay: bool,
    may_assign: bool,
    may_plan: bool,
    open_form: String,
    f: Fields,
    refused: Vec<Refused>,
}

/// Which year.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(crate) year: String,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(project): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    page(&asker, &ground, &wanted.year, Fields::default(), &[]).await
}

async fn page(
    asker: &Asker,
    ground: &Ground,
    asked: &str,
    typed: Fields,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(ground.row.name.clone()).await?;
    let db = ground.look.db();
    let mut years = ground.years().await?;
    // Money of a year that is not yet the project's is entered for it first.
    years.extend(
        asked.parse::<i32>().ok().filter(|year| !refused.is_empty() && crate::project::is_year(*year)),
    );
    let year = ground.year(&years, asked)?;
    let (due, state) = (ground.due(year), ground.row.state());
    let sum = money::year(db, ground.id(), year).await?;
    let contracts = contracts::contracts(db, ground.id()).await?;
    let open = |step| ground.runs && take(state, step, &Default::default()).is_ok();
    let words_of = |id| contracts.iter().find(|one| Some(one.id) == id).map(|one| one.number.clone());
    let payments = money::payments(db, ground.id(), year).await?;
    let payments = payments.iter().map(|row| payment(ground, &p, row, words_of(row.contract)));
    let grants = money::grants(db, ground.id()).await?;
    let grants = grants.iter().filter(|row| row.year == year).map(|row| grant(ground, &p, row));
    let editions = money::editions(db, ground.id(), year).await?.into_iter().map(|row| Edition {
        called: p.f("project-months-edition", "number", row.edition),
        sum: dong(&p, row.sum),
        reason: row.reason,
        who: format!("{} · {}", ground.names.person(row.by_person), p.format.stamp(row.at)),
    });
    let month_fields = MONTH_FIELDS.iter().zip(sum.planned).zip(1..).map(|((field, planned), month)| {
        let known = if planned == 0 { String::new() } else { amount::dong(planned) };
        let typed = if typed.text("form") == "months" { typed.text(field).to_owned() } else { known };
        MonthField { field, words: p.f("project-month", "month", month), typed }
    });
    let response = html(&MoneyPage {
        crumbs: ground.crumbs(&p, true),
        h: ground.head(&p, "/money"),
        years: years
            .iter()
            .map(|of| Tab {
                href: format!("{}?year={}", ground.at("/money"), year_word(*of)),
                label: year_word(*of),
                count: 0,
                current: *of == year,
            })
            .collect(),
        year: year_word(year),
        sums: sums(&p, &sum, year, due, state.is_awaited()),
        chart: chart(&p, &sum, year, ground.today),
        months: month_rows(&p, &sum, year, ground.today),
        payments: payments.collect(),
        grants: grants.collect(),
        editions: editions.collect(),
        month_fields: month_fields.collect(),
        contracts: Choice::of(
            contracts
                .iter()
                .filter(|one| one.cancelled_at.is_none())
                .map(|one| (one.id.to_string(), format!("{} – {}", one.number, one.partner))),
            typed.text("contract"),
        ),
        may_pay: open(Step::Pay),
        may_assign: open(Step::Change),
        may_plan: open(Step::PlanMonths),
        open_form: typed.text("form").to_owned(),
        f: typed,
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

/// Entered later than this after its day, it is said so.
const SOON: i32 = 7;

fn payment(ground: &Ground, p: &Page, row: &PaymentRow, contract: Option<String>) -> Payment {
    let entered = p.format.zone().day(row.at);
    let after = entered.since(stored_day(&row.day)).map_or(0, |span| span.get_days());
    let cancelled = |at| format!("{} · {}", ground.names.person(row.cancelled_by), p.format.stamp(at));
    Payment {
        id: row.id.to_string(),
        day: p.format.day(stored_day(&row.day)),
        document: row.document.clone(),
        amount: dong(p, row.amount),
        contract_at: row.contract.map(|id| ground.at(&format!("/contracts/{id}"))).unwrap_or_default(),
        contract: contract.unwrap_or_default(),
        note: row.note.clone(),
        over: row.over_reason.clone(),
        entered: format!("{} · {}", ground.names.person(row.by_person), p.format.stamp(row.at)),
        late: if after > SOON { p.f("project-entered-late", "days", after) } else { String::new() },
        cancelled: row.cancelled_at.map(cancelled).unwrap_or_default(),
        why: row.cancel_reason.clone(),
    }
}

/// With its sign.
pub(crate) fn signed(p: &Page, amount: i64) -> String {
    let words = dong(p, amount);
    if amount > 0 { format!("+{words}") } else { words }
}

fn grant(ground: &Ground, p: &Page, row: &GrantRow) -> Grant {
    let decided = [("number", row.decision.clone()), ("day", p.format.day(stored_day(&row.decided_on)))];
    Grant {
        amount: signed(p, row.amount),
        decision: web::lookup(p.format.lang(), "project-decided", &decided),
        reason: row.reason.clone(),
        who: format!("{} · {}", ground.names.person(row.by_person), p.format.stamp(row.at)),
    }
}

/// An amount that may go down: a minus before it.
pub(crate) fn signed_money(text: &str) -> Option<i64> {
    let text = text.trim();
    match text.strip_prefix(['-', '−', '–']) {
        Some(rest) if !rest.trim().is_empty() => amount::money(rest).map(|amount| -amount),
        _ => amount::money(text.trim_start_matches('+')),
    }
}

async fn followed(
    house: &House,
    asker: &Asker,
    project: ProjectId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    let year = fields.text("year");
    match outcome {
        Ok(words) => {
            let year: i32 = year.parse().unwrap_or(0);
            Ok(said(&format!("/desk/projects/{project}/money?year={year}"), words))
        }
        Err(failure) => {
            let refused = reasons(failure)?;
            let ground = Ground::of(house, asker, &project.to_string()).await?;
            page(asker, &ground, year, fields.clone(), &refused).await
        }
    }
}

fn year_of(fields: &Fields) -> i32 {
    fields.parsed("year").unwrap_or(0)
}

web::steps! {
    House, ProjectId, followed;

    /// Assigns money of the year, or adjusts what was assigned.
    assign, "said-money-assigned", |cx, house, of, fields| {
        let wish = GrantWish {
            year: year_of(&fields),
            amount: signed_money(fields.text("grant_amount")),
            decision: fields.text("grant_decision").to_owned(),
            decided_on: day(fields.text("grant_on")),
            reason: fields.raw("grant_reason").to_owned(),
        };
        verbs::assign(&mut cx, &house.app.zone, of, &wish).await
    };
    /// Sets what is to be spent by month.
    plan_months, "said-months-planned", |cx, house, of, fields| {
        let months = MONTH_FIELDS.map(|field| amount::money(fields.text(field)));
        let reason = fields.raw("plan_reason");
        verbs::plan_months(&mut cx, of, year_of(&fields), months, reason).await
    };
    /// Enters money that was paid.
    pay, "said-money-spent", |cx, house, of, fields| {
        let wish = PaymentWish {
            year: year_of(&fields),
            day: day(fields.text("pay_day")),
            amount: amount::money(fields.text("amount")),
            document: fields.text("document").to_owned(),
            contract: match fields.text("contract") {
                "" => None,
                contract => Some(id(contract)?),
            },
            note: fields.text("note").to_owned(),
            over_reason: fields.raw("over_reason").to_owned(),
        };
        verbs::pay(&mut cx, &house.app.zone, of, &wish).await
    };
    /// Cancels what was entered wrongly.
    cancel, "said-money-cancelled", |cx, house, of, fields| {
        let entry = id(fields.text("entry"))?;
        verbs::cancel_payment(&mut cx, of, entry, fields.raw("cancel_reason")).await
    };
}
