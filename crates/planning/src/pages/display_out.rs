//! What hangs, handed out: as a table for Excel, as a paper for Word and PDF, and as a sheet with its photographs to be printed.

use super::campaign;
use super::display_face::{DisplayFace, days_words, faces, late_words, pieces_words, place_words};
use super::display_list::Filter;
use super::ground::Ground;
use crate::House;
use crate::store::displays::{self, DisplayRow, Tally, WordingOf};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Day, PageNumber};
use paper::{Book, Cell, Closing, Column, Paper, Paragraph, Part, Row, Sheet, SheetColumn, Table, Title};
use web::{Asker, Crumb, Error, Page, html};

/// More than any paper holds.
const MOST: u32 = 2000;
/// Photographs weigh more: what is printed with them is filtered first.
const PRINTED: u32 = 200;

struct Handed {
    p: Page,
    ground: Ground,
    rows: Vec<DisplayRow>,
    wordings: Vec<WordingOf>,
    tally: Tally,
    today: Day,
}

async fn handed(
    house: &House,
    asker: &Asker,
    plan: &str,
    filter: &Filter,
    most: u32,
) -> Result<Handed, Error> {
    let ground = campaign::ground(house, asker, plan).await?;
    let p = asker.desk_page(asker.locale().t("display-title")).await?;
    let today = house.app.zone.day(ground.look.now());
    let asked = filter.asked(&ground, today);
    let db = ground.look.db();
    Ok(Handed {
        rows: displays::list(db, ground.id(), &asked, (PageNumber::FIRST, most)).await?,
        wordings: displays::wordings_of(db, ground.id()).await?,
        tally: displays::tally(db, ground.id(), &asked).await?,
        p,
        ground,
        today,
    })
}

impl Handed {
    fn words(&self, row: &DisplayRow) -> (String, String) {
        let found = self.wordings.iter().find(|one| one.display == row.id);
        let yes = found.and_then(|one| {
            let at = one.approved_at?;
            Some(format!("{}, {}", self.ground.person(one.approved_by), self.p.format.date(at)))
        });
        (found.map(|one| one.words.clone()).unwrap_or_default(), yes.unwrap_or_default())
    }

    fn state(&self, row: &DisplayRow) -> String {
        let late = late_words(&self.p, row, self.today);
        let state = self.p.t(&format!("display-state-{}", row.state().name()));
        if late.is_empty() { state } else { format!("{state} ({late})") }
    }

    fn sum(&self) -> String {
        let number = |n: i64| self.p.format.number(n);
        let (hung, wanted) = (number(self.tally.hung), number(self.tally.wanted));
        self.p.f("display-hung-of", "count", format!("{hung}/{wanted}"))
    }

    fn name(&self) -> String {
        let slug = viet::fold::slug(&format!("{} {}", self.p.title, self.ground.row.title));
        slug.chars().take(70).collect()
    }

    fn book(&self) -> Book {
        let p = &self.p;
        let columns = [
            ("plan-col-number", 6),
            ("display-name", 40),
            ("display-kind", 18),
            ("display-words", 60),
            ("display-yes", 26),
            ("display-quantity", 10),
            ("display-hung", 10),
            ("display-measure", 10),
            ("display-size", 16),
            ("display-area", 22),
            ("display-address", 34),
            ("display-spot", 24),
            ("display-unit", 30),
            ("display-up", 12),
            ("display-down", 12),
            ("plan-state", 26),
            ("display-licence", 22),
            ("display-licence-number", 20),
        ];
        let day = |day: Option<Day>| day.map_or(Cell::Empty, Cell::Day);
        let rows = self.rows.iter().enumerate().map(|(n, row)| {
            let ((words, yes), (up, down)) = (self.words(row), row.days());
            vec![
                Cell::Whole(i64::try_from(n + 1).unwrap_or(0)),
                Cell::Text(row.title.clone()),
                Cell::Text(p.t(&format!("display-kind-{}", row.kind))),
                Cell::Text(words),
                Cell::Text(yes),
                Cell::Whole(row.quantity.into()),
                Cell::Whole(row.hung.into()),
                Cell::Text(row.measure.clone()),
                Cell::Text(row.size.clone()),
                Cell::Text(row.area_name.clone()),
                Cell::Text(row.address.clone()),
                Cell::Text(row.spot().map(crate::display::Spot::written).unwrap_or_default()),
                Cell::Text(self.ground.unit(row.unit)),
                day(up),
                day(down),
                Cell::Text(self.state(row)),
                Cell::Text(p.t(&format!("display-licence-{}", row.licence))),
                Cell::Text(row.licence_number.clone()),
            ]
        });
        Book {
            title: p.title.clone(),
            day: Some(self.today),
            sheets: vec![Sheet {
                name: p.t("display-title"),
                titles: vec![p.title.clone(), self.ground.row.title.clone(), self.sum()],
                columns: columns.iter().map(|(key, width)| SheetColumn::new(p.t(key), *width)).collect(),
                rows: rows.collect(),
            }],
        }
    }

    fn paper(&self, head: paper::Letterhead) -> Paper {
        let p = &self.p;
        let rows = self.rows.iter().enumerate().map(|(n, row)| {
            let (words, _) = self.words(row);
            let name = Paragraph::from(format!("{}: ", row.title)).with_italic(words.replace('\n', " · "));
            Row::Cells(vec![
                (n + 1).to_string().into(),
                name,
                place_words(row).into(),
                pieces_words(row).into(),
                format!("{}. {}", days_words(p, row.days()), self.state(row)).into(),
            ])
        });
        let table = Table {
            caption: None,
            columns: vec![
                Column::marks(p.t("plan-col-number"), 6),
                Column::words(p.t("display-name"), 38),
                Column::words(p.t("display-place"), 24),
                Column::words(p.t("display-pieces"), 12),
                Column::words(p.t("plan-state"), 20),
            ],
            rows: rows.collect(),
        };
        Paper {
            heading: head.heading(""),
            title: Title { kind: Some(p.title.clone()), subject: self.ground.row.title.clone() },
            intro: vec![self.sum().into()],
            parts: vec![Part::Table(table)],
            closing: Closing { recipients: vec![p.t("plan-recipients-file")], ..Closing::default() },
            ..Paper::default()
        }
    }
}

/// For Excel.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let handed = handed(&house, &asker, &plan, &filter, MOST).await?;
    Ok(handout::book(handed.book(), &handed.name()).await?)
}

async fn on_paper(
    house: &House,
    asker: &Asker,
    plan: &str,
    filter: &Filter,
    form: Form,
) -> Result<Response, Error> {
    let handed = handed(house, asker, plan, filter, MOST).await?;
    let paper = handed.paper(house.office.letterhead().await?);
    Ok(handout::paper(paper, Particulars::default(), form, &handed.name()).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    on_paper(&house, &asker, &plan, &filter, Form::Docx).await
}

/// To be sent.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    on_paper(&house, &asker, &plan, &filter, Form::Pdf).await
}

#[derive(Template)]
#[template(path = "display_print.html")]
struct PrintPage {
    p: Page,
    crumbs: Vec<Crumb>,
    campaign: String,
    sum: String,
    rows: Vec<DisplayFace>,
}

/// With its photographs, to be printed by the browser.
pub(crate) async fn sheet(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let handed = handed(&house, &asker, &plan, &filter, PRINTED).await?;
    let rows = faces(&handed.ground, &handed.p, &handed.rows, &handed.wordings, handed.today).await?;
    html(&PrintPage {
        crumbs: super::displays::crumbs(&handed.ground, &handed.p),
        campaign: handed.ground.row.title.clone(),
        sum: handed.sum(),
        rows,
        p: handed.p,
    })
}
