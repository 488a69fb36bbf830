//! A plan to be handed out: as a table for Excel, as a paper in the official layout for Word and as PDF (NĐ 30/2020). It holds the
//! lines that who asks may see, as they are filtered.

use super::filters::Filter;
use super::ground::{Ground, class_words, days_words};
use crate::House;
use crate::line::Content;
use crate::plan::Kind;
use crate::store::lines;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Day, PageNumber};
use paper::{Book, Cell, Closing, Column, Paper, Paragraph, Part, Row, Sheet, SheetColumn, Table, Title};
use typed::amount;
use web::{Asker, Error, Page};

/// More lines than this are no paper anybody reads.
const MOST: u32 = 2000;

struct Handed {
    p: Page,
    ground: Ground,
    contents: Vec<Content>,
    today: Day,
    slug: String,
}

async fn handed(house: &House, asker: &Asker, plan: &str, filter: &Filter) -> Result<Handed, Error> {
    let ground = Ground::of(house, asker, plan).await?;
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let today = house.app.zone.day(ground.look.now());
    let asked = filter.asked(&ground, today);
    let page = (PageNumber::FIRST, MOST);
    let rows = lines::list(ground.look.db(), ground.id(), &ground.sight, ground.whole, &asked, page).await?;
    let slug: String = viet::fold::slug(&ground.row.title).chars().take(60).collect();
    Ok(Handed { contents: rows.iter().map(lines::LineRow::content).collect(), p, ground, today, slug })
}

fn targets(content: &Content) -> String {
    let words = content.targets.iter().map(|target| {
        let amount = if target.amount == 0 { String::new() } else { amount::written(target.amount) };
        format!("{}: {amount} {}", target.name, target.measure).trim().to_owned()
    });
    words.collect::<Vec<_>>().join("; ")
}

impl Handed {
    fn supports(&self, content: &Content) -> String {
        content.supports.iter().map(|unit| self.ground.unit(*unit)).collect::<Vec<_>>().join(", ")
    }

    fn book(&self) -> Book {
        let p = &self.p;
        let columns = [
            ("plan-col-number", 6),
            ("plan-line", 60),
            ("plan-lead-unit", 28),
            ("plan-part", 24),
            ("plan-supports", 32),
            ("plan-scope", 22),
            ("plan-from", 12),
            ("plan-to", 12),
            ("plan-due", 12),
            ("plan-budget", 18),
            ("plan-money", 22),
            ("plan-areas", 24),
            ("plan-targets", 36),
            ("plan-product", 30),
        ];
        let day = |day: Option<Day>| day.map_or(Cell::Empty, Cell::Day);
        let rows = self.contents.iter().enumerate().map(|(n, content)| {
            vec![
                Cell::Whole(i64::try_from(n + 1).unwrap_or(0)),
                Cell::Text(content.title.clone()),
                Cell::Text(self.ground.unit(content.lead)),
                Cell::Text(content.part.clone()),
                Cell::Text(self.supports(content)),
                Cell::Text(class_words(p, content)),
                day(content.from),
                day(content.to),
                day(content.due),
                if content.budget == 0 { Cell::Empty } else { Cell::Whole(content.budget) },
                Cell::Text(content.money.clone()),
                Cell::Text(content.areas.clone()),
                Cell::Text(targets(content)),
                Cell::Text(content.product.clone()),
            ]
        });
        Book {
            title: self.ground.row.title.clone(),
            day: Some(self.today),
            sheets: vec![Sheet {
                name: p.t("plan-one"),
                titles: vec![
                    self.ground.row.title.clone(),
                    p.t(&format!("plan-state-{}", self.ground.row.state)),
                ],
                columns: columns.iter().map(|(key, width)| SheetColumn::new(p.t(key), *width)).collect(),
                rows: rows.collect(),
            }],
        }
    }

    /// The paper: quốc hiệu, what it is for, the lines by unit, the sum.
    fn paper(&self, head: paper::Letterhead) -> Paper {
        let (p, row) = (&self.p, &self.ground.row);
        let mut rows: Vec<Row> = Vec::new();
        let mut unit = String::new();
        for (n, content) in self.contents.iter().enumerate() {
            let lead = self.ground.unit(content.lead);
            if lead != unit {
                rows.push(Row::Group(lead.as_str().into()));
                unit = lead;
            }
            let mut title = Paragraph::from(content.title.as_str());
            let supports = self.supports(content);
            if !supports.is_empty() {
                title = title.with_italic(format!(" ({})", p.f("plan-with", "names", supports)));
            }
            let money = if content.budget == 0 { String::new() } else { amount::dong(content.budget) };
            let results = [targets(content), content.product.clone()];
            let results: Vec<String> = results.into_iter().filter(|one| !one.is_empty()).collect();
            rows.push(Row::Cells(vec![
                (n + 1).to_string().into(),
                title,
                days_words(p, content).into(),
                results.join("; ").into(),
                money.into(),
            ]));
        }
        let sum = self.contents.iter().map(|content| content.budget).fold(0, i64::saturating_add);
        if sum > 0 {
            let cells = [String::new(), p.t("plan-sum"), String::new(), String::new(), amount::dong(sum)];
            rows.push(Row::Sum(cells.into_iter().map(Paragraph::from).collect()));
        }
        let table = Table {
            caption: None,
            columns: vec![
                Column::marks(p.t("plan-col-number"), 6),
                Column::words(p.t("plan-line"), 40),
                Column::words(p.t("plan-days"), 20),
                Column::words(p.t("plan-result"), 22),
                Column::amounts(p.t("plan-budget"), 18),
            ],
            rows,
        };
        let is_campaign = row.kind() == Kind::Campaign;
        let kind = p.t(if is_campaign { "plan-kind-campaign" } else { "plan-one" });
        let subject = row.title.strip_prefix(&kind).unwrap_or(&row.title).trim();
        Paper {
            heading: head.heading("KH"),
            title: Title { kind: Some(kind), subject: first_upper(subject) },
            intro: row.about.lines().filter(|line| !line.is_empty()).map(Paragraph::from).collect(),
            parts: vec![Part::Table(table)],
            closing: Closing {
                recipients: vec![p.t("plan-recipients-units"), p.t("plan-recipients-file")],
                ..Closing::default()
            },
            ..Paper::default()
        }
    }
}

fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// For Excel.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let handed = handed(&house, &asker, &plan, &filter).await?;
    Ok(handout::book(handed.book(), &handed.slug).await?)
}

async fn on_paper(
    house: &House,
    asker: &Asker,
    plan: &str,
    filter: &Filter,
    form: Form,
) -> Result<Response, Error> {
    let handed = handed(house, asker, plan, filter).await?;
    let paper = handed.paper(house.office.letterhead().await?);
    Ok(handout::paper(paper, Particulars::default(), form, &handed.slug).await?)
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

/// To be printed.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    on_paper(&house, &asker, &plan, &filter, Form::Pdf).await
}
