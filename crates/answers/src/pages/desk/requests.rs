//! The book of requests for information (TT-06): what is open with its clock, what was supplied or refused, and the year as a
//! table for Excel.

use super::kin;
use crate::House;
use crate::pages::{Choice, id, moment, reasons, typed as typed_at, with_status};
use crate::store::requests::{self, RequestRow};
use crate::verbs::{self, GROUNDS, RequestWish, WAYS};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use deadlines::ClockFace;
use gate::Test;
use kernel::{
    Action, Failure, InformationRequestId, PageNumber, Refusal, Thing, ThingKind, ThingRef, UnitId,
};
use paper::{Book, Cell, Sheet, SheetColumn};
use serde::Deserialize;
use typed::paragraphs;
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said, see_other};

const SIZE: u32 = 40;

struct Line {
    id: String,
    number: String,
    name: String,
    wanted: String,
    kind: String,
    chip: &'static str,
    state: String,
    when: String,
    clock: Option<ClockFace>,
}

#[derive(Template)]
#[template(path = "answers_requests.html")]
struct BookPage {
    p: Page,
    kin: Vec<Tab>,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    year: i16,
    pager: Option<Pager>,
}

#[derive(Template)]
#[template(path = "answers_request_new.html")]
struct NewPage {
    p: Page,
    crumbs: Vec<Crumb>,
    typed: RequestWish,
    received: String,
    forms: Vec<Choice>,
    ways: Vec<Choice>,
    token: String,
    refused: Vec<Refused>,
}

#[derive(Template)]
#[template(path = "answers_request_one.html")]
struct OnePage {
    p: Page,
    came: Vec<post::Came>,
    crumbs: Vec<Crumb>,
    id: String,
    row: RequestRow,
    wanted: Vec<Vec<String>>,
    received: String,
    form: String,
    way: String,
    chip: &'static str,
    state_word: String,
    unit: String,
    notice: Vec<Vec<String>>,
    notified: String,
    ended: String,
    refusal: String,
    words: Vec<Vec<String>>,
    erased: String,
    clocks: Vec<ClockFace>,
    open: bool,
    units: Vec<Choice>,
    grounds: Vec<Choice>,
    typed_notice: String,
    typed_words: String,
    typed_paper: String,
    refused: Vec<Refused>,
}

/// Which list.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    which: String,
    page: Option<String>,
    year: Option<i32>,
}

fn thing(id: InformationRequestId) -> ThingRef {
    ThingRef { kind: ThingKind::InformationRequest, id: id.0 }
}

fn chip(state: &str) -> &'static str {
    match state {
        "supplied" => "published",
        "refused" => "returned",
        _ => "soon",
    }
}

/// The book.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ServeRequests, Thing::House)?;
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let open = asked.which != "ended";
    let p = asker.desk_page(asker.locale().t("inforeq-book")).await?;
    let found = requests::list(look.db(), open, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let which = if open { "open" } else { "ended" };
    let pager = Pager::of(&found, |n| format!("/desk/answers/requests?which={which}&page={n}"));
    let mut lines = Vec::new();
    let ids: Vec<_> = found.items.iter().map(|row| row.id.0).collect();
    let kind_of = ThingKind::InformationRequest;
    let mut clocks = deadlines::faces_of(&house.rules, look.db(), &p, look.now(), kind_of, &ids).await?;
    for row in found.items {
        let faces = clocks.remove(&row.id.0).unwrap_or_default();
        lines.push(Line {
            id: row.id.to_string(),
            number: format!("{}/{}", row.number, row.year),
            kind: kind(&p, &row),
            chip: chip(&row.state),
            state: p.t(&format!("inforeq-state-{}", row.state)),
            when: p.format.stamp(row.received_at),
            clock: faces.into_iter().find(|face| face.open),
            name: if row.erased_at.is_some() { p.t("answers-erased-who") } else { row.name },
            wanted: row.wanted.chars().take(160).collect(),
        });
    }
    let tab = |is: bool, which: &str| Tab {
        href: format!("/desk/answers/requests?which={which}"),
        label: p.t(&format!("inforeq-tab-{which}")),
        count: 0,
        current: is == open,
    };
    html(&BookPage {
        kin: kin(&look, &p, "/desk/answers/requests"),
        tabs: vec![tab(true, "open"), tab(false, "ended")],
        lines,
        year: p.format.zone().day(look.now()).year(),
        pager,
        p,
    })
}

fn kind(p: &Page, row: &RequestRow) -> String {
    let complex = if row.complex { "inforeq-complex" } else { "inforeq-simple" };
    format!("{} · {}", p.t(complex), p.t(&format!("inforeq-way-{}", row.way)))
}

/// The form for what came by hand.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    form(&house, &asker, None, Vec::new()).await
}

async fn form(
    house: &House,
    asker: &Asker,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ServeRequests, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("inforeq-new")).await?;
    let zone = &house.app.zone;
    let typed = fields.map(|fields| wish(house, fields)).unwrap_or_default();
    let ways = || WAYS.map(|way| (way.to_owned(), p.t(&format!("inforeq-way-{way}"))));
    let fresh = Test::new(house.secret().await?, look.now(), asker.locale())?.token;
    let response = html(&NewPage {
        crumbs: vec![Crumb { href: "/desk/answers/requests".into(), label: p.t("inforeq-book") }],
        received: fields
            .map_or_else(|| typed_at(zone, look.now()), |fields| fields.text("received").to_owned()),
        forms: Choice::of(
            WAYS.map(|way| (way.to_owned(), p.t(&format!("inforeq-form-{way}")))),
            if typed.form.is_empty() { "person" } else { &typed.form },
        ),
        ways: Choice::of(ways(), if typed.way.is_empty() { "person" } else { &typed.way }),
        token: fields
            .map(|fields| fields.text("token").to_owned())
            .filter(|token| !token.is_empty())
            .unwrap_or(fresh),
        typed,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn wish(house: &House, fields: &Fields) -> RequestWish {
    RequestWish {
        form: fields.text("form").to_owned(),
        complex: fields.ticked("complex"),
        name: fields.text("name").to_owned(),
        address: fields.text("address").to_owned(),
        identity: fields.text("identity").to_owned(),
        email: fields.text("email").to_owned(),
        phone: fields.text("phone").to_owned(),
        wanted: fields.text("wanted").to_owned(),
        purpose: fields.text("purpose").to_owned(),
        way: fields.text("way").to_owned(),
        received_at: moment(&house.app.zone, fields.text("received")),
        // A form of the desk is sent once as well; it needs no riddle.
        nonce: fields.text("token").split('.').next().unwrap_or_default().chars().take(64).collect(),
    }
}

/// Enters what came by hand.
pub(crate) async fn enter(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let outcome: Result<InformationRequestId, Failure> = async {
        asker.look().may(Action::ServeRequests, Thing::House)?;
        let wish = wish(&house, &fields);
        if wish.nonce.len() < 16 {
            return Err(Failure::refused(Refusal::new("refused-robot-stale")));
        }
        // Before the wish: the first who asks for it writes it down, and SQLite has one writer.
        let secret = house.secret().await?;
        let mut cx = asker.wish().await?;
        let (id, _) = verbs::request_information(&mut cx, secret, &house.app.zone, wish).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(see_other(&format!("/desk/answers/requests/{id}"))),
        Err(failure) => form(&house, &asker, Some(&fields), reasons(failure)?).await,
    }
}

/// One of them.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&request)?, None, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    id: InformationRequestId,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ServeRequests, Thing::House)?;
    let row = requests::request(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker
        .desk_page(asker.locale().f("inforeq-number", "number", format!("{}/{}", row.number, row.year)))
        .await?;
    let names = house.office.names().await?;
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let unit = row.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let or = |name: &str| fields.map(|fields| fields.text(name).to_owned()).unwrap_or_default();
    let response = html(&OnePage {
        came: post::came_about(look.db(), thing(id)).await?,
        crumbs: vec![Crumb { href: "/desk/answers/requests".into(), label: p.t("inforeq-book") }],
        id: id.to_string(),
        wanted: paragraphs(&row.wanted),
        received: p.format.date_time(row.received_at),
        form: p.t(&format!("inforeq-form-{}", row.form)),
        way: kind(&p, &row),
        chip: chip(&row.state),
        state_word: p.t(&format!("inforeq-state-{}", row.state)),
        unit: names.unit(row.unit),
        notice: paragraphs(&row.notice),
        notified: row.notified_at.map(|at| p.format.date_time(at)).unwrap_or_default(),
        ended: row.ended_at.map(|at| p.format.date_time(at)).unwrap_or_default(),
        refusal: if row.code_refused.is_empty() {
            String::new()
        } else {
            p.t(&format!("inforeq-refusal-{}", row.code_refused))
        },
        words: paragraphs(&row.words),
        erased: row.erased_at.map(|at| p.format.date(at)).unwrap_or_default(),
        clocks: deadlines::faces(&house.rules, look.db(), &p, look.now(), thing(id)).await?,
        open: row.state == "open",
        units: Choice::of(units, &unit),
        grounds: Choice::of(
            GROUNDS.map(|code| (code.to_owned(), p.t(&format!("inforeq-refusal-{code}")))),
            &or("code"),
        ),
        typed_notice: or("notice"),
        typed_words: or("words"),
        typed_paper: or("paper"),
        refused: refusals(asker.locale(), &refused),
        row,
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn followed(
    house: &House,
    asker: &Asker,
    of: InformationRequestId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/answers/requests/{of}"), key)),
        Err(failure) => page(house, asker, of, Some(fields), reasons(failure)?).await,
    }
}

web::steps! {
    House, InformationRequestId, followed;

    /// Tells by when.
    notify, "said-inforeq-notified", |cx, house, id, fields| async {
        let known = house.office.units().await?;
        let unit: Option<UnitId> = fields.parsed("unit");
        let Some(unit) = unit.filter(|unit| known.iter().any(|(id, _)| id == unit)) else {
            cx.may(Action::ServeRequests, Thing::House)?;
            return Err(Failure::refused(Refusal::field("unit", "refused-unit")));
        };
        verbs::notify_term(&mut cx, id, unit, fields.ticked("complex"), fields.text("notice")).await
    }
    .await;

    /// It was supplied.
    supply, "said-inforeq-supplied", |cx, house, id, fields| {
        verbs::supply_information(&mut cx, &house.rules, id, fields.text("words"), fields.text("paper")).await
    };

    /// It was refused.
    refuse, "said-inforeq-refused", |cx, house, id, fields| {
        let (code, words, paper) = (fields.text("code"), fields.text("words"), fields.text("paper"));
        verbs::refuse_information(&mut cx, &house.rules, id, code, words, paper).await
    };
}

/// A year of the book for Excel.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ServeRequests, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("inforeq-book")).await?;
    let zone = &house.app.zone;
    let today = zone.day(look.now());
    let year = asked.year.unwrap_or_else(|| i32::from(today.year()));
    let names = house.office.names().await?;
    let column = |key: &str, width| SheetColumn::new(p.t(key), width);
    let day = |at: Option<kernel::Moment>| at.map_or(Cell::Empty, |at| Cell::Day(zone.day(at)));
    let rows = requests::book(look.db(), year).await?;
    let sheet = Sheet {
        name: year.to_string(),
        titles: vec![p.f("inforeq-book-of", "year", year), p.site.name.clone()],
        columns: vec![
            column("inforeq-col-number", 8),
            column("inforeq-col-received", 12),
            column("inforeq-col-who", 28),
            column("inforeq-col-address", 30),
            column("inforeq-col-wanted", 60),
            column("inforeq-col-kind", 24),
            column("inforeq-col-unit", 26),
            column("inforeq-col-notified", 12),
            column("inforeq-col-outcome", 16),
            column("inforeq-col-ended", 12),
            column("inforeq-col-on-time", 10),
            column("inforeq-col-paper", 24),
        ],
        rows: rows
            .into_iter()
            .map(|row| {
                vec![
                    Cell::Whole(row.number.into()),
                    day(Some(row.received_at)),
                    row.name.as_str().into(),
                    row.address.as_str().into(),
                    row.wanted.as_str().into(),
                    kind(&p, &row).into(),
                    names.unit(row.unit).into(),
                    day(row.notified_at),
                    p.t(&format!("inforeq-state-{}", row.state)).into(),
                    day(row.ended_at),
                    row.on_time.map_or(Cell::Empty, |in_time| {
                        p.t(if in_time { "inforeq-yes" } else { "inforeq-no" }).into()
                    }),
                    row.paper.as_str().into(),
                ]
            })
            .collect(),
    };
    let book = Book { title: p.f("inforeq-book-of", "year", year), day: Some(today), sheets: vec![sheet] };
    Ok(handout::book(book, &format!("so-theo-doi-{year}")).await?)
}
