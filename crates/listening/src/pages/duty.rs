//! Who is on duty for the press, when nobody is to be woken, how long a quotation may be, and when and to whom the press
//! review goes out.

use super::{Choice, press_only, reasons};
use crate::settings::{Readers, Settings};
use crate::verbs::DigestWish;
use crate::{House, store, verbs};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Day, Failure, PersonId, Refusal, Role, Thing, role_table};
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
    hour: String,
    /// Roles whose holders get the review.
    roles: Vec<Choice>,
    /// Colleagues who get it besides.
    readers: Vec<Choice>,
    chosen: usize,
    /// When the next one goes out.
    next: String,
    tends: bool,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Vec::new(), None).await
}

async fn page(
    house: &House,
    asker: &Asker,
    refused: Vec<Refusal>,
    typed: Option<DigestWish>,
) -> Result<Response, Error> {
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
    let settings = Settings::read(look.db()).await?;
    let wish = typed.unwrap_or_else(|| DigestWish {
        hour: settings.digest_hour(),
        weekends: settings.digest_weekends,
        readers: settings.readers.clone(),
    });
    let next = settings.next_digest(&house.app.zone, look.now());
    let everybody = house.office.holders(&Role::ALL).await?.into_iter().map(|id| Choice {
        value: id.to_string(),
        label: names.person(Some(id)),
        selected: wish.readers.people.contains(&id),
    });
    let mut readers: Vec<Choice> = everybody.collect();
    readers.sort_by(|a, b| a.label.cmp(&b.label));
    let mut response = html(&DutyPage {
        lines,
        people,
        today,
        next: next.map(|(_, due)| p.f("duty-next", "when", p.format.stamp(due))).unwrap_or_default(),
        roles: reading_roles(&p, &wish.readers),
        chosen: readers.iter().filter(|choice| choice.selected).count(),
        readers,
        hour: wish.hour,
        settings: Settings { digest_weekends: wish.weekends, ..settings },
        tends: look.may(Action::TendTopics, Thing::House).is_ok(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// The roles that may read the press, as boxes to tick.
fn reading_roles(p: &Page, readers: &Readers) -> Vec<Choice> {
    let reads = role_table(Action::ReadPress);
    Role::ALL
        .into_iter()
        .filter(|role| reads.contains(role))
        .map(|role| Choice {
            value: role.name().to_owned(),
            label: p.t(&format!("role-{}", role.name().replace('_', "-"))),
            selected: readers.roles.contains(&role),
        })
        .collect()
}

async fn answer(
    house: &House,
    asker: &Asker,
    outcome: Result<&'static str, Failure>,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said("/desk/listening/duty", key)),
        Err(failure) => page(house, asker, reasons(failure)?, None).await,
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

/// Sets when the press review goes out by itself, and to whom.
pub(crate) async fn digest(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let wish = DigestWish {
        hour: fields.text("digest-at").to_owned(),
        weekends: fields.ticked("digest-weekends"),
        readers: Readers {
            roles: Role::ALL
                .into_iter()
                .filter(|role| fields.all("role").any(|name| name == role.name()))
                .collect(),
            people: fields.all("reader").filter_map(|id| id.parse().ok()).collect(),
        },
    };
    let outcome = async {
        let mut cx = asker.wish().await?;
        cx.may(Action::TendTopics, Thing::House)?;
        let known = house.office.names().await?.people;
        if wish.readers.people.iter().any(|person| !known.contains_key(person)) {
            return Err(Failure::refused(Refusal::field("reader", "refused-person")));
        }
        verbs::set_digest(&mut cx, &house.app.zone, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/listening/duty", "said-digest-set")),
        Err(failure) => page(&house, &asker, reasons(failure)?, Some(wish)).await,
    }
}
