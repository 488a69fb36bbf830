//! Consultations of the desk: the list, and the form in which a draft is begun and changed before it opens.

use super::kin;
use crate::FILES;
use crate::House;
use crate::pages::{Choice, id, moment, reasons, typed as typed_at, with_status};
use crate::store::consultations::{self, ConsultationRow};
use crate::store::opinions;
use crate::verbs::{self, ConsultationWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, ConsultationId, Failure, PageNumber, Refusal, Thing, UnitId};
use serde::Deserialize;
use typed::Sent;
use web::{Asker, Crumb, Error, Page, Pager, Refused, Tab, html, refusals, see_other};

const SIZE: u32 = 30;

struct Line {
    id: String,
    title: String,
    unit: String,
    chip: &'static str,
    state: String,
    until: String,
    all: String,
    waiting: i64,
}

#[derive(Template)]
#[template(path = "answers_consult_list.html")]
struct ListPage {
    p: Page,
    kin: Vec<Tab>,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

#[derive(Template)]
#[template(path = "answers_consult_form.html")]
struct FormPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    title: String,
    about: String,
    draft: String,
    file: String,
    opens: String,
    closes: String,
    units: Vec<Choice>,
    refused: Vec<Refused>,
}

/// Which page.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    page: Option<String>,
}

/// The chip of a state.
pub(super) fn chip(state: &str) -> &'static str {
    match state {
        "open" => "published",
        "closed" => "submitted",
        "concluded" => "done",
        _ => "draft",
    }
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Consult, Thing::House)?;
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("consult-title")).await?;
    let found = consultations::list(look.db(), None, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let mut lines = Vec::new();
    for row in &found.items {
        let tally = opinions::tally(look.db(), row.id).await?;
        lines.push(Line {
            id: row.id.to_string(),
            title: row.title.clone(),
            unit: names.unit(Some(row.unit)),
            chip: chip(&row.state),
            state: p.t(&format!("consult-state-{}", row.state)),
            until: p.format.stamp(row.closes_at),
            all: p.format.number(tally.iter().map(|one| one.many).sum::<i64>()),
            waiting: tally.iter().filter(|one| one.state == "waiting").map(|one| one.many).sum(),
        });
    }
    html(&ListPage {
        kin: kin(&look, &p, "/desk/answers/consultations"),
        lines,
        pager: Pager::of(&found, |n| format!("/desk/answers/consultations?page={n}")),
        p,
    })
}

/// The form for a new one.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    form(&house, &asker, None, None, Vec::new()).await
}

/// The form for one that has not opened.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(consultation): Path<String>,
) -> Result<Response, Error> {
    form(&house, &asker, Some(id(&consultation)?), None, Vec::new()).await
}

async fn form(
    house: &House,
    asker: &Asker,
    which: Option<ConsultationId>,
    sent: Option<&Sent>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Consult, Thing::House)?;
    let row: Option<ConsultationRow> = match which {
        Some(id) => Some(consultations::consultation(look.db(), id).await?.ok_or(Failure::NotFound)?),
        None => None,
    };
    let key = if row.is_some() { "consult-edit" } else { "consult-new" };
    let p = asker.desk_page(asker.locale().t(key)).await?;
    let zone = &house.app.zone;
    let or = |name: &str, begins: String| sent.map_or(begins, |sent| sent.fields.text(name).to_owned());
    let of = |part: fn(&ConsultationRow) -> String| row.as_ref().map(part).unwrap_or_default();
    let unit = or("unit", of(|row| row.unit.to_string()));
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let response = html(&FormPage {
        crumbs: vec![Crumb { href: "/desk/answers/consultations".into(), label: p.t("consult-title") }],
        action: match which {
            Some(id) => format!("/desk/answers/consultations/{id}/save"),
            None => "/desk/answers/consultations".into(),
        },
        title: or("title", of(|row| row.title.clone())),
        about: or("about", of(|row| row.about.clone())),
        draft: or("draft", of(|row| row.draft.clone())),
        file: of(|row| row.file_name.clone()),
        opens: or("opens", row.as_ref().map(|row| typed_at(zone, row.opens_at)).unwrap_or_default()),
        closes: or("closes", row.as_ref().map(|row| typed_at(zone, row.closes_at)).unwrap_or_default()),
        units: Choice::of(units, &unit),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Begins one.
pub(crate) async fn begin(State(house): State<House>, asker: Asker, sent: Sent) -> Result<Response, Error> {
    keep(&house, &asker, None, sent).await
}

/// Changes one.
pub(crate) async fn save(
    State(house): State<House>,
    asker: Asker,
    Path(consultation): Path<String>,
    sent: Sent,
) -> Result<Response, Error> {
    let id: ConsultationId = id(&consultation)?;
    keep(&house, &asker, Some(id), sent).await
}

async fn keep(
    house: &House,
    asker: &Asker,
    which: Option<ConsultationId>,
    sent: Sent,
) -> Result<Response, Error> {
    asker.look().may(Action::Consult, Thing::House)?;
    let outcome: Result<ConsultationId, Failure> = async {
        Failure::unless(sent.against.clone())?;
        let zone = &house.app.zone;
        let known = house.office.units().await?;
        let unit: Option<UnitId> = sent.fields.parsed("unit");
        let Some(unit) = unit.filter(|unit| known.iter().any(|(id, _)| id == unit)) else {
            return Err(Failure::refused(Refusal::field("unit", "refused-unit")));
        };
        let wish = ConsultationWish {
            title: sent.fields.text("title").to_owned(),
            about: sent.fields.text("about").to_owned(),
            draft: sent.fields.text("draft").to_owned(),
            unit,
            opens_at: moment(zone, sent.fields.text("opens")),
            closes_at: moment(zone, sent.fields.text("closes")),
        };
        let mut fit = FILES.look(sent.files.clone()).await.map_err(Failure::Refused)?;
        let mut cx = asker.wish().await?;
        let id = verbs::set_consultation(&mut cx, &house.files, which, wish, fit.pop()).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(see_other(&format!("/desk/answers/consultations/{id}"))),
        Err(failure) => form(house, asker, which, Some(&sent), reasons(failure)?).await,
    }
}
