//! Presenters: how often they spoke, before how many, and how it was found.

use super::shared::{crumb, history, local_time, own_units, unit_choices};
use crate::House;
use crate::office::Names;
use crate::store::ties::{self, MarkRow, PresenterRow, SessionRow};
use crate::verbs::{self, PresenterWish, SessionWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, PresenterId, Refusal, Thing};
use uuid::Uuid;
use web::{
    Asker, Choice, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish,
    with_status,
};

struct Line {
    href: String,
    name: String,
    office: String,
    fields: String,
    unit: String,
    sessions: usize,
    audience: String,
    mark: String,
    forms: usize,
}

struct Session {
    id: String,
    when: String,
    title: String,
    place: String,
    audience: String,
    forms: usize,
    mark: String,
    marks: Vec<(String, String)>,
    words: Vec<String>,
}

/// What stands in a form.
#[derive(Default)]
struct Typed {
    name: String,
    office: String,
    fields: String,
    document: String,
    title: String,
    at: String,
    place: String,
    audience: String,
}

#[derive(Template)]
#[template(path = "presenters.html")]
struct PresentersPage {
    p: Page,
    lines: Vec<Line>,
    own: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "presenter.html")]
struct PresenterPage {
    p: Page,
    crumbs: Vec<Crumb>,
    presenter: String,
    one: Line,
    document: String,
    ended: String,
    sessions: Vec<Session>,
    keeps: bool,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// `4,6`: the mean of marks, with one place.
fn mean(p: &Page, marks: &[i64]) -> String {
    let Some(many) = i64::try_from(marks.len()).ok().filter(|many| *many > 0) else { return String::new() };
    let tenths = (marks.iter().sum::<i64>() * 10 + many / 2) / many;
    let point = if p.lang == "vi" { ',' } else { '.' };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

fn all(marks: &[&MarkRow]) -> Vec<i64> {
    marks.iter().flat_map(|one| [one.matter, one.manner, one.use_of]).collect()
}

fn line(p: &Page, names: &Names, row: &PresenterRow, sessions: &[SessionRow], marks: &[MarkRow]) -> Line {
    let every: Vec<&MarkRow> = marks.iter().collect();
    Line {
        href: format!("/desk/presenters/{}", row.id),
        name: row.name.clone(),
        office: row.office.clone(),
        fields: row.fields.clone(),
        unit: names.unit(row.unit),
        sessions: sessions.len(),
        audience: p.format.number(sessions.iter().map(|one| one.audience).sum::<i64>()),
        mark: mean(p, &all(&every)),
        forms: marks.len(),
    }
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Typed::default(), Vec::new()).await
}

async fn page(house: &House, asker: &Asker, typed: Typed, refused: Vec<Refusal>) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("presenters-title")).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let mut lines = Vec::new();
    for row in ties::presenters(look.db()).await? {
        if look.may(Action::ReadWork, Thing::Unit(row.unit)).is_ok() {
            let sessions = ties::sessions(look.db(), row.id).await?;
            let marks = ties::marks(look.db(), row.id).await?;
            lines.push(line(&p, &names, &row, &sessions, &marks));
        }
    }
    let own = own_units(house, &look, Action::KeepTies).await?;
    let response = html(&PresentersPage {
        lines,
        own: unit_choices(&own, &[]),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn typed_of(fields: &Fields) -> Typed {
    let text = |name: &str| fields.raw(name).to_owned();
    Typed {
        name: text("name"),
        office: text("office"),
        fields: text("fields"),
        document: text("document"),
        title: text("title"),
        at: text("at"),
        place: text("place"),
        audience: text("audience"),
    }
}

/// Names one.
pub(crate) async fn name(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let typed = typed_of(&fields);
    let wanted = PresenterWish {
        unit: fields.parsed("unit"),
        name: typed.name.clone(),
        office: typed.office.clone(),
        fields: typed.fields.clone(),
        document: typed.document.clone(),
    };
    match wish!(asker, |cx| verbs::name_presenter(&mut cx, &wanted).await) {
        Ok(id) => Ok(said(&format!("/desk/presenters/{id}"), "said-presenter-named")),
        Err(failure) => page(&house, &asker, typed, reasons(failure)?).await,
    }
}

/// One presenter.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(presenter): Path<String>,
) -> Result<Response, Error> {
    whole(&house, &asker, id_of(&presenter)?, Typed::default(), Vec::new()).await
}

async fn whole(
    house: &House,
    asker: &Asker,
    id: PresenterId,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row = PresenterRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    if look.may(Action::ReadWork, Thing::Unit(row.unit)).is_err() {
        return Err(Failure::NotFound.into());
    }
    let p = asker.desk_page(row.name.clone()).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let sessions = ties::sessions(look.db(), id).await?;
    let marks = ties::marks(look.db(), id).await?;
    let response = html(&PresenterPage {
        crumbs: vec![crumb("/desk/presenters", p.t("presenters-title"))],
        presenter: id.to_string(),
        one: line(&p, &names, &row, &sessions, &marks),
        document: row.document.clone(),
        ended: row.ended_at.map(|_| row.reason.clone()).unwrap_or_default(),
        sessions: sessions.iter().map(|one| session(&p, one, &marks)).collect(),
        keeps: row.ended_at.is_none() && look.may(Action::KeepTies, Thing::Unit(row.unit)).is_ok(),
        history: history(&p, &look, id.0, &names).await?,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn session(p: &Page, row: &SessionRow, marks: &[MarkRow]) -> Session {
    let own: Vec<&MarkRow> = marks.iter().filter(|one| one.session == row.id).collect();
    let of = |read: fn(&MarkRow) -> i64| mean(p, &own.iter().map(|one| read(one)).collect::<Vec<_>>());
    Session {
        id: row.id.to_string(),
        when: p.format.long(row.at),
        title: row.title.clone(),
        place: row.place.clone(),
        audience: p.format.number(row.audience),
        forms: own.len(),
        mark: mean(p, &all(&own)),
        marks: vec![
            (p.t("marks-matter"), of(|one| one.matter)),
            (p.t("marks-manner"), of(|one| one.manner)),
            (p.t("marks-use"), of(|one| one.use_of)),
        ],
        words: own.iter().map(|one| one.words.clone()).filter(|words| !words.is_empty()).collect(),
    }
}

async fn answered(
    house: &House,
    asker: &Asker,
    id: PresenterId,
    outcome: Result<(), Failure>,
    fields: &Fields,
    key: &'static str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/presenters/{id}"), key)),
        Err(failure) => whole(house, asker, id, typed_of(fields), reasons(failure)?).await,
    }
}

/// Notes a session.
pub(crate) async fn held(
    State(house): State<House>,
    asker: Asker,
    Path(presenter): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PresenterId = id_of(&presenter)?;
    let wanted = SessionWish {
        at: local_time(fields.text("at"), &house.app.zone),
        title: fields.text("title").to_owned(),
        place: fields.text("place").to_owned(),
        audience: fields.parsed("audience").unwrap_or(0),
    };
    let outcome = wish!(asker, |cx| verbs::note_session(&mut cx, id, &wanted).await).map(drop);
    answered(&house, &asker, id, outcome, &fields, "said-session").await
}

/// Enters an evaluation form.
pub(crate) async fn evaluate(
    State(house): State<House>,
    asker: Asker,
    Path(presenter): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PresenterId = id_of(&presenter)?;
    let session: Uuid = fields.parsed("session").ok_or(Failure::NotFound)?;
    let marks = ["matter", "manner", "use"].map(|name| fields.parsed(name).unwrap_or(0));
    let outcome = wish!(asker, |cx| verbs::evaluate(&mut cx, id, session, marks, fields.raw("words")).await);
    answered(&house, &asker, id, outcome, &fields, "said-evaluated").await
}

/// Ends it.
pub(crate) async fn end(
    State(house): State<House>,
    asker: Asker,
    Path(presenter): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PresenterId = id_of(&presenter)?;
    let outcome = wish!(asker, |cx| verbs::end_presenter(&mut cx, id, fields.raw("reason")).await);
    answered(&house, &asker, id, outcome, &fields, "said-presenter-ended").await
}
