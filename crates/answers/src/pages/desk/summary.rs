//! The summary of a consultation that the law asks for: each opinion with what the agency makes of it, for Word and for Excel.

use crate::House;
use crate::pages::id;
use crate::pages::open::who;
use crate::store::consultations::{self, ConsultationRow};
use crate::store::opinions::{self, OpinionRow};
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Action, ConsultationId, Failure, PageNumber, Thing};
use paper::{Book, Cell, Column, Heading, Paper, Paragraph, Part, Row, Sheet, SheetColumn, Table, Title};
use web::{Asker, Error, Page};

/// More opinions than this are no table anybody reads.
const MOST: u32 = 5000;

struct Summary {
    p: Page,
    row: ConsultationRow,
    unit: String,
    opinions: Vec<OpinionRow>,
    /// Received, not shown.
    counts: (i64, i64),
}

async fn summary(house: &House, asker: &Asker, text: &str) -> Result<Summary, Error> {
    let look = asker.look();
    look.may(Action::Consult, Thing::House)?;
    let id: ConsultationId = id(text)?;
    let row = consultations::consultation(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(row.title.clone()).await?;
    let tally = opinions::tally(look.db(), id).await?;
    let all = tally.iter().map(|one| one.many).sum();
    let hidden = tally.iter().filter(|one| one.state == "hidden").map(|one| one.many).sum();
    let shown = opinions::list(look.db(), id, true, PageNumber::FIRST, MOST).await?;
    let unit = house.office.names().await?.unit(Some(row.unit));
    Ok(Summary { p, unit, opinions: shown.items, counts: (all, hidden), row })
}

impl Summary {
    fn counted(&self) -> String {
        let (all, hidden) = self.counts;
        web::lookup(
            self.p.locale().0,
            "consult-counted",
            &[
                ("all", all.to_string()),
                ("shown", self.opinions.len().to_string()),
                ("hidden", hidden.to_string()),
                ("from", self.row.opened_at.map(|at| self.p.format.date(at)).unwrap_or_default()),
                ("to", self.p.format.date(self.row.closes_at)),
            ],
        )
    }
}

async fn hand_out(house: &House, asker: &Asker, text: &str, form: Form) -> Result<Response, Error> {
    let all = summary(house, asker, text).await?;
    let name = format!("tong-hop-y-kien-{}", all.row.slug);
    let today = house.app.zone.day(asker.look().now());
    Ok(handout::paper(paper_of(&all, today), Particulars::default(), form, &name).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(consultation): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &consultation, Form::Docx).await
}

/// As PDF.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(consultation): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &consultation, Form::Pdf).await
}

fn paper_of(all: &Summary, today: kernel::Day) -> Paper {
    let p = &all.p;
    let cells = |number: usize, one: &OpinionRow| {
        Row::Cells(vec![
            (number + 1).to_string().as_str().into(),
            who(&one.name, &one.organisation, p).as_str().into(),
            one.place.as_str().into(),
            one.public_words.as_str().into(),
            one.reply.as_str().into(),
        ])
    };
    let table = Table {
        caption: None,
        columns: vec![
            Column::marks(p.t("consult-col-number"), 4),
            Column::words(p.t("consult-col-who"), 14),
            Column::words(p.t("consult-col-place"), 12),
            Column::words(p.t("consult-col-opinion"), 36),
            Column::words(p.t("consult-col-reply"), 34),
        ],
        rows: all.opinions.iter().enumerate().map(|(number, one)| cells(number, one)).collect(),
    };
    let mut parts = vec![Part::Text(all.counted().as_str().into()), Part::Table(table)];
    for text in all.row.conclusion.split("\n\n").filter(|text| !text.is_empty()) {
        parts.push(Part::Text(text.replace('\n', " ").as_str().into()));
    }
    parts.push(Part::Text(Paragraph::default().with_italic(p.f("consult-hash", "hash", &all.row.hash))));
    Paper {
        heading: Heading {
            national: true,
            superior: Some(p.site.name.clone()),
            issuer: (!all.unit.is_empty()).then(|| all.unit.clone()),
            place: (!p.site.place.is_empty()).then(|| p.site.place.clone()),
            date: Some(today),
            ..Heading::default()
        },
        title: Title { kind: Some(p.t("consult-paper")), subject: all.row.title.clone() },
        parts,
        ..Paper::default()
    }
}

/// For Excel.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Path(consultation): Path<String>,
) -> Result<Response, Error> {
    let all = summary(&house, &asker, &consultation).await?;
    let p = &all.p;
    let column = |key: &str, width| SheetColumn::new(p.t(key), width);
    let sheet = Sheet {
        name: p.t("consult-paper"),
        titles: vec![all.row.title.clone(), all.counted()],
        columns: vec![
            column("consult-col-number", 6),
            column("consult-col-day", 12),
            column("consult-col-who", 28),
            column("consult-col-place", 20),
            column("consult-col-opinion", 70),
            column("consult-col-reply", 70),
        ],
        rows: all
            .opinions
            .iter()
            .zip(1_i64..)
            .map(|(one, number)| {
                vec![
                    Cell::Whole(number),
                    Cell::Day(house.app.zone.day(one.at)),
                    who(&one.name, &one.organisation, p).into(),
                    one.place.as_str().into(),
                    one.public_words.as_str().into(),
                    one.reply.as_str().into(),
                ]
            })
            .collect(),
    };
    let day = Some(house.app.zone.day(asker.look().now()));
    let book = Book { title: all.row.title.clone(), day, sheets: vec![sheet] };
    Ok(handout::book(book, &format!("tong-hop-y-kien-{}", all.row.slug)).await?)
}
