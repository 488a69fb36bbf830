//! Agreements with outlets: what was agreed, what was delivered, what ends soon.

use super::shared::{crumb, day, history, own_units, paragraphs, unit_choices};
use crate::House;
use crate::office::Names;
use crate::store::ties::{self, AgreementRow, DeliveryRow};
use crate::verbs::{self, AgreementWish, DeliveryWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, AgreementId, Day, Failure, Refusal, Thing, UnitId};
use web::{
    Asker, Choice, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish,
    with_status,
};

/// How far a quota is.
struct Quota {
    label: String,
    done: String,
    of: String,
    percent: i64,
}

struct Line {
    href: String,
    outlet: String,
    title: String,
    number: String,
    unit: String,
    term: String,
    chip: &'static str,
    standing: String,
    quotas: Vec<Quota>,
    money: String,
}

struct Delivery {
    id: String,
    day: String,
    title: String,
    amount: String,
    evidence: String,
    link: bool,
}

/// What stands in a form.
#[derive(Default)]
struct Typed {
    outlet: String,
    title: String,
    number: String,
    from_day: String,
    to_day: String,
    stories: String,
    minutes: String,
    money: String,
    notes: String,
    day: String,
    evidence: String,
}

#[derive(Template)]
#[template(path = "agreements.html")]
struct AgreementsPage {
    p: Page,
    lines: Vec<Line>,
    own: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "agreement.html")]
struct AgreementPage {
    p: Page,
    crumbs: Vec<Crumb>,
    agreement: String,
    one: Line,
    notes: Vec<String>,
    reason: String,
    deliveries: Vec<Delivery>,
    keeps: bool,
    open: bool,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
    typed: Typed,
}

fn sees(look: &db::Look, row: &AgreementRow) -> bool {
    look.may(Action::ReadWork, Thing::Unit(row.unit)).is_ok()
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, None, Typed::default(), Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    unit: Option<UnitId>,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("agreements-title")).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let today = house.app.zone.day(look.now());
    let mut lines = Vec::new();
    for row in ties::agreements(look.db()).await? {
        if sees(&look, &row) {
            let deliveries = ties::deliveries(look.db(), row.id).await?;
            lines.push(line(&p, &names, &row, &deliveries, today));
        }
    }
    let own = own_units(house, &look, Action::KeepTies).await?;
    let chosen: Vec<UnitId> = unit.or(own.first().map(|(id, _)| *id)).into_iter().collect();
    let response = html(&AgreementsPage {
        lines,
        own: unit_choices(&own, &chosen),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn line(p: &Page, names: &Names, row: &AgreementRow, deliveries: &[DeliveryRow], today: Day) -> Line {
    let stories: i64 = deliveries.iter().map(|one| one.stories).sum();
    let minutes: i64 = deliveries.iter().map(|one| one.minutes).sum();
    let mut quotas = Vec::new();
    for (key, done, of) in
        [("agreement-stories", stories, row.stories), ("agreement-minutes", minutes, row.minutes)]
    {
        if of > 0 || done > 0 {
            quotas.push(Quota {
                label: p.t(key),
                done: p.format.number(done),
                of: p.format.number(of),
                percent: if of > 0 { done * 100 / of } else { 0 },
            });
        }
    }
    let (chip, word) = match (row.ended_at, row.to_day.parse::<Day>(), row.from_day.parse::<Day>()) {
        (Some(_), ..) => ("withdrawn", "agreement-ended"),
        (None, Ok(to), _) if to < today => ("done", "agreement-over"),
        (None, _, Ok(from)) if from > today => ("scheduled", "agreement-to-come"),
        (None, Ok(to), _) if to.since(today).is_ok_and(|left| left.get_days() <= 30) => {
            ("soon", "agreement-soon")
        }
        _ => ("published", "agreement-runs"),
    };
    let shown = |text: &str| text.parse().map(|day| p.format.day(day)).unwrap_or_default();
    Line {
        href: format!("/desk/agreements/{}", row.id),
        outlet: row.outlet.clone(),
        title: row.title.clone(),
        number: row.number.clone(),
        unit: names.unit(row.unit),
        term: format!("{} – {}", shown(&row.from_day), shown(&row.to_day)),
        chip,
        standing: p.t(word),
        quotas,
        money: if row.money > 0 { format!("{} đ", p.format.number(row.money)) } else { String::new() },
    }
}

fn number(fields: &Fields, name: &str) -> i64 {
    let digits: String =
        fields.text(name).chars().filter(|c| !matches!(c, '.' | ',' | ' ' | '\u{a0}')).collect();
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(-1) }
}

fn typed_of(fields: &Fields) -> Typed {
    let text = |name: &str| fields.raw(name).to_owned();
    Typed {
        outlet: text("outlet"),
        title: text("title"),
        number: text("number"),
        from_day: text("from_day"),
        to_day: text("to_day"),
        stories: text("stories"),
        minutes: text("minutes"),
        money: text("money"),
        notes: text("notes"),
        day: text("day"),
        evidence: text("evidence"),
    }
}

/// Enters one.
pub(crate) async fn make(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let typed = typed_of(&fields);
    let wanted = AgreementWish {
        unit: fields.parsed("unit"),
        outlet: typed.outlet.clone(),
        title: typed.title.clone(),
        number: typed.number.clone(),
        from: day(fields.text("from_day")),
        to: day(fields.text("to_day")),
        stories: number(&fields, "stories"),
        minutes: number(&fields, "minutes"),
        money: number(&fields, "money"),
        notes: typed.notes.clone(),
    };
    match wish!(asker, |cx| verbs::make_agreement(&mut cx, &house, &wanted).await) {
        Ok(id) => Ok(said(&format!("/desk/agreements/{id}"), "said-agreement-made")),
        Err(failure) => page(&house, &asker, wanted.unit, typed, reasons(failure)?).await,
    }
}

/// One agreement.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(agreement): Path<String>,
) -> Result<Response, Error> {
    whole(&house, &asker, id_of(&agreement)?, Typed::default(), Vec::new()).await
}

async fn whole(
    house: &House,
    asker: &Asker,
    id: AgreementId,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row =
        AgreementRow::of(look.db(), id).await?.filter(|row| sees(&look, row)).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(row.title.clone()).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let deliveries = ties::deliveries(look.db(), id).await?;
    let today = house.app.zone.day(look.now());
    let response = html(&AgreementPage {
        crumbs: vec![crumb("/desk/agreements", p.t("agreements-title"))],
        agreement: id.to_string(),
        one: line(&p, &names, &row, &deliveries, today),
        notes: paragraphs(&row.notes),
        reason: row.reason.clone(),
        deliveries: deliveries.into_iter().map(|one| delivery(&p, one)).collect(),
        keeps: look.may(Action::KeepTies, Thing::Unit(row.unit)).is_ok(),
        open: row.ended_at.is_none(),
        history: history(&p, &look, id.0, &names).await?,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn delivery(p: &Page, row: DeliveryRow) -> Delivery {
    let mut amounts = Vec::new();
    if row.stories > 0 {
        amounts.push(p.f("delivery-stories", "count", row.stories));
    }
    if row.minutes > 0 {
        amounts.push(p.f("delivery-minutes", "count", row.minutes));
    }
    Delivery {
        id: row.id.to_string(),
        day: row.day.parse().map(|day| p.format.day(day)).unwrap_or_default(),
        title: row.title,
        amount: amounts.join(", "),
        link: row.evidence.starts_with("https://") || row.evidence.starts_with("http://"),
        evidence: row.evidence,
    }
}

async fn answered(
    house: &House,
    asker: &Asker,
    id: AgreementId,
    outcome: Result<(), Failure>,
    fields: &Fields,
    key: &'static str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/agreements/{id}"), key)),
        Err(failure) => whole(house, asker, id, typed_of(fields), reasons(failure)?).await,
    }
}

/// Counts a delivery.
pub(crate) async fn deliver(
    State(house): State<House>,
    asker: Asker,
    Path(agreement): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: AgreementId = id_of(&agreement)?;
    let wanted = DeliveryWish {
        day: day(fields.text("day")),
        stories: number(&fields, "stories"),
        minutes: number(&fields, "minutes"),
        title: fields.text("title").to_owned(),
        evidence: fields.text("evidence").to_owned(),
    };
    let outcome = wish!(asker, |cx| verbs::note_delivery(&mut cx, &house, id, &wanted).await);
    answered(&house, &asker, id, outcome, &fields, "said-delivered").await
}

/// Takes one out.
pub(crate) async fn drop(
    State(house): State<House>,
    asker: Asker,
    Path(agreement): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: AgreementId = id_of(&agreement)?;
    let delivery = fields.parsed("id").ok_or(Failure::NotFound)?;
    let outcome = wish!(asker, |cx| verbs::drop_delivery(&mut cx, id, delivery).await);
    answered(&house, &asker, id, outcome, &fields, "said-delivery-dropped").await
}

/// Ends it.
pub(crate) async fn end(
    State(house): State<House>,
    asker: Asker,
    Path(agreement): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: AgreementId = id_of(&agreement)?;
    let outcome = wish!(asker, |cx| verbs::end_agreement(&mut cx, id, fields.raw("reason")).await);
    answered(&house, &asker, id, outcome, &fields, "said-agreement-ended").await
}
