//! Who is on duty for the press, when nobody is to be woken, and how long a quotation may be.

use super::{Choice, press_only, reasons};
use crate::settings::Settings;
use crate::{House, store, verbs};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Day, Failure, PersonId, Refusal, Role, Thing};
use web::{Asker, Error, Fields, Page, Refused, html, refusals, said};

struct DutyLine {
    person: String,
    name: String,
    from: String,
    span: String,
    now: bool,
}

#[derive(Template)]
#[template(path = "listening_duty.html")]
struct DutyPage {
    p: Page,
    lines: Vec<DutyLine>,
    people: Vec<Choice>,
    today: String,
    settings: Settings,
    tends: bool,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Vec::new()).await
}

async fn page(house: &House, asker: &Asker, refused: Vec<Refusal>) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let p = asker.desk_page(asker.locale().t("duty-title")).await?;
    let today = house.app.zone.day(look.now()).to_string();
    let names = house.office.names().await?;
    let day = |text: &str| text.parse().map_or_else(|_| text.to_owned(), |day: Day| p.format.day(day));
    let lines = store::alerts::duties(look.db(), &today)
        .await?
        .into_iter()
        .map(|row| DutyLine {
            name: names.person(Some(row.person)),
            span: format!("{} – {}", day(&row.from_day), day(&row.to_day)),
            now: row.from_day <= today && row.to_day >= today,
            person: row.person.to_string(),
            from: row.from_day,
        })
        .collect();
    let mut people: Vec<Choice> = house
        .office
        .holders(&[
            Role::DutyOfficer,
            Role::PressOfficer,
            Role::FocalOfficer,
            Role::Spokesperson,
            Role::Leader,
        ])
        .await?
        .into_iter()
        .map(|id| Choice { value: id.to_string(), label: names.person(Some(id)), selected: false })
        .collect();
    people.sort_by(|a, b| a.label.cmp(&b.label));
    let mut response = html(&DutyPage {
        lines,
        people,
        today,
        settings: Settings::read(look.db()).await?,
        tends: look.may(Action::TendTopics, Thing::House).is_ok(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

async fn answer(
    house: &House,
    asker: &Asker,
    outcome: Result<&'static str, Failure>,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said("/desk/listening/duty", key)),
        Err(failure) => page(house, asker, reasons(failure)?).await,
    }
}

/// Puts somebody on duty.
pub(crate) async fn set(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        cx.may(Action::TendTopics, Thing::House)?;
        let day = |name: &'static str| {
            fields.parsed::<Day>(name).ok_or_else(|| Failure::refused(Refusal::field(name, "refused-day")))
        };
        let nobody = || Failure::refused(Refusal::field("person", "refused-person"));
        let person = fields.parsed::<PersonId>("person").ok_or_else(nobody)?;
        if !house.office.names().await?.people.contains_key(&person) {
            return Err(nobody());
        }
        verbs::set_duty(&mut cx, person, day("from")?, day("to")?).await?;
        cx.finish().await?;
        Ok("said-duty-set")
    }
    .await;
    answer(&house, &asker, outcome).await
}

/// Takes somebody off duty.
pub(crate) async fn end(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        let person = fields.parsed::<PersonId>("person").ok_or(Failure::NotFound)?;
        verbs::end_duty(&mut cx, person, fields.text("from")).await?;
        cx.finish().await?;
        Ok("said-duty-ended")
    }
    .await;
    answer(&house, &asker, outcome).await
}

/// Sets quiet hours and the length of quotations.
pub(crate) async fn settings(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome = async {
        let mut cx = asker.wish().await?;
        let hour = |name: &str| fields.parsed::<u8>(name).unwrap_or(99);
        let words = fields.parsed::<u16>("quote-words").unwrap_or(0);
        verbs::set_listening(&mut cx, (hour("quiet-from"), hour("quiet-until")), words).await?;
        cx.finish().await?;
        Ok("said-listening-set")
    }
    .await;
    answer(&house, &asker, outcome).await
}
