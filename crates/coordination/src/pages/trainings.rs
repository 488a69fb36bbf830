//! Trainings: who took part, and the list of certificates.

use super::shared::{crumb, history, local_time, own_units, paragraphs, unit_choices};
use crate::House;
use crate::office::Names;
use crate::store::ties::{self, GuestRow, TrainingRow};
use crate::verbs::{self, TrainingWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Action, Failure, Refusal, Thing, TrainingId};
use paper::{Book, Cell, Column, Heading, Paper, Part, Row, Sheet, SheetColumn, Table, Title};
use uuid::Uuid;
use web::{
    Asker, Choice, Crumb, Error, Fields, Lang, Page, Refused, html, id_of, lookup, reasons, refusals, said,
    wish, with_status,
};

struct Line {
    href: String,
    title: String,
    unit: String,
    when: String,
    place: String,
    teachers: String,
    came: usize,
    listed: usize,
    certified: usize,
    over: bool,
}

struct Guest {
    id: String,
    name: String,
    office: String,
    came: bool,
    certificate: bool,
}

/// What stands in a form.
#[derive(Default)]
struct Typed {
    title: String,
    starts_at: String,
    ends_at: String,
    place: String,
    teachers: String,
    content: String,
    list: String,
}

#[derive(Template)]
#[template(path = "trainings.html")]
struct TrainingsPage {
    p: Page,
    lines: Vec<Line>,
    own: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "training.html")]
struct TrainingPage {
    p: Page,
    crumbs: Vec<Crumb>,
    training: String,
    one: Line,
    content: Vec<String>,
    guests: Vec<Guest>,
    keeps: bool,
    history: Vec<web::Deed>,
    refused: Vec<Refused>,
    typed: Typed,
}

fn line(p: &Page, names: &Names, row: &TrainingRow, guests: &[GuestRow], now: kernel::Moment) -> Line {
    let zone = p.format.zone();
    let end = if zone.day(row.starts_at) == zone.day(row.ends_at) {
        p.format.time(row.ends_at)
    } else {
        p.format.long(row.ends_at)
    };
    Line {
        href: format!("/desk/trainings/{}", row.id),
        title: row.title.clone(),
        unit: names.unit(row.unit),
        when: format!("{} – {end}", p.format.long(row.starts_at)),
        place: row.place.clone(),
        teachers: row.teachers.clone(),
        came: guests.iter().filter(|one| one.came).count(),
        listed: guests.len(),
        certified: guests.iter().filter(|one| one.certificate).count(),
        over: row.ends_at <= now,
    }
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Typed::default(), Vec::new()).await
}

async fn page(house: &House, asker: &Asker, typed: Typed, refused: Vec<Refusal>) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("trainings-title")).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let mut lines = Vec::new();
    for row in ties::trainings(look.db()).await? {
        if look.may(Action::ReadWork, Thing::Unit(row.unit)).is_ok() {
            let guests = ties::guests(look.db(), row.id).await?;
            lines.push(line(&p, &names, &row, &guests, look.now()));
        }
    }
    let own = own_units(house, &look, Action::KeepTies).await?;
    let response = html(&TrainingsPage {
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
        title: text("title"),
        starts_at: text("starts_at"),
        ends_at: text("ends_at"),
        place: text("place"),
        teachers: text("teachers"),
        content: text("content"),
        list: text("list"),
    }
}

/// Plans one.
pub(crate) async fn plan(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let typed = typed_of(&fields);
    let zone = &house.app.zone;
    let wanted = TrainingWish {
        unit: fields.parsed("unit"),
        title: typed.title.clone(),
        starts_at: local_time(&typed.starts_at, zone),
        ends_at: local_time(&typed.ends_at, zone),
        place: typed.place.clone(),
        teachers: typed.teachers.clone(),
        content: typed.content.clone(),
    };
    match wish!(asker, |cx| verbs::plan_training(&mut cx, &wanted).await) {
        Ok(id) => Ok(said(&format!("/desk/trainings/{id}"), "said-training-planned")),
        Err(failure) => page(&house, &asker, typed, reasons(failure)?).await,
    }
}

async fn seen(asker: &Asker, id: TrainingId) -> Result<TrainingRow, Failure> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row = TrainingRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    match look.may(Action::ReadWork, Thing::Unit(row.unit)) {
        Ok(()) => Ok(row),
        Err(_) => Err(Failure::NotFound),
    }
}

/// One training.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(training): Path<String>,
) -> Result<Response, Error> {
    whole(&house, &asker, id_of(&training)?, Typed::default(), Vec::new()).await
}

async fn whole(
    house: &House,
    asker: &Asker,
    id: TrainingId,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let row = seen(asker, id).await?;
    let look = asker.look();
    let p = asker.desk_page(row.title.clone()).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let guests = ties::guests(look.db(), id).await?;
    let response = html(&TrainingPage {
        crumbs: vec![crumb("/desk/trainings", p.t("trainings-title"))],
        training: id.to_string(),
        one: line(&p, &names, &row, &guests, look.now()),
        content: paragraphs(&row.content),
        guests: guests
            .into_iter()
            .map(|one| Guest {
                id: one.id.to_string(),
                name: one.name,
                office: one.office,
                came: one.came,
                certificate: one.certificate,
            })
            .collect(),
        keeps: look.may(Action::KeepTies, Thing::Unit(row.unit)).is_ok(),
        history: history(&p, &look, id.0, &names).await?,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn answered(
    house: &House,
    asker: &Asker,
    id: TrainingId,
    outcome: Result<(), Failure>,
    fields: &Fields,
    key: &'static str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/trainings/{id}"), key)),
        Err(failure) => whole(house, asker, id, typed_of(fields), reasons(failure)?).await,
    }
}

/// Adds those who take part.
pub(crate) async fn enrol(
    State(house): State<House>,
    asker: Asker,
    Path(training): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: TrainingId = id_of(&training)?;
    let outcome = wish!(asker, |cx| verbs::enrol(&mut cx, id, fields.raw("list")).await).map(drop);
    answered(&house, &asker, id, outcome, &fields, "said-enrolled").await
}

/// Notes who came.
pub(crate) async fn presence(
    State(house): State<House>,
    asker: Asker,
    Path(training): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: TrainingId = id_of(&training)?;
    let list = |name: &str| -> Vec<Uuid> { fields.all(name).filter_map(|one| one.parse().ok()).collect() };
    let (came, certified) = (list("came"), list("certificate"));
    let outcome = wish!(asker, |cx| verbs::keep_presence(&mut cx, id, &came, &certified).await);
    answered(&house, &asker, id, outcome, &fields, "said-presence").await
}

fn say(key: &str) -> String {
    lookup(Lang::Vi, key, &[])
}

async fn certified(asker: &Asker, id: TrainingId) -> Result<(TrainingRow, Vec<GuestRow>), Failure> {
    let row = seen(asker, id).await?;
    let guests = ties::guests(asker.look().db(), id).await?;
    Ok((row, guests))
}

/// The list of those with a certificate as Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(training): Path<String>,
) -> Result<Response, Error> {
    let (row, guests) = certified(&asker, id_of(&training)?).await?;
    let agency = house.office.agency().await?;
    let unit = house.office.unit_names().await?.remove(&row.unit).unwrap_or_default();
    let rows = guests.iter().filter(|one| one.certificate).enumerate().map(|(at, one)| {
        let number = (at + 1).to_string();
        Row::Cells(vec![number.into(), one.name.as_str().into(), one.office.as_str().into(), "".into()])
    });
    let some = |text: String| (!text.is_empty()).then_some(text);
    let paper = Paper {
        heading: Heading {
            national: true,
            superior: some(agency.name).filter(|name| *name != unit),
            issuer: some(unit),
            place: some(agency.place),
            date: Some(house.app.zone.day(row.ends_at)),
            ..Heading::default()
        },
        title: Title { kind: Some(say("training-list-kind")), subject: row.title.clone() },
        parts: vec![Part::Table(Table {
            columns: vec![
                Column::marks(say("training-list-number"), 1),
                Column::words(say("training-name"), 4),
                Column::words(say("training-office"), 5),
                Column::words(say("training-list-sign"), 2),
            ],
            rows: rows.collect(),
            ..Table::default()
        })],
        ..Paper::default()
    };
    Ok(handout::paper(paper, Particulars::default(), Form::Docx, "danh-sach-chung-nhan").await?)
}

/// Everybody as a table.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Path(training): Path<String>,
) -> Result<Response, Error> {
    let (row, guests) = certified(&asker, id_of(&training)?).await?;
    let mark = |yes: bool| if yes { Cell::Text("x".into()) } else { Cell::Empty };
    let column = |key: &str, width| SheetColumn { title: say(key), width };
    let rows = guests.iter().enumerate().map(|(at, one)| {
        vec![
            Cell::Whole(i64::try_from(at + 1).unwrap_or(0)),
            Cell::Text(one.name.clone()),
            Cell::Text(one.office.clone()),
            mark(one.came),
            mark(one.certificate),
        ]
    });
    let book = Book {
        title: row.title.clone(),
        day: Some(house.app.zone.day(row.starts_at)),
        sheets: vec![Sheet {
            name: say("trainings-title"),
            titles: vec![row.title],
            columns: vec![
                column("training-list-number", 6),
                column("training-name", 30),
                column("training-office", 40),
                column("training-came", 10),
                column("training-certificate", 14),
            ],
            rows: rows.collect(),
        }],
    };
    Ok(handout::book(book, "danh-sach-hoc-vien").await?)
}
