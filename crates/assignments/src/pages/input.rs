//! Input asked from units: what is open and how many answered, and the form to ask with.

use super::{Choice, kin, reasons, with_status};
use crate::FILES;
use crate::House;
use crate::store::inputs::{self, ReplyRow, RequestRow};
use crate::verbs::{self, InputWish};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Look;
use kernel::{Action, Failure, Refusal, Thing, UnitId};
use serde::Deserialize;
use typed::Sent;
use web::{Asker, Crumb, Error, Fields, Page, Refused, Tab, html, refusals, said};

struct Line {
    id: String,
    title: String,
    due: String,
    iso: String,
    late: bool,
    answered: String,
    /// Where one's own units stand, when one is asked oneself.
    own: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "work_inputs.html")]
struct ListPage {
    p: Page,
    kin: Vec<Tab>,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    asks: bool,
}

#[derive(Template)]
#[template(path = "work_input_new.html")]
struct NewPage {
    p: Page,
    crumbs: Vec<Crumb>,
    title: String,
    words: String,
    due: String,
    units: Vec<Choice>,
    refused: Vec<Refused>,
}

/// Which list.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    which: String,
}

/// Whether who looks sees what every unit gave.
pub(crate) fn sees_all(look: &Look) -> bool {
    look.may(Action::WriteReports, Thing::House).is_ok()
        || look.may(Action::ReadAllWork, Thing::Agency).is_ok()
}

/// How one unit's part is shown.
pub(crate) fn standing(
    row: &ReplyRow,
    request: &RequestRow,
    now: kernel::Moment,
) -> (&'static str, &'static str) {
    match row.state.as_str() {
        "received" if row.first_at.is_some_and(|at| at > request.due) => ("done", "received-late"),
        "received" => ("done", "received"),
        "nothing" => ("withdrawn", "nothing"),
        _ if request.closed_at.is_some() => ("failed", "missing"),
        _ if request.due < now => ("late", "late"),
        _ => ("soon", "asked"),
    }
}

/// The list.
pub(crate) async fn list(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("input-title")).await?;
    let open = asked.which != "closed";
    let zone = &house.app.zone;
    let mut lines = Vec::new();
    for request in inputs::list(look.db(), open).await? {
        let replies = inputs::replies(look.db(), request.id).await?;
        let own: Vec<&ReplyRow> = replies
            .iter()
            .filter(|reply| look.may(Action::GiveReport, Thing::Unit(reply.unit)).is_ok())
            .collect();
        if own.is_empty() && !sees_all(&look) {
            continue;
        }
        let answered = replies.iter().filter(|reply| reply.state != "asked").count();
        let first = own.iter().find(|reply| reply.state == "asked").or_else(|| own.first());
        lines.push(Line {
            id: request.id.to_string(),
            due: p.format.day(zone.day(request.due)),
            iso: zone.day(request.due).to_string(),
            late: open && request.due < look.now() && answered < replies.len(),
            answered: format!("{answered}/{}", replies.len()),
            own: first.filter(|_| !sees_all(&look)).map(|reply| {
                let (chip, key) = standing(reply, &request, look.now());
                (chip, p.t(&format!("input-state-{key}")))
            }),
            title: request.title,
        });
    }
    let tab = |which: &str, key: &str, current: bool| Tab {
        href: format!("/desk/work/input?which={which}"),
        label: p.t(key),
        count: 0,
        current,
    };
    html(&ListPage {
        kin: kin(&look, &p, "/desk/work/input"),
        tabs: vec![tab("open", "input-open", open), tab("closed", "input-closed", !open)],
        lines,
        asks: look.may(Action::WriteReports, Thing::House).is_ok(),
        p,
    })
}

/// The form.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    form(&house, &asker, &Fields::default(), Vec::new()).await
}

async fn form(
    house: &House,
    asker: &Asker,
    fields: &Fields,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::WriteReports, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("input-new")).await?;
    let chosen: Vec<&str> = fields.all("units").collect();
    let units = house.office.units().await?.into_iter().map(|(unit, name)| {
        let value = unit.to_string();
        Choice { selected: chosen.contains(&value.as_str()), value, label: name }
    });
    let response = html(&NewPage {
        crumbs: vec![Crumb { href: "/desk/work/input".into(), label: p.t("input-title") }],
        title: fields.text("title").to_owned(),
        words: fields.text("words").to_owned(),
        due: fields.text("due").to_owned(),
        units: units.collect(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Asks.
pub(crate) async fn ask(State(house): State<House>, asker: Asker, sent: Sent) -> Result<Response, Error> {
    let fields = sent.fields;
    let outcome: Result<_, Failure> = async {
        asker.look().may(Action::WriteReports, Thing::House)?;
        Failure::unless(sent.against)?;
        let known = house.office.units().await?;
        let units: Vec<UnitId> = fields
            .all("units")
            .filter_map(|unit| unit.parse().ok())
            .filter(|unit| known.iter().any(|(id, _)| id == unit))
            .collect();
        let fit = FILES.look(sent.files).await.map_err(Failure::Refused)?;
        let wish = InputWish {
            title: fields.text("title").to_owned(),
            words: fields.text("words").to_owned(),
            units,
            day: fields.parsed("due"),
        };
        let mut cx = asker.wish().await?;
        let kept = FILES.keep(&house.files, fit).await?;
        let id = verbs::ask_input(&mut cx, &house.app.zone, wish, kept).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(said(&format!("/desk/work/input/{id}"), "said-input-asked")),
        Err(failure) => form(&house, &asker, &fields, reasons(failure)?).await,
    }
}
