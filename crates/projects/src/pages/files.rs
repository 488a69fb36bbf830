//! The disbursement of a year as a workbook and as an official paper.

use super::ground::{percent, year_word};
use super::list::Filter;
use super::year::{Told, short_month};
use crate::House;
use crate::project::State as ProjectState;
use crate::sums::share;
use axum::extract::{Query, State};
use axum::response::Response;
use handout::{Form, Particulars};
use paper::Letterhead;
use paper::{Book, Cell, Closing, Column, Paper, Paragraph, Part, Row, Sheet, SheetColumn, Table, Title};
use web::{Asker, Error};

fn title(told: &Told) -> String {
    told.p.f("projects-paper-subject", "year", year_word(told.asked.year))
}

/// Every project with its months in whole đồng.
fn book(told: &Told) -> Book {
    let (p, year) = (&told.p, told.asked.year);
    let mut columns = vec![
        SheetColumn::new(p.t("plan-col-number"), 6),
        SheetColumn::new(p.t("project-one"), 52),
        SheetColumn::new(p.t("project-code"), 14),
        SheetColumn::new(p.t("plan-lead-unit"), 30),
        SheetColumn::new(p.t("plan-money"), 26),
        SheetColumn::new(p.t("plan-state"), 18),
        SheetColumn::new(p.t("project-assigned"), 18),
        SheetColumn::new(p.f("project-planned-to", "month", told.asked.due), 18),
        SheetColumn::new(p.t("project-paid"), 18),
        SheetColumn::new(p.t("project-share"), 10),
        SheetColumn::new(p.t("project-behind-short"), 18),
    ];
    columns.extend((1..=told.months()).map(|month| SheetColumn::new(short_month(p, month, year), 16)));
    #[expect(clippy::cast_precision_loss, reason = "a share that Excel shows, no sum")]
    let percent_cell =
        |part, whole| share(part, whole).map_or(Cell::Empty, |share| Cell::Percent(share as f64 / 1000.0));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (row, n) in told.rows.iter().zip(1..) {
        let sum = told.sum(row);
        let mut cells = vec![
            Cell::Whole(n),
            Cell::Text(row.name.clone()),
            Cell::Text(row.code.clone()),
            Cell::Text(told.names.unit(&told.lineage, row.unit)),
            Cell::Text(row.money.clone()),
            Cell::Text(p.t(&format!("project-state-{}", ProjectState::named(&row.state).name()))),
            Cell::Whole(sum.assigned),
            Cell::Whole(sum.planned_to(told.asked.due)),
            Cell::Whole(sum.paid()),
            percent_cell(sum.paid(), sum.assigned),
            Cell::Whole(row.behind()),
        ];
        cells.extend(sum.paid.iter().take(told.months()).map(|paid| Cell::Whole(*paid)));
        rows.push(cells);
    }
    let whole = &told.whole;
    let mut cells = vec![Cell::Empty, Cell::Strong(p.t("plan-sum"))];
    cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
    cells.extend([
        Cell::Whole(whole.assigned),
        Cell::Whole(whole.planned_to(told.asked.due)),
        Cell::Whole(whole.paid()),
        percent_cell(whole.paid(), whole.assigned),
        Cell::Whole(told.behind()),
    ]);
    cells.extend(whole.paid.iter().take(told.months()).map(|paid| Cell::Whole(*paid)));
    rows.push(cells);
    Book {
        title: title(told),
        day: Some(told.today),
        sheets: vec![Sheet {
            name: p.f("project-of-year", "year", year_word(year)),
            titles: vec![
                title(told),
                p.f("projects-paper-day", "day", p.format.day(told.today)),
                super::list::counts(p, told.asked.due, year),
                p.t("projects-in-dong"),
            ],
            columns,
            rows,
        }],
    }
}

/// The paper: quốc hiệu, the sums, the table, what is behind and why.
fn paper(told: &Told, head: Letterhead) -> Paper {
    let (p, year) = (&told.p, told.asked.year);
    let number = |amount: i64| Paragraph::from(p.format.number(amount));
    let rows = told.rows.iter().zip(1..).map(|(row, n): (_, usize)| {
        let sum = told.sum(row);
        let name = Paragraph::from(row.name.as_str())
            .with_italic(format!(" ({})", told.names.unit(&told.lineage, row.unit)));
        Row::Cells(vec![
            n.to_string().into(),
            name,
            number(sum.assigned),
            number(sum.planned_to(told.asked.due)),
            number(sum.paid()),
            percent(p, share(sum.paid(), sum.assigned)).into(),
        ])
    });
    let mut rows: Vec<Row> = rows.collect();
    let whole = &told.whole;
    rows.push(Row::Sum(vec![
        Paragraph::from(String::new()),
        p.t("plan-sum").into(),
        number(whole.assigned),
        number(whole.planned_to(told.asked.due)),
        number(whole.paid()),
        percent(p, share(whole.paid(), whole.assigned)).into(),
    ]));
    let table = Table {
        caption: None,
        columns: vec![
            Column::marks(p.t("plan-col-number"), 5),
            Column::words(p.t("project-one"), 34),
            Column::amounts(p.t("project-assigned"), 18),
            Column::amounts(p.f("project-planned-to", "month", told.asked.due), 18),
            Column::amounts(p.t("project-paid"), 18),
            Column::amounts(p.t("project-share"), 10),
        ],
        rows,
    };
    let late = told.rows.iter().filter(|row| row.behind() > 0).map(|row| {
        let why = row.hindered.as_deref().map(|why| why.replace('\n', " ")).unwrap_or_default();
        let args = [("name", row.name.clone()), ("amount", p.format.number(row.behind()))];
        let words = web::lookup(p.format.lang(), "projects-paper-late", &args);
        Paragraph::from(if why.is_empty() { words } else { format!("{words} {why}") })
    });
    let late: Vec<Paragraph> = late.collect();
    let mut parts = vec![Part::Table(table)];
    if !late.is_empty() {
        parts.push(Part::Heading(paper::Level::Bare, p.t("projects-late").into()));
        parts.push(Part::List(late));
    }
    parts.push(Part::Text(super::list::counts(p, told.asked.due, year).into()));
    Paper {
        heading: head.heading("BC"),
        title: Title { kind: Some(p.t("projects-paper-kind")), subject: title(told) },
        intro: vec![
            Paragraph::from(p.f("projects-paper-day", "day", p.format.day(told.today))),
            Paragraph::from(p.t("projects-in-dong")),
        ],
        parts,
        closing: Closing {
            recipients: vec![p.t("plan-recipients-units"), p.t("plan-recipients-file")],
            ..Closing::default()
        },
        ..Paper::default()
    }
}

fn name(told: &Told) -> String {
    format!("giai-ngan-{}-{}", year_word(told.asked.year), told.today)
}

/// For Excel.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let told = Told::of(&house, &asker, &filter).await?;
    Ok(handout::book(book(&told), &name(&told)).await?)
}

async fn handed(house: &House, asker: &Asker, filter: &Filter, form: Form) -> Result<Response, Error> {
    let told = Told::of(house, asker, filter).await?;
    let made = paper(&told, house.office.letterhead().await?);
    Ok(handout::paper(made, Particulars::default(), form, &name(&told)).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    handed(&house, &asker, &filter, Form::Docx).await
}

/// To be printed.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    handed(&house, &asker, &filter, Form::Pdf).await
}
