//! Fields of questions with the unit that answers for each, and for how long personal data are kept.

use super::kin;
use crate::pages::{Choice, reasons, with_status};
use crate::store::fields;
use crate::verbs::{self, FieldWish};
use crate::{Colleague, House};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PersonId, Refusal, Thing, UnitId};
use serde::Deserialize;
use web::{Asker, Error, Fields, Page, Refused, Tab, html, refusals, said};

struct Line {
    slug: String,
    name: String,
    unit: String,
    person: String,
    active: bool,
}

#[derive(Template)]
#[template(path = "answers_fields.html")]
struct FieldsPage {
    p: Page,
    kin: Vec<Tab>,
    lines: Vec<Line>,
    slug: String,
    called: String,
    place: String,
    active: bool,
    units: Vec<Choice>,
    people: Vec<Choice>,
    days: String,
    refused: Vec<Refused>,
}

/// Which field is being changed.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    field: String,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&house, &asker, &asked.field, None, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    slug: &str,
    typed: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::RouteQuestions, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("answers-fields")).await?;
    let names = house.office.names().await?;
    let all = fields::all_of(look.db()).await?;
    let one = all.iter().find(|field| field.slug == slug);
    if one.is_none() && !slug.is_empty() {
        return Err(Failure::NotFound.into());
    }
    let or = |name: &str, begins: String| typed.map_or(begins, |typed| typed.text(name).to_owned());
    let answers = match one {
        Some(field) => house.office.today_of(field.unit).await?.to_string(),
        None => String::new(),
    };
    let unit = or("unit", answers);
    let person =
        or("person", one.and_then(|field| field.person).map(|id| id.to_string()).unwrap_or_default());
    let units = house.office.units().await?.into_iter().map(|(id, name)| (id.to_string(), name));
    let people = house.office.colleagues().await?.into_iter().map(|one| {
        let unit = names.unit(one.units.first().copied());
        (one.id.to_string(), format!("{} – {unit}", one.name))
    });
    let response = html(&FieldsPage {
        kin: kin(&look, &p, "/desk/answers/fields"),
        slug: slug.to_owned(),
        called: or("name", one.map(|field| field.name.clone()).unwrap_or_default()),
        place: or(
            "place",
            one.map_or(all.len() + 1, |field| usize::try_from(field.place).unwrap_or(1)).to_string(),
        ),
        active: typed.map_or(one.is_none_or(|field| field.active), |typed| typed.ticked("active")),
        units: Choice::of(units, &unit),
        people: Choice::of(people, &person),
        days: verbs::keep_days(look.db()).await?.to_string(),
        lines: all
            .iter()
            .map(|field| Line {
                slug: field.slug.clone(),
                name: field.name.clone(),
                unit: names.unit(Some(field.unit)),
                person: names.person(field.person),
                active: field.active,
            })
            .collect(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Sets one.
pub(crate) async fn set(State(house): State<House>, asker: Asker, typed: Fields) -> Result<Response, Error> {
    let outcome: Result<(), Failure> = async {
        let unit: Option<UnitId> = typed.parsed("unit");
        let known = house.office.units().await?;
        let Some(unit) = unit.filter(|unit| known.iter().any(|(id, _)| id == unit)) else {
            asker.look().may(Action::RouteQuestions, Thing::House)?;
            return Err(Failure::refused(Refusal::field("unit", "refused-unit")));
        };
        let person: Option<PersonId> = typed.parsed("person");
        let works_there = |person: &PersonId, all: &[Colleague]| {
            all.iter().any(|one| one.id == *person && one.units.contains(&unit))
        };
        if let Some(person) = person
            && !works_there(&person, &house.office.colleagues().await?)
        {
            return Err(Failure::refused(Refusal::field("person", "refused-field-person")));
        }
        let wish = FieldWish {
            slug: typed.text("slug").to_owned(),
            name: typed.text("name").to_owned(),
            unit,
            person,
            place: typed.parsed("place").unwrap_or(1),
            active: typed.ticked("active"),
        };
        let mut cx = asker.wish().await?;
        verbs::set_field(&mut cx, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/answers/fields", "said-field-set")),
        Err(failure) => page(&house, &asker, typed.text("slug"), Some(&typed), reasons(failure)?).await,
    }
}

/// Sets for how long personal data are kept.
pub(crate) async fn keep(State(house): State<House>, asker: Asker, typed: Fields) -> Result<Response, Error> {
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::set_keep_days(&mut cx, typed.parsed("days").unwrap_or(0)).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said("/desk/answers/fields", "said-keep-set")),
        Err(failure) => page(&house, &asker, "", None, reasons(failure)?).await,
    }
}
