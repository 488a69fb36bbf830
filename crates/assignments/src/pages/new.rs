//! Work is given by hand.

use super::{Choice, reasons, with_status};
use crate::House;
use crate::verbs::{self, Given, WANTED, Want, Wish};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PersonId, Refusal, Thing, ThingKind, ThingRef, UnitId};
use serde::Deserialize;
use web::{Asker, Called, Crumb, Error, Fields, Page, Refused, html, refusals, said};

#[derive(Template)]
#[template(path = "work_new.html")]
struct NewPage {
    p: Page,
    crumbs: Vec<Crumb>,
    typed: Typed,
    leads: Vec<Choice>,
    supports: Vec<Choice>,
    people: Vec<Choice>,
    members: Vec<Choice>,
    wants: Vec<Choice>,
    from: Option<Called>,
    refused: Vec<Refused>,
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    title: String,
    words: String,
    due: String,
    want_count: String,
    confidential: bool,
    from: String,
}

/// From which other thing, `story:…`.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    from: String,
    title: String,
    unit: String,
}

/// The form.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let fields = Fields::from_pairs(vec![
        ("from".into(), asked.from),
        ("title".into(), asked.title),
        ("lead".into(), asked.unit),
    ]);
    form(&house, &asker, &fields, Vec::new()).await
}

/// A thing as the address says it, `hot_spot:0190…`.
pub(crate) fn thing(text: &str) -> Option<ThingRef> {
    let (kind, id) = text.split_once(':')?;
    Some(ThingRef { kind: ThingKind::named(kind)?, id: id.parse().ok()? })
}

async fn form(
    house: &House,
    asker: &Asker,
    fields: &Fields,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Assign, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-new")).await?;
    let units = house.office.units().await?;
    let people = house.office.colleagues().await?;
    let supports: Vec<&str> = fields.all("supports").collect();
    let members: Vec<&str> = fields.all("members").collect();
    let many = |list: Vec<(String, String)>, chosen: &[&str]| -> Vec<Choice> {
        list.into_iter()
            .map(|(value, label)| Choice { selected: chosen.contains(&value.as_str()), value, label })
            .collect()
    };
    let named = |list: &[(UnitId, String)]| -> Vec<(String, String)> {
        list.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    };
    let folk: Vec<(String, String)> =
        people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    // Only units one may give work to.
    let own: Vec<_> = units
        .iter()
        .filter(|(unit, _)| look.may(Action::Assign, Thing::Unit(*unit)).is_ok())
        .cloned()
        .collect();
    let from = match thing(fields.text("from")) {
        Some(from) => house.app.frame.called(&look, &[from]).await?.remove(&from),
        None => None,
    };
    let response = html(&NewPage {
        crumbs: vec![Crumb { href: "/desk/work".into(), label: p.t("work-week") }],
        typed: Typed {
            title: fields.text("title").to_owned(),
            words: fields.text("words").to_owned(),
            due: fields.text("due").to_owned(),
            want_count: fields.text("want_count").to_owned(),
            confidential: fields.ticked("confidential"),
            from: if from.is_some() { fields.text("from").to_owned() } else { String::new() },
        },
        leads: Choice::of(named(&own), fields.text("lead")),
        supports: many(named(&units), &supports),
        people: Choice::of(folk.clone(), fields.text("person")),
        members: many(folk, &members),
        wants: Choice::of(
            WANTED.map(|kind| (kind.to_owned(), p.t(&format!("work-want-{kind}")))),
            fields.text("want_kind"),
        ),
        from,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Gives it.
pub(crate) async fn assign(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome: Result<_, Failure> = async {
        asker.look().may(Action::Assign, Thing::House)?;
        let wish = wish(&house, &asker, &fields).await?;
        let mut cx = asker.wish().await?;
        let id = verbs::assign(&mut cx, &house.app.zone, wish).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(said(&format!("/desk/work/{id}"), "said-work-given")),
        Err(failure) => form(&house, &asker, &fields, reasons(failure)?).await,
    }
}

/// What the form says, as far as it names what is there.
async fn wish(house: &House, asker: &Asker, fields: &Fields) -> Result<Wish, Failure> {
    let units = house.office.units().await?;
    let people = house.office.colleagues().await?;
    let unit =
        |text: &str| text.parse::<UnitId>().ok().filter(|unit| units.iter().any(|(known, _)| known == unit));
    let person = |text: &str| {
        text.parse::<PersonId>().ok().filter(|person| people.iter().any(|(known, _)| known == person))
    };
    let mut against = Vec::new();
    let Some(lead) = unit(fields.text("lead")) else {
        return Err(Failure::refused(Refusal::field("lead", "refused-unit")));
    };
    let due = fields.text("due");
    let day = due.parse().ok();
    if !due.is_empty() && day.is_none() {
        against.push(Refusal::field("due", "refused-work-day"));
    }
    // A number without a kind is left: nobody asked for anything countable.
    let kind = fields.text("want_kind").to_owned();
    let count = if kind.is_empty() { 0 } else { fields.parsed("want_count").unwrap_or(1) };
    Failure::unless(against)?;
    let from = match thing(fields.text("from")) {
        Some(from) if house.office.may_see(&asker.actor, from).await? => Some(from),
        _ => None,
    };
    Ok(Wish {
        given: Given {
            from,
            title: fields.text("title").to_owned(),
            words: fields.text("words").to_owned(),
            lead,
            supports: fields.all("supports").filter_map(unit).collect(),
            members: fields.all("members").filter_map(person).collect(),
            person: person(fields.text("person")),
            due: None,
            confidential: fields.ticked("confidential"),
        },
        want: Want { kind, count },
        day,
    })
}
