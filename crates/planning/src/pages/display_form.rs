//! Say what is to be seen, and say it anew.

use super::displays::{crumbs, display_of};
use super::ground::Ground;
use super::{Choice, campaign, day, reasons, with_status};
use crate::House;
use crate::display::{Display, KINDS, LICENCES, Spot};
use crate::plan::State as PlanState;
use crate::relative;
use crate::store::{campaigns, displays};
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, AreaId, Failure, Refusal};
use uuid::Uuid;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// What stands in the form.
#[derive(Debug, Clone, Default)]
struct Form {
    kind: String,
    name: String,
    words: String,
    quantity: String,
    measure: String,
    size: String,
    area: String,
    address: String,
    spot: String,
    unit: String,
    body: String,
    up: String,
    down: String,
    event: String,
    offset_up: String,
    offset_down: String,
    licence: String,
    licence_number: String,
    note: String,
}

impl Form {
    fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).to_owned();
        Self {
            kind: text("kind"),
            name: text("title"),
            words: fields.raw("words").to_owned(),
            quantity: text("quantity"),
            measure: text("measure"),
            size: text("size"),
            area: text("area"),
            address: text("address"),
            spot: text("spot"),
            unit: text("unit"),
            body: text("body"),
            up: text("up"),
            down: text("down"),
            event: text("event"),
            offset_up: text("offset_up"),
            offset_down: text("offset_down"),
            licence: text("licence"),
            licence_number: text("licence_number"),
            note: fields.raw("note").to_owned(),
        }
    }

    fn of(wish: &Display) -> Self {
        let offset = |days: Option<i32>| days.map(relative::written).unwrap_or_default();
        let [up, down] = wish.offsets;
        Self {
            kind: wish.kind.clone(),
            name: wish.title.clone(),
            words: wish.words.clone(),
            quantity: wish.quantity.to_string(),
            measure: wish.measure.clone(),
            size: wish.size.clone(),
            area: wish.area.as_ref().map(|(area, _)| area.to_string()).unwrap_or_default(),
            address: wish.address.clone(),
            spot: wish.spot.map(Spot::written).unwrap_or_default(),
            unit: wish.unit.to_string(),
            body: wish.body.map(|body| body.to_string()).unwrap_or_default(),
            up: wish.up.map(|day| day.to_string()).unwrap_or_default(),
            down: wish.down.map(|day| day.to_string()).unwrap_or_default(),
            event: wish.event.map(|event| event.to_string()).unwrap_or_default(),
            offset_up: offset(up),
            offset_down: offset(down),
            licence: wish.licence.clone(),
            licence_number: wish.licence_number.clone(),
            note: wish.note.clone(),
        }
    }

    /// As a wish, or every reason why it cannot be read.
    async fn wish(&self, house: &House) -> Result<Display, Failure> {
        let mut against = Vec::new();
        let areas = house.office.areas().await?;
        let chosen: Option<AreaId> = self.area.parse().ok();
        let area = chosen.and_then(|id| areas.into_iter().find(|(one, _)| *one == id));
        if !self.area.is_empty() && area.is_none() {
            against.push(Refusal::field("area", "refused-display-area"));
        }
        let spot = Spot::read(&self.spot);
        if !self.spot.is_empty() && spot.is_none() {
            against.push(Refusal::field("spot", "refused-display-spot"));
        }
        for (field, text) in [("up", &self.up), ("down", &self.down)] {
            if !text.is_empty() && day(text).is_none() {
                against.push(Refusal::field(field, "refused-day"));
            }
        }
        let offsets = [&self.offset_up, &self.offset_down].map(|text| relative::offset(text));
        for (field, text, read) in
            [("offset_up", &self.offset_up, offsets[0]), ("offset_down", &self.offset_down, offsets[1])]
        {
            if !text.is_empty() && read.is_none() {
                against.push(Refusal::field(field, "refused-line-offset"));
            }
        }
        let unit = self.unit.parse().ok();
        let known = house.office.units().await?;
        let unit = unit.filter(|unit| known.iter().any(|(one, _)| one == unit));
        if unit.is_none() {
            against.push(Refusal::field("unit", "refused-display-unit"));
        }
        let of_campaign = |text: &str| match text {
            "" => Ok(None),
            text => text.parse::<Uuid>().map(Some).map_err(|_| Failure::NotFound),
        };
        let (event, body) = (of_campaign(&self.event)?, of_campaign(&self.body)?);
        match unit {
            Some(unit) if against.is_empty() => Ok(Display {
                kind: self.kind.clone(),
                title: self.name.clone(),
                words: self.words.clone(),
                quantity: self.quantity.parse().unwrap_or(0),
                measure: self.measure.clone(),
                size: self.size.clone(),
                area,
                address: self.address.clone(),
                spot,
                body,
                up: day(&self.up),
                down: day(&self.down),
                event,
                offsets,
                licence: self.licence.clone(),
                licence_number: self.licence_number.clone(),
                note: self.note.clone(),
                ..Display::of(unit)
            }),
            _ => Err(Failure::Refused(against)),
        }
    }
}

#[derive(Template)]
#[template(path = "display_form.html")]
struct FormPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    f: Form,
    hangs: bool,
    kinds: Vec<Choice>,
    areas: Vec<Choice>,
    units: Vec<Choice>,
    bodies: Vec<Choice>,
    events: Vec<Choice>,
    licences: Vec<Choice>,
    refused: Vec<Refused>,
}

/// Whether somebody may add one for any unit.
pub(super) fn may_add(ground: &Ground) -> bool {
    ground.row.state() != PlanState::Closed && (ground.may(Action::KeepPlans) || ground.writes())
}

async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    (title, action, hangs): (&str, String, bool),
    f: Form,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(asker.locale().t(title)).await?;
    let db = ground.look.db();
    let coded = |codes: &[&str], family: &str, chosen: &str| {
        let words = codes.iter().map(|code| ((*code).to_owned(), p.t(&format!("display-{family}-{code}"))));
        Choice::of(words, chosen)
    };
    let all = house.office.units().await?;
    let units = if ground.may(Action::KeepPlans) { all } else { ground.own_units(all) };
    let areas = house.office.areas().await?.into_iter().map(|(area, name)| (area.to_string(), name));
    let bodies =
        campaigns::bodies(db, ground.id()).await?.into_iter().map(|one| (one.id.to_string(), one.name));
    let events = campaigns::events(db, ground.id()).await?.into_iter().map(|one| {
        let on = p.format.day(crate::store::day(&one.day));
        (one.id.to_string(), format!("{} · {on}", one.name))
    });
    let response = html(&FormPage {
        crumbs: crumbs(ground, &p),
        action,
        hangs,
        kinds: coded(&KINDS, "kind", &f.kind),
        licences: coded(&LICENCES, "licence", &f.licence),
        areas: Choice::of(areas, &f.area),
        units: Choice::of(units.into_iter().map(|(unit, name)| (unit.to_string(), name)), &f.unit),
        bodies: Choice::of(bodies, &f.body),
        events: Choice::of(events, &f.event),
        refused: refusals(asker.locale(), refused),
        f,
        p,
    })?;
    Ok(with_status(response, refused))
}

/// The empty form.
pub(crate) async fn new(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    if !may_add(&ground) {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    let home = asker.actor.person().and_then(|me| me.unit).map(|unit| unit.to_string()).unwrap_or_default();
    let f = Form { quantity: "1".into(), unit: home, kind: "banner".into(), ..Form::default() };
    page(&house, &asker, &ground, ("display-new", ground.at("/displays"), false), f, &[]).await
}

/// Keeps a new one.
pub(crate) async fn write(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let form = Form::read(&fields);
    let outcome = keep(&house, &asker, &ground, None, &form).await;
    match outcome {
        Ok(id) => Ok(said(&ground.at(&format!("/displays/{id}")), "said-display-set")),
        Err(failure) => {
            let refused = reasons(failure)?;
            page(&house, &asker, &ground, ("display-new", ground.at("/displays"), false), form, &refused)
                .await
        }
    }
}

async fn keep(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    id: Option<Uuid>,
    form: &Form,
) -> Result<Uuid, Failure> {
    let wish = form.wish(house).await?;
    let mut cx = asker.wish().await?;
    let id = verbs::set_display(&mut cx, ground.id(), id, wish).await?;
    cx.finish().await?;
    Ok(id)
}

/// The form of one that is there.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    verbs::writes(ground.look.actor(), ground.row.unit, row.unit)?;
    let words = displays::wordings(ground.look.db(), row.id).await?.into_iter().next();
    let form = Form::of(&row.wish(words.map(|one| one.words).unwrap_or_default()));
    let action = ground.at(&format!("/displays/{}/edit", row.id));
    page(&house, &asker, &ground, ("display-edit", action, row.state().is_up()), form, &[]).await
}

/// Keeps it as it is now said to be.
pub(crate) async fn rewrite(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    verbs::writes(ground.look.actor(), ground.row.unit, row.unit)?;
    let form = Form::read(&fields);
    match keep(&house, &asker, &ground, Some(row.id), &form).await {
        Ok(id) => Ok(said(&ground.at(&format!("/displays/{id}")), "said-display-set")),
        Err(failure) => {
            let refused = reasons(failure)?;
            let action = ground.at(&format!("/displays/{}/edit", row.id));
            page(&house, &asker, &ground, ("display-edit", action, row.state().is_up()), form, &refused).await
        }
    }
}
